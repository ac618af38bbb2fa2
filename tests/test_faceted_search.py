"""The search with what a server keeps in memory: the same answers as without, narrowed and counted exactly."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from corpus_family import plan

from corpus import queries, search_rank, set_search
from corpus.bodies import bodies
from corpus.faceted import Narrowed, TaskPage, TaskSearch
from corpus.search import find_tasks
from corpus.statement import TaskChange
from corpus.store import Corpus
from corpus.words import question
from extract.extraction import Extraction, Header, Task
from graph import lookup
from graph import numbered as numbers
from ingest.document import Source

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 3, 10)
TASKS = (
    ("Rà soát hộ nghèo, cận nghèo.", ("Sở Tài chính",), ("2026-03-31",)),
    ("Báo cáo kết quả rà soát.", ("Sở Y tế", "Sở Tài chính"), ("FREQ=MONTHLY",)),
    ("Thẩm định kinh phí.", (), ("2026-02-01",)),
    ("Thuế sử dụng đất; rà soát thuê đất.", ("Ủy ban nhân dân tỉnh",), ("2026-03-15", "2026-06-30")),
    ("Tuyên truyền sâu rộng.", ("Sở Y tế",), ()),
)


def document(number: str, day: str, secrecy: str | None = None, type_: str = "Kế hoạch") -> Extraction:
    tasks = tuple(
        Task(
            id=f"t{n}",
            quote=quote,
            start=100 * n,
            end=100 * n + len(quote),
            section="I",
            lead=lead,
            due=due,
            rule="item",
        )
        for n, (quote, lead, due) in enumerate(TASKS)
    )
    header = Header(
        type=type_,
        number=number,
        issuer="Ủy ban nhân dân tỉnh Thái Bình",
        date=day,
        title="Kế hoạch",
        secrecy=secrecy,
    )
    source = Source(
        path=f"{number[:2]}.txt",
        sha256=number.encode().hex().ljust(64, "0"),
        media_type="text/plain",
        reader="text",
    )
    return Extraction(source=source, header=header, tasks=tasks, text="Kế hoạch")


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path / "kho.db") as opened:
        opened.add(document("15/KH-UBND", "2025-02-03"))
        opened.add(document("90/QĐ-UBND", "2025-08-20", type_="Quyết định"))
        opened.add(document("7/KH-UBND", "2026-01-05", secrecy="MẬT"))
        yield opened


def page(corpus: Corpus, typed: str = "", after: int = 0, limit: int = 10, **narrowed: object) -> TaskPage:
    search = TaskSearch(corpus)
    with corpus.reading() as connection:
        return search.page(connection, question(typed), Narrowed(**narrowed), TODAY, after, limit)  # type: ignore[arg-type]


def quotes(corpus: Corpus, found: TaskPage) -> list[str]:
    with corpus.reading() as connection:
        known = queries.tasks(connection, [one.id for one in found.tasks])
    return [known[one.id].quote for one in found.tasks]


def test_tasks_without_a_question_by_their_deadlines(corpus: Corpus) -> None:
    """Those ahead first, then those without a day, then those that are past; nothing of a secret document."""
    of_one = [TASKS[n][0] for n in (3, 0, 1, 4, 2)]
    assert quotes(corpus, page(corpus, type="Kế hoạch")) == of_one
    assert page(corpus).total == 10
    assert page(corpus, secret=True).total == 15


@pytest.mark.parametrize(
    ("narrowed", "expected"),
    [
        ({"status": "overdue"}, {2}),
        ({"status": "open"}, {0, 1, 2, 3, 4}),
        ({"status": "done"}, set()),
        ({"due": "again"}, {1}),
        ({"due": "none"}, {4}),
        ({"due": (date(2026, 3, 1), date(2026, 3, 31))}, {0, 3}),
        ({"due": (date(2026, 4, 1), None)}, {3}),
        ({"due": (None, date(2026, 3, 1))}, {2}),
        ({"level": "province"}, {0, 1, 3, 4}),
        ({"level": "commune"}, set()),
        ({"level": "no such level"}, set()),
        ({"province": "hung-yen-2025"}, {0, 1, 2, 3, 4}),  # Thái Bình is in Hưng Yên since July 2025
        ({"province": "thai-binh"}, set()),
        ({"months": (2025 * 12 + 7, 2025 * 12 + 9)}, {0, 1, 2, 3, 4}),
        ({"months": (2024 * 12 + 1, 2024 * 12 + 12)}, set()),
        ({"body": 2**31 - 1}, set()),
    ],
)
def test_narrowed(corpus: Corpus, narrowed: dict[str, object], expected: set[int]) -> None:
    found = page(corpus, **narrowed)
    assert set(quotes(corpus, found)) == {TASKS[n][0] for n in expected}


def test_by_the_body_that_documents_name(corpus: Corpus) -> None:
    counted = page(corpus).counted
    with corpus.reading() as connection:
        known = bodies(connection, [id_ for id_, _ in counted.bodies])
    names = {one.full_name: id_ for id_, one in known.items()}
    assert "Sở Y tế tỉnh Thái Bình" in names
    found = page(corpus, body=names["Sở Y tế tỉnh Thái Bình"], type="Kế hoạch")
    assert quotes(corpus, found) == [TASKS[1][0], TASKS[4][0]]


def test_what_is_counted_is_what_there_is_when_it_is_chosen(corpus: Corpus) -> None:
    for typed in ("", "rà soát", "ra soat"):
        counted = page(corpus, typed).counted
        for level, number in counted.levels:
            assert page(corpus, typed, level=level).total == number
        for type_, number in counted.types:
            assert page(corpus, typed, type=type_).total == number
        for status, number in counted.status.items():
            assert page(corpus, typed, status=status).total == number
        for id_, number in counted.bodies:
            assert page(corpus, typed, body=id_).total == number
        assert page(corpus, typed, due="again").total == counted.due["again"]
        assert (
            page(corpus, typed, due=(date(2026, 3, 1), date(2026, 3, 31))).total == counted.due["this_month"]
        )


@pytest.mark.parametrize(
    "typed",
    ["rà soát", "ra soat", "thuế", "thue dat", "thẩm định kinh phí cho", "tham dinhh", "zzz", "so 2025"],
)
def test_the_same_answers_as_without_memory(corpus: Corpus, typed: str) -> None:
    with corpus.reading() as connection:
        expected = find_tasks(connection, question(typed), 100)
    found = page(corpus, typed, limit=100, secret=True)
    assert {one.id: one.match for one in found.tasks} == {hit.id: hit.match for hit in expected}


def test_pages_follow_each_other(corpus: Corpus) -> None:
    for typed in ("", "rà soát"):
        every = [one.id for one in page(corpus, typed).tasks]
        found, after = [], 0
        while True:
            part = page(corpus, typed, after, 2)
            found += [one.id for one in part.tasks]
            if not part.more:
                break
            after = part.tasks[-1].place
        assert found == every
        assert len(set(every)) == len(every) >= 6


def test_of_equal_tasks_that_of_the_newer_document_stands_first(corpus: Corpus) -> None:
    found = page(corpus, "tuyên truyền sâu rộng")
    with corpus.reading() as connection:
        tasks = queries.tasks(connection, [one.id for one in found.tasks])
        documents = queries.documents(connection, {task.document_id for task in tasks.values()})
    days = [documents[tasks[one.id].document_id].date for one in found.tasks]
    assert days == ["2025-08-20", "2025-02-03"]


def test_where_many_match_those_with_the_words_side_by_side_are_read(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where it may read a few places of them only."""
    corpus.add(plan("Soát xét hộ; rà lại danh sách.", number="2/KH-UBND"), replace=True)
    for name, value in (("_SCORED", 2), ("_PLACES", 1)):
        monkeypatch.setattr(set_search, name, value)
    monkeypatch.setitem(search_rank.MOST, "task_words", 1)
    assert [one.match for one in page(corpus, "rà soát").tasks][:1] == ["words"]
    assert page(corpus, "rà soát").exact == 7


def test_many_works_with_one_symbol(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only those are read that the place or the year beside it tells apart; of others it is said how many there are."""
    monkeypatch.setattr(numbers, "_MOST", 2)
    monkeypatch.setattr(lookup, "_MANY", 2)
    places = ("Thái Bình", "Lâm Đồng", "An Giang", "Hà Giang")
    with Corpus.open(tmp_path / "kho.db") as opened:
        for n, place in enumerate(places):
            opened.add(
                plan(
                    "Rà soát.",
                    number="1/KH-UBND",
                    issuer=f"Ủy ban nhân dân tỉnh {place}",
                    date=f"202{n}-01-01",
                )
            )
        with opened.reading() as connection:
            for said, expected in (
                ("1/KH-UBND", ((), 4)),
                ("làm theo 1/KH-UBND của xã", ((), 4)),
                ("1/KH-UBND Ủy ban nhân dân tỉnh Lâm Đồng", (("2021-01-01",), 1)),
                ("1/KH-UBND của An Giang về phòng cháy", (("2022-01-01",), 1)),
                ("1/KH-UBND năm 2023 về phòng cháy", (("2023-01-01",), 1)),
            ):
                found, number = numbers.numbered(connection, said)
                assert (tuple(one.work.date for one in found), number) == expected, said


def test_what_was_added_taken_out_and_put_right_is_seen(corpus: Corpus) -> None:
    search = TaskSearch(corpus)

    def total(typed: str = "", **narrowed: object) -> int:
        with corpus.reading() as connection:
            return search.page(connection, question(typed), Narrowed(**narrowed), TODAY, 0, 10).total  # type: ignore[arg-type]

    assert (total(), total("rà soát"), total(status="overdue")) == (10, 6, 2)
    corpus.add(plan("Rà soát đất đai."))
    assert (total(), total("rà soát")) == (11, 7)
    corpus.add(document("90/QĐ-UBND", "2025-08-20", secrecy="MẬT", type_="Quyết định"), replace=True)
    assert (total(), total("rà soát")) == (6, 4)
    with corpus.reading() as connection:
        task = next(one for one in queries.tasks_in(connection, [1]) if one.quote == TASKS[2][0])
    corpus.correct_task(task, TaskChange(due=("2027-01-01",), lead=("Sở Y tế",)), by="Hoa")
    assert (total(status="overdue"), total(due=(date(2027, 1, 1), date(2027, 1, 1)))) == (0, 1)
    with corpus.reading() as connection:
        task = queries.tasks(connection, [task.id])[task.id]
    corpus.correct_task(task, TaskChange(no_task=True), by="Hoa")
    assert total() == 5


def test_many_ask_at_once() -> None:
    """In a process of its own, as the first question loads the model of words."""
    script = (
        "import sys; from concurrent.futures import ThreadPoolExecutor as Pool; from corpus.words import question\n"
        "with Pool(16) as pool: print({len(one.units) for one in pool.map(question, ['thẩm định kinh phí'] * 64)})"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert (done.stdout, done.returncode) == ("{2}\n", 0), done.stderr
