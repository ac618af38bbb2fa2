"""Indexes of what few rows have and lists ask for at every look: stamps of secrecy, the last days of durations."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Make them, over the rows that have the value."""
    for table, column in (("documents", "secrecy"), ("deadlines", "last_day")):
        there = sa.text(f"{column} IS NOT NULL")
        op.create_index(f"ix_{table}_{column}", table, [column], sqlite_where=there)


def downgrade() -> None:
    """Take them away again."""
    op.drop_index("ix_deadlines_last_day", "deadlines")
    op.drop_index("ix_documents_secrecy", "documents")
