"""A document that was read, as a manuscript to be printed again: what `corpus.samples.word` makes a Word file of, with
automatic numbers, footnotes and tables. So one text can be had in every form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from corpus.samples.markup import Block as Written
from corpus.samples.markup import Closing, Letterhead, Paragraph, ParagraphKind, Sample, Table
from ingest.document import Block, Document

MOTTO = re.compile(r"CỘNG H[ÒO]|Độc lập\W|ĐẢNG CỘNG SẢN")
DATED = re.compile(r"\bngày\b.*\bnăm \d{4}")
NUMBERED = re.compile(r"Số\s*:|Số \d|Số\s+-")
MARKED = re.compile(r"(?:[IVX]+|\d+(?:\.\d+)*|[a-zđ])[.)] |[-+•] |(?:Điều|Chương|Mục|Phần) \S")
BASIS = re.compile(r"Căn cứ |Theo đề nghị |Xét đề nghị ")
GROUPED = {
    "letterhead": "letterhead",
    "recipients": "closing",
    "signature": "closing",
    "footnote": "footnote",
}


def manuscript(document: Document, name: str) -> Sample:
    """The document as a sample (bản thảo) of the form `docx-mixed`: automatic numbers where Word prints the same."""
    notes = [block for block in document.blocks if block.kind == "footnote"]
    numbers = {block: str(at) for at, block in enumerate(notes, 1)}
    texts = {number: document.text_of(block) for block, number in numbers.items()}
    return Sample(name, "docx-mixed", name, tuple(_written(document, numbers)), texts)


def _written(document: Document, numbers: dict[Block, str]) -> Iterator[Written]:
    titles = True
    for (group, _), run in groupby(
        document.blocks, lambda block: (GROUPED.get(block.kind), block.kind == "table")
    ):
        blocks = list(run)
        if group == "letterhead":
            yield _letterhead([document.text_of(block) for block in blocks])
            titles = True
        elif group == "closing":
            yield _closing(document, blocks)
            titles = True
        elif group is None:
            for block in blocks:
                if block.kind == "table":
                    yield _table(document, block)
                else:
                    yield Paragraph(_kind(document, block, titles), _with_marks(document, block, numbers))
                    titles = titles and block.kind == "heading"


def _kind(document: Document, block: Block, titles: bool) -> ParagraphKind:
    text = document.text_of(block)
    if block.kind == "heading":
        return "title" if titles and not MARKED.match(text) else "heading"
    return "basis" if BASIS.match(text) else "body"


def _with_marks(document: Document, block: Block, numbers: dict[Block, str]) -> str:
    """The text of a paragraph, a mark where each footnote was tied to it."""
    text = document.text_of(block)
    tied = [(note.anchor, number) for note, number in numbers.items() if note.anchor is not None]
    for anchor, number in sorted(tied, reverse=True):
        if block.start < anchor <= block.end:
            text = f"{text[: anchor - block.start]}[^{number}]{text[anchor - block.start :]}"
    return text


def _letterhead(lines: Sequence[str]) -> Letterhead:
    motto = [line for line in lines if MOTTO.match(line)]
    dated = [line for line in lines if line not in motto and DATED.search(line)]
    left = [line for line in lines if line not in motto and line not in dated]
    at = next((at for at, line in enumerate(left) if NUMBERED.match(line)), len(left))
    names = list(zip_longest(left[:at], motto, fillvalue=""))
    rest = list(zip_longest(left[at:], dated, fillvalue=""))
    return Letterhead((*names, *[("", "")] * (2 - len(names)), *rest))


def _closing(document: Document, blocks: Sequence[Block]) -> Closing:
    recipients = [document.text_of(block) for block in blocks if block.kind == "recipients"]
    signature = [document.text_of(block) for block in blocks if block.kind == "signature"]
    return Closing(
        tuple(recipients), (*signature[:-1], *([""] if len(signature) > 1 else []), *signature[-1:])
    )


def _table(document: Document, block: Block) -> Table:
    """The cells in their rows and columns; a merged cell stands in its first."""
    width = max(cell.column + cell.column_span for cell in block.cells)
    rows = [[""] * width for _ in range(max(cell.row for cell in block.cells) + 1)]
    for cell in block.cells:
        rows[cell.row][cell.column] = document.text_of(cell)
    longest = [max(len(row[column]) for row in rows) for column in range(width)]
    return Table(tuple(max(10, min(60, length)) for length in longest), tuple(map(tuple, rows)))
