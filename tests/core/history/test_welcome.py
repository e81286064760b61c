from datetime import date, timedelta

import pytest

from longstride.core.history import welcome
from longstride.core.history.week import Freeze, FreezeReason, Rhythm
from longstride.core.history.welcome import is_back, welcome_line

MONDAY = date(2024, 1, 1)
KEPT = {MONDAY + timedelta(days=7 * week + day) for week in range(3) for day in (0, 2, 4)}


def day(offset: int) -> date:
    return MONDAY + timedelta(days=offset)


@pytest.mark.parametrize(
    ("days", "today", "line"),
    [
        (set(), day(0), welcome.FIRST),
        (KEPT, day(60), welcome.BACK),
        (KEPT, day(21), "That makes one of three this week."),
        (KEPT | {day(21), day(23)}, day(25), "That keeps the week. Four weeks in a row now."),
        ({day(0), day(2)}, day(4), "That keeps the week. Well done."),
        (KEPT, day(20), welcome.EXTRA),
    ],
)
def test_the_line_after_a_session(days: set[date], today: date, line: str) -> None:
    assert welcome_line(days, Rhythm(), today) == line
    assert welcome_line(days | {today}, Rhythm(), today) == line


def test_rest_in_the_gap_is_named_as_right() -> None:
    rhythm = Rhythm(freezes=(Freeze(day(25), FreezeReason.ILLNESS),))
    assert welcome_line(KEPT, rhythm, day(40)) == welcome.BACK_RESTED


def test_a_second_session_of_the_day_is_thanked_for_too() -> None:
    assert welcome_line(KEPT, Rhythm(), day(18), sessions_today=2) == welcome.ONCE_MORE


def test_one_is_back_after_eight_days_and_not_after_seven() -> None:
    assert not is_back(KEPT, day(18 + 7))
    assert is_back(KEPT, day(18 + 8))
    assert not is_back(set(), day(0))


def test_every_line_can_be_spoken() -> None:
    lines = {value for name, value in vars(welcome).items() if name.isupper() and name != "GAP"}
    days: set[date] = set()
    for offset in (*range(0, 200, 2), 220, 221):
        days.add(day(offset))
        lines.add(welcome_line(days, Rhythm(), day(offset)))
    allowed = set(" .,'")
    assert len(lines) > 20
    assert not [line for line in lines if not all(c.isalpha() or c in allowed for c in line)]
    assert not [line for line in lines if not line.endswith(".")]
