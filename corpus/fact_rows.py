"""From rows to facts: how documents, tasks, citations and works are read for `corpus.queries`, with what people said
laid over: joinings (`corpus.joinings`) and corrections (`corpus.overlay`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    bindparam,
    func,
    select,
    true,
)
from sqlalchemy.orm import InstrumentedAttribute, aliased

from corpus.facts import CitationFact, Corrected, DocumentFact, NameFact, TaskFact, WorkFact
from corpus.joinings import Groups, groups
from corpus.models import Citation, Description, DescriptionCandidate, Document, Task, TaskBody, Work
from corpus.overlay import citations_as_corrected, tasks_as_corrected

Key = TypeVar("Key", int, str)

_OfCopy = aliased(Description)
_Called = aliased(Description)


def batches(ids: Iterable[Key]) -> Iterator[list[Key]]:
    """The ids or keys in portions: a statement takes only so many values."""
    left = iter(sorted(ids))
    while some := list(islice(left, 10_000)):
        yield some


def meanings_of(work_ids: Collection[int]) -> CompoundSelect[int, int | None]:
    """The descriptions (`id`) that mean one of these works, or may mean it, each with the work (`work_id`)."""
    certain = select(Description.id, Description.work_id).where(Description.work_id.in_(work_ids))
    candidate = DescriptionCandidate
    perhaps = select(candidate.description_id, candidate.work_id).where(candidate.work_id.in_(work_ids))
    return certain.union_all(perhaps)


def descriptions_meaning(work_ids: Collection[int]) -> Select[int]:
    """The ids of these descriptions."""
    return select(meanings_of(work_ids).subquery().c.id)


def means(work_ids: Collection[int]) -> ColumnElement[bool]:
    """A citation means one of these works, or may mean it."""
    return Citation.description_id.in_(descriptions_meaning(work_ids))


def newest_that_cite(
    connection: Connection, work_ids: Collection[int], most: int, relations: Collection[str] = ()
) -> set[int]:
    """The documents that cite these works, in one of the relations if some are named; for each way of calling a work
    at most so many, the newest: read from the end of an index, so that it takes no longer where there are more."""
    # `lower`: the index by relation would have to be sorted by day.
    related = func.lower(Citation.relation).in_(relations) if relations else true()
    newest = (
        select(Citation.document_id)
        .where(Citation.description_id == _Called.id, related)
        .group_by(Citation.said_on, Citation.document_id)
        .order_by(Citation.said_on.desc(), Citation.document_id.desc())
        .limit(most)
        .correlate(_Called)
    )
    query = (
        select(Document.id)
        .join(_Called, Document.id.in_(newest))
        .where(_Called.id.in_(descriptions_meaning(work_ids)))
    )
    return set(connection.scalars(query))


_DOCUMENTS = (
    select(
        *(column for name, column in Document.__table__.columns.items() if name in DocumentFact.__slots__),
        Description.work_id,
    )
    .join(Description, Description.id == Document.description_id)
    .order_by(Document.date.is_(None), Document.date.desc(), Document.id)
)
_IDS: BindParameter[int] = bindparam("ids", expanding=True)
# What is asked for by ids with every page of tasks is put together once: that takes longer than SQLite does.
_DOCUMENTS_WITH_IDS = _DOCUMENTS.where(Document.id.in_(_IDS))


def documents_where(connection: Connection, condition: ColumnElement[bool]) -> list[DocumentFact]:
    """The documents that fulfil the condition, the newest first; each of the work that leads its group."""
    return _documents(connection, connection.execute(_DOCUMENTS.where(condition)))


def documents_with(connection: Connection, ids: Collection[int]) -> list[DocumentFact]:
    """The documents with these ids, in the same order."""
    return _documents(connection, connection.execute(_DOCUMENTS_WITH_IDS, {"ids": list(ids)}))


def _documents(connection: Connection, found: Iterable[Any]) -> list[DocumentFact]:
    joined = groups(connection)
    rows = [dict(row._mapping) for row in found]
    return [DocumentFact(**row | {"work_id": row["work_id"] and joined.lead(row["work_id"])}) for row in rows]


_TASKS = select(Task).order_by(Task.document_id, Task.ordinal)
_BODIES = select(TaskBody).order_by(TaskBody.task_id, TaskBody.role, TaskBody.ordinal)
_TASKS_WITH_IDS = _TASKS.where(Task.id.in_(_IDS))
_BODIES_WITH_IDS = _BODIES.where(TaskBody.task_id.in_(_IDS))


def tasks_where(connection: Connection, condition: ColumnElement[bool]) -> list[TaskFact]:
    """The tasks that fulfil the condition, by document, in reading order, as people have put them right; without those
    that somebody said are none."""
    chosen = select(Task.id).where(condition)
    bodies = connection.execute(_BODIES.where(TaskBody.task_id.in_(chosen)))
    return _tasks(connection, connection.execute(_TASKS.where(Task.id.in_(chosen))), bodies)


def tasks_with(connection: Connection, ids: Collection[int]) -> list[TaskFact]:
    """The tasks with these ids, in the same way."""
    asked = {"ids": list(ids)}
    bodies = connection.execute(_BODIES_WITH_IDS, asked)
    return _tasks(connection, connection.execute(_TASKS_WITH_IDS, asked), bodies)


def _tasks(connection: Connection, rows: Iterable[Any], of: Iterable[Any]) -> list[TaskFact]:
    bodies: dict[tuple[int, str], list[str]] = defaultdict(list)
    for body in of:
        bodies[body.task_id, body.role].append(body.name)
    found = [
        TaskFact(
            id=row.id,
            document_id=row.document_id,
            name=row.name,
            quote=row.quote,
            start=row.start,
            end=row.end,
            section=row.section,
            page=row.page,
            lead=tuple(bodies[row.id, "lead"]),
            support=tuple(bodies[row.id, "support"]),
            due=tuple(row.due),
            deliverable=row.deliverable,
            deliverable_to=tuple(row.deliverable_to),
        )
        for row in rows
    ]
    return tasks_as_corrected(connection, found)


def citations_where(connection: Connection, condition: ColumnElement[bool]) -> list[CitationFact]:
    """The citations that fulfil the condition, by document, in reading order."""
    named = [column for name, column in Citation.__table__.columns.items() if name in _SAID]
    query = (
        select(*named, Citation.status.label("found"), Citation.description_id, Description.work_id)
        .add_columns(_is_held(Description.work_id).label("held"))
        .outerjoin(Description, Description.id == Citation.description_id)
        .where(condition)
        .order_by(Citation.document_id, Citation.ordinal)
    )
    result = connection.execute(query)
    names = tuple(result.keys())
    rows = [dict(zip(names, row, strict=True)) for row in result]
    unsure = {row["description_id"] for row in rows if row["work_id"] is None}
    candidates = candidates_of(connection, unsure)
    joined = groups(connection)
    held = _held_among(connection, joined.leading) if joined.leading else set()
    found = [_citation(row, candidates.get(row["description_id"], {}), joined, held) for row in rows]
    said = citations_as_corrected(connection, {one.document_id for one in found})
    return _as_corrected(connection, found, said, joined) if said else found


_SAID = set(CitationFact.__slots__) - {"candidates", "near", "corrected"}


def _as_corrected(
    connection: Connection,
    found: list[CitationFact],
    said: Mapping[int, tuple[int | None, Corrected]],
    joined: Groups,
) -> list[CitationFact]:
    """The citations, those of which somebody `said` what they mean with that work and no candidates."""
    members = joined.spread({work for work, _ in said.values() if work})
    there = select(Work.id).where(Work.id.in_(members), _is_held(Work.id))
    held = {joined.lead(id_) for id_ in connection.scalars(there)}
    own = _own_works(connection, {one.document_id for one in found if one.id in said}, joined)
    corrected = []
    for one in found:
        if one.id in said:
            work, mark = said[one.id]
            itself = own.get(one.document_id) == work
            one = replace(
                one,
                work_id=work,
                held=work in held,
                found="none" if work is None else "self" if itself else "unmatched",
                candidates=(),
                near=(),
                why="",
                corrected=(mark,),
            )
        corrected.append(one)
    return corrected


def _own_works(connection: Connection, document_ids: Collection[int], joined: Groups) -> dict[int, int]:
    """The works that these documents are copies of."""
    of = select(Document.id, Description.work_id).join(Description, Description.id == Document.description_id)
    rows = (
        row for some in batches(document_ids) for row in connection.execute(of.where(Document.id.in_(some)))
    )
    return {row.id: joined.lead(row.work_id) for row in rows if row.work_id}


def _citation(
    row: dict[str, Any], candidates: dict[int, str | None], joined: Groups, held: set[int]
) -> CitationFact:
    """The citation, with works that were joined as one."""
    del row["description_id"]
    meant, near = meaning_of(row["work_id"], candidates, joined)
    row |= {"work_id": meant, "held": row["held"] or meant in held, "provisions": tuple(row["provisions"])}
    return CitationFact(**row, candidates=tuple(near), near=tuple(near.values()))


def meaning_of(
    work_id: int | None, candidates: Mapping[int, str | None], joined: Groups
) -> tuple[int | None, dict[int, str]]:
    """The work that is meant, or those that may be, each with how near it comes, with works that were joined as one:
    candidates that are all one work, and certain enough for it, are no candidates any more."""
    near: dict[int, str] = {}
    for id_, likeness in candidates.items():
        lead = joined.lead(id_)
        near[lead] = max(near.get(lead, ""), likeness or "possible", key=_NEARNESS.index)
    if len(near) == 1 < len(candidates) and near != {next(iter(near)): "possible"}:
        return next(iter(near)), {}
    return work_id and joined.lead(work_id), near


_NEARNESS = ("", "different", "possible", "likely", "same")


def _held_among(connection: Connection, joined: Mapping[int, int]) -> set[int]:
    """Those leaders of groups of which the corpus holds a document of any member."""
    query = select(Work.id).where(Work.id.in_(joined), _is_held(Work.id))
    return {joined[id_] for id_ in connection.scalars(query)}


def works_where(
    connection: Connection, condition: ColumnElement[bool], *, apart: bool = False, most: int | None = None
) -> list[WorkFact]:
    """The works that fulfil the condition; of those that were joined, the one that leads them, unless `apart`. With
    `most`, only so many, whichever an index has first."""
    columns = [column for name, column in Work.__table__.columns.items() if name in WorkFact.__slots__]
    query = select(*columns, _is_held(Work.id).label("held")).where(condition)
    query = query.order_by(Work.year, Work.key) if most is None else query.limit(most)
    found = [WorkFact(**row._mapping) for row in connection.execute(query)]
    if most is not None:  # sorted here: the database would read all of them to sort them
        found.sort(key=lambda work: (work.year or 0, work.key))
    joined = Groups() if apart else groups(connection)
    leads = {joined.lead(work.id) for work in found if work.id in joined.leading}
    if not leads:
        return found
    members = works_where(connection, Work.id.in_(joined.spread(leads)), apart=True)
    standing = {work.id: _standing_for(work, members, joined) for work in members if work.id in leads}
    met = dict.fromkeys(joined.lead(work.id) for work in found)
    return [standing.get(id_) or next(work for work in found if work.id == id_) for id_ in met]


def _standing_for(lead: WorkFact, members: list[WorkFact], joined: Groups) -> WorkFact:
    """What is known of works that are one: the leader speaks first, then the others in their order."""
    order = joined.members[lead.id]
    others = sorted((work for work in members if work.id in order[1:]), key=lambda work: order.index(work.id))
    known = {
        name: next((getattr(work, name) for work in (lead, *others) if getattr(work, name) is not None), None)
        for name in ("type", "issuer", "year", "date", "title", "uri")
    }
    also = tuple(NameFact(key=one.key, symbol=one.symbol, date=one.date, issuer=one.issuer) for one in others)
    return replace(lead, **known, also=also, held=any(work.held for work in (lead, *others)))  # type: ignore[arg-type]


def _is_held(work_id: InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    copies = select(Document.id).join(_OfCopy, _OfCopy.id == Document.description_id)
    return copies.where(_OfCopy.work_id == work_id).exists()


def candidates_of(connection: Connection, description_ids: Iterable[int]) -> dict[int, dict[int, str | None]]:
    """The candidates of these descriptions, each with its likeness."""
    links = select(DescriptionCandidate).order_by(DescriptionCandidate.work_id)
    found: dict[int, dict[int, str | None]] = defaultdict(dict)
    for some in batches(description_ids):
        for row in connection.execute(links.where(DescriptionCandidate.description_id.in_(some))):
            found[row.description_id][row.work_id] = row.likeness
    return dict(found)
