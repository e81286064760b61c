"""The next flow on Today: what it is, why it is this one, how stiff the hips are, and Start."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from longstride.core.figure.figure import Figure
from longstride.core.flow.manner import Manner
from longstride.ui.intentions import Intention
from longstride.ui.intentions.leading import Shorten, Start
from longstride.ui.intentions.plan import NotToday
from longstride.ui.intentions.window import ShowPage
from longstride.ui.look.theme import Theme
from longstride.ui.shown.cards import FlowCard, telling_step
from longstride.ui.shown.minutes_row import MinutesRow
from longstride.ui.shown.shorter import Shorters
from longstride.ui.shown.stages import skyline, stages_text
from longstride.ui.shown.step_list import StepList
from longstride.ui.today.view import Advice
from longstride.ui.widgets.card import Card, bare_column
from longstride.ui.widgets.figure.picture import FigurePicture
from longstride.ui.widgets.flow_layout import FlowLayout, Reflow
from longstride.ui.widgets.rating import STIFFNESS_WORDS, Rating
from longstride.ui.widgets.stage_strip import StageStrip
from longstride.ui.widgets.text import Pills, button, label, overline

if TYPE_CHECKING:
    from longstride.core.history.plan.turn import Turn
    from longstride.records.following import PlanNow

_SHOWN_STEPS = 6
_CHOOSE, _DO_ANOTHER = "Choose another flow", "Do another"
_PICTURE = 220  # px high at 100 %, whichever there is, so that nothing moves when figures come


class NextFlow(Card):
    """The largest thing on the page: a flow, how stiff the hips are, and Start.

    ``wants`` carries Start, Shorten, ShowPage or NotToday; ``followed`` comes where what suits
    stiff hips took the place of the flow that was shown.
    """

    wants = Signal(Intention)
    followed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("Next")
        self._id = ""
        self._advice: tuple[Advice | None, ...] = ()
        self.title = label(role="title", wrap=True)
        self._facts = Pills()
        self._purpose = label(role="quiet", wrap=True)
        self._reason = label(role="strong", wrap=True)
        self._advised = label(role="warn", wrap=True)
        self.take_advice = button("Take it", "chip")
        self._counsel = QWidget()
        self._strip = StageStrip(theme, _PICTURE)
        self._whole: FlowCard | None = None
        self._card: FlowCard | None = None
        self._figures: Mapping[str, Figure] = {}
        self.picture = FigurePicture(theme, _PICTURE)
        self._steps = StepList(theme)
        self.stiffness = Rating(theme, "How stiff are your hips right now?", STIFFNESS_WORDS)
        self.minutes = MinutesRow()
        self.minutes.chosen.connect(self._shorten)
        self._shorter: Shorters = {}
        self.start = button("Start", "big")
        self.picture.lively.watch(self.start)
        self.start.clicked.connect(self._emit_start)
        self.not_today = button("Not today", "ghost")
        self.not_today.hide()
        self.not_today.clicked.connect(self._put_off)
        self._turn: NotToday | None = None
        self.choose = button(_CHOOSE)
        self.choose.clicked.connect(lambda: self.wants.emit(ShowPage("flows")))
        self.stiffness.rated.connect(self._advise)
        self.take_advice.clicked.connect(self._follow)
        self.column.setSpacing(12)
        columns = Reflow(theme, 590, gap=32)
        columns.add(self._left(), 8)
        columns.add(self._right(), 5)
        self.column.addWidget(columns, 1)

    def show_flow(
        self, card: FlowCard, reason: str = "", advice: tuple[Advice | None, ...] = ()
    ) -> None:
        """Show another flow, its stiffness not yet answered, and why it is this one.

        ``advice`` has what suits better for each stiffness from 0 on, where something does.
        """
        if card.id != self._id:
            self.stiffness.choose(None)
            self.minutes.reset()
        self._advice = advice
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self._id = card.id
        self.title.setText(card.title)
        self._purpose.setText(card.purpose)
        self._whole = card
        self.minutes.offer(card)
        self.show_shorter(self._shorter)
        self.start.setAccessibleName(f"Start {card.title}")
        self._advise(self.stiffness.answer)

    def focus_start(self, flow: str) -> bool:
        """Bring the keyboard to Start, and say so; False where another flow is offered."""
        if not self.isVisible() or flow != self._id:
            return False
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def show_turn(self, now: PlanNow | None, turn: Turn | None, today: date | None) -> None:
        """Offer to put off the plan's turn whose flow is shown, if it is one of today."""
        self._turn = NotToday(now, turn) if now and turn and turn.day == today else None
        self.not_today.setVisible(self._turn is not None)
        self.choose.setText(_DO_ANOTHER if turn else _CHOOSE)

    def show_shorter(self, shorter: Shorters) -> None:
        """Take what is left of flows in fewer minutes, where that was wanted."""
        self._shorter, was_known = shorter, self.minutes.is_known
        self.minutes.take(shorter.get((self._id, None)))
        if was_known and not self.minutes.is_known:  # the flow is another now
            self._shorten()
        self._dress()

    def _dress(self) -> None:
        """Show the flow as long as it is chosen to be."""
        card = self.minutes.shorter.card if self.minutes.shorter else self._whole
        if card is None or card is self._card:
            return
        self._card = card
        self._facts.show_texts(card.facts)
        self._show_picture()
        self._strip.show_blocks(skyline(card.done_steps), stages_text(card.done_steps))
        self._steps.show_steps(card.steps, _SHOWN_STEPS)

    def show_figures(self, figures: Mapping[str, Figure]) -> None:
        """Take the figures of drills by id: the flow's most telling one is shown."""
        self._figures = figures
        self._show_picture()

    def _show_picture(self) -> None:
        """Show a figure, or the stages where there is none."""
        steps = self._card.done_steps if self._card else ()
        figure = telling_step(steps, self._figures)
        names = {step.drill: step.name for step in steps}
        self.picture.show_figure(figure, names[figure.drill] if figure else "")
        self._strip.setVisible(figure is None)

    def _left(self) -> QWidget:
        side, column = bare_column(10)
        for widget in (self.title, self._facts, self._purpose, self._reason):
            column.addWidget(widget)
        column.addSpacing(6)
        column.addWidget(self.minutes)
        column.addSpacing(12)
        column.addWidget(overline("How stiff are your hips right now?"))
        column.addWidget(self.stiffness)
        row = QHBoxLayout(self._counsel)
        row.setContentsMargins(0, 4, 0, 0)
        row.addWidget(self._advised, 1)
        row.addWidget(self.take_advice)
        column.addWidget(self._counsel)
        column.addSpacing(16)
        actions = QWidget()
        line = FlowLayout(actions, gap=12)
        line.addWidget(self.start)
        line.addWidget(self.choose)
        line.addWidget(self.not_today)
        column.addWidget(actions)
        column.addStretch(1)  # below all of it: what comes beside the card moves nothing in it
        return side

    def _right(self) -> QWidget:
        side, column = bare_column(16)
        column.addWidget(self.picture)
        column.addWidget(self._strip)
        column.addWidget(self._steps)
        column.addStretch(1)
        return side

    def _better(self, stiffness: int | None) -> Advice | None:
        if stiffness is None or stiffness >= len(self._advice):
            return None
        advice = self._advice[stiffness]
        return advice if advice and advice.card.id != self._id else None

    def _advise(self, stiffness: int | None) -> None:
        """Offer what suits hips as stiff as that, where it is another flow."""
        better = self._better(stiffness)
        self._advised.setText(better.reason if better else "")
        self._counsel.setVisible(better is not None)

    def _follow(self) -> None:
        answer = self.stiffness.answer
        if better := self._better(answer):
            self.show_flow(better.card, "", self._advice)
            self.stiffness.choose(answer)
            self.followed.emit()

    def _put_off(self) -> None:
        if self._turn is not None:
            self.wants.emit(self._turn)

    def _shorten(self) -> None:
        """Show what is left in the minutes chosen; what that is may have to be found out."""
        if self.minutes.room and not self.minutes.is_known:
            self.wants.emit(Shorten(self._id))
        self._dress()

    def start_lighter(self) -> None:
        """Start what is shown, lighter from its beginning."""
        self._start(Manner(lighter=True))

    def _emit_start(self) -> None:
        self._start(Manner())

    def _start(self, manner: Manner) -> None:
        answer = self.stiffness.answer
        self.stiffness.choose(None)  # it belongs to this start, not to the next
        self.wants.emit(Start(self._id, answer, manner, self.minutes.room))
