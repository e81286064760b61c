"""When the athlete is asked how sore they are."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from core.history.dosed_flows import START, session
from longstride.core.history.soreness import morning_left, worked_yesterday
from longstride.core.timeline.step_record import Outcome

DAY = date(2026, 11, 20)
HOUR = 3_600_000
ZONE = timezone(timedelta(hours=-9, minutes=-30))


@pytest.mark.parametrize(
    ("hour", "left"), [(0, 12 * HOUR), (7, 5 * HOUR), (11, HOUR), (12, 0), (18, 0), (23, 0)]
)
def test_the_morning_lasts_till_noon_where_the_athlete_is(hour: int, left: int) -> None:
    assert morning_left(datetime(2026, 11, 20, hour, tzinfo=ZONE), DAY) == left


def test_the_last_ms_of_it_is_still_one() -> None:
    noon = datetime(2026, 11, 20, 12, tzinfo=UTC)
    assert morning_left(noon - timedelta(milliseconds=1), DAY) == 1


def test_the_night_that_still_belongs_to_the_day_before_is_no_morning() -> None:
    assert morning_left(datetime(2026, 11, 21, 1, tzinfo=UTC), DAY) == 0


def test_only_what_counts_for_the_day_before_is_work() -> None:
    run, day = session(1), START.date()
    assert worked_yesterday([run], day + timedelta(days=2))
    assert not worked_yesterday([run], day + timedelta(days=1))
    assert not worked_yesterday([run], day + timedelta(days=3))
    skipped = replace(run.steps[0], seconds=0, outcome=Outcome.SKIPPED)
    assert not worked_yesterday([replace(run, steps=(skipped, skipped))], day + timedelta(days=2))
    assert not worked_yesterday([], day)
