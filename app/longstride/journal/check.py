"""A verdict on the journal file, without changing it."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from longstride.core.errors import JournalError
from longstride.journal.faults import damaged, plain_faults
from longstride.journal.store import HEAD, WAIT, connect, revision_of


def check(path: Path, wait: int = WAIT) -> str:
    """Return in a sentence that the journal is sound; JournalError says what is wrong."""
    if not path.exists():
        return f"There is no journal at {path} yet; the first session makes it."
    with plain_faults(path), closing(connect(path, wait)) as connection:
        revision = revision_of(path, connection)
        _check_content(path, connection)
        _check_writable(path, connection)
        (sessions,) = connection.execute("SELECT count(*) FROM session").fetchone()
    age = "" if revision == HEAD else f", to be brought up to date from revision {revision}"
    return f"The journal {path} is sound: {sessions} sessions{age}."


def _check_content(path: Path, connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA quick_check").fetchone() != ("ok",):
        raise damaged(path)
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise damaged(path)


def _check_writable(path: Path, connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("ROLLBACK")
    if not os.access(path.parent, os.W_OK):
        raise JournalError(
            f"The folder {path.parent} cannot be written, and so the journal in it cannot "
            "either; take its write protection away."
        )
