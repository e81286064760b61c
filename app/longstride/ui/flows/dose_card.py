"""A flow's own dose: what the next one should be, and every change of it, each to be undone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from longstride.ui.intentions import Intention
from longstride.ui.intentions.records import PutOffDose, TakeDose, UndoDose
from longstride.ui.shown.counsel_box import CounselBox
from longstride.ui.shown.dose_words import DoseLine
from longstride.ui.widgets.card import Card, bare_column
from longstride.ui.widgets.text import button, clear, label

if TYPE_CHECKING:
    from longstride.records.doses import DoseNow


class DoseCard(Card):
    """Counsel and changes; ``wants`` TakeDose, PutOffDose or UndoDose."""

    wants = Signal(Intention)

    def __init__(self) -> None:
        super().__init__("Your dose")
        self._lines: Sequence[DoseLine] | None = None
        self.counsel = CounselBox()
        self.counsel.taken.connect(lambda each: self.wants.emit(TakeDose(each)))
        self.counsel.left.connect(lambda each: self.wants.emit(PutOffDose(each)))
        self.counsel.taken_back.connect(lambda each: self.wants.emit(UndoDose(each)))
        self._changes = QVBoxLayout()
        self._changes.setSpacing(16)
        self.column.addWidget(self.counsel)
        self.column.addSpacing(8)
        self.column.addLayout(self._changes)
        self.show_dose(None, ())

    def show_dose(self, dose: DoseNow | None, lines: Sequence[DoseLine]) -> None:
        """Show how a dose stands, and its changes in their order; hidden while it is not known."""
        self.setVisible(dose is not None)
        self.counsel.show_dose(dose)
        if lines != self._lines:
            self._lines = lines
            clear(self._changes)
            for line in lines:
                self._changes.addWidget(self._row(line))

    def _row(self, line: DoseLine) -> QWidget:
        row, words = QWidget(), bare_column(2)
        words[1].addWidget(label(line.name, "strong", wrap=True))
        words[1].addWidget(label(line.told, "quiet", wrap=True))
        undo = button("Drop it" if line.waits else "Undo", "chip")
        undo.setAccessibleName(f"{undo.text()}: {line.text}")
        undo.clicked.connect(lambda: self.wants.emit(UndoDose(line.change)))
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(words[0], 1)
        across.addWidget(undo, 0, Qt.AlignmentFlag.AlignTop)
        return row
