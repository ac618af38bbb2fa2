"""An extraction as a spaCy `Doc`: the same characters, every fact a span; as a page: nothing of it is markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from running import PLAN, nhiemvu_run
from small_documents import said
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

import nhiemvu
from extract.extraction import Extraction, Header
from extract.spans import marked_page, to_spacy

TEXT = "KẾ HOẠCH\nVề tiêm chủng\n\nII. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế rà soát   trước ngày 20/4/2025 theo Luật Đê điều.\n"


@given(st.text(max_size=200))
def test_the_doc_has_the_text_of_the_document(text: str) -> None:
    blank = Extraction(source=said(TEXT).source, header=Header(), text=text)
    assert to_spacy(blank).text == text


@pytest.mark.parametrize(
    ("group", "words"),
    [
        ("citations", ["Luật Đê điều"]),
        ("deadlines", ["trước ngày 20/4/2025"]),
        ("agencies", ["Sở Y tế"]),
        ("tasks", ["Sở Y tế rà soát   trước ngày 20/4/2025 theo Luật Đê điều."]),
    ],
)
def test_each_fact_is_a_span(group: str, words: list[str]) -> None:
    doc = to_spacy(said(TEXT))
    found = [span.text for span in doc.spans[group]]
    assert [" ".join(text.split()) for text in found] == [" ".join(text.split()) for text in words]


def test_every_span_of_a_plan_covers_its_quote() -> None:
    extraction = nhiemvu.parse(PLAN)
    doc = to_spacy(extraction)
    for group in ("citations", "deadlines", "agencies", "tasks"):
        facts = getattr(extraction, group)
        assert len(doc.spans[group]) == len(facts) > 0
        assert all(fact.quote in span.text for fact, span in zip(facts, doc.spans[group], strict=True))


def test_spans_outlive_a_round_through_a_file() -> None:
    doc = to_spacy(said(TEXT))
    stored = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (back,) = DocBin().from_bytes(stored).get_docs(Vocab())
    assert isinstance(back, Doc)
    assert [span.label_ for span in back.spans["tasks"]] == ["TASK"]
    assert back.text == doc.text


def test_text_of_a_document_is_no_markup() -> None:
    page = marked_page(said("KẾ HOẠCH\n\n1. Sở Y tế <script>alert(1)</script> & <b>rà soát</b>.\n"))
    assert "&lt;script" in page
    assert "<script" not in page
    assert "<b>" not in page


def test_the_page_speaks_the_language_that_is_asked_for() -> None:
    assert "CƠ QUAN" in nhiemvu_run("parse", "--html", PLAN).stdout
    assert "AGENCY" in nhiemvu_run("--lang", "en", "parse", "--html", PLAN).stdout
