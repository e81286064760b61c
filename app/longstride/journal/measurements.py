"""Measurements in their table."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import Connection, select, update

from longstride.core.history.measure import MeasureKind, Measurement
from longstride.journal.rows import measurement_of, measurement_values, still_of, still_values
from longstride.journal.tables import MeasurementRow, StillRow
from longstride.journal.upsert import later, lift, put

if TYPE_CHECKING:
    from longstride.core.history.still import Still


def measure(connection: Connection, measurement: Measurement, now: datetime) -> None:
    """Keep a measurement; one with the same id is replaced, with the stills it had."""
    put(connection, MeasurementRow, {**measurement_values(measurement), "edited": now})
    its_own = update(StillRow).where(
        StillRow.measurement == measurement.id, StillRow.deleted.is_not(None), StillRow.points != ""
    )
    connection.execute(its_own.values(deleted=None, edited=later(StillRow, now)))


def unmeasure(connection: Connection, measurement_id: UUID, now: datetime) -> None:
    """Delete a measurement and its stills; ``measure`` brings them back."""
    lift(connection, MeasurementRow, MeasurementRow.id == measurement_id, now)
    lift(connection, StillRow, StillRow.measurement == measurement_id, now)


def keep_still(connection: Connection, still: Still, now: datetime) -> None:
    """Keep a still; one with the same id is replaced."""
    put(connection, StillRow, {**still_values(still), "edited": now})


def read_stills(connection: Connection) -> tuple[Still, ...]:
    """Return the stills of all measurements that stand, oldest first."""
    query = (
        select(StillRow.__table__)
        .join(MeasurementRow, MeasurementRow.id == StillRow.measurement)
        .where(StillRow.deleted.is_(None), MeasurementRow.deleted.is_(None))
    )
    found = connection.execute(query.order_by(MeasurementRow.taken, StillRow.id))
    return tuple(still_of(row) for row in found)


def stills_gone(connection: Connection, before: datetime) -> frozenset[UUID]:
    """Return the stills that were deleted before a moment, their ids."""
    query = select(StillRow.id).where(StillRow.deleted < before)
    return frozenset(connection.scalars(query))


def read_measurements(
    connection: Connection, kind: MeasureKind | None, since: date | None
) -> tuple[Measurement, ...]:
    """Return the measurements of a kind, or of all, oldest first."""
    query = select(MeasurementRow.__table__).where(MeasurementRow.deleted.is_(None))
    if kind is not None:
        query = query.where(MeasurementRow.kind == kind.value)
    if since is not None:
        query = query.where(MeasurementRow.day >= since)
    found = connection.execute(query.order_by(MeasurementRow.day, MeasurementRow.taken))
    return tuple(measurement_of(row) for row in found)
