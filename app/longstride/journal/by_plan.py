"""What the athlete decided, as the journal keeps it; everything else of a plan is derived."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from operator import attrgetter
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, select

from longstride.core.flow.body import BodyPlace
from longstride.core.history.dose_change import DoseChange
from longstride.core.history.pain import Better
from longstride.core.history.plan.following import Anchor, Following, TurnMove
from longstride.journal import plan_rows
from longstride.journal.opened import OpenedFile
from longstride.journal.plan_tables import (
    AnchorRow,
    BetterRow,
    DoseChangeRow,
    FollowingRow,
    SorenessRow,
    TurnMoveRow,
)
from longstride.journal.upsert import Lifted, lift, put

T = TypeVar("T")


class JournalByPlan(OpenedFile):
    """Plans that were followed, anchors, moved turns, answers about doses, soreness and pain.

    What is set again with the same key is replaced; what was deleted comes back by being set.
    """

    def follow(self, *followings: Following) -> None:
        """Keep plans that are followed, all or none; one with a day in ``ended`` is over."""
        self._put(FollowingRow, *map(plan_rows.following_values, followings))

    def unfollow(self, following: UUID) -> None:
        """Delete a plan that was followed by mistake."""
        self._lift(FollowingRow, FollowingRow.id == following)

    def followings(self) -> tuple[Following, ...]:
        """Return every plan that was followed, the latest last."""
        row = FollowingRow
        return self._standing(plan_rows.following_of, row, row.first, row.edited)

    def anchor(self, *anchors: Anchor) -> None:
        """Keep anchors, all of them or none."""
        self._put(AnchorRow, *map(plan_rows.anchor_values, anchors))

    def unanchor(self, *anchors: UUID) -> None:
        """Delete anchors."""
        self._lift(AnchorRow, AnchorRow.id.in_(anchors))

    def anchors(self) -> tuple[Anchor, ...]:
        """Return every anchor, Monday's first."""
        row = AnchorRow
        return self._standing(plan_rows.anchor_of, row, row.weekday, row.after, row.id)

    def move_turn(self, move: TurnMove) -> None:
        """Keep where the athlete put a turn."""
        self._put(TurnMoveRow, plan_rows.move_values(move))

    def unmove_turn(self, move: TurnMove) -> None:
        """Give a turn back to the plan."""
        row = TurnMoveRow
        which = (row.following == move.following) & (row.week == move.week)
        self._lift(row, which & (row.flow == move.flow) & (row.number == move.number))

    def turn_moves(self, following: UUID) -> tuple[TurnMove, ...]:
        """Return where the athlete put turns of a plan that is followed, oldest week first."""
        row, made = TurnMoveRow, plan_rows.move_of
        own = row.following == following
        return self._standing(made, row, row.week, row.flow, row.number, which=own)

    def change_doses(self, changes: Iterable[DoseChange]) -> None:
        """Keep changes of doses with their answers, all of them or none."""
        self._put(DoseChangeRow, *map(plan_rows.dose_change_values, changes))

    def forget_dose_change(self, change: UUID) -> None:
        """Delete a change of a dose, as if it had never been proposed."""
        self._lift(DoseChangeRow, DoseChangeRow.id == change)

    def dose_changes(self) -> tuple[DoseChange, ...]:
        """Return every change of a dose, whatever was answered, oldest first."""
        row = DoseChangeRow
        return self._standing(plan_rows.dose_change_of, row, row.made, row.id)

    def rate_soreness(self, day: date, soreness: int) -> None:
        """Keep how sore the athlete is on a day, 0 to 10."""
        self._put(SorenessRow, {"day": day, "soreness": soreness})

    def unrate_soreness(self, day: date) -> None:
        """Take the answer of a day back."""
        self._lift(SorenessRow, SorenessRow.day == day)

    def soreness(self, since: date) -> Mapping[date, int]:
        """Return how sore the athlete was, 0 to 10, by day from ``since`` on."""
        row = SorenessRow
        made = attrgetter("day", "soreness")
        return dict(self._standing(made, row, row.day, which=row.day >= since))

    def say_better(self, places: Iterable[BodyPlace], said: datetime) -> None:
        """Keep that places which hurt are better, all of them or none; ``said`` is aware."""
        self._put(BetterRow, *({"place": place.value, "said": said} for place in places))

    def unsay_better(self, *places: BodyPlace) -> None:
        """Take back that places are better: they hurt as before."""
        self._lift(BetterRow, BetterRow.place.in_(places))

    def better(self) -> Better:
        """Return when each place was last said to be better."""
        row, made = BetterRow, plan_rows.better_of
        return dict(self._standing(made, row, row.place))

    def _put(self, table: Lifted, *records: Mapping[str, object]) -> None:
        with self._writing() as connection:
            for values in records:
                put(connection, table, {**values, "edited": self._now(), "deleted": None})

    def _lift(self, table: Lifted, which: ColumnElement[bool]) -> None:
        with self._writing() as connection:
            lift(connection, table, which, self._now())

    def _standing(
        self,
        made: Callable[[Any], T],
        table: Lifted,
        *order: Any,
        which: ColumnElement[bool] | None = None,
    ) -> tuple[T, ...]:
        """Return what is made of each row of a table that was not deleted."""
        query = select(table.__table__).where(table.deleted.is_(None)).order_by(*order)
        with self._reading() as connection:
            rows = connection.execute(query if which is None else query.where(which))
            return tuple(map(made, rows))
