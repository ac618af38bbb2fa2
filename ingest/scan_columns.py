"""Letterhead and signature on scanned pages: two columns, each read for itself.

Tesseract reads across the gap between `Nơi nhận:` and the signature, and mixes lines that do not stand at the same
height. Where one of the two fixed forms shows the region, and a strip without ink parts it, the columns are cut out
and read again; the surer reading of each is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ingest.formalities import motto_line, recipients_line
from ingest.scan_image import PageImage
from ingest.scan_rules import Mask
from ingest.scan_slips import form_of
from ingest.tesseract import PageFailed, Recognised, recognise

_Line = list[Recognised]

_ONE_BLOCK = 6  # Tesseract's page segmentation mode
_INK = 0.6  # of the brightness of the paper
_GUTTER = 0.6  # sizes: the least width of the strip without ink
_BETWEEN = (0.25, 0.62)  # of the width of the page, where the strip may be
_ABOVE = 1.2  # sizes over the line that shows the region
_LONGEST_MOTTO = 8  # words
_LEAST_HEIGHT = 2.0  # sizes
_MOST_LINES = 8  # from the motto to place and date
_FAR = 12.0  # sizes between position and name, where the signature is
_SURE = 0.5
_FEWEST_LETTERS = 6
_CUT = 2  # pixels from the upper edge: what is left of a line over the region


@dataclass(frozen=True, slots=True)
class Columns:
    """A region of two columns, in pixels: its rows, and where the gutter between the columns is."""

    top: int
    bottom: int
    gutter: int


def read_by_column(page: PageImage, words: Sequence[Recognised]) -> list[Recognised]:
    """The words of a page, those of letterhead and signature read column by column. Raises `PageFailed`."""
    result = list(words)
    for region in regions(page, words):
        left = (0, region.top, region.gutter, region.bottom)
        right = (region.gutter, region.top, page.grey.shape[1], region.bottom)
        if all(any(_within(word, side) for word in words) for side in (left, right)):
            result = _read_again(page, _read_again(page, result, left), right)
    return result


def regions(page: PageImage, words: Sequence[Recognised]) -> list[Columns]:
    """The regions of two columns, from the top."""
    ink = page.grey < _INK * float(np.median(page.grey))
    found: list[Columns] = []
    lines = _lines(words)
    for at, line in enumerate(lines):
        if found and line[0].top < found[-1].bottom:
            continue
        below = lines[at + 1 :]
        regions = [_beside_motto(ink, line[k:], below) for k in range(len(line))]
        found += [region for region in (_beside_recipients(ink, line, below), *regions) if region][:1]
    return found


def _text(words: Sequence[Recognised]) -> str:
    return " ".join(word.text for word in words)


def _lines(words: Sequence[Recognised]) -> list[_Line]:
    lines: list[_Line] = []
    for word in words:
        if lines and abs(lines[-1][-1].base - word.base) < word.size / 2 and word.left >= lines[-1][-1].left:
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _beside_motto(ink: Mask, rest: Sequence[Recognised], below: Sequence[_Line]) -> Columns | None:
    first = rest[0]
    if not first.text[:1].isupper() or not motto_line(form_of(_text(rest[:_LONGEST_MOTTO]))):
        return None
    between = (_BETWEEN[0] * ink.shape[1], first.left - first.size / 4)
    dated = [line for line in below[:_MOST_LINES] if any(word.text.startswith("tháng") for word in line)]
    return _columns(ink, first, between, max(word.bottom for word in dated[0])) if dated else None


def _beside_recipients(ink: Mask, line: _Line, below: Sequence[_Line]) -> Columns | None:
    if not recipients_line(form_of(_text(line[:2]))) or len(line) < 2:
        return None
    between = (max(_BETWEEN[0] * ink.shape[1], line[1].right), _BETWEEN[1] * ink.shape[1])
    bottom = line[0].bottom
    for word in sorted((word for line in below for word in line), key=lambda word: word.top):
        if word.top - bottom > _FAR * word.size:
            break
        if word.confidence > _SURE:
            bottom = max(bottom, word.bottom)
    return _columns(ink, line[0], between, bottom)


def _columns(ink: Mask, first: Recognised, between: tuple[float, float], bottom: int) -> Columns | None:
    """The strip without ink that reaches farthest down from the line of `first`, and the region on both its sides, to
    `bottom` at most."""
    size = round(first.size)
    left, right, width = round(between[0]), round(between[1]), max(2, round(_GUTTER * size))
    if right - left <= width:
        return None
    strip = np.cumsum(ink[first.top : bottom, left:right], axis=1, dtype=np.int32)
    crossed = strip[:, width:] - strip[:, :-width] > 0
    free = np.where(crossed.any(axis=0), crossed.argmax(axis=0), crossed.shape[0])
    deepest = int(free.max())
    if deepest < _LEAST_HEIGHT * size:
        return None
    reached = np.nonzero(free == deepest)[0]
    gutter = left + int(reached[len(reached) // 2]) + width // 2
    above = np.nonzero(ink[: first.top, gutter - width // 2 : gutter + width // 2].any(axis=1))[0]
    top = max(first.top - round(_ABOVE * size), int(above[-1]) + 1 if len(above) else 0)
    return Columns(top, first.top + deepest, gutter)


def _read_again(page: PageImage, words: list[Recognised], box: tuple[int, int, int, int]) -> list[Recognised]:
    """The words with those in the box read again, line by line, where that is surer."""
    left, top, right, bottom = box
    try:
        told = recognise(np.ascontiguousarray(page.grey[top:bottom, left:right]), page.dpi, _ONE_BLOCK)
    except PageFailed:
        return words
    kept = list(words)
    whole = [word for word in told if word.top > _CUT]
    for line in _lines([_moved(word, left, top) for word in whole]):
        base, size = line[0].base, line[0].size
        before = [word for word in kept if _within(word, box) and abs(word.base - base) < size / 2]
        if _sureness(line) > max(_sureness(before), 0 if before else _surely_print(line)):
            kept = [word for word in kept if word not in before] + line
    return kept


def _surely_print(line: _Line) -> float:
    """What a line has to reach that was not read before: below that it is noise."""
    return max(_FEWEST_LETTERS, sum(len(word.text) for word in line)) * _SURE


def _moved(word: Recognised, across: int, down: int) -> Recognised:
    return replace(
        word,
        left=word.left + across,
        right=word.right + across,
        top=word.top + down,
        bottom=word.bottom + down,
        base=word.base + down,
    )


def _within(word: Recognised, box: tuple[int, int, int, int]) -> bool:
    x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return box[0] <= x < box[2] and box[1] <= y < box[3]


def _sureness(words: Iterable[Recognised]) -> float:
    return sum(len(word.text) * word.confidence**2 for word in words)
