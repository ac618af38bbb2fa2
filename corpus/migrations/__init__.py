"""The versions of the corpus's tables, and the way from any of them to any other (Alembic, no alembic.ini)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection

HEAD = "0011"
"""The version that this program reads and writes; a test holds it to the newest file in `versions/`."""


SEARCH_TABLES = ("task_words", "document_words", "work_names", "body_names")
"""The full-text index: tables of SQLite's own kind (CREATE VIRTUAL TABLE), and no part of the models."""


def belongs_to_models(name: str | None, kind: str, _parents: object = None) -> bool:
    """Whether Alembic should compare this object of the database with the models."""
    return not (kind == "table" and name is not None and name.startswith((*SEARCH_TABLES, "alembic_version")))


def config(connection: Connection) -> Config:
    """Alembic's configuration for `connection`, which carries the transaction: `command.upgrade(config, "head")`
    changes all or nothing and commits nothing on its own."""
    from alembic.config import Config

    made = Config()
    made.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    made.attributes["connection"] = connection
    return made


def version_of(connection: Connection) -> str | None:
    """The version of the tables that `connection` leads to; `None` for an empty database."""
    from sqlalchemy import inspect, text

    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def is_foreign(connection: Connection) -> bool:
    """Whether the database holds tables, but none of ours: another program's file, not to be written into."""
    from sqlalchemy import inspect

    tables = set(inspect(connection).get_table_names())
    return bool(tables) and not {"alembic_version", "documents"} <= tables


def is_known(connection: Connection, version: str) -> bool:
    """Whether this program has a migration of that name; a version that it does not know is a newer one."""
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory.from_config(config(connection))
    return version in {script.revision for script in scripts.walk_revisions()}


def upgrade(connection: Connection) -> None:
    """Bring the tables to `HEAD`, inside the transaction of `connection`."""
    from alembic import command

    command.upgrade(config(connection), "head")
