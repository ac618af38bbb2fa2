"""Who must do it, and with whom: the subject of a duty (cơ quan chủ trì) and those who help (cơ quan phối hợp).

A sentence names its subject where a clause begins: at its start, after the word of a request (`Đề nghị`, `Giao`),
after a label (`Thời gian báo cáo:`) or after an opening phrase (`Căn cứ nhiệm vụ được giao, ...`). A sentence that
begins with a verb names nobody: its subject is inherited. A body after `chỉ đạo`, `hướng dẫn`, `báo cáo`, `gửi` is
an object:

    Trên cơ sở Kế hoạch này, | đề nghị | UBND các huyện | chỉ đạo các xã xây dựng ...
    opening                    request   subject          verb   (object)
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from extract.bodies import Span, bodies, body_at, body_list
from extract.body_lists import bodies_listed
from extract.body_words import LOWER, PERSON, STOP, verb
from extract.times import times
from rulebook.cues import any_of


class Duty(NamedTuple):
    """The bodies of one duty, as spans of the text it was read from. `after` is where the subject ends, `rule` how it
    was found."""

    lead: tuple[Span, ...]
    after: int
    rule: str


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    verb = any_of("action", "modal")
    return {
        "action": re.compile(any_of("action"), re.IGNORECASE),
        "any_action": re.compile(rf"(?<!\w){any_of('action')}", re.IGNORECASE),
        "predicate": re.compile(
            rf"\s*(?:\([^()]*\)\s*)?(?:[,:]\s*)?(?:(?:cũng|đều|còn|tiếp tục|khẩn trương|chủ động)\s+)?{verb}",
            re.IGNORECASE,
        ),
        "directive": re.compile(
            rf"(?:(?:kính\s+|trân trọng\s+)?{any_of('directive')}(?:\s+cho)?"
            r"|(?:trách nhiệm|nhiệm vụ)\s+của|đối với|về phía"
            r"|(?:đồng chí|đ/c)(?=\s+(?:Giám|Chủ|Phó|Trưởng|Chánh|Bí|Thủ|Viện|Hiệu|Tổng|Cục))"
            rf"|(?:đồng chí|đ/c|ông|bà)\s+{PERSON}\s*[-–,](?=\s*[^\W\d_]))\s+",
            re.IGNORECASE,
        ),
        "begins": re.compile(rf"\W*{any_of('action', 'modal', 'adverb_open', 'directive')}", re.IGNORECASE),
        "opening": re.compile(any_of("adverb_open", "modal"), re.IGNORECASE),
    }


_REQUEST = re.compile(
    r"(?<!\w)(?:(?:kính|trân trọng)\s+)?(?:đề nghị|yêu cầu|giao(?: cho)?|phân công)\s+"
    r"(?:(?:đồng chí|đ/c)\s+)?(?=\S)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:]\s+|\s(?:thì|do)\s+")
_RELATIVE = re.compile(
    r"\s*(?:chủ trì|quản lý|được giao|chủ quản|tham gia|có(?! trách nhiệm| nhiệm vụ))(?!\w)(?!,? ?phối hợp)"
)
_LABEL_END = re.compile(r":\s+")


def heading_duty(text: str) -> Duty | None:
    """The bodies that a heading or lead-in names (`1. Sở Y tế:`; `Giao Sở Y tế chủ trì, phối hợp với ...:`), or `None`.

    >>> text = "Sở Y tế (cơ quan thường trực), chủ trì, phối hợp với các sở, ngành:"
    >>> [text[a:b] for a, b in heading_duty(text).lead]
    ['Sở Y tế']
    """
    start = _after_directive(text, 0)
    if whole := _whole_committee(text):
        return whole
    found, end = body_list(text, start)
    if not found:
        obliged = _OBLIGED.match(text, start)
        return Duty((Span(start, obliged.end()),), obliged.end(), "heading") if obliged else None
    rest = text[end:].strip()
    if not rest.strip(" .:;") or rest.startswith(("(", ":")):
        return Duty(tuple(found), end, "heading")
    if narrowed := _narrowed_heading(text, found, end) or _placed(text, found, end, "heading"):
        return narrowed
    if _patterns()["predicate"].match(text, end):
        return Duty(tuple(found), end, "heading")
    return _whole_group(text, found, end)


def _whole_group(text: str, found: list[Span], end: int) -> Duty | None:
    """`Các cơ sở đào tạo, bồi dưỡng giáo viên`: a heading that is a group and a word or two that narrow it."""
    rest = text[end:].strip(" .:;")
    group = _GROUP_FIRST.match(text, found[-1].start)
    if (
        not group
        or len(rest.split()) > _FEW_WORDS
        or not rest.replace(" ", "").isalpha()
        or verb().search(rest)
    ):
        return None
    stop = end + text[end:].index(rest) + len(rest)
    return Duty((*found[:-1], Span(found[-1].start, stop)), stop, "heading")


_GROUP_FIRST = re.compile(r"(?:các|những)\s", re.IGNORECASE)
_FEW_WORDS = 3


_DUTIES_OF = re.compile(
    r"(?:Nhiệm vụ|Trách nhiệm|Quyền hạn)(?:,? (?:và )?(?:quyền hạn|nhiệm vụ|trách nhiệm))* của "
    r"(?P<body>(?:Tổ|Ban|Đoàn|Hội đồng|Nhóm|Tiểu ban)(?!\w)[^:;.()]{2,140}?)\s*:?$"
)
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
    if _RELATIVE.match(text, end) and "phối hợp" not in text[end:]:
        return Duty((*found[:-1], Span(found[-1].start, stop)), stop, "heading")
    where = colon != -1 and len(text[end:colon].split()) <= 12 and not text[colon + 1 :].strip()
    return (
        Duty(tuple(found), colon, "heading")
        if where and not _patterns()["any_action"].search(text, end, colon)
        else None
    )


def _after_directive(text: str, start: int) -> int:
    here = start
    while found := _patterns()["directive"].match(text, here):
        here = found.end()
    return here


def sentence_duty(text: str, end: int | None = None) -> Duty | None:
    """The subject that the sentence names with which `text` begins, or `None` where it names nobody. `end` is where
    that sentence ends; only a list of bodies at its start may run on.

    >>> text = "Căn cứ nhiệm vụ được giao, các Sở, ban, ngành xây dựng kế hoạch"
    >>> [text[a:b] for a, b in sentence_duty(text).lead]
    ['các Sở, ban, ngành']
    """
    start = _after_directive(text, 0)
    if start == 0:
        start = time_prefix(text) or _ALONE.match(text).end()  # type: ignore[union-attr]
    if duty := _subject_at(
        text, start, "subject" if start == 0 or _ALONE.fullmatch(text, 0, start) else "request"
    ):
        return _of_request(text, duty)
    if obliged := _OBLIGED.match(text, start, end or len(text)):
        return Duty((Span(start, obliged.end()),), obliged.end(), "subject")
    sentence = text[:end]
    if (label_end := _LABEL_END.search(sentence, 0, 100)) and (
        inner := sentence_duty(text[label_end.end() :], len(sentence) - label_end.end())
    ):
        return shifted(inner, label_end.end())
    if start == 0 and _patterns()["action"].match(sentence) and not _opens(sentence):
        return _requested(sentence)
    if asked := _requested(sentence):
        return asked
    opened = _after_opening(sentence)
    return _of_request(sentence, opened) if opened else None


_ALONE = re.compile(r"(?:Riêng(?: đối với)? )?")  # one body singled out of those spoken of
# Those whom normative documents bind, by the words for a duty: `Tổ chức, cá nhân kinh doanh ... có trách nhiệm ...`.
_OBLIGED = re.compile(
    r"(?:Doanh nghiệp|Tổ chức, cá nhân|Cá nhân, tổ chức|Hộ gia đình|Chủ (?:đầu tư|cơ sở|dự án|hộ|rừng|phương tiện)"
    r"|Nhà thầu|Hợp tác xã|Lực lượng|(?:Dự báo|Kiểm lâm|Kiểm soát|Giám sát) viên|Đối tượng"
    r"|Người (?:đứng đầu|được|ứng cử|có|sử dụng)"
    r"|(?:Các |Những )?(?:[Cc]ơ quan|[Đđ]ơn vị|[Tt]ổ chức))"
    r"(?!\w)[^.;:()\n]{0,110}?"
    r"(?=,? (?:có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|phải|được quyền|chủ trì(?=,? phối hợp| tổ chức))(?!\w))"
)
_CARRIES_OUT = re.compile(
    r"(?:thực hiện|triển khai|thi hành|tiếp thu)(?: \w+)? "
    r"(?:Nghị|Quyết|Kế|Chỉ|Công|Thông|Luật|Kết|ý kiến|chỉ đạo)",
    re.IGNORECASE,
)


def _opens(text: str) -> bool:
    """`Thực hiện Nghị quyết số ..., Sở Y tế ...` opens a sentence, though it begins with a verb."""
    return bool(_CARRIES_OUT.match(text))


OPENS_WITH_TIME = re.compile(
    r"[\s(]*(?:trước|chậm|từ|trong|đến|hằng|hàng|định kỳ|mỗi|ngày|sáng|chiều|tháng|quý|năm|cuối|đầu|giữa|vào|\d)",
    re.IGNORECASE,
)
_HOUR = r"(?:lúc\s+)?\d{1,2}\s?(?:giờ|h|g)(?:\s?\d{2})?(?:\s?phút)?"
# What opens the items of a programme: `8 giờ 00: `, `Từ 14 giờ 00 đến 15 giờ 00: `, `Buổi sáng: `.
_PART_OF_DAY = r"(?:buổi\s+)?(?:sáng|trưa|chiều|tối)"
_OPENS_WITH_HOUR = re.compile(
    rf"\s*(?:(?:{_PART_OF_DAY}\s*[,:]?\s*)?(?:từ\s+)?{_HOUR}(?:\s*(?:-|–|đến)\s*{_HOUR})?(?!\w)\s*[:,]?\s*"
    rf"|{_PART_OF_DAY}\s*:\s*)",
    re.IGNORECASE,
)
_BEFORE_TIME = re.compile(r"[\s(]*(?:Định kỳ)?[\s(]*")
_AFTER_TIME = re.compile(r"\)?\s*[:,]?\s*")


def time_prefix(text: str) -> int:
    """Where the text goes on after a time with which it opens (`Trước ngày 10/10/2022: `, `8 giờ 00: `); else 0."""
    start = _date_prefix(text)
    hour = _OPENS_WITH_HOUR.match(text, start)
    return hour.end() if hour else start


def opens_with_hour(text: str) -> bool:
    """Whether an item is one of a programme (`8 giờ 00: Khai mạc`, `Buổi tối: Đêm hội`), whose colon ends no label.

    >>> opens_with_hour("Từ 14 giờ 00: Chung kết"), opens_with_hour("Chiều dài tuyến: 5 km")
    (True, False)
    """
    return bool(_OPENS_WITH_HOUR.match(text))


def _date_prefix(text: str) -> int:
    for time in times(text[:90]) if OPENS_WITH_TIME.match(text) else ():
        if _BEFORE_TIME.fullmatch(text[: time.start]):
            gap = _AFTER_TIME.match(text, time.end)
            return gap.end() if gap else 0
    return 0


def _subject_at(text: str, start: int, rule: str) -> Duty | None:
    found, end = body_list(text, start)
    if not found:
        return None
    if colon := _RUN_IN.match(text, end):
        rest = colon.end()
        if (inner := _subject_at(text, rest, rule)) and inner.rule != "widened":
            return inner
        # `Sở Y tế kiểm tra các đơn vị: ...` has its verb before the colon.
        if text[end : end + 1] == " " and _patterns()["predicate"].match(text, end):
            return Duty(tuple(found), end, rule)
        whole = (*found[:-1], Span(found[-1].start, colon.start("colon")))
        return Duty(whole, colon.start("colon"), rule) if _patterns()["begins"].match(text, rest) else None
    if _patterns()["predicate"].match(text, end):
        return Duty(tuple(found), end, rule)
    if where := _placed(text, found, end, rule):
        return where
    if text[end : end + 1] in (",", ";") and (listed := _list_before_duty(text, start, rule)):
        return listed
    if len(found) > 1 and (relative := _GIVEN.match(text, end)):
        return Duty(tuple(found), relative.end(), rule)
    if text[found[-1].start : found[-1].end].lower().startswith(("các ", "những ")):
        return _widened(text, found, end, rule)
    # After the name of one body a sentence goes on with a verb, known or not.
    goes_on = (
        _WORD_FOLLOWS.match(text, end) and not STOP.match(text, end + 1) and not _STATES.match(text, end + 1)
    )
    return Duty(tuple(found), end, rule) if goes_on and body_at(text, start) is not None else None


# What tells how things stand, and gives nobody a duty; a name that only goes on for a word or two has no verb.
_STATES = re.compile(
    r"(?:còn|chưa|đã|đang|vẫn|bị|rất|mới|vừa|luôn|từng|sẽ được|tự giải thể)(?!\w)|[^.;:,\n]{0,12}[.;]?\s*$"
)


# A run-in heading: the colon right after the name, or after a few words that belong to it (`Khoa Dược, vật tư:`).
_RUN_IN = re.compile(r"(?:,? [^\W\d_]+(?: [^\W\d_]+){0,4})??(?P<colon>:)\s*")
_LINKS = re.compile(
    r"\s*(?:được|đến|cho|tới|để|về|với|từ|đã|có|đang)(?!\w)"
)  # `... có liên quan đến ...` names no actor


# A list in which one name cannot be ended (`Vụ trưởng Vụ Khoa học, môi trường và Vật liệu, ...`) is over at the duty.
_BEFORE_DUTY = re.compile(
    r"(?P<list>[^.:()\n]{8,700}?),?(?: (?:trong phạm vi|căn cứ|theo) [^.;:()\n]{3,90}?,?)?"
    r" (?:chịu trách nhiệm|có trách nhiệm|có nhiệm vụ|khẩn trương)(?!\w)"
)


_PARTED = re.compile(r"[,;] |(?<!\w)và ")


def _list_before_duty(text: str, start: int, rule: str) -> Duty | None:
    found = _BEFORE_DUTY.match(text, start)
    if not found or any(verb().match(found["list"], part.end()) for part in _PARTED.finditer(found["list"])):
        return None
    spans = tuple(Span(start + a, start + b) for a, b in bodies_listed(found["list"]))
    if any(b - a > _LONGEST_NAME for a, b in spans):
        return None
    return Duty(spans, found.end("list"), rule)


_LONGEST_NAME = 110  # characters


# `Chủ tịch UBND các tỉnh tại khu vực dự báo có mưa lũ tập trung ...`: where belongs to the group, up to the verb.
_WHERE = re.compile(
    r" (?:tại|ở|nơi|trong) [^.;:()\n]{3,70}?(?= (?:tập trung|chủ động|khẩn trương|tiếp tục|có trách nhiệm|phải|cần"
    r"|tổ chức|chỉ đạo|triển khai|chịu trách nhiệm|rà soát|thực hiện|căn cứ)(?!\w))"
)


def _placed(text: str, found: list[Span], end: int, rule: str) -> Duty | None:
    group = re.search(r"(?:^|\s)(?:các|những)\s", text[found[-1].start : found[-1].end], re.IGNORECASE)
    where = _WHERE.match(text, end) if group else None
    if not where:
        return None
    return Duty((*found[:-1], Span(found[-1].start, where.end())), where.end(), rule)


# `Sở Y tế, UBND cấp xã được giao nhiệm vụ tại Điều 5 có trách nhiệm ...`: what narrows a list up to the word of duty.
_GIVEN = re.compile(
    r" được [^.;:()\n]{0,110}?(?=,? (?:có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|phải)(?!\w))"
)
_WORD_FOLLOWS = re.compile(rf" [{LOWER}]+ [^\W\d_]")


def _widened(text: str, found: list[Span], end: int, rule: str) -> Duty | None:
    """`Các đơn vị cấp nước trên địa bàn tỉnh kiểm tra ...`: words that narrow a group run to the colon or the verb."""
    clause = re.compile(r"[^.;:,()\n]{0,90}").match(text, end)
    stop = clause.end() if clause else end
    verb = _patterns()["any_action"].search(text, end, stop)
    if text[stop : stop + 1] == ":" and _patterns()["any_action"].search(text, stop):
        return Duty((*found[:-1], Span(found[-1].start, stop)), stop, rule)
    if (
        verb
        and rule == "subject"
        and not _LINKS.match(text, end)
        and text[found[-1].start].isupper()
        and 0 < len(text[end : verb.start()].split()) <= 8
    ):
        last = end + len(text[end : verb.start()].rstrip())
        return Duty((*found[:-1], Span(found[-1].start, last)), last, "widened")
    return None


def _of_request(text: str, duty: Duty) -> Duty:
    """`UBND huyện yêu cầu các phòng, ban ...`: the duty is that of the bodies who are asked."""
    asked = _ASKS.match(text, duty.after)
    if not asked:
        return duty
    inner = _subject_at(text, asked.end(), "request")
    return inner or duty


_ASKS = re.compile(
    r"\s*(?:(?:kính|trân trọng) )?(?:đề nghị|yêu cầu|giao(?: cho)?|phân công)\s+(?:(?:đồng chí|đ/c)\s+)?"
)


def _requested(text: str) -> Duty | None:
    """`..., đề nghị UBND các huyện chỉ đạo ...`: the body after the word of a request, where a clause begins."""
    for found in _REQUEST.finditer(text):
        before = text[: found.start()].rstrip()
        if before and not before.endswith((",", ";", ":", ".")) and not _ends_in_body(before):
            continue
        if duty := _subject_at(text, found.end(), "request"):
            return duty
    return None


def _ends_in_body(text: str) -> bool:
    tail = text[-90:]
    last = max(bodies(tail), default=None)
    if last is None or last.end != len(tail):
        return False
    return last.start < 2 or tail[: last.start].rstrip().endswith((",", ".", ";"))


def _after_opening(text: str) -> Duty | None:
    """The first body that stands where a clause begins and has a verb after it."""
    if not _patterns()["opening"].match(text):
        return None
    if then := _THEN.search(text):
        return _conditional(text, then.end())
    by: Duty | None = (
        None  # `tài liệu do Bộ A cung cấp` names who does it only where no clause of its own follows
    )
    for clause in _CLAUSE.finditer(text):
        if _ends_in_body(text[: clause.start()]):
            continue
        if duty := _subject_at(text, clause.end(), "opening"):
            if not clause[0].strip().endswith("do"):
                return duty
            by = by or duty
    return by or _unparted(text)


_THEN = re.compile(r"\sthì\s+")
_MUST = re.compile(r"\s(?:sẽ|phải|cần|có trách nhiệm|chịu trách nhiệm)(?!\w)")


def _conditional(text: str, start: int) -> Duty | None:
    """`Trong trường hợp ... thì ... sẽ ...`: the body between the two words, with what narrows it."""
    must = _MUST.search(text, start)
    if must and body_at(text, start) is not None and not re.search(r"[;.]", text[start : must.start()]):
        found, end = body_list(text, start)
        if end >= must.start():
            return Duty(tuple(found), end, "opening")
        return Duty((Span(start, must.start()),), must.start(), "opening")
    return _subject_at(text, start, "opening")


def _unparted(text: str) -> Duty | None:
    """`Căn cứ nhiệm vụ được phân công các Sở, ban, ngành khẩn trương ...`; `Đối với cấp xã, ... phải ...`."""
    if found := re.match(r"Đối với\s+", text):
        named, end = body_list(text, found.end())
        if named and re.search(r"(?<!\w)(?:phải|cần|có trách nhiệm)(?!\w)", text[end:]):
            return Duty(tuple(named), end, "opening")
    if re.match(r"(?:Căn cứ|Trên cơ sở|Theo|Quá trình|Khi)(?!\w)", text):
        for body in bodies(text[:300]):
            named, end = body_list(text, body.start)
            if re.search(r"(?:của|do|với|về|từ|cho|giao)\s*$", text[: body.start]):
                continue
            if _STARTS_ACTING.match(text, end):
                return Duty(tuple(named), end, "opening")
    return None


_STARTS_ACTING = re.compile(
    r"\s(?:khẩn trương|chủ động|có trách nhiệm|tổ chức|xây dựng|chỉ đạo|triển khai|phải|chủ trì|đề nghị|quyết định)"
)


def shifted(duty: Duty, by: int) -> Duty:
    """`duty` as it stands in a text in which its own begins at `by`."""
    return Duty(tuple(Span(a + by, b + by) for a, b in duty.lead), duty.after + by, duty.rule)


_IN_BRACKETS = re.compile(
    r"\((?:giao |do )?(?=[^\W\d_])(?=[^()]{2,160}(?:chủ trì|thực hiện|phụ trách|đầu mối|chịu trách nhiệm|tham mưu))"
)
# `(Cục Quản lý nhà và thị trường bất động sản chủ trì; Vụ Pháp chế phối hợp)`: all before the verb is the name.
_NAMED_LEAD = re.compile(
    r"\((?:giao |do )?(?P<lead>[^\W\d_][^();:]{2,120}?),? chủ trì(?=[,;)]| thực hiện| phối hợp)"
)
_HELP_TOO = re.compile(r"[;,(]\s*(?P<help>[^\W\d_][^;()]{2,160}?),? (?:cùng )?phối hợp(?: thực hiện)?\)")
_BY = re.compile(r"(?<!\w)do\s+(?=[^\W\d_])")
_SAID_LEAD = re.compile(r"(?:cơ quan|đơn vị) (?:chủ trì|thực hiện|chịu trách nhiệm)\s*:\s*", re.IGNORECASE)
_LEADS = re.compile(
    r"\s*,?\s*(?:chủ trì|thực hiện|phụ trách|làm đầu mối|là đầu mối|đảm nhiệm|chịu trách nhiệm|tham mưu)"
)


def appended_duty(text: str) -> Duty | None:
    """The body that a piece names at its end: `... (Sở Y tế chủ trì)`, `... do Sở Y tế chủ trì`.

    >>> text = "Lắp đặt biển báo (Sở Xây dựng chủ trì, phối hợp với Công an tỉnh)."
    >>> [text[a:b] for a, b in appended_duty(text).lead]
    ['Sở Xây dựng']
    """
    if said := _SAID_LEAD.search(text):
        named, end = body_list(text, said.end())
        return Duty(tuple(named), end, "appended") if named else None
    for cue in _NAMED_LEAD.finditer(text):
        if body_at(text, cue.start("lead")) is not None:
            named, end = body_list(text, cue.start("lead"))
            whole = named if end == cue.end("lead") else [*named[:-1], Span(named[-1].start, cue.end("lead"))]
            return Duty(tuple(whole), cue.end("lead"), "appended")
    for cue in (*_IN_BRACKETS.finditer(text), *_BY.finditer(text)):
        named, end = body_list(text, cue.end())
        group = named and text[named[0].start : named[0].end].lower().startswith(("các ", "sở,", "những "))
        if named and not group and _LEADS.match(text, end):
            return Duty(tuple(named), end, "appended")
    return None


_DIRECTS = re.compile(r"\s*(?:,\s*)?(?:chỉ đạo|giao|phân công)\s+")


def second_lead(text: str, duty: Duty) -> tuple[Span, ...]:
    """`A chỉ đạo B chủ trì ...`: B is a lead too; `A chỉ đạo B làm ...` has only A."""
    directs = _DIRECTS.match(text, duty.after)
    if not directs:
        return ()
    named, end = body_list(text, directs.end())
    return tuple(named) if named and re.compile(r",?\s+chủ trì").match(text, end) else ()


_WITH = re.compile(
    r"(?<!\w)(?:phối hợp|kết hợp(?= với (?:các |Sở |Bộ |Phòng |Ủy ban |UBND |Công an |Ban )))"
    r"(?:\s+(?:chặt chẽ|đồng bộ|tốt|thường xuyên|kịp thời|hiệu quả|có hiệu quả))*\s+"
    r"(?:(?:và|cùng)\s+)?(?:(?:\w+\s+){1,5}?(?:với|từ)\s+|(?:cùng\s+)?(?:với|cùng)\s+"
    r"|(?=các |Sở |Bộ |Phòng |Ủy ban |UBND |Công an |Ban ))"
    r"|(?:cơ quan|đơn vị) phối hợp\s*:\s*"
    r"|(?<!\w)cùng với\s+(?=các |Sở |Bộ |Phòng |Ủy ban |UBND )"
    r"|(?<!\w)với sự (?:phối hợp|tham gia|hỗ trợ) của\s+",
    re.IGNORECASE,
)


def _may_help(text: str) -> bool:
    lowered = text.lower()
    return "hợp" in lowered or "với" in lowered


def supports(text: str) -> tuple[Span, ...]:
    """The bodies that `text` names as helping: those after `phối hợp với`.

    >>> text = "Chủ trì, phối hợp với Sở Y tế và các đơn vị liên quan tổ chức thực hiện"
    >>> [text[a:b] for a, b in supports(text)]
    ['Sở Y tế', 'các đơn vị liên quan']
    """
    found: list[Span] = []
    if not _may_help(text):
        return ()
    for cue in _WITH.finditer(text):
        named, _ = body_list(text, cue.end())
        found += [span for span in named if span not in found]
    if "phối hợp" in text and (too := _HELP_TOO.search(text)):
        named, end = body_list(text, too.start("help"))
        found += [span for span in named if span not in found and end == too.end("help")]
    return tuple(found)


def helpers_end(text: str, start: int, end: int) -> int:
    """Where the last list of helpers that a sentence of `text` (from `start` to `end`) begins is over; it may run on
    over semicolons, which part its members. `start` where the sentence names none."""
    if not _may_help(text[start:end]):
        return start
    ends = (body_list(text, cue.end()) for cue in _WITH.finditer(text, start, end))
    return max((after for named, after in ends if named), default=start)
