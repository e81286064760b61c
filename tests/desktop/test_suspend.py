"""A machine that slept is noticed, one that only ran on is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longstride.desktop.suspend import BootClock, SleepWatch, SteadyClock


class Hand:
    """A clock moved by hand, in ms."""

    def __init__(self, now: int) -> None:
        self.at = now

    def now(self) -> int:
        return self.at


@given(st.lists(st.tuples(st.booleans(), st.integers(1000, SleepWatch.UNASKED))))
def test_sleep_is_told_once_and_in_full(spells: list[tuple[bool, int]]) -> None:
    boot, steady = Hand(5_000), Hand(70)
    watch = SleepWatch(boot, steady)
    for asleep, length in spells:
        boot.at += length
        steady.at += 0 if asleep else length
        assert watch.slept() == (length if asleep else 0)
        assert watch.slept() == 0


@pytest.mark.parametrize("apart", [-5, 0, SleepWatch.SLACK])
def test_clocks_read_one_after_the_other_are_no_sleep(apart: int) -> None:
    boot, steady = Hand(0), Hand(0)
    watch = SleepWatch(boot, steady)
    boot.at += 1000 + apart
    steady.at += 1000
    assert watch.slept() == 0


def test_where_every_clock_ran_on_it_tells_by_not_having_been_asked() -> None:
    clock = Hand(0)
    watch = SleepWatch(clock, clock)
    clock.at += SleepWatch.UNASKED
    assert watch.slept() == 0
    clock.at += SleepWatch.UNASKED + 1
    assert watch.slept() == SleepWatch.UNASKED + 1
    assert watch.slept() == 0


def test_a_machine_awake_has_not_slept() -> None:
    assert SleepWatch().slept() == 0


@pytest.mark.parametrize("clock", [BootClock(), SteadyClock()])
def test_real_clocks_never_go_back(clock: BootClock | SteadyClock) -> None:
    readings = [clock.now() for _ in range(1000)]
    assert readings == sorted(readings)
