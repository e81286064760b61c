"""A first glance at the plan that is followed, as ``glance`` has one at sessions."""

import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import TypeVar, cast
from uuid import UUID

from longstride.core.history.plan.following import Anchor, Following, TurnMove
from longstride.core.history.session import COUNTS_FROM, Session
from longstride.core.history.week import Freeze, FreezeReason, Week
from longstride.core.timeline.step_record import Outcome
from longstride.journal import plan_rows
from longstride.journal.glance import decided, seen, sessions

_DAYS = """
    SELECT DISTINCT day FROM session WHERE deleted IS NULL AND day >= ? AND (seconds >= ? OR (
        step_count > 0 AND step_count <= 2 * (
            SELECT count(DISTINCT step) FROM step WHERE session_id = session.id AND outcome != ?
        )
    ))
"""
T = TypeVar("T")


class PlanGlance:
    """What a plan is derived from; each method gives what the journal's of that name gives."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def followings(self) -> tuple[Following, ...]:
        """Return every plan that was followed, the latest last."""
        return tuple(map(_following, decided(self._connection, "following", "first, edited")))

    def anchors(self) -> tuple[Anchor, ...]:
        """Return every anchor, Monday's first."""
        return tuple(map(_anchor, decided(self._connection, "anchor", "weekday, after, id")))

    def turn_moves(self, following: UUID) -> tuple[TurnMove, ...]:
        """Return where the athlete put turns of a plan that is followed, oldest week first."""
        found = map(_move, decided(self._connection, "turn_move", "week, flow, number"))
        return tuple(move for move in found if move.following == following)

    def days_trained(self, since: date) -> frozenset[date]:
        """Return the days from ``since`` on that a session counts for."""
        which = (since.isoformat(), COUNTS_FROM, Outcome.SKIPPED.value)
        rows = self._connection.execute(_DAYS, which)
        return frozenset(date.fromisoformat(day) for (day,) in rows)

    def search(self, *, since: date, until: date, limit: int) -> tuple[Session, ...]:
        """Return the newest sessions of some days, both of them included."""
        which = f"AND day BETWEEN '{since.isoformat()}' AND '{until.isoformat()}'"
        return tuple(sessions(self._connection, which, limit))

    def weeks(self) -> tuple[Week, ...]:
        """Return every stored target, oldest first."""
        rows = self._connection.execute("SELECT start, target FROM week ORDER BY start")
        return tuple(Week(date.fromisoformat(start), target) for start, target in rows)

    def freezes(self) -> tuple[Freeze, ...]:
        """Return every frozen day, oldest first."""
        frozen = decided(self._connection, "freeze", "day")
        return tuple(
            Freeze(date.fromisoformat(row.day), FreezeReason(row.reason)) for row in frozen
        )


def glance_at_plan(path: Path, look: Callable[[PlanGlance], T]) -> tuple[T, ...] | None:
    """Return what a look gives, in a tuple of one; None where the journal cannot be read so.

    It is empty where there is no file.
    """
    return seen(path, lambda connection: (look(PlanGlance(connection)),))


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)


def _following(row: SimpleNamespace) -> Following:
    row.id, row.first, row.ended_on = UUID(row.id), _day(row.first), _day(row.ended_on)
    return plan_rows.following_of(cast("plan_rows.FollowingFields", row))


def _anchor(row: SimpleNamespace) -> Anchor:
    row.id, row.remind = UUID(row.id), bool(row.remind)
    return plan_rows.anchor_of(cast("plan_rows.AnchorFields", row))


def _move(row: SimpleNamespace) -> TurnMove:
    row.following, row.week, row.day = UUID(row.following), _day(row.week), _day(row.day)
    return plan_rows.move_of(cast("plan_rows.MoveFields", row))
