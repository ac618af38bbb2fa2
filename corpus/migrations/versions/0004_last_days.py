"""The last day of a deadline that is a span, and why a deadline has no day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the new columns of deadlines."""
    op.add_column("deadlines", sa.Column("last_day", sa.String(10), nullable=True))
    op.add_column("deadlines", sa.Column("why", sa.Text(), nullable=True))


def downgrade() -> None:
    """Take them away again."""
    for name in ("why", "last_day"):
        op.drop_column("deadlines", name)
