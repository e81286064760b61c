"""The pictures that measurements were read off."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table of stills."""
    op.create_table(
        "still",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("measurement", sa.Uuid(), nullable=False),
        sa.Column("moment", sa.Integer(), nullable=False),
        sa.Column("points", sa.Text(), nullable=False),
        sa.Column("level_deg", sa.Double(), nullable=False),
        sa.Column("placed_by", sa.Text(), nullable=False),
        sa.Column("filmed_fps", sa.Double(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("edited", sa.DateTime(), nullable=False),
        sa.Column("deleted", sa.DateTime()),
        sa.CheckConstraint(
            "placed_by IN ('by hand', 'suggested')", name="points are by hand or suggested"
        ),
        sa.CheckConstraint("moment >= 0", name="a moment is not before the clip"),
        sa.CheckConstraint(
            "instr(points || source || sha256, char(0)) = 0", name="a still has no NUL character"
        ),
    )
    op.create_index("still_measurement", "still", ["measurement"])
