"""The calendar, read back with a calendar parser."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar, Event

from corpus.facts import Progress, ProgressState
from extract.extraction import Deadline, Extraction, Header
from publish.checklist import Checklist, Group, checklist
from publish.to_ics import undated, write


def events_of(tasks: Checklist) -> list[Event]:
    calendar = Calendar.from_ical(write(tasks))
    assert not calendar.errors
    assert all(not event.errors for event in calendar.events)
    return calendar.events


def test_an_event_for_each_dated_deadline(plan: Extraction) -> None:
    events = events_of(checklist(plan))
    assert [event.decoded("dtstart") for event in events] == [
        date(2025, 4, 20),
        date(2025, 6, 30),
        date(2025, 3, 15),  # the first fifteenth after the plan
    ]
    assert events[0].decoded("dtend") == date(2025, 4, 21)
    assert {event.decoded("dtstamp") for event in events} == {datetime(2025, 2, 27, tzinfo=UTC)}


def test_an_event_says_whose_it_is_and_where_it_stands(plan: Extraction) -> None:
    event = events_of(checklist(plan))[0]
    assert str(event["summary"]) == "Sở Tài chính: Thẩm định kinh phí trước ngày 20/4/2025."
    assert str(event["description"]).splitlines() == [
        "Thẩm định kinh phí trước ngày 20/4/2025.",
        "Thời hạn: trước ngày 20/4/2025",
        "Chủ trì: Sở Tài chính",
        "Phối hợp: các Sở, ban, ngành liên quan",
        "Căn cứ: Quyết định số 90/QĐ-TTg ngày 18/01/2022; khoản 2 Điều 5 Luật Ngân sách nhà nước",
        "Theo Kế hoạch số 22/KH-UBND ngày 27/02/2025 của Ủy ban nhân dân tỉnh Bình Định",
        "Mục, trang: V.1, tr. 3",
    ]
    assert event.categories == ["Sở Tài chính"]


def test_a_lead_that_the_work_begins_with_is_not_said_twice(plan: Extraction) -> None:
    task = replace(plan.tasks[0], quote="Sở Tài chính thẩm định kinh phí.")
    assert str(events_of(checklist(replace(plan, tasks=(task,))))[0]["summary"]) == task.quote


def test_a_deadline_that_comes_back(plan: Extraction) -> None:
    every_month = events_of(checklist(plan))[2]
    assert every_month["rrule"] == {"FREQ": ["MONTHLY"], "BYMONTHDAY": [15]}


def test_the_last_day_of_a_quarter_skips_no_month(plan: Extraction) -> None:
    deadlines = _repeated(plan, recurrence="FREQ=MONTHLY;INTERVAL=3", due="2026-12-31")
    event = events_of(checklist(deadlines))[0]
    assert event.decoded("dtstart") == date(2025, 3, 31)
    assert event["rrule"] == {
        "FREQ": ["MONTHLY"],
        "INTERVAL": [3],
        "BYMONTHDAY": [-1],
        "UNTIL": [date(2026, 12, 31)],
    }


def test_a_day_of_each_quarter_begins_in_the_month_that_the_anchor_names(plan: Extraction) -> None:
    rule = "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10"
    last, first = (
        events_of(checklist(_repeated(plan, recurrence=rule, anchor=anchor)))[0]
        for anchor in ("tháng cuối quý", "tháng đầu quý")
    )
    assert (last.decoded("dtstart"), first.decoded("dtstart")) == (date(2025, 3, 10), date(2025, 4, 10))
    assert first["rrule"] == last["rrule"] == {"FREQ": ["MONTHLY"], "INTERVAL": [3], "BYMONTHDAY": [10]}


def test_several_days_of_a_week_and_the_last_saturday_of_a_month(plan: Extraction) -> None:
    for rule, first, written in (
        ("FREQ=WEEKLY;BYDAY=TU,FR", date(2025, 2, 28), {"FREQ": ["WEEKLY"], "BYDAY": ["TU", "FR"]}),
        ("FREQ=MONTHLY;BYDAY=-1SA", date(2025, 3, 29), {"FREQ": ["MONTHLY"], "BYDAY": ["-1SA"]}),
        ("FREQ=HOURLY;INTERVAL=3", date(2025, 2, 27), {"FREQ": ["DAILY"]}),  # a calendar of days
    ):
        event = events_of(checklist(_repeated(plan, recurrence=rule)))[0]
        assert (event.decoded("dtstart"), event["rrule"]) == (first, written)


def test_tasks_without_a_day_are_counted(plan: Extraction) -> None:
    assert undated(checklist(plan)) == 2
    assert undated(checklist(plan).grouped()) == 2  # each task once, whatever the grouping


def test_without_a_date_of_its_own_the_document_takes_the_year_of_its_first_deadline(
    plan: Extraction,
) -> None:
    events = events_of(checklist(replace(plan, header=Header())))
    assert events[2].decoded("dtstart") == date(2025, 1, 15)


def test_identifiers_are_stable_and_each_stands_once(plan: Extraction) -> None:
    flat, grouped = events_of(checklist(plan)), events_of(checklist(plan).grouped())
    names = [str(event["uid"]) for event in flat]
    assert len(set(names)) == 3
    assert sorted(names) == sorted(str(event["uid"]) for event in grouped)  # t2 has two leads
    rescanned = replace(plan, source=replace(plan.source, sha256="cd" * 32, path="kh22.pdf"))
    assert [str(event["uid"]) for event in events_of(checklist(rescanned))] == names


def test_text_cannot_break_out_of_its_field(plan: Extraction) -> None:
    task = replace(plan.tasks[0], quote="Họp; mời A, B\\\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:x")
    events = events_of(checklist(replace(plan, tasks=(task,))))
    assert len(events) == 1
    assert str(events[0]["summary"]).endswith("Họp; mời A, B\\ END:VEVENT BEGIN:VEVENT SUMMARY:x")


def test_lines_are_folded_as_the_standard_says(plan: Extraction) -> None:
    assert all(len(line) <= 75 for line in write(checklist(plan)).split(b"\r\n"))


def test_the_same_checklist_gives_the_same_bytes(plan: Extraction) -> None:
    assert write(checklist(plan)) == write(checklist(plan))


def _repeated(plan: Extraction, **facts: str) -> Extraction:
    deadline = Deadline(quote="hằng quý", start=0, end=8, rule="every", **facts)  # type: ignore[arg-type]
    return replace(plan, deadlines=(deadline, *plan.deadlines[1:]))


def _ticked(plan: Extraction, state: ProgressState, note: str = "") -> Checklist:
    tasks = checklist(plan)
    progress = Progress(number=1, state=state, by="Hoa", at="2025-03-01T08:30:00", note=note)
    first = replace(tasks.rows[0], progress=progress)
    return replace(tasks, groups=(Group(None, (first, *tasks.rows[1:])),))


@pytest.mark.parametrize(
    ("state", "status", "percent", "begins"),
    [
        ("done", "COMPLETED", 100, "[Đã hoàn thành] Sở Tài chính: "),
        ("doing", "IN-PROCESS", 50, "[Đang thực hiện] "),
    ],
)
def test_a_task_that_is_ticked(
    plan: Extraction, state: ProgressState, status: str, percent: int, begins: str
) -> None:
    """Its event says so in the title, and a VTODO stands beside it: an event itself cannot be done."""
    before = events_of(checklist(plan))
    calendar = Calendar.from_ical(write(_ticked(plan, state, "CV 12")))
    events, (todo,) = calendar.events, calendar.todos
    assert [event["uid"] for event in events] == [event["uid"] for event in before], "the event is updated"
    assert str(events[0]["summary"]).startswith(begins)
    assert "status" not in events[0]
    assert events[0].decoded("last-modified") == datetime(2025, 3, 1, 8, 30, tzinfo=UTC)
    assert f"Tình trạng: {begins[1:].partition(']')[0]}" in str(events[0]["description"])
    assert "Ghi chú: CV 12" in str(events[0]["description"])
    assert (todo["status"], todo["percent-complete"]) == (status, percent)
    assert ("completed" in todo) == (state == "done")
    assert todo.decoded("due") == date(2025, 4, 20)
    assert str(todo["related-to"]) == str(events[0]["uid"]) != str(todo["uid"])
    assert not todo.errors


def test_a_task_that_is_open_again_has_no_todo(plan: Extraction) -> None:
    calendar = Calendar.from_ical(write(_ticked(plan, "open")))
    assert calendar.todos == []
    assert str(calendar.events[0]["summary"]).startswith("Sở Tài chính: ")


@pytest.mark.parametrize("note", ["a\r\nEND:VEVENT\r\nBEGIN:VALARM", "x;y,z\\n:", "\x1b[31m\x00"])
def test_a_note_begins_no_line_of_its_own(plan: Extraction, note: str) -> None:
    content = write(_ticked(plan, "done", note))
    names = [line for line in content.decode().split("\r\n") if line.startswith(("BEGIN:", "END:"))]
    clean = write(_ticked(plan, "done", "x")).decode().split("\r\n")
    assert names == [line for line in clean if line.startswith(("BEGIN:", "END:"))]
    assert not set("\x1b\x00") & set(content.decode())
