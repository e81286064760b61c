"""The backups there are, and the way back to one of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.shown.trouble import held_text, taken_text
from longstride.ui.widgets.overlay import Overlay
from longstride.ui.widgets.text import button, label

if TYPE_CHECKING:
    from longstride.journal.backup import Backup

_WORDS = (
    "Your journal becomes what it was at that moment. The file that is there now is kept aside "
    "first, so that you can come back to it."
)
_NONE = "There are no backups yet. Longstride makes one by itself when it opens and closes."


class RestoreDialog(Overlay):
    """Lists backups, newest first; ``chosen`` carries a Path, ``elsewhere`` asks for a file."""

    chosen = Signal(Path)
    elsewhere = Signal()

    def __init__(self, theme: Theme, host: QWidget, backups: tuple[Backup, ...]) -> None:
        super().__init__(theme, host, "Restore a backup", width=640)
        column = self.card.column
        column.addWidget(label(_WORDS if backups else _NONE, "quiet", wrap=True))
        column.addSpacing(6)
        for backup in backups:
            column.addWidget(self._row(backup))
        self.another = button("Another file…", "ghost")
        self.close_button = button("Close", "ghost")
        self.another.clicked.connect(self._look_elsewhere)
        self.close_button.clicked.connect(self.reject)
        self.buttons(self.close_button, self.another)
        self.close_button.setFocus()

    def _row(self, backup: Backup) -> QWidget:
        row, words = QWidget(), QVBoxLayout()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 4, 0, 4)
        line.setSpacing(16)
        words.setSpacing(0)
        words.addWidget(label(taken_text(backup), "strong", wrap=True))
        words.addWidget(label(held_text(backup), "caption", wrap=True))
        line.addLayout(words, 1)
        if backup.sessions is not None:
            take = button("Restore")
            take.setAccessibleName(f"Restore {taken_text(backup)}, {held_text(backup)}")
            take.clicked.connect(lambda: self._finish(backup))
            line.addWidget(take)
        return row

    def _finish(self, backup: Backup) -> None:
        self.accept()
        self.chosen.emit(backup.path)

    def _look_elsewhere(self) -> None:
        self.accept()
        self.elsewhere.emit()
