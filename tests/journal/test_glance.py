"""A first glance tells of the last sessions what the journal itself tells."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal import plan_samples
from journal.any_session import any_session
from journal.journal_samples import a_session, noon
from longstride.core.flow.body import BodyPlace
from longstride.core.history.dose_change import DoseChange
from longstride.core.history.session import AfterRating, Pain, PainKind, Session
from longstride.journal.glance import (
    better,
    days_done,
    dose_changes,
    flows_done,
    is_untouched,
    newest_sessions,
    sharp_sessions,
    soreness,
)
from longstride.journal.journal import Journal


@given(sessions=st.lists(any_session(2**40, date.min, date.max), max_size=4))
def test_it_sees_what_the_journal_reads(
    tmp_path_factory: pytest.TempPathFactory, empty: bytes, sessions: list[Session]
) -> None:
    file = tmp_path_factory.mktemp("glance") / "journal.sqlite"
    file.write_bytes(empty)
    journal = Journal(file, noon)
    for session in sessions:
        journal.begin(replace(session, id=uuid4()))
    seen = newest_sessions(file, 3)
    read = journal.sessions(3)
    days, middle = journal.days_done(date.min), journal.days_done(date(2026, 1, 1))
    done = [each for each in journal.sessions(9) if any(s.outcome == "done" for s in each.steps)]
    journal.dispose()
    assert seen is not None
    assert sorted(map(repr, seen)) == sorted(map(repr, read)) or len(sessions) > 3
    assert [(each.day, each.started) for each in seen] == [
        (each.day, each.started) for each in read
    ]
    days_of = {each.flow: [o.day for o in done if o.flow == each.flow] for each in done}
    assert flows_done(file) == {flow: (len(of), max(of)) for flow, of in days_of.items()}
    assert days_done(file, date.min) == days
    assert days_done(file, date(2026, 1, 1)) == middle


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return an empty journal's file, made once."""
    file = tmp_path_factory.mktemp("empty") / "journal.sqlite"
    Journal(file, noon).dispose()
    return file.read_bytes()


def test_what_is_deleted_is_not_seen(file: Path, journal: Journal) -> None:
    gone, stays = a_session(days_ago=1), a_session()
    journal.begin(gone)
    journal.begin(stays)
    journal.delete(gone.id)
    assert newest_sessions(file, 9) == (stays,)
    assert days_done(file, date.min) == journal.days_done(date.min)


@given(
    changes=st.lists(plan_samples.changes, max_size=3, unique_by=lambda change: change.id),
    said=st.dictionaries(st.sampled_from(BodyPlace), plan_samples.moments, max_size=3),
)
def test_it_sees_what_was_decided(
    tmp_path_factory: pytest.TempPathFactory,
    empty: bytes,
    changes: list[DoseChange],
    said: dict[BodyPlace, datetime],
) -> None:
    file = tmp_path_factory.mktemp("glance") / "journal.sqlite"
    file.write_bytes(empty)
    journal = Journal(file, noon)
    journal.change_doses(changes)
    for place, when in said.items():
        journal.say_better([place], when)
    assert dose_changes(file) == journal.dose_changes()
    assert better(file) == journal.better() == said
    plan_samples.decide(journal)
    journal.forget_dose_change(plan_samples.CHANGE.id)
    journal.unsay_better(*said, *plan_samples.BETTER)
    assert dose_changes(file) == journal.dose_changes()
    assert better(file) == {}
    journal.dispose()


def test_it_sees_how_sore_the_athlete_was(file: Path, journal: Journal) -> None:
    for days in range(4):
        journal.rate_soreness(date(2026, 11, 20 - days), days)
    journal.unrate_soreness(date(2026, 11, 19))
    since = date(2026, 11, 18)
    assert soreness(file, since) == journal.soreness(since) == {since: 2, date(2026, 11, 20): 0}


def test_it_sees_sharp_pain_however_old(file: Path, journal: Journal) -> None:
    sharp = replace(a_session(days_ago=900), after=AfterRating(pain=Pain(PainKind.SHARP, "knee")))
    journal.begin(sharp)
    for days in range(3):
        journal.begin(replace(a_session(days), after=AfterRating(pain=Pain(PainKind.DULL, "knee"))))
    assert sharp_sessions(file, 9) == journal.sharp_sessions() == (sharp,)
    journal.delete(sharp.id)
    assert sharp_sessions(file, 9) == journal.sharp_sessions() == ()


def test_it_changes_nothing(written: Path) -> None:
    before = written.read_bytes()
    seen = newest_sessions(written, 9)
    assert seen is not None
    assert len(seen) == 2
    assert written.read_bytes() == before
    assert [path.name for path in written.parent.iterdir()] == [written.name]


def test_no_file_has_no_sessions_and_is_not_made(file: Path) -> None:
    assert newest_sessions(file, 9) == sharp_sessions(file, 9) == dose_changes(file) == ()
    assert better(file) == soreness(file, date.min) == {}
    assert not file.exists()


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\0" + b"x" * 99])
def test_a_file_that_is_no_journal_is_left_to_others(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    assert newest_sessions(file, 9) is None
    assert soreness(file, date.min) is None or not content
    assert file.read_bytes() == content


def test_words_that_nobody_wrote_are_left_to_others(written: Path) -> None:
    with closing(sqlite3.connect(written)) as connection, connection:
        connection.execute("UPDATE session SET started = 'yesterday'")
    assert newest_sessions(written, 9) is None


def test_days_that_cannot_be_read_are_none(tmp_path: Path) -> None:
    assert days_done(tmp_path / "none.sqlite", date.min) == {}
    spoilt = tmp_path / "spoilt.sqlite"
    spoilt.write_bytes(b"This is no journal. " * 100)
    assert days_done(spoilt, date.min) == {}


@pytest.mark.parametrize(
    "touch",
    [
        lambda journal: journal.begin(a_session()),
        lambda journal: journal.follow(plan_samples.FOLLOWED),
        lambda journal: journal.anchor(plan_samples.ANCHOR),
    ],
)
def test_it_sees_whether_anything_was_done_or_decided(
    file: Path, journal: Journal, touch: Callable[[Journal], None]
) -> None:
    assert is_untouched(file)
    touch(journal)
    assert not is_untouched(file)


def test_what_cannot_be_read_is_not_taken_for_untouched(file: Path) -> None:
    assert is_untouched(file)
    file.write_bytes(b"no journal at all" * 100)
    assert not is_untouched(file)
