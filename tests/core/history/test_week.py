"""Days and weeks: leap days, daylight saving, travel, weeks that begin on another day."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longstride.core.history.consistency import consistency
from longstride.core.history.consistency_score import score
from longstride.core.history.streak import streak
from longstride.core.history.week import Rhythm, TargetError, Week, local_day

MONDAY = date(2024, 1, 1)
_DAY = timedelta(days=1)
a_day = st.integers(0, 18 * 7).map(lambda n: MONDAY + timedelta(days=n))


def test_a_leap_day_is_a_day() -> None:
    leap = date(2024, 2, 29)
    assert streak({leap}, Rhythm(), leap).running.days == 1
    assert dict(score({leap}, Rhythm(), date(2024, 3, 1)).curve).keys() == {leap, date(2024, 3, 1)}


@given(a_day, st.integers(0, 6))
def test_a_stored_target_stays_when_weeks_begin_on_another_day(day: date, shift: int) -> None:
    monday = Rhythm(weeks=(Week(Rhythm().week_of(day), 5),))
    sunday = Rhythm(weeks=monday.weeks, week_start=6)
    start = monday.week_of(day)
    assert monday.target(start) == 5
    assert monday.target(start - 7 * _DAY) == 3
    assert sunday.target(sunday.week_of(start)) == 5
    assert sunday.target(sunday.week_of(start) - 7 * _DAY) == 3
    assert monday.week_of(start + shift * _DAY) == start


@pytest.mark.parametrize("target", [0, 1, 8])
def test_a_target_that_no_week_holds_is_refused(target: int) -> None:
    with pytest.raises(TargetError, match="choose 2 to 7"):
        Week(MONDAY, target)
    with pytest.raises(TargetError, match="choose 2 to 7"):
        Rhythm(default_target=target)


# --- the local day: daylight saving and travel

ZONES = [ZoneInfo(name) for name in ("Europe/Berlin", "America/New_York", "Pacific/Apia")]
moments = st.datetimes(datetime(2023, 1, 1), datetime(2025, 1, 1), timezones=st.just(UTC))


@given(moments, st.sampled_from(ZONES), st.integers(0, 12))
def test_the_day_turns_at_its_hour_by_the_wall_clock_whatever_daylight_saving_does(
    moment: datetime, zone: tzinfo, hour: int
) -> None:
    wall = moment.astimezone(zone)
    expected = wall.date() if wall.time() >= time(hour) else wall.date() - _DAY
    assert local_day(wall, time(hour)) == expected


@given(st.lists(st.tuples(moments, st.sampled_from(ZONES)), min_size=1, max_size=20))
def test_sessions_keep_their_own_day_on_a_journey(runs: list[tuple[datetime, tzinfo]]) -> None:
    days = {local_day(moment.astimezone(zone), time(3)) for moment, zone in runs}
    for today in (max(days), max(days) + _DAY):
        found = consistency(days, Rhythm(), today)
        assert sum(week.days for week in found.streak.weeks) == len(days)
        assert len({day for day, _ in found.score.curve}) == len(found.score.curve)


@pytest.mark.parametrize("day", [date(2024, 3, 31), date(2024, 10, 27)])
def test_a_night_of_daylight_saving_has_no_day_too_many(day: date) -> None:
    berlin = ZONES[0]
    midnight = datetime.combine(day, time(0), berlin).astimezone(UTC)
    hours = [(midnight + n * timedelta(hours=1)).astimezone(berlin) for n in range(12)]
    found = [local_day(hour, time(3)) for hour in hours]
    assert found == sorted(found)
    assert set(found) == {day - _DAY, day}
