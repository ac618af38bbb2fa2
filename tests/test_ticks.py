"""How far tasks are: ticked, signed, found again by the words of the task, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from corpus_family import LAM_DONG, commune, decision, make, plan, province
from sqlalchemy import event

from corpus import changes, engine, queries
from corpus.errors import CorpusError
from corpus.facts import ProgressState, TaskFact
from corpus.statement import TaskChange
from corpus.store import Corpus
from corpus.ticks import Tick, task_states
from extract.extraction import Extraction
from graph.meant import documents_meant, task_meant
from graph.who import who

FUNDING = "thẩm định kinh phí"
NAMED = {"type": "Kế hoạch", "number": "9/KH-UBND", "issuer": LAM_DONG, "date": "2025-01-01"}


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path / "kho.db") as opened:
        for make_one in (decision, province, commune):
            opened.add(make_one())
        yield opened


def task(corpus: Corpus, words: str = FUNDING, document: str = "85/KH-UBND") -> TaskFact:
    with corpus.reading() as connection:
        return task_meant(connection, documents_meant(connection, document), words)


def states(corpus: Corpus, *document_ids: int) -> dict[str, str]:
    """How far which tasks are, by their words."""
    with corpus.reading() as connection:
        found = task_states(connection, document_ids or None)
        return {queries.tasks(connection, [id_])[id_].quote: state for id_, state in found.items()}


def version(*quotes: str, first_line: str = "Bản mới") -> Extraction:
    """A version of one plan: the same header over other words."""
    text = "\n".join((first_line, *quotes))
    return make(text, header=NAMED, tasks=[{"quote": quote} for quote in quotes])


def test_a_task_is_ticked_noted_and_opened_again(corpus: Corpus) -> None:
    seen = task(corpus)
    assert seen.progress is None
    (said,) = corpus.tick(seen, "doing", by=" Nguyễn  Thị Hoa ", note=" đã gửi dự thảo ")
    assert (said.kind, said.before, said.after) == ("progress", ("open",), ("doing",))
    found = task(corpus)
    assert found.progress is not None
    assert (found.progress.state, found.progress.by, found.progress.note, found.progress.number) == (
        "doing", "Nguyễn Thị Hoa", "đã gửi dự thảo", said.id,
    )  # fmt: skip
    assert replace(found, progress=None) == seen, "nothing else of the task changes"
    assert corpus.tick(found, "doing", by="Nam", note="đã gửi dự thảo") == [], "no news"
    assert len(corpus.tick(found, "doing", by="Nam", note="đang thẩm định")) == 1, "another note is news"
    (done,) = corpus.tick(found, "done", by="Nam")
    assert states(corpus) == {seen.quote: "done"}
    corpus.undo(done.id, by="Hoa")
    now = task(corpus).progress
    assert now
    assert (now.state, now.note, now.by) == ("doing", "đang thẩm định", "Nam")
    corpus.tick(found, "open", by="Hoa")
    assert states(corpus) == {}
    assert (now := task(corpus).progress)
    assert now.state == "open"


def test_what_nobody_ticked_is_open(corpus: Corpus) -> None:
    assert corpus.tick(task(corpus), "open", by="Hoa") == []
    assert len(corpus.tick(task(corpus), "open", by="Hoa", note="chờ kinh phí")) == 1
    assert states(corpus) == {}


def test_ticks_are_asked_for_by_document(corpus: Corpus) -> None:
    corpus.tick(task(corpus), "done", by="Hoa")
    assert [list(states(corpus, id_).values()) for id_ in (1, 2, 3)] == [[], ["done"], []]
    corpus.correct_task(task(corpus), TaskChange(no_task=True), by="Hoa")
    assert states(corpus) == {}, "what is no task is not done"


def test_documents_without_ticks_are_not_looked_at(corpus: Corpus) -> None:
    """However many tasks a corpus has: without ticks one statement, and the words of no task."""
    asked: list[str] = []
    event.listen(corpus._engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    with corpus.reading() as connection:
        before = len(asked)
        assert task_states(connection) == task_states(connection, [1, 2, 3]) == {}
        assert len(asked) == before + 2
    corpus.correct_task(task(corpus), TaskChange(lead=("Sở Nội vụ",)), by="Hoa")
    corpus.tick(task(corpus, "tổ chức hội nghị tổng kết"), "done", by="Hoa")
    with corpus.reading() as connection:
        asked.clear()
        assert task_states(connection, [1, 3]) == {}
        assert not any("tasks" in one for one in asked)


def test_the_number_of_statements_does_not_grow_with_the_ticks(tmp_path: Path) -> None:
    asked: list[str] = []
    counted = []
    for size in (2, 60):
        with Corpus.open(tmp_path / f"{size}.db") as corpus:
            corpus.add(version(*(f"Sở Y tế kiểm tra cơ sở {name * 5}." for name in _names(size))))
            with corpus.reading() as connection:
                tasks = queries.tasks_in(connection, [1])
            assert len(corpus.tick_all([Tick(one, "done") for one in tasks], by="Hoa")) == size
            event.listen(corpus._engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
            with corpus.reading() as connection:
                asked.clear()
                found = queries.tasks_in(connection, [1])
            counted.append(len(asked))
            assert [one.progress and one.progress.state for one in found] == ["done"] * size
    assert counted[0] == counted[1]


def _names(size: int) -> list[str]:
    letters = "abcdefghijk"
    return [one + other for one in letters for other in letters][:size]


def test_it_survives_reading_anew(corpus: Corpus) -> None:
    corpus.tick(task(corpus), "done", by="Hoa")
    quote = task(corpus).quote
    for anew in (province(), replace(province(), tasks=province().tasks[::-1])):
        corpus.add(anew, replace=True)
        assert states(corpus) == {quote: "done"}
    _, second = province().tasks
    corpus.add(replace(province(), tasks=(second,)), replace=True)
    assert states(corpus) == {}
    assert [one.state for one in corpus.corrections(ticks=True)] == ["gone"], "shown, never lost"
    corpus.add(province(), replace=True)
    assert states(corpus) == {quote: "done"}


MEETING = "Sở Y tế tổ chức hội nghị tập huấn về chăm sóc trẻ em cho cán bộ cấp xã"
# What was ticked as done, what a new version says, and whether that is done.
VERSIONS = [
    (f"{MEETING} trước ngày 30/6/2025.", f"{MEETING} trước ngày 30/9/2025.", True, "another day: done stays done"),
    (f"{MEETING} xong trước 30/6.", f"{MEETING} xong trước 15/8.", True, "a day without its year"),
    (f"{MEETING} trong tháng 6 năm 2025.", f"{MEETING} trong tháng 12 năm 2025.", True, "a month"),
    (f"{MEETING} đợt 1.", f"{MEETING} đợt 2.", False, "another round is other work"),
    (f"{MEETING}, 1.000 hộ.", f"{MEETING}, 2.000 hộ.", False, "so is twice as much"),
    (f"{MEETING} theo Kế hoạch số 15/KH-UBND.", f"{MEETING} theo Kế hoạch số 16/KH-UBND.", False, "so is another plan"),
    (f"{MEETING}.", "Sở Nội vụ rà soát biên chế.", False, "other words"),
]  # fmt: skip


@pytest.mark.parametrize(("then", "now", "done", "why"), VERSIONS, ids=[why for *_, why in VERSIONS])
@pytest.mark.parametrize("held", ["both", "the new one"])
def test_a_new_version_of_the_document(
    tmp_path: Path, then: str, now: str, done: bool, why: str, held: str
) -> None:
    with Corpus.open(tmp_path / "kho.db") as corpus:
        old = corpus.add(version(then, first_line="Bản cũ")).document_id
        corpus.tick(task(corpus, then, "9/KH-UBND"), "done", by="Hoa")
        corpus.add(plan("Việc khác."))
        if held == "the new one":
            with engine.writing(corpus._engine) as connection:
                changes.remove_document(connection, old)
        new = corpus.add(version(now)).document_id
        assert states(corpus, new) == ({now: "done"} if done else {}), why
        (tick,) = corpus.corrections(ticks=True)
        assert tick.state == ("holds" if done or held == "both" else "gone")


def test_another_lead_and_day_beside_the_words_change_nothing(tmp_path: Path) -> None:
    first = version(f"{MEETING}.", first_line="Bản cũ")
    later = version(f"{MEETING}.")
    given = replace(later.tasks[0], lead=("Văn phòng",), due=("2025-12-31",))
    with Corpus.open(tmp_path / "kho.db") as corpus:
        corpus.add(replace(first, tasks=(replace(first.tasks[0], lead=("Sở Y tế",), due=("2025-06-30",)),)))
        corpus.tick(task(corpus, "tập huấn", "9/KH-UBND"), "done", by="Hoa")
        new = corpus.add(replace(later, tasks=(given,))).document_id
        assert states(corpus, new) == {f"{MEETING}.": "done"}


def test_another_document_of_that_number_has_it_not(tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "kho.db") as corpus:
        corpus.add(plan(f"{MEETING}."))
        corpus.tick(task(corpus, "tập huấn", "1/KH-UBND"), "done", by="Hoa")
        other = corpus.add(plan(f"{MEETING}.", "Bản khác.", issuer="Ủy ban nhân dân tỉnh Quảng Nam"))
        assert states(corpus, other.document_id) == {}


def test_twins_are_ticked_one_by_one(tmp_path: Path) -> None:
    urge = "Theo dõi, đôn đốc."
    text = f"{urge}\nI. Khác\n{urge} "
    twins = make(text, header=NAMED, tasks=[{"quote": urge}, {"quote": f"{urge} "}])
    with Corpus.open(tmp_path / "kho.db") as corpus:
        corpus.add(twins)
        corpus.tick(task(corpus, "t1", "9/KH-UBND"), "done", by="Hoa")
        with corpus.reading() as connection:
            found = queries.tasks_in(connection, [1])
        assert [one.progress and one.progress.state for one in found] == [None, "done"]


def test_ticks_do_not_flood_the_corrections(corpus: Corpus) -> None:
    corpus.correct_task(task(corpus), TaskChange(lead=("Sở Nội vụ",)), by="Hoa")
    (tick,) = corpus.tick(task(corpus), "done", by="Hoa")
    (undone,) = corpus.undo(tick.id, by="Hoa")
    corpus.undo(undone.id, by="Nam")
    assert [one.correction.kind for one in corpus.corrections()] == ["lead"]
    assert [one.correction.kind for one in corpus.corrections_of([2])] == ["lead"]
    everything = [(one.correction.kind, one.state) for one in corpus.corrections(ticks=True)]
    assert everything == [("undo", "holds"), ("undo", "undone"), ("progress", "holds"), ("lead", "holds")]
    assert len(corpus.corrections_of([2], ticks=True)) == 4
    assert states(corpus) == {task(corpus).quote: "done"}


def test_owner_and_annotation_are_as_they_were(corpus: Corpus) -> None:
    before = list(corpus.annotations([1, 2, 3]))
    owners = [(one.task.lead, one.task.due) for one in who(corpus, FUNDING)]
    corpus.tick(task(corpus), "done", by="Hoa", note="xong")
    assert list(corpus.annotations([1, 2, 3])) == before
    assert [(one.task.lead, one.task.due) for one in who(corpus, FUNDING)] == owners


@pytest.mark.parametrize(
    ("state", "by", "said"),
    [
        ("done", " ", "--by: thiếu tên người sửa"),
        ("done", "​", "--by: thiếu tên người sửa"),
        ("finished", "Hoa", "finished: không có tình trạng này; dùng open, doing, done"),
    ],
)
def test_what_is_refused(corpus: Corpus, state: ProgressState, by: str, said: str) -> None:
    with pytest.raises(CorpusError, match=said):
        corpus.tick(task(corpus), state, by=by)
    assert corpus.corrections(ticks=True) == []


def test_all_or_nothing(corpus: Corpus) -> None:
    """One of two tasks has become another one meanwhile: its id says other words."""
    seen = task(corpus)
    other = replace(task(corpus, "tổ chức hội nghị tổng kết"), quote="Việc khác.")
    with pytest.raises(CorpusError, match="văn bản vừa được đọc lại"):
        corpus.tick_all([Tick(seen, "done"), Tick(other, "done")], by="Hoa")
    assert corpus.corrections(ticks=True) == []
    assert len(corpus.tick_all([Tick(seen, "doing"), Tick(seen, "done")], by="Hoa")) == 2
    assert states(corpus) == {seen.quote: "done"}


@pytest.mark.parametrize(
    "note", ["'; DROP TABLE tasks; --", "=1+1", "a\x00b", "\ud800", "<b>đậm</b>\n\n| x |"]
)
def test_what_people_type_is_data(corpus: Corpus, note: str) -> None:
    (said,) = corpus.tick(task(corpus), "done", by=note, note=note)
    now = task(corpus).progress
    assert now
    assert (now.by, now.note) == (said.by, said.note)
    assert corpus.tick(task(corpus), "done", by="Hoa", note=note) == []
