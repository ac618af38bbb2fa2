"""The rows of a checklist as they are shown and edited: what was read, what people put right, how far each is."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from corpus.facts import Corrected, CorrectionKind, Progress, ProgressState, TaskFact
from corpus.queries import tasks_in
from nhiemvu.web.asked import Asked
from publish.checklist import Checklist, Row
from publish.corpus_checklist import checklist_of
from publish.plain import plain
from publish.when import due_day, in_words, value_in_words

SOON = timedelta(days=14)
"""How long before its day a task is said to be due soon."""

Standing = Literal["", "soon", "overdue"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedView:
    """That a person put a field right: the correction's number, the field, what it was in words, who, when (ISO 8601,
    UTC) and why."""

    number: int
    field: CorrectionKind
    was: tuple[str, ...]
    by: str
    at: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """A task in a checklist. `id` is its id in the corpus and `task` that in the document; `due` are its values,
    `deadlines` the same in words, `day` the day that counts now (the next one, else the last); `standing` says whether
    that is past or near and the task not done; `seen` stands for what is shown here, so that a form can say what the
    person saw."""

    id: int
    task: str
    number: int
    quote: str
    lead: tuple[str, ...]
    support: tuple[str, ...]
    due: tuple[str, ...]
    deadlines: tuple[str, ...]
    day: str | None
    standing: Standing
    deliverable: str | None
    bases: tuple[str, ...]
    section: str | None
    page: int | None
    place: str
    state: ProgressState
    progress: Progress | None
    corrected: tuple[CorrectedView, ...]
    seen: str


@dataclass(frozen=True, slots=True)
class Rows:
    """A checklist with its rows as they are shown."""

    checklist: Checklist
    rows: tuple[TaskRow, ...]


def rows_of(asked: Asked, document_id: int, today: date | None = None) -> Rows:
    """The checklist of a document, one row for each task, in the order of the text."""
    checklist = checklist_of(asked.corpus, document_id)
    with asked.corpus.reading() as connection:
        tasks = {task.name: task for task in tasks_in(connection, [document_id])}
    on = today or date.today()
    rows = (_row(asked, row, tasks[row.task], on) for row in checklist.rows if row.task in tasks)
    return Rows(checklist, tuple(rows))


def seen(task: TaskFact) -> str:
    """What stands for the words of a task and for its fields, as somebody saw them."""
    return f"{words_seen(task)}.{_digest([task.lead, task.support, task.due])}"


def words_seen(task: TaskFact) -> str:
    """What stands for the words of a task alone."""
    return _digest([task.document_id, task.quote])


def values_shown(values: Iterable[str], asked: Asked) -> tuple[str, ...]:
    """Values of a deadline in words."""
    return tuple(value_in_words(value, asked.lang) for value in values)


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False).encode()).hexdigest()[:16]


def _row(asked: Asked, row: Row, task: TaskFact, on: date) -> TaskRow:
    state = task.progress.state if task.progress else "open"
    day = _day_that_counts(row, on)
    return TaskRow(
        id=task.id,
        task=task.name,
        number=row.number,
        quote=plain(task.quote),
        lead=tuple(map(plain, task.lead)),
        support=tuple(map(plain, task.support)),
        due=task.due,
        deadlines=tuple(dict.fromkeys(in_words(one, asked.lang) for one in row.deadlines)),
        day=day.isoformat() if day else None,
        standing=_standing(day, on) if state != "done" else "",
        deliverable=row.deliverable,
        bases=row.bases,
        section=row.section,
        page=row.page,
        place=row.place(asked.lang),
        state=state,
        progress=task.progress,
        corrected=tuple(_corrected(asked, mark) for mark in task.corrected),
        seen=seen(task),
    )


def _day_that_counts(row: Row, on: date) -> date | None:
    """Of several fixed days the next one, else the last."""
    days = sorted(day for day in map(due_day, row.deadlines) if day)
    return next((day for day in days if day >= on), days[-1] if days else None)


def _standing(day: date | None, on: date) -> Standing:
    if day is None or day > on + SOON:
        return ""
    return "overdue" if day < on else "soon"


def _corrected(asked: Asked, mark: Corrected) -> CorrectedView:
    was = values_shown(mark.was, asked) if mark.field == "due" else tuple(map(plain, mark.was))
    return CorrectedView(
        number=mark.number, field=mark.field, was=was, by=mark.by, at=f"{mark.at}+00:00", note=mark.note
    )
