"""Setting and lifting a record, in a way that two journals can be merged afterwards."""

from collections.abc import Mapping
from datetime import datetime
from typing import cast

from sqlalchemy import ColumnElement, Connection, Table, func, literal, update
from sqlalchemy.dialects import sqlite

from longstride.journal.plan_tables import (
    AnchorRow,
    BetterRow,
    DoseChangeRow,
    FollowingRow,
    SorenessRow,
    TurnMoveRow,
)
from longstride.journal.tables import (
    FreezeRow,
    MeasurementRow,
    SessionRow,
    StillRow,
    UtcTime,
    WeekRow,
)

Decided = (
    type[FollowingRow]
    | type[AnchorRow]
    | type[TurnMoveRow]
    | type[DoseChangeRow]
    | type[SorenessRow]
    | type[BetterRow]
)
Lifted = type[FreezeRow] | type[MeasurementRow] | type[StillRow] | Decided
Kept = type[WeekRow] | Lifted


def put(connection: Connection, table: Kept, values: Mapping[str, object]) -> None:
    """Set a record; one with the same key is replaced."""
    record = sqlite.insert(table)
    columns = cast("Table", table.__table__).columns
    keys = [column.name for column in columns if column.primary_key]
    new: dict[str, object] = {name: record.excluded[name] for name in values if name not in keys}
    new["edited"] = func.max(table.edited, record.excluded["edited"])
    connection.execute(record.on_conflict_do_update(index_elements=keys, set_=new), values)


def lift(connection: Connection, table: Lifted, which: ColumnElement[bool], now: datetime) -> None:
    """Delete records in a way that another journal learns of."""
    standing = update(table).where(which, table.deleted.is_(None))
    connection.execute(standing.values(deleted=now, edited=later(table, now)))


def later(table: Kept | type[SessionRow], now: datetime) -> ColumnElement[datetime]:
    """Return the moment of a change: never before the last one, whatever the clock does."""
    return func.max(table.edited, literal(now, UtcTime()))
