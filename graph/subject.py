"""The document that is asked about (văn bản được rà soát): one that the corpus holds, or a file that is only read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from corpus import queries
from corpus.engine import Connection
from corpus.facts import CitationFact, DocumentFact, TaskFact, WorkFact
from corpus.task_places import Places, places_in
from corpus.unheld import facts_of
from extract.extraction import Extraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A document with its tasks and citations. `works` has what its citations mean, by id, also what the corpus does
    not hold; `standing` the tasks that each citation stands in; `places` where the bodies of its tasks are; `held` says
    whether the corpus holds this very document."""

    document: DocumentFact
    work: WorkFact
    tasks: tuple[TaskFact, ...]
    citations: tuple[CitationFact, ...]
    works: Mapping[int, WorkFact]
    standing: Mapping[int, tuple[int, ...]]
    places: Places
    held: bool


def subject_of(connection: Connection, document: DocumentFact) -> Subject:
    """A document that the corpus holds, as a plan."""
    citations = queries.citations_in(connection, [document.id])
    standing = queries.tasks_that_cite(connection, [one.id for one in citations])
    works = queries.works(
        connection, {one.work_id for one in citations if one.work_id} | {document.work_id or 0}
    )
    return Subject(
        document=document,
        work=works[document.work_id or 0],
        tasks=tuple(queries.tasks_in(connection, [document.id])),
        citations=tuple(citations),
        works=works,
        standing={cited: tuple(task.id for task in tasks) for cited, tasks in standing.items()},
        places=places_in(connection, document.id),
        held=True,
    )


def subject_from(connection: Connection, extraction: Extraction) -> Subject:
    """What was read out of a file, as a plan; where the corpus holds the same file, what it has of it."""
    held = queries.document_with_content(connection, extraction.source.sha256)
    if held is not None:
        return subject_of(connection, queries.documents(connection, [held])[held])
    said = facts_of(connection, extraction)
    return Subject(
        document=said.document,
        work=said.work,
        tasks=said.tasks,
        citations=said.citations,
        works=said.works,
        standing=said.standing,
        places=said.places,
        held=False,
    )


def cited_in_tasks(plan: Subject) -> dict[int, list[TaskFact]]:
    """For each work that the plan cites, the tasks in whose words it is cited, in reading order."""
    tasks = {task.id: task for task in plan.tasks}
    found: dict[int, dict[int, TaskFact]] = defaultdict(dict)
    for citation in plan.citations:
        if citation.work_id and citation.found != "self":
            found[citation.work_id] |= {id_: tasks[id_] for id_ in plan.standing.get(citation.id, ())}
    return {work_id: list(standing.values()) for work_id, standing in found.items() if standing}
