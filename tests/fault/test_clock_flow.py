"""Clocks that leap while a flow is led: it waits at its place, and its times stay sane."""

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import fakes
from leading.led import NOW, Studio
from longstride.bootstrap import local_now
from longstride.core.timeline.clock import SilentOutput
from longstride.core.timeline.player import PlayState
from longstride.desktop.suspend import SleepWatch
from longstride.journal.journal import Journal

HOUR = 3_600_000


class Wall:
    """A wall clock with a zone, both set as one likes."""

    def __init__(self) -> None:
        self.utc = NOW
        self.offset = 0

    def __call__(self) -> datetime:
        return self.utc.astimezone(timezone(timedelta(hours=self.offset)))


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def journal(tmp_path: Path, wall: Wall) -> Iterator[Journal]:
    journal = Journal(tmp_path / "journal.sqlite", wall)
    yield journal
    journal.dispose()


@pytest.fixture
def studio(journal: Journal, wall: Wall) -> Studio:
    return Studio(journal, fakes.SayAnything(), now=wall)


@pytest.mark.parametrize("hours", [-30, -1, 1, 30])
def test_a_wall_clock_set_during_a_flow(
    studio: Studio, journal: Journal, wall: Wall, hours: int
) -> None:
    coach = studio.begin()
    studio.play_to(coach.player.timeline.step_starts[1] + 10)
    wall.utc += timedelta(hours=hours)
    studio.play_to(coach.player.timeline.duration)
    (session,) = journal.sessions()
    assert session.started == NOW
    assert session.ended == max(NOW, wall.utc)
    assert session.day == date(2026, 11, 22)
    assert session.next_step == 3
    assert session.seconds * 1000 < coach.player.timeline.duration
    assert {step.step for step in session.steps} == {0, 1, 2}


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(-(10**6), 10**6), min_size=1, max_size=4))
def test_no_run_ends_before_it_began(journal: Journal, wall: Wall, leaps: list[int]) -> None:
    studio = Studio(journal, fakes.SayAnything(), now=wall)
    coach = studio.begin()
    for leap in leaps:
        wall.utc += timedelta(seconds=leap)
        coach.next()
    coach.leave(keep_place=False)
    session = journal.session(coach.session.id)
    assert session.ended is not None
    assert session.started <= session.ended


@pytest.mark.parametrize("offset", [-12, 14])
def test_a_zone_crossed_during_a_flow_leaves_its_day(
    studio: Studio, journal: Journal, wall: Wall, offset: int
) -> None:
    coach = studio.begin()
    wall.offset = offset
    wall.utc += timedelta(minutes=20)
    studio.play_to(coach.player.timeline.duration)
    (session,) = journal.sessions()
    assert session.day == date(2026, 11, 22)
    assert session.ended == NOW + timedelta(minutes=20)


def test_a_sleep_that_no_clock_slept_through_stops_the_flow_at_its_place(
    journal: Journal, wall: Wall
) -> None:
    """As on Windows, or where only the program was stopped: time itself has run on for hours."""
    clock = fakes.HandClock()
    watch = SleepWatch(clock, clock)
    studio = Studio(journal, fakes.SayAnything(), now=wall, output=SilentOutput(clock))
    coach = studio.begin()
    for _ in range(100):
        clock.pass_by(50)
        assert not watch.slept()
        coach.advance()
    clock.pass_by(5 * HOUR)
    assert watch.slept() == 5 * HOUR
    coach.freeze()
    assert coach.player.state is PlayState.PAUSED
    assert coach.player.position == 5000
    assert journal.interrupted() is not None
    assert journal.sessions()[0].steps == ()
    coach.play()
    clock.pass_by(50)
    coach.advance()
    assert coach.player.position == 5050


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the system tells no zones this way")
def test_a_traveller_s_clock_is_the_one_of_where_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    try:
        monkeypatch.setenv("TZ", "Pacific/Auckland")
        assert local_now().utcoffset() in {timedelta(hours=12), timedelta(hours=13)}
        monkeypatch.setenv("TZ", "Pacific/Honolulu")
        assert local_now().utcoffset() == timedelta(hours=-10)
    finally:
        monkeypatch.undo()
        time.tzset()


def test_the_present_follows_the_wall_clock_back() -> None:
    with time_machine.travel(NOW, tick=False) as traveller:
        before = local_now()
        traveller.move_to(NOW - timedelta(hours=3))
        assert local_now() == before - timedelta(hours=3)
        assert local_now().astimezone(UTC) == NOW - timedelta(hours=3)
