"""Today: the next flow, ready to start; the week so far; the last sessions."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from longstride.core.session import Session
from longstride.ui.pages.session_text import (
    day_text,
    steps_text,
    stiffness_after,
    stiffness_text,
    when_text,
)
from longstride.ui.pages.stages import skyline, stages_text
from longstride.ui.pages.step_list import StepList
from longstride.ui.pages.views import DayMark, FlowCard, TodayView
from longstride.ui.theme import Theme
from longstride.ui.widgets.card import Card, Sheet
from longstride.ui.widgets.flow_layout import FlowLayout, Reflow
from longstride.ui.widgets.pair_bars import Pair, PairBars
from longstride.ui.widgets.rating import STIFFNESS_WORDS, Rating
from longstride.ui.widgets.stage_strip import StageStrip
from longstride.ui.widgets.text import Pills, button, clear, label, overline
from longstride.ui.widgets.week_dots import WeekDots

_SHOWN_SESSIONS = 3
_SHOWN_PAIRS = 10
_SHOWN_STEPS = 12
_FIRST_TIME = (
    ("Say how stiff you are", "One touch before and one after shows what a session does for you."),
    ("Press Start and lie down", "The voice sets up each drill and waits until you are in place."),
    ("Follow with eyes closed", "Space pauses, the arrows change the step, L makes it lighter."),
)


class NextFlow(Card):
    """The largest thing on the page: a flow, how stiff the hips are, and Start."""

    start_flow = Signal(str, object)
    choose_flow = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("Next")
        self._id = ""
        self.title = label(role="title", wrap=True)
        self._facts = Pills()
        self._purpose = label(role="quiet", wrap=True)
        self._strip = StageStrip(theme, 96)
        self._steps = StepList(theme, doses=False)
        self.stiffness = Rating(theme, "How stiff are your hips right now?", STIFFNESS_WORDS)
        self.start = button("Start", "big")
        self.start.clicked.connect(self._emit_start)
        self.choose = button("Choose another flow")
        self.choose.clicked.connect(self.choose_flow)
        self.column.setSpacing(12)
        columns = Reflow(theme, 640, gap=32)
        columns.add(self._left(), 8)
        columns.add(self._right(), 5)
        self.column.addWidget(columns, 1)

    def show_flow(self, card: FlowCard) -> None:
        """Show another flow, its stiffness not yet answered."""
        if card.id != self._id:
            self.stiffness.choose(None)
        self._id = card.id
        self.title.setText(card.title)
        self._purpose.setText(card.purpose)
        self._facts.show_texts(card.facts)
        self._strip.show_blocks(skyline(card.steps), stages_text(card.steps))
        self._steps.show_steps(card.steps, _SHOWN_STEPS)
        self.start.setAccessibleName(f"Start {card.title}")

    def _left(self) -> QWidget:
        side, column = _column(10)
        for widget in (self.title, self._facts, self._purpose):
            column.addWidget(widget)
        column.addStretch(1)
        column.addSpacing(6)
        column.addWidget(overline("How stiff are your hips right now?"))
        column.addWidget(self.stiffness)
        column.addSpacing(20)
        actions = QWidget()
        row = FlowLayout(actions, gap=12)
        row.addWidget(self.start)
        row.addWidget(self.choose)
        column.addWidget(actions)
        return side

    def _right(self) -> QWidget:
        side, column = _column(16)
        column.addWidget(self._strip)
        column.addWidget(self._steps)
        column.addStretch(1)
        return side

    def _emit_start(self) -> None:
        answer = self.stiffness.answer
        self.stiffness.choose(None)  # it belongs to this start, not to the next
        self.start_flow.emit(self._id, answer)


class Interrupted(Card):
    """Offers a run that was cut off, at the step where it would go on."""

    resume = Signal(UUID)
    discard = Signal(UUID)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._id: UUID | None = None
        self.words = label(role="lead", wrap=True)
        go_on = button("Go on", "primary")
        go_on.clicked.connect(lambda: self.resume.emit(self._id))
        let_go = button("Let it go", "ghost")
        let_go.clicked.connect(lambda: self.discard.emit(self._id))
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(go_on)
        row.addWidget(let_go)
        row.addStretch(1)
        line = Reflow(theme, 760)
        line.add(self.words, 3)
        line.add(buttons, 1)
        self.column.setContentsMargins(24, 16, 24, 16)
        self.column.addWidget(line)

    def show_session(self, session: Session) -> None:
        """Offer a session; its place is named the way the athlete counts."""
        self._id = session.id
        step = min(session.next_step + 1, session.step_count)
        self.words.setText(
            f"{session.title} from {when_text(session)} stopped at step {step} of "
            f"{session.step_count}."
        )


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

    def show_sessions(self, sessions: tuple[Session, ...]) -> None:
        """Show them, or what will be here."""
        clear(self._grid)
        if not sessions:
            words = "What you do is kept here: how long, how it felt before and after."
            self._grid.addWidget(label(words, "quiet", wrap=True), 0, 0)
        for index, session in enumerate(sessions[:_SHOWN_SESSIONS]):
            self._add(index * 2, session)

    def _add(self, row: int, session: Session) -> None:
        title = label(session.title, "strong", wrap=True)
        title.setContentsMargins(0, 8 if row else 0, 0, 0)
        self._grid.addWidget(title, row, 0, 1, 2)
        detail = " · ".join(part for part in (when_text(session), stiffness_text(session)) if part)
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

    def show_sessions(self, sessions: tuple[Session, ...]) -> None:
        """Show what was rated on both ends, newest right."""
        pairs = tuple(
            Pair(session.stiffness_before, after, day_text(session))
            for session in sessions
            if session.stiffness_before is not None
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
            side, column = _column(4)
            column.addWidget(label(heading, "strong", wrap=True))
            column.addWidget(label(words, "quiet", wrap=True))
            column.addStretch(1)
            columns.add(side)
        self.column.addWidget(columns)


class TodayPage(Sheet):
    """Shows a TodayView.

    ``start_flow`` carries the flow's id and stiffness 0-10 or None; ``resume`` and
    ``discard_interrupted`` the id of the session that was cut off.
    """

    start_flow = Signal(str, object)
    choose_flow = Signal()
    resume = Signal(UUID)
    discard_interrupted = Signal(UUID)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("Today", parent)
        self._heading = label(role="title", wrap=True)
        self._sub = label(role="quiet", wrap=True)
        self._interrupted = Interrupted(theme)
        self.next_flow = NextFlow(theme)
        self._no_flow = self._empty_card()
        self._week = WeekDots(theme)
        self._last = LastSessions()
        self._pairs = StiffnessPairs(theme)
        self._first_time = FirstTime(theme)
        self._lay_out(theme)
        self.next_flow.start_flow.connect(self.start_flow)
        self.next_flow.choose_flow.connect(self.choose_flow)
        self._interrupted.resume.connect(self.resume)
        self._interrupted.discard.connect(self.discard_interrupted)

    def show_today(self, view: TodayView) -> None:
        """Show the day as it stands; before the first time the page is blank."""
        self.unveil()
        self._heading.setText(view.heading)
        self._sub.setText(view.sub)
        self._interrupted.setVisible(view.interrupted is not None)
        if view.interrupted:
            self._interrupted.show_session(view.interrupted)
        self.next_flow.setVisible(view.flow is not None)
        self._no_flow.setVisible(view.flow is None)
        if view.flow:
            self.next_flow.show_flow(view.flow)
        self._week.show_days(tuple(map(_day, view.week)))
        self._last.show_sessions(view.sessions)
        self._pairs.show_sessions(view.sessions)
        self._first_time.setVisible(not view.sessions)

    def _lay_out(self, theme: Theme) -> None:
        head, lines = _column(4)
        lines.addWidget(self._heading)
        lines.addWidget(self._sub)
        week = Card("This week")
        week.column.addSpacing(4)
        week.column.addWidget(self._week)
        aside, column = _column(24)
        column.addWidget(week)
        column.addWidget(self._last, 1)
        main, rows = _column(0)
        rows.addWidget(self.next_flow, 1)
        rows.addWidget(self._no_flow, 1)
        middle = Reflow(theme, 980)
        middle.add(main, 16)
        middle.add(aside, 9)
        for widget in (head, self._interrupted, middle, self._pairs, self._first_time):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def _empty_card(self) -> Card:
        card = Card("Next")
        card.column.addWidget(label("There is no flow to start", "heading", wrap=True))
        words = "Every flow file has a mistake. The page Flows names each one, with its line."
        card.column.addWidget(label(words, "quiet", wrap=True))
        look = button("See what is wrong", "primary")
        look.clicked.connect(self.choose_flow)
        card.column.addSpacing(8)
        card.column.addWidget(look, 0, Qt.AlignmentFlag.AlignLeft)
        card.column.addStretch(1)
        return card


def _column(gap: int) -> tuple[QWidget, QVBoxLayout]:
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    return side, column


def _day(mark: DayMark) -> tuple[str, bool, bool]:
    return mark.name, mark.done, mark.today


def _pairs_text(pairs: tuple[Pair, ...]) -> str:
    if not pairs:
        return ""
    change = sum(pair.before - pair.after for pair in pairs) / len(pairs)
    if change < 0.1:
        return "Grey before, green after."
    return f"Grey before, green after. A session took off {change:.1f} points on average."
