"""The tests' numbers: the newest of each, what changed, and where to enter more."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from longstride.core.history.measure import MeasureKind, Measurement
from longstride.ui.intentions import Intention
from longstride.ui.intentions.measure import LeadToFilm
from longstride.ui.intentions.records import Measure
from longstride.ui.look.theme import Theme
from longstride.ui.shown.film import Use
from longstride.ui.shown.measured import change_words, latest_words, measure_title
from longstride.ui.widgets.card import Card
from longstride.ui.widgets.flow_layout import CardGrid
from longstride.ui.widgets.text import button, label


class NumberTile(Card):
    """One kind of number."""

    wants = Signal(Intention)

    def __init__(self, kind: MeasureKind) -> None:
        super().__init__(measure_title(kind))
        self._kind = kind
        self._value = label(role="value", wrap=True)
        self._change = label(role="caption", wrap=True)
        self.enter = button(_button_words(kind))
        self.enter.setAccessibleName(f"{self.enter.text()}: {kind.form.title}")
        wish = LeadToFilm(Use.STRIDE) if kind.form.filmed else Measure(kind)
        self.enter.clicked.connect(lambda: self.wants.emit(wish))
        for part in (self._value, self._change):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.column.addWidget(self.enter)

    def show_numbers(self, measurements: tuple[Measurement, ...], today: date) -> None:
        """Show the newest of all measurements that are of this kind."""
        words = latest_words(measurements, self._kind, today)
        self._value.setText(words or "Nothing yet")
        changed = change_words(measurements, self._kind, today)
        self._change.setText(changed)
        self._change.setVisible(bool(changed))


def _button_words(kind: MeasureKind) -> str:
    if kind.form.filmed:
        return "From a film"
    return "Tap or enter" if kind is MeasureKind.CADENCE else "Enter numbers"


class Numbers(QWidget):
    """A tile for each kind; ``wants`` carries Measure or LeadToFilm."""

    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        grid = CardGrid(theme, least=280)
        self.setLayout(grid)
        self.tiles = {kind: NumberTile(kind) for kind in MeasureKind}
        for tile in self.tiles.values():
            tile.wants.connect(self.wants)
            grid.addWidget(tile)

    def show_numbers(self, measurements: tuple[Measurement, ...], today: date) -> None:
        """Show the newest number of each kind, and what changed."""
        for tile in self.tiles.values():
            tile.show_numbers(measurements, today)
