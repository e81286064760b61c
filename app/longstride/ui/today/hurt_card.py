"""The card of Today for what hurts: which places are left alone, and that they are better."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from longstride.ui.intentions import Intention
from longstride.ui.intentions.records import SayBetter
from longstride.ui.look.theme import Theme
from longstride.ui.today.view import Hurt
from longstride.ui.widgets.card import Card
from longstride.ui.widgets.charts.dates import short_day
from longstride.ui.widgets.flow_layout import Reflow
from longstride.ui.widgets.text import button, capital, clear, label

BETTER = "It is better"


class HurtCard(Card):
    """Names each place that is left alone; ``wants`` SayBetter. Hidden while nothing hurts."""

    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__("Left alone")
        self._theme = theme
        self._hurts: tuple[Hurt, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self.column.setContentsMargins(24, 16, 24, 16)
        self.column.addLayout(self._rows)
        self.hide()

    def show_hurts(self, hurts: tuple[Hurt, ...], today: date) -> None:
        """Show what hurts now."""
        if hurts != self._hurts:  # else the keyboard would lose its place
            self._hurts = hurts
            clear(self._rows)
            for hurt in hurts:
                self._rows.addWidget(self._row(hurt, today))
        self.setVisible(bool(hurts))

    def _row(self, hurt: Hurt, today: date) -> QWidget:
        row = Reflow(self._theme, 760)
        row.add(label(hurt_text(hurt, today), wrap=True), 3)
        better = button(BETTER)
        better.setAccessibleName(f"{BETTER}: {hurt.name}" if hurt.name else BETTER)
        better.clicked.connect(lambda: self.wants.emit(SayBetter(hurt.places, hurt.name)))
        row.add(better, 1)
        return row


def hurt_text(hurt: Hurt, today: date) -> str:
    """Return what hurt, when, and what follows from it."""
    what, day = capital(hurt.name or "something"), short_day(hurt.day, today)
    return (
        f"{what} hurt sharply on {day}. Until you say that it is better, nothing that loads or "
        "stretches it is suggested."
    )
