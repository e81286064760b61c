from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from longstride.core.flow.plan import After
from longstride.core.history.plan.following import Anchor
from longstride.core.history.plan.turn import Turn, TurnState
from longstride.core.history.reminder import (
    LONGEST_LOOK,
    Ahead,
    Quiet,
    Slot,
    Snooze,
    Told,
    Wishes,
    due,
    next_due,
    next_look,
    passed,
)

DAY = date(2026, 5, 5)  # a Tuesday
TITLES = {"mobility-a": "Mobility A", "post-run-five": "Post-run five"}
TURN = Turn("mobility-a", 1, DAY, DAY)
AFTER_RUN = Turn("post-run-five", 1, DAY, DAY, After.RUN, time(19, 30))
WISHES = Wishes(on=True, times=(time(7, 30), time(18)))
AHEAD = Ahead(TITLES, (TURN,))
RUN = Anchor(UUID(int=1), 1, After.RUN, time(19, 30), remind=True)


def at(hour: int, minute: int = 0, day: date = DAY, fold: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), UTC).replace(fold=fold)


def told(*hours: int) -> Told:
    return Told(frozenset(Slot(DAY, time(hour)) for hour in hours))


def test_the_turn_of_the_day_is_told_at_the_hour_that_was_chosen() -> None:
    assert due(AHEAD, WISHES, Told(), at(7, 29)) is None
    reminder = due(AHEAD, WISHES, Told(), at(18))
    assert reminder
    assert (reminder.slot, reminder.flow) == (Slot(DAY, time(18)), "mobility-a")
    assert reminder.title == "Mobility A"
    assert due(AHEAD, WISHES, told(18), at(18)) is None


def test_a_machine_that_slept_through_both_times_tells_once() -> None:
    reminder = due(AHEAD, WISHES, Told(), at(20))
    assert reminder
    assert reminder.slot.at == time(18)
    assert due(AHEAD, WISHES, told(18), at(20)) is None
    assert next_due(AHEAD, WISHES, told(18), at(20)) is None, "the earlier one has passed"


@pytest.mark.parametrize(
    "ahead",
    [
        Ahead(TITLES, (replace(TURN, state=TurnState.DONE),)),
        replace(AHEAD, done_days={DAY}),
        replace(AHEAD, frozen={DAY}),
        Ahead({}, (TURN,)),
        Ahead(TITLES, ()),
        Ahead(TITLES, (replace(TURN, day=DAY + timedelta(1)),)),
        Ahead(TITLES),
    ],
    ids=["done", "another was done", "frozen", "no such flow", "free", "tomorrow", "no plan"],
)
def test_a_day_that_asks_for_nothing_is_silent(ahead: Ahead) -> None:
    assert due(ahead, WISHES, Told(), at(18)) is None


def test_without_a_plan_what_is_suggested_is_told_on_the_days_chosen() -> None:
    ahead = Ahead(TITLES, suggested="mobility-a")
    assert due(ahead, replace(WISHES, days=(1,)), Told(), at(18))
    assert due(ahead, replace(WISHES, days=(0, 2)), Told(), at(18)) is None
    assert next_due(ahead, replace(WISHES, days=(0, 2)), Told(), at(18)) == datetime(
        2026, 5, 6, 7, 30
    )


def test_a_turn_with_an_hour_of_its_own_is_told_then_alone() -> None:
    ahead = Ahead(TITLES, (TURN, AFTER_RUN), anchors=(RUN,), done_days={DAY})
    assert due(ahead, WISHES, Told(), at(18)) is None, "the day has its training"
    reminder = due(ahead, WISHES, Told(), at(19, 30))
    assert reminder
    assert reminder.title == "Post-run five"
    assert reminder.sentence == "For after today's run, whenever it suits you."
    assert due(ahead, replace(WISHES, on=False), Told(), at(19, 30)) is None


@pytest.mark.parametrize(
    ("quiet", "silent", "loud"),
    [
        (Quiet(time(21), time(7)), [21, 23, 0, 6], [7, 20]),
        (Quiet(time(12), time(14)), [12, 13], [11, 14]),
        (Quiet(time(9), time(9)), [], [0, 9, 23]),
        (Quiet(time(0), time(6)), [0, 5], [6, 23]),
    ],
)
def test_quiet_hours(quiet: Quiet, silent: list[int], loud: list[int]) -> None:
    assert all(quiet.holds(time(hour)) for hour in silent)
    assert not any(quiet.holds(time(hour)) for hour in loud)
    for hour in silent:
        assert not quiet.holds(quiet.after(at(hour)).time())


def test_a_time_in_the_quiet_hours_waits_for_their_end_or_for_nothing() -> None:
    wishes = replace(WISHES, times=(time(6), time(22)))
    assert wishes.never_told == (time(22),)
    assert due(AHEAD, wishes, Told(), at(6)) is None
    assert next_due(AHEAD, wishes, Told(), at(6)) == datetime(2026, 5, 5, 7)
    assert due(AHEAD, wishes, Told(), at(7))
    assert due(AHEAD, wishes, told(6), at(22)) is None


def test_an_hour_before_the_day_begins_is_the_night_after_it() -> None:
    wishes = replace(WISHES, times=(time(1), time(18)), quiet=Quiet(time(4), time(5)))
    night = at(1, day=DAY + timedelta(1))
    reminder = due(AHEAD, wishes, told(18), night)
    assert reminder
    assert reminder.slot == Slot(DAY, time(1))
    assert wishes.never_told == ()


def test_what_is_put_off_comes_again_and_again() -> None:
    later = replace(told(7), snooze=Snooze(Slot(DAY, time(18)), at(18, 30)))
    assert due(AHEAD, WISHES, later, at(18, 29)) is None
    assert next_due(AHEAD, WISHES, later, at(18, 1)) == datetime(2026, 5, 5, 18, 30)
    again = due(AHEAD, WISHES, later, at(18, 30))
    assert again
    assert again.slot.at == time(18)
    assert due(replace(AHEAD, done_days={DAY}), WISHES, later, at(18, 30)) is None


def test_a_snooze_over_the_next_time_is_told_once() -> None:
    first = replace(WISHES, times=(time(7, 30), time(8)))
    later = Told(frozenset({Slot(DAY, time(7, 30))}), Snooze(Slot(DAY, time(7, 30)), at(8, 10)))
    assert due(AHEAD, first, later, at(8, 5)) is None
    reminder = due(AHEAD, first, later, at(8, 10))
    assert reminder
    assert reminder.slot.at == time(8)


def test_a_snooze_from_before_the_clock_was_set_back_holds_nothing_up() -> None:
    later = Told(frozenset(), Snooze(Slot(DAY, time(18)), at(18) + timedelta(days=400)))
    assert due(AHEAD, WISHES, later, at(18))


def test_a_clock_set_back_tells_nothing_twice() -> None:
    both = Told(frozenset({Slot(DAY, time(7, 30)), Slot(DAY, time(18))}))
    assert due(AHEAD, WISHES, both, at(17)) is None
    assert due(AHEAD, WISHES, both, at(18)) is None
    assert next_due(AHEAD, WISHES, both, at(17)) is None


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [
        (date(2026, 3, 29), "2026-03-29T00:59+00:00", "2026-03-29T01:00+00:00"),  # 02:59 is none
        (date(2026, 10, 25), "2026-10-25T00:29+00:00", "2026-10-25T00:30+00:00"),  # 02:30 twice
    ],
)
def test_the_lost_hour_and_the_one_that_comes_twice(day: date, before: str, after: str) -> None:
    zone = ZoneInfo("Europe/Berlin")
    wishes = Wishes(on=True, times=(time(2, 30),), quiet=Quiet(time(), time()), day_start=time())
    ahead = Ahead(TITLES, (replace(TURN, planned=day, day=day),))
    assert due(ahead, wishes, Told(), datetime.fromisoformat(before).astimezone(zone)) is None
    reminder = due(ahead, wishes, Told(), datetime.fromisoformat(after).astimezone(zone))
    assert reminder
    again = Told(frozenset({reminder.slot}))
    for minutes in range(0, 180, 10):
        now = datetime.fromisoformat(after) + timedelta(minutes=minutes)
        assert due(ahead, wishes, again, now.astimezone(zone)) is None


def test_nothing_is_told_while_a_flow_runs_and_then_at_once() -> None:
    assert due(AHEAD, WISHES, Told(), at(18), playing=True) is None
    assert next_look(AHEAD, WISHES, Told(), at(18), playing=True) == LONGEST_LOOK
    assert due(AHEAD, WISHES, Told(), at(18, 20))


def test_a_look_is_never_further_than_a_quarter_of_an_hour() -> None:
    assert next_look(AHEAD, WISHES, Told(), at(7, 20)) == 10 * 60_000
    assert next_look(AHEAD, WISHES, Told(), at(3)) == LONGEST_LOOK
    assert next_look(AHEAD, replace(WISHES, on=False), Told(), at(18)) == LONGEST_LOOK
    assert next_look(AHEAD, WISHES, Told(), at(18)) == 1000


def test_a_time_that_was_past_when_it_was_chosen_is_known() -> None:
    assert passed(AHEAD, WISHES, at(12)) == (Slot(DAY, time(7, 30)),)
