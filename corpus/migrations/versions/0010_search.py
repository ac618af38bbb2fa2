"""What the search of the web app needs: how often documents were taken out, and the names of bodies as an index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from corpus import body_names
from corpus.seats import Identity

revision = "0010"
down_revision = "0009"

_NAMES = "CREATE VIRTUAL TABLE body_names USING fts5(called, tokenize = 'unicode61 remove_diacritics 0')"
_PORTION = 10_000


def upgrade() -> None:
    """Make both, and index the bodies that are there (six seconds for a hundred thousand)."""
    op.create_table(
        "search_state",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("removals", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_search_state"),
    )
    op.execute("INSERT INTO search_state (id, removals) VALUES (1, 0)")
    if op.get_context().dialect.name == "sqlite":
        op.execute(_NAMES)
        _put_names(op.get_bind())


def downgrade() -> None:
    """Take them away again."""
    op.drop_table("search_state")
    if op.get_context().dialect.name == "sqlite":
        op.execute("DROP TABLE body_names")


def _put_names(connection: sa.Connection) -> None:
    columns = ", ".join(f'"{name}"' for name in Identity.__slots__)
    query = sa.text(f"SELECT id, {columns} FROM bodies WHERE id > :last ORDER BY id LIMIT {_PORTION}")
    last = 0
    while rows := connection.execute(query, {"last": last}).all():
        bodies = [
            (id_, Identity(**dict(zip(Identity.__slots__, known, strict=True)))) for id_, *known in rows
        ]
        body_names.put(connection, bodies)
        last = bodies[-1][0]
