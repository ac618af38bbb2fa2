"""The checklist of a document that a corpus holds: what people put right laid over, and how far each task is.

It is the same `Checklist` as that of a file. A day that somebody put right takes the place of the document's words.
"""

from __future__ import annotations

from dataclasses import replace

from corpus.engine import Connection
from corpus.facts import CitationFact, TaskFact
from corpus.queries import works
from corpus.store import Corpus
from corpus.task_facts import TaskFacts, task_facts
from extract.extraction import Deadline
from publish.checklist import Checklist, Group, Row, bases_of, deliverable_of
from publish.errors import PublishError
from publish.plain import plain
from publish.when import value_in_words
from rulebook.spelling import key


def checklist_of(corpus: Corpus, document_id: int) -> Checklist:
    """The checklist of a document of the corpus, one row for each of its tasks, without those that somebody said are
    none. Raises `PublishError` where the corpus has no such document."""
    with corpus.reading() as connection:
        said = task_facts(connection, document_id)
        if said is None:
            cause = "kho không có văn bản này"
            raise PublishError(str(document_id), cause, "ghi số, ký hiệu, thêm cơ quan hoặc ngày nếu cần")
        meant = _put_right(connection, said)
    rows = tuple(_row(number, task, said, meant) for number, task in enumerate(said.tasks, 1))
    return Checklist(
        header=said.header,
        path=said.path,
        sha256=said.sha256,
        groups=(Group(None, rows),),
        shared=frozenset(map(key, said.collective)),
        held=True,
    )


def _put_right(connection: Connection, said: TaskFacts) -> dict[int, CitationFact]:
    """The citations of which somebody said what they mean, by their ids, with the symbol of that work."""
    cited = {one.id: one for some in said.citations.values() for one in some if one.corrected}
    known = works(connection, {one.work_id for one in cited.values() if one.work_id})
    return {
        id_: replace(one, symbol=known[one.work_id].symbol or one.symbol)
        for id_, one in cited.items()
        if one.work_id in known
    }


def _row(number: int, task: TaskFact, said: TaskFacts, meant: dict[int, CitationFact]) -> Row:
    cited = [meant.get(one.id, one) for one in said.citations.get(task.id, ())]
    fields = {mark.field for mark in task.corrected}
    changed = {"lead": "lead" in fields, "support": "support" in fields, "deadlines": "due" in fields}
    changed["bases"] = any(one.id in meant for one in cited)
    return Row(
        number=number,
        work=plain(task.quote),
        lead=tuple(map(plain, task.lead)),
        support=tuple(map(plain, task.support)),
        deadlines=tuple(map(_deadline, task.due)) if "due" in fields else said.deadlines.get(task.id, ()),
        bases=bases_of(cited),
        deliverable=deliverable_of(task.deliverable, task.quote),
        section=plain(task.section) if task.section else None,
        page=task.page,
        task=task.name,
        progress=task.progress,
        corrected=tuple(name for name, is_so in changed.items() if is_so),
    )


def _deadline(value: str) -> Deadline:
    """What somebody put in the place of a deadline: a day, a recurrence or a duration."""
    kind = {"F": "recurrence", "P": "duration"}.get(value[0], "due")
    words = {"quote": value_in_words(value), kind: value}
    return Deadline(start=0, end=0, rule="corrected", **words)  # type: ignore[arg-type]
