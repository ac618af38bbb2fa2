"""Which year a date without one means (năm của ngày không ghi năm): that of the heading, table or title over it.

A heading or the caption of a table that ends in a year (`Nhiệm vụ năm 2026`), and the head of a table that names one,
give it to what stands under them; the year of the title, and then that of the issue, to the rest. Periods (`giai đoạn
2021-2025`) and years before the issue give none: what was done then is no work to do.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from extract.node import Node
from ingest.document import Block, Document

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_PERIOD = re.compile(
    r"(?:19|20)\d{2} ?[-–] ?(?:19|20)\d{2}|năm học[^;.]{0,20}|(?:đến|trước|sau|từ) năm \d{4}", re.IGNORECASE
)
_ENDS_IN_YEAR = re.compile(
    r"(?:năm|tháng \d{1,2}/|quý [IV\d]{1,3}/)\s?((?:19|20)\d{2})[\W_]*(?:\([^()]*\))?\W*\Z", re.IGNORECASE
)
_LONGEST = 200  # characters of a heading
_FARTHEST = 5  # years ahead of the issue


class Years:
    """The year of a date without one, at each place of a document.

    >>> years = Years([(10, 50, 2026), (20, 30, 2027)])
    >>> [years.at(place) for place in (5, 15, 25, 40, 60)]
    [None, 2026, 2027, 2026, None]
    """

    __slots__ = ("_starts", "_years")

    def __init__(self, spans: Iterable[tuple[int, int, int]]) -> None:
        """`spans`: start, end and year, in order, the inner ones behind those around them."""
        marks: list[tuple[int, int | None]] = []
        open_spans: list[tuple[int, int]] = []
        for start, end, year in spans:
            _close(open_spans, marks, start)
            marks.append((start, year))
            open_spans.append((end, year))
        _close(open_spans, marks, None)
        self._starts = [start for start, _ in marks]
        self._years = [year for _, year in marks]

    def at(self, place: int) -> int | None:
        """The year that the headings over a place give it; `None` where they give none."""
        number = bisect_right(self._starts, place) - 1
        return self._years[number] if number >= 0 else None


def _close(open_spans: list[tuple[int, int]], marks: list[tuple[int, int | None]], upto: int | None) -> None:
    while open_spans and (upto is None or open_spans[-1][0] <= upto):
        end, _ = open_spans.pop()
        marks.append((end, open_spans[-1][1] if open_spans else None))


def years_of(root: Node, document: Document, issued: int | None) -> Years:
    """The years that the headings and tables of a document give to what stands under them; `issued` is the year of
    the document."""
    found: list[tuple[int, int, int]] = []
    before: dict[int, Node] = {}  # the last child seen of a parent
    for node in root.walk():
        caption = before.get(id(node.parent)) if node.kind == "table" else None
        before[id(node.parent)] = node
        words = (
            _head(node.block, document)
            if node.kind == "table" and node.block
            else node.text
            if node.children
            else ""
        )
        year = year_of(words) or (year_of(caption.text) if caption and caption.kind == "plain" else None)
        if year and (issued is None or issued <= year <= issued + _FARTHEST):
            start = node.block.start if node.block else node.start
            found.append((start, node.end, year))
    return Years(found)


def _head(table: Block, document: Document) -> str:
    """The one cell in the head of a table that names a year."""
    cells = (document.text_of(cell) for cell in table.cells if cell.row < max(1, table.head_rows))
    named = [cell for cell in cells if _YEAR.search(cell)]
    return named[0] if len(named) == 1 else ""


def year_of(heading: str) -> int | None:
    """The year in which a short heading ends, if it names no other.

    >>> year_of("Nhiệm vụ trọng tâm năm 2026"), year_of("Giai đoạn 2021-2025"), year_of("Kết quả năm 2024 và 2025")
    (2026, None, None)
    """
    if len(heading) > _LONGEST or not _YEAR.search(heading):
        return None
    words = _PERIOD.sub("", heading)
    found = _ENDS_IN_YEAR.search(words.rstrip(" :."))
    return int(found[1]) if found and len(set(_YEAR.findall(words))) == 1 else None
