"""Times that only the plan of a year or the call to a meeting fixes (mốc theo sự kiện): no date, but a limit.

    hoàn thành trước kỳ họp thường lệ       before, the anchor `kỳ họp thường lệ`
    trình tại kỳ họp cuối năm 2025          during; the last session of a year ends with it
    báo cáo tại kỳ họp gần nhất             during, the anchor `kỳ họp gần nhất`
    nhập điểm đến hết tuần học 13           by, a week of the school year

`trước hội nghị` is `in front of` where somebody reports or speaks; it limits only what is to be finished, sent or made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.extraction import Bound
from extract.time_words import Time

UNKNOWN_EVENT = "chưa biết ngày: {anchor}"
SCHOOL_WEEK = "tuần của năm học, theo kế hoạch thời gian của trường"
_EVENT = (
    r"(?:kỳ họp|phiên họp|cuộc họp|buổi họp|hội nghị|đại hội|hội thi|hội thao|ngày hội"
    r"|lễ (?:khai|bế|ra|phát|tổng|công|đón)|kỳ thi|đợt (?:kiểm tra|thi|bầu cử)|mùa (?:mưa|lũ|bão|khô|lễ hội|du lịch)"
    r"|kỳ tuyển sinh"
    r"|năm học mới|khai giảng|kết thúc (?:học kỳ|năm học|khóa học))(?!\w)"
)
_BEFORE = re.compile(
    rf"(?<!\w)(?<!so với )(?<!như )(?:xong )?trước (?:khi (?:(?:diễn ra|bước vào|tổ chức) )?)?"
    rf"(?P<anchor>{_EVENT}[^.,;:()\n]{{0,60}})"
)
_FINISHES = re.compile(
    r"(?<!\w)(?:hoàn thành|hoàn thiện|hoàn tất|xong|chuẩn bị|gửi|nộp|sửa chữa|khắc phục|nghiệm thu|lắp đặt|nạo vét"
    r"|tuyển (?:đủ|dụng|chọn)|bàn giao|trang trí|tổng vệ sinh|in ấn|đăng ký|thẩm tra|thẩm định|gia cố)(?!\w)[^.;:\n]*$"
)
# `báo cáo trước hội nghị` is said in front of it.
_SAID_TO = re.compile(
    r"(?<!\w)(?:(?<!hoàn thiện )(?<!hoàn thành )(?<!chuẩn bị )(?<!gửi )(?<!nộp )báo cáo|trình bày|phát biểu|giải trình"
    r"|trả lời|tham luận|đọc|chịu trách nhiệm|cam kết|hứa|chất vấn|công bố|bảo vệ)(?!\w)[^.;:\n,]{0,60}\s*$"
)
_ANCHOR_ENDS = re.compile(
    r" (?:(?P<dated>ngày|tháng|quý|vào)|để|và|phải|nhằm|theo|do|với|cho|tại|đối với|từ|là|có|được|đã|sẽ)(?!\w)"
)
_WEEK = re.compile(
    r"(?<!\w)(?:(?P<before>trước)|trong|vào"
    r"|(?P<by>(?:(?:chậm|muộn) nhất |xong )?(?:đến|hết)(?: hết)?|(?:chậm|muộn) nhất(?: là)?)) "
    r"(?:cuối |đầu |ngày (?:đầu|cuối) )?tuần (?:(?:học )(?:thứ )?\d{1,2}(?!\d)|(?:thứ )?\d{1,2}(?!\d)"
    r"(?=,? ?\(?(?:của )?(?:năm học|học kỳ|hk)))(?!\d|/| ?(?:của )?tháng)"
)
# The last session of an assembly in a year that is named; of the others nothing is known of the day.
_SESSION = re.compile(
    r"(?<!\w)(?:tại|vào|trong) (?:các )?(?:kỳ họp|phiên họp)(?: [^\W\d_]+){0,4}? cuối năm (?P<year>20\d\d)(?![/\d])"
)

# `báo cáo HĐND tỉnh tại kỳ họp gần nhất`
_NEXT_SESSION = re.compile(
    r"(?<!\w)(?:tại|vào|trong) (?P<anchor>(?:kỳ họp|phiên họp)(?: (?:thường lệ|thường kỳ|hđnd|hội đồng nhân dân"
    r"|của hđnd|tỉnh|huyện|xã|thành phố))* gần nhất)(?!\w)"
)


def event_times(low: str, text: str) -> Iterator[Time]:
    """The limits by an event and the weeks of a school year in `text`, which is given in small letters too.

    >>> text = "Hoàn thiện hồ sơ trước hội nghị tổng kết; báo cáo trước hội nghị."
    >>> [(time.bound, time.anchor) for time in event_times(text.lower(), text)]
    [('before', 'hội nghị tổng kết')]
    """
    if "trước " in low:
        for found in _BEFORE.finditer(low):
            start, begin = found.start(), found.start("anchor")
            near = low[max(0, start - _NEAR) : start]
            ends = _ANCHOR_ENDS.search(low, begin, found.end())
            if _SAID_TO.search(near) or not _FINISHES.search(near) or (ends and ends["dated"]):
                continue
            anchor = text[begin : ends.start() if ends else found.end()].rstrip()
            yield _limit(start, begin + len(anchor), "before", UNKNOWN_EVENT.format(anchor=anchor), anchor)
    if " họp " in low:
        for found in _SESSION.finditer(low):
            yield _limit(*found.span(), "during", None, None)._replace(due=f"{found['year']}-12-31")
    if " gần nhất" in low:
        for found in _NEXT_SESSION.finditer(low):
            anchor = text[slice(*found.span("anchor"))]
            yield _limit(*found.span(), "during", UNKNOWN_EVENT.format(anchor=anchor), anchor)
    if "tuần " in low:
        for found in _WEEK.finditer(low):
            bound: Bound = "before" if found["before"] else "by" if found["by"] else "during"
            yield _limit(*found.span(), bound, SCHOOL_WEEK, None)


_NEAR = 140  # characters before a limit, among which the word stands that says what is done


def may_tell_event(low: str) -> bool:
    """Whether a text in small letters may have a limit by an event (`trước kỳ họp`)."""
    if " gần nhất" in low and _NEXT_SESSION.search(low):
        return True
    return "trước " in low and _BEFORE.search(low) is not None


def _limit(start: int, end: int, bound: Bound, why: str | None, anchor: str | None) -> Time:
    return Time(start, end, "event", None, bound, True, anchor=anchor, why=why)
