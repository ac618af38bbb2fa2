"""Which deadlines fall on which days of a month."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from extract.extraction import Deadline
from publish.month import days_of_deadlines, month_after, weeks_of


def deadline(**facts: Any) -> Deadline:
    return Deadline(quote="", start=0, end=0, rule="", **facts)


@pytest.mark.parametrize(
    ("facts", "since", "days"),
    [
        ({"due": "2026-06-15"}, None, ["2026-06-15"]),
        ({"due": "2026-07-01"}, None, []),
        ({"duration": "P15D", "last_day": "2026-06-16"}, None, ["2026-06-16"]),
        ({"duration": "P15D"}, None, []),
        ({"recurrence": "FREQ=MONTHLY;BYMONTHDAY=20"}, None, ["2026-06-20"]),
        ({"recurrence": "FREQ=WEEKLY;BYDAY=MO"}, None, ["2026-06-01", "2026-06-08", "2026-06-15", "2026-06-22", "2026-06-29"]),
        # it begins with its document, and ends where that says
        ({"recurrence": "FREQ=WEEKLY;BYDAY=MO"}, date(2026, 6, 20), ["2026-06-22", "2026-06-29"]),
        ({"recurrence": "FREQ=WEEKLY;BYDAY=MO", "due": "2026-06-10"}, None, ["2026-06-01", "2026-06-08"]),
        # every quarter is its last day; every day is no day of its own
        ({"recurrence": "FREQ=MONTHLY;INTERVAL=3"}, None, ["2026-06-30"]),
        ({"recurrence": "FREQ=DAILY"}, None, []),
        ({"reference": "12/KH-UBND"}, None, []),
    ],
)  # fmt: skip
def test_days_in_june(facts: dict[str, Any], since: date | None, days: list[str]) -> None:
    found = days_of_deadlines([deadline(**facts)], date(2026, 6, 1), date(2026, 6, 30), since)
    assert [str(day) for day in found] == days


def test_weeks_are_whole_and_hold_the_month() -> None:
    for month in ("2026-02", "2027-08", "2028-02"):
        weeks = weeks_of(month)
        days = [day for week in weeks for day in week]
        assert all(len(week) == 7 and week[0].weekday() == 0 for week in weeks)
        inside = [day for day in days if f"{day:%Y-%m}" == month]
        assert (inside[0].day, f"{date.fromordinal(inside[-1].toordinal() + 1):%Y-%m}") == (
            1,
            month_after(month),
        )


def test_months_go_on_over_years() -> None:
    assert [month_after("2026-11", n) for n in (-11, 0, 1, 2, 14)] == [
        "2025-12",
        "2026-11",
        "2026-12",
        "2027-01",
        "2028-01",
    ]
