"""The patterns of time expressions: points of the calendar, ranges, recurrences, spans from an event.

A point is a day, month, quarter, half or year, with an edge (`đầu`, `giữa`, `cuối`, `hết`); a bound word before it
(`trước`, `đến hết`, `chậm nhất`) says how it limits.
"""

from __future__ import annotations

import re

YEAR = r"(?:19|20)\d{2}(?!\d)"
_D = r"\d{1,2}"
_OF_YEAR = r"\s*(?:/|năm|-|\.|,)\s*"
_QUARTER = r"IV|III|II|I|[1-4]"
_HOUR = r"(?:\d{1,2}\s?(?:giờ|h|g)\s?(?:\d{2})?(?:\s?phút)?,?\s*(?:(?:sáng|chiều|tối),?\s*)?)"
_PART = r"(?:(?:sáng|chiều|tối)\s+)"
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
WEEKDAYS = {
    "hai": "MO",
    "ba": "TU",
    "tư": "WE",
    "năm": "TH",
    "sáu": "FR",
    "bảy": "SA",
    "2": "MO",
    "3": "TU",
} | {"4": "WE", "5": "TH", "6": "FR", "7": "SA", "nhật": "SU"}
COUNT = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "mười": 10,
    "mười lăm": 15,
    "ba mươi": 30,
}
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(sorted(COUNT, key=len, reverse=True))})"

_DAY = (
    rf"(?:{_HOUR}|{_PART})?(?:ngày\s+)?(?P<d>{_D})\s*(?P<s>[/.-])\s*(?P<m>{_D})\s*(?P=s)\s*(?P<y>{YEAR})"
    rf"|(?:{_HOUR}|{_PART})?(?:ngày\s+)?(?P<d2>{_D})\s+tháng\s+(?P<m2>{_D})(?:\s+năm\s+|/)(?P<y2>{YEAR})"
    rf"|(?:{_HOUR}|{_PART})?ngày\s+(?P<d3>{_D})(?:\s*[/-]\s*|\s+tháng\s+)(?P<m3>{_D})(?![\d/-])(?!\s+năm\s+\d)"
    rf"|(?:(?<=trước )|(?<=chậm nhất )|(?<=muộn nhất )|(?<=chậm nhất là )|(?<=đến hết ))"
    rf"(?P<d4>{_D})/(?P<m4>{_D})(?![\d/%])"
)
_POINT = (
    rf"(?:{_DAY}"
    r"|(?:(?P<edge>tuần đầu|tuần cuối|nửa đầu|nửa cuối|đầu|giữa|cuối|hết)\s+)?"
    rf"(?:tháng\s*(?P<mo>{_D})(?:\s*(?:,|và|-|–)\s*(?:tháng\s*)?(?P<mo2>{_D}))?"
    rf"(?:{_OF_YEAR}(?P<my>{YEAR}))?"
    rf"|T\.?(?P<mo3>{_D})/(?P<my3>{YEAR}))(?!\d)"
    rf"|(?:(?P<qedge>đầu|giữa|cuối|hết)\s+)?(?:quý|Q\.)\s*(?P<q>{_QUARTER})(?:\s*(?:,|và|-|–)\s*(?:quý\s*)?(?P<q2>{_QUARTER}))?"
    rf"(?![\w])(?:{_OF_YEAR}(?P<qy>{YEAR}))?"
    rf"|(?P<half>0?6|0?9)\s+tháng\s+(?P<which>đầu|cuối)\s+năm(?:\s+(?P<hy>{YEAR}))?"
    rf"|(?:(?P<yedge>đầu|giữa|cuối|hết)\s+)?năm\s+(?P<yy>{YEAR})|(?P<yedge2>đầu|giữa|cuối|hết)\s+năm(?!\s*(?:\d|học)))"
)
_BEFORE = r"(?:(?:xong\s+|chậm nhất\s+(?:là\s+)?)?trước)"
_BY = (
    r"(?:(?:chậm|muộn) nhất(?:\s+là)?(?:\s+(?:vào|đến|trong))?(?:\s+hết)?|không (?:muộn|chậm) hơn|không quá"
    r"|hạn (?:cuối|chót)(?:\s+là)?\s*:?|(?:từ nay\s+)?(?:cho\s+)?đến(?:\s+hết)?|xong)"
)
_DURING = r"(?:trong(?:\s+khoảng)?|vào)"
POINT = re.compile(
    rf"(?<![\w/])(?:(?P<before>{_BEFORE})\s+|(?P<by>{_BY})\s+|(?P<during>{_DURING})\s+)?{_POINT}",
    re.IGNORECASE,
)
RANGE = re.compile(
    rf"(?<!\w)(?:từ\s+)(?:ngày\s+)?(?:{_D}(?:[/.-]{_D})?(?:[/.-]{YEAR})?|{_D}\s+tháng\s+{_D}(?:\s+năm\s+{YEAR})?|(?:tháng|quý)\s*\w+(?:{_OF_YEAR}{YEAR})?"
    rf"|năm\s+{YEAR})\s*(?:đến(?:\s+hết)?|-|–)\s*{_POINT}"
    rf"|(?<!\w)ngày\s+{_D}\s*(?:-|–|và)\s*(?:{_D}/{_D}/{YEAR})"
    rf"|(?<!\w)từ\s+ngày\s+{_D}\s*(?:-|–)\s*(?:{_D}/{_D}/{YEAR})",
    re.IGNORECASE,
)
_EACH = r"(?:hằng|hàng|mỗi)"
YEARLY_DAY = re.compile(
    rf"(?<!\w)(?:(?:trước|chậm nhất(?:\s+là)?|vào|trong)\s+)?"
    rf"(?:(?:ngày\s+)?(?P<d>{_D})(?:[/-]|\s+tháng\s+)(?P<m>{_D})|tháng\s+(?P<mo>{_D})|quý\s+(?P<q>{_QUARTER}))"
    rf"\s*,?\s+(?:{_EACH}|của)\s+năm"
    rf"|(?<!\w){_EACH}\s+năm\s*,?\s*\(?(?:xong\s+)?(?:trước|chậm nhất(?:\s+là)?(?:\s+vào)?|vào)\s+(?:ngày\s+)?"
    rf"(?P<d2>{_D})(?:[/-]|\s+tháng\s+)(?P<m2>{_D})(?![/\d-])",
    re.IGNORECASE,
)
MONTHLY_DAY = re.compile(
    rf"(?<!\w)(?:(?:trước|chậm nhất(?:\s+là)?(?:\s+vào)?|vào)\s+)?ngày\s+(?:mùng\s+)?(?P<d>{_D})"
    rf"\s+(?:{_EACH}\s+tháng|của\s+tháng)"
    rf"|(?<!\w){_EACH}\s+tháng(?:\s*,?\s*\(?|\s[^.;:\n]{{0,140}}?\s)"
    rf"(?:trước|chậm nhất(?:\s+là)?(?:\s+vào)?|vào)\s+ngày\s+(?P<d2>{_D})(?![/\d])",
    re.IGNORECASE,
)
QUARTER_DAY = re.compile(
    rf"(?<!\w)(?:(?:{_EACH}\s+quý\s*,?\s*)?(?:trước|chậm nhất(?:\s+là)?|vào)\s+)?ngày\s+(?P<d>{_D})\s+(?:của\s+)?"
    rf"tháng\s+cuối(?:\s+cùng)?(?:\s+(?:của\s+)?(?:{_EACH}\s+)?quý)",
    re.IGNORECASE,
)
WEEKLY_DAY = re.compile(
    rf"(?<!\w)(?:(?:trước|vào|chiều|sáng)\s+)?(?:{_HOUR})?(?:ngày\s+)?(?:thứ|chủ(?=\s+nhật))\s+(?P<w>hai|ba|tư|năm|sáu|bảy|nhật|[2-7])\s+{_EACH}\s+tuần"
    rf"|(?<!\w){_EACH}\s+tuần\s*,?\s*(?:vào\s+|trước\s+)?(?:ngày\s+|chiều\s+|sáng\s+)?(?:thứ|chủ(?=\s+nhật))\s+(?P<w2>hai|ba|tư|năm|sáu|bảy|nhật|[2-7])(?!\w)",
    re.IGNORECASE,
)
EVERY = re.compile(
    rf"(?<!\w)(?:định kỳ\s+)?(?:{_EACH}\s+(?P<unit>ngày|tuần|tháng|quý|năm)"
    r"|(?P<n>0?[1-9]|1[0-2]|một|hai|ba|bốn|năm|sáu)\s+(?P<u>tháng|năm|tuần)\s*(?:/|một|1|01)\s*(?:01\s+)?lần"
    r"|(?P<times>0?[1-4]|một|hai)\s+lần\s*/\s*(?P<per>năm|quý|tháng|tuần))(?!\w)"
    rf"|(?<!\w)(?:định kỳ|{_EACH})\s+(?P<n2>0?[1-9]|1[0-2])\s+(?P<u2>tháng|tuần)(?!\w)",
    re.IGNORECASE,
)
SPAN = re.compile(
    r"(?<!\w)(?:trong\s+(?:thời hạn|vòng|thời gian)|(?:chậm|muộn) nhất(?:\s+là)?(?:\s+(?:sau|trong))?|không quá"
    r"|tối đa(?:\s+không quá)?|thời hạn(?:\s+là)?|sau|trong)\s+"
    rf"(?P<n>{_NUMBER})(?:\s*\([^)]{{1,20}}\))?\s+(?P<unit>ngày làm việc|ngày|giờ|phút|tuần|tháng|năm)(?!\w)"
    rf"(?P<from>\s*,?\s*(?:(?:kể|tính)\s+)?(?:từ|sau)(?:\s+khi)?\s+(?P<anchor>[^,;.:\n\t()]{{2,120}}))?",
    re.IGNORECASE,
)
# `ít nhất 03 ngày làm việc trước ngày họp`, `trước khi khai hội ít nhất 10 ngày`: a span back from an event.
AHEAD = re.compile(
    rf"(?<!\w)(?:ít nhất|chậm nhất|tối thiểu)\s+(?P<n>{_NUMBER})\s+(?P<unit>ngày làm việc|ngày|giờ|tuần|tháng)\s+trước"
    r"\s+(?:khi\s+)?(?P<anchor>[^,;.:\n\t()]{2,80})"
    rf"|(?<!\w)trước\s+(?:khi\s+|(?=ngày\s+[^\W\d]))(?P<anchor2>[^\d,;.:\n\t()]{{2,60}}?)\s+"
    rf"(?:(?:ít nhất|chậm nhất|tối thiểu)\s+)?(?P<n2>{_NUMBER})"
    r"\s+(?P<unit2>ngày làm việc|ngày|giờ|tuần|tháng)(?!\w)",
    re.IGNORECASE,
)
# What a cell of a time column may hold by itself: `2019`, `2022 - 2023`, `Quý II/2018 - Quý I/2019`.
YEARS = re.compile(
    r"\s*(?:(?:trong|hoàn thành|đến)\s+)?(?:năm\s+)?(?P<first>(?:19|20)\d{2})"
    r"(?:\s*[-–]\s*(?P<last>(?:19|20)\d{2}))?\s*\.?\s*",
    re.IGNORECASE,
)
DASH = re.compile(r"\s*(?:-|–|đến)\s*")
