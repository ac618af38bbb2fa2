"""Every question that is put to the tables, named for what it answers (the full-text search is in `corpus.search`).

Each takes an open connection and gives plain values in a fixed order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Executable,
    Row,
    Select,
    and_,
    bindparam,
    exists,
    false,
    func,
    select,
    true,
)

from corpus import description
from corpus.fact_rows import (
    batches,
    candidates_of,
    citations_where,
    descriptions_meaning,
    documents_where,
    documents_with,
    meanings_of,
    means,
    newest_that_cite,
    tasks_where,
    tasks_with,
    works_where,
)
from corpus.facts import CitationFact, DocumentFact, SectionFact, TaskFact, ToldFact, WorkFact
from corpus.identity import Identity
from corpus.joinings import Groups, groups
from corpus.models import (
    Citation,
    Description,
    Document,
    Section,
    Target,
    Task,
    TaskCitation,
    ToldChange,
    Work,
)
from corpus.overlay import documents_with_other_meanings, none_of_them, said_to_mean
from extract import extraction

_SECTIONS = (
    select(Section.document_id, Section.start, Section.end, Section.path, Section.marker, Section.heading)
    .where(Section.document_id.in_(bindparam("ids", expanding=True)))
    .order_by(Section.start, Section.end.desc(), Section.ordinal)
)
_SECTIONS_BETWEEN = _SECTIONS.where(Section.end >= bindparam("first"), Section.start <= bindparam("last"))


def document_with_content(connection: Connection, sha256: str) -> int | None:
    """The id of the document that has this content."""
    return connection.scalar(select(Document.id).where(Document.sha256 == sha256))


def counts(connection: Connection) -> dict[str, int]:
    """How much the corpus holds: documents, tasks, citations, works."""
    ids = {"documents": Document.id, "tasks": Task.id, "citations": Citation.id, "works": Work.id}
    return {name: connection.scalar(select(func.count(id_))) or 0 for name, id_ in ids.items()}


def number_of_documents(connection: Connection) -> int:
    """How many documents the corpus holds."""
    return connection.scalar(select(func.count()).select_from(Document)) or 0


def all_documents(connection: Connection) -> list[DocumentFact]:
    """Every document, the newest first."""
    return documents_where(connection, true())


def document_ids_after(connection: Connection, last: int, most: int) -> list[int]:
    """The ids of the next documents, at most so many, in the order in which they were added."""
    query = select(Document.id).where(Document.id > last).order_by(Document.id).limit(most)
    return list(connection.scalars(query))


def document_ids(connection: Connection) -> list[int]:
    """The ids of every document, in the order of adding."""
    return list(connection.scalars(select(Document.id).order_by(Document.id)))


def documents(connection: Connection, ids: Collection[int]) -> dict[int, DocumentFact]:
    """The documents with these ids."""
    found = (documents_with(connection, some) for some in batches(ids))
    return {document.id: document for batch in found for document in batch}


def documents_of_works(connection: Connection, work_ids: Collection[int]) -> list[DocumentFact]:
    """The documents that are copies of these works; those of one work with the newest first."""
    one_with = groups(connection).spread(work_ids)
    found = (documents_where(connection, Description.work_id.in_(some)) for some in batches(one_with))
    return [document for batch in found for document in batch]


def work_of_copy(connection: Connection, document_id: int) -> WorkFact | None:
    """The work that a document is a copy of, apart from those that it is joined with."""
    of = select(Description.work_id).join(Document, Document.description_id == Description.id)
    work_id = connection.scalar(of.where(Document.id == document_id))
    return next(iter(works_where(connection, Work.id == work_id, apart=True)), None) if work_id else None


def documents_called(connection: Connection, name: str) -> list[DocumentFact]:
    """The documents whose file has this name, with its folders or without, or this content (SHA-256)."""
    in_folder = Document.path.endswith("/" + name, autoescape=True)
    return documents_where(connection, (Document.path == name) | in_folder | (Document.sha256 == name))


def text_of(connection: Connection, document_id: int) -> str | None:
    """The normalised text that all offsets of the document index."""
    return connection.scalar(select(Document.text).where(Document.id == document_id))


def texts_on_effect(connection: Connection, document_ids: Collection[int]) -> dict[int, str]:
    """The texts of those of these documents that speak of the effect of something (hiệu lực)."""
    # In LIKE `_` is any letter, with or without its marks, and case does not count.
    query = select(Document.id, Document.text).where(Document.text.like("%hi_u_l_c%"))
    rows = (
        row
        for some in batches(document_ids)
        for row in connection.execute(query.where(Document.id.in_(some)))
    )
    return {row.id: row.text for row in rows}


def sections_over(connection: Connection, document_id: int, start: int, end: int) -> list[SectionFact]:
    """The sections that hold these characters, the outermost first."""
    return sections_over_all(connection, [(document_id, start, end)])[0]


def sections_over_all(
    connection: Connection, places: Sequence[tuple[int, int, int]]
) -> list[list[SectionFact]]:
    """For each of these places (document, start, end) the sections that hold it, the outermost first."""
    found: dict[int, list[Any]] = defaultdict(list)
    for query, values in _around(places):
        for row in connection.execute(query, values):
            found[row.document_id].append(row)
    return [
        [
            SectionFact(path=path, marker=marker, heading=heading)
            for _, first, last, path, marker, heading in found[document_id]
            if first <= start and last >= end
        ]
        for document_id, start, end in places
    ]


def _around(places: Sequence[tuple[int, int, int]]) -> Iterator[tuple[Executable, Mapping[str, Any]]]:
    """What reads the sections over these places, and few others: of places in one document they end after the first of
    them and begin before the last; those of more documents are read whole."""
    ids = {document_id for document_id, _, _ in places}
    if len(ids) != 1:
        yield from ((_SECTIONS, {"ids": some}) for some in batches(ids))
    else:
        first, last = min(end for _, _, end in places), max(start for _, start, _ in places)
        yield _SECTIONS_BETWEEN, {"ids": list(ids), "first": first, "last": last}


def outline_of(connection: Connection, document_id: int) -> list[extraction.Section]:
    """The sections of a document as they were extracted, in reading order."""
    query = select(Section).where(Section.document_id == document_id).order_by(Section.ordinal)
    columns = ("marker", "kind", "heading", "start", "end", "parent")
    return [
        extraction.Section(id=row.path, **{name: getattr(row, name) for name in columns})
        for row in connection.execute(query)
    ]


def targets_of(connection: Connection, document_id: int) -> list[extraction.Target]:
    """The targets of a document as they were extracted, in reading order."""
    query = select(Target).where(Target.document_id == document_id).order_by(Target.ordinal)
    names = extraction.Target.__slots__
    return [
        extraction.Target(**{name: getattr(row, name) for name in names}) for row in connection.execute(query)
    ]


def tasks(connection: Connection, ids: Collection[int]) -> dict[int, TaskFact]:
    """The tasks with these ids."""
    found = (tasks_with(connection, some) for some in batches(ids))
    return {task.id: task for batch in found for task in batch}


def tasks_in(connection: Connection, document_ids: Collection[int]) -> list[TaskFact]:
    """The tasks of these documents, by document, in reading order."""
    found = (tasks_where(connection, Task.document_id.in_(some)) for some in batches(document_ids))
    return [task for batch in found for task in batch]


def task_names(connection: Connection, document_id: int) -> list[tuple[int, str]]:
    """The ids and names of the tasks of a document, in reading order, without those that somebody said are none."""
    none = none_of_them(connection, document_id)
    query = select(Task.id, Task.name).where(Task.document_id == document_id).order_by(Task.ordinal)
    return [(id_, name) for id_, name in connection.execute(query) if id_ not in none]


def task_ids(connection: Connection, document_id: int) -> list[int]:
    """The ids of a document's tasks in reading order."""
    query = select(Task.id).where(Task.document_id == document_id).order_by(Task.ordinal)
    return list(connection.scalars(query))


def tasks_that_cite(connection: Connection, citation_ids: Collection[int]) -> dict[int, list[TaskFact]]:
    """For each of these citations the tasks that it stands in."""
    links = select(TaskCitation.citation_id, TaskCitation.task_id).order_by(TaskCitation.task_id)
    if not citation_ids:
        return {}
    pairs = [
        (row.citation_id, row.task_id)
        for some in batches(citation_ids)
        for row in connection.execute(links.where(TaskCitation.citation_id.in_(some)))
    ]
    known = tasks(connection, {task_id for _, task_id in pairs})
    found: dict[int, list[TaskFact]] = defaultdict(list)
    for citation_id, task_id in pairs:
        if task_id in known:  # else somebody said that it is none
            found[citation_id].append(known[task_id])
    return found


def citation(connection: Connection, citation_id: int) -> CitationFact | None:
    """The citation with this id."""
    return next(iter(citations_where(connection, Citation.id == citation_id)), None)


def citations(connection: Connection, ids: Collection[int]) -> dict[int, CitationFact]:
    """The citations with these ids."""
    found = (citations_where(connection, Citation.id.in_(some)) for some in batches(ids))
    return {citation.id: citation for batch in found for citation in batch}


def citations_in(
    connection: Connection, document_ids: Collection[int], relations: Collection[str] = ()
) -> list[CitationFact]:
    """What these documents cite, in one of the relations if some are named, by document, in reading order."""
    related = Citation.relation.in_(relations) if relations else true()
    within = (Citation.document_id.in_(some) & related for some in batches(document_ids))
    found = (citations_where(connection, condition) for condition in within)
    return [citation for batch in found for citation in batch]


def citations_of(connection: Connection, work_ids: Collection[int]) -> list[CitationFact]:
    """Where these works are cited, also where they are only candidates; by document, in reading order."""
    return _citations_of(connection, work_ids, true())


def newest_citations_of(connection: Connection, work_ids: Collection[int], most: int) -> list[CitationFact]:
    """As `citations_of`, of each work at least those in the `most` newest documents that cite it."""
    conditions: list[ColumnElement[bool]] = []
    most += len(
        documents_with_other_meanings(connection)
    )  # of so many at most the citations may mean other works
    for some in batches(groups(connection).spread(work_ids)):
        documents = newest_that_cite(connection, some, most)
        # `+ 0`: by their documents these are few, by what they mean there may be a hundred thousand.
        either = (Citation.description_id + 0).in_(descriptions_meaning(some))
        conditions.append(Citation.document_id.in_(documents) & either)
    return _citing(connection, work_ids, conditions)


def counts_below(connection: Connection, work_ids: Collection[int]) -> dict[int, int]:
    """How many documents, other than its own, cite each of these works, or perhaps do; works that none cites are
    missing."""
    apart = documents_with_other_meanings(connection)
    found = _counts_in(connection, work_ids, apart)
    as_found = Citation.document_id.not_in(apart) if apart else true()
    for some, lead in _as_one(connection, work_ids):
        meant = meanings_of(some).subquery()
        of = func.coalesce(lead, meant.c.work_id)
        cites = select(of, func.count(Citation.document_id.distinct())).join(
            Citation, (Citation.description_id == meant.c.id) & as_found
        )
        # Its own documents are few, those that cite it may be a hundred thousand: `+ 0` lets it begin with the few.
        its_own = select(Document.id, Description.work_id).join_from(Document, Description)
        own = its_own.where(Description.work_id.in_(some)).subquery()
        itself = (
            select(of, func.count(Citation.document_id.distinct()))
            .select_from(own)
            .join(Citation, (Citation.document_id == own.c.id) & as_found)
            .join(meant, (meant.c.id == Citation.description_id + 0) & (meant.c.work_id == own.c.work_id))
        )
        found.update(_counted(connection, cites.group_by(of)))
        found.subtract(_counted(connection, itself.group_by(of)))
    return {work_id: number for work_id, number in found.items() if number > 0}


def _counts_in(
    connection: Connection, work_ids: Collection[int], document_ids: Collection[int]
) -> Counter[int]:
    """In how many of these documents, other than its own, each of these works is cited, as people put it right."""
    asked = set(map(groups(connection).lead, work_ids))
    own = {document.id: document.work_id for document in documents(connection, document_ids).values()}
    said = citations_in(connection, sorted(document_ids))
    pairs = {(one.document_id, id_) for one in said for id_ in (one.work_id, *one.candidates) if id_ in asked}
    return Counter(id_ for document_id, id_ in pairs if id_ is not None and own[document_id] != id_)


def counts_above(
    connection: Connection, work_ids: Collection[int], relations: Collection[str]
) -> dict[int, int]:
    """What the documents of each of these works cite in these relations: how many; works without it are missing."""
    found: dict[int, int] = {}
    for some, lead in _as_one(connection, work_ids):
        of = func.coalesce(lead, Description.work_id)
        cited = (
            select(of, func.count(Citation.description_id.distinct()))
            .join(Document, Document.description_id == Description.id)
            .join(Citation, Citation.document_id == Document.id)
            .where(Description.work_id.in_(some), Citation.relation.in_(relations))
        )
        found |= _counted(connection, cited.group_by(of))
    return found


def _as_one(
    connection: Connection, work_ids: Collection[int]
) -> Iterator[tuple[Collection[int], int | None]]:
    """These works in portions that one statement can count, each for itself; those that somebody joined with others
    together, under the work that leads them."""
    joined = groups(connection)
    together = {joined.lead(id_) for id_ in work_ids if joined.lead(id_) in joined.members}
    yield from ((joined.members[lead], lead) for lead in sorted(together))
    yield from ((some, None) for some in batches(id_ for id_ in work_ids if id_ not in joined.leading))


def _counted(connection: Connection, query: Select[int, int]) -> dict[int, int]:
    return {row[0]: row[1] for row in connection.execute(query)}


def changes_of(
    connection: Connection, work_ids: Collection[int], relations: Collection[str]
) -> list[CitationFact]:
    """Where these works are cited in one of these relations, as `citations_of` has them."""
    return _citations_of(connection, work_ids, Citation.relation.in_(relations))


def _citations_of(
    connection: Connection, work_ids: Collection[int], condition: ColumnElement[bool]
) -> list[CitationFact]:
    meant = [means(some) for some in batches(groups(connection).spread(work_ids))]
    return _citing(connection, work_ids, meant, condition)


def _citing(
    connection: Connection,
    work_ids: Collection[int],
    meant: list[ColumnElement[bool]],
    condition: ColumnElement[bool] | None = None,
) -> list[CitationFact]:
    """The citations that mean these works, as `meant` finds them and as people put them right."""
    joined = groups(connection)
    leads = set(map(joined.lead, work_ids))
    said = [Citation.id.in_(some) for some in batches(said_to_mean(connection, work_ids))]
    found = {
        citation.id: citation
        for one in (*meant, *said)
        for citation in citations_where(connection, one if condition is None else condition & one)
        if not citation.corrected or citation.work_id in leads
    }
    return sorted(found.values(), key=lambda one: (one.document_id, one.id))


def documents_beside(
    connection: Connection,
    work_ids: Collection[int],
    relations: Collection[str],
    issuer: str | None,
    place: str | None,
) -> dict[int, tuple[str | None, set[int]]]:
    """The documents of this issuer, or with this place in their letterhead, that cite one of these works for certain in
    one of these relations: ids, each with its issuer and the works that it cites so."""
    joined = groups(connection)
    found: dict[int, tuple[str | None, set[int]]] = {}
    for some in batches(joined.spread(work_ids)):
        query = (
            select(Citation.document_id, Document.issuer, Description.work_id)
            .join(Description, Description.id == Citation.description_id)
            .join(Document, Document.id == Citation.document_id)
            .where(Description.work_id.in_(some), Citation.relation.in_(relations))
            .where((Document.issuer == issuer) | (Document.place == place))
            .distinct()
            .order_by(Citation.document_id)
        )
        for row in connection.execute(query):
            found.setdefault(row.document_id, (row.issuer, set()))[1].add(joined.lead(row.work_id))
    return found


def changes_told_of(connection: Connection, work_ids: Collection[int]) -> list[ToldFact]:
    """What documents tell of changes of these works by others, by document, in reading order."""
    joined = groups(connection)
    meant = joined.spread(work_ids)
    conditions = [
        ToldChange.description_id.in_(select(Description.id).where(Description.work_id.in_(some)))
        for some in batches(meant)
    ]
    said = batches(said_to_mean(connection, work_ids))
    conditions += [ToldChange.citation_id.in_(some) for some in said]
    query = select(ToldChange).order_by(ToldChange.document_id, ToldChange.ordinal)
    found = {row.id: row for one in conditions for row in connection.execute(query.where(one))}
    rows = list(found.values())
    ids = {row.citation_id for row in rows} | {row.by_id for row in rows if row.by_id}
    cited = {
        one.id: one for some in batches(ids) for one in citations_where(connection, Citation.id.in_(some))
    }
    leads = set(map(joined.lead, work_ids))
    return [
        ToldFact(
            document_id=row.document_id,
            quote=row.quote,
            start=row.start,
            end=row.end,
            kind=row.kind,
            date=row.date,
            citation=cited[row.citation_id],
            by=cited.get(row.by_id),
        )
        for row in rows
        if not cited[row.citation_id].corrected or cited[row.citation_id].work_id in leads
    ]


def works(connection: Connection, ids: Collection[int], *, apart: bool = False) -> dict[int, WorkFact]:
    """The works with these ids; of works that were joined, the one that leads them. With `apart`, as in the functions
    below, each is what it is without joinings."""
    found = (works_where(connection, Work.id.in_(some), apart=apart) for some in batches(ids))
    return {work.id: work for batch in found for work in batch}


def works_with_symbol(
    connection: Connection,
    symbol_key: str,
    *,
    said: Collection[str] = (),
    apart: bool = False,
    most: int | None = None,
) -> list[WorkFact]:
    """The works with this symbol (`corpus.description.symbol_keys`), of every issuer and year; or those of them whose
    issuer and year have all these words, as their keys do; with `most`, some of them, so many."""
    has_all = _keys_have(said) & (Work.symbol_key == symbol_key)
    return works_where(connection, has_all, apart=apart, most=most)


def _keys_have(words: Collection[str]) -> ColumnElement[bool]:
    return and_(true(), *(func.instr(Work.key, word) > 0 for word in words))


def number_with_symbol(connection: Connection, symbol_key: str) -> int:
    """How many works have this symbol."""
    return connection.scalar(select(func.count()).where(Work.symbol_key == symbol_key)) or 0


def number_with_bare(connection: Connection, number_key: str) -> int:
    """How many works have this bare number."""
    return connection.scalar(select(func.count()).where(Work.number_key == number_key)) or 0


def works_with_number(
    connection: Connection,
    number_key: str,
    *,
    said: Collection[str] = (),
    types: Collection[str] = (),
    apart: bool = False,
    most: int | None = None,
) -> list[WorkFact]:
    """The works with this bare number; or those of them whose symbol, issuer and year have all these words, as their
    keys do, and that are of one of these types; with `most`, some of them, so many."""
    of_type = Work.type.in_(types) if types else true()
    condition = _keys_have(said) & of_type & (Work.number_key == number_key)
    return works_where(connection, condition, apart=apart, most=most)


def works_with_key(connection: Connection, work_key: str) -> list[WorkFact]:
    """The work of this identity, apart from those that it is joined with."""
    return works_where(connection, Work.key == work_key, apart=True)


def more_works_than(connection: Connection, number: int) -> bool:
    """Whether the corpus knows more works than that."""
    return connection.scalar(select(Work.id).limit(1).offset(number)) is not None


def numbers_of_works(connection: Connection) -> list[str]:
    """The bare numbers that more than one work has."""
    query = select(Work.number_key).where(Work.number_key.is_not(None)).group_by(Work.number_key)
    found = connection.scalars(query.having(func.count() > 1).order_by(Work.number_key))
    return [number for number in found if number is not None]


def names_of_works(
    connection: Connection, ids: Collection[int] | None = None, *, apart: bool = False
) -> list[tuple[int, str | None, str | None, str | None]]:
    """What every work is called by, or each of these: id, symbol, type, title."""
    query = select(Work.id, Work.symbol, Work.type, Work.title).order_by(Work.id)
    joined = Groups() if apart else groups(connection)
    rows = (
        row
        for some in ([None] if ids is None else batches(ids))
        for row in connection.execute(query if some is None else query.where(Work.id.in_(some)))
    )
    return [(joined.lead(row.id), row.symbol, row.type, row.title) for row in rows]


def descriptions_by(connection: Connection, **keys: str | None) -> list[tuple[int, description.Description]]:
    """The descriptions in which each named column has the value given (`symbol_key="76/2014/qh13"`), with ids."""
    held = exists().where(Document.description_id == Description.id)
    query = select(Description, held.label("held")).order_by(Description.id)
    for column, value in keys.items():
        query = query.where(getattr(Description, column) == value)
    return [(row.id, _description(row)) for row in connection.execute(query)]


def descriptions_in(connection: Connection, document_id: int) -> dict[int, description.Description]:
    """What a document says of itself and of the works that it cites, by ids."""
    own = select(Document.description_id).where(Document.id == document_id)
    cited = select(Citation.description_id).where(Citation.document_id == document_id)
    query = select(Description, false().label("held")).where(Description.id.in_(own.union(cited)))
    return {row.id: _description(row) for row in connection.execute(query)}


def identities_by(connection: Connection, **keys: str) -> list[Identity]:
    """The works in which each named column has the value given and that some description names by a symbol."""
    by_symbol = exists().where(Description.work_id == Work.id, Description.symbol_key.is_not(None))
    query = select(Work).where(by_symbol).order_by(Work.key)
    for column, value in keys.items():
        query = query.where(getattr(Work, column) == value)
    return [_identity(row) for row in connection.execute(query)]


def description_ids(connection: Connection, fingerprints: Collection[str]) -> dict[str, int]:
    """Which of these descriptions are there already: fingerprint to id."""
    query = select(Description.fingerprint, Description.id).where(Description.fingerprint.in_(fingerprints))
    return {row.fingerprint: row.id for row in connection.execute(query)}


def identities_with_keys(connection: Connection, keys: Collection[str]) -> dict[str, tuple[int, Identity]]:
    """Which of these works are there already: key to id and what is known."""
    query = select(Work).where(Work.key.in_(keys))
    return {row.key: (row.id, _identity(row)) for row in connection.execute(query)}


def meanings(
    connection: Connection, description_ids: Collection[int]
) -> dict[int, tuple[int | None, dict[int, str | None]]]:
    """What these descriptions mean so far: id to the work and the candidates, each with its likeness."""
    candidates = candidates_of(connection, description_ids)
    query = select(Description.id, Description.work_id).where(Description.id.in_(description_ids))
    return {id_: (work_id, candidates.get(id_, {})) for id_, work_id in connection.execute(query)}


def _description(row: Row[*tuple[Any, ...]]) -> description.Description:
    return description.Description(**{name: getattr(row, name) for name in description.Description.__slots__})


def _identity(row: Row[*tuple[Any, ...]]) -> Identity:
    return Identity(**{name: getattr(row, name) for name in Identity.__slots__})
