"""Does what the athlete wants of doses: reads how they stand, keeps answers, undoes changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import UTC
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from longstride.core.errors import FlowError, UnknownFlowError
from longstride.core.history.dose_change import Answer, DoseChange
from longstride.core.history.experience import LOOK_BACK, familiar
from longstride.core.history.week import Rhythm
from longstride.ui.intentions import records as wants
from longstride.ui.shell.front import Front
from longstride.ui.shell.writing_part import WritingPart
from longstride.ui.shown.dose_words import change_text
from longstride.ui.widgets.notice import Kind, Notice

if TYPE_CHECKING:
    from longstride.core.flow.flow import Flow
    from longstride.core.history.growth import Proposal
    from longstride.engine import Engine
    from longstride.records.doses import DoseNow, Doses

Author = Callable[[], "Flow"]  # finds a flow as authored, on any thread

_NOTICE = "dose"
_TAKEN = "Taken. {}, from now on."
_PUT_OFF = "Not yet, then: the dose stays. It comes up again after four more sessions like these."
_OVERTAKEN = "Something was done or said since that was proposed: here is what counts now."


class DoseDesk(WritingPart):
    """``written`` comes after each change of a dose, and where one has to be looked at anew."""

    def __init__(self, front: Front) -> None:
        super().__init__(front)
        self._asked: dict[str, Author] = {}

    def ask(self, flow: str, author: Author) -> None:
        """Have the dose of a flow read from now on, each time."""
        self._asked[flow] = author

    def read(self, week_start: int) -> Mapping[str, DoseNow | None]:
        """Return how the doses that were asked for stand, None of a flow that is gone.

        Not on the GUI thread. JournalError.
        """
        asked = dict(self._asked)  # the GUI thread may ask for more meanwhile
        doses = telling(self._engine, week_start) if asked else None
        return {name: self._dose(doses, author) for name, author in asked.items() if doses}

    def has_read(self, doses: AbstractSet[str]) -> bool:
        """Return whether the doses of some flows are all that were asked for."""
        return doses >= self._asked.keys()

    def take(self, wish: wants.DoseWish, week_start: int) -> None:
        """Do what is wanted."""
        match wish:
            case wants.TakeDose(proposal):
                self._answer(proposal, Answer.TAKEN, week_start)
            case wants.PutOffDose(proposal):
                self._answer(proposal, Answer.NOT_YET, week_start)
            case wants.UndoDose(change):
                self._undo(change)

    def _dose(self, doses: Doses, author: Author) -> DoseNow | None:
        try:
            flow = author()
        except (FlowError, UnknownFlowError):
            return None
        return doses.dose(self._engine.records.journal, flow)

    def _answer(self, proposal: Proposal, answer: Answer, week_start: int) -> None:
        """Keep an answer, unless more careful counsel has come meanwhile; it can be had back."""
        engine, author = self._engine, self._asked[proposal.flow.id]
        change = proposal.answered(answer, uuid4(), engine.now().astimezone(UTC))

        def work() -> str:
            doses = telling(engine, week_start)
            kept = doses.keep(engine.records.journal, author(), proposal, change)
            return change_text(change, doses.catalogue) if kept else ""

        def tell(text: str) -> None:
            if not text:
                self._window.show_notice(_NOTICE, Notice(_OVERTAKEN, Kind.NEWS, answers=True))
                return
            told = _PUT_OFF if answer is Answer.NOT_YET else _TAKEN.format(text)
            self._offer_undo(
                _NOTICE, told, lambda: engine.records.journal.forget_dose_change(change.id)
            )

        self._write(work, tell)

    def _undo(self, change: DoseChange) -> None:
        """Undo a change and what rests on it; that can be had back as well."""
        from longstride.records.doses import undo_change

        engine = self._engine
        author = self._asked.get(change.flow) or partial(engine.library.flow, change.flow)

        def work() -> tuple[str, tuple[DoseChange, ...]]:
            journal, catalogue = engine.records.journal, engine.library.catalogue
            undone = undo_change(journal, author(), catalogue, change, engine.now().astimezone(UTC))
            return change_text(change, catalogue), undone

        def tell(found: tuple[str, tuple[DoseChange, ...]]) -> None:
            text, undone = found
            if not undone:
                return
            more = f", and {len(undone) - 1} more that rested on it" if undone[1:] else ""
            journal = engine.records.journal
            self._offer_undo(
                _NOTICE, f"Undone: {text}{more}.", lambda: journal.change_doses(undone)
            )

        self._write(work, tell)


def telling(engine: Engine, week_start: int) -> Doses:
    """Return what tells doses, each flow's length as this athlete hears it; JournalError."""
    from longstride.core.timeline.coaching import Coaching
    from longstride.core.timeline.compiler import compile_flow
    from longstride.records.doses import Doses

    library, settings, journal = engine.library, engine.settings, engine.records.journal
    today = engine.today()
    known = familiar(journal.days_done(today - LOOK_BACK), today)
    coaching = Coaching(library.phrases, settings.talk, known)
    rhythm = Rhythm(journal.weeks(), journal.freezes(), week_start=week_start)

    def length(flow: Flow) -> int:
        return compile_flow(replace(flow, breath=settings.breath), {}, coaching).duration

    return Doses(library.catalogue, length, rhythm, today)
