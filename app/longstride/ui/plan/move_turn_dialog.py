"""Asks to which day of its week a turn is to move."""

from collections.abc import Iterator
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from longstride.core.history.plan.turn import Turn
from longstride.core.history.week import WEEK
from longstride.records.following import PlanNow
from longstride.ui.intentions import Intention
from longstride.ui.intentions.plan import MoveTurn, PutBack
from longstride.ui.look.theme import Theme
from longstride.ui.shown.plan_words import begins_text, weekday
from longstride.ui.widgets.flow_layout import FlowLayout
from longstride.ui.widgets.overlay import Overlay
from longstride.ui.widgets.text import button, label

_LAST = "It is the last day of this week: it can stay, or be skipped."


class MoveTurnDialog(Overlay):
    """``wants`` carries MoveTurn or PutBack."""

    wants = Signal(Intention)

    def __init__(
        self, theme: Theme, host: QWidget, now: PlanNow, turn: Turn, title: str, today: date
    ) -> None:
        super().__init__(theme, host, f"Move {title}", width=620)
        days = tuple(days_to_move_to(now, turn, today))
        words = f"The plan has it on {weekday(turn.planned)}." if days else _LAST
        self.card.column.addWidget(label(words, "quiet", wrap=True))
        holder = QWidget()
        row = FlowLayout(holder, gap=10)
        for day in days:
            text = "Today" if day == today else begins_text(day)
            row.addWidget(self._answer(text, MoveTurn(now, turn, day)))
        self.card.column.addWidget(holder)
        further = QWidget()
        row = FlowLayout(further, gap=10)
        if now.move_of(turn) is not None:
            row.addWidget(self._answer("Back to its own day", PutBack(now, turn)))
        row.addWidget(self._answer("Skip this one", MoveTurn(now, turn, None)))
        self.card.column.addWidget(further)
        self.close_button = button("Close", "ghost")
        self.close_button.clicked.connect(self.reject)
        self.buttons(self.close_button)

    def _answer(self, text: str, wish: Intention) -> QWidget:
        made = button(text)
        made.clicked.connect(lambda: self._finish(wish))
        return made

    def _finish(self, wish: Intention) -> None:
        self.accept()
        self.wants.emit(wish)


def days_to_move_to(now: PlanNow, turn: Turn, today: date) -> Iterator[date]:
    """Yield the days of the running week from today on, without the one the turn is on."""
    day = max(today, now.start)
    while day < now.start + WEEK:
        if day != turn.day:
            yield day
        day += timedelta(days=1)
