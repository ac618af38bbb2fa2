"""How Vietnamese documents say when something must be done: a table of forms, and one of what only looks like a time.

`deadline_forms.tsv` has one row a deadline; the rows of one text stand together, in reading order. A text is an item of
a plan of that date; `\\n` and `\\t` in it are a line break and the next cell of a table. An empty cell is no value.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest
from small_documents import said

from extract.deadlines import due_value
from extract.extraction import Deadline, Extraction

TABLES = Path(__file__).parent
HEAD = """ỦY BAN NHÂN DÂN
TỈNH TÂY NINH
Số: 30/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tây Ninh, ngày {day} tháng {month} năm {year}

KẾ HOẠCH
Phòng, chống hạn, mặn

II. TỔ CHỨC THỰC HIỆN
1. """
VALUES = ("due", "bound", "recurrence", "duration", "anchor", "reference", "last_day", "why")
Row = dict[str, str]


def table(name: str) -> list[Row]:
    head, *lines = (TABLES / name).read_text("utf-8").splitlines()
    return [dict(zip(head.split("\t"), line.split("\t"), strict=True)) for line in lines]


FORMS = table("deadline_forms.tsv")
EXAMPLES = [
    (text, date, list(rows)) for (text, date), rows in groupby(FORMS, key=lambda r: (r["text"], r["date"]))
]
NOT_DEADLINES = table("not_deadlines.tsv")


def plan(text: str, date: str) -> Extraction:
    year, month, day = date.split("-")
    printed = text.replace("\\n", "\n").replace("\\t", "\t")
    return said(HEAD.format(day=day, month=month, year=year) + printed)


def row_of(deadline: Deadline) -> Row:
    values = {name: getattr(deadline, name) or "" for name in VALUES}
    return {"quote": deadline.quote, **values, "working_days": "yes" if deadline.working_days else ""}


@pytest.mark.parametrize(
    ("text", "date", "rows"), EXAMPLES, ids=[f"{date} {text[-40:]}" for text, date, _ in EXAMPLES]
)
def test_a_form_is_read_as_the_table_says(text: str, date: str, rows: list[Row]) -> None:
    found = plan(text, date).deadlines
    assert [row_of(one) for one in found] == [
        {name: value for name, value in row.items() if name not in ("text", "date")} for row in rows
    ]


@pytest.mark.parametrize("row", NOT_DEADLINES, ids=[row["text"][:50] for row in NOT_DEADLINES])
def test_what_only_looks_like_a_deadline_is_none(row: Row) -> None:
    found = plan(row["text"], "2025-02-10")
    assert [one.quote for one in found.deadlines] == [], row["why"]
    assert len(found.tasks) == 1


@pytest.mark.parametrize(
    ("text", "date", "rows"), EXAMPLES, ids=[f"{date} {text[-40:]}" for text, date, _ in EXAMPLES]
)
def test_every_row_has_one_value_of_the_guide_or_says_why_not(text: str, date: str, rows: list[Row]) -> None:
    for row in rows:
        values = [row[name] for name in ("due", "recurrence", "duration", "reference") if row[name]]
        assert len(values) == 1 or (not values and row["why"])
        assert row["quote"] in " ".join(text.replace("\\n", " ").replace("\\t", " ").split())
        assert not row["last_day"] or row["duration"]
        assert (row["bound"] == "") == bool(row["reference"])
        assert row["recurrence"] == "" or row["bound"] == "during"


def test_what_a_task_is_due_repeats_its_deadlines() -> None:
    found = plan("Sở Y tế báo cáo trước ngày 20/4/2025 và hằng quý.", "2025-02-10")
    assert found.tasks[0].due == tuple(due_value(one) for one in found.deadlines)


def test_an_impossible_date_is_told_with_the_document() -> None:
    found = plan("Sở Y tế báo cáo trước ngày 31/6/2025.", "2025-02-10")
    assert found.source.warnings == ("thời hạn “trước ngày 31/6/2025”: lịch không có ngày 31/6",)
    assert plan("Sở Y tế báo cáo trước ngày 30/6/2025.", "2025-02-10").source.warnings == ()


def test_there_are_enough_forms() -> None:
    assert len(FORMS) >= 280
    assert len(NOT_DEADLINES) >= 130
    assert sum(bool(row["recurrence"]) for row in FORMS) >= 60
    assert sum(bool(row["duration"]) for row in FORMS) >= 40
    assert sum(bool(row["last_day"]) for row in FORMS) >= 12
