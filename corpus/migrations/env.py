"""What Alembic runs around each migration: the connection that was handed over, and the models to compare with."""

from __future__ import annotations

from typing import Literal

from alembic import context

from corpus.migrations import belongs_to_models
from corpus.models import Said
from corpus.search_models import SearchState  # noqa: F401  # whose table is compared, too
from corpus.work_models import Base  # which the tables of `corpus.models` share


def plain_type(kind: str, item: object, _context: object) -> str | Literal[False]:
    """Columns of our own types as what the database knows: a migration does not change when the program does."""
    return "sa.Text()" if kind == "type" and isinstance(item, Said) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    include_name=belongs_to_models,
    render_item=plain_type,
    transactional_ddl=True,
)
context.run_migrations()
