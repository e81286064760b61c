"""Weekly targets and frozen days: small records that are set, replaced and lifted."""

from datetime import date, datetime

from sqlalchemy import Connection, select

from longstride.core.history.week import Freeze, FreezeReason, Week
from longstride.journal.tables import FreezeRow, WeekRow
from longstride.journal.upsert import lift, put


def set_target(connection: Connection, week: Week, now: datetime) -> None:
    """Let a target hold from a week on."""
    put(connection, WeekRow, {"start": week.start, "target": week.target, "edited": now})


def read_weeks(connection: Connection) -> tuple[Week, ...]:
    """Return every stored target, oldest first."""
    found = connection.execute(select(WeekRow.start, WeekRow.target).order_by(WeekRow.start))
    return tuple(Week(start, target) for start, target in found)


def freeze(connection: Connection, frozen: Freeze, now: datetime) -> None:
    """Freeze a day; a second time gives it another reason."""
    values = {"day": frozen.day, "reason": frozen.reason.value, "edited": now, "deleted": None}
    put(connection, FreezeRow, values)


def unfreeze(connection: Connection, day: date, now: datetime) -> None:
    """Let a day count again."""
    lift(connection, FreezeRow, FreezeRow.day == day, now)


def read_freezes(connection: Connection) -> tuple[Freeze, ...]:
    """Return every frozen day, oldest first."""
    frozen = select(FreezeRow.day, FreezeRow.reason).where(FreezeRow.deleted.is_(None))
    found = connection.execute(frozen.order_by(FreezeRow.day))
    return tuple(Freeze(day, FreezeReason(reason)) for day, reason in found)
