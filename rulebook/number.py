"""`DocumentNumber`: number and symbol of a document (số, ký hiệu văn bản), parsed from print and rendered again.

Two forms live side by side (Nghị định 30/2020/NĐ-CP, Phụ lục I; Hướng dẫn 36-HD/VPTW of the Party):

    state   number / [year /] [type -] issuer [- issuer or unit]     1722/QĐ-TTg    76/2014/QH13    2143/UBND-VX
    Party   number - type / issuer [- unit]                          02-NQ/TU       367-QĐ/TWĐTN-VP

The Party's form is also that of the mass organisations and of state documents before 1996 (`64-CP`, `15-L/CTN`). Which
codes are types, and which issuers, the tables say: `80/NQ-CP` is a type and its issuer, `2143/UBND-VX` an issuer and
the unit that drafted the letter.

Print damages numbers: blanks and line breaks at the joints, all kinds of dashes, Ð for Đ, capitals (`TTG`), a lost
hyphen (`QĐUBND`). `parse` mends these; what is unusual but meant so stays (`HĐNDVP`, `LĐTBXH`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from rulebook.spelling import normalise
from rulebook.tables import DocumentType, document_types, issuers


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentNumber:
    """The parts of a document number. `str()` writes it in the official form; `parse` reads that back.

    `number` is as printed (`02`, `30a`, `66.1`), `None` where the drafter left it blank. `issuers` has several codes
    for joint documents (liên tịch). `unit` is the unit that drafted it (đơn vị soạn thảo). `party` is the form with
    a hyphen after the number. `joint` is what stands between type and issuer in the state form, `/` in older joint
    circulars (`50/1999/TTLT/BTC-BNV`); numbers that differ in it alone are equal.

    >>> str(DocumentNumber(number="1722", type_code="QĐ", issuers=("TTg",)))
    '1722/QĐ-TTg'
    """

    number: str | None = None
    year: int | None = None
    type_code: str | None = None
    issuers: tuple[str, ...] = ()
    unit: str | None = None
    party: bool = False
    joint: str = field(default="-", compare=False)

    @property
    def series(self) -> DocumentNumber:
        """The same without the number itself: what the numbers of one type, issuer and year have in common."""
        return DocumentNumber(
            year=self.year,
            type_code=self.type_code,
            issuers=self.issuers,
            unit=self.unit,
            party=self.party,
            joint=self.joint,
        )

    def __str__(self) -> str:
        number, issuer = self.number or "", "-".join(self.issuers)
        if self.party:
            parts = [part for part in (self.type_code, issuer, None if self.type_code else self.unit) if part]
            tail = f"-{self.unit}" if self.type_code and self.unit else ""
            return f"{number}-{'/'.join(parts)}{tail}"
        year = f"{self.year}/" if self.year else ""
        symbol = self.joint.join(part for part in (self.type_code, issuer) if part)
        return f"{number}/{year}{symbol}" + (f"-{self.unit}" if self.unit else "")


_CLEAN = re.compile(r"[0-9A-ZĐa-zđƯ/-]+")  # nothing to mend
_PREFIX = re.compile(r"số\s*:?", re.IGNORECASE)
_DASH = re.compile(r"[\u2010-\u2015\u2212\ufe58\ufe63\uff0d\ufffe]")
_JOINT_BLANKS = re.compile(r"\s*([/&-])\s*")
_LEADERS = re.compile(r"^[\s._…]+(?=[/-])")
_NUMBER = re.compile(r"(\d{1,6}(?:\.\d{1,3})?(?:(?:[a-zđ]|bis)(?![^\W\d_]))?)?", re.IGNORECASE)
_YEAR = re.compile(r"/((?:19|20)\d\d)(?=[/-])")
_CODE = re.compile(r"[A-Za-zĐđƯư][\wĐđƯư.&,]*")
_JOINT_TYPE = re.compile(r"..+(?:L[TNBS]|PH)")
_SPELLED = {"TƯ": "TW", "T.Ư": "TW", "T.W": "TW", "T.U": "TU"}
_GLUED = re.compile(r"(QĐ|NĐ|NQ|TT|KH|TB|TTr|BC|HD|CTr)[-.]?(UBND|UB|HĐND|CP|TTg|UBTVQH\d*|B[A-ZĐ]{2,})")


def parse(text: str) -> DocumentNumber | None:
    """The document number that `text` is, `None` where it is none. A leading `Số:` and a final comma do not matter.

    >>> letter = parse("Số: 6631 /BLÐTBXH –\\n VPQGGN")
    >>> letter.number, letter.type_code, letter.issuers, letter.unit
    ('6631', None, ('BLĐTBXH',), 'VPQGGN')
    >>> [str(parse(text)) for text in ("76/2014/qh13", "02 - NQ/TU", "46/2019/QĐUBND", "……/KH-UBND", "126/KL/TW")]
    ['76/2014/QH13', '02-NQ/TU', '46/2019/QĐ-UBND', '/KH-UBND', '126-KL/TW']
    >>> parse("24/6/2014") is None
    True
    """
    line = text if _CLEAN.fullmatch(text) else _mended(text)
    head = _NUMBER.match(line)
    number, rest = (head[1], line[head.end() :]) if head else (None, line)
    year = _YEAR.match(rest)
    if year:
        rest = rest[year.end() :]
    if number and rest[:1] == " ":
        rest = ("-" if "/" in rest else "/") + rest[1:]
    series = _series(rest[:1], rest[1:], dated=bool(year))
    if series is None:
        return None
    return DocumentNumber(
        number=number,
        year=int(year[1]) if year else None,
        type_code=series.type_code,
        issuers=series.issuers,
        unit=series.unit,
        party=series.party,
        joint=series.joint,
    )


@lru_cache(maxsize=50_000)
def _series(joint: str, symbol: str, *, dated: bool) -> DocumentNumber | None:
    """What follows the number (and the year, where it is `dated`), as a number without these two: few symbols stand
    behind very many numbers."""
    if joint not in ("/", "-") or not joint:
        return None
    hyphen = joint == "-" and not dated
    codes = _codes(symbol, hyphen)
    if not codes:
        return None
    return _party_form(codes) if hyphen else _state_form(codes, symbol, dated=dated)


def type_of(number: DocumentNumber) -> DocumentType | None:
    """The type that the code of `number` stands for; an official letter (công văn) has none in the state form.

    `None` where the number leaves it open: `QĐ` of the Party is Quyết định or Quy định, `76/2014/QH13` a law or a
    resolution.

    >>> found = type_of(parse("33/TTr-SLĐTBXH"))
    >>> found and found.name
    'Tờ trình'
    """
    if number.type_code is None:
        letter = bool(number.issuers) and not number.party and not number.year
        return _official_letter() if letter else None
    return _type_of_code(number.type_code, number.party)


@lru_cache(maxsize=1_000)
def _type_of_code(code: str, party: bool) -> DocumentType | None:
    if code == "L" and party:  # laws of 1992 to 1996 bear the number of the order that promulgated them
        return next(t for t in document_types() if t.name == "Luật")
    first, second = ("party", "state") if party else ("state", "front")
    for system in (first, second):
        found = [t for t in document_types() if code in t.codes and t.system == system]
        if found:
            return found[0] if len(found) == 1 else None
    return None


@lru_cache(maxsize=1)
def _official_letter() -> DocumentType:
    return next(t for t in document_types() if t.name == "Công văn" and t.system == "state")


def _mended(text: str) -> str:
    line = _DASH.sub("-", normalise(text)).strip()
    prefix = _PREFIX.match(line)
    line = line[prefix.end() :] if prefix else line
    line = _LEADERS.sub("", _JOINT_BLANKS.sub(r"\1", " ".join(line.split())))
    return line.rstrip(" .,;:)")


def _codes(symbol: str, hyphen: bool) -> list[str]:
    """The canonical codes of a symbol, empty where it is no symbol."""
    glued = _GLUED.fullmatch(symbol)
    if glued and symbol not in _issuer_spellings():
        return [glued[1], _issuer_code(glued[2]) or glued[2]]
    printed = [
        part.replace(" ", "") if part.replace(" ", "") in _issuer_spellings() else part
        for part in re.split("[/-]", symbol)
    ]
    if not all(_CODE.fullmatch(part) and "_" not in part for part in printed):
        return []
    first, *others = _rejoined(printed)
    found = [_type_code(first, hyphen) or _issuer_code(first), *map(_issuer_code, others)]
    return [code for code in found if code] if all(found) else []


def _rejoined(parts: list[str]) -> list[str]:
    """`SLĐ`, `TBXH` as one code where the table knows the hyphen as part of it, and the first half as nothing."""
    joined: list[str] = []
    for part in parts:
        known = _issuer_spellings()
        if joined and f"{joined[-1]}-{part}" in known and joined[-1] not in known:
            joined[-1] = f"{joined[-1]}-{part}"
        else:
            joined.append(part)
    return joined


def _party_form(codes: list[str]) -> DocumentNumber:
    first, *others = codes
    if _is_type(first, party=True) and (others or first not in _issuer_spellings()):
        return DocumentNumber(
            type_code=first, issuers=tuple(others[:1]), unit="-".join(others[1:]) or None, party=True
        )
    return DocumentNumber(issuers=(first,), unit="-".join(others) or None, party=True)


def _state_form(codes: list[str], symbol: str, *, dated: bool) -> DocumentNumber:
    first, *others = codes
    swapped = others[:1] in (["TW"], ["TU"]) and first in _type_spellings(True).values() and not dated
    if swapped:  # a slip of the press: 18/NQ-TW
        return _party_form(codes)
    if not _is_type(first, party=False) or (first == "CT" and others and not _looks_like_issuer(others[0])):
        return DocumentNumber(issuers=(first,), unit="-".join(others) or None)
    if _JOINT_TYPE.fullmatch(first) or (len(others) > 1 and all(code in _central_codes() for code in others)):
        joined, unit = tuple(others), None
    else:
        joined, unit = tuple(others[:1]), "-".join(others[1:]) or None
    slash = "/" in symbol and symbol.index("/") < (symbol + "-").index("-")
    return DocumentNumber(type_code=first, issuers=joined, unit=unit, joint="/" if slash else "-")


def _is_type(code: str, *, party: bool) -> bool:
    stem = code[:-2] if _JOINT_TYPE.fullmatch(code) else code
    return bool({code, stem} & set(_type_spellings(party).values()))


def _looks_like_issuer(code: str) -> bool:
    return code in _issuer_spellings() or code.startswith(("UB", "HĐ", "BCĐ", "BQL", "S", "VP", "ĐU"))


def _type_code(code: str, party: bool) -> str | None:
    spellings = _type_spellings(party)
    return spellings.get(code) or spellings.get(code.upper()) or spellings.get(_plain(code))


def _issuer_code(code: str) -> str | None:
    """The code as the official form writes it, `None` where it looks like a word rather than a code."""
    spellings = _issuer_spellings()
    known = (
        _SPELLED.get(code)
        or spellings.get(code)
        or spellings.get(code.upper())
        or spellings.get(_plain(code))
    )
    if known:
        return known
    return code if sum(map(str.islower, code)) <= 2 and code[0].isupper() else None


def _plain(code: str) -> str:
    return code.upper().replace("Đ", "D")


@lru_cache(maxsize=2)
def _type_spellings(party: bool) -> dict[str, str]:
    systems = ("party", "front") if party else ("state", "front")
    old_laws = ["L", "LCT"] if party else []
    return _spellings(
        [*(code for t in document_types() if t.system in systems for code in t.codes), *old_laws]
    )


@lru_cache(maxsize=1)
def _issuer_spellings() -> dict[str, str]:
    return _spellings([code for row in issuers() for code in (row.code, *row.variants)])


@lru_cache(maxsize=1)
def _central_codes() -> frozenset[str]:
    return frozenset(row.code for row in issuers() if row.level == "central" and row.slot == "issuer")


def _spellings(codes: list[str]) -> dict[str, str]:
    """Each code under itself, its capitals and its capitals without Đ, where that leaves no doubt."""
    found: dict[str, str] = {}
    for spell in (_plain, str.upper, str):
        groups: dict[str, set[str]] = {}
        for code in codes:
            groups.setdefault(spell(code), set()).add(code)
        found |= {spelling: next(iter(same)) for spelling, same in groups.items() if len(same) == 1}
    return found
