"""Names of bodies (cơ quan, tổ chức) in running text: where a name begins, and where it ends.

A name is a head word (`Sở`, `UBND`, `Ban Chỉ đạo`, `Chánh Văn phòng`, `các phòng, ban`) and what belongs to it: the
field it works in, with capitals (`Nông nghiệp và Môi trường`), then its level and place (`tỉnh Lâm Đồng`, `các huyện,
thị xã`), then a period (`giai đoạn 2021-2025`). It ends before the first word that cannot belong to a name, which
most often is the verb of its duty:

    Ban Chỉ đạo các Chương trình mục tiêu quốc gia tỉnh | tiếp tục phát huy ...
    head        complement                         level  verb

So no list of names is needed to find a name, only to know it; `rulebook.naming` writes it out in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from extract.bare_groups import BARE_GROUP, BARE_NOUN, BARE_RELATED
from extract.body_words import (
    LOWER,
    NOUN,
    PERSON,
    UPPER,
    head,
    verb,
)
from extract.committee_names import committee_end, complement_end
from extract.group_words import (
    NEXT_NOUN,
    OF,
    PART,
    is_verb,
    listed_fields,
    more_nouns,
    narrowed,
    of_team,
    relative_end,
)
from extract.ministry_rows import without_ministries
from extract.name_words import level_end, name_end
from extract.school_kinds import school_kinds
from extract.shared_heads import TWO_OF_PLACE, ministries, more_fields
from rulebook.cues import cues


class Span(NamedTuple):
    """A piece of the text, by offsets in characters."""

    start: int
    end: int


def body_at(text: str, start: int) -> int | None:
    """The offset at which the name of a body that begins at `start` ends, or `None` where none begins.

    >>> text = "Sở Y tế chủ trì, phối hợp với các sở, ngành liên quan tổ chức thực hiện"
    >>> text[: body_at(text, 0)]
    'Sở Y tế'
    """
    return _end_at(text, start, 0)


_DEEPEST = 6  # names within names (`Thủ trưởng các đơn vị thuộc Sở ...`); more of them are no name


def _end_at(text: str, start: int, depth: int) -> int | None:
    found = head().match(text, start) if depth < _DEEPEST else None
    return _end_of(found, depth) if found else None


# Heads whose fields of work the rulebook lists in full: nothing without a capital follows a known one.
_GOVERNED = frozenset({"bộ", "sở", "ty", "phòng", "ban"})
_OFFICES = frozenset({"Văn phòng", "Tổ", "Nhóm"})  # of a committee: `Văn phòng Ban chỉ đạo phòng thủ dân sự`


def _end_of(found: re.Match[str], depth: int) -> int:
    """Where the name ends of which the head word is found."""
    text, kind, here = found.string, found.lastgroup, found.end()
    if kind == "role":
        return _role_end(text, here, depth)
    if kind in ("group", "levels"):
        return _group_end(text, here, depth)
    if kind == "open":
        return committee_end(found)
    if kind == "whole":
        return _whole_end(text, here, depth)
    if found[0] in _OFFICES:
        standing = _STANDING.match(text, here)
        of = head().match(text, standing.end() if standing else here + 1)
        if of and of.lastgroup == "open":
            return complement_end(text, of.end())
    end = name_end(text, here, found[0].lower() in _GOVERNED)
    if found[0] in ("Sở", "Bộ") and text.startswith(", ", end):
        end = more_fields(text, here, end)
    more = _FORCES.match(text, end) if found[0].lower() == "lực lượng" else None
    return more.end() if more else end


# `lực lượng Công an, Quân đội và Biên phòng`: one collective, as long as none of them has a level of its own.
_FORCES = re.compile(
    r"(?:(?:, | và )(?i:công an|quân đội|quân sự|biên phòng|bộ đội biên phòng|kiểm lâm|quản lý thị trường|hải quan"
    r"|dân quân(?: tự vệ)?|cảnh sát biển|kiểm ngư)(?! (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|các|địa phương))"
    r"(?!\w))+"
)
_STANDING = re.compile(r" [Tt]hường trực (?:của )?")  # `Văn phòng Thường trực Ban Chỉ huy ...`

_BRACKET = re.compile(r" ?\([^()\n]{1,120}\)")


def body_list(text: str, start: int, *, bare: bool = False) -> tuple[list[Span], int]:
    """The bodies named one after another from `start` (parted by comma, semicolon or `và`), and where they end. With
    `bare` the first may be a group without `các` (`phối hợp với cơ quan chức năng`).

    >>> text = "Sở Y tế, BHXH tỉnh và các đơn vị liên quan tổ chức thực hiện"
    >>> [text[a:b] for a, b in body_list(text, 0)[0]]
    ['Sở Y tế', 'BHXH tỉnh', 'các đơn vị liên quan']
    """
    listed = _listed_again if len(text) < _LONG else _listed
    found, after = listed(text, start, bare)
    return list(found), after


_LONG = 4_000  # characters; longer texts are not kept
_JOINS_BODIES = frozenset(",;vch")  # with which begins what joins two bodies of a list, if not with a blank


def _listed(text: str, start: int, bare: bool) -> tuple[tuple[Span, ...], int]:
    found: list[Span] = []
    here, after = start, start
    while (end := _member_at(text, here, found)) is not None or (
        bare and not found and (end := _bare_group(text, here)) is not None
    ):
        found.append(Span(here, end))
        bracket = _BRACKET.match(text, end) if text.startswith(("(", " ("), end) else None
        after = bracket.end() if bracket else end
        following = text[after : after + 1]
        part = PART.match(text, after) if following in _JOINS_BODIES or following.isspace() else None
        if not part:
            break
        here = part.end()
    return tuple(without_ministries(text, found)), after


# One text is asked for its duty, for what it names as a heading, for its attributes and for those who help.
_listed_again = lru_cache(maxsize=64)(_listed)

_OWN_OFFICE = re.compile(r"Văn phòng(?= |[,.;:)]|$)")  # that of the body which speaks
_NAME_OVER = re.compile(r"[,.;:)]|$| (?:và|phối hợp|chủ trì)(?!\w)")
_ANY_NOUN = re.compile(rf"(?i:{NOUN})")


def group_at(text: str, start: int) -> int | None:
    """The offset at which a group without `các` ends that begins at `start` (`đề nghị | tổ dân phố | dọn vệ sinh`), or
    `None` where a verb begins there.

    >>> text = "tổ dân phố dọn vệ sinh"
    >>> text[: group_at(text, 0)], group_at("tổ chức họp", 0)
    ('tổ dân phố', None)
    """
    noun = None if verb().match(text, start) or is_verb(text, start) else _ANY_NOUN.match(text, start)
    return _group_end(text, noun.end()) if noun else None


def _bare_group(text: str, start: int) -> int | None:
    if text.startswith(("thanh tra các sở ", "thanh tra các bộ "), start):
        return body_at(text, start + len("thanh tra "))  # in a list of helpers a noun
    found = BARE_GROUP.match(text, start)
    return _group_end(text, found.end()) if found else None


def _member_at(text: str, start: int, found: list[Span]) -> int | None:
    """The end of the next body of a list; after `và` a group noun may stand alone (`các Sở và địa phương`)."""
    end = body_at(text, start)
    if end is None and (office := _OWN_OFFICE.match(text, start)):
        rest = office.end()
        return rest if _NAME_OVER.match(text, rest) or verb().match(text, rest + 1) else None
    if end is None and found:
        joined = text[max(0, start - 10) : start].rstrip().endswith(("và", "cùng", "với", "Mặt trận,"))
        bare = (BARE_NOUN if joined else BARE_RELATED).match(text, start)
        return _group_end(text, bare.end()) if bare else None
    return end


def bodies(text: str) -> Iterator[Span]:
    """Every name of a body in `text`, in order, none inside another."""
    here = 0
    while found := head().search(text, here):
        here = max(found.end(), _end_of(found, 0))
        yield Span(found.start(), here)


def _whole_end(text: str, here: int, depth: int) -> int:
    """A name that is whole by itself, with its level; `UBND các huyện` is a group and may be narrowed as one."""
    if text.endswith(_PARTY, 0, here) and (at := _AT_OFFICE.match(text, here)):
        of = _end_at(text, at.end(), depth + 1)
        if of is not None:
            return of
    inner = (
        _end_at(text, here + 1, depth + 1) if text[here + 1 : here + 2].isupper() else None
    )  # `Đảng ủy Công an`
    if inner is None and text.endswith(_WITHIN_OFFICES, 0, here) and text[here + 1 : here + 2].isupper():
        own = _OFFICE.match(text, here)
        inner = own.end() if own else name_end(text, here) if text.endswith("Công đoàn", 0, here) else None
    end = level_end(text, here) if inner is None else inner
    if (
        end == here
        and text.endswith(cues("local_office"), 0, here)
        and (of_place := _OF_PLACE.match(text, here))
    ):
        return of_place.end() if head().match(text, here + 1) is None else end
    if not text.startswith(" các ", here):
        return end
    if end == here and (group := head().match(text, here + 1)) and group.lastgroup == "group":
        return _group_end(text, group.end(), depth + 1)  # `cấp ủy các chi bộ, đảng bộ`
    these = _THESE.match(text, end)
    return these.end() if these else relative_end(text, end)


# `Kho bạc Nhà nước Ngọc Hồi`: local offices that bear the name of a district without its level.
_OF_PLACE = re.compile(
    rf" (?!{PERSON})[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+){{1,2}}(?=[,;.:)]| [{LOWER}]|$)"
)
# `Đảng ủy cơ quan Văn phòng Quốc hội`, `Tổ đảng ở Thường trực Ủy ban Xã hội`
_PARTY = ("Đảng ủy", "Đảng bộ", "Tổ đảng")
_AT_OFFICE = re.compile(rf" (?:cơ quan|ở|tại) (?=[{UPPER}])")
# Unions and Party committees are of an office (`Đoàn Thanh niên Sở`) or of a branch (`Công đoàn Y tế tỉnh`).
_WITHIN_OFFICES = ("Công đoàn", "Đoàn Thanh niên", "Đảng ủy")
_OFFICE = re.compile(
    rf" (?:Sở|Bộ|Tổng cục|Cục|Chi cục|Trường|Học viện|Viện|Bệnh viện|Công ty)(?= [{LOWER}]|[,.;:)]|$)"
)
_THESE = re.compile(r" (?:này|nêu trên|nói trên|trên)(?= [^\W\d_])")  # `UBND các xã này`


_HEADS_OF = re.compile(r"(?<!\w)(?:[Gg]iám đốc|Bộ trưởng|[Cc]hủ tịch|[Tt]rưởng phòng)$")
_JOINS = re.compile(r"(?:, | và |, và )(?=[^\W\d_])")


def _heads_of(text: str, here: int, depth: int) -> int:
    """`Giám đốc: Sở Y tế, Sở Tài chính; Chủ tịch UBND ...`: the office said once is that of each body up to the next
    mark or office (`extract.names.each_body` says them one by one). `here` where no body follows."""
    end, begin = here, here + 2
    while (found := head().match(text, begin)) and found.lastgroup in ("fielded", "field", "whole"):
        inner = _end_at(text, begin, depth + 1)
        if inner is None:
            break
        end = inner
        join = _JOINS.match(text, end)
        if not join:
            break
        begin = join.end()
    return end


# `Trưởng các khoa, giảng viên và sinh viên`: staff behind the heads of units are no units.
_STAFF_BEHIND = re.compile(
    r"(?:,| và) (?:giảng viên|giáo viên|sinh viên|học sinh|học viên|viên chức|người lao động)(?!\w)"
)
_PERSON = re.compile(rf" {PERSON}(?!\w)")
_COUNTED = re.compile(r" \d{1,3} ")
_QUANTIFIED = re.compile(r" (?:các|những|một số|từng|mọi) ")


def _role_end(text: str, here: int, depth: int) -> int:
    """`Giám đốc` and the body: a name of its own, a group (`Thủ trưởng các đơn vị`), or a field."""
    if text.endswith("Bộ trưởng", 0, here) and (fields := ministries(text, here)):
        return fields
    if text.endswith("hủ tịch", 0, here) and (two := TWO_OF_PLACE.match(text, here)):
        return _whole_end(text, two.end(), depth)
    if text[here : here + 2] == ": " and _HEADS_OF.search(text, max(0, here - 16), here):
        return _heads_of(text, here, depth)
    if text[here : here + 1] != " ":
        return here
    if text.endswith(("rưởng Ban", "rưởng ban"), 0, here) and (
        board := head().match(text, here - len("Ban"))
    ):
        return _end_of(board, depth) if board.lastgroup == "open" else name_end(text, here)
    office = head().match(text, here - len("Văn phòng")) if text.endswith("Văn phòng", 0, here) else None
    if office and office.lastgroup == "whole":  # `Chánh Văn phòng HĐND và UBND xã`: one office of two bodies
        return _whole_end(text, office.end(), depth)
    counted = _COUNTED.match(text, here)  # `Tổ trưởng 08 tổ dân phố`
    if counted and (noun := _ANY_NOUN.match(text, counted.end())):
        return _group_end(text, noun.end(), depth)
    inner = (
        None
        if text[here + 1 : here + 2].islower() and not _QUANTIFIED.match(text, here)
        else _end_at(text, here + 1, depth + 1)
    )
    if inner is None and (noun := NEXT_NOUN.match(text, here)) and not is_verb(text, noun.start("noun")):
        end = _group_end(text, noun.end(), depth)
        one_school = noun["noun"] == "trường" and text[end : end + 1] == " " and text[end + 1].isupper()
        return name_end(text, end) if one_school else end  # `Hiệu trưởng trường mầm non Hoa Sen`
    end = inner if inner is not None else name_end(text, here)
    if inner is not None and (staff := _STAFF_BEHIND.search(text, here, end)):
        end = staff.start()
    if text[end : end + 2] == ": " and _HEADS_OF.search(text, max(0, here - 16), here):
        return _heads_of(text, end, depth)
    person = _PERSON.match(text, end)
    return person.end() if person else end


def _group_end(text: str, here: int, depth: int = 0) -> int:
    """`các sở, ban, ngành liên quan`: more group nouns, then what narrows the group, then the body it belongs to."""
    while True:
        after = (
            listed_fields(text, here)
            or school_kinds(text, here)
            or of_team(text, here)
            or more_nouns(text, here)
            or narrowed(text, here)
        )
        if after is None:
            break
        here = after
    of = OF.match(text, here)
    begin = of.end() if of else here + 1 if text[here : here + 1] == " " else len(text)
    inner = _end_at(text, begin, depth + 1) if of or text[begin : begin + 1].isupper() else None
    if (
        inner is None
        and text[here + 1 : here + 2].isupper()
        and _OF_A_KIND.search(text, max(0, here - 12), here)
    ):
        inner = _more_names(text, name_end(text, here))
    return relative_end(text, level_end(text, here) if inner is None else inner)


# A number that stands for a name (`Nhi đồng 2`), or a name that follows another of the same kind.
_NUMBER = re.compile(r" \d{1,2}(?=,| và |;|\.? ?$)")
_NEXT_NAME = re.compile(rf"(?:, | và )(?=[{UPPER}])(?!{PERSON})")


def _more_names(text: str, here: int) -> int:
    """`các phòng Nội vụ, Tài chính - Kế hoạch và Tư pháp`: the names of several bodies of one kind under one head."""
    end = here
    while (following := _NEXT_NAME.match(text, end)) and not head().match(text, following.end()):
        end = name_end(text, following.end() - 1)
        if numbered := _NUMBER.match(text, end):
            end = numbered.end()
    return end


# `các Viện Vệ sinh dịch tễ`, `các Hạt Kiểm lâm`: what bodies of this kind are for belongs to the group.
_OF_A_KIND = re.compile(
    r"(?<!\w)(?:viện|cục|vụ|trung tâm|công ty|bệnh viện|khoa|hạt|trạm|ngân hàng|đồn|đài|phòng|ban|quỹ|hội"
    r"|chi nhánh|văn phòng)$",
    re.IGNORECASE,
)
