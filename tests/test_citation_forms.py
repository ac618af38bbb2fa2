"""How Vietnamese texts cite documents: a table of forms, and one of what only looks like a citation.

`citation_forms.tsv` has one row a citation; the rows of one text stand together, in reading order. Every text is read
as part of a plan of the people's committee of Quảng Trị (44/KH-UBND of 15 March 2024). An empty cell means that the
citation says nothing there (`relation`: not compared). `a ~ b`: either is right. `?a`: saying `a` is right, and so is
saying nothing. `*`: not compared. `\\n` is a line break in the middle of a sentence.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest

from extract.citations import find_citations
from extract.extraction import Citation, Header

TABLES = Path(__file__).parent
PLAN = Header(
    type="Kế hoạch",
    number="44/KH-UBND",
    issuer="Ủy ban nhân dân tỉnh Quảng Trị",
    place="Quảng Trị",
    date="2024-03-15",
)
RULES = {
    "symbol", "untyped", "list", "shared_symbol", "number_year", "short", "law_name", "law_list", "amending_law",
    "treaty", "dated", "blank", "broken",
}  # fmt: skip
RELATIONS = {
    "legal_basis", "carries_out", "on_proposal", "amends", "supplements", "replaces", "repeals", "guides",
    "attached_to", "mentions",
}  # fmt: skip
Row = dict[str, str]


def table(name: str) -> list[Row]:
    head, *lines = (TABLES / name).read_text("utf-8").splitlines()
    return [
        dict(zip(head.split("\t"), line.split("\t"), strict=True)) | {"line": str(place)}
        for place, line in enumerate(lines, 2)
    ]


FORMS = table("citation_forms.tsv")
EXAMPLES = [(text, list(rows)) for text, rows in groupby(FORMS, key=lambda row: row["text"])]
NOT_CITATIONS = table("not_citations.tsv")


def citations(text: str) -> tuple[Citation, ...]:
    return find_citations(text, [(0, len(text))], PLAN)


def said(citation: Citation, column: str) -> str:
    if column == "quote":
        return " ".join(citation.quote.split())
    value = getattr(citation, column)
    return " | ".join(value) if isinstance(value, tuple) else value or ""


def allowed(cell: str) -> list[str]:
    return ["", cell[1:]] if cell.startswith("?") else [value.strip() for value in cell.split("~")]


def folded(value: str, column: str) -> str:
    """Names of bodies are compared whatever their capitals (`các Chương trình mục tiêu quốc gia`)."""
    return value.casefold() if column == "issuer" else value


def compared(row: Row) -> list[str]:
    return [
        column
        for column, cell in row.items()
        if column not in ("text", "line") and cell != "*" and (cell or column != "relation")
    ]


def differences(row: Row, citation: Citation) -> dict[str, tuple[str, str]]:
    """What the table expects and what was said, where they differ."""
    return {
        column: (row[column], said(citation, column))
        for column in compared(row)
        if folded(said(citation, column), column)
        not in [folded(value, column) for value in allowed(row[column])]
    }


@pytest.mark.parametrize(("text", "rows"), EXAMPLES, ids=[f"line {rows[0]['line']}" for _, rows in EXAMPLES])
def test_a_form_is_read_as_the_table_says(text: str, rows: list[Row]) -> None:
    found = citations(text.replace("\\n", "\n"))
    assert len(found) == len(rows), [one.quote for one in found]
    wrong = [differences(row, one) for row, one in zip(rows, found, strict=True)]
    assert not any(wrong), wrong


@pytest.mark.parametrize("row", NOT_CITATIONS, ids=[f"line {row['line']}" for row in NOT_CITATIONS])
def test_what_only_looks_like_a_citation_is_none(row: Row) -> None:
    assert [one.quote for one in citations(row["text"])] == [], row["why"]


@pytest.mark.parametrize("rule", sorted(RULES))
def test_every_rule_has_an_example(rule: str) -> None:
    assert any(rule in allowed(row["rule"]) for row in FORMS)


def test_every_example_names_its_rule_and_no_other_word() -> None:
    assert {rule for row in FORMS for rule in allowed(row["rule"])} == RULES
    assert {row["relation"] for row in FORMS} - {""} == RELATIONS


def test_the_rows_of_a_text_stand_together() -> None:
    texts = [text for text, _ in EXAMPLES]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize(("text", "rows"), EXAMPLES, ids=[f"line {rows[0]['line']}" for _, rows in EXAMPLES])
def test_a_quote_and_a_pinpoint_are_words_of_the_text(text: str, rows: list[Row]) -> None:
    printed = " ".join(text.replace("\\n", " ").split())
    for row in rows:
        assert all(quote in printed for quote in allowed(row["quote"]))
        assert row["pinpoint"] == "*" or all(pinpoint in printed for pinpoint in allowed(row["pinpoint"]))


def test_there_are_enough_forms() -> None:
    assert len(FORMS) >= 330
    assert len(NOT_CITATIONS) >= 130
    assert sum(bool(row["provisions"]) for row in FORMS) >= 45
    assert sum(bool(row["relation"]) for row in FORMS) >= 40
