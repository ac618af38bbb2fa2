"""The patterns of times that come back (`extract.time_cycles` reads them), for text in small letters."""

from __future__ import annotations

import re

from extract.time_words import DIGITS, HOUR, MONTH, NUMBER, PRE, QUARTER, WEEKDAY
from rulebook.cues import beginning_with

# Every pattern begins with one of these words or with a number; to pass over all others first is what makes it fast.
_FIRST_WORDS = (
    "xong trước chậm muộn đến vào trong lúc đúng khoảng buổi sáng trưa chiều tối thứ chủ chú định hằng hàng mỗi từng"
    " một hai ba bốn năm sáu bảy tám chín mười ngày tháng quý tuần các những từ"
)
_OPENS = rf"(?<!\w)(?=\d|{beginning_with(set(_FIRST_WORDS.split()))})"


def _opened(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"{_OPENS}(?:{pattern})")


_GOODS = "mặt cửa bán gian giao đơn kho khách ngân nhà đặt mua"  # of these, `hàng` is no `hằng`
_NO_GOODS = "".join(f"(?<!{word} )" for word in _GOODS.split())
EACH = rf"(?:hằng|{_NO_GOODS}hàng|mỗi|từng)"
_AT = r"(?:xong\s+)?(?:trước|(?:chậm|muộn) nhất(?:\s+là)?(?:\s+(?:vào|trong|đến))?|đến(?:\s+hết)?|vào|trong)"
_MON = r"(?:[/-]|\s+(?:của\s+)?tháng\s+)"
_AND = r"\s*(?:,|và)\s*"
YEARLY = _opened(
    rf"(?<![\w/])(?:{_AT}\s+)?(?:(?:ngày\s+)?(?P<d0>{DIGITS}){_MON}(?P<m0>{MONTH}){_AND}|tháng\s+(?P<mo0>{MONTH}){_AND})?"
    rf"(?P<here>(?:{PRE}(?:ngày\s+)?(?P<d>{DIGITS}){_MON}(?P<m>{MONTH})|tháng\s+(?:(?P<from>{MONTH})\s*[-–]\s*(?:tháng\s+)?)?(?P<mo>{MONTH})|quý\s+(?P<q>{QUARTER}))"
    rf"\s*,?\s*\(?(?:{EACH}|của\s+{EACH})\s+năm(?!\s+học))"
    rf"|{EACH}\s+năm\s*,?\s*(?P<open>\(\s*)?(?:{_AT}\s+)"
    rf"(?:{PRE}(?:ngày\s+)?(?P<d2>{DIGITS}){_MON}(?P<m2>{MONTH})(?![/\d-])"
    rf"|tháng\s+(?P<mo2>{MONTH})(?!\s*(?:/|năm|-|,\s*\d))|quý\s+(?P<q2>{QUARTER})(?!\s*(?:/|năm|-)))(?(open)(?:\s*\))?)"
)
_NEXT_MONTH = (
    r"(?:của\s+)?tháng\s+(?:sau|kế tiếp|tiếp theo|liền kề|liền sau)"
    r"(?:\s*\(\s*(?:liền kề\s+)?(?:với\s+)?tháng báo cáo\s*\)|\s+(?:liền kề\s+)?(?:với\s+)?tháng báo cáo)?"
)
_PLAIN_MONTH = (
    r"của\s+tháng(?!\s+(?:\d|cuối|đầu|thứ|giữa|trước|giêng|chạp|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười))"
)
_DAY_OF_MONTH = (
    rf"(?:ngày\s+(?:mùng\s+|mồng\s+)?(?P<d>{DIGITS})(?!\d)|(?P<last>ngày\s+cuối(?:\s+cùng)?(?:\s+của)?))"
)
_TWO_DAYS = (
    rf"(?:các\s+)?ngày\s+(?P<d0>{DIGITS}){_AND}(?P<next>(?:(?:{_AT}\s+)?ngày\s+(?=\d))?(?P<d3>{DIGITS}))"
)
_NO_OTHER_MONTH = r"(?!\s*[/\d]|\s+(?:của\s+)?tháng\s+(?:\d|cuối|đầu|giữa|thứ))"
MONTHLY = _opened(
    rf"(?:{_AT}\s+)?(?:{HOUR})?(?:{_TWO_DAYS}|{_DAY_OF_MONTH})"
    rf"\s+(?:(?:của\s+)?{EACH}\s+tháng|(?(last)tháng(?=\s*(?:[.,;:)]|$))|{_PLAIN_MONTH}))"
    rf"|{EACH}\s+tháng(?:\s*,?\s*\(?|\s[^.;:\n]{{0,140}}?\s)"
    rf"(?:trước|chậm nhất(?:\s+là)?(?:\s+vào)?|vào)\s+ngày\s+(?P<d2>{DIGITS}){_NO_OTHER_MONTH}"
    rf"(?!\s+(?:của\s+)?{EACH}\s+tháng)(?:\s+{_NEXT_MONTH})?"
)
# `trước ngày 05 tháng sau`: each month's only where the sentence says that it is.
NEXT_MONTH = _opened(rf"(?:{_AT}\s+)(?:{HOUR})?(?:ngày|mùng|mồng)\s+(?P<d>{DIGITS})\s+{_NEXT_MONTH}")
# `Ngày 20 hằng tháng, các xã gửi số liệu; phòng tổng hợp trước ngày 25`: a day of the same months.
SAME_MONTHS = re.compile(
    rf"(?:xong\s+)?(?:trước|(?:chậm|muộn) nhất(?:\s+là)?(?:\s+(?:vào|đến))?|vào)\s+ngày\s+(?P<d>{DIGITS})"
    r"(?!\d|\s*[/.-]\s*\d|\s+(?:của\s+)?(?:tháng|hằng|hàng|mỗi)|\s*(?:,|và)\s*(?:ngày\s+)?\d)"
)
# `báo cáo tháng trước ngày 23`
REPORT_DAY = re.compile(rf"báo\s+cáo\s+tháng,?\s+(?P<when>{SAME_MONTHS.pattern})")
# `mỗi tháng hai lần (ngày 10 và ngày 25)`
TWICE = _opened(
    rf"(?:(?:{EACH}|một|1|01)\s+tháng\s+(?:ít nhất\s+)?{NUMBER}\s+lần|{NUMBER}\s+lần\s*/\s*tháng)\s*,?\s*\(?"
    rf"(?:vào\s+)?(?:các\s+)?(?P<one>ngày\s+(?P<d>{DIGITS})){_AND}(?P<two>(?:ngày\s+)?(?P<d2>{DIGITS}))(?![\d/])"
)
MONTH_REPORT = re.compile(rf"{EACH}\s+tháng(?!\w)|báo cáo tháng(?!\s*\d)|tháng báo cáo")
_FOLLOWING = r"(?:sau|kế tiếp|tiếp theo|liền kề|liền sau|kế sau)"
_OF_QUARTER = rf"(?:của\s+)?(?:{EACH}\s+)?quý(?:\s+{_FOLLOWING})?(?!\w|\s+(?:[ivx]+(?!\w)|\d))"
QUARTERLY = _opened(
    rf"(?:(?:định kỳ\s+)?{EACH}\s+quý\s*,?\s*(?P<open>\(\s*)?)?(?:{_AT}\s+)?ngày\s+(?P<d>{DIGITS})\s+"
    rf"(?:của\s+)?(?P<anchor>tháng\s+(?:cuối|đầu|giữa|thứ\s+hai)(?:\s+(?:cùng|tiên))?\s+{_OF_QUARTER})"
    r"(?(open)(?:\s*\))?)"
)
# `hằng quý (trước ngày 15 của tháng kế tiếp)`: in the month after each quarter.
AFTER_QUARTER = _opened(
    rf"(?:định kỳ\s+)?{EACH}\s+quý\s*,?\s*(?P<open>\(\s*)?(?:{_AT}\s+)ngày\s+(?P<d>{DIGITS})\s+"
    rf"(?P<anchor>{_NEXT_MONTH})"
    r"(?(open)(?:\s*\))?)"
)
_MORE_WEEKDAYS = rf"(?:\s*(?:,\s*và|,|và|hoặc)\s*(?:{WEEKDAY}|[2-7](?![\w/])))*"
_WEEKDAYS = rf"{WEEKDAY}(?:\s*(?:-|–|đến)\s*{WEEKDAY}|{_MORE_WEEKDAYS})"
_ON = rf"(?:{HOUR})?(?:(?:chiều|sáng|tối|buổi|(?:các |những )?ngày|từ)\s+)*"
_SO_OFTEN = (
    rf"{NUMBER}\s+(?:lần|buổi)\s*(?:/|trong\s+|mỗi\s+|một\s+)\s*(?:01\s+|một\s+)?tuần"
    rf"|{EACH}\s+tuần\s+(?:[^\W\d_]+\s+)?{NUMBER}\s+(?:lần|buổi)"
)
WEEKLY = _opened(
    rf"(?:(?:trước|vào|trong|chậm nhất(?:\s+(?:là|vào))?)\s+)?{_ON}(?P<w>{_WEEKDAYS})\s+{EACH}\s+tuần"
    rf"|(?:{_SO_OFTEN}|{EACH}\s+tuần)\s*,?\s*(?P<open>\(\s*)?(?:(?:vào|trước)\s+)?{_ON}(?P<w2>{_WEEKDAYS})"
    r"(?(open)(?:\s*\))?)"
    rf"|(?:(?:vào|trong|trước)\s+)?(?:{HOUR})?(?:các|những)\s+ngày\s+(?P<w3>{_WEEKDAYS})"
    r"(?!\s*[,(]?\s*(?:ngày\s+)?\d|\s*(?:,|và)\s*(?:thứ|ch[ủú])|\s+(?:(?:của\s+|trong\s+)?tuần|đầu|cuối|này|tới)|\s+(?:hằng|hàng|mỗi))"
)
_NTH = r"(?P<nth>đầu(?:\s+tiên)?|cuối(?:\s+cùng)?|thứ\s+(?:nhất|hai|ba|tư|[1-4])(?!\w))"
WEEKDAY_OF_MONTH = _opened(
    rf"(?:(?:trước|vào|trong)\s+)?{_ON}(?P<w>{_WEEKDAYS})\s+(?:(?:của\s+)?tuần\s+)?{_NTH}\s+"
    rf"(?:(?:của\s+|trong\s+)?{EACH}\s+tháng(?!\w)|{_PLAIN_MONTH}|(?:trong\s+)?tháng(?=\s*(?:[.,;:)]|$)))"
)
SAME_DAY = _opened(
    rf"(?:(?:trước|chậm nhất(?:\s+(?:là|vào|đến))?|vào)\s+)?{HOUR}\s*(?:của\s+|trong\s+)?cùng\s+ngày"
)
EACH_DAY = re.compile(rf"{EACH}\s+ngày(?!\w)")
UNIT = r"(?:ngày|tuần|tháng|quý|năm)"
_LISTED = (
    rf"\s*(?:,|và|hoặc)\s*(?:{EACH}\s+|cả\s+)?(?:(?:0?[1-9]|một)\s+(?:tháng|năm)|{UNIT})"
    r"(?!\w|\s+(?:\d|[ivx]+(?!\w)|học|đầu|cuối|trước|sau))"
)
EVERY = _opened(
    rf"(?:(?P<hour>(?:trước|vào)\s+{HOUR})|định kỳ\s+)?(?:"
    rf"(?:{EACH}|một|1|01)\s+(?P<per2>năm|quý|tháng|tuần)\s+(?:ít nhất\s+|tối thiểu\s+)?(?P<times2>{NUMBER})\s+lần"
    rf"|{EACH}\s+(?P<unit>{UNIT})(?!\s+(?:học|còn lại))(?P<more>(?:{_LISTED})+)?"
    rf"|(?<![-–])(?<![-–]\s)(?P<n>{NUMBER})\s+(?P<u>tháng|năm|tuần|quý|ngày|giờ)\s*(?:(?:/|một|1|01)\s*(?:01\s+)?lần"
    r"|/\s*(?:01\s+|1\s+)?(?:số|kỳ|bản tin|chuyên mục|buổi))"
    r"|(?P<once>tháng|quý|năm|tuần|ngày)\s+(?:một|1|01)\s+lần(?!\s+thứ)"
    rf"|(?P<times>{NUMBER})\s+(?:lần|kỳ|số|đợt)\s*(?:/|trong\s+|mỗi\s+|một\s+)\s*(?:01\s+|một\s+)?(?P<per>năm|quý|tháng|tuần|ngày)"
    rf")(?!\w)"
    rf"|(?:định kỳ|{EACH})\s+(?P<n2>{NUMBER})\s+(?P<u2>tháng|tuần)(?!\w)(?P<more2>(?:{_LISTED})+)?"
)
# `02 lần/năm (tháng 3 và tháng 9)`: the months say when.
IN_MONTHS = _opened(
    rf"(?:{NUMBER}\s+lần\s*(?:/|trong\s+|mỗi\s+|một\s+)\s*(?:01\s+|một\s+)?năm"
    rf"|(?:{EACH}|một|1|01)\s+năm\s+(?:ít nhất\s+|tối thiểu\s+)?{NUMBER}\s+lần)"
    rf"\s*,?\s*(?P<open>\(\s*)?(?:vào\s+|trong\s+)?(?:các\s+)?(?P<months>tháng\s+{MONTH}(?:{_AND}(?:tháng\s+)?{MONTH})+)"
    r"(?!\s*(?:[/\d-]|năm))(?(open)(?:\s*\))?)"
)
# `Định kỳ 6 tháng (trước ngày 15/6) và năm (trước ngày 15/12)`: each period with its day.
_OPEN_MONTH = rf"{MONTH}(?![/\d-]|\s+năm\s+\d|\s*,?\s*(?:của\s+)?{EACH}\s)"  # with no year, nor each year
_PERIOD = (
    rf"(?:(?:0?6 tháng|sáu tháng|(?:{EACH}\s+)?năm)\s*(?:đầu năm\s*)?,?\s*\(?"
    rf"{_AT}\s+(?:ngày\s+)?{DIGITS}{_MON}{_OPEN_MONTH}\)?\s*(?:,|và|;)?\s*(?:cả\s+)?)"
)
PERIODS = _opened(rf"(?:định kỳ\s+(?:báo cáo\s+)?{_PERIOD}+|(?P<plain>{_PERIOD}{{2,3}}))")
PERIOD_DAY = re.compile(rf"{_AT}\s+(?:ngày\s+)?(?P<d>{DIGITS}){_MON}(?P<m>{MONTH})(?!\d)")
# What each pattern must have in it; the last word of a hit tells which patterns are tried around it.
_OTHER_TRIGGERS = (
    r"tháng\s+(?:cuối|đầu|giữa|thứ|sau|kế|tiếp|liền)",
    r"/\s?(?:\d+\s)?(?:số|kỳ|bản|chuyên|buổi)|(?:kỳ|số|đợt)\s?/\s?(?:tuần|tháng|quý|năm)",
    r"tuần\s+(?:cuối|đầu)",
    r"ngày\s+cuối(?:\s+cùng)?\s+tháng(?!\s*\d)",
    r"báo\s+cáo\s+tháng(?=,?\s+(?:trước|chậm|vào)\s)",
)
TRIGGER = re.compile(
    r"(?:hằng|hàng|mỗi|từng)\s+(?:ngày|tuần|tháng|quý|năm|\d|hai|ba|sáu)|lần|định kỳ"
    r"|của\s+tháng(?!\s+(?:cuối|đầu|giữa|thứ|sau|kế|tiếp|liền))"
    rf"|{'|'.join(_OTHER_TRIGGERS)}|cùng\s+ngày|(?:các|những)\s+ngày\s+(?:thứ|ch[ủú])"
)
# What is cheap to look for, and without which no trigger stands in a text: its words, or one of its other forms.
_TRIGGER_WORDS = ("hằng", "hàng", "mỗi", "từng", "lần", "định kỳ", "cùng", "ngày thứ", "ngày chủ")
_OF_MONTH, _IN_MONTH, _FOR_EACH, _IN_WEEK, _LAST_DAY, _REPORT = map(
    re.compile, (r"của\s+tháng", *_OTHER_TRIGGERS)
)


def may_come_back(low: str) -> bool:
    """Whether a text in small letters may have a trigger at all."""
    if any(map(low.__contains__, _TRIGGER_WORDS)):
        return True
    if "tháng" in low and any(said.search(low) for said in (_IN_MONTH, _OF_MONTH, _LAST_DAY, _REPORT)):
        return True
    return bool(("/" in low and _FOR_EACH.search(low)) or ("tuần" in low and _IN_WEEK.search(low)))
