"""The rows of a PDF page in reading order; letterhead and signature in two columns, the left one first.

THỦ TƯỚNG CHÍNH PHỦ   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM        the row that shows the columns
   Số: 844/QĐ-TTg      |      Hà Nội, ngày 13 tháng 5 ...        cut at the same place
              QUYẾT ĐỊNH                                         in the middle of the page: the columns end
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.formalities import (
    authority_line,
    letterhead_line,
    motto_line,
    position_line,
    recipients_line,
    salutation_line,
    type_line,
)
from ingest.pdf_rows import Row, box_around, text_of_words
from ingest.pdf_words import Word
from ingest.wording import opening

_PIECE_GAP = 1.0  # of the font size, between the pieces of a row in a region of two columns
_MOST_ROWS = 24
_ROWS_APART = 4.0  # row heights
_DASHES = "-–+•"
_GROWN = 1.12
_SET_IN = 1.8  # of the font size: more than what hangs under the dash of an item
_LEFT_SIDE = 0.3  # of the width of the page
_LARGEST_GAP = 12.0  # between the position and the name, where the signature and the seal are
_LEFT_OF_MIDDLE = 0.43  # of the width of the page
_HALF = 0.55
_MOTTO = re.compile(r"CỘNG H\w?A|ĐẢNG CỘNG|Độc lập")
_RECEIVERS = re.compile(r"Nơi nhận", re.IGNORECASE)
_LONGEST_HEAD = 14  # of a row that may begin with `Nơi nhận`


def in_reading_order(rows: Sequence[Row], width: float) -> list[Row]:
    """The rows with regions of two columns (letterhead, signature) taken apart, the left column first."""
    result: list[Row] = []
    at = 0
    while at < len(rows):
        gutter = _gutter(rows, at, width)
        if gutter is None:
            result.append(rows[at])
            at += 1
            continue
        above = _rows_above(result, gutter, rows[at])
        region = [*result[len(result) - above :], rows[at]]
        end = at + 1
        while end < min(len(rows), at + _MOST_ROWS) and _in_region(rows[end], region, width):
            region.append(rows[end])
            end += 1
        result[len(result) - above :] = _columns(region, gutter)
        at = end
    return result


def _gutter(rows: Sequence[Row], at: int, width: float) -> float | None:
    """Where the columns are parted that a row shows: left of the motto, or right of `Nơi nhận`."""
    text = rows[at].text
    shown, headed = _MOTTO.search(text), _RECEIVERS.search(text[:_LONGEST_HEAD])
    if not shown and not headed:
        return None
    words = rows[at].words
    for k, word in enumerate(words if shown else ()):
        if _MOTTO.match(text_of_words(words[k : k + 2])) and motto_line(text_of_words(words[k:])):
            return _left_of_motto(rows, at, k, width) if word.box.left > 0.25 * width else None
    if not headed:
        return None
    pieces = _pieces(words)
    if recipients_line(text_of_words(pieces[0])) and pieces[0][0].box.left < 0.4 * width:
        rest = [text_of_words(piece) for piece in pieces[1:]]
        beside = [
            *rest,
            *(
                text_of_words(_pieces(row.words)[-1])
                for row in rows[at - 1 : at + 6]
                if row.box.right > 0.6 * width
            ),
        ]
        if any(authority_line(text) or position_line(text) for text in beside):
            return 0.47 * width
    return None


def _left_of_motto(rows: Sequence[Row], at: int, k: int, width: float) -> float | None:
    words = rows[at].words
    motto = words[k].box.left
    if k:
        return (words[k - 1].box.right + motto) / 2
    beside = [
        row.box.right
        for row in rows[max(0, at - 3) : at + 6]
        if row.box.right < motto and letterhead_line(row.text)
    ]
    return (max(beside) + motto) / 2 if beside else None


def pieces_of(row: Row) -> list[Row]:
    """The pieces of a row that wide gaps part."""
    return [Row(piece) for piece in _pieces(row.words)]


def _pieces(words: Sequence[Word]) -> list[list[Word]]:
    """A row cut at its wide gaps."""
    pieces: list[list[Word]] = []
    for at, word in enumerate(words):
        if at == 0 or word.box.left - words[at - 1].box.right > _PIECE_GAP * word.size:
            pieces.append([])
        pieces[-1].append(word)
    return pieces


def _rows_above(rows: Sequence[Row], gutter: float, anchor: Row) -> int:
    """How many of the rows just above belong to the same region: each on one side of the gutter, and formal."""
    count = 0
    while count < min(2, len(rows)):
        row = rows[-1 - count]
        one_side = row.box.right < gutter or row.box.left > gutter
        formal = letterhead_line(row.text) or authority_line(row.text) or position_line(row.text)
        if (
            row.column
            or not one_side
            or not formal
            or anchor.box.top - row.box.bottom > _ROWS_APART * row.size
        ):
            break
        count += 1
    return count


def _in_region(row: Row, region: Sequence[Row], width: float) -> bool:
    """Whether a row still belongs to two columns: it has a part in each, or stands well on one side."""
    text, box = row.text, row.box
    if salutation_line(text) or type_line(text) or box.top - region[-1].box.bottom > _LARGEST_GAP * row.size:
        return False
    if box.left < _LEFT_SIDE * width and _under_list(row, region):
        return False
    if len(_pieces(row.words)) > 1 or any(
        motto_line(text_of_words(row.words[k:])) for k in range(1, len(row.words))
    ):
        return True
    middle = (box.left + box.right) / 2 / width
    return (
        not _LEFT_OF_MIDDLE < middle < 1 - _LEFT_OF_MIDDLE
        and box.right - box.left < _HALF * width
        and not (opening(text) == "sure" and text[0] not in "-–+" and not recipients_line(text))
    )


def _under_list(row: Row, region: Sequence[Row]) -> bool:
    """Whether a row on the left is set in under the list that it would go on, or in larger letters: receivers are
    printed in 11, what comes after them in 13 (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""
    if row.words[0].text[:1] in _DASHES:
        return False
    for before in reversed(region):
        if before.words[0].text[:1] in _DASHES:
            size = max(word.size for word in _pieces(before.words)[0])
            set_in = row.box.left - before.box.left
            return set_in > _SET_IN * size or (set_in > 0 and row.size > _GROWN * size)
    return False


def _columns(region: Sequence[Row], gutter: float) -> list[Row]:
    left: list[Row] = []
    right: list[Row] = []
    for row in region:
        for piece in _pieces_at(row, gutter):
            box = box_around(piece)
            side = left if (box.left + box.right) / 2 < gutter else right
            side.append(Row(piece, 1 if side is left else 2, starts=not side))
    return [*left, *right]


def _pieces_at(row: Row, gutter: float) -> list[list[Word]]:
    left = [word for word in row.words if (word.box.left + word.box.right) / 2 < gutter]
    right = [word for word in row.words if (word.box.left + word.box.right) / 2 >= gutter]
    if left and right and (_wide_at(left[-1], right[0]) or motto_line(text_of_words(right))):
        return [left, right]
    pieces = _pieces(row.words)
    return pieces if len(pieces) == 2 else [list(row.words)]


def _wide_at(before: Word, word: Word) -> bool:
    return word.box.left - before.box.right > _PIECE_GAP * word.size
