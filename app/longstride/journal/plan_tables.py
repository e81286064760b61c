"""The tables of what the athlete decided, a plan, its days, its turns, the dose, and felt."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from longstride.journal.tables import Row


class FollowingRow(Row):
    """A plan that was chosen: ``plan`` is its id, ``text`` all of it as it was then.

    ``first`` begins its first week, which is the plan's week ``from_week``; ``ended_on`` is the
    day the athlete ended it.
    """

    __tablename__ = "following"
    __table_args__ = (
        CheckConstraint("from_week >= 1", name="a plan's weeks count from 1"),
        CheckConstraint("instr(plan || text, char(0)) = 0", name="a plan has no NUL character"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    plan: Mapped[str]
    text: Mapped[str]
    first: Mapped[date]
    from_week: Mapped[int]
    ended_on: Mapped[date | None]
    edited: Mapped[datetime]
    deleted: Mapped[datetime | None]


class AnchorRow(Row):
    """A weekday that holds a turn, 0 Monday; ``after`` '' is a session of its own, ``at`` HH:MM."""

    __tablename__ = "anchor"
    __table_args__ = (
        CheckConstraint("weekday BETWEEN 0 AND 6", name="a weekday is 0 to 6"),
        CheckConstraint(
            "after IN ('run', 'warm-up', 'work', '')",
            name="a turn comes after a run, warm-up or work, or by itself",
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    weekday: Mapped[int]
    after: Mapped[str]
    at: Mapped[str | None]
    remind: Mapped[bool]
    edited: Mapped[datetime]
    deleted: Mapped[datetime | None]


class TurnMoveRow(Row):
    """The day the athlete gave a turn, NULL to let it go. No foreign key: files come in parts."""

    __tablename__ = "turn_move"
    __table_args__ = (CheckConstraint("number >= 1", name="turns count from 1"),)

    following: Mapped[UUID] = mapped_column(primary_key=True)
    week: Mapped[date] = mapped_column(primary_key=True)
    flow: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    day: Mapped[date | None]
    edited: Mapped[datetime]
    deleted: Mapped[datetime | None]


class DoseChangeRow(Row):
    """A proposed change of a dose, with its answer; ``place`` counts a flow's steps of a drill."""

    __tablename__ = "dose_change"
    __table_args__ = (
        CheckConstraint("place >= 1", name="places count from 1"),
        CheckConstraint(
            "rung IN ('lowering', 'repetitions', 'drill')",
            name="a rung is lowering, repetitions or drill",
        ),
        CheckConstraint(
            "answer IN ('taken', 'not yet', 'undone')",
            name="an answer is taken, not yet or undone",
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    flow: Mapped[str]
    drill: Mapped[str]
    place: Mapped[int]
    rung: Mapped[str]
    before: Mapped[str]
    after: Mapped[str]
    reason: Mapped[str]
    made: Mapped[datetime]
    answer: Mapped[str]
    edited: Mapped[datetime]
    deleted: Mapped[datetime | None]


class SorenessRow(Row):
    """How sore the athlete was on a day, 0 to 10."""

    __tablename__ = "soreness"
    __table_args__ = (CheckConstraint("soreness BETWEEN 0 AND 10", name="soreness is 0 to 10"),)

    day: Mapped[date] = mapped_column(primary_key=True)
    soreness: Mapped[int]
    edited: Mapped[datetime]
    deleted: Mapped[datetime | None]


class BetterRow(Row):
    """A place of the body that hurt, and when the athlete last said that it is better."""

    __tablename__ = "better"

    place: Mapped[str] = mapped_column(primary_key=True)
    said: Mapped[datetime]
    edited: Mapped[datetime]
    deleted: Mapped[datetime | None]
