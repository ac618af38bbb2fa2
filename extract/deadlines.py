"""Deadlines (thời hạn): the time expressions that say when something must be done.

Most times in a document are something else: dates of documents, periods of programmes, what data cover, past events,
the horizon of a goal, a kind of plan (`kế hoạch hằng năm`). An expression counts

- in a task, where it governs the action (`governs`),
- in a line or heading that gives the time (`Thời gian: ...`), and in the time column of a table, as it stands,
- elsewhere only as an exact day or month with a bound word (`xong trước ngày 15/6`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from extract.bodies import Span
from extract.extraction import Citation, Deadline
from extract.last_days import with_last_day
from extract.not_due import LIMITS, cues_before, names_kind, names_time, only_told, tells_length
from extract.time_points import NO_SUCH
from extract.time_words import Time, small

_REVIEWS = re.compile(r"(?:tổng kết|sơ kết|đánh giá)(?!\w)", re.IGNORECASE)
_SURVEY = re.compile(
    r"(?:tổng điều tra|điều tra|khảo sát|tổng kiểm kê|kiểm kê|tổng rà soát)(?!\w)", re.IGNORECASE
)
_STRIVES = re.compile(
    r"(?:phấn đấu|mục tiêu|tỷ lệ)(?!\w)|(?<!\w)đạt (?:từ |trên |ít nhất |tối thiểu )?\d", re.IGNORECASE
)
# `được tổ chức từ ngày 04/02/2026 đến ngày 08/02/2026`, outside of all tasks.
_IS_HELD = re.compile(r"(?:được|sẽ) (?:tổ chức|thực hiện|tiến hành|triển khai)(?!\w)", re.IGNORECASE)
_TO_DAY = re.compile(r"(?:từ|trong|ngày)\s[^.;]*?\sđến\s", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"][^“”\"]*$")
_OPEN_QUOTE = re.compile(r"“[^”]*$")
_CONTINUES = re.compile(
    r"(?:tiếp tục|duy trì|hoàn thành|hoàn thiện|xong|đảm bảo|bảo đảm|kéo dài|thực hiện)(?!\w)", re.IGNORECASE
)
_CITED_TITLE = re.compile(r"\u2588\s*(?:về|phê duyệt|ban hành|quy định|hướng dẫn|giao|triển khai)[^,;]*$")
# `Đề án phát triển ..., trong đó phấn đấu đến năm 2030 có ...`: the goal of what is to be made.
_AIMS_WITHIN = re.compile(r"trong đó,? phấn đấu(?!\w)", re.IGNORECASE)
_PAST = re.compile(r"(?:đã|từng|vừa qua|hiện nay|vừa được)(?!\w)", re.IGNORECASE)


_ANNIVERSARY = re.compile(r"0?(\d{1,2})/0?(\d{1,2})/\d{4}\s*[-–]\s*0?\1/0?\2/\d{4}")  # 30/4/1975 - 30/4/2025
# `báo cáo kết quả thực hiện của đơn vị từ ngày 30/01/2020 đến ngày 24/4/2020`: the days that a report covers.
_COVERS = re.compile(
    r"(?:báo cáo|đánh giá|tổng hợp|thống kê) (?:kết quả|tình hình|số liệu)[^;:]{0,120}$", re.IGNORECASE
)
_YEARS_AGO = re.compile(r"(\d{1,2}/\d{1,2})/\d{4}\s*[-–]\s*$")
_WHOLE = re.compile(r"tháng|quý|(?:\d{1,2}|ba|sáu|chín) tháng", re.IGNORECASE)
_CLAUSE_ENDS = re.compile(r"[;.]\s")
_LOOKED_BACK = 600  # characters before a time that may tell what it is


class Day(NamedTuple):
    """The day of the document, as ISO 8601 of any precision, and the year that a date without one means; `headed`
    where a heading gives that year."""

    date: str | None
    year: int | None
    headed: bool = False


def governs(text: str, unit: Span, time: Time, day: Day) -> bool:
    """Whether a time within the task `unit` of `text` says when that task must be done."""
    before = text[max(unit.start, time.start - _LOOKED_BACK) : time.start]
    clause = _CLAUSE_ENDS.split(before)[-1]
    named = (
        names_time(text, before, time) or _ANNIVERSARY.match(text, time.start) or _again(text, before, time)
    )
    if (
        named
        or _in_quotation(text, before, unit.start, time.start)
        or _follows_period(text, time)
        or only_told(text, clause, time)
    ):
        return False
    limits = time.grain in ("recurrence", "span", "ahead") or LIMITS.match(text, time.start)
    if not limits and (
        cues_before()["data_of"].search(before)
        or (_TO_DAY.match(text, time.start, time.end) and _COVERS.search(clause))
    ):
        return False
    if not time.said_bound and _WHOLE.match(text, time.start) and cues_before()["period_of"].search(before):
        return False  # `báo cáo tháng 6/2025`, `kết quả 6 tháng đầu năm`
    if not time.said_bound and time.grain in _PERIODS and _THEN_BY.match(text, time.end):
        return False
    if "BY" in (time.recurrence or ""):
        return True  # a day or month of its own cannot belong to a kind of plan
    if time.grain == "recurrence":
        return not names_kind(text, before, clause, time)
    if time.grain in ("span", "ahead"):
        return not tells_length(before, clause, time)
    if time.due is None:
        return time.said_bound and bool(time.why or time.grain == "day") and not _PAST.search(clause)
    if _is_past(time, day):
        return False
    if time.grain == "year":
        return _year_governs(text, clause, time)
    if time.grain == "day":
        return time.said_bound or (time.bound == "on" and not _PAST.search(clause))
    return (
        time.said_bound
        or bool(_SAYS_WHEN.search(before))
        or (text.startswith(":", time.end) and before.rstrip().endswith("."))
        or not text[time.end : time.end + 1].strip(" .;,)")
    )


# What may stand right before a month or quarter that says when.
_SAYS_WHEN = re.compile(r"(?:^|[,;:(]|hoàn thành|tổ chức|xong|vào)\s*$", re.IGNORECASE)


# `báo cáo quý III trước ngày 18/9`, `sơ kết 6 tháng đầu năm (xong trước ngày 20/6)`: of which period, and by when.
_PERIODS = frozenset({"month", "quarter", "half", "year"})
_THEN_BY = re.compile(
    r"\s*[:(]?\s*(?:xong |gửi |nộp )?(?:trước|chậm nhất|muộn nhất|vào(?= ngày))(?: là| vào)* (?:ngày )?\d"
)


def _again(text: str, before: str, time: Time) -> bool:
    """`(19/9/1889 - 19/9/2019)`: the day of the year that came before, many years ago."""
    first = _YEARS_AGO.search(before)
    return bool(first) and text.startswith(f"{first[1]}/", time.start)  # type: ignore[index]


def _in_quotation(text: str, before: str, start: int, end: int) -> bool:
    """Whether a quotation mark is open before a time; straight marks close by turns."""
    opened = _QUOTED.search(before)
    return bool(opened) and (opened[0][0] != '"' or text.count('"', start, end) % 2 == 1)  # type: ignore[index]


def _follows_period(text: str, time: Time) -> bool:
    return bool(re.match(r"\s*[-–]\s*\d|/\d", text[time.end : time.end + 6]))


def _is_past(time: Time, day: Day) -> bool:
    return bool(day.date and time.due and time.due[: len(day.date)] < day.date)


def _year_governs(text: str, clause: str, time: Time) -> bool:
    """A year as a time: `đến hết năm 2025` where it bounds the action, a bare `năm 2025` only for a survey."""
    if _CITED_TITLE.search(clause) or _AIMS_WITHIN.search(clause):
        return False
    said = text[time.start : time.end].lower()
    if (said.startswith("từ") and _PLANS.match(clause)) or (
        said.startswith("đến năm") and (_LAYS_OUT.search(clause) or _CALLED.search(clause))
    ):
        return False
    after = text[time.end : time.end + 30]
    ends_clause = not after.strip() or bool(
        re.match(r"\s*(?:[.;,:()]|\./|phải|không còn|có|đạt|cơ bản|hoàn thành|100%|\d)", after)
    )
    if not time.said_bound and not re.match(r"(?:đầu|giữa|cuối|hết)", said):
        opens_unit = not clause.strip(' ,:(“"') and bool(re.match(r"[,:]?\s[^\W\d_]", after))
        return opens_unit or _of_survey(clause) or bool(_REVIEW.match(after) and _LISTS.search(clause))
    if ends_clause and re.search(r"(?:tiếp tục|duy trì|kéo dài)(?!\w)", clause, re.IGNORECASE):
        return True
    if ends_clause and said.startswith("từ năm") and _LASTS.match(clause):
        return True
    if re.match(r"vào", said):
        return True
    if said.startswith("trong") and ends_clause and _FINISHES.search(clause):
        return True
    if cues_before()["named_by_year"].search(clause):
        return bool(re.search(r"hết|cuối", said)) and bool(_CONTINUES.search(clause))
    opens = not clause.strip(' ,:(“"') or bool(
        re.search(r"(?:,|đảm bảo|bảo đảm|hoàn thành|xong|phấn đấu|và)\s*$", clause, re.IGNORECASE)
    )
    if re.match(r"trong", said):
        return ends_clause or opens or bool(_GOES_ON.match(after))
    if opens:
        return True
    if _REVIEWS.search(clause) and not re.search(r"hết|cuối", said):
        return False
    return ends_clause and bool(_CONTINUES.search(clause) or re.search(r"hết|cuối", said))


# `hoàn thành Đề án trong năm 2024`, and not `đánh giá kết quả thực hiện Kế hoạch trong năm 2024`
_FINISHES = re.compile(
    r"(?<!\w)(?:hoàn thành|ban hành|trình|phê duyệt|xây dựng|lập) (?:[^\W\d_]+ ){0,3}$", re.IGNORECASE
)
# `trong năm 2025 để ...`; `ở các phường trong năm 2025 và ở các xã trong năm 2026`
_GOES_ON = re.compile(r",?\s(?:để|nhằm|(?:và|còn) (?:ở|tại|đối với))\s")
# `Xây dựng kế hoạch ... từ năm 2026 đến năm 2030`, `quy hoạch cán bộ đến năm 2030`: what the plan covers.
_PLANS = re.compile(
    r"\W*(?:Tham mưu |Tiếp tục |Chủ động )?(?:xây dựng|lập|ban hành|phê duyệt|trình)(?:, \w+ \w+)?"
    r" (?:các )?(?:kế hoạch|chương trình|đề án|quy hoạch|chiến lược|lộ trình)(?!\w)[^,;:]*$",
    re.IGNORECASE,
)
# `Tổ chức tuyên truyền cho hội viên từ năm 2026 đến năm 2028`: the years in which it is done.
_LASTS = re.compile(
    r"(?!.*(?:kế hoạch|chương trình|chiến lược|quy hoạch|kết quả|nghị quyết|kinh phí|tổng kết|đánh giá|số liệu"
    r"|luật|nhiệm vụ|giai đoạn|giao)(?!\w))"
    r".*?(?<!\w)(?:tổ chức|triển khai|thực hiện|thí điểm|xây dựng|đầu tư|nâng cấp|mở rộng|áp dụng) [^;:]*$",
    re.IGNORECASE | re.DOTALL,
)
# `triển khai Kế hoạch cải cách thuế đến năm 2030`: the year belongs to the name.
_CALLED = re.compile(
    r"^(?!.*(?:tiếp tục|duy trì|kéo dài)(?!\w)).*(?<!\w)(?:Kế hoạch|Chương trình|Chiến lược|Đề án|Quy hoạch)"
    r" (?!này|số|trên)"
    r"(?:(?!hoàn thành|xong|trước|chậm)[^,;:.])*$",
    re.DOTALL,
)
_LAYS_OUT = re.compile(r"(?<!\w)(?:việc|công tác|làm tốt) quy hoạch(?!\w)[^;:]*$", re.IGNORECASE)


# `hằng năm đánh giá, năm 2023 sơ kết, năm 2025 tổng kết`: when the work is reviewed.
_REVIEW = re.compile(r" (?:tiến hành |tổ chức )?(?:sơ kết|tổng kết)(?!\w)")
_LISTS = re.compile(r"(?:,|(?<!\w)và|(?<!\w)vào)\s*$")


def _of_survey(clause: str) -> bool:
    """`tổng điều tra, rà soát hộ nghèo năm 2020`: the year in which a survey is to be carried out."""
    if _REVIEWS.search(clause):
        return False
    for survey in _SURVEY.finditer(clause):
        between = clause[survey.end() :]
        named = re.search(
            r"(?:kế hoạch|kết quả|công tác|phương án|danh sách|chương trình|số liệu)\s*$",
            clause[: survey.start()],
        )
        if not named and not re.search(
            r"kế hoạch|chương trình|kinh phí|danh sách|kết quả|phục vụ|nhằm|về ", between
        ):
            return True
    return False


def stated(text: str, time: Time, day: Day) -> bool:
    """Whether a time outside of all tasks is a deadline by its own words: a day or month with a bound word."""
    if not _may_be_stated(text, time) or _is_past(time, day):
        return False
    before = text[max(0, time.start - _LOOKED_BACK) : time.start]
    clause = _CLAUSE_ENDS.split(before.rpartition("\n")[2])[-1]
    before = before[-60:]
    if (
        names_time(text, before, time)
        or _PAST.search(before[-30:])
        or _OPEN_QUOTE.search(before)
        or _STRIVES.search(clause)
        or only_told(text, clause, time)
    ):
        return False
    if LIMITS.match(text, time.start):
        return True
    return bool(_IS_HELD.search(clause)) and not _PAST.search(clause)


def _may_be_stated(text: str, time: Time) -> bool:
    """Whether a time is exact and limits: a day, month or quarter, a day of each month; or a range of days."""
    if time.recurrence:
        return "DAY=" in time.recurrence and bool(LIMITS.match(text, time.start))
    if time.grain not in ("day", "month", "quarter") or time.bound not in ("before", "by"):
        return False
    if not (time.due or (time.why or "").startswith(NO_SUCH)):
        return False
    ranged = time.grain == "day" and _TO_DAY.match(text, time.start, time.end)
    return bool(ranged or LIMITS.match(text, time.start))


def as_deadline(text: str, time: Time, rule: str, day: Day) -> Deadline:
    """The deadline that a time expression says. An impossible date (`31/6`) keeps its words and has no `due`; a span
    has its last day where the day is known from which it counts."""
    said = Deadline(
        quote=" ".join(text[time.start : time.end].split()),
        start=time.start,
        end=time.end,
        due=time.due,
        bound=time.bound,
        recurrence=time.recurrence,
        duration=time.duration,
        working_days=time.working_days,
        anchor=_as_printed(text, time),
        why=time.why,
        rule=rule,
        confidence=1.0 if time.due or time.recurrence or time.duration else 0.3,
    )
    return with_last_day(said, day.date, ahead=time.grain == "ahead")


def _as_printed(text: str, time: Time) -> str | None:
    """The anchor of a time with the capitals that the text has."""
    if not time.anchor or not (time.why or time.recurrence):
        return time.anchor
    words = text[time.start : time.end]
    place = small(words).find(time.anchor)
    return words[place : place + len(time.anchor)] if place >= 0 else time.anchor


def impossible(deadlines: tuple[Deadline, ...]) -> tuple[str, ...]:
    """What a reader must be told of deadlines that no calendar has, one Vietnamese line each.

    >>> impossible((Deadline(quote="trước 31/6", start=0, end=10, why="lịch không có ngày 31/6", rule="task"),))
    ('thời hạn “trước 31/6”: lịch không có ngày 31/6',)
    """
    wrong = (one for one in deadlines if (one.why or "").startswith(NO_SUCH))
    return tuple(dict.fromkeys(f"thời hạn “{one.quote}”: {one.why}" for one in wrong))


_POINTS_AT = re.compile(r"(?:theo|tại|thực hiện theo)(?!\w)", re.IGNORECASE)


def references(text: str, cell: Span, citations: tuple[Citation, ...]) -> list[Deadline]:
    """Times that point at another document (`Theo hướng dẫn tại Công văn số ...`), one for each document."""
    starts = [citation.start for citation in citations]
    inside = citations[bisect_left(starts, cell.start) : bisect_left(starts, cell.end)]
    if not inside or not _POINTS_AT.search(text[cell.start : inside[0].start]):
        return []
    found, start = [], cell.start
    for citation in inside:
        joint = re.compile(r"\s*(?:,|;)?\s*(?:và\s+)?").match(text, start)
        begin = joint.end() if joint and start != cell.start else start
        found.append(
            Deadline(
                quote=" ".join(text[begin : citation.end].split()),
                start=begin,
                end=citation.end,
                reference=citation.symbol,
                rule="reference",
            )
        )
        start = citation.end
    return found


def due_value(deadline: Deadline) -> str | None:
    """What a task's `due` repeats of a deadline: the date, or else the recurrence, the duration, the reference."""
    return deadline.due or deadline.recurrence or deadline.duration or deadline.reference
