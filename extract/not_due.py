"""What makes a time no deadline (mốc thời gian không phải thời hạn): it names something, or is only told of.

    kế hoạch hằng năm, dự toán ngân sách hằng năm      a kind of plan, of budget
    mỗi lớp không quá 05 ngày                          how long something lasts
    được tạm dừng đóng đến hết tháng 6/2020            how long somebody is let off
    ngày 20/02/2026 (trước ngày bầu cử 23 ngày)        what explains a date

Each is told by the words right before or behind the time, or in its clause.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.time_words import Time
from rulebook.cues import any_of, cues


@lru_cache(maxsize=1)
def cues_before() -> dict[str, re.Pattern[str]]:
    """What may stand right before a time that is no deadline, by kind: a period, a named plan, a kind of plan."""
    return {
        kind: re.compile(
            rf"(?<!\w){any_of(kind)}\s*(?:,|và|hoặc)?\s*$"
            if kind == "yearly_kind"
            else rf"(?<!\w){any_of(kind)}\s*$",
            re.IGNORECASE,
        )
        for kind in ("time_not_due", "data_of", "period_of", "named_by_year", "yearly_kind")
    }


# `giai đoạn 2021 - 2025 và hằng năm`, `theo từng giai đoạn, hằng năm`: kinds of plans.
_PERIOD_AND = re.compile(
    r"(?:giai đoạn \d{4} ?- ?\d{4}\s*(?:,|và)?|(?:theo|từng) giai đoạn\s*(?:,|và))\s*$", re.IGNORECASE
)
_OF_PLAN = re.compile(
    r"(?:(?<!theo )kế hoạch(?: (?!và |tổ chức |báo cáo )\w+){1,4}|(?:tiêu chí|chỉ tiêu|định mức)(?: \w+){1,4}"
    r"|phát triển kinh tế ?[-–] ?xã hội)\s*$",
    re.IGNORECASE,
)  # `kế hoạch đào tạo hằng năm`
_AND_LONGER = re.compile(r"\s*(?:,|và|hoặc)\s*(?:dài hạn|trung hạn|ngắn hạn)(?!\w)", re.IGNORECASE)
# `Việc thanh toán hằng quý thực hiện theo quy định`: what is done each quarter is spoken of, not asked for.
_SPOKEN_OF = re.compile(r"\W*việc(?!\w)", re.IGNORECASE)
_RULED = re.compile(r"\s*(?:được )?(?:thực hiện|áp dụng) theo(?!\w)", re.IGNORECASE)
_INTO_A_KIND = re.compile(
    r"vào (?:tiêu chí|kế hoạch|dự toán|chương trình|chỉ tiêu|nhiệm vụ|quy hoạch|nội dung)(?!\w)",
    re.IGNORECASE,
)
_GOAL = re.compile(r"(?:tỷ lệ|phấn đấu|mục tiêu(?! quốc gia)|đạt)(?!\w)", re.IGNORECASE)
_VALIDITY = re.compile(r"(?:không để|không được|có giá trị|hiệu lực|duy trì)(?!\w)", re.IGNORECASE)
# How long something lasts is not by when it must be done: `mỗi lớp không quá 05 ngày`.
_LASTS = re.compile(
    r"(?:mỗi (?:kỳ|lớp|khóa|đợt|phiên|buổi|ca|lượt|chuyến|đoàn|cuộc)"
    r"|(?:khóa|lớp|đợt) (?:học|bồi dưỡng|đào tạo|tập huấn)"
    r"|thời (?:gian|lượng)(?: (?:của|mỗi|một|các|khóa|lớp|đợt|tổ chức)){0,3}"
    r" (?:bồi dưỡng|đào tạo|tập huấn|học tập|học|nghỉ|thử việc|tập sự|thực tập|thực tế|tham quan|họp|khóa|lớp|đợt)"
    r"|(?:rút ngắn|giảm|cắt giảm)(?!\w)[^.;]{0,120} xuống (?:còn|dưới)|thời gian thi công(?!\w)[^,;.]{0,60}"
    r"|tổng thời gian"
    r"|thời lượng|kéo dài|nghỉ(?: phép| việc)?|tập sự|thử việc|cách ly|tạm (?:dừng|đình chỉ))(?: (?:là|tổ chức))?\s*$",
    re.IGNORECASE,
)
_AFTER_DATE = re.compile(r"(?:\d/\d{4}|năm \d{4}|\d/\d{1,2})\s*\(\s*$", re.IGNORECASE)
# `được tạm dừng đóng đến hết tháng 6/2020`: how long somebody is let off.
_LET_OFF = re.compile(
    r"(?:tạm dừng|tạm hoãn|miễn|giảm|giãn|gia hạn|hoãn|chậm|khoanh)"
    r" (?:việc )?(?:đóng|nộp|trả nợ|trả|thu|nợ|thời hạn|phí|lệ phí|thuế|tiền thuê|học phí|lãi)(?!\w)",
    re.IGNORECASE,
)
_UNTIL_OR = re.compile(r"(?<!\w)đến (?:hết )?(?:tháng|quý|năm) \w+ hoặc\s*$")
_IF = re.compile(r"(?:nếu|trường hợp|giả sử)\s*$", re.IGNORECASE)
_COUNTS = re.compile(
    r"\s*(?:là|có)\s+\d[\d.]*\s+(?:nhiệm vụ|nội dung|đề án|dự án|công việc|văn bản|hồ sơ)(?!\w)"
)
# `Ngày 08/4/2021, UBND tỉnh ban hành Công văn số ...`, `chỉ đạo tại Hội nghị trực tuyến ngày 01/02/2020`: it is past.
_ISSUED_THEN = re.compile(
    r"\)?\s*,\s*[^.;:\d]{4,90}? (?:đã |có |vừa )?(?:ban hành )?"
    r"(?:[Qq]uyết định|[Cc]ông văn|[Vv]ăn bản|[Kk]ế hoạch|[Cc]hỉ thị|[Tt]ờ trình|[Bb]áo cáo|[Tt]hông báo) số \d"
)
_SAID_AT = re.compile(
    r"(?:chỉ đạo|kết luận|ý kiến|phát biểu)[^.;:]{0,90} tại (?:cuộc họp|buổi (?:họp|làm việc)|hội nghị|phiên họp)"
    r"[^.;:,]{0,90},?\s*$",
    re.IGNORECASE,
)
# `các dự án luật trình tại kỳ họp thứ 9 diễn ra vào tháng 5/2025`: when something else takes place.
_TAKES_PLACE = re.compile(
    r"(?<!\w)(?:trong|tại|cho) [^,;.:]{3,90} (?:sẽ |dự kiến )?diễn ra\s*$", re.IGNORECASE
)
# `các dự án đến hết ngày 15/9/2024 giải ngân dưới 40%`: of which it is spoken, by how they stand on that day.
_STANDS_THEN = re.compile(
    r"(?<!\w)(?:[Cc]ác |[Nn]hững )?(?i:dự án|đơn vị|địa phương|chủ đầu tư|cơ quan|hồ sơ|công trình|hộ|xã|trường)"
    r"(?: mà| nào)? $"
)
_AS_FOLLOWS = re.compile(r",? (?:vẫn |mới |còn )*(?:giải ngân|chưa|không|đạt|có tỷ lệ)(?!\w)")
# `không để dồn vào cuối năm`: when nothing shall be done.
_PUT_OFF = re.compile(r"(?<!\w)(?:dồn|dồn việc|ùn ứ|tồn đọng|dồn ứ) $")
# `các nghị định có hiệu lực trước ngày 01/3/2027`: since when something is in force.
_IN_FORCE = re.compile(r"(?:có|hết|còn) hiệu lực(?: thi hành)?\s*$", re.IGNORECASE)
# `phát triển hội viên để đạt mục tiêu năm 2026 ..., đến năm 2030 ...`: the years of the goal that the work serves.
_TO_REACH = re.compile(
    r"(?<!\w)(?:để|nhằm|hướng tới) (?:đạt|hoàn thành)(?: được)?(?: các)? (?:mục tiêu|chỉ tiêu)(?!\w)"
)
_PERIOD_NAME = re.compile(r"(?:giai đoạn|thời kỳ|nhiệm kỳ|năm học|niên khóa|khóa)\s*$", re.IGNORECASE)
# `gửi số liệu chậm nhất 15/10` limits the sending, `số liệu đến ngày 15/10` says what the data cover.
LIMITS = re.compile(r"(?:xong|(?:chậm|muộn|trễ) nhất|không|hạn|trước)\s", re.IGNORECASE)


# `hưởng ứng Ngày Môi trường thế giới 05/6`: a bare date behind the name of a day belongs to the name.
_NAMED_DAY = re.compile(
    r"Ngày (?:[^\W\d_a-zàáâãèéêìíòóôõùúýăđĩũơư]|(?:hội|toàn dân|thành lập|truyền thống|sinh|giải phóng)(?!\w))"
    r"[^\d,;.:()\n]{2,60}\(?$"
)


def names_time(text: str, before: str, time: Time) -> bool:
    """Whether the words before a time make it a name or a beginning; a limit behind `năm học` stays one (`kết thúc năm
    học trước ngày 31/5/2025`)."""
    if text.startswith("vào ", time.start):
        return False
    near = before[-_NEAR:]
    if time.grain in ("month", "recurrence") and _BARE.match(text, time.start) and _PAID_FOR.search(near):
        return True
    if text[time.start].isdigit() and _NAMED_DAY.search(near):
        return True
    limited = time.grain == "day" and LIMITS.match(text, time.start) and _PERIOD_NAME.search(near)
    return not limited and _may_name_time(near) and bool(cues_before()["time_not_due"].search(near))


def _may_name_time(near: str) -> bool:
    """Whether the last word before a time is one that may name it; most are not, and are told by themselves."""
    words = near.rsplit(None, 1)
    last = words[-1].lower() if words else ""
    return not last.isalpha() or last in _last_words()


@lru_cache(maxsize=1)
def _last_words() -> frozenset[str]:
    return frozenset(phrase.lower().split()[-1] for phrase in cues("time_not_due"))


# `chi trả lương hưu, trợ cấp BHXH tháng 01 và tháng 02/2012`, `trợ cấp hàng tháng`: for which month, how often is paid.
_BARE = re.compile(r"(?:tháng|hằng|hàng|mỗi)(?!\w)", re.IGNORECASE)
_PAID_FOR = re.compile(
    r"(?<!\w)(?:lương(?: hưu)?|trợ cấp|phụ cấp|tiền (?:lương|điện|nước|ăn)|học phí|sinh hoạt phí)"
    r"(?: (?!trong|vào|trước|đến|từ|xong)[^\W\d_]+){0,4}(?: tháng \d{1,2}(?:/\d{4})?(?:,| và))*\s*$",
    re.IGNORECASE,
)
_NEAR = 80  # characters right before a time, more than any words have that tell what it is


# `lập tiến độ chi tiết từng tuần`: how fine a plan is.
_IN_DETAIL = re.compile(
    r"chi tiết(?:(?: (?:cho|của))? từng [^\W\d_]+(?: [^\W\d_]+)?)?"  # `từng dự án`
    r"(?: (?:theo|đến|tới|cho))?(?: từng (?:tuần|tháng|quý),)*\s*$"
    r"|lịch (?:công tác|làm việc)(?: từng (?:tuần|tháng|quý),)*\s*$",
    re.IGNORECASE,
)
# `không thanh tra quá 01 lần/năm`: how often at most.
_AT_MOST = re.compile(r"(?<!\w)(?:quá|tối đa|nhiều nhất)\s*$", re.IGNORECASE)
# `nguồn chi thường xuyên được giao bổ sung hằng năm`: money that comes each year.
_GIVEN_EACH = re.compile(
    r"(?:chi|kinh phí|dự toán|nguồn|vốn|ngân sách|khoản)(?!\w)[^.;,:]{0,60}?"
    r" được (?:giao|cấp|phân bổ|bố trí|phê duyệt|bổ sung)(?: bổ sung)?\s*$",
    re.IGNORECASE,
)


def names_kind(text: str, before: str, clause: str, time: Time) -> bool:
    """Whether a bare `hằng năm` tells what kind of plan, budget, payment or goal is meant."""
    return bool(
        cues_before()["yearly_kind"].search(before)
        or _GIVEN_EACH.search(before[-120:])
        or _PERIOD_AND.search(before)
        or _OF_PLAN.search(before)
        or _AND_LONGER.match(text, time.end)
        or _INTO_A_KIND.search(clause)
        or _IN_DETAIL.search(before)
        or _AT_MOST.search(before)
        or _GOAL.search(clause[-60:].rpartition("(")[2])
        or (_SPOKEN_OF.match(clause) and _RULED.match(text, time.end))
    )


def tells_length(before: str, clause: str, time: Time) -> bool:
    """Whether a span tells how long something lasts or is valid, or explains the date before its bracket."""
    lasts = time.anchor is None and _LASTS.search(before)
    return bool(_VALIDITY.search(clause) or lasts or _AFTER_DATE.search(before))


def only_told(text: str, clause: str, time: Time) -> bool:
    """Whether a date is only told of: when it was said or issued, how long somebody is let off, under what condition,
    how many duties end then."""
    if time.due is None:
        return False
    until = time.bound == "by" or _UNTIL_OR.search(clause)
    let_off = until and not LIMITS.match(text, time.start) and _LET_OFF.search(clause)
    told = _ISSUED_THEN.match(text, time.end) or (" tại " in clause and _SAID_AT.search(clause))
    told = told or ("diễn ra" in clause and _TAKES_PLACE.search(clause))
    told = told or ("hiệu lực" in clause and _IN_FORCE.search(clause))
    told = told or (time.grain == "year" and "đạt" in clause and _TO_REACH.search(clause))
    told = told or (_AS_FOLLOWS.match(text, time.end) and _STANDS_THEN.search(clause))
    told = told or _PUT_OFF.search(clause[-_NEAR:])
    return bool(let_off or told or _IF.search(clause) or _COUNTS.match(text, time.end))
