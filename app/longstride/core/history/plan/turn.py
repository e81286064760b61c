"""A turn: one flow of a week on its day, and how it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from longstride.core.flow.plan import After
from longstride.core.history.session import Session


class TurnState(StrEnum):
    """How a turn stands: done, still to come (today too), or let go."""

    DONE = "done"
    PLANNED = "planned"
    LET_GO = "let go"


@dataclass(frozen=True, slots=True)
class Turn:
    """One flow of a week. ``number`` counts the turns of its flow there, from 1.

    ``planned`` is the day the plan gave it. ``day`` is where it is now: the day it was done on, or
    the one it waits on, today at the earliest; None once it is let go. One ``after`` something
    stands on that day; the others are sessions of their own. ``loaded`` ones want a day between.
    ``at`` is the athlete's time for it.
    """

    flow: str
    number: int
    planned: date
    day: date | None
    after: After = After.OWN
    at: time | None = None
    loaded: bool = False
    state: TurnState = TurnState.PLANNED

    @property
    def is_session(self) -> bool:
        """Whether it is a session of its own."""
        return self.after is After.OWN

    @property
    def is_open(self) -> bool:
        """Whether it is still to come."""
        return self.state is TurnState.PLANNED

    @property
    def is_elsewhere(self) -> bool:
        """Whether it waits on another day than the plan's: moved by the athlete, or carried."""
        return self.is_open and self.day != self.planned


@dataclass(frozen=True, slots=True)
class Done:
    """A flow that was done on a day."""

    flow: str
    day: date


def done_in(sessions: Iterable[Session]) -> tuple[Done, ...]:
    """Return what sessions count for, each once."""
    return tuple(Done(session.flow, session.day) for session in sessions if session.counts)
