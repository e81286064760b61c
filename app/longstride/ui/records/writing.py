"""Writes what the athlete said into the journal, beside the window."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

from longstride.core.history.session import AfterRating, Session
from longstride.ui.shell.writing_part import WritingPart

if TYPE_CHECKING:
    from longstride.core.flow.body import BodyPlace
    from longstride.ui.records.add_session_dialog import Added
    from longstride.ui.records.measure_dialog import Taken
    from longstride.ui.records.rest_dialog import Rest

_DELETED = "deleted"


class Writing(WritingPart):
    """Writes each answer and correction."""

    def delete(self, session: Session) -> None:
        """Take a session out, and offer to put it back."""
        journal = self._engine.records.journal

        def offer(_: None) -> None:
            words = f"{session.title} was deleted."
            self._offer_undo(_DELETED, words, lambda: journal.undelete(session.id))

        self._write(lambda: journal.delete(session.id), offer)

    def rate(self, session: Session, after: AfterRating) -> None:
        """Write down how a session left the athlete."""
        self._write(lambda: self._engine.records.journal.rate(session.id, after))

    def say_better(self, places: frozenset[BodyPlace], name: str) -> None:
        """Load and stretch places again, and offer to leave them alone as before."""
        journal, now = self._engine.records.journal, self._engine.now()

        def offer(_: None) -> None:
            what = f"Flows that load or stretch {name} are" if name else "Every flow is"
            words = f"Good. {what} suggested again."
            self._offer_undo("better", words, lambda: journal.unsay_better(*places))

        self._write(lambda: journal.say_better(places, now), offer)

    def rate_soreness(self, day: date, soreness: int | None) -> None:
        """Write down how sore a day is, 0-10; None takes the answer back."""
        journal = self._engine.records.journal
        if soreness is None:
            self._write(lambda: journal.unrate_soreness(day))
        else:
            self._write(lambda: journal.rate_soreness(day, soreness))

    def edit(self, session: Session) -> None:
        """Put a session in the place of the one with its id."""
        self._write(lambda: self._engine.records.journal.edit(session))

    def set_target(self, week: date, days: int) -> None:
        """Aim at so many days a week from the week that begins on a date."""
        self._write(lambda: self._engine.records.journal.set_target(week, days))

    def add(self, added: Added) -> None:
        """Write down a session that was done without the program."""
        engine = self._engine

        def work() -> None:
            from longstride.content import flow_to_json
            from longstride.ui.records.entered import added_session

            flow = engine.flow(added.flow) if added.flow else None
            session = added_session(added, flow, flow_to_json, engine.now(), uuid4())
            engine.records.journal.add(session)

        self._write(work)

    def measure(self, taken: tuple[Taken, ...]) -> None:
        """Write down measurements."""
        engine = self._engine

        def work() -> None:
            from longstride.ui.records.entered import measurement_of

            for each in taken:
                engine.records.journal.measure(measurement_of(each, engine.now(), uuid4()))

        self._write(work)

    def freeze(self, rest: Rest) -> None:
        """Freeze days."""

        def work() -> None:
            for day in rest.days:
                self._engine.records.journal.freeze(day, rest.reason)

        self._write(work)

    def thaw(self, rest: Rest) -> None:
        """Let days count again."""

        def work() -> None:
            for day in rest.days:
                self._engine.records.journal.unfreeze(day)

        self._write(work)
