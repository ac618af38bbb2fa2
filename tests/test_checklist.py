"""From what a document says to the rows of a checklist: grouping, filtering, and deadlines in words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.extraction import Deadline, Extraction, Header
from publish.caption import caption
from publish.checklist import checklist
from publish.columns import HEADS, cells, heads
from publish.errors import PublishError
from publish.files import WRITERS, publish
from publish.offices import meant
from publish.plain import plain, shortened
from publish.recurrence import Recurrence, read_rule
from publish.when import in_words
from publish.words import Lang


def said(**facts: object) -> Deadline:
    return Deadline(**{"quote": "", "start": 0, "end": 0, "rule": "test", **facts})  # type: ignore[arg-type]


def test_a_row_for_each_task(plan: Extraction) -> None:
    rows = checklist(plan).rows
    assert [row.number for row in rows] == [1, 2, 3, 4, 5]
    assert cells(rows[0]) == (
        "1",
        "Thẩm định kinh phí trước ngày 20/4/2025.",
        "Sở Tài chính",
        "các Sở, ban, ngành liên quan",
        "trước ngày 20/4/2025",
        "Quyết định số 90/QĐ-TTg ngày 18/01/2022; khoản 2 Điều 5 Luật Ngân sách nhà nước",
        "V.1, tr. 3",
    )
    assert cells(rows[4])[2:] == ("", "", "", "", "")


def test_the_text_of_a_row_is_one_harmless_line(plan: Extraction) -> None:
    assert checklist(plan).rows[1].work == "=SUM(A1:A9) | *đậm* <b>x</b>[31m https://a.vn"


def test_a_document_to_be_produced_is_named_once(plan: Extraction) -> None:
    work = [cells(row)[1] for row in checklist(plan).rows]
    assert work[2].endswith("(Sản phẩm: Báo cáo tháng)")
    assert not any("Sản phẩm" in text for text in (*work[:2], *work[3:]))


def test_by_agency_a_task_stands_under_each_of_its_leads(plan: Extraction) -> None:
    grouped = checklist(plan).grouped()
    assert [(group.agency, [(row.number, row.task) for row in group.rows]) for group in grouped.groups] == [
        ("Sở Tài chính", [(1, "t1")]),
        ("Sở Lao động - Thương binh và Xã hội", [(1, "t2"), (2, "t3")]),
        ("Sở Nội vụ", [(1, "t2")]),
        ("các Sở, ban, ngành liên quan", [(1, "t4")]),
        (None, [(1, "t5")]),
    ]


def test_one_agency_has_what_it_leads_and_what_it_supports(plan: Extraction) -> None:
    mine = checklist(plan).only("Sở Tài chính")
    assert [(row.number, row.task) for row in mine.rows] == [(1, "t1"), (2, "t2")]
    assert checklist(plan).only("Sở Y tế").rows == ()


@pytest.mark.parametrize(
    ("query", "names", "exact"),
    [
        ("Sở Tài chính", ["Sở Tài chính"], True),
        ("so tai chinh", ["Sở Tài chính"], True),  # without diacritics
        ("Sở LĐ-TB&XH", ["Sở Lao động - Thương binh và Xã hội"], True),  # abbreviated
        ("Sở Lao động- TB&XH", ["Sở Lao động - Thương binh và Xã hội"], True),  # half abbreviated
        ("stc", ["Sở Tài chính"], True),  # abbreviated in small letters
        ("nội vụ", ["Sở Nội vụ"], False),  # a part of the name
        ("Sở Tài chánh", ["Sở Tài chính"], False),  # the southern spelling: one letter away
        ("sở", ["Sở Tài chính", "các Sở, ban, ngành liên quan", "Sở Lao động - Thương binh và Xã hội", "Sở Nội vụ"], False),
        ("Sở Y tế", [], False),
        ("", [], False),
        ("...", [], False),
    ],
)  # fmt: skip
def test_which_agency_is_meant(plan: Extraction, query: str, names: list[str], exact: bool) -> None:
    found = meant(query, checklist(plan).agencies())
    assert (list(found.names), found.exact) == (names, exact)


def test_the_closest_names_are_offered() -> None:
    assert meant("Sở Y tế", ["Sở Nội vụ", "Sở Y học"]).closest[0] == "Sở Y học"
    assert meant("Sở Y tế", []).closest == ()


@pytest.mark.parametrize(
    ("deadline", "vietnamese", "english"),
    [
        # the quote shows the date
        (said(quote="trước ngày 20/4/2020", due="2020-04-20"), "trước ngày 20/4/2020", "trước ngày 20/4/2020"),
        (said(quote="ngày 05 tháng 6 năm 2020", due="2020-06-05"), "ngày 05 tháng 6 năm 2020", "ngày 05 tháng 6 năm 2020"),
        # the quote shows another date than the one it comes to
        (said(quote="trước 01/7/2020", due="2020-06-30"), "trước 01/7/2020 (30/06/2020)", "trước 01/7/2020 (2020-06-30)"),
        (said(quote="Quý II", due="2020-06-30"), "Quý II (30/06/2020)", "Quý II (2020-06-30)"),
        (said(due="2020-06-30"), "30/06/2020", "2020-06-30"),
        # recurring: the words of the document say it in Vietnamese already
        (said(quote="hằng quý", recurrence="FREQ=MONTHLY;INTERVAL=3"), "hằng quý", "hằng quý (every quarter)"),
        (said(quote="ngày 15", recurrence="FREQ=MONTHLY;BYMONTHDAY=15"), "ngày 15 (ngày 15 hằng tháng)", "ngày 15 (day 15, every month)"),
        (said(recurrence="FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15"), "ngày 15/12 hằng năm", "15/12, every year"),
        (said(recurrence="FREQ=SECONDLY"), "FREQ=SECONDLY", "FREQ=SECONDLY"),
        (said(quote="03 giờ/lần", recurrence="FREQ=HOURLY;INTERVAL=3"), "03 giờ/lần", "03 giờ/lần (every 3 hours)"),
        # the month of each quarter stands in the anchor
        (said(quote="trước ngày 25 tháng cuối quý", recurrence="FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=25", anchor="tháng cuối quý"),
         "trước ngày 25 tháng cuối quý (ngày 25 tháng 3, 6, 9, 12 hằng quý)",
         "trước ngày 25 tháng cuối quý (day 25 month 3, 6, 9, 12, every quarter)"),
        # a span, and what it is counted from
        (said(quote="15 ngày", duration="P15D", anchor="ngày ký"), "15 ngày (kể từ ngày ký)", "15 ngày (counted from ngày ký)"),
        (said(quote="15 ngày kể từ ngày ký", duration="P15D", anchor="ngày ký"), "15 ngày kể từ ngày ký", "15 ngày kể từ ngày ký"),
        (said(quote="theo hướng dẫn của tỉnh", reference="5/UBND"), "theo hướng dẫn của tỉnh (5/UBND)", "theo hướng dẫn của tỉnh (5/UBND)"),
    ],
)  # fmt: skip
def test_deadlines_in_words(deadline: Deadline, vietnamese: str, english: str) -> None:
    assert (in_words(deadline), in_words(deadline, "en")) == (vietnamese, english)


@pytest.mark.parametrize(
    ("rule", "words", "first"),
    [  # first: on or after Thursday 27 February 2025
        ("FREQ=DAILY", "hằng ngày", date(2025, 2, 27)),
        ("FREQ=WEEKLY", "hằng tuần", date(2025, 2, 28)),
        ("FREQ=WEEKLY;BYDAY=TH", "thứ Năm hằng tuần", date(2025, 2, 27)),
        ("FREQ=HOURLY;INTERVAL=3", "3 giờ một lần", date(2025, 2, 27)),
        ("FREQ=DAILY;INTERVAL=3", "3 ngày một lần", date(2025, 2, 27)),
        ("FREQ=WEEKLY;BYDAY=TU,FR", "thứ Ba, thứ Sáu hằng tuần", date(2025, 2, 28)),
        ("FREQ=MONTHLY;BYDAY=-1SA", "thứ Bảy tuần cuối hằng tháng", date(2025, 3, 29)),
        ("FREQ=MONTHLY;BYDAY=1SA", "thứ Bảy tuần thứ 1 hằng tháng", date(2025, 3, 1)),
        ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20", "ngày 20 hằng quý", date(2025, 3, 20)),
        ("FREQ=WEEKLY;INTERVAL=2", "2 tuần một lần", date(2025, 2, 28)),
        ("FREQ=MONTHLY", "hằng tháng", date(2025, 2, 28)),
        ("FREQ=MONTHLY;BYMONTHDAY=15", "ngày 15 hằng tháng", date(2025, 3, 15)),
        ("FREQ=MONTHLY;BYMONTHDAY=31", "ngày 31 hằng tháng", date(2025, 3, 31)),  # February has none
        ("FREQ=MONTHLY;INTERVAL=3", "hằng quý", date(2025, 3, 31)),
        ("FREQ=MONTHLY;INTERVAL=6", "6 tháng một lần", date(2025, 6, 30)),
        ("FREQ=MONTHLY;INTERVAL=5", "5 tháng một lần", date(2025, 2, 28)),  # no part of a year: from now on
        ("FREQ=YEARLY", "hằng năm", date(2025, 12, 31)),
        ("FREQ=YEARLY;BYMONTH=11", "tháng 11 hằng năm", date(2025, 11, 30)),
        ("FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=5", "ngày 5/1 hằng năm", date(2026, 1, 5)),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "ngày 29/2 hằng năm", date(2028, 2, 29)),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "ngày 30/2 hằng năm", None),
        ("FREQ=YEARLY;INTERVAL=5", "5 năm một lần", date(2025, 12, 31)),
        (
            "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20",
            "ngày 20 tháng 3, 6, 9, 12 hằng năm",
            date(2025, 3, 20),
        ),
        ("FREQ=YEARLY;BYMONTH=4,5,6", "tháng 4, 5, 6 hằng năm", date(2025, 6, 30)),
    ],
)
def test_recurrence(rule: str, words: str, first: date | None) -> None:
    recurrence = read_rule(rule)
    assert recurrence is not None
    assert (recurrence.in_words(), recurrence.first_day(date(2025, 2, 27))) == (words, first)


@pytest.mark.parametrize(
    ("anchor", "first"),
    [  # on or after Thursday 27 February 2025
        ("tháng cuối quý", date(2025, 3, 15)),
        ("tháng cuối cùng của mỗi quý", date(2025, 3, 15)),
        ("tháng đầu quý", date(2025, 4, 15)),
        ("tháng đầu tiên của Quý liền kề", date(2025, 4, 15)),
        ("tháng thứ hai của quý", date(2025, 5, 15)),
        (None, date(2025, 3, 15)),
    ],
)
def test_the_anchor_says_in_which_month_of_a_quarter(anchor: str | None, first: date) -> None:
    rule = read_rule("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15", anchor)
    assert rule is not None
    assert rule.first_day(date(2025, 2, 27)) == first


@given(
    st.builds(
        Recurrence,
        frequency=st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
        interval=st.integers(1, 99),
        weekdays=st.lists(st.sampled_from(["MO", "SU", "-1SA"]), max_size=3, unique=True).map(tuple),
        months=st.lists(st.integers(1, 12), max_size=4, unique=True).map(tuple),
        day=st.none() | st.integers(1, 31) | st.just(-1),
    )
)
def test_a_rule_is_read_as_it_is_written_and_has_words_in_both_languages(rule: Recurrence) -> None:
    parts = {
        name: ",".join(map(str, value)) if isinstance(value, list) else value
        for name, value in rule.as_parts().items()
    }
    assert read_rule(";".join(f"{name}={value}" for name, value in parts.items())) == rule
    assert rule.in_words()
    assert rule.in_words("en").isascii()


@pytest.mark.parametrize("rule", ["", "FREQ=MONTHLY;BYMONTHDAY=99", "FREQ=WEEKLY;COUNT=3", "monthly"])
def test_other_rules_are_left_as_they_are(rule: str) -> None:
    assert read_rule(rule) is None


@pytest.mark.parametrize(
    ("header", "lang", "words"),
    [
        (Header(type="Quyết định", number="382/QĐ-UBND", date="2022-03-09", issuer="UBND tỉnh Lâm Đồng"), "vi",
         "Quyết định số 382/QĐ-UBND ngày 09/03/2022 của UBND tỉnh Lâm Đồng"),
        (Header(type="Kế hoạch", number="/KH-UBND", date="2020-03"), "vi", "Kế hoạch số …/KH-UBND tháng 03/2020"),
        (Header(type="Kế hoạch", date="2020"), "vi", "Kế hoạch năm 2020"),
        (Header(issuer="UBND tỉnh Lâm Đồng"), "vi", "kh.docx"),  # an issuer alone names no document
        (Header(type="Kế hoạch", number="5/KH", date="2020-03-01"), "en", "Kế hoạch no. 5/KH of 2020-03-01"),
    ],
)  # fmt: skip
def test_how_a_document_is_named(header: Header, lang: Lang, words: str) -> None:
    assert caption(header, "thư mục/kh.docx", lang) == words


def test_english_has_every_head() -> None:
    assert len(set(heads("en"))) == len(HEADS)


@given(st.text(), st.integers(1, 50))
def test_plain_text_is_one_printable_line_and_fits(text: str, length: int) -> None:
    line = plain(text)
    assert plain(line) == line
    assert not set(line) & {"\x1b", "\n", "\r", "\t", "\x00", "\u202e", "\x9b"}
    assert len(shortened(line, length)) <= length


@pytest.mark.needs("libreoffice")
def test_files_are_written_whole_with_the_permissions_of_any_file(plan: Extraction, tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    for suffix in WRITERS:
        target = tmp_path / f"Việc cần làm{suffix.upper()}"
        publish(checklist(plan), target)
        first = target.read_bytes()
        publish(checklist(plan), target)
        assert target.read_bytes() == first != b""
        assert target.stat().st_mode == (tmp_path / "other").stat().st_mode
    assert len(list(tmp_path.iterdir())) == len(WRITERS) + 1  # nothing half-written is left behind


@pytest.mark.needs("libreoffice")
def test_a_checklist_without_tasks_is_a_file_too(plan: Extraction, tmp_path: Path) -> None:
    for suffix in WRITERS:
        publish(checklist(plan).only(), tmp_path / f"rỗng{suffix}")
        publish(checklist(plan).only().grouped(), tmp_path / f"rỗng{suffix}")


def test_the_document_itself_is_never_overwritten(plan: Extraction, tmp_path: Path) -> None:
    source = tmp_path / "kh.docx"
    source.write_bytes(b"the plan")
    (tmp_path / "link.docx").symlink_to(source)
    tasks = checklist(_at(plan, source))
    for target in (source, tmp_path / "link.docx", tmp_path / "." / "kh.docx"):
        with pytest.raises(PublishError, match="văn bản nguồn"):
            publish(tasks, target)
    assert source.read_bytes() == b"the plan"


@pytest.mark.parametrize(
    ("name", "cause"),
    [
        ("viec.odt", "không biết định dạng"),
        ("viec", "không biết định dạng"),
        ("không có/viec.xlsx", "không có thư mục"),
        ("thư mục.xlsx", "không phải là tệp"),
    ],
)
def test_a_target_that_cannot_be(plan: Extraction, tmp_path: Path, name: str, cause: str) -> None:
    (tmp_path / "thư mục.xlsx").mkdir()
    with pytest.raises(PublishError, match=cause) as raised:
        publish(checklist(plan), tmp_path / name)
    assert "\n" not in str(raised.value)


def _at(plan: Extraction, path: Path) -> Extraction:
    from dataclasses import replace

    return replace(plan, source=replace(plan.source, path=str(path)))
