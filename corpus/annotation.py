"""A document as a person would annotate it (bản chú giải): what was extracted, with what people put right laid over it.

The form is the one that readings are measured by: the header, and the citations, deadlines and tasks in reading order,
each tied to the document by its words. So what staff put right in their daily work measures, and improves, the parser.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from corpus import corrections, queries
from corpus.facts import CitationFact, Corrected, TaskFact, WorkFact
from corpus.found_again import lay
from corpus.models import Deadline, Document, Target, TaskDeadline

_HEADER = ("type", "number", "issuer", "place", "date", "title", "authority", "position", "signer")
_NUMBER = re.compile(r"\d+")


def annotation(connection: Connection, document_id: int) -> dict[str, Any]:
    """The annotation of a document, as a JSON object. Beside the keys of the annotations it has the `sha256` of the
    document and, under `corrected`, what people put right in it: number, field, words, who, when."""
    document = connection.execute(select(Document).where(Document.id == document_id)).one()
    tasks = queries.tasks_in(connection, [document_id])
    citations = queries.citations_in(connection, [document_id])
    works = queries.works(connection, {one.work_id for one in citations if one.corrected and one.work_id})
    return {
        "document": document.path.replace("\\", "/").rpartition("/")[2],
        "sha256": document.sha256,
        "header": {name: getattr(document, name) for name in _HEADER},
        "citations": [_citation(one, works, citations) for one in citations if one.found != "none"],
        "deadlines": _deadlines(connection, document_id, tasks),
        "tasks": [_task(task) for task in tasks],
        "targets": _targets(connection, document_id),
        "corrected": _corrected(connection, document_id, [*citations, *tasks]),
    }


def _task(task: TaskFact) -> dict[str, Any]:
    said = {"quote": task.quote, "section": task.section}
    return said | {"lead": list(task.lead), "support": list(task.support), "due": list(task.due)}


def _citation(
    cited: CitationFact, works: Mapping[int, WorkFact], others: Sequence[CitationFact]
) -> dict[str, Any]:
    named = {name: getattr(cited, name) for name in ("symbol", "type", "title", "issuer", "date")}
    work = works.get(cited.work_id or 0) if cited.corrected else None
    if work:
        named = _named(cited, work, [one for one in others if one.work_id == work.id and not one.corrected])
    title = {"title": named["title"]} if named["title"] else {}
    said = {name: named[name] for name in ("symbol", "type")} | title
    rest = {"issuer": named["issuer"], "date": named["date"], "pinpoint": cited.pinpoint}
    return {"quote": cited.quote, **said, **rest}


def _named(cited: CitationFact, work: WorkFact, mentions: Sequence[CitationFact]) -> dict[str, str | None]:
    """What the document says of a work that a person found to be meant. A day that it says nowhere is not told, and
    what was wrongly lent to the citation by another document is dropped."""
    own = [cited] if cited.symbol == work.symbol else []

    def told(name: str) -> str | None:
        return next((value for one in (*own, *mentions) if (value := getattr(one, name))), None)

    title = None if work.symbol else work.title
    issuer = told("issuer") or work.issuer
    return {"symbol": work.symbol, "type": work.type, "title": title, "issuer": issuer, "date": told("date")}


def _deadlines(connection: Connection, document_id: int, tasks: Iterable[TaskFact]) -> list[dict[str, Any]]:
    query = select(Deadline).where(Deadline.document_id == document_id).order_by(Deadline.ordinal)
    rows = connection.execute(query).all()
    right = _days_put_right(connection, [row.id for row in rows], tasks)
    found = []
    for row in rows:
        new = right.get(row.id)
        if new and _names(row.quote, new):
            found.append({"quote": row.quote, "due": new, "bound": row.bound})
            continue
        more = ("recurrence", "duration", "working_days", "anchor", "reference")
        said = {name: getattr(row, name) for name in ("quote", "due", "bound")}
        found.append(said | {name: value for name in more if (value := getattr(row, name))})
    return found


def _days_put_right(
    connection: Connection, deadline_ids: Sequence[int], tasks: Iterable[TaskFact]
) -> dict[int, str]:
    """For a deadline that governs one task alone, as its only one, the one day that a person says is right."""
    query = select(TaskDeadline.task_id, TaskDeadline.deadline_id)
    pairs = connection.execute(query.where(TaskDeadline.deadline_id.in_(deadline_ids))).all()
    of_deadline = Counter(row.deadline_id for row in pairs)
    of_task = Counter(row.task_id for row in pairs)
    new = {
        task.id: task.due[0]
        for task in tasks
        if len(task.due) == 1 and any(one.field == "due" for one in task.corrected)
    }
    return {
        row.deadline_id: new[row.task_id]
        for row in pairs
        if row.task_id in new and of_deadline[row.deadline_id] == of_task[row.task_id] == 1
    }


def _names(quote: str, due: str) -> bool:
    """Whether the words name the day: then they were misread. A day that they do not name was put off, and the
    document still says what it said.

    >>> _names("trước ngày 05/7/2024", "2024-07-05"), _names("trước ngày 05/7/2024", "2024-08-05")
    (True, False)
    """
    try:
        day = date.fromisoformat(due)
    except ValueError:
        return False
    return {day.day, day.month} <= {int(number) for number in _NUMBER.findall(quote)}


def _targets(connection: Connection, document_id: int) -> list[dict[str, Any]]:
    query = select(Target).where(Target.document_id == document_id).order_by(Target.ordinal)
    names = ("quote", "value", "unit", "comparison", "due")
    return [{name: getattr(row, name) for name in names} for row in connection.execute(query)]


def _corrected(
    connection: Connection, document_id: int, facts: Iterable[CitationFact | TaskFact]
) -> list[dict[str, Any]]:
    """What people put right, in reading order; tasks that are none, they say, come last."""
    marks = [asdict(mark) | {"quote": fact.quote} for fact in facts for mark in fact.corrected]
    copies = corrections.copies(connection, [document_id])
    none = [said for (_, kind), said in lay(connection, copies).last.items() if kind == "not_task"]
    for said in none:
        at = said.said_at.isoformat(timespec="seconds")
        mark = Corrected(number=said.id, field=said.kind, was=(), by=said.by, at=at, note=said.note)
        marks.append(asdict(mark) | {"quote": said.quote})
    return marks
