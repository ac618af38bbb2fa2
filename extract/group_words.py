"""What a name of a group is made of (`các sở, ban, ngành liên quan`): more group nouns, fields, and what narrows it."""

from __future__ import annotations

import re

from extract.body_words import (
    BELONGING,
    LEVEL,
    MODIFIER,
    NOUN,
    ORGANISING,
    UPPER,
    field_of_work,
    head,
    verb,
)
from extract.name_words import capitals_end, noun_before

OF = re.compile(rf" (?:(?:của|{BELONGING})(?: cơ quan(?= [{UPPER}]))?|tại|trong(?= [{UPPER}])) ")
_MORE_NOUN = re.compile(
    rf"(?:,\s?| ?- ?|,? và (?=(?:thị trấn|thị xã|thành phố|phường|đặc khu)(?!\w)))(?P<noun>(?i:{NOUN}))"
)
NEXT_NOUN = re.compile(rf" (?P<noun>{NOUN})")
_MORE_MODIFIER = re.compile(r", ?| và ")
_JOINS_MODIFIER = re.compile(r"(?:thông tấn|báo chí|chính trị|xã hội|đoàn thể|chuyên môn)$")
_LISTED = re.compile(
    r"(?<!thuộc )(?<!của )(?<!trong )(?:[Ss]ở|[Pp]hòng|[Kk]hoa|[Bb]ộ|[Bb]an|[Vv]ụ|[Cc]ục)"
    r"(?P<more>, (?:ban, )?(?:ngành|cơ quan))?$"
)
_LISTED_ENDS = ("hoa", "ở", "òng", "ộ", "an", "gành", "ụ", "ục")
_SHORT_FIELD = re.compile(
    rf" (?:[{UPPER}]{{2,}}(?:[&-][{UPPER}]+)*)(?![\w&-])"
)  # `các Sở GDĐT`, `các Phòng GD&ĐT`
_FIELD_GAP = re.compile(rf"\s?:?\s(?=[{UPPER}])")
PART = re.compile(r"\s*(?:[,;]?\s*(?:và|cùng với|cùng|hoặc)\s+(?:với\s+)?|[,;]\s*)")


def relative_end(text: str, here: int) -> int:
    """`UBND các huyện có đường sắt đi qua`: a clause with `có` narrows a group, up to the verb of its duty."""
    clause = _HAVING.match(text, here)
    if clause and clause["concerned"]:
        return clause.end("concerned")
    if not clause:
        return here
    stop = _verb_within(text, here + len(" có "), clause.end())
    if stop and (stop.start() == here + len(" có ") or text.endswith(_OF_WHAT, 0, stop.start())):
        stop = _verb_within(text, stop.end(), clause.end())
    end = stop.start() if stop else clause.end()
    if not stop and verb().match(text, here + len(" có ")):
        return here
    closed = stop is not None or text[end : end + 1] in (",", ";", ".", ":", ")", "\n", "")
    return here + len(text[here:end].rstrip()) if closed else here


def _verb_within(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first verb that ends no noun with the word before it (`trật tự`)."""
    found = verb().finditer(text, start, end)
    return next((said for said in found if not noun_before(text, *said.span())), None)


_OF_WHAT = ("hoạt động ", "dự án ", "cơ sở ")  # `có hoạt động khai thác khoáng sản`
_HAVING = re.compile(
    r" có (?!(?:các |những )?(?:kế hoạch|biện pháp|giải pháp|hình thức)|thể|trách nhiệm|nhiệm vụ|văn bản|ý kiến)"
    r"(?:(?P<concerned>(?:chức năng|thẩm quyền)(?: có)? liên quan)(?!\w)|(?:[\w/-]+ ?){1,9})"
)


def listed_fields(text: str, here: int) -> int | None:
    """`các Sở: Nội vụ, Tài chính và Y tế`: the fields of several bodies under one head."""
    listed = _LISTED.search(text, max(0, here - 20), here) if text.endswith(_LISTED_ENDS, 0, here) else None
    if listed and (short := _SHORT_FIELD.match(text, here)):
        return short.end()
    if listed and listed["more"] and text[here : here + 1] != ":":
        return None
    gap = _FIELD_GAP.match(text, here) if listed else None
    end = _small_field(text, here) if listed and not gap else None
    if gap and text.endswith(("hòng", "hoa", "ụ", "ục"), 0, here):
        own = fields_of_departments(text, gap.end())
        return own[-1][1] if len(own) > 1 or field_of_work().match(text, gap.end()) else None
    while gap and (field := field_of_work().match(text, gap.end())) and not _OWN_NAME.match(text, gap.end()):
        end = field.end()
        gap = PART.match(text, end)
    return end


_OWN_NAME = re.compile(r"Công an (?:[Tt]ỉnh|[Tt]hành phố|[Hh]uyện|[Qq]uận|[Xx]ã|[Pp]hường)(?!\w)")
_AND = re.compile(r" và (?=\S)")


def fields_of_departments(text: str, here: int) -> list[tuple[int, int]]:
    """The fields that stand one after another, parted by commas, where some are in no list: from a capital to a mark,
    the last of them up to the duty. An office has a department of its own making; nobody lists them all.

    >>> text = "Đào tạo, Công tác sinh viên và Tài chính chịu trách nhiệm"
    >>> [text[a:b] for a, b in fields_of_departments(text, 0)]
    ['Đào tạo', 'Công tác sinh viên', 'Tài chính']
    """
    found: list[tuple[int, int]] = []
    known = None
    while text[here : here + 1].isupper() and head().match(text, here) is None:
        known = field_of_work().match(text, here)
        end = known.end() if known else capitals_end(text, here - 1, 5)
        found.append((here, end))
        joint = PART.match(text, end)
        if not joint or not (known or joint[0] == ", "):
            break
        here = joint.end()
    start, end = found[-1] if len(found) > 1 and not known else (0, 0)
    last = _AND.search(text, start, end) if text[end : end + 1] not in (",", ";") else None
    return [*found[:-1], (start, last.start()), (last.end(), end)] if last else found


def _small_field(text: str, here: int) -> int | None:
    """`các sở giáo dục và đào tạo`: a field in small letters, if it is of several parts (`xây dựng` is a verb too)."""
    field = field_of_work().match(text, here + 1) if text[here : here + 1] == " " else None
    return field.end() if field and len(field[0].split()) >= _SEVERAL_PARTS else None


_SEVERAL_PARTS = 4  # words

# What teams and forces are for, where it is a verb too (`các Tổ kiểm soát dịch bệnh`, `các lực lượng cứu nạn, cứu hộ`).
_TEAM = re.compile(r"(?<!\w)(?:tổ|đội|đoàn|nhóm|chốt|lực lượng)$", re.IGNORECASE)
_FOR = (
    r"(?:công tác|kiểm soát|kiểm tra|kiểm dịch|giám sát|thanh tra|tuần tra|xung kích|phản ứng nhanh|cứu nạn|cứu hộ"
    r"|chữa cháy|phòng cháy|tự quản|hòa giải|[Cc]ông an|[Qq]uân sự|[Qq]uân đội|[Bb]iên phòng|dân quân(?: tự vệ)?)"
)
_OF_TEAM = re.compile(
    rf" {_FOR}(?:(?:, | và ){_FOR})*"
    r"(?: (?:liên ngành|lưu động|cơ động|cộng đồng|(?:dịch )?bệnh|dịch|COVID(?: ?- ?19)?))*"
    r"(?!\w)",
)


def of_team(text: str, here: int) -> int | None:
    """Where the words end that say what a group of teams or forces is for (`các tổ| công tác liên ngành`)."""
    found = _OF_TEAM.match(text, here) if _TEAM.search(text, max(0, here - 10), here) else None
    return found.end() if found and not _acts_on(text, found.end()) else None


def _acts_on(text: str, here: int) -> bool:
    """Whether what was read as the name of a team is its duty (`các tổ giám sát việc thực hiện`, `các tổ kiểm tra, báo
    cáo`): an object follows, or another verb behind a comma."""
    if text[here : here + 2] == ", ":
        return bool(verb().match(text, here + 2))
    if text[here : here + 1] != " ":
        return False
    return not (verb().match(text, here + 1) or _PLACED.match(text, here) or LEVEL.match(text, here + 1))


_PLACED = re.compile(r" (?:của|thuộc|tại|và|cùng|có|sẽ|phải|cần|do|được|[(“\"])")


def more_nouns(text: str, here: int) -> int | None:
    """Where the next noun of a group ends (`các sở|, ban|, ngành`), or `None` where no other follows."""
    more = _MORE_NOUN.match(text, here) or NEXT_NOUN.match(text, here)
    if (
        not more
        or (more[0][0] == "," and text.endswith("liên quan", 0, here))  # which closes a group
        or is_verb(text, more.start("noun"))
        or _organises(text, more)
        or (more[0][0] == " " and _BELONGS.search(text, max(0, here - 20), here))
        or _is_specific(text, more.start("noun"))
    ):
        return None
    return more.end()


_BELONGS = re.compile(
    rf"{BELONGING} (?:[Ss]ở|[Bb]ộ|[Tt]rường|[Nn]gành|[Cc]ục)$"
)  # `các phòng thuộc Sở | tổ chức họp`


def _organises(text: str, more: re.Match[str]) -> bool:
    """`các ngành liên quan tổ chức, triển khai ...`: right behind what narrows a group, two verbs."""
    organises = more[0][0] == " " and _AND_MORE.match(text, more.start("noun"))
    return bool(organises and verb().match(text, organises.end()))


_AND_MORE = re.compile(r"tổ chức, (?!cá nhân|hợp tác xã)")


def narrowed(text: str, here: int) -> int | None:
    """Where a word that narrows the group ends (`các đơn vị| liên quan`), or `None`."""
    begins = text[here : here + 1]
    joined = None
    if begins in (",", " ") and _JOINS_MODIFIER.search(text, max(0, here - 12), here):
        joined = _MORE_MODIFIER.match(text, here)
    if joined and not _is_specific(text, joined.end()) and (more := MODIFIER.match(text, joined.end())):
        return more.end()
    if begins != " ":
        return None
    found = LEVEL.match(text, here + 1) or MODIFIER.match(text, here + 1)
    if found and (of := OF.match(text, here)) and head().match(text, of.end()):
        return None  # `các chi bộ trực thuộc Đảng ủy`: the body that they belong to follows
    return found.end() if found else None


# `Các cơ quan, tổ chức xây dựng ...`: where a sentence begins, both are nouns.
_OPENING_PAIR = re.compile(r"(?:\W*|[^:]{0,80}: )Các cơ quan, ")


def is_verb(text: str, start: int) -> bool:
    """Whether what looks like a group noun begins a verb: `tổ chức thực hiện`, `báo cáo`."""
    if text[start : start + 7].lower() == "tổ chức":
        return bool(ORGANISING.match(text, start)) and not _OPENING_PAIR.fullmatch(text, 0, start)
    found = verb().match(text, start)
    return bool(found and " " in found[0]) and text[start : start + 10].lower() != "hợp tác xã"


# `các Sở, Ban, Ngành Thành phố`: nouns of the group in capitals, then the level.
_CAPITAL_NOUN = re.compile(
    r"(?:(?:Ban|Ngành|Đoàn thể)(?:, | và )?)+(?: (?:[Tt]ỉnh|[Tt]hành phố|[Hh]uyện|[Qq]uận|[Tt]hị xã)(?! ủy| đoàn))"
    r"(?!\w)"
)


# One body, and staff known by what they do, though `ban` and `giáo viên` may be nouns of a group.
_BOARD = re.compile(r"(?:ban giám (?:hiệu|đốc)|giáo viên (?:chủ nhiệm|bộ môn|phụ trách))(?!\w)")


def _is_specific(text: str, start: int) -> bool:
    """`, Ban Chỉ đạo` after a group begins a name of its own; `, Ban, ngành` goes on with the group."""
    found = head().match(text, start)
    if _CAPITAL_NOUN.match(text, start):
        return False
    return bool(found and (text[start].isupper() or found["role"] or _BOARD.match(text, start)))
