"""The printed rows of a PDF page in reading order; letterhead and signature in two columns, the left one first.

THỦ TƯỚNG CHÍNH PHỦ   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM        the row that shows the columns
   Số: 844/QĐ-TTg      |      Hà Nội, ngày 13 tháng 5 ...        cut at the same place
              QUYẾT ĐỊNH                                         in the middle of the page: the columns end
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

import numpy as np

from ingest.boxes import Boxes
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
from ingest.lines import clean, clean_words
from ingest.pdf_words import PackedWords, Word, box_of
from ingest.wording import opening

_SAME_ROW = 0.45  # of the font size, between the base lines of two words
_RAISED_SIZE = 0.8
_RAISED_BY = 0.12
_JOINED = 0.18
_PIECE_GAP = 1.0  # of the font size, between the pieces of a row in a region of two columns
_MOST_ROWS = 24
_ROWS_APART = 4.0  # row heights
_GROWN = 1.12
_LEFT_SIDE = 0.3  # of the width of the page
_LARGEST_GAP = 12.0  # between the position and the name, where the signature and the seal are
_LEFT_OF_MIDDLE = 0.43  # of the width of the page
_HALF = 0.55
_MOTTO = re.compile(r"CỘNG H\w?A|ĐẢNG CỘNG|Độc lập")
_RECEIVERS = re.compile(r"Nơi nhận", re.IGNORECASE)
_LONGEST_HEAD = 14  # of a row that may begin with `Nơi nhận`


class Row:
    """Words on one line, from left to right. `column`: 0 in the running text, 1 and 2 in a left or right column;
    `starts`: the first row of its column. What is asked of it is worked out once."""

    def __init__(self, words: Sequence[Word], column: int = 0, *, starts: bool = False) -> None:
        self._words, self.column, self.starts = words, column, starts

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words."""
        return tuple(self._words)

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
    def word_boxes(self) -> Boxes:
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
        return Boxes.of(boxes)

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
    if isinstance(words, PackedWords):
        rows = _plain_rows(words)
        if rows is not None:
            return rows
    ordered = sorted(words, key=_from_the_top)
    groups = _grouped(
        [word.base for word in ordered],
        [word.size for word in ordered],
        [word.box.right - word.box.left for word in ordered],
    )
    drawn = [[ordered[at] for at in group] for group in groups]
    return [Row(_with_superscripts(sorted(row, key=_from_the_left))) for row in _raised_down(drawn)]


def _grouped(base: Sequence[float], size: Sequence[float], width: Sequence[float]) -> list[list[int]]:
    """Words from the top, told by their base lines, sizes and widths, put into rows by their numbers. The height of a
    row is that of its largest word."""
    groups: list[list[int]] = []
    level, weight, first = 0.0, (0.0, 0.0), 0.0
    for at, own in enumerate(base):
        if groups and abs(own - level) < _SAME_ROW * max(size[at], first):
            groups[-1].append(at)
            if (size[at], width[at]) > weight:
                level, weight = own, (size[at], width[at])
        else:
            groups.append([at])
            level, weight, first = own, (size[at], width[at]), size[at]
    return groups


def _plain_rows(words: PackedWords) -> list[Row] | None:
    """The rows of a page without making its words, which most rows are never asked for; None where there may be
    superscripts on lines of their own."""
    page = _Columns.of(words)
    number = np.lexsort((words.boxes[:, 0], words.base)).tolist()
    base, size, left, right = page.base, page.size, page.left, page.right
    groups = _grouped(
        [base[at] for at in number], [size[at] for at in number], [right[at] - left[at] for at in number]
    )
    least = _RAISED_SIZE * max(size, default=0.0)
    rows: list[Row] = []
    for group in groups:
        row = sorted([number[at] for at in group], key=left.__getitem__)
        sizes = [size[at] for at in row]
        if min(sizes) >= _RAISED_SIZE * max(sizes):
            if max(sizes) < least and all(_may_be_raised(page.texts[at]) for at in row):
                return None
            rows.append(_PlainRow(page, row))
        else:
            rows.append(Row(_with_superscripts(page.words(row))))
    return rows


@dataclass(frozen=True, slots=True)
class _Columns:
    """What is known of the words of a page, fact by fact; lengths across and down are tenths of a point. `clean`: the
    words as `lines.clean` would have them, where each can be told alone."""

    packed: PackedWords
    texts: list[str]
    clean: list[str] | None
    left: list[int]
    top: list[int]
    right: list[int]
    bottom: list[int]
    base: list[float]
    size: list[float]
    spaced: list[bool]
    font: list[int]

    @classmethod
    def of(cls, words: PackedWords) -> _Columns:
        edges = (words.boxes[:, edge].tolist() for edge in range(4))
        facts = (words.base, words.size, words.spaced, words.font)
        return cls(words, words.texts, clean_words(words.joined), *edges, *(fact.tolist() for fact in facts))

    def words(self, row: Sequence[int]) -> list[Word]:
        return list(self.packed.at(row))

    def apart(self, before: int, at: int) -> bool:
        """Whether a blank is seen between two words, as `_apart` tells it."""
        if self.spaced[at]:
            return True
        return self.left[at] - self.right[before] > 10 * _JOINED * max(self.size[before], self.size[at])


class _PlainRow(Row):
    """A row without superscripts whose words are made only when they are asked for."""

    def __init__(self, page: _Columns, at: list[int]) -> None:
        super().__init__(())
        self._page, self._at = page, at

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return tuple(self._page.words(self._at))

    @cached_property
    def _starts(self) -> list[int]:
        """Which of its words stand apart from the one before."""
        return [k for k, at in enumerate(self._at) if k == 0 or self._page.apart(self._at[k - 1], at)]

    @cached_property
    def printed(self) -> str:
        texts = [self._page.texts[at] for at in self._at]
        if len(self._starts) == len(texts):
            return " ".join(texts)
        return " ".join(["".join(texts[first:after]) for first, after in self._spans()])

    def _spans(self) -> Iterable[tuple[int, int]]:
        return pairwise([*self._starts, len(self._at)])

    @cached_property
    def text(self) -> str:
        words = self._page.clean
        if words is None or len(self._starts) < len(self._at):
            return clean(self.printed)
        return " ".join([words[at] for at in self._at])

    @cached_property
    def box(self) -> Box:
        return self._around(self._at)

    @property
    def word_boxes(self) -> Boxes:
        if len(self._starts) == len(self._at):
            return Boxes(self._page.packed.boxes[self._at].tobytes())
        return Boxes.of([self._around(self._at[first:after]) for first, after in self._spans()])

    def _around(self, row: list[int]) -> Box:
        page = self._page
        return box_of(
            min([page.left[at] for at in row]),
            min([page.top[at] for at in row]),
            max([page.right[at] for at in row]),
            max([page.bottom[at] for at in row]),
        )

    @cached_property
    def base(self) -> float:
        page = self._page
        return page.base[max(self._at, key=lambda at: (page.size[at], page.right[at] - page.left[at]))]

    @cached_property
    def size(self) -> float:
        return max([self._page.size[at] for at in self._at])

    @property
    def confidence(self) -> float | None:
        return None

    def _all(self, *, bold: bool) -> bool:
        fonts = [self._page.packed.fonts[font] for font in {self._page.font[at] for at in self._at}]
        return all(font.bold if bold else font.italic for font in fonts)


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
            and all(_may_be_raised(word.text) for word in row)
            and all(_is_raised(word, below) for word in row)
        ):
            below.extend(row)
        else:
            result.append(row)
    return result


def _may_be_raised(text: str) -> bool:
    return text.strip("()[],;*").isdigit()


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
        while end < min(len(rows), at + _MOST_ROWS) and _in_region(rows[end], region, width):
            region.append(rows[end])
            end += 1
        result[len(result) - above :] = _columns(region, gutter)
        at = end
    return result


def _gutter(rows: Sequence[Row], at: int, width: float) -> float | None:
    """Where the columns are parted that a row shows: left of the motto, or right of `Nơi nhận`."""
    text = rows[at].text
    shown, headed = _MOTTO.search(text), _RECEIVERS.search(text[:_LONGEST_HEAD])
    if not shown and not headed:
        return None
    words = rows[at].words
    for k, word in enumerate(words if shown else ()):
        if _MOTTO.match(_text(words[k : k + 2])) and motto_line(_text(words[k:])):
            return _left_of_motto(rows, at, k, width) if word.box.left > 0.25 * width else None
    if not headed:
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


def pieces_of(row: Row) -> list[Row]:
    """The pieces of a row that wide gaps part."""
    return [Row(piece) for piece in _pieces(row.words)]


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


def _in_region(row: Row, region: Sequence[Row], width: float) -> bool:
    """Whether a row still belongs to two columns: it has a part in each, or stands well on one side."""
    text, box = row.text, row.box
    if salutation_line(text) or type_line(text) or box.top - region[-1].box.bottom > _LARGEST_GAP * row.size:
        return False
    if box.left < _LEFT_SIDE * width and _larger(row, region):
        return False
    if len(_pieces(row.words)) > 1 or any(motto_line(_text(row.words[k:])) for k in range(1, len(row.words))):
        return True
    middle = (box.left + box.right) / 2 / width
    return (
        not _LEFT_OF_MIDDLE < middle < 1 - _LEFT_OF_MIDDLE
        and box.right - box.left < _HALF * width
        and not (opening(text) == "sure" and text[0] not in "-–+" and not recipients_line(text))
    )


def _larger(row: Row, region: Sequence[Row]) -> bool:
    """Whether a row on the left is set in larger letters than the list that it would go on: receivers are printed in
    11, what comes after them in 13 (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""
    for before in reversed(region):
        if before.words[0].text[:1] in "-–+•":
            listed = _pieces(before.words)[0]
            return before.box.left < row.box.left and row.size > _GROWN * max(word.size for word in listed)
    return False


def _columns(region: Sequence[Row], gutter: float) -> list[Row]:
    left: list[Row] = []
    right: list[Row] = []
    for row in region:
        for piece in _pieces_at(row, gutter):
            box = _around(piece)
            side = left if (box.left + box.right) / 2 < gutter else right
            side.append(Row(piece, 1 if side is left else 2, starts=not side))
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
