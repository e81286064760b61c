"""Sessions and their steps."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first two tables."""
    _make_session()
    _make_step()


def _ten(column: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"{column} BETWEEN 0 AND 10", name=f"{column} is 0 to 10")


def _make_session() -> None:
    op.create_table(
        "session",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("flow", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("flow_json", sa.Text(), nullable=False),
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
        sa.Column("edited", sa.DateTime(), nullable=False),
        _ten("stiffness_before"),
        _ten("stiffness_after"),
        _ten("effort"),
        sa.CheckConstraint("pain IN ('none', 'dull', 'sharp')", name="pain is none, dull or sharp"),
        sa.CheckConstraint("next_step >= 0", name="next_step is not negative"),
        sa.CheckConstraint(
            "instr(title || flow_json || note || pain_where, char(0)) = 0",
            name="text has no NUL character",
        ),
    )
    op.create_index("session_started", "session", ["started"])
    op.create_index(
        "session_cut_off", "session", ["started"], sqlite_where=sa.text("ended IS NULL")
    )


def _make_step() -> None:
    op.create_table(
        "step",
        sa.Column(
            "session_id",
            sa.Uuid(),
            sa.ForeignKey("session.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("step", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("side", sa.Text(), primary_key=True),
        sa.Column("drill", sa.Text(), nullable=False),
        sa.Column("sets", sa.Integer(), nullable=False),
        sa.Column("reps", sa.Integer(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("eccentric_seconds", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.CheckConstraint("side IN ('left', 'right', 'both')", name="side is left, right or both"),
        sa.CheckConstraint(
            "outcome IN ('done', 'shortened', 'skipped')",
            name="outcome is done, shortened or skipped",
        ),
        sqlite_with_rowid=False,
    )
