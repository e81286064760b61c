"""What was deleted long ago is emptied, and stays deleted."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from journal.journal_samples import a_session, a_step, noon
from longstride.core.history.measure import MeasureKind, Measurement
from longstride.core.history.session import AfterRating, Pain, PainKind
from longstride.journal.journal import Journal
from longstride.journal.purge import KEPT

RATED = AfterRating(3, 5, Pain(PainKind.DULL, "left knee"), "a bunion hummed")


def later(by: timedelta) -> Callable[[], datetime]:
    return lambda: noon() + by


def held(file: Path) -> tuple[object, ...]:
    with closing(sqlite3.connect(file)) as connection:
        (session,) = connection.execute(
            "SELECT note || pain_where, pain, stiffness_before, stiffness_after, effort, seconds, "
            "deleted IS NOT NULL FROM session"
        )
        return (*session, *connection.execute("SELECT count(*) FROM step").fetchone())


@pytest.fixture
def deleted(file: Path) -> Journal:
    """A journal with one session, rated, at work, and deleted."""
    journal = Journal(file, noon)
    session = a_session(steps=(a_step(0),), stiffness_before=6, after=RATED)
    journal.add(session)
    journal.delete(session.id)
    journal.dispose()
    return journal


def test_what_was_deleted_lately_can_be_had_back(deleted: Journal, file: Path) -> None:
    before = held(file)
    Journal(file, later(KEPT)).dispose()
    assert held(file) == before
    assert before[0] == "a bunion hummedleft knee"


def test_what_was_deleted_long_ago_is_empty_and_stays_deleted(deleted: Journal, file: Path) -> None:
    journal = Journal(file, later(KEPT + timedelta(days=1)))
    assert held(file) == ("", None, None, None, None, 0, 1, 0)
    assert journal.count() == 0
    journal.dispose()


def test_it_does_not_return_from_another_journal(file: Path, tmp_path: Path) -> None:
    there = Journal(tmp_path / "there.sqlite", noon)
    session = a_session(steps=(a_step(0),), after=RATED)
    there.add(session)
    there.export_json(tmp_path / "old.json")
    there.export_json(tmp_path / "all.json")
    there.dispose()
    here = Journal(file, later(timedelta(hours=1)))
    here.import_json(tmp_path / "old.json")
    here.delete(session.id)
    here.dispose()
    again = Journal(file, later(KEPT + timedelta(days=2)))
    again.import_json(tmp_path / "old.json")
    assert again.count() == 0
    assert held(file)[0] == ""
    again.export_json(tmp_path / "emptied.json")
    assert "bunion" not in (tmp_path / "emptied.json").read_text()
    again.dispose()
    third = Journal(tmp_path / "third.sqlite", noon)
    third.import_json(tmp_path / "emptied.json")
    assert third.count() == 0
    third.dispose()


def test_the_note_of_a_deleted_measurement_goes_too(file: Path) -> None:
    journal = Journal(file, noon)
    day, cadence = noon().date(), MeasureKind.CADENCE
    taken = Measurement(
        uuid4(), day, noon(), cadence, None, 172.0, cadence.form.unit, note="bunion"
    )
    journal.measure(taken)
    journal.unmeasure(taken.id)
    journal.dispose()
    Journal(file, later(KEPT + timedelta(days=1))).dispose()
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT note FROM measurement").fetchall() == [("",)]
