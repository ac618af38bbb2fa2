"""What narrows a question down, and how people type days."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.errors import CorpusError
from graph.wanted import Period, due_within, level_called
from nhiemvu.days import day_typed, period_typed

SINCE = date(2025, 3, 10)


@pytest.mark.parametrize(
    ("due", "first", "last", "within"),
    [
        ("2026-06-30", date(2026, 6, 1), date(2026, 6, 30), True),
        ("2026-07-01", date(2026, 6, 1), date(2026, 6, 30), False),
        ("2026-06-30", None, date(2026, 6, 30), True),
        ("2026-06-30", date(2026, 7, 1), None, False),
        ("FREQ=MONTHLY;BYMONTHDAY=15", date(2026, 6, 10), date(2026, 6, 20), True),
        ("FREQ=MONTHLY;BYMONTHDAY=15", date(2026, 6, 16), date(2026, 6, 20), False),
        ("FREQ=WEEKLY;BYDAY=FR", date(2026, 6, 5), date(2026, 6, 5), True),  # a Friday
        ("FREQ=WEEKLY;BYDAY=FR", date(2026, 6, 6), date(2026, 6, 7), False),
        ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15", date(2026, 12, 1), date(2026, 12, 31), True),
        ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15", date(2026, 1, 1), date(2026, 11, 30), False),
        ("FREQ=YEARLY", date(2026, 12, 1), None, True),
        (
            "FREQ=MONTHLY;INTERVAL=3",
            date(2026, 5, 1),
            date(2026, 5, 31),
            False,
        ),  # the quarters end in March, June, ...
        ("FREQ=MONTHLY;INTERVAL=6", date(2026, 6, 1), date(2026, 6, 30), True),
        ("FREQ=MONTHLY", None, date(2025, 3, 9), False),  # before the document
        ("P15D", date(2026, 1, 1), date(2026, 12, 31), False),
        ("1722/QĐ-TTg", None, None, False),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", date(2026, 1, 1), date(2026, 12, 31), False),  # no such day
        ("FREQ=NEVER", date(2026, 1, 1), None, False),
    ],
)
def test_deadlines_within_a_period(due: str, first: date | None, last: date | None, within: bool) -> None:
    assert due_within(due, Period(first, last), SINCE) is within


@pytest.mark.parametrize(
    ("typed", "level"),
    [("tỉnh", "province"), ("cấp tỉnh", "province"), ("Cấp Xã", "commune"), ("trung uong", "central"),
     ("huyện", "district"), ("district", "district"), ("", None), ("xóm", None), ("'; DROP", None)],
)  # fmt: skip
def test_levels(typed: str, level: str | None) -> None:
    assert level_called(typed) == level


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("6/2026", date(2026, 6, 1), date(2026, 6, 30)),
        ("2026-06", date(2026, 6, 1), date(2026, 6, 30)),
        ("tháng 6/2026", date(2026, 6, 1), date(2026, 6, 30)),
        ("năm 2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("30/6/2026", date(2026, 6, 30), date(2026, 6, 30)),
        ("quý II/2026", date(2026, 4, 1), date(2026, 6, 30)),
        ("Quy 4 năm 2026", date(2026, 10, 1), date(2026, 12, 31)),
        ("2026-01-01..2026-06-30", date(2026, 1, 1), date(2026, 6, 30)),
        ("1/2026..6/2026", date(2026, 1, 1), date(2026, 6, 30)),
        ("..30/6/2026", None, date(2026, 6, 30)),
        ("2026..", date(2026, 1, 1), None),
        ("..", None, None),
    ],
)
def test_periods_as_people_type_them(typed: str, first: date | None, last: date | None) -> None:
    assert period_typed(typed, "--due") == Period(first, last)


@pytest.mark.parametrize(
    "typed",
    [
        "31/6/2026",
        "13/2026",
        "quý V/2026",
        "mai",
        "",
        "1/2/3/4",
        "0000",
        "99999",
        "2026-1-1..x",
        "6/2026..1/2026",
        "١٢/٢٠٢٦/x",
    ],
)
def test_no_such_days(typed: str) -> None:
    with pytest.raises(CorpusError):
        period_typed(typed, "--due")


@pytest.mark.parametrize("typed", ["31/6/2025", "2025-02-29", "6/2025", "2025", "hôm nay", ""])
def test_no_such_day(typed: str) -> None:
    with pytest.raises(CorpusError):
        day_typed(typed, "--on")


def test_a_day() -> None:
    for typed in ("1/7/2025", "01-07-2025", "1.7.2025", "2025-07-01"):
        assert day_typed(typed, "--on") == date(2025, 7, 1)
