"""The first tables: works, documents with what was read out of them, and the full-text index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# SQLite's FTS5: every text three times (exact, folded, as compound words), and what stands over it. Diacritics count
# (`remove_diacritics 0`), for the folded column has none; `_` joins the syllables of a compound word.
SEARCHED = ("task_words", "document_words")
SEARCH_TABLE = """
    CREATE VIRTUAL TABLE {name} USING fts5(
        exact, folded, words, over_exact, over_folded, over_words,
        tokenize = "unicode61 remove_diacritics 0 tokenchars '_'"
    )
"""
VOCABULARY = "CREATE VIRTUAL TABLE {name}_vocabulary USING fts5vocab({name}, col)"
TABLES = (
    "works",
    "descriptions",
    "description_candidates",
    "documents",
    "sections",
    "citations",
    "agencies",
    "deadlines",
    "targets",
    "tasks",
    "task_bodies",
    "task_deadlines",
    "task_citations",
)


def upgrade() -> None:
    """Make all tables."""
    _identity()
    _documents()
    _citations()
    _deadlines()
    _tasks()
    if op.get_context().dialect.name == "sqlite":
        for name in SEARCHED:
            op.execute(SEARCH_TABLE.format(name=name))
            op.execute(VOCABULARY.format(name=name))


def downgrade() -> None:
    """Take them all out again, last made first."""
    if op.get_context().dialect.name == "sqlite":
        for name in SEARCHED:
            op.drop_table(f"{name}_vocabulary")
            op.drop_table(name)
    for name in reversed(TABLES):
        op.drop_table(name)


def _identity() -> None:
    """Works, what was said of them, and between which of them it leaves open."""
    op.create_table(
        "works",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("symbol", sa.Text()),
        sa.Column("symbol_key", sa.Text()),
        sa.Column("number_key", sa.Text()),
        sa.Column("title_key", sa.Text()),
        sa.Column("type", sa.Text()),
        sa.Column("issuer", sa.Text()),
        sa.Column("year", sa.Integer()),
        sa.Column("date", sa.String(length=10)),
        sa.Column("title", sa.Text()),
        sa.Column("uri", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_works"),
        sa.UniqueConstraint("key", name="uq_works_key"),
    )
    op.create_index("ix_works_number_key", "works", ["number_key"])
    op.create_index("ix_works_symbol_key", "works", ["symbol_key"])
    op.create_index("ix_works_title_key", "works", ["title_key"])
    op.create_index("ix_works_uri", "works", ["uri"])
    op.create_table(
        "descriptions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("symbol", sa.Text()),
        sa.Column("symbol_key", sa.Text()),
        sa.Column("number_key", sa.Text()),
        sa.Column("title_key", sa.Text()),
        sa.Column("type", sa.Text()),
        sa.Column("issuer", sa.Text()),
        sa.Column("date", sa.String(length=10)),
        sa.Column("title", sa.Text()),
        sa.Column("year", sa.Integer()),
        sa.Column("uri", sa.Text()),
        sa.Column("not_after", sa.Integer()),
        sa.Column("scope", sa.String(length=64)),
        sa.Column("work_id", sa.Integer()),
        sa.ForeignKeyConstraint(["work_id"], ["works.id"], name="fk_descriptions_work_id"),
        sa.PrimaryKeyConstraint("id", name="pk_descriptions"),
        sa.UniqueConstraint("fingerprint", name="uq_descriptions_fingerprint"),
    )
    op.create_index("ix_descriptions_number_key", "descriptions", ["number_key"])
    op.create_index("ix_descriptions_symbol_key", "descriptions", ["symbol_key"])
    op.create_index("ix_descriptions_title_key", "descriptions", ["title_key"])
    op.create_index("ix_descriptions_work_id", "descriptions", ["work_id"])
    op.create_table(
        "description_candidates",
        sa.Column("description_id", sa.Integer(), nullable=False),
        sa.Column("work_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["description_id"],
            ["descriptions.id"],
            name="fk_description_candidates_description_id",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["work_id"], ["works.id"], name="fk_description_candidates_work_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("description_id", "work_id", name="pk_description_candidates"),
    )
    op.create_index("ix_description_candidates_work_id", "description_candidates", ["work_id"])


def _documents() -> None:
    """Documents and their outline."""
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("pages", sa.Integer()),
        sa.Column("warnings", sa.JSON(), nullable=False),
        sa.Column("type", sa.Text()),
        sa.Column("number", sa.Text()),
        sa.Column("issuer", sa.Text()),
        sa.Column("place", sa.Text()),
        sa.Column("date", sa.String(length=10)),
        sa.Column("title", sa.Text()),
        sa.Column("authority", sa.Text()),
        sa.Column("position", sa.Text()),
        sa.Column("signer", sa.Text()),
        sa.Column("recipients", sa.JSON(), nullable=False),
        sa.Column("uri", sa.Text()),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("schema", sa.Text(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sa.Column("description_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["description_id"], ["descriptions.id"], name="fk_documents_description_id"),
        sa.PrimaryKeyConstraint("id", name="pk_documents"),
        sa.UniqueConstraint("sha256", name="uq_documents_sha256"),
    )
    op.create_index("ix_documents_date", "documents", ["date"])
    op.create_index("ix_documents_description_id", "documents", ["description_id"])
    op.create_table(
        "sections",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("marker", sa.Text()),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("heading", sa.Text()),
        sa.Column("parent", sa.Text()),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="fk_sections_document_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_sections"),
        sa.UniqueConstraint("document_id", "ordinal", name="uq_sections_document_id_ordinal"),
    )
    op.create_index("ix_sections_document_id_start", "sections", ["document_id", "start"])


def _citations() -> None:
    """Citations and agencies."""
    op.create_table(
        "citations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("symbol", sa.Text()),
        sa.Column("type", sa.Text()),
        sa.Column("title", sa.Text()),
        sa.Column("issuer", sa.Text()),
        sa.Column("date", sa.String(length=10)),
        sa.Column("pinpoint", sa.Text()),
        sa.Column("relation", sa.String(length=16), nullable=False),
        sa.Column("uri", sa.Text()),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("candidates", sa.JSON(), nullable=False),
        sa.Column("work", sa.JSON()),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("section", sa.Text()),
        sa.Column("description_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["description_id"], ["descriptions.id"], name="fk_citations_description_id"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="fk_citations_document_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_citations"),
        sa.UniqueConstraint("document_id", "ordinal", name="uq_citations_document_id_ordinal"),
    )
    op.create_index("ix_citations_description_id", "citations", ["description_id"])
    op.create_table(
        "agencies",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text()),
        sa.Column("level", sa.Text()),
        sa.Column("place", sa.Text()),
        sa.Column("collective", sa.Boolean(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="fk_agencies_document_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_agencies"),
        sa.UniqueConstraint("document_id", "ordinal", name="uq_agencies_document_id_ordinal"),
    )
    op.create_index("ix_agencies_name", "agencies", ["name"])


def _deadlines() -> None:
    """Deadlines and targets."""
    op.create_table(
        "deadlines",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("due", sa.String(length=10)),
        sa.Column("bound", sa.String(length=8)),
        sa.Column("recurrence", sa.Text()),
        sa.Column("duration", sa.Text()),
        sa.Column("working_days", sa.Boolean(), nullable=False),
        sa.Column("anchor", sa.Text()),
        sa.Column("reference", sa.Text()),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="fk_deadlines_document_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_deadlines"),
        sa.UniqueConstraint("document_id", "ordinal", name="uq_deadlines_document_id_ordinal"),
    )
    op.create_index("ix_deadlines_due", "deadlines", ["due"])
    op.create_table(
        "targets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("value", sa.Double()),
        sa.Column("unit", sa.Text()),
        sa.Column("comparison", sa.String(length=2), nullable=False),
        sa.Column("due", sa.String(length=10)),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="fk_targets_document_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_targets"),
        sa.UniqueConstraint("document_id", "ordinal", name="uq_targets_document_id_ordinal"),
    )


def _tasks() -> None:
    """Tasks, who is responsible for them, and what they rest on."""
    op.create_table(
        "tasks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("section", sa.Text()),
        sa.Column("due", sa.JSON(), nullable=False),
        sa.Column("deliverable", sa.Text()),
        sa.Column("page", sa.Integer()),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="fk_tasks_document_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_tasks"),
        sa.UniqueConstraint("document_id", "ordinal", name="uq_tasks_document_id_ordinal"),
    )
    op.create_table(
        "task_bodies",
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=8), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.CheckConstraint("role IN ('lead', 'support')", name="ck_task_bodies_role"),
        sa.ForeignKeyConstraint(["task_id"], ["tasks.id"], name="fk_task_bodies_task_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("task_id", "role", "ordinal", name="pk_task_bodies"),
    )
    op.create_index("ix_task_bodies_name", "task_bodies", ["name"])
    op.create_table(
        "task_deadlines",
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("deadline_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["deadline_id"], ["deadlines.id"], name="fk_task_deadlines_deadline_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["task_id"], ["tasks.id"], name="fk_task_deadlines_task_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("task_id", "deadline_id", name="pk_task_deadlines"),
    )
    op.create_index("ix_task_deadlines_deadline_id", "task_deadlines", ["deadline_id"])
    op.create_table(
        "task_citations",
        sa.Column("task_id", sa.Integer(), nullable=False),
        sa.Column("citation_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["citation_id"], ["citations.id"], name="fk_task_citations_citation_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["task_id"], ["tasks.id"], name="fk_task_citations_task_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("task_id", "citation_id", name="pk_task_citations"),
    )
    op.create_index("ix_task_citations_citation_id", "task_citations", ["citation_id"])
