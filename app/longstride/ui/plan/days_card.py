"""The athlete's days: on which they run, warm up, work or are free, and how many keep a week."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from longstride.core.durations import number_word
from longstride.core.flow.plan import After
from longstride.core.history.plan.following import Anchor
from longstride.core.history.week import LEAST_TARGET, MOST_TARGET
from longstride.ui.intentions import Intention
from longstride.ui.intentions.plan import SetAnchor
from longstride.ui.intentions.records import SetTarget
from longstride.ui.look.theme import Theme
from longstride.ui.plan.day_words import NAMES
from longstride.ui.plan.times_row import TimesRow
from longstride.ui.widgets.card import Card, bare_column
from longstride.ui.widgets.day_row import DayRow
from longstride.ui.widgets.flow_layout import FlowLayout
from longstride.ui.widgets.one_of import OneOf
from longstride.ui.widgets.text import button, capital, label


class DaysCard(Card):
    """Seven days a row, each on or off, and the weekly target; ``wants`` to set them."""

    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__("Your days")
        self.days = {after: DayRow(theme, name) for after, name in NAMES.items()}
        self._rows = {after: self._row(after) for after in NAMES}
        self._target = OneOf(self)
        self.targets = {n: button(str(n), "pick") for n in range(LEAST_TARGET, MOST_TARGET + 1)}
        self._kept = label(role="caption", wrap=True)
        for row in self._rows.values():
            self.column.addWidget(row)
        self.times = TimesRow()
        self.column.addWidget(self.times)
        self.column.addSpacing(8)
        self.column.addWidget(label("Days a week", "strong"))
        self.column.addWidget(self._choice())
        self.column.addWidget(self._kept)
        self.column.addStretch(1)
        self.times.wants.connect(self.wants)
        self._target.chosen.connect(lambda days: self.wants.emit(SetTarget(days)))

    def show_days(
        self, anchors: Collection[Anchor], afters: Collection[After], first: int, target: int
    ) -> None:
        """Show what is done on which day; a week begins on the weekday ``first``."""
        for after, row in self._rows.items():
            row.setVisible(after in afters)
            on = [anchor.weekday for anchor in anchors if anchor.after is after]
            self.days[after].show_days(on, first)
        self.times.show_times(anchors, first)
        self._target.mark(target)
        self._kept.setText(f"{capital(number_word(target))} days keep the week.")

    def _row(self, after: After) -> QWidget:
        side, column = bare_column(4)
        days = self.days[after]
        days.chosen.connect(lambda day, on: self.wants.emit(SetAnchor(day, after, on)))
        column.addWidget(label(NAMES[after], "strong"))
        column.addWidget(days)
        return side

    def _choice(self) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder, gap=6)
        for days, chip in self.targets.items():
            chip.setAccessibleName(f"{days} days a week")
            self._target.add(chip, days)
            row.addWidget(chip)
        return holder
