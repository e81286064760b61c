"""What is written down of one run: that it began, each step, that it got lighter, its end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from longstride.core.history.session import AfterRating, Session
from longstride.core.timeline.step_record import StepRecord
from longstride.records.scribe import Scribe

if TYPE_CHECKING:
    from longstride.journal.journal import Journal


class SessionWriter:
    """Writes one session through a scribe, which holds on to what the journal does not take.

    ``find`` gives the journal or raises a JournalError, None keeps nothing; ``now`` gives the
    aware local present. What a session that is taken up again had of a step stays where it is
    the better.
    """

    def __init__(
        self,
        session: Session,
        find: Callable[[], Journal] | None,
        now: Callable[[], datetime],
    ) -> None:
        self._session = session
        self._now = now
        self.scribe = Scribe(find)

    def begin(self, *, resumed: bool) -> None:
        """Write down that it has begun, unless it is taken up again."""
        self.scribe.begin(self._session, resumed=resumed)

    def record(self, records: Iterable[StepRecord], next_step: int) -> None:
        """Write down what was done of steps, and where the run would go on."""
        if best := tuple(self._best(record) for record in records):
            self._write(lambda journal: journal.record(self._session.id, best, next_step))

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
        """Return the better of what is done now and what was before an interruption."""
        place = (record.step, record.side)
        earlier = [kept for kept in self._session.steps if (kept.step, kept.side) == place]
        return max((record, *earlier), key=lambda done: done.seconds)
