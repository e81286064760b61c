"""What can be looked for in a compiled timeline."""

import fakes
from longstride.core.flow.drill import Dose
from longstride.core.flow.tempo import Phase, parse_tempo
from longstride.core.timeline.coaching import Coaching
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.role import Role
from longstride.core.timeline.timeline import Cue, CueKind, Span, SpanPhase, Timeline

LENGTHS = fakes.EvenLengths()


def said(timeline: Timeline) -> list[str]:
    return [cue.text for cue in timeline.cues if cue.kind is CueKind.SAY]


def spans_of(timeline: Timeline, phase: SpanPhase) -> list[Span]:
    return [span for span in timeline.spans if span.phase is phase]


def first_say(timeline: Timeline, start: str) -> Cue:
    return next(cue for cue in timeline.cues if cue.text.startswith(start))


HINGE = fakes.drill(
    dose=Dose(reps=8, tempo=parse_tempo("4120")),
    cues=("concentric: Finish tall", "Long spine", "eccentric: Hips straight back"),
    move="You will push the hips back, then stand up.",
    again="Feet under the hips.",
    feel_short="Back of both thighs",
    words={Phase.ECCENTRIC: "Hips back", Phase.CONCENTRIC: "Stand up"},
)


def compiled(*of: object, coaching: Coaching = fakes.FULL, **changes: object) -> Timeline:
    steps = [fakes.step(each) for each in of]  # type: ignore[arg-type]
    return compile_flow(fakes.flow(*steps, **changes), LENGTHS, coaching)


def texts(timeline: Timeline, *roles: Role) -> list[str]:
    return [cue.text for cue in timeline.cues if cue.role in roles]


def in_rep(timeline: Timeline, rep: int) -> list[Cue]:
    spans = [span for span in timeline.spans if span.rep == rep]
    return [c for c in timeline.cues if c.role and spans[0].start <= c.at < spans[-1].end]
