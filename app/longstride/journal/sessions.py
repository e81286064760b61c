"""Sessions in their tables: read whole in three queries however many, written in one breath."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, String, func, insert, select, type_coerce, update
from sqlalchemy.dialects import sqlite

from longstride.core.history.session import PainKind, Session
from longstride.core.timeline.step_record import StepRecord
from longstride.journal.rows import digest, session_of, step_of, step_values
from longstride.journal.tables import FlowRow, SessionRow, StepRow

SESSION = SessionRow.__table__
STEP = StepRow.__table__
STANDING = SessionRow.deleted.is_(None)
NEWEST_FIRST = (SessionRow.day.desc(), SessionRow.started.desc())

_session_id = type_coerce(StepRow.session_id, String).label("session_id")
_steps = select(
    _session_id, *[column for column in STEP.columns if column.name != "session_id"]
).order_by(StepRow.session_id, StepRow.step, StepRow.side)


def standing() -> Select[Any]:
    """Return a query for every session that is not deleted, to be narrowed and read."""
    return select(SESSION).where(STANDING)


def read_sessions(connection: Connection, query: Select[Any]) -> tuple[Session, ...]:
    """Return the sessions of a query on the session table, with their steps and flows.

    ValueError or TypeError where the file holds what nobody wrote.
    """
    rows = connection.execute(query).all()
    steps = _steps_of(connection, rows)
    flows = _flows_of(connection, rows)
    return tuple(session_of(row, flows[row.performed], steps[row.id.hex]) for row in rows)


def matching(text: str, flow: str | None, since: date | None, until: date | None) -> Select[Any]:
    """Return a query for the sessions of a flow, of days, with every word of ``text``.

    Newest first. Words are sought in title, note and place of pain.
    """
    query = standing().order_by(*NEWEST_FIRST)
    written = SessionRow.title + "\n" + SessionRow.note + "\n" + SessionRow.pain_where
    if text.strip():
        query = query.where(func.holds(written, text))
    if flow is not None:
        query = query.where(SessionRow.flow == flow)
    if since is not None:
        query = query.where(SessionRow.day >= since)
    if until is not None:
        query = query.where(SessionRow.day <= until)
    return query


def bearing_on(connection: Connection, flow: str, most: int) -> Select[Any]:
    """Return a query for the sessions that the next dose of a flow depends on, newest first.

    Those are its last ``most`` with any work, of all flows since then those that left pain, the
    sharp ones however old, and the very last.
    """
    worked = select(SessionRow.id, SessionRow.day).where(STANDING, SessionRow.seconds > 0)
    own = connection.execute(
        worked.where(SessionRow.flow == flow).order_by(*NEWEST_FIRST).limit(most)
    )
    found = own.all()
    last = connection.execute(worked.order_by(*NEWEST_FIRST).limit(1)).all()
    hurt = SessionRow.pain == PainKind.SHARP.value
    if found:
        dull = (SessionRow.pain == PainKind.DULL.value) & (SessionRow.day >= found[-1].day)
        hurt = hurt | dull
    chosen = SessionRow.id.in_([row.id for row in (*found, *last)])
    return standing().where(chosen | hurt).order_by(*NEWEST_FIRST)


def keep_flow(connection: Connection, flow_json: str) -> str:
    """Keep a flow as it was performed, unless it is there already; return its digest."""
    known = digest(flow_json)
    once = sqlite.insert(FlowRow).on_conflict_do_nothing(index_elements=["digest"])
    connection.execute(once, {"digest": known, "json": flow_json})
    return known


def put_steps(connection: Connection, session_id: UUID, steps: Iterable[StepRecord]) -> None:
    """Write steps down; the same side of the same step again replaces what was there."""
    if rows := [step_values(session_id, step) for step in steps]:
        connection.execute(insert(StepRow).prefix_with("OR REPLACE"), rows)


def add_up(connection: Connection, session_id: UUID) -> None:
    """Sum a session's steps anew."""
    mine = StepRow.session_id == session_id
    sums = {
        name: select(func.coalesce(func.sum(getattr(StepRow, name)), 0)).where(mine)
        for name in ("seconds", "eccentric_seconds")
    }
    scalars = {name: total.scalar_subquery() for name, total in sums.items()}
    connection.execute(update(SessionRow).where(SessionRow.id == session_id).values(**scalars))


def _steps_of(connection: Connection, rows: Sequence[Row[Any]]) -> dict[str, list[StepRecord]]:
    steps: defaultdict[str, list[StepRecord]] = defaultdict(list)
    if rows:
        wanted = StepRow.session_id.in_([row.id for row in rows])
        for session_id, *columns in connection.execute(_steps.where(wanted)):
            steps[session_id].append(step_of(*columns))
    return steps


def _flows_of(connection: Connection, rows: Sequence[Row[Any]]) -> dict[str, str]:
    if not rows:
        return {}
    wanted = FlowRow.digest.in_({row.performed for row in rows})
    found = connection.execute(select(FlowRow.digest, FlowRow.json).where(wanted))
    return {row.digest: row.json for row in found}
