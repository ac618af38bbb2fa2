"""What a plan rests on that has ended (căn cứ đã hết hiệu lực): works replaced, repealed or expired on its day.

Looked at are the works that it names as basis or carries out, and those that its tasks follow; not those that it
changes or ends itself, nor what it only mentions. A law that is named without number and day may be its successor: it
is only shown as possible.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from corpus.engine import Connection
from corpus.facts import CitationFact, TaskFact
from graph.findings import EndedBasis
from graph.parents import BASES
from graph.subject import Subject
from graph.validity import ENDED, histories

_ENDING = ("amends", "supplements", "replaces", "repeals")
_GUIDING = ("mentions", "guides")


def ended_bases(connection: Connection, plan: Subject, on: date) -> tuple[EndedBasis, ...]:
    """The works that the plan rests on and that had ended on this day, each once, in reading order."""
    ended_by_plan = {one.work_id for one in plan.citations if one.relation in _ENDING}
    relied = _relied_on(plan)
    works = [plan.works[id_] for id_ in relied if id_ not in ended_by_plan and id_ != plan.work.id]
    known = histories(connection, works)
    found = []
    for work in works:
        validity = known[work.id].on(on)
        if validity.state in ENDED:
            citation, tasks = relied[work.id]
            certain = bool(citation.symbol or citation.date)
            found.append(
                EndedBasis(work=work, citation=citation, validity=validity, tasks=tasks, certain=certain)
            )
    return tuple(found)


def _relied_on(plan: Subject) -> dict[int, tuple[CitationFact, tuple[TaskFact, ...]]]:
    """The works that the plan rests on: where it first says so, and the tasks that follow each."""
    tasks = {task.id: task for task in plan.tasks}
    said: dict[int, list[CitationFact]] = defaultdict(list)
    following: dict[int, dict[int, TaskFact]] = defaultdict(dict)
    for one in plan.citations:
        if one.work_id is None or one.found == "self":
            continue
        inside = {id_: tasks[id_] for id_ in plan.standing.get(one.id, ())}
        if one.relation in BASES or (inside and one.relation in _GUIDING):
            said[one.work_id].append(one)
            following[one.work_id] |= inside
    return {
        id_: (min(cited, key=_by_clearness), tuple(following[id_].values())) for id_, cited in said.items()
    }


def _by_clearness(citation: CitationFact) -> tuple[bool, int]:
    """A mention with number or day before one by name, which may mean another generation of the law."""
    return not (citation.symbol or citation.date), citation.start
