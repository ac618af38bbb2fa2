"""What people put right, laid over what was extracted (sửa đè lên kết quả trích xuất).

    table `tasks`  ──┐
                     ├──  the same words?  ──>  TaskFact, as people have it
    `corrections`  ──┘    corpus.same_words

Nothing in the tables of what was extracted changes. Only documents that have corrections are looked at, and in these
only their words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from sqlalchemy import Connection

from corpus import corrections
from corpus.corrections import ABOUT_TASKS, ON_TASKS, Copy
from corpus.facts import Corrected, CorrectionFact, Progress, ProgressState, TaskFact
from corpus.found_again import Laid, has, lay
from corpus.joinings import groups, ids_by_key
from corpus.one_body import OneBody


def tasks_as_corrected(connection: Connection, tasks: list[TaskFact]) -> list[TaskFact]:
    """The tasks with what people put right and how far they are; without those that are none, they say."""
    if not tasks or not corrections.are_there(connection):
        return tasks
    copies = corrections.copies(connection, {task.document_id for task in tasks})
    laid = lay(connection, [copy for copy in copies if has(copy, *ON_TASKS)])
    bodies = bodies_in(connection, copies)
    everywhere = bodies.pop(None)
    return [
        corrected
        for task in tasks
        if (task.id, "not_task") not in laid.last
        and (corrected := _corrected(task, laid, bodies.get(task.document_id, everywhere)))
    ]


def none_of_them(connection: Connection, document_id: int) -> set[int]:
    """The ids of what was extracted as tasks of a document and is none, people said."""
    if not corrections.are_there(connection):
        return set()
    copies = [copy for copy in corrections.copies(connection, [document_id]) if has(copy, "not_task")]
    return {id_ for id_, kind in lay(connection, copies).last if kind == "not_task"}


def citations_as_corrected(
    connection: Connection, document_ids: Collection[int]
) -> dict[int, tuple[int | None, Corrected]]:
    """Which citations of these documents mean another work than was found, by their ids: the work that they mean
    (`None`: they cite nothing), and who said so. A work that the corpus knows no more is left out."""
    if not document_ids or not corrections.are_there(connection):
        return {}
    copies = [copy for copy in corrections.copies(connection, document_ids) if has(copy, "means")]
    last = {id_: said for (id_, kind), said in lay(connection, copies).last.items() if kind == "means"}
    works = ids_by_key(connection, {said.target for said in last.values() if said.target})
    joined = groups(connection)
    return {
        id_: (joined.lead(works[said.target]) if said.target else None, _mark(said, said.before))
        for id_, said in last.items()
        if said.target is None or said.target in works
    }


def said_to_mean(connection: Connection, work_ids: Collection[int]) -> set[int]:
    """The ids of the citations that mean these works because somebody said so."""
    if not corrections.are_there(connection):
        return set()
    joined = groups(connection)
    said = corrections.aimed_at(connection, "means", joined.spread(work_ids))
    documents = {copy.document_id for copy in corrections.copies_spoken_of(connection, said)}
    meant = citations_as_corrected(connection, documents)
    leads = set(map(joined.lead, work_ids))
    return {id_ for id_, (work, _) in meant.items() if work in leads}


def documents_with_other_meanings(connection: Connection) -> set[int]:
    """The documents in which citations mean what somebody said, and not what was found."""
    if not corrections.are_there(connection):
        return set()
    said = corrections.of_kind(connection, "means")
    copies = corrections.copies_spoken_of(connection, said) if said else ()
    return {copy.document_id for copy in copies if has(copy, "means")}


def bodies_in(connection: Connection, copies: Iterable[Copy]) -> dict[int | None, OneBody]:
    """Which names are of one body, by document where something is said of it alone, and, under `None`, everywhere."""
    everywhere = corrections.everywhere(connection)
    own = {copy.document_id: [one for one in copy.said if one.kind == "same_agency"] for copy in copies}
    found: dict[int | None, OneBody] = {None: OneBody(everywhere)}
    return found | {id_: OneBody((*everywhere, *said)) for id_, said in own.items() if said}


def bodies_of(connection: Connection, document_id: int) -> OneBody:
    """Which names are of one body in a document."""
    found = bodies_in(connection, corrections.copies(connection, [document_id]))
    return found.get(document_id, found[None])


def _corrected(task: TaskFact, laid: Laid, bodies: OneBody | None) -> TaskFact:
    said = {kind: laid.last[task.id, kind] for kind in ABOUT_TASKS if (task.id, kind) in laid.last}
    marks = [_mark(one, getattr(task, kind)) for kind, one in said.items()]
    corrected = replace(task, **{kind: one.after for kind, one in said.items()})  # type: ignore[arg-type]
    for role in ("lead", "support") if bodies else ():
        names: tuple[str, ...] = getattr(corrected, role)
        renamed, by = bodies.renamed(names) if bodies else (names, ())
        corrected = replace(corrected, **{role: renamed})  # type: ignore[arg-type]
        marks += [replace(_mark(one, names), field=role) for one in by]
    ticked = laid.last.get((task.id, "progress"))
    if not marks and not ticked:
        return task
    return replace(corrected, corrected=tuple(marks), progress=progress_of(ticked) if ticked else None)


def progress_of(said: CorrectionFact) -> Progress:
    """How far a task is, as a correction of the kind `progress` says."""
    state: ProgressState = said.after[0]  # type: ignore[assignment]
    at = said.said_at.isoformat(timespec="seconds")
    return Progress(number=said.id, state=state, by=said.by, at=at, note=said.note)


def _mark(said: CorrectionFact, was: tuple[str, ...]) -> Corrected:
    at = said.said_at.isoformat(timespec="seconds")
    return Corrected(number=said.id, field=said.kind, was=was, by=said.by, at=at, note=said.note)
