"""Files of flows with what is to be said of them."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from longstride.core.errors import Mistake
from longstride.ui.intentions import Intention
from longstride.ui.intentions.editing import EditFile
from longstride.ui.widgets.card import Card, bare_column
from longstride.ui.widgets.text import button, clear, label


class MistakeCard(Card):
    """Files with what is to be said of them, such as a mistake, its line and what to do.

    ``wants`` carries EditFile.
    """

    wants = Signal(Intention)

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.openers: tuple[QPushButton, ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(20)
        self.column.addLayout(self._lines)

    def show_mistakes(self, mistakes: tuple[Mistake, ...]) -> None:
        """List mistakes file by file; without any the card is not there."""
        clear(self._lines)
        self.openers = ()
        self.setVisible(bool(mistakes))
        for file, found in groupby(sorted(mistakes), lambda mistake: mistake.file):
            self._lines.addWidget(self._part(file, found))

    def _part(self, file: str, mistakes: Iterable[Mistake]) -> QWidget:
        """Return a file's name and what is said of it, beside the way to mend it."""
        words, column = bare_column(4)
        for each in name_labels(file):
            column.addWidget(each)
        for mistake in mistakes:
            column.addWidget(label(mistake_words(mistake), wrap=True))
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(words, 1)
        row.addWidget(self._opener(file), 0, Qt.AlignmentFlag.AlignTop)
        return part

    def _opener(self, file: str) -> QPushButton:
        made = button("Open in the editor", "chip")
        made.setAccessibleName(f"Open in the editor: {Path(file).name}")
        made.clicked.connect(lambda: self.wants.emit(EditFile(file)))
        self.openers = (*self.openers, made)
        return made


def name_labels(file: str) -> tuple[QLabel, ...]:
    """Return a file's name and, below it, the folder it lies in."""
    path = Path(file)
    name = label(path.name, "warn", wrap=True)
    if path.parent == Path():
        return (name,)
    return name, label(str(path.parent), "caption", wrap=True)


def mistake_words(mistake: Mistake) -> str:
    """Return what is wrong, and in which line if that is known."""
    return f"Line {mistake.line}: {mistake.text}" if mistake.line else mistake.text
