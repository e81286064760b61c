"""A movement shown once, slowly, before it is done: a function of the timeline, without Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, dropwhile, groupby, islice

from longstride.core.figure.figure import ROUND, Figure
from longstride.core.flow.breath import BreathKind
from longstride.core.flow.drill import Side
from longstride.core.timeline.timeline import Moment, Span, SpanPhase, Timeline

SHORTEST, LONGEST = 3_000, 12_000  # ms: a shorter one would be a twitch
SETTLED = 800  # ms at rest before it, while pictures change, and again after it
WAY_IN = 5_000  # ms at most to get where the movement begins
SLOWER = 1.5  # times as long as it will take, where there is room
_MOVED, _LEG, _PAUSED = 1_500, 500, 400  # ms a movement, a part of it and a pause last at least
_ROUNDS = 2


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What is seen of a figure: so much (0-1) of a phase, and of a breath in a hold."""

    phase: SpanPhase
    fraction: float
    side: Side | None
    breath: BreathKind | None = None
    elapsed: int = 0


@dataclass(frozen=True, slots=True)
class _Part:
    """A phase, forwards or ``back``; it takes from ``least`` to ``most`` ms."""

    phase: SpanPhase
    least: int
    most: int
    side: Side | None
    breath: BreathKind | None = None
    back: bool = False

    def at(self, passed: float) -> Glimpse:
        fraction = 1.0 - passed if self.back else passed
        elapsed = round(passed * _ROUNDS * ROUND)
        return Glimpse(self.phase, fraction, self.side, self.breath, elapsed)


def glimpse(timeline: Timeline, moment: Moment, figure: Figure) -> Glimpse:
    """Return what is seen while getting ready: the way in, the movement once, and its start.

    Where the way in is the movement itself, as in a plank, one goes in again just before the work.
    """
    span, parts = moment.span, _parts(timeline, moment.span, figure)
    way_in = min(WAY_IN, span.length // 3) if _moves(figure, SpanPhase.SETUP) else 0
    lengths = _fitted(parts, min(span.length - 2 * SETTLED - way_in, LONGEST))
    if not lengths:
        return Glimpse(SpanPhase.SETUP, moment.fraction, span.side)
    again = parts[0].phase is SpanPhase.SETUP
    left = float(moment.elapsed - SETTLED - (0 if again else way_in))
    for part, length in zip(parts, lengths, strict=True):
        if 0 <= left < length:
            return part.at(left / length)
        left -= length
    gone = way_in - (span.end - moment.position) if again else moment.elapsed
    come = min(max(gone / way_in, 0.0), 1.0) if way_in else 1.0
    return Glimpse(SpanPhase.SETUP, come, span.side)


def way_out(timeline: Timeline, span: Span, figure: Figure) -> SpanPhase | None:
    """Return the phase in which one goes out from where one gets ready; None where none does."""
    work = next(_work(timeline, span), None)
    if work is None:
        return None
    if work.phase is not SpanPhase.HOLD:
        return work.phase
    ways_in = (SpanPhase.READY, SpanPhase.SETUP)
    return next((phase for phase in ways_in if _moves(figure, phase)), None)


def _fitted(parts: list[_Part], room: int) -> list[float]:
    """Return how long each part takes, all of them within a room; none where they do not fit."""
    least, most = (sum(getattr(part, name) for part in parts) for name in ("least", "most"))
    if not parts or room < max(least, SHORTEST):
        return []
    share = min((room - least) / (most - least), 1.0) if most > least else 0.0
    return [part.least + (part.most - part.least) * share for part in parts]


def _parts(timeline: Timeline, span: Span, figure: Figure) -> list[_Part]:
    """Return the movement as it will be done first, from where one waits for it and back."""
    work = list(_work(timeline, span))
    if not work:
        return []
    holds = work[0].phase is SpanPhase.HOLD
    done = list(_held(figure, span.side) if holds else _repeated(work, figure, span.side))
    ways = (SpanPhase.READY, SpanPhase.SETUP) if holds else (SpanPhase.READY,)
    for phase in filter(partial(_moves, figure), ways):
        way = _Part(phase, 1_000, 2_500, span.side)
        return [way, *done, replace(way, back=True)]
    return done if any(_moves(figure, part.phase) for part in done) else []


def _held(figure: Figure, side: Side | None) -> Iterator[_Part]:
    if figure.motions[SpanPhase.HOLD].goes_round:
        yield _Part(SpanPhase.HOLD, _ROUNDS * ROUND, 2 * _ROUNDS * ROUND, side)
    elif _moves(figure, SpanPhase.HOLD):
        yield _Part(SpanPhase.HOLD, 1_500, 3_500, side, BreathKind.IN)
        yield _Part(SpanPhase.HOLD, 1_500, 3_500, side, BreathKind.OUT)
    else:
        yield _Part(SpanPhase.HOLD, 1_000, 1_500, side)


def _repeated(work: list[Span], figure: Figure, side: Side | None) -> Iterator[_Part]:
    """Yield one repetition; two, of both sides, where one does not end as it began."""
    reps = [list(spans) for _, spans in groupby(work, key=lambda each: each.rep)]
    turns = _keys(figure, reps[0][0])[0] != _keys(figure, reps[0][-1])[-1]
    for span in chain.from_iterable(reps[: 1 + turns]):
        shown, legs = span.side if turns else side, len(_keys(figure, span)) - 1
        if legs:
            least = max(_MOVED, _LEG * legs)
            most = max(round(span.length * SLOWER), least)
            yield _Part(span.phase, min(least, span.length), most, shown)
        else:
            most = min(span.length, 3 * _PAUSED)
            yield _Part(span.phase, min(span.length, _PAUSED), most, shown)


def _keys(figure: Figure, span: Span) -> tuple[object, ...]:
    return figure.motions[span.phase].keys


def _work(timeline: Timeline, span: Span) -> Iterator[Span]:
    """Yield the work of the bout one gets ready for in a span, if it comes next."""
    coming = islice(timeline.spans, timeline.span_index(span.start) + 1, None)
    for each in dropwhile(lambda each: each.phase is SpanPhase.READY, coming):
        if not each.phase.is_work or (each.step, each.bout) != (span.step, span.bout):
            return
        yield each


def _moves(figure: Figure, phase: SpanPhase) -> bool:
    return len(figure.motions[phase].keys) > 1
