"""Coming back in the middle of the work, after a pause or a jump: where to, and what is said.

One begins the repetition, the breath or the second anew in which one stopped, after a "ready".
"""

from collections.abc import Iterator
from typing import NamedTuple

from longstride.core.durations import round_up
from longstride.core.flow.breath import BreathKind
from longstride.core.flow.drill import Side
from longstride.core.timeline.bouts import Bout
from longstride.core.timeline.phrases import Phrases
from longstride.core.timeline.script import return_lines
from longstride.core.timeline.timeline import CueKind, Span, SpanPhase, Timeline
from longstride.core.timeline.told import Told
from longstride.core.timeline.writer import BREATHER, TimelineWriter

READY_LENGTH = 2000
READY_TONE = 1000  # ms before the work


class Return(NamedTuple):
    """Where one comes back: before a repetition (from 1), a breath (from 0) or a second of a bout.

    What a unit is follows from the bout. ``left`` is how many were left then, which is said.
    """

    bout: int
    unit: int
    left: int = 0


def write_return(
    writer: TimelineWriter, bout: Bout, left: int, side: Side | None, told: Told
) -> None:
    """Write the "ready" before a repetition or breath one comes back to."""
    now = writer.now
    lines = return_lines(bout, left, side, told.phrases) if told.says.speaks else ()
    said = writer.say_all(lines, now + BREATHER)
    length = max(READY_LENGTH, round_up(said - now) + READY_TONE)
    writer.tone(CueKind.READY, now + length - READY_TONE)
    writer.span(bout, SpanPhase.READY, now + length, side=side)


def return_to(timeline: Timeline, position: int) -> tuple[Return, int] | None:
    """Return where to come back from a position and in how many ms of it; None outside the work."""
    span = timeline.at(position).span
    if not span.phase.is_work:
        return None
    if span.rep is not None:
        left = (span.reps or span.rep) - span.rep + 1
        return Return(span.bout, span.rep, left), timeline.at(position).rep_spans[0].start
    if inhales := inhales_of(timeline, span.bout):
        begun = sum(inhale <= position for inhale in inhales)
        return Return(span.bout, begun - 1, len(inhales) - begun + 1), inhales[begun - 1]
    hold = _holds_of(timeline, span.bout)
    done = sum(min(s.end, position) - s.start for s in hold if s.start < position)
    left = (sum(s.length for s in hold) - done) // 1000 + 1
    return Return(span.bout, done // 1000, left), position - done % 1000


def inhales_of(timeline: Timeline, bout: int) -> list[int]:
    """Return where the breaths of a bout begin, in ms."""
    holds = _holds_of(timeline, bout)
    return [
        breath.start
        for breath in timeline.breaths
        if breath.kind is BreathKind.IN and any(s.start <= breath.start < s.end for s in holds)
    ]


def _holds_of(timeline: Timeline, bout: int) -> list[Span]:
    return [s for s in timeline.spans if s.bout == bout and s.phase is SpanPhase.HOLD]


def return_sentences(bout: Bout, phrases: Phrases) -> Iterator[str]:
    """Yield everything that may be said when one comes back to a bout."""
    sides = {bout.rep_side(rep) for rep in (1, 2)}
    lefts = range(10, bout.hold // 1000 + 10, 10) if bout.hold else range(1, bout.units + 1)
    for left in lefts:
        for side in sides:
            yield from (text for _, text in return_lines(bout, left, side, phrases) if text)
