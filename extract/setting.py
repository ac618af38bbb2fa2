"""What the citing document is (văn bản viện dẫn): the setting in which its citations are to be understood.

`UBND tỉnh` in a plan of Yên Bái is the People's Committee of Yên Bái, and `12/QĐ-UBND` there is a decision of that body
or, in a plan of a commune, of the commune's: numbers of local bodies mean nothing without the place of the text.
"""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import NamedTuple

from extract.body_words import UPPER
from extract.extraction import Header
from rulebook.issuing import issuer_of
from rulebook.naming import full_name
from rulebook.number import DocumentNumber
from rulebook.spelling import key
from rulebook.tables import provinces, valid_on

_LOCAL = ("Ủy ban nhân dân", "Hội đồng nhân dân")
_HEADS = re.compile(
    r"^(?:bo truong|thu truong|chu tich|pho chu tich|giam doc|pho giam doc"
    r"|chanh van phong|ban thuong vu|thuong truc|ban chap hanh|lanh dao|(?:pho )?truong(?= ban)) (?!nuoc\b)"
)


class Setting(NamedTuple):
    """What the citing document says of itself: its number, date and issuer, and the province it stands in."""

    number: str | None
    date: str | None
    issuer: str | None
    province: str | None

    @property
    def day(self) -> datetime.date | None:
        """The day of the document, where all of it is known."""
        return day_of(self.date)

    @staticmethod
    def of(header: Header) -> Setting:
        """The setting that a header gives; the province only where the issuer or the place line names one."""
        return Setting(header.number, header.date, header.issuer, _province(header))


@lru_cache(maxsize=1_000)
def day_of(said: str | None) -> datetime.date | None:
    """The day that an ISO 8601 date names; `None` for a month, a year or nothing.

    >>> day_of("2024-03-15"), day_of("2024-03")
    (datetime.date(2024, 3, 15), None)
    """
    try:
        return datetime.date.fromisoformat(said) if said and len(said) == 10 else None
    except ValueError:
        return None


_CENTRAL = re.compile(
    r"(?:Bộ(?! Chỉ huy)|Chính phủ|Thủ tướng|Quốc hội|Ủy ban Thường vụ Quốc hội|Chủ tịch nước|Ngân hàng Nhà nước"
    r"|Thanh tra Chính phủ|Văn phòng Chính phủ|Ủy ban Dân tộc|Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương|Tổng cục"
    r"|Cục)(?!\w)"
)


def _province(header: Header) -> str | None:
    if header.issuer and (
        found := re.search(r"(?:tỉnh|thành phố)\s+([^\d,]+?)(?:\s+giai đoạn.*)?$", header.issuer)
    ):
        return _known_part(found[1].strip())
    if header.issuer and _CENTRAL.match(header.issuer):
        return None  # its seat is no place that it governs
    names = _province_names()
    district = header.issuer and re.search(r"(?:huyện|quận|thị xã|xã|phường|thị trấn)\s+\w", header.issuer)
    return names.get(key(header.place)) if header.place and not district else None


@lru_cache(maxsize=1)
def _province_names() -> dict[str, str]:
    return {key(name): row.name for row in provinces() for name in (row.name, *row.variants)}


def _known_part(name: str) -> str:
    """The name of a province at the beginning of `name`, where more was printed behind it."""
    words = name.split()
    known = (" ".join(words[:size]) for size in range(len(words), 0, -1))
    return next((part for part in known if key(part) in _province_names()), name)


_OF_TERM = re.compile(
    r"(?:(?<=nhân dân tỉnh)|(?<=Đảng bộ tỉnh)|(?<=Quốc hội)|(?<=nhân dân thành phố)) khóa [IVXLC]+"
)
_DIRECTOR = re.compile(r"^(?:Quyền )?Giám đốc (?=Sở |Công an )")  # whose office issues it
_OF_PROVINCE = re.compile(r"(?:\stỉnh|Tỉnh ủy|Thành ủy)$")


@lru_cache(maxsize=20_000)
def issuer_name(said: str, setting: Setting) -> str:
    """The issuer's full name; a local body without a place of its own gets the province of the text.

    >>> issuer_name("UBND tỉnh", Setting(None, None, None, "Yên Bái"))
    'Ủy ban nhân dân tỉnh Yên Bái'
    """
    name = _OF_TERM.sub("", full_name(_DIRECTOR.sub("", " ".join(said.split()))))
    if not setting.province:
        return name
    if _OF_PROVINCE.search(name):
        return f"{name} {setting.province}"
    if name.endswith(" thành phố") and setting.issuer and "thành phố" in setting.issuer:
        return f"{name} {setting.province}"
    if name.startswith("Sở ") and not re.search(r"(?:tỉnh|thành phố)\s", name):
        return f"{name} {_level(setting)} {setting.province}"
    return name


@lru_cache(maxsize=1_000)
def _level(setting: Setting) -> str:
    """`tỉnh` or `thành phố`, as the province was called on the day of the document."""
    day = setting.day
    named = [row for row in provinces() if row.name == setting.province]
    then = [row for row in named if day is None or valid_on(row, day)] or named
    return then[0].kind if then else "tỉnh"


def issuer_by_symbol(number: DocumentNumber, setting: Setting) -> str | None:
    """The issuer that the symbol alone fixes. `UBND` and `HĐND` have a place only if the citing body is of that kind;
    `TW` is shared by Ban Chấp hành Trung ương, Bộ Chính trị and Ban Bí thư, and fixes none."""
    return _issuer_of_series(number.type_code, number.issuers, number.year, number.party, setting)


@lru_cache(maxsize=20_000)
def _issuer_of_series(
    type_code: str | None, issuers: tuple[str, ...], year: int | None, party: bool, setting: Setting
) -> str | None:
    code = issuer_of(DocumentNumber(year=year, type_code=type_code, issuers=issuers, party=party))
    if code is None or issuers[-1] == "TW":
        return None
    if code.body in _LOCAL:
        return _local_issuer(code.body, setting)
    if re.match(r"(?:Tỉnh|Thành) ủy", code.body):
        return f"{code.body} {setting.province}" if setting.province else code.body
    return issuer_name(code.body, setting)


def _local_issuer(body: str, setting: Setting) -> str:
    own = setting.issuer or ""
    local = re.match(r"(?:Ủy ban nhân dân|Hội đồng nhân dân)\s+(?P<rest>.+)$", own)
    if local:
        return f"{body} {local['rest']}"
    return (
        f"{body} {_level(setting)} {setting.province}" if setting.province and own.startswith("Sở ") else body
    )


_LOWER_PLACE = re.compile(
    rf"(?<!\w)(?:huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\s+[{UPPER}][^,]*?(?=$|,| tỉnh| thành phố)"
)
_UPPER_PLACE = re.compile(r"(?:tỉnh|thành phố|Tỉnh ủy|Thành ủy)\s+(?P<name>[^,]+?)(?:\s+giai đoạn.*)?$")


@lru_cache(maxsize=20_000)
def place_of(issuer: str | None, setting: Setting) -> str | None:
    """The place of a local body as a work's identity has it: its province, then what is below it.

    >>> place_of("Ủy ban nhân dân huyện Trạm Tấu", Setting(None, None, None, "Yên Bái"))
    'Yên Bái, huyện Trạm Tấu'
    """
    named = _UPPER_PLACE.search(issuer or "")
    province = named["name"] if named else None
    below = _LOWER_PLACE.search(issuer or "")
    if below:
        above = province or setting.province
        return f"{above}, {below.group()}" if above else None
    return province


@lru_cache(maxsize=20_000)
def office(issuer: str) -> str:
    """What issuers are compared by: the body, without its head or the organ of it that acts.

    >>> office("Chủ tịch UBND tỉnh Yên Bái") == office("Ủy ban nhân dân tỉnh Yên Bái")
    True
    """
    return _HEADS.sub("", key(full_name(issuer)))


def may_be_one(one: str | None, other: str | None) -> bool:
    """Whether two issuers may be one body: one is not said, or one name only adds a place or a period to the other.

    >>> may_be_one("Sở Y tế", "Sở Y tế tỉnh Yên Bái"), may_be_one("Bộ Y tế", "Bộ Tài chính")
    (True, False)
    """
    if not one or not other or one == other:
        return True
    short, long = sorted((office(one), office(other)), key=len)
    return short == long or long.startswith(short + " ")
