"""What document systems print on a page when it is signed (thông tin chữ ký số), taken out before rows are made.

    ỦY BAN NHÂN DÂN   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM   Người ký: Văn phòng UBND tỉnh
     TỈNH THÁI BÌNH        Độc lập - Tự do - Hạnh phúc     Thời gian ký: 05.03.2025 16:02:11 +07:00

A stamp stands beside the text or over it, in smaller print and on lines of its own; in a row with what stands on its
height it could not be told any more. So words are looked at by their size, and pieces of small rows that say who signed
and when are left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from ingest.furniture import is_furniture
from ingest.pdf_columns import pieces_of
from ingest.pdf_rows import rows_of
from ingest.pdf_words import PageWords, Word

_SIGNED = re.compile(
    r"(?:Người|Thời gian|Ngày|Giờ) ký\b|Ký (?:bởi|số)\b|signed by|Signature Not", re.IGNORECASE
)
_SMALL = 0.85  # of the usual size of the page


def without_stamps(page: PageWords) -> PageWords:
    """The page without the words of electronic signatures in small print; most pages have none."""
    if not _SIGNED.search(" ".join(page.texts)):
        return page
    words = list(page.words)
    usual = _usual_size(words)
    by_size: dict[float, list[Word]] = defaultdict(list)
    for word in words:
        if word.size < _SMALL * usual:
            by_size[round(word.size)].append(word)
    stamped = {id(word) for small in by_size.values() for word in _stamped(small)}
    return replace(page, words=tuple(word for word in words if id(word) not in stamped)) if stamped else page


def _usual_size(words: Sequence[Word]) -> float:
    letters: dict[float, int] = defaultdict(int)
    for word in words:
        letters[round(word.size, 1)] += len(word.text)
    return max(letters, key=lambda size: letters[size], default=0.0)


def _stamped(words: Sequence[Word]) -> list[Word]:
    """Of words of one size, those that say who signed and when."""
    found: list[Word] = []
    before: dict[int, str] = {}  # the last piece on each left edge
    for row in rows_of(words):
        for piece in pieces_of(row):
            text, edge = piece.text, round(piece.box.left / 10)
            above = next((before[near] for near in (edge, edge - 1, edge + 1) if near in before), "")
            before[edge] = text
            if is_furniture(text, above):
                found += piece.words
    return found
