"""An extraction as a spaCy `Doc`: the same characters, every fact a span; as a page: nothing of it is markup."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from running import PLAN, nhiemvu_run
from small_documents import said
from spacy import displacy
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

import nhiemvu
from extract.extraction import Citation, Deadline, Extraction, Header, Task
from extract.spans import marked_page, to_spacy, tokens

GROUPS = ("citations", "agencies", "deadlines", "tasks", "targets")
GOAL = "KẾ HOẠCH\nVề tiêm chủng\n\nI. MỤC TIÊU\n- Tiêm cho ít nhất 95% trẻ em.\n"
TEXT = "KẾ HOẠCH\nVề tiêm chủng\n\nII. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế rà soát   trước ngày 20/4/2025 theo Luật Đê điều.\n"


def blank(text: str, **facts: object) -> Extraction:
    """An extraction of `text` with nothing in it but these facts."""
    return replace(Extraction(source=said(TEXT).source, header=Header(), text=text), **facts)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_the_doc_has_the_text_of_the_document(text: str) -> None:
    assert to_spacy(blank(text)).text == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Số: 15/KH-UBND", ["Số", ":", "15", "/", "KH", "-", "UBND"]),
        ("a  b\n\nc ", ["a", "  ", "b", "\n\n", "c"]),
        (" a", [" ", "a"]),
        ("Uỷ ban: Uy\u0309", ["Uỷ", "ban", ":", "Uy", "\u0309"]),  # a mark that stands alone is no letter
        ("", []),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    doc = tokens(text)
    assert [token.text for token in doc] == words
    assert (doc.text, doc.lang_) == (text, "vi")


def test_documents_can_be_joined() -> None:
    docs = [said(TEXT).to_spacy(), said(GOAL).to_spacy()]
    joined = Doc.from_docs(docs)
    assert joined is not None
    assert len(joined.spans["tasks"]) == 1
    assert len(joined.spans["targets"]) == 1


def test_tokens_have_what_is_trained_on() -> None:
    doc = tokens("Sở Y tế, 25 người")
    assert [token.shape_ for token in doc] == ["Xx", "X", "xx", ",", "dd", "xxxx"]
    assert [doc[0].norm_, doc[0].prefix_, doc[3].is_punct, doc[4].like_num] == ["sở", "S", True, True]


@settings(deadline=None)
@given(st.text(min_size=1, max_size=40).filter(str.strip), st.data())
def test_no_fact_is_lost(text: str, data: st.DataObject) -> None:
    """Wherever facts begin and end, within words, over each other, each has a span that covers it."""
    ends = [sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2))) for _ in range(4)]
    # a fact has words, and no blank at its ends
    places = [(a, b) for a, b in ends if text[a:b] and text[a:b] == text[a:b].strip()]
    facts = tuple(Deadline(quote=text[a:b], start=a, end=b, rule="task") for a, b in places)
    doc = to_spacy(blank(text, deadlines=facts))
    spans = doc.spans["deadlines"]
    assert len(spans) == len(facts)
    for (a, b), span in zip(places, spans, strict=True):
        assert span.start_char <= a
        assert span.end_char >= b or not text[span.end_char : b].strip(" ")


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
    for group in GROUPS:
        facts = getattr(extraction, group)
        assert len(doc.spans[group]) == len(facts)
        assert all(fact.quote in span.text for fact, span in zip(facts, doc.spans[group], strict=True))


def test_spans_outlive_a_round_through_a_file() -> None:
    doc = to_spacy(nhiemvu.parse(PLAN))
    stored = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (back,) = DocBin().from_bytes(stored).get_docs(Vocab())
    assert isinstance(back, Doc)
    assert back.text == doc.text
    for group in (*GROUPS, "sc"):
        assert _told(back, group) == _told(doc, group)
    assert [(ent.text, ent.label_) for ent in back.ents] == [(ent.text, ent.label_) for ent in doc.ents]


def _told(doc: Doc, group: str) -> list[tuple[int, int, str, str, str]]:
    return [(span.start, span.end, span.label_, span.id_, span.kb_id_) for span in doc.spans[group]]


def test_goals_are_spans() -> None:
    doc = said(GOAL).to_spacy()
    assert [(span.text, span.label_) for span in doc.spans["targets"]] == [
        ("Tiêm cho ít nhất 95% trẻ em", "TARGET")
    ]


def test_all_are_in_one_group_and_may_overlap() -> None:
    doc = said(TEXT).to_spacy()
    assert sorted(span.label_ for span in doc.spans["sc"]) == ["AGENCY", "DEADLINE", "LAW", "TASK"]
    task = doc.spans["tasks"][0]
    assert all(
        task.start <= span.start and span.end <= task.end for span in doc.spans["sc"] if span.label_ != "LAW"
    )


def test_a_span_says_which_fact_it_is() -> None:
    extraction = nhiemvu.parse(PLAN)
    doc = extraction.to_spacy()
    assert [span.id_ for span in doc.spans["tasks"]] == [task.id for task in extraction.tasks]
    assert [span.id_ for span in doc.spans["agencies"]] == [str(n) for n in range(len(extraction.agencies))]
    assert [span.kb_id_ or None for span in doc.spans["citations"]] == [c.uri for c in extraction.citations]
    linked = {span.kb_id_ for span in doc.spans["agencies"] if span.text == "Phòng Tài chính - Kế hoạch"}
    assert all(name.startswith("district.") for name in linked)


def test_facts_without_their_text_are_told() -> None:
    extraction = said(TEXT)
    with pytest.raises(ValueError, match="give the text"):
        replace(extraction, text="").to_spacy()
    assert replace(extraction, text="").to_spacy(extraction.text).text == extraction.text


HOSTILE = '<script>alert(1)</script> & "<b>'


@pytest.mark.parametrize("group", ["sc", "tasks", "citations"])
def test_displacy_shows_spans_and_obeys_no_text(group: str) -> None:
    quote = "Sở Y tế " + HOSTILE
    task = Task(id="t1", quote=quote, start=0, end=len(quote), rule="part")
    law = Citation(quote=HOSTILE, start=8, end=len(quote), uri="/akn/" + HOSTILE, rule="law")
    doc = to_spacy(blank(quote, tasks=(task,), citations=(law,)))
    page = displacy.render(doc, style="span", page=True, jupyter=False, options={"spans_key": group})
    assert "&lt;" in page
    assert "<script" not in page
    assert "<b>" not in page
    assert ("TASK" in page) is (group in ("sc", "tasks"))


def test_text_of_a_document_is_no_markup() -> None:
    page = marked_page(said("KẾ HOẠCH\n\n1. Sở Y tế <script>alert(1)</script> & <b>rà soát</b>.\n"))
    assert "&lt;script" in page
    assert "<script" not in page
    assert "<b>" not in page


def test_the_page_shows_no_links() -> None:
    assert "/akn/" not in marked_page(said(TEXT.replace("Luật Đê điều", "Nghị định số 30/2020/NĐ-CP")))


def test_the_page_speaks_the_language_that_is_asked_for() -> None:
    assert "CƠ QUAN" in nhiemvu_run("parse", "--html", PLAN).stdout
    assert "AGENCY" in nhiemvu_run("--lang", "en", "parse", "--html", PLAN).stdout
