"""What was deleted long ago is emptied: nobody wants it back, and it may be private.

That it was deleted stays, so that no other journal brings it back.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, Table, delete, exists, or_, select, update

from longstride.journal.plan_tables import (
    AnchorRow,
    BetterRow,
    DoseChangeRow,
    FollowingRow,
    SorenessRow,
    TurnMoveRow,
)
from longstride.journal.tables import MeasurementRow, Row, SessionRow, StepRow, StillRow

KEPT = timedelta(days=30)
_EMPTY: Mapping[type[Row], Mapping[str, Any]] = {
    SessionRow: {
        "note": "",
        "pain_where": "",
        "pain": None,
        "effort": None,
        "stiffness_before": None,
        "stiffness_after": None,
        "seconds": 0,
        "eccentric_seconds": 0,
        "room": None,
    },
    MeasurementRow: {"note": ""},
    StillRow: {"moment": 0, "points": "", "source": "", "sha256": ""},
    FollowingRow: {"text": ""},
    AnchorRow: {"at": None},
    TurnMoveRow: {"day": None},
    DoseChangeRow: {"before": "", "after": "", "reason": ""},
    SorenessRow: {"soreness": 0},
    BetterRow: {"said": datetime(1970, 1, 1, tzinfo=UTC)},
}


def is_due(connection: Connection, now: datetime) -> bool:
    """Return whether anything is to be forgotten."""
    full = (exists().where(_full(row, now)) for row in _EMPTY)
    return bool(connection.scalar(select(or_(*full))))


def forget(connection: Connection, now: datetime) -> None:
    """Empty what was deleted more than 30 days ago."""
    old = select(SessionRow.id).where(_full(SessionRow, now))
    connection.execute(delete(StepRow).where(StepRow.session_id.in_(old)))
    for row, empty in _EMPTY.items():
        connection.execute(update(row).where(_full(row, now)).values(**empty))


def _full(row: type[Row], now: datetime) -> ColumnElement[bool]:
    """Return what is true of a record that was deleted long ago and is not empty yet."""
    columns = cast("Table", row.__table__).c
    kept = or_(*(columns[name].is_distinct_from(empty) for name, empty in _EMPTY[row].items()))
    return (columns.deleted < now - KEPT) & kept
