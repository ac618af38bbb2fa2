"""Plans of any length with the density of facts that plans have, for measuring: the bodies of the documents in
tests/documents one after another, each a part (`PHẦN 2`) of one plan, with other numbers, days and departments each
time, so that nothing but the way such documents are written repeats.

Documents are put together from blocks, not read from a file, so that reading is no part of what is measured.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from extract.header import read_header
from ingest import read
from ingest.document import Block, BlockKind, Cell, Document, Source

DOCUMENTS = Path(__file__).parents[1] / "tests" / "documents"
TITLE = "Phát triển kinh tế - xã hội tỉnh Bến Tre năm 2022"
HALF_A_BODY = 2_000  # bytes
_BODY = frozenset({"heading", "paragraph", "table", "footnote"})
_DAY = re.compile(r"\b\d{1,2}([/-])\d{1,2}(?=[/-]\d{4}\b)")
_NUMBER = re.compile(r"(?<=số )\d+(?=[/-])")
_DEPARTMENTS = (
    "Tài chính",
    "Nội vụ",
    "Y tế",
    "Tư pháp",
    "Công Thương",
    "Xây dựng",
    "Giáo dục và Đào tạo",
    "Khoa học và Công nghệ",
    "Thông tin và Truyền thông",
    "Tài nguyên và Môi trường",
    "Nông nghiệp và Phát triển nông thôn",
    "Lao động - Thương binh và Xã hội",
)
_DEPARTMENT = re.compile(rf"\bSở ({'|'.join(sorted(_DEPARTMENTS, key=len, reverse=True))})")


@dataclass(frozen=True, slots=True)
class Piece:
    """A block that has no place in a text yet: its text, or the text of each cell of a table."""

    kind: BlockKind
    texts: tuple[str, ...]
    block: Block | None = None


def composed(pieces: Iterable[Piece]) -> Document:
    """The document of these blocks, one after another.

    >>> composed([Piece("heading", ("I. NHIỆM VỤ",)), Piece("paragraph", ("1. Rà soát.",))]).text
    'I. NHIỆM VỤ\\n1. Rà soát.'
    """
    blocks: list[Block] = []
    texts: list[str] = []
    start = 0
    for piece in pieces:
        text, cells = _laid_out(piece, start)
        given = piece.block or Block(piece.kind, 0, 0)
        anchor = None if given.anchor is None else max(0, start - 1)
        blocks.append(replace(given, start=start, end=start + len(text), cells=cells, anchor=anchor))
        texts.append(text)
        start += len(text) + 1
    return Document("\n".join(texts), tuple(blocks), Source("plan.txt", "0" * 64, "text/plain", "bench"))


def plan(size: int, seed: int = 7) -> Document:
    """A plan of about `size` bytes of UTF-8: whole bodies, half a body more or less."""
    chance, length = random.Random(seed), 0
    pieces = [*_letterhead(), Piece("heading", ("KẾ HOẠCH",)), Piece("heading", (TITLE,))]
    for number, (title, body) in enumerate(_bodies(chance), 1):
        part = [Piece("heading", (f"PHẦN {number}. {title.upper()}",)), *_varied(body, chance)]
        pieces += part
        length += sum(len(text.encode()) + 1 for piece in part for text in piece.texts)
        if length >= size - HALF_A_BODY:
            break
    return composed(pieces)


def paragraphs(lines: Iterable[str]) -> Document:
    """A document of these paragraphs."""
    return composed(Piece("paragraph", (line,)) for line in lines)


def table(rows: Sequence[Sequence[str]]) -> Document:
    """A document of one table, whose first row is its head."""
    cells = tuple(Cell(row, column, 0, 0) for row, texts in enumerate(rows) for column in range(len(texts)))
    texts = tuple(text for row in rows for text in row)
    return composed([Piece("table", texts, Block("table", 0, 0, cells=cells, head_rows=1))])


def _laid_out(piece: Piece, start: int) -> tuple[str, tuple[Cell, ...]]:
    if piece.kind != "table" or piece.block is None:
        return piece.texts[0], ()
    text = ""
    cells: list[Cell] = []
    for cell, said in zip(piece.block.cells, piece.texts, strict=True):
        if cells:
            text += "\t" if cell.row == cells[-1].row else "\n"
        cells.append(replace(cell, start=start + len(text), end=start + len(text) + len(said)))
        text += said
    return text, tuple(cells)


@lru_cache(maxsize=1)
def _documents() -> tuple[Document, ...]:
    return tuple(read(path) for path in sorted(DOCUMENTS.glob("*.txt")))


def _letterhead() -> list[Piece]:
    plan_of_a_province = _documents()[3]
    return [piece for piece in _pieces(plan_of_a_province) if piece.kind == "letterhead"]


def _bodies(chance: random.Random) -> Iterator[tuple[str, list[Piece]]]:
    """The bodies in an order that is another one each time, for ever."""
    while True:
        for document in chance.sample(_documents(), len(_documents())):
            body = [piece for piece in _pieces(document) if piece.kind in _BODY]
            yield read_header(document).title or "", body


def _pieces(document: Document) -> Iterator[Piece]:
    for block in document.blocks:
        parts = block.cells if block.kind == "table" else (block,)
        yield Piece(block.kind, tuple(document.text_of(part) for part in parts), block)


def _varied(body: list[Piece], chance: random.Random) -> Iterator[Piece]:
    moved = chance.sample(_DEPARTMENTS, len(_DEPARTMENTS))
    others = dict(zip(_DEPARTMENTS, moved, strict=True))
    for piece in body:
        yield replace(piece, texts=tuple(_other(text, others, chance) for text in piece.texts))


def _other(text: str, others: dict[str, str], chance: random.Random) -> str:
    text = _DAY.sub(lambda found: f"{chance.randint(1, 28):02}{found[1]}{chance.randint(1, 12):02}", text)
    text = _NUMBER.sub(lambda found: str(chance.randint(1, 10 ** len(found[0]) - 1)), text)
    return _DEPARTMENT.sub(lambda found: f"Sở {others[found[1]]}", text)
