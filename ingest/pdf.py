"""PDF files with a text layer: pages to rows, rows to lines that know whether they were full and set in.

Where a line ends says where the paper ended; whether it was full, whether the next one is set in, and how far apart
they stand say whether a paragraph goes on. These are told here; `paragraphs` decides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from types import MappingProxyType

from ingest.boxes import Boxes
from ingest.composing import compose
from ingest.document import Box, Document
from ingest.encoding import language_warnings
from ingest.errors import ReadError
from ingest.footnotes import SUPERSCRIPTS
from ingest.furniture import page_label, running_head
from ingest.lines import Gap, Grid, Line, Part, as_printed
from ingest.pdf_columns import in_reading_order
from ingest.pdf_layer import text_layer
from ingest.pdf_rows import Row, rows_of
from ingest.pdf_scans import with_scans
from ingest.pdf_tables import PlacedGrid, RuledTable, by_cell, filled, ruled_tables
from ingest.pdf_words import PageWords, Word, turned_back
from ingest.policy import Policy
from ingest.provenance import source_of
from ingest.wording import finished, opening, starts_lower

_FEWEST_HEADS = 3  # a letterhead may stand twice in a file: over the decision, and over the plan attached
_EDGE = 0.11  # of the height of a page: where running heads and page numbers stand
_FEWEST_LETTERS = 25  # on a page with text; what signatures and stamps draw on a scan is less
_FEWEST_LETTERS_IN_ALL = 150
_SAMPLE_WORDS = 20_000  # by which the language is told
_SPACED_OUT = 1.3  # of the usual distance between lines: a space between paragraphs
_SAME_MARGIN = 4.0  # points
_SMALL_PRINT = 0.93  # of the size of the running text: footnotes are smaller
_DIGITS = re.compile(r"\d+")


def read_pdf(data: bytes, name: str, ocr: Policy = "auto") -> Document:
    """The document in a PDF file, its scanned pages recognised as `ocr` says. Raises `ReadError` for one that is
    broken, locked, without pages, or a scan that cannot be recognised."""
    layer = text_layer(data, name)
    scans = with_scans(data, name, layer.pages, ocr, layer.doubtful)
    pages = scans.pages
    texts = [page for page in pages if page.letters >= _FEWEST_LETTERS]
    few = sum(page.letters for page in texts) < _FEWEST_LETTERS_IN_ALL and any(page.images for page in pages)
    if not texts or (few and not scans.recognised):
        raise _without_text(name, recognised=scans.recognised)
    parts = parts_of(pages, scans.tables)
    mendings: tuple[str, ...] = ()
    if scans.recognised:
        from ingest.scan_slips import mended, mending_warnings

        read_as = parts
        parts = mended(parts)
        mendings = mending_warnings(read_as, parts)
    words = " ".join(islice((text for page in pages for text in page.texts), _SAMPLE_WORDS))
    warnings = (
        *layer.warnings,
        *(scans.warnings or _scan_warnings(pages)),
        *mendings,
        *language_warnings(words),
    )
    reader = "pdf+ocr" if scans.recognised else "pdf"
    return compose(
        parts, source_of(name, data, "application/pdf", reader, pages=len(pages), warnings=warnings)
    )


def _without_text(name: str, *, recognised: bool) -> ReadError:
    if recognised:
        return ReadError(
            name,
            "không nhận ra chữ nào trong bản quét",
            "quét lại rõ hơn (200 đến 300 dpi), hoặc xin bản Word",
        )
    return ReadError(
        name,
        "PDF là bản quét (ảnh), không có lớp chữ",
        "xin bản Word hoặc PDF có lớp chữ, hoặc nhận dạng chữ (OCR)",
    )


def _scan_warnings(pages: Sequence[PageWords]) -> tuple[str, ...]:
    scanned = [str(page.number) for page in pages if page.images and page.letters < _FEWEST_LETTERS]
    return (f"trang {', '.join(scanned)} là ảnh quét, chưa đọc được",) if scanned else ()


@dataclass(frozen=True, slots=True)
class _Margins:
    """How the running text of a document is set: right edge by page width, left edges of lines that go on and of
    lines that begin items, the usual distance between lines, and the font size."""

    right: dict[int, float]
    going_on: tuple[float, ...]
    begun: frozenset[int]
    pitch: float
    size: float


@dataclass(frozen=True, slots=True)
class _Printed:
    """What is known of a row of a page but its words, which are let go: a file may have a million."""

    text: str
    box: Box
    base: float
    size: float
    column: int
    starts: bool
    bold: bool
    italic: bool
    confidence: float | None
    words: Boxes
    printed: str | None


Item = _Printed | PlacedGrid


def parts_of(
    pages: Sequence[PageWords], known: Mapping[int, Sequence[RuledTable]] = MappingProxyType({})
) -> list[Part]:
    """The printed lines and the tables of pages, in reading order, page furniture left out; `known`: the tables of
    scans, by the index of the page (from 0)."""
    heads = _running_heads(pages)
    content = [_content(page, _tables(page, known), heads) for page in pages]
    margins = _margins(content, pages)
    parts: list[Part] = []
    for page, items in zip(pages, content, strict=True):
        parts += _page_parts(page, items, margins, first=not parts)
    return _as_shown(_with_full(parts, margins, pages), pages)


def _as_shown(parts: list[Part], pages: Sequence[PageWords]) -> list[Part]:
    """The parts with boxes on the pages as a viewer shows them."""
    turned = {page.number: page for page in pages if page.turn or page.skew}
    return [_part_as_shown(part, turned) for part in parts] if turned else parts


def _part_as_shown(part: Part, turned: Mapping[int, PageWords]) -> Part:
    if isinstance(part, Line):
        return _line_as_shown(part, turned)
    cells = (
        replace(cell, lines=tuple(_line_as_shown(line, turned) for line in cell.lines)) for cell in part.cells
    )
    return replace(part, cells=tuple(cells))


def _line_as_shown(line: Line, turned: Mapping[int, PageWords]) -> Line:
    page = turned.get(line.page or 0)
    if page is None or line.box is None:
        return line
    words = tuple(turned_back(word, page) for word in line.words)
    return replace(line, box=turned_back(line.box, page), words=words, slant=page.skew)


def _tables(page: PageWords, known: Mapping[int, Sequence[RuledTable]]) -> list[PlacedGrid]:
    ruled = ruled_tables(page, known) if page.ruled else []
    placed = (filled(table, page.words, page.number) for table in ruled)
    return [table for table in placed if table is not None]


def _running_heads(pages: Sequence[PageWords]) -> set[str]:
    """What stands at the edge of several pages, numbers aside."""
    counts: Counter[str] = Counter()
    for page in pages:
        words = page.edges(_EDGE * page.height, (1 - _EDGE) * page.height)
        edge = [row for row in rows_of(words) if _at_edge(row, page)]
        counts.update({_DIGITS.sub("#", row.text) for row in edge[:3] + edge[-3:]})
    return {text for text, count in counts.items() if count >= max(_FEWEST_HEADS, len(pages) / 2)}


def _at_edge(row: Row, page: PageWords) -> bool:
    return row.box.bottom < _EDGE * page.height or row.box.top > (1 - _EDGE) * page.height


def _content(page: PageWords, tables: Sequence[PlacedGrid], heads: set[str]) -> list[Item]:
    """The rows and tables of a page in reading order, its furniture left out."""
    free: Sequence[Word] = page.words
    for table in tables:
        _, free = by_cell(free, table.cell_boxes)
    rows = [row for row in rows_of(free) if row.text and not _is_page_furniture(row, page, heads)]
    items: list[Item] = []
    for table in tables:
        above = [row for row in rows if row.box.bottom <= table.box.top + row.size]
        items += [*_printed(in_reading_order(above, page.width)), table]
        rows = rows[len(above) :]
    return [*items, *_printed(in_reading_order(rows, page.width))]


def _printed(rows: Iterable[Row]) -> Iterator[_Printed]:
    for row in rows:
        text, confidence = row.text, row.confidence
        spelt = None if row.printed == text or confidence is not None else as_printed(row.printed, text)
        place = (row.box, row.base, row.size, row.column, row.starts)
        yield _Printed(text, *place, row.bold, row.italic, confidence, row.word_boxes, spelt)


def _is_page_furniture(row: Row, page: PageWords, heads: set[str]) -> bool:
    text = row.text
    if not any(character.isalnum() for character in text):
        return not set(text) & set("-_=*–")  # rules stay, to be told as gaps
    if not _at_edge(row, page):
        return False
    return page_label(text) is not None or _DIGITS.sub("#", text) in heads or running_head(text)


def _margins(content: Sequence[Sequence[Item]], pages: Sequence[PageWords]) -> _Margins:
    rights: dict[int, Counter[int]] = {}
    lefts: Counter[int] = Counter()
    begun: dict[int, set[int]] = {}
    pitches: Counter[int] = Counter()
    sizes: Counter[float] = Counter()
    for page, items in zip(pages, content, strict=True):
        rows = [item for item in items if isinstance(item, _Printed) and not item.column]
        for before, row in pairwise(rows):
            sizes[round(row.size, 1)] += len(row.text)
            rights.setdefault(round(page.width), Counter())[round(before.box.right)] += 1
            opens = opening(row.text) != "none"
            if opens:
                begun.setdefault(round(row.box.left), set()).add(round(row.box.right))
            if starts_lower(row.text) and not opens and not finished(before.text):
                lefts[round(row.box.left)] += 1
                pitches[round(row.base - before.base)] += 1
    return _Margins(
        {width: _outermost(counts) for width, counts in rights.items()},
        tuple(left for left, count in lefts.most_common(6) if count > 2),
        frozenset(left for left, ends in begun.items() if len(ends) > 2),  # centred lines end as they begin
        float(pitches.most_common(1)[0][0]) if pitches else 0.0,
        sizes.most_common(1)[0][0] if sizes else 0.0,
    )


def _outermost(rights: Counter[int]) -> float:
    """The right margin: the edge that most rows reach, give or take a point."""
    return float(max(rights, key=lambda edge: (rights[edge - 1] + rights[edge] + rights[edge + 1], edge)))


def _page_parts(page: PageWords, items: Sequence[Item], margins: _Margins, *, first: bool) -> list[Part]:
    parts: list[Part] = []
    before: Item | None = None
    in_note = False
    for item in items:
        if isinstance(item, PlacedGrid):
            parts.append(replace(item.grid, continues=before is None and not first))
        else:
            in_note = _in_footnote(item, page, margins, in_note=in_note)
            gap = _gap(item, before, margins, top="none" if first else "page")
            parts.append(_line(item, page, margins, gap, note=in_note))
        before = item
    return parts


def _in_footnote(row: _Printed, page: PageWords, margins: _Margins, *, in_note: bool) -> bool:
    """Whether a row belongs to the footnotes: small print in the lower part, from a raised number on."""
    small = row.size < _SMALL_PRINT * margins.size
    return small and (in_note or (row.text[0] in SUPERSCRIPTS and row.box.top > page.height / 4))


def _gap(row: _Printed, before: Item | None, margins: _Margins, top: Gap) -> Gap:
    if before is None:
        return top
    if isinstance(before, PlacedGrid) or row.starts or bool(before.column) != bool(row.column):
        return "rule"
    spaced_out = margins.pitch and row.base - before.base > _SPACED_OUT * margins.pitch
    return "hard" if spaced_out and not row.column else "none"


def _line(row: _Printed, page: PageWords, margins: _Margins, gap: Gap, *, note: bool) -> Line:
    box = row.box
    off_centre = abs((box.left + box.right) / 2 - _centre(page, margins))
    narrow = box.right < margins.right.get(round(page.width), 0.0) - 2 * row.size
    set_in = _set_in(box.left, margins)
    centred = not row.column and narrow and set_in and off_centre < row.size
    return Line(
        row.text,
        page.number,
        box=box,
        gap=gap,
        indented=None if row.column or not margins.going_on else set_in,
        bold=row.bold,
        italic=row.italic,
        centred=centred and round(box.left) not in margins.begun,
        note=note,
        confidence=row.confidence,
        words=row.words,
        printed=row.printed,
    )


def _centre(page: PageWords, margins: _Margins) -> float:
    left = min(margins.going_on, default=page.width / 10)
    return (left + margins.right.get(round(page.width), page.width - left)) / 2


def _set_in(left: float, margins: _Margins) -> bool:
    usual = min(margins.going_on, default=0.0)
    return left > usual + _SAME_MARGIN and all(abs(left - edge) > _SAME_MARGIN for edge in margins.going_on)


def _with_full(parts: Sequence[Part], margins: _Margins, pages: Sequence[PageWords]) -> list[Part]:
    """The lines told whether they were full: the next line's first word would have run over the right margin."""
    widths = {page.number: round(page.width) for page in pages}
    result: list[Part] = []
    for part, after in zip(parts, [*parts[1:], None], strict=True):
        if isinstance(part, Grid) or part.box is None or part.page is None:
            result.append(part)
            continue
        right = margins.right.get(widths[part.page])
        if right is None or not isinstance(after, Line) or after.gap == "rule":
            result.append(part)
        else:
            result.append(replace(part, full=part.box.right + _first_word(after) > right - _SAME_MARGIN))
    return result


def _first_word(line: Line) -> float:
    """About how wide the first word of a line is with the blank before it, in points."""
    if line.box is None:
        return 0.0
    first = line.text.split(" ", 1)[0]
    return (line.box.right - line.box.left) * (len(first) + 1) / max(1, len(line.text))
