"""Which agency owns it: the tasks that a reader would name, with their owners, their words and where they stand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from corpus_family import commune, decision, province
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus import queries
from corpus.store import Corpus
from extract import extract
from graph.who import who
from ingest import read

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path / "kho.db") as opened:
        for build in (decision, province, commune):
            opened.add(build())
        yield opened


def test_an_answer_has_owner_deadline_words_and_place(corpus: Corpus) -> None:
    (answer,) = who(corpus, "thẩm định kinh phí")
    said = answer.as_json()
    document = said.pop("document")
    (owner,) = said.pop("owners")
    assert (owner["said"], owner["role"], owner["name"], owner["state"]) == (
        *("Sở Tài chính", "lead", "Sở Tài chính tỉnh Lâm Đồng", "succeeded"),
    )
    assert owner["now"] == ["Sở Tài chính tỉnh Lâm Đồng"]  # of the province that is larger since
    assert said.pop("on") == date.today().isoformat()
    del said["score"]
    quote = "Sở Tài chính thẩm định kinh phí mua sắm thùng rác trước ngày 30/6/2025."
    assert said == {
        "quote": quote,
        "start": province().text.index(quote),
        "end": province().text.index(quote) + len(quote),
        "section": "II.1",
        "headings": ["TỔ CHỨC THỰC HIỆN"],
        "page": 2,
        "lead": ("Sở Tài chính",),
        "support": (),
        "due": ("2025-06-30",),
        "deliverable": None,
        "deliverable_to": (),
        "corrected": (),
        "progress": None,
        "match": "words",
    }
    assert document["number"] == "85/KH-UBND"
    assert document["issuer"] == "Ủy ban nhân dân tỉnh Lâm Đồng"
    assert document["title"] == "Phân loại chất thải rắn sinh hoạt trên địa bàn tỉnh"
    assert json.loads(json.dumps(answer.as_json(), ensure_ascii=False))["lead"] == ["Sở Tài chính"]


@pytest.mark.parametrize(
    ("query", "lead"),
    [
        ("tổ chức hội nghị tổng kết", "Sở Nông nghiệp và Môi trường"),
        ("to chuc hoi nghi tong ket", "Sở Nông nghiệp và Môi trường"),
        ("tổ chức hội ngị tổng kết", "Sở Nông nghiệp và Môi trường"),  # a slip
        ("ai thẩm định kinh phí", "Sở Tài chính"),  # asked as a question
        ("vận động các hộ phân loại rác", "Phòng Kinh tế"),
        ("mua sam thung rac", "Sở Tài chính"),
    ],
)
def test_who_owns_it(corpus: Corpus, query: str, lead: str) -> None:
    assert who(corpus, query)[0].task.lead == (lead,)


def test_the_limit_and_nothing(corpus: Corpus) -> None:
    assert len(who(corpus, "phân loại")) > 1
    assert len(who(corpus, "phân loại", limit=1)) == 1
    assert who(corpus, "tiêm chủng mở rộng") == []
    assert who(corpus, "") == []


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(st.text(max_size=100))
def test_any_text_may_be_asked(corpus: Corpus, query: str) -> None:
    json.dumps([answer.as_json() for answer in who(corpus, query)])


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    with Corpus.open(tmp_path_factory.mktemp("seeds") / "kho.db") as opened:
        for path in sorted(SEEDS.glob("*.txt")):
            opened.add(extract(read(path)))
        yield opened


@pytest.mark.needs("shared")
def test_real_documents_the_review_conference(seeds: Corpus) -> None:
    """Two of the five plans have a conference that reviews: their tasks that say so come first, with their owners."""
    answers = who(seeds, "tổ chức hội nghị tổng kết")
    said = [(Path(answer.document.path).name[:3], answer.task.section) for answer in answers]
    assert {"000", "003"} == {document for document, _ in said[:5]}
    assert ("000", "IV.2.c") in said
    assert ("003", "II.2.b") in said
    assert all(answer.task.lead for answer in answers[:5])
    assert all("hội nghị" in answer.task.quote.lower() for answer in answers[:5])


@pytest.mark.needs("shared")
def test_real_documents_who_appraises_the_budget(seeds: Corpus) -> None:
    for query in ("thẩm định kinh phí", "tham dinh kinh phi"):
        best = who(seeds, query)[0]
        assert best.task.lead == ("Sở Tài chính",)
        assert (Path(best.document.path).name[:3], best.task.section) == ("000", "V.3")
        with seeds.reading() as connection:
            text = queries.text_of(connection, best.document.id) or ""
        assert text[best.task.start : best.task.end] == best.task.quote
