"""Offices at work: how far a task is, files that are being read, pages, who may come in, who changed what."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_BEFORE = "kind IN ('lead', 'support', 'due', 'not_task', 'means', 'carries_out', 'same_agency', 'undo')"
_AFTER = "kind IN ('lead', 'support', 'due', 'not_task', 'means', 'carries_out', 'same_agency', 'progress', 'undo')"


def upgrade() -> None:
    """Make the tables, and let corrections say how far a task is."""
    _let_corrections_say(_AFTER)
    op.create_table(
        "page_places",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="fk_page_places_document_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", name="pk_page_places"),
    )
    op.create_table(
        "readings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("page", sa.Integer()),
        sa.Column("pages", sa.Integer()),
        sa.Column("cause", sa.Text()),
        sa.Column("remedy", sa.Text()),
        sa.Column("document_id", sa.Integer()),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column("begun_at", sa.DateTime()),
        sa.Column("ended_at", sa.DateTime()),
        sa.CheckConstraint(
            "state IN ('waiting', 'reading', 'done', 'failed', 'refused')", name="ck_readings_state"
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="fk_readings_document_id", ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_readings"),
    )
    op.create_index("ix_readings_sha256", "readings", ["sha256"])
    op.create_index("ix_readings_state", "readings", ["state"])
    _make_accounts()
    op.create_table(
        "audit_entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("action", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_entries"),
    )
    op.create_index("ix_audit_entries_at", "audit_entries", ["at"])


def downgrade() -> None:
    """Take it all away again. How far tasks are is lost, and what undoes it."""
    tables = ("audit_entries", "login_attempts", "access_tokens", "sessions", "users", "server_keys")
    for table in (*tables, "readings", "page_places"):
        op.drop_table(table)
    of_progress = "SELECT id FROM corrections WHERE kind = 'progress'"
    connection = op.get_bind()
    while connection.execute(
        sa.text(
            f"DELETE FROM corrections WHERE kind = 'undo' AND undoes IN ({of_progress})"
            " AND id NOT IN (SELECT undoes FROM corrections WHERE undoes IS NOT NULL)"
        )
    ).rowcount:
        pass
    connection.execute(sa.text("DELETE FROM corrections WHERE kind = 'progress'"))
    _let_corrections_say(_BEFORE)


def _let_corrections_say(kinds: str) -> None:
    with op.batch_alter_table("corrections") as table:
        table.drop_constraint("ck_corrections_kind", type_="check")
        table.create_check_constraint("ck_corrections_kind", kinds)


def _make_accounts() -> None:
    op.create_table(
        "users",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("full_name", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=8), nullable=False),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("role IN ('reader', 'editor', 'admin')", name="ck_users_role"),
        sa.PrimaryKeyConstraint("id", name="pk_users"),
        sa.UniqueConstraint("name", name="uq_users_name"),
    )
    for table in ("sessions", "access_tokens"):
        label = [sa.Column("label", sa.Text(), nullable=False)] if table == "access_tokens" else []
        op.create_table(
            table,
            sa.Column("id", sa.Integer(), nullable=False),
            sa.Column("digest", sa.String(length=64), nullable=False),
            sa.Column("user_id", sa.Integer(), nullable=False),
            *label,
            sa.Column("made_at", sa.DateTime(), nullable=False),
            sa.Column("ends_at", sa.DateTime(), nullable=table == "access_tokens"),
            sa.ForeignKeyConstraint(
                ["user_id"], ["users.id"], name=f"fk_{table}_user_id", ondelete="CASCADE"
            ),
            sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
            sa.UniqueConstraint("digest", name=f"uq_{table}_digest"),
        )
        op.create_index(f"ix_{table}_user_id", table, ["user_id"])
    op.create_table(
        "login_attempts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_login_attempts"),
    )
    op.create_index("ix_login_attempts_who", "login_attempts", ["who", "at"])
    op.create_table(
        "server_keys",
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_server_keys"),
    )
