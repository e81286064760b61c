from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longstride.core.flow.talk import Familiarity
from longstride.core.history.experience import GAP, LOOK_BACK, familiar, familiarity

TODAY = date(2026, 5, 1)
NEW, KNOWN, PRACTISED = Familiarity
some_days = st.lists(st.integers(-40, 500), max_size=40)


def ago(offsets: Iterable[int]) -> list[date]:
    return [TODAY - timedelta(days=offset) for offset in offsets]


@pytest.mark.parametrize(
    ("offsets", "level"),
    [
        ((), NEW),
        ((1, 2), NEW),
        ((1, 2, 3), KNOWN),
        ((0, 0, 0), KNOWN),
        (range(9), KNOWN),
        (range(10), PRACTISED),
        (range(0, 210, 21), PRACTISED),
    ],
)
def test_three_sessions_make_a_drill_known_and_ten_practised(
    offsets: Iterable[int], level: Familiarity
) -> None:
    assert familiarity(ago(offsets), TODAY) is level


@pytest.mark.parametrize(
    ("offsets", "level"),
    [
        (range(21, 40), PRACTISED),
        (range(22, 41), NEW),
        ((0, 1, *range(22, 60)), PRACTISED),
        ((0, 1, *range(23, 60)), NEW),
        ((0, 1, 2, *range(24, 60)), KNOWN),
    ],
)
def test_after_more_than_three_weeks_without_it_all_is_told_again(
    offsets: Iterable[int], level: Familiarity
) -> None:
    assert familiarity(ago(offsets), TODAY) is level


def test_a_day_still_to_come_counts_for_nothing() -> None:
    assert familiarity(ago((-400, -1, 0, 1)), TODAY) is NEW
    assert familiarity(ago((-400, 0, 1, 2)), TODAY) is KNOWN


def test_new_drills_are_left_out() -> None:
    finished = {"hip-hinge": ago(range(12)), "wall-drive": ago((1,)), "bridge": ago((1, 2, 3))}
    assert familiar(finished, TODAY) == {"hip-hinge": PRACTISED, "bridge": KNOWN}


@given(offsets=some_days)
def test_what_was_done_before_the_look_back_changes_nothing(offsets: list[int]) -> None:
    days = ago(offsets)
    late = [day for day in days if day >= TODAY - LOOK_BACK]
    assert familiarity(late, TODAY) is familiarity(days, TODAY)


@given(offsets=some_days)
def test_one_session_more_never_makes_a_drill_newer(offsets: list[int]) -> None:
    days = ago(offsets)
    assert familiarity([*days, TODAY], TODAY) >= familiarity(days, TODAY)
    assert familiarity(days, max([TODAY, *days]) + GAP + timedelta(days=1)) is NEW
