"""Columns as plain JSON values and back, whatever the table: docs/export-format.md."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from math import isfinite
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Boolean, Column, Date, Float, Integer, Row, Table, Uuid

from longstride.journal.plan_tables import (
    AnchorRow,
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
    UtcTime,
    WeekRow,
)

TABLES: Mapping[str, Table] = {
    name: cast("Table", row.__table__)
    for name, row in {
        "flows": FlowRow,
        "sessions": SessionRow,
        "steps": StepRow,
        "measurements": MeasurementRow,
        "weeks": WeekRow,
        "freezes": FreezeRow,
        "plans": FollowingRow,
        "anchors": AnchorRow,
        "moves": TurnMoveRow,
        "dose_changes": DoseChangeRow,
        "soreness": SorenessRow,
    }.items()
}
YEARS = (1970, 2200)
_LATER = frozenset({"room"})  # came into the format after its first files were written
LARGEST = 2**40  # so that no sum of them overflows


def plain(row: Row[Any], table: Table) -> dict[str, object]:
    """Return a row as JSON values by the names of its columns."""
    return {
        column.name: _plain_value(value) for column, value in zip(table.columns, row, strict=True)
    }


def values_of(record: object, table: Table, leave: frozenset[str]) -> dict[str, Any]:
    """Return the columns that a JSON record gives, except those to ``leave`` out.

    ValueError in words that follow the record's name where one is missing or wrong. What a
    record has besides is passed over: a later version may have put it there.
    """
    if not isinstance(record, dict):
        raise ValueError("is not a record")
    wanted = [column for column in table.columns if column.name not in leave]
    return {column.name: _value(record, column) for column in wanted}


def _plain_value(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


def _value(record: dict[str, object], column: Column[Any]) -> object:
    if column.name not in record and column.name in _LATER:
        return None
    if column.name not in record:
        raise ValueError(f"has no {column.name}")
    value = record[column.name]
    if value is None and column.nullable:
        return None
    read = next(read for kind, read in _READERS if isinstance(column.type, kind))
    try:
        return read(value)
    except (ValueError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(f"has a {column.name} that cannot be read") from error


def _uuid(value: Any) -> UUID:
    return UUID(value)


def _day(value: Any) -> date:
    return _within_reach(date.fromisoformat(value))


def _moment(value: Any) -> datetime:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError("a moment has a time zone")
    _within_reach(moment)
    return moment.astimezone(UTC)


def _within_reach(day: date) -> date:
    """Return a day that can be reckoned with, whole weeks before and after it."""
    if not YEARS[0] <= day.year <= YEARS[1]:
        raise ValueError("a day lies within reach")
    return day


def _whole(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= LARGEST:
        raise ValueError("a count is whole and not negative")
    return value


def _flag(value: Any) -> bool:
    if type(value) is not bool:
        raise ValueError("a flag is true or false")
    return value


def _number(value: Any) -> float:
    if type(value) not in {int, float} or not isfinite(value):
        raise ValueError("a number is finite")
    return float(value)


def _text(value: Any) -> str:
    if not isinstance(value, str) or "\0" in value:
        raise ValueError("text is text")
    value.encode()  # half a character
    return value


_READERS: tuple[tuple[type, Callable[[Any], object]], ...] = (
    (Uuid, _uuid),
    (UtcTime, _moment),
    (Date, _day),
    (Boolean, _flag),
    (Integer, _whole),
    (Float, _number),
    (object, _text),
)
