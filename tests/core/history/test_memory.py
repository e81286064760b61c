"""Doses that remember: laid over the flow, taken back whole, and kept where their step changed."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fakes
from core.history import dosed_flows as made
from core.history.dosed_flows import CATALOGUE, FLOW, START, hinge
from examples import examples
from longstride.core.flow.drill import Dose
from longstride.core.history.dose_change import Answer, DoseChange, Rung
from longstride.core.history.memory import Dosed, as_dosed, not_yet, stale_words, take, undo

LATER = START + timedelta(days=400)
CHANGES = made.grown_fully(FLOW)


def laid_on(*changes: DoseChange, flow: made.Flow = FLOW) -> Dosed:
    return as_dosed(flow, CATALOGUE, changes)


def change(**fields: object) -> DoseChange:
    return replace(CHANGES[0], **fields)  # type: ignore[arg-type]


def test_changes_lie_over_the_flow_in_the_order_they_were_made() -> None:
    assert [(each.rung, each.before, each.after) for each in CHANGES] == [
        (Rung.LOWERING, "3-1-2-0", "4-1-2-0"),
        (Rung.LOWERING, "4-1-2-0", "5-1-2-0"),
        (Rung.REPS, "8", "10"),
        (Rung.REPS, "10", "12"),
        (Rung.DRILL, "hip-hinge", "single-leg-hinge"),
        (Rung.LOWERING, "3-0-1-0", "4-0-1-0"),
        (Rung.LOWERING, "4-0-1-0", "5-0-1-0"),
        (Rung.REPS, "5", "7"),
        (Rung.REPS, "7", "9"),
        (Rung.REPS, "9", "11"),
        (Rung.REPS, "11", "12"),
    ]
    assert laid_on() == Dosed(FLOW)
    dosed = laid_on(*CHANGES[::-1][7:])
    assert dosed.stale == ()
    assert str(dosed.flow.steps[0].dose.tempo) == "5-1-2-0"
    assert dosed.flow.steps[0].dose.reps == 12
    assert replace(dosed.flow, steps=FLOW.steps) == FLOW


def test_what_was_put_off_or_is_another_flows_changes_nothing() -> None:
    proposal = made.advise().proposal
    assert proposal
    assert laid_on(not_yet(proposal, UUID(int=1), START)) == Dosed(FLOW)
    assert laid_on(change(answer=Answer.UNDONE)) == Dosed(FLOW)
    assert laid_on(change(flow="other")) == Dosed(FLOW)


@pytest.mark.parametrize(
    "flow",
    [
        fakes.flow(hinge("2120"), fakes.step(fakes.HOLD)),
        fakes.flow(fakes.step(fakes.HOLD)),
        fakes.flow(hinge("3120", test=True)),
        fakes.flow(fakes.step(fakes.drill(dose=Dose(hold=30_000)))),
    ],
)
def test_a_step_its_author_changed_or_a_drill_that_is_gone_is_told(flow: made.Flow) -> None:
    assert laid_on(CHANGES[0], flow=flow) == Dosed(flow, (CHANGES[0],))
    assert stale_words(CHANGES[0], {"hip-hinge": hinge().drill}) == (
        "Hip hinge has changed in this flow, so your own dose of it (3-1-2-0 to 4-1-2-0) waits. "
        "Nothing of it is lost."
    )


def test_a_harder_drill_that_is_gone_is_stale_with_all_it_became() -> None:
    without = {name: drill for name, drill in CATALOGUE.items() if name != "single-leg-hinge"}
    found = as_dosed(FLOW, without, CHANGES)
    assert found.stale == CHANGES[4:]
    assert found.flow == laid_on(*CHANGES[:4]).flow
    words = stale_words(CHANGES[4], without)
    assert "Hip hinge has changed" in words
    assert "(Hip hinge to Single leg hinge)" in words


def test_when_the_author_changes_it_back_the_dose_is_there_again() -> None:
    other = fakes.flow(hinge("2120"), fakes.step(fakes.HOLD))
    assert laid_on(*CHANGES[:2], flow=other).stale == CHANGES[:2]
    assert laid_on(*CHANGES[:2], flow=FLOW).stale == ()


@pytest.mark.parametrize(
    "fields",
    [
        {"after": "9-1-2-0"},
        {"after": "nonsense"},
        {"before": ""},
        {"place": 0},
        {"place": -1},
        {"rung": Rung.REPS, "before": "8", "after": "1000"},
        {"rung": Rung.REPS, "before": "8", "after": "-1"},
        {"rung": Rung.DRILL, "before": "hip-hinge", "after": "../../etc/passwd"},
        {"rung": Rung.DRILL, "before": "hip-hinge", "after": "plank"},
    ],
)
def test_a_change_nobody_could_have_taken_is_not_laid_on(fields: dict[str, object]) -> None:
    odd = change(**fields)
    assert laid_on(odd) == Dosed(FLOW, (odd,))


def test_undoing_takes_with_it_what_rested_on_it_and_nothing_else() -> None:
    lowering = undo(FLOW, CATALOGUE, CHANGES[:4], CHANGES[0], LATER)
    assert [each.answer for each in lowering] == [Answer.UNDONE] * 2 + [Answer.TAKEN] * 2
    assert [each.edited == LATER for each in lowering] == [True, True, False, False]
    found = laid_on(*lowering)
    assert found.stale == ()
    assert str(found.flow.steps[0].dose.tempo) == "3-1-2-0"
    assert found.flow.steps[0].dose.reps == 12
    harder = undo(FLOW, CATALOGUE, CHANGES, CHANGES[4], LATER)
    assert [each.answer for each in harder] == [Answer.TAKEN] * 4 + [Answer.UNDONE] * 7
    assert laid_on(*harder) == laid_on(*CHANGES[:4])


def test_undoing_one_leaves_another_that_was_stale_before() -> None:
    stale = change(id=UUID(int=7), drill="gone")
    both = undo(FLOW, CATALOGUE, (CHANGES[0], stale), CHANGES[0], LATER)
    assert [each.answer for each in both] == [Answer.UNDONE, Answer.TAKEN]


def test_in_the_second_round_the_place_is_the_second() -> None:
    flow = fakes.flow(hinge("5120", 12), hinge("5120", 12))
    first, *_ = made.grown_fully(flow)
    second = replace(first, id=UUID(int=2), place=2)
    found = laid_on(second, flow=flow)
    assert made.drill_ids(found.flow) == ["hip-hinge", "single-leg-hinge"]
    both = laid_on(first, second, flow=flow)
    assert both.stale == ()
    assert made.drill_ids(both.flow) == ["single-leg-hinge"] * 2


# -- for every life


@examples(30)
@given(made.lives(), st.integers(0, 3))
def test_undo_of_take_is_as_if_it_had_not_been(
    life: tuple[made.Flow, list[made.Session], tuple[DoseChange, ...]], more: int
) -> None:
    flow, _, changes = life
    changes = tuple(each for each in changes if not laid_on(each, flow=flow).stale)
    dosed = laid_on(*changes, flow=flow)
    runs = made.four(dosed.flow, 500)
    proposal = made.advise(flow, runs, changes).proposal
    if proposal is None:
        return
    taken = take(proposal, UUID(int=9999), LATER + timedelta(days=200))
    assert laid_on(*changes, taken, flow=flow) == Dosed(proposal.flow, dosed.stale)
    left = undo(flow, CATALOGUE, (*changes, taken), taken, LATER + timedelta(days=more + 300))
    assert left[:-1] == changes
    assert left[-1].answer is Answer.UNDONE
    assert laid_on(*left, flow=flow) == dosed


@examples(30)
@given(made.lives(), st.data())
def test_undoing_any_one_leaves_nothing_new_that_is_stale(
    life: tuple[made.Flow, list[made.Session], tuple[DoseChange, ...]], data: st.DataObject
) -> None:
    flow, _, changes = life
    if not changes:
        return
    before = laid_on(*changes, flow=flow)
    left = undo(flow, CATALOGUE, changes, data.draw(st.sampled_from(changes)), LATER)
    assert set(laid_on(*left, flow=flow).stale) <= set(before.stale)
    assert [each.id for each in left] == [each.id for each in changes]
