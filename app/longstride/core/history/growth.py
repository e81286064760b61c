"""What may grow in a flow, one change at a time, and where growth ends.

First a second more of lowering, then two more repetitions, then the harder drill: every step on a
rung before the next rung. Nothing grows beyond the most minutes that its flow promises.
When it may is decided by `counsel`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from longstride.core.flow.body import BodyPlace
from longstride.core.flow.drill import Drill, Stage
from longstride.core.flow.flow import Flow
from longstride.core.flow.strain import strained
from longstride.core.history.counsel_words import EARNED, ready
from longstride.core.history.dose_change import Answer, DoseChange, Rung, grown, names, value

Lasts = Callable[[Flow], int]  # gives the ms of a flow as it is told
MINUTE = 60_000
_GROWING = frozenset({Stage.LOAD, Stage.STABILITY})


@dataclass(frozen=True, slots=True)
class Proposal:
    """One change to one step; ``flow`` is the whole flow with it.

    ``drill``, ``place``, ``before`` and ``after`` are as in the DoseChange it becomes; ``step``
    counts from 0.
    """

    rung: Rung
    step: int
    drill: str
    place: int
    before: str
    after: str
    flow: Flow
    sentence: str

    def answered(self, answer: Answer, new_id: UUID, now: datetime) -> DoseChange:
        """Return the change it becomes by an answer; ``now`` is aware UTC."""
        return DoseChange(
            new_id,
            self.flow.id,
            self.drill,
            self.place,
            self.rung,
            self.before,
            self.after,
            self.sentence,
            now,
            answer,
            now,
        )


def proposals(
    authored: Flow,
    dosed: Flow,
    catalogue: Mapping[str, Drill],
    hurting: frozenset[BodyPlace] = frozenset(),
) -> Iterator[Proposal]:
    """Yield all that could grow, the first first; what loads or stretches what hurts is left out.

    How long the flow would be then is not looked at: see ``fits``.
    """
    for rung in Rung:
        for (drill, place), number in sorted(names(authored, dosed).items(), key=lambda n: n[1]):
            step = dosed.steps[number]
            if step.drill.stage not in _GROWING:
                continue
            after = grown(authored, dosed, number, rung, catalogue)
            if after is not None and not (strained(step.drill) | strained(after.drill)) & hurting:
                steps = (*dosed.steps[:number], after, *dosed.steps[number + 1 :])
                yield Proposal(
                    rung,
                    number,
                    drill,
                    place,
                    value(step, rung),
                    value(after, rung),
                    replace(dosed, steps=steps),
                    f"{EARNED} {ready(step, after, rung)}",
                )


def fits(proposal: Proposal, length: Lasts) -> bool:
    """Return whether a flow keeps to the minutes it promises when it has grown."""
    flow = proposal.flow
    return length(flow) <= flow.minutes[1] * MINUTE


def can_grow(flow: Flow, catalogue: Mapping[str, Drill]) -> bool:
    """Return whether there is anything in a flow as authored that could grow."""
    return next(proposals(flow, flow, catalogue), None) is not None
