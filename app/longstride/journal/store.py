"""The file itself: how it is opened, what makes it a journal, and the engine on it."""

import sqlite3
from pathlib import Path
from unicodedata import normalize

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from longstride.core.errors import JournalError, OutOfReachError
from longstride.journal.faults import damaged, empty
from longstride.journal.left import see_plain

APPLICATION_ID = 0x4C535452  # "LSTR"
REVISIONS = ("0001", "0002", "0003", "0004")
"""Every revision of the tables this program knows, oldest first."""
HEAD = REVISIONS[-1]
WAIT = 5000
"""How long to wait for a lock, ms."""

_TABLES = {"alembic_version", "session", "step"}  # of the first revision


def connect(path: Path, wait: int = WAIT, foreign_keys: bool = True) -> sqlite3.Connection:
    """Open an existing file; ``wait`` ms for a lock. sqlite3.Error or JournalError where it cannot.

    The driver leaves transactions alone: before Python 3.12 it begins none ahead of a change to
    the tables. No WAL: it will not open on read-only media, and a hand-made copy of a live file
    would lose rows. EXTRA makes a commit outlast a power cut.
    """
    see_plain(path)
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode=rw",
        uri=True,
        timeout=wait / 1000,
        isolation_level=None,
        check_same_thread=False,  # the engine's pool lends a connection to one thread at a time
    )
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA synchronous = EXTRA")
        connection.execute("PRAGMA secure_delete = ON")  # what is gone is not to be read any more
        connection.execute(f"PRAGMA foreign_keys = {int(foreign_keys)}")
        connection.create_function("holds", 2, holds, deterministic=True)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def engine_on(path: Path, wait: int = WAIT, foreign_keys: bool = True) -> Engine:
    """Return an engine on an existing file; any thread may use it.

    Its transactions take the write lock at once, unless the engine has the execution option
    ``reading``, and wait for it as the option ``wait`` says, in ms.
    """
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(path, wait, foreign_keys),
        poolclass=QueuePool,
        hide_parameters=True,  # an error that is written down tells nothing of the athlete
        execution_options={"wait": wait},
    )
    event.listen(engine, "begin", _begin)
    return engine


def holds(text: str, words: str) -> bool:
    """Return whether a text has every word, whatever their case and accents' form.

    SQLite's own LIKE knows the case of ASCII letters only.
    """
    folded = _folded(text)
    return all(word in folded for word in _folded(words).split())


def revision_of(path: Path, connection: sqlite3.Connection) -> str:
    """Return which revision of the tables a file holds; JournalError if it is no journal of ours.

    Costs a millisecond, where asking Alembic would cost half a second of imports.
    """
    if not path.stat().st_size:
        raise empty(path)
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if application_id != APPLICATION_ID or not names >= _TABLES:
        raise JournalError(
            f"{path} is a database, but not a Longstride journal; move it away, or choose another "
            "folder with --data-dir."
        )
    found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if not found:
        raise damaged(path)
    return _known(path, found[0])


def _known(path: Path, revision: str) -> str:
    if revision not in REVISIONS:
        raise OutOfReachError(
            f"The journal {path} was written by a newer Longstride (revision {revision}, this "
            f"one knows {HEAD}); update Longstride, and try again."
        )
    return revision


def _folded(text: str) -> str:
    return text.casefold() if text.isascii() else normalize("NFKC", text).casefold()


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    reading = options.get("reading", False)
    connection.exec_driver_sql(f"PRAGMA busy_timeout = {options['wait']}")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
