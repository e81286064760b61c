"""A first glance at the journal, in a few ms: the tables as Python itself reads them.

That is before all that reads and writes the journal for good is imported. It changes nothing, and
says nothing of a file that cannot be read: whoever opens the journal does.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, TypeVar, cast
from uuid import UUID

from longstride.core.errors import JournalError
from longstride.core.flow.body import BodyPlace
from longstride.core.history.dose_change import DoseChange
from longstride.core.history.pain import Better
from longstride.core.history.session import Session
from longstride.journal.left_beside import see_plain
from longstride.journal.plan_rows import BetterFields, DoseChangeFields, better_of, dose_change_of
from longstride.journal.revisions import REVISIONS
from longstride.journal.rows import SessionFields, session_of, step_of

_CUT_OFF = 12  # sessions that never ended, of which the one begun last is looked for
_WAIT = 0.05  # s for another program's lock
_SESSIONS = """
    SELECT session.*, flow.json AS flow_json FROM session JOIN flow ON flow.digest = performed
    WHERE deleted IS NULL {which} ORDER BY day DESC, started DESC LIMIT ?
"""
_STEPS = """
    SELECT step, side, drill, sets, reps, seconds, eccentric_seconds, outcome
    FROM step WHERE session_id = ? ORDER BY step, side
"""
_TOUCHED = ("session", "measurement", "following", "anchor")
T = TypeVar("T")

_LAST = """
    SELECT flow, COUNT(*), MAX(day) FROM session
    WHERE deleted IS NULL AND EXISTS
        (SELECT 1 FROM step WHERE session_id = session.id AND outcome = 'done')
    GROUP BY flow
"""
_DONE = """
    SELECT DISTINCT drill, session_id, day FROM step JOIN session ON session.id = session_id
    WHERE deleted IS NULL AND day >= ? AND outcome = 'done'
"""


def newest_sessions(path: Path, most: int) -> tuple[Session, ...] | None:
    """Return the newest sessions; None where they cannot be read, none where there is no file."""
    return seen(path, lambda connection: sessions(connection, "", most))


def sharp_sessions(path: Path, most: int) -> tuple[Session, ...] | None:
    """Return the newest sessions with sharp pain; None as above."""
    return seen(path, lambda connection: sessions(connection, "AND pain = 'sharp'", most))


def cut_off(path: Path) -> tuple[Session, ...] | None:
    """Return the newest sessions that never ended; None as above."""
    return seen(path, lambda connection: sessions(connection, "AND ended IS NULL", _CUT_OFF))


def flows_done(path: Path) -> Mapping[str, tuple[int, date]]:
    """Return how often each flow was done, or some of it, and the last day.

    Nothing where it cannot be read.
    """
    found = seen(path, lambda connection: connection.execute(_LAST)) or ()
    return {flow: (times, date.fromisoformat(day)) for flow, times, day in found}


def dose_changes(path: Path) -> tuple[DoseChange, ...] | None:
    """Return every change of a dose, whatever was answered, oldest first; None as above."""
    return seen(
        path, lambda connection: map(_change, decided(connection, "dose_change", "made, id"))
    )


def soreness(path: Path, since: date) -> Mapping[date, int] | None:
    """Return how sore the athlete was, 0 to 10, by day from ``since`` on; None as above."""
    found = seen(path, lambda connection: map(_sore, decided(connection, "soreness", "day")))
    return None if found is None else {day: sore for day, sore in found if day >= since}


def better(path: Path) -> Better | None:
    """Return when each place was last said to be better; None as above."""
    found = seen(path, lambda connection: map(_better, decided(connection, "better", "place")))
    return None if found is None else dict(found)


def is_untouched(path: Path) -> bool:
    """Return whether nothing was done or decided yet; False where that cannot be read."""
    found = seen(path, lambda connection: filter(None, (_holds(connection, t) for t in _TOUCHED)))
    return found == ()


def _holds(connection: sqlite3.Connection, table: str) -> bool:
    return any(True for _ in decided(connection, table, "id"))


def seen(path: Path, read: Callable[[sqlite3.Connection], Iterable[T]]) -> tuple[T, ...] | None:
    """Return what is read of a journal; None where that fails, nothing where there is no file."""
    if not path.exists():
        return ()
    try:
        with closing(_looking(path)) as connection:
            return tuple(read(connection)) if _is_known(connection) else None
    except (JournalError, sqlite3.Error, OSError, ValueError, TypeError):
        return None


def _is_known(connection: sqlite3.Connection) -> bool:
    """Return whether the tables mean what this program knows: a newer one may have made them."""
    found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return bool(found) and found[0] in REVISIONS


def decided(connection: sqlite3.Connection, table: str, order: str) -> Iterator[SimpleNamespace]:
    """Yield what stands in a table, nothing where a journal from before has no such table."""
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone():
        query = f"SELECT * FROM {table} WHERE deleted IS NULL ORDER BY {order}"
        yield from (SimpleNamespace(**dict(row)) for row in connection.execute(query))


def days_done(path: Path, since: date) -> dict[str, tuple[date, ...]]:
    """Return for each drill the day of every session from ``since`` on that has it done.

    Nothing where it cannot be read.
    """
    found: defaultdict[str, list[date]] = defaultdict(list)
    done = seen(path, lambda connection: connection.execute(_DONE, (since.isoformat(),)))
    for drill, _, day in done or ():
        found[drill].append(date.fromisoformat(day))
    return {drill: tuple(sorted(days)) for drill, days in found.items()}


def _looking(path: Path) -> sqlite3.Connection:
    see_plain(path)
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=_WAIT)
    connection.row_factory = sqlite3.Row
    return connection


def sessions(connection: sqlite3.Connection, which: str, most: int) -> Iterator[Session]:
    """Return the newest sessions of which an SQL condition, if there is one, holds."""
    rows = connection.execute(_SESSIONS.format(which=which), (most,)).fetchall()
    return (_session(connection, dict(row)) for row in rows)


def _session(connection: sqlite3.Connection, row: Mapping[str, Any]) -> Session:
    steps = connection.execute(_STEPS, (row["id"],))
    columns = SimpleNamespace(**row)
    columns.id = UUID(row["id"])
    columns.day = date.fromisoformat(row["day"])
    columns.room = row.get("room")  # not in a journal from before
    columns.started, columns.ended = _moment(row["started"]), _moment(row["ended"])
    return session_of(
        cast("SessionFields", columns), row["flow_json"], [step_of(*step) for step in steps]
    )


def _change(row: SimpleNamespace) -> DoseChange:
    row.id = UUID(row.id)
    row.made, row.edited = _moment(row.made), _moment(row.edited)
    return dose_change_of(cast("DoseChangeFields", row))


def _sore(row: SimpleNamespace) -> tuple[date, int]:
    return date.fromisoformat(row.day), row.soreness


def _better(row: SimpleNamespace) -> tuple[BodyPlace, datetime]:
    row.said = _moment(row.said)
    return better_of(cast("BetterFields", row))


def _moment(written: str | None) -> datetime | None:
    return None if written is None else datetime.fromisoformat(written).replace(tzinfo=UTC)
