import pytest

from longstride.core.flow.breath import BreathKind
from longstride.core.timeline.timeline import BreathSpan, Cue, CueKind, Span, SpanPhase, Timeline

SETUP = Span(0, 3000, 0, "hinge", SpanPhase.SETUP)
LOWER = Span(3000, 7000, 0, "hinge", SpanPhase.ECCENTRIC, rep=1, reps=1, set=1, sets=1)
RISE = Span(7000, 9000, 0, "hinge", SpanPhase.CONCENTRIC, rep=1, reps=1, set=1, sets=1)


def timeline(*spans: Span, cues: tuple[Cue, ...] = ()) -> Timeline:
    breaths = (BreathSpan(3000, 7000, BreathKind.IN),)
    return Timeline("f", "F", spans or (SETUP, LOWER, RISE), cues, breaths)


def test_a_moment_knows_everything_at_one_position() -> None:
    moment = timeline(cues=(Cue(500, 1500, CueKind.SAY, "Hinge."),)).at(5500)
    assert moment.span is LOWER
    assert (moment.elapsed, moment.second, moment.seconds_left) == (2500, 3, 2)
    assert moment.fraction == 0.625
    assert moment.breath_fraction == 0.625
    assert moment.caption is not None
    assert moment.caption.text == "Hinge."
    assert moment.rep_spans == (LOWER, RISE)


def test_outside_a_breath_the_breath_is_free() -> None:
    assert timeline().at(100).breath is None
    assert timeline().at(8000).breath_fraction == 0.0


@pytest.mark.parametrize(
    "spans",
    [(), (LOWER,), (SETUP, RISE), (SETUP, Span(3000, 3000, 0, "hinge", SpanPhase.REST))],
)
def test_spans_that_do_not_tile_are_a_bug(spans: tuple[Span, ...]) -> None:
    with pytest.raises(AssertionError):
        Timeline("f", "F", spans, ())


@pytest.mark.parametrize(
    "cues",
    [
        (Cue(2000, 2060, CueKind.TICK), Cue(1000, 1060, CueKind.TICK)),
        (Cue(9000, 9060, CueKind.TICK),),
        (Cue(20, 600, CueKind.SAY, "Early.", lead=40),),
        (Cue(0, 900, CueKind.SAY, "One."), Cue(800, 1200, CueKind.SAY, "Two.")),
        (Cue(3500, 3560, CueKind.TICK),),
        (Cue(4200, 4400, CueKind.COUNT, "two"),),
    ],
)
def test_cues_that_break_a_law_are_a_bug(cues: tuple[Cue, ...]) -> None:
    with pytest.raises(AssertionError):
        timeline(cues=cues)


def test_steps_have_a_start() -> None:
    second = Span(9000, 12_000, 1, "bridge", SpanPhase.SETUP)
    whole = timeline(SETUP, LOWER, RISE, second)
    assert whole.step_starts == (0, 9000)
