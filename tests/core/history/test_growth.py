"""What grows, in which order, and where it ends."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fakes
from core.history import dosed_flows as made
from core.history.dosed_flows import CATALOGUE, FLOW, advise, four, hinge
from examples import examples
from longstride.core.flow.drill import Dose, Sides, Stage
from longstride.core.flow.tempo import parse_tempo
from longstride.core.history.counsel import counsel
from longstride.core.history.dose_change import Rung
from longstride.core.history.memory import as_dosed
from longstride.core.history.verdict import Verdict


def grown(step: fakes.Step) -> tuple[Rung, fakes.Step, str] | None:
    found = made.grow(fakes.flow(step)).proposal
    return (found.rung, found.flow.steps[0], found.sentence) if found else None


def test_first_a_second_more_of_lowering() -> None:
    found = advise()
    assert found.verdict is Verdict.GROW
    proposal = found.proposal
    assert proposal is not None
    assert (proposal.rung, proposal.step) == (Rung.LOWERING, 0)
    assert (proposal.drill, proposal.place) == ("hip-hinge", 1)
    assert (proposal.before, proposal.after) == ("3-1-2-0", "4-1-2-0")
    assert str(proposal.flow.steps[0].dose.tempo) == "4-1-2-0"
    assert proposal.flow.steps[1] == FLOW.steps[1]
    assert found.sentence == proposal.sentence
    assert found.sentence == (
        "Four full sessions in a row ended at stiffness 3 or less. "
        "Hip hinge is ready for a slower lowering: 3 s to 4 s."
    )


def test_then_repetitions_then_the_harder_drill_then_nothing() -> None:
    rung, step, words = grown(hinge("5120")) or pytest.fail("nothing grew")
    assert (rung, step.dose.reps) == (Rung.REPS, 10)
    assert words.endswith("Hip hinge is ready for more repetitions: 8 to 10.")
    rung, step, words = grown(hinge("5120", 12)) or pytest.fail("nothing grew")
    assert (rung, step.drill.id) == (Rung.DRILL, "single-leg-hinge")
    assert (step.dose.reps, step.dose.sets) == (5, 2)
    assert words.endswith("Hip hinge is ready for its harder form: Single leg hinge.")
    assert grown(fakes.step(fakes.drill(dose=Dose(reps=12, tempo=parse_tempo("5120"))))) is None


def test_every_step_lowers_slowly_before_any_gets_more_repetitions() -> None:
    found = made.grow(fakes.flow(hinge("5120"), hinge("3120"))).proposal
    assert found is not None
    assert (found.rung, found.step, found.place) == (Rung.LOWERING, 1, 2)


@pytest.mark.parametrize("tempo", ["X010", "4330", "5010"])
def test_a_lowering_that_is_fast_on_purpose_or_long_enough_stays(tempo: str) -> None:
    rung, step, _ = grown(hinge(tempo)) or pytest.fail("nothing grew")
    assert rung is Rung.REPS
    assert str(step.dose.tempo) == str(parse_tempo(tempo))


@pytest.mark.parametrize("changes", [{"stage": Stage.OPEN}, {"test": True}])
def test_only_loaded_work_grows_and_no_test(changes: dict[str, object]) -> None:
    assert grown(hinge(**changes)) is None


def test_the_sides_stay_even_where_they_take_turns() -> None:
    step = replace(hinge("5120", 7), sides=Sides.ALTERNATE)
    assert (grown(step) or pytest.fail("nothing grew"))[1].dose.reps == 8


@pytest.mark.parametrize(
    "harder",
    [
        fakes.drill("single-leg-hinge", position="lying on your back"),
        fakes.drill("single-leg-hinge", places=("mat",)),
        fakes.drill("single-leg-hinge", test=True),
    ],
)
def test_a_harder_drill_stays_at_its_height_and_in_its_place(harder: fakes.Drill) -> None:
    flow = fakes.flow(hinge("5120", 12), place="outdoors")
    found = counsel(flow, made.known(harder), four(flow), (), None, length=made.no_time)
    assert found.verdict is Verdict.GO_ON


def test_a_harder_drill_is_never_one_the_flow_has_already() -> None:
    flow = fakes.flow(hinge("5120", 12), fakes.step(replace(made.HARDER, stage=Stage.OPEN)))
    assert made.grow(flow).proposal is None


def test_a_harder_drill_names_what_it_needs_and_keeps_a_side_of_its_own() -> None:
    banded = replace(made.HARDER, equipment=("band",), sides=Sides.EACH)
    step = replace(hinge("5120", 12, sides=Sides.EACH), sides=Sides.LEFT)
    flow = fakes.flow(step)
    found = counsel(flow, made.known(banded), four(flow), (), None, length=made.no_time)
    assert found.sentence.endswith("It asks for: band.")
    assert found.proposal
    assert found.proposal.flow.steps[0].sides is Sides.LEFT


def test_growth_stops_at_the_most_minutes_a_flow_promises() -> None:
    flow = replace(FLOW, minutes=(3, 5))

    def takes(of: made.Flow) -> int:
        return 300_000 + work(of) - work(FLOW)

    found = advise(flow, length=lambda of: takes(of) - 16_000).proposal
    assert found
    assert found.rung is Rung.LOWERING  # by a second in each of two times eight repetitions
    found = advise(flow, length=lambda of: takes(of) - 15_999).proposal
    assert found
    assert found.rung is Rung.DRILL  # which does not last longer, as two repetitions more would
    full = advise(fakes.flow(hinge(harder=None), minutes=(3, 5)), length=lambda _: 300_001)
    assert (full.verdict, full.sentence) == (
        Verdict.GO_ON,
        "Test flow has grown as far as it is meant to, and stays there.",
    )


def test_a_flow_that_can_never_grow_says_so() -> None:
    found = made.grow(fakes.flow(fakes.step(fakes.HOLD)))
    assert (found.verdict, found.sentence) == (
        Verdict.GO_ON,
        "Test flow stays as it is: nothing in it is made to grow.",
    )


def test_a_hold_grows_by_its_harder_drill_in_every_round() -> None:
    flow = fakes.flow(*[fakes.step(made.PLANK, round=n) for n in (1, 2)])
    changes = made.grown_fully(flow)
    assert [(each.drill, each.place, each.after) for each in changes] == [
        ("plank", 1, "lifted-plank"),
        ("plank", 2, "lifted-plank"),
    ]
    assert made.drill_ids(as_dosed(flow, CATALOGUE, changes).flow) == ["lifted-plank"] * 2


def work(flow: made.Flow) -> int:
    return sum(step.work(flow.breath) for step in flow.steps)


@examples(20)
@given(made.flows, st.integers(1, 8))
def test_growth_ends_below_its_ceilings(flow: made.Flow, minutes: int) -> None:
    flow = replace(flow, minutes=(1, minutes))
    changes = made.grown_fully(flow, length=work)
    dosed = as_dosed(flow, CATALOGUE, changes).flow
    assert not changes or work(dosed) <= minutes * 60_000
    for was, now in zip(flow.steps, dosed.steps, strict=True):
        if was.drill.id == now.drill.id and (tempo := now.dose.tempo):
            assert (now.dose.reps or 0) <= max(was.dose.reps or 0, 12)
            assert was.dose.tempo
            assert tempo.eccentric <= max(was.dose.tempo.eccentric, 5000)
            assert tempo.rep <= max(was.dose.tempo.rep, 10_000)
