"""Whose number series it is (hệ thống số của cơ quan nào): what of an issuer's name tells it from others.

A number is given once by one body in one year, and several names stand for one body. Its head signs in its series:
`Chủ tịch Ủy ban nhân dân tỉnh` (Nghị định 30/2020/NĐ-CP, Điều 15). The organs of a Party committee share one: that of
`31-CT/TU` may be called `Tỉnh ủy`, `Ban Thường vụ Tỉnh ủy` or `Thường trực Tỉnh ủy` (Hướng dẫn 36-HD/VPTW). So where
the symbol fixes the body, the series is that body and its place, whatever it is called:

    31-CT/TU      Ban Thường vụ Tỉnh ủy Thái Bình                   tinh uy, tinh thai binh
    22/KH-UBND    Ban Chỉ đạo các chương trình ... tỉnh Bình Định   uy ban nhan dan, tinh binh dinh
    47-CT/TW      Ban Bí thư                                        trung uong dang

Where the symbol leaves it open (`79/QĐ-BCĐ`: a place has many steering committees), the series is the full name.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile

from rulebook.issuing import issuer_of
from rulebook.number import parse
from rulebook.spelling import key
from rulebook.tables import issuers, provinces

_LEVELS = "tỉnh|thành phố|tp\\.?|huyện|quận|thị xã|thị trấn|xã(?! hội)|phường|đặc khu"
_PARTY_LEVELS = "tỉnh|thành|huyện|thị|quận|xã|phường|đảng"
_PLACE = re.compile(rf"\b(?:({_PARTY_LEVELS}) ủy|({_LEVELS})) (?=[^\W\d_])", re.IGNORECASE)
_SOME_LEVEL = re.compile(rf"\b(?:{_LEVELS})\b", re.IGNORECASE)
_FULL_LEVELS = {"thanh": "thanh pho", "tp": "thanh pho", "thi": "thi xa", "dang": "xa"}
_ORGAN_OF = re.compile(
    r"^(?:chu tich|bo truong|giam doc|truong|ban thuong vu|thuong truc|ban chap hanh) (?!nuoc\b)"
)


def issuer_key(issuer: str | None) -> str:
    """The name that issuers are compared by: the body, without its head or the organ of it that acts.

    >>> issuer_key("Chủ tịch Ủy ban nhân dân tỉnh Lâm Đồng"), issuer_key("Chủ tịch nước")
    ('uy ban nhan dan tinh lam dong', 'chu tich nuoc')
    """
    return _ORGAN_OF.sub("", key(issuer or ""))


@lru_cache(maxsize=10_000)
def place_of(issuer: str | None) -> str | None:
    """The place in the name of a body, as a key with its level, from the lowest up; `None` where it has none.

    >>> [place_of(name) for name in ("Tỉnh ủy Quảng Nam", "Sở Y tế thành phố Hà Nội", "Ủy ban nhân dân tỉnh")]
    ['tinh quang nam', 'thanh pho ha noi', None]
    """
    places = []
    for found in _PLACE.finditer(issuer or ""):
        name = key(" ".join(takewhile(_is_name, (issuer or "")[found.end() :].split(" "))))
        level = key(found[1] or found[2])
        if name:
            places.append(f"{_FULL_LEVELS.get(level, level)} {name}")
    return ", ".join(places) or None


def province_of(issuer: str | None) -> str | None:
    """The province that stands in the name of a body at the level of the province; `None` for any other.

    >>> province_of("Ủy ban nhân dân tỉnh Lâm Đồng"), province_of("Ủy ban nhân dân huyện Cam Lộ")
    ('Lâm Đồng', None)
    """
    return _provinces().get(place_of(issuer) or "")


def is_certain(issuer: str | None) -> bool:
    """Whether the name means one body: a central one, or a local one with its place.

    >>> [is_certain(name) for name in ("Bộ Y tế", "Tỉnh ủy Quảng Nam", "Ủy ban nhân dân tỉnh", "Sở Y tế", None)]
    [True, True, False, False, False]
    """
    if not issuer:
        return False
    name = issuer_key(issuer)
    return name in _central_bodies() or "trung uong" in name or place_of(issuer) is not None


@lru_cache(maxsize=10_000)
def series_of(symbol: str | None, issuer: str | None) -> str | None:
    """The number series that the document belongs to; `None` where what is said does not make it certain.

    >>> series_of("31-CT/TU", "Ban Thường vụ Tỉnh ủy Thái Bình") == series_of("31-CT/TU", "Tỉnh ủy Thái Bình")
    True
    >>> series_of("382/QĐ-UBND", "Ủy ban nhân dân tỉnh") is None
    True
    """
    if not issuer:
        return None
    number = parse(symbol) if symbol else None
    code = issuer_of(number) if number else None
    place = place_of(issuer)
    if code and code.level == "central" and not _SOME_LEVEL.search(issuer):
        return key(code.body)
    if code and place and code.level not in ("central", "any"):
        return f"{key(code.body)}, {place}"
    return issuer_key(issuer) if is_certain(issuer) else None


def _is_name(word: str) -> bool:
    """Whether a word after a level of government goes on with the name of the place (`Bà Rịa - Vũng Tàu`)."""
    return word[:1].isupper() or word == "-"


@lru_cache(maxsize=1)
def _provinces() -> dict[str, str]:
    """By its key with its level, each province."""
    names = [row.name for row in reversed(provinces())]
    return {f"{level} {key(name)}": name for name in names for level in ("tinh", "thanh pho")}


@lru_cache(maxsize=1)
def _central_bodies() -> frozenset[str]:
    return frozenset(key(row.body) for row in issuers() if row.level == "central" and row.slot == "issuer")
