"""A verdict on the journal file, without changing it."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from longstride.core.counting import counted
from longstride.journal.faults import damaged, plain_faults
from longstride.journal.revisions import HEAD, REVISIONS
from longstride.journal.store import WAIT, connect, revision_of

_DATED = (
    "session",
    "measurement",
    "still",
    "week",
    "freeze",
    "following",
    "anchor",
    "turn_move",
    "dose_change",
    "soreness",
    "better",
)
_WORK = {"session", "measurement"}  # without any of it nothing is worth a restore
_MOMENTS = ("started", "ended", "taken", "made", "said", "edited", "deleted")


def check(path: Path) -> str:
    """Return in a sentence that the journal is sound; JournalError says what is wrong."""
    if not path.exists():
        return f"There is no journal at {path} yet; the first session makes it."
    revision = examine(path)
    check_writing(path)
    sessions = held(path).sessions
    age = "" if revision == HEAD else f", to be brought up to date from revision {revision}"
    return f"The journal {path} is sound: {counted(sessions, 'session')}{age}."


def check_writing(path: Path, wait: int = WAIT) -> None:
    """Begin a change and take it back; JournalError where none can be made.

    A lock alone would not do: it is had on a write-protected file too.
    """
    with plain_faults(path), closing(connect(path, wait)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("PRAGMA user_version = 0")
        connection.execute("ROLLBACK")


def examine(path: Path, wait: int = WAIT) -> str:
    """Read a whole journal and return its revision; JournalError says what is wrong with it."""
    with plain_faults(path), closing(connect(path, wait)) as connection:
        revision = revision_of(path, connection)
        _check_content(path, connection)
    return revision


@dataclass(frozen=True, slots=True)
class Held:
    """What a journal holds: sessions, the last day of one, and how new all of it is.

    ``latest`` is the latest moment of any work or edit as SQLite's text, "" where no work was ever
    done, those left out that were still to come; ``rows`` counts everything, deleted or not.
    """

    sessions: int
    last_day: date | None
    latest: str
    rows: int


def held(path: Path, until: datetime = datetime.max) -> Held:
    """Return what a journal of any revision holds; JournalError if it is none.

    What bears a moment after ``until``, UTC and naive, was written under a wrong clock: it does
    not tell how new the rest is.
    """
    with plain_faults(path), closing(connect(path)) as connection:
        first = revision_of(path, connection) == REVISIONS[0]
        standing = "" if first else " WHERE deleted IS NULL"
        sessions, last = connection.execute(
            f"SELECT count(*), max(day) FROM session{standing}"
        ).fetchone()
        moments, rows, work = [""], 0, 0
        for table in _DATED:
            columns = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
            kept = [column for column in _MOMENTS if column in columns]
            for column in kept:
                query = f"SELECT max({column}) FROM {table} WHERE {column} <= ?"
                moments.append(str(connection.execute(query, (str(until),)).fetchone()[0] or ""))
            if columns:
                count = connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                rows, work = rows + count, work + count * (table in _WORK)
    return Held(int(sessions), _day(last), max(moments) if work else "", rows)


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text))
    except ValueError:  # none, or spoilt
        return None


def _check_content(path: Path, connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA quick_check").fetchone() != ("ok",):
        raise damaged(path)
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise damaged(path)
    for table in ("session", "step"):
        for _ in connection.execute(f"SELECT * FROM {table}"):
            pass  # text that is no text shows only when it is read
