"""What an agency has to do, also from the bodies that came before it, and what people put right of that; and the lists
of the whole corpus by day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from gap_family import plan

from corpus import bodies
from corpus.engine import Connection
from corpus.facts import TaskFact
from corpus.statement import TaskChange
from corpus.store import Corpus
from graph.agency_duties import AgencyDuties, When
from graph.agency_history import AgencyHistory, agency_history
from graph.due_lists import DueLists, Kind
from graph.meant import documents_meant, task_meant

TODAY = date(2025, 9, 15)
TASKS = """1. Sở Xây dựng lắp đặt thùng rác ba ngăn tại các khu dân cư tập trung, hoàn thành trước ngày 30/9/2025.
2. Sở Xây dựng lập danh mục điểm tập kết chất thải, hoàn thành trước ngày 05/9/2025.
3. Sở Nông nghiệp và Môi trường chủ trì, phối hợp với Sở Xây dựng hướng dẫn phân loại rác tại nguồn.
4. Tuyên truyền, vận động người dân phân loại rác trước ngày 31/12/2025."""
OLD_TASKS = """1. Sở Lao động - Thương binh và Xã hội rà soát hộ nghèo trước ngày 31/10/2025.
2. Sở Lao động - Thương binh và Xã hội giải quyết việc làm cho người lao động trước ngày 30/11/2025.
3. Sở Lao động - Thương binh và Xã hội báo cáo kết quả trước ngày 15/12/2025."""


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    """A plan of Lâm Đồng of after July 2025, and one of before the mergers."""
    with Corpus.open(tmp_path / "kho.db") as opened:
        opened.add(plan(TASKS, day="Lâm Đồng, ngày 14 tháng 8 năm 2025"))
        opened.add(
            plan(
                OLD_TASKS,
                number="12/KH-UBND",
                day="Lâm Đồng, ngày 10 tháng 01 năm 2025",
                title="Nhiệm vụ công tác năm 2025",
            )
        )
        yield opened


def body_id(connection: Connection, name: str) -> int:
    found = bodies.bodies_named(connection, name, "", ("", 0), 10)
    (id_,) = [id_ for id_, body in found if body.full_name.startswith(name)]
    return id_


def known(corpus: Corpus, name: str) -> AgencyHistory:
    with corpus.reading() as connection:
        itself = bodies.body(connection, body_id(connection, name))
        assert itself
        return agency_history(connection, itself, TODAY)


def shown(corpus: Corpus, name: str, when: When, on: date = TODAY) -> list[tuple[str, str, bool]]:
    """The tasks of an agency: the first words, the role, whether it is certain."""
    with corpus.reading() as connection:
        id_ = body_id(connection, name)
        itself = bodies.body(connection, id_)
        assert itself
        history = agency_history(connection, itself, on)
        duties = AgencyDuties(connection, id_, itself, history.before, on)
        found = duties.looked_at(duties.listed(when))
        return [(one.owned.task.quote.split(" trước ngày")[0][-20:], one.role, one.certain) for one in found]


def task(corpus: Corpus, words: str, document: str = "85/KH-UBND") -> TaskFact:
    with corpus.reading() as connection:
        return task_meant(connection, documents_meant(connection, document), words)


def test_tasks_stand_where_their_days_put_them(corpus: Corpus) -> None:
    assert [words for words, _, _ in shown(corpus, "Sở Xây dựng", "next")] == ["ập trung, hoàn thành"]
    assert [words for words, _, _ in shown(corpus, "Sở Xây dựng", "past")] == ["hất thải, hoàn thành"]
    assert [role for _, role, _ in shown(corpus, "Sở Xây dựng", "undated")] == ["support"]


def test_a_body_that_ended_says_who_has_its_work(corpus: Corpus) -> None:
    history = known(corpus, "Sở Lao động")
    assert history.now
    assert history.now.state == "undecided"
    names = {heir.body.name for heir in history.now.heirs}
    assert {"Sở Nội vụ tỉnh Lâm Đồng", "Sở Nông nghiệp và Môi trường tỉnh Lâm Đồng"} <= names
    assert [name for name in history.heirs if "Nông nghiệp" in name]


def test_an_heir_has_what_the_words_give_to_it_and_shows_what_is_left_open(corpus: Corpus) -> None:
    """Poor households went to agriculture, employment to home affairs, a report to nobody in particular."""
    (before,) = known(corpus, "Sở Nông nghiệp").before
    assert (before.body.name, before.whole) == ("Sở Lao động - Thương binh và Xã hội", False)
    assert before.way[0].step.legal_basis
    found = {words[-10:]: certain for words, _, certain in shown(corpus, "Sở Nông nghiệp", "next")}
    assert found == {"t hộ nghèo": True, "áo kết quả": False}


def test_ticks_and_corrections_move_tasks(corpus: Corpus) -> None:
    corpus.tick(task(corpus, "lắp đặt thùng rác"), "done", by="Hoa")
    assert shown(corpus, "Sở Xây dựng", "next") == []
    assert len(shown(corpus, "Sở Xây dựng", "done")) == 1
    change = TaskChange(lead=("Sở Xây dựng",), due=("2025-10-20",))
    corpus.correct_task(task(corpus, "vận động người dân"), change, by="Hoa")
    assert [(role, sure) for _, role, sure in shown(corpus, "Sở Xây dựng", "next")] == [("lead", True)]
    corpus.correct_task(task(corpus, "lập danh mục"), TaskChange(no_task=True), by="Hoa")
    assert shown(corpus, "Sở Xây dựng", "past") == []


def rows(
    corpus: Corpus, kind: Kind, days: int = 30, limit: int = 10, after: tuple[str, int] | None = None
) -> list[str]:
    with corpus.reading() as connection:
        return [row.day for row in DueLists(connection, TODAY).rows(kind, days, limit, after)]


def test_lists_by_day_go_on_where_they_ended(corpus: Corpus) -> None:
    assert rows(corpus, "due", 120) == ["2025-09-30", "2025-10-31", "2025-11-30", "2025-12-15", "2025-12-31"]
    assert rows(corpus, "due", 46) == ["2025-09-30", "2025-10-31"]
    assert rows(corpus, "past") == ["2025-09-05"]
    with corpus.reading() as connection:
        lists = DueLists(connection, TODAY)
        first = lists.rows("due", 120, 2)
        rest = lists.rows("due", 120, 10, (first[-1].day, first[-1].task_id))
        assert [*first, *rest] == lists.rows("due", 120, 10)
        assert (lists.number("due", 120, 3), lists.number("due", 120, 9)) == (3, 5)


def test_what_lacks_an_owner_or_a_day(corpus: Corpus) -> None:
    assert (len(rows(corpus, "no_owner")), len(rows(corpus, "no_day"))) == (1, 1)
    corpus.correct_task(task(corpus, "vận động người dân"), TaskChange(lead=("Sở Xây dựng",)), by="Hoa")
    assert rows(corpus, "no_owner") == []
    corpus.correct_task(task(corpus, "hướng dẫn phân loại"), TaskChange(due=("2025-09-20",)), by="Hoa")
    assert rows(corpus, "no_day") == []
    assert rows(corpus, "due", 20) == ["2025-09-20", "2025-09-30"]
    corpus.correct_task(task(corpus, "lắp đặt thùng rác"), TaskChange(due=()), by="Hoa")
    assert (rows(corpus, "due", 20), len(rows(corpus, "no_day"))) == (["2025-09-20"], 1)


def test_hidden_documents_are_left_out(corpus: Corpus) -> None:
    with corpus.reading() as connection:
        everything = DueLists(connection, TODAY).rows("due", 120, 10)
        hidden = everything[0].document_id
        left = DueLists(connection, TODAY, {hidden}).rows("due", 120, 10)
        assert 0 < len(left) < len(everything)
        assert hidden not in {row.document_id for row in left}
