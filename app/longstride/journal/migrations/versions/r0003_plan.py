"""What the athlete decided, a plan, its days, its turns, the dose; felt; and the minutes had."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the new tables; of those there are only a column is added to one."""
    op.add_column("session", sa.Column("room", sa.Integer()))
    _make_following()
    _make_anchor()
    _make_turn_move()
    _make_dose_change()
    _make_soreness()
    _make_better()


def _kept() -> tuple[sa.Column[object], sa.Column[object]]:
    return sa.Column("edited", sa.DateTime(), nullable=False), sa.Column("deleted", sa.DateTime())


def _make_following() -> None:
    op.create_table(
        "following",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("from_week", sa.Integer(), nullable=False),
        sa.Column("ended_on", sa.Date()),
        *_kept(),
        sa.CheckConstraint("from_week >= 1", name="a plan's weeks count from 1"),
        sa.CheckConstraint("instr(plan || text, char(0)) = 0", name="a plan has no NUL character"),
    )


def _make_anchor() -> None:
    op.create_table(
        "anchor",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("at", sa.Text()),
        sa.Column("remind", sa.Boolean(), nullable=False),
        *_kept(),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name="a weekday is 0 to 6"),
        sa.CheckConstraint(
            "after IN ('run', 'warm-up', 'work', '')",
            name="a turn comes after a run, warm-up or work, or by itself",
        ),
    )


def _make_turn_move() -> None:
    op.create_table(
        "turn_move",
        sa.Column("following", sa.Uuid(), primary_key=True),
        sa.Column("week", sa.Date(), primary_key=True),
        sa.Column("flow", sa.Text(), primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("day", sa.Date()),
        *_kept(),
        sa.CheckConstraint("number >= 1", name="turns count from 1"),
    )


def _make_dose_change() -> None:
    op.create_table(
        "dose_change",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("flow", sa.Text(), nullable=False),
        sa.Column("drill", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("rung", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("made", sa.DateTime(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        *_kept(),
        sa.CheckConstraint("place >= 1", name="places count from 1"),
        sa.CheckConstraint(
            "rung IN ('lowering', 'repetitions', 'drill')",
            name="a rung is lowering, repetitions or drill",
        ),
        sa.CheckConstraint(
            "answer IN ('taken', 'not yet', 'undone')",
            name="an answer is taken, not yet or undone",
        ),
    )


def _make_soreness() -> None:
    op.create_table(
        "soreness",
        sa.Column("day", sa.Date(), primary_key=True),
        sa.Column("soreness", sa.Integer(), nullable=False),
        *_kept(),
        sa.CheckConstraint("soreness BETWEEN 0 AND 10", name="soreness is 0 to 10"),
    )


def _make_better() -> None:
    op.create_table(
        "better",
        sa.Column("place", sa.Text(), primary_key=True),
        sa.Column("said", sa.DateTime(), nullable=False),
        *_kept(),
    )
