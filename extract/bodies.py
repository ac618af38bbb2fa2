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

from extract.body_words import (
    FIELDED,
    GROUP,
    LEVEL,
    LOWER,
    MODIFIER,
    NAME_END,
    NOUN,
    OPEN,
    ORGANISING,
    PERIOD,
    PERSON,
    ROLE,
    STOP,
    UPPER,
    WHOLE,
    field_of_work,
    head,
    province_name,
    verb,
)
from rulebook.cues import any_of

_CAPITAL = re.compile(rf"[{UPPER}&][\w&'.]*(?:-(?=[{UPPER}])[\w&']+)*")
_WORDS = {count: re.compile(rf"(?:\W*\w+){{{count}}}\W") for count in (2,)}
# `Công ty Quản lý, khai thác công trình thủy lợi`: one field of work, told by two verbs.
_MANAGING = re.compile(r"(?<=Quản lý), (?:khai thác|vận hành|sửa chữa|bảo trì|bảo dưỡng|bảo vệ)(?= )")
_ALONE = re.compile(r"(?:Sở|Bộ|Ty)$")  # these are no part of another body (`Ban Pháp chế HĐND tỉnh` is)
# `Cục Khoa học, Công nghệ và Thông tin`: three fields of one body that no list has.
_TWO_MORE = re.compile(
    rf", (?P<second>[{UPPER}][^\W\d_]*(?: [^\W\d_]+){{0,3}}) và (?=(?P<third>[{UPPER}][{LOWER}]))"
)
_SMALL = re.compile(rf"[{LOWER}]+")
_STEP = re.compile(r" ?[-–&] ?| (?:và )?| ")
_BRACKET = re.compile(r" ?\([^()\n]{1,120}\)")
_INNER_BRACKET = re.compile(r" ?\([^()\n]{1,30}\)(?= (?:các |cấp |tỉnh|huyện|xã))")
_CLAUSE = re.compile(r"[^;:.\n(]{0,140}")
_OTHER = re.compile(
    rf"(?:,| và| cùng với| cùng) (?=(?:{WHOLE}|{OPEN}|{GROUP}|{FIELDED} [{UPPER}]|{ROLE} [{UPPER}]))"
)
_HAVING = re.compile(
    r" có (?!thể|trách nhiệm|nhiệm vụ|kế hoạch|biện pháp|giải pháp|văn bản|ý kiến|hình thức)(?:[\w/-]+ ?){1,9}"
)
_OF = re.compile(rf" (?:của|thuộc|trực thuộc|tại|trong(?= [{UPPER}])) ")
_MORE_NOUN = re.compile(
    rf"(?:,\s?| ?- ?|,? và (?=(?:thị trấn|thị xã|thành phố|phường|đặc khu)(?!\w)))(?P<noun>(?i:{NOUN}))"
)
_QUANTIFIED = re.compile(r" (?:các|những|một số|từng|mọi) ")
_NEXT_NOUN = re.compile(rf" (?P<noun>{NOUN})")
_MORE_MODIFIER = re.compile(r", ?| và ")
_JOINS_MODIFIER = re.compile(r"(?:thông tấn|báo chí|chính trị|xã hội|đoàn thể|chuyên môn)$")
# Words that may go on with a name though they begin names themselves (`Phòng Công an`, `Văn phòng Ban Chỉ đạo`).
_WITHIN = re.compile(
    r"(?:Công an|Quân sự|Thanh tra|Hội|Quỹ|Trường|Đại học|Ngân hàng|Bảo hiểm|Đoàn|Ban|Văn phòng|Báo|Đài|Liên hiệp)"
    r"(?!\w)"
)
_LISTED = re.compile(r"(?:[Ss]ở|[Pp]hòng|[Bb]ộ|[Bb]an)(?P<more>, (?:ban, )?(?:ngành|cơ quan))?$")
_SHORT_FIELD = re.compile(
    rf" (?:[{UPPER}]{{2,}}(?:[&-][{UPPER}]+)*)(?![\w&-])"
)  # `các Sở GDĐT`, `các Phòng GD&ĐT`
_FIELD_GAP = re.compile(rf"\s?:?\s(?=[{UPPER}])")
_PART = re.compile(r"\s*(?:[,;]?\s*(?:và|cùng với|cùng|hoặc)\s+(?:với\s+)?|[,;]\s*)")
_BARE_NOUN = re.compile(
    r"(?:địa phương|đơn vị|cơ quan|đoàn thể|doanh nghiệp|chính quyền|nhân dân|cá nhân|thành viên"
    r"|tổ chức (?:chính trị|đoàn thể|có liên quan|liên quan))(?!\w)"
)


_BARE_RELATED = re.compile(
    r"(?:địa phương|đơn vị|cơ quan|đoàn thể|tổ chức|ngành|ban, ngành)(?:, (?:đơn vị|địa phương|tổ chức))*"
    r"(?= (?:có )?liên quan| khác)"
)
# Heads whose fields of work the rulebook lists in full: nothing without a capital follows a known one.
_GOVERNED = frozenset({"bộ", "sở", "ty", "phòng", "ban"})


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


def _end_of(found: re.Match[str], depth: int) -> int:
    """Where the name ends of which the head word is found."""
    text, kind, here = found.string, found.lastgroup, found.end()
    if kind == "role":
        return _role_end(text, here, depth)
    if kind in ("group", "levels"):
        return _group_end(text, here, depth)
    if kind == "open":
        return _complement_end(text, here)
    if kind == "whole":
        return _whole_end(text, here, depth)
    if found[0] in _OFFICES and (of := head().match(text, here + 1)) and of.lastgroup == "open":
        return _complement_end(text, of.end())
    return _name_end(text, here, found[0].lower() in _GOVERNED)


_OFFICES = frozenset({"Văn phòng", "Tổ", "Nhóm"})  # of a committee: `Văn phòng Ban chỉ đạo phòng thủ dân sự`


def body_list(text: str, start: int) -> tuple[list[Span], int]:
    """The bodies named one after another from `start` (parted by comma, semicolon or `và`), and where they end.

    >>> text = "Sở Y tế, BHXH tỉnh và các đơn vị liên quan tổ chức thực hiện"
    >>> [text[a:b] for a, b in body_list(text, 0)[0]]
    ['Sở Y tế', 'BHXH tỉnh', 'các đơn vị liên quan']
    """
    found: list[Span] = []
    here, after = start, start
    while (end := _member_at(text, here, found)) is not None:
        found.append(Span(here, end))
        bracket = _BRACKET.match(text, end)
        after = bracket.end() if bracket else end
        part = _PART.match(text, after)
        if not part:
            break
        here = part.end()
    return found, after


def _member_at(text: str, start: int, found: list[Span]) -> int | None:
    """The end of the next body of a list; after `và` a group noun may stand alone (`các Sở và địa phương`)."""
    end = body_at(text, start)
    if end is None and found:
        joined = text[max(0, start - 8) : start].rstrip().endswith(("và", "cùng", "với"))
        bare = (_BARE_NOUN if joined else _BARE_RELATED).match(text, start)
        return _group_end(text, bare.end()) if bare else None
    return end


def bodies(text: str) -> Iterator[Span]:
    """Every name of a body in `text`, in order, none inside another."""
    here = 0
    while found := head().search(text, here):
        here = max(found.end(), _end_of(found, 0))
        yield Span(found.start(), here)


def _name_end(text: str, here: int, governed: bool = False) -> int:
    """The end of a name of which the text up to `here` is known: field, capitals, level and place, period."""
    field = field_of_work().match(text, here + 1) if text[here : here + 1] == " " else None
    if field and (governed or "," in field[0]):
        end = field.end()
    else:
        end = max(field.end() if field else here, _capitals_end(text, here, 3 if governed else 5))
    if more := _TWO_MORE.match(text, end):
        parts = (more.start("second"), more.start("third"))
        if not governed and all(head().match(text, part) is None for part in parts):
            end = _capitals_end(text, more.end() - 1, 5)
    alone = field is not None and _ALONE.search(text, max(0, here - 3), here) is not None
    inner = head().match(text, end + 1) if not alone and text[end : end + 1] == " " else None
    return _level_end(text, inner.end() if inner and inner.lastgroup == "whole" else end)


def _capitals_end(text: str, here: int, most: int) -> int:
    """Words with capitals, each followed by at most `most` without, as compounds are written (`Chính sách xã hội`)."""
    begin, small = here, 9
    while True:
        if managing := _MANAGING.match(text, here):
            here, small = managing.end(), 0
        step = _STEP.match(text, here)
        if not step:
            return here
        after = step.end()
        if word := _CAPITAL.match(text, after):
            if (
                here > begin
                and head().match(text, after)
                and not (step[0] == " " and _WITHIN.match(text, after))
            ):
                return here
            here, small = word.end(), 0
            continue
        word = _SMALL.match(text, after)
        if word is None or step[0] != " " or small >= most or _ends_name(text, after, small):
            return here
        here, small = word.end(), small + 1


def _ends_name(text: str, start: int, small: int) -> bool:
    """A short verb right after a capital may be the rest of a compound (`Đăng ký`), if the two together are a word."""
    found = verb().match(text, start)
    compound = found is not None and (
        (small == 0 and _compound(text, start, found.end())) or _noun_before(text, start, found.end())
    )
    return bool((found and not compound) or LEVEL.match(text, start) or STOP.match(text, start))


@lru_cache(maxsize=1)
def _nouns() -> re.Pattern[str]:
    return re.compile(any_of("noun_like_verb"))


def _noun_before(text: str, start: int, end: int) -> bool:
    """Whether what looks like a verb ends a noun with the word before it (`công trình`, `truyền hình`)."""
    begin = text.rfind(" ", 0, start - 1) + 1
    for here in (begin, text.rfind(" ", 0, max(0, begin - 1)) + 1):
        found = _nouns().match(text[here:end].lower())
        if found is not None and found.end() > start - here:
            return True
    return False


def _compound(text: str, start: int, end: int) -> bool:
    word = text[text.rfind(" ", 0, start - 1) + 1 : end].lower()
    found = verb().match(word)
    return found is not None and found.end() == len(word) and " " in word


def _whole_end(text: str, here: int, depth: int) -> int:
    """A name that is whole by itself, with its level; `UBND các huyện` is a group and may be narrowed as one."""
    inner = (
        _end_at(text, here + 1, depth + 1) if text[here + 1 : here + 2].isupper() else None
    )  # `Đảng ủy Công an`
    end = _level_end(text, here) if inner is None else inner
    return _relative_end(text, end) if text.startswith(" các ", here) else end


def _level_end(text: str, here: int) -> int:
    """Level, place and period after a name, as many as there are."""
    while True:
        found = PERIOD.match(text, here)
        if text[here : here + 1] == " ":
            found = LEVEL.match(text, here + 1) or province_name().match(text, here + 1) or found
        if not found:
            return here
        here = found.end()


def _role_end(text: str, here: int, depth: int) -> int:
    """`Giám đốc` and the body: a name of its own, a group (`Thủ trưởng các đơn vị`), or a field."""
    if text[here : here + 1] != " ":
        return here
    inner = (
        None
        if text[here + 1 : here + 2].islower() and not _QUANTIFIED.match(text, here)
        else _end_at(text, here + 1, depth + 1)
    )
    if inner is None and (noun := _NEXT_NOUN.match(text, here)) and not _is_verb(text, noun.start("noun")):
        return _group_end(text, noun.end(), depth)
    end = inner if inner is not None else _name_end(text, here)
    person = _PERSON.match(text, end)
    return person.end() if person else end


_PERSON = re.compile(rf" {PERSON}(?!\w)")


def _complement_end(text: str, here: int) -> int:
    """A committee's name runs to its level word, or else to the verb of its duty."""
    if bracket := _INNER_BRACKET.match(text, here):
        here = bracket.end()
    direct = _level_end(text, here)
    if direct > here and not text.startswith(" về ", direct):
        return direct
    here = direct + len(" về") if direct > here else here
    limit, sure = _complement_limit(text, here, (_OTHER, NAME_END))
    level = next(
        (found for found in LEVEL.finditer(text, here, limit) if text[found.start() - 1] == " "), None
    )
    if level:
        return _level_end(text, level.end())
    begin = _after_words(text, here, 2)
    acts = next((found for found in verb().finditer(text, begin, limit) if " " in found[0]), None)
    limit, sure = (acts.start(), True) if acts else (limit, sure)
    return here + len(text[here:limit].rstrip(" ,")) if sure else _name_end(text, here)


def _complement_limit(text: str, here: int, endings: tuple[re.Pattern[str], ...]) -> tuple[int, bool]:
    """How far a complement may reach: to another body, the verb, or the end of the clause; and whether that is sure."""
    clause = _CLAUSE.match(text, here)
    limit = clause.end() if clause else here
    sure = text[limit : limit + 1] in ("", ".", ";", ":", "\n")
    for ending in endings:
        if found := ending.search(text, here, limit):
            limit, sure = found.start(), True
    return limit, sure


def _after_words(text: str, here: int, count: int) -> int:
    """The offset after the next `count` words: a committee's task may begin with a verb (`phòng, chống thiên tai`)."""
    words = _WORDS[count].match(text, here)
    return words.end() if words else here


def _group_end(text: str, here: int, depth: int = 0) -> int:
    """`các sở, ban, ngành liên quan`: more group nouns, then what narrows the group, then the body it belongs to."""
    while True:
        after = _listed_fields(text, here) or _more_nouns(text, here) or _narrowed(text, here)
        if after is None:
            break
        here = after
    of = _OF.match(text, here)
    begin = of.end() if of else here + 1 if text[here : here + 1] == " " else len(text)
    inner = _end_at(text, begin, depth + 1) if of or text[begin : begin + 1].isupper() else None
    return _relative_end(text, _level_end(text, here) if inner is None else inner)


def _relative_end(text: str, here: int) -> int:
    """`UBND các huyện có đường sắt đi qua`: a clause with `có` narrows a group, up to the verb of its duty."""
    clause = _HAVING.match(text, here)
    if not clause:
        return here
    stop = verb().search(text, here + len(" có "), clause.end())
    end = stop.start() if stop else clause.end()
    closed = stop is not None or text[end : end + 1] in (",", ";", ".", ":", ")", "\n", "")
    return here + len(text[here:end].rstrip()) if closed else here


def _listed_fields(text: str, here: int) -> int | None:
    """`các Sở: Nội vụ, Tài chính và Y tế`: the fields of several bodies under one head."""
    listed = _LISTED.search(text, max(0, here - 20), here)
    if listed and (short := _SHORT_FIELD.match(text, here)):
        return short.end()
    if listed and listed["more"] and text[here : here + 1] != ":":
        return None
    gap = _FIELD_GAP.match(text, here) if listed else None
    end = None
    while gap and (field := field_of_work().match(text, gap.end())):
        end = field.end()
        gap = _PART.match(text, end)
    return end


def _more_nouns(text: str, here: int) -> int | None:
    more = _MORE_NOUN.match(text, here) or _NEXT_NOUN.match(text, here)
    if not more or _is_verb(text, more.start("noun")) or _is_specific(text, more.start("noun")):
        return None
    return more.end()


def _narrowed(text: str, here: int) -> int | None:
    joined = (
        _MORE_MODIFIER.match(text, here) if _JOINS_MODIFIER.search(text, max(0, here - 12), here) else None
    )
    if joined and not _is_specific(text, joined.end()) and (more := MODIFIER.match(text, joined.end())):
        return more.end()
    if text[here : here + 1] != " ":
        return None
    found = LEVEL.match(text, here + 1) or MODIFIER.match(text, here + 1)
    if found and (of := _OF.match(text, here)) and head().match(text, of.end()):
        return None  # `các chi bộ trực thuộc Đảng ủy`: the body that they belong to follows
    return found.end() if found else None


def _is_verb(text: str, start: int) -> bool:
    """Whether what looks like a group noun begins a verb: `tổ chức thực hiện`, `báo cáo`."""
    if text[start : start + 7].lower() == "tổ chức":
        return bool(ORGANISING.match(text, start))
    found = verb().match(text, start)
    return bool(found and " " in found[0]) and text[start : start + 10].lower() != "hợp tác xã"


def _is_specific(text: str, start: int) -> bool:
    """`, Ban Chỉ đạo` after a group begins a name of its own; `, Ban, ngành` goes on with the group."""
    found = head().match(text, start)
    return bool(found and (text[start].isupper() or found["role"]))
