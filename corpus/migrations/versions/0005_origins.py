"""What the header says besides (the body over the issuer, stamps, attachments), and of a task by what word it binds,
who gets what it produces, what it rests on, and where each of its fields comes from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_SAID = (("documents", "parent"), ("documents", "urgency"), ("documents", "secrecy"), ("tasks", "modality"))
_LISTS = (("documents", "attachments"), ("tasks", "deliverable_to"), ("tasks", "bases"), ("tasks", "origins"))


def upgrade() -> None:
    """Make the new columns of documents and tasks."""
    for table, name in _SAID:
        op.add_column(table, sa.Column(name, sa.Text(), nullable=True))
    for table, name in _LISTS:
        op.add_column(table, sa.Column(name, sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    """Take them away again."""
    for table, name in (*_LISTS, *_SAID):
        op.drop_column(table, name)
