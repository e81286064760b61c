"""The tables that are exported, and their columns as plain JSON values: docs/export-format.md."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Row, Table

from longstride.journal.plan_tables import (
    AnchorRow,
    BetterRow,
    DoseChangeRow,
    FollowingRow,
    SorenessRow,
    TurnMoveRow,
)
from longstride.journal.tables import (
    FlowRow,
    FreezeRow,
    MeasurementRow,
    SessionRow,
    StepRow,
    StillRow,
    WeekRow,
)

TABLES: Mapping[str, Table] = {
    name: cast("Table", row.__table__)
    for name, row in {
        "flows": FlowRow,
        "sessions": SessionRow,
        "steps": StepRow,
        "measurements": MeasurementRow,
        "stills": StillRow,
        "weeks": WeekRow,
        "freezes": FreezeRow,
        "plans": FollowingRow,
        "anchors": AnchorRow,
        "moves": TurnMoveRow,
        "dose_changes": DoseChangeRow,
        "soreness": SorenessRow,
        "better": BetterRow,
    }.items()
}
KEYS: Mapping[str, tuple[str, ...]] = {
    name: tuple(column.name for column in table.primary_key)
    for name, table in TABLES.items()
    if name not in {"flows", "steps"}
}
"""What records of two journals are matched by."""


def plain(row: Row[Any], table: Table) -> dict[str, object]:
    """Return a row as JSON values by the names of its columns."""
    return {
        column.name: _plain_value(value) for column, value in zip(table.columns, row, strict=True)
    }


def _plain_value(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
