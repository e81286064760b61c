"""What changed in a month: only what the numbers bear out, each with how it is made."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from math import isfinite
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from longstride.core.flow.drill import Side
from longstride.core.history.measure import MeasureKind, Measurement
from longstride.core.history.stiffness import Rated
from longstride.core.history.streak import WeekReport, WeekState
from longstride.core.history.what_changed import (
    HOW_RANGE,
    HOW_RUNNING,
    HOW_STIFFNESS,
    HOW_WEEKS,
    MonthChanges,
    last_month,
    latest_changes,
    mean_change,
    what_changed,
)

MAY = date(2024, 5, 20)


def ratings(month: int, *before: int) -> list[Rated]:
    return [Rated(date(2024, month, 1 + n), "f", value, 2) for n, value in enumerate(before)]


def angle(month: int, value: float, side: Side = Side.LEFT, day: int = 3) -> Measurement:
    when = datetime(2024, month, day, 8, tzinfo=UTC)
    return Measurement(UUID(int=1), when.date(), when, MeasureKind.THOMAS_ANGLE, side, value, "°")


def week(start: date, state: WeekState) -> WeekReport:
    return WeekReport(start, 3, 3, 0, state)


def told(**of: list[object]) -> list[tuple[str, str]]:
    given_ = {"rated": [], "measurements": [], "weeks": []} | of
    return [(each.sentence, each.how) for each in what_changed(MAY, **given_)]  # type: ignore[arg-type]


def test_without_numbers_nothing_is_said() -> None:
    assert told() == []
    assert told(rated=[*ratings(4, 5, 5, 5, 5), *ratings(5, 1, 1, 1, 1, 1, 1)]) == []
    assert told(measurements=[angle(5, 3), angle(5, 20, day=4)]) == []
    assert told(weeks=[week(date(2024, 5, 6), WeekState.OPEN)]) == []


def test_stiffness_is_told_with_its_spread() -> None:
    rated = [*ratings(4, 6, 5, 7, 6, 6, 5), *ratings(5, 3, 4, 3, 4, 2, 3), *ratings(3, 9, 9)]
    assert told(rated=rated) == [
        (
            "Stiffness: 3.2 on average before a session, 5.8 the month before. "
            "That is 1.5 to 3.8 points less.",
            HOW_STIFFNESS,
        )
    ]


def test_half_a_point_between_many_days_can_be_clear_and_two_between_few_unclear() -> None:
    many = [*ratings(4, *[5, 6] * 14), *ratings(5, *[4, 5] * 14)]
    ((clear, _),) = told(rated=many)
    assert clear.endswith("points less.")
    few = [*ratings(4, 1, 9, 5, 8, 3), *ratings(5, 0, 7, 2, 8, 1)]
    ((unclear, _),) = told(rated=few)
    assert "No clear change: from 7.7 less to 4.5 more." in unclear


def test_many_sessions_of_one_day_are_one_day() -> None:
    one = [Rated(date(2024, 5, 1), "f", 1, 1)] * 30
    assert told(rated=[*ratings(4, 5, 5, 5, 5, 5), *one]) == []


def test_range_is_told_with_its_band_and_the_surest_side() -> None:
    results = [angle(4, 2), angle(5, 5), angle(4, 0, Side.RIGHT), angle(5, 12, Side.RIGHT)]
    assert told(measurements=results) == [("Hip extension, right: likely 12° more.", HOW_RANGE)]
    assert told(measurements=results[:2]) == [
        ("Hip extension, left: unchanged, within the error of the test.", HOW_RANGE)
    ]
    late = [*results[:2], angle(6, 40)]
    assert told(measurements=late) == told(measurements=results[:2])


def test_a_change_counts_by_the_error_of_how_it_was_taken() -> None:
    lying = [angle(4, 2), angle(5, 9)]
    running = [
        replace(each, kind=MeasureKind.THIGH_BACK, value=value)
        for each, value in zip(lying, (2, 14), strict=True)
    ]
    assert told(measurements=[*lying, *running]) == [
        ("Hip extension, left: maybe 7° more.", HOW_RANGE)
    ]
    assert told(measurements=running) == [
        ("Thigh behind the vertical, left: maybe 12° more.", HOW_RUNNING)
    ]
    guessed = [replace(each, protocol="picture, suggested") for each in lying]
    assert told(measurements=guessed)[0][1] == HOW_RUNNING
    leaning = [replace(each, kind=MeasureKind.TRUNK_LEAN) for each in lying]
    assert told(measurements=leaning) == []


def test_weeks_kept_of_those_that_asked_for_something() -> None:
    states = [WeekState.KEPT, WeekState.FROZEN, WeekState.RESERVE, WeekState.KEPT]
    weeks = [week(date(2024, 5, 6) + n * timedelta(7), state) for n, state in enumerate(states)]
    before = week(date(2024, 4, 15), WeekState.KEPT)
    assert told(weeks=[before, *weeks]) == [("2 of 3 weeks kept.", HOW_WEEKS)]
    assert told(weeks=[weeks[0]]) == [("1 of 1 week kept.", HOW_WEEKS)]


def test_all_three_at_most() -> None:
    rated = [*ratings(4, 6, 5, 7, 6, 6, 5), *ratings(5, 3, 4, 3, 4, 2, 3)]
    weeks = [week(date(2024, 5, 6), WeekState.KEPT)]
    assert len(told(rated=rated, measurements=[angle(4, 2), angle(5, 9)], weeks=weeks)) == 3  # type: ignore[list-item]


def test_the_interval_is_students() -> None:
    found = mean_change([1, 2, 3, 4, 5], [3, 4, 5, 6, 7])  # both have a variance of 2.5
    assert found is not None
    assert found.mean == 2
    assert found.high - found.mean == pytest.approx(2.776 * 1.0)
    assert not found.is_clear


points = st.lists(st.integers(0, 10), min_size=5, max_size=40)


@examples(50)
@given(points, points)
def test_an_interval_holds_its_mean_and_turns_with_its_months(
    before: list[int], after: list[int]
) -> None:
    found, turned = mean_change(before, after), mean_change(after, before)
    assert found
    assert turned
    assert found.low < found.mean < found.high
    assert turned.low == pytest.approx(-found.high)
    assert isfinite(found.high)
    assert mean_change(before, before * 1).is_clear is False  # type: ignore[union-attr]


def test_the_month_that_tells_more_is_told() -> None:
    rated = [*ratings(3, 6, 6, 6, 6, 6), *ratings(4, 3, 3, 3, 3, 3), *ratings(5, 2)]
    april, may = date(2024, 4, 1), date(2024, 5, 1)
    told_in_may = latest_changes(MAY, rated, [], [])
    assert (told_in_may.month, len(told_in_may.findings)) == (april, 1)
    kept = [week(date(2024, 5, 6), WeekState.KEPT)]
    both = latest_changes(MAY, rated, [], kept)
    assert (both.month, [each.how for each in both.findings]) == (may, [HOW_WEEKS])
    assert latest_changes(MAY, [], [], []) == MonthChanges(may)


def test_the_month_before_january_is_december() -> None:
    assert last_month(date(2024, 1, 31)) == date(2023, 12, 1)
    assert last_month(date(2024, 3, 31)) == date(2024, 2, 1)
