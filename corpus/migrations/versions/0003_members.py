"""What a group of bodies stands for, and what a misprinted name of a body probably means."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the new columns of agencies."""
    for name in ("members", "meant"):
        op.add_column("agencies", sa.Column(name, sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    """Take them away again."""
    for name in ("meant", "members"):
        op.drop_column("agencies", name)
