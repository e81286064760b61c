"""Freezing days: rest, illness, injury, travel, a lighter week; before, on, or after them."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from longstride.core.history.week import Freeze, FreezeReason
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.charts.dates import full_day
from longstride.ui.widgets.fields import DayField
from longstride.ui.widgets.flow_layout import FlowLayout
from longstride.ui.widgets.one_of import OneOf
from longstride.ui.widgets.overlay import Overlay
from longstride.ui.widgets.text import button, clear, label, overline

MOST_DAYS = 366
_SHOWN = 6
_WORDS = "Frozen days hold your streak and your score. Set them before, on the day, or afterwards."
_NAMES = {
    FreezeReason.REST: "Rest",
    FreezeReason.ILLNESS: "Illness",
    FreezeReason.INJURY: "Injury",
    FreezeReason.TRAVEL: "Travel",
    FreezeReason.DELOAD: "Lighter week",
}


@dataclass(frozen=True, slots=True)
class Rest:
    """Days from ``first`` to ``last``, both frozen."""

    first: date
    last: date
    reason: FreezeReason

    @property
    def days(self) -> tuple[date, ...]:
        """Every one of them."""
        count = (self.last - self.first).days + 1
        return tuple(self.first + timedelta(days=n) for n in range(count))


class RestDialog(Overlay):
    """Asks which days to freeze and why; ``frozen`` carries a Rest, ``thawed`` one too."""

    frozen = Signal(Rest)
    thawed = Signal(Rest)

    def __init__(
        self, theme: Theme, host: QWidget, freezes: tuple[Freeze, ...], today: date, week: date
    ) -> None:
        super().__init__(theme, host, "Rest days", width=620)
        latest = today + timedelta(days=MOST_DAYS)
        self.first = DayField(theme, "First day", today, latest)
        self.last = DayField(theme, "Last day", today, latest)
        self.reasons = OneOf(self)
        self._week = week
        self._list = QVBoxLayout()
        self.freeze = button("Freeze these days", "primary")
        self.close_button = button("Close", "ghost")
        self._lay_out()
        self._show_freezes(freezes, today)
        self.first.dateChanged.connect(self.last.setMinimumDate)
        self.freeze.setDefault(True)
        self.freeze.clicked.connect(self._finish)
        self.close_button.clicked.connect(self.reject)
        self.first.setFocus()

    @property
    def answer(self) -> Rest:
        """What is filled in now."""
        last = min(self.last.day, self.first.day + timedelta(days=MOST_DAYS))
        return Rest(self.first.day, last, tuple(FreezeReason)[self.reasons.checkedId()])

    def _lay_out(self) -> None:
        column = self.card.column
        column.addWidget(label(_WORDS, "quiet", wrap=True))
        column.addSpacing(6)
        column.addWidget(overline("From, to"))
        days = QWidget()
        row = FlowLayout(days, gap=12)
        self.this_week = button("This week", "chip")
        self.this_week.clicked.connect(self._take_week)
        for widget in (self.first, self.last, self.this_week):
            row.addWidget(widget)
        column.addWidget(days)
        column.addSpacing(6)
        column.addWidget(overline("Why"))
        column.addWidget(self._reasons())
        self.buttons(self.freeze, self.close_button)
        column.addSpacing(6)
        column.addLayout(self._list)

    def _reasons(self) -> QWidget:
        reasons = QWidget()
        row = FlowLayout(reasons, gap=8)
        for place, reason in enumerate(FreezeReason):
            chip = button(_NAMES[reason], "chip")
            self.reasons.add(chip, place)
            row.addWidget(chip)
        self.reasons.mark(0)
        return reasons

    def _take_week(self) -> None:
        self.first.show_day(self._week)
        self.last.show_day(self._week + timedelta(days=6))

    def _show_freezes(self, freezes: tuple[Freeze, ...], today: date) -> None:
        """List the newest stretches of frozen days, each with a way to let them count again."""
        clear(self._list)
        stretches = rests(freezes)[-_SHOWN:]
        if stretches:
            self._list.addWidget(overline("Frozen so far"))
        for rest in reversed(stretches):
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.addWidget(label(rest_text(rest), wrap=True), 1)
            lift = button("Let them count", "ghost")
            lift.setAccessibleName(f"Let {rest_text(rest)} count again")
            lift.clicked.connect(lambda _, rest=rest: self._lift(rest))
            line.addWidget(lift)
            self._list.addWidget(row)

    def _lift(self, rest: Rest) -> None:
        self.accept()
        self.thawed.emit(rest)

    def _finish(self) -> None:
        answer = self.answer
        self.accept()
        self.frozen.emit(answer)


def rests(freezes: tuple[Freeze, ...]) -> list[Rest]:
    """Return frozen days as stretches of one reason, oldest first."""
    found: list[Rest] = []
    for each in sorted(freezes, key=lambda freeze: freeze.day):
        before = found[-1] if found else None
        next_day = before and before.last + timedelta(days=1) == each.day
        if before and next_day and before.reason is each.reason:
            found[-1] = Rest(before.first, each.day, each.reason)
        else:
            found.append(Rest(each.day, each.day, each.reason))
    return found


def rest_text(rest: Rest) -> str:
    """Return ``12 Mar 2026 to 18 Mar 2026, travel``."""
    days = full_day(rest.first)
    if rest.last != rest.first:
        days = f"{days} to {full_day(rest.last)}"
    return f"{days}, {_NAMES[rest.reason].lower()}"
