"""The moments of a drill that tell most about it, in the order in which they come."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from longstride.core.figure.figure import ROUND, Figure, Stance
from longstride.core.figure.vectors import length, minus
from longstride.core.flow.drill import Drill
from longstride.core.flow.tempo import Phase
from longstride.core.timeline.timeline import SpanPhase

STEPS = 24  # moments of each way that are looked at
FEW, MOST = 3, 4
MUCH = 0.35  # of how far start and end are apart; half-way between two moments is a quarter
PAUSES = {Phase.STRETCHED, Phase.CONTRACTED}


def moments_of(figure: Figure, drill: Drill) -> list[Stance]:
    """Return three moments of a drill, or four where three would leave out much.

    They are its start, the end of its range, and what differs most from those: of a movement
    there and back its half; of a hold, how it is got into. What moves in a pause, such as a turn
    of the trunk, is among them. Where the movement goes is shown behind its start only.
    """
    ways = list(demonstration(figure, drill))
    seen = [stance for _, stance in ways]
    paused = [index for index, (phase, _) in enumerate(ways) if phase in PAUSES]
    chosen = list(dict.fromkeys((0, _nearest(seen, figure.key))))
    enough = MUCH * apart(seen[0], figure.key)
    for pool in (paused, *[range(len(seen))] * MOST):
        if pool and len(chosen) < min(MOST, len(seen)):
            further, away = _farthest(seen, pool, chosen)
            chosen += [further] if len(chosen) < FEW or away > enough else []
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


def _farthest(
    seen: Sequence[Stance], pool: Iterable[int], chosen: Sequence[int]
) -> tuple[int, float]:
    """Return which of a pool differs most from all that are chosen, and how much."""
    away = {index: round(min(apart(seen[index], seen[one]) for one in chosen), 3) for index in pool}
    index = max(away, key=away.__getitem__)  # the first of equals: there, not back
    return index, away[index]


def _nearest(seen: Sequence[Stance], stance: Stance) -> int:
    return min(range(len(seen)), key=lambda index: round(apart(seen[index], stance), 3))


def apart(one: Stance, two: Stance) -> float:
    """Return how far all joints of two stances are from each other, in body heights."""
    return sum(length(minus(one.joints[name], two.joints[name])) for name in one.joints)
