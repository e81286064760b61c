import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from journal.journal_samples import NOON, a_session, a_step, noon
from longstride.core.errors import JournalError
from longstride.journal.backup import Backups
from longstride.journal.journal import Journal


class Hand:
    """A clock that stands where it is put."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def clock() -> Hand:
    return Hand()


@pytest.fixture
def backups(written: Path, clock: Hand) -> Backups:
    return Backups(written, clock, wait=50)


def add_one(file: Path) -> None:
    journal = Journal(file, noon)
    journal.begin(a_session(steps=(a_step(0),)))
    journal.dispose()


def sessions_in(file: Path) -> int:
    journal = Journal(file, noon)
    try:
        return journal.count()
    finally:
        journal.dispose()


def test_a_backup_is_a_whole_journal(backups: Backups, written: Path) -> None:
    made = backups.make()
    assert sessions_in(made) == sessions_in(written) == 2
    (listed,) = backups.all()
    assert (listed.path, listed.taken, listed.sessions) == (made, NOON, 2)
    assert listed.size == made.stat().st_size
    assert [made] == list(backups.folder.iterdir())


def test_only_a_changed_journal_is_backed_up(backups: Backups, written: Path, clock: Hand) -> None:
    assert backups.make_if_due()
    clock.pass_by(days=1)
    assert backups.make_if_due() is None
    add_one(written)
    assert backups.make_if_due()
    assert [backup.sessions for backup in backups.all()] == [3, 2]


def test_backups_are_half_an_hour_apart(backups: Backups, written: Path, clock: Hand) -> None:
    assert backups.make_if_due()
    add_one(written)
    clock.pass_by(minutes=29)
    assert backups.make_if_due() is None
    clock.pass_by(minutes=1)
    assert backups.make_if_due()


def test_old_backups_are_thinned_out(backups: Backups, clock: Hand) -> None:
    for _ in range(20):
        backups.make()
        clock.pass_by(hours=7)
    days = [backup.taken.date() for backup in backups.all()]
    older = [day for day in days if day < clock.now.date() - timedelta(days=1)]
    assert len(older) == len(set(older)) >= 3


def test_no_journal_no_backup(tmp_path: Path) -> None:
    backups = Backups(tmp_path / "journal.sqlite", noon)
    assert backups.make_if_due() is None
    assert backups.all() == ()
    assert not backups
    assert backups.newest_good() is None
    with pytest.raises(JournalError, match="nothing to back up yet"):
        backups.make()


def spoil(file: Path) -> None:
    file.write_bytes(b"\xff" * 100 + file.read_bytes()[100:])


def halve(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def empty(file: Path) -> None:
    file.write_bytes(b"")


def make_newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9000'")
        connection.commit()


def take_away(file: Path) -> None:
    file.unlink()


@pytest.mark.parametrize("harm", [spoil, halve, empty, make_newer, take_away])
def test_the_newest_good_backup_comes_back(
    backups: Backups, written: Path, clock: Hand, harm: Callable[[Path], None]
) -> None:
    backups.make()
    clock.pass_by(hours=1)
    add_one(written)
    good = backups.make()
    clock.pass_by(hours=1)
    spoil(backups.make())
    harm(written)
    harmed = written.read_bytes() if written.exists() else None

    newest = backups.newest_good()
    assert newest
    assert newest.path == good
    aside = backups.restore(newest.path)
    assert sessions_in(written) == 3
    assert (aside.read_bytes() if aside else None) == harmed
    assert good.exists()


@pytest.mark.parametrize("harm", [spoil, halve, empty, make_newer])
def test_a_harmed_journal_is_never_backed_up(
    backups: Backups, written: Path, clock: Hand, harm: Callable[[Path], None]
) -> None:
    good = backups.make()
    clock.pass_by(days=1)
    harm(written)
    with pytest.raises(JournalError):
        backups.make_if_due()
    assert [good] == list(backups.folder.iterdir())


@pytest.mark.parametrize("harm", [spoil, halve, empty, make_newer, take_away])
def test_a_harmed_backup_is_refused_and_nothing_changes(
    backups: Backups, written: Path, harm: Callable[[Path], None]
) -> None:
    made = backups.make()
    harm(made)
    before = written.read_bytes()
    with pytest.raises(JournalError) as caught:
        backups.restore(made)
    assert "\n" not in str(caught.value)
    assert written.read_bytes() == before
    assert not list(backups.folder.glob("set-aside*"))


def test_half_a_change_left_behind_is_not_played_into_the_backup(
    backups: Backups, written: Path
) -> None:
    made = backups.make()
    rollback = written.with_name(f"{written.name}-journal")
    with closing(sqlite3.connect(written, isolation_level=None)) as killed:
        killed.execute("PRAGMA cache_size = 1")
        killed.execute("BEGIN")
        killed.execute("UPDATE session SET note = ?", ("x" * 50_000,))
        left = rollback.read_bytes()
    written.unlink()
    rollback.write_bytes(left)
    assert backups.restore(made) is None
    assert not rollback.exists()
    assert written.read_bytes() == made.read_bytes()


def test_restoring_twice_keeps_both_files_aside(backups: Backups) -> None:
    made = backups.make()
    assert len({backups.restore(made), backups.restore(made)}) == 2


def test_a_journal_that_another_program_writes_is_not_replaced(
    backups: Backups, written: Path
) -> None:
    made = backups.make()
    with closing(sqlite3.connect(written, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(JournalError, match="in use by another program"):
            backups.restore(made)
    assert sessions_in(written) == 2


def test_an_empty_journal_is_begun_only_when_asked_for(backups: Backups, written: Path) -> None:
    aside = backups.start_anew()
    assert aside
    assert (sessions_in(written), sessions_in(aside)) == (0, 2)


def test_a_deleted_session_does_not_count(backups: Backups, written: Path) -> None:
    journal = Journal(written, noon)
    journal.delete(journal.sessions()[0].id)
    journal.dispose()
    backups.make()
    assert backups.all()[0].sessions == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_backups_are_their_owners_alone(backups: Backups) -> None:
    made = backups.make()
    assert made.stat().st_mode & 0o777 == 0o600
    assert backups.folder.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_cannot_be_made_is_one_sentence(backups: Backups) -> None:
    backups.folder.write_text("in the way")
    with pytest.raises(JournalError, match="cannot be used"):
        backups.make()
