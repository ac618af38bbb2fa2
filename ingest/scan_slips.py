"""Slips of recognition mended where the rules of such documents leave one reading, and nowhere else.

`KÉ HOẠCH` alone on a line is no type of document, `KẾ HOẠCH` is; `l675/QĐ-UBND` is no number, `1675/QĐ-UBND` is one of
a known issuer; after `II.` a heading `HI.` is the third. A word that only looks wrong stays as it was read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from ingest.lines import Grid, Line, Part
from rulebook import number
from rulebook.spelling import fold
from rulebook.tables import agencies, document_types, issuers

_DIGIT_LIKE = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})
_SYMBOL = r"[A-ZĐ][\wĐ]*(?:-[\wĐ]+)+"
_NUMBER = re.compile(
    rf"(?<![\w/.-])(?P<number>[\dOolI]{{1,6}})(?P<slash>/?)(?P<year>[12][\dOolI]{{3}}/)?(?P<symbol>{_SYMBOL})"
    r"(?P<rest> [A-ZĐ]{1,6}(?![\w]))?"
)
_NUMBER_LINE = re.compile(  # the number is written by hand into the printed line
    rf"s[oóòỏõọôốồổỗộơớờởỡợ](?P<garbled>[^\s\w]\S{{0,8}}?)/+(?P<symbol>{_SYMBOL})", re.IGNORECASE
)
_DATE_WORD = re.compile(r"\b(ngày|tháng|năm) ([\dOolI]{1,4})(?![\w/])", re.IGNORECASE)
_MOST = {"ngày": 31, "tháng": 12, "năm": 2100}
_SPLIT_MONTH = re.compile(r"\b(\d{1,2}/1) ([012]/(?:19|20)\d\d)\b")
_PADDED = re.compile(r"(\d{1,3})(?:\.{2,}|…)")  # a number in a narrow cell
_HEALTH = re.compile(r"\b[ÝỲỶỸỴ](?= (?:tế|TẾ)\b)")
_ROMAN = re.compile(r"(?P<numeral>[IVXHNUl]{1,6})\s?\.\s*(?=[^\W\d_])")
_LONGEST_HEADING = 150
_ROMAN_LIKE = {"H": "II", "N": "II", "U": "II", "l": "I"}
_ROMANS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_FORMS = (  # fixed by Nghị định 30/2020/NĐ-CP, Phụ lục I and III
    *(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Nơi nhận:",
    ),
    *("CHỦ TỊCH", "PHÓ CHỦ TỊCH", "KT. CHỦ TỊCH", "BỘ TRƯỞNG", "THỨ TRƯỞNG", "KT. BỘ TRƯỞNG", "GIÁM ĐỐC"),
    *(
        "PHÓ GIÁM ĐỐC",
        "KT. GIÁM ĐỐC",
        "CHÁNH VĂN PHÒNG",
        "THỦ TƯỚNG",
        "PHÓ THỦ TƯỚNG",
        "QUYẾT ĐỊNH:",
        "PHỤ LỤC",
    ),
)


def mended(parts: Iterable[Part]) -> list[Part]:
    """The parts with the slips in their recognised lines mended."""
    result: list[Part] = []
    chapter = 0
    for part in parts:
        if isinstance(part, Grid):
            cells = (replace(cell, lines=tuple(map(_mended_line, cell.lines))) for cell in part.cells)
            result.append(replace(part, cells=tuple(cells)))
            continue
        line = _mended_line(part)
        text, chapter = _chapter(line.text, chapter)
        result.append(replace(line, text=text) if line.confidence is not None else part)
    return result


def _mended_line(line: Line) -> Line:
    return line if line.confidence is None else replace(line, text=mended_text(line.text))


def mended_text(text: str) -> str:
    """One recognised line, mended.

    >>> [mended_text(t) for t in ("KÉ HOẠCH", "SƠ Y TẾ", "Độc lập Tự do - Hạnh phúc", "số l675/QĐ-UBND", "O5/NQ-HĐND")]
    ['KẾ HOẠCH', 'SỞ Y TẾ', 'Độc lập - Tự do - Hạnh phúc', 'số 1675/QĐ-UBND', '05/NQ-HĐND']
    >>> [mended_text(t) for t in ("4969/QĐ-B YT của", "1675QĐ-UBND", "ngày 2l tháng 1O", "KẾ TOÁN", "từ 20/1 1/2017")]
    ['4969/QĐ-BYT của', '1675/QĐ-UBND', 'ngày 21 tháng 10', 'KẾ TOÁN', 'từ 20/11/2017']
    >>> [mended_text(t) for t in ("só-?(//KH-SYT", "Số:15/KH-SYT", "3...", "Sở Ý tế")]
    ['Số: …/KH-SYT', 'Số:15/KH-SYT', '3', 'Sở Y tế']
    """
    if len(text) < _LONGEST_HEADING and (form := form_of(text)) != text:
        return form
    if (by_hand := _NUMBER_LINE.fullmatch(text)) and not by_hand["garbled"].strip(":.").isdigit():
        return f"Số: …/{by_hand['symbol']}"
    if padded := _PADDED.fullmatch(text):
        return padded[1]
    text = _NUMBER.sub(_number, text)
    text = _DATE_WORD.sub(_date, text)
    return _HEALTH.sub("Y", _SPLIT_MONTH.sub(r"\1\2", text))


def form_of(text: str) -> str:
    """What a piece of a line is if it can only be one fixed form, else the piece as it is. Such forms tell where the
    columns of letterhead and signature are, so they are mended before these are parted.

    >>> form_of("PHÓ GIÁM ĐÓC"), form_of("Trần Văn Đóc")
    ('PHÓ GIÁM ĐỐC', 'Trần Văn Đóc')
    """
    form = _forms().get(_key(text))
    return form if form and form.isupper() == text.isupper() else text


def _key(text: str) -> str:
    """The letters of a line, without marks and signs."""
    return "".join(filter(str.isalnum, fold(text)))


@lru_cache(maxsize=1)
def _forms() -> dict[str, str]:
    """What a line may be as a whole, by its key, where only one thing has that key."""
    names = (*(row.name for row in document_types()), *(row.name for row in agencies()))
    capitals = [name.upper() for name in names]
    groups: dict[str, set[str]] = {}
    for form in (*_FORMS, *capitals):
        groups.setdefault(_key(form), set()).add(form)
    return {key: next(iter(forms)) for key, forms in groups.items() if len(forms) == 1}


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    return frozenset(code for row in issuers() for code in (row.code, *row.variants))


def _number(match: re.Match[str]) -> str:
    """A document number, mended if that makes it one of a known issuer and it was none before."""
    whole, rest = match[0], match["rest"] or ""
    said = whole.removesuffix(rest)
    if not any(map(str.isdigit, match["number"])) or (_known(said) and not _lengthens(said, rest)):
        return whole
    digits, year = match["number"].translate(_DIGIT_LIKE), (match["year"] or "").translate(_DIGIT_LIKE)
    symbol = f"{digits}/{year}{match['symbol']}"
    if rest and _lengthens(symbol, rest):
        return symbol + rest.strip()
    return symbol + rest if _known(symbol) else whole


def _lengthens(symbol: str, rest: str) -> bool:
    """Whether what stands after a blank belongs to the code: `QĐ-B YT`."""
    return bool(rest) and not _known(symbol) and _known(symbol + rest.strip())


def _known(symbol: str) -> bool:
    """Whether a symbol is written in full with codes that the tables know."""
    parsed = number.parse(symbol)
    if parsed is None or not parsed.issuers or not parsed.number:
        return False
    return "/" in symbol and all(code in _codes() for code in parsed.issuers)


def _date(match: re.Match[str]) -> str:
    word, digits = match[1], match[2].translate(_DIGIT_LIKE)
    if not any(map(str.isdigit, match[2])) or not 0 < int(digits) <= _MOST[word.lower()]:
        return match[0]
    return f"{word} {digits}"


def _chapter(text: str, last: int) -> tuple[str, int]:
    """A line with its Roman numeral mended if it can only be the one that follows `last`; and the last one now."""
    found = _ROMAN.match(text)
    if found is None or len(text) > _LONGEST_HEADING or not text[found.end()].isupper():
        return text, last
    numeral = found["numeral"]
    if numeral in _ROMANS:
        return text, _ROMANS.index(numeral)
    if not 0 < last < len(_ROMANS) - 1:
        return text, last
    expected = _ROMANS[last + 1]
    strokes = "".join(_ROMAN_LIKE.get(letter, letter) for letter in numeral)
    alike = all(strokes.count(sign) == expected.count(sign) for sign in "VX")
    if not alike or abs(len(strokes) - len(expected)) > 2:
        return text, last
    return expected + text[len(numeral) :], last + 1
