"""What days, weeks and drills add up to: counted by SQLite, not session by session."""

from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Connection, Integer, cast, func, select, true

from longstride.core.dose import DrillWork
from longstride.core.drill import Side
from longstride.core.session import Outcome
from longstride.core.stiffness import Rated
from longstride.core.week import DayTotal
from longstride.journal.rows import BOTH
from longstride.journal.sessions import STANDING
from longstride.journal.tables import SessionRow, StepRow

_A_MONDAY = date(1899, 12, 25)  # before anyone's first session: the cast below rounds to zero
_A_MONDAY_JULIAN = 2415013.5
_SIDES: Mapping[str, Side | None] = {BOTH: None, **{side.value: side for side in Side}}


def day_totals(connection: Connection, since: date | None) -> tuple[DayTotal, ...]:
    """Return what each day with work held, oldest first."""
    query = select(
        SessionRow.day,
        func.count(),
        func.sum(SessionRow.seconds),
        func.sum(SessionRow.eccentric_seconds),
    ).where(STANDING, SessionRow.seconds > 0, _days(since))
    by_day = query.group_by(SessionRow.day).order_by(SessionRow.day)
    return tuple(
        DayTotal(day, sessions, seconds, lowering)
        for day, sessions, seconds, lowering in connection.execute(by_day)
    )


def drill_weeks(
    connection: Connection, since: date | None, week_start: int
) -> tuple[DrillWork, ...]:
    """Return what each week held of each drill and side, oldest first."""
    week = _week(week_start).label("week")
    query = select(
        week,
        StepRow.drill,
        StepRow.side,
        func.sum(StepRow.seconds),
        func.sum(StepRow.eccentric_seconds),
        *(func.sum(cast(StepRow.outcome == outcome.value, Integer)) for outcome in Outcome),
    ).join(SessionRow, SessionRow.id == StepRow.session_id)
    grouped = query.where(STANDING, _days(since)).group_by(week, StepRow.drill, StepRow.side)
    first = _A_MONDAY + timedelta(days=week_start)
    return tuple(
        DrillWork(first + timedelta(weeks=weeks), drill, _SIDES[side], *sums)
        for weeks, drill, side, *sums in connection.execute(grouped)
    )


def stiffness_points(connection: Connection, since: date | None) -> tuple[Rated, ...]:
    """Return every session that was rated on both ends, oldest first."""
    before, after = SessionRow.stiffness_before, SessionRow.stiffness_after
    query = select(SessionRow.day, SessionRow.flow, before, after).where(
        STANDING, before.is_not(None), after.is_not(None), _days(since)
    )
    found = connection.execute(query.order_by(SessionRow.day, SessionRow.started))
    return tuple(Rated(day, flow, first or 0, last or 0) for day, flow, first, last in found)


def _days(since: date | None) -> ColumnElement[bool]:
    return true() if since is None else SessionRow.day >= since


def _week(week_start: int) -> ColumnElement[int]:
    """Return the whole weeks that have passed since the first one."""
    first = _A_MONDAY_JULIAN + week_start
    return cast((func.julianday(SessionRow.day) - first) / 7, Integer)
