"""What days, weeks and drills add up to: counted by SQLite, not session by session."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    String,
    and_,
    cast,
    exists,
    func,
    or_,
    select,
    true,
    type_coerce,
)

from longstride.core.flow.drill import Side
from longstride.core.history.session import COUNTS_FROM
from longstride.core.history.stiffness import Rated
from longstride.core.history.week import DayTotal
from longstride.core.history.work_done import DrillWork, Work
from longstride.core.timeline.step_record import Outcome
from longstride.journal.rows import BOTH
from longstride.journal.sessions import STANDING
from longstride.journal.tables import SessionRow, StepRow

_SIDES: Mapping[str, Side | None] = {BOTH: None, **{side.value: side for side in Side}}
_OF_SESSION = StepRow.session_id == SessionRow.id
_SESSION_ID = type_coerce(StepRow.session_id, String)


def day_totals(connection: Connection, since: date | None) -> tuple[DayTotal, ...]:
    """Return what the sessions that count held of each day with work, oldest first."""
    query = select(
        SessionRow.day,
        func.count(),
        func.sum(SessionRow.seconds),
        func.sum(SessionRow.eccentric_seconds),
    ).where(STANDING, SessionRow.seconds > 0, _days(since), _counts())
    by_day = query.group_by(SessionRow.day).order_by(SessionRow.day)
    return tuple(
        DayTotal(day, sessions, seconds, lowering)
        for day, sessions, seconds, lowering in connection.execute(by_day)
    )


def days_trained(connection: Connection, since: date | None) -> frozenset[date]:
    """Return the days that a session counts for, as ``Session.counts`` has it."""
    long = select(SessionRow.day).where(STANDING, SessionRow.seconds >= COUNTS_FROM, _days(since))
    short = select(SessionRow.day).where(
        STANDING, SessionRow.seconds < COUNTS_FROM, _has_half(), _days(since)
    )
    return frozenset(connection.scalars(long.union(short)))


def work(connection: Connection, since: date | None, until: date | None) -> Work | None:
    """Return what the days from ``since`` to the one before ``until`` held; None for no step.

    Sessions that do not count are left out: what was skipped through is no choice of drills.
    """
    until_then = true() if until is None else SessionRow.day < until
    days = (STANDING, _days(since), until_then, _counts())
    with_steps = select(SessionRow.day).where(*days, exists().where(_OF_SESSION)).limit(1)
    first = connection.scalar(with_steps.order_by(SessionRow.day))
    last = connection.scalar(with_steps.order_by(SessionRow.day.desc()))
    return Work(first, last, _drills(connection, days)) if first and last else None


def _drills(connection: Connection, days: tuple[ColumnElement[bool], ...]) -> tuple[DrillWork, ...]:
    """Return what days held of each drill and side.

    SQLite sorts every step for it: a column more to sum, or to sort by, is felt after ten years.
    """
    query = select(
        StepRow.drill,
        StepRow.side,
        func.sum(StepRow.seconds),
        *(func.sum(cast(StepRow.outcome == outcome.value, Integer)) for outcome in Outcome),
    )
    grouped = query.join(SessionRow, _OF_SESSION).where(*days).group_by(StepRow.drill, StepRow.side)
    return tuple(
        DrillWork(drill, _SIDES[side], *sums) for drill, side, *sums in connection.execute(grouped)
    )


def days_done(
    connection: Connection, since: date, drills: Collection[str] | None
) -> dict[str, tuple[date, ...]]:
    """Return for each drill the day of every session from ``since`` on that has it done.

    Of these drills, or of all. The sides of a drill, and its returns, are one session. Days are
    read once each: there are thousands of steps to a few hundred days.
    """
    wanted = true() if drills is None else StepRow.drill.in_(drills)
    query = select(StepRow.drill, _SESSION_ID, type_coerce(SessionRow.day, String))
    done = StepRow.outcome == Outcome.DONE.value
    found = query.join(SessionRow, _OF_SESSION).where(STANDING, _days(since), done, wanted)
    rows = {tuple(row) for row in connection.execute(found)}
    days = {text: date.fromisoformat(text) for text in {text for _, _, text in rows}}
    by_drill: defaultdict[str, list[date]] = defaultdict(list)
    for drill, _, text in rows:
        by_drill[drill].append(days[text])
    return {drill: tuple(sorted(of_drill)) for drill, of_drill in by_drill.items()}


def times_finished(connection: Connection, flow: str) -> int:
    """Return how many sessions went through a flow to its last step."""
    whole = SessionRow.next_step >= SessionRow.step_count
    over = SessionRow.ended.is_not(None)  # first: it has an index
    query = select(func.count()).select_from(SessionRow)
    return connection.scalar(query.where(STANDING, over, SessionRow.flow == flow, whole)) or 0


def stiffness_points(connection: Connection, since: date | None) -> tuple[Rated, ...]:
    """Return every session that counts and was rated on both ends, oldest first."""
    before, after = SessionRow.stiffness_before, SessionRow.stiffness_after
    query = select(SessionRow.day, SessionRow.flow, before, after).where(
        STANDING, before.is_not(None), after.is_not(None), _days(since), _counts()
    )
    found = connection.execute(query.order_by(SessionRow.day, SessionRow.started))
    return tuple(Rated(day, flow, first or 0, last or 0) for day, flow, first, last in found)


def _counts() -> ColumnElement[bool]:
    """Return whether a session counts; its steps are looked at only where it was a short one."""
    return or_(SessionRow.seconds >= COUNTS_FROM, _has_half())


def _has_half() -> ColumnElement[bool]:
    """Return whether half the steps of a session were tried."""
    of_step = StepRow.outcome != Outcome.SKIPPED.value
    tried = select(func.count(StepRow.step.distinct())).where(_OF_SESSION, of_step)
    half = SessionRow.step_count <= 2 * tried.correlate(SessionRow).scalar_subquery()
    return and_(SessionRow.step_count > 0, half)


def _days(since: date | None) -> ColumnElement[bool]:
    return true() if since is None else SessionRow.day >= since
