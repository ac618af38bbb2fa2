"""Subjects that words part from their verb: in what part a body acts, on what occasion, where it is, who above all.

Sở Nội vụ - cơ quan thường trực của Hội đồng | giúp Hội đồng ...
Thủ trưởng các cơ quan khi giải quyết khiếu nại | phải ban hành quyết định
"""

from __future__ import annotations

import re

from extract.bodies import Span, body_at
from extract.duty import Duty, patterns

# `Chủ tịch UBND các tỉnh tại khu vực dự báo có mưa lũ tập trung ...`: where belongs to the group, up to the verb.
_STARTS = (
    r"(?:tập trung|chủ động|khẩn trương|nghiêm túc|tiếp tục|có trách nhiệm|phải|cần"
    r"|tổ chức|chỉ đạo|triển khai|chịu trách nhiệm|rà soát|thực hiện|căn cứ)(?!\w)"
)
_WHERE = re.compile(rf" (?:tại|ở|nơi|trong|chưa|đang|đã bị|bị) [^.;:()\n]{{3,70}}?(?=(?: thì)? {_STARTS})")
# `Các bộ đến nay chưa gửi báo cáo theo Công văn số ... ngày ..., khẩn trương ...`: what they have not done yet.
_NOT_YET = re.compile(
    rf",? (?:đến nay|hiện nay|hiện) (?:còn |vẫn )?chưa [^.;:()\n]{{3,170}}?,?(?= {_STARTS})"
)
# `Các tỉnh trong cả nước, nhất là các tỉnh ven biển, chủ động ...`: who above all is no other body.
_ABOVE_ALL = re.compile(
    r"(?P<where> (?:tại|ở|trong|trên) [^,.;:()\n]{3,40})?,? (?:nhất|đặc biệt|trước hết) là [^.;:()\n]{3,260}?"
    rf"(?=,? (?:{_STARTS}|tăng cường(?!\w)))"
)
# `Sở A, với vai trò cơ quan thường trực, đôn đốc ...`: in what part a body acts.
_AS = re.compile(
    r", (?:với|trong) (?:vai trò|tư cách|chức năng|trách nhiệm|phạm vi)(?!\w)[^,.;:()\n]{3,100},(?= )"
)
# `Ban Dân tộc, Sở Nội vụ - các cơ quan chủ trì Chương trình - hướng dẫn ...`: what they are.
_WHICH_ARE = re.compile(r" [-–] (?:là )?(?:các )?(?:cơ quan|đơn vị)(?!\w)[^.;:()\n–-]{3,90} [-–](?= )")
# `Sở Nội vụ - cơ quan thường trực của Hội đồng tỉnh | giúp Hội đồng ...`: its standing part, up to the verb.
_STANDING = re.compile(
    r"(?: [-–]|,) (?:là )?(?:cơ quan|đơn vị) (?:thường trực|đầu mối|chủ trì|chủ quản)(?: (?:của )?(?=\S))?"
)
# `Thủ trưởng các cơ quan khi giải quyết khiếu nại | phải ban hành quyết định`: on what occasion a body is bound.
_WHEN = re.compile(
    r",? (?:khi|trong quá trình|trước khi|sau khi) [^.;:\n]{4,160}?,?"
    r"(?= (?:nhất thiết )?(?:phải|có trách nhiệm|có nhiệm vụ|chịu trách nhiệm)(?!\w))"
)


def _stands_for(text: str, end: int) -> int | None:
    """Where the words end that tell for whom the body before `end` is the standing one."""
    stands = _STANDING.match(text, end)
    if not stands:
        return None
    whole = body_at(text, stands.end()) or stands.end()
    return whole if text[whole - 1] != " " else whole - 1


def told_of(text: str, found: list[Span], end: int, rule: str) -> Duty | None:
    """The bodies `found`, where words that tell in what part they act, or who of them above all, part them from
    their verb."""
    if when := _WHEN.match(text, end):
        return Duty(tuple(found), when.end(), rule)
    if (behind := _stands_for(text, end)) and patterns()["predicate"].match(text, behind):
        return Duty(tuple(found), behind, rule)
    part = _AS.match(text, end) or _WHICH_ARE.match(text, end)
    if part and patterns()["predicate"].match(text, part.end()):
        return Duty(tuple(found), part.end(), rule)
    if above_all := _ABOVE_ALL.match(text, end):
        last = max(above_all.end("where"), end)
        return Duty((*found[:-1], Span(found[-1].start, last)), above_all.end(), rule)
    return None


_GROUP = re.compile(r"(?:^|\s)(?:các|những)\s", re.IGNORECASE)


def placed(text: str, found: list[Span], end: int, rule: str) -> Duty | None:
    """The bodies `found`, the last of them with the words for where it is, if those stand between it and its verb."""
    group = _GROUP.search(text[found[-1].start : found[-1].end])
    if group and (lagging := _NOT_YET.match(text, end)):
        return Duty(tuple(found), lagging.end(), rule)
    where = _WHERE.match(text, end) if group else None
    if not where:
        return None
    return Duty((*found[:-1], Span(found[-1].start, where.end())), where.end(), rule)
