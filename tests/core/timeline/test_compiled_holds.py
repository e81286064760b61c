"""Holds, compiled."""

from itertools import pairwise

import fakes
from core.timeline.compiled import LENGTHS, spans_of
from longstride.core.flow.breath import BreathKind
from longstride.core.flow.drill import Dose, Unit
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.timeline import CueKind, SpanPhase, Timeline


def test_a_hold_is_whole_breaths_and_ends_on_an_exhale() -> None:
    timeline = compile_flow(fakes.flow(fakes.step(fakes.HOLD)), LENGTHS, fakes.FULL)
    for hold in spans_of(timeline, SpanPhase.HOLD):
        breaths = [b for b in timeline.breaths if hold.start <= b.start < hold.end]
        assert hold.length == 30_000
        assert [b.kind for b in breaths] == [BreathKind.IN, BreathKind.OUT] * 3
        assert breaths[-1].end == hold.end


def test_the_last_three_seconds_of_a_hold_are_heard() -> None:
    timeline = compile_flow(fakes.flow(fakes.step(fakes.HOLD)), LENGTHS, fakes.FULL)
    end = spans_of(timeline, SpanPhase.HOLD)[0].end
    ticks = [cue.at - end for cue in timeline.cues if cue.kind is CueKind.TICK and cue.at < end]
    assert ticks == [-3000, -2000, -1000]
    assert not [cue for cue in timeline.cues if cue.kind is CueKind.COUNT]


def free_hold(seconds: int, *, test: bool = False) -> Timeline:
    of = fakes.drill(
        dose=Dose(hold=seconds * 1000), unit=Unit.SECONDS, paced=False, cues=(), test=test
    )
    return compile_flow(fakes.flow(fakes.step(of)), LENGTHS, fakes.FULL)


def test_a_timed_test_tells_its_tens_of_seconds_and_lasts_exactly_as_long() -> None:
    timeline = free_hold(33, test=True)
    (hold,) = spans_of(timeline, SpanPhase.HOLD)
    told = [(c.at - hold.start, c.text) for c in timeline.cues if c.text in ("Ten.", "Twenty.")]
    ticks = [c for c in timeline.cues if c.kind is CueKind.TICK and c.at >= hold.start]
    assert hold.length == 33_000
    assert timeline.breaths == ()
    assert told == [(10_000, "Ten."), (20_000, "Twenty.")]
    assert len(ticks) == 32


def test_a_long_free_hold_ticks_now_and_then_and_tells_the_minutes_left() -> None:
    timeline = free_hold(180)
    (hold,) = spans_of(timeline, SpanPhase.HOLD)
    told = [(hold.end - c.at, c.text) for c in timeline.cues if c.text.endswith("left.")]
    assert told == [(120_000, "Two minutes left."), (60_000, "One minute left.")]
    ticks = [c.at for c in timeline.cues if c.kind is CueKind.TICK and c.at >= hold.start]
    assert max(later - sooner for sooner, later in pairwise(ticks)) == 5000
    assert ticks[-3:] == [hold.end - 3000, hold.end - 2000, hold.end - 1000]
