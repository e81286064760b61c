"""When the journal was last changed in what a plan is derived from, at a glance."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from longstride.journal.glance import seen

_TABLES = ("following", "anchor", "turn_move", "session", "freeze")


def last_edit(path: Path) -> datetime | None:
    """Return the latest moment at which any of it was set or deleted, aware.

    None where nothing was, or where it cannot be read.
    """
    return max(seen(path, _edits) or (), default=None)


def _edits(connection: sqlite3.Connection) -> Iterator[datetime]:
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    for table in _TABLES:
        if table in there:
            for moment in connection.execute(f"SELECT max(edited), max(deleted) FROM {table}"):
                yield from (datetime.fromisoformat(m).replace(tzinfo=UTC) for m in moment if m)
