"""Clocks that leap while a flow is led: it waits at its place, and its times stay sane."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import fakes
from leading.led import NOW, Studio
from longstride.core.timeline.clock import SilentOutput
from longstride.journal.journal import Journal
from longstride.leading.state import State

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
    run = studio.begin()
    studio.play_to(run.player.timeline.step_starts[1] + 10)
    wall.utc += timedelta(hours=hours)
    studio.play_to(run.player.timeline.duration)
    (session,) = journal.sessions()
    assert session.started == NOW
    assert session.ended == max(NOW, wall.utc)
    assert session.day == date(2026, 11, 22)
    assert session.next_step == 3
    assert session.seconds * 1000 < run.player.timeline.duration
    assert {step.step for step in session.steps} == {0, 1, 2}


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(-(10**6), 10**6), min_size=1, max_size=4))
def test_no_run_ends_before_it_began(journal: Journal, wall: Wall, leaps: list[int]) -> None:
    studio = Studio(journal, fakes.SayAnything(), now=wall)
    run = studio.begin()
    for leap in leaps:
        wall.utc += timedelta(seconds=leap)
        run.next()
    run.leave(keep_place=False)
    session = journal.session(run.session.id)
    assert session.ended is not None
    assert session.started <= session.ended


@pytest.mark.parametrize("offset", [-12, 14])
def test_a_zone_crossed_during_a_flow_leaves_its_day(
    studio: Studio, journal: Journal, wall: Wall, offset: int
) -> None:
    run = studio.begin()
    wall.offset = offset
    wall.utc += timedelta(minutes=20)
    studio.play_to(run.player.timeline.duration)
    (session,) = journal.sessions()
    assert session.day == date(2026, 11, 22)
    assert session.ended == NOW + timedelta(minutes=20)


def test_a_sleep_that_no_clock_slept_through_stops_the_flow_at_its_place(
    journal: Journal, wall: Wall
) -> None:
    """As on Windows, or where only the program was stopped: time itself has run on for hours."""
    clock = fakes.HandClock()
    output = SilentOutput(clock)
    studio = Studio(journal, fakes.SayAnything(), now=wall, output=output, clock=clock, boot=clock)
    run = studio.begin()
    for _ in range(100):
        clock.pass_by(50)
        run.tick()
        assert run.state is State.PLAYING
    clock.pass_by(5 * HOUR)
    run.tick()
    assert run.state is State.ASLEEP
    assert run.player.position == 5000
    assert journal.interrupted() is not None
    assert journal.sessions()[0].steps == ()
    run.play()
    clock.pass_by(50)
    run.tick()
    assert run.player.position == 5050
