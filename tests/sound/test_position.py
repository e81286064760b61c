from collections.abc import Callable
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from longstride.sound.position import Position
from longstride.sound.state import Reading

LOOK = 0.02


def watch(place: Position, count: Callable[[float], float | None], begin: float, end: float):
    """Look at a device every 20 ms and return the times, places and calls for a new start."""
    seen = []
    for number in range(1, int((end - begin) / LOOK) + 1):
        now = begin + number * LOOK
        again = place.see(count(now), now)
        seen.append((now, place.at, again))
    return seen


def stepped(start: float, step: float) -> Callable[[float], float]:
    """Return a device that began at ``start`` and counts in steps of so many ms."""
    return lambda now: max(0.0, (now - start) * 1000 // step * step)


@given(step=st.sampled_from([1.0, 5.0, 10.0, 21.0, 42.0]), delay=st.floats(0.0, 0.5))
def test_steps_are_smoothed_and_nothing_drifts(step: float, delay: float) -> None:
    place = Position()
    place.begin(5000, 0.0, sounding=True)
    seen = watch(place, stepped(delay, step), 0.0, 20.0)
    settled = [(now, at) for now, at, _ in seen if now > delay + 2]
    assert all(abs(at - 5000 - (now - delay) * 1000) <= step + 1 for now, at in settled)
    # Each look is 20 ms later; the place moves on by that and not by the device's steps.
    assert all(abs(b[1] - a[1] - 20) <= 0.05 * step + 0.5 for a, b in pairwise(settled))


def test_it_waits_for_a_device_that_wakes_late() -> None:
    place = Position()
    place.begin(700, 0.0, sounding=True)
    seen = watch(place, lambda now: 16.0 if now < 2 else 16 + (now - 2) * 1000, 0.0, 4.0)
    assert {at for now, at, _ in seen if now < 2} == {700}
    assert abs(seen[-1][1] - 700 - 2016) < 1
    assert not place.adrift


def test_a_device_that_never_wakes_is_left_after_three_seconds() -> None:
    place = Position()
    place.begin(0, 0.0, sounding=True)
    seen = watch(place, lambda _: 16.0, 0.0, 6.0)
    assert place.adrift
    assert 2900 <= seen[-1][1] <= 3000


def test_a_device_that_stops_is_left_in_its_place() -> None:
    place = Position()
    place.begin(1000, 0.0, sounding=True)
    seen = watch(place, lambda now: min(now, 3.0) * 1000, 0.0, 10.0)
    assert place.adrift
    # 3 s heard, 1 s of waiting, then time goes on.
    assert 9900 <= seen[-1][1] <= 10_300


def test_a_device_that_reports_its_end_is_left_at_once() -> None:
    place = Position()
    place.begin(0, 0.0, sounding=True)
    watch(place, lambda now: now * 1000 if now < 2 else None, 0.0, 2.1)
    assert place.adrift


def test_a_new_device_is_followed_from_where_time_has_come_to() -> None:
    place = Position()
    place.begin(0, 0.0, sounding=False)
    watch(place, lambda _: None, 0.0, 5.0)
    place.device_started(5.0)
    waking = watch(place, lambda now: 16.0 if now < 7 else 16 + (now - 7.0) * 1000, 5.0, 7.05)
    assert [again for *_, again in waking].index(True) == len(waking) - 1
    before = place.at
    place.follow()
    assert place.at == before
    seen = watch(place, lambda now: 16 + (now - 7.0) * 1000, 7.04, 9.0)
    assert not place.adrift
    assert all(not again for *_, again in seen)
    assert abs(seen[-1][1] - seen[-1][0] * 1000) < 25


def test_a_device_that_thaws_is_reported() -> None:
    place = Position()
    place.begin(0, 0.0, sounding=True)
    frozen = watch(place, lambda now: min(now, 2.0) * 1000, 0.0, 6.0)
    assert not any(again for *_, again in frozen)
    thawed = watch(place, lambda now: 2000 + (now - 6.0) * 1000, 6.0, 6.1)
    assert thawed[0][2]
    assert place.adrift


def test_a_reading_runs_on_between_looks_but_not_for_ever() -> None:
    reading = Reading(1, 2000.0, 10.0, runs=True)
    assert reading.at(10.016) - 2016.0 < 1e-6
    assert reading.at(99.0) == 2500.0
    assert Reading(1, 2000.0, 10.0, runs=True, adrift=True).at(99.0) == 91_000.0
    assert Reading(1, 2000.0, 10.0).at(99.0) == 2000.0
