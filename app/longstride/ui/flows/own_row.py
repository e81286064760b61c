"""What can be done with a flow as a file: a star, a copy of one's own, a change, and away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from longstride.ui.intentions import Intention
from longstride.ui.intentions.editing import DeleteFlow, EditFlow, MakeMine, Star
from longstride.ui.shown.cards import FlowCard
from longstride.ui.widgets.flow_layout import FlowLayout
from longstride.ui.widgets.text import button


class OwnRow(QWidget):
    """``wants`` carries Star, MakeMine, EditFlow or DeleteFlow."""

    wants = Signal(Intention)

    def __init__(self) -> None:
        super().__init__()
        self._flow = ""
        self.star = button("Favourite", "pick")
        self.star.setCheckable(True)
        self.mine = button("Make it mine", "chip")
        self.edit = button("Edit", "chip")
        self.delete = button("Delete", "chip")
        row = FlowLayout(self, gap=8)
        for each in (self.star, self.mine, self.edit, self.delete):
            row.addWidget(each)
        self.star.toggled.connect(lambda on: self.wants.emit(Star(self._flow, on)))
        self.mine.clicked.connect(lambda: self.wants.emit(MakeMine(self._flow)))
        self.edit.clicked.connect(lambda: self.wants.emit(EditFlow(self._flow)))
        self.delete.clicked.connect(lambda: self.wants.emit(DeleteFlow(self._flow)))

    def show_card(self, card: FlowCard) -> None:
        """Offer what goes with a flow; what was opened from a file is kept first."""
        self._flow = card.id
        self.setVisible(not card.origin)
        self.star.blockSignals(True)
        self.star.setChecked(card.starred)
        self.star.blockSignals(False)
        self.mine.setText("Make a copy" if card.file else "Make it mine")
        self.edit.setVisible(bool(card.file))
        self.delete.setVisible(bool(card.file))
