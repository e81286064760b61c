"""The tables as SQLAlchemy sees them. The migrations make them; a test holds the two together.

Everything the athlete can change carries ``edited``, the UTC moment of its last change, so that
two journals can be merged; what is deleted stays, with the moment in ``deleted``, so that it can
be had back and does not return from another journal. A step is keyed by session, step and side:
done again, it replaces itself. The names of the checks are plain words because a refused value
shows them.
"""

from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    String,
    Text,
    TypeDecorator,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


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


class FlowRow(Row):
    """A flow exactly as it was performed, kept once however often; ``digest`` is its SHA-256."""

    __tablename__ = "flow"
    __table_args__ = (
        CheckConstraint("instr(json, char(0)) = 0", name="a flow has no NUL character"),
        {"sqlite_with_rowid": False},
    )

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    json: Mapped[str]


class SessionRow(Row):
    """One run. ``pain`` NULL means that the questions after it were never answered.

    ``seconds`` and ``eccentric_seconds`` are the sums of its steps, kept here so that years of
    days add up from one index. ``room`` is the ms the athlete had, NULL the whole flow.
    """

    __tablename__ = "session"
    __table_args__ = (
        _ten("stiffness_before"),
        _ten("stiffness_after"),
        _ten("effort"),
        CheckConstraint("pain IN ('none', 'dull', 'sharp')", name="pain is none, dull or sharp"),
        CheckConstraint("next_step >= 0", name="next_step is not negative"),
        CheckConstraint(
            "instr(title || note || pain_where, char(0)) = 0", name="text has no NUL character"
        ),
        Index("session_started", "deleted", "started"),
        Index("session_cut_off", "deleted", "ended", "started"),
        Index("session_day", "deleted", "day", "seconds", "eccentric_seconds"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    flow: Mapped[str]
    title: Mapped[str]
    performed: Mapped[str] = mapped_column(String(64), ForeignKey("flow.digest"))
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
    seconds: Mapped[int]
    eccentric_seconds: Mapped[int]
    edited: Mapped[datetime]
    deleted: Mapped[datetime | None]
    room: Mapped[int | None]


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


class MeasurementRow(Row):
    """One number measured; ``side`` is 'both' where it belongs to no single side."""

    __tablename__ = "measurement"
    __table_args__ = (
        CheckConstraint("side IN ('left', 'right', 'both')", name="side is left, right or both"),
        CheckConstraint(
            "instr(kind || unit || protocol || note, char(0)) = 0",
            name="measured text has no NUL character",
        ),
        Index("measurement_kind", "kind", "day"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    day: Mapped[date]
    taken: Mapped[datetime]
    kind: Mapped[str]
    side: Mapped[str]
    value: Mapped[float]
    reps: Mapped[int | None]
    unit: Mapped[str]
    protocol: Mapped[str]
    note: Mapped[str]
    edited: Mapped[datetime]
    deleted: Mapped[datetime | None]


class StillRow(Row):
    """The picture a measurement was read off; the file of it lies beside the journal.

    ``points`` is a JSON record. No foreign key: files come in parts.
    """

    __tablename__ = "still"
    __table_args__ = (
        CheckConstraint(
            "placed_by IN ('by hand', 'suggested')", name="points are by hand or suggested"
        ),
        CheckConstraint("moment >= 0", name="a moment is not before the clip"),
        CheckConstraint(
            "instr(points || source || sha256, char(0)) = 0", name="a still has no NUL character"
        ),
        Index("still_measurement", "measurement"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    measurement: Mapped[UUID]
    moment: Mapped[int]
    points: Mapped[str]
    level_deg: Mapped[float]
    placed_by: Mapped[str]
    filmed_fps: Mapped[float]
    source: Mapped[str]
    sha256: Mapped[str]
    edited: Mapped[datetime]
    deleted: Mapped[datetime | None]


class WeekRow(Row):
    """How many days the athlete meant to do in the week that starts on a day, and from then on."""

    __tablename__ = "week"
    __table_args__ = (CheckConstraint("target BETWEEN 2 AND 7", name="a target is 2 to 7 days"),)

    start: Mapped[date] = mapped_column(primary_key=True)
    target: Mapped[int]
    edited: Mapped[datetime]


class FreezeRow(Row):
    """A day that asks nothing: rest, illness, injury, travel or deload."""

    __tablename__ = "freeze"
    __table_args__ = (
        CheckConstraint(
            "reason IN ('rest', 'illness', 'injury', 'travel', 'deload')",
            name="a reason is rest, illness, injury, travel or deload",
        ),
    )

    day: Mapped[date] = mapped_column(primary_key=True)
    reason: Mapped[str]
    edited: Mapped[datetime]
    deleted: Mapped[datetime | None]
