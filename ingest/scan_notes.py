"""Footnotes on scanned pages: told by the short rule over them, their marks by where the ink stands.

    ... trên địa bàn tỉnh¹;          a mark is ink that stands high, with nothing under it and nothing beside it
    ______________                   a short rule at the left margin, and only small print below it
    ¹ Theo Báo cáo số 12/BC-UBND     the marks of the notes, in the same way

Tesseract reads `tỉnh¹;` as `tỉnh?;` or `tỉnh”:`, so marks are painted over before the page is read again, and put back
as raised words. Their numbers follow from the order: word processors count footnotes from 1 through the whole document
or from 1 on every page. What Tesseract makes of the marks alone only decides where the order leaves it open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

import numpy as np

from ingest.document import Box
from ingest.pdf_words import Word
from ingest.scan_image import PageImage
from ingest.scan_rules import Mask, Rule
from ingest.tesseract import PageFailed, Recognised, recognise_digits

_SHORTEST, _LONGEST = 0.8, 3.3  # inches; Word draws 2, LibreOffice a quarter of the line
_UPPER_PART = 0.25  # of the page, in which no footnotes stand
_SMALL = 0.9  # of the usual size of lines
_NEAR = 3.0  # sizes, between the rule and the first note
_AT_MARGIN = 1.5  # sizes
_FEWEST_LETTERS = 8
_INK = 0.7  # of the brightness of the paper: small digits are scanned greyer than print
# In sizes of the line (from descenders to ascenders) above its base line, and their height and width.
_TOP = (0.6, 1.05)
_BOTTOM = (0.25, 0.7)
_HEIGHT = (0.3, 0.65)
_WIDTH = (0.08, 0.4)
_BEYOND = 1.2  # sizes beside the words of a line in which marks may stand
_GAP_OF_DIGITS = 0.16
_LEAST_FILL = 0.15
_HOLE = 0.06
_RULE = 6  # pixels
_MARK_SIZE = 0.55
_UNIT = re.compile(r"(?:^|[\d/(])(?:[kdcm]?m|ha)$")
_END = re.compile(r"[.,;:)”\"’]+$")


@dataclass(frozen=True, slots=True)
class Mark:
    """A raised number on the page, in pixels. `heads`: the first thing in a line under the rule; `unit`: it makes a
    unit of the word before it (`m²`); `reading`: what Tesseract makes of it alone, empty where it is no number."""

    left: int
    top: int
    right: int
    bottom: int
    base: float
    size: float
    heads: bool = False
    unit: bool = False
    reading: str = ""


def separator(page: PageImage, rules: Iterable[Rule], words: Sequence[Recognised]) -> int | None:
    """How far down the page, in pixels, the short rule over its footnotes is; None where it has none."""
    usual = median([word.size for word in words for _ in word.text] or [0.0])
    for rule in rules:
        length = (rule.right - rule.left) / page.dpi
        if rule.across and _SHORTEST < length < _LONGEST and rule.top > _UPPER_PART * page.grey.shape[0]:
            below = [word for word in words if word.base > rule.bottom and not _page_number(word, page)]
            if _are_notes(below, rule, usual):
                return rule.top
    return None


def may_have_notes(page: PageImage, rules: Iterable[Rule]) -> bool:
    """Whether a rule on the page may be the one over footnotes: worth turning the page level for."""
    top = _UPPER_PART * page.grey.shape[0]
    return any(
        rule.across and rule.top > top and _SHORTEST < (rule.right - rule.left) / page.dpi < _LONGEST
        for rule in rules
    )


def _are_notes(below: Sequence[Recognised], rule: Rule, usual: float) -> bool:
    if sum(len(word.text) for word in below) < _FEWEST_LETTERS:
        return False
    size = median(word.size for word in below for _ in word.text)
    first = min(word.base for word in below) - rule.bottom
    left = min(word.left for word in below)
    return size < _SMALL * usual and first < _NEAR * usual and abs(left - rule.left) < _AT_MARGIN * usual


def _page_number(word: Recognised, page: PageImage) -> bool:
    return word.text.strip("-– ").isdigit() and word.top > (1 - 0.1) * page.grey.shape[0]


def marks_on(page: PageImage, words: Sequence[Recognised], notes_from: int) -> list[Mark]:
    """The raised numbers of a level page with footnotes, from the top, left to right."""
    ink = page.grey < _INK * float(np.median(page.grey))
    ink[max(0, notes_from - _RULE) : notes_from + _RULE] = (
        False  # it stands as high as the marks of the first note
    )
    marks = [mark for line in _lines(words) for mark in _marks_in(ink, line, notes_from)]
    return _read_alone(page, marks)


def _lines(words: Sequence[Recognised]) -> list[list[Recognised]]:
    lines: list[list[Recognised]] = []
    for word in sorted(words, key=lambda word: (word.base, word.left)):
        if lines and abs(lines[-1][-1].base - word.base) < word.size / 3:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word.left) for line in lines]


def _marks_in(ink: Mask, line: Sequence[Recognised], notes_from: int) -> list[Mark]:
    size = median(word.size for word in line for _ in word.text)
    base = median(word.base for word in line)
    left = max(0, round(min(word.left for word in line) - _BEYOND * size))
    right = round(max(word.right for word in line) + _BEYOND * size)
    top = max(0, round(base - _TOP[1] * size))
    band = ink[top : round(base + 0.3 * size), left:right]
    found: list[Mark] = []
    for start, end in _runs(band.any(axis=0)):
        upper, lower = _lowest(_runs(band[:, start:end].any(axis=1)), _HOLE * size)
        mark = Mark(left + start, top + upper, left + end, top + lower, base, size)
        if not _raised(mark, float(band[upper:lower, start:end].mean())):
            continue
        if found and 0 <= mark.left - found[-1].right < _GAP_OF_DIGITS * size:
            found[-1] = replace(found[-1], right=mark.right, bottom=max(mark.bottom, found[-1].bottom))
        else:
            found.append(mark)
    noted = base > notes_from
    first = min((word.left for word in line if _has_letters(word)), default=0)
    return [
        replace(mark, heads=noted and mark.right <= first + size / 2, unit=_after_unit(mark, line))
        for mark in found
    ]


def _lowest(runs: Iterable[tuple[int, int]], hole: float) -> tuple[int, int]:
    """The lowest of the runs of rows, small holes closed: above it the line before may hang down."""
    upper = lower = -1
    for start, end in runs:
        upper, lower = (upper if upper >= 0 and start - lower <= hole else start), end
    return upper, lower


def _has_letters(word: Recognised) -> bool:
    return any(map(str.isalnum, word.text))


def _runs(inked: Any) -> Iterable[tuple[int, int]]:
    """Start and end of the runs of rows or columns with ink."""
    steps = np.diff(np.concatenate(([0], inked.astype(np.int8), [0])))
    return zip(np.nonzero(steps == 1)[0].tolist(), np.nonzero(steps == -1)[0].tolist(), strict=True)


def _raised(mark: Mark, fill: float) -> bool:
    size = mark.size
    return (
        fill > _LEAST_FILL
        and _TOP[0] * size < mark.base - mark.top < _TOP[1] * size
        and _BOTTOM[0] * size < mark.base - mark.bottom < _BOTTOM[1] * size
        and _HEIGHT[0] * size < mark.bottom - mark.top < _HEIGHT[1] * size
        and _WIDTH[0] * size < mark.right - mark.left < _WIDTH[1] * size
    )


def _after_unit(mark: Mark, line: Sequence[Recognised]) -> bool:
    before = [word for word in line if word.left < mark.left]
    return bool(before) and bool(_UNIT.search(re.sub(r"[^\w/(]+$|\d$", "", before[-1].text)))


def _read_alone(page: PageImage, marks: Sequence[Mark]) -> list[Mark]:
    try:
        told = recognise_digits([page.grey[m.top : m.bottom, m.left : m.right] for m in marks], page.dpi)
    except PageFailed:
        told = [""] * len(marks)
    return [replace(mark, reading=text) for mark, text in zip(marks, told, strict=True)]


def numbered(marks: Sequence[Mark], last: int) -> tuple[list[tuple[Mark, str]], int]:
    """The marks of a page with their numbers, `last` being that of the last footnote before the page; and that of the
    last one on it. A mark in the text that no note of the page answers gets no number.

    >>> head, mark = Mark(0, 0, 9, 9, 9, 9, heads=True), Mark(0, 0, 9, 9, 9, 9)
    >>> [number for _, number in numbered([mark, mark, head, head], 3)[0]]
    ['4', '5', '4', '5']
    """
    heads = [mark for mark in marks if mark.heads]
    told = [mark for mark in marks if not mark.heads and not mark.unit]
    restarts = bool(heads) and heads[0].reading == "1" and not str(last + 1).endswith("1")
    first = 1 if restarts else last + 1
    numbers = [str(first + at) for at in range(len(heads))]
    result = list(zip(heads, numbers, strict=True))
    if len(told) == len(heads):
        result = [*zip(told, numbers, strict=True), *result]
    else:
        result = [*((mark, mark.reading) for mark in told if mark.reading in numbers), *result]
    units = ((mark, mark.reading) for mark in marks if mark.unit and mark.reading in ("2", "3"))
    return [*result, *units], first + len(heads) - 1 if heads else last


def with_marks(words: Sequence[Word], marks: Sequence[tuple[Mark, str]], scale: float) -> list[Word]:
    """The words of a page with its marks put back as raised words; `scale`: points to a pixel."""
    result = list(words)
    for mark, number in marks:
        box = Box(*(round(scale * edge, 1) for edge in (mark.left, mark.top, mark.right, mark.bottom)))
        size = round(_MARK_SIZE * scale * mark.size, 1)
        base = _level_beside(words, box, scale * mark.base)
        raised = Word(number, box, base, size, raised=True, spaced=mark.heads)
        result = [piece for word in result for piece in _around_mark(word, raised)] + [raised]
    return result


def _level_beside(words: Sequence[Word], box: Box, base: float) -> float:
    """The base line of the word next to a mark, so that the two are in one row."""
    beside = [word for word in words if word.box.top < box.bottom and word.box.bottom > box.top]
    return min(beside, key=lambda word: abs(word.base - base)).base if beside else base


def _around_mark(word: Word, mark: Word) -> list[Word]:
    """A word cut where a mark stood in it, before its last signs; signs right behind a mark joined to it."""
    if abs(word.base - mark.base) > mark.size or word.raised:
        return [word]
    if not any(map(str.isalnum, word.text)):
        near = 0 <= word.box.right - mark.box.left < 4 * mark.size
        return [replace(word, spaced=False)] if near else [word]
    end = _END.search(word.text)
    if end is None or not word.box.left < mark.box.left < word.box.right:
        return [word]
    cut = replace(word, text=word.text[: end.start()], box=replace(word.box, right=mark.box.left))
    rest = replace(word, text=end[0], box=replace(word.box, left=mark.box.right), spaced=False)
    return [cut, rest]
