"""A session: one run through a flow as it is remembered, and when it counts for its day."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from longstride.core.timeline.step_record import Outcome, StepRecord

COUNTS_FROM = 120  # seconds at work

OTHER = "other"
"""The flow and the drill of a session that was none of Longstride's; its flow is kept as ``{}``."""


class PainKind(StrEnum):
    """What pain was like, where there was any."""

    NONE = "none"
    DULL = "dull"
    SHARP = "sharp"


@dataclass(frozen=True, slots=True)
class Pain:
    """The answer to the pain question; ``where`` is the athlete's own word."""

    kind: PainKind = PainKind.NONE
    where: str = ""


@dataclass(frozen=True, slots=True)
class AfterRating:
    """What is asked when a flow has ended; None is an answer left out.

    Stiffness and effort 0-10.
    """

    stiffness: int | None = None
    effort: int | None = None
    pain: Pain = Pain()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """One run. ``day`` is the athlete's local day, ``started`` and ``ended`` are aware UTC.

    ``flow_json`` is the exact flow as performed. ``ended`` None is a run that was cut off;
    ``next_step`` is where it would go on. ``lighter_from`` is the first lighter step.
    ``room`` is the ms the athlete had where it was shortened to them; None is the whole flow.
    """

    id: UUID
    flow: str
    title: str
    flow_json: str
    started: datetime
    day: date
    step_count: int
    steps: tuple[StepRecord, ...] = ()
    ended: datetime | None = None
    stiffness_before: int | None = None
    after: AfterRating | None = None
    lighter_from: int | None = None
    next_step: int = 0
    room: int | None = None

    @property
    def seconds(self) -> int:
        """Time at work, all steps together."""
        return sum(step.seconds for step in self.steps)

    @property
    def counts(self) -> bool:
        """Whether it counts for its day: from half its steps or two minutes of work."""
        tried = {step.step for step in self.steps if step.outcome is not Outcome.SKIPPED}
        return self.seconds >= COUNTS_FROM or 0 < self.step_count <= 2 * len(tried)
