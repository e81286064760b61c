"""What the journal tells of how well drills and flows are known."""

from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

from benchmarks.journal_of_years import LAST_DAY, write_years
from journal.journal_samples import NOON, a_session, a_step, noon
from longstride.core.flow.drill import Side
from longstride.core.history.experience import LOOK_BACK
from longstride.core.history.session import Session
from longstride.core.timeline.step_record import Outcome
from longstride.journal.journal import Journal

TODAY = date(2026, 5, 1)


def led(days_ago: int, *drills: str, **values: object) -> Session:
    steps = tuple(a_step(number, drill=drill) for number, drill in enumerate(drills))
    day = TODAY - timedelta(days=days_ago)
    return a_session(days_ago, day=day, steps=steps, **values)


def finished(days_ago: int, **values: object) -> Session:
    return led(days_ago, ended=NOON, next_step=9, **values)


def test_every_session_that_did_a_drill_gives_its_day(journal: Journal) -> None:
    journal.begin(led(9, "hip-hinge", "glute-bridge"))
    journal.begin(led(2, "hip-hinge"))
    journal.begin(led(2, "hip-hinge"))
    two, nine = TODAY - timedelta(days=2), TODAY - timedelta(days=9)
    assert journal.days_done(nine) == {"hip-hinge": (nine, two, two), "glute-bridge": (nine,)}
    assert journal.days_done(two) == {"hip-hinge": (two, two)}
    assert journal.days_done(nine, ["glute-bridge", "no-such-drill"]) == {"glute-bridge": (nine,)}


def test_sides_and_returns_of_a_drill_are_one_session(journal: Journal) -> None:
    sides = (a_step(0, side=Side.LEFT), a_step(0, side=Side.RIGHT), a_step(4))
    journal.begin(a_session(day=TODAY, steps=sides))
    assert journal.days_done(TODAY) == {"hip-hinge": (TODAY,)}


def test_what_was_skipped_cut_short_or_deleted_counts_for_nothing(journal: Journal) -> None:
    for outcome in (Outcome.SKIPPED, Outcome.SHORTENED):
        journal.begin(a_session(steps=(a_step(0, outcome=outcome),)))
    gone = led(0, "hip-hinge")
    journal.begin(gone)
    journal.delete(gone.id)
    assert journal.days_done(date.min) == {}


def test_a_flow_was_finished_as_often_as_it_came_to_its_last_step(journal: Journal) -> None:
    for days_ago in (1, 40, 4000):
        journal.begin(finished(days_ago))
    journal.begin(finished(1, flow="wind-down"))
    journal.begin(a_session(id=uuid4(), next_step=9))  # cut off in its closing words
    journal.begin(a_session(ended=NOON, next_step=8))  # given up
    gone = finished(3)
    journal.begin(gone)
    journal.delete(gone.id)
    assert journal.times_finished("eccentric-hips") == 3
    assert journal.times_finished("mobility-a") == 0


def test_asked_for_some_drills_it_tells_of_them_as_of_all(tmp_path: Path) -> None:
    journal = Journal(write_years(tmp_path / "years.sqlite", 1), noon)
    everything = journal.days_done(LAST_DAY - LOOK_BACK)
    some = sorted(everything)[::4]
    assert journal.days_done(LAST_DAY - LOOK_BACK, some) == {
        name: everything[name] for name in some
    }
    journal.dispose()
