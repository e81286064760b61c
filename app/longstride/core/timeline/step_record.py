"""What was done of one step: what a played timeline leaves for the session."""

from dataclasses import dataclass
from enum import StrEnum

from longstride.core.flow.drill import Side


class Outcome(StrEnum):
    """How a step went."""

    DONE = "done"
    SHORTENED = "shortened"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class StepRecord:
    """What was done of one side of one step.

    ``side`` is None where both sides work together or alternate. ``seconds`` is time at work,
    ``eccentric_seconds`` the part of it spent lowering.
    """

    step: int
    drill: str
    side: Side | None
    sets: int
    reps: int
    seconds: int
    eccentric_seconds: int
    outcome: Outcome
