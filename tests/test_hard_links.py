"""Which document a mention means: each hard case has one answer, and no case is linked to the wrong work."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hard_links import ANY, LINKS, POINTERS, Link, Pointer

from extract.citations import find_citations
from extract.extraction import Citation

MARKS = re.compile("[⟦⟧⟪⟫]")


def unmarked(marked: str) -> tuple[str, dict[str, int]]:
    """The text without its marks, and where each mark stood in it."""
    places = {match[0]: match.start() - taken for taken, match in enumerate(MARKS.finditer(marked))}
    return MARKS.sub("", marked), places


def lines(text: str) -> list[tuple[int, int]]:
    """One block a line."""
    return [match.span() for match in re.finditer(r"[^\n]+", text)]


def work_of(one: Citation) -> str | None:
    return one.uri or (one.work or {}).get("uri")


def fits(expected: Any, said: Any) -> bool:
    return expected is ANY or expected == said


@pytest.mark.parametrize("case", LINKS, ids=range(len(LINKS)))
def test_a_mention_means_this_document_and_no_other(case: Link) -> None:
    text, places = unmarked(case.text)
    found = {one.start: one for one in find_citations(text, lines(text), case.header)}
    assert places["⟦"] in found, case.why
    one = found[places["⟦"]]
    assert case.status is ANY or one.status in case.status.split(" ~ "), case.why
    for name in ("symbol", "date", "issuer", "relation"):
        assert fits(getattr(case, name), getattr(one, name)), (name, case.why)
    assert case.candidates is ANY or sorted(one.candidates) == sorted(case.candidates), case.why
    assert one.status != "ambiguous" or len(one.candidates) >= 2
    if case.work is not ANY:
        known = one.work["symbol"] if one.work else None
        assert case.work in ((known,) if one.status != "ambiguous" else one.candidates), case.why
    if case.same is not ANY:
        here, there = work_of(one), work_of(found[places["⟪"]])
        assert (here is not None and here == there) == case.same, case.why


@pytest.mark.parametrize("case", POINTERS, ids=range(len(POINTERS)))
def test_a_reference_points_at_this_document_and_no_other(case: Pointer) -> None:
    from extract.references import find_references

    text, places = unmarked(case.text)
    blocks = lines(text)
    citations = find_citations(text, blocks, case.header)
    found = {
        place: one
        for one in find_references(text, blocks, citations, case.header)
        for place in range(one.start, one.end)
    }
    one = found.get(places["⟧"] - 1)
    if case.kind is None:
        assert one is None, case.why
        return
    assert one is not None, case.why
    assert one.kind == case.kind, case.why
    assert fits(case.status, one.status), case.why
    meant = citations[one.citation].start if one.citation is not None else None
    assert meant == places.get("⟪"), case.why
    assert case.candidates is ANY or sorted(one.candidates) == sorted(case.candidates), case.why
    assert fits(case.provisions, tuple(one.provisions)), case.why


def test_there_are_enough_cases() -> None:
    assert len(LINKS) + len(POINTERS) >= 60


@pytest.mark.parametrize("case", [*LINKS, *POINTERS], ids=range(len(LINKS) + len(POINTERS)))
def test_each_case_marks_what_it_asks_for_and_says_why(case: Link | Pointer) -> None:
    assert case.why
    assert sorted(MARKS.findall(case.text)) in (["⟦", "⟧"], ["⟦", "⟧", "⟪", "⟫"])
