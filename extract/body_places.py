"""The place of a body (địa bàn): the one named with it, or that of the citing document where the words say `tỉnh`,
`huyện`, `xã` alone and the document is of just that level.

A level said of many (`các huyện`, `cấp xã`) has no place; nor has a body named in the citation of a document from
before its place was merged (`extract.merged_places`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.body_kinds import Kind
from extract.body_words import LOWER, UPPER
from extract.level_words import bare_province, province_on
from extract.setting import Setting

_UNITS = {
    "province": "tỉnh|thành phố",
    "district": "huyện|quận|thị xã|thành phố",
    "commune": "xã|phường|thị trấn|đặc khu",
}
_UNIT = r"(?:tỉnh|huyện|quận|thị xã|thành phố|xã|phường|thị trấn|đặc khu)"
_SYLLABLE = rf"[{UPPER}][{LOWER}']+"
_NAME = rf"{_SYLLABLE}(?:(?: | ?- ?){_SYLLABLE})*"
_NAMED = re.compile(
    rf"(?<!\w)(?<!các )(?<!ợp tác )(?<!hông tấn )(?P<unit>{_UNIT})\s+(?P<name>{_NAME}|\d{{1,2}}(?!\d))"
)
_SEAT = re.compile(rf"(?P<unit>Tỉnh|Thành|Huyện|Quận|Thị) (?:ủy|đoàn) (?P<name>{_NAME})")
_UNIT_OF_SEAT = {"Tỉnh": "tỉnh", "Thành": "thành phố", "Huyện": "huyện", "Quận": "quận", "Thị": "thị xã"}
_MANY = r"(?:các|cấp|từng|mỗi|một số|những)"
_OF_MANY = re.compile(rf"{_MANY}\s+(?:{_UNIT}(?:, | và ))*{_UNIT}(?!\w)|các cấp", re.IGNORECASE)
_LISTED = re.compile(rf"{_UNIT}(?:, | và ){_UNIT}(?!\w)")
_OF_DEPARTMENT = re.compile(r"(?<!\w)(?<!cơ )(?<!Cơ )[Ss]ở(?!\w| hữu)")
_OWN_LEVEL = frozenset({"department", "division"})


@lru_cache(maxsize=20_000)
def place_named(full: str, setting: Setting) -> str | None:
    """The place that stands in the name: `huyện Cam Lộ`; a province's bare name gets its kind (`tỉnh Quảng Nam`).

    >>> place_named("Ủy ban nhân dân huyện Cam Lộ", Setting(None, None, None, None))
    'huyện Cam Lộ'
    """
    if found := _NAMED.search(full):
        return f"{found['unit']} {found['name']}"
    if seat := _SEAT.search(full):
        row = province_on(seat["name"], setting.day) if seat["unit"] == "Thành" else None
        return f"{row.kind if row else _UNIT_OF_SEAT[seat['unit']]} {seat['name']}"
    row = None if " các " in full else bare_province(full, setting.day)
    return f"{row.kind} {row.name}" if row else None


@lru_cache(maxsize=20_000)
def place_of_body(full: str, kind: Kind, level: str | None, setting: Setting) -> str | None:
    """The place of a body of that level: named with it, else lent by the document.

    >>> from extract.body_kinds import kind_of
    >>> plan = Setting(None, "2024-05-02", "Ủy ban nhân dân tỉnh Yên Bái", "Yên Bái")
    >>> [place_of_body(name, kind_of(name), level, plan) for name, level in
    ...  (("Công an tỉnh", "province"), ("Công an huyện", "district"), ("Ủy ban nhân dân cấp tỉnh", "province"))]
    ['tỉnh Yên Bái', None, None]
    """
    if named := place_named(full, setting):
        return named
    if level not in _UNITS or _OF_MANY.search(full) or _LISTED.search(full):
        return None
    own = kind.kind in _OWN_LEVEL or "division" in kind.members or bool(_OF_DEPARTMENT.search(full))
    said = re.search(rf"(?<!\w)(?:{_UNITS[level]}|Tỉnh|Thành|Huyện|Quận|Thị)(?! hội)(?!\w)", full)
    return _places_of(setting).get(level) if said or own else None


@lru_cache(maxsize=1_000)
def _places_of(setting: Setting) -> dict[str, str]:
    """The places that the citing document is of, by level."""
    found: dict[str, str] = {}
    if setting.province:
        row = province_on(setting.province, setting.day)
        found["province"] = f"{row.kind if row else 'tỉnh'} {setting.province}"
    own = place_named(setting.issuer or "", setting)
    for level in ("district", "commune"):
        if own and re.match(rf"(?:{_UNITS[level]}) ", own) and own != found.get("province"):
            found.setdefault(level, own)
            break
    return found
