"""`Document`: one normalised text, its blocks, and the way back from every character to the page.

All offsets in the project count characters (Python `str` indices) of `Document.text`. The text is NFC, places
tone marks one way (`hòa`, `ủy`), has one space between words, one `\\n` between blocks, `\\n` between the rows of a
table and `\\t` between its cells. Page furniture (page numbers, running heads) is not in it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from ingest.boxes import Box as Box
from ingest.boxes import Boxes, Point, around, corners_of, part_of, way_of
from ingest.spelled import aligned

BlockKind = Literal["letterhead", "heading", "paragraph", "table", "footnote", "recipients", "signature"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the characters `start` to `end` of the text, all on one printed line, stand in the source.

    `page` counts from 1 and is `None` where the format has no pages; `line` is the line of a text or HTML file, the
    paragraph of a DOCX (from 1; `ingest.word` says which are counted); `box` is known for formats with a fixed layout.
    `words`: the box of each word, as blanks part them, empty where it is not known; `slant`: the degrees clockwise by
    which the line lies askew on the page; `printed`: the line as the source spells it, None where as in the text.
    """

    start: int
    end: int
    page: int | None = None
    line: int | None = None
    box: Box | None = None
    words: Sequence[Box] = field(default=(), repr=False)
    slant: float = 0.0
    printed: str | None = field(default=None, repr=False)

    def corners(self) -> tuple[Point, Point, Point, Point] | None:
        """The corners of the rectangle, askew as the line is, in which the words stand: top left, top right, bottom
        right, bottom left as the line is read when it lies level; in points. None where there is no box."""
        return corners_of(self.words or (self.box,), self.slant) if self.box else None


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
        """The places that the characters `start` to `end` come from, in order, one for each printed line, cut to the
        words asked for; empty where the source has none."""
        return tuple(self._cut(place, start, end) for place in self._places_at(start, end))

    def page_at(self, offset: int) -> int | None:
        """The page (from 1) on which the character at `offset` stands."""
        places = self._places_at(offset, offset + 1)
        return places[0].page if places else None

    def as_printed(self, start: int, end: int) -> str:
        """The characters `start` to `end` as the source spells them (nguyên văn): with its way to place tones (`hoà`),
        the Đ, blanks and dotted lines that it has where the text has one form of them, and its footnote marks. Letters
        are composed (NFC), and those of an old font (TCVN3, VNI) are what it draws. Of a scan, the text itself."""
        pieces: list[str] = []
        at = start
        for place in self._places_at(start, end):
            first, last = max(start, place.start), min(end, place.end)
            pieces += [self.text[at:first], self._printed(place, first, last)]
            at = last
        return "".join([*pieces, self.text[at:end]])

    def _places_at(self, start: int, end: int) -> tuple[Place, ...]:
        first = max(0, bisect_right(self.places, start, key=lambda place: place.start) - 1)
        last = bisect_right(self.places, max(start, end - 1), key=lambda place: place.start)
        return tuple(place for place in self.places[first:last] if place.end > start)

    def _cut(self, place: Place, start: int, end: int) -> Place:
        start, end = max(start, place.start), min(end, place.end)
        if not place.words or (start, end) == (place.start, place.end):
            return replace(place, start=start, end=end)
        words: list[Box] = []
        at, way = place.start, way_of(place.words)
        for word, box in zip(self.text[place.start : place.end].split(" "), place.words, strict=False):
            first, last = max(start - at, 0), min(end - at, len(word))
            if first < last:
                words.append(part_of(box, (word[:first], word[first:last], word[last:]), way))
            at += len(word) + 1
        cut = around(words) if words else place.box
        return replace(place, start=start, end=end, words=Boxes.of(words), box=cut)

    def _printed(self, place: Place, start: int, end: int) -> str:
        if place.printed is None:
            return self.text[start:end]
        found = aligned(self.text[place.start : place.end], place.printed)
        if found is None:
            return self.text[start:end]
        return place.printed[found[start - place.start][0] : found[end - 1 - place.start][1]]
