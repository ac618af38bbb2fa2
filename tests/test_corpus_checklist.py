"""The checklist of a document in a corpus: that of its file, with what people put right and ticked laid over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from corpus_family import LAM_DONG, make, province
from running import DISTRICT_PLAN, PLAN

from corpus import queries
from corpus.facts import TaskFact
from corpus.statement import TaskChange
from corpus.store import Corpus
from nhiemvu.parsing import parse
from publish.checklist import checklist
from publish.columns import cells, foot_note, note, state
from publish.corpus_checklist import checklist_of
from publish.errors import PublishError


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path / "kho.db") as opened:
        yield opened


def tasks(corpus: Corpus, document_id: int = 1) -> list[TaskFact]:
    with corpus.reading() as connection:
        return queries.tasks_in(connection, [document_id])


@pytest.mark.parametrize("path", [PLAN, DISTRICT_PLAN], ids=lambda path: path.stem[:2])
def test_it_is_that_of_the_file(corpus: Corpus, path: Path) -> None:
    read = parse(str(path))
    corpus.add(read)
    of_file = checklist(read)
    of_corpus = checklist_of(corpus, 1)
    assert of_corpus.held
    assert of_corpus.rows == of_file.rows
    assert replace(of_corpus, held=False, header=of_file.header) == of_file
    assert replace(of_corpus.header, attachments=()) == replace(of_file.header, attachments=())


def test_what_was_put_right_is_laid_over_and_marked(corpus: Corpus) -> None:
    corpus.add(province())
    funding, meeting = tasks(corpus)
    change = TaskChange(lead=("Sở Nội vụ",), support=("Sở Y tế",), due=("2025-07-31", "FREQ=MONTHLY", "P15D"))
    corpus.correct_task(funding, change, by="Hoa")
    corpus.correct_task(meeting, TaskChange(no_task=True), by="Hoa")
    corpus.tick(tasks(corpus)[0], "done", by="Nam", note="xong\ntừ 1/7")
    found = checklist_of(corpus, 1)
    (row,) = found.rows
    assert (row.lead, row.support, row.corrected) == (
        ("Sở Nội vụ",), ("Sở Y tế",), ("lead", "support", "deadlines"),
    )  # fmt: skip
    assert row.due is not None
    assert row.due.isoformat() == "2025-07-31"
    assert cells(row)[2:5] == (
        "Sở Nội vụ (đã sửa)",
        "Sở Y tế (đã sửa)",
        "31/07/2025; hằng tháng; 15 ngày (đã sửa)",
    )
    assert cells(row, "vi", "(*)")[2] == "Sở Nội vụ (*)"
    assert foot_note(found) == "(*) Đã sửa so với kết quả đọc văn bản."
    assert (state(row), state(row, "en"), note(row)) == ("Đã hoàn thành", "Completed", "xong từ 1/7")
    said: dict[str, Any] = found.as_json()["groups"][0]["rows"][0]
    assert said["progress"]["by"] == "Nam"
    assert said["corrected"] == ("lead", "support", "deadlines")


def test_nobody_leads_it_any_more(corpus: Corpus) -> None:
    corpus.add(province())
    corpus.correct_task(tasks(corpus)[0], TaskChange(lead=(), due=()), by="Hoa")
    row = checklist_of(corpus, 1).rows[0]
    assert (cells(row)[2], cells(row)[4], row.due) == ("(đã sửa)", "(đã sửa)", None)


def test_what_a_citation_was_said_to_mean(corpus: Corpus) -> None:
    header = {"number": "9/KH-UBND", "issuer": LAM_DONG, "date": "2025-03-01"}
    quote = "Thực hiện Quyết định 417 về rác thải."
    cited = [
        {"quote": "Quyết định 417", "type": "Quyết định", "symbol": "417/QĐ-TTg"},
        {"quote": "Nghị định 5", "symbol": "5/NĐ-CP", "date": "2024-01-01"},
    ]
    text = f"{quote}\nNghị định 5"
    corpus.add(make(text, header=header, citations=cited, tasks=[{"quote": quote}]))
    assert checklist_of(corpus, 1).rows[0].bases == ("Quyết định 417 (417/QĐ-TTg)",)
    with corpus.reading() as connection:
        first = queries.citations_in(connection, [1])[0]
        work = queries.works_with_number(connection, "5")[0]
    corpus.correct_citation(first, work.key, by="Hoa")
    row = checklist_of(corpus, 1).rows[0]
    assert (row.bases, row.corrected) == (("Quyết định 417 (5/NĐ-CP)",), ("bases",))


def test_a_document_that_is_not_there(corpus: Corpus) -> None:
    with pytest.raises(PublishError, match="7: kho không có văn bản này"):
        checklist_of(corpus, 7)
