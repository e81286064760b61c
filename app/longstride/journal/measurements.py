"""Measurements in their table."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Connection, select

from longstride.core.history.measure import MeasureKind, Measurement
from longstride.journal.rows import measurement_of, measurement_values
from longstride.journal.tables import MeasurementRow
from longstride.journal.upsert import lift, put


def measure(connection: Connection, measurement: Measurement, now: datetime) -> None:
    """Keep a measurement; one with the same id is replaced."""
    put(connection, MeasurementRow, {**measurement_values(measurement), "edited": now})


def unmeasure(connection: Connection, measurement_id: UUID, now: datetime) -> None:
    """Delete a measurement; ``measure`` brings it back."""
    lift(connection, MeasurementRow, MeasurementRow.id == measurement_id, now)


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
