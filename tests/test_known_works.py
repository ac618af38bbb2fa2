"""What the rule data know of a cited work, apart from what the document says."""

from __future__ import annotations

from typing import Any

import pytest

from extract.citations import find_citations
from extract.extraction import Citation, Header


def cited(text: str, day: str | None = "2020-03-01") -> Citation:
    (found,) = find_citations(text, [(0, len(text))], Header(date=day))
    return found


KNOWN: list[Any] = [
    # a law by name and day, by name and year, by number
    ("Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015", "83/2015/QH13"),
    ("Luật Ngân sách nhà nước năm 2002", "01/2002/QH11"),
    ("Luật số 83/2015/QH13", "83/2015/QH13"),
    # an amending law whose name drafters shorten, by its day
    (
        "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ ngày 22 tháng 11 năm 2019",
        "47/2019/QH14",
    ),
    # an alias that everybody uses
    ("Nghị quyết 30a", "30a/2008/NQ-CP"),
    # only one generation was in force
    ("Luật Ngân sách nhà nước", "83/2015/QH13"),
    # a number that is given every year, with its day
    ("Quyết định số 1722/QĐ-TTg ngày 02/9/2016", "1722/QĐ-TTg"),
]
UNKNOWN = [
    "Luật Ngân sách nhà nước năm 2019",  # there was none
    "Luật Ngân sách nhà nước năm 2030",
    "Luật Vườn tược năm 2015",
    "Quyết định số 1722/QĐ-TTg ngày 02/9/2018",  # the same number of another year
    "Quyết định số 1722/QĐ-TTg",  # no year is said
    "Quyết định 1722",
]


@pytest.mark.parametrize(("text", "symbol"), KNOWN)
def test_the_work_that_is_meant(text: str, symbol: str) -> None:
    found = cited(text)
    assert found.work is not None
    assert found.work["symbol"] == symbol
    assert found.status == "resolved"
    assert found.work["source"]


@pytest.mark.parametrize("text", UNKNOWN)
def test_nothing_is_known(text: str) -> None:
    assert cited(text).work is None


def test_what_is_said_stays_as_it_was_said() -> None:
    found = cited("Luật Ngân sách nhà nước")
    assert (found.symbol, found.date) == (None, None)
    assert found.work is not None
    assert (found.work["symbol"], found.work["date"]) == ("83/2015/QH13", "2015-06-25")


def test_validity_is_that_of_the_day_of_the_document() -> None:
    states = {}
    for day in ("2016-01-01", "2018-01-01", "2026-06-01"):
        found = cited("Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015", day)
        assert found.work is not None
        states[day] = found.work["validity"]["state"]
    assert states == {"2016-01-01": "not_yet", "2018-01-01": "in_force", "2026-06-01": "replaced"}
    undated = cited("Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015", None)
    assert undated.work is not None
    assert "validity" not in undated.work


def test_two_generations_are_two_candidates() -> None:
    found = cited("theo Luật Đất đai", None)
    assert found.status == "ambiguous"
    assert {"45/2013/QH13", "31/2024/QH15"} <= set(found.candidates)
    assert found.work is None
