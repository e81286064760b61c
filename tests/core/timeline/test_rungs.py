"""What goes first where a flow is made shorter, what stays, and how that is told."""

from dataclasses import replace

import pytest

import fakes
from core.timeline.shortened import FLOWS, REPS, drills, leaning, length, step
from longstride.core.flow.drill import Dose, Sides, Stage
from longstride.core.flow.flow import Flow, Step
from longstride.core.timeline.shorten import fit, half_dose, ladder


def test_sets_go_first_of_what_has_most_then_of_what_comes_later() -> None:
    flow = fakes.flow(
        step("one", dose=replace(REPS, sets=2)),
        step("two", Stage.END_RANGE, dose=replace(REPS, sets=3)),
    )
    sets = [[step.dose.sets for step in rung.flow.steps] for rung in ladder(flow)]
    assert sets[:4] == [[2, 3], [2, 2], [2, 1], [1, 1]]


def test_a_round_is_a_set_of_several_drills_and_a_single_one_is_none() -> None:
    circuit = [step(name, Stage.STABILITY, round=n) for n in (1, 2, 3) for name in ("a", "b")]
    rungs = ladder(fakes.flow(*circuit))
    assert [drills(rung) for rung in rungs[:3]] == [["a", "b"] * n for n in (3, 2, 1)]
    assert [rung.flow.rounds for rung in rungs[:3]] == [3, 2, 0]


def test_a_round_stays_where_it_holds_what_is_kept() -> None:
    circuit = [step("a", Stage.STABILITY, round=n, keep=n == 2) for n in (1, 2)]
    assert ladder(fakes.flow(*circuit))[1].flow.rounds == 2


def test_of_a_crowded_stage_goes_what_others_work_too_and_the_hip_flexors_last() -> None:
    flow = fakes.flow(
        step("front", areas=("hip flexors",)),
        step("back", areas=("glutes",)),
        step("back-too", areas=("glutes",)),
        step("end", Stage.END_RANGE),
    )
    assert [drills(rung) for rung in ladder(flow)[1:3]] == [
        ["front", "back", "end"],
        ["front", "end"],
    ]


def test_what_is_kept_outlives_its_stage() -> None:
    flow = fakes.flow(
        step("open", Stage.OPEN), step("load", keep=True), step("end", Stage.END_RANGE)
    )
    assert drills(ladder(flow)[-1]) == ["load", "end"]


def test_a_flow_that_is_done_whole_has_one_rung() -> None:
    flow = fakes.flow(step("a"), step("b"), shorten=False)
    assert [rung.flow for rung in ladder(flow)] == [flow]
    assert fit(flow, length(flow) - 1, length) is None
    assert fit(flow, length(flow), length).flow is flow  # type: ignore[union-attr]


def test_one_side_never_goes_alone() -> None:
    sided = [step("plank", sides=side, dose=replace(REPS, sets=2)) for side in ONE_SIDED]
    flow = fakes.flow(*sided, step("other"), step("end", Stage.END_RANGE))
    for rung in ladder(flow):
        assert drills(rung).count("plank") in {0, 2}
        assert not leaning(rung.flow)


def test_what_is_not_alike_on_both_sides_keeps_its_dose() -> None:
    left, right = (step("plank", sides=side, dose=replace(REPS, reps=n)) for side, n in UNLIKE)
    doses_left = {
        each.dose.reps for rung in ladder(fakes.flow(left, right)) for each in rung.flow.steps
    }
    assert doses_left == {10, 14}


ONE_SIDED = (Sides.LEFT, Sides.RIGHT)
UNLIKE = ((Sides.LEFT, 10), (Sides.RIGHT, 14))


@pytest.mark.parametrize(
    ("dose", "half"),
    [
        (Dose(reps=12), Dose(reps=6)),
        (Dose(reps=7), Dose(reps=4)),
        (Dose(reps=4), Dose(reps=3)),
        (Dose(reps=2), Dose(reps=2)),
        (Dose(breaths=5), Dose(breaths=3)),
        (Dose(breaths=1), Dose(breaths=1)),
        (Dose(hold=61_000), Dose(hold=31_000)),
        (Dose(hold=25_000), Dose(hold=20_000)),
        (Dose(hold=12_000), Dose(hold=12_000)),
    ],
)
def test_half_a_dose_is_never_too_little(dose: Dose, half: Dose) -> None:
    assert half_dose(dose) == half


@pytest.mark.parametrize(("reps", "half"), [(12, 6), (10, 6), (6, 4), (2, 2)])
def test_half_a_paired_dose_is_even(reps: int, half: int) -> None:
    assert half_dose(Dose(reps=reps), paired=True).reps == half


def told(flow: Flow, rung: int) -> str:
    found = fit(flow, length(ladder(flow)[rung].flow), length)
    return found.left_out if found else ""


def test_what_is_left_out_is_told_in_a_line() -> None:
    flow = fakes.flow(
        step("A-skip", dose=replace(REPS, sets=2)),
        step("hinge"),
        step("squat"),
        step("couch", Stage.END_RANGE, sides=Sides.EACH, dose=Dose(breaths=6)),
    )
    flow = replace(flow, steps=tuple(map(named, flow.steps)))
    assert [told(flow, rung) for rung in range(6)] == [
        "",
        "Fewer sets. Both sides stay equal.",
        "Without squat. Fewer sets. Both sides stay equal.",
        "Without hinge and squat. Fewer sets. Both sides stay equal.",
        "Without hinge and squat. Fewer sets and repetitions. Both sides stay equal.",
        "Without hinge and squat. Fewer sets and repetitions, shorter holds. "
        "Both sides stay equal.",
    ]
    assert told(flow, 6) == "Only couch. Shorter holds. Both sides stay equal."


def named(each: Step) -> Step:
    return replace(each, drill=replace(each.drill, name=each.drill.id))


def test_a_name_keeps_its_letter() -> None:
    flow = FLOWS["acceleration-drills"]
    assert "A-march and A-skip" in told(flow, 3)
