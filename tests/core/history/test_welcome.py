from datetime import date, timedelta

from longstride.core.history.week import Freeze, FreezeReason, Rhythm
from longstride.core.history.welcome import has_rested, is_back

MONDAY = date(2024, 1, 1)
KEPT = {MONDAY + timedelta(days=7 * week + day) for week in range(3) for day in (0, 2, 4)}


def day(offset: int) -> date:
    return MONDAY + timedelta(days=offset)


def test_one_is_back_after_eight_days_and_not_after_seven() -> None:
    assert not is_back(KEPT, day(18 + 7))
    assert is_back(KEPT, day(18 + 8))
    assert not is_back(set(), day(0))


def test_frozen_days_in_the_gap_were_a_rest() -> None:
    rhythm = Rhythm(freezes=(Freeze(day(25), FreezeReason.ILLNESS),))
    assert has_rested(KEPT, rhythm, day(40))
    assert not has_rested(KEPT, Rhythm(), day(40))
    assert not has_rested(KEPT, Rhythm(freezes=(Freeze(day(4), FreezeReason.ILLNESS),)), day(40))
