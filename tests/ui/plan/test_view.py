"""What the page Plan and Today say of a plan: plain values."""

from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID

import pytest

from longstride.core.flow.body import BodyPlace
from longstride.core.flow.flow import MEASURES
from longstride.core.flow.plan import After
from longstride.core.history.counsel import Counsel
from longstride.core.history.plan.following import Following, PlanPlace, TurnMove
from longstride.core.history.plan.turn import TurnState
from longstride.core.history.session import AfterRating, Pain, PainKind
from longstride.core.history.verdict import Verdict
from longstride.records.doses import DoseNow
from longstride.ui.plan.move_turn_dialog import days_to_move_to
from longstride.ui.plan.view import Sign, afters, plan_view
from longstride.ui.shown.plan_words import elsewhere_text
from longstride.ui.shown.plans import Plans
from longstride.ui.today.plan_turn import turn_reason, with_plan
from longstride.ui.widgets.hills import HillState
from ui import page_samples as samples
from ui import plan_samples, rest_samples
from ui.plan_samples import FRIDAY, MONDAY, now, view

GUILT = ("missed", "failed", "behind", "overdue", "catch up", "should have")


def test_the_week_as_it_stands() -> None:
    shown = view()
    assert shown.title == "Runner"
    assert shown.heading == "Week 3 of 8"
    assert shown.words == "The same again, a little longer in each lowering."
    assert shown.count == "1 of 5 done"
    assert [(line.day, line.title, line.sign) for line in shown.lines] == [
        ("Mon", "Post-run five", Sign.DONE),
        ("Today", "Mobility A", Sign.TODAY),
        ("Wed", "Post-run five", Sign.LET_GO),
        ("Sat", "Mobility B", Sign.PLANNED),
        ("Sun", "Post-run five", Sign.PLANNED),
    ]
    words = [line.words.partition(" · ")[0] for line in shown.lines]
    assert words == [
        "done",
        "carried from Tuesday",
        "left out",
        "a session of its own",
        "after the Sunday run",
    ]
    assert [line.starts for line in shown.lines] == [False, True, False, False, False]


def test_a_turn_with_a_time_says_it_as_long_as_it_is_open() -> None:
    made = now()
    timed = tuple(replace(turn, at=time(7, 30)) for turn in made.turns)
    said = [line.words for line in view(now(turns=timed)).lines]
    assert said[4] == "after the Sunday run · 07:30 · 5 min"
    assert ["07:30" in words for words in said] == [turn.is_open for turn in timed]


def test_a_turn_that_the_athlete_moved_says_so() -> None:
    made = now()
    moved = replace(made, moves=(made.moved(made.turns[1], FRIDAY),))
    assert elsewhere_text(moved, moved.turns[1]) == "moved from Tuesday"
    assert elsewhere_text(made, made.turns[1]) == "carried from Tuesday"


def test_only_a_turn_of_today_can_be_started() -> None:
    later = now(turns=now().turns[3:])
    lines = view(later).lines
    assert [line.is_next for line in lines] == [True, False]
    assert not any(line.starts for line in lines)


def test_a_flow_that_is_gone_is_said_and_the_next_one_is_offered() -> None:
    turn = replace(now().turns[1], flow="gone")
    shown = view(now(turns=(turn, *now().turns[3:])))
    assert shown.lines[0].title == "gone"
    assert "no such flow any more" in shown.lines[0].words
    assert not shown.lines[0].starts
    assert shown.lines[1].is_next


@pytest.mark.parametrize(
    ("there", "words"),
    [
        (Plans(()), "no longer there"),
        (Plans((replace(plan_samples.runner(), purpose="Another."),)), "was changed since"),
        (Plans((), "runner.toml, line 3: is wrong."), "line 3"),
    ],
)
def test_what_became_of_the_plan_s_file_is_one_sentence(there: Plans, words: str) -> None:
    (note,) = view(there=there).notes
    assert words in note
    assert view().notes == ()


def test_days_that_are_not_said_are_asked_for() -> None:
    (note,) = view(now(anchors=())).notes
    assert note == "Say under Your days when you run, and Post-run five comes after each."


def test_work_is_offered_where_a_plan_has_it() -> None:
    desk = next(plan for plan in plan_samples.plans().offered if plan.id == "desk")
    of_desk = now(following=replace(now().following, plan=desk), week=1)
    assert After.WORK not in afters(now())
    assert After.WORK in afters(replace(of_desk, week=desk.weeks[0]))


def test_weeks_past_open_and_to_come() -> None:
    hills = view().weeks
    assert [hill.state for hill in hills[:4]] == [
        HillState.DONE,
        HillState.PASSED,
        HillState.OPEN,
        HillState.AHEAD,
    ]
    assert [hill.below for hill in hills[:4]] == ["2 Nov", "9 Nov", "this week", "23 Nov"]
    assert [hill.lighter for hill in hills] == [n in {4, 8} for n in range(1, 9)]
    assert hills[2].share == 1 / 5
    assert hills[0].words.startswith("Week 1, done, from 2 November: Learn")


def test_after_the_last_week_and_before_the_first() -> None:
    over = view(now(8, place=PlanPlace(8, over=True), turns=()))
    assert over.over
    assert over.heading == "All eight weeks are over."
    assert {hill.state for hill in over.weeks} <= {HillState.DONE, HillState.PASSED}
    later = Following(UUID(int=9), plan_samples.runner(), MONDAY + timedelta(7))
    begins = view(now(1, following=later, turns=(), past={}))
    assert begins.heading == "It begins on Monday 23 November."
    assert {hill.state for hill in begins.weeks} == {HillState.AHEAD}
    assert begins.weeks[0].below == "23 Nov"


def test_what_hurts_is_left_alone_and_has_no_start() -> None:
    lines = plan_view(now(), plan_samples.cards(), None, FRIDAY, {"mobility-a"}).lines
    assert lines[1].words == "left alone until what hurts is better"
    assert not any(line.starts for line in lines)


def test_a_test_is_done_whole_in_a_lighter_week_too() -> None:
    lighter = now(place=PlanPlace(3, lighter=True))
    cards = [replace(card, occasions=(MEASURES,)) for card in plan_samples.cards()]
    assert not any(line.lighter for line in plan_view(lighter, cards, None, FRIDAY).lines)


def test_nothing_starts_on_a_day_of_rest() -> None:
    lines = plan_view(now(), plan_samples.cards(), None, FRIDAY, rests=True).lines
    assert [line.is_next for line in lines].count(True) == 1
    assert not any(line.starts for line in lines)


def test_where_counsel_is_to_go_lighter_so_is_the_start() -> None:
    sore = DoseNow(Counsel(Verdict.LIGHTER, ""), (), ())
    assert plan_samples.changed().lines[1].lighter
    assert not view().lines[1].lighter
    doses = {"mobility-a": sore, "mobility-b": None}
    lines = plan_view(now(), plan_samples.cards(), None, FRIDAY, doses=doses).lines
    assert [line.turn.flow for line in lines if line.lighter] == ["mobility-a"]


def test_never_a_word_of_guilt() -> None:
    said = [view(), view(now(8, place=PlanPlace(8, over=True), turns=())), view(now(anchors=()))]
    text = " ".join(map(str, said)).lower()
    assert not [word for word in GUILT if word in text]


def test_days_to_move_to_are_those_left_of_the_week() -> None:
    made = now()
    days = list(days_to_move_to(made, made.turns[1], FRIDAY))
    assert days == [FRIDAY + timedelta(1), FRIDAY + timedelta(2)]
    assert next(days_to_move_to(made, made.turns[3], FRIDAY)) == FRIDAY
    assert list(days_to_move_to(made, made.turns[4], FRIDAY + timedelta(2))) == []


def test_not_today_is_where_it_would_be_carried() -> None:
    made = now()
    turn = made.turns[1]
    later = replace(turn, day=FRIDAY + timedelta(2))
    assert replace(made, tomorrow=(later,)).put_off(turn).day == FRIDAY + timedelta(2)
    let_go = replace(turn, day=None, state=TurnState.LET_GO)
    assert replace(made, tomorrow=(let_go,)).put_off(turn).day is None


def test_one_turn_keeps_one_move_when_weeks_begin_on_another_day() -> None:
    made = now()
    before = TurnMove(made.following.id, MONDAY - timedelta(1), "mobility-a", 1, FRIDAY)
    again = replace(made, moves=(before,)).moved(made.turns[1], None)
    assert again.week == before.week


# Today


def test_today_offers_the_next_turn_and_says_why() -> None:
    shown = plan_samples.today()
    assert shown.heading == (
        "Friday. Week 3 of 8, the same again, a little longer in each lowering."
    )
    assert shown.flow is not None
    assert shown.flow.id == "mobility-a"
    assert shown.reason == "Carried from Tuesday."
    assert shown.turn == now().turns[1]


def test_the_reason_names_the_run_or_the_day() -> None:
    made = now()
    sunday = made.turns[4]
    assert turn_reason(made, sunday, FRIDAY + timedelta(2)) == (
        "Your plan has it after the Sunday run."
    )
    assert turn_reason(made, sunday, FRIDAY) == (
        "Your plan has it on Sunday; today is free. Rest, or do it now."
    )


def test_the_reason_names_the_time() -> None:
    made = now()
    carried, sunday = (replace(each, at=time(18)) for each in (made.turns[1], made.turns[4]))
    its_day = FRIDAY + timedelta(2)
    assert turn_reason(made, sunday, its_day) == "Your plan has it after the Sunday run, at 18:00."
    assert turn_reason(made, sunday, FRIDAY).startswith("Your plan has it on Sunday at 18:00;")
    assert turn_reason(made, carried, FRIDAY) == (
        "Carried from Tuesday. Your time for it is 18:00."
    )
    own = replace(carried, planned=FRIDAY)
    assert turn_reason(made, own, FRIDAY) == "Your plan has it for today at 18:00."


def test_who_follows_no_plan_sees_today_as_before() -> None:
    usual = samples.today(samples.sessions(9))
    assert with_plan(usual, plan_samples.cards(), (), FRIDAY) == usual


@pytest.mark.parametrize("days_ago", [0, 5])
def test_a_turn_that_loads_what_hurts_is_not_offered(days_ago: int) -> None:
    hurt = samples.sessions(9)[1]
    pain = AfterRating(pain=Pain(PainKind.SHARP, BodyPlace.HIP_FRONT.value))
    day: date = FRIDAY - timedelta(days_ago)
    hurt = replace(hurt, after=pain, day=day, started=hurt.started - timedelta(days_ago))
    flows = [samples.flow("Mobility A", (4, 6), id="mobility-a")]
    usual = samples.today((hurt,), plan_samples.cards(), plan=now())
    shown = with_plan(usual, plan_samples.cards(), flows, FRIDAY)
    assert shown.turn is None
    assert shown.flow == usual.flow
    assert shown.reason == usual.reason


def test_a_day_of_rest_stays_one() -> None:
    rest = rest_samples.resting()
    rest = replace(rest, recent=replace(rest.recent, plan=now()))
    assert with_plan(rest, plan_samples.cards(), (), FRIDAY) == rest


def test_before_the_first_week_and_after_the_last_today_suggests() -> None:
    usual = samples.today(samples.sessions(9), plan=now(8, place=PlanPlace(8, over=True)))
    shown = with_plan(usual, plan_samples.cards(), (), FRIDAY)
    assert (shown.flow, shown.turn) == (usual.flow, None)
    assert shown.sub == "All eight weeks are over. The page Plan has what comes next."
    later = Following(UUID(int=9), plan_samples.runner(), MONDAY + timedelta(7))
    usual = samples.today(samples.sessions(9), plan=now(1, following=later, turns=()))
    assert with_plan(usual, plan_samples.cards(), (), FRIDAY).sub == (
        "Runner begins on Monday 23 November."
    )


def test_a_week_without_more_turns_says_so() -> None:
    usual = samples.today(samples.sessions(9), plan=now(turns=now().turns[:1]))
    shown = with_plan(usual, plan_samples.cards(), (), FRIDAY)
    assert shown.turn is None
    assert shown.sub.startswith("Nothing more is planned this week")
