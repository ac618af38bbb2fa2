"""The letters of a PDF page, read in bulk: the door to PDFium's text.

PDFium tells each fact of each letter by a call of its own, and a page has some 2,000 letters. So the calls are not made
by Python: `map` goes over a function's address, and PDFium writes the answers into arrays. What is the same for all
letters of a text object (font, size, height on the page) is asked once:

    code   C   H   Í   N   H  | P   H   Ủ  |
    box    each letter its own
    run    0                  | 1          |        matrix, size, base line, font: one for each run
"""

from __future__ import annotations

import ctypes
import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2
import pypdfium2.raw as pdfium

Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Indexes = npt.NDArray[np.int64]

HIDDEN = "\ufffd"
"""A letter that is printed, but for which the file names no character."""

SOFT_HYPHEN = "\xad"
"""ư in the fonts of TCVN3, a hyphen elsewhere."""

_HYPHENS = (0xFFFE, 0x02)  # how PDFium tells a hyphen, or a soft one, at the end of a line
_WIDEST_HYPHEN = 0.4  # of the font size: a hyphen is a third, ư is half or more
_FONT_SLIPS = {0x01A3: 0x01B0, 0x01A2: 0x01AF}  # ƣ and Ƣ, as wrong font maps have them
_MEANT = {**_FONT_SLIPS, 0: 0xFFFD, 0xFFFE: 0x2D, 0x02: 0x2D}
_STRANGE = (*_FONT_SLIPS, 0, 0xFFFD, 0xF0, 0xD5)  # ð and Õ, too, may be meant for đ and Ò
_WIDE_BLANK = 1.6  # times the narrowest blank of the font: a letter that its map calls a blank
_FARTHEST = 1e7  # points
_MOST_CHARACTERS = 200_000  # on one page
_PIECE = 5  # letters: text objects are rarely shorter than a word
_SLANT = math.radians(20)
_LEVEL = 1e-3  # of the size: how far from level a letter may stand
_BOLD_WEIGHT = 600
_ITALIC_FLAG = 64


@dataclass(frozen=True, slots=True)
class Font:
    """A font by its name in the file (tên phông chữ, without the tag of a subset) and its looks."""

    name: str = ""
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """From the coordinates of the file to those of the page as it is read: origin top left, text upright. `quarter`
    counts the quarter turns clockwise that bring it there."""

    quarter: int
    left: float
    bottom: float
    width: float
    height: float

    @classmethod
    def of(cls, page: pypdfium2.PdfPage, turn: int = 0) -> Frame:
        """The frame of a page whose text is read after `turn` more quarter turns."""
        left, bottom, right, top = page.get_bbox()
        return cls((page.get_rotation() // 90 + turn) % 4, left, bottom, right - left, top - bottom)

    @property
    def shown_width(self) -> float:
        """The width of the page as it is read."""
        return self.height if self.quarter % 2 else self.width

    @property
    def shown_height(self) -> float:
        """The height of the page as it is read."""
        return self.width if self.quarter % 2 else self.height

    def points(self, x: Numbers, y: Numbers) -> tuple[Numbers, Numbers]:
        """Points of the file as read: from the left and from the top."""
        x, y = x - self.left, y - self.bottom
        if self.quarter == 1:
            return y, x
        if self.quarter == 2:
            return self.width - x, y
        if self.quarter == 3:
            return self.height - y, self.width - x
        return x, self.height - y

    def boxes(self, corners: Numbers) -> Numbers:
        """Rectangles as read (rows of left, top, right, bottom); rows of two opposite corners (x, y, x, y) go in."""
        (x1, y1), (x2, y2) = (
            self.points(corners[:, 0], corners[:, 1]),
            self.points(corners[:, 2], corners[:, 3]),
        )
        return np.stack(
            (np.minimum(x1, x2), np.minimum(y1, y2), np.maximum(x1, x2), np.maximum(y1, y2)), axis=1
        )


@dataclass(frozen=True, slots=True)
class Letters:
    """The characters of a page in the order of the file, by their `codes`, those that PDFium only guesses left out;
    `boxes` is left, top, right, bottom; `guessed`: PDFium thinks that a blank stands before it; `turn`: quarter
    turns by which it stands against the page as read; `font`: index in `fonts`; `strange`: how many the file names
    wrongly or not at all."""

    codes: Indexes
    boxes: Numbers
    base: Numbers
    size: Numbers
    font: Indexes
    fonts: tuple[Font, ...]
    turn: Indexes
    guessed: Flags
    strange: int

    def __len__(self) -> int:
        return len(self.codes)


def letters_of(text: pypdfium2.PdfTextPage, frame: Frame) -> Letters:
    """The letters of a page, but those that stand aslant (a watermark across the page)."""
    raw = address_of(text.raw)
    count = min(text.count_chars(), _MOST_CHARACTERS)
    codes = _codes(raw, count)
    made_up = _made_up(raw, codes)
    before = np.zeros(count + 1, np.bool_)
    before[1:] = made_up
    at = np.flatnonzero(~made_up)
    boxes = np.empty((len(at), 4), np.float32)
    _ask("GetLooseCharBox", raw, at, boxes)
    run, firsts, objects = _runs(raw, at)
    fonts, font = _fonts(raw, at[firsts], objects)
    size, level, angle = _sizes(raw, at[firsts])
    size, level, angle = _finite(size), _finite(level), _finite(angle)
    turn = np.round((angle - frame.quarter * math.pi / 2) / (math.pi / 2)).astype(np.int64)
    straight = np.abs(angle - frame.quarter * math.pi / 2 - turn * math.pi / 2) <= _SLANT
    base = _finite(_bases(raw, at, firsts, run, angle, frame))
    corners = frame.boxes(
        _finite(boxes.astype(np.float64))[:, (0, 3, 2, 1)]
    )  # a rectangle of PDFium: left, top, right, bottom
    corners = _finite(corners)
    size = np.where(size[run] * level[run] > 0, size[run] * level[run], corners[:, 3] - corners[:, 1])
    kept = np.flatnonzero(straight[run])
    shown = codes[at[kept]]
    width = (corners[kept, 2] - corners[kept, 0]) / np.maximum(size[kept], 1e-6)
    blank = _blank_widths(shown, width, font[run][kept])
    wide = (shown == 0x20) & (width > _WIDE_BLANK * blank + 0.05)
    shown[np.isin(shown, _HYPHENS) & (width > _WIDEST_HYPHEN)] = ord(SOFT_HYPHEN)
    strange = int((np.isin(shown, _STRANGE) | wide).sum())
    return Letters(
        _meant(shown),
        corners[kept],
        base[kept],
        size[kept],
        font[run][kept],
        fonts,
        turn[run][kept] % 4,
        before[at[kept]],
        strange,
    )


def _finite(numbers: Numbers) -> Numbers:
    """Numbers that can be of a page; broken files tell of others, and of none."""
    return np.clip(np.nan_to_num(numbers), -_FARTHEST, _FARTHEST)


def _meant(codes: Indexes) -> Indexes:
    """The characters that are meant by others."""
    if not np.isin(codes, list(_MEANT)).any():
        return codes
    return np.array([_MEANT.get(code, code) for code in codes.tolist()], np.int64)


def _blank_widths(codes: Indexes, width: Numbers, font: Indexes) -> Numbers:
    """For each letter the width of the narrowest blank of its font, as a share of the font size; infinite where the
    page has none."""
    narrowest = np.full(int(font.max(initial=0)) + 1, np.inf)
    blanks = np.flatnonzero(codes == 0x20)
    np.minimum.at(narrowest, font[blanks], width[blanks])
    return narrowest[font]


def _codes(raw: int, count: int) -> Indexes:
    """The characters by their numbers: in one call where each is one unit of UTF-16."""
    units = np.zeros(count + 1, np.uint16)
    written = _function("GetText")(raw, 0, count, units.ctypes.data) - 1
    codes = units[:count].astype(np.int64)
    if written == count and not ((codes >= 0xD800) & (codes < 0xE000)).any():
        for index in np.flatnonzero(
            codes >= 0xFFFE
        ).tolist():  # in a text, PDFium writes so what has no character
            codes[index] = _function("GetUnicode")(raw, index)
        return codes
    found = np.fromiter(map(_function("GetUnicode"), repeat(raw), range(count)), np.int64, count)
    return np.where(found > 0x10FFFF, 0, found)


def _made_up(raw: int, codes: Indexes) -> Flags:
    """Which characters are blanks and line ends of PDFium's own."""
    made_up = np.zeros(len(codes), np.bool_)
    blanks = np.flatnonzero((codes <= 0x20) | (codes == 0xA0) | (codes == 0xFFFE))
    told = map(_function("IsGenerated"), repeat(raw), blanks.tolist())
    made_up[blanks] = np.fromiter(told, np.int64, len(blanks)) == 1
    return made_up


def _runs(raw: int, at: Indexes) -> tuple[Indexes, Indexes, list[int]]:
    """For each letter the run it belongs to, the first letter of each run, and the address of its text object. The
    letters of a text object stand in a row: where the two ends of a piece are of one, the piece is."""
    if not len(at):
        return at, at, []
    pieces = np.arange(0, len(at) + _PIECE - 1, _PIECE).clip(max=max(0, len(at) - 1))
    ends = np.array(_objects(raw, at[pieces]), np.uint64)
    held = np.repeat(ends[:-1], np.diff(pieces))
    held = np.append(held, ends[-1:])
    for piece in np.flatnonzero(ends[1:] != ends[:-1]).tolist():
        first, last = pieces[piece], pieces[piece + 1]
        held[first:last] = _objects(raw, at[first:last])
    starts = np.ones(len(at), np.bool_)
    starts[1:] = held[1:] != held[:-1]
    firsts = np.flatnonzero(starts)
    return np.cumsum(starts) - 1, firsts, held[firsts].tolist()


def _objects(raw: int, at: Indexes) -> list[int]:
    return [found or 0 for found in map(_function("GetTextObject"), repeat(raw), at.tolist())]


def _sizes(raw: int, firsts: Indexes) -> tuple[Numbers, Numbers, Numbers]:
    """Of each run: the size of its font, by how much its matrix enlarges it, and its angle."""
    matrix = np.zeros((len(firsts), 6), np.float32)
    _ask("GetMatrix", raw, firsts, matrix)
    a, b, c, d = (matrix[:, column].astype(np.float64) for column in range(4))
    size = np.fromiter(map(_function("GetFontSize"), repeat(raw), firsts.tolist()), np.float64, len(firsts))
    return size, np.sqrt(np.abs(a * d - b * c)), np.arctan2(b, a)


def _fonts(raw: int, firsts: Indexes, objects: list[int]) -> tuple[tuple[Font, ...], Indexes]:
    """The fonts of a page, and which each run is in."""
    pointers = [found or 0 for found in map(_function("GetFont"), objects)]
    fonts: dict[Font, int] = {}
    known: dict[int, int] = {}
    for pointer, first in zip(pointers, firsts.tolist(), strict=True):
        if pointer not in known:
            known[pointer] = fonts.setdefault(_font(raw, first), len(fonts))
    return tuple(fonts), np.array([known[pointer] for pointer in pointers], np.int64)


def _font(raw: int, index: int) -> Font:
    flags, name = ctypes.c_int(), ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(ctypes.cast(raw, pdfium.FPDF_TEXTPAGE), index, name, len(name), flags)
    shown = name.value.lower()
    bold = _function("GetFontWeight")(raw, index) >= _BOLD_WEIGHT or b"bold" in shown
    italic = bool(flags.value & _ITALIC_FLAG) or b"italic" in shown or b"oblique" in shown
    plain = name.value.decode("utf-8", "replace")
    tagged = plain[6:7] == "+" and plain[:6].isupper()
    return Font(plain[7:] if tagged else plain, bold, italic)


def _bases(raw: int, at: Indexes, firsts: Indexes, run: Indexes, angle: Numbers, frame: Frame) -> Numbers:
    """How far down the page each letter stands: one answer for a run that lies level, else one for each letter."""
    quarters = angle / (math.pi / 2)
    level = bool((np.abs(quarters - np.round(quarters)) < _LEVEL).all())
    asked = at[firsts] if level else at
    across, up = np.zeros(len(asked)), np.zeros(len(asked))
    places = (range(column.ctypes.data, column.ctypes.data + 8 * len(asked), 8) for column in (across, up))
    deque(map(_function("GetCharOrigin"), repeat(raw), asked.tolist(), *places), maxlen=0)
    base = frame.points(across, up)[1]
    return base[run] if level else base


def _ask(name: str, raw: int, at: Indexes, answers: npt.NDArray[np.float32]) -> None:
    """Have PDFium write its answer about each letter into a row of `answers`."""
    step = answers.strides[0]
    rows = range(answers.ctypes.data, answers.ctypes.data + step * len(at), step) if len(at) else range(0)
    deque(map(_function(name), repeat(raw), at.tolist(), rows), maxlen=0)


@lru_cache(maxsize=32)
def _function(name: str) -> Callable[..., Any]:
    """One of PDFium's functions by its address: it takes addresses as numbers, and costs a third of the usual call."""
    handle, number, address = ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p
    kinds: dict[str, tuple[Any, ...]] = {
        "GetText": (ctypes.c_int, handle, number, number, address),
        "GetUnicode": (ctypes.c_uint, handle, number),
        "IsGenerated": (ctypes.c_int, handle, number),
        "GetTextObject": (ctypes.c_void_p, handle, number),
        "GetLooseCharBox": (ctypes.c_int, handle, number, address),
        "GetMatrix": (ctypes.c_int, handle, number, address),
        "GetFontSize": (ctypes.c_double, handle, number),
        "GetFontWeight": (ctypes.c_int, handle, number),
        "GetCharOrigin": (ctypes.c_int, handle, number, address, address),
        "GetFont": (ctypes.c_void_p, handle),
    }
    full = f"FPDFText_{name}" if name != "GetFont" else "FPDFTextObj_GetFont"
    return ctypes.PYFUNCTYPE(*kinds[name])(address_of(getattr(pdfium, full)))


def address_of(handle: Any) -> int:
    """Where in memory a handle or function of PDFium is; 0 for none."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0
