"""The printed rows of a PDF page or table cell, from the top: words of one height, superscripts told.

Most rows are only asked for their text and their boxes, so their words are not made: a page keeps them packed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

import numpy as np

from ingest.boxes import Boxes
from ingest.document import Box
from ingest.footnotes import raised
from ingest.lines import clean, clean_words
from ingest.pdf_words import PackedWords, Word, box_of

_SAME_ROW = 0.45  # of the font size, between the base lines of two words
_RAISED_SIZE = 0.8
_RAISED_BY = 0.12
_JOINED = 0.18


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
        return box_around(self.words)

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


def text_of_words(words: Sequence[Word]) -> str:
    """Words on one line as a clean text."""
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


def box_around(words: Sequence[Word]) -> Box:
    """The rectangle around words."""
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
