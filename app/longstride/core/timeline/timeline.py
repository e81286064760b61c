"""A timeline: everything the screen will show and the speaker will play, in whole ms."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from longstride.core.flow.breath import BreathKind
from longstride.core.flow.drill import Side
from longstride.core.timeline.role import Role


class SpanPhase(StrEnum):
    """What the athlete is doing during a span."""

    SETUP = "setup"
    READY = "ready"
    ECCENTRIC = "eccentric"
    STRETCHED = "stretched"
    CONCENTRIC = "concentric"
    CONTRACTED = "contracted"
    HOLD = "hold"
    REST = "rest"
    CHANGE = "change"
    CLOSE = "close"

    @property
    def is_work(self) -> bool:
        """True in the phases of a repetition and in a hold."""
        return self in _WORK


_WORK = frozenset(
    {
        SpanPhase.ECCENTRIC,
        SpanPhase.STRETCHED,
        SpanPhase.CONCENTRIC,
        SpanPhase.CONTRACTED,
        SpanPhase.HOLD,
    }
)


class CueKind(StrEnum):
    """What the speaker plays at an instant."""

    SAY = "say"
    COUNT = "count"
    TICK = "tick"
    PHASE = "phase"
    IN = "in"
    OUT = "out"
    OPEN = "open"
    READY = "ready"
    FINISH = "finish"

    @property
    def is_speech(self) -> bool:
        """True for what the voice says."""
        return self in {CueKind.SAY, CueKind.COUNT}


# How long each tone sounds; breath swells last as long as their half of the breath.
TONE_LENGTHS = {
    CueKind.TICK: 60,
    CueKind.PHASE: 240,
    CueKind.OPEN: 1200,
    CueKind.READY: 500,
    CueKind.FINISH: 900,
}


@dataclass(frozen=True, slots=True)
class Span:
    """``[start, end)`` in which one thing is shown.

    ``set`` counts from 1 and ``rep`` from 1 within its set and side; ``sets`` and ``reps`` are
    how many there are. All four are None where they say nothing. ``bout`` is the index of the
    bout the span belongs to. ``reverse``: a circle is drawn the other way round.
    """

    start: int
    end: int
    step: int
    drill: str
    phase: SpanPhase
    side: Side | None = None
    set: int | None = None
    sets: int | None = None
    rep: int | None = None
    reps: int | None = None
    bout: int = 0
    reverse: bool = False

    @property
    def length(self) -> int:
        """Milliseconds."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Cue:
    """An instant that sounds until ``end``.

    ``at`` is what is heard *on the beat*; a spoken cue's clip begins ``lead`` ms before it,
    because the ear takes the vowel and not the first breath of a word for the beat. ``role`` is
    what a sentence is for, None for a tone.
    """

    at: int
    end: int
    kind: CueKind
    text: str = ""
    lead: int = 0
    role: Role | None = None

    @property
    def start(self) -> int:
        """Where the sound itself begins."""
        return self.at - self.lead


@dataclass(frozen=True, slots=True)
class BreathSpan:
    """``[start, end)`` of breathing in or out."""

    start: int
    end: int
    kind: BreathKind


@dataclass(frozen=True, slots=True)
class Dropped:
    """A sentence that found no place, where it would have been, and why."""

    at: int
    step: int
    text: str
    reason: str
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """Everything that is true at one position."""

    position: int
    span: Span
    breath: BreathSpan | None
    caption: Cue | None
    rep_spans: tuple[Span, ...]

    @property
    def elapsed(self) -> int:
        """Milliseconds since the span began."""
        return self.position - self.span.start

    @property
    def second(self) -> int:
        """The second of the span that is running, counted from 1: what the big number shows."""
        return self.elapsed // 1000 + 1

    @property
    def seconds_left(self) -> int:
        """Whole seconds to the end of the span, counted down to 1."""
        return -(-(self.span.end - self.position) // 1000)

    @property
    def fraction(self) -> float:
        """How much of the span has passed, 0 to 1."""
        return self.elapsed / self.span.length

    @property
    def breath_fraction(self) -> float:
        """How much of the half breath has passed, 0 to 1; 0 where the breath is free."""
        if self.breath is None:
            return 0.0
        return (self.position - self.breath.start) / (self.breath.end - self.breath.start)


@dataclass(frozen=True)
class Timeline:
    """A compiled flow. Checks its own laws when made; AssertionError is a bug in the compiler.

    ``waits`` are positions where the flow stops by itself until the athlete goes on.
    ``step_starts`` has one position a step. Up to ``sounds_until`` the tones are explained.
    """

    flow: str
    title: str
    spans: tuple[Span, ...]
    cues: tuple[Cue, ...]
    breaths: tuple[BreathSpan, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    waits: tuple[int, ...] = ()
    sounds_until: int = 0

    def __post_init__(self) -> None:
        _check_spans(self.spans)
        _check_cues(self.cues, self.duration)
        _check_counts(self)

    @property
    def duration(self) -> int:
        """Milliseconds."""
        return self.spans[-1].end

    def at(self, position: int) -> Moment:
        """Return the moment at a position; outside ``[0, duration)`` the nearest one inside."""
        position = min(max(position, 0), self.duration - 1)
        index = self.span_index(position)
        span = self.spans[index]
        return Moment(
            position, span, self._breath_at(position), self._caption_at(position), self._rep(index)
        )

    def span_index(self, position: int) -> int:
        """Return which span holds a position."""
        return bisect_right(self._span_starts, position) - 1

    @cached_property
    def step_starts(self) -> tuple[int, ...]:
        """Where each step begins, in ms."""
        starts: dict[int, int] = {}
        for span in self.spans:
            starts.setdefault(span.step, span.start)
        return tuple(starts.values())

    @cached_property
    def _span_starts(self) -> list[int]:
        return [span.start for span in self.spans]

    @cached_property
    def _breath_starts(self) -> list[int]:
        return [breath.start for breath in self.breaths]

    @cached_property
    def _said(self) -> list[Cue]:
        return [cue for cue in self.cues if cue.kind is CueKind.SAY]

    @cached_property
    def _said_starts(self) -> list[int]:
        return [cue.start for cue in self._said]

    def _breath_at(self, position: int) -> BreathSpan | None:
        index = bisect_right(self._breath_starts, position) - 1
        if index < 0 or self.breaths[index].end <= position:
            return None
        return self.breaths[index]

    def _caption_at(self, position: int) -> Cue | None:
        index = bisect_right(self._said_starts, position) - 1
        return self._said[index] if index >= 0 else None

    def _rep(self, index: int) -> tuple[Span, ...]:
        """Return the spans of the repetition around one span, or that span alone."""
        key = _rep_key(self.spans[index])
        first = last = index
        while first > 0 and _rep_key(self.spans[first - 1]) == key:
            first -= 1
        while last + 1 < len(self.spans) and _rep_key(self.spans[last + 1]) == key:
            last += 1
        return self.spans[first : last + 1]


def _rep_key(span: Span) -> object:
    if span.rep is None:
        return span
    return (span.step, span.set, span.side, span.rep)


def _check_spans(spans: tuple[Span, ...]) -> None:
    assert spans, "a timeline has at least one span"
    assert spans[0].start == 0, "the first span starts at 0"
    for span in spans:
        assert span.start < span.end, f"{span} has no length"
    for before, after in pairwise(spans):
        assert before.end == after.start, f"{before} and {after} do not meet"


def _check_cues(cues: tuple[Cue, ...], duration: int) -> None:
    spoken_until = 0
    last = 0
    for cue in cues:
        assert last <= cue.at, f"{cue} is out of order"
        assert 0 <= cue.start and cue.at < duration and cue.at <= cue.end, f"{cue} lies outside"
        last = cue.at
        if cue.kind.is_speech:
            assert spoken_until <= cue.start, f"{cue} overlaps the words before it"
            spoken_until = cue.end


def _check_counts(timeline: Timeline) -> None:
    for cue in timeline.cues:
        if cue.kind in {CueKind.COUNT, CueKind.TICK}:
            span = timeline.spans[timeline.span_index(cue.at)]
            assert (cue.at - span.start) % 1000 == 0, f"{cue} is off its second"
