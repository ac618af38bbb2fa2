"""What answers need not be read out of the whole corpus: how many rows of the index have a word, the day on which a
document cites, newest first, by what the work of a told change is called, and the names of works as an index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from rulebook.spelling import key

revision = "0007"
down_revision = "0006"

_SEARCHED = ("task_words", "document_words")
_TERMS = (
    "CREATE TABLE {name}_terms (col TEXT, term TEXT, rows INTEGER, PRIMARY KEY (col, term)) WITHOUT ROWID"
)
_FILL = """
    INSERT INTO {name}_terms (col, term, rows)
    SELECT replace(col, 'over_', ''), term, sum(doc) FROM {name}_vocabulary GROUP BY 1, 2
"""
_BY_LENGTH = (
    "CREATE INDEX {name}_terms_length ON {name}_terms (length(term), term, rows) WHERE col = 'folded'"
)
_NAMES = (
    "CREATE VIRTUAL TABLE work_names USING fts5(called, symbol, tokenize = 'unicode61 remove_diacritics 0')"
)
_NEWEST = ("description_id", "said_on", "document_id")
_CHANGING = ("description_id", "relation")


def upgrade() -> None:
    """Make the tables of words, the columns and the indexes, and fill them."""
    if op.get_context().dialect.name == "sqlite":
        for name in _SEARCHED:
            for statement in (_TERMS, _FILL, _BY_LENGTH):
                op.execute(statement.format(name=name))
        op.execute(_NAMES)
        _put_names()
    op.add_column("citations", sa.Column("said_on", sa.String(length=10)))
    op.execute("UPDATE citations SET said_on = (SELECT date FROM documents WHERE documents.id = document_id)")
    op.drop_index("ix_works_symbol_key", "works")
    op.create_index("ix_works_symbol_key_key", "works", ["symbol_key", "key"])
    op.drop_index("ix_citations_description_id", "citations")
    op.create_index("ix_citations_description_id_said_on_document_id", "citations", _NEWEST)
    op.create_index("ix_citations_description_id_relation", "citations", _CHANGING)
    op.add_column("told_changes", sa.Column("description_id", sa.Integer()))
    cited = "SELECT description_id FROM citations WHERE citations.id = citation_id"
    op.execute(f"UPDATE told_changes SET description_id = ({cited})")
    op.create_index("ix_told_changes_description_id", "told_changes", ["description_id"])


def downgrade() -> None:
    """Take them away again."""
    op.drop_index("ix_told_changes_description_id", "told_changes")
    op.drop_column("told_changes", "description_id")
    op.drop_index("ix_citations_description_id_relation", "citations")
    op.drop_index("ix_citations_description_id_said_on_document_id", "citations")
    op.create_index("ix_citations_description_id", "citations", ["description_id"])
    op.drop_column("citations", "said_on")
    op.drop_index("ix_works_symbol_key_key", "works")
    op.create_index("ix_works_symbol_key", "works", ["symbol_key"])
    if op.get_context().dialect.name == "sqlite":
        for name in _SEARCHED:
            op.execute(f"DROP TABLE {name}_terms")
        op.execute("DROP TABLE work_names")


def _put_names() -> None:
    """The works that are there already, by type and title and by symbol, without diacritics."""
    works = op.get_bind().execute(sa.text("SELECT id, type, title, symbol FROM works"))
    put = sa.text("INSERT INTO work_names (rowid, called, symbol) VALUES (:id, :called, :symbol)")
    for some in works.partitions(10_000):
        rows = [
            {"id": id_, "called": key(f"{type_ or ''} {title or ''}"), "symbol": key(symbol or "")}
            for id_, type_, title, symbol in some
        ]
        op.get_bind().execute(put, rows)
