"""Spans of time from or back from an event (khoảng thời gian): `trong thời hạn 15 ngày kể từ ngày nhận đủ hồ sơ`.

A span is a duration (ISO 8601; working days have `working_days`) and its anchor, the words that name the event. A span
from a day that the text names (`kể từ ngày 01/7/2025`) has that day as anchor. Half a month is 15 days, half a year six
months (Bộ luật Dân sự 2015, Điều 146).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.extraction import Bound
from extract.time_words import NUMBER, Time, number, starts

_UNIT = r"(?P<unit>ngày làm việc|ngày|giờ|h|phút|tuần lễ|tuần|tháng|năm)(?!\w)"
_COUNT = rf"(?P<n>{NUMBER})(?:\s*\([^()\n]{{1,24}}\))?\s*{_UNIT}(?:\s*\([^()\n]{{1,30}}\))?(?:\s+liên tục)?"
_HALF = r"(?P<half>nửa)\s+(?P<unit0>tháng|năm)(?!\w)"
_MOST = r"(?:tối đa|không quá|không vượt quá|(?:chậm|muộn) nhất)"
_LEAD = (
    rf"(?:(?:trong|sau|với)\s+(?:thời hạn|thời gian|vòng|khoảng)(?:\s+(?:là|{_MOST}))*"
    rf"|(?:chậm|muộn) nhất(?:\s+là)?(?:\s+(?:sau|trong(?:\s+(?:vòng|thời hạn))?|không quá))?"
    rf"|{_MOST}(?:\s+không quá)?|thời (?:hạn|gian)(?:\s+(?:là|{_MOST}))*|sau|trong)"
)
_FROM = (
    r"(?P<from>\s*,?\s*(?:(?:kể|tính|được tính|tính kể)\s+)?(?:từ|sau)\s+(?P<anchor>"
    r"(?:khi\s+)?[^,;.:\n\t()]{2,120}(?:(?<=\d)\.\d[\d.]{0,8})?))"
)
SPAN = re.compile(rf"(?<!\w)(?P<lead>{_LEAD}\s+)?(?:{_COUNT}|{_HALF}){_FROM}?")
# What has its day though the text does not say which.
_EVENT = (
    r"(?:ngày(?=\s+[^\W\d])|mỗi|từng|tết|lễ|hội nghị|hội thi|đại hội|kỳ|cuộc|đợt|phiên|buổi họp|vòng thi|khai giảng)"
    r"(?!\w)"
)
# `ít nhất 03 ngày làm việc trước ngày họp`, `trước khi khai hội ít nhất 10 ngày`: a span back from an event.
AHEAD = re.compile(
    rf"(?<!\w)(?:(?:ít|chậm|muộn) nhất|tối thiểu|trước)\s+(?:là\s+)?(?P<n>{NUMBER})\s+"
    r"(?P<unit>ngày làm việc|ngày|giờ|tuần|tháng)"
    r"(?:(?:\s*,)?\s+(?:trước(?!\s+(?:đây|đó|kia))|so với)\s+|\s+(?=khi\s))(?P<anchor>[^,;.:\n\t()]{2,80})"
    rf"|(?<!\w)trước\s+(?P<anchor2>(?:khi\s+|(?={_EVENT}))[^\d,;.:\n\t()]{{2,60}}?)\s+"
    rf"(?:(?:ít|chậm) nhất|tối thiểu)\s+(?P<n2>{NUMBER})\s+(?P<unit2>ngày làm việc|ngày|giờ|tuần|tháng)(?!\w)"
)
# `trước ngày bầu cử 10 ngày`, `sau khi được phê duyệt 05 ngày`
_EVENT_FIRST = re.compile(
    r"(?<!\w)(?:trước|(?P<after>sau))\s+"
    rf"(?P<anchor2>(?:khi|lúc|thời điểm)\s+[^\W\d][^\d,;.:\n\t()]{{1,50}}?"
    rf"|{_EVENT}(?:\s+[^\W\d][^\d,;.:\n\t()]{{1,50}}?)?)\s+(?P<n2>\d{{1,3}})\s+"
    r"(?P<unit2>ngày làm việc|ngày|giờ|tuần|tháng)(?!\w|\s+(?:\d|tuổi|đầu|cuối))"
)
# `báo trước ít nhất 05 ngày`, `công bố trước 24 giờ đối với hộ dân`: before what is announced.
_NOTICE = re.compile(
    rf"(?<!\w)trước\s+(?:(?P<least>ít nhất|tối thiểu)\s+)?(?P<n>{NUMBER})\s+(?P<unit>ngày làm việc|ngày"
    r"|(?:(?<=[^\d](?:12|24|36|48|72)\s)|(?(least)|(?!)))giờ)"
    r"(?=\s*(?:[.;,)]|đối với|cho |để |$))"
)
# `trình duyệt 10 ngày trước khi thực hiện`: a bare count before an event.
_BARE_AHEAD = re.compile(
    r"(?<![\w/])(?P<n>\d{1,3})\s+(?P<unit>ngày làm việc|ngày|giờ|tuần|tháng)\s+trước\s+"
    r"(?P<anchor>khi\s+[^,;.:\n\t()]{2,60})"
)
_COUNTED = re.compile(
    r"(?:ngày|giờ|h(?!\w)|phút|tuần|tháng|năm)(?!\w|\s+(?:\d|này|nay|học|đầu|cuối))"
)  # what is counted: a count must stand right before it
_COUNT_WORDS = "một hai ba bốn tư năm sáu bảy tám chín mười mươi lăm mốt nửa"
_COUNTS = tuple(_COUNT_WORDS.split())
_LEADING_WORDS = (
    "trong sau với thời hạn gian vòng khoảng là tối đa không quá vượt chậm muộn nhất ít thiểu trước nửa một hai ba bốn"
    " tư năm sáu bảy tám chín mười mươi lăm mốt"
)
_LEADING = frozenset(_LEADING_WORDS.split())
_AT_LEAST = ("ít nhất", "chậm nhất", "tối thiểu")
_FAR = 90  # characters from `trước` to the event before which something is due
UNITS = {
    "ngày làm việc": "P{}D",
    "ngày": "P{}D",
    "tuần": "P{}W",
    "tuần lễ": "P{}W",
    "tháng": "P{}M",
    "năm": "P{}Y",
    "giờ": "PT{}H",
    "h": "PT{}H",
    "phút": "PT{}M",
}
_HALVES = {"tháng": "P15D", "năm": "P6M"}
_ALONE = re.compile(rf"(?:(?:trong|với)\s+(?:thời hạn|vòng)|(?:chậm|muộn) nhất|{_MOST}|thời hạn)(?!\w)")


def spans(low: str, text: str) -> Iterator[Time]:
    """The spans in `text`, which is given in small letters too; anchors keep its capitals."""
    free = 0
    for hit in _counts(low):
        found = _match(low, hit, free)
        time = found and (_span if found.re is SPAN else _notice if found.re is _NOTICE else _ahead)(
            found, text
        )
        if time:
            yield time
            free = time.end


def _counts(low: str) -> Iterator[int]:
    """Where a number ends that counts days, weeks ...: the place of its last word or digit, in order."""
    free = 0
    for unit in _COUNTED.finditer(low):
        begin = unit.start()
        end = begin - 1 if low[begin - 1 : begin].isspace() else begin
        count = _count_at_end(low, end)
        if count >= free:
            yield count
            free = unit.end()


def _count_at_end(low: str, end: int) -> int:
    """Where the last digit or word of a count begins that ends at `end`; -1 where none ends there."""
    last = low[end - 1 : end]
    if last.isdecimal():
        return end - 1
    if last == ")":
        return end - 2 if low[end - 2 : end - 1].isdecimal() else end - 1
    if not low.endswith(_COUNTS, 0, end):
        return -1
    return next(end - len(word) for word in _COUNTS if low.endswith(word, 0, end))


def _match(low: str, hit: int, free: int) -> re.Match[str] | None:
    """The fullest match with a hit in it."""
    for start in starts(low, hit, free, _LEADING):
        if (
            low.startswith(_AT_LEAST, start)
            and (event := low.rfind("trước ", max(free, start - _FAR), start)) >= 0
        ):
            found = AHEAD.match(low, event)
            if found and found.end() > hit:
                return found
        near = max(free, start - _FAR) if low[start].isdigit() else start
        event = max(low.rfind("trước ", near, start), low.rfind("sau ", near, start))
        if event >= 0 and (found := _EVENT_FIRST.match(low, event)) and found.end() > hit:
            return found
        for pattern in (AHEAD, _BARE_AHEAD, _NOTICE, SPAN):
            found = pattern.match(low, start)
            if found and found.end() > hit:
                return found
    return None


def _ahead(found: re.Match[str], text: str) -> Time:
    if found.re is _BARE_AHEAD:
        anchor, duration = anchor_of(found["anchor"]), UNITS[found["unit"]].format(int(found["n"]))
        end = found.start("anchor") + len(anchor)
        return Time(
            found.start(),
            end,
            "ahead",
            None,
            "before",
            True,
            None,
            duration,
            found["unit"] == "ngày làm việc",
            anchor,
        )
    first = found.re is _EVENT_FIRST or not found["anchor"]
    name = "anchor2" if first else "anchor"
    words, unit = (found["n2"], found["unit2"]) if first else (found["n"], found["unit"])
    anchor = text[found.start(name) : found.end(name)]
    anchor = anchor_of(anchor) if name == "anchor" else anchor.strip()
    end = found.start("anchor") + len(anchor) if name == "anchor" else found.end()
    bound: Bound = "before" if found.group().startswith("trước") else "by"
    duration = UNITS[unit].format(number(words))
    grain = "span" if found.re is _EVENT_FIRST and found["after"] else "ahead"
    return Time(found.start(), end, grain, None, bound, True, None, duration, unit == "ngày làm việc", anchor)


def _notice(found: re.Match[str], text: str) -> Time:
    unit, (start, end) = found["unit"], found.span()
    duration = UNITS[unit].format(number(found["n"]))
    return Time(start, end, "ahead", None, "before", True, None, duration, unit == "ngày làm việc")


def _span(found: re.Match[str], text: str) -> Time | None:
    from_event, lead = found["from"] is not None, " ".join((found["lead"] or "").split())
    unit = found["unit"] or found["unit0"]
    if lead.startswith("thời") and found.string.endswith("trước ", 0, found.start()):
        return None  # `trước thời hạn 30 ngày` is early by so much
    counted = from_event and (lead or _counts_from(found))
    told = lead == "trong" and unit in ("giờ", "h", "phút") and _reports(found)
    if not (counted or told or _stands_alone(lead, unit)):
        return None
    duration = _HALVES[unit] if found["half"] else UNITS[unit].format(number(found["n"]))
    anchor = anchor_of(text[found.start("anchor") : found.end("anchor")]) if from_event else None
    end = found.start("anchor") + len(anchor) if anchor else found.end()
    return Time(found.start(), end, "span", None, "by", True, None, duration, unit == "ngày làm việc", anchor)


def _stands_alone(lead: str, unit: str) -> bool:
    """`trong vòng 24 giờ`, `chậm nhất 05 ngày`; behind a bare `trong` only working days."""
    return bool(_ALONE.match(lead)) or (lead == "trong" and unit == "ngày làm việc")


# `báo cáo nhanh trong 06 giờ`: what is told in so many hours, and not how long something goes on.
_TELLS = re.compile(
    r"(?<!\w)(?:báo cáo|báo|thông báo|thông tin)(?: nhanh| ban đầu| ngay| sơ bộ)?(?: về [^,;.]{2,40})? $"
)


def _reports(found: re.Match[str]) -> bool:
    return bool(_TELLS.search(found.string, max(0, found.start() - 70), found.start()))


def _counts_from(found: re.Match[str]) -> bool:
    """`05 ngày làm việc kể từ ngày nhận`: without a word before it, a span counts where it says from what."""
    return bool(_SAYS_FROM.match(found["from"])) and found["n"] is not None


_SAYS_FROM = re.compile(r"\s*,?\s*(?:kể|tính|được tính|sau (?:khi|ngày)(?!\w))")


_ANCHOR_END = re.compile(
    r"(?<!của)(?<!của các)(?<!được)(?<!ngày)(?<!khi)(?<!do)(?<!cho)(?<!đến)\s"
    r"(?=(?:để|và (?:báo|gửi|tổ|tham)|thì|phải|chủ trì|có trách nhiệm|các (?:sở|đơn vị|cơ quan|địa phương|phòng)"
    r"|UBND|Ủy ban|Sở|Phòng|cơ quan)(?!\w))"
)


def anchor_of(words: str) -> str:
    """The words that name an event: to the clause after it, but never only `ngày`."""
    for end in _ANCHOR_END.finditer(words):
        if len(words[: end.start()].split()) > 1:
            return words[: end.start()].strip()
    return words.strip()
