"""Numbers and symbols of documents in running text (số, ký hiệu): the anchors that citations are built around.

    number/year/term           76/2014/QH13
    number/year/type-issuer    39/2016/TT-BLĐTBXH     50/1999/TTLT/BTC-BNV
    number/type-issuer         382/QĐ-UBND
    number/issuer-unit         2143/UBND-VX
    number-type/issuer         02-NQ/TU               64-CP

The forms are those of Nghị định 30/2020/NĐ-CP, Phụ lục I, of Luật Ban hành văn bản quy phạm pháp luật, and of Hướng
dẫn 36-HD/VPTW for Party documents; blanks and line breaks at the joints are what printing and scanning make of them.
A number that the drafter left blank (`số      /KH-UBND`) is a number too; one that cannot be read is told apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Literal, NamedTuple

from extract.type_words import type_codes
from rulebook.number import DocumentNumber
from rulebook.number import parse as parse_number
from rulebook.tables import issuers

Kind = Literal["number", "blank", "broken"]

_CAPITAL = "A-ZĐƯÐƉ"
_END = r"(?![^\W⁰¹²³⁴⁵⁶⁷⁸⁹])"  # a footnote mark may be glued to the last letter
_TERM = r"(?:\.?(?:[0-9]{1,2}|[KXVI]+[0-9]{0,2}))?"  # of an assembly: QH13, HĐND.K7, HĐNDXVII
CODE = rf"[{_CAPITAL}][A-Za-zĐđƯưÐƉÔôÂâ&]*(?:\.(?=[A-ZĐ])[A-Za-zĐđƯư]*)*{_TERM}{_END}"
_DIRT = "[|‘’'“”`´]?\\s?"  # what a scan makes of a broken line
_FIRST_JOINT = rf"(?:\s?[-‐‑–—−/]\s{{0,3}}{_DIRT})"
_JOINT = rf"(?:[-‐‑–—−/]\s{{0,3}}{_DIRT}|\s[-‐‑–—−/])"
_TORN = r"(?:T T|Q Đ|N Đ|N Q|K H|C T|T B)(?=\s?[-–])"  # one code that was torn apart
_SMALL = r"(?:qđ|nđ|nq|tt|ct|kh|tb|bc|hd|ttr|vbhn)-[a-zđ]{2,8}(?!\w)"  # a text that lost its capitals
_TAIL = rf"(?:{_TORN}|{CODE})(?:{_FIRST_JOINT}{CODE}(?:{_JOINT}{CODE}){{0,4}})?"
_YEAR = r"(?:19|20)\d{2}"
_SLIPPED_YEAR = r"[12lI][09oO][0-9oOlI]{2}"  # read from a scan: 20l4
_NOT_WITHIN = (
    r"(?:(?<![\w/.,:–?*#█\]\u0300-\u036f-][0-9])|(?<=ố[0-9]))"  # `số31-QĐ/TW`: the blank before it is lost
)
_NUMBER = rf"[0-9]{_NOT_WITHIN}[0-9]{{0,5}}(?:\.[0-9]{{1,2}})?(?:[a-zđбOI]|bis)?"
_BLANK = r"(?:(?<=số)|(?<=số:)|(?<=Số)|(?<=Số:))[\s.…_]*(?=/\s?[A-ZĐ])"
_OLD = (
    r"(?:CP|TTg|HĐBT|CT|TW|L|NQ|QĐ|TT|KTTW|VP|NV|TC)"  # 64-CP, 327-CT: before 1996, nothing behind the code
)
_STATE = rf"\s?/\s?(?:(?:{_YEAR}|{_SLIPPED_YEAR})\s?/{{1,2}}\s?)?(?:{_TAIL}|{_SMALL})"
_PARTY = rf"\s?[-‐‑–—−]\s{{0,3}}{CODE}\s?/\s?{CODE}(?:[-‐‑–—−/]\s?{CODE}){{0,3}}"
SYMBOL = re.compile(rf"(?:{_NUMBER}|{_BLANK})(?:{_STATE}|{_PARTY})")
"""A number with its symbol, blank or not; where it begins in a text is for `symbols` to say."""

_ANCHOR = re.compile(
    rf"{_NUMBER}(?:{_STATE}|{_PARTY}|[-–]{_OLD}(?![\w/–-])|\s(?:[A-ZĐ][A-Za-zĐ]{{1,3}})\s?/\s?{CODE}(?:-{CODE})?)"
)
_SLASH = re.compile(rf"/\s?(?:{_YEAR}/\s?)?[{_CAPITAL}]")
_HYPHEN = re.compile(rf"-\s?[{_CAPITAL}][A-Za-zĐ]{{1,3}}/")
_NO_NUMBER = re.compile(rf"/\s?(?:{_YEAR}/\s?)?{_TAIL}|-\s?{CODE}/\s?{CODE}(?:-{CODE})?")
_BLANK_BEFORE = re.compile(r"(?<!\w)[Ss]ố\s*:?[\s.…_]*$")
_UNREADABLE = re.compile(r"[Ss]ố\s*:?\s*(?P<token>(?:\[[^\]\n]{0,20}\]|[^\s;,()/]{1,12})\s?)$")
_STANDARD = re.compile(r"(?:QCVN|TCVN|QCXDVN|TCXDVN|QCĐP|TCCS|ISO|ĐT|Tel|Fax|Hotline|MST|STK)[\s\d:./-]*$")


class Symbol(NamedTuple):
    """A number with its symbol, from character `start` to `end`; `kind` tells a blank and an unreadable one."""

    start: int
    end: int
    kind: Kind = "number"


def symbols(text: str) -> Iterator[Symbol]:
    """What looks like a document number in `text`, in no fixed order of kinds; `number_of` says whether it is one.

    >>> [text[s.start : s.end] for text in ["theo 76/2014/QH13, 02-NQ/TU; ngày 24/6/2014"] for s in symbols(text)]
    ['76/2014/QH13', '02-NQ/TU']
    >>> [(s.start, s.end, s.kind) for s in symbols("Kế hoạch số      /KH-UBND; Quyết định số [...]/QĐ-UBND")]
    [(11, 25, 'blank'), (41, 54, 'broken')]
    """
    for found in _ANCHOR.finditer(text):
        if not _is_standard(text, found.start()):
            yield Symbol(found.start(), found.end())
    for joint in chain(_SLASH.finditer(text), _HYPHEN.finditer(text)):
        if blank := _without_number(text, joint.start()):
            yield blank


def _without_number(text: str, slash: int) -> Symbol | None:
    """A symbol at `slash` whose number is blank or cannot be read; the word `số` must stand before it."""
    if slash == 0 or (text[slash - 1].isalpha() and text[slash - 1] != "ố"):
        return None
    window = text[max(0, slash - 40) : slash]
    if "ố" not in window:
        return None
    tail = _NO_NUMBER.match(text, slash)
    if tail is None:
        return None
    if blank := _BLANK_BEFORE.search(window):
        return Symbol(slash - len(window) + blank.start() + _length_of_so(blank[0]), tail.end(), "blank")
    token = _UNREADABLE.search(window)
    if token and not _ANCHOR.match(text, slash - len(window) + token.start("token")):
        return Symbol(slash - len(window) + token.start("token"), tail.end(), "broken")
    return None


def _length_of_so(blank: str) -> int:
    return 3 if blank[2:3] == ":" else 2


def _is_standard(text: str, start: int) -> bool:
    """Whether the number belongs to a technical standard or a telephone line, which are no documents."""
    before = text[max(0, start - 3) : start]
    if before[-1:] == " " and before[-2:-1].islower():
        return False
    return bool(_STANDARD.search(text[max(0, start - 24) : start]))


@lru_cache(maxsize=1)
def _issuer_codes() -> frozenset[str]:
    return frozenset(code for row in issuers() for code in (row.code, *row.variants))


_SLIPS = str.maketrans("oOlIб", "00116")
_DIRTY = re.compile(r"[|‘’'“”`´]")
_TORN_CODE = re.compile(_TORN)
_SLIPPED = re.compile(
    rf"(?<=[0-9])[OI](?=/)|(?<=/)(?P<year>{_SLIPPED_YEAR})(?=/)|(?<=QH)[Il][0-9]?|(?<=QH1)[IlB]|(?<=[0-9])б"
)


def mended(text: str) -> str:
    """The symbol with the slips of scanning mended that leave one reading: letters in a year or in a term.

    >>> mended("76/20l4/QHI3"), mended("12/QĐ-UBND")
    ('76/2014/QH13', '12/QĐ-UBND')
    """
    whole = _TORN_CODE.sub(lambda found: found[0].replace(" ", ""), _DIRTY.sub("", text)).replace("//", "/")
    return _SLIPPED.sub(lambda found: found[0].replace("B", "8").translate(_SLIPS), whole)


def number_of(text: str, *, certain: bool) -> DocumentNumber | None:
    """The number that a match of `SYMBOL` spells. Unless `certain` (a type stands before it), it must hold a
    type and an issuer, or an issuer that the rulebook knows and a unit or a year, so that fractions, plots, forms and
    file names are left alone.

    >>> str(number_of("22 /KH-UBND", certain=False))
    '22/KH-UBND'
    >>> number_of("24/B", certain=False) is None, number_of("108/BQP", certain=False) is None
    (True, True)
    """
    number = parse_number(mended(text))
    if number is None or certain:
        return number
    typed = number.type_code in type_codes() and (bool(number.issuers) or number.party)
    known = any(code in _issuer_codes() for code in number.issuers)
    return number if typed or (known and (number.unit or number.year or number.party)) else None


_MORE_CAPITALS = re.compile(rf"\s[{_CAPITAL}]{{2,8}}{_END}")
_LAST_CODE = re.compile(rf"[{_CAPITAL}][A-Za-zĐđ&]*$")


def whole_code(text: str, symbol: Symbol) -> Symbol:
    """The symbol with the rest of its last code, where a blank tore that apart and only the whole is a known one.

    >>> whole_code("số 39/2016/TT-BLĐ TBXH của", Symbol(3, 17))
    Symbol(start=3, end=22, kind='number')
    """
    more = _MORE_CAPITALS.match(text, symbol.end)
    last = _LAST_CODE.search(text[symbol.start : symbol.end]) if more else None
    if not more or not last or last[0] in _issuer_codes() or last[0] + more[0].strip() not in _issuer_codes():
        return symbol
    return symbol._replace(end=more.end())
