"""Who leads, where a piece says it after the work: in brackets, after `do`, or as the second body that is to lead."""

from __future__ import annotations

import re

from extract.bodies import Span, body_at, body_list
from extract.duty import Duty

_IN_BRACKETS = re.compile(
    r"\((?:giao |do )?(?=[^\W\d_])(?=[^()]{2,160}(?:chủ trì|thực hiện|phụ trách|đầu mối|chịu trách nhiệm|tham mưu))"
)
# `(Cục Quản lý nhà và thị trường bất động sản chủ trì; Vụ Pháp chế phối hợp)`: all before the verb is the name.
_NAMED_LEAD = re.compile(
    r"\((?:giao |do )?(?P<lead>[^\W\d_][^();:]{2,120}?),? chủ trì(?=[,;)]| thực hiện| phối hợp)"
)
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


# `Thẩm quyền cấp giấy phép ... do Ủy ban nhân dân cấp xã thực hiện.`: a rule that allots a power or a piece of work.
_ALLOTTED = re.compile(
    r"(?:Thẩm quyền|Việc|Công tác|Nhiệm vụ|Mức|Số lượng|Giá)(?!\w)[^\n]{8,}? do (?=[^\W\d_])"
)
_CARRIES_OUT = re.compile(r" (?:thực hiện|quyết định|phê duyệt|đảm nhiệm|chủ trì thực hiện)\W*$")


def allotted_duty(text: str) -> Duty | None:
    """The body to which a rule allots a power at the end of its sentence.

    >>> text = "Việc thẩm định giá do Sở Tài chính thực hiện."
    >>> [text[a:b] for a, b in allotted_duty(text).lead]
    ['Sở Tài chính']
    """
    if not _CARRIES_OUT.search(text, max(0, len(text) - _LONGEST_END)):
        return None
    for cue in _BY.finditer(text) if _ALLOTTED.match(text) else ():
        named, end = body_list(text, cue.end())
        if named and _CARRIES_OUT.match(text, end):
            return Duty(tuple(named), end, "appended")
    return None


_LONGEST_END = 30  # characters

_DIRECTS = re.compile(r"\s*(?:,\s*)?(?:chỉ đạo|giao|phân công)\s+")


def second_lead(text: str, duty: Duty) -> tuple[Span, ...]:
    """`A chỉ đạo B chủ trì ...`: B is a lead too; `A chỉ đạo B làm ...` has only A."""
    directs = _DIRECTS.match(text, duty.after)
    if not directs:
        return ()
    named, end = body_list(text, directs.end())
    return tuple(named) if named and re.compile(r",?\s+chủ trì").match(text, end) else ()
