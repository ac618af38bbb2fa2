"""The pattern of points of the calendar (`extract.time_points` reads them), for text in small letters.

A point is a day, week, month, quarter, half or year with its edge (`đầu`, `giữa`, `cuối`, `hết`); a bound word before
it (`trước`, `đến hết`, `chậm nhất`) says how it limits.
"""

from __future__ import annotations

import re

from extract.time_words import (
    DIGITS,
    MONTH,
    MONTH_WORD,
    NEW_MOON,
    NUMBER,
    NUMBER_WORD,
    OF_YEAR,
    PRE,
    QUARTER,
    QUARTER_WORD,
    YEAR,
)

_JOIN = r"\s*(?:,|và|-|–|;)\s*"
_JOIN_AND = r"\s*(?:,|và)\s*"
_DAY_NUMBER = rf"(?:{DIGITS}|{NUMBER_WORD})"
_MONTH_NUMBER = rf"(?:{DIGITS}|{MONTH_WORD})"
# `15/20 xã`: a share of so many, and no day.
NO_SHARE = r"(?![\d/%]|\s*(?:số|tổng|diện|dân|hộ|xã|thành viên)(?!\w))"
_DAY = (
    rf"(?:ngày\s+)?(?P<d>{DIGITS})\s*(?P<s>[/.-])\s*(?P<m>{DIGITS})\s*(?P=s)\s*(?P<y>{YEAR})"
    rf"|(?:ngày\s+)?(?:{NEW_MOON}\s+)?(?P<d2>{DIGITS})\s+(?:của\s+)?tháng\s+(?P<m2>{DIGITS})(?:,?\s+năm\s+|\s*[/-]\s*)(?P<y2>{YEAR})"
    rf"|ngày\s+(?P<d5>{DIGITS})(?P<s5>[/.-])(?P<m5>{DIGITS})(?P=s5)(?P<y5>\d\d)(?![\d/])"
    rf"|ngày\s+(?P<d3>{DIGITS})(?:\s*[/-]\s*|\.|\s+(?:của\s+)?tháng\s+)(?P<m3>{DIGITS})(?![\d/-]|\.\d)(?!,?\s+năm\s+\d)"
    rf"|(?:ngày\s+(?:{NEW_MOON}\s+)?|{NEW_MOON}\s+|(?=rằm))(?P<d6>{_DAY_NUMBER}|rằm)\s+tháng\s+"
    rf"(?P<m6>{_MONTH_NUMBER}|giêng|chạp)(?!\w)(?:,?\s+năm\s+(?P<y6>{YEAR}))?"
    r"|(?(before)|(?(by)|(?(during)|(?!))))"
    rf"(?:(?:dịp\s+)?lễ\s+)?(?P<d4>{DIGITS})(?:/|\s+tháng\s+)(?P<m4>{DIGITS}){NO_SHARE}(?!\s+(?:ngày|tuần|tuổi)(?!\w))"
    rf"|ngày\s*[.…_]*\s*(?:/|tháng)\s*(?P<mb>{MONTH})(?:\s*/|\s+năm)\s*(?P<yb>{YEAR})"
)
_MORE_MONTHS = (
    rf"(?:(?:{_JOIN}tháng\s*|\s*[-–]\s*)(?P<mo2>{MONTH})"
    rf"|(?:{_JOIN}(?:tháng\s*)?{MONTH}){{0,10}}{_JOIN}(?:tháng\s*)?(?P<mo4>{MONTH})"
    rf"(?(these)(?!\s*[/.]\s*\d{{1,2}}(?!\d))|(?={OF_YEAR}{YEAR})))?"
)
_OF = r"\s+(?:của\s+)?"
_WEEK = rf"tuần\s+(?:thứ\s+)?(?P<week>{DIGITS}|nhất|hai|ba|tư|năm|đầu(?:\s+tiên)?|cuối(?:\s+cùng)?)"
_EDGE = rf"{_WEEK}|nửa đầu|nửa cuối|(?:thượng|trung|hạ) tuần|ngày\s+(?:đầu|cuối)(?:\s+(?:tiên|cùng))?|đầu|giữa|cuối|hết"
_NOT_COUNTED = r"(?!\s+(?:lần|ngày|tuần|tháng|buổi|cuộc|đợt|kỳ|giờ)(?!\w))"
_MONTHS = (
    rf"(?:(?P<edge>{_EDGE}){_OF})?"
    rf"(?:(?(edge)|(?<!\d ))(?P<these>các\s+)?tháng\s*(?P<mo>\d{{1,2}})(?!\d){_MORE_MONTHS}(?:{OF_YEAR}(?P<my>{YEAR}))?"
    rf"|tháng\s+(?P<mow>{MONTH_WORD})(?:\s+năm\s+(?P<myw>{YEAR}))?"
    rf"|t\.?(?P<mo3>{DIGITS})[/.](?P<my3>{YEAR})){_NOT_COUNTED}"
)
_MORE_QUARTERS = rf"(?:{_JOIN}(?:quý\s*)?(?P<q2>{QUARTER}))*"
_QUARTERS = (
    r"(?:(?P<qedge>ngày\s+(?:đầu|cuối)(?:\s+(?:tiên|cùng))?|tháng cuối|đầu|giữa|cuối|hết)\s+(?:của\s+)?)?"
    rf"(?:(?:các\s+)?(?:quý\s*|q\.?)(?P<q>{QUARTER}){_MORE_QUARTERS}|quý\s+(?P<qw>{QUARTER_WORD}))"
    rf"(?:{OF_YEAR}(?P<qy>{YEAR}))?{_NOT_COUNTED}"
)
_HALF = (
    rf"(?P<half>{NUMBER})\s+tháng\s+(?P<which>đầu|cuối)\s+(?:của\s+)?năm(?:\s+(?P<hy>{YEAR}))?(?!\s*học)"
    rf"|(?P<rest>(?:các|những)\s+tháng\s+cuối\s+)năm(?:\s+(?P<hy3>{YEAR}))?(?!\s*học)"
    rf"|nửa\s+(?P<which2>đầu|cuối)\s+(?:của\s+)?năm(?:\s+(?P<hy2>{YEAR}))?(?!\s*học)"
)
_YEARS = (
    rf"(?:(?P<yedge>ngày\s+(?:đầu|cuối)(?:\s+(?:tiên|cùng))?|đầu|giữa|cuối|hết|kết thúc)\s+(?:của\s+)?)?"
    rf"năm\s+(?:tài chính\s+|ngân sách\s+)?(?P<yy>{YEAR})"
    rf"(?:(?:{_JOIN_AND}|\s*[-–]\s*)(?:năm\s+)?(?P<yy2>{YEAR})(?!\s+[^\W\d]))*"
    r"|(?P<yedge2>đầu|giữa|cuối|hết)\s+năm(?!\s*(?:\d|học|tháng|ngày|bước|nhóm))"
    rf"|(?:(?P<sedge>đầu|giữa|cuối|hết)\s+)?(?P<school>năm học)\s+(?P<sy>{YEAR})\s*[-–]\s*(?P<sy2>{YEAR})"
)
_CAN_CHI = r"(?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý)\s+(?:tý|sửu|dần|mão|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi)"
_TET = (
    rf"(?P<tet>(?:dịp\s+)?tết(?:\s+(?:cổ truyền|âm lịch))?(?:\s+nguyên đán)?(?:\s+năm)?(?:\s+xuân)?(?:\s+{_CAN_CHI})?"
    rf"(?:\s*[-–,]?\s*(?:năm\s+)?{YEAR})?)(?!\w|\s+(?:dương|trung|thiếu|đoan|độc))"
)
BODY = rf"(?:{PRE}(?:{_DAY})|{_MONTHS}|{_QUARTERS}|{_HALF}|{_YEARS})"
BEFORE = (
    r"(?:(?:xong|(?:chậm|muộn|trễ) nhất(?:\s+là)?|(?:từ nay\s+)?(?:cho\s+)?đến)\s+)?trước(?:\s+thời điểm)?"
)
BY = (
    r"(?:(?:chậm|muộn|trễ) nhất(?:\s+là)?(?:\s+(?:vào|đến|trong))?(?:\s+hết)?"
    r"|không (?:muộn|chậm|trễ) hơn|không (?:để |được )?(?:chậm |trễ )?quá"
    r"|hạn (?:cuối(?: cùng)?|chót)(?:\s+là)?\s*:?|(?:từ nay\s+)?(?:cho\s+)?đến(?:\s+hết)?|xong(?!\s+trong)"
    r"|hết(?=\s+ngày\s+\d))"
)
# `trong hai năm 2024 - 2025`: the years that are counted follow.
_COUNTED_YEARS = rf"{NUMBER}(?=\s+năm\s+{YEAR}\s*(?:[-–,]|và))"
DURING = rf"(?:trong(?:\s+(?:khoảng|suốt|{_COUNTED_YEARS}))?|vào(?:\s+khoảng)?)"
POINT = re.compile(
    rf"(?<![\w/])(?:(?P<before>{BEFORE})\s+|(?P<by>{BY})\s+|(?P<during>{DURING})\s+)?(?:{BODY}|(?(before){_TET}|(?!)))"
)

TRIGGER = re.compile(
    r"ngày(?:\s*[.…_/]|\s+(?:\d|m[ồù]ng|rằm|đầu|cuối|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|tháng\s))"
    r"|tháng\s*(?:\d|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|giêng|chạp|(?:đầu|cuối)\s+(?:của\s+)?năm)"
    r"|quý\s*(?:[ivx\d]|một|hai|ba|tư|bốn)|năm\s+(?:19|20|học|tài|ngân)|(?:đầu|giữa|cuối|hết)\s+(?:của\s+)?năm"
    r"|rằm|m[ồù]ng\s|tết(?!\w)|\d\d?\s?[/.-]\s?\d|t\.?\d{1,2}[/.]|q(?:\.|\d)"
)
_LEADING_WORDS = (
    "xong trước thời điểm chậm muộn trễ nhất là từ nay cho đến vào trong hết không hơn quá để được hạn cuối cùng"
    " chót kết thúc khoảng suốt lúc đúng giờ h phút g sáng trưa chiều tối buổi thứ hai ba tư năm sáu bảy chủ chúa"
    " nhật ngày mồng mùng các những tháng tuần đầu tiên nửa giữa của thượng trung hạ quý một bốn tám chín mười mươi"
    " dịp chót: cuối: là: lễ"
)
LEADING = frozenset(_LEADING_WORDS.split())
