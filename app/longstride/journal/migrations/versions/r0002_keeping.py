"""Measurements, weeks and freezes; deletion that can be undone; each flow kept once."""

from hashlib import sha256

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_KEPT = (
    "id, flow, title, started, ended, day, step_count, next_step, lighter_from, "
    "stiffness_before, stiffness_after, effort, pain, pain_where, note, edited"
)


def upgrade() -> None:
    """Make the new tables and move the sessions to theirs."""
    _make_flow()
    _make_session()
    _move_sessions()
    _make_measurement()
    _make_week_and_freeze()


def _make_flow() -> None:
    op.create_table(
        "flow",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("json", sa.Text(), nullable=False),
        sa.CheckConstraint("instr(json, char(0)) = 0", name="a flow has no NUL character"),
        sqlite_with_rowid=False,
    )


def _ten(column: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"{column} BETWEEN 0 AND 10", name=f"{column} is 0 to 10")


def _side() -> sa.CheckConstraint:
    return sa.CheckConstraint(
        "side IN ('left', 'right', 'both')", name="side is left, right or both"
    )


def _make_session() -> None:
    op.create_table(
        "session_new",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("flow", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("performed", sa.String(64), sa.ForeignKey("flow.digest"), nullable=False),
        sa.Column("started", sa.DateTime(), nullable=False),
        sa.Column("ended", sa.DateTime()),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("step_count", sa.Integer(), nullable=False),
        sa.Column("next_step", sa.Integer(), nullable=False),
        sa.Column("lighter_from", sa.Integer()),
        sa.Column("stiffness_before", sa.Integer()),
        sa.Column("stiffness_after", sa.Integer()),
        sa.Column("effort", sa.Integer()),
        sa.Column("pain", sa.Text()),
        sa.Column("pain_where", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("eccentric_seconds", sa.Integer(), nullable=False),
        sa.Column("edited", sa.DateTime(), nullable=False),
        sa.Column("deleted", sa.DateTime()),
        _ten("stiffness_before"),
        _ten("stiffness_after"),
        _ten("effort"),
        sa.CheckConstraint("pain IN ('none', 'dull', 'sharp')", name="pain is none, dull or sharp"),
        sa.CheckConstraint("next_step >= 0", name="next_step is not negative"),
        sa.CheckConstraint(
            "instr(title || note || pain_where, char(0)) = 0", name="text has no NUL character"
        ),
    )


def _move_sessions() -> None:
    """Fill the new table, drop the old one and take its name; the steps never notice."""
    driver = op.get_bind().connection.dbapi_connection
    assert driver is not None, "a migration runs on an open connection"
    driver.create_function("digest", 1, lambda text: sha256(text.encode()).hexdigest())
    op.execute(
        "INSERT INTO flow SELECT digest(json), json FROM "
        "(SELECT DISTINCT flow_json AS json FROM session)"
    )
    op.execute(
        f"INSERT INTO session_new ({_KEPT}, performed, seconds, eccentric_seconds) "
        f"SELECT {_KEPT}, digest(flow_json), "
        "(SELECT coalesce(sum(seconds), 0) FROM step WHERE session_id = id), "
        "(SELECT coalesce(sum(eccentric_seconds), 0) FROM step WHERE session_id = id) "
        "FROM session"
    )
    op.drop_table("session")
    op.rename_table("session_new", "session")
    op.create_index("session_started", "session", ["deleted", "started"])
    op.create_index("session_cut_off", "session", ["deleted", "ended", "started"])
    op.create_index("session_day", "session", ["deleted", "day", "seconds", "eccentric_seconds"])


def _make_measurement() -> None:
    op.create_table(
        "measurement",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("taken", sa.DateTime(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("value", sa.Double(), nullable=False),
        sa.Column("reps", sa.Integer()),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("protocol", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("edited", sa.DateTime(), nullable=False),
        sa.Column("deleted", sa.DateTime()),
        _side(),
        sa.CheckConstraint(
            "instr(kind || unit || protocol || note, char(0)) = 0",
            name="measured text has no NUL character",
        ),
    )
    op.create_index("measurement_kind", "measurement", ["kind", "day"])


def _make_week_and_freeze() -> None:
    op.create_table(
        "week",
        sa.Column("start", sa.Date(), primary_key=True),
        sa.Column("target", sa.Integer(), nullable=False),
        sa.Column("edited", sa.DateTime(), nullable=False),
        sa.CheckConstraint("target BETWEEN 2 AND 7", name="a target is 2 to 7 days"),
    )
    op.create_table(
        "freeze",
        sa.Column("day", sa.Date(), primary_key=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("edited", sa.DateTime(), nullable=False),
        sa.Column("deleted", sa.DateTime()),
        sa.CheckConstraint(
            "reason IN ('rest', 'illness', 'injury', 'travel', 'deload')",
            name="a reason is rest, illness, injury, travel or deload",
        ),
    )
