from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fakes
from longstride.core.flow.drill import Dose, Stage
from longstride.core.flow.tempo import parse_tempo
from longstride.core.history.progress import (
    Rung,
    Verdict,
    hold_back,
    is_full,
    ready_to_progress,
    went_well,
)
from longstride.core.history.session import AfterRating, Pain, PainKind, Session
from longstride.core.history.suggestion import suggest
from longstride.core.timeline.step_record import Outcome, StepRecord

START = datetime(2024, 1, 1, 7, tzinfo=UTC)
TODAY = date(2024, 1, 10)
HARDER = fakes.drill("single-leg-hinge", dose=Dose(reps=5, tempo=parse_tempo("3010")))
CATALOGUE = {"single-leg-hinge": HARDER}
GOOD = AfterRating(stiffness=3, effort=6)


def hinge(tempo: str = "3120", reps: int = 8, **changes: object) -> fakes.Step:
    dose = Dose(reps=reps, tempo=parse_tempo(tempo), sets=2)
    return fakes.step(fakes.drill(dose=dose, harder="single-leg-hinge", **changes))


FLOW = fakes.flow(hinge(), fakes.step(fakes.HOLD))


def session(day: int, flow: str = "test-flow", after: AfterRating | None = GOOD) -> Session:
    started = START + timedelta(days=day)
    steps = tuple(
        StepRecord(index, "hip-hinge", None, 2, 8, 60, 30, Outcome.DONE) for index in (0, 1)
    )
    return Session(
        UUID(int=day),
        flow,
        "Test flow",
        "{}",
        started,
        started.date(),
        2,
        steps,
        started + timedelta(minutes=9),
        6,
        after,
    )


FOUR = [session(day) for day in range(4)]


def grown(step: fakes.Step) -> tuple[Rung, fakes.Step, str] | None:
    found = ready_to_progress(fakes.flow(step), CATALOGUE, FOUR)
    return (found.rung, found.flow.steps[0], found.sentence) if found else None


def test_first_a_second_more_of_lowering() -> None:
    found = ready_to_progress(FLOW, CATALOGUE, FOUR)
    assert found is not None
    assert (found.rung, found.step) == (Rung.LOWERING, 0)
    assert str(found.flow.steps[0].dose.tempo) == "4-1-2-0"
    assert found.flow.steps[1] == FLOW.steps[1]
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
    found = ready_to_progress(fakes.flow(hinge("5120"), hinge("3120")), CATALOGUE, FOUR)
    assert found is not None
    assert (found.rung, found.step) == (Rung.LOWERING, 1)


@pytest.mark.parametrize("tempo", ["X010", "4330", "5010"])
def test_a_lowering_that_is_fast_on_purpose_or_long_enough_stays(tempo: str) -> None:
    rung, step, _ = grown(hinge(tempo)) or pytest.fail("nothing grew")
    assert rung is Rung.REPS
    assert str(step.dose.tempo) == str(parse_tempo(tempo))


def test_only_loaded_work_grows() -> None:
    assert grown(hinge(stage=Stage.OPEN)) is None


@given(st.integers(1, 30), st.sampled_from(["2010", "3120", "4120", "5310"]))
def test_it_ends_after_one_change_at_a_time(reps: int, tempo: str) -> None:
    step, changes = hinge(tempo, reps), 0
    while (found := grown(step)) and found[0] is not Rung.DRILL:
        old, step, changes = step, found[1], changes + 1
        assert (old.dose.reps == step.dose.reps) is not (old.dose.tempo == step.dose.tempo)
        assert changes < 20
    assert step.dose.reps == max(reps, 12)


@pytest.mark.parametrize(
    "spoilt",
    [
        replace(FOUR[2], lighter_from=1),
        replace(FOUR[2], ended=None),
        replace(FOUR[2], steps=FOUR[2].steps[:1]),
        replace(FOUR[2], steps=(replace(FOUR[2].steps[0], outcome=Outcome.SHORTENED),) * 2),
        replace(FOUR[2], after=None),
        replace(FOUR[2], after=AfterRating(4, 6)),
        replace(FOUR[2], after=AfterRating(3, 7)),
        replace(FOUR[2], after=AfterRating(None, 5)),
        replace(FOUR[2], after=AfterRating(2, 5, Pain(PainKind.DULL, "knee"))),
    ],
)
def test_one_of_four_that_was_not_full_and_easy_is_enough_to_wait(spoilt: Session) -> None:
    assert all(is_full(run) and went_well(run) for run in FOUR)
    assert ready_to_progress(FLOW, CATALOGUE, [*FOUR[:2], spoilt, FOUR[3]]) is None


def test_an_old_hard_session_and_another_flow_do_not_matter() -> None:
    hard = session(0, after=AfterRating(9, 9))
    runs = [session(day) for day in range(1, 5)] + [hard, session(6, "other", AfterRating(9, 9))]
    assert ready_to_progress(FLOW, CATALOGUE, runs) is not None


def test_three_are_too_few_and_after_a_change_the_count_begins_again() -> None:
    assert ready_to_progress(FLOW, CATALOGUE, FOUR[:3]) is None
    since = START + timedelta(hours=1)
    assert ready_to_progress(FLOW, CATALOGUE, FOUR, since) is None
    assert ready_to_progress(FLOW, CATALOGUE, [*FOUR, session(4)], since) is not None


@pytest.mark.parametrize(
    ("soreness", "pain", "verdict"),
    [
        (None, PainKind.NONE, Verdict.GO_ON),
        (4, PainKind.DULL, Verdict.GO_ON),
        (5, PainKind.NONE, Verdict.REPEAT),
        (6, PainKind.NONE, Verdict.REPEAT),
        (7, PainKind.NONE, Verdict.LIGHTER),
        (0, PainKind.SHARP, Verdict.LIGHTER),
    ],
)
def test_holding_back(soreness: int | None, pain: PainKind, verdict: Verdict) -> None:
    found = hold_back(soreness, pain)
    assert found.verdict is verdict
    assert bool(found.sentence) is (verdict is not Verdict.GO_ON)


def test_the_day_after_has_a_say() -> None:
    assert ready_to_progress(FLOW, CATALOGUE, FOUR, soreness=5) is None
    assert ready_to_progress(FLOW, CATALOGUE, FOUR, soreness=4) is not None


# --- what to do next

LOADED = fakes.flow(hinge(), id="eccentric", title="Eccentric hips", minutes=(12, 15))
DESK = fakes.flow(fakes.step(fakes.HOLD), id="desk", title="Unlock the desk", minutes=(3, 3))
CALM = fakes.flow(fakes.step(fakes.HOLD), id="calm", title="Wind down", minutes=(8, 8))
FLOWS = (LOADED, CALM, DESK)


def suggested(stiffness: int | None, *last: Session) -> tuple[str, str]:
    found = suggest(FLOWS, stiffness, last, TODAY)
    assert found is not None
    return found.flow.id, found.reason


def test_stiff_hips_begin_with_the_gentlest() -> None:
    assert suggested(7) == ("desk", "Stiff 7: start with Unlock the desk.")
    assert suggested(6) == ("eccentric", "Eccentric hips is a good place to begin.")


def test_the_day_after_load_is_easy() -> None:
    words = "Eccentric hips was yesterday: an easy day suits it, with Unlock the desk."
    assert suggested(3, session(8, "eccentric"), session(5, "calm")) == ("desk", words)
    assert suggested(3, session(9, "eccentric"))[1].startswith("Eccentric hips was today")
    assert suggested(3, session(7, "eccentric"))[0] == "eccentric"


def test_flows_take_turns() -> None:
    runs = (session(2, "eccentric"), session(4, "desk"), session(6, "calm"))
    assert suggested(None, *runs) == ("eccentric", "Eccentric hips was last done 7 days ago.")
    assert suggested(None, *runs, session(7, "eccentric"))[0] == "desk"


def test_sharp_pain_comes_first() -> None:
    hurt = session(8, "eccentric", AfterRating(pain=Pain(PainKind.SHARP, "hip")))
    flow, reason = suggested(8, hurt)
    assert flow == "desk"
    assert reason.startswith("Sharp pain last time: rest")
    assert "clinician" in reason
    assert not suggested(8, replace(hurt, day=date(2024, 1, 7)))[1].startswith("Sharp")


def test_what_is_gone_or_yet_to_come_is_passed_over() -> None:
    assert suggest((), 5, [], TODAY) is None
    assert suggested(None, session(8, "deleted"))[0] == "eccentric"
    assert suggested(None, session(20, "calm")) == suggested(None)


def test_a_run_of_a_flow_made_shorter_is_not_a_full_one() -> None:
    short = [replace(run, room=360_000) for run in FOUR]
    assert not any(is_full(run) or went_well(run) for run in short)
    assert ready_to_progress(FLOW, CATALOGUE, short) is None
