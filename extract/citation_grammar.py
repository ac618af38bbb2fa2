"""Recognisers for the parts of a citation (viện dẫn): symbol, type, date, issuer, pinpoint.

A symbol (`1722/QĐ-TTg`) is the anchor. From it the reader looks a bounded way back for the type and the pinpoint, and
forward for the date and the issuer, so that the cost stays linear in the text:

    điểm a khoản 2 Điều 5 | Quyết định | số | 1722/QĐ-TTg | ngày 02/9/2016 | của Thủ tướng Chính phủ
    pinpoint                type              symbol        date             issuer

The forms of numbers and symbols are those of Nghị định 30/2020/NĐ-CP, Phụ lục I, of Luật Ban hành văn bản quy phạm
pháp luật, and of Hướng dẫn 36-HD/VPTW for Party documents.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.bodies import body_at
from extract.body_words import UPPER
from extract.dates import BLANK_DATE, DATE, iso_date
from rulebook.cues import any_of
from rulebook.number import DocumentNumber
from rulebook.number import parse as parse_number
from rulebook.tables import document_types, issuers

_CODE = r"[A-ZĐƯ][A-Za-zĐđƯưÔôÂâ&]*(?:\d{1,2})?(?![\w])"
_NUMBER = r"(?<![\w/.,:-])(?:\d{1,6}(?:\.\d{1,2})?[a-zđ]?)"
_BLANK = r"(?:(?<=số)|(?<=số:)|(?<=Số)|(?<=Số:))[\s.…_]*(?=/\s?[A-ZĐ])"
_TIGHT = r"(?:\s?[-–]\s?|\s?[-–]\s{0,3})"
# number/year/term, number/year/type-issuer, number/type-issuer, number/issuer-unit, number-type/issuer (Party)
SYMBOL = re.compile(
    rf"(?:{_NUMBER}|{_BLANK})\s?(?:/\s?(?:19|20)\d{{2}}\s?/\s?{_CODE}(?:{_TIGHT}{_CODE}){{0,4}}"
    rf"|/\s?{_CODE}(?:{_TIGHT}{_CODE}){{0,4}}(?:/{_CODE})?"
    rf"|{_TIGHT}{_CODE}\s?/\s?{_CODE}(?:[-–]\s?{_CODE}){{0,2}})"
)

_WORD_SO = re.compile(r"(?:,?\s*(?:số|Số)\s*:?\s*)$")
_OF = re.compile(r"\s?,?\s?của\s+")
_PIN_VALUE = r"(?:\d+[a-zđ]?(?:\.\d+)*|[a-zđ]\d?|[IVXLC]+)(?!\w)"
_PIN_UNIT = (
    r"(?:[Cc]ác\s)?(?:[Tt]iết|[Đđ]iểm|[Kk]hoản|[Đđ]iều|[Mm]ục|[Cc]hương|[Pp]hần|[Pp]hụ lục)\s(?:số\s)?"
    rf"{_PIN_VALUE}(?:(?:\s?,\s?|\s?;\s?|\s+và\s+|\s?-\s?){_PIN_VALUE})*"
)
_PINPOINT = re.compile(
    rf"(?P<pin>(?:từ\s)?{_PIN_UNIT}(?:(?:\s?,\s?|\s+và\s+|\s+đến\s+|\s?;\s?|\s){_PIN_UNIT})*)"
    r"\s?,?\s?(?:của\s|tại\s|ban hành kèm theo\s|kèm theo\s|thuộc\s)?$"
)
_NOT_BEFORE = re.compile(r"(?:QCVN|TCVN|QCXDVN|TCXDVN|ISO|ĐT|Tel|Fax|Hotline)[\s\d:.]*$")


@lru_cache(maxsize=1)
def type_names() -> dict[str, str]:
    """Document types by the word in the text, lower case (`nghị quyết`, `qđ`), to the type's name (`Nghị quyết`)."""
    state_first = sorted(document_types(), key=lambda row: (row.system != "state", row.name == "Quy định"))
    names: dict[str, str] = {}
    for row in state_first:
        for word in (row.name, *row.variants):
            names.setdefault(word.lower(), row.name)
    for row in state_first:
        for code in row.codes:
            names.setdefault(code.lower(), row.name)
    return names | {"văn bản": "Công văn", "công văn": "Công văn", "cv": "Công văn", "vb": "Công văn"}


@lru_cache(maxsize=1)
def type_words() -> str:
    """A pattern for the words and codes that name a type before a number, the longest first."""
    words = sorted(
        {_with_capital(name) for name in type_names() if len(name) > 4}, key=lambda n: (-len(n), n)
    )
    codes = sorted(
        {code for row in document_types() for code in row.codes} | {"CV", "VB"}, key=lambda c: (-len(c), c)
    )
    return f"{'|'.join(words)}|(?:{'|'.join(map(re.escape, codes))})"


@lru_cache(maxsize=1)
def _type_at_end() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<type>{type_words()})\s*(?:liên tịch\s*)?:?\s*$")


def _with_capital(name: str) -> str:
    first, rest = name[0], re.escape(name[1:]).replace(r"\ ", r"\s+")
    return f"[{first.upper()}{first.lower()}]{rest}"


@lru_cache(maxsize=1)
def type_codes() -> frozenset[str]:
    """The codes that stand for a type inside a symbol (`QĐ`, `TTr`)."""
    return frozenset(code for row in document_types() for code in row.codes)


@lru_cache(maxsize=1)
def _issuer_codes() -> frozenset[str]:
    return frozenset(code for row in issuers() for code in (row.code, *row.variants))


def type_before(text: str, start: int) -> tuple[int, str, str | None] | None:
    """The type that stands right before `start` (`Quyết định số `): its offset, its name, and the issuer where the
    text has it in between (`Quyết định của Thủ tướng Chính phủ số ...`). `None` where no type stands there."""
    window = text[max(0, start - 160) : start]
    bare = _WORD_SO.sub("", window)
    if found := _type_at_end().search(bare[-40:]):
        offset = start - len(window) + len(bare) - len(bare[-40:]) + found.start("type")
        return offset, type_names()[" ".join(found["type"].lower().split())], None
    return _type_and_issuer_before(text, start, len(window) - len(bare))


def _type_and_issuer_before(text: str, start: int, gap: int) -> tuple[int, str, str | None] | None:
    if not gap:
        return None
    stop = start - gap
    for of in reversed(list(_OF.finditer(text, max(0, stop - 110), stop))):
        end = body_at(text, of.end())
        if end == stop and (found := _type_at_end().search(text[max(0, of.start() - 40) : of.start()])):
            offset = max(0, of.start() - 40) + found.start("type")
            return offset, type_names()[" ".join(found["type"].lower().split())], text[of.end() : end]
    return None


def number_of(text: str, *, certain: bool) -> DocumentNumber | None:
    """The number that a match of `SYMBOL` spells. Unless `certain` (a type or the word `số` stands before it), it must
    hold a code that the rulebook knows, so that fractions, plots and file names are left alone.

    >>> str(number_of("22 /KH-UBND", certain=False))
    '22/KH-UBND'
    >>> number_of("24/B", certain=False) is None
    True
    """
    number = parse_number(text)
    if number is None:
        return None
    known = number.type_code in type_codes() or any(code in _issuer_codes() for code in number.issuers)
    return number if certain or known else None


_DATE_GAP = re.compile(r"\s?,?\s?(?:được\s)?(?:ký\s|ban hành\s)?")
_DATE_BEGINS = re.compile(r"ngày|\d{1,2}[/.-]\d")


def date_after(text: str, end: int) -> tuple[int, str | None] | None:
    """The date right after `end` (`, ngày 02/9/2016`): where it ends, and the date, `None` if it cannot be."""
    gap = _DATE_GAP.match(text, end)
    here = gap.end() if gap else end
    if not _DATE_BEGINS.match(text, here):
        return None
    found = DATE.match(text, here) or BLANK_DATE.match(text, here)
    return (found.end(), iso_date(found)) if found else None


_OF_ISSUER = re.compile(rf"{_OF.pattern}(?:(?:Hội nghị|Kỳ họp) (?:lần )?thứ \w+ (?:của )?)?")


def issuer_after(text: str, end: int) -> tuple[int, str] | None:
    """The issuer right after `end` (`của Bộ Tài chính`): where its name ends, and the name as written."""
    of = _OF_ISSUER.match(text, end)
    if not of:
        return None
    stop = body_at(text, of.end()) or _phrase_end(text, of.end())
    name = text[of.end() : stop].strip()
    return (of.end() + len(name), name) if name else None


_PHRASE = re.compile(rf"(?:liên [Bb]ộ|[Ll]iên ngành|[{UPPER}])[^;:.,\n(\"“]{{0,120}}")


@lru_cache(maxsize=1)
def _title_verb() -> re.Pattern[str]:
    return re.compile(rf"\s{any_of('title_verb')}")


def _phrase_end(text: str, start: int) -> int:
    """Where a name that no rule knows ends: at punctuation or at the verb of the title that follows."""
    phrase = _PHRASE.match(text, start)
    if not phrase:
        return start
    verb = _title_verb().search(text, start, phrase.end())
    return verb.start() if verb else phrase.end()


def pinpoint_before(text: str, start: int) -> str | None:
    """The provision named right before `start` (`điểm a khoản 2 Điều 5`), as written.

    >>> pinpoint_before("theo khoản 2, khoản 3 Điều 5 Luật Đất đai", 29)
    'khoản 2, khoản 3 Điều 5'
    """
    window = text[max(0, start - 120) : start]
    if not re.search(r"(?:iều|hoản|iểm|ục|hương|hần)\s", window):
        return None
    found = _PINPOINT.search(window)
    return found["pin"] if found else None


def looks_foreign(text: str, start: int) -> bool:
    """Whether the symbol at `start` belongs to a technical standard or a telephone line, which are no documents."""
    return bool(_NOT_BEFORE.search(text[max(0, start - 24) : start]))
