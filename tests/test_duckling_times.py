"""Phrases of time against a day: the Vietnamese facts of Duckling (BSD-3-Clause), and more of what offices write.

`duckling_times.tsv` has the phrase, its first and last day, its hour, and why it is left out where it is: what is only
said aloud (`hôm kia`) or has no day (`10 giờ 45`) stands in no document.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from extract.relative_times import read_time

TODAY = date(2017, 2, 2)
_LINES = (Path(__file__).parent / "duckling_times.tsv").read_text("utf-8").splitlines()
ROWS = [tuple(line.split("\t")) for line in _LINES if not line.startswith("#")][1:]
READ = [row for row in ROWS if not row[4]]

# phrase, first day, last day on 2 February 2017
MORE = [
    ("từ ngày 13 đến ngày 15 tháng 2", "2017-02-13", "2017-02-15"),
    ("từ tháng 3 đến tháng 5", "2017-03-01", "2017-05-31"),
    ("trong vòng 2 tuần", "2017-02-02", "2017-02-16"),
    ("trong vòng một tháng", "2017-02-02", "2017-03-02"),
    ("cuối tháng sáu", "2017-06-30", "2017-06-30"),
    ("6 tháng đầu năm", "2017-01-01", "2017-06-30"),
    ("quý II", "2017-04-01", "2017-06-30"),
    ("ngày Quốc khánh", "2017-09-02", "2017-09-02"),
    ("ngày 31 tháng mười hai", "2017-12-31", "2017-12-31"),
    ("tháng 1 tới", "2018-01-01", "2018-01-31"),
    ("hai tuần tới", "2017-02-06", "2017-02-19"),
]

NO_DAY = [
    "có ngày chính xác",
    "ngày 31 tháng 2",
    "tháng 13",
    "thứ tám",
    "rằm tháng giêng",  # of the lunar calendar
    "trước Tết Nguyên đán",
    "năm tháng ba lần",
    "",
]


@pytest.mark.parametrize("row", READ, ids=[row[0] for row in READ])
def test_a_phrase_that_documents_may_have(row: tuple[str, ...]) -> None:
    phrase, start, last, hour, _ = row
    found = read_time(phrase, TODAY)
    assert found
    assert (found.start.isoformat(), found.last.isoformat(), found.hour or "") == (start, last, hour)


@pytest.mark.parametrize(("phrase", "start", "last"), MORE)
def test_more_phrases(phrase: str, start: str, last: str) -> None:
    found = read_time(phrase, TODAY)
    assert found
    assert (found.start.isoformat(), found.last.isoformat()) == (start, last)


@pytest.mark.parametrize("phrase", NO_DAY)
def test_what_tells_no_day(phrase: str) -> None:
    assert read_time(phrase, TODAY) is None


def test_what_is_left_out_says_why() -> None:
    assert len(ROWS) == 160
    assert len(READ) == 94
    assert all(row[4] or (row[1] and row[2]) for row in ROWS)


@pytest.mark.parametrize("phrase", sorted({row[0] for row in ROWS if row[4].startswith("spoken")}))
def test_what_is_only_spoken_is_not_read(phrase: str) -> None:
    assert read_time(phrase, TODAY) is None
