"""Weeks, streak and score: the programme's check values, and what may never happen."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.history.training_days import (
    DAY,
    MONDAY,
    TODAY,
    a_day,
    after,
    days_trained,
    frozen,
    ill,
    rhythms,
    weeks_of,
)
from longstride.core.history.consistency import DayState, consistency, week_days
from longstride.core.history.streak import WeekState, streak
from longstride.core.history.week import Freeze, FreezeReason, Rhythm, Week

K = WeekState.KEPT


# --- the score's check values


# --- the streak


@pytest.mark.parametrize(
    ("counts", "current", "longest"),
    [
        ((3, 3, 3), 3, 3),
        ((3, 0, 3), 2, 2),  # January's reserve
        ((3, 0, 0, 3), 1, 1),
        ((3, 3, 0, 0, 3), 1, 2),
        ((3, 3, 3, 0, 0, 3, 3), 5, 5),  # January's reserve, then February's
        ((0, 0, 0, 3), 1, 1),
        ((1, 3, 3, 0, 3), 3, 3),  # the first week spends no reserve
        ((3, 3, 3, 0, 0, 0), 0, 3),
        ((3, 3, 2, 3, 1, 3), 4, 4),  # the fifth week is most of it February's
    ],
)
def test_runs(counts: tuple[int, ...], current: int, longest: int) -> None:
    found = streak(weeks_of(*counts), Rhythm(), after(len(counts)))
    assert (found.current, found.longest) == (current, longest)


def test_the_reserve_is_spent_by_itself_and_shown() -> None:
    days = weeks_of(3, 3, 0, 3)
    found = streak(days, Rhythm(), after(4))
    assert [week.state for week in found.weeks[:4]] == [K, K, WeekState.RESERVE, K]


def test_a_second_missed_week_in_a_month_begins_a_new_run() -> None:
    found = streak(weeks_of(3, 0, 3, 0, 3), Rhythm(), after(5))
    states = [week.state for week in found.weeks[:5]]
    assert states == [K, WeekState.OPEN, K, WeekState.RESERVE, K]
    assert (found.current, found.longest) == (2, 2)


def test_frozen_days_stand_in_for_sessions_and_do_not_count() -> None:
    days = weeks_of(3, 1, 3, 0, 3)
    rhythm = ill(7 + 5, 7 + 6, *range(21, 28))
    found = streak(days, rhythm, after(5))
    expected = [K, WeekState.RESTING, K, WeekState.FROZEN, K]
    assert [week.state for week in found.weeks[:5]] == expected
    assert found.current == 3


def test_one_frozen_day_does_not_stand_in_for_a_whole_week() -> None:
    found = streak(weeks_of(3, 3, 0, 0, 3), ill(15), after(5))
    assert found.current == 1


def test_training_through_a_frozen_week_keeps_it() -> None:
    assert streak(weeks_of(3, 3), ill(*range(7, 14)), after(2)).current == 2


def test_weeks_have_their_own_targets_and_take_over_the_latest() -> None:
    rhythm = Rhythm(weeks=(Week(after(1), 4), Week(after(3), 2)))
    found = streak(weeks_of(3, 4, 3, 2, 2), rhythm, after(5))
    assert [week.target for week in found.weeks] == [3, 4, 4, 2, 2, 2]
    assert [week.state for week in found.weeks[:5]] == [K, K, WeekState.RESERVE, K, K]


def test_the_running_week_is_pending_until_it_is_kept() -> None:
    days = weeks_of(3, 3, 2)
    sunday = after(3) - DAY
    found = streak(days, Rhythm(), sunday)
    assert (found.running.state, found.current) == (WeekState.PENDING, 2)
    assert streak(days | {sunday}, Rhythm(), sunday).current == 3


def test_the_first_week_and_the_way_back_have_their_own_words() -> None:
    states = [w.state for w in streak(weeks_of(1, 0, 0, 1), Rhythm(), after(4)).weeks]
    assert [str(state) for state in states] == ["begun", "open", "open", "back again", "pending"]


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((3,), "1 week kept"),
        ((3, 3), "2 weeks in a row"),
        ((*[3] * 9, 0, 0, 0, 3, 3), "longest 9 weeks, now 2"),
        ((3, 0, 0), "longest 1 week, the next kept week starts a new streak"),
    ],
)
def test_the_streak_in_words(counts: tuple[int, ...], words: str) -> None:
    assert streak(weeks_of(*counts), Rhythm(), after(len(counts))).words == words


def test_no_state_and_no_sentence_reproaches() -> None:
    unkind = ("fail", "miss", "lost", "lose", "broke", "only", "should", "sorry", "late", "behind")
    words = [state.value for state in WeekState] + [state.value for state in DayState]
    for counts in ((), (1,), (3, 3, 0, 0), (3, 3, 2), (3, 3, 3), (3, 0, 0, 0, 1)):
        for rest in (Rhythm(), ill(*range(126))):
            found = consistency(weeks_of(*counts), rest, after(len(counts)) + 2 * DAY)
            words += [found.words, found.streak.words]
    assert not [text for text in words if any(word in text.lower() for word in unkind)]


# --- what may never happen


@given(days_trained, rhythms, a_day)
@example(weeks_of(0, 2, 3, 0, 3), Rhythm(), MONDAY)
@example(weeks_of(2, 0, 3, 0, 3), Rhythm(), MONDAY + timedelta(days=1))
def test_one_more_session_never_lowers_anything(
    days: set[date], rhythm: Rhythm, more: date
) -> None:
    before, then = consistency(days, rhythm, TODAY), consistency(days | {more}, rhythm, TODAY)
    assert then.streak.current >= before.streak.current
    assert then.streak.longest >= before.streak.longest
    assert then.score.value >= before.score.value - 1e-12


@given(days_trained, rhythms, frozen)
def test_a_freeze_set_afterwards_never_shortens_the_streak(
    days: set[date], rhythm: Rhythm, more: tuple[Freeze, ...]
) -> None:
    later = Rhythm(rhythm.weeks, rhythm.freezes + more, rhythm.default_target, rhythm.week_start)
    before, then = streak(days, rhythm, TODAY), streak(days, later, TODAY)
    assert then.current >= before.current
    assert then.longest >= before.longest


@given(days_trained, rhythms, st.integers(0, 18 * 7))
def test_the_longest_run_is_never_taken_back(days: set[date], rhythm: Rhythm, back: int) -> None:
    then, now = streak(days, rhythm, TODAY - back * DAY), streak(days, rhythm, TODAY)
    assert now.longest >= then.longest
    assert now.longest >= now.current


@example({date(2024, 1, 8)}, Rhythm((), (Freeze(date(2024, 1, 8), FreezeReason.REST),), 2, 6), 120)
@given(days_trained, rhythms, st.integers(0, 18 * 7))
def test_days_beyond_a_clock_that_was_set_back_wait(
    days: set[date], rhythm: Rhythm, back: int
) -> None:
    today = TODAY - back * DAY
    past = {day for day in days if day <= today}
    assert consistency(days, rhythm, today) == consistency(past, rhythm, today)


@given(days_trained, rhythms)
def test_at_most_one_reserve_a_month_and_the_current_run_is_what_the_weeks_show(
    days: set[date], rhythm: Rhythm
) -> None:
    found = streak(days, rhythm, TODAY)
    spent = [week.month for week in found.weeks if week.state is WeekState.RESERVE]
    assert len(spent) == len(set(spent))
    broken = [
        index
        for index, week in enumerate(found.weeks)
        if week.state in {WeekState.OPEN, WeekState.BACK, WeekState.BEGUN}
    ]
    run = found.weeks[broken[-1] + 1 :] if broken else found.weeks
    assert found.current == sum(week.state is K for week in run)


@given(days_trained, rhythms)
def test_weeks_follow_each_other_and_hold_every_day_once(days: set[date], rhythm: Rhythm) -> None:
    weeks = streak(days, rhythm, TODAY).weeks
    assert all(week.start.weekday() == rhythm.week_start for week in weeks)
    assert sum(week.days for week in weeks) == len(days)
    assert rhythm.week_of(TODAY) == weeks[-1].start


# --- the running week


def test_the_week_strip() -> None:
    today = MONDAY + 3 * DAY
    week = week_days(weeks_of(2) | {MONDAY + 4 * DAY}, ill(6), today)
    states = [DayState.DONE, DayState.FREE, DayState.DONE, DayState.PENDING]
    states += [DayState.AHEAD, DayState.AHEAD, DayState.FROZEN]
    assert [day.state for day in week] == states


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((3, 3, 2), "Two of three days done this week. One more makes it three weeks in a row."),
        ((3, 3, 1), "One of three days done this week."),
        ((3, 3, 3), "This week is kept: three of three days."),
        ((3, 3, 5), "This week is kept, and more: five days, where three were the goal."),
        ((3, 3, 0), "A new week: three days, any you like."),
    ],
)
def test_the_week_in_words(counts: tuple[int, ...], words: str) -> None:
    assert consistency(weeks_of(*counts), Rhythm(), after(len(counts)) - DAY).words == words


def test_a_frozen_week_rests() -> None:
    found = consistency(weeks_of(3), ill(*range(7, 14)), after(1) + DAY)
    assert found.words == "Resting this week, and your streak rests with you."
