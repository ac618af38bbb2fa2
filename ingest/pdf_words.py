"""The words of a PDF page with their boxes.

PDFium tells characters in the order in which the file draws them, with boxes. Words are put together from the boxes,
not from the blanks that PDFium guesses, which fail where fonts change glyph by glyph. What was stamped on the page
later (number, date, signature) is drawn into it first, so that it stands where it is seen.

A page keeps its words packed, some 15 KB instead of 250, so that a file of 2,000 pages fits into memory.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, repeat
from typing import overload

import numpy as np
import numpy.typing as npt
import pypdfium2
import pypdfium2.raw as pdfium

from ingest.document import Box
from ingest.errors import ReadError
from ingest.limits import refuse_too_long
from ingest.pdf_guard import refuse_bombs
from ingest.pdf_letters import Flags, Font, Frame, Indexes, Letters, letters_of
from ingest.pdf_rules import Drawings, drawings_of

MOST_PAGES = 3000
"""The most pages that are read of one file."""

_MOST_STAMPS = 2_000  # on a page; drawing in more takes minutes
_WORD_GAP = 0.18  # of the font size; a blank is about 0.25
_GUESSED_GAP = 0.08  # where PDFium, too, sees a blank: letters with horns reach into it (`cứ Luật`)
_SAME_SIZE = 0.1
_SAME_BASE = 2.0  # points
_RAISED_BASE = 0.7  # of the size: letters farther up or down stand on another line
_LONGEST = 20_000  # tenths of a point: lengths up to that are shared between boxes


@dataclass(slots=True)
class Word:
    """A word: its box, the height of its base line on the page, font size, looks; `raised`: set as a superscript;
    `spaced`: a blank stands before it; `confidence`: how sure its recognition was (OCR), 0 to 1; `font`: the name of
    its font, where the file has one. Never changed; not frozen, because that makes it three times as slow to make."""

    text: str
    box: Box
    base: float
    size: float
    bold: bool = False
    italic: bool = False
    raised: bool = False
    spaced: bool = True
    confidence: float | None = None
    font: str = ""


@dataclass(frozen=True, slots=True)
class PackedWords(Sequence[Word]):
    """The words of a page in little room; each look at them makes them anew. `joined`: their texts, parted by blanks;
    `boxes` in tenths of a point; `font`: index in `fonts`."""

    joined: str
    boxes: npt.NDArray[np.int32]
    base: npt.NDArray[np.float64]
    size: npt.NDArray[np.float64]
    font: npt.NDArray[np.uint16]
    spaced: npt.NDArray[np.bool_]
    fonts: tuple[Font, ...]

    def __len__(self) -> int:
        return len(self.base)

    @overload
    def __getitem__(self, index: int) -> Word: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Word]: ...
    def __getitem__(self, index: int | slice) -> Word | Sequence[Word]:
        return list(self)[index]

    def __iter__(self) -> Iterator[Word]:
        return self._words(np.arange(len(self)))

    @property
    def texts(self) -> list[str]:
        """The texts of the words."""
        return self.joined.split(" ") if self.joined else []

    def outside(self, top: float, bottom: float) -> list[Word]:
        """The words that reach above `top` or below `bottom` (points from the top of the page)."""
        return list(
            self._words(np.flatnonzero((self.boxes[:, 1] < 10 * top) | (self.boxes[:, 3] > 10 * bottom)))
        )

    def at(self, numbers: Sequence[int]) -> Iterator[Word]:
        """The words with those numbers (from 0)."""
        return self._words(np.array(numbers, np.int64))

    def _words(self, at: Indexes) -> Iterator[Word]:
        texts = self.texts
        fonts = [self.fonts[font] for font in self.font[at].tolist()]
        return map(
            Word,
            [texts[index] for index in at.tolist()],
            map(Box, *(_lengths(self.boxes[at, edge]) for edge in range(4))),
            self.base[at].tolist(),
            self.size[at].tolist(),
            [font.bold for font in fonts],
            [font.italic for font in fonts],
            repeat(False),
            self.spaced[at].tolist(),
            repeat(None),
            [font.name for font in fonts],
        )


@dataclass(frozen=True, slots=True)
class PageWords:
    """A page (`number` from 1) as it is read: size in points, words, whether it has ruled tables, how many images.
    `turn`: the quarter turns clockwise by which it is read against how it is shown (0 for nearly every page); `skew`:
    the degrees counter-clockwise by which the picture of a crooked page was turned after that; `drawings`: its rules,
    where it has any; `strange`: how many letters the file names wrongly or not at all."""

    number: int
    width: float
    height: float
    words: Sequence[Word]
    ruled: bool
    images: int
    turn: int = 0
    skew: float = 0.0
    drawings: Drawings | None = None
    strange: int = 0

    @property
    def letters(self) -> int:
        """How many letters its words have."""
        if isinstance(self.words, PackedWords):
            return len(self.words.joined) - max(0, len(self.words) - 1)
        return sum(len(word.text) for word in self.words)

    @property
    def texts(self) -> list[str]:
        """The texts of its words."""
        if isinstance(self.words, PackedWords):
            return self.words.texts
        return [word.text for word in self.words]

    def edges(self, top: float, bottom: float) -> list[Word]:
        """The words that reach above `top` or below `bottom`, in points from the top of the page."""
        if isinstance(self.words, PackedWords):
            return self.words.outside(top, bottom)
        return [word for word in self.words if word.box.top < top or word.box.bottom > bottom]


def read_pages(data: bytes, name: str, *, until_strange: bool = False) -> list[PageWords]:
    """The pages of the PDF file in `data`; `until_strange`: only up to the first with letters that the file names
    wrongly or not at all. Raises `ReadError` for a file that is broken, locked or has no pages."""
    again = "xin lại tệp gốc hoặc tải lại"
    if b"%%EOF" not in data:
        raise ReadError(name, "tệp PDF bị cắt cụt, thiếu phần cuối", again)
    refuse_bombs(data, name)
    pages: list[PageWords] = []
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        # PDFium may tell the trouble that it had with the file before
        if "password" in str(error).lower() and b"/Encrypt" in data:
            raise ReadError(name, "PDF có mật khẩu", "bỏ mật khẩu rồi đọc lại") from error
        raise ReadError(name, "tệp PDF hỏng, không mở được", again) from error
    try:
        count = len(document)
        if not count:
            raise ReadError(name, "PDF không có trang nào", again)
        if count > MOST_PAGES:
            cause = f"PDF có quá nhiều trang ({count}, tối đa {MOST_PAGES})"
            raise ReadError(name, cause, "tách tệp thành từng văn bản rồi đọc lại")
        letters = 0
        for index in range(count):
            pages.append(_page_words(document, index))
            letters += pages[-1].letters
            refuse_too_long(name, characters=letters)
            if until_strange and pages[-1].strange:
                break
        return pages
    except pypdfium2.PdfiumError as error:
        raise ReadError(name, f"trang {len(pages) + 1} của tệp PDF hỏng, không mở được", again) from error
    finally:
        document.close()


def _page_words(document: pypdfium2.PdfDocument, index: int) -> PageWords:
    """The words of the page with that index (from 0)."""
    page = document[index]
    if (
        0 < pdfium.FPDFPage_GetAnnotCount(page.raw) < _MOST_STAMPS
        and pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY) == 1
    ):
        page.close()
        page = document[index]
    try:
        text = page.get_textpage()
        letters = letters_of(text, Frame.of(page))
        turn = int(np.bincount(letters.turn).argmax()) if len(letters) else 0
        frame = Frame.of(page, turn)
        if turn:  # the page is drawn lying down
            letters = letters_of(text, frame)
        drawn = drawings_of(page, frame)
        return PageWords(
            index + 1,
            frame.shown_width,
            frame.shown_height,
            words_of(letters),
            drawn.crossing,
            drawn.images,
            turn,
            drawings=drawn if drawn.crossing else None,
            strange=letters.strange,
        )
    finally:
        page.close()


def words_of(letters: Letters) -> PackedWords:
    """The words that upright letters make: parted where the file has a blank, and where a gap, the size or the height
    of the letters says that another word begins."""
    blank = _is_blank(letters.codes)
    upright = letters.turn == 0
    at = np.flatnonzero(~blank & upright)
    if not len(at):
        nothing = np.zeros(0)
        return PackedWords(
            "",
            np.zeros((0, 4), np.int32),
            nothing,
            nothing,
            np.zeros(0, np.uint16),
            np.zeros(0, np.bool_),
            (),
        )
    blanks = np.cumsum(blank & upright)[at]
    parted = np.diff(blanks, prepend=0) > 0
    touching, same = _touching(letters, at)
    starts = np.flatnonzero(parted | ~same)
    boxes = letters.boxes[at]
    edges = [np.minimum.reduceat(boxes[:, edge], starts) for edge in (0, 1)]
    edges += [np.maximum.reduceat(boxes[:, edge], starts) for edge in (2, 3)]
    text = letters.codes[at].astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")
    cuts = [*starts.tolist(), len(text)]
    first = at[starts]
    return PackedWords(
        " ".join([text[start:end] for start, end in pairwise(cuts)]),
        np.round(10 * np.stack(edges, axis=1)).astype(np.int32),
        letters.base[first],
        letters.size[first],
        letters.font[first].astype(np.uint16),
        (parted | ~touching)[starts],
        letters.fonts,
    )


def _is_blank(codes: Indexes) -> Flags:
    """Which characters are blanks or line ends, as `str.isspace` tells them."""
    low = ((codes >= 0x09) & (codes <= 0x0D)) | ((codes >= 0x1C) & (codes <= 0x20))
    return low | np.isin(codes, _blanks())


@lru_cache(maxsize=1)
def _blanks() -> Indexes:
    return np.array([code for code in range(0x80, 0x3001) if chr(code).isspace()])


def _touching(letters: Letters, at: Indexes) -> tuple[Flags, Flags]:
    """For each letter whether it stands right behind the last one, on its line or raised from it; and whether it is
    of its size and on its line, too."""
    size, base = letters.size[at], letters.base[at]
    gap = letters.boxes[at[1:], 0] - letters.boxes[at[:-1], 2]
    larger = np.maximum(size[1:], size[:-1])
    lift = np.abs(np.diff(base))
    widest = np.where(letters.guessed[at[1:]], _GUESSED_GAP, _WORD_GAP) * larger
    touching = np.zeros(len(at), np.bool_)
    same = np.zeros(len(at), np.bool_)
    touching[1:] = (-larger < gap) & (gap < widest) & (lift < _RAISED_BASE * larger)
    same[1:] = touching[1:] & (np.abs(np.diff(size)) < _SAME_SIZE * size[:-1]) & (lift < _SAME_BASE)
    return touching, same


def box_of(left: int, top: int, right: int, bottom: int) -> Box:
    """A box of tenths of points."""
    shared = _shared_lengths()
    if min(left, top) >= 0 and max(right, bottom) < _LONGEST:
        return Box(shared[left], shared[top], shared[right], shared[bottom])
    return Box(left / 10, top / 10, right / 10, bottom / 10)


def _lengths(tenths: npt.NDArray[np.int32]) -> list[float]:
    """Tenths of points as points, equal ones as one object: a page has thousands."""
    shared = _shared_lengths()
    return [shared[n] if 0 <= n < _LONGEST else n / 10 for n in tenths.tolist()]


@lru_cache(maxsize=1)
def _shared_lengths() -> list[float]:
    return [n / 10 for n in range(_LONGEST)]


def turned_back(box: Box, page: PageWords) -> Box:
    """A box on the page as it is read, on the page as it is shown."""
    if page.skew:
        box = skewed_back(box, page)
    if page.turn == 1:
        return Box(box.top, page.width - box.right, box.bottom, page.width - box.left)
    if page.turn == 2:
        return Box(
            page.width - box.right, page.height - box.bottom, page.width - box.left, page.height - box.top
        )
    if page.turn == 3:
        return Box(page.height - box.bottom, box.left, page.height - box.top, box.right)
    return box


def skewed_back(box: Box, page: PageWords, degrees: float | None = None) -> Box:
    """The box around a box once the page is turned back about its middle by its skew (or by `degrees` clockwise)."""
    angle = math.radians(page.skew if degrees is None else degrees)
    cos, sin, x0, y0 = math.cos(angle), math.sin(angle), page.width / 2, page.height / 2
    corners = [(x - x0, y - y0) for x in (box.left, box.right) for y in (box.top, box.bottom)]
    across = [x0 + x * cos - y * sin for x, y in corners]
    down = [y0 + x * sin + y * cos for x, y in corners]
    return Box(*(round(edge, 1) for edge in (min(across), min(down), max(across), max(down))))
