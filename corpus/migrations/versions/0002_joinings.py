"""What people say of works, what documents tell of changes, the provisions that a citation names, why it is open."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table of joinings and the new columns."""
    op.create_table(
        "work_joinings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("one", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        sa.Column("one_name", sa.Text(), nullable=False),
        sa.Column("other_name", sa.Text(), nullable=False),
        sa.Column("joined", sa.Boolean(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("said_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("one < other", name="ck_work_joinings_order"),
        sa.PrimaryKeyConstraint("id", name="pk_work_joinings"),
    )
    op.create_index("ix_work_joinings_one", "work_joinings", ["one"])
    op.create_index("ix_work_joinings_other", "work_joinings", ["other"])
    op.create_table(
        "told_changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("citation_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer()),
        sa.Column("date", sa.String(length=10)),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="fk_told_changes_document_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["citation_id"], ["citations.id"], name="fk_told_changes_citation_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["by_id"], ["citations.id"], name="fk_told_changes_by_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_told_changes"),
        sa.UniqueConstraint("document_id", "ordinal", name="uq_told_changes_document_id_ordinal"),
    )
    op.create_index("ix_told_changes_citation_id", "told_changes", ["citation_id"])
    op.create_index("ix_told_changes_by_id", "told_changes", ["by_id"])
    op.add_column("citations", sa.Column("provisions", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("citations", sa.Column("why", sa.Text(), nullable=False, server_default=""))
    op.add_column("description_candidates", sa.Column("likeness", sa.String(length=16)))


def downgrade() -> None:
    """Take them out again; what people said is lost."""
    op.drop_column("description_candidates", "likeness")
    op.drop_column("citations", "why")
    op.drop_column("citations", "provisions")
    op.drop_table("told_changes")
    op.drop_table("work_joinings")
