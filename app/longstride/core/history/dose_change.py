"""One change of a dose: what was proposed and what was answered."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from longstride.core.history.progress import Rung


class Answer(StrEnum):
    """What the athlete said to a proposed change."""

    TAKEN = "taken"
    NOT_YET = "not yet"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class DoseChange:
    """A proposal with its answer.

    ``drill`` is the id of the drill that changes and ``place`` which of them in the flow, from 1;
    one that came in for another keeps that one's place. ``before`` and ``after`` are a tempo, a
    number of repetitions or a drill's id, as the rung has it; ``reason`` is the sentence that
    proposed it. ``made`` and ``edited``, the moment of the answer as it stands, are aware UTC.
    """

    id: UUID
    flow: str
    drill: str
    place: int
    rung: Rung
    before: str
    after: str
    reason: str
    made: datetime
    answer: Answer
    edited: datetime
