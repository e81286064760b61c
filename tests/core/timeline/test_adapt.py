from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fakes
from longstride.core.flow.drill import Dose, Sides, Stage
from longstride.core.flow.flow import Flow
from longstride.core.flow.talk import Talk
from longstride.core.flow.tempo import parse_tempo
from longstride.core.timeline.adapt import (
    Performance,
    PerformancePlace,
    begin_lighter,
    fewer_reps,
    go_full,
    go_lighter,
    lighter_flow,
    lighter_step,
    perform,
    resume,
)
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.splice import free_from, place_at, splice
from longstride.core.timeline.timeline import CueKind, SpanPhase, Timeline

LENGTHS = fakes.EvenLengths()
EASIER = fakes.drill("box-hinge")
HINGE = fakes.drill(easier="box-hinge", equipment=("band", "wall"))
CATALOGUE = {"box-hinge": EASIER}
FLOW = fakes.flow(
    fakes.step(fakes.drill(dose=Dose(reps=8, tempo=parse_tempo("4120"), sets=2))),
    fakes.step(HINGE),
    fakes.step(fakes.HOLD),
)


def here(timeline: Timeline, position: int) -> PerformancePlace:
    place = place_at(timeline, position)
    assert place is not None
    return place


def lighten(timeline: Timeline, performance: Performance, position: int) -> Timeline:
    at = free_from(timeline, position)
    lighter = go_lighter(performance, CATALOGUE, here(timeline, at))
    notices = ((at, fakes.PHRASES.lighter),)
    new = compile_flow(lighter.flow, LENGTHS, fakes.FULL, lighter.bouts, notices)
    return splice(timeline, new, at)


@pytest.mark.parametrize(("reps", "left"), [(1, 1), (2, 1), (4, 3), (6, 4), (8, 6), (12, 9)])
def test_a_quarter_of_the_repetitions_goes(reps: int, left: int) -> None:
    assert fewer_reps(reps) == left


@given(st.integers(1, 40).map(lambda n: 2 * n))
def test_alternating_repetitions_stay_even(reps: int) -> None:
    assert fewer_reps(reps, paired=True) % 2 == 0
    assert 2 <= fewer_reps(reps, paired=True) <= reps


def test_the_rule_on_a_whole_step() -> None:
    step = lighter_step(fakes.step(HINGE, rest=10_000), EASIER)
    assert step.drill.id == "box-hinge"
    assert str(step.dose.tempo) == "3-1-2-0"
    assert (step.dose.reps, step.dose.rest, step.rest) == (4, 30_000, 15_000)


def test_without_an_easier_drill_the_band_goes_and_the_lowering_never_under_two() -> None:
    dose = Dose(reps=6, tempo=parse_tempo("2010"))
    step = lighter_step(fakes.step(replace(HINGE, dose=dose, easier=None)))
    assert step.drill.equipment == ("wall",)
    assert str(step.dose.tempo) == "2-0-1-0"


def test_an_easier_drill_of_another_kind_brings_its_own_dose() -> None:
    easy_hold = replace(fakes.HOLD, id="easy-hold")
    step = fakes.step(fakes.drill(easier="easy-hold"))
    lighter = lighter_step(step, easy_hold)
    assert lighter.dose == easy_hold.dose
    assert lighter.sides is Sides.EACH


def test_going_lighter_in_the_middle_keeps_what_was_done() -> None:
    timeline = compile_flow(FLOW, LENGTHS, fakes.FULL)
    third = next(s for s in timeline.spans if s.rep == 3)
    lighter = go_lighter(perform(FLOW), CATALOGUE, here(timeline, third.start + 100))
    first, second = lighter.bouts[:2]
    assert [str(tempo) for tempo in first.tempos] == ["4-1-2-0"] * 3 + ["3-1-2-0"] * 3
    assert [str(tempo) for tempo in second.tempos] == ["3-1-2-0"] * 6
    assert lighter.flow.steps[0].drill.id == "hip-hinge"
    assert lighter.flow.steps[1].drill.id == "box-hinge"
    assert lighter.bouts[-1].breaths[0].exhale == 7000
    assert lighter.lighter_from == 0


def test_it_is_said_aloud_and_nothing_before_it_moves() -> None:
    timeline = compile_flow(FLOW, LENGTHS, fakes.FULL)
    position = next(s for s in timeline.spans if s.rep == 3).start + 100
    at = free_from(timeline, position)
    new = lighten(timeline, perform(FLOW), position)
    assert [c for c in new.cues if c.start < at] == [c for c in timeline.cues if c.start < at]
    notice = next(cue for cue in new.cues if cue.text == fakes.PHRASES.lighter)
    assert notice.start == at
    assert new.duration < timeline.duration


@given(st.floats(0, 1))
def test_going_lighter_anywhere_never_jumps(fraction: float) -> None:
    timeline = compile_flow(FLOW, LENGTHS, fakes.FULL)
    last_work = max(span.start for span in timeline.spans if span.phase.is_work)
    position = int(fraction * (last_work - 6000))
    new = lighten(timeline, perform(FLOW), position)
    before, after = timeline.at(position + 1000), new.at(position + 1000)
    assert (before.span.phase, before.span.start) == (after.span.phase, after.span.start)
    said = [cue.text for cue in new.cues if cue.kind is CueKind.SAY]
    assert fakes.PHRASES.lighter in said


def test_back_to_full_gives_the_rest_its_dose_again() -> None:
    timeline = compile_flow(FLOW, LENGTHS, fakes.FULL)
    lighter = go_lighter(perform(FLOW), CATALOGUE, here(timeline, 100))
    second_step = next(i for i, bout in enumerate(lighter.bouts) if bout.step == 1)
    during_first = here(timeline, 200)
    full = go_full(lighter, during_first)
    assert not full.lighter
    assert full.lighter_from == 0
    assert full.bouts[second_step].drill.id == "hip-hinge"
    assert str(full.bouts[second_step].tempos[0]) == "4-1-2-0"


def test_a_drill_under_way_is_not_exchanged() -> None:
    timeline = compile_flow(FLOW, LENGTHS, fakes.FULL)
    during_second = timeline.step_starts[1] + 3000
    lighter = go_lighter(perform(FLOW), CATALOGUE, here(timeline, during_second))
    assert lighter.flow.steps[1].drill.id == "hip-hinge"
    assert lighter.flow.steps[1].dose.reps == 4


def test_in_the_rest_between_two_steps_the_coming_drill_may_be_exchanged() -> None:
    timeline = compile_flow(FLOW, LENGTHS, fakes.FULL)
    rest = timeline.spans[timeline.span_index(timeline.step_starts[1] - 1)]
    assert rest.phase is SpanPhase.REST
    place = here(timeline, rest.start + 10)
    assert not place.begun
    assert go_lighter(perform(FLOW), CATALOGUE, place).flow.steps[1].drill.id == "box-hinge"


def test_under_the_closing_words_nothing_is_left_to_lighten() -> None:
    timeline = compile_flow(FLOW, LENGTHS, fakes.FULL)
    assert place_at(timeline, timeline.duration - 100) is None


def test_two_timelines_that_part_too_early_are_not_spliced() -> None:
    other = compile_flow(fakes.flow(fakes.step(fakes.HOLD)), LENGTHS, fakes.FULL)
    with pytest.raises(ValueError, match="part before"):
        splice(compile_flow(FLOW, LENGTHS, fakes.FULL), other, 60_000)


def test_a_test_and_a_sprint_are_never_made_lighter() -> None:
    for of in (fakes.drill(test=True), fakes.drill(stage=Stage.SPRINT)):
        assert lighter_step(fakes.step(of), EASIER) == fakes.step(of)


def test_a_run_may_begin_lighter_and_is_that_from_its_first_step() -> None:
    begun = begin_lighter(FLOW, CATALOGUE)
    assert (begun.lighter, begun.lighter_from, begun.authored) == (True, 0, FLOW)
    assert begun.flow == lighter_flow(FLOW, CATALOGUE)
    assert resume(FLOW, begun.flow, 0) == begun
    full = go_full(begun, PerformancePlace(0, 0, begun=False))
    assert full.flow == FLOW


def test_a_flow_with_nothing_lighter_begins_as_it_is() -> None:
    flow = fakes.flow(fakes.step(fakes.drill(test=True)))
    assert begin_lighter(flow, CATALOGUE) == perform(flow)


def half_done_lighter() -> Flow:
    timeline = compile_flow(FLOW, LENGTHS, fakes.FULL)
    place = here(timeline, timeline.step_starts[1] + 30_000)
    return go_lighter(perform(FLOW), CATALOGUE, place).flow


def test_a_lighter_run_can_be_taken_up_and_made_full_again() -> None:
    again = resume(FLOW, half_done_lighter(), 1)
    assert again.lighter
    assert again.authored == FLOW


def test_another_line_on_its_card_makes_no_other_flow_of_a_run_that_was_cut_off() -> None:
    since = replace(FLOW, line="Hips awake")
    again = resume(since, half_done_lighter(), 1)
    assert (again.lighter, again.authored) == (True, since)


@pytest.mark.parametrize(
    "since",
    [
        replace(FLOW, opening="Quite another opening, and a longer one."),
        replace(FLOW, talk=Talk.COUNTS),
        replace(FLOW, steps=(*FLOW.steps[:2], FLOW.steps[0])),
        replace(FLOW, steps=(replace(FLOW.steps[0], sides=Sides.EACH), *FLOW.steps[1:])),
        replace(FLOW, steps=FLOW.steps[:2]),
    ],
)
def test_a_flow_rewritten_since_cannot_change_what_was_said_already(since: Flow) -> None:
    """Going back to full would have to splice two timelines that part before now."""
    done = half_done_lighter()
    again = resume(since, done, 1)
    assert again.flow == again.authored == done
    assert not again.lighter
    timeline = compile_flow(again.flow, LENGTHS, fakes.FULL, bouts=again.bouts)
    at = free_from(timeline, timeline.step_starts[1])
    lighter = go_lighter(again, CATALOGUE, here(timeline, at))
    splice(timeline, compile_flow(lighter.flow, LENGTHS, fakes.FULL, bouts=lighter.bouts), at)
