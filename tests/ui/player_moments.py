"""A small flow and its timeline, made by hand: one moment for everything a player shows."""

from itertools import accumulate

from PySide6.QtWidgets import QAbstractButton, QSlider, QWidget

from longstride.core.flow.breath import BreathKind
from longstride.core.flow.drill import Dose, Drill, Side, Sides, Stage, Unit
from longstride.core.flow.flow import Flow, Step
from longstride.core.flow.tempo import Phase, parse_tempo
from longstride.core.timeline.timeline import BreathSpan, Cue, CueKind, Span, SpanPhase, Timeline
from longstride.ui.player.page import PlayerPage

SQUAT = Drill(
    id="split-squat",
    name="Split squat",
    stage=Stage.LOAD,
    unit=Unit.REPS,
    sides=Sides.EACH,
    position="standing",
    purpose="Strength at the end of hip extension.",
    setup="Stand in a long stride, back heel lifted, one hand on the chair if you need it.",
    cues=("Knee tracks over the toes", "Stay tall", "Squeeze the back glute"),
    feel="The front of the back hip lengthening, the front thigh working.",
    avoid="Arching the low back or letting the front knee fall inward.",
    dose=Dose(reps=6, tempo=parse_tempo("4-1-2-0"), sets=2),
    areas=("hip flexors",),
    equipment=("chair",),
    left="Left leg forward",
    right="Right leg forward",
)
COUCH = Drill(
    id="couch-stretch",
    name="Couch stretch",
    stage=Stage.END_RANGE,
    unit=Unit.BREATHS,
    sides=Sides.EACH,
    position="half kneeling",
    purpose="Length in front of the hip.",
    setup="Back shin up against the couch, front foot flat, pelvis tucked under.",
    cues=("Tuck the tail under", "Let the breath out slowly"),
    feel="A strong pull in front of the hip, none in the back.",
    avoid="Leaning forward to get away from it.",
    dose=Dose(breaths=3),
    areas=("hip flexors",),
    equipment=("couch", "cushion"),
    left="Left knee down",
    right="Right knee down",
)
ROCK = Drill(
    id="supine-leg-rock",
    name="Supine leg rock",
    stage=Stage.OPEN,
    unit=Unit.REPS,
    sides=Sides.ALTERNATE,
    position="lying on the back",
    purpose="Warm, easy movement in both hips.",
    setup="Lie on your back, knees bent, feet wider than the hips.",
    cues=("Small and easy", "Both shoulders stay down"),
    feel="Easy movement, nothing pulling.",
    avoid="Forcing the knees to the floor.",
    dose=Dose(reps=10, tempo=parse_tempo("2-0-2-0")),
    areas=("hips",),
    words={Phase.ECCENTRIC: "Let go", Phase.CONCENTRIC: "Come back"},
)
FLOW = Flow(
    id="hip-extension-base",
    title="Hip extension base",
    purpose="The whole order once.",
    when="Any easy day",
    level="steady",
    minutes=(12, 15),
    steps=(
        Step(ROCK, ROCK.dose, Sides.ALTERNATE),
        Step(SQUAT, SQUAT.dose, Sides.EACH),
        Step(COUCH, COUCH.dose, Sides.EACH),
    ),
    opening="Welcome.",
    closing="That is it. Well done.",
)


def build() -> Timeline:
    """Return the flow as a timeline: rocks, two squat sets a side, couch stretch, close."""
    lengths = [*_rocks(), *_squats(), *_couch(), (3000, {"step": 2, "phase": SpanPhase.CLOSE})]
    ends = list(accumulate(length for length, _ in lengths))
    drills = [step.drill.id for step in FLOW.steps]
    spans = tuple(
        Span(start=end - length, end=end, drill=drills[facts["step"]], **facts)
        for end, (length, facts) in zip(ends, lengths, strict=True)
    )
    return Timeline(FLOW.id, FLOW.title, spans, _cues(spans), _breaths(spans))


def find(timeline: Timeline, phase: SpanPhase, step: int, rep: int | None = None) -> Span:
    """Return the first span of a phase in a step (and of one repetition)."""
    return next(
        span
        for span in timeline.spans
        if span.phase is phase and span.step == step and rep in {None, span.rep}
    )


def _rocks() -> list[tuple[int, dict]]:
    spans = [(9000, {"step": 0, "phase": SpanPhase.SETUP})]
    spans.append((2000, {"step": 0, "phase": SpanPhase.READY}))
    for rep in range(1, 11):
        side = Side.LEFT if rep % 2 else Side.RIGHT
        phases = (SpanPhase.ECCENTRIC, SpanPhase.CONCENTRIC)
        spans += [(2000, _rep(0, phase, side, 1, 1, rep, 10)) for phase in phases]
    return [*spans, (5000, {"step": 0, "phase": SpanPhase.REST})]


def _squats() -> list[tuple[int, dict]]:
    spans = []
    for side in Side:
        setup = {"step": 1, "side": side, "set": 1, "sets": 2}
        phase = SpanPhase.SETUP if side is Side.LEFT else SpanPhase.CHANGE
        spans.append((8000, setup | {"phase": phase}))
        for number in (1, 2):
            spans += [
                (length, _rep(1, phase, side, number, 2, rep, 6))
                for rep in range(1, 7)
                for phase, length in (
                    (SpanPhase.ECCENTRIC, 4000),
                    (SpanPhase.STRETCHED, 1000),
                    (SpanPhase.CONCENTRIC, 2000),
                )
            ]
            rest = {"step": 1, "side": side, "set": number, "sets": 2, "phase": SpanPhase.REST}
            spans.append((20_000, rest))
    return spans


def _couch() -> list[tuple[int, dict]]:
    spans = []
    for side in Side:
        phase = SpanPhase.SETUP if side is Side.LEFT else SpanPhase.CHANGE
        spans.append((10_000, {"step": 2, "side": side, "phase": phase}))
        spans.append((30_000, {"step": 2, "side": side, "phase": SpanPhase.HOLD}))
    return spans


def _rep(
    step: int, phase: SpanPhase, side: Side, number: int, sets: int, rep: int, reps: int
) -> dict:
    facts = {"step": step, "phase": phase, "side": side, "set": number, "sets": sets}
    return facts | {"rep": rep, "reps": reps}


def _cues(spans: tuple[Span, ...]) -> tuple[Cue, ...]:
    cues = []
    for span in spans:
        drill = FLOW.steps[span.step].drill
        if span.phase is SpanPhase.SETUP:
            cues.append(Cue(span.start + 500, span.start + 4000, CueKind.SAY, drill.setup))
        if span.phase is SpanPhase.ECCENTRIC and span.rep == 3:
            cues.append(Cue(span.start + 200, span.start + 1500, CueKind.SAY, drill.cues[0] + "."))
        if span.phase is SpanPhase.HOLD:
            cues.append(Cue(span.start + 4200, span.start + 6000, CueKind.SAY, drill.cues[1]))
        if span.phase is SpanPhase.CLOSE:
            cues.append(Cue(span.start + 200, span.start + 2000, CueKind.SAY, FLOW.closing))
    return tuple(cues)


def _breaths(spans: tuple[Span, ...]) -> tuple[BreathSpan, ...]:
    breaths = []
    for span in spans:
        if span.phase is SpanPhase.HOLD:
            for start in range(span.start, span.end, 10_000):
                breaths.append(BreathSpan(start, start + 4000, BreathKind.IN))
                breaths.append(BreathSpan(start + 4000, start + 10_000, BreathKind.OUT))
        elif span.step == 1 and span.phase is SpanPhase.ECCENTRIC:
            breaths.append(BreathSpan(span.start, span.end, BreathKind.IN))
        elif span.step == 1 and span.phase is SpanPhase.CONCENTRIC:
            breaths.append(BreathSpan(span.start, span.end, BreathKind.OUT))
    return tuple(breaths)


def control(page: PlayerPage, name: str) -> QWidget:
    """Return a control by its accessible name, or the page for an empty one."""
    kinds = (*page.findChildren(QAbstractButton), *page.findChildren(QSlider))
    return next((one for one in kinds if one.accessibleName() == name), page)
