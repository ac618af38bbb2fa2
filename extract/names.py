"""The name of a body as the answer gives it: written out in full, without the name of its place.

`Sở LĐ-TB&XH tỉnh Đắk Lắk` is `Sở Lao động - Thương binh và Xã hội`; the bare level stays where it belongs to the name
(`Ủy ban nhân dân tỉnh`), and a place stays where nothing is left without it (`Báo Quảng Nam`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.bodies import Span
from extract.body_lists import bodies_listed
from extract.body_words import LOWER, PERSON, UPPER, field_of_work
from extract.group_words import fields_of_departments
from rulebook.cues import cues
from rulebook.naming import full_name
from rulebook.spelling import key
from rulebook.tables import provinces

_CAPITALS = rf"[{UPPER}][{LOWER}']+(?:[ -][{UPPER}][{LOWER}']+){{0,3}}"
# Within a city (`thành phố Thủ Đức`) the name stays: `thành phố` alone would be the one over it.
_AFTER_LEVEL = re.compile(
    rf"(?<!\w)(?<!tấn )(?<!tác )(?<!liên )(?!thành phố (?:Thủ Đức|Thủy Nguyên))"
    r"(?P<level>tỉnh|[Tt]hành phố|huyện|quận|thị xã|thành phố|TP\.?|(?<=tế )khu vực|xã|phường|thị trấn|đặc khu"
    r"|thôn|bản|ấp)"
    rf"\s+(?:{_CAPITALS}|\d{{1,2}}(?!\d))"
    rf"(?=\s*(?:$|[,;()]|giai đoạn|nhiệm kỳ|-|và\s))"
)
# `UBND các xã Đồng Đăng, Cao Lộc`, `UBND các huyện: Lộc Bình, Chi Lăng`
_SEVERAL_PLACES = re.compile(
    rf"(?P<level>[Cc]ác (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|thôn|bản|ấp)):?"
    rf" {_CAPITALS}(?:(?:,| và|, và) {_CAPITALS})+$"
)
# A place with its level, in a list of several levels.
_NAMED_PLACE = re.compile(
    rf"(?:(?<=, )|(?<=và )|(?<=các ))(?:huyện|quận|thị xã|thành phố|xã|phường|thị trấn|đặc khu) {_CAPITALS}(?=,| và|$)"
)
_PLACES_IN_A_ROW = re.compile(
    rf"(?<!ác )(?:huyện|quận|xã|phường|thị trấn) {_CAPITALS}(?:(?:, | và ){_CAPITALS})+$"
)
_PLACE_BEHIND = re.compile(rf" (?!Việt Nam){_CAPITALS}")
_NEEDS_PLACE = re.compile(
    r"^(?:Báo(?! và)|Nhà máy|Truyền hình|Tạp chí|Cảng(?! vụ)|Vườn|Đại học|Trường Đại học|Học viện)(?!\w)"
)
_OFFICE_OF = re.compile(
    r"(?P<office>(?:Phó |Quyền )?(?:Thủ tướng(?: Chính phủ)?|Chủ tịch|Bộ trưởng|Thứ trưởng|Giám đốc|Bí thư)[^,;]*?)"
    rf" {PERSON}$"
)
_THESE = re.compile(r"(?<=\w) (?:này|nêu trên|nói trên)$")
# `Thành đoàn Thành phố Hồ Chí Minh`: the level is in the name already.
_LEVEL_TWICE = re.compile(
    r"^(?P<body>(?:Tỉnh|Thành|Huyện|Quận|Thị) (?:ủy|đoàn)) (?:tỉnh|[Tt]hành phố|TP\.?|huyện|quận|thị xã)"
    rf"(?: {_CAPITALS}| \d{{1,2}})?$"
)
_NO_LEVEL = re.compile(r"^(?:Sở|Bộ(?! Chỉ huy| Tư lệnh| đội| phận))\s")


@lru_cache(maxsize=1)
def _bare_place() -> re.Pattern[str]:
    names = sorted(
        {
            name
            for row in provinces()
            for name in (row.name, *row.variants)
            if not name.lower().startswith(("thành phố", "tỉnh"))
        },
        key=lambda n: (-len(n), n),
    )
    return re.compile(
        rf"(?<!TNCS)(?<!Cộng sản)(?<!Chủ tịch)(?<!quốc gia)(?<!đường)(?<!Báo)(?<! Bắc)"
        r"(?<!sông)(?<!(?<!Việt) Nam)(?<! Đông)(?<! Tây)"
        rf"\s+(?:-\s+)?(?:{'|'.join(map(re.escape, names))})$"
    )


_PLACE_ALONE = re.compile(rf"(?:[Tt]hành phố|[Tt]ỉnh|[Tt]hủ đô)(?: [{UPPER}][^\W\d_]*){{1,4}}")


@lru_cache(maxsize=8192)
def body_name(text: str) -> str:
    """The full official name of the body that `text` names, without its place.

    >>> body_name("UBND huyện Cam Lộ"), body_name("Sở Y tế tỉnh Kiên Giang"), body_name("Báo Quảng Nam")
    ('Ủy ban nhân dân huyện', 'Sở Y tế', 'Báo Quảng Nam')
    >>> body_name("Thành đoàn Thành phố Hồ Chí Minh"), body_name("UBND thành phố Thủ Đức")
    ('Thành đoàn', 'Ủy ban nhân dân thành phố Thủ Đức')
    >>> body_name("Công ty Thủy lợi Nam Hà Tĩnh"), body_name("Công ty Thủy lợi Hà Tĩnh")
    ('Công ty Thủy lợi Nam Hà Tĩnh', 'Công ty Thủy lợi')
    """
    name = full_name(" ".join(re.sub(r"\s*\((?!bà\))[^()]*\)", "", text).split()).strip(" ,;.:"))
    if _NEEDS_PLACE.match(name) or _PLACE_ALONE.fullmatch(name):
        return name
    if len(_NAMED_PLACE.findall(name)) > 1 or _PLACES_IN_A_ROW.search(name):
        return name  # `UBND các huyện Lộc Bình, Chi Lăng, thị xã A`: only those
    name = _without_place(name)
    name = _OFFICE_OF.sub(lambda found: found["office"], name)
    name = _THESE.sub("", name)
    name = _LEVEL_TWICE.sub(lambda found: found["body"], name)
    name = _SEVERAL_PLACES.sub(lambda found: found["level"], name)
    name = _AFTER_LEVEL.sub(lambda found: found["level"].replace("Thành phố", "thành phố"), name)
    without = _bare_place().sub("", name)
    name = without if without.split() and len(without.split()) > 1 else name
    return (
        re.sub(r"\s+(?:tỉnh|[Tt]hành phố)$", "", name)
        if _NO_LEVEL.match(name) and " các " not in name
        else name
    )


def _without_place(name: str) -> str:
    """A local office without the district whose name it bears (`Kho bạc Nhà nước Ngọc Hồi`)."""
    office = next((office for office in cues("local_office") if name.startswith(office)), None)
    return office if office and _PLACE_BEHIND.fullmatch(name, len(office)) else name


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """What two spellings of one name have in common."""
    return key(name)


def unique_names(names: list[str]) -> tuple[str, ...]:
    """`names` without repetitions, compared without regard to case, marks and punctuation, in order."""
    seen: dict[str, str] = {}
    for name in names:
        if name:
            seen.setdefault(name_key(name), name)
    return tuple(seen.values())


_LIST = re.compile(
    r"(?P<role>[^\W\d_][\w ]*? )?[Cc]ác (?P<head>[Ss]ở|[Pp]hòng|[Kk]hoa|[Bb]ộ|[Bb]an|[Vv]ụ|[Cc]ục)"
    r"(?:, (?:ban, )?(?:ngành|cơ quan))?\s?:?\s(?P<fields>[^\W\d_].*)",
    re.DOTALL,
)


_HEADS_OF = re.compile(
    r"(?P<role>(?:Phó )?(?:[Gg]iám đốc|Bộ trưởng|[Cc]hủ tịch|[Tt]rưởng phòng))(?: các [Ss]ở(?=: Sở ))?: (?=[^\W\d_])"
)

_SEVERAL_FIELDS = re.compile(r"(?P<role>[^\W\d_]+ [^\W\d_]+ )?(?P<head>Sở|Bộ) (?=[^\W\d_])")
_MINISTERS = re.compile(r"(?:[Cc]ác )?Bộ trưởng(?: (?:các )?[Bb]ộ)?: (?=[^\W\d_])")
_TWO_OF_PLACE = re.compile(
    r"(?P<role>(?:Phó )?[Cc]hủ tịch) (?P<first>HĐND|Hội đồng nhân dân) và (?P<second>UBND|[ỦU][ỷy] ban nhân dân)(?= )"
)


@lru_cache(maxsize=4096)
def each_body(text: str) -> tuple[str, ...]:
    """The bodies that one phrase names: `Giám đốc các Sở: Nội vụ, Y tế` is two, others are one.

    >>> each_body("Giám đốc các Sở: Nội vụ, Y tế"), each_body("Giám đốc: Sở Y tế, Công an tỉnh")
    (('Giám đốc Sở Nội vụ', 'Giám đốc Sở Y tế'), ('Giám đốc Sở Y tế', 'Giám đốc Công an tỉnh'))
    """
    words = " ".join(text.split())
    if ": " in words and (heads := _HEADS_OF.match(words)):
        listed = words[heads.end() :]
        return tuple(f"{heads['role']} {listed[a:b]}" for a, b in bodies_listed(listed))
    if "ộ trưởng" in words and (ministers := _MINISTERS.match(words)):
        return tuple(f"Bộ trưởng Bộ {one[0]}" for one in field_of_work().finditer(words, ministers.end()))
    if two := _TWO_OF_PLACE.match(words):
        rest = words[two.end() :]
        return (f"{two['role']} {two['first']}{rest}", f"{two['role']} {two['second']}{rest}")
    if ", " in words and (row := _SEVERAL_FIELDS.match(words)):
        fields = list(field_of_work().finditer(words, row.end()))
        if len(fields) > 1 and fields[0].start() == row.end() and fields[-1].end() == len(words):
            return tuple(f"{row['role'] or ''}{row['head']} {field[0]}" for field in fields)
    found = _LIST.fullmatch(words) if "ác " in words else None
    if found and found["head"].lower() in ("phòng", "khoa", "vụ", "cục"):
        own = fields_of_departments(words, found.start("fields"))
        if len(own) > 1 and own[-1][1] == len(words):
            return tuple(f"{found['role'] or ''}{found['head'].capitalize()} {words[a:b]}" for a, b in own)
    fields = list(field_of_work().finditer(found["fields"])) if found else []
    several = len(fields) > 1 or ":" in text
    if not found or not fields or fields[0].start() != 0 or not several:
        return (text,)
    return tuple(f"{found['role'] or ''}{found['head'].capitalize()} {field.group()}" for field in fields)


def names_apart(quotes: list[str]) -> list[str]:
    """The names of the bodies quoted. Two bodies of one kind (`UBND xã Tri Lễ, UBND xã Nậm Nhoóng`) keep their places:
    without them they would be one.

    >>> names_apart(["UBND xã Tri Lễ", "UBND xã Nậm Nhoóng", "Sở Y tế tỉnh Kiên Giang"])
    ['Ủy ban nhân dân xã Tri Lễ', 'Ủy ban nhân dân xã Nậm Nhoóng', 'Sở Y tế']
    """
    names = [body_name(quote) for quote in quotes]
    if len(names) < 2:
        return names
    if _COUNCIL_HEAD in names:
        following = [*names[1:], ""]
        names = [_of_same_place(name, after) for name, after in zip(names, following, strict=True)]
    if not len(set(names)) < len(names) <= _FEW:
        return names
    placed = [full_name(" ".join(quote.split())) for quote in quotes]
    bare = set(placed) & set(names)
    return [
        place if names.count(name) > 1 and name not in bare else name
        for name, place in zip(names, placed, strict=True)
    ]


_COUNCIL_HEAD, _COMMITTEE_HEAD = "Chủ tịch Hội đồng nhân dân", "Chủ tịch Ủy ban nhân dân"


def _of_same_place(name: str, after: str) -> str:
    """`Chủ tịch HĐND, Chủ tịch UBND các huyện`: the first is of the level that only the second says."""
    if name != _COUNCIL_HEAD or not after.startswith(_COMMITTEE_HEAD):
        return name
    return _COUNCIL_HEAD + after.removeprefix(_COMMITTEE_HEAD)


_FEW = 40  # bodies of one list, among which like ones are looked for


def names_of(text: str, spans: tuple[Span, ...] | list[Span]) -> tuple[str, ...]:
    """The names of the bodies at `spans` of `text`, each once."""
    return unique_names(names_apart([name for a, b in spans for name in each_body(text[a:b])]))


_CELL_PART = re.compile(r"\s*[;\n]\s*|^\s*[-+•]\s+", re.MULTILINE)


def names_in_cell(text: str) -> tuple[str, ...]:
    """The bodies that a table cell or an attribute line (`Cơ quan chủ trì: ...`) lists, each once, in order.

    A piece that no rule reads as a body stays as written: the column says that it is one.

    >>> names_in_cell("Sở Y tế; UBND các huyện, thành phố và Công an tỉnh")
    ('Sở Y tế', 'Ủy ban nhân dân các huyện, thành phố', 'Công an tỉnh')
    """
    pieces = (piece.strip(" ,.;:") for piece in _CELL_PART.split(text))
    names = (name for piece in pieces for name in _listed(piece))
    return unique_names(names_apart([name for name in names if not _SOMEBODY.fullmatch(name)]))


# A person by name, and no office: who does it is the body or group that persons form.
_SOMEBODY = re.compile(
    rf"(?:[Đđ]/c|[Đđ]ồng chí|Ông|Bà)\.? +[{UPPER}][{LOWER}]*(?: [{UPPER}][{LOWER}]*){{0,4}}"
)


@lru_cache(maxsize=2048)
def _listed(piece: str) -> tuple[str, ...]:
    return tuple(name for a, b in bodies_listed(piece) for name in each_body(piece[a:b]))
