"""The halves of a name, what a body is and where (`Ủy ban nhân dân` | `các huyện, thị xã`), and the name at a place.

Persons stand for their bodies (`Chủ tịch Ủy ban nhân dân huyện`), and so do organs that act for one (`Thường trực Huyện
ủy`). Party committees and the Youth Union have their level in their name; here they are one body each:

    Huyện ủy Cam Lộ, các Thành ủy, Đảng ủy xã Tiên La        cấp ủy | huyện Cam Lộ, các thành phố, xã Tiên La
    Tỉnh đoàn, Đoàn Thanh niên ... phường Đông Hà            Đoàn Thanh niên Cộng sản Hồ Chí Minh | tỉnh, phường Đông Hà
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from extract.body_heads import POST
from extract.body_kinds import head_kind
from graph.area_words import KIND
from graph.areas import Level, full_name_of, sort_of
from rulebook.known_bodies import bodies_called
from rulebook.naming import full_name
from rulebook.spelling import key
from rulebook.tables import provinces, valid_on

PARTY = "cấp ủy"
YOUTH = "Đoàn Thanh niên Cộng sản Hồ Chí Minh"
COMMITTEE = "Ủy ban nhân dân"
_QUANTITY = r"(?:tất cả |toàn bộ )?(?:các|những|mọi|toàn thể|từng|mỗi|tất cả|một số|nhiều)(?!\w)"
_FIRST_QUANTITY = re.compile(rf"{_QUANTITY} ", re.IGNORECASE)
_TAIL = re.compile(
    rf"(?:^|[ ,]+)(?:{_QUANTITY} )?(?:(?:\d+/)?\d+ )?(?:cấp )?(?<![Hh]ợp tác )(?<![Tt]hông tấn )(?i:{KIND})(?!\w)"
    r"|(?:^| )các cấp(?!\w)|(?:^| )cấp cơ sở(?!\w)"
)
_NO_PERSON = re.compile(r"Thanh tra|Thủ tướng|Chủ tịch nước", re.IGNORECASE)  # bodies themselves
_ORGAN = re.compile(
    r"(?:Thường trực|Ban Thường trực|Ban Thường vụ|Ban Chấp hành)(?: của)? (?=\w)", re.IGNORECASE
)
_OF_PARTY = re.compile(r"(?<!\w)(?P<kind>tỉnh|thành|huyện|quận|thị) ủy(?!\w)", re.IGNORECASE)
_OF_YOUTH = re.compile(
    r"(?<!\w)(?P<kind>tỉnh|thành|huyện|quận|thị) đoàn(?!\w)|Đoàn (?=xã|phường)", re.IGNORECASE
)
_YOUTH = re.compile(rf"(?:Ban Chấp hành )?{YOUTH}", re.IGNORECASE)
_OTHER_PARTY = re.compile(
    r",?(?: và)? ?(?:các )?đảng ủy (?:trực thuộc|thuộc)(?: (?:tỉnh|thành|huyện|quận|thị) ủy)?", re.IGNORECASE
)
_PARTY_OF_PLACE = re.compile(
    rf"(?:Đảng ủy|Đảng bộ) (?=(?:{_QUANTITY} )?(?:cấp )?{KIND}(?!\w))", re.IGNORECASE
)
_IN_FULL = {"thành": "thành phố", "thị": "thị xã"}
_PARTY_NAMES = {"tỉnh": "Tỉnh", "thành phố": "Thành", "huyện": "Huyện", "quận": "Quận", "thị xã": "Thị"}
_JOINED = re.compile(r",? và | - |, ")
_JOINABLE = frozenset({"peoples_council", "peoples_committee", "front", "party"})
_SAMPLE = {"province": "tỉnh", "district": "huyện", "commune": "xã"}


@dataclass(frozen=True, slots=True)
class BodyParts:
    """`heads`: what the body is, several where one place is said for several bodies, none where only a place is said;
    `tail`: what is said of places; `more`: others are meant besides, of which nothing is known."""

    heads: tuple[str, ...]
    tail: str
    more: bool = False


@lru_cache(maxsize=20_000)
def parts_of(name: str) -> BodyParts:
    """What a name says a body is, and where.

    >>> parts_of("CT UBND các huyện, TP"), parts_of("Huyện ủy Cam Lộ").tail
    (BodyParts(heads=('Ủy ban nhân dân',), tail='các huyện, thành phố', more=False), 'huyện Cam Lộ')
    """
    said, quantity = without_person(full_name(name))
    said = _ORGAN.sub("", said) if _ORGAN.match(said) else said
    more = bool(_OTHER_PARTY.search(said))
    said = _OTHER_PARTY.sub("", said)
    for pattern, head in ((_OF_PARTY, PARTY), (_OF_YOUTH, YOUTH)):
        if pattern.match(said):
            return BodyParts((head,), (quantity + pattern.sub(_place, said)).strip(), more)
    for pattern, head in ((_PARTY_OF_PLACE, PARTY), (_YOUTH, YOUTH)):
        if found := pattern.match(said):
            return BodyParts((head,), (quantity + said[found.end() :].lstrip()).strip(), more)
    tail = _TAIL.search(said) or _province_at_end(said)
    head = said[: tail.start()] if tail else said
    return BodyParts(_heads(head.strip(" ,")), (quantity + said[len(head) :].strip(" ,")).strip(), more)


def without_person(name: str) -> tuple[str, str]:
    """A name without those who answer for the body (`Giám đốc, Thủ trưởng các`), and the quantity that was said first.

    >>> without_person("Chủ tịch Ủy ban nhân dân các huyện"), without_person("Thủ trưởng các sở, ban, ngành")
    (('Ủy ban nhân dân các huyện', ''), ('sở, ban, ngành', 'các '))
    """
    quantity = ""
    while True:
        many = _FIRST_QUANTITY.match(name)
        person = None if many or _NO_PERSON.match(name) else POST.match(name)
        found = many or person
        if not found or found.end() >= len(name):
            return name, quantity
        quantity = many[0].lower() if many else ""  # `các Phó Chủ tịch`: many persons, one body
        name = name[found.end() :].lstrip(" ,")


def name_at(head: str, area: str) -> str:
    """The full name of a body at a place.

    >>> name_at("Ủy ban nhân dân", "quang-tri.cam-lo"), name_at("cấp ủy", "quang-tri.dong-ha")
    ('Ủy ban nhân dân huyện Cam Lộ', 'Thành ủy Đông Hà')
    """
    sort, place = sort_of(area), full_name_of(area)
    short = _PARTY_NAMES.get(sort.kind)
    if head in (PARTY, YOUTH) and short and sort.level != "commune":
        return f"{short} {'ủy' if head == PARTY else 'đoàn'} {place[len(sort.kind) + 1 :]}"
    return full_name(f"{'Đảng ủy' if head == PARTY else head} {place}")


@lru_cache(maxsize=2_000)
def agency_of(head: str, level: Level, on: date) -> tuple[str | None, bool]:
    """The id in `agencies.tsv` of a body of that level, where one row fits; and whether it ended before that day.

    >>> from datetime import date
    >>> agency_of("Công an", "district", date(2024, 5, 1)), agency_of("Công an", "district", date(2025, 6, 1))
    (('district.cong-an-huyen', False), (None, True))
    """
    sample = _SAMPLE.get(level, "")
    party = {"province": "Tỉnh ủy", "district": "Huyện ủy", "commune": "Đảng ủy xã"}
    youth = {"province": "Tỉnh đoàn", "district": "Huyện đoàn", "commune": "Đoàn xã"}
    names = [{PARTY: party, YOUTH: youth}.get(head, {}).get(level, f"{head} {sample}".strip()), head]
    rows = {row.id: row for name in names for row in bodies_called(name) if row.level == level}
    there = [row.id for row in rows.values() if valid_on(row, on)]
    return (there[0] if len(there) == 1 else None), bool(rows) and not there


@lru_cache(maxsize=2_000)
def is_known(head: str) -> bool:
    """Whether `agencies.tsv` has a body that is called so, with or without its level."""
    return any(bodies_called(f"{head} {level}".strip()) for level in ("", *_SAMPLE.values()))


def kind_of_head(head: str) -> str | None:
    """The kind of a body (`rulebook.known_bodies.KINDS`) by what it is called without its place."""
    return "party" if head == PARTY else head_kind(head)


def _place(found: re.Match[str]) -> str:
    kind = (found.groupdict().get("kind") or "").lower()
    return _IN_FULL.get(kind, kind)


def _heads(head: str) -> tuple[str, ...]:
    if not head:
        return ()
    parts = _JOINED.split(head)
    return tuple(parts) if all(head_kind(part) in _JOINABLE for part in parts) else (head,)


def _province_at_end(said: str) -> re.Match[str] | None:
    """`Sở Y tế Quảng Trị`: the province may be said without its kind."""
    found = _province_pattern().search(said)
    return found if found and key(said[: found.start()]) else None


@lru_cache(maxsize=1)
def _province_pattern() -> re.Pattern[str]:
    names = sorted({row.name for row in provinces()}, key=len, reverse=True)
    return re.compile(rf" (?:{'|'.join(map(re.escape, names))})$")
