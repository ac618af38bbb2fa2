"""A document that the corpus does not hold, as the corpus would answer of it (văn bản chưa có trong kho).

What was read out of a file becomes the same facts as those of a document in the corpus, and its citations find their
works by the same settling (`corpus.identity`), among what the corpus knows. Nothing is written. Ids of what the corpus
does not know are negative: they belong to this document alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace

from sqlalchemy import Connection

from corpus import queries
from corpus.description import Description
from corpus.facts import CitationFact, DocumentFact, TaskFact, WorkFact
from corpus.identity import Identity, Verdict, settle
from corpus.joinings import groups
from corpus.outline import sections_of
from corpus.resolve import describe_all
from corpus.task_places import Places, places_said
from extract.extraction import Citation, Extraction, Task

UNHELD = -1
"""The id of the document itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unheld:
    """A document that is only read: its facts as the corpus gives them, the works that it and its citations mean by
    id, `standing`, the tasks that each of its citations stands in, by the ids of the citations, and the `places` of the
    bodies in its tasks."""

    document: DocumentFact
    work: WorkFact
    tasks: tuple[TaskFact, ...]
    citations: tuple[CitationFact, ...]
    works: dict[int, WorkFact]
    standing: dict[int, tuple[int, ...]]
    places: Places


def facts_of(connection: Connection, extraction: Extraction) -> Unheld:
    """What a document says, its citations resolved against the corpus."""
    own, *cited = describe_all(extraction)
    meanings = _Meanings(connection)
    work = meanings.work(own)
    sections = sections_of(extraction, [one.start for one in extraction.citations])
    citations: list[CitationFact] = []
    for said, section, description in zip(extraction.citations, sections, cited, strict=True):
        work_id, candidates, near = meanings.of(description)
        held = work_id is not None and meanings.works[work_id].held
        fact = _citation(-1 - len(citations), said, section, held)
        citations.append(replace(fact, work_id=work_id, candidates=candidates, near=near))
    header, source = extraction.header, extraction.source
    document = DocumentFact(
        id=UNHELD,
        work_id=work.id,
        path=source.path,
        sha256=source.sha256,
        type=header.type,
        number=header.number,
        issuer=header.issuer,
        place=header.place,
        date=header.date,
        title=header.title,
        uri=work.uri,
        pages=source.pages,
    )
    return Unheld(
        document=document,
        work=_as_said(work, document),
        tasks=tuple(_task(-n, task) for n, task in enumerate(extraction.tasks, start=1)),
        citations=tuple(citations),
        works=meanings.works,
        standing=_standing(extraction.tasks),
        places=places_said(extraction),
    )


class _Meanings:
    """What descriptions mean among what the corpus knows, each group settled once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._joined = groups(connection)
        self._unknown: dict[str, int] = {}
        self.works: dict[int, WorkFact] = {}

    def work(self, description: Description) -> WorkFact:
        """The work that a document is a copy of; a new one where the corpus has none, or several that it may be."""
        work_id, _, _ = self.of(replace(description, held=True))
        return self.works[work_id] if work_id else self._new(_identity(description))

    def of(self, description: Description) -> tuple[int | None, tuple[int, ...], tuple[str, ...]]:
        """The work that is meant, or the candidates, each with how near it comes."""
        works, verdict = self._verdict(description)
        keys = [key for key in (verdict.work, *verdict.candidates) if key]
        known = queries.identities_with_keys(self._connection, keys)
        ids = {key: self._joined.lead(id_) for key, (id_, _) in known.items()}
        self.works |= queries.works(self._connection, set(ids.values()) - self.works.keys())
        for key in keys:
            if key not in ids:
                ids[key] = self._new(next(one for one in works if one.key == key)).id
        if verdict.work:
            return ids[verdict.work], (), ()
        near = dict(zip((ids[key] for key in verdict.candidates), verdict.nearness, strict=True))
        return None, tuple(near), tuple(near.values())

    def _verdict(self, description: Description) -> tuple[list[Identity], Verdict]:
        keys, known = _group(self._connection, description)
        rows = [one for _, one in queries.descriptions_by(self._connection, **keys)] if keys else []
        others = [one for one in rows if one.fingerprint != description.fingerprint]
        works, verdicts = settle([*others, description], known)
        return works, next(one for one in verdicts if one.description is description)

    def _new(self, identity: Identity) -> WorkFact:
        number = self._unknown.setdefault(identity.key, -1 - len(self._unknown))
        self.works[number] = WorkFact(
            id=number,
            key=identity.key,
            symbol=identity.symbol,
            type=identity.type,
            issuer=identity.issuer,
            year=identity.year,
            date=identity.date,
            title=identity.title,
            uri=identity.uri,
            held=False,
        )
        return self.works[number]


def _group(connection: Connection, one: Description) -> tuple[dict[str, str | None], list[Identity]]:
    """What tells the descriptions that are settled together with this one, and the works they may mean besides."""
    if one.symbol_key:
        return {"symbol_key": one.symbol_key}, []
    if one.number_key:
        known = queries.identities_by(connection, number_key=one.number_key)
        return {"symbol_key": None, "number_key": one.number_key}, known
    if one.title_key:
        known = queries.identities_by(connection, title_key=one.title_key)
        return {"symbol_key": None, "number_key": None, "title_key": one.title_key}, known
    return {}, []


def _identity(description: Description) -> Identity:
    (identity,), _ = settle([description])
    return identity


def _as_said(work: WorkFact, document: DocumentFact) -> WorkFact:
    """The work as this document names itself: a draft may have another date or title than the one that is held."""
    said = {name: getattr(document, name) for name in ("type", "issuer", "date", "title")}
    return replace(work, **{name: value for name, value in said.items() if value})


def _citation(number: int, said: Citation, section: str | None, held: bool) -> CitationFact:
    return CitationFact(
        id=number,
        document_id=UNHELD,
        quote=said.quote,
        start=said.start,
        end=said.end,
        section=section,
        relation=said.relation,
        symbol=said.symbol,
        type=said.type,
        title=said.title,
        issuer=said.issuer,
        date=said.date,
        pinpoint=said.pinpoint,
        found=said.status,
        work_id=None,
        held=held,
        provisions=said.provisions,
        why=said.why,
    )


def _task(number: int, task: Task) -> TaskFact:
    said = {
        name: getattr(task, name)
        for name in (field.name for field in fields(TaskFact))
        if name not in ("id", "document_id", "name", "corrected", "progress")
    }
    return TaskFact(id=number, document_id=UNHELD, name=task.id, **said)


def _standing(tasks: Sequence[Task]) -> dict[int, tuple[int, ...]]:
    pairs: Iterable[tuple[int, int]] = (
        (-1 - cited, -n) for n, task in enumerate(tasks, start=1) for cited in task.citations
    )
    found: dict[int, tuple[int, ...]] = {}
    for citation, task in pairs:
        found[citation] = (*found.get(citation, ()), task)
    return found
