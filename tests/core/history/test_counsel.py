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
from longstride.core.flow.flow import MEASURES
from longstride.core.flow.strain import strained
from longstride.core.history.counsel import is_full, went_well
from longstride.core.history.dose_change import Answer, Rung
from longstride.core.history.memory import as_dosed
from longstride.core.history.session import AfterRating, Pain, PainKind
from longstride.core.history.verdict import Verdict
from longstride.core.timeline.step_record import Outcome

FOUR = four()
CAREFUL = list(Verdict)  # the most careful first
SHARP_KNEE = AfterRating(2, 5, Pain(PainKind.SHARP, "left knee"))
KNEES = fakes.flow(hinge(areas=("quads",)))


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


def test_the_order_is_that_of_the_days() -> None:
    hard = replace(session(20, after=AfterRating(9, 9)), day=START.date() - timedelta(days=9))
    assert advise(sessions=[*FOUR, hard]).verdict is Verdict.GROW


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


def test_a_flow_that_tests_is_done_whole_in_a_lighter_week() -> None:
    check = replace(FLOW, occasions=(MEASURES,))
    assert advise(check, lighter_week=True).verdict is not Verdict.LIGHTER
    assert advise(check, lighter_week=True, soreness=7).verdict is Verdict.LIGHTER


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


def test_pain_that_nobody_can_place_rests_from_everything() -> None:
    hurt = session(9, after=AfterRating(2, 5, Pain(PainKind.SHARP, "пах")))
    found = advise(sessions=[*FOUR, hurt])
    assert found.verdict is Verdict.REST
    assert found.sentence.startswith("Something hurt sharply last time: let it rest")


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
