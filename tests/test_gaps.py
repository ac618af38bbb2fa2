"""What a plan leaves out of what the documents above ask for, gives to others, or dates too late."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import gap_family as family
import pytest
from corpus_family import LAM_DONG, citing
from running import COMMUNE_PLAN, PLAN, nhiemvu_run

from corpus import queries
from corpus.errors import CorpusError
from corpus.facts import TaskFact
from corpus.seats import named
from corpus.store import Corpus
from corpus.task_places import places_in
from corpus.unheld import facts_of
from extract import extract
from extract.extraction import Extraction
from graph.coverage import coverage
from graph.findings import Gaps
from graph.fulfilled import asks_for, has_no_content, is_general
from graph.gaps import gaps
from graph.lateness import Lateness, lateness
from graph.other_kinds import other_kinds
from graph.parents import children_of, parents_of, stands_above
from graph.subject import subject_of
from ingest import read
from nhiemvu.parsing import parse


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path / "kho.db") as opened:
        opened.add(family.decision())
        yield opened


def shown(found: Gaps) -> list[tuple[Any, ...]]:
    """The lines in short: kind, section above, section below, signs of the notes."""
    return [
        (
            line.kind,
            line.above.section,
            line.below and line.below.section,
            *(note.sign for note in line.notes),
        )
        for line in found.lines
    ]


def test_each_task_that_is_given_to_the_issuer_has_a_line(corpus: Corpus) -> None:
    found = gaps(corpus, family.plan())
    assert shown(found) == [
        ("not_found", "Điều 2.2.c", None),
        ("later", "Điều 2.2.b", "I.1", "later"),
        ("taken_up", "Điều 2.2.a", None, "itself"),
        ("taken_up", "Điều 2.2.d", "I.2"),
        ("taken_up", "Điều 3", None, "general"),
    ]
    assert (found.found, found.held, found.on) == (True, False, "2025-04-14")
    late = found.of(("later",))[0]
    assert late.above.quote.startswith("Lắp đặt thùng rác ba ngăn")
    assert late.below
    assert late.below.lead == ("Sở Xây dựng",)
    assert late.notes[0].what == ("2025-06-30", "2025-09-30")
    assert late.given_to == ("Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương",)
    assert late.parent.words[0].quote.startswith("Quyết định số 1486/QĐ-TTg")


def test_what_a_person_says_takes_a_task_up(corpus: Corpus) -> None:
    """Point c is not found by its words; somebody says which task of the plan does it, and takes it back."""
    corpus.add(family.plan())
    with corpus.reading() as connection:
        (plan,) = (one for one in queries.all_documents(connection) if one.number == "85/KH-UBND")
        below = queries.tasks_in(connection, [plan.id])[0]
    before = gaps(corpus, "85/KH-UBND")
    (missing,) = before.of(("not_found",))
    (said,) = corpus.link_tasks(below, missing.above, by="Hoa")
    (line,) = (one for one in gaps(corpus, "85/KH-UBND").lines if one.above.id == missing.above.id)
    assert line.kind in ("taken_up", "later", "other_owner")
    assert line.below
    assert line.below.id == below.id
    assert ("said", "Hoa") in [(note.sign, note.what[0]) for note in line.notes]
    corpus.undo(said.id, by="Hoa")
    assert shown(gaps(corpus, "85/KH-UBND")) == shown(before)


def test_a_file_and_the_same_document_in_the_corpus_have_one_answer(corpus: Corpus) -> None:
    said = shown(gaps(corpus, family.plan()))
    corpus.add(family.plan())
    for asked in ("85/KH-UBND", "85/KH-UBND Lâm Đồng", family.plan()):
        assert shown(gaps(corpus, asked)) == said
    assert gaps(corpus, "85/KH-UBND").held


def test_a_file_of_a_work_that_the_corpus_holds_otherwise(corpus: Corpus) -> None:
    """A draft that is later than the plan which was issued under the number: the draft is judged."""
    corpus.add(family.plan())
    draft = family.plan(family.TASKS.replace("30/9/2025", "30/6/2025"))
    assert [line.kind for line in gaps(corpus, draft).of(("later",))] == []
    assert len(gaps(corpus, "85/KH-UBND").of(("later",))) == 1


@pytest.mark.parametrize(
    ("tasks", "line"),
    [
        # another body of the province does it: the issuer may give it to whom it likes
        ("1. Sở Xây dựng lắp đặt thùng rác ba ngăn tại các khu dân cư tập trung trước ngày 30/6/2025.", "taken_up"),
        # a body above does it: that was not asked for
        ("1. Bộ Xây dựng lắp đặt thùng rác ba ngăn tại các khu dân cư tập trung trước ngày 30/6/2025.", "other_owner"),
        # nobody is named, no day
        ("1. Lắp đặt thùng rác ba ngăn tại các khu dân cư tập trung.", "taken_up"),
        # of the same matter, but something else is done
        ("1. Sở Xây dựng kiểm tra vị trí các khu dân cư tập trung.", "perhaps"),
        ("1. Sở Xây dựng khai trương tuyến xe buýt điện trước ngày 30/6/2025.", "not_found"),
    ],
)  # fmt: skip
def test_what_becomes_of_one_task(corpus: Corpus, tasks: str, line: str) -> None:
    found = {one.above.section: one.kind for one in gaps(corpus, family.plan(tasks)).lines}
    assert found["Điều 2.2.b"] == line


def test_a_later_deadline_and_another_owner_are_two_lines(corpus: Corpus) -> None:
    tasks = "1. Bộ Xây dựng lắp đặt thùng rác ba ngăn tại các khu dân cư tập trung trước ngày 30/9/2025."
    lines = [line for line in gaps(corpus, family.plan(tasks)).lines if line.above.section == "Điều 2.2.b"]
    assert [(line.kind, [note.sign for note in line.notes]) for line in lines] == [
        ("other_owner", ["owner"]),
        ("later", ["later"]),
    ]


def test_perhaps_says_its_score_and_reasons_and_is_not_taken_up(corpus: Corpus) -> None:
    tasks = "1. Sở Xây dựng kiểm tra vị trí các khu dân cư tập trung."
    (line,) = gaps(corpus, family.plan(tasks)).of(("perhaps",))
    assert line.score is not None
    assert "words" in {reason.sign for reason in line.reasons}


def test_two_reports_to_different_bodies_are_two(corpus: Corpus) -> None:
    tasks = "1. Sở Xây dựng báo cáo kết quả thực hiện Đề án về Ủy ban nhân dân tỉnh trước ngày 10 tháng 12 hằng năm."
    lines = [line for line in gaps(corpus, family.plan(tasks)).lines if line.above.section == "Điều 2.2.d"]
    assert [(line.kind, [note.sign for note in line.notes]) for line in lines] == [("perhaps", ["recipient"])]


@pytest.mark.parametrize(
    ("above", "below", "kind"),
    [
        ("bệnh sởi", "bệnh sởi", "later"),
        ("bệnh sởi", "bệnh dại", "perhaps"),
        ("bệnh sởi, ho gà", "bệnh ho gà", "later"),
        ("bệnh truyền nhiễm", "bệnh sởi", "later"),
    ],
)
def test_what_is_done_for_other_things_of_one_sort_is_other_work(
    corpus: Corpus, above: str, below: str, kind: str
) -> None:
    words = "tổ chức tiêm vắc xin phòng {} cho trẻ em tại các khu dân cư trước ngày {}/6/2026."
    place = "1. Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương "
    corpus.add(family.decision(place + words.format(above, 15), number="1500/QĐ-TTg"))
    bases = family.CARRIES_OUT.replace("1486", "1500")
    plan = family.plan("1. Sở Y tế " + words.format(below, 30), bases)
    lines = [line for line in gaps(corpus, plan).lines if line.above.section == "Điều 2.1"]
    assert [line.kind for line in lines] == [kind]
    assert ("other_kind" in [note.sign for note in lines[0].notes]) == (kind == "perhaps")


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("trường tiểu học", "trường trung học cơ sở", ("tiểu học", "trung học cơ sở")),
        ("trường mầm non, tiểu học", "trường tiểu học", None),
        ("đất nông nghiệp", "đất phi nông nghiệp", ("nông nghiệp", "phi nông nghiệp")),
        ("Sở Nông nghiệp và Môi trường", "đất phi nông nghiệp", None),
        ("bệnh lao", "người lao động mắc bệnh dại", ("lao", "dại")),
        ("đại dịch COVID-19", "mô tả hiện trạng", None),
        ("dịch tả lợn Châu Phi", "cúm gia cầm", ("tả lợn châu phi", "cúm gia cầm")),
        ("", "bệnh sởi", None),
    ],
)
def test_names_of_one_sort(one: str, other: str, differ: tuple[str, str] | None) -> None:
    more: Any = {"id": 1, "document_id": 1, "name": "t1", "start": 0, "end": 9, "section": None, "page": None}
    said = [
        TaskFact(quote=text, lead=(), support=(), due=(), deliverable=None, **more) for text in (one, other)
    ]
    assert other_kinds(said[0], said[1]) == differ


def test_tasks_of_which_nobody_knows_whose_they_are_are_counted(corpus: Corpus) -> None:
    tasks = "1. Rà soát các điểm tập kết chất thải.\n2. Bộ Tài chính hướng dẫn kinh phí phân loại chất thải."
    corpus.add(family.decision(tasks, number="1500/QĐ-TTg"))
    found = gaps(corpus, family.plan(bases=family.CARRIES_OUT.replace("1486", "1500")))
    assert [(parent.document.number, count) for parent, count in found.unowned] == [("1500/QĐ-TTg", 1)]
    assert [one["without_lead"] for one in found.as_json()["parents"]] == [1]


@pytest.mark.parametrize(
    ("share", "notes"), [("60%", [("share", ("100%", "60%"))]), ("100%", []), ("mọi", [])]
)
def test_another_share_is_noted(corpus: Corpus, share: str, notes: list[Any]) -> None:
    words = "lắp đặt thùng rác tại {} khu dân cư tập trung của các xã ven biển."
    place = "1. Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương "
    corpus.add(family.decision(place + words.format("100%"), number="1500/QĐ-TTg"))
    bases = family.CARRIES_OUT.replace("1486", "1500")
    (line,) = gaps(corpus, family.plan("1. Sở Xây dựng " + words.format(share), bases)).of(("taken_up",))[:1]
    assert [(note.sign, note.what) for note in line.notes] == notes


@pytest.mark.parametrize(
    ("lead", "commune", "kinds"),
    [
        ("Ủy ban nhân dân các huyện, thành phố", "XÃ ĐỨC TRỌNG", ["later", "unclear"]),
        ("Ủy ban nhân dân huyện Đức Trọng", "XÃ ĐỨC TRỌNG", ["later", "unclear"]),
        ("Ủy ban nhân dân huyện Đạ Huoai", "XÃ ĐỨC TRỌNG", []),
        ("Sở Xây dựng", "XÃ ĐỨC TRỌNG", []),
    ],
)
def test_what_was_given_to_districts_may_be_the_communes_now(
    corpus: Corpus, lead: str, commune: str, kinds: list[str]
) -> None:
    corpus.add(
        family.plan(
            f"1. {lead} lắp đặt thùng rác tại các khu dân cư tập trung trước ngày 30/9/2025.\n"
            f"2. {lead} thu gom vỏ bao thuốc bảo vệ thực vật trước ngày 30/11/2025."
        )
    )
    bases = "Thực hiện Kế hoạch số 85/KH-UBND ngày 14/4/2025 của Ủy ban nhân dân tỉnh Lâm Đồng"
    tasks = "1. Phòng Kinh tế lắp đặt thùng rác tại các khu dân cư tập trung trước ngày 30/10/2025."
    about = {"number": "9/KH-UBND", "day": "Đức Trọng, ngày 20 tháng 8 năm 2025", "title": "Thu gom rác"}
    found = gaps(corpus, family.plan(tasks, bases, f"ỦY BAN NHÂN DÂN\n{commune}", **about))
    assert [line.kind for line in found.lines] == kinds
    assert all(line.notes[-1].sign == "addressee" for line in found.lines)


def test_a_plan_that_came_too_late(corpus: Corpus) -> None:
    late = family.plan(day="Lâm Đồng, ngày 20 tháng 5 năm 2025", number="99/KH-UBND")
    (line,) = [line for line in gaps(corpus, late).lines if line.above.section == "Điều 2.2.a"]
    assert (line.kind, [note.sign for note in line.notes]) == ("later", ["itself", "later"])
    corpus.add(family.plan())
    (line,) = [line for line in gaps(corpus, late).lines if line.above.section == "Điều 2.2.a"]
    assert (line.kind, [note.sign for note in line.notes]) == ("perhaps", ["itself", "earlier"])


def test_what_was_over_before_the_plan_is_not_missing(corpus: Corpus) -> None:
    next_year = family.plan(day="Lâm Đồng, ngày 15 tháng 01 năm 2026", number="3/KH-UBND")
    kinds = {line.above.section: line.kind for line in gaps(corpus, next_year).lines}
    assert kinds["Điều 2.2.c"] == "past"


def test_another_round_of_what_was_over_before_the_plan_is_not_late(corpus: Corpus) -> None:
    tasks = "1. Sở Xây dựng lắp đặt thùng rác ba ngăn tại các khu dân cư tập trung trước ngày 30/9/2026."
    plan = family.plan(tasks, day="Lâm Đồng, ngày 15 tháng 01 năm 2026", number="3/KH-UBND")
    (line,) = [line for line in gaps(corpus, plan).lines if line.above.section == "Điều 2.2.b"]
    assert (line.kind, [note.sign for note in line.notes]) == ("perhaps", ["later", "past"])


def test_the_day_that_is_asked_for(corpus: Corpus) -> None:
    found = gaps(corpus, family.plan(), date(2026, 1, 15))
    assert found.on == "2026-01-15"
    assert {line.above.section: line.kind for line in found.lines}["Điều 2.2.c"] == "past"


def test_two_levels_down(corpus: Corpus) -> None:
    corpus.add(family.plan())
    district = family.district_plan(
        "1. Phòng Nông nghiệp và Môi trường tổ chức tập huấn phân loại rác cho cán bộ thôn, tổ dân phố trước ngày"
        " 15/9/2025."
    )
    found = gaps(corpus, district)
    assert [parent.work.symbol for parent in found.parents] == ["85/KH-UBND"]
    assert shown(found) == [("later", "I.3", "I.1", "later")]


def test_a_body_of_another_place_is_not_meant(corpus: Corpus) -> None:
    tasks = (
        "1. Ủy ban nhân dân tỉnh Quảng Nam lắp đặt thùng rác ba ngăn tại các bãi biển trước ngày 30/6/2025."
    )
    corpus.add(family.decision(tasks, number="1487/QĐ-TTg"))
    bases = family.CARRIES_OUT.replace("1486", "1487")
    assert [line.kind for line in gaps(corpus, family.plan(bases=bases)).lines] == [
        "taken_up"
    ]  # Điều 3 alone


def test_a_task_of_another_body_of_the_place_may_not_change_hands(corpus: Corpus) -> None:
    tasks = "1. Công an cấp tỉnh xử lý vi phạm về đổ chất thải nguy hại, hoàn thành trước ngày 30/6/2025."
    corpus.add(family.decision(tasks, number="1487/QĐ-TTg"))
    bases = family.CARRIES_OUT.replace("1486", "1487")
    found = {
        who: [line.kind for line in gaps(corpus, family.plan(f"1. {who} xử lý vi phạm về đổ chất thải nguy hại trước ngày 30/6/2025.", bases)).lines]
        for who in ("Công an tỉnh", "Sở Y tế")
    }  # fmt: skip
    assert found == {"Công an tỉnh": ["taken_up"], "Sở Y tế": ["other_owner", "taken_up"]}


@pytest.mark.parametrize(
    ("who", "kinds"),
    [("Phòng Y tế", ["taken_up"]), ("Phòng Tư pháp", ["other_owner"]), ("Bộ Y tế", ["other_owner"])],
)
def test_a_body_below_the_issuer_that_is_named_above_keeps_its_task(
    corpus: Corpus, who: str, kinds: list[str]
) -> None:
    above = (
        "1. Ủy ban nhân dân các huyện, thành phố chỉ đạo Phòng Y tế chủ trì phun thuốc khử khuẩn tại các chợ dân sinh"
        " trước ngày 31/8/2025.\n2. Sở Xây dựng lắp đặt biển báo tại bãi chứa.\n3. Sở Tài chính thẩm định dự toán."
    )
    corpus.add(family.plan(above))
    below = f"1. {who} phun thuốc khử khuẩn tại các chợ dân sinh trước ngày 31/8/2025."
    assert [line.kind for line in gaps(corpus, family.district_plan(below)).lines] == kinds


def test_a_document_that_only_a_task_follows(corpus: Corpus) -> None:
    """It is no basis: nothing of it can be missing, but the task may not be later than it asks for."""
    tasks = (
        "1. Sở Xây dựng lắp đặt thùng rác ba ngăn tại các khu dân cư tập trung theo Quyết định số 1486/QĐ-TTg ngày"
        " 29/11/2024 của Thủ tướng Chính phủ, xong trước ngày 30/9/2025."
    )
    found = gaps(corpus, family.plan(tasks, "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/02/2025"))
    assert shown(found) == [("later", "Điều 2.2.b", "I.1", "later")]
    assert [len(parent.only) for parent in found.parents] == [1]


def test_what_is_asked_for_twice_has_one_line(corpus: Corpus) -> None:
    twice = family.TASKS_ABOVE + (
        "\ne) Xây dựng điểm tập kết chất thải nguy hại hộ gia đình;"
        "\ng) Xây dựng điểm tập kết chất thải nguy hại hộ gia đình tại các xã, phường."
    )
    corpus.add(family.decision(twice, number="1487/QĐ-TTg"))
    found = gaps(corpus, family.plan(bases=family.CARRIES_OUT.replace("1486", "1487")))
    assert [(line.above.section, line.notes[0].what) for line in found.of(("not_found",))] == [
        ("Điều 2.2.e", ("Điều 2.2.c; Điều 2.2.g",))
    ]


def test_a_basis_that_had_ended(corpus: Corpus) -> None:
    bases = (
        "Căn cứ Luật Đất đai ngày 29 tháng 11 năm 2013;\nCăn cứ Luật Bảo vệ môi trường ngày 17 tháng 11 năm 2020;\n"
        + family.CARRIES_OUT
    )
    found = gaps(corpus, family.plan(bases=bases))
    assert [(one.work.symbol, one.validity.state, one.certain) for one in found.bases] == [
        ("45/2013/QH13", "replaced", True)
    ]
    assert found.bases[0].validity.changes[0].sources
    assert found.bases[0].citation.quote == "Luật Đất đai ngày 29 tháng 11 năm 2013"


def test_a_law_without_its_year_may_be_the_new_one(corpus: Corpus) -> None:
    tasks = "1. Sở Tài chính bố trí kinh phí theo Luật Đất đai."
    found = gaps(corpus, family.plan(tasks))
    assert all(not one.certain for one in found.bases)


def test_a_basis_that_a_document_in_the_corpus_replaces(corpus: Corpus) -> None:
    corpus.add(family.plan(number="9/KH-UBND", day="Lâm Đồng, ngày 02 tháng 01 năm 2025"))
    ending = family.plan(
        "1. Kế hoạch này thay thế Kế hoạch số 9/KH-UBND ngày 02 tháng 01 năm 2025 của Ủy ban nhân dân tỉnh Lâm Đồng."
    )
    corpus.add(ending)
    assert gaps(corpus, "85/KH-UBND").bases == ()  # it ends it itself
    basis = "Thực hiện Kế hoạch số 9/KH-UBND ngày 02 tháng 01 năm 2025 của Ủy ban nhân dân tỉnh Lâm Đồng"
    (ended,) = gaps(corpus, family.plan(bases=basis, issuer=family.DISTRICT, number="12/KH-UBND", day="Đức Trọng, ngày 05 tháng 5 năm 2025")).bases  # fmt: skip
    assert (ended.validity.state, ended.validity.since) == ("replaced", "2025-04-14")


def test_bodies_that_are_no_more(corpus: Corpus) -> None:
    tasks = (
        "1. Sở Lao động - Thương binh và Xã hội rà soát hộ nghèo được hỗ trợ thùng rác.\n"
        "2. Sở Xây dựng lắp đặt thùng rác ba ngăn."
    )
    (gone,) = [one for one in gaps(corpus, family.plan(tasks)).bodies if one.then]
    assert gone.name == "Sở Lao động - Thương binh và Xã hội tỉnh Lâm Đồng"
    assert gone.heirs == ("Sở Nông nghiệp và Môi trường tỉnh Lâm Đồng",)
    assert gone.tasks[0].section == "I.1"
    before = gaps(corpus, family.plan(tasks, day="Lâm Đồng, ngày 05 tháng 12 năm 2024")).bodies
    assert [one.then for one in before] == [False]  # on its own day it was there; today it is not
    month_after = gaps(corpus, family.plan(tasks, day="Lâm Đồng, ngày 20 tháng 3 năm 2025")).bodies
    assert [one.then for one in month_after] == [False]  # provinces merged departments on different days


@pytest.mark.parametrize(
    ("above", "below", "late"),
    [
        ("2025-06-30", "2025-06-30", None),
        ("2025-06-30", "2025-07-01", ("later", "2025-06-30", "2025-07-01")),
        ("2025-06-30 2025-12-31", "2025-06-30 2026-01-15", ("later", "2025-12-31", "2026-01-15")),
        ("2025-06-30 2025-12-31", "2025-12-31", None),
        ("2025-06-30", "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1", ("later", "2025-06-30", "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1")),
        ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5", None),
        ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=5", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5", ("later", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=5", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5")),
        ("FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20", None),  # of the year before
        ("FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15", "2025-12-20", None),
        ("2025-01-15", "2025-12-20", ("later", "2025-01-15", "2025-12-20")),
        ("FREQ=MONTHLY;BYMONTHDAY=15", "FREQ=MONTHLY;BYMONTHDAY=20", ("later", "FREQ=MONTHLY;BYMONTHDAY=15", "FREQ=MONTHLY;BYMONTHDAY=20")),
        ("FREQ=MONTHLY;INTERVAL=6", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=5 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5", None),
        ("FREQ=WEEKLY", "FREQ=MONTHLY", ("rarer", "FREQ=WEEKLY", "FREQ=MONTHLY")),
        ("FREQ=MONTHLY", "FREQ=WEEKLY", None),
        ("FREQ=YEARLY", "", None),
        ("P15D", "2025-06-30", None),
        ("4562/BCA-C07", "2025-06-30", None),
        ("FREQ=MONTHLY;INTERVAL=0", "FREQ=;INTERVAL=x", None),
    ],
)  # fmt: skip
def test_later_or_not(above: str, below: str, late: tuple[str, str, str] | None) -> None:
    assert lateness(above.split(), below.split()) == (Lateness(*late) if late else None)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("quote", "general", "no_content"),
    [
        ("Chủ tịch Ủy ban nhân dân các xã, phường chịu trách nhiệm thi hành Quyết định này./.", True, False),
        ("Quá trình thực hiện, nếu có vướng mắc, đề nghị các địa phương phản ánh về Sở Y tế.", True, False),
        ("Yêu cầu các sở, ban, ngành nghiêm túc triển khai thực hiện Kế hoạch này.", True, False),
        ("Chịu trách nhiệm trước Ủy ban nhân dân tỉnh nếu để xảy ra cháy.", True, False),
        ("Ủy ban nhân dân các huyện chỉ đạo Công an cấp huyện tổ chức thực hiện trên địa bàn.", False, True),
        ("Báo cáo kết quả thực hiện Kế hoạch này trước ngày 15/12.", False, False),
        ("Giải quyết khó khăn, vướng mắc về giải phóng mặt bằng.", False, False),
    ],
)  # fmt: skip
def test_tasks_without_a_work_of_their_own(
    corpus: Corpus, quote: str, general: bool, no_content: bool
) -> None:
    (task,) = facts(corpus, family.plan(f"1. {quote}"))[1][:1]
    assert (is_general(task), has_no_content(task)) == (general, no_content)


@pytest.mark.parametrize(
    ("task", "itself"),
    [
        ("Ban hành kế hoạch thực hiện Đề án trước ngày 30/4/2025.", True),
        ("Xây dựng và ban hành Kế hoạch triển khai thực hiện Quyết định này trên địa bàn.", True),
        ("Xây dựng kế hoạch năm 2025 trước ngày 15/4/2025.", True),
        ("Xây dựng kế hoạch đầu tư công trung hạn.", False),
        ("Ban hành quy chế phân loại chất thải.", False),
        ("Kiểm tra việc thực hiện kế hoạch.", False),
    ],
)  # fmt: skip
def test_a_task_that_the_plan_itself_does(corpus: Corpus, task: str, itself: bool) -> None:
    above, tasks = facts(
        corpus, family.decision(f"1. Ủy ban nhân dân các tỉnh: {task}", number="1487/QĐ-TTg")
    )
    plan, _ = facts(corpus, family.plan(title="Phân loại chất thải rắn sinh hoạt năm 2025"))
    assert asks_for(tasks[0], above, plan) == itself


def facts(corpus: Corpus, said: Extraction) -> tuple[Any, Any]:
    """The document and its tasks, as they are read without being held."""
    with corpus.reading() as connection:
        found = facts_of(connection, said)
    return found.document, found.tasks


def test_citations_of_a_file_mean_the_same_works_as_when_it_is_held(sample_corpus: str) -> None:
    with Corpus.open(sample_corpus) as corpus, corpus.reading() as connection:
        for sample in (PLAN, COMMUNE_PLAN):
            said = facts_of(connection, parse(sample))
            (held,) = [one for one in queries.all_documents(connection) if one.number == said.document.number]
            cited = queries.citations_in(connection, [held.id])
            assert [(one.work_id, one.status) for one in said.citations] == [
                (one.work_id, one.status) for one in cited
            ]
            assert said.work.id == held.work_id
            assert len(said.tasks) == len(queries.tasks_in(connection, [held.id]))


@pytest.mark.parametrize("day", ["0001-01-03", "9999-12-31"])
def test_days_at_the_ends_of_the_calendar(corpus: Corpus, day: str) -> None:
    plan = replace(family.plan(), header=replace(family.plan().header, date=day))
    assert gaps(corpus, plan).on == day


def test_a_file_that_nobody_knows_anything_of_is_read_all_the_same(corpus: Corpus) -> None:
    said = citing({"symbol": "77/QĐ-UBND"}, {"title": "Lạ", "type": "Luật"}, number="5/KH-UBND")
    with corpus.reading() as connection:
        found = facts_of(connection, said)
    assert [(one.status, one.work_id is not None) for one in found.citations] == [("unmatched", True)] * 2
    assert all(id_ < 0 for id_ in found.works)


def test_a_body_has_the_place_that_its_words_say(sample_corpus: str) -> None:
    with Corpus.open(sample_corpus) as corpus, corpus.reading() as connection:
        (plan,) = [one for one in queries.all_documents(connection) if one.number == "21/KH-UBND"]
        places = places_in(connection, plan.id)
        (task,) = [one for one in queries.tasks_in(connection, [plan.id]) if one.section == "Phụ lục.II.6"]
    assert (
        named("Ủy ban nhân dân xã", places[task.id, "Ủy ban nhân dân xã"].place)
        == "Ủy ban nhân dân xã Tiên La"
    )


# --- the sample family


def asked(sample_corpus: str, document: str) -> Gaps:
    with Corpus.open(sample_corpus) as corpus:
        return gaps(corpus, document)


def test_the_commune_of_the_samples(sample_corpus: str) -> None:
    """What `corpus/samples/README.md` says is wrong between the levels on purpose, and is found."""
    found = asked(sample_corpus, "15/KH-UBND")
    missing = found.of(("not_found",))
    assert any("thiết bị truyền tin báo cháy" in line.above.quote for line in missing)
    (late,) = found.of(("later",))
    assert late.notes[0].what == ("2026-03-31", "2026-04-15")
    taken = {line.above.quote: line.below for line in found.of(("taken_up",))}
    report = next(
        below for quote, below in taken.items() if quote.startswith("Báo cáo kết quả thực hiện về Công an")
    )
    assert report
    assert report.section == "V.1.c"
    assert found.unread == ()


def test_the_province_of_the_samples(sample_corpus: str) -> None:
    found = asked(sample_corpus, "417/QĐ-UBND")
    (late,) = found.of(("later",))
    assert (late.parent.work.symbol, late.notes[0].what) == ("4562/BCA-C07", ("2024-04-15", "2024-05-15"))
    assert [line.notes[0].sign for line in found.of(("taken_up",)) if not line.below] == ["itself", "general"]


def test_the_district_of_the_samples(sample_corpus: str) -> None:
    found = asked(sample_corpus, "58/KH-UBND")
    assert [line.kind for line in found.of(("not_found", "other_owner", "later"))] == []
    assert [(one.work.symbol, one.why) for one in found.unread] == [("96-KH/HU", "not_held")]
    assert {one.then for one in found.bodies} == {False}  # the district level ended after it


def test_parents_and_children_of_the_samples(sample_corpus: str) -> None:
    with Corpus.open(sample_corpus) as corpus, corpus.reading() as connection:
        documents = {one.number: subject_of(connection, one) for one in queries.all_documents(connection)}
        parents = {
            number: [one.work.symbol for one in parents_of(connection, plan)[0] if not one.only]
            for number, plan in documents.items()
        }
        children = [one.document.number for one in children_of(connection, documents["1986/QĐ-TTg"].work)]
    assert parents == {
        "1986/QĐ-TTg": [],
        "4562/BCA-C07": ["1986/QĐ-TTg"],
        "31-CT/TU": ["1986/QĐ-TTg"],
        "417/QĐ-UBND": ["1986/QĐ-TTg", "31-CT/TU"],
        "58/KH-UBND": ["417/QĐ-UBND", "31-CT/TU"],
        "14/2024/NQ-HĐND": ["1986/QĐ-TTg"],
        "1893/CAT-PC07": ["1986/QĐ-TTg", "417/QĐ-UBND"],
        "21/KH-UBND": ["1986/QĐ-TTg", "31-CT/TU"],
        "15/KH-UBND": ["21/KH-UBND", "1893/CAT-PC07"],
    }
    assert children[0] == "4562/BCA-C07"
    assert set(children[1:]) == {"21/KH-UBND", "1893/CAT-PC07", "14/2024/NQ-HĐND", "417/QĐ-UBND", "31-CT/TU"}


# --- the levels below


def test_which_of_the_bodies_below_have_a_plan(corpus: Corpus) -> None:
    corpus.add(family.plan())
    found = coverage(corpus, "1486/QĐ-TTg")
    (provinces,) = found.groups
    assert len(provinces.members) == 34
    assert len(provinces.missing) == 33
    (having,) = [one for one in provinces.members if one.children]
    assert (having.name, having.children[0].document.number) == (LAM_DONG, "85/KH-UBND")
    assert having.children[0].words[0].quote.startswith("Quyết định số 1486/QĐ-TTg")
    assert found.found
    assert len(coverage(corpus, "1486/QĐ-TTg", date(2025, 1, 1)).groups[0].members) == 63


def test_a_plan_of_a_body_that_is_no_more_stands_with_its_heir(sample_corpus: str) -> None:
    with Corpus.open(sample_corpus) as corpus:
        now, then = coverage(corpus, "1986/QĐ-TTg"), coverage(corpus, "1986/QĐ-TTg", date(2024, 12, 31))
    numbers = [
        {one.name: [child.document.number for child in one.children] for one in found.groups[0].members}
        for found in (now, then)
    ]
    assert numbers[0]["Ủy ban nhân dân tỉnh Hưng Yên"] == ["21/KH-UBND", "417/QĐ-UBND"]
    assert numbers[1]["Ủy ban nhân dân tỉnh Thái Bình"] == ["417/QĐ-UBND"]
    others = {child.document.number for child in now.others}
    assert others == {"31-CT/TU", "14/2024/NQ-HĐND", "1893/CAT-PC07"}


def test_a_group_that_has_ended_has_the_members_of_the_day_of_the_document(sample_corpus: str) -> None:
    with Corpus.open(sample_corpus) as corpus:
        districts = coverage(corpus, "417/QĐ-UBND").groups[0]
    assert (districts.name, districts.day, len(districts.members)) == (
        "Ủy ban nhân dân các huyện, thành phố",
        "2024-03-12",
        8,
    )
    assert [one.name for one in districts.members if one.children] == ["Ủy ban nhân dân huyện Hưng Hà"]


def test_a_file_has_the_same_bodies_below(corpus: Corpus) -> None:
    corpus.add(family.plan())
    of_file = coverage(corpus, family.decision())
    assert of_file == coverage(corpus, "1486/QĐ-TTg")
    draft = coverage(corpus, family.decision(number="1499/QĐ-TTg"))
    assert (len(draft.groups[0].missing), draft.others) == (34, ())


def test_a_document_without_groups_has_nobody_below(corpus: Corpus) -> None:
    corpus.add(family.plan("1. Sở Xây dựng lắp đặt thùng rác ba ngăn."))
    found = coverage(corpus, "85/KH-UBND")
    assert (found.groups, found.others, found.found) == ((), (), False)


# --- bad input


def test_works_that_cite_each_other_end(tmp_path: Path) -> None:
    above = {"symbol": "1486/QĐ-TTg", "issuer": "Thủ tướng Chính phủ", "date": "2024-11-29"}
    below = {"symbol": "7/KH-UBND", "issuer": LAM_DONG, "date": "2025-06-01"}
    with Corpus.open(tmp_path / "kho.db") as corpus:
        corpus.add(citing(below | {"relation": "carries_out"}, number="1486/QĐ-TTg", issuer="Thủ tướng Chính phủ", date="2024-11-29", type="Quyết định"))  # fmt: skip
        corpus.add(citing(above | {"relation": "carries_out"}, below | {"relation": "legal_basis"}))
        assert gaps(corpus, "7/KH-UBND").lines == ()
        assert gaps(corpus, "1486/QĐ-TTg").parents == ()
        assert [one.document.number for one in coverage(corpus, "1486/QĐ-TTg").others] == ["7/KH-UBND"]


def test_a_task_with_forty_leads(corpus: Corpus) -> None:
    leads = (*(f"Ủy ban nhân dân xã Số {n}" for n in range(39)), "Ủy ban nhân dân huyện Đức Trọng")
    corpus.add(with_leads(family.plan(), leads))
    missing = gaps(corpus, family.district_plan("1. Phòng Y tế kiểm tra nguồn nước.")).lines
    assert [(line.kind, line.given_to) for line in missing if line.above.section == "I.1"] == [
        ("not_found", leads[-1:])
    ]
    forty = with_leads(family.district_plan(family.TASKS), leads)
    assert [line.kind for line in gaps(corpus, forty).lines] == ["taken_up", "taken_up"]


def with_leads(said: Extraction, leads: tuple[str, ...]) -> Extraction:
    """The document, its first task led by these bodies."""
    return replace(said, tasks=(replace(said.tasks[0], lead=leads, origins=()), *said.tasks[1:]))


def test_a_plan_of_which_only_the_month_is_known(corpus: Corpus) -> None:
    tasks = "1. Sở Lao động - Thương binh và Xã hội rà soát hộ nghèo."
    written = family.plan(tasks)
    of_month = replace(written, header=replace(written.header, date="2020-03"))
    found = gaps(corpus, of_month)
    assert (found.on, [one.then for one in found.bodies]) == ("2020-03-31", [False])


def test_tasks_of_one_body_with_the_same_heirs_have_one_line(corpus: Corpus) -> None:
    body = "Sở Lao động - Thương binh và Xã hội"
    tasks = f"1. {body} rà soát hộ nghèo.\n2. {body} rà soát hộ cận nghèo.\n3. {body} chăm sóc người có công."
    gone = [one for one in gaps(corpus, family.plan(tasks)).bodies if one.then]
    assert [(one.heirs, [task.section for task in one.tasks]) for one in gone] == [
        (("Sở Nông nghiệp và Môi trường tỉnh Lâm Đồng",), ["I.1", "I.2"]),
        (("Sở Nội vụ tỉnh Lâm Đồng",), ["I.3"]),
    ]


@pytest.mark.parametrize(
    "header", [{"date": None}, {"issuer": None}, {"issuer": None, "date": None, "number": None}]
)
def test_a_document_without_date_or_issuer(corpus: Corpus, header: dict[str, None]) -> None:
    basis = {
        "symbol": "1486/QĐ-TTg",
        "issuer": "Thủ tướng Chính phủ",
        "date": "2024-11-29",
        "relation": "carries_out",
    }
    said = citing(basis, **header)
    found = gaps(corpus, said)
    assert found.on == (said.header.date or date.today().isoformat())
    corpus.add(said)
    assert gaps(corpus, said).as_json()["held"]


def test_an_empty_plan(corpus: Corpus) -> None:
    found = gaps(corpus, family.plan(""))
    assert [line.kind for line in found.of(("not_found",))] == ["not_found"] * 3
    nothing = gaps(corpus, extract(read_text("Không có gì ở đây.")))
    assert (nothing.lines, nothing.parents, nothing.found) == ((), (), False)


def read_text(text: str) -> Any:
    from ingest import read_bytes

    return read_bytes(text.encode(), "a.txt")


@pytest.mark.parametrize(
    ("typed", "cause", "remedy"),
    [
        ("1468/QĐ-TTg", "kho không có văn bản này", "gần nhất: 1486/QĐ-TTg, 2024-11-29, Thủ tướng Chính phủ"),
        ("", "kho không có văn bản này", "thêm văn bản vào kho, hoặc chỉ ra tệp"),
        ("😀" * 10_000, "kho không có văn bản này", "thêm văn bản vào kho, hoặc chỉ ra tệp"),
        ('" OR 1=1 --', "kho không có văn bản này", "thêm văn bản vào kho, hoặc chỉ ra tệp"),
    ],
)
def test_an_unknown_document(corpus: Corpus, typed: str, cause: str, remedy: str) -> None:
    for ask in (gaps, coverage):
        with pytest.raises(CorpusError) as error:
            ask(corpus, typed)
        assert (error.value.cause, error.value.remedy) == (cause, remedy)


def test_a_document_that_may_be_several_or_is_only_cited(corpus: Corpus) -> None:
    corpus.add(family.plan())
    corpus.add(
        family.plan(issuer="ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NAM", day="Quảng Nam, ngày 14 tháng 4 năm 2025")
    )
    with pytest.raises(CorpusError, match="có thể là 2 văn bản"):
        gaps(corpus, "85/KH-UBND")
    corpus.add(citing({"symbol": "31/QĐ-UBND", "issuer": LAM_DONG, "date": "2025-01-01"}))
    with pytest.raises(CorpusError, match="kho chỉ biết qua viện dẫn"):
        gaps(corpus, "31/QĐ-UBND")


def test_nothing_is_claimed_where_a_level_is_unclear(corpus: Corpus) -> None:
    said = citing(
        {
            "symbol": "1486/QĐ-TTg",
            "issuer": "Thủ tướng Chính phủ",
            "date": "2024-11-29",
            "relation": "carries_out",
        },
        issuer=None,
        number=None,
    )
    found = gaps(corpus, said)
    assert (found.parents, [one.why for one in found.unread]) == ((), ["unclear"])


def test_who_stands_above(sample_corpus: str) -> None:
    """The Prime Minister above a ministry; at one level the Party and the council above the people's committee."""
    with Corpus.open(sample_corpus) as corpus, corpus.reading() as connection:
        works = {
            one.number: queries.works(connection, [one.work_id or 0])[one.work_id or 0]
            for one in queries.all_documents(connection)
        }
    pairs = (("1986/QĐ-TTg", "4562/BCA-C07"), ("31-CT/TU", "417/QĐ-UBND"), ("14/2024/NQ-HĐND", "21/KH-UBND"))
    for one, other in pairs:
        assert (stands_above(works[one], works[other]), stands_above(works[other], works[one])) == (
            True,
            False,
        )
    nameless = replace(works["417/QĐ-UBND"], issuer=None, symbol=None)
    assert stands_above(nameless, works["21/KH-UBND"]) is None


# --- the command


def test_the_command_on_a_file(sample_corpus: str) -> None:
    done = nhiemvu_run("gaps", COMMUNE_PLAN, "--corpus", sample_corpus)
    assert done.returncode == 1
    assert "thiết bị truyền tin báo cháy" in done.stdout
    assert "muộn hạn\tỦy ban nhân dân các xã, phường hoàn thành việc rà soát" in done.stdout
    assert "\nXét vào ngày 09/02/2026: không thấy trong kế hoạch: 4; " in done.stderr
    assert ": 6 nhiệm vụ chưa rõ giao cho cơ quan nào" in done.stderr
    said = json.loads(nhiemvu_run("gaps", COMMUNE_PLAN, "--corpus", sample_corpus, "--json").stdout)
    assert said["gaps"] is True
    assert said["lines"][0]["above"]["document"]["number"] == "21/KH-UBND"
    english = nhiemvu_run("gaps", "15/KH-UBND", "--corpus", sample_corpus, "--lang", "en", "--on", "9/2/2026")
    assert "\nJudged on 2026-02-09: not found in the plan: 4; " in english.stderr


def test_the_command_down(sample_corpus: str) -> None:
    done = nhiemvu_run("gaps", "1986/QĐ-TTg", "--down", "--corpus", sample_corpus)
    assert done.returncode == 1
    assert "Ủy ban nhân dân tỉnh Lâm Đồng\tkhông có trong kho" in done.stdout
    assert "21/KH-UBND" in done.stdout
    assert done.stderr == "“Không có trong kho” không có nghĩa là cơ quan ấy chưa ban hành.\n"
    said = json.loads(
        nhiemvu_run("gaps", "1986/QĐ-TTg", "--down", "--corpus", sample_corpus, "--json").stdout
    )
    assert len(said["groups"][0]["members"]) == 34


def test_the_command_with_bad_input(sample_corpus: str, tmp_path: Path) -> None:
    rows = [
        (("1987/QĐ-TTg",), "1987/QĐ-TTg: kho không có văn bản này; gần nhất: "),
        (("không-có.docx",), "không-có.docx: không có tệp này; kiểm tra lại đường dẫn"),
        (("15/KH-UBND", "--on", "31/2/2025"), "--on 31/2/2025: không có ngày này; ghi ngày như"),
        (("",), "kho không có văn bản này"),
    ]
    for arguments, line in rows:
        done = nhiemvu_run("gaps", *arguments, "--corpus", sample_corpus, cwd=tmp_path)
        assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
        assert line in done.stderr


def test_a_plan_without_gaps(corpus: Corpus, tmp_path: Path) -> None:
    tasks = (
        "1. Sở Xây dựng lắp đặt thùng rác ba ngăn tại các khu dân cư tập trung, hoàn thành trước ngày 15/6/2025.\n"
        "2. Sở Nông nghiệp và Môi trường xây dựng điểm tập kết chất thải nguy hại hộ gia đình trước ngày 30/11/2025.\n"
        "3. Sở Nông nghiệp và Môi trường báo cáo kết quả thực hiện Đề án về Bộ Tài nguyên và Môi trường trước ngày 10"
        " tháng 12 hằng năm."
    )
    assert not gaps(corpus, family.plan(tasks)).found
    corpus.add(family.plan(tasks))
    done = nhiemvu_run("gaps", "85/KH-UBND", "--corpus", tmp_path / "kho.db")
    assert done.returncode == 0, done.stdout


def test_seeds_are_compared_with_nothing_and_say_so(shared: Path, tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "kho.db") as corpus:
        for seed in sorted((shared / "seeds").glob("*.txt")):
            found = gaps(corpus, extract(read(seed)))
            assert found.lines == ()
            assert found.parents == ()
