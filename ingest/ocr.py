"""Text for pages that have none (nhận dạng chữ, OCR): pictures of pages to the words that PDF pages are made of.

picture --scan_image--> upright, level, without red ink --scan_rules--> without rules --tesseract--> words
                                                              |
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
from ingest.scan_image import PageImage, levelled, upright, with_dark_print
from ingest.scan_pages import page_numbers
from ingest.scan_rules import rules_of, tables_of, without_rules
from ingest.scan_words import words_of
from ingest.tesseract import PageFailed, Recognised, quarter_turns, recognise

Outcome = Literal["read", "blank", "failed"]
Task = tuple[PageWords, PageImage | None]
"""A page with what its text layer says, and its picture; None where the picture is too large."""

MOST_PAGES = 1000
"""The most pages of one file that are recognised: about a quarter of an hour on two cores."""

_ANY_PAGE = 4  # Tesseract's page segmentation mode: lines of any size; it reads narrow columns of tables, too
_DOUBTFUL = 0.75  # below that a page may lie on its side
_FEW_WORDS = 8
_LITTLE_SKEW = 0.6  # degrees
_LONG_WORD = 4  # letters; it is wider than high
_LOW = 0.85  # confidence of a page: clean print is read with 0.93 and more
_LAYER_GROWN = 1.0  # points around a word of the text layer in which nothing else was printed


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """A page after recognition; `confidence` is the mean over its letters, None where there are none."""

    page: PageWords
    tables: tuple[RuledTable, ...]
    outcome: Outcome
    confidence: float | None = None


def recognised_pages(tasks: Iterable[Task]) -> Iterator[RecognisedPage]:
    """The pages with their words, in order, read by all cores. Words of the text layer (a stamped number, a signature)
    stay where they stand, before what was recognised there."""
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
    warnings: list[str] = []
    read = [one.page.number for one in pages if one.outcome == "read" and one.page.words]
    failed = [one.page.number for one in pages if one.outcome == "failed"]
    if read:
        warnings.append(
            f"trang {page_numbers(read)} được nhận dạng từ ảnh quét (OCR); đối chiếu với bản gốc khi sử dụng"
        )
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
        found = _read(picture)
        if _doubtful(found[2]) and (turn := quarter_turns(picture.grey, picture.dpi)):
            again = _read(upright(picture, turn))
            found = max(found, again, key=lambda one: _sureness(one[2]))
    except PageFailed:
        return RecognisedPage(page, (), "failed")
    return _placed(page, *found)


def _read(picture: PageImage) -> tuple[PageImage, list[RuledTable], list[Recognised]]:
    """The picture that was read, its tables and its words. Turning a picture smears its pixels, and Tesseract reads
    lines that are a little askew: such a page is read as it is, and its words are levelled afterwards."""
    level = levelled(picture)
    rules = rules_of(level)
    if rules:
        level = replace(level, grey=without_rules(level, rules))
    elif abs(level.skew) < _LITTLE_SKEW:
        level = replace(picture, slant=level.skew)
    tables = tables_of(level, rules) if rules else []
    return level, tables, recognise(level.grey, level.dpi, _ANY_PAGE)


def _doubtful(words: Sequence[Recognised]) -> bool:
    """Whether the page may stand on its head or lie on its side: Tesseract reads words from bottom to top, too, but
    puts them in no order."""
    if len(words) < _FEW_WORDS or _confidence([(w.confidence, len(w.text)) for w in words]) < _DOUBTFUL:
        return True
    standing = [
        word.bottom - word.top > word.right - word.left for word in words if len(word.text) >= _LONG_WORD
    ]
    return sum(standing) > len(standing) / 2


def _sureness(words: Sequence[Recognised]) -> float:
    """How many letters were read in words that lie, the unsure ones counting little."""
    lying = (word for word in words if word.right - word.left > word.bottom - word.top)
    return sum(len(word.text) * word.confidence**2 for word in lying)


def _confidence(told: Sequence[tuple[float, int]]) -> float:
    return sum(sure * length for sure, length in told) / max(1, sum(length for _, length in told))


def _placed(
    page: PageWords, picture: PageImage, tables: Sequence[RuledTable], recognised: Sequence[Recognised]
) -> RecognisedPage:
    words: Sequence[Word] = words_of(recognised, picture)
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
        tuple(tables),
        "read" if kept or layer else "blank",
        _confidence(sure) if sure else None,
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
