"""Recognised words as the words of a page: in points, bold told by the thickness of strokes, dirt left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from statistics import median

import numpy as np

from ingest.document import Box
from ingest.formalities import authority_line, position_line
from ingest.pdf_words import Word
from ingest.scan_image import Grey, PageImage
from ingest.scan_numerals import counted
from ingest.scan_slips import UNREAD, form_of, mended_text
from ingest.tesseract import Recognised

_INK = 0.6  # of the brightness of the paper
_BOLD = 1.22  # of the usual thickness of strokes on the page
_FEWEST_LETTERS = 4  # in a line whose strokes are measured
_SAME_SIZE = 0.25  # of the usual size: measured sizes vary with the letters of a line
_DIRT = 0.5  # a sign without letters that is less sure than this is a speck or a rule
_SCRIBBLE = 0.35  # a short word less sure than this is handwriting or a seal
_SHORT = 3
_LOWEST = 0.36  # of the height of the line: letters without ascenders have two fifths of it
_PIECE_GAP = 1.0  # of the size
_LONGEST_FORM = 80
_MARKER = re.compile(r"(?:[IVXHNTUl1]{1,5}|\d{1,2}|[a-zđ])[.)]")
_SMALL_MARKER = re.compile(r"[COSUVX]\)")  # their capitals look the same
_FIGURE = re.compile(r"\d{1,3}[.,;:)]?")
_QUARTER = re.compile(r"[IÍÌĨỈÉHV]{1,4}/(?:19|20)\d\d\W*")
_SURE = 0.8
_STRAY = 2  # letters
_NAME_WORDS = (2, 3, 4)
_NUMBER_BY_HAND = ("Số: …", f"Số: {UNREAD}")
_LINE_OF_SCRIBBLE = 0.4
_SMALL_PRINT = 0.85  # of the usual size: footnotes at most
_SAFE_LENGTH = 12  # letters of a line that is kept however unsure it is


def words_of(recognised: Sequence[Recognised], page: PageImage, notes_from: int | None = None) -> list[Word]:
    """The words of a page, in points from the top left corner of the page as it was turned to be read. What stands
    lower than `notes_from` (pixels) are footnotes, which are of one size."""
    lines = [
        list(line)
        for _, line in groupby(
            counted(recognised, page.grey), key=lambda word: (word.size, _slope_free(word))
        )
    ]
    kept = [words for words in (_without_dirt(_in_forms(line)) for line in lines) if words]
    strokes = [_stroke(words, page.grey) for words in kept]
    usual = median([stroke for stroke in strokes if stroke] or [1.0])
    notes = [words for words in kept if notes_from is not None and words[0].base > notes_from]
    size = _usual_size(line for line in kept if line not in notes)
    small = min(_usual_size(notes), _SMALL_PRINT * size)
    return [
        _word(word, page, small if words in notes else size, bold=stroke > _BOLD * usual)
        for words, stroke in zip(kept, strokes, strict=True)
        for word in words
    ]


def _pieces(line: Sequence[Recognised]) -> list[list[Recognised]]:
    """A line cut at its wide gaps."""
    pieces: list[list[Recognised]] = []
    for at, word in enumerate(line):
        if at == 0 or not 0 <= word.left - line[at - 1].right < _PIECE_GAP * word.size:
            pieces.append([])
        pieces[-1].append(word)
    return pieces


def _in_forms(line: Sequence[Recognised]) -> list[Recognised]:
    pieces = [_in_form(piece) for piece in _pieces(line)]
    if any(
        _is_form(piece) for piece in pieces
    ):  # beside a fixed form stands another column, or the end of a signature
        pieces = [piece for piece in pieces if sum(map(_letters, piece)) > _STRAY]
    return [word for piece in pieces for word in piece]


def _is_form(piece: Sequence[Recognised]) -> bool:
    text = " ".join(word.text for word in piece)
    return authority_line(text) or position_line(text)


def _in_form(piece: Sequence[Recognised]) -> Sequence[Recognised]:
    """The words of a piece as the fixed form that it is, if it is one; scribble beside it left out."""
    words = [word for word in piece if _letters(word)]
    for some in (words, [word for word in words if word.confidence > _SCRIBBLE]):
        said = " ".join(word.text for word in some)
        form = form_of(said).split() if len(said) <= _LONGEST_FORM else []
        if len(form) == len(some) and (form != said.split() or form_of(said.lower()) != said.lower()):
            sure = max(
                word.confidence for word in some
            )  # what is fixed by rule is as sure as its surest word
            return [replace(word, text=text, confidence=sure) for word, text in zip(some, form, strict=True)]
    return piece


def _slope_free(word: Recognised) -> int:
    """Words of one line have base lines that differ by a few pixels at most, those of two lines by half a line."""
    return round(word.base / max(8.0, word.size / 2))


def _with_small_marker(line: Sequence[Recognised]) -> Sequence[Recognised]:
    """A line whose unsure marker has a letter of which the capital looks the same: `C)` is `c)`."""
    first = line[0]
    if first.confidence > _SURE or not _SMALL_MARKER.fullmatch(first.text):
        return line
    return [replace(first, text=first.text.lower()), *line[1:]]


def _without_dirt(line: Sequence[Recognised]) -> list[Recognised]:
    line = _with_small_marker(line)
    if mended_text(" ".join(word.text for word in line)).startswith(_NUMBER_BY_HAND):
        return list(line)
    words = [
        word
        for at, word in enumerate(line)
        if not _is_dirt(word) or (not at and _MARKER.fullmatch(word.text)) or _goes_on(line, at)
    ]
    if not any(map(_letters, words)):
        return []
    if _is_name(words) and line[0] not in words and _letters(line[0]):
        words.insert(0, replace(line[0], text="…"))  # a name without its first word is another name
    return [word for piece in _pieces(words) if _is_print(piece) for word in piece]


def _goes_on(line: Sequence[Recognised], at: int) -> bool:
    """Whether an unsure number stands right behind a sure word: `Như Điều 3;`."""
    word, before = line[at], line[at - 1]
    near = at > 0 and 0 <= word.left - before.right < word.size
    return near and before.confidence > _SURE and bool(_FIGURE.fullmatch(word.text))


def _is_name(words: Sequence[Recognised]) -> bool:
    return len(words) in _NAME_WORDS and all(word.text.istitle() for word in words)


def _is_print(piece: Sequence[Recognised]) -> bool:
    """Whether a piece of a line is print: long, or read with some sureness. Numbers in cells are often unsure."""
    letters = sum(map(_letters, piece))
    numbers = any(letter.isdigit() for word in piece for letter in word.text)
    if not letters or letters >= _SAFE_LENGTH or (numbers and letters <= _SHORT):
        return True
    if any(_QUARTER.fullmatch(word.text) for word in piece):  # its strokes were counted on the picture
        return True
    sure = sum(word.confidence * len(word.text) for word in piece)
    return sure / sum(len(word.text) for word in piece) > _LINE_OF_SCRIBBLE


def _is_dirt(word: Recognised) -> bool:
    letters = _letters(word)
    if not letters:
        return word.confidence < _DIRT or set(word.text) <= set("|_~=—“”‘’'`")
    if word.bottom - word.top < _LOWEST * word.size and word.confidence < _SCRIBBLE:
        return True  # the marks of the line below, taken for a line of their own
    return letters <= _SHORT and word.confidence < _SCRIBBLE and letters < len(word.text)


def _letters(word: Recognised) -> int:
    return sum(letter.isalnum() for letter in word.text)


def _usual_size(lines: Iterable[Sequence[Recognised]]) -> float:
    """The size of most letters."""
    return median([word.size for line in lines for word in line for _ in word.text] or [0.0])


def _word(word: Recognised, page: PageImage, usual: float, *, bold: bool) -> Word:
    scale = 72 / page.dpi
    size = usual if abs(word.size - usual) < _SAME_SIZE * usual else word.size
    box = Box(*(round(scale * edge, 1) for edge in (word.left, word.top, word.right, word.bottom)))
    return Word(
        word.text,
        box,
        scale * word.base,
        round(scale * size * _FONT, 1),
        bold,
        confidence=round(word.confidence, 3),
    )


_FONT = 0.9  # of the height from descenders to ascenders, marks over capitals included: about the font size


def _stroke(line: Sequence[Recognised], grey: Grey) -> float:
    """How thick the strokes of a line are, against the height of its letters; 0 where too few are there."""
    ink = runs = 0
    if sum(map(_letters, line)) < _FEWEST_LETTERS:
        return 0.0
    paper = float(np.median(grey))
    for word in line:
        dark = grey[word.top : word.bottom, word.left : word.right] < _INK * paper
        ink += int(dark.sum())
        runs += int((np.diff(dark.astype(np.int8), axis=1, prepend=0) == 1).sum())
    return ink / runs if runs else 0.0
