"""In which week a plan stands."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.history.plan.plan_samples import MONDAY, a_plan, a_week, following, on, report
from examples import examples
from longstride.core.flow.plan import After, Plan
from longstride.core.history.plan.following import Following, PlanPlace, current
from longstride.core.history.plan.place import first_week, plan_place, weeks_so_far
from longstride.core.history.streak import WeekReport, WeekState, streak
from longstride.core.history.week import WEEK, Freeze, FreezeReason, Rhythm

KEPT = (4, WeekState.KEPT)
HALF = (2, WeekState.OPEN)
ONE = (1, WeekState.OPEN)
EMPTY = (0, WeekState.OPEN)
ILL = (0, WeekState.FROZEN)
RESTING = (1, WeekState.RESTING)
Past = tuple[int, WeekState]


def places(past: Sequence[Past], followed: Following | None = None) -> list[PlanPlace]:
    """Return where a plan stands in each week of a past, and in the one after it."""
    reports = [report(index, *week) for index, week in enumerate(past)]
    followed = followed or following()
    return [
        plan_place(followed, reports[:n], MONDAY + n * WEEK + timedelta(days=2))
        for n in range(len(past) + 1)
    ]


def told(past: Sequence[Past], followed: Following | None = None) -> list[str]:
    return [words(place) for place in places(past, followed)]


def words(place: PlanPlace) -> str:
    again = f" again {place.again}" if place.again else ""
    return f"{place.week}{again}{' lighter' * place.lighter}{' over' * place.over}"


def test_a_week_kept_or_half_done_goes_on_to_the_last() -> None:
    assert told([KEPT, HALF, KEPT, HALF]) == ["1", "2", "3", "4 lighter", "5"]
    assert told([KEPT] * 9)[-3:] == ["8 lighter", "8 over", "8 over"]


def weeks_taken(past: Sequence[Past], followed: Following | None = None) -> dict[int, int]:
    """Return which of the athlete's weeks, counted from 0, each week of a plan took."""
    reports = [report(index, *week) for index, week in enumerate(past)]
    today = MONDAY + len(past) * WEEK
    found = weeks_so_far(followed or following(), reports, today)
    return {number: (each.start - MONDAY) // WEEK for number, each in found.items()}


def test_each_week_of_a_plan_took_the_last_in_which_it_was_open() -> None:
    assert weeks_taken([]) == {}
    assert weeks_taken([KEPT, HALF]) == {1: 0, 2: 1}
    assert weeks_taken([KEPT, ONE, ONE, ONE]) == {1: 0, 2: 3}
    assert weeks_taken([KEPT, ILL, KEPT]) == {1: 0, 2: 2}


def test_weeks_before_the_one_it_began_with_and_after_its_last_took_none() -> None:
    assert weeks_taken([KEPT, KEPT], following(from_week=5)) == {5: 0, 6: 1}
    assert weeks_taken([KEPT] * 10) == {n: n - 1 for n in range(1, 9)}


@given(
    st.lists(st.sampled_from([KEPT, HALF, ONE, EMPTY, ILL, RESTING]), max_size=16),
    st.integers(1, 8),
)
def test_the_weeks_taken_are_those_in_which_the_plan_stood_there(
    past: list[Past], first: int
) -> None:
    followed = following(from_week=first)
    stood = [place for place in places(past, followed)[:-1] if not place.over]
    last = {place.week: index for index, place in enumerate(stood)}
    assert weeks_taken(past, followed) == last


def test_a_week_comes_again_twice_at_most() -> None:
    assert told([KEPT, ONE, ONE, ONE]) == ["1", "2", "2 again 1", "2 again 2", "3 lighter"]


def test_two_empty_weeks_step_back_one() -> None:
    past = [KEPT, KEPT, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY]
    assert told(past)[2:] == ["3", "3 again 1", "2", "2 again 1", "1", "1 again 1", "1"]


def test_a_frozen_week_stands_still() -> None:
    assert told([KEPT, ILL, ILL, KEPT]) == ["1", "2", "2", "2", "3"]
    assert told([KEPT, EMPTY, ILL, EMPTY])[-1] == "1"
    assert told([KEPT, RESTING, KEPT]) == ["1", "2", "2", "3"]


def test_the_frozen_days_of_a_lighter_week_are_its_own() -> None:
    past = [KEPT, KEPT, KEPT, (2, WeekState.RESTING)]
    assert told(past)[-1] == "5"
    assert told([*past[:3], RESTING])[-1] == "4 again 1 lighter"
    assert told([*past[:3], ILL])[-1] == "4 lighter"


def test_a_lighter_week_is_put_in_after_four_of_training() -> None:
    past = [ONE, ONE, KEPT, KEPT, ONE, KEPT, KEPT]
    assert told(past) == [
        "1",
        "1 again 1",
        "1 again 2",
        "2",
        "3 lighter",
        "3",
        "4 lighter",
        "5",
    ]


def test_a_week_put_in_is_the_plans_next_lighter_one() -> None:
    plan = a_plan(6)
    followed = following(plan)
    assert followed.week(PlanPlace(3, lighter=True)) is plan.weeks[3]
    assert followed.week(PlanPlace(6, lighter=True)) is plan.weeks[3]
    assert followed.week(PlanPlace(3)) is plan.weeks[2]
    short = following(replace(plan, weeks=plan.weeks[:3]))
    assert short.week(PlanPlace(2, lighter=True)) == replace(plan.weeks[1], lighter=True)


def test_it_can_begin_again_from_week_5() -> None:
    assert told([KEPT, KEPT], following(from_week=5)) == ["5", "6", "7"]
    assert told([EMPTY, EMPTY], following(from_week=5))[-1] == "4 lighter"
    assert told([], following(from_week=99)) == ["8 lighter"]


def test_one_that_was_ended_is_over() -> None:
    ended = following(ended=MONDAY + timedelta(days=9))
    assert told([KEPT, KEPT, KEPT], ended) == ["1", "2 over", "2 over", "2 over"]
    before = plan_place(ended, [report(0, *KEPT)], MONDAY + timedelta(days=8))
    assert before == PlanPlace(2)


def test_one_that_begins_next_week_stands_at_its_beginning() -> None:
    past = [report(-2, *KEPT), report(-1, *KEPT)]
    assert plan_place(following(), past, MONDAY - timedelta(days=3)) == PlanPlace(1)
    assert plan_place(following(), past, MONDAY) == PlanPlace(1)


def test_weeks_nobody_told_of_were_empty() -> None:
    assert plan_place(following(from_week=3), [], MONDAY + 2 * WEEK) == PlanPlace(2)
    late = [report(2, *KEPT)]
    assert plan_place(following(from_week=3), late, MONDAY + 3 * WEEK) == PlanPlace(3)


def test_half_a_week_is_half_of_its_turns_runs_among_them() -> None:
    plan = Plan("mine", "", "", "", (a_week(post_run_five="every run", wind_down=1),) * 2)
    runs = on(range(4), After.RUN)
    done = [report(0, 2, WeekState.OPEN)]
    assert plan_place(following(plan), done, MONDAY + WEEK).week == 2
    assert plan_place(following(plan), done, MONDAY + WEEK, runs) == PlanPlace(1, again=1)


@pytest.mark.parametrize(("day", "week"), [(0, 0), (3, 0), (4, 1), (6, 1)])
def test_a_plan_begins_this_week_while_most_of_it_lies_ahead(day: int, week: int) -> None:
    assert first_week(Rhythm(), MONDAY + timedelta(days=day)) == MONDAY + week * WEEK


def test_the_plan_that_is_followed_is_the_one_that_began_last() -> None:
    old, new = following(id=UUID(int=1)), following(id=UUID(int=2), first=MONDAY + WEEK)
    assert current([], MONDAY) is None
    assert current([new, old], MONDAY) is old
    assert current([old, new], MONDAY + WEEK) is new
    assert current([new], MONDAY) is new
    assert current([old, replace(new, ended=MONDAY + WEEK)], MONDAY + WEEK) is old
    assert current([replace(old, ended=MONDAY)], MONDAY) is None


@pytest.mark.parametrize("moved", [-3, -1, 1, 3])
def test_a_plan_stays_in_place_when_weeks_begin_on_another_day(moved: int) -> None:
    by = timedelta(days=moved)
    shifted = [WeekReport(MONDAY + by + n * WEEK, 4, 4, 0, WeekState.KEPT) for n in range(-2, 6)]
    assert plan_place(following(), shifted, MONDAY + by + 3 * WEEK).week == 4


def test_a_week_made_lighter_is_put_in_and_the_plan_s_own_comes_after_it() -> None:
    weeks = [report(n, 4, WeekState.KEPT) for n in range(3)]
    eased = [weeks[0], replace(weeks[1], eased=True), weeks[2]]
    found = [plan_place(following(), eased[: n + 1], MONDAY + n * WEEK) for n in range(3)]
    assert [words(place) for place in found] == ["1", "2 lighter", "2"]
    assert words(plan_place(following(), eased, MONDAY + 3 * WEEK)) == "3"
    assert words(plan_place(following(), [*eased[:2]], MONDAY + 2 * WEEK)) == "2"


def test_a_lighter_week_of_the_plan_goes_on_also_where_its_days_are_frozen() -> None:
    weeks = [replace(report(n, 2, WeekState.RESTING), eased=n == 3) for n in range(4)]
    done = [*(report(n, 4, WeekState.KEPT) for n in range(3)), weeks[3]]
    assert words(plan_place(following(), done, MONDAY + 4 * WEEK)) == "5"


PASTS = st.lists(
    st.sampled_from([KEPT, HALF, ONE, EMPTY, ILL, RESTING, (0, WeekState.RESTING)]), max_size=40
)


@examples(50)
@given(past=PASTS, begin=st.integers(1, 8), length=st.integers(1, 9))
def test_a_plan_goes_by_single_weeks_and_none_comes_more_than_twice_again(
    past: list[Past], begin: int, length: int
) -> None:
    found = places(past, following(a_plan(length), from_week=begin))
    for place, then in pairwise(found):
        assert 1 <= place.week <= length
        assert 0 <= place.again <= 2
        assert abs(then.week - place.week) <= 1
        assert then.over >= place.over


@examples(50)
@given(past=PASTS, length=st.integers(1, 9))
def test_nobody_trains_five_weeks_without_a_lighter_one(past: list[Past], length: int) -> None:
    trained = 0
    for place, (days, _) in zip(places(past, following(a_plan(length))), past, strict=False):
        trained = trained + 1 if days and not place.lighter and not place.over else 0
        assert trained <= 4


@examples(50)
@given(past=PASTS, more=st.integers(0, 39))
def test_keeping_one_more_week_never_sets_a_plan_back(past: list[Past], more: int) -> None:
    if more >= len(past) or past[more][0]:
        return
    kept = [*past[:more], KEPT, *past[more + 1 :]]
    assert places(kept)[more + 1].week >= places(past)[more + 1].week


@examples(30)
@given(
    days=st.frozensets(st.dates(MONDAY, MONDAY + 20 * WEEK), max_size=90),
    frozen=st.frozensets(st.dates(MONDAY, MONDAY + 20 * WEEK), max_size=30),
    week_start=st.integers(0, 6),
    today=st.dates(MONDAY, MONDAY + 20 * WEEK),
)
def test_the_weeks_of_the_streak_are_what_it_goes_by(
    days: frozenset[date], frozen: frozenset[date], week_start: int, today: date
) -> None:
    """Also for an athlete whose first session comes weeks after the plan was chosen."""
    freezes = tuple(Freeze(each, FreezeReason.ILLNESS) for each in frozen)
    rhythm = Rhythm(freezes=freezes, week_start=week_start)
    followed = following(first=rhythm.week_of(MONDAY))
    reports = streak(days, rhythm, today).weeks
    place = plan_place(followed, reports, today)
    assert 1 <= place.week <= 1 + (today - followed.first).days // 7
    if not any(day <= today for day in days):
        assert place.week == 1
