"""The migrations make exactly what the models say, and unmake it."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from corpus_family import commune, decision, province

from corpus import engine, migrations
from corpus.errors import CorpusError
from corpus.migrations import belongs_to_models
from corpus.store import Corpus
from corpus.work_models import Base
from graph.trace import trace


def names_in(path: Path) -> set[str]:
    with sqlite3.connect(path) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_upgrade_from_empty_is_what_the_models_say(tmp_path: Path) -> None:
    made = engine.connect(tmp_path / "kho.db")
    with engine.writing(made) as connection:
        migrations.upgrade(connection)
    with engine.reading(made) as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "include_name": belongs_to_models}
        )
        assert compare_metadata(context, Base.metadata) == []


def test_a_model_that_no_migration_knows_is_noticed(tmp_path: Path) -> None:
    """The comparison above can fail."""
    Corpus.open(tmp_path / "kho.db").close()
    made = engine.connect(tmp_path / "kho.db")
    with engine.writing(made) as connection:
        connection.exec_driver_sql("ALTER TABLE tasks DROP COLUMN deliverable")
        connection.exec_driver_sql("DROP INDEX ix_deadlines_due")
        context = MigrationContext.configure(connection, opts={"include_name": belongs_to_models})
        assert len(compare_metadata(context, Base.metadata)) == 2


def test_downgrade_leaves_nothing_and_upgrade_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "kho.db"
    Corpus.open(path).close()
    before = names_in(path)
    made = engine.connect(path)
    with engine.writing(made) as connection:
        command.downgrade(migrations.config(connection), "base")
    assert names_in(path) == {"alembic_version"}
    with engine.writing(made) as connection:
        migrations.upgrade(connection)
    assert names_in(path) == before


def test_an_older_corpus_comes_up_to_date_with_all_it_holds(tmp_path: Path) -> None:
    """A corpus of version 0001, with documents in it."""
    path = tmp_path / "kho.db"
    with Corpus.open(path) as corpus:
        for make_one in (decision, province, commune):
            corpus.add(make_one())
        before = trace(corpus, "12/KH-UBND").as_json()
    with engine.writing(engine.connect(path)) as connection:
        command.downgrade(migrations.config(connection), "0001")
    assert "work_joinings" not in names_in(path)
    with Corpus.open(path) as corpus:
        assert trace(corpus, "12/KH-UBND").as_json() == before
        assert corpus.joinings() == []
        corpus.add(province(), replace=True)
        assert trace(corpus, "12/KH-UBND").roots[0].up[1].status == "resolved"


def test_a_failed_upgrade_leaves_nothing(tmp_path: Path) -> None:
    made = engine.connect(tmp_path / "kho.db")

    def upgrade_and_stumble() -> None:
        with engine.writing(made) as connection:
            migrations.upgrade(connection)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        upgrade_and_stumble()
    assert names_in(tmp_path / "kho.db") == set()


def test_head_is_the_newest_file() -> None:
    with engine.reading(engine.connect("sqlite://")) as connection:
        scripts = ScriptDirectory.from_config(migrations.config(connection))
        assert scripts.get_heads() == [migrations.HEAD]


def test_a_newer_corpus_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "kho.db"
    Corpus.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(CorpusError, match=r"phiên bản mới hơn \(9999\)"):
        Corpus.open(path)
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [("9999",)]


def test_two_that_make_the_same_corpus_at_once(tmp_path: Path) -> None:
    """Both migrate the same empty file: one does it, the other waits and finds it done."""
    script = "import sys; from corpus.store import Corpus; Corpus.open(sys.argv[1]).close()"
    run = [sys.executable, "-c", script, str(tmp_path / "kho.db")]
    both = [subprocess.Popen(run, stderr=subprocess.PIPE, cwd=Path(__file__).parents[1]) for _ in range(3)]
    assert [(one.wait(), one.stderr.read() if one.stderr else b"") for one in both] == [(0, b"")] * 3
    assert "tasks" in names_in(tmp_path / "kho.db")
