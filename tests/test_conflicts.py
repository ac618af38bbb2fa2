"""Documents of one level that contradict each other: one task with two leads, one report with two deadlines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gap_family as family
import pytest
from corpus_family import citing
from running import nhiemvu_run

from corpus import queries, rare_words
from corpus.errors import CorpusError
from corpus.store import Corpus
from graph.conflicts import Conflict, conflicts, conflicts_of
from graph.subject import subject_of

INSPECTION = "1. {who} kiểm tra việc phân loại chất thải tại các khu dân cư tập trung{when}."
REPORT = (
    "1. {who} báo cáo kết quả phân loại chất thải rắn sinh hoạt về Ủy ban nhân dân tỉnh trước ngày {when}."
)
OTHERS = (
    "\n2. Sở Tài chính thẩm định kinh phí mua sắm xe chuyên dùng."
    "\n3. Sở Giáo dục và Đào tạo đưa nội dung phân loại rác vào sinh hoạt ngoại khóa của học sinh."
    "\n4. Báo và phát thanh, truyền hình mở chuyên mục hằng tuần về môi trường."
)
SECOND = {"number": "97/KH-UBND", "day": "Lâm Đồng, ngày 05 tháng 5 năm 2025", "title": "Khu dân cư kiểu mẫu"}


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path / "kho.db") as opened:
        opened.add(family.decision())
        yield opened


def inspected(who: str, when: str = "", **more: str) -> Any:
    """A plan of the province in which this body inspects."""
    return family.plan(INSPECTION.format(who=who, when=when) + OTHERS, **more)


def reported(when: str, who: str = "Sở Nông nghiệp và Môi trường", **more: str) -> Any:
    """A plan of the province with a report to be made by that day."""
    return family.plan(REPORT.format(who=who, when=when) + OTHERS, **more)


def shown(found: tuple[Conflict, ...]) -> list[tuple[Any, ...]]:
    """The conflicts in short."""
    return [(one.kind, one.one_document.number, one.other_document.number, one.differ) for one in found]


def test_one_task_with_two_leads(corpus: Corpus) -> None:
    corpus.add(inspected("Sở Nông nghiệp và Môi trường"))
    corpus.add(inspected("Sở Xây dựng", **SECOND))
    (found,) = conflicts(corpus, "97/KH-UBND")
    assert found.kind == "two_leads"
    assert found.differ == ("Sở Xây dựng tỉnh Lâm Đồng", "Sở Nông nghiệp và Môi trường tỉnh Lâm Đồng")
    assert (found.one.section, found.one_document.number) == ("I.1", "97/KH-UBND")
    assert (found.other.section, found.other_document.number) == ("I.1", "85/KH-UBND")
    assert "kiểm tra việc phân loại" in found.one.quote
    assert "kiểm tra việc phân loại" in found.other.quote
    assert [work.symbol for work in found.shared] == ["1486/QĐ-TTg"]
    assert len(conflicts(corpus)) == 1  # of all documents, each pair once


@pytest.mark.parametrize(
    ("work", "kinds"),
    [
        ("báo cáo kết quả thực hiện Kế hoạch này về Ủy ban nhân dân tỉnh", set()),
        ("kiểm tra việc thực hiện Kế hoạch tại các khu dân cư tập trung", set()),
        ("kiểm tra việc phân loại chất thải tại các khu dân cư tập trung", {"two_leads"}),
        ("báo cáo kết quả thực hiện Đề án phân loại chất thải về Ủy ban nhân dân tỉnh", {"two_leads"}),
    ],
)
def test_what_each_does_for_its_own_plan_is_no_conflict(corpus: Corpus, work: str, kinds: set[str]) -> None:
    tasks = "1. {} " + f"{work} trước ngày " + "{}/11/2025."
    corpus.add(family.plan(tasks.format("Sở Y tế", 15) + OTHERS))
    found = conflicts(corpus, family.plan(tasks.format("Sở Xây dựng", 15) + OTHERS, **SECOND))
    assert {one.kind for one in found} == kinds
    same = conflicts(corpus, family.plan(tasks.format("Sở Y tế", 30) + OTHERS, **SECOND))
    assert {one.kind for one in same} == ({"two_deadlines"} if "Đề án" in work else set())


def test_a_file_against_the_corpus(corpus: Corpus) -> None:
    corpus.add(inspected("Sở Nông nghiệp và Môi trường"))
    found = conflicts(corpus, inspected("Sở Xây dựng", **SECOND))
    assert [(one.kind, one.other_document.number) for one in found] == [("two_leads", "85/KH-UBND")]


def test_documents_that_share_no_basis_meet_by_their_words(corpus: Corpus) -> None:
    corpus.add(inspected("Sở Nông nghiệp và Môi trường"))
    corpus.add(
        inspected("Sở Xây dựng", **SECOND, bases="Căn cứ Luật Bảo vệ môi trường ngày 17 tháng 11 năm 2020")
    )
    (found,) = conflicts(corpus, "97/KH-UBND")
    assert (found.kind, found.shared) == ("two_leads", ())


def test_two_deadlines_for_one_report(corpus: Corpus) -> None:
    corpus.add(reported("10/12/2025"))
    corpus.add(reported("25/11/2025", **SECOND))
    assert shown(conflicts(corpus, "97/KH-UBND")) == [
        ("two_deadlines", "97/KH-UBND", "85/KH-UBND", ("2025-11-25", "2025-12-10"))
    ]
    assert shown(conflicts(corpus, "85/KH-UBND")) == [
        ("two_deadlines", "85/KH-UBND", "97/KH-UBND", ("2025-12-10", "2025-11-25"))
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # the same lead
        (inspected("Sở Xây dựng"), inspected("Sở Xây dựng", **SECOND)),
        # a group is nobody by name
        (inspected("Sở Xây dựng"), inspected("Các sở, ban, ngành", **SECOND)),
        # the issuer has it done by its department
        (inspected("Sở Xây dựng"), inspected("Ủy ban nhân dân tỉnh", **SECOND)),
        # another place
        (inspected("Sở Xây dựng"), inspected("Sở Nông nghiệp và Môi trường", **(SECOND | {"issuer": "ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NAM", "day": "Quảng Nam, ngày 05 tháng 5 năm 2025"}))),
        # another level: that is for `gaps`
        (inspected("Sở Xây dựng"), inspected("Phòng Kinh tế", **(SECOND | {"issuer": family.DISTRICT, "day": "Đức Trọng, ngày 05 tháng 5 năm 2025"}))),
        # each for its own year
        (inspected("Sở Xây dựng", title="Phân loại rác năm 2025"), inspected("Sở Y tế", **(SECOND | {"title": "Phân loại rác năm 2026"}))),
        # the later one ends the earlier one
        (inspected("Sở Xây dựng"), family.plan(INSPECTION.format(who="Sở Y tế", when="") + OTHERS + "\n5. Kế hoạch này thay thế Kế hoạch số 85/KH-UBND ngày 14 tháng 4 năm 2025 của Ủy ban nhân dân tỉnh Lâm Đồng.", **SECOND)),
        # two reports to two bodies
        (reported("10/12/2025"), family.plan(REPORT.format(who="Sở Nông nghiệp và Môi trường", when="25/11/2025").replace("Ủy ban nhân dân tỉnh", "Sở Tài chính") + OTHERS, **SECOND)),
        # the report of another year
        (reported("10/12/2025"), reported("25/11/2026", **SECOND)),
        # something else is done
        (inspected("Sở Xây dựng"), family.plan("1. Sở Y tế tuyên truyền về phân loại chất thải tại các khu dân cư tập trung." + OTHERS, **SECOND)),
    ],
)  # fmt: skip
def test_no_conflict(corpus: Corpus, one: Any, other: Any) -> None:
    corpus.add(one)
    corpus.add(other)
    assert shown(conflicts(corpus, "97/KH-UBND")) == []
    assert shown(conflicts(corpus, "85/KH-UBND")) == []


def test_many_plans_with_one_basis_are_each_read_once(corpus: Corpus) -> None:
    for number in range(1, 9):
        corpus.add(
            inspected(
                f"Sở {'Xây dựng' if number % 2 else 'Y tế'}", **(SECOND | {"number": f"{number}/KH-UBND"})
            )
        )
    pairs = conflicts(corpus)
    assert len(pairs) == 16  # four of the one with four of the other
    assert len({frozenset((one.one.id, one.other.id)) for one in pairs}) == 16


def test_at_most_so_many_are_compared_those_that_were_added_last(corpus: Corpus) -> None:
    for number in range(1, 9):
        corpus.add(inspected("Sở Xây dựng", **(SECOND | {"number": f"{number}/KH-UBND"})))
    id_ = corpus.add(inspected("Sở Y tế")).document_id
    with corpus.reading() as connection:
        plan = subject_of(connection, queries.documents(connection, [id_])[id_])
        every = list(conflicts_of(connection, plan))
        some = list(conflicts_of(connection, plan, 4))
    assert len({one.other_document.id for one in every}) == 8
    # The plan itself is one of those that were added last.
    last = sorted({one.other_document.id for one in every})[-3:]
    assert sorted({one.other_document.id for one in some}) == last


def test_works_that_cite_each_other(tmp_path: Path) -> None:
    about = {"issuer": "Ủy ban nhân dân tỉnh Lâm Đồng", "date": "2025-06-01", "relation": "legal_basis"}
    with Corpus.open(tmp_path / "kho.db") as opened:
        for number, other in ((1, 2), (2, 1)):
            opened.add(citing({"symbol": f"{other}/KH-UBND", **about}, number=f"{number}/KH-UBND"))
        assert conflicts(opened) == ()
        assert conflicts(opened, "1/KH-UBND") == ()


@pytest.mark.parametrize(
    "header", [{"date": None}, {"issuer": None}, {"issuer": None, "date": None, "number": None}]
)
def test_a_document_without_date_or_issuer(corpus: Corpus, header: dict[str, None]) -> None:
    said = citing({"symbol": "1486/QĐ-TTg", "relation": "carries_out"}, **header)
    assert conflicts(corpus, said) == ()
    corpus.add(said)
    assert conflicts(corpus) == ()


def test_bad_input(corpus: Corpus) -> None:
    for typed in ("1468/QĐ-TTg", "", '" OR 1=1 --', "😀" * 10_000):
        with pytest.raises(CorpusError, match="kho không có văn bản này"):
            conflicts(corpus, typed)


def test_words_of_a_document_are_no_query(corpus: Corpus) -> None:
    with corpus.reading() as connection:
        for words in (['a" OR "b'], ["NEAR(", "*"], [""], []):
            assert rare_words.tasks_with_words(connection, words, 5) == []
        (document,) = queries.all_documents(connection)
        first = queries.task_ids(connection, document.id)[0]
        rare = rare_words.rarest_words(connection, first, 3)
        assert first in rare_words.tasks_with_words(connection, rare, 5)


def test_the_samples_do_not_contradict_each_other(sample_corpus: str) -> None:
    with Corpus.open(sample_corpus) as opened:
        assert conflicts(opened) == ()


def test_the_command(corpus: Corpus, tmp_path: Path) -> None:
    target = tmp_path / "kho.db"
    nothing = nhiemvu_run("conflicts", "--corpus", target)
    assert (nothing.returncode, nothing.stdout) == (0, "")
    assert nothing.stderr == "Không thấy chỗ nào trái nhau giữa các văn bản cùng cấp.\n"
    corpus.add(inspected("Sở Nông nghiệp và Môi trường"))
    corpus.add(inspected("Sở Xây dựng", **SECOND))
    done = nhiemvu_run("conflicts", "97/KH-UBND", "--corpus", target)
    assert done.returncode == 1
    assert "97/KH-UBND, mục I.1: Sở Xây dựng tỉnh Lâm Đồng" in done.stdout
    said = json.loads(nhiemvu_run("conflicts", "--corpus", target, "--json").stdout)
    assert [one["kind"] for one in said] == ["two_leads"]
    assert said[0]["one"]["document"]["number"]
    wrong = nhiemvu_run("conflicts", "1/X", "--corpus", target)
    assert (wrong.returncode, wrong.stdout, len(wrong.stderr.splitlines())) == (2, "", 1)
