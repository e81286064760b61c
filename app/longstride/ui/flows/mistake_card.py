"""Files of flows with what is to be said of them."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from longstride.core.errors import Mistake
from longstride.ui.intentions import Intention
from longstride.ui.intentions.editing import EditFile
from longstride.ui.widgets.card import Card
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
        self._lines.setSpacing(10)
        self.column.addLayout(self._lines)

    def show_mistakes(self, mistakes: tuple[Mistake, ...]) -> None:
        """List mistakes file by file; without any the card is not there."""
        clear(self._lines)
        self.openers = ()
        self.setVisible(bool(mistakes))
        file = ""
        for mistake in sorted(mistakes):
            if mistake.file != file:
                file = mistake.file
                self._lines.addWidget(label(file, "warn", wrap=True))
                self._lines.addWidget(self._opener(file), 0, Qt.AlignmentFlag.AlignLeft)
            where = f"Line {mistake.line}: " if mistake.line else ""
            self._lines.addWidget(label(f"{where}{mistake.text}", wrap=True))

    def _opener(self, file: str) -> QPushButton:
        made = button("Open in the editor", "chip")
        made.setAccessibleName(f"Open in the editor: {Path(file).name}")
        made.clicked.connect(lambda: self.wants.emit(EditFile(file)))
        self.openers = (*self.openers, made)
        return made
