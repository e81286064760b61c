"""Seven days of the week in a row, each on or off."""

from collections.abc import Collection
from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.charts.dates import WEEKDAYS
from longstride.ui.widgets.day_toggle import DayToggle


class DayRow(QWidget):
    """``toggles`` are Monday's first, wherever they stand; ``name`` is what is on or off on them.

    ``chosen`` carries a weekday, 0 Monday, and whether it is on.
    """

    chosen = Signal(int, bool)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.toggles = [DayToggle(theme, day[0], f"{name} on {day}") for day in WEEKDAYS]
        self._across = QHBoxLayout(self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(4)
        for day, toggle in enumerate(self.toggles):
            # Not ``clicked``: a screen reader checks a button and never clicks it.
            toggle.toggled.connect(lambda on, day=day: self.chosen.emit(day, on))
            self._across.addWidget(toggle)
        self._across.addStretch(1)

    @property
    def on(self) -> tuple[int, ...]:
        """The weekdays that are on, Monday first."""
        return tuple(day for day, toggle in enumerate(self.toggles) if toggle.isChecked())

    def show_days(self, on: Collection[int], first: int) -> None:
        """Show which days are on, without telling; the row begins with the weekday ``first``."""
        for day, toggle in enumerate(self.toggles):
            with QSignalBlocker(toggle):
                toggle.setChecked(day in on)
        wanted = self.toggles[first:] + self.toggles[:first]
        if self._across.indexOf(wanted[0]) == 0:
            return
        for place, toggle in enumerate(wanted):
            self._across.removeWidget(toggle)
            self._across.insertWidget(place, toggle)
        for before, toggle in pairwise(wanted):
            QWidget.setTabOrder(before, toggle)
