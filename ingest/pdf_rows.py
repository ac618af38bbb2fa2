"""The printed rows of a PDF page in reading order; letterhead and signature in two columns, the left one first.

THỦ TƯỚNG CHÍNH PHỦ   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM        the row that shows the columns
   Số: 844/QĐ-TTg      |      Hà Nội, ngày 13 tháng 5 ...        cut at the same place
              QUYẾT ĐỊNH                                         in the middle of the page: the columns end
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from ingest.document import Box
from ingest.footnotes import raised
from ingest.formalities import (
    authority_line,
    letterhead_line,
    motto_line,
    position_line,
    recipients_line,
    salutation_line,
    type_line,
)
from ingest.lines import clean
from ingest.pdf_words import Word
from ingest.wording import opening

_SAME_ROW = 0.45  # of the font size, between the base lines of two words
_RAISED_SIZE = 0.8
_RAISED_BY = 0.12
_JOINED = 0.18
_PIECE_GAP = 1.0  # of the font size, between the pieces of a row in a region of two columns
_MOST_ROWS = 24
_ROWS_APART = 4.0  # row heights
_LARGEST_GAP = 12.0  # between the position and the name, where the signature and the seal are
_LEFT_OF_MIDDLE = 0.43  # of the width of the page
_HALF = 0.55
_MOTTO = re.compile(r"CỘNG H\w?A|ĐẢNG CỘNG|Độc lập")
_RECEIVERS = re.compile(r"Nơi nhận", re.IGNORECASE)
_LONGEST_HEAD = 14  # of a row that may begin with `Nơi nhận`


@dataclass(frozen=True)
class Row:
    """Words on one line, from left to right. `column`: 0 in the running text, 1 and 2 in a left or right column;
    `starts`: the first row of its column. What is asked of it is worked out once."""

    words: tuple[Word, ...]
    column: int = 0
    starts: bool = False

    @cached_property
    def printed(self) -> str:
        """The words with blanks between them, superscripts raised."""
        return _printed(self.words)

    @cached_property
    def text(self) -> str:
        """`printed` in the normal spelling."""
        return clean(self.printed)

    @cached_property
    def box(self) -> Box:
        """The rectangle around the words."""
        return _around(self.words)

    @property
    def word_boxes(self) -> tuple[Box, ...]:
        """The boxes of what blanks part in the row, superscripts aside."""
        boxes: list[Box] = []
        for at, word in enumerate(self.words):
            if word.spaced or at == 0 or _apart(self.words[at - 1], word):
                boxes.append(word.box)
            elif not word.raised:
                before = boxes[-1]
                top, bottom = min(before.top, word.box.top), max(before.bottom, word.box.bottom)
                boxes[-1] = Box(
                    min(before.left, word.box.left), top, max(before.right, word.box.right), bottom
                )
        return tuple(boxes)

    @cached_property
    def base(self) -> float:
        """How far down the page the letters stand."""
        return _level(self.words)

    @property
    def confidence(self) -> float | None:
        """How sure the recognition of the words was, by the letter; None where none was recognised."""
        told = [(word.confidence, len(word.text)) for word in self.words if word.confidence is not None]
        if not told:
            return None
        letters = sum(length for _, length in told)
        return sum(sure * length for sure, length in told) / letters if letters else None

    @cached_property
    def size(self) -> float:
        """The font size of most of the row."""
        return max([word.size for word in self.words])

    @property
    def bold(self) -> bool:
        """Whether all of it is bold, marks of footnotes aside."""
        return self._all(bold=True)

    @property
    def italic(self) -> bool:
        """Whether all of it is italic, marks of footnotes aside."""
        return self._all(bold=False)

    def _all(self, *, bold: bool) -> bool:
        looks = [word.bold if bold else word.italic for word in self.words if not word.raised]
        return bool(looks) and all(looks)


def _text(words: Sequence[Word]) -> str:
    return clean(_printed(words))


def _printed(words: Sequence[Word]) -> str:
    pieces: list[str] = []
    for at, word in enumerate(words):
        if at and (word.spaced or _apart(words[at - 1], word)):
            pieces.append(" ")
        pieces.append(raised(word.text) if word.raised else word.text)
    return "".join(pieces)


def _apart(before: Word, word: Word) -> bool:
    return word.spaced or word.box.left - before.box.right > _JOINED * max(before.size, word.size)


def _around(words: Sequence[Word]) -> Box:
    boxes = [word.box for word in words]
    return Box(
        min([box.left for box in boxes]),
        min([box.top for box in boxes]),
        max([box.right for box in boxes]),
        max([box.bottom for box in boxes]),
    )


def rows_of(words: Sequence[Word]) -> list[Row]:
    """The rows of a page or table cell, from the top, superscripts told and put into their rows."""
    rows: list[list[Word]] = []
    base, weight, first = (
        0.0,
        (0.0, 0.0),
        0.0,
    )  # of the last row: that of its largest word, and its first word's size
    for word in sorted(words, key=_from_the_top):
        own = (word.size, word.box.right - word.box.left)
        if rows and abs(word.base - base) < _SAME_ROW * max(word.size, first):
            rows[-1].append(word)
            if own > weight:
                base, weight = word.base, own
        else:
            rows.append([word])
            base, weight, first = word.base, own, word.size
    return [Row(_with_superscripts(sorted(row, key=_from_the_left))) for row in _raised_down(rows)]


def _from_the_top(word: Word) -> tuple[float, float]:
    return word.base, word.box.left


def _from_the_left(word: Word) -> float:
    return word.box.left


def _level(row: Sequence[Word]) -> float:
    """Where the letters of a row stand: the base line of its largest word."""
    return max(row, key=_weight).base


def _weight(word: Word) -> tuple[float, float]:
    return word.size, word.box.right - word.box.left


def _raised_down(rows: list[list[Word]]) -> list[list[Word]]:
    """Rows that hold nothing but superscripts of the row below, put into it."""
    result: list[list[Word]] = []
    for row, below in pairwise([*rows, []]):
        if (
            below
            and all(_may_be_raised(word) for word in row)
            and all(_is_raised(word, below) for word in row)
        ):
            below.extend(row)
        else:
            result.append(row)
    return result


def _may_be_raised(word: Word) -> bool:
    return word.text.strip("()[],;*").isdigit()


def _is_raised(word: Word, row: Sequence[Word]) -> bool:
    size = max(other.size for other in row)
    lift = _level(row) - word.base
    small = word.size < _RAISED_SIZE * size and word.text.strip("()[],;*").isdigit()
    return small and _RAISED_BY * size < lift < size


def _with_superscripts(row: list[Word]) -> tuple[Word, ...]:
    sizes = [word.size for word in row]
    if min(sizes) >= _RAISED_SIZE * max(sizes):
        return tuple(row)
    return tuple(_superscript(word) if _is_raised(word, row) else word for word in row)


def _superscript(word: Word) -> Word:
    return replace(word, text=word.text.strip("()[],;*"), raised=True)


def in_reading_order(rows: Sequence[Row], width: float) -> list[Row]:
    """The rows with regions of two columns (letterhead, signature) taken apart, the left column first."""
    result: list[Row] = []
    at = 0
    while at < len(rows):
        gutter = _gutter(rows, at, width)
        if gutter is None:
            result.append(rows[at])
            at += 1
            continue
        above = _rows_above(result, gutter, rows[at])
        region = [*result[len(result) - above :], rows[at]]
        end = at + 1
        while end < min(len(rows), at + _MOST_ROWS) and _in_region(rows[end], rows[end - 1], width):
            region.append(rows[end])
            end += 1
        result[len(result) - above :] = _columns(region, gutter)
        at = end
    return result


def _gutter(rows: Sequence[Row], at: int, width: float) -> float | None:
    """Where the columns are parted that a row shows: left of the motto, or right of `Nơi nhận`."""
    words, text = rows[at].words, rows[at].text
    for k, word in enumerate(words if _MOTTO.search(text) else ()):
        if _MOTTO.match(_text(words[k : k + 2])) and motto_line(_text(words[k:])):
            return _left_of_motto(rows, at, k, width) if word.box.left > 0.25 * width else None
    if not _RECEIVERS.search(text[:_LONGEST_HEAD]):
        return None
    pieces = _pieces(words)
    if recipients_line(_text(pieces[0])) and pieces[0][0].box.left < 0.4 * width:
        rest = [_text(piece) for piece in pieces[1:]]
        beside = [
            *rest,
            *(_text(_pieces(row.words)[-1]) for row in rows[at - 1 : at + 6] if row.box.right > 0.6 * width),
        ]
        if any(authority_line(text) or position_line(text) for text in beside):
            return 0.47 * width
    return None


def _left_of_motto(rows: Sequence[Row], at: int, k: int, width: float) -> float | None:
    words = rows[at].words
    motto = words[k].box.left
    if k:
        return (words[k - 1].box.right + motto) / 2
    beside = [
        row.box.right
        for row in rows[max(0, at - 3) : at + 6]
        if row.box.right < motto and letterhead_line(row.text)
    ]
    return (max(beside) + motto) / 2 if beside else None


def _pieces(words: Sequence[Word]) -> list[list[Word]]:
    """A row cut at its wide gaps."""
    pieces: list[list[Word]] = []
    for at, word in enumerate(words):
        if at == 0 or word.box.left - words[at - 1].box.right > _PIECE_GAP * word.size:
            pieces.append([])
        pieces[-1].append(word)
    return pieces


def _rows_above(rows: Sequence[Row], gutter: float, anchor: Row) -> int:
    """How many of the rows just above belong to the same region: each on one side of the gutter, and formal."""
    count = 0
    while count < min(2, len(rows)):
        row = rows[-1 - count]
        one_side = row.box.right < gutter or row.box.left > gutter
        formal = letterhead_line(row.text) or authority_line(row.text) or position_line(row.text)
        if (
            row.column
            or not one_side
            or not formal
            or anchor.box.top - row.box.bottom > _ROWS_APART * row.size
        ):
            break
        count += 1
    return count


def _in_region(row: Row, before: Row, width: float) -> bool:
    """Whether a row still belongs to two columns: it has a part in each, or stands well on one side."""
    text, box = row.text, row.box
    if salutation_line(text) or type_line(text) or box.top - before.box.bottom > _LARGEST_GAP * row.size:
        return False
    if len(_pieces(row.words)) > 1 or any(motto_line(_text(row.words[k:])) for k in range(1, len(row.words))):
        return True
    middle = (box.left + box.right) / 2 / width
    return (
        not _LEFT_OF_MIDDLE < middle < 1 - _LEFT_OF_MIDDLE
        and box.right - box.left < _HALF * width
        and not (opening(text) == "sure" and text[0] not in "-–+" and not recipients_line(text))
    )


def _columns(region: Sequence[Row], gutter: float) -> list[Row]:
    left: list[Row] = []
    right: list[Row] = []
    for row in region:
        for piece in _pieces_at(row, gutter):
            box = _around(piece)
            side = left if (box.left + box.right) / 2 < gutter else right
            side.append(Row(tuple(piece), 1 if side is left else 2, not side))
    return [*left, *right]


def _pieces_at(row: Row, gutter: float) -> list[list[Word]]:
    left = [word for word in row.words if (word.box.left + word.box.right) / 2 < gutter]
    right = [word for word in row.words if (word.box.left + word.box.right) / 2 >= gutter]
    if left and right and (_wide_at(left[-1], right[0]) or motto_line(_text(right))):
        return [left, right]
    pieces = _pieces(row.words)
    return pieces if len(pieces) == 2 else [list(row.words)]


def _wide_at(before: Word, word: Word) -> bool:
    return word.box.left - before.box.right > _PIECE_GAP * word.size
