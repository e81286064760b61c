"""What Longstride is, under which terms, what it is made of, and where its files lie."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

import longstride
from longstride.licences import Licence
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.choice import Choice
from longstride.ui.widgets.overlay import Overlay
from longstride.ui.widgets.text import button, label, overline

_WHAT = "A spoken coach for hip mobility, for runners and sprinters."
_PRIVATE = (
    "Nothing ever leaves this machine. There is no account, and nothing is sent or fetched: your "
    "sessions, notes and settings are files of yours."
)
_NO_DOCTOR = (
    "It is a training companion. It promises no cure and replaces no doctor or physiotherapist: "
    "if something hurts, stop and ask one."
)
_FREE = (
    "Longstride is free software: you may use, study, change and share it under the terms of the "
    "GNU General Public License, version 3 or later. It comes without any warranty."
)
_ROOMY = 830  # px of a window at 100 % in which all of it is seen without scrolling
Place = tuple[str, Path]


class AboutDialog(Overlay):
    """``folder_asked`` carries the Path of a folder to be opened in the file manager."""

    folder_asked = Signal(Path)

    def __init__(
        self,
        theme: Theme,
        host: QWidget,
        licences: tuple[Licence, ...],
        places: tuple[Place, ...],
        icon: Path,
    ) -> None:
        super().__init__(theme, host, "About Longstride", width=760)
        column = self.card.column
        column.addWidget(self._head(icon))
        for words in (_PRIVATE, _NO_DOCTOR, _FREE):
            column.addWidget(label(words, wrap=True))
        for name, folder in places:
            column.addWidget(self._place_row(name, folder))
        self._licences = licences
        self.parts = Choice(theme, "What it is made of")
        self.parts.offer(tuple((_line(one), place) for place, one in enumerate(licences)), 0)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Licence")
        small = host.height() < theme.px(_ROOMY)
        self.text.setFixedHeight(theme.px(96 if small else 170))
        self.parts.currentIndexChanged.connect(self._read)
        self._read(0)
        column.addSpacing(8)
        column.addWidget(overline("What it is made of, each under its own licence"))
        column.addWidget(self.parts)
        column.addWidget(self.text)
        self.close_button = button("Close", "primary")
        self.close_button.clicked.connect(self.reject)
        self.buttons(self.close_button)
        self.close_button.setFocus()

    def _head(self, icon: Path) -> QWidget:
        head, words = QWidget(), QVBoxLayout()
        picture, side = QLabel(), self._theme.px(64)
        picture.setPixmap(QIcon(str(icon)).pixmap(side, side))
        picture.setAccessibleName("The icon of Longstride")
        words.setSpacing(2)
        words.addWidget(label(f"Version {longstride.__version__}", "strong"))
        words.addWidget(label(_WHAT, wrap=True))
        words.addStretch(1)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(20)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return head

    def _place_row(self, name: str, folder: Path) -> QWidget:
        row, words = QWidget(), QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(name, "strong"))
        where = label(str(folder), "caption", wrap=True)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.addWidget(where)
        look = button("Open the folder")
        look.setAccessibleName(f"Open the folder: {name.lower()}")
        look.clicked.connect(lambda: self.folder_asked.emit(folder))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addLayout(words, 1)
        line.addWidget(look)
        return row

    def _read(self, place: int) -> None:
        if 0 <= place < len(self._licences):
            one = self._licences[place]
            head = "\n".join(line for line in (one.home, one.terms) if line)
            self.text.setPlainText(f"{head}\n\n{one.text}")


def _line(one: Licence) -> str:
    return f"{one.name} {one.version}".strip() + (f": {one.terms}" if one.terms else "")
