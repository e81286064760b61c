"""Backups under a clock that was wrong, strangers among them, and swaps that fail half way."""

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fault.harms import no_larger_than
from journal.journal_samples import NOON, a_session, a_step, noon
from longstride.core.errors import JournalError
from longstride.journal.backup import Backups
from longstride.journal.glance import newest_sessions
from longstride.journal.journal import Journal

YEARS = timedelta(days=5 * 365)


def written_with(file: Path, count: int) -> None:
    journal = Journal(file, noon)
    for _ in range(count):
        journal.begin(a_session(steps=(a_step(0),)))
    journal.dispose()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "journal.sqlite"


def test_a_clock_that_was_ahead_does_not_make_an_empty_backup_the_newest(file: Path) -> None:
    written_with(file, 0)
    Backups(file, lambda: NOON + YEARS).make()
    written_with(file, 8)
    good = Backups(file, lambda: NOON).make()
    backups = Backups(file, lambda: NOON + timedelta(hours=1))
    newest, ahead = backups.all()
    assert (newest.path, newest.sessions, newest.is_ahead) == (good, 8, False)
    assert (ahead.sessions, ahead.is_ahead) == (0, True)
    assert backups.newest_good() == newest
    assert newest.held is not None
    assert newest.held.last_day == NOON.date()


def test_of_two_with_the_same_latest_edit_the_fuller_one_is_the_newer(file: Path) -> None:
    """The edit may itself bear a moment that is still to come, and then be in every copy since."""
    journal = Journal(file, lambda: NOON + YEARS)
    journal.begin(a_session(steps=(a_step(0),)))
    journal.dispose()
    Backups(file, lambda: NOON + YEARS).make()
    written_with(file, 3)
    fuller = Backups(file, lambda: NOON).make()
    assert [backup.sessions for backup in Backups(file, noon).all()] == [4, 1]
    assert Backups(file, noon).all()[0].path == fuller


@pytest.mark.parametrize("clock", [timedelta(), YEARS], ids=["right", "ahead"])
def test_a_goal_in_an_empty_journal_is_no_work(file: Path, clock: timedelta) -> None:
    """As begun after a fault: the one with the sessions is what there is to restore."""
    journal = Journal(file, lambda: NOON + clock)
    for _ in range(8):
        journal.begin(a_session(started=NOON + clock, day=(NOON + clock).date()))
    journal.dispose()
    backups = Backups(file, lambda: NOON + timedelta(hours=1))
    full = backups.make()
    backups.start_anew()
    journal = Journal(file, lambda: NOON + timedelta(hours=1))
    journal.set_target(NOON.date() - timedelta(days=NOON.weekday()), 4)
    journal.dispose()
    file.rename(full.with_name(full.name.replace("journal-2026", "journal-2025")))
    assert [backup.sessions for backup in backups.all()] == [8, 8, 0]
    newest = backups.newest_good()
    assert newest is not None
    assert newest.sessions == 8


def test_a_session_that_is_still_to_come_makes_nothing_newer(file: Path) -> None:
    """As after a restore: what the wrong clock wrote is only in what was set aside."""
    journal = Journal(file, lambda: NOON + YEARS)
    journal.begin(a_session(started=NOON + YEARS, day=(NOON + YEARS).date(), steps=(a_step(0),)))
    journal.dispose()
    backups = Backups(file, noon)
    aside = backups.start_anew()
    written_with(file, 8)
    made = backups.make()
    newest, ahead = backups.all()
    assert (newest.path, newest.sessions, newest.is_ahead) == (made, 8, False)
    assert (ahead.path, ahead.sessions, ahead.notes) == (
        aside,
        1,
        ("a day still to come: the clock was wrong", "set aside"),
    )


def test_what_was_set_aside_is_offered_too(file: Path) -> None:
    written_with(file, 3)
    backups = Backups(file, noon)
    aside = backups.start_anew()
    (only,) = backups.all()
    assert (only.path, only.sessions, only.is_aside) == (aside, 3, True)
    backups.restore(only.path)
    journal = Journal(file, noon)
    assert journal.count() == 3
    journal.dispose()


ODD = (
    "journal-20269999T000000Z.sqlite",
    "journal-２０２６１１２２T１２００００Z.sqlite",
    "journal-20261122T120000Z.sqlite.bak",
    "notes.txt",
)


@pytest.mark.parametrize("kind", ["file", "folder", "pipe", "link", "dangling"])
@pytest.mark.parametrize("name", [*ODD, "journal-20261101T070000Z.sqlite"])
def test_whatever_else_lies_there_is_passed_over(file: Path, name: str, kind: str) -> None:
    written_with(file, 2)
    backups = Backups(file, noon)
    made = backups.make()
    odd = backups.folder / name
    {
        "file": lambda: odd.write_bytes(b"?"),
        "folder": odd.mkdir,
        "pipe": lambda: os.mkfifo(odd),
        "link": lambda: odd.symlink_to(made),
        "dangling": lambda: odd.symlink_to(backups.folder / "nowhere"),
    }[kind]()
    named = kind == "file" and name not in ODD  # rubbish under a good name: listed, not good
    assert len(backups.all()) == 1 + named
    assert (odd in backups.strangers()) is not named
    newest = backups.newest_good()
    assert newest is not None
    assert newest.path == made
    assert backups.make_if_due() is None
    backups.see_that_journal_is_there()


ODDITIES = pytest.mark.parametrize("put", [Path.mkdir, os.mkfifo], ids=["folder", "pipe"])


@ODDITIES
@pytest.mark.parametrize("ending", ["", "-journal", "-wal", "-shm"])
def test_nobody_waits_for_an_oddity_in_the_journals_place_or_beside_it(
    file: Path, ending: str, put: Callable[[Path], object]
) -> None:
    written_with(file, 2)
    backups = Backups(file, noon)
    made = backups.make()
    odd = file.with_name(file.name + ending)
    odd.unlink(missing_ok=True)
    put(odd)
    with pytest.raises(JournalError, match="not a plain file"):
        Journal(file, noon)
    with pytest.raises(JournalError, match="not a plain file"):
        backups.make()
    assert newest_sessions(file, 9) is None
    backups.restore(made)
    journal = Journal(file, noon)
    assert journal.count() == 2
    journal.dispose()


@ODDITIES
def test_a_backup_with_an_oddity_beside_it_is_no_good_one(
    file: Path, put: Callable[[Path], object]
) -> None:
    written_with(file, 2)
    backups = Backups(file, noon)
    made = backups.make()
    put(made.with_name(f"{made.name}-journal"))
    assert [backup.held for backup in backups.all()] == [None]
    assert backups.newest_good() is None
    assert backups.strangers() == (made.with_name(f"{made.name}-journal"),)


@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
def test_nothing_left_beside_the_old_one_is_played_into_the_new(file: Path, ending: str) -> None:
    written_with(file, 2)
    left = file.with_name(file.name + ending)
    left.write_bytes(b"of the old one")
    Backups(file, noon).start_anew()
    assert not left.exists()  # SQLite took it, or it lies beside the file it belongs to


@given(st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), max_size=40))
def test_no_name_stops_anything(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.mktemp("odd") / "journal.sqlite"
    backups = Backups(file, noon)
    backups.folder.mkdir()
    for name in (f"journal-{text}.sqlite", f"set-aside-{text}.sqlite", text):
        if name not in {"", ".", ".."} and len(os.fsencode(name)) < 200:
            (backups.folder / name).write_bytes(b"")
    backups.all()
    backups.strangers()
    assert backups.newest_good() is None


@pytest.mark.parametrize("size", [0, 4096, 20_000])
def test_an_empty_journal_that_cannot_be_made_leaves_the_old_one(file: Path, size: int) -> None:
    written_with(file, 3)
    before = file.read_bytes()
    with no_larger_than(size), pytest.raises(JournalError):
        Backups(file, noon).start_anew()
    assert file.read_bytes() == before
    assert not list(file.parent.glob("backups/*"))


def test_a_restore_that_cannot_be_written_leaves_the_old_one(file: Path) -> None:
    written_with(file, 3)
    backups = Backups(file, noon)
    made = backups.make()
    written_with(file, 1)
    before = file.read_bytes()
    with no_larger_than(4096), pytest.raises(JournalError):
        backups.restore(made)
    assert file.read_bytes() == before


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("hot", [False, True])
def test_a_swap_that_fails_at_the_last_moment_leaves_the_old_one(
    file: Path, monkeypatch: pytest.MonkeyPatch, hot: bool, links: bool
) -> None:
    written_with(file, 3)
    beside = file.with_name(f"{file.name}-journal")
    if hot:
        beside.write_bytes(b"")
    before, replace = file.read_bytes(), Path.replace

    def fail(path: Path, target: Path) -> Path:
        if target == file:
            raise OSError(5, "Input/output error")
        return replace(path, target)

    def no_link(path: Path, target: Path) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "replace", fail)
    if not links:
        monkeypatch.setattr(Path, "hardlink_to", no_link)
    with pytest.raises(JournalError):
        Backups(file, noon).start_anew()
    assert file.read_bytes() == before
    assert beside.exists() is hot
    assert not list(file.parent.glob("backups/*"))


@pytest.mark.parametrize("harm", ["rest", "kept"])
def test_what_cannot_be_set_aside_stays_where_it_is(
    file: Path, monkeypatch: pytest.MonkeyPatch, harm: str
) -> None:
    written_with(file, 3)
    beside = file.with_name(f"{file.name}-journal")
    before, rename = file.read_bytes(), Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path == beside or harm == "kept":
            raise OSError(13, "Permission denied")
        return rename(path, target)

    if harm == "rest":
        beside.write_bytes(b"")
    else:
        monkeypatch.setattr(Path, "hardlink_to", refuse)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(JournalError):
        Backups(file, noon).start_anew()
    assert file.read_bytes() == before
    assert not list(file.parent.glob("backups/*"))
