"""How a plan went, week by week."""

from hypothesis import given
from hypothesis import strategies as st

from core.history.plan.plan_samples import MONDAY, a_plan, day, following, report
from examples import examples
from longstride.core.history.plan.course import MOST_WEEKS, Course, Stand, course
from longstride.core.history.plan.place import plan_place
from longstride.core.history.streak import WeekState
from longstride.core.history.week import WEEK

KEPT, FROZEN, OPEN = WeekState.KEPT, WeekState.FROZEN, WeekState.OPEN


def went(*states: WeekState, weeks: int = 8) -> Course:
    """Return the course after weeks that ended so, the running one pending."""
    days = {KEPT: 4, FROZEN: 0, WeekState.RESTING: 1}
    reports = [report(n, days.get(state, 1), state) for n, state in enumerate(states)]
    running = MONDAY + len(states) * WEEK
    reports.append(report(len(states), 0, WeekState.PENDING))
    return course(following(a_plan(weeks)), reports, running)


def told(found: Course) -> list[tuple[int, Stand]]:
    return [(week.number, week.stand) for week in found.weeks]


def test_the_first_week_runs() -> None:
    assert told(went()) == [(1, Stand.RUNNING)]
    assert went().words == "Week 1 of 8"


def test_kept_weeks_go_on_and_others_come_again() -> None:
    found = went(KEPT, OPEN, KEPT)
    assert told(found) == [
        (1, Stand.KEPT), (2, Stand.PAST), (2, Stand.KEPT), (3, Stand.RUNNING),
    ]  # fmt: skip
    assert found.words == "Week 3 of 8"


def test_a_frozen_week_stands_still() -> None:
    assert told(went(KEPT, FROZEN)) == [(1, Stand.KEPT), (2, Stand.FROZEN), (2, Stand.RUNNING)]
    assert told(went(KEPT, WeekState.RESTING))[1] == (2, Stand.FROZEN)


def test_the_fourth_is_lighter_and_says_so() -> None:
    fourth = went(KEPT, KEPT, KEPT).weeks[-1]
    assert (fourth.lighter, fourth.words) == (True, "week 4, lighter, this week")
    assert went(OPEN).weeks[0].words == "week 1"


def test_a_plan_that_is_over_has_its_own_weeks_alone() -> None:
    found = went(KEPT, KEPT, KEPT, KEPT, KEPT, weeks=4)
    assert [number for number, _ in told(found)] == [1, 2, 3, 4]
    assert found.words == "All 4 weeks"


def test_one_that_begins_next_week_has_none_yet() -> None:
    to_begin = following(first=MONDAY + WEEK)
    found = course(to_begin, [report(0, 1, WeekState.PENDING)], MONDAY)
    assert (found.weeks, found.words) == ((), "Begins next week")


def test_weeks_that_begin_on_another_day_since_are_the_same() -> None:
    sunday = day(-1)
    found = course(following(), [], sunday + WEEK)
    assert [week.start for week in found.weeks] == [sunday, sunday + WEEK]


@examples(30)
@given(st.lists(st.sampled_from([KEPT, FROZEN, OPEN]), max_size=2 * MOST_WEEKS))
def test_the_running_week_is_where_the_plan_stands(states: list[WeekState]) -> None:
    found = went(*states)
    days = {KEPT: 4, FROZEN: 0}
    reports = [report(n, days.get(state, 1), state) for n, state in enumerate(states)]
    place = plan_place(following(), reports, MONDAY + len(states) * WEEK)
    assert len(found.weeks) <= MOST_WEEKS
    if not place.over:
        assert found.weeks[-1].number == place.week
        assert found.weeks[-1].lighter is place.lighter
    assert [week.start for week in found.weeks] == sorted({week.start for week in found.weeks})
