"""Every change that is made to the tables, in foreign-key order. Each happens inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, delete, exists, insert, select, update

from corpus import body_names, description, models, names
from corpus.fact_rows import batches
from corpus.identity import Identity
from corpus.outline import sections_of
from corpus.responsible import responsible_in
from corpus.search_models import SearchState
from corpus.seats import Identity as BodyIdentity
from extract.extraction import Extraction

Rows = list[dict[str, Any]]


def insert_document(
    connection: Connection,
    extraction: Extraction,
    description_ids: Sequence[int],
    keep_id: int | None = None,
) -> int:
    """Put a document with all that was read out of it into the tables; returns its id, which is `keep_id` where given.

    `description_ids` are that of the header and then one for each citation.
    """
    own, *cited = description_ids
    kept = models.Document.__table__.columns.keys()
    facts = asdict(extraction.source) | asdict(extraction.header)
    facts = {name: value for name, value in facts.items() if name in kept}
    facts |= {"text": extraction.text, "schema": extraction.schema, "description_id": own}
    new = (
        insert(models.Document)
        .values(facts if keep_id is None else facts | {"id": keep_id})
        .returning(models.Document.id)
    )
    document_id = connection.execute(new).scalar_one()
    sections = sections_of(extraction, [citation.start for citation in extraction.citations])
    said = zip(sections, cited, strict=True)
    citations = [
        {"section": section, "description_id": meant, "said_on": extraction.header.date}
        for section, meant in said
    ]
    _insert(connection, models.Section, document_id, [_section(row) for row in _plain(extraction.outline)])
    _insert(connection, models.Agency, document_id, _plain(extraction.agencies))
    _insert(connection, models.Target, document_id, _plain(extraction.targets))
    citation_ids = _insert(
        connection,
        models.Citation,
        document_id,
        [row | more for row, more in zip(_plain(extraction.citations), citations, strict=True)],
    )
    _insert_told(connection, document_id, extraction, citation_ids, cited)
    deadline_ids = _insert(connection, models.Deadline, document_id, _plain(extraction.deadlines))
    _insert_tasks(connection, document_id, extraction, citation_ids, deadline_ids)
    return document_id


def remove_document(connection: Connection, document_id: int) -> None:
    """Take a document out, with everything that hangs on it; descriptions and works are left to `resolve`."""
    connection.execute(update(SearchState).values(removals=SearchState.removals + 1))
    connection.execute(delete(models.Document).where(models.Document.id == document_id))


def insert_descriptions(connection: Connection, missing: Collection[description.Description]) -> None:
    """Put in descriptions that are not there yet; what they mean is decided later."""
    rows = [_columns(one, models.Description) | {"fingerprint": one.fingerprint} for one in missing]
    if rows:
        connection.execute(insert(models.Description), rows)


def remove_unused_descriptions(connection: Connection, ids: Collection[int]) -> None:
    """Take out those of these descriptions that no document and no citation uses any more."""
    used = exists().where(models.Document.description_id == models.Description.id)
    cited = exists().where(models.Citation.description_id == models.Description.id)
    connection.execute(delete(models.Description).where(models.Description.id.in_(ids), ~used, ~cited))


def keep_works(
    connection: Connection, works: Collection[Identity], there: Mapping[str, tuple[int, Identity]]
) -> None:
    """Put in the works that are not `there` (key to id and what is known), and bring the others up to date."""
    new = [asdict(work) for work in works if work.key not in there]
    if new:
        connection.execute(insert(models.Work), new)
    for work in works:
        if work.key in there and there[work.key][1] != work:
            connection.execute(
                update(models.Work).where(models.Work.id == there[work.key][0]).values(asdict(work))
            )
    told = [work.key for work in works if work.key not in there or there[work.key][1] != work]
    if told:
        names.put(
            connection, list(connection.scalars(select(models.Work.id).where(models.Work.key.in_(told))))
        )


def remove_unmeant_works(connection: Connection, ids: Collection[int]) -> None:
    """Take out those of these works that no description means any more."""
    meant = exists().where(models.Description.work_id == models.Work.id)
    gone = list(connection.scalars(select(models.Work.id).where(models.Work.id.in_(ids), ~meant)))
    connection.execute(delete(models.Work).where(models.Work.id.in_(gone)))
    names.remove(connection, gone)


def set_meaning(
    connection: Connection, description_id: int, work_id: int | None, candidates: Mapping[int, str | None]
) -> None:
    """Let a description mean one work, or stand between candidates (work to likeness)."""
    table = models.DescriptionCandidate
    changed = update(models.Description).where(models.Description.id == description_id)
    connection.execute(changed.values(work_id=work_id))
    connection.execute(delete(table).where(table.description_id == description_id))
    rows = [
        {"description_id": description_id, "work_id": candidate, "likeness": likeness}
        for candidate, likeness in candidates.items()
    ]
    if rows:
        connection.execute(insert(table), rows)


def ensure_bodies(connection: Connection, bodies: Mapping[str, BodyIdentity]) -> dict[str, int]:
    """Put in the bodies that are not there yet; the id of each by its key."""
    there = _ids_of_bodies(connection, bodies)
    new = [asdict(body) for key, body in bodies.items() if key not in there]
    if new:
        connection.execute(insert(models.Body), new)
        there = _ids_of_bodies(connection, bodies)
        body_names.put(connection, [(there[body["key"]], bodies[body["key"]]) for body in new])
    return there


def insert_joining(
    connection: Connection, names: Mapping[str, str], *, joined: bool, by: str, note: str
) -> None:
    """Write down what somebody says of two works (key to name), signed and dated; what was said before stays."""
    one, other = sorted(names)
    called = {"one": one, "other": other, "one_name": names[one], "other_name": names[other]}
    said = {"joined": joined, "by": by, "note": note, "said_at": datetime.now(UTC).replace(tzinfo=None)}
    connection.execute(insert(models.WorkJoining).values(called | said))


def _ids_of_bodies(connection: Connection, keys: Iterable[str]) -> dict[str, int]:
    portions = (
        select(models.Body.key, models.Body.id).where(models.Body.key.in_(some)) for some in batches(keys)
    )
    return {row.key: row.id for portion in portions for row in connection.execute(portion)}


def _insert_told(
    connection: Connection,
    document_id: int,
    extraction: Extraction,
    citation_ids: list[int],
    description_ids: Sequence[int],
) -> None:
    told = _plain(getattr(extraction, "changes", ()))
    rows = [
        {name: row[name] for name in ("quote", "start", "end", "kind", "date")}
        | {"citation_id": citation_ids[row["of"]], "description_id": description_ids[row["of"]]}
        | {"by_id": None if row["by"] is None else citation_ids[row["by"]]}
        for row in told
    ]
    _insert(connection, models.ToldChange, document_id, rows)


def _insert_tasks(
    connection: Connection,
    document_id: int,
    extraction: Extraction,
    citation_ids: list[int],
    deadline_ids: list[int],
) -> None:
    tasks = [_columns(task, models.Task) | {"name": task.id} for task in extraction.tasks]
    for row in tasks:
        del row["id"]
    task_ids = _insert(connection, models.Task, document_id, tasks)
    bodies: Rows = []
    deadlines: Rows = []
    citations: Rows = []
    meant = responsible_in(extraction)
    called: dict[str, BodyIdentity] = {}
    for body in (body for named in meant for body in named.values()):
        called.setdefault(body.key, body)  # of several spellings of a name the first one stays
    ids = ensure_bodies(connection, called)
    for task_id, task, named in zip(task_ids, extraction.tasks, meant, strict=True):
        for role, bodies_of in (("lead", task.lead), ("support", task.support)):
            bodies += [
                {
                    "task_id": task_id,
                    "role": role,
                    "ordinal": n,
                    "name": name,
                    "body_id": ids[named[name].key],
                }
                for n, name in enumerate(bodies_of)
            ]
        deadlines += [
            {"task_id": task_id, "deadline_id": deadline_ids[n]} for n in sorted(set(task.deadlines))
        ]
        citations += [
            {"task_id": task_id, "citation_id": citation_ids[n]} for n in sorted(set(task.citations))
        ]
    links: list[tuple[type[models.Base], Rows]] = [
        (models.TaskBody, bodies),
        (models.TaskDeadline, deadlines),
        (models.TaskCitation, citations),
    ]
    for table, rows in links:
        if rows:
            connection.execute(insert(table), rows)


def _insert(connection: Connection, table: Any, document_id: int, rows: Rows) -> list[int]:
    """Put in the facts of a document in their order; returns their ids in the same order."""
    if rows:
        numbered = [row | {"document_id": document_id, "ordinal": n} for n, row in enumerate(rows)]
        connection.execute(insert(table), numbered)
    ids = select(table.id).where(table.document_id == document_id).order_by(table.ordinal)
    return list(connection.scalars(ids))


def _section(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "id"} | {"path": row["id"]}


def _plain(facts: Sequence[Any]) -> Rows:
    return [asdict(fact) for fact in facts]


def _columns(value: Any, table: type[models.Base]) -> dict[str, Any]:
    return {name: said for name, said in asdict(value).items() if name in table.__table__.columns}
