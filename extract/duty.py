"""A duty: the bodies that must do it, as spans of the text it was read from, and the words by which one is told."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from extract.bodies import Span
from extract.body_words import PERSON, ROLE, UPPER
from rulebook.cues import any_of, first_words


class Duty(NamedTuple):
    """The bodies of one duty, as spans of the text it was read from. `after` is where the subject ends, `rule` how it
    was found."""

    lead: tuple[Span, ...]
    after: int
    rule: str


def shifted(duty: Duty, by: int) -> Duty:
    """`duty` as it stands in a text in which its own begins at `by`."""
    if not by:
        return duty
    return Duty(tuple(Span(a + by, b + by) for a, b in duty.lead), duty.after + by, duty.rule)


# How those are addressed who hold an office (`Các ông (bà) Chánh Văn phòng, ...`, `Ông Giám đốc Sở Y tế`).
ADDRESS = r"(?:các\s+)?(?:đồng chí|đ/c|ông(?:,? bà| ?\(bà\)|/bà)?|bà)"

OFFICE_NEXT = (
    r"(?=\s+(?:Giám|Chủ|Phó|Trưởng|Chánh|Bí|Thủ|Thứ|Thống|Viện|Hiệu|Tổng|Cục|Bộ trưởng)(?!\w)"
    r"(?! (?:thôn|xóm|ấp|bản|buôn|làng|khu|tổ|ban công tác)))"
)
"""What such an address stands before; who answers for a village is named with it (`các ông xóm trưởng`)."""


@lru_cache(maxsize=1)
def patterns() -> dict[str, re.Pattern[str]]:
    """The patterns made of cue words: what begins a duty, what follows its subject, who is asked."""
    verb = any_of("action", "modal")
    return {
        "action": re.compile(any_of("action"), re.IGNORECASE),
        "any_action": re.compile(rf"(?<!\w){any_of('action')}", re.IGNORECASE),
        "any_verb": re.compile(rf"(?<!\w)(?!{any_of('no_verb')}){verb}", re.IGNORECASE),
        "predicate": re.compile(
            rf"\s*(?:\([^()]*\)\s*)?(?:[,:…]\s*)?(?:(?:cũng|đều|còn|tiếp tục|khẩn trương|chủ động)\s+)?"
            rf"(?:{verb}|không (?:được|để|cho phép|chủ quan)(?!\w))",
            re.IGNORECASE,
        ),
        "directive": re.compile(
            rf"(?:(?:kính\s+|trân trọng\s+)?{any_of('directive')}(?:\s+cho)?"
            r"|(?:trách nhiệm|nhiệm vụ)\s+của|đối với|về phía"
            rf"|{ADDRESS}{OFFICE_NEXT}"
            rf"|(?:(?:đồng chí|đ/c|ông|bà)\s+)?{PERSON}\s*[-–,](?=\s*{ROLE}))\s+",
            re.IGNORECASE,
        ),
        "begins": re.compile(
            rf"\W*(?:(?:là |làm )?đầu mối(?!\w)|{any_of('action', 'modal', 'adverb_open', 'directive')})",
            re.IGNORECASE,
        ),
        "opening": re.compile(any_of("adverb_open", "modal"), re.IGNORECASE),
    }


# Those whom normative documents bind, by the words for a duty: `Tổ chức, cá nhân kinh doanh ... có trách nhiệm ...`.
OBLIGED = re.compile(
    r"(?!Tổ chức (?:tập huấn|bồi dưỡng|đào tạo|hội|lớp|các lớp|tuyên truyền|kiểm tra|thực hiện|triển khai|rà soát|lập"
    r"|thi|đón)(?!\w))(?:[Dd]oanh nghiệp|[Tt]ổ chức, cá nhân|Cá nhân, tổ chức|Hộ gia đình"
    r"|Chủ (?:đầu tư|cơ sở|dự án|hộ|rừng|phương tiện)|Nhà (?:thầu|cung cấp|đầu tư)"
    r"|Hợp tác xã|Lực lượng|[Tt]hương nhân|Chủ quản|(?:Dự báo|Kiểm lâm|Kiểm soát|Giám sát) viên|Đối tượng"
    r"|Người (?:đứng đầu|được|ứng cử|có|sử dụng)"
    r"|(?:[Cc]ác |[Nn]hững )?(?:[Cc]ơ quan|[Đđ]ơn vị|[Tt]ổ chức))"
    r"(?!\w)(?! nào(?!\w))[^.;:()\n]{0,170}?"
    r"(?<! không)"
    r"(?=,? (?:có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|phải|được quyền|chủ trì(?=,? phối hợp| tổ chức)"
    r"|có văn bản (?:đề nghị|trả lời|thông báo|yêu cầu)|gửi (?:thông tin|yêu cầu|hồ sơ|văn bản)"
    r"|(?:lập|nộp)(?: \d+ bộ)? hồ sơ)(?!\w))"
)
_AND_POST = re.compile(r", (?=(?:Chủ tịch|Giám đốc|Bộ trưởng|Thủ trưởng) [^\W\d_])")
_AND_ACTOR = re.compile(r" (?:và|hoặc) (?=(?:các )?(?:cơ quan|đơn vị|tổ chức|doanh nghiệp)(?: [^\W\d_]+){2})")


def actors(text: str, span: Span) -> list[Span]:
    """The actors of a span that names one or more by what they do (`Cơ quan cấp phép và cơ quan kiểm tra nguồn nước`).

    >>> text = "Cơ quan cấp giấy phép và cơ quan kiểm tra nguồn nước"
    >>> [text[a:b] for a, b in actors(text, Span(0, len(text)))]
    ['Cơ quan cấp giấy phép', 'cơ quan kiểm tra nguồn nước']
    """
    found, here = [], span.start
    for joint in _AND_POST.finditer(text, span.start, span.end):
        found.append(Span(here, joint.start()))
        here = joint.end()
    for joint in _AND_ACTOR.finditer(text, span.start, span.end):
        if len(text[here : joint.start()].split()) > _ACTOR_WORDS and "," not in text[span.start : span.end]:
            found.append(Span(here, joint.start()))
            here = joint.end()
    return [*found, Span(here, span.end)]


_ACTOR_WORDS = 3


# `Đ/c Phạm Văn A - Phó Hiệu trưởng phụ trách chuyên môn: ...`: the post is who has the duty.
_PERSON = re.compile(rf"(?:Đ/c|Đồng chí|Ông|Bà|Thầy|Cô)[.:]? {PERSON},? ?[-–,] ?(?=[{UPPER}])")


def after_person(text: str, start: int) -> int:
    """Where the post begins of a person who is named first; `start` where none is."""
    person = _PERSON.match(text, start)
    return person.end() if person else start


def after_directive(text: str, start: int) -> int:
    """Where the text goes on after the words of a request at `start` (`Đề nghị đồng chí Giám đốc ...`).

    >>> after_directive("Giao Sở Y tế", 0), after_directive("Sở Y tế", 0)
    (5, 0)
    """
    here = start
    while _may_ask(text, here) and (found := patterns()["directive"].match(text, here)):
        here = found.end()
    return here


_ADDRESSED = ("ông", "đồng", "đ/c")
_LONGEST_WORD = 12  # characters, more than any word has with which a request begins


def _may_ask(text: str, start: int) -> bool:
    """Whether the word at `start` is one with which a request may begin: most are none."""
    words = text[start : start + _LONGEST_WORD].lower().split(None, 2)
    return bool(words) and (
        words[0] in _asking() or (words[0] == "các" and len(words) > 1 and words[1].startswith(_ADDRESSED))
    )


@lru_cache(maxsize=1)
def _asking() -> frozenset[str]:
    titles = ("trách", "nhiệm", "đối", "về", "đồng", "đ/c", "ông", "ông/bà", "bà", "kính", "trân")
    return frozenset((*titles, *first_words("directive"), *map(str.lower, first_words("family_name"))))
