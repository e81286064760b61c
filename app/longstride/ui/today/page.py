"""Today: the one thing the day is about; where the week stands; the last sessions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal

from longstride.core.figure.figure import Figure
from longstride.ui.intentions import Intention
from longstride.ui.intentions.records import LookAtDose
from longstride.ui.intentions.window import ShowPage
from longstride.ui.look.theme import Theme
from longstride.ui.today.cards import (
    FirstTime,
    LastSessions,
    RestCard,
    ScoreCard,
    StiffnessPairs,
    StreakCard,
    WeekCard,
)
from longstride.ui.today.dose_cards import DoseCard, SorenessCard
from longstride.ui.today.hurt_card import HurtCard
from longstride.ui.today.next_flow import NextFlow
from longstride.ui.today.open_cards import Interrupted, Unrated
from longstride.ui.today.view import DayState, TodayView
from longstride.ui.widgets.card import Card, ScrollPage, bare_column
from longstride.ui.widgets.flow_layout import Reflow
from longstride.ui.widgets.text import button, label

if TYPE_CHECKING:
    from longstride.core.history.session import Session
    from longstride.ui.today.done import DoneToday
    from longstride.ui.today.done_card import DoneCard
    from longstride.ui.today.go_on_card import GoOnCard

    Leading = TypeVar("Leading", DoneCard, GoOnCard)


class TodayPage(ScrollPage):
    """Shows a TodayView."""

    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__("Today")
        self._theme = theme
        self._heading = label(role="title", wrap=True)
        self._sub = label(role="quiet", wrap=True)
        self._interrupted = Interrupted(theme)
        self._unrated = Unrated(theme)
        self._hurt = HurtCard(theme)
        self.next_flow = NextFlow(theme)
        self._no_flow = self._empty_card()
        self._rest = RestCard()
        self._done: DoneCard | None = None  # made on the first day that is done
        self._go_on: GoOnCard | None = None  # and that one on the first with a run to go on with
        self._figures: Mapping[str, Figure] = {}
        self._looked_at = ""  # the flow whose dose was asked for
        self.soreness = SorenessCard(theme)
        self.dose = DoseCard(theme)
        self.week = WeekCard(theme)
        self.streak = StreakCard()
        self.score = ScoreCard(theme)
        self._last = LastSessions()
        self._pairs = StiffnessPairs(theme)
        self._first_time = FirstTime(theme)
        self._below = Reflow(theme, 980)
        self._lay_out(theme)
        self._connect()

    def show_today(self, view: TodayView, today: date | None = None) -> None:
        """Show the day as it stands; before the first time the page is blank.

        A turn of a plan can be put off where it is one of ``today``.
        """
        self.unveil()
        self._heading.setText(view.heading)
        self._sub.setText(view.sub)
        self._show_open(view)
        self._show_state(view)
        self._hurt.show_hurts(view.hurts, view.today)
        if view.flow:
            self.next_flow.show_flow(view.flow, view.reason, view.advice)
            self.next_flow.show_turn(view.recent.plan, view.turn, today)
        self._aside.setVisible(view.is_complete)
        if view.recent.whole and view.dosed:
            self._look_at_dose(view.dosed)
        self._show_dose(view)
        if view.recent.whole:
            for card in (self.week, self.streak, self.score):
                card.show_recent(view.recent)
            self.week.offer_lighter(view.recent.plan, view.today)
        self._last.show_sessions(view.recent.sessions, view.today)
        self._pairs.show_sessions(view.recent.sessions, view.today)
        self._first_time.setVisible(not view.recent.sessions)
        self._below.setVisible(bool(view.recent.sessions))

    def show_figures(self, figures: Mapping[str, Figure]) -> None:
        """Take the figures of drills by id."""
        self.next_flow.show_figures(figures)
        self._figures = figures
        for card in (self._done, self._go_on):
            if card is not None:
                card.show_figures(figures)

    def _show_state(self, view: TodayView) -> None:
        """Show the one thing the day is about."""
        to_do = view.state in {DayState.FIRST, DayState.TO_DO}
        self.next_flow.setVisible(to_do and view.flow is not None)
        self._no_flow.setVisible(to_do and view.flow is None)
        self._rest.show_reason(view.rest)
        if self._done is not None:
            self._done.setVisible(view.state is DayState.DONE)
        if self._go_on is not None:
            self._go_on.setVisible(view.state is DayState.GO_ON)
        if view.state is DayState.DONE and view.done:
            self._show_done(view.done)
        elif view.state is DayState.GO_ON and view.recent.interrupted:
            self._show_go_on(view.recent.interrupted, view.today)

    def _show_done(self, done: DoneToday) -> None:
        if self._done is None:
            from longstride.ui.today.done_card import DoneCard

            self._done = self._placed(DoneCard(self._theme))
        self._done.show_done(done)

    def _show_go_on(self, session: Session, today: date) -> None:
        if self._go_on is None:
            from longstride.ui.today.go_on_card import GoOnCard

            self._go_on = self._placed(GoOnCard(self._theme))
        self._go_on.show_session(session, today)

    def _placed(self, card: Leading) -> Leading:
        """Put a card that was made late in the place of the one thing the day is about."""
        card.wants.connect(self.wants)
        card.show_figures(self._figures)
        self._rows.addWidget(card, 1)
        card.show()
        return card

    def _look_at_dose(self, flow: str) -> None:
        """Have the dose of a flow read from now on."""
        if flow != self._looked_at:
            self._looked_at = flow
            self.wants.emit(LookAtDose(flow))

    def _show_dose(self, view: TodayView) -> None:
        """Ask how sore the athlete is, or say what the next dose should be: one at a time."""
        self.dose.show_view(view)
        self.soreness.show_soreness(view.soreness)
        self.dose.give_way(self.soreness.asks)
        self._aside.updateGeometry()  # which hidden it would not hear of by itself

    def _show_open(self, view: TodayView) -> None:
        """Offer what was left open: a run that was cut off, an answer that was not given."""
        recent = view.recent
        self._interrupted.setVisible(recent.interrupted is not None and not view.goes_on)
        if recent.interrupted:
            self._interrupted.show_session(recent.interrupted, view.today)
        self._unrated.setVisible(recent.unrated is not None)
        if recent.unrated:
            self._unrated.show_session(recent.unrated, view.today)

    def _lay_out(self, theme: Theme) -> None:
        head, lines = bare_column(4)
        lines.addWidget(self._heading)
        lines.addWidget(self._sub)
        pair = Reflow(theme, 330)
        pair.add(self.streak)
        pair.add(self.score)
        self._aside, column = bare_column(24)
        policy = self._aside.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # or the flow would move when its neighbours come
        self._aside.setSizePolicy(policy)
        column.addWidget(self.soreness)
        column.addWidget(self.dose)
        column.addWidget(self.week)
        column.addWidget(pair, 1)
        main, rows = bare_column(0)
        rows.addWidget(self.next_flow, 1)
        rows.addWidget(self._no_flow, 1)
        rows.addWidget(self._rest, 1)
        self._rows = rows
        middle = Reflow(theme, 980)
        middle.add(main, 16)
        middle.add(self._aside, 9)
        self._below.add(self._pairs, 16)
        self._below.add(self._last, 9)
        for widget in (
            head,
            self._interrupted,
            self._unrated,
            middle,
            self._hurt,
            self._below,
        ):
            self.column.addWidget(widget)
        self.column.addWidget(self._first_time)
        self.column.addStretch(1)

    def _connect(self) -> None:
        for card in (
            self.next_flow,
            self._rest,
            self._interrupted,
            self._unrated,
            self._hurt,
            self.soreness,
            self.dose,
            self.week,
            self.score,
        ):
            card.wants.connect(self.wants)
        self.soreness.asking.connect(self.dose.give_way)
        self.dose.change.connect(self.soreness.change)
        self.dose.counsel.lighter.connect(self.next_flow.start_lighter)
        self.next_flow.followed.connect(self.dose.forget)

    def _empty_card(self) -> Card:
        card = Card("Next")
        card.column.addWidget(label("There is no flow to start", "heading", wrap=True))
        words = "Every flow file has a mistake. The page Flows names each one, with its line."
        card.column.addWidget(label(words, "quiet", wrap=True))
        look = button("See what is wrong", "primary")
        look.clicked.connect(lambda: self.wants.emit(ShowPage("flows")))
        card.column.addSpacing(8)
        card.column.addWidget(look, 0, Qt.AlignmentFlag.AlignLeft)
        card.column.addStretch(1)
        return card
