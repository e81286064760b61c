"""A first glance at the journal's last sessions, in a few ms: the tables as Python itself reads
them, before all that reads and writes the journal for good is imported.

It changes nothing, and says nothing of a file that cannot be read: whoever opens the journal does.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID

from longstride.core.errors import JournalError
from longstride.core.history.session import Session
from longstride.journal.left import see_plain
from longstride.journal.rows import SessionFields, session_of, step_of

_WAIT = 0.05  # s for another program's lock
_NEWEST = """
    SELECT session.*, flow.json AS flow_json FROM session JOIN flow ON flow.digest = performed
    WHERE deleted IS NULL ORDER BY day DESC, started DESC LIMIT ?
"""
_STEPS = """
    SELECT step, side, drill, sets, reps, seconds, eccentric_seconds, outcome
    FROM step WHERE session_id = ? ORDER BY step, side
"""

_DONE = """
    SELECT DISTINCT drill, session_id, day FROM step JOIN session ON session.id = session_id
    WHERE deleted IS NULL AND day >= ? AND outcome = 'done'
"""


def newest_sessions(path: Path, most: int) -> tuple[Session, ...] | None:
    """Return the newest sessions; None where they cannot be read, none where there is no file."""
    if not path.exists():
        return ()
    try:
        with closing(_looking(path)) as connection:
            rows = connection.execute(_NEWEST, (most,)).fetchall()
            return tuple(_session(connection, dict(row)) for row in rows)
    except (JournalError, sqlite3.Error, OSError, ValueError, TypeError):
        return None


def days_done(path: Path, since: date) -> dict[str, tuple[date, ...]]:
    """Return for each drill the day of every session from ``since`` on that has it done.

    Nothing where it cannot be read.
    """
    if not path.exists():
        return {}
    found: defaultdict[str, list[date]] = defaultdict(list)
    try:
        with closing(_looking(path)) as connection:
            for drill, _, day in connection.execute(_DONE, (since.isoformat(),)):
                found[drill].append(date.fromisoformat(day))
    except (sqlite3.Error, OSError, ValueError, TypeError):
        return {}
    return {drill: tuple(sorted(days)) for drill, days in found.items()}


def _looking(path: Path) -> sqlite3.Connection:
    see_plain(path)
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=_WAIT)
    connection.row_factory = sqlite3.Row
    return connection


def _session(connection: sqlite3.Connection, row: Mapping[str, Any]) -> Session:
    steps = connection.execute(_STEPS, (row["id"],))
    columns = SimpleNamespace(**row)
    columns.id = UUID(row["id"])
    columns.day = date.fromisoformat(row["day"])
    columns.started, columns.ended = _moment(row["started"]), _moment(row["ended"])
    return session_of(
        cast("SessionFields", columns), row["flow_json"], [step_of(*step) for step in steps]
    )


def _moment(written: str | None) -> datetime | None:
    return None if written is None else datetime.fromisoformat(written).replace(tzinfo=UTC)
