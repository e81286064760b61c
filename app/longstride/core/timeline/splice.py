"""Changing a timeline under way, without a gap in the sound.

What is already on its way to the ear cannot change: a timeline is replaced from a position a
little ahead, and everything before it stays as it was.
"""

from dataclasses import replace

from longstride.core.timeline.adapt import PerformancePlace
from longstride.core.timeline.returning import inhales_of
from longstride.core.timeline.timeline import Cue, SpanPhase, Timeline
from longstride.core.timeline.writer import BREATHER

LOOKAHEAD = 1500  # ms that may already be in the sound device's buffer, and time to mix anew


def free_from(timeline: Timeline, position: int) -> int:
    """Return the first position far enough ahead where no sentence has begun."""
    at = position + LOOKAHEAD
    for cue in timeline.cues:
        if cue.kind.is_speech and cue.start <= at < cue.end + BREATHER:
            at = cue.end + BREATHER
    return at


def place_at(timeline: Timeline, position: int) -> PerformancePlace | None:
    """Return how far the performance of a timeline has come; None where only words are left."""
    span = timeline.at(position).span
    if span.phase is SpanPhase.CLOSE:
        return None
    if span.rep is not None:
        return PerformancePlace(span.bout, span.rep)
    if span.phase is SpanPhase.REST and _is_between_steps(timeline, span.bout, position):
        return PerformancePlace(span.bout + 1, 0, begun=False)
    return PerformancePlace(span.bout, _units_before(timeline, span.bout, position))


def splice(old: Timeline, new: Timeline, at: int) -> Timeline:
    """Return ``new`` with everything before ``at`` as it is in ``old``.

    ValueError where the two do not agree up to ``at``: that would jump.
    """
    if not agree(old, new, at):
        raise ValueError(f"the two timelines part before {at} ms")
    kept = tuple(cue for cue in old.cues if cue.start < at)
    busy_until = max((cue.end for cue in kept if cue.kind.is_speech), default=0)
    fresh = tuple(
        cue
        for cue in new.cues
        if cue.start >= at and not (cue.kind.is_speech and cue.start < busy_until)
    )
    cues = sorted(_once(kept + fresh), key=lambda cue: (cue.at, cue.start))
    return replace(new, cues=tuple(cues))


def agree(old: Timeline, new: Timeline, at: int) -> bool:
    """Return whether two timelines show the same up to ``at``."""
    before = [span for span in old.spans if span.start < at]
    after = [span for span in new.spans if span.start < at]
    if len(before) != len(after):
        return False
    ended = zip(before[:-1], after[:-1], strict=True)
    return all(
        (one.start, one.end, one.phase, one.step, one.side)
        == (two.start, two.end, two.phase, two.step, two.side)
        for one, two in ended
    ) and (before[-1].phase, before[-1].start) == (after[-1].phase, after[-1].start)


def _units_before(timeline: Timeline, bout: int, position: int) -> int:
    """Return how many repetitions or breaths of a bout have begun up to a position."""
    begun = [span for span in timeline.spans if span.bout == bout and span.start <= position]
    reps = [span.rep for span in begun if span.rep is not None]
    inhales = inhales_of(timeline, bout)
    return max(reps, default=0) + sum(inhale <= position for inhale in inhales)


def _is_between_steps(timeline: Timeline, bout: int, position: int) -> bool:
    """Return whether the rest at a position follows its bout, and is not the lead-in to it."""
    index = timeline.span_index(position)
    return index > 0 and timeline.spans[index - 1].bout == bout


def _once(cues: tuple[Cue, ...]) -> list[Cue]:
    return list(dict.fromkeys(cues))
