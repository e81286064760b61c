import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.journal_samples import a_session, a_step, noon
from journal.spoiling import (
    anothers,
    change,
    empty,
    folder,
    half,
    newer,
    no_database,
    no_revision,
    not_marked,
    spoilt_head,
    table_gone,
)
from longstride.core.errors import JournalError
from longstride.journal.check import check
from longstride.journal.faults import plain_faults
from longstride.journal.journal import Journal

NOBODY = 65534
HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute(sys.argv[2])
print("held", flush=True)
sys.stdin.read()
"""


def opening(file: Path) -> str:
    """Return the sentence that opening a bad file gives."""
    with pytest.raises(JournalError) as caught:
        Journal(file, noon, wait=50).dispose()
    return str(caught.value)


@contextmanager
def held(file: Path, lock: str) -> Iterator[None]:
    """Let another process hold a lock on the file."""
    command = [sys.executable, "-c", HOLD, str(file), lock]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        yield
        other.communicate()


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Let permissions count where the tests run as root."""
    if os.geteuid():
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@contextmanager
def guarded(written: Path, mode: int, folder_mode: int) -> Iterator[Path]:
    """Give an ordinary user a copy of a journal that has these modes."""
    with tempfile.TemporaryDirectory() as place:
        folder, file = Path(place), Path(place) / "journal.sqlite"
        file.write_bytes(written.read_bytes())
        file.chmod(mode)
        folder.chmod(folder_mode)
        with ordinary_user():
            yield file
        folder.chmod(0o700)


STATES = [
    (empty, "is empty"),
    (no_database, "is not a journal"),
    (spoilt_head, "is not a journal"),
    (half, "is damaged"),
    (anothers, "not a Longstride journal"),
    (not_marked, "not a Longstride journal"),
    (table_gone, "not a Longstride journal"),
    (newer, "update Longstride"),
    (no_revision, "is damaged"),
    (folder, "cannot be opened"),
]


@pytest.mark.parametrize(("spoil", "what"), STATES, ids=[spoil.__name__ for spoil, _ in STATES])
def test_a_bad_file_is_one_sentence_and_stays_as_it_is(
    written: Path, spoil: Callable[[Path], None], what: str
) -> None:
    spoil(written)
    before = written.read_bytes() if written.is_file() else None
    sentence = opening(written)
    assert what in sentence
    assert str(written) in sentence
    assert "\n" not in sentence
    with pytest.raises(JournalError, match=what):
        check(written)
    assert (written.read_bytes() if written.is_file() else None) == before
    assert list(written.parent.iterdir()) == [written]


def test_no_folder_is_one_sentence(tmp_path: Path) -> None:
    assert "see that its folder exists" in opening(tmp_path / "nowhere" / "journal.sqlite")


def test_a_damage_found_later_is_one_sentence(written: Path) -> None:
    journal = Journal(written, noon)
    change(written, "UPDATE session SET day = 'the day after'")
    with pytest.raises(JournalError, match="is damaged"):
        journal.sessions()
    journal.dispose()


def test_a_session_whose_flow_is_gone_is_damage(written: Path) -> None:
    with closing(sqlite3.connect(written)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("UPDATE session SET performed = 'nothing'")
        connection.commit()
    journal = Journal(written, noon)
    with pytest.raises(JournalError, match="is damaged"):
        journal.sessions()
    journal.dispose()


def test_an_error_of_many_lines_is_one_sentence(file: Path) -> None:
    with pytest.raises(JournalError) as caught, plain_faults(file):
        raise sqlite3.OperationalError("Could not decode 'id'\nwith text 'a\nb'")
    assert "\n" not in str(caught.value)


@given(at=st.floats(0, 1, exclude_max=True), wrong=st.binary(min_size=1, max_size=64))
def test_any_spoilt_bytes_are_a_sentence_or_no_matter(
    whole_journal: Path, at: float, wrong: bytes
) -> None:
    whole = whole_journal.read_bytes()
    start = int(at * len(whole))
    spoilt = whole_journal.with_name("spoilt.sqlite")
    spoilt.write_bytes(whole[:start] + wrong + whole[start + len(wrong) :])
    try:
        journal = Journal(spoilt, noon, wait=50)
        try:
            journal.sessions()
            journal.begin(a_session(steps=(a_step(0),)))
        finally:
            journal.dispose()
    except JournalError as error:
        assert "\n" not in str(error)


@pytest.fixture(scope="module")
def whole_journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("spoilt") / "journal.sqlite"
    journal = Journal(file, noon)
    for days in range(3):
        journal.begin(a_session(days, steps=(a_step(0), a_step(1))))
    journal.dispose()
    return file


def test_anothers_write_lock_stops_writing_but_not_reading(written: Path) -> None:
    journal = Journal(written, noon, wait=50)
    session = journal.sessions()[0]
    with held(written, "BEGIN IMMEDIATE"):
        assert journal.session(session.id) == session
        with pytest.raises(JournalError, match="in use by another program"):
            journal.record(session.id, [a_step(0)], 1)
    journal.record(session.id, [a_step(0)], 1)
    journal.dispose()


def test_who_is_in_a_hurry_waits_no_longer_than_said(written: Path) -> None:
    journal = Journal(written, noon, wait=60_000)  # the test would time out
    (newest, _) = journal.sessions()
    with held(written, "BEGIN IMMEDIATE"), pytest.raises(JournalError, match="in use"):
        journal.hurried(50).record(newest.id, [a_step(0)], 1)
    journal.hurried(50).record(newest.id, [a_step(0)], 1)
    journal.dispose()


def gone(file: Path) -> None:
    file.unlink()


def replaced(file: Path) -> None:
    copy = file.read_bytes()
    file.unlink()
    file.write_bytes(copy)


@pytest.mark.parametrize(("harm", "what"), [(gone, "is gone"), (replaced, "moved or replaced")])
@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody delete an open file")
def test_a_file_that_is_no_longer_there_takes_nothing_unseen(
    written: Path, harm: Callable[[Path], None], what: str
) -> None:
    journal = Journal(written, noon)
    (newest, _) = journal.sessions()
    whole = written.read_bytes()
    harm(written)
    with pytest.raises(JournalError, match=what):
        journal.record(newest.id, [a_step(0)], 1)
    written.write_bytes(whole)
    journal.record(newest.id, [a_step(0)], 1)
    assert "is sound" in check(written)
    journal.dispose()


def test_a_file_locked_whole_is_one_sentence(written: Path) -> None:
    with held(written, "BEGIN EXCLUSIVE"):
        assert "in use by another program" in opening(written)
    Journal(written, noon).dispose()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_write_protected_journal_can_be_read(written: Path) -> None:
    with guarded(written, 0o444, 0o555) as file:
        journal = Journal(file, noon)
        (session, _) = journal.sessions()
        with pytest.raises(JournalError, match="write-protected"):
            journal.record(session.id, [a_step(0)], 1)
        with pytest.raises(JournalError, match="write-protected"):
            check(file)
        journal.dispose()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_write_protected_folder_is_one_sentence(written: Path) -> None:
    with guarded(written, 0o666, 0o555) as file:
        journal = Journal(file, noon)
        with pytest.raises(JournalError, match="write-protected"):
            journal.begin(a_session())
        with pytest.raises(JournalError, match="write-protected"):
            check(file)
        journal.dispose()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_journal_that_may_not_be_read_is_one_sentence(written: Path) -> None:
    with guarded(written, 0, 0o755) as file:
        assert "cannot be opened" in opening(file)


def test_a_full_disk_is_one_sentence(file: Path) -> None:
    with (
        closing(sqlite3.connect(file)) as connection,
        pytest.raises(JournalError, match="is full"),
        plain_faults(file),
    ):
        connection.execute("PRAGMA max_page_count = 2")
        connection.execute("CREATE TABLE note (text)")
        connection.execute("INSERT INTO note VALUES (zeroblob(100000))")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_new_journal_is_its_owners_alone(journal: Journal, file: Path) -> None:
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.iterdir()) == [file]


def test_the_verdict_on_a_sound_journal(written: Path, tmp_path: Path) -> None:
    assert "is sound: 2 sessions" in check(written)
    assert "no journal" in check(tmp_path / "nothing.sqlite")
    assert not (tmp_path / "nothing.sqlite").exists()


def test_the_verdict_finds_a_step_without_its_session(written: Path) -> None:
    change(written, "DELETE FROM session")
    with pytest.raises(JournalError, match="is damaged"):
        check(written)


@pytest.mark.parametrize("place", [("session", "title"), ("step", "drill")])
def test_the_verdict_finds_text_that_is_no_text(written: Path, place: tuple[str, str]) -> None:
    table, column = place
    change(written, f"UPDATE {table} SET {column} = CAST(x'ff80' AS TEXT)")
    with pytest.raises(JournalError, match="could not be used"):
        check(written)
