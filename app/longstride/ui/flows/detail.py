"""One flow opened: what it is for, its steps with their doses, and Start."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from longstride.core.counting import counted
from longstride.core.durations import minutes_text
from longstride.core.flow.flow import FILMS, MEASURES
from longstride.core.flow.manner import Manner
from longstride.core.flow.talk import Talk
from longstride.ui.flows.dose_card import DoseCard
from longstride.ui.flows.own_row import OwnRow
from longstride.ui.flows.step_rows import StepRows
from longstride.ui.intentions import Intention
from longstride.ui.intentions.leading import Preview, Shorten, Start
from longstride.ui.intentions.measure import LeadToFilm
from longstride.ui.intentions.records import LookAtDose
from longstride.ui.intentions.window import KeepFlow
from longstride.ui.look.theme import Theme
from longstride.ui.shown.cards import FlowCard, known_drills
from longstride.ui.shown.dose_words import dose_lines
from longstride.ui.shown.film import Use
from longstride.ui.shown.minutes_row import MinutesRow
from longstride.ui.shown.shorter import Shorters
from longstride.ui.shown.stages import skyline, stages_text
from longstride.ui.shown.talk import TALK_NAMES, known_text
from longstride.ui.widgets.area_bars import AreaBars
from longstride.ui.widgets.card import Card, ScrollPage, bare_column
from longstride.ui.widgets.charts.dates import full_day
from longstride.ui.widgets.choice import Choice
from longstride.ui.widgets.flow_layout import Reflow
from longstride.ui.widgets.nav import BackButton
from longstride.ui.widgets.rating import STIFFNESS_WORDS, Rating
from longstride.ui.widgets.stage_strip import StageStrip
from longstride.ui.widgets.text import Pills, button, label, overline

if TYPE_CHECKING:
    from longstride.core.figure.figure import Figure
    from longstride.core.flow.drill import Drill
    from longstride.records.doses import DoseNow

_ORIGIN = "Opened from {}. It is here until you close Longstride."


class FlowDetail(ScrollPage):
    """Shows a FlowCard.

    ``wants`` carries Start, Shorten, Preview, KeepFlow, LeadToFilm, LookAtDose, a DoseWish or an
    EditWish.
    """

    wants = Signal(Intention)
    back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("Flow")
        self.flow = ""
        self._title = label(role="title", wrap=True)
        self._facts = Pills()
        self._purpose = label(role="lead", wrap=True)
        self._when = label(role="quiet", wrap=True)
        self._strip = StageStrip(theme, 120)
        self._steps = StepRows(theme)
        self._totals = label(role="caption", wrap=True)
        self._areas = AreaBars(theme)
        self._steps.preview.connect(self._emit_preview)
        self.stiffness = Rating(theme, "How stiff are your hips right now?", STIFFNESS_WORDS)
        self.talk = Choice(theme, "What the voice says")
        self.talk.currentIndexChanged.connect(lambda _: self._change_talk())
        self.minutes = MinutesRow()
        self.minutes.chosen.connect(self._shorten)
        self._shorter: Shorters = {}
        self._whole: FlowCard | None = None
        self._card: FlowCard | None = None
        self._known: Collection[str] = ()
        self.known = label(role="caption", wrap=True)
        self.start = button("Start", "big")
        self.start.clicked.connect(self._emit_start)
        self.dose = DoseCard()
        self.dose.wants.connect(self.wants)
        self.dose.counsel.lighter.connect(self._start_lighter)
        self._doses: Mapping[str, DoseNow | None] = {}
        self._catalogue: Mapping[str, Drill] = {}
        self.own = OwnRow()
        self.own.wants.connect(self.wants)
        self._origin = label(wrap=True)
        self.keep = button("Keep this flow")
        self.keep.clicked.connect(lambda: self.wants.emit(KeepFlow(self.flow)))
        self._guest = self._guest_row(theme)
        self.how_to_film = button("How to film it")
        self.how_to_film.clicked.connect(self._lead_to_film)
        self._back = BackButton(theme, "All flows")
        self._back.clicked.connect(self.back)
        self._lay_out(theme)

    def show_flow(self, card: FlowCard, talk: Talk) -> None:
        """Show a flow; ``talk`` is what the voice says unless it is changed here."""
        self.unveil()
        self.flow, self._whole = card.id, card
        self._title.setText(card.title)
        self._purpose.setText(card.purpose)
        self._when.setText(card.when)
        self._origin.setText(_ORIGIN.format(card.origin))
        self._guest.setVisible(bool(card.origin))
        self.how_to_film.setVisible(FILMS in card.equipment)
        self.own.show_card(card)
        self.stiffness.choose(None)
        self.minutes.reset()
        self.minutes.offer(card)
        self.talk.offer(TALK_NAMES, talk)
        self.show_shorter(self._shorter)
        self.start.setAccessibleName(f"Start {card.title}")
        self.verticalScrollBar().setValue(0)
        self.dose.counsel.close_why()
        self._show_dose()
        self.wants.emit(LookAtDose(card.id))

    def show_doses(
        self, doses: Mapping[str, DoseNow | None], catalogue: Mapping[str, Drill]
    ) -> None:
        """Take how doses stand by flow, and the drills by id."""
        self._doses, self._catalogue = doses, catalogue
        self._show_dose()

    def _show_dose(self) -> None:
        dose = self._doses.get(self.flow)
        self.dose.show_dose(dose, dose_lines(dose, self._catalogue) if dose else ())

    def show_shorter(self, shorter: Shorters) -> None:
        """Take what is left of flows in fewer minutes, where that was wanted."""
        self._shorter, was_known = shorter, self.minutes.is_known
        self.minutes.take(shorter.get((self.flow, self._chosen_talk())))
        if was_known and not self.minutes.is_known:  # the flow is another now
            self._shorten()
        self._dress()
        self._tell_known()

    def _dress(self) -> None:
        """Show the flow as long as it is chosen to be."""
        card = self.minutes.shorter.card if self.minutes.shorter else self._whole
        if card is None or card is self._card:
            return
        self._card = card
        last = f"last done {full_day(card.last_done)}" if card.last_done else ""
        self._facts.show_texts((*card.facts, card.level, last))
        self._strip.show_blocks(skyline(card.done_steps), stages_text(card.done_steps))
        self._steps.show_steps(card.steps)
        self._totals.setText(_totals(card))
        self._areas.show_areas(card.areas)
        self._areas_card.setVisible(bool(card.areas))

    def show_figures(self, figures: Mapping[str, Figure]) -> None:
        """Take the figures of drills by id."""
        self._steps.show_figures(figures)

    def show_known(self, known: Collection[str]) -> None:
        """Take the ids of the drills the athlete knows."""
        self._known = known
        self._tell_known()

    def focus_start(self) -> None:
        """Put the keyboard where the athlete goes next."""
        self.stiffness.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, theme: Theme) -> None:
        self.column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._guest)
        for widget in (self._title, self._facts, self.own, self._purpose, self._when):
            self.column.addWidget(widget)
        self.column.setSpacing(12)
        self.column.addSpacing(8)
        ready = self._ready_card()
        self._areas_card = Card("Where the work goes")
        self._areas_card.column.addWidget(self._areas)
        aside, column = bare_column(24)
        column.addWidget(ready)
        column.addWidget(self.dose)
        column.addWidget(self._areas_card)
        column.addStretch(1)
        columns = Reflow(theme, 900)
        columns.add(aside, 2)
        columns.add(self._steps_card(), 3)
        self.column.addWidget(columns)
        self.column.addStretch(1)

    def _guest_row(self, theme: Theme) -> QFrame:
        """Return what is shown above a flow from a file: whose it is, and how to have it."""
        frame = QFrame()
        frame.setProperty("role", "card")
        holder, column = bare_column(0)
        column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignRight)
        row = Reflow(theme, 560, gap=8)
        row.add(self._origin, 3)
        row.add(holder, 1)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(24, 10, 10, 10)
        inside.addWidget(row)
        return frame

    def _steps_card(self) -> Card:
        card = Card("Steps")
        card.column.setSpacing(16)
        card.column.addWidget(self._strip)
        card.column.addWidget(self._steps)
        card.column.addWidget(self._totals)
        card.column.addStretch(1)
        return card

    def _ready_card(self) -> Card:
        card = Card()
        card.setAccessibleName("Before you start")
        card.column.addWidget(self.minutes)
        card.column.addSpacing(8)
        card.column.addWidget(overline("How stiff are your hips right now?"))
        card.column.addWidget(self.stiffness)
        card.column.addSpacing(16)
        card.column.addWidget(overline("What the voice says"))
        card.column.addWidget(self.talk)
        card.column.addWidget(self.known)
        card.column.addWidget(self.how_to_film)
        card.column.addSpacing(20)
        card.column.addWidget(self.start)
        return card

    def _tell_known(self) -> None:
        """Say what is left out for an athlete who knows drills, and what to read if all is."""
        card, told = self._card, ""
        if card and self.talk.value is Talk.TONES and card.warnings:
            told = f"Nothing is said, so read this first. {' '.join(card.warnings)}"
        elif card and self.talk.value is Talk.EXPERIENCE and not card.has_own_talk:
            told = known_text(known_drills(card, self._known), card.drills)
        self.known.setText(told)
        self.known.setVisible(bool(told))

    def _change_talk(self) -> None:
        """Fit the flow anew: what is said takes time."""
        self.minutes.take(self._shorter.get((self.flow, self._chosen_talk())))
        self._shorten()

    def _shorten(self) -> None:
        """Show what is left in the minutes chosen; what that is may have to be found out."""
        if self.minutes.room and not self.minutes.is_known:
            self.wants.emit(Shorten(self.flow, self._chosen_talk()))
        self._dress()
        self._tell_known()

    def _emit_preview(self, step: int) -> None:
        self.wants.emit(Preview(self.flow, step, self._chosen_talk()))

    def _emit_start(self) -> None:
        self._start(Manner(self._chosen_talk()))

    def _start_lighter(self) -> None:
        self._start(Manner(self._chosen_talk(), lighter=True))

    def _start(self, manner: Manner) -> None:
        answer = self.stiffness.answer
        self.stiffness.choose(None)  # it belongs to this start, not to the next
        self.wants.emit(Start(self.flow, answer, manner, self.minutes.room))

    def _lead_to_film(self) -> None:
        test = self._whole is not None and MEASURES in self._whole.occasions
        self.wants.emit(LeadToFilm(Use.THOMAS if test else Use.STRIDE))

    def _chosen_talk(self) -> Talk | None:
        chosen = self.talk.value
        return chosen if isinstance(chosen, Talk) else None


def _totals(card: FlowCard) -> str:
    steps = counted(len(card.done_steps), "step")
    return f"{steps}, {minutes_text(card.length)} in all, {minutes_text(card.work)} of it at work."
