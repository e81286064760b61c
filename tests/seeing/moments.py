"""The moments of a drill that tell most about it, in the order in which they come."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from longstride.core.figure.figure import ROUND, Figure, Stance
from longstride.core.figure.vectors import length, minus
from longstride.core.flow.drill import Drill
from longstride.core.flow.tempo import Phase
from longstride.core.timeline.timeline import SpanPhase

STEPS = 24  # moments of each way that are looked at
PAUSES = {Phase.STRETCHED, Phase.CONTRACTED}


def moments_of(figure: Figure, drill: Drill) -> list[Stance]:
    """Return three moments that tell of a drill; four of one that goes round and round."""
    return telling(figure, drill, 4 if figure.motions[SpanPhase.HOLD].goes_round else 3)


def telling(figure: Figure, drill: Drill, count: int) -> list[Stance]:
    """Return so many moments: the start, the end of the range, and what differs most from those.

    Of a movement there and back that is its start, its half and its end; of a hold, how it is
    got into and the hold itself. What moves in a pause, such as a turn of the trunk, is among
    them. Where the movement goes is shown behind its start only.
    """
    ways = list(demonstration(figure, drill))
    seen = [stance for _, stance in ways]
    paused = [index for index, (phase, _) in enumerate(ways) if phase in PAUSES]
    chosen = list(dict.fromkeys((0, _nearest(seen, figure.key))))
    for pool in (paused, *[range(len(seen))] * count):
        if pool and len(chosen) < min(count, len(seen)):
            chosen.append(_farthest(seen, pool, chosen))
    first, *others = (seen[index] for index in sorted(chosen))
    return [first, *(replace(stance, ghost=None) for stance in others)]


def demonstration(figure: Figure, drill: Drill) -> Iterator[tuple[SpanPhase, Stance]]:
    """Yield a drill once through: a repetition, or how a hold is got into and held."""
    for phase in _ways(drill):
        if len(figure.paths[phase]) > 1:
            for step in range(STEPS + 1):
                yield phase, figure.at(phase, step / STEPS)
    if not drill.unit.is_hold:
        return
    if figure.motions[SpanPhase.HOLD].goes_round:
        for elapsed in range(0, ROUND, ROUND // STEPS):
            yield SpanPhase.HOLD, figure.at(SpanPhase.HOLD, 0.5, elapsed=elapsed)
        return
    yield SpanPhase.HOLD, figure.key


def _ways(drill: Drill) -> Sequence[SpanPhase]:
    if drill.unit.is_hold:
        return SpanPhase.SETUP, SpanPhase.READY
    assert drill.dose.tempo is not None, "what is no hold has a tempo"
    return [SpanPhase(phase) for phase, _ in drill.dose.tempo.phases(drill.starts_with)]


def _farthest(seen: Sequence[Stance], pool: Iterable[int], chosen: Sequence[int]) -> int:
    """Return which of a pool differs most from all that are chosen, the first of equals."""
    return max(
        pool, key=lambda index: round(min(apart(seen[index], seen[one]) for one in chosen), 3)
    )


def _nearest(seen: Sequence[Stance], stance: Stance) -> int:
    return min(range(len(seen)), key=lambda index: round(apart(seen[index], stance), 3))


def apart(one: Stance, two: Stance) -> float:
    """Return how far all joints of two stances are from each other, in body heights."""
    return sum(length(minus(one.joints[name], two.joints[name])) for name in one.joints)
