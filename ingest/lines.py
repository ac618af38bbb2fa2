"""What every reader hands on: the printed lines of a file and its tables, before anything is joined or judged.

A reader knows its format and nothing of documents; it says what stands where. The stages after it know documents
and nothing of formats:

    bytes --reader--> Line, Grid --paragraphs, zones, footnotes--> Paragraph, Grid --composing--> Document
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ingest.document import BlockKind, Box
from rulebook.spelling import compose, normalise

Gap = Literal["none", "blank", "page", "hard", "rule"]
"""What lies between a line and the one before it: nothing, a blank line (which may stand for a page break), a page
break or footnotes, the end of a paragraph that the format itself knows, or a printed rule or cell border."""

_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufff0-\uffff\U000e0000-\U000e0fff]"
)
_LONGEST_TOKEN = 80
_SYMBOL_BEGUN, _SYMBOL_GOES_ON = re.compile(r"\d/[A-ZĐ]{2,8}$"), re.compile(r"[A-ZĐ]{1,3}-[A-ZĐ]")
_LETTERS, _LAST_LETTER = re.compile(r"(?<![^\s(])[A-ZĐ]{5,}$"), re.compile(r"[A-ZĐ](?=[;,.)]|$)")
_YEAR_BEGUN = re.compile(r"(?:^|\s)(?:\d{1,2}/\d{1,2}|0?[1-9]|1[0-2]|I{1,3}|IV)/(\d{1,3})$")
_YEAR_ENDED = re.compile(r"\d{1,3}(?=[\s.,;:)]|$)")
_YEAR = re.compile(r"19[4-9]\d|20[0-5]\d")
_LEADERS = re.compile(r"\.{4,}|(?:\. ){3,}\.|…{2,}|_{4,}")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line, or one paragraph of a format that wraps its own lines.

    `text` is clean (`clean`); superscript digits in it are footnote marks. `number` is the line of a text or HTML
    file or the paragraph of a DOCX, from 1. `full`: the next line's first word would not have fitted any more (None:
    not known); `indented`: it starts farther in than the lines around it (None: not known); `note`: it belongs to a
    footnote, because the format says so; `confidence`: how sure the recognition of its letters was (OCR), 0 to 1.

    Words are what blanks part in `text`. `words`: the box of each (empty: not known); `slant`: the degrees clockwise by
    which the line lies askew on the page; `numbers`: the line of the file on which each word stands, where they are
    not all on line `number`; `printed`: the line as the source spells it, where that is not `text` (`as_printed`).
    """

    text: str
    page: int | None = None
    number: int | None = None
    box: Box | None = None
    gap: Gap = "none"
    full: bool | None = None
    indented: bool | None = None
    bold: bool = False
    italic: bool = False
    centred: bool = False
    note: bool = False
    confidence: float | None = None
    words: Sequence[Box] = ()
    slant: float = 0.0
    numbers: tuple[int, ...] = ()
    printed: str | None = None


@dataclass(frozen=True, slots=True)
class GridCell:
    """A table cell (ô) with its lines; `row` and `column` count from 0, a merged cell stands at its first position."""

    row: int
    column: int
    lines: tuple[Line, ...] = ()
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table (bảng). `head_rows` is None where the format does not say how many rows are its head; `continues`: it
    stands at the top of a page, and may go on with the table of the page before."""

    cells: tuple[GridCell, ...]
    head_rows: int | None = None
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Joined lines of one block; `mark` is the printed mark of a footnote."""

    kind: BlockKind
    lines: tuple[Line, ...]
    mark: str | None = None


Part = Line | Grid
Piece = Paragraph | Grid


def clean(text: str) -> str:
    """One line of text as the project stores it: normal spelling, single spaces, nothing unprintable, dotted leaders
    (`.........`, to be filled in by hand) as one `…`.

    >>> clean("  Uỷ ban\\t nhân\\u00a0dân: ............. ")
    'Ủy ban nhân dân: …'
    """
    return " ".join(_LEADERS.sub("…", normalise(_UNPRINTABLE.sub("", text))).split())


def clean_words(text: str) -> list[str] | None:
    """The words of `text`, which single blanks part, each as `clean` would have it; None where a word cannot be told
    without those beside it (dotted leaders), or is nothing that is printed.

    >>> clean_words("Uỷ ban nhân dân"), clean_words("họ tên ........")
    (['Ủy', 'ban', 'nhân', 'dân'], None)
    """
    if _UNPRINTABLE.search(text) or _LEADERS.search(text):
        return None
    words = normalise(text).split(" ")
    return words if len(words) == text.count(" ") + 1 and "" not in words else None


def as_printed(raw: str, text: str) -> str | None:
    """How the source spells the line `raw` whose clean text is `text`, its letters composed (NFC); None where it spells
    it so.

    >>> as_printed(" Uỷ ban  nhân dân", clean(" Uỷ ban  nhân dân")), as_printed("Ủy  ban", "Ủy ban")
    ('Uỷ ban nhân dân', None)
    """
    shown = compose(" ".join(_UNPRINTABLE.sub("", raw).split()))
    return None if shown == text else shown


def without_start(line: Line, length: int) -> Line:
    """The line without the first `length` characters of its text."""
    text = line.text[length:]
    count = len(text.split())
    return (
        replace(line, text=text, words=line.words[-count:], numbers=line.numbers[-count:]) if count else line
    )


def text_of(lines: Iterable[Line]) -> str:
    """The lines as one text, as `composing` will join them."""
    parts: list[str] = []
    for line in lines:
        if parts:
            parts.append(glue(parts[-1], line.text))
        parts.append(line.text)
    return "".join(parts)


def glue(before: str, after: str) -> str:
    """What joins two lines of one paragraph: a space, or nothing where a document number was broken at its hyphen, or
    a year by the edge of a narrow cell.

    >>> glue("số 6631/BLĐTBXH-", "VPQGGN"), glue("giai đoạn 2021-", "2025"), glue("Sở Lao động -", "Thương binh")
    ('', '', ' ')
    >>> glue("Công văn số 2215/UB", "ND-NC"), glue("TTPVHC", "C;"), glue("Tờ trình 15/TTr", "VP-TH"), glue("UBND", "A")
    ('', '', ' ', ' ')
    >>> glue("Trước 15/02/20", "26"), glue("Quý II/202", "6"), glue("Ngày 15/02", "2026"), glue("số 15/20", "60 hộ")
    ('', '', ' ', ' ')
    """
    if broken_token(before) and after[:1].isalnum():
        return ""
    return "" if _broken_year(before, after) or _broken_symbol(before, after) else " "


def _broken_symbol(before: str, after: str) -> bool:
    """Whether the edge of a narrow cell broke the symbol of a number (`2215/UBN`, `D-NC`) or a row of capitals before
    its last (`TTPVHC`, `C`)."""
    if _LETTERS.search(before[-_LONGEST_TOKEN:]) and _LAST_LETTER.match(after):
        return True
    return bool(_SYMBOL_BEGUN.search(before[-_LONGEST_TOKEN:]) and _SYMBOL_GOES_ON.match(after))


def _broken_year(before: str, after: str) -> bool:
    """Whether a year after a month or quarter (`15/02/20`, `II/202`) is whole with the digits on the next line."""
    year, rest = _YEAR_BEGUN.search(before[-_LONGEST_TOKEN:]), _YEAR_ENDED.match(after)
    return bool(year and rest and _YEAR.fullmatch(year[1] + rest[0]))


def broken_token(text: str) -> bool:
    """Whether `text` ends inside a document number or a span of years: `6631/BLĐTBXH-`, `2021-`.

    >>> broken_token("Chỉ thị số 52-"), broken_token("Lao động -"), broken_token("huyện và/"), broken_token("I-")
    (True, False, False, False)
    """
    words = text[-_LONGEST_TOKEN:].split()
    if len(words) < 2 or words[-1][-1] not in "-/":
        return False
    token = words[-1][:-1].lstrip("(“")
    return "/" in token or token[:1].isdigit() or token.isupper()
