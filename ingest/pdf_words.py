"""The words of a PDF page with their boxes: the door to PDFium.

PDFium tells characters in the order in which the file draws them, with boxes. Words are put together from the boxes,
not from the blanks that PDFium guesses, which fail where fonts change glyph by glyph. What was stamped on the page
later (number, date, signature) is drawn into it first, so that it stands where it is seen.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.document import Box
from ingest.errors import ReadError

MOST_PAGES = 3000
"""The most pages that are read of one file."""

_HYPHENS = frozenset((0xFFFE, 0x02, 0xAD))  # how PDFium tells a hyphen at the end of a line
_FONT_SLIPS = {
    0x01A3: "ư",
    0x01A2: "Ư",
    0x00D0: "Đ",
}  # letters that broken font maps give for Vietnamese ones
_MOST_CHARACTERS = 200_000  # on one page
_SLANT = math.radians(20)
_BOLD_WEIGHT = 600
_ITALIC_FLAG = 64
_WORD_GAP = 0.18  # of the font size; a blank is about 0.25
_GUESSED_GAP = 0.08  # where PDFium, too, sees a blank: letters with horns reach into it (`cứ Luật`)
_RAISED_SIZE = 0.8
_RULE_WIDTH = 3.0
_SHORTEST_RULE = 8.0


@dataclass(frozen=True, slots=True)
class Word:
    """A word: its box, the height of its base line on the page, font size, looks; `raised`: set as a superscript;
    `spaced`: a blank stands before it; `confidence`: how sure its recognition was (OCR), 0 to 1."""

    text: str
    box: Box
    base: float
    size: float
    bold: bool = False
    italic: bool = False
    raised: bool = False
    spaced: bool = True
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class PageWords:
    """A page (`number` from 1) as it is read: size in points, words, whether it has ruled tables, how many images.
    `turn`: the quarter turns clockwise by which it is read against how it is shown (0 for nearly every page); `skew`:
    the degrees counter-clockwise by which the picture of a crooked page was turned after that."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    ruled: bool
    images: int
    turn: int = 0
    skew: float = 0.0


@dataclass(frozen=True, slots=True)
class _Letter:
    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    turn: int
    index: int
    guessed_blank: bool  # PDFium thinks that a blank stands before it


def read_pages(data: bytes, name: str) -> list[PageWords]:
    """The pages of the PDF file in `data`. Raises `ReadError` for one that is broken, locked or has no pages."""
    again = "xin lại tệp gốc hoặc tải lại"
    if b"%%EOF" not in data:
        raise ReadError(name, "tệp PDF bị cắt cụt, thiếu phần cuối", again)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError(name, "PDF có mật khẩu", "bỏ mật khẩu rồi đọc lại") from error
        raise ReadError(name, "tệp PDF hỏng, không mở được", again) from error
    try:
        count = len(document)
        if not 0 < count <= MOST_PAGES:
            cause = (
                f"PDF có quá nhiều trang ({count}, tối đa {MOST_PAGES})"
                if count
                else "PDF không có trang nào"
            )
            raise ReadError(name, cause, again)
        return [_page_words(document, index) for index in range(count)]
    except pypdfium2.PdfiumError as error:
        raise ReadError(name, f"có trang PDF hỏng ({error})", again) from error
    finally:
        document.close()


def _page_words(document: pypdfium2.PdfDocument, index: int) -> PageWords:
    """The words of the page with that index (from 0)."""
    page = document[index]
    if (
        pdfium.FPDFPage_GetAnnotCount(page.raw)
        and pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY) == 1
    ):
        page.close()
        page = document[index]
    try:
        text = page.get_textpage()
        letters = list(_letters(text, _Frame.of(page)))
        usual = Counter(letter.turn for letter in letters).most_common(1)
        turn = usual[0][0] if usual else 0
        frame = _Frame.of(page, turn)
        if turn:  # the page is drawn lying down
            letters = list(_letters(text, frame))
        words = tuple(_words([letter for letter in letters if not letter.turn], text))
        ruled, images = _drawings(page)
        return PageWords(
            index + 1, frame.shown_width, frame.shown_height, words, ruled and not turn, images, turn
        )
    finally:
        page.close()


def _letters(text: pypdfium2.PdfTextPage, frame: _Frame) -> Iterator[_Letter]:
    """The printed characters; where a blank stands in the file, a letter with a blank text."""
    raw, rectangle, matrix = text.raw, pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    across, up = ctypes.c_double(), ctypes.c_double()
    guessed = False
    for index in range(min(text.count_chars(), _MOST_CHARACTERS)):
        if pdfium.FPDFText_IsGenerated(raw, index) == 1:
            guessed = True
            continue
        code = pdfium.FPDFText_GetUnicode(raw, index)
        pdfium.FPDFText_GetLooseCharBox(raw, index, rectangle)
        pdfium.FPDFText_GetMatrix(raw, index, matrix)
        pdfium.FPDFText_GetCharOrigin(raw, index, across, up)
        angle = math.atan2(matrix.b, matrix.a) - frame.quarter * math.pi / 2
        turn = round(angle / (math.pi / 2))
        if not code or abs(angle - turn * math.pi / 2) > _SLANT:
            continue  # a watermark across the page
        size = pdfium.FPDFText_GetFontSize(raw, index) * math.sqrt(
            abs(matrix.a * matrix.d - matrix.b * matrix.c)
        )
        letter = "-" if code in _HYPHENS else _FONT_SLIPS.get(code) or chr(code)
        left, top, right, bottom = frame.box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        base = frame.point(across.value, up.value)[1]
        yield _Letter(letter, left, top, right, bottom, base, size or bottom - top, turn % 4, index, guessed)
        guessed = False


@dataclass(frozen=True, slots=True)
class _Frame:
    """From the coordinates of the file to those of the page as it is read: origin top left, text upright. `quarter`
    counts the quarter turns clockwise that bring it there."""

    quarter: int
    left: float
    bottom: float
    width: float
    height: float

    @classmethod
    def of(cls, page: pypdfium2.PdfPage, turn: int = 0) -> _Frame:
        left, bottom, right, top = page.get_bbox()
        return cls((page.get_rotation() // 90 + turn) % 4, left, bottom, right - left, top - bottom)

    @property
    def shown_width(self) -> float:
        return self.height if self.quarter % 2 else self.width

    @property
    def shown_height(self) -> float:
        return self.width if self.quarter % 2 else self.height

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Left, top, right, bottom as read."""
        (x1, y1), (x2, y2) = self.point(left, bottom), self.point(right, top)
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the file as read."""
        x, y = x - self.left, y - self.bottom
        if self.quarter == 1:
            return y, x
        if self.quarter == 2:
            return self.width - x, y
        if self.quarter == 3:
            return self.height - y, self.width - x
        return x, self.height - y


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


def _words(letters: list[_Letter], text: pypdfium2.PdfTextPage) -> Iterator[Word]:
    open_word: list[_Letter] = []
    spaced = True
    for letter in letters:
        if letter.text.isspace():
            yield from _word(open_word, text, spaced=spaced)
            open_word, spaced = [], True
            continue
        if open_word and not _same_word(open_word, letter):
            yield from _word(open_word, text, spaced=spaced)
            spaced = not _touches(open_word[-1], letter)
            open_word = []
        open_word.append(letter)
    yield from _word(open_word, text, spaced=spaced)


def _same_word(word: list[_Letter], letter: _Letter) -> bool:
    last = word[-1]
    return (
        _touches(last, letter)
        and abs(letter.size - last.size) < 0.1 * last.size
        and abs(letter.base - last.base) < 2
    )


def _touches(last: _Letter, letter: _Letter) -> bool:
    """Whether a letter stands right behind the last one, on its line or raised from it."""
    size = max(last.size, letter.size)
    gap = _GUESSED_GAP if letter.guessed_blank else _WORD_GAP
    return -size < letter.left - last.right < gap * size and abs(letter.base - last.base) < 0.7 * size


def _word(letters: list[_Letter], text: pypdfium2.PdfTextPage, *, spaced: bool) -> Iterator[Word]:
    if not letters:
        return
    box = Box(
        round(min(letter.left for letter in letters), 1),
        round(min(letter.top for letter in letters), 1),
        round(max(letter.right for letter in letters), 1),
        round(max(letter.bottom for letter in letters), 1),
    )
    bold, italic = _look(text, letters[0].index)
    yield Word(
        "".join(letter.text for letter in letters),
        box,
        letters[0].base,
        letters[0].size,
        bold,
        italic,
        spaced=spaced,
    )


def _look(text: pypdfium2.PdfTextPage, index: int) -> tuple[bool, bool]:
    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(text.raw, index, name, len(name), flags)
    font = name.value.lower()
    bold = pdfium.FPDFText_GetFontWeight(text.raw, index) >= _BOLD_WEIGHT or b"bold" in font
    return bold, bool(flags.value & _ITALIC_FLAG) or b"italic" in font or b"oblique" in font


def _drawings(page: pypdfium2.PdfPage) -> tuple[bool, int]:
    """Whether rules cross on the page as those of a table do, and how many images it has."""
    across = down = images = 0
    for item in page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE), max_depth=4):
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            images += 1
            continue
        try:
            left, bottom, right, top = item.get_bounds()
        except pypdfium2.PdfiumError:  # a path without points
            continue
        wide, high = right - left > _SHORTEST_RULE, top - bottom > _SHORTEST_RULE
        across += wide and (top - bottom < _RULE_WIDTH or high)
        down += high and (right - left < _RULE_WIDTH or wide)
    return across > 1 and down > 1, images
