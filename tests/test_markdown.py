"""The Markdown checklist, rendered: what a page shows is what the document says."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpus.facts import Progress
from extract.extraction import Extraction
from publish.checklist import Checklist, Group, checklist
from publish.to_markdown import write

TABLES = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def tokens_of(tasks: Checklist) -> list[Token]:
    return TABLES.parse(write(tasks).decode())


def texts(tokens: list[Token], opened: str) -> list[str]:
    """The shown text of every inline part right after a token of that type, which must hold nothing but text."""
    inline = [after for before, after in pairwise(tokens) if before.type == opened]
    assert {child.type for part in inline for child in part.children or []} <= {"text"}
    return ["".join(child.content for child in part.children or []) for part in inline]


def test_the_table(plan: Extraction) -> None:
    tokens = tokens_of(checklist(plan))
    assert len(texts(tokens, "th_open")) == 9
    cells = texts(tokens, "td_open")
    assert len(cells) == 5 * 9
    assert cells[:3] == ["1", "Thẩm định kinh phí trước ngày 20/4/2025.", "Sở Tài chính"]


def test_markup_in_the_document_is_text(plan: Extraction) -> None:
    tokens = tokens_of(checklist(plan))
    assert texts(tokens, "td_open")[10] == "=SUM(A1:A9) | *đậm* <b>x</b>[31m https://a.vn"
    assert texts(tokens, "paragraph_open")[0].endswith(": Tổng kết | công tác <giảm nghèo>")


def test_by_agency_each_group_has_its_heading(plan: Extraction) -> None:
    assert texts(tokens_of(checklist(plan).grouped()), "heading_open") == [
        "BẢNG PHÂN CÔNG NHIỆM VỤ",
        "Sở Tài chính",
        "Sở Lao động - Thương binh và Xã hội",
        "Sở Nội vụ",
        "các Sở, ban, ngành liên quan",
        "Chưa xác định cơ quan chủ trì",
    ]


def test_notes_are_text_and_what_was_put_right_is_explained(plan: Extraction) -> None:
    tasks = checklist(plan)
    hostile = "| x *y* <b>\n# z https://a.vn"
    progress = Progress(number=1, state="done", by="Hoa", at="2025-03-01T08:00:00", note=hostile)
    first = replace(tasks.rows[0], progress=progress, corrected=("lead",))
    tokens = tokens_of(replace(tasks, groups=(Group(None, (first, *tasks.rows[1:])),)))
    cells = texts(tokens, "td_open")
    assert len(cells) == 5 * 9
    assert (cells[2], cells[7], cells[8]) == (
        "Sở Tài chính (*)",
        "Đã hoàn thành",
        "| x *y* <b> # z https://a.vn",
    )
    assert texts(tokens, "paragraph_open")[-1] == "(*) Đã sửa so với kết quả đọc văn bản."
