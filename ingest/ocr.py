"""Text for pages that have none (nhận dạng chữ, OCR): pictures of pages to the words that PDF pages are made of.

picture --scan_image--> upright, level, without red ink --scan_rules--> without rules --tesseract--> words
                                                              |                        scan_notes
                                                              +--> tables

What comes out are the `PageWords` and ruled tables that the reader of PDF makes of pages with text, so that the stages
after it are the same. Pages are rendered one after the other (PDFium has one thread) and recognised side by side, one
Tesseract with one thread for each core; only as many pictures are held as are being worked on.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Literal

from ingest.document import Box
from ingest.pdf_tables import RuledTable
from ingest.pdf_words import PageWords, Word, skewed_back
from ingest.scan_image import PageImage, with_dark_print
from ingest.scan_notes import Mark, numbered, with_marks
from ingest.scan_pages import page_numbers
from ingest.scan_reading import Reading, reading_of
from ingest.scan_words import words_of
from ingest.tesseract import PageFailed

Outcome = Literal["read", "blank", "failed"]
Task = tuple[PageWords, PageImage | None]
"""A page with what its text layer says, and its picture; None where the picture is too large."""

MOST_PAGES = 1000
"""The most pages of one file that are recognised: about a quarter of an hour on two cores."""

_LOW = 0.85  # confidence of a page: clean print is read with 0.93 and more
_LAYER_GROWN = 1.0  # points around a word of the text layer in which nothing else was printed


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """A page after recognition; `confidence` is the mean over its letters, None where there are none; `marks` are the
    marks of its footnotes, which stand in its words, too; `scale`: points to a pixel of its picture."""

    page: PageWords
    tables: tuple[RuledTable, ...]
    outcome: Outcome
    confidence: float | None = None
    marks: tuple[Mark, ...] = ()
    scale: float = 1.0


def recognised_pages(tasks: Iterable[Task]) -> Iterator[RecognisedPage]:
    """The pages with their words, in order, read by all cores. Words of the text layer (a stamped number, a signature)
    stay where they stand, before what was recognised there."""
    last = 0
    for one in _side_by_side(tasks):
        numbers, last = numbered(one.marks, last)
        words = with_marks(one.page.words, numbers, one.scale)
        yield replace(one, page=replace(one.page, words=tuple(words))) if numbers else one


def _side_by_side(tasks: Iterable[Task]) -> Iterator[RecognisedPage]:
    """The pages in order, each recognised by one core."""
    workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    waiting: deque[Future[RecognisedPage]] = deque()
    with ThreadPoolExecutor(workers) as pool:
        for page, picture in tasks:
            waiting.append(pool.submit(_recognised, page, picture))
            if len(waiting) > workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def scan_warnings(pages: Sequence[RecognisedPage]) -> tuple[str, ...]:
    """What the reader of the document should know of the recognition, in Vietnamese, with page numbers."""
    read = [one.page.number for one in pages if one.outcome == "read" and one.page.words]
    if not read:
        return doubts(pages)
    return (
        f"trang {page_numbers(read)} được nhận dạng từ ảnh quét (OCR); đối chiếu với bản gốc khi sử dụng",
        *doubts(pages),
    )


def doubts(pages: Sequence[RecognisedPage]) -> tuple[str, ...]:
    """Which pages could not be recognised, and which only with little confidence, in Vietnamese."""
    warnings: list[str] = []
    failed = [one.page.number for one in pages if one.outcome == "failed"]
    if failed:
        warnings.append(f"trang {page_numbers(failed)} không nhận dạng được (ảnh quá lớn hoặc quá thời gian)")
    warnings += [
        f"trang {one.page.number} nhận dạng không chắc chắn (độ tin cậy {round(100 * one.confidence)} %)"
        for one in pages
        if one.confidence is not None and one.confidence < _LOW
    ]
    return tuple(warnings)


def _recognised(page: PageWords, picture: PageImage | None) -> RecognisedPage:
    if picture is None:
        return RecognisedPage(page, (), "failed")
    print_on_paper = with_dark_print(picture.grey)
    if print_on_paper is None:
        return RecognisedPage(page, (), "blank")
    picture = replace(picture, grey=print_on_paper)
    try:
        return _placed(page, reading_of(picture))
    except PageFailed:
        return RecognisedPage(page, (), "failed")


def _confidence(told: Sequence[tuple[float, int]]) -> float:
    return sum(sure * length for sure, length in told) / max(1, sum(length for _, length in told))


def _placed(page: PageWords, reading: Reading) -> RecognisedPage:
    picture, tables = reading.picture, reading.tables
    words: Sequence[Word] = words_of(reading.words, picture, reading.notes_from)
    sure = [(word.confidence or 0.0, len(word.text)) for word in words]
    shown = PageWords(
        page.number,
        picture.width,
        picture.height,
        (),
        bool(tables),
        1,
        picture.turn,
        picture.skew + picture.slant,
    )
    if picture.slant:
        words = [_level_word(word, shown) for word in words]
    layer = () if page.turn or picture.turn else _layer(page.words, shown)
    kept = [word for word in words if not any(_covers(other.box, word.box) for other in layer)]
    return RecognisedPage(
        replace(shown, words=(*kept, *layer)),
        tables,
        "read" if kept or layer else "blank",
        _confidence(sure) if sure else None,
        reading.marks,
        72 / picture.dpi,
    )


def _layer(words: Sequence[Word], page: PageWords) -> tuple[Word, ...]:
    """The words of the text layer where they stand on the level page."""
    return tuple(_level_word(word, page) for word in words) if page.skew else tuple(words)


def _level_word(word: Word, page: PageWords) -> Word:
    box = skewed_back(word.box, page, -page.skew)
    fallen = (box.top + box.bottom - word.box.top - word.box.bottom) / 2
    return replace(word, box=box, base=word.base + fallen)


def _covers(box: Box, other: Box) -> bool:
    x, y = (other.left + other.right) / 2, (other.top + other.bottom) / 2
    grown = _LAYER_GROWN
    return box.left - grown <= x <= box.right + grown and box.top - grown <= y <= box.bottom + grown


def tables_by_page(pages: Iterable[RecognisedPage]) -> Mapping[int, tuple[RuledTable, ...]]:
    """The tables of the recognised pages by the index of the page (from 0)."""
    return {one.page.number - 1: one.tables for one in pages if one.tables}
