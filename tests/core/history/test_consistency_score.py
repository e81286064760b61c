"""The score: the programme's check values."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.history.training_days import (
    DAY,
    MONDAY,
    TODAY,
    after,
    ago,
    days_trained,
    ill,
    rhythms,
    weeks_of,
)
from longstride.core.history.consistency import consistency
from longstride.core.history.consistency_score import multiplier, next_state, score
from longstride.core.history.week import WEEK, Rhythm


def closing(days: set[date], day: date, rhythm: Rhythm = Rhythm()) -> float:  # noqa: B008
    """Return the score when ``day`` was over."""
    return score(days, rhythm, day + timedelta(days=1)).settled.score


def test_three_a_week_reaches_eighty_per_cent_in_fifty_two_days() -> None:
    days = weeks_of(*[3] * 10)
    assert closing(days, MONDAY + timedelta(days=50)) < 0.8
    assert closing(days, MONDAY + timedelta(days=51)) >= 0.8


def test_twelve_perfect_weeks_and_an_empty_one() -> None:
    days = weeks_of(*[3] * 12)
    assert round(100 * closing(days, MONDAY + timedelta(days=83)), 1) == 93.5
    assert round(100 * closing(days, MONDAY + timedelta(days=90)), 1) == 87.0


def test_a_frozen_week_leaves_the_score_as_it_was_and_costs_nothing_afterwards() -> None:
    days = weeks_of(*[3] * 12)
    rested = ill(*range(84, 98))
    assert closing(days, MONDAY + timedelta(days=97), rested) == closing(days, after(12) - DAY)
    back = days | ago(98, 100, 102)
    assert closing(back, MONDAY + timedelta(days=98), rested) > closing(days, after(12) - DAY)


def test_the_multiplier_is_the_programmes() -> None:
    assert multiplier(7) == pytest.approx(0.5 ** (1 / 13))
    assert multiplier(2) > multiplier(3)


def test_today_may_raise_the_score_and_cannot_lower_it() -> None:
    days = weeks_of(3, 3, 3, 3)
    yesterday = closing(days, after(6))
    assert score(days, Rhythm(), after(6) + DAY).value == yesterday
    assert score(days | {after(6) + DAY}, Rhythm(), after(6) + DAY).value >= yesterday


def test_the_curve_has_every_day_and_ends_with_today() -> None:
    found = score(weeks_of(2, 0, 1), Rhythm(), after(3))
    assert [day for day, _ in found.curve] == [MONDAY + n * DAY for n in range(22)]
    assert found.curve[-1] == (after(3), found.value)


def test_before_the_first_session_there_is_nothing() -> None:
    found = consistency(set(), Rhythm(), TODAY)
    assert (found.score.value, found.score.curve) == (0.0, ((TODAY, 0.0),))
    assert (found.streak.current, found.streak.longest) == (0, 0)
    assert found.streak.words == "the first kept week starts your streak"
    assert found.words == "A new week: three days, any you like."


@given(days_trained, rhythms, st.integers(0, 18 * 7))
def test_the_score_carries_on_from_where_it_was_kept(
    days: set[date], rhythm: Rhythm, back: int
) -> None:
    kept = score(days, rhythm, TODAY - back * DAY).settled
    whole, carried = score(days, rhythm, TODAY), score(days, rhythm, TODAY, kept)
    assert carried.value == whole.value
    assert (carried.settled.day, carried.settled.score) == (whole.settled.day, whole.settled.score)
    shared = min(len(carried.curve), len(whole.curve))
    assert carried.curve[-shared:] == whole.curve[-shared:]


@given(days_trained, rhythms, st.integers(0, 18 * 7))
def test_what_was_settled_makes_the_long_past_needless(
    days: set[date], rhythm: Rhythm, back: int
) -> None:
    kept = consistency(days, rhythm, TODAY - back * DAY).settled
    recent = {
        day
        for day in days
        if not kept.run or not kept.run.last or day >= kept.run.last.start + WEEK
    }
    whole, carried = consistency(days, rhythm, TODAY), consistency(recent, rhythm, TODAY, kept)
    assert carried.week == whole.week
    assert carried.score.value == whole.score.value
    streaks = [(s.current, s.longest) for s in (carried.streak, whole.streak)]
    assert streaks[0] == streaks[1]
    shown = whole.streak.weeks[-len(carried.streak.weeks) :]
    assert not days or carried.streak.weeks == shown


@given(days_trained, rhythms)
def test_the_score_is_a_share_and_frozen_days_leave_it(days: set[date], rhythm: Rhythm) -> None:
    state = score(days, rhythm, TODAY).settled
    assert 0 <= state.score <= 1
    after_it = ill((state.day + DAY - MONDAY).days, rhythm=rhythm)
    assert next_state(state, after_it, False).score == state.score
