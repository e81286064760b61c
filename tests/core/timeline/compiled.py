"""What can be looked for in a compiled timeline."""

import fakes
from longstride.core.timeline.timeline import Cue, CueKind, Span, SpanPhase, Timeline

LENGTHS = fakes.EvenLengths()


def said(timeline: Timeline) -> list[str]:
    return [cue.text for cue in timeline.cues if cue.kind is CueKind.SAY]


def spans_of(timeline: Timeline, phase: SpanPhase) -> list[Span]:
    return [span for span in timeline.spans if span.phase is phase]


def first_say(timeline: Timeline, start: str) -> Cue:
    return next(cue for cue in timeline.cues if cue.text.startswith(start))
