"""`Document`: one normalised text, its blocks, and the way back from every character to the page.

All offsets in the project count characters (Python `str` indices) of `Document.text`. The text is NFC, places
tone marks one way (`hòa`, `ủy`), has one space between words, one `\\n` between blocks, `\\n` between the rows of a
table and `\\t` between its cells. Page furniture (page numbers, running heads) is not in it.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal["letterhead", "heading", "paragraph", "table", "footnote", "recipients", "signature"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page (hộp trên trang), in points (1/72 inch) from the top left corner of the page."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where the characters `start` to `end` of the text stand in the source.

    `page` counts from 1 and is `None` where the format has no pages; `line` is the line of a text or HTML file, the
    paragraph of a DOCX (from 1); `box` is known for formats with a fixed layout.
    """

    start: int
    end: int
    page: int | None = None
    line: int | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell (ô): `row` and `column` count from 0; a merged cell keeps its first position and its span."""

    row: int
    column: int
    start: int
    end: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the document in reading order.

    `letterhead` is each line above the title (quốc hiệu, issuer, number, place and date), also that of an attached
    document; `recipients` is the list under `Nơi nhận`; `signature` each line of the signing block. A `footnote` has
    its printed `mark` and `anchor`, the offset in the text at which the mark stood (the mark itself is taken out).
    `head_rows` counts the head rows of a table. `confidence`, 0 to 1, is how sure the recognition of its letters was
    (OCR, mean over the letters); None where nothing had to be recognised.
    """

    kind: BlockKind
    start: int
    end: int
    page: int | None = None
    bold: bool = False
    italic: bool = False
    centred: bool = False
    mark: str | None = None
    anchor: int | None = None
    cells: tuple[Cell, ...] = ()
    head_rows: int = 0
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The file that was read (tệp nguồn): what it was, how it was read, and what the reader was not sure of."""

    path: str
    sha256: str
    media_type: str
    reader: str
    pages: int | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader makes of the bytes (văn bản đã đọc). `places` is sorted by `start`."""

    text: str
    blocks: tuple[Block, ...]
    source: Source
    places: tuple[Place, ...] = field(default=(), repr=False)

    def text_of(self, part: Block | Cell) -> str:
        """The characters of a block or cell."""
        return self.text[part.start : part.end]

    def places_of(self, start: int, end: int) -> tuple[Place, ...]:
        """The places that the characters `start` to `end` come from, in order; empty where the source has none."""
        first = max(0, bisect_right(self.places, start, key=lambda place: place.start) - 1)
        last = bisect_right(self.places, max(start, end - 1), key=lambda place: place.start)
        return tuple(place for place in self.places[first:last] if place.end > start)

    def page_at(self, offset: int) -> int | None:
        """The page (from 1) on which the character at `offset` stands."""
        places = self.places_of(offset, offset + 1)
        return places[0].page if places else None
