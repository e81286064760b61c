"""A movement shown once, slowly, before it is done: a function of the timeline, without Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile

from longstride.core.figure.figure import ROUND, Figure
from longstride.core.flow.breath import BreathKind
from longstride.core.timeline.timeline import Moment, Span, SpanPhase, Timeline

SHORTEST = 3_000  # ms: quicker than that it would be a twitch
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
    breath: BreathKind | None = None
    elapsed: int = 0


@dataclass(frozen=True, slots=True)
class _Part:
    """A phase, forwards or ``back``; it takes from ``least`` to ``most`` ms."""

    phase: SpanPhase
    least: int
    most: int
    breath: BreathKind | None = None
    back: bool = False

    def at(self, passed: float) -> Glimpse:
        fraction = 1.0 - passed if self.back else passed
        return Glimpse(self.phase, fraction, self.breath, round(passed * _ROUNDS * ROUND))


def glimpse(timeline: Timeline, moment: Moment, figure: Figure) -> Glimpse:
    """Return what is seen while getting ready: the way in, the movement once, and its start."""
    span, room = moment.span, moment.span.length - 2 * SETTLED
    way_in = min(WAY_IN, span.length // 3) if _moves(figure, SpanPhase.SETUP) else 0
    lengths = _fitted(parts := _parts(timeline, span, figure), room - way_in)
    if not lengths:
        return Glimpse(SpanPhase.SETUP, moment.fraction)
    left = moment.elapsed - way_in - SETTLED
    if left < 0:
        return Glimpse(SpanPhase.SETUP, min(moment.elapsed / way_in, 1.0) if way_in else 0.0)
    for part, length in zip(parts, lengths, strict=True):
        if left < length:
            return part.at(left / length)
        left -= length
    return Glimpse(SpanPhase.SETUP, 1.0)


def way_out(timeline: Timeline, span: Span, figure: Figure) -> SpanPhase | None:
    """Return the phase in which one goes out from where one gets ready; None where none does."""
    work = next(_work(timeline, span), None)
    if work is None or work.phase is not SpanPhase.HOLD:
        return work and work.phase
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
    done = list(_held(figure) if holds else _repeated(work, figure))
    if _moves(figure, SpanPhase.READY):
        ways = (_Part(SpanPhase.READY, 1_000, 2_500, back=back) for back in (False, True))
        done = [next(ways), *done, next(ways)]
    return done if any(_moves(figure, part.phase) for part in done) else []


def _held(figure: Figure) -> Iterator[_Part]:
    if figure.motions[SpanPhase.HOLD].goes_round:
        yield _Part(SpanPhase.HOLD, _ROUNDS * ROUND, 2 * _ROUNDS * ROUND)
    elif _moves(figure, SpanPhase.HOLD):
        yield _Part(SpanPhase.HOLD, 1_500, 3_500, BreathKind.IN)
        yield _Part(SpanPhase.HOLD, 1_500, 3_500, BreathKind.OUT)
    else:
        yield _Part(SpanPhase.HOLD, 1_000, 1_500)


def _repeated(work: list[Span], figure: Figure) -> Iterator[_Part]:
    for span in work:
        keys = len(figure.motions[span.phase].keys)
        if keys == 1:
            yield _Part(span.phase, min(span.length, _PAUSED), min(span.length, 3 * _PAUSED))
        else:
            least = max(_MOVED, _LEG * (keys - 1))
            most = max(round(span.length * SLOWER), least)
            yield _Part(span.phase, min(least, span.length), most)


def _work(timeline: Timeline, span: Span) -> Iterator[Span]:
    """Yield the first hold or repetition after a span in which one gets ready for it."""
    index = timeline.span_index(span.start) + 1
    coming = list(timeline.spans[index : index + 1])
    if coming and coming[0].phase is SpanPhase.READY:
        index += 1
        coming = list(timeline.spans[index : index + 1])
    if not coming or not coming[0].phase.is_work or coming[0].step != span.step:
        return
    first = coming[0]
    same = (first.bout, first.rep)
    yield from takewhile(
        lambda each: each.phase.is_work and (each.bout, each.rep) == same,
        islice(timeline.spans, index, None),
    )


def _moves(figure: Figure, phase: SpanPhase) -> bool:
    return len(figure.motions[phase].keys) > 1
