"""The name of a body as the answer gives it: written out in full, without the name of its place.

`Sở LĐ-TB&XH tỉnh Đắk Lắk` is `Sở Lao động - Thương binh và Xã hội`; the bare level stays where it belongs to the name
(`Ủy ban nhân dân tỉnh`), and a place stays where nothing is left without it (`Báo Quảng Nam`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.bodies import Span, body_at, body_list
from extract.body_words import LOWER, NOUN, PERSON, UPPER, field_of_work
from rulebook.naming import full_name
from rulebook.spelling import key
from rulebook.tables import provinces

_CAPITALS = rf"[{UPPER}][{LOWER}']+(?:[ -][{UPPER}][{LOWER}']+){{0,3}}"
_AFTER_LEVEL = re.compile(
    rf"(?<!\w)(?P<level>tỉnh|huyện|quận|thị xã|thành phố|TP\.?|xã|phường|thị trấn|đặc khu|thôn|bản|ấp)"
    rf"\s+(?:{_CAPITALS}|\d{{1,2}}(?!\d))"
    rf"(?=\s*(?:$|[,;()]|giai đoạn|nhiệm kỳ|-|và\s))"
)
_NEEDS_PLACE = re.compile(
    r"^(?:Báo(?! và)|Truyền hình|Tạp chí|Cảng|Vườn|Đại học|Trường Đại học|Học viện)(?!\w)"
)
_OFFICE_OF = re.compile(
    r"(?P<office>(?:Phó |Quyền )?(?:Thủ tướng(?: Chính phủ)?|Chủ tịch|Bộ trưởng|Thứ trưởng|Giám đốc|Bí thư)[^,;]*?)"
    rf" {PERSON}$"
)
_NO_LEVEL = re.compile(r"^(?:Sở|Bộ(?! Chỉ huy| Tư lệnh| đội| phận))\s")


@lru_cache(maxsize=1)
def _bare_place() -> re.Pattern[str]:
    names = sorted(
        {name for row in provinces() for name in (row.name, *row.variants)}, key=lambda n: (-len(n), n)
    )
    return re.compile(
        rf"(?<!TNCS)(?<!Cộng sản)(?<!Chủ tịch)(?<!quốc gia)\s+(?:-\s+)?(?:{'|'.join(map(re.escape, names))})$"
    )


@lru_cache(maxsize=8192)
def body_name(text: str) -> str:
    """The full official name of the body that `text` names, without its place.

    >>> body_name("UBND huyện Cam Lộ"), body_name("Sở Y tế tỉnh Kiên Giang"), body_name("Báo Quảng Nam")
    ('Ủy ban nhân dân huyện', 'Sở Y tế', 'Báo Quảng Nam')
    """
    name = full_name(" ".join(re.sub(r"\s*\((?!bà\))[^()]*\)", "", text).split()).strip(" ,;.:"))
    if _NEEDS_PLACE.match(name):
        return name
    name = _OFFICE_OF.sub(lambda found: found["office"], name)
    name = _AFTER_LEVEL.sub(lambda found: found["level"], name)
    without = _bare_place().sub("", name)
    name = without if without.split() and len(without.split()) > 1 else name
    return (
        re.sub(r"\s+(?:tỉnh|thành phố)$", "", name) if _NO_LEVEL.match(name) and " các " not in name else name
    )


def unique_names(names: list[str]) -> tuple[str, ...]:
    """`names` without repetitions, compared without regard to case, marks and punctuation, in order."""
    seen: dict[str, str] = {}
    for name in names:
        if name:
            seen.setdefault(key(name), name)
    return tuple(seen.values())


_LIST = re.compile(
    r"(?P<role>[^\W\d_][\w ]*? )?[Cc]ác (?P<head>[Ss]ở|[Pp]hòng|[Bb]ộ|[Bb]an)\s?:?\s(?P<fields>[^\W\d_].*)",
    re.DOTALL,
)


def each_body(text: str) -> list[str]:
    """The bodies that one phrase names: `Giám đốc các Sở: Nội vụ, Y tế` is two, others are one.

    >>> each_body("Giám đốc các Sở: Nội vụ, Y tế")
    ['Giám đốc Sở Nội vụ', 'Giám đốc Sở Y tế']
    """
    found = _LIST.fullmatch(" ".join(text.split()))
    fields = list(field_of_work().finditer(found["fields"])) if found else []
    if not found or not fields or fields[0].start() != 0:
        return [text]
    return [f"{found['role'] or ''}{found['head'].capitalize()} {field.group()}" for field in fields]


def names_of(text: str, spans: tuple[Span, ...] | list[Span]) -> tuple[str, ...]:
    """The names of the bodies at `spans` of `text`, each once."""
    return unique_names([body_name(name) for a, b in spans for name in each_body(text[a:b])])


_CELL_PART = re.compile(r"\s*[;\n]\s*|^\s*[-+•]\s+", re.MULTILINE)


def names_in_cell(text: str) -> tuple[str, ...]:
    """The bodies that a table cell or an attribute line (`Cơ quan chủ trì: ...`) lists, each once, in order.

    A piece that no rule reads as a body stays as written: the column says that it is one.

    >>> names_in_cell("Sở Y tế; UBND các huyện, thành phố và Công an tỉnh")
    ('Sở Y tế', 'Ủy ban nhân dân các huyện, thành phố', 'Công an tỉnh')
    """
    names: list[str] = []
    for piece in _CELL_PART.split(text):
        names += _names_in_piece(piece.strip(" ,.;:"))
    return unique_names(names)


def _goes_on(piece: str, start: int) -> bool:
    """Whether a name that no list has goes on after `và` in small letters (`Vụ Khoa học công nghệ và môi trường`)."""
    return (
        piece[start].islower()
        and piece[:start].rstrip().endswith("và")
        and not _GROUP_NEXT.match(piece, start)
    )


_GROUP_NEXT = re.compile(rf"(?:các|những|một số|{NOUN})(?!\w)", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*(?:,|;)\s*|\s+và\s+")


def _names_in_piece(piece: str) -> list[str]:
    found, end = body_list(piece, 0)
    rest = piece[end:].strip(" ,.;:")
    if not found:
        return [body_name(piece)] if piece else []
    if rest and piece[end : end + 1] == " " and body_at(piece, end + 1) is not None:
        # The lines of a cell, joined: the next body follows without a mark.
        return [body_name(piece[a:b]) for a, b in found] + _names_in_piece(piece[end:].strip())
    if not rest:
        return [body_name(name) for a, b in found for name in each_body(piece[a:b])]
    more = re.match(r"\s*(?:,|và|cùng)\s+", piece[end:])
    if more and not _goes_on(piece, end + more.end()):
        return [body_name(piece[a:b]) for a, b in found] + _names_in_piece(
            piece[end + more.end() :].strip(" ,.;:")
        )
    known = [body_name(piece[a:b]) for a, b in found[:-1]]
    for part in _SEPARATOR.finditer(piece, end):  # the last name runs on to the next body
        if body_at(piece, part.end()) is not None:
            last = body_name(piece[found[-1].start : part.start()])
            return [*known, last, *_names_in_piece(piece[part.end() :])]
    return [*known, body_name(piece[found[-1].start :])]
