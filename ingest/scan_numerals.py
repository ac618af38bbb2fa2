"""Roman numerals of recognised pages, counted on the picture: `quý III` looks to a recogniser like `quý II` or
`quý HI`, and the quarter it names is a deadline.

Where a Roman numeral stands by the habit of such documents (after `quý`, `Chương`, `Phụ lục` ...; before a year; first
in a line), and what was read there is made of upright strokes only, the strokes are counted: what is as dark above the
middle of the letters as below it, in the same place, with no bar between as an `H` has. A slash, a digit or a `V` among
them ends the count, and where nothing can be counted the reading stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

import numpy as np
import numpy.typing as npt

from ingest.scan_image import Grey
from ingest.tesseract import Recognised

_BEFORE = re.compile(r"\W*(?:quý|quí|chương|phần|mục|lục|vùng|hạng|loại|nhóm|khóa|kỳ|đợt|cấp)", re.IGNORECASE)
_STROKES = r"[IÍÌĨỈÉHMNlU!|1]{1,5}"
_NUMERAL = re.compile(rf"({_STROKES})((?:[/.,;:)–-].*)?)")
_MARKER = re.compile(rf"({_STROKES})([.,;–-]?)")
_QUARTER = re.compile(rf"({_STROKES})(/(?:19|20)\d{{0,2}}\W*)")
_QUARTERLY = re.compile(r"\W*qu[ýí]", re.IGNORECASE)
_PIECE_GAP = 1.5  # of the size of the line, between the cells of a table
_BEHIND = {"/": 60, "-": 60, "–": 60, ")": 1, ";": 1, ":": 1}
"""What may follow a numeral in the same word and reach into the bands in which its strokes are counted; in how many
places at most."""
_LETTER_I = re.compile("[IÍÌĨỈHMNU]")
_ABOVE, _BELOW = (0.22, 0.42), (0.58, 0.78)  # of the height of a capital, from its top
_INK = 0.6  # of the brightness of the paper
_UPRIGHT = 0.6  # of the pixels of a column in the band that are dark in a stroke
_BAR = 0.8  # of the way from one stroke to the next
_WIDEST = 0.34  # of the height of the letters; a bold `I` is a quarter
_MOST = 3  # strokes: IIII is no numeral
_CAPITAL = 0.62  # of the height of a line from descenders to ascenders

Runs = list[tuple[int, int]]


def counted(words: Sequence[Recognised], grey: Grey) -> list[Recognised]:
    """The words, in order, the strokes of Roman numerals counted on the picture.

    A word changes only in how many `I` it has; what follows them (`/2026`, a comma) stays.
    """
    paper = float(np.median(grey))
    result: list[Recognised] = []
    for before, first, word in _with_before(words):
        found = _numeral(before, word, first=first)
        number = _strokes(word, grey, paper, after=found[2][:1]) if found else 0
        least = (
            1 if found and _LETTER_I.search(found[1]) else 2
        )  # one stroke that was read as a digit is the digit
        result.append(replace(word, text="I" * number + found[2]) if found and number >= least else word)
    return result


def _with_before(words: Sequence[Recognised]) -> Iterator[tuple[str, bool, Recognised]]:
    """Each word with the text before it, and whether it starts a line or a cell."""
    before: Recognised | None = None
    for word in words:
        near = before is not None and 0 <= word.left - before.right < _PIECE_GAP * word.size
        on = before is not None and near and abs(before.base - word.base) < word.size / 2
        yield before.text if before else "", not on, word
        before = word


def _numeral(before: str, word: Recognised, *, first: bool) -> re.Match[str] | None:
    """The word as a numeral of strokes, where one may stand: after a word that is numbered so, or first in a line. Read
    as digits it may be one after `quý` alone."""
    if _QUARTERLY.fullmatch(before) and (found := _NUMERAL.fullmatch(word.text)):
        return found
    found = _NUMERAL.fullmatch(word.text) if _BEFORE.fullmatch(before) else _QUARTER.fullmatch(word.text)
    if found is None and first:
        found = _MARKER.fullmatch(word.text)
    return found if found and _LETTER_I.search(found[1]) else None


def _strokes(word: Recognised, grey: Grey, paper: float, after: str) -> int:
    """How many upright strokes the word begins with, the sign `after` behind them; 0 where they cannot be told."""
    base = round(word.base)
    height = base - word.top
    capital = round(min(height, _CAPITAL * word.size)) if word.size else height
    top = base - capital
    if capital < 6 or top < 0:
        return 0
    dark = grey[top:base, max(0, word.left - 1) : word.right + 1] < _INK * paper
    above, below = (_runs(_band(dark, part)) for part in (_ABOVE, _BELOW))
    number = 0
    for upper, lower in zip(above, below, strict=False):
        if number and _barred(dark, above[number - 1][1], upper[0]):
            return 0
        if max(_width(upper), _width(lower)) > _WIDEST * capital or not _same_place(upper, lower):
            break
        number += 1
    if max(len(above), len(below)) > number + _BEHIND.get(after, 0):
        return 0
    return number if number <= _MOST else 0


def _band(dark: npt.NDArray[np.bool_], part: tuple[float, float]) -> npt.NDArray[np.bool_]:
    """The columns that are dark through most of a band."""
    rows = dark[round(part[0] * len(dark)) : max(1, round(part[1] * len(dark)))]
    return np.asarray(rows.mean(axis=0) >= _UPRIGHT)


def _barred(dark: npt.NDArray[np.bool_], left: int, right: int) -> bool:
    """Whether a bar joins two strokes in the middle of their height."""
    middle = dark[round(_ABOVE[1] * len(dark)) : round(_BELOW[0] * len(dark)), left + 1 : right]
    return bool(middle.size) and float(middle.mean(axis=1).max()) > _BAR


def _runs(columns: npt.NDArray[np.bool_]) -> Runs:
    """Where dark columns follow each other: first and last."""
    at = 0
    runs: Runs = []
    for is_dark, group in groupby(columns.tolist()):
        length = len(list(group))
        if is_dark:
            runs.append((at, at + length - 1))
        at += length
    return runs


def _width(run: tuple[int, int]) -> int:
    return run[1] - run[0] + 1


def _same_place(upper: tuple[int, int], lower: tuple[int, int]) -> bool:
    """Whether one stands under the other: a slash and the arms of a `V` do not."""
    return upper[0] <= lower[1] and lower[0] <= upper[1] and abs(sum(upper) - sum(lower)) <= 2 * _width(upper)
