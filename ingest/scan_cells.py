"""Cells of ruled tables on scans read once more, where what was read of them is unsure or leaves ink over.

Tesseract takes a page for lines of text: the single digit of a narrow column is dropped as a speck, `G / HI / C / HÚ`
is taken for scribble, `4562/BCA` between two other columns is read as noise. The cells are known from their rules, and
so are their lines, from the rows without ink between them. The doubtful lines are cut out and set beside each other
like the words of a text, which is read in one go:

    | 2 |  G   | Quý      |             2    G    HI    III/2026
    |   |  HI  | III/2026 |     ->      4562/BCA    IV
    ...                                 what is read stays where it is surer than what was read before
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import numpy as np

from ingest.pdf_tables import RuledTable
from ingest.scan_image import Grey, PageImage
from ingest.scan_rules import Mask
from ingest.tesseract import Edges, PageFailed, Recognised, recognise_pieces

_ONE_BLOCK = 6  # Tesseract's page segmentation mode
_INK = 0.6  # of the brightness of the paper
_INSET = 4  # pixels from the edge of a cell, where remains of its rules are
_SPECKS = 2  # pixels of ink in a row of pixels that are no print
_SURE = 0.6
# In sizes of the usual line (from descenders to ascenders):
_LEAST_HEIGHT = 0.4  # of print: letters without ascenders
_MARKS = 0.3  # the height of marks over letters, which may stand apart from them
_TWO_LINES = 1.5
_LEFT_OVER = 0.25  # the width of ink that no word covers
_GAP, _LEADING = 0.45, 0.6  # between pieces that are set side by side and below each other
_LINE = 42.0  # sizes; how long the lines are that the pieces are set in
_BESIDE = 1.5
_MARKER = 4  # letters and signs of the longest marker of an item: `VII.`, `12)`
_SHARED = 0.3  # of the narrower of two words that stand in one place
_FAR = 10_000  # pixels
_ITEM = re.compile(r"(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)]")
_QUARTER = re.compile(r"[IÍÌĨỈÉHV]{1,4}/(?:19|20)\d\d\W*")
_MOST_PIECES = 400


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of a cell: where its ink is, its base line, and what was read there."""

    ink: Edges
    base: int
    words: tuple[Recognised, ...]


def with_cells_read_again(
    page: PageImage, tables: Sequence[RuledTable], words: Sequence[Recognised]
) -> list[Recognised]:
    """The words of a page, those of doubtful lines in the cells of its tables, and doubtful markers of items, as they
    are read by themselves."""
    if not words:
        return []
    size = median(word.size for word in words for _ in word.text)
    dark = page.grey < _INK * float(np.median(page.grey))
    pieces = [piece for piece in _pieces(page, dark, tables, words, size) if _doubtful(piece, dark, size)]
    heads = list(_heads(words, pieces))
    pieces += heads
    if not pieces:
        return list(words)
    sheet, places = _set(page.grey, pieces[:_MOST_PIECES], size)
    try:
        told = recognise_pieces(sheet, page.dpi, _ONE_BLOCK, places)
    except PageFailed:
        return list(words)
    result = list(words)
    for piece, place, found in zip(pieces, places, told, strict=False):
        again = [_in_line(word, piece, place, size) for word in found if word.text.strip()]
        doubtful = [word for word in piece.words if _unsure(word)]
        again = [
            word for word in again if not any(_covers(one, word) for one in set(piece.words) - set(doubtful))
        ]
        if piece in heads and not all(_ITEM.fullmatch(word.text) for word in again):
            continue
        if _sureness(again) > _sureness(doubtful):
            result = _replaced(result, piece.words, doubtful, again)
    return result


def _pieces(
    page: PageImage, dark: Mask, tables: Sequence[RuledTable], words: Sequence[Recognised], size: float
) -> Iterator[Piece]:
    """The lines of the cells."""
    scale = page.dpi / 72
    ordered = sorted(words, key=_middle)
    middles = [_middle(word) for word in ordered]
    for table in tables:
        for _, box in table.cells:
            edges = (scale * box.left, scale * box.top, scale * box.right, scale * box.bottom)
            left, top, right, bottom = (round(edge) for edge in edges)
            cell = (left + _INSET, top + _INSET, right - _INSET, bottom - _INSET)
            level = ordered[bisect_left(middles, top) : bisect_right(middles, bottom)]
            mine = sorted((word for word in level if _within(word, cell)), key=lambda word: word.left)
            for ink in _lines(dark, cell, size):
                held = tuple(word for word in mine if _within(word, ink))
                yield Piece(ink, _base(dark, ink, held, size), held)


def _lines(dark: Mask, cell: Edges, size: float) -> Iterator[Edges]:
    """Where the lines of a cell are."""
    left, top, right, bottom = cell
    part = dark[top:bottom, left:right]
    if not part.size:
        return
    runs = _runs(part.sum(axis=1) > _SPECKS)
    joined: list[tuple[int, int]] = []
    for at, (start, end) in enumerate(runs):
        above = start - joined[-1][1] if joined else _FAR
        below = runs[at + 1][0] - end if at + 1 < len(runs) else _FAR
        hangs = end - start < _MARKS * size and above <= min(below, _MARKS * size)
        carries = bool(joined) and joined[-1][1] - joined[-1][0] < _MARKS * size and above < _MARKS * size
        if hangs or carries:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    for start, end in joined:
        columns = np.nonzero(part[start:end].any(axis=0))[0]
        if _LEAST_HEIGHT * size <= end - start < _TWO_LINES * size:
            yield left + int(columns[0]), top + start, left + int(columns[-1]) + 1, top + end


def _runs(inked: Mask) -> list[tuple[int, int]]:
    steps = np.diff(np.concatenate(([0], inked.astype(np.int8), [0])))
    return list(zip(np.nonzero(steps == 1)[0].tolist(), np.nonzero(steps == -1)[0].tolist(), strict=True))


def _base(dark: Mask, ink: Edges, words: Sequence[Recognised], size: float) -> int:
    """The base line: that of what was read, or where most of the ink ends."""
    if words:
        return round(median(word.base for word in words))
    left, top, right, bottom = ink
    rows = dark[top:bottom, left:right].sum(axis=1).astype(np.int32)
    if bottom - top < 0.75 * size:
        return bottom
    fallen = rows[:-2] - rows[2:]
    half = len(fallen) // 2
    return top + half + int(fallen[half:].argmax()) + 1


def _heads(words: Sequence[Recognised], pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The unsure short words that begin lines and end as markers of items do, each with the sure word behind it."""
    known = [word for piece in pieces for word in piece.words]
    for at, (first, second) in enumerate(pairwise(words)):
        begins = at == 0 or words[at - 1].left > first.left
        beside = (
            0 < second.left - first.right < _BESIDE * first.size
            and abs(second.base - first.base) < first.size / 4
        )
        short = (
            len(first.text) <= _MARKER
            and first.text[-1] in ".)"
            and first.confidence < _SURE <= second.confidence
        )
        if begins and beside and short and first not in known:
            edges = (first, second)
            ink = (
                first.left,
                min(word.top for word in edges),
                second.right,
                max(word.bottom for word in edges),
            )
            yield Piece(ink, round(second.base), edges)


def _doubtful(piece: Piece, dark: Mask, size: float) -> bool:
    """Whether a word of a line is unsure, or much of its ink in no word."""
    if not piece.words or any(map(_unsure, piece.words)):
        return True
    left, top, right, bottom = piece.ink
    over = dark[top:bottom, left:right].sum(axis=0) > 1
    for word in piece.words:
        over[max(0, word.left - _INSET - left) : max(0, word.right + _INSET - left)] = False
    return int(over.sum()) > _LEFT_OVER * size


def _unsure(word: Recognised) -> bool:
    """Whether a word was read unsurely; the strokes of quarters are counted on the picture."""
    return word.confidence < _SURE and not _QUARTER.fullmatch(word.text)


def _set(grey: Grey, pieces: Sequence[Piece], size: float) -> tuple[Grey, list[Edges]]:
    """The pieces set as the words of a text, and where each stands in it."""
    paper = np.uint8(np.median(grey))
    gap, leading = round(_GAP * size), round(_LEADING * size)
    rows: list[list[Piece]] = []
    room = 0.0
    for piece in pieces:
        width = piece.ink[2] - piece.ink[0] + gap
        if not rows or width > room:
            rows.append([])
            room = _LINE * size
        rows[-1].append(piece)
        room -= width
    wide = round(max(_LINE * size, max(piece.ink[2] - piece.ink[0] for piece in pieces))) + 3 * gap
    places: list[Edges] = []
    strips: list[Grey] = []
    y = leading
    for row in rows:
        above = max(piece.base - piece.ink[1] for piece in row)
        below = max(piece.ink[3] - piece.base for piece in row)
        strip = np.full((above + below + leading, wide), paper, np.uint8)
        x = gap
        for piece in row:
            left, top, right, bottom = piece.ink
            down = above - (piece.base - top)
            strip[down : down + bottom - top, x : x + right - left] = grey[top:bottom, left:right]
            places.append((x, y + down, x + right - left, y + down + bottom - top))
            x += right - left + gap
        strips.append(strip)
        y += strip.shape[0]
    return np.concatenate([np.full((leading, wide), paper, np.uint8), *strips]), places


def _middle(word: Recognised) -> float:
    return (word.top + word.bottom) / 2


def _within(word: Recognised, box: Edges) -> bool:
    x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return box[0] - 2 <= x < box[2] + 2 and box[1] - 2 <= y < box[3] + 2


def _in_line(word: Recognised, piece: Piece, place: Edges, size: float) -> Recognised:
    """A word of a piece back where it stands on the page."""
    across = piece.ink[0] - place[0]
    return replace(
        word,
        left=word.left + across,
        right=word.right + across,
        top=piece.ink[1],
        bottom=piece.ink[3],
        base=float(piece.base),
        size=size,
    )


def _covers(sure: Recognised, word: Recognised) -> bool:
    """Whether a word of the same line stands in the place of another."""
    shared = min(sure.right, word.right) - max(sure.left, word.left)
    return shared > _SHARED * min(sure.right - sure.left, word.right - word.left)


def _replaced(
    words: Sequence[Recognised],
    line: Sequence[Recognised],
    doubtful: Sequence[Recognised],
    again: Sequence[Recognised],
) -> list[Recognised]:
    """The words with those of a line in the place of the first of them, its doubtful ones as they were read again."""
    at = next((at for at, word in enumerate(words) if word in line), len(words))
    new = sorted([*(word for word in line if word not in doubtful), *again], key=lambda word: word.left)
    return [*(w for w in words[:at] if w not in line), *new, *(w for w in words[at:] if w not in line)]


def _sureness(words: Sequence[Recognised]) -> float:
    return sum(len(word.text) * word.confidence**2 for word in words)
