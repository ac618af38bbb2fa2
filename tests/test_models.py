"""The tables hold what was extracted, whole, and nothing that hangs in the air."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from corpus_family import commune, make, province
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from corpus import changes, engine, models, queries
from corpus.models import Base
from corpus.store import Corpus
from corpus.words import storable

PARTS = (models.Section, models.Citation, models.Agency, models.Deadline, models.Task, models.Target)


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path / "kho.db") as opened:
        yield opened


def test_everything_extracted_is_there(corpus: Corpus) -> None:
    extraction = province()
    document_id = corpus.add(extraction).document_id
    with corpus.reading() as connection:
        row = connection.execute(select(models.Document)).one()
        said = dataclasses.asdict(extraction.source) | dataclasses.asdict(extraction.header)
        assert {name: getattr(row, name) for name in said} == {
            name: list(value) if isinstance(value, tuple) else value for name, value in said.items()
        }
        assert queries.text_of(connection, document_id) == extraction.text
        first, second = queries.tasks_in(connection, [document_id])
        assert (first.lead, first.due, first.page) == (("Sở Tài chính",), ("2025-06-30",), 2)
        assert (second.lead, second.support) == (("Sở Nông nghiệp và Môi trường",), ("Sở Tài chính",))
        cited = queries.citations_in(connection, [document_id])
        assert [(one.quote, one.section) for one in cited] == [
            ("Quyết định số 1486/QĐ-TTg ngày 29/11/2024", None),
            ("Quyết định số 1486/QĐ-TTg.", "II"),
        ]
        assert list(queries.tasks_that_cite(connection, [cited[1].id]).values()) == [[second]]
        due = (
            select(models.Deadline.due)
            .join(models.TaskDeadline)
            .where(models.TaskDeadline.task_id == first.id)
        )
        assert connection.scalars(due).all() == ["2025-06-30"]


def test_every_quote_is_what_stands_there(corpus: Corpus) -> None:
    for extraction in (province(), commune()):
        corpus.add(extraction)
    with corpus.reading() as connection:
        for document in queries.all_documents(connection):
            text = queries.text_of(connection, document.id) or ""
            for task in queries.tasks_in(connection, [document.id]):
                assert text[task.start : task.end] == task.quote


def test_a_document_goes_with_all_its_parts(corpus: Corpus) -> None:
    document_id = corpus.add(province()).document_id
    with engine.writing(corpus._engine) as connection:
        changes.remove_document(connection, document_id)
        tables = (*PARTS, models.ToldChange, models.TaskBody, models.TaskCitation, models.TaskDeadline)
        left = {
            table.__tablename__: connection.scalar(select(func.count()).select_from(table))
            for table in tables
        }
    assert set(left.values()) == {0}, left


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO sections (document_id, ordinal, start, \"end\", path, kind) VALUES (99, 0, 0, 1, 'I', 'roman')",
        "INSERT INTO task_bodies (task_id, role, ordinal, name) VALUES (1, 'owner', 9, 'Sở Tài chính')",
        "UPDATE documents SET sha256 = (SELECT max(sha256) FROM documents)",
        "DELETE FROM works",
    ],
    ids=[
        "a section of no document",
        "a role that is none",
        "two documents of one content",
        "a work that is meant",
    ],
)
def test_the_database_refuses(corpus: Corpus, statement: str) -> None:
    corpus.add(province())
    corpus.add(commune())
    with corpus._engine.connect() as connection, pytest.raises(IntegrityError):
        connection.exec_driver_sql(statement)


def test_what_no_database_can_hold_becomes_one_other_character(corpus: Corpus) -> None:
    """File names of undecodable bytes have halves of surrogate pairs; a text may have NUL. Offsets stay."""
    assert storable("a\udc80b\x00c") == "a?b\N{REPLACEMENT CHARACTER}c"
    text = "Số: 5/KH-UBND\x00 \ud800 rác"
    document_id = corpus.add(make(text, path="k\udce1.txt", tasks=[{"quote": "rác"}])).document_id
    with corpus.reading() as connection:
        assert len(queries.text_of(connection, document_id) or "") == len(text)


def test_every_foreign_key_that_is_followed_has_an_index() -> None:
    """SQLite makes none on its own; without it each removal and each join reads the whole table."""
    for table in Base.metadata.sorted_tables:
        led = {next(iter(index.columns)).name for index in table.indexes}
        led |= {next(iter(key.columns)).name for key in table.constraints if getattr(key, "columns", None)}
        for key in table.foreign_keys:
            assert key.parent.name in led, f"{table.name}.{key.parent.name}"
