"""Căn cứ và lược đồ: what a document cites, in which relation, in force or not, and what cites it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from corpus import queries
from corpus.cited_works import Cited, cited_works
from corpus.document_rows import Details
from corpus.engine import Connection
from corpus.facts import CitationFact, DocumentFact, WorkFact
from graph.validity import ENDED, History, histories
from nhiemvu.web.asked import Asked, Reads
from nhiemvu.web.document_head import Head, caption_of, head_of, told, work_name
from nhiemvu.web.document_read import Read, found_document, read_document
from nhiemvu.web.mark_notes import STATUSES
from nhiemvu.web.pages import Pages
from nhiemvu.web.paging import After, Limit, around, beginning
from nhiemvu.web.text_view import WorkNamed
from publish.citation_words import RELATIONS
from publish.trace_words import change_in_words, state_in_words
from publish.words import Lang
from rulebook.dates import day_of
from rulebook.spelling import key

pages = Pages(tags=["documents"])

_ORDER = {relation: at for at, relation in enumerate(RELATIONS)}
_BELOW = 50  # documents that cite this one and are listed


@dataclass(frozen=True, slots=True, kw_only=True)
class StateShown:
    """Whether a work is in force on a day: the state (`graph.validity`) and in words."""

    day: str
    state: str
    words: str
    ended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedShown:
    """What a document cites: its words, once for each work; `numbers` are those of all citations of it, `part` the part
    of the text with the first; `wordings` are the different words, each with the number of the first citation in them.
    `then` is its validity on the day of the document, `now` today's."""

    quote: str
    numbers: tuple[int, ...]
    wordings: tuple[tuple[int, str], ...]
    start: int
    part: int
    relations: tuple[str, ...]
    pinpoints: tuple[str, ...]
    status: str
    work: WorkNamed | None
    documents: tuple[int, ...]
    candidates: tuple[WorkNamed, ...]
    why: str
    then: StateShown | None
    now: StateShown | None
    changes: tuple[str, ...]
    corrected: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CitingShown:
    """A document that cites this one: in which relations, and whether that is certain."""

    document_id: int
    name: str
    title: str | None
    relations: tuple[str, ...]
    pinpoints: tuple[str, ...]
    certain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BasesView:
    """What a document rests on and what rests on it. `work` is the work that it is a copy of; `joined` are other names
    that somebody said are the same; `total` counts all works that are cited, `more_citing` the documents below that
    are not listed."""

    document: Head
    work: WorkNamed | None
    joined: tuple[str, ...]
    total: int
    cites: tuple[CitedShown, ...]
    cited_by: tuple[CitingShown, ...]
    more_citing: int
    before: str | None
    next: str | None

    def relations_in_words(self, one: CitedShown | CitingShown) -> tuple[str, ...]:
        """How documents stand to each other, as phrases."""
        return tuple(RELATIONS.get(name, name) for name in one.relations)

    def status_in_words(self, one: CitedShown) -> str:
        """What is known of a cited work, as a phrase."""
        return STATUSES[one.status]


@pages.page("/documents/{document_id}/bases", "document_bases.html")
def bases(
    asked: Reads, document_id: int, after: After = "", limit: Limit = 30, citation: int = 0
) -> BasesView:
    """What a document cites and what cites it; with `citation` that part of the list in which this one stands."""
    secret = asked.secret_ids()
    with asked.corpus.reading() as connection:
        details = found_document(asked, connection, document_id)
        read = read_document(asked, connection, details)
        every = _ordered(connection, document_id)
        sought = next((at for at, one in enumerate(every) if citation in one.numbers), 0)
        first = beginning(after, sought, limit)
        some = every[first : first + limit]
        known = queries.citations(connection, [id_ for one in some for id_ in one.ids])
        shown = _Cited(asked, connection, details, read, known.values())
        own = queries.documents(connection, [document_id])[document_id].work_id
        work = queries.works(connection, [own]).get(own) if own else None
        citing, more = _citing(asked, connection, own, document_id, frozenset(secret))
    before, following = around(first, limit, len(every))
    return BasesView(
        document=head_of(asked, details),
        work=_named(work, asked.lang) if work else None,
        joined=tuple(one.symbol or one.key for one in work.also) if work else (),
        total=len(every),
        cites=tuple(shown.row(tuple(one.numbers), [known[id_] for id_ in one.ids]) for one in some),
        cited_by=citing,
        more_citing=more,
        before=before,
        next=following,
    )


def _ordered(connection: Connection, document_id: int) -> list[Cited]:
    """What the document cites, the legal bases first."""
    found = cited_works(connection, document_id)
    return sorted(
        found, key=lambda one: (min(_ORDER.get(name, 99) for name in one.relations), one.numbers[0])
    )


class _Cited:
    """Rows of what is cited, with the works and their validity, asked of the corpus once for all."""

    def __init__(
        self,
        asked: Asked,
        connection: Connection,
        details: Details,
        read: Read,
        found: Collection[CitationFact],
    ) -> None:
        self._asked, self._read = asked, read
        self._day, self._today = day_of(details.date), date.today()
        self._works = queries.works(
            connection, {id_ for one in found for id_ in (one.work_id, *one.candidates) if id_}
        )
        meant = [self._works[one.work_id] for one in found if one.work_id in self._works]
        self._histories = histories(connection, list({work.id: work for work in meant}.values()))
        secret = asked.secret_ids()
        self._copies: dict[int, list[int]] = {}
        for copy in queries.documents_of_works(connection, {work.id for work in meant}):
            if copy.id not in secret:
                self._copies.setdefault(copy.work_id or 0, []).append(copy.id)

    def row(self, numbers: tuple[int, ...], group: Sequence[CitationFact]) -> CitedShown:
        """What all these citations mean."""
        one, lang = group[0], self._asked.lang
        work = self._works.get(one.work_id or 0)
        history = self._histories.get(work.id) if work else None
        relations = sorted({each.relation for each in group}, key=lambda name: _ORDER.get(name, 99))
        longest = max((each.quote for each in group), key=len)
        return CitedShown(
            quote=longest,
            numbers=numbers,
            wordings=_wordings(numbers, group),
            start=one.start,
            part=self._read.part_of(one.start),
            relations=tuple(relations),
            pinpoints=tuple(dict.fromkeys(each.pinpoint for each in group if each.pinpoint)),
            status=one.status,
            work=_named(work, lang) if work else None,
            documents=tuple(self._copies.get(work.id, ())) if work else (),
            candidates=tuple(_named(self._works[id_], lang) for id_ in one.candidates if id_ in self._works),
            why=told(self._asked, one.why) if one.why else "",
            then=self._state(history, self._day),
            now=self._state(history, self._today),
            changes=self._changes(history),
            corrected=tuple(dict.fromkeys(mark.by for each in group for mark in each.corrected)),
        )

    def _state(self, history: History | None, day: date | None) -> StateShown | None:
        if history is None or day is None:
            return None
        found = history.on(day)
        words = state_in_words(found, self._asked.lang, with_day=False)
        return StateShown(day=found.day, state=found.state, words=words, ended=found.state in ENDED)

    def _changes(self, history: History | None) -> tuple[str, ...]:
        """What happened to the work between the day of the document and today, and what may have happened."""
        if history is None:
            return ()
        now = history.on(self._today)
        before = history.on(self._day).changes if self._day else ()
        new = [change for change in now.changes if change not in before]
        return tuple(change_in_words(change, self._asked.lang) for change in (*new, *now.possible)[:5])


def _wordings(numbers: Sequence[int], group: Sequence[CitationFact]) -> tuple[tuple[int, str], ...]:
    """The first citation of each wording: what is put right of it holds for all of them."""
    first: dict[str, tuple[int, str]] = {}
    for number, one in zip(numbers, group, strict=True):
        first.setdefault(key(one.quote), (number, one.quote))
    return tuple(first.values())


def _citing(
    asked: Asked, connection: Connection, work_id: int | None, own: int, secret: frozenset[int]
) -> tuple[tuple[CitingShown, ...], int]:
    if work_id is None:
        return (), 0
    by_document: dict[int, list[CitationFact]] = {}
    for one in queries.newest_citations_of(connection, [work_id], _BELOW):
        if one.document_id != own and one.document_id not in secret and one.found != "self":
            by_document.setdefault(one.document_id, []).append(one)
    documents = queries.documents(connection, by_document)
    newest = sorted(documents.values(), key=lambda one: (one.date or "", one.id), reverse=True)
    newest = [one for one in newest if one.work_id != work_id]
    total = queries.counts_below(connection, [work_id]).get(work_id, 0)
    shown = tuple(_citing_row(asked, one, by_document[one.id], work_id) for one in newest[:_BELOW])
    return shown, max(0, total - len(shown)) if total > _BELOW else 0


def _citing_row(
    asked: Asked, document: DocumentFact, cites: Sequence[CitationFact], work_id: int
) -> CitingShown:
    relations = sorted({one.relation for one in cites}, key=lambda name: _ORDER.get(name, 99))
    return CitingShown(
        document_id=document.id,
        name=caption_of(document, asked.lang),
        title=document.title,
        relations=tuple(relations),
        pinpoints=tuple(dict.fromkeys(one.pinpoint for one in cites if one.pinpoint)),
        certain=any(one.work_id == work_id for one in cites),
    )


def _named(work: WorkFact, lang: Lang) -> WorkNamed:
    return WorkNamed(work_id=work.id, name=work_name(work, lang))
