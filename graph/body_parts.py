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
from extract.body_words import PERIOD
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
    rf"(?:^|[ ,]+)(?:{_QUANTITY} )?(?:(?:\d+/)?\d+ )?(?:[Cc]ấp )?(?<![Hh]ợp tác )(?<![Tt]hông tấn )(?i:{KIND})(?!\w)"
    r"|(?:^| )các cấp(?!\w)|(?:^| )cấp cơ sở(?!\w)|(?<=\w) (?:các )?địa phương(?!\w)"
)
_NO_PERSON = re.compile(  # bodies themselves, and those who do not answer for theirs
    r"Thanh tra|Thủ tướng|Chủ tịch nước|(?:Thành viên|Đại biểu|Ủy viên|Thư ký|Kế toán|Biên tập|Người phát ngôn)(?!\w)",
    re.IGNORECASE,
)
_CHIEF = re.compile(r"Chánh (Văn phòng|Thanh tra)$", re.IGNORECASE)
_ORGAN = re.compile(
    r"(?:Thường trực|Ban Thường trực|Ban Thường vụ|Ban Chấp hành)(?: của)? (?=\w)", re.IGNORECASE
)
_OF_PARTY = re.compile(r"(?<!\w)(?P<kind>tỉnh|thành|huyện|quận|thị) ủy(?!\w)", re.IGNORECASE)
_LISTED_PARTY = re.compile(  # `các huyện, thị, thành ủy`
    r"(?<!\w)(?P<kind>huyện|quận|thị|thành)(?: xã| phố)?(?P<joint>, | và )"
    r"(?=(?:(?:huyện|quận|thị|thành)(?: xã| phố)?(?:, | và )){0,3}(?:huyện|quận|thị|thành) ủy)",
    re.IGNORECASE,
)
_CALLED = re.compile(r" ?\((?:sau đây )?(?:viết|gọi) (?:chung|tắt) là [^)]*\)", re.IGNORECASE)
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
_AT = re.compile(r" (?:thuộc|trực thuộc|trên địa bàn|trong|tại|ở|của) ")
_AT_END = re.compile(r" (?:thuộc|trực thuộc|trên địa bàn|trong|tại|ở|của)$")
_LAST_QUANTITY = re.compile(rf"(?<!\w){_QUANTITY} $", re.IGNORECASE)
_JOINED = re.compile(r",? và | - |, ")
_JOINABLE = frozenset({"peoples_council", "peoples_committee", "front", "party"})
_SAMPLE: dict[Level, str] = {"province": "tỉnh", "district": "huyện", "commune": "xã"}
_PARTY_OF: dict[Level, str] = {"province": "Tỉnh ủy", "district": "Huyện ủy", "commune": "Đảng ủy xã"}
_YOUTH_OF: dict[Level, str] = {"province": "Tỉnh đoàn", "district": "Huyện đoàn", "commune": "Đoàn xã"}


@dataclass(frozen=True, slots=True)
class BodyParts:
    """`heads`: what the body is, several where one place is said for several bodies, none where only a place is said;
    `tail`: what is said of places; `more`: others are meant besides, of which nothing is known; `loose`: several
    bodies at a place, nobody knows which (`các phòng thuộc Công an tỉnh`)."""

    heads: tuple[str, ...]
    tail: str
    more: bool = False
    loose: bool = False


@lru_cache(maxsize=20_000)
def parts_of(name: str) -> BodyParts:
    """What a name says a body is, and where.

    >>> parts = parts_of("CT UBND các huyện, TP")
    >>> parts.heads, parts.tail, parts_of("Huyện ủy Cam Lộ").tail
    (('Ủy ban nhân dân',), 'các huyện, thành phố', 'huyện Cam Lộ')
    """
    said, quantity = without_person(_CALLED.sub("", PERIOD.sub("", full_name(name))).strip())
    said = _ORGAN.sub("", said) if _ORGAN.match(said) else said
    by_level = _named_by_level(said, quantity)
    if by_level:
        return by_level
    tail = _TAIL.search(said) or _province_at_end(said)
    head = said[: tail.start()] if tail else said
    place = f"{quantity}{said[len(head) :].strip(' ,')}".strip()
    loose = bool(quantity and head and _AT.search(f"{head} "))
    return BodyParts(_heads(_AT_END.sub("", head).strip(" ,")), place, loose=loose)


def _named_by_level(said: str, quantity: str) -> BodyParts | None:
    """A Party committee, an organ of one, or a Youth Union, with its level as a word of its place."""
    listed = _OTHER_PARTY.sub("", said)
    more = listed != said
    listed = _LISTED_PARTY.sub(r"\g<kind> ủy\g<joint>", listed)
    for pattern, head in ((_OF_PARTY, PARTY), (_OF_YOUTH, YOUTH)):
        found = pattern.search(listed)
        if found and (head == PARTY or found.start() == 0):
            before = listed[: found.start()]
            many = _LAST_QUANTITY.search(before)
            organ = before[: many.start()] if many else before  # `Ban Dân vận các Huyện ủy`
            place = pattern.sub(_place, listed[found.start() :])
            return BodyParts((f"{organ}{head}",), f"{quantity}{many[0] if many else ''}{place}", more)
    for pattern, head in ((_PARTY_OF_PLACE, PARTY), (_YOUTH, YOUTH)):
        if found := pattern.match(listed):
            return BodyParts((head,), f"{quantity}{listed[found.end() :].lstrip()}".strip(), more)
    return BodyParts((PARTY,), "", more) if more else None


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
        chief = _CHIEF.search(found[0])
        name = (chief[1] if chief else "") + name[found.end() :].lstrip("," if chief else " ,")


def name_at(head: str, area: str) -> str:
    """The full name of a body at a place.

    >>> name_at("Ủy ban nhân dân", "quang-tri.cam-lo"), name_at("cấp ủy", "quang-tri.dong-ha")
    ('Ủy ban nhân dân huyện Cam Lộ', 'Thành ủy Đông Hà')
    """
    sort, place = sort_of(area), full_name_of(area)
    short = _PARTY_NAMES.get(sort.kind)
    if head == YOUTH or head.endswith(PARTY):
        organ, word = (head.removesuffix(PARTY), "ủy") if head != YOUTH else ("", "đoàn")
        if short and sort.level != "commune":
            return f"{organ}{short} {word} {place[len(sort.kind) + 1 :]}"
        head = head.replace(PARTY, "Đảng ủy")
    return f"{head} {place}"


@lru_cache(maxsize=2_000)
def agency_of(head: str, level: Level, on: date) -> tuple[str | None, bool]:
    """The id in `agencies.tsv` of a body of that level, where one row fits; and whether it ended before that day.

    >>> from datetime import date
    >>> agency_of("Công an", "district", date(2024, 5, 1)), agency_of("Công an", "district", date(2025, 6, 1))
    (('district.cong-an-huyen', False), (None, True))
    """
    rows = {
        row.id: row for name in _listed_as(head, level) for row in bodies_called(name) if row.level == level
    }
    there = [row.id for row in rows.values() if valid_on(row, on)]
    return (there[0] if len(there) == 1 else None), bool(rows) and not there


@lru_cache(maxsize=2_000)
def is_known(head: str) -> bool:
    """Whether `agencies.tsv` has a body that is called so, with or without its level."""
    return any(bodies_called(name) for level in _SAMPLE for name in _listed_as(head, level))


def _listed_as(head: str, level: Level) -> tuple[str, ...]:
    """What `agencies.tsv` may call it: a body has the name of its level there, or none."""
    if head == YOUTH:
        return (_YOUTH_OF.get(level, ""),)
    if head.endswith(PARTY):
        return (head.removesuffix(PARTY) + _PARTY_OF.get(level, ""),)
    return f"{head} {_SAMPLE.get(level, '')}".strip(), head


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
    """`Sở Y tế Quảng Trị`: the province may be said without its kind, but for the name that is that of a man."""
    found = _province_pattern().search(said)
    return found if found and key(said[: found.start()]) else None


@lru_cache(maxsize=1)
def _province_pattern() -> re.Pattern[str]:
    names = sorted({row.name for row in provinces()} - {"Hồ Chí Minh"}, key=len, reverse=True)
    return re.compile(rf" (?:{'|'.join(map(re.escape, names))})$")
