"""Time expressions and what each says. The year of a date without one is 2025 in this file."""

from __future__ import annotations

import pytest

from extract.times import times

# text, the expression, the last day, the bound
POINTS = [
    # days: the day always comes first
    ("nộp hồ sơ trước ngày 12/8/2024", "trước ngày 12/8/2024", "2024-08-12", "before"),
    ("gửi trước 31/10/2026 về Sở", "trước 31/10/2026", "2026-10-31", "before"),  # `ngày` left out
    ("trước 17 giờ 00 ngày 15/5/2025", "trước 17 giờ 00 ngày 15/5/2025", "2025-05-15", "before"),
    ("trước 16h30 ngày 02/6/2025", "trước 16h30 ngày 02/6/2025", "2025-06-02", "before"),
    ("chậm nhất ngày 20/11/2025", "chậm nhất ngày 20/11/2025", "2025-11-20", "by"),
    ("chậm nhất là ngày 15 tháng 6 năm 2025", "chậm nhất là ngày 15 tháng 6 năm 2025", "2025-06-15", "by"),
    ("chậm nhất vào ngày 25/12/2025", "chậm nhất vào ngày 25/12/2025", "2025-12-25", "by"),
    ("chậm nhất đến ngày 10/3/2025", "chậm nhất đến ngày 10/3/2025", "2025-03-10", "by"),
    ("chậm nhất trước ngày 10/3/2025", "chậm nhất trước ngày 10/3/2025", "2025-03-10", "before"),
    ("muộn nhất ngày 31/3/2025", "muộn nhất ngày 31/3/2025", "2025-03-31", "by"),
    ("không muộn hơn ngày 10/7/2025", "không muộn hơn ngày 10/7/2025", "2025-07-10", "by"),
    ("không chậm hơn ngày 11/7/2025", "không chậm hơn ngày 11/7/2025", "2025-07-11", "by"),
    ("không quá ngày 12/7/2025", "không quá ngày 12/7/2025", "2025-07-12", "by"),
    ("hạn cuối: 31/3/2025", "hạn cuối: 31/3/2025", "2025-03-31", "by"),
    ("hạn chót là ngày 01/4/2025", "hạn chót là ngày 01/4/2025", "2025-04-01", "by"),
    ("đến ngày 30/6/2025", "đến ngày 30/6/2025", "2025-06-30", "by"),
    ("đến hết ngày 05 tháng 9 năm 2025", "đến hết ngày 05 tháng 9 năm 2025", "2025-09-05", "by"),
    ("từ nay đến ngày 30/11/2025", "từ nay đến ngày 30/11/2025", "2025-11-30", "by"),
    ("xong trước ngày 15/6/2025", "xong trước ngày 15/6/2025", "2025-06-15", "before"),
    ("vào ngày 19/5/2025", "vào ngày 19/5/2025", "2025-05-19", "on"),
    ("trong ngày 22/12/2025", "trong ngày 22/12/2025", "2025-12-22", "on"),
    ("khai mạc ngày 27/7/2025", "ngày 27/7/2025", "2025-07-27", "on"),
    ("sáng ngày 20/10/2025", "sáng ngày 20/10/2025", "2025-10-20", "on"),
    ("08 giờ 00 ngày 03/3/2025", "08 giờ 00 ngày 03/3/2025", "2025-03-03", "on"),
    ("ngày 01-10-2025", "ngày 01-10-2025", "2025-10-01", "on"),  # the Party's hyphens
    ("ngày 24.11.2025", "ngày 24.11.2025", "2025-11-24", "on"),
    ("28 tháng 7 năm 2025", "28 tháng 7 năm 2025", "2025-07-28", "on"),
    ("ngày 9 tháng 3/2025", "ngày 9 tháng 3/2025", "2025-03-09", "on"),
    ("trước ngày 29/02/2024", "trước ngày 29/02/2024", "2024-02-29", "before"),  # a leap year
    # a missing year is the reader's
    ("trước ngày 05/7", "trước ngày 05/7", "2025-07-05", "before"),
    ("trước ngày 05 tháng 7", "trước ngày 05 tháng 7", "2025-07-05", "before"),
    ("chậm nhất ngày 25/11", "chậm nhất ngày 25/11", "2025-11-25", "by"),
    ("từ nay đến hết tháng 12", "từ nay đến hết tháng 12", "2025-12-31", "by"),
    ("trong tháng 6", "trong tháng 6", "2025-06-30", "during"),
    ("hoàn thành trong quý II", "trong quý II", "2025-06-30", "during"),
    ("đến hết năm", "đến hết năm", "2025-12-31", "by"),
    ("cuối năm", "cuối năm", "2025-12-31", "during"),
    ("6 tháng đầu năm", "6 tháng đầu năm", "2025-06-30", "during"),
    # months end on their last day
    ("Tháng 03/2025", "Tháng 03/2025", "2025-03-31", "during"),
    ("Tháng 4 năm 2026", "Tháng 4 năm 2026", "2026-04-30", "during"),
    ("trong tháng 02/2024", "trong tháng 02/2024", "2024-02-29", "during"),
    ("trong tháng 02/2025", "trong tháng 02/2025", "2025-02-28", "during"),
    ("tháng 9-2025", "tháng 9-2025", "2025-09-30", "during"),
    ("T3/2025", "T3/2025", "2025-03-31", "during"),
    ("T.11/2025", "T.11/2025", "2025-11-30", "during"),
    ("hết tháng 6/2025", "hết tháng 6/2025", "2025-06-30", "by"),
    ("đến hết tháng 9 năm 2025", "đến hết tháng 9 năm 2025", "2025-09-30", "by"),
    ("trước tháng 7/2025", "trước tháng 7/2025", "2025-07-01", "before"),  # as July begins
    # beginning, middle, end: Bộ luật Dân sự 2015, Điều 146
    ("đầu tháng 6/2025", "đầu tháng 6/2025", "2025-06-01", "during"),
    ("giữa tháng 6/2025", "giữa tháng 6/2025", "2025-06-15", "during"),
    ("cuối tháng 6/2025", "cuối tháng 6/2025", "2025-06-30", "during"),
    ("đầu năm 2026", "đầu năm 2026", "2026-01-01", "during"),
    ("giữa năm 2026", "giữa năm 2026", "2026-06-30", "during"),
    ("cuối năm 2026", "cuối năm 2026", "2026-12-31", "during"),
    ("cuối quý IV/2025", "cuối quý IV/2025", "2025-12-31", "during"),
    # two months
    ("tháng 4, 5 năm 2025", "tháng 4, 5 năm 2025", "2025-05-31", "during"),
    ("tháng 4-5/2025", "tháng 4-5/2025", "2025-05-31", "during"),
    ("tháng 10 và tháng 11/2025", "tháng 10 và tháng 11/2025", "2025-11-30", "during"),
    ("từ tháng 4 đến tháng 5/2025", "từ tháng 4 đến tháng 5/2025", "2025-05-31", "by"),
    ("từ tháng 9/2025 đến hết tháng 11/2025", "từ tháng 9/2025 đến hết tháng 11/2025", "2025-11-30", "by"),
    ("từ ngày 01/4/2025 đến ngày 15/5/2025", "từ ngày 01/4/2025 đến ngày 15/5/2025", "2025-05-15", "by"),
    ("từ ngày 10-20/9/2025", "từ ngày 10-20/9/2025", "2025-09-20", "during"),
    # quarters
    ("Quý II năm 2020", "Quý II năm 2020", "2020-06-30", "during"),
    ("trong Quý I/2026", "trong Quý I/2026", "2026-03-31", "during"),
    ("Q.II/2025", "Q.II/2025", "2025-06-30", "during"),
    ("quý 3/2025", "quý 3/2025", "2025-09-30", "during"),
    ("quý 4 năm 2025", "quý 4 năm 2025", "2025-12-31", "during"),
    ("quý I.2025", "quý I.2025", "2025-03-31", "during"),
    ("quý I, II/2025", "quý I, II/2025", "2025-06-30", "during"),
    ("Quý III - IV/2025", "Quý III - IV/2025", "2025-12-31", "during"),
    ("trước quý III/2025", "trước quý III/2025", "2025-07-01", "before"),
    ("đến hết quý I/2026", "đến hết quý I/2026", "2026-03-31", "by"),
    # halves
    ("6 tháng đầu năm 2025", "6 tháng đầu năm 2025", "2025-06-30", "during"),
    ("06 tháng cuối năm 2025", "06 tháng cuối năm 2025", "2025-12-31", "during"),
    ("9 tháng đầu năm 2025", "9 tháng đầu năm 2025", "2025-09-30", "during"),
    # years
    ("trong năm 2025", "trong năm 2025", "2025-12-31", "during"),
    ("năm 2027", "năm 2027", "2027-12-31", "during"),
    ("đến hết năm 2025", "đến hết năm 2025", "2025-12-31", "by"),
    ("đến cuối năm 2026", "đến cuối năm 2026", "2026-12-31", "by"),
    ("đến năm 2030", "đến năm 2030", "2030-12-31", "by"),
    ("từ nay đến năm 2030", "từ nay đến năm 2030", "2030-12-31", "by"),
    ("hết năm 2028", "hết năm 2028", "2028-12-31", "by"),
    ("trước năm 2030", "trước năm 2030", "2030-01-01", "before"),
]  # fmt: skip

# text, the expression, the rule of RFC 5545
RECURRING = [
    ("hằng ngày", "hằng ngày", "FREQ=DAILY"),
    ("hàng tuần", "hàng tuần", "FREQ=WEEKLY"),  # `hàng` is `hằng`
    ("hằng tháng", "hằng tháng", "FREQ=MONTHLY"),
    ("hàng quý", "hàng quý", "FREQ=MONTHLY;INTERVAL=3"),
    ("định kỳ hằng quý", "định kỳ hằng quý", "FREQ=MONTHLY;INTERVAL=3"),
    ("hàng năm", "hàng năm", "FREQ=YEARLY"),
    ("mỗi tháng", "mỗi tháng", "FREQ=MONTHLY"),
    ("mỗi quý", "mỗi quý", "FREQ=MONTHLY;INTERVAL=3"),
    ("6 tháng một lần", "6 tháng một lần", "FREQ=MONTHLY;INTERVAL=6"),
    ("03 tháng/lần", "03 tháng/lần", "FREQ=MONTHLY;INTERVAL=3"),
    ("02 tuần/lần", "02 tuần/lần", "FREQ=WEEKLY;INTERVAL=2"),
    ("5 năm một lần", "5 năm một lần", "FREQ=YEARLY;INTERVAL=5"),
    ("12 tháng một lần", "12 tháng một lần", "FREQ=YEARLY"),
    ("định kỳ 6 tháng", "định kỳ 6 tháng", "FREQ=MONTHLY;INTERVAL=6"),
    ("2 lần/năm", "2 lần/năm", "FREQ=MONTHLY;INTERVAL=6"),
    ("01 lần/quý", "01 lần/quý", "FREQ=MONTHLY;INTERVAL=3"),
    # with their day
    ("trước ngày 15 hằng tháng", "trước ngày 15 hằng tháng", "FREQ=MONTHLY;BYMONTHDAY=15"),
    ("ngày 25 hàng tháng", "ngày 25 hàng tháng", "FREQ=MONTHLY;BYMONTHDAY=25"),
    ("hằng tháng trước ngày 20", "hằng tháng trước ngày 20", "FREQ=MONTHLY;BYMONTHDAY=20"),
    ("hằng tháng, chậm nhất ngày 05", "hằng tháng, chậm nhất ngày 05", "FREQ=MONTHLY;BYMONTHDAY=5"),
    ("trước ngày 15/12 hằng năm", "trước ngày 15/12 hằng năm", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15"),
    ("trước 20/11 hàng năm", "trước 20/11 hàng năm", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20"),
    ("vào ngày 24/11 hằng năm", "vào ngày 24/11 hằng năm", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=24"),
    ("hằng năm trước ngày 15/11", "hằng năm trước ngày 15/11", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=15"),
    ("hằng năm, trước ngày 10 tháng 12", "hằng năm, trước ngày 10 tháng 12", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10"),
    ("tháng 10 hằng năm", "tháng 10 hằng năm", "FREQ=YEARLY;BYMONTH=10"),
    ("quý II hằng năm", "quý II hằng năm", "FREQ=YEARLY;BYMONTH=4,5,6"),
    ("thứ Sáu hằng tuần", "thứ Sáu hằng tuần", "FREQ=WEEKLY;BYDAY=FR"),
    ("hằng tuần, vào thứ Hai", "hằng tuần, vào thứ Hai", "FREQ=WEEKLY;BYDAY=MO"),
    ("chiều thứ 5 hàng tuần", "chiều thứ 5 hàng tuần", "FREQ=WEEKLY;BYDAY=TH"),
    ("trước 16 giờ thứ Năm hằng tuần", "trước 16 giờ thứ Năm hằng tuần", "FREQ=WEEKLY;BYDAY=TH"),
    ("hằng quý, trước ngày 20 tháng cuối quý", "hằng quý, trước ngày 20 tháng cuối quý", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20"),
    ("trước ngày 05 tháng cuối cùng của mỗi quý", "trước ngày 05 tháng cuối cùng của mỗi quý", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5"),
]  # fmt: skip

# text, duration, working days, anchor
SPANS = [
    ("trong vòng 36 tháng kể từ ngày thoát nghèo", "P36M", False, "ngày thoát nghèo"),
    ("trong thời hạn 30 ngày kể từ ngày ký", "P30D", False, "ngày ký"),
    ("trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ", "P5D", True, "ngày nhận đủ hồ sơ"),
    ("không quá 15 ngày, kể từ ngày thụ lý", "P15D", False, "ngày thụ lý"),
    ("chậm nhất 10 ngày sau khi kết thúc đợt thanh tra", "P10D", False, "khi kết thúc đợt thanh tra"),
    ("chậm nhất sau 07 ngày kể từ ngày họp", "P7D", False, "ngày họp"),
    ("sau 10 ngày kể từ ngày nhận được văn bản", "P10D", False, "ngày nhận được văn bản"),
    ("trong 02 năm kể từ ngày nghiệm thu", "P2Y", False, "ngày nghiệm thu"),
    ("trong thời hạn 30 (ba mươi) ngày kể từ ngày công bố", "P30D", False, "ngày công bố"),
    ("trong vòng mười lăm ngày từ ngày trúng thầu", "P15D", False, "ngày trúng thầu"),
    # without an event
    ("trong vòng 24 giờ", "PT24H", False, None),
    ("trong thời hạn 03 ngày làm việc", "P3D", True, None),
    ("không quá 02 tuần", "P2W", False, None),
    ("chậm nhất 05 ngày làm việc", "P5D", True, None),
    ("thời hạn 12 tháng", "P12M", False, None),
]  # fmt: skip

# dates that the calendar does not have: the words are found, the day is not made up
IMPOSSIBLE = [
    "trước ngày 31/11/2025",
    "ngày 30/02/2025",
    "ngày 29/02/2023",
    "trước ngày 31/6",
    "ngày 15/13/2025",
    "ngày 00/5/2025",
    "tháng 13/2025",
]

NO_TIMES = [
    "Ngân hàng Chính sách xã hội và sản xuất hàng hóa",  # `hàng` of other words
    "hàng không, cửa hàng, khách hàng",
    "chi 452,413 tỷ đồng cho 1.000 người",
    "các mục 4.10, 3.2 và Điều 12",
    "trẻ em dưới 5 tuổi và từ 6 đến dưới 16 tuổi",
    "61 huyện nghèo thuộc Chương trình 135",
    "năm bước triển khai",  # five steps
    "bảy ngành, ba lĩnh vực",
    "thường xuyên, kịp thời, sớm",
    "trong thời gian tới",
    "đúng thời hạn quy định",
    "tổ 3, khu phố 5",
    "quý vị đại biểu",  # `quý` of courtesy
    "thứ nhất, thứ hai",  # ordinals
    "",
]

# what was once read wrong, or still is
HARD_POINTS = [
    ("nộp báo cáo trước 30/9", "trước 30/9", "2025-09-30", "before"),
    ("chậm nhất 15/10", "chậm nhất 15/10", "2025-10-15", "by"),
]  # fmt: skip
# what was once read wrong, or still is
HARD_RECURRING = [
    ("họp một lần/tháng", "một lần/tháng", "FREQ=MONTHLY"),
    ("hằng 6 tháng", "hằng 6 tháng", "FREQ=MONTHLY;INTERVAL=6"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "due", "bound"), [*POINTS, *HARD_POINTS])
def test_a_point_of_the_calendar(text: str, quote: str, due: str, bound: str) -> None:
    assert [(text[t.start : t.end], t.due, t.bound) for t in times(text, 2025)] == [(quote, due, bound)]


@pytest.mark.parametrize(("text", "quote", "rule"), [*RECURRING, *HARD_RECURRING])
def test_a_recurrence(text: str, quote: str, rule: str) -> None:
    found = times(text, 2025)
    assert [(text[t.start : t.end], t.recurrence, t.bound) for t in found] == [(quote, rule, "during")]


@pytest.mark.parametrize(("text", "duration", "working", "anchor"), SPANS)
def test_a_span_from_an_event(text: str, duration: str, working: bool, anchor: str | None) -> None:
    (span,) = times(text, 2025)
    assert (span.duration, span.working_days, span.anchor, span.due) == (duration, working, anchor, None)


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_an_impossible_date_is_never_made_up(text: str) -> None:
    assert [time.due for time in times(text, 2025)] in ([None], [])


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert times(text, 2025) == []


@pytest.mark.parametrize(
    "text", ["trước ngày 05/7", "trong tháng 6", "quý II", "đến hết năm", "6 tháng đầu năm"]
)
def test_without_a_year_in_mind_there_is_no_date(text: str) -> None:
    assert [time.due for time in times(text)] == [None]


def test_expressions_stand_in_order_and_do_not_overlap() -> None:
    text = "Trước ngày 15/6/2025 báo cáo 6 tháng; hằng quý, trước ngày 20 tháng cuối quý; đến hết năm 2025 tổng kết."
    found = times(text, 2025)
    assert [text[t.start : t.end] for t in found] == [
        "Trước ngày 15/6/2025",
        "hằng quý, trước ngày 20 tháng cuối quý",
        "đến hết năm 2025",
    ]


def test_a_day_beside_a_yearly_one_is_yearly_too() -> None:
    found = times("trước ngày 20/5 và trước ngày 20/11 hằng năm", 2025)
    assert [time.recurrence for time in found] == [
        "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=20",
        "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20",
    ]
