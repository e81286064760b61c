"""The smaller cards of Today."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from longstride.core.counting import counted
from longstride.core.history.pain import SHARP_ADVICE
from longstride.core.history.session import Session
from longstride.core.history.week import LEAST_TARGET, MOST_TARGET
from longstride.ui.intentions import Intention
from longstride.ui.intentions.plan import LightenWeek
from longstride.ui.intentions.records import Explain, PlanRest, SetTarget
from longstride.ui.intentions.window import ShowPage
from longstride.ui.look.theme import Theme
from longstride.ui.shown.past import Recent
from longstride.ui.shown.session_text import (
    steps_text,
    stiffness_after,
    stiffness_text,
    when_text,
)
from longstride.ui.shown.week import streak_text, week_dots
from longstride.ui.widgets.card import Card, bare_column
from longstride.ui.widgets.charts.chart import Chart
from longstride.ui.widgets.charts.dates import short_day
from longstride.ui.widgets.charts.spark import Spark
from longstride.ui.widgets.choice import Choice
from longstride.ui.widgets.flow_layout import FlowLayout, Reflow
from longstride.ui.widgets.pair_bars import Pair, PairBars
from longstride.ui.widgets.text import button, clear, label
from longstride.ui.widgets.week_dots import WeekDots

if TYPE_CHECKING:
    from longstride.records.following import PlanNow

_SHOWN_SESSIONS = 3
_SHOWN_PAIRS = 10
_SPARK_DAYS = 84
_FIRST_TIME = (
    ("Say how stiff you are", "One touch before and one after shows what a session does for you."),
    ("Press Start and lie down", "The voice sets up each drill and waits until you are in place."),
    ("Follow with eyes closed", "Space pauses, the arrows change the step, L makes it lighter."),
)


_LIGHTER, _FREEZE = "Make it lighter", "Freeze spare days"
_NAMES = {_LIGHTER: "Make this week lighter", _FREEZE: "Freeze this week's spare days"}
_WHY = {
    _LIGHTER: "Less in each session, and days without a turn are frozen",
    _FREEZE: "The plan's week is lighter: days without a turn can hold your streak",
}


class RestCard(Card):
    """A day without a flow, and why; ``wants`` ShowPage: it is the athlete who decides."""

    wants = Signal(Intention)

    def __init__(self) -> None:
        super().__init__("Rest")
        self._reason = label(role="strong", wrap=True)
        self._choose = choose = button("Choose a flow all the same")
        choose.clicked.connect(lambda: self.wants.emit(ShowPage("flows")))
        self.column.addWidget(label("Rest comes first", "heading", wrap=True))
        self.column.addWidget(self._reason)
        self.column.addSpacing(8)
        self.column.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def show_reason(self, reason: str) -> None:
        """Show why it is a day of rest; hidden where there is no reason.

        On the day on which something hurt sharply no flow is offered, not even another.
        """
        self._reason.setText(reason)
        self._choose.setVisible(reason != SHARP_ADVICE)
        self.setVisible(bool(reason))


class WeekCard(Card):
    """The running week, its target, and the way to rest days; ``wants`` an Intention."""

    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__("This week")
        self.dots = WeekDots(theme)
        self.target = Choice(theme, "Training days a week")
        self.target.setMinimumContentsLength(0)
        self.target.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self._done = label(role="quiet")
        rest = button("Rest days", "chip")
        rest.setToolTip("Freeze days for rest, illness, injury, travel or a lighter week")
        rest.clicked.connect(lambda: self.wants.emit(PlanRest()))
        self.target.activated.connect(lambda _: self._set())
        self._lighter = button(_LIGHTER, "chip")
        self._lighter.clicked.connect(lambda: self.wants.emit(LightenWeek()))
        self._lighter.hide()
        foot = QWidget()
        row = FlowLayout(foot, gap=10)
        for widget in (self.target, self._done, rest, self._lighter):
            row.addWidget(widget)
        self.column.addSpacing(4)
        self.column.addWidget(self.dots)
        self.column.addWidget(foot)

    def show_recent(self, recent: Recent) -> None:
        """Show the week as it stands."""
        running = recent.regular.streak.running
        self.dots.show_days(week_dots(recent))
        self.target.offer(
            tuple((f"Goal {n} days", n) for n in range(LEAST_TARGET, MOST_TARGET + 1)),
            running.target,
        )
        self._done.setText(f"{running.days} done")
        self._done.setVisible(running.days > 0)

    def offer_lighter(self, now: PlanNow | None, today: date) -> None:
        """Offer to make the week of a plan that is under way lighter, or what is left of that."""
        runs = now is not None and now.runs(today)
        freezes = now is not None and now.has_spare_days
        self._lighter.setText(_FREEZE if freezes else _LIGHTER)
        self._lighter.setAccessibleName(_NAMES[self._lighter.text()])
        self._lighter.setToolTip(_WHY[self._lighter.text()])
        self._lighter.setVisible(freezes or (now is not None and runs and not now.place.lighter))

    def _set(self) -> None:
        if isinstance(self.target.value, int):
            self.wants.emit(SetTarget(self.target.value))


class StreakCard(Card):
    """Kept weeks in a row, the longest streak and how many sessions there are in all."""

    def __init__(self) -> None:
        super().__init__("Streak")
        self.column.setContentsMargins(20, 24, 12, 20)
        self._weeks = label(role="title", wrap=True)
        self._run = label(role="quiet", wrap=True)
        self._count = label(role="quiet", wrap=True)
        for widget in (self._weeks, self._run, self._count):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def show_recent(self, recent: Recent) -> None:
        """Show the run as it stands; a broken one is never a zero."""
        value, words = streak_text(recent.regular.streak)
        self._weeks.setText(value)
        self._run.setText(words)
        count = counted(recent.count, "session")
        self._count.setText(f"{count} in all")
        self._count.setVisible(recent.count > 0)


class ScoreCard(Card):
    """The consistency score, the way it came, and how it is made; ``wants`` Explain."""

    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__("Consistency")
        self.column.setContentsMargins(20, 24, 12, 20)
        self._value = label(role="title")
        self.spark = Chart(theme, "Consistency over twelve weeks")
        self._words = label("it grows with every day you train", "quiet", wrap=True)
        how = button("What counts?", "chip")
        how.clicked.connect(lambda: self.wants.emit(Explain()))
        self.column.addWidget(self._value)
        self.column.addWidget(self._words)
        self.column.addWidget(self.spark)
        self.column.addStretch(1)
        self.column.addWidget(how, 0, Qt.AlignmentFlag.AlignLeft)

    def show_recent(self, recent: Recent) -> None:
        """Show the score and its last twelve weeks."""
        score = recent.regular.score
        values = tuple(value for _, value in score.curve[-_SPARK_DAYS:])
        begun = bool(recent.count)
        self._value.setText(f"{score.percent} %" if begun else "Soon")
        self._words.setVisible(not begun)
        self.spark.setVisible(begun)
        self.spark.show_plot(Spark(values, f"{score.percent} % today"))


class LastSessions(Card):
    """The newest sessions, each on two lines."""

    def __init__(self) -> None:
        super().__init__("Last sessions")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self.column.addSpacing(4)
        self.column.addLayout(self._grid)
        self.column.addStretch(1)

    def show_sessions(self, sessions: tuple[Session, ...], today: date) -> None:
        """Show them, or what will be here."""
        clear(self._grid)
        if not sessions:
            words = "What you do is kept here: how long, how it felt before and after."
            self._grid.addWidget(label(words, "quiet", wrap=True), 0, 0)
        for index, session in enumerate(sessions[:_SHOWN_SESSIONS]):
            self._add(index * 2, session, today)

    def _add(self, row: int, session: Session, today: date) -> None:
        title = label(session.title, "strong", wrap=True)
        title.setContentsMargins(0, 8 if row else 0, 0, 0)
        self._grid.addWidget(title, row, 0, 1, 2)
        parts = (when_text(session, today), stiffness_text(session))
        detail = " · ".join(part for part in parts if part)
        below = label(detail, "quiet", wrap=True)
        below.setAccessibleName(f"{detail}, {steps_text(session)}")
        self._grid.addWidget(below, row + 1, 0, 1, 2)


class StiffnessPairs(Card):
    """Stiffness before and after of the newest rated sessions; hidden while there are none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Stiffness, before and after")
        self._bars = PairBars(theme)
        self._words = label(role="caption", wrap=True)
        self.column.addSpacing(4)
        self.column.addWidget(self._bars)
        self.column.addWidget(self._words)

    def show_sessions(self, sessions: tuple[Session, ...], today: date) -> None:
        """Show what was rated on both ends, newest right."""
        pairs = tuple(
            Pair(session.stiffness_before, after, short_day(session.day, today))
            for session in sessions
            if session.counts
            and session.stiffness_before is not None
            and (after := stiffness_after(session)) is not None
        )[:_SHOWN_PAIRS][::-1]
        self.setVisible(bool(pairs))
        self._bars.show_pairs(pairs)
        self._words.setText(_pairs_text(pairs))


class FirstTime(Card):
    """How a flow goes, for someone who has not done one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("How it goes")
        self.column.addSpacing(4)
        columns = Reflow(theme, 760, gap=32)
        for heading, words in _FIRST_TIME:
            side, column = bare_column(4)
            column.addWidget(label(heading, "strong", wrap=True))
            column.addWidget(label(words, "quiet", wrap=True))
            column.addStretch(1)
            columns.add(side)
        self.column.addWidget(columns)


def _pairs_text(pairs: tuple[Pair, ...]) -> str:
    if not pairs:
        return ""
    change = sum(pair.before - pair.after for pair in pairs) / len(pairs)
    if change < 0.1:
        return "Left before, right after."
    return f"Left before, right after. A session took off {change:.1f} points on average."
