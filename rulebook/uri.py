"""The identity of a document: an FRBR work URI of the Akoma Ntoso Naming Convention 1.0, section 4.

    /akn/vn/act/quyet-dinh/thu-tuong-chinh-phu/2016/1722-qd-ttg
    /akn/vn-lam-dong/act/quyet-dinh/ubnd/2022/382-qd-ubnd
          place     type       issuer   year  number

A number is no identity: `382/QĐ-UBND` exists every year in every province. Numbers of state documents are unique for
one issuer, type and year (Nghị định 30/2020/NĐ-CP, Điều 15), so all of these stand in the URI.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from rulebook.issuing import issuers_of
from rulebook.naming import full_name
from rulebook.number import DocumentNumber, type_of
from rulebook.spelling import key
from rulebook.tables import IssuerCode, issuers

_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_URI = re.compile(
    rf"/akn/vn(?:-(?P<place>{_SLUG}))?/act/(?P<type>{_SLUG})/(?P<issuer>{_SLUG})/(?P<year>\d{{4}})/(?P<number>{_SLUG})"
)
_PROVINCE = re.compile(r"^\s*(?:tỉnh|thành phố) ", re.IGNORECASE)
_SHARED = "BCĐ"  # every steering committee of a place has it, and a number series of its own
_BY_CODE = frozenset({"UBND", "HĐND"})  # the bodies of each place are known by these letters, not by a name


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkUri:
    """The parts of a work URI, all slugs (see `slug`); `place` is `None` for the bodies of the central government.

    >>> str(WorkUri(type="quyet-dinh", issuer="thu-tuong-chinh-phu", year=2016, number="1722-qd-ttg"))
    '/akn/vn/act/quyet-dinh/thu-tuong-chinh-phu/2016/1722-qd-ttg'
    """

    type: str
    issuer: str
    year: int
    number: str
    place: str | None = None

    def __str__(self) -> str:
        country = f"vn-{self.place}" if self.place else "vn"
        return f"/akn/{country}/act/{self.type}/{self.issuer}/{self.year:04d}/{self.number}"

    def render(self) -> str:
        """The URI as text; `parse` reads it back."""
        return str(self)


def parse(uri: str) -> WorkUri | None:
    """The parts of `uri`, `None` where it is no work URI of this project.

    >>> parse("/akn/vn-lam-dong/act/quyet-dinh/ubnd/2022/382-qd-ubnd").place
    'lam-dong'
    """
    match = _URI.fullmatch(uri)
    if not match:
        return None
    return WorkUri(
        type=match["type"],
        issuer=match["issuer"],
        year=int(match["year"]),
        number=match["number"],
        place=match["place"],
    )


def slug(text: str) -> str:
    """`text` as a part of a URI: small letters without diacritics and digits, parted by hyphens.

    >>> slug("Thủ tướng Chính phủ"), slug("1722/QĐ-TTg")
    ('thu-tuong-chinh-phu', '1722-qd-ttg')
    """
    return re.sub(r"[^a-z0-9]+", "-", key(text)).strip("-")


def work_uri(
    type_name: str | None,
    number: DocumentNumber | None,
    *,
    issuer: str | None = None,
    year: int | None = None,
    place: str | None = None,
) -> WorkUri | None:
    """The identity of the document, or `None` where something of it is missing: an identity is not guessed.

    `type_name` is the name of its type (`Quyết định`), read from the number where `None`; `issuer` the name of the
    body, needed only where the number does not fix it; `year` that of its date, needed where the number has none.
    `place` is needed for bodies below the central level: the province, then what is below it
    (`Quảng Trị, huyện Cam Lộ`).

    >>> from rulebook.number import parse as parse_number
    >>> work_uri("Quyết định", parse_number("1722/QĐ-TTg"), year=2016).render()
    '/akn/vn/act/quyet-dinh/thu-tuong-chinh-phu/2016/1722-qd-ttg'
    >>> work_uri(None, parse_number("382/QĐ-UBND"), year=2022, place="Lâm Đồng").render()
    '/akn/vn-lam-dong/act/quyet-dinh/ubnd/2022/382-qd-ubnd'
    >>> work_uri("Quyết định", parse_number("382/QĐ-UBND"), year=2022) is None
    True
    """
    if number is None or number.number is None:
        return None
    year = number.year or year
    series = _series(type_name, number.series, issuer, place)
    if series is None or not year:
        return None
    digits = number.number if number.number.isdigit() else slug(number.number)
    within = f"{digits}-{number.year}" if number.year else digits
    symbol = f"{within.lstrip('0') or '0'}-{series.symbol}"
    return WorkUri(type=series.type, issuer=series.issuer, year=year, number=symbol, place=series.place)


class _Series(NamedTuple):
    """What the numbers of one type, issuer and place have in common, as slugs."""

    type: str
    issuer: str
    symbol: str
    place: str | None


@lru_cache(maxsize=20_000)
def _series(
    type_name: str | None, number: DocumentNumber, issuer: str | None, place: str | None
) -> _Series | None:
    known = type_of(number)
    kind = type_name or (known.name if known else None)
    rows = issuers_of(number)
    bodies = [row for row in rows if row is not None]
    resolved = bool(rows) and len(bodies) == len(rows) and not any(row.code == _SHARED for row in bodies)
    body = "-".join(_issuer_slug(row) for row in bodies) if resolved else slug(full_name(issuer or ""))
    central = all(row.level == "central" for row in bodies) if resolved else _is_central(issuer)
    if not kind or not body or not (central or place):
        return None
    printed = _canonical(number, bodies) if resolved else replace(number, year=None)
    return _Series(slug(kind), body, slug(str(printed)), _place(place, central))


def _place(place: str | None, central: bool) -> str | None:
    return None if central or not place else slug(_PROVINCE.sub("", place)) or None


def _issuer_slug(row: IssuerCode) -> str:
    return slug(row.code if row.code in _BY_CODE else row.body)


def _is_central(issuer: str | None) -> bool:
    name = key(full_name(issuer or ""))
    return any(name == key(row.body) for row in issuers() if row.level == "central" and row.slot == "issuer")


def _canonical(number: DocumentNumber, bodies: list[IssuerCode]) -> DocumentNumber:
    """The same number with the first code of each issuer: `SLĐTB&XH` and `SLĐTBXH` are one."""
    codes = tuple(row.code for row in bodies)
    return DocumentNumber(type_code=number.type_code, issuers=codes, unit=number.unit, party=number.party)
