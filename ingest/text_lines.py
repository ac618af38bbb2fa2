"""The lines of a plain text as they stand, with what lies between them; letterheads in two columns taken apart.

A text drawn from a PDF keeps the page's layout with blanks:

    UBND TỈNH QUẢNG BÌNH              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    SỞ LAO ĐỘNG                            Độc lập - Tự do - Hạnh phúc

The column boundary is the gap of the line that shows it (motto, or receivers beside the signature); the lines around
it are cut there, and the left column is read before the right one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.formalities import (
    authority_line,
    letterhead_line,
    motto_line,
    position_line,
    recipients_line,
    salutation_line,
    type_line,
)
from ingest.furniture import rule_line
from ingest.lines import Gap, clean

_LINE_END = re.compile(r"\r\n|[\n\r\v\x85\u2028\u2029]")
_WIDE_GAP = re.compile(r" {3,}")
_TABS = re.compile(r"\t+")
_COLUMN_LINES = 14
_OFF_CENTRE = 12
_RAGGED = 4  # a line of the left column may end a little farther right than the widest line beside it begins
_LONGEST_COLUMN_LINE = 300


@dataclass(frozen=True, slots=True)
class RawLine:
    """One line as the file has it, on which page and line, and what lies before it."""

    text: str
    number: int
    page: int | None
    gap: Gap


def raw_lines(text: str) -> list[RawLine]:
    """The lines that hold something; blank lines, rules and page breaks are told as the gap before the next one.

    >>> [(line.text, line.number, line.gap) for line in raw_lines("a\\n\\nb\\n-----\\nc")]
    [('a', 1, 'none'), ('b', 3, 'blank'), ('c', 5, 'rule')]
    """
    found: list[RawLine] = []
    gap: Gap = "none"
    paged = "\f" in text
    number = 1
    for page, content in enumerate(text.split("\f"), 1):
        for line in _LINE_END.split(content):
            if not line.strip():
                gap = "blank" if gap == "none" else gap
            elif rule_line(line):
                gap = "rule"
            else:
                found.append(RawLine(line, number, page if paged else None, gap))
                gap = "none"
            number += 1
        number -= 1
        gap = "rule" if gap == "rule" else "page"
    return found


def in_one_column(lines: Sequence[RawLine]) -> list[RawLine]:
    """The lines with letterheads and signatures of two columns cut apart, left column first."""
    result: list[RawLine] = []
    at = 0
    while at < len(lines):
        if rows := _tabbed_rows(lines, at):
            result += [*_cells(lines[at : at + rows], 0), *_cells(lines[at : at + rows], 1)]
            at += rows
            continue
        column = _boundary(lines[at])
        if column is None:
            result.append(lines[at])
            at += 1
            continue
        first = len(result) - _lines_above(result, column)
        end = at + 1
        while end < min(len(lines), at + _COLUMN_LINES) and _beside(lines[end], column):
            end += 1
        end = _without_what_follows(lines, at, end, column)
        block = [*result[first:], *lines[at:end]]
        result[first:] = [*_column(block, 0, column), *_column(block, column, None)]
        at = end
    return result


def _boundary(line: RawLine) -> int | None:
    """Where the right column begins in a line that shows two columns."""
    if len(line.text) > _LONGEST_COLUMN_LINE:
        return None
    start = len(line.text) - len(line.text.lstrip())
    gap = _WIDE_GAP.search(line.text, start)
    if gap is None or gap.end() == len(line.text):
        return None
    shown = _shows_columns(line.text[: gap.start()], line.text[gap.end() :])
    return gap.end() - 1 if shown else None


def _shows_columns(left: str, right: str) -> bool:
    """Whether two texts side by side are the columns of a letterhead, or receivers beside a signature."""
    left, right = clean(left), clean(right)
    letterhead = motto_line(right) and letterhead_line(left)
    receivers = recipients_line(left) or _RECEIVER.fullmatch(left) is not None
    return letterhead or (receivers and (authority_line(right) or position_line(right)))


# One of those under `Nơi nhận:`, where that has a line to itself.
_RECEIVER = re.compile(r"[-–+] [^\d\n]{2,60}[;.]")


def _tabbed_rows(lines: Sequence[RawLine], at: int) -> int:
    """How many lines from `at` on are the rows of a letterhead or signature whose columns a tab parts, as the table
    that holds them in Word is written out."""
    left, tab, right = lines[at].text.strip().partition("\t")
    if not tab or not _shows_columns(left, right.strip()):
        return 0
    end, last = at + 1, at + 1
    while end < min(len(lines), at + _COLUMN_LINES):
        cells = len(_TABS.split(lines[end].text.rstrip(" ")))
        if cells != 2 and not (cells == 1 and lines[end].text.lstrip().startswith(("-", "+"))):
            break
        end += 1
        if cells == 2:  # receivers stand alone until the name that is beside the last of them
            last = end
    return last - at


def _cells(rows: Sequence[RawLine], column: int) -> list[RawLine]:
    """The texts of one column of rows that a tab parts, empty ones left out."""
    pairs = [(row, [*_TABS.split(row.text.rstrip(" "), maxsplit=1), ""]) for row in rows]
    cells = [(row, pair[column].strip()) for row, pair in pairs]
    parts = [replace(row, text=text) for row, text in cells if text]
    return [replace(parts[0], gap="rule"), *parts[1:]] if parts else []


def _lines_above(lines: Sequence[RawLine], column: int) -> int:
    """How many of the last lines belong to the same two columns: `UBND TỈNH X` may begin above the motto."""
    count = 0
    while (
        count < min(2, len(lines))
        and letterhead_line(clean(lines[-1 - count].text))
        and _beside(lines[-1 - count], column)
    ):
        count += 1
    return count


def _beside(line: RawLine, column: int) -> bool:
    """Whether a line can be cut at the column: it ends before it, begins after it, or has a gap there."""
    text = clean(line.text)
    if (
        line.gap == "page"
        or type_line(text)
        or salutation_line(text)
        or len(line.text) > _LONGEST_COLUMN_LINE
    ):
        return False
    begin, end = len(line.text) - len(line.text.lstrip()), len(line.text.rstrip())
    return end <= column + _RAGGED or _begins_right(begin, column) or _cut(line.text, column) is not None


def _without_what_follows(lines: Sequence[RawLine], at: int, end: int, column: int) -> int:
    """Where two columns end: a paragraph under both, after a blank line, is in neither."""
    last_right = max(
        (place for place in range(at, end) if _has_right(lines[place].text, column)), default=end - 1
    )
    below = range(last_right + 1, end)
    return next(
        (place for place in below if lines[place].gap != "none" and lines[place].text.strip()[0] not in "-+"),
        end,
    )


def _has_right(text: str, column: int) -> bool:
    return _cut(text, column) is not None or _begins_right(len(text) - len(text.lstrip()), column)


def _begins_right(begin: int, column: int) -> bool:
    """Whether a line that begins there belongs to the right column, whose lines are centred and begin anywhere."""
    return begin >= max(column - _OFF_CENTRE, column // 2)


def _cut(text: str, column: int) -> int | None:
    """The end of the gap of two blanks or more that is nearest to the column."""
    gaps = [gap for gap in re.finditer(r"\s{2,}", text.rstrip()) if text[: gap.start()].strip()]
    near = [gap.end() for gap in gaps if gap.start() - _OFF_CENTRE <= column <= gap.end() + _OFF_CENTRE]
    return min(near, key=lambda end: abs(end - column), default=None)


def _column(lines: Sequence[RawLine], start: int, end: int | None) -> list[RawLine]:
    """The left (`end` given) or right (`end` None) part of each line, empty parts left out."""
    column = start if end is None else end
    parts: list[RawLine] = []
    for line in lines:
        begin = len(line.text) - len(line.text.lstrip())
        cut = _cut(line.text, column)
        if cut is None:
            cut = 0 if _begins_right(begin, column) else len(line.text)
        text = line.text[cut:] if end is None else line.text[:cut]
        if text.strip():
            gap: Gap = line.gap if parts else "rule"
            parts.append(replace(line, text=text.strip(), gap=gap))
    return parts
