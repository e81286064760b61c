"""What was deleted long ago is emptied: nobody wants it back, and it may be private.

That it was deleted stays, so that no other journal brings it back.
"""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, delete, exists, or_, select, update

from longstride.journal.tables import MeasurementRow, SessionRow, StepRow

KEPT = timedelta(days=30)


def is_due(connection: Connection, now: datetime) -> bool:
    """Return whether anything is to be forgotten."""
    old = select(exists().where(_full_sessions(now)) | exists().where(_noted_measurements(now)))
    return bool(connection.scalar(old))


def forget(connection: Connection, now: datetime) -> None:
    """Empty what was deleted more than 30 days ago."""
    old = select(SessionRow.id).where(_full_sessions(now))
    connection.execute(delete(StepRow).where(StepRow.session_id.in_(old)))
    connection.execute(
        update(SessionRow)
        .where(_full_sessions(now))
        .values(
            note="",
            pain_where="",
            pain=None,
            effort=None,
            stiffness_before=None,
            stiffness_after=None,
            seconds=0,
            eccentric_seconds=0,
        )
    )
    connection.execute(update(MeasurementRow).where(_noted_measurements(now)).values(note=""))


def _full_sessions(now: datetime) -> ColumnElement[bool]:
    row = SessionRow
    kept = or_(
        row.note != "",
        row.pain_where != "",
        row.pain.is_not(None),
        row.effort.is_not(None),
        row.stiffness_before.is_not(None),
        row.stiffness_after.is_not(None),
        row.seconds > 0,
    )
    return and_(row.deleted.is_not(None), row.deleted < now - KEPT, kept)


def _noted_measurements(now: datetime) -> ColumnElement[bool]:
    row = MeasurementRow
    return and_(row.deleted.is_not(None), row.deleted < now - KEPT, row.note != "")
