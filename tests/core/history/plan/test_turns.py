"""The turns of a week: laid out, moved, done, carried and let go."""

from datetime import date, time, timedelta

import pytest

from core.history.plan.plan_samples import (
    FOLLOWED,
    HARD,
    LOADED,
    MONDAY,
    SHORT,
    a_week,
    day,
    on,
)
from longstride.core.flow.plan import After, PlanWeek
from longstride.core.history.plan.following import Anchor, TurnMove
from longstride.core.history.plan.turn import Done, Turn, TurnState
from longstride.core.history.plan.turns import next_turn, spare_days, turns

RUNNER = a_week(post_run_five="every run", mobility_a=1, mobility_b=1)
RUNS = on([0, 2, 6], After.RUN)
FREE = on([1, 3, 5])
NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def told(
    week: PlanWeek = RUNNER,
    anchors: list[Anchor] = [*RUNS, *FREE],  # noqa: B006
    done: list[Done] = [],  # noqa: B006
    moves: list[TurnMove] = [],  # noqa: B006
    today: date = MONDAY,
    start: date = MONDAY,
) -> list[str]:
    """Return a week's turns as a page would tell them."""
    return [words(turn) for turn in turns(week, start, anchors, moves, done, LOADED, today)]


def words(turn: Turn) -> str:
    where = NAMES[turn.day.weekday()] if turn.day else "-"
    told = f"{where} {turn.flow} {turn.number}"
    if turn.state is not TurnState.PLANNED:
        told += f", {turn.state}"
    return told + (f", from {NAMES[turn.planned.weekday()]}" if turn.is_elsewhere else "")


def test_a_runner_runs_and_has_two_sessions_with_days_between() -> None:
    assert told() == [
        "Mon post-run-five 1",
        "Tue mobility-a 1",
        "Wed post-run-five 2",
        "Sat mobility-b 1",
        "Sun post-run-five 3",
    ]


def test_without_own_days_sessions_keep_to_those_that_are_free() -> None:
    assert told(anchors=RUNS)[1] == "Tue mobility-a 1"
    assert told(anchors=RUNS)[3] == "Fri mobility-b 1"


def test_with_no_days_at_all_a_week_is_spread() -> None:
    week = a_week(mobility_a=1, mobility_b=1, wind_down=1)
    assert told(week, anchors=[]) == [
        "Mon mobility-a 1",
        "Thu mobility-b 1",
        "Sat wind-down 1",
    ]
    assert told(anchors=[]) == ["Mon mobility-a 1", "Thu mobility-b 1"]


def test_loaded_sessions_leave_a_day_between_even_where_the_own_days_are_neighbours() -> None:
    assert told(a_week(mobility_a=1, mobility_b=1), on([5, 6])) == [
        "Tue mobility-a 1",
        "Sat mobility-b 1",
    ]


def test_seven_runs_a_week_leave_room_for_sessions() -> None:
    found = told(anchors=on(range(7), After.RUN))
    assert found.count("Mon mobility-a 1") == found.count("Thu mobility-b 1") == 1
    assert len(found) == 9


def test_a_week_may_begin_on_any_day() -> None:
    sunday = MONDAY - timedelta(days=1)
    assert told(start=sunday, today=sunday) == [
        "Sun post-run-five 1",
        "Mon post-run-five 2",
        "Tue mobility-a 1",
        "Wed post-run-five 3",
        "Sat mobility-b 1",
    ]


def test_the_athletes_time_goes_with_a_turn() -> None:
    run = on([0], After.RUN, time(7, 30))
    own = on([1], at=time(18))
    found = turns(RUNNER, MONDAY, [*run, *own], (), (), LOADED, MONDAY)
    assert [turn.at for turn in found] == [time(7, 30), time(18), None]


def test_what_is_open_and_past_is_carried_two_days_from_a_loaded_one() -> None:
    week = a_week(mobility_a=1, mobility_b=1)
    done = [Done("mobility-a", day(2))]
    moved = [TurnMove(FOLLOWED, MONDAY, "mobility-b", 1, day(1))]
    carried = told(week, FREE, done, moved, today=day(3))
    assert carried == ["Wed mobility-a 1, done", "Sat mobility-b 1"]
    assert told(week, FREE, [], moved, today=day(2)) == [
        "Thu mobility-a 1, from Tue",
        "Sat mobility-b 1",
    ]


def test_what_has_no_day_left_is_let_go() -> None:
    assert told(today=day(5))[1:] == [
        "- mobility-a 1, let go",
        "- post-run-five 2, let go",
        "Sat mobility-b 1",
        "Sun post-run-five 3",
    ]
    assert all("let go" in turn for turn in told(today=day(7)))


def test_what_follows_a_run_is_never_carried() -> None:
    week = a_week(post_run_five="every run")
    assert told(week, RUNS, today=day(1))[0] == "- post-run-five 1, let go"
    assert told(week, RUNS, [Done(SHORT, day(1))], today=day(1))[0] == "Tue post-run-five 1, done"


def test_the_nearest_turn_is_settled() -> None:
    week = a_week(wind_down=2)
    assert told(week, on([0, 4]), [Done("wind-down", day(3))], today=day(3)) == [
        "Thu wind-down 1, done",
        "Fri wind-down 2",
    ]
    done = [Done(SHORT, day(1)), Done(SHORT, day(1)), Done(SHORT, day(1))]
    assert told(a_week(post_run_five="every run"), RUNS, done, today=day(1)) == [
        "Tue post-run-five 1, done",
        "Tue post-run-five 2, done",
        "Tue post-run-five 3, done",
    ]


def test_another_flow_and_a_day_to_come_settle_nothing() -> None:
    done = [Done("deep-hips", day(0)), Done("mobility-a", day(4))]
    assert told(done=done) == told()


def test_a_loaded_session_outside_the_plan_keeps_what_is_carried_at_a_distance() -> None:
    week = a_week(mobility_a=1)
    assert told(week, on([0]), today=day(1)) == ["Tue mobility-a 1, from Mon"]
    done = [Done(HARD, day(0))]
    assert told(week, on([0]), done, today=day(1)) == ["Wed mobility-a 1, from Mon"]


def test_what_was_carried_goes_on_once_something_loaded_was_done_beside_it() -> None:
    week = a_week(mobility_a=1)
    done = [Done(HARD, day(1))]
    assert told(week, on([0]), done, today=day(1)) == ["Tue mobility-a 1, from Mon"]
    assert told(week, on([0]), done, today=day(2)) == ["Thu mobility-a 1, from Mon"]
    again = [*done, Done(HARD, day(2))]
    assert told(week, on([0]), again, today=day(3)) == ["Fri mobility-a 1, from Mon"]
    late = [Done(HARD, day(5))]
    sunday = [TurnMove(FOLLOWED, MONDAY, "mobility-a", 1, day(6))]
    assert told(week, on([0]), late, sunday, today=day(6)) == ["Sun mobility-a 1, from Mon"]


def test_a_move_is_kept_let_go_too_and_one_out_of_the_week_is_passed_over() -> None:
    away = TurnMove(FOLLOWED, MONDAY, "mobility-a", 1, day(9))
    gone = TurnMove(FOLLOWED, MONDAY, "mobility-b", 1, None)
    other = TurnMove(FOLLOWED, MONDAY - timedelta(days=7), "mobility-a", 1, day(4))
    near = TurnMove(FOLLOWED, MONDAY - timedelta(days=1), "mobility-a", 1, day(4))
    assert "Tue mobility-a 1" in told(moves=[away, other])
    assert "- mobility-b 1, let go" in told(moves=[gone])
    assert "Fri mobility-a 1, from Tue" in told(moves=[near])


def test_the_next_turn_is_the_first_that_is_open() -> None:
    found = turns(RUNNER, MONDAY, [*RUNS, *FREE], (), [Done(SHORT, MONDAY)], LOADED, MONDAY)
    following = next_turn(found, MONDAY)
    assert following is not None
    assert (following.flow, following.day) == ("mobility-a", day(1))
    assert next_turn((), MONDAY) is None
    assert next_turn(found, day(7)) is None


def test_the_spare_days_of_a_week_have_no_turn() -> None:
    found = turns(RUNNER, MONDAY, [*RUNS, *FREE], (), (), LOADED, MONDAY)
    assert spare_days(found, MONDAY) == (day(3), day(4))


@pytest.mark.parametrize("hard", [5, 7])
def test_where_there_is_no_room_there_is_still_one_session_a_day(hard: int) -> None:
    found = turns(a_week(eccentric_hips=hard), MONDAY, FREE, (), (), LOADED, MONDAY)
    assert len({turn.day for turn in found}) == hard
