"""The tables as SQLAlchemy sees them. The migrations make them; a test holds the two together.

A session is keyed by its UUID and carries ``edited``, the UTC moment of its last change, so that
two journals can be merged. A step is keyed by session, step and side: done again, it replaces
itself. The names of the checks are plain words because a refused value shows them.
"""

from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Text,
    TypeDecorator,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class UtcTime(TypeDecorator[datetime]):
    """An aware moment, stored as UTC text that sorts; ValueError for a naive one."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return the moment as SQLite keeps it."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return the moment as it was given, in UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


class Row(DeclarativeBase):
    """What all tables share."""

    type_annotation_map = {str: Text, datetime: UtcTime}  # noqa: RUF012


def _ten(column: str) -> CheckConstraint:
    return CheckConstraint(f"{column} BETWEEN 0 AND 10", name=f"{column} is 0 to 10")


class SessionRow(Row):
    """One run. ``pain`` NULL means that the questions after it were never answered."""

    __tablename__ = "session"
    __table_args__ = (
        _ten("stiffness_before"),
        _ten("stiffness_after"),
        _ten("effort"),
        CheckConstraint("pain IN ('none', 'dull', 'sharp')", name="pain is none, dull or sharp"),
        CheckConstraint("next_step >= 0", name="next_step is not negative"),
        CheckConstraint(
            "instr(title || flow_json || note || pain_where, char(0)) = 0",
            name="text has no NUL character",
        ),
        Index("session_started", "started"),
        Index("session_cut_off", "started", sqlite_where=text("ended IS NULL")),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    flow: Mapped[str]
    title: Mapped[str]
    flow_json: Mapped[str]
    started: Mapped[datetime]
    ended: Mapped[datetime | None]
    day: Mapped[date]
    step_count: Mapped[int]
    next_step: Mapped[int]
    lighter_from: Mapped[int | None]
    stiffness_before: Mapped[int | None]
    stiffness_after: Mapped[int | None]
    effort: Mapped[int | None]
    pain: Mapped[str | None]
    pain_where: Mapped[str]
    note: Mapped[str]
    edited: Mapped[datetime]

    steps: Mapped[list["StepRow"]] = relationship(order_by="StepRow.step, StepRow.side")


class StepRow(Row):
    """One side of one step; ``side`` is 'both' where the sides work together or alternate."""

    __tablename__ = "step"
    __table_args__ = (
        CheckConstraint("side IN ('left', 'right', 'both')", name="side is left, right or both"),
        CheckConstraint(
            "outcome IN ('done', 'shortened', 'skipped')",
            name="outcome is done, shortened or skipped",
        ),
        {"sqlite_with_rowid": False},
    )

    session_id: Mapped[UUID] = mapped_column(
        ForeignKey("session.id", ondelete="CASCADE"), primary_key=True
    )
    step: Mapped[int] = mapped_column(primary_key=True)
    side: Mapped[str] = mapped_column(primary_key=True)
    drill: Mapped[str]
    sets: Mapped[int]
    reps: Mapped[int]
    seconds: Mapped[int]
    eccentric_seconds: Mapped[int]
    outcome: Mapped[str]
