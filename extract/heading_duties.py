"""Whose duties stand under a heading or a lead-in: `1. Sở Y tế:`, `Giao Sở Y tế chủ trì, phối hợp với ...:`."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.bodies import Span, body_at, body_list
from extract.body_lists import bodies_listed
from extract.body_words import verb
from extract.duty import OBLIGED, Duty, actors, after_directive, after_person, patterns
from extract.named_by_duty import by_what_they_do
from extract.subjects import COMRADES, subject_at
from extract.time_openings import soon_prefix
from extract.title_case import sentence_case
from extract.told_subjects import placed

_RELATIVE = re.compile(
    r"\s*(?:chủ trì|quản lý|được giao|chủ quản|tham gia|có(?! trách nhiệm| nhiệm vụ))(?!\w)(?!,? ?phối hợp)"
)


# `Các đoàn thể tham gia giám sát việc cấp phát.`: a sentence, and no heading.
_TAKES_PART = re.compile(r" tham gia [^:]{8,}[.;]$")


@lru_cache(maxsize=512)
def in_small_letters(text: str) -> str:
    """A heading that is printed in capitals as it would be written, letter for letter; any other as it is.

    >>> in_small_letters("CÔNG AN XÃ"), in_small_letters("Công an xã; UBND")
    ('Công an xã', 'Công an xã; UBND')
    """
    if len(text) > _LONGEST_CAPITALS or not text.isupper():
        return text
    small = sentence_case(text)
    return small if len(small) == len(text) else text


_LONGEST_CAPITALS = 150  # characters


def heading_duty(text: str) -> Duty | None:
    """The bodies that a heading or lead-in names (`1. Sở Y tế:`; `Giao Sở Y tế chủ trì, phối hợp với ...:`), or `None`.

    >>> text = "Sở Y tế (cơ quan thường trực), chủ trì, phối hợp với các sở, ngành:"
    >>> [text[a:b] for a, b in heading_duty(text).lead]
    ['Sở Y tế']
    """
    text = in_small_letters(text)
    of_all = _DUTIES_OF_ALL.match(text)
    start = of_all.end() if of_all else after_person(text, after_directive(text, soon_prefix(text)))
    if whole := _whole_committee(text) or _whole_staff(text, start) or _ruled(text):
        return whole
    found, end = body_list(text, start)
    if not found:
        obliged = OBLIGED.match(text, start)
        return (
            Duty(tuple(actors(text, Span(start, obliged.end()))), obliged.end(), "heading")
            if obliged
            else _whole_before_duty(text, start)
        )
    if asks := _ASKS.match(text, end):
        asked, after = body_list(text, asks.end())
        if asked:
            return Duty(tuple(asked), after, "heading")
        if addressed := subject_at(text, asks.end(), "request"):  # `Sở A đề nghị địa phương rà soát:`
            return addressed._replace(rule="heading")
    if told := _told_of(text, found, end):
        return told
    if _ISSUES.match(text, end):
        return None
    if narrowed := _narrowed_heading(text, found, end) or placed(text, found, end, "heading"):
        return narrowed
    if patterns()["predicate"].match(text, end):
        return Duty(tuple(found), end, "heading")
    return _whole_group(text, found, end) or _whole_list(text, start, end) or _whole_before_duty(text, start)


def _told_of(text: str, found: list[Span], end: int) -> Duty | None:
    """The bodies `found`, where nothing stands behind them but what they are in charge of, how they stand, or do."""
    if in_charge := _IN_CHARGE.match(text, end):
        return Duty((*found[:-1], Span(found[-1].start, in_charge.end())), in_charge.end(), "heading")
    rest = text[end:].strip()
    if not rest.strip(" .:;") or rest.startswith(("(", ":")):
        return Duty(tuple(found), end, "heading")
    stand = _STAND.match(text, end) if _GROUP.search(text[found[-1].start : found[-1].end]) else None
    if stand and not text[stand.end() :].rpartition(")")[2].strip(" :"):
        return Duty((*found[:-1], Span(found[-1].start, stand.end())), stand.end(), "heading")
    doing = None if _ISSUES.match(text, end) else by_what_they_do(text, found, end)
    return Duty((*found[:-1], doing), doing.end, "heading") if doing else None


# `Giám đốc bệnh viện đa khoa, chuyên khoa các tỉnh; Thủ trưởng y tế các ngành | phải:`: names no rule can end.
_BEFORE_DUTY = re.compile(
    r"(?P<list>(?:Giám đốc|Thủ trưởng|Trưởng|Chủ tịch|Hiệu trưởng|Người đứng đầu)(?!\w)[^.:()\n]{8,400}?)"
    r",? (?:có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|phải)\s*:?\s*$"
)
_PARTED = re.compile(r"[,;] |(?<!\w)và ")


def _whole_before_duty(text: str, start: int) -> Duty | None:
    found = _BEFORE_DUTY.match(text, start)
    if not found or any(verb().match(found["list"], part.end()) for part in _PARTED.finditer(found["list"])):
        return None
    here, spans = start, []
    for piece in found["list"].split(";"):
        spans += [Span(here + a, here + b) for a, b in bodies_listed(piece)]
        here += len(piece) + 1
    return Duty(tuple(spans), found.end("list"), "heading")


def _whole_list(text: str, start: int, end: int) -> Duty | None:
    """`Phòng Kinh tế, Công an Kinh tế, Trung tâm Văn hóa:`: names up to the colon, of which one has no known end."""
    stop = len(text.rstrip(" :"))
    parts = [part for part in _NEXT_BODY.finditer(text, start, stop) if body_at(text, part.end()) is not None]
    if not parts or not text.endswith(":") or verb().search(text, end) or not text[start].isupper():
        return None
    starts = [start, *(part.end() for part in parts)]
    ends = [*(part.start() for part in parts), stop]
    if any(b - a > _LONGEST_MEMBER for a, b in zip(starts, ends, strict=True)):
        return None
    return Duty(tuple(Span(a, b) for a, b in zip(starts, ends, strict=True)), stop, "heading")


_LONGEST_MEMBER = 60  # characters

# `Sở A đề nghị UBND các xã:`: what stands under it is for those who are asked.
_ASKS = re.compile(r" (?:trân trọng )?(?:đề nghị|yêu cầu|giao(?: cho)?|kêu gọi(?: và vận động)?) (?=\S)")
# `UBND xã thông báo lịch tiêm phòng như sau:`: who issues a document, and not whose duties follow.
_ISSUES = re.compile(
    r"[^;:]{0,20}? (?:ban hành|thông báo|xây dựng|lập) [^;:]*(?:như sau ?:|thông báo [^;:]*sau ?:)$"
)
_IN_CHARGE = re.compile(r" phụ trách [^.;:()\n]{2,60}(?=:?$)")
# `Đối với các xã đang có dịch (Lý Bôn, Quảng Lâm):`: how they stand belongs to the name.
_STAND = re.compile(r" (?:đang|chưa|đã|không|còn) [^:;.()\n]{2,60}?(?= \(|:|$)")
_GROUP = re.compile(r"(?<!\w)(?:các|những)\s", re.IGNORECASE)
_GROUP_FIRST = re.compile(r"(?:các|những)\s", re.IGNORECASE)
_FEW_WORDS = 4


def _whole_group(text: str, found: list[Span], end: int) -> Duty | None:
    """`Các cơ sở đào tạo, bồi dưỡng giáo viên`: a heading that is a group and a word or two that narrow it."""
    rest = text[end:].strip(" .:;,")
    group = _GROUP_FIRST.match(text, found[-1].start)
    if (
        not group
        or len(rest.split()) > _FEW_WORDS
        or not rest.replace(" ", "").replace(",", "").isalpha()
        or verb().search(rest)
    ):
        return None
    stop = end + text[end:].index(rest) + len(rest)
    return Duty((*found[:-1], Span(found[-1].start, stop)), stop, "heading")


_DUTIES_OF = re.compile(
    r"(?:Nhiệm vụ|Trách nhiệm|Quyền hạn)(?:,? (?:và )?(?:quyền hạn|nhiệm vụ|trách nhiệm))* của "
    r"(?P<body>(?:Tổ|Ban|Đoàn|Hội đồng|Nhóm|Tiểu ban)(?!\w)[^:;.()]{2,140}?)\s*:?$"
)
# `1. Nhiệm vụ chung của các sở, ban, ngành và UBND các huyện`
_DUTIES_OF_ALL = re.compile(r"(?:Nhiệm vụ|Trách nhiệm)(?: chung| cụ thể)? của (?=[^\W\d_])")
# `Cán bộ phụ trách lĩnh vực giám sát`: staff by what they answer for, in a heading that says no more.
_STAFF = re.compile(
    r"(?:Các |Đội ngũ )?(?:[Cc]án bộ|[Cc]ông chức|[Vv]iên chức|[Cc]huyên viên|[Nn]hân viên|[Bb]ộ phận)"
    r"(?:, (?:công chức|viên chức))*"
    r" (?:(?:được (?:giao|phân công) )?(?:phụ trách|theo dõi)|làm công tác|chuyên trách)(?!\w)[^:;.()]{2,110}:?$"
)


def _whole_staff(text: str, start: int) -> Duty | None:
    found = _STAFF.match(text, start) or COMRADES.match(text, start)
    if found and found.re is COMRADES:
        return Duty((Span(start, found.end()),), found.end(), "heading")
    if not found or _ASSIGNED.search(text, start):
        return None
    end = len(text.rstrip(" :"))
    return Duty((Span(start, end),), end, "heading")


# `Điều 5. Quy định đối với doanh nghiệp vận tải`: what stands under it binds them.
_RULED = re.compile(
    r"(?:(?:Các|Những) )?(?:[Qq]uy định|[Nn]ghĩa vụ|[Yy]êu cầu)(?: cụ thể| chung)? đối với "
    r"(?P<whom>(?:(?:các|những) )?(?:doanh nghiệp|tổ chức|cá nhân|cơ quan|đơn vị|hộ|người|chủ|đại lý|cán bộ|giáo viên"
    r"|nhân viên|công ty|nhà thầu|thương nhân)(?!\w)[^:;.()]{0,90}?)\W*$"
)


def _ruled(text: str) -> Duty | None:
    found = _RULED.match(text)
    return Duty((Span(*found.span("whom")),), found.end("whom"), "heading") if found else None


_ASSIGNED = re.compile(r"(?<!\w)(?:chủ trì|có (?:trách nhiệm|nhiệm vụ)|phối hợp|tham mưu|thực hiện)(?!\w)")
_NEXT_BODY = re.compile(r"(?:,| và) (?=[^\W\d_])")


def _whole_committee(text: str) -> Duty | None:
    """`Nhiệm vụ của Tổ tiếp công dân, xử lý khiếu nại:`: all of it is the name, unless another body follows."""
    found = _DUTIES_OF.match(text)
    if not found:
        return None
    start, end = found.span("body")
    parts = _NEXT_BODY.finditer(text, start, end)
    if body_at(text, start) is None or any(body_at(text, part.end()) is not None for part in parts):
        return None
    return Duty((Span(start, end),), end, "heading")


def _narrowed_heading(text: str, found: list[Span], end: int) -> Duty | None:
    """A heading over a group that a clause narrows: a clause with `chủ trì`, `tham gia` belongs to the name, one that
    only says where (`từ Khánh Hòa đến Bến Tre`) does not."""
    if (
        not text[found[-1].start : found[-1].end]
        .lower()
        .startswith(("các ", "những ", "ủy ban nhân dân các", "chủ tịch", "ubnd các"))
    ):
        return None
    colon = text.find(":", end)
    stop = colon if colon != -1 else len(text.rstrip(" .;"))
    if _TAKES_PART.match(text, end):
        return None
    relative = _RELATIVE.match(text, end)
    if relative and colon == -1 and text.endswith((".", ";")) and verb().search(text, relative.end()):
        return None  # `Các Cục quản lý chuyên ngành nghiên cứu ... .`: a sentence
    if relative and "phối hợp" not in text[end:]:
        return Duty((*found[:-1], Span(found[-1].start, stop)), stop, "heading")
    where = colon != -1 and len(text[end:colon].split()) <= 12 and not text[colon + 1 :].strip()
    return (
        Duty(tuple(found), colon, "heading")
        if where and not patterns()["any_action"].search(text, end, colon)
        else None
    )
