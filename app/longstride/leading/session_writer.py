"""What is written down of one run: that it began, each step, that it got lighter, its end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from longstride.core.history.bounds import LONGEST_PLACE
from longstride.core.history.pain import pain_of
from longstride.core.history.session import AfterRating, Pain, PainKind, Session
from longstride.core.history.week import local_day
from longstride.core.timeline.step_record import Outcome, StepRecord
from longstride.records.scribe import Scribe

if TYPE_CHECKING:
    from longstride.core.flow.body import BodyPlace
    from longstride.core.timeline.adapt import Performance
    from longstride.journal.journal import Journal
    from longstride.leading.coach import CoachParts

IT_HURT = Pain(PainKind.DULL)  # until it is answered how and where


class SessionWriter:
    """Writes one session through a scribe, which holds on to what the journal does not take.

    ``find`` gives the journal or raises a JournalError, None keeps nothing; ``now`` gives the
    aware local present. What a session that is taken up again had of a step stays where it is
    the better. ``pain`` is what is known of what hurt in it, None where nothing did.
    """

    def __init__(
        self,
        session: Session,
        find: Callable[[], Journal] | None,
        now: Callable[[], datetime],
    ) -> None:
        self._session = session
        self._now = now
        self._hurt: set[int] = set()
        known = pain_of(session)
        self.pain = None if known.kind is PainKind.NONE else known
        self.scribe = Scribe(find)

    def begin(self, *, resumed: bool) -> None:
        """Write down that it has begun, unless it is taken up again."""
        self.scribe.begin(self._session, resumed=resumed)

    def record(self, records: Iterable[StepRecord], next_step: int) -> None:
        """Write down what was done of steps, and where the run would go on."""
        if best := tuple(self._best(record) for record in records):
            self._write(lambda journal: journal.record(self._session.id, best, next_step))

    def hurt(self, step: int | None) -> None:
        """Write down that something hurt; nothing of that step counts as done, None is no step."""
        if step is not None:
            self._hurt.add(step)
        if self.pain is None:
            self.pain = IT_HURT
            self.rate(replace(self._session.after or AfterRating(), pain=IT_HURT))

    def hurt_at(self, place: BodyPlace) -> None:
        """Write down where it hurts, beside what was named before."""
        known = self.pain or IT_HURT
        where = ", ".join(filter(None, (known.where, place.value)))[:LONGEST_PLACE]
        self.pain = replace(known, where=where)
        self.rate(replace(self._session.after or AfterRating(), pain=self.pain))

    def lighten(self, flow_json: str, first: int) -> None:
        """Write down what the flow has become, lighter from a step on."""
        self._write(lambda journal: journal.lighten(self._session.id, flow_json, first))

    def end(self) -> None:
        """Write down that it is over."""
        ended = self._now().astimezone(UTC)
        self._write(lambda journal: journal.close(self._session.id, ended))

    def rate(self, after: AfterRating) -> None:
        """Write down how it felt."""
        self._write(lambda journal: journal.rate(self._session.id, after))

    def _write(self, change: Callable[[Journal], None]) -> None:
        self.scribe.write(change)

    def _best(self, record: StepRecord) -> StepRecord:
        """Return the better of what is done now and what was before an interruption.

        What hurt is not done, however much of it was.
        """
        place = (record.step, record.side)
        earlier = [kept for kept in self._session.steps if (kept.step, kept.side) == place]
        best = max((record, *earlier), key=lambda done: done.seconds)
        hurt = best.step in self._hurt and best.outcome is Outcome.DONE
        return replace(best, outcome=Outcome.SHORTENED) if hurt else best


def new_session(
    parts: CoachParts, begun: Performance, stiffness: int | None, room: int | None = None
) -> Session:
    """Return a session that begins now; ``stiffness`` and ``room`` as in Session."""
    now, flow = parts.now(), begun.flow
    return Session(
        id=uuid4(),
        flow=flow.id,
        title=flow.title,
        flow_json=parts.flow_text(flow),
        started=now.astimezone(UTC),
        day=local_day(now, parts.day_start),
        step_count=len(flow.steps),
        lighter_from=begun.lighter_from,
        stiffness_before=stiffness,
        room=room,
    )
