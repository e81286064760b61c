"""One verdict with one sentence, the most careful that holds."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fakes
from core.history import dosed_flows as made
from core.history.dosed_flows import CATALOGUE, FLOW, START, advise, cut_short, four, hinge, session
from examples import examples
from longstride.core.flow.body import BodyPlace, places_named
from longstride.core.flow.drill import Dose, Sides, Stage, Unit
from longstride.core.flow.strain import strained
from longstride.core.flow.tempo import parse_tempo
from longstride.core.history.dose_change import Answer, Rung
from longstride.core.history.memory import as_dosed
from longstride.core.history.progress import Verdict, counsel, is_full, went_well
from longstride.core.history.session import AfterRating, Pain, PainKind
from longstride.core.timeline.step_record import Outcome

FOUR = four()
CAREFUL = list(Verdict)  # the most careful first
SHARP_KNEE = AfterRating(2, 5, Pain(PainKind.SHARP, "left knee"))
KNEES = fakes.flow(hinge(areas=("quads",)))


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


@pytest.mark.parametrize(
    "spoilt",
    [
        replace(FOUR[2], lighter_from=1),
        replace(FOUR[2], ended=None),
        replace(FOUR[2], steps=FOUR[2].steps[:1]),
        replace(FOUR[2], steps=FOUR[2].steps[:1], step_count=1),
        replace(FOUR[2], room=300_000),
        replace(FOUR[2], steps=(replace(FOUR[2].steps[0], outcome=Outcome.SHORTENED),) * 2),
        replace(FOUR[2], steps=(FOUR[2].steps[0], replace(FOUR[2].steps[1], drill="other"))),
        replace(FOUR[2], after=None),
        replace(FOUR[2], after=AfterRating(4, 6)),
        replace(FOUR[2], after=AfterRating(3, 7)),
        replace(FOUR[2], after=AfterRating(None, 5)),
        replace(FOUR[2], after=AfterRating(2, 5, Pain(PainKind.DULL, "knee"))),
    ],
)
def test_one_of_four_that_was_not_full_and_easy_is_enough_to_wait(spoilt: made.Session) -> None:
    assert all(is_full(run, FLOW) and went_well(run, FLOW) for run in FOUR)
    found = advise(sessions=[*FOUR[:2], spoilt, FOUR[3]])
    assert (found.verdict, found.proposal) == (Verdict.GO_ON, None)


def test_four_runs_cut_to_half_the_steps_earn_nothing() -> None:
    whole = fakes.flow(*[hinge() for _ in range(10)])
    half = replace(whole, steps=whole.steps[:5])
    assert advise(whole, four(half)).verdict is Verdict.GO_ON
    assert advise(whole, four(half, room=300_000)).verdict is Verdict.GO_ON
    assert advise(whole, four(whole)).verdict is Verdict.GROW


def test_an_old_hard_session_another_flow_and_one_never_begun_do_not_matter() -> None:
    old = session(0, after=AfterRating(9, 9))
    left = replace(session(7), steps=(), after=None)
    other = session(6, replace(FLOW, id="other"), AfterRating(9, 9))
    runs = [session(day) for day in range(1, 5)] + [old, other, left]
    assert advise(sessions=runs).verdict is Verdict.GROW


def test_three_are_too_few_and_after_any_answer_the_count_begins_again() -> None:
    assert advise(sessions=FOUR[:3]).verdict is Verdict.GO_ON
    for yes in (True, False):
        change = made.answer(advise(), 0, yes=yes)
        change = replace(change, made=START, edited=START + timedelta(hours=1))
        flow = as_dosed(FLOW, CATALOGUE, (change,)).flow
        runs = four(flow)
        assert advise(sessions=runs, changes=(change,)).verdict is Verdict.GO_ON
        assert advise(sessions=[*runs, session(4, flow)], changes=(change,)).proposal
        undone = replace(change, answer=Answer.UNDONE)
        assert advise(sessions=runs, changes=(undone,)).verdict is Verdict.GO_ON


def test_before_the_first_time_there_is_nothing_to_go_on_with() -> None:
    found = advise(sessions=[])
    assert (found.verdict, found.sentence) == (
        Verdict.GO_ON,
        "Take the dose as it is, and see how it feels.",
    )


@pytest.mark.parametrize(
    ("soreness", "lighter_week", "verdict"),
    [
        (None, False, Verdict.GROW),
        (4, False, Verdict.GROW),
        (5, False, Verdict.REPEAT),
        (6, False, Verdict.REPEAT),
        (7, False, Verdict.LIGHTER),
        (None, True, Verdict.LIGHTER),
        (5, True, Verdict.LIGHTER),  # "the same dose" would be braver than the week
        (7, True, Verdict.LIGHTER),
    ],
)
def test_holding_back(soreness: int | None, lighter_week: bool, verdict: Verdict) -> None:
    found = advise(soreness=soreness, lighter_week=lighter_week)
    assert found.verdict is verdict
    assert found.sentence
    assert (found.proposal is None) is (verdict is not Verdict.GROW)


def test_two_of_four_that_were_too_much_take_the_last_change_back() -> None:
    changes = made.grown_fully(FLOW)[:2]
    dosed = as_dosed(FLOW, CATALOGUE, changes).flow
    runs = four(dosed, 30)
    hard = [cut_short(runs[0]), runs[1], cut_short(runs[2]), runs[3]]
    found = advise(sessions=hard, changes=changes)
    assert (found.verdict, found.take_back) == (Verdict.TAKE_BACK, changes[-1])
    assert advise(sessions=hard[:2], changes=changes).verdict is Verdict.GO_ON
    assert advise(sessions=hard, changes=changes, soreness=5).verdict is Verdict.TAKE_BACK
    assert advise(sessions=hard, changes=changes, soreness=7).verdict is Verdict.LIGHTER
    easy = [replace(run, after=AfterRating(3, 7)) for run in hard]
    assert advise(sessions=easy, changes=changes).verdict is Verdict.GO_ON


def test_where_nothing_was_changed_too_much_goes_lighter() -> None:
    hard = [cut_short(run) for run in FOUR]
    found = advise(sessions=hard)
    assert (found.verdict, found.take_back) == (Verdict.LIGHTER, None)


def test_sharp_pain_rests_from_what_loads_the_place_until_it_is_better() -> None:
    hurt = session(9, fakes.flow(id="other"), SHARP_KNEE)
    runs = [*four(KNEES), hurt]
    found = advise(KNEES, runs)
    assert (found.verdict, found.proposal) == (Verdict.REST, None)
    assert found.sentence == (
        "Test flow works on the knee: let it rest until it is better. If it stays, see a clinician."
    )
    assert advise(KNEES, [*runs, *four(KNEES, 20)]).verdict is Verdict.REST
    better = {BodyPlace.KNEE: START + timedelta(days=10)}
    assert advise(KNEES, [*runs, *four(KNEES, 20)], better=better).verdict is Verdict.GROW


def test_sharp_pain_elsewhere_goes_lighter_the_time_after() -> None:
    hurt = session(9, fakes.flow(id="other"), SHARP_KNEE)
    assert advise(sessions=[*FOUR, hurt]).verdict is Verdict.LIGHTER
    assert advise(sessions=[hurt, *four(first=20)]).verdict is Verdict.GROW


def test_nothing_grows_where_it_is_tender() -> None:
    dull = session(5, fakes.flow(id="other"), AfterRating(2, 5, Pain(PainKind.DULL, "knee")))
    found = advise(KNEES, [*four(KNEES), dull])
    assert found.verdict is Verdict.GO_ON
    assert "while the knee is tender" in found.sentence
    both = fakes.flow(hinge(areas=("quads",)), hinge())
    proposal = advise(both, [*four(both), dull]).proposal
    assert proposal
    assert proposal.step == 1


def test_growth_stops_at_the_most_minutes_a_flow_promises() -> None:
    flow = replace(FLOW, minutes=(3, 5))

    def work(of: made.Flow) -> int:
        return 300_000 + of.steps[0].work(of.breath) - FLOW.steps[0].work(of.breath)

    found = advise(flow, length=lambda of: work(of) - 16_000).proposal
    assert found
    assert found.rung is Rung.LOWERING  # by a second in each of two times eight repetitions
    found = advise(flow, length=lambda of: work(of) - 15_999).proposal
    assert found
    assert found.rung is Rung.DRILL  # which does not last longer, as two repetitions more would
    full = advise(fakes.flow(hinge(harder=None), minutes=(3, 5)), length=work)
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
    assert flow.steps[0].drill.unit is Unit.SECONDS


# -- for every life


@examples(30)
@given(made.lives(), st.integers(0, 10), st.booleans())
def test_with_soreness_never_braver_than_without(
    life: tuple[made.Flow, list[made.Session], tuple[made.DoseChange, ...]],
    soreness: int,
    lighter_week: bool,
) -> None:
    flow, runs, changes = life
    without = advise(flow, runs, changes, lighter_week=lighter_week)
    found = advise(flow, runs, changes, soreness, lighter_week=lighter_week)
    assert CAREFUL.index(found.verdict) <= CAREFUL.index(without.verdict)
    more = advise(flow, runs, changes, min(10, soreness + 1), lighter_week=lighter_week)
    assert CAREFUL.index(more.verdict) <= CAREFUL.index(found.verdict)


@examples(30)
@given(made.lives())
def test_one_change_at_a_time_and_never_where_it_hurts(
    life: tuple[made.Flow, list[made.Session], tuple[made.DoseChange, ...]],
) -> None:
    flow, runs, changes = life
    found = advise(flow, runs, changes)
    assert found.sentence
    proposal = found.proposal
    assert (proposal is not None) is (found.verdict is Verdict.GROW)
    if proposal is None:
        return
    dosed = as_dosed(flow, CATALOGUE, changes).flow
    pairs = list(zip(dosed.steps, proposal.flow.steps, strict=True))
    changed = [number for number, (was, now) in enumerate(pairs) if was != now]
    assert changed == [proposal.step]
    was, now = pairs[proposal.step]
    if proposal.rung is not Rung.DRILL:
        assert (was.dose.reps == now.dose.reps) is not (was.dose.tempo == now.dose.tempo)
    hurts = {
        place
        for run in runs
        if run.after and run.after.pain.kind is PainKind.SHARP
        for place in places_named(run.after.pain.where)
    }
    assert not (strained(was.drill) | strained(now.drill)) & hurts


@examples(20)
@given(made.flows)
def test_growth_ends_below_its_ceilings(flow: made.Flow) -> None:
    dosed = as_dosed(flow, CATALOGUE, made.grown_fully(flow)).flow
    for was, now in zip(flow.steps, dosed.steps, strict=True):
        if was.drill.id == now.drill.id and (tempo := now.dose.tempo):
            assert (now.dose.reps or 0) <= max(was.dose.reps or 0, 12)
            assert was.dose.tempo
            assert tempo.eccentric <= max(was.dose.tempo.eccentric, 5000)
            assert tempo.rep <= max(was.dose.tempo.rep, 10_000)
