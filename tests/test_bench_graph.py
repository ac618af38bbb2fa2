"""The made-up corpus for measuring: whole, as the project's tables want it, the same each time, and it answers."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.graph import counted
from bench.graph_asks import DEPTH, compare
from bench.graph_measures import measured
from bench.graph_questions import questions, traced
from bench.graph_tables import made_corpus
from corpus import queries
from corpus.store import Corpus
from graph.trace import trace
from graph.who import who

SCALE = 0.0005


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_corpus(tmp_path_factory.mktemp("bench") / "kho.db", SCALE, 7)


@pytest.fixture
def corpus(path: Path) -> Iterator[Corpus]:
    with Corpus.open(path, create=False) as opened:
        yield opened


def test_the_tables_are_whole(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for name, of in (("task_words", "tasks"), ("document_words", "documents"), ("work_names", "works")):
            (indexed,), (rows,) = (
                connection.execute(f"SELECT count(*) FROM {table}").fetchone() for table in (name, of)
            )
            assert indexed == rows > 0
    assert counted(path).startswith("100 works, 80 documents, ")


def test_what_is_said_stands_in_the_text(corpus: Corpus) -> None:
    with corpus.reading() as connection:
        ids = [document.id for document in queries.all_documents(connection)][:20]
        texts = {id_: queries.text_of(connection, id_) or "" for id_ in ids}
        said = [*queries.tasks_in(connection, ids), *queries.citations_in(connection, ids)]
    assert len(said) > 100
    assert all(texts[one.document_id][one.start : one.end] == one.quote for one in said)


def test_it_answers(corpus: Corpus) -> None:
    with corpus.reading() as connection:
        asked, works = questions(connection, 7, 2), list(traced(connection, 7, 12))
    assert len({one.kind for one in asked}) == 13
    assert sum(bool(who(corpus, one.text)) for one in asked) > 20
    roots = [root for _, typed in works for root in trace(corpus, typed, depth=DEPTH).roots]
    assert any(step.steps for root in roots for step in root.up)
    assert any(root.down for root in roots)
    assert {id_ for id_, _ in works} <= {root.work.id for root in roots}


def test_it_is_the_same_each_time_and_made_once(path: Path, tmp_path: Path) -> None:
    again = made_corpus(tmp_path / "kho.db", SCALE, 7)
    dumps = []
    for file in (path, again):
        with sqlite3.connect(file) as connection:
            dumps.append(connection.execute("SELECT id, quote, start FROM tasks ORDER BY id").fetchall())
    assert dumps[0] == dumps[1]
    made = again.stat().st_mtime_ns
    assert made_corpus(again, SCALE, 7).stat().st_mtime_ns == made
    assert made_corpus(again, SCALE, 8).stat().st_mtime_ns != made


def test_few_rows_are_ranked_as_by_fts5(corpus: Corpus) -> None:
    assert compare(corpus, 7)["share"] == 1.0


def test_measures() -> None:
    found = measured("length", len, ["a", "bb", "ccc"])
    assert (found.number, found.size) == (3, 2)
    assert 0 <= found.p50 <= found.p95 <= found.most
