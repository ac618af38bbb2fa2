"""Is a document in force on a day (hiệu lực của văn bản)? What changed or ended it, each with its evidence.

Two things speak: the rule data (`rulebook.works`), with their sources, and the documents in the corpus that say of
themselves that they amend, supplement, replace or repeal it, with their words. Such a document counts from the day on
which it takes effect, where it says that, else from its date. Not knowing is a result: a work of which nothing is known
is `unknown`, never in force. A change that the words do not tie to one work for certain, or that a body below its maker
announces, is shown as possible and decides nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from corpus import queries
from corpus.engine import Connection
from corpus.facts import CitationFact, DocumentFact, WorkFact
from corpus.issuer import series_of
from graph.effect import effect_of
from graph.levels import rank_of
from graph.nodes import Span, span_of
from rulebook.spelling import key
from rulebook.works import (
    KnownWork,
    WorkChange,
    changes_of,
    validity_on,
    works_named,
    works_with_symbol,
)

State = Literal[
    "in_force", "not_yet", "amended", "supplemented", "replaced", "repealed", "expired", "unknown"
]
Doubt = Literal["", "ambiguous", "lower_body", "no_day", "told"]

ENDED: tuple[State, ...] = ("replaced", "repealed", "expired")
"""The states of a work that is not in force any more."""

_KINDS: dict[str, State] = {
    "amends": "amended",
    "supplements": "supplemented",
    "replaces": "replaced",
    "repeals": "repealed",
}
_TOLD: dict[str, State] = {kind: kind for kind in _KINDS.values()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Something that changed or ended a work, from `day` on (ISO, as precise as it is known), and who says so.

    `scope` is the part of the work, empty for the whole; `by` what did it. Where the corpus says so, `document` and its
    `words`, and `effect`, where it says when it takes effect; else the `sources` of the rule data. `doubt` is why it is
    only possible: the words may mean another work, a body below its maker says so, no day is known, or the document
    only tells what another one did.
    """

    kind: State
    day: str | None
    scope: tuple[str, ...] = ()
    by: str | None = None
    work: WorkFact | None = None
    document: DocumentFact | None = None
    words: Span | None = None
    effect: Span | None = None
    sources: tuple[str, ...] = ()
    doubt: Doubt = ""

    @property
    def ends(self) -> bool:
        """Whether the whole work ended with it."""
        return self.kind in ENDED and not self.scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity:
    """The state of a work on `day`, `since` when, and the changes that made it so.

    `amended` and `supplemented` say what happened, not that it is still in force. `disputed`: the evidence contradicts
    itself, and the earliest end is shown. `possible` are changes that decide nothing. `sources` are those of the rule
    data for a work in force.
    """

    state: State
    day: str
    since: str | None = None
    changes: tuple[Change, ...] = ()
    possible: tuple[Change, ...] = ()
    disputed: bool = False
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """All that is known of the life of a work: its row in the rule data, the day from which the document itself says
    that it has effect, and its changes in order of their days."""

    known: KnownWork | None = None
    effective: str | None = None
    dated: str | None = None
    changes: tuple[Change, ...] = ()

    def on(self, day: date) -> Validity:
        """The validity on a day.

        >>> History().on(date(2025, 7, 1)).state
        'unknown'
        """
        possible = tuple(change for change in self.changes if change.doubt)
        certain = [change for change in self.changes if not change.doubt]
        past = [change for change in certain if change.day and _reached(change.day, day)]
        state, since, made = self._state(day, past)
        return Validity(
            state=state,
            day=day.isoformat(),
            since=since,
            changes=made,
            possible=possible,
            disputed=self._disputed(day, past) if made else False,
            sources=self.known.source if self.known and state in ("in_force", "not_yet") else (),
        )

    def _state(self, day: date, past: list[Change]) -> tuple[State, str | None, tuple[Change, ...]]:
        start = self.effective or (self.known and self.known.effective) or self.dated
        if start and not _reached(start, day):
            return "not_yet", start, ()
        ends = [change for change in past if change.ends]
        if ends:
            return ends[0].kind, ends[0].day, tuple(ends)
        if past:
            all_added = all(change.kind == "supplemented" for change in past)
            return "supplemented" if all_added else "amended", past[-1].day, tuple(past)
        if self.known and validity_on(self.known, day).state == "in_force":
            return "in_force", self.known.effective, ()
        return "unknown", None, ()

    def _disputed(self, day: date, past: list[Change]) -> bool:
        """Whether the evidence names two ends, or one source names an end and the other checked that there was none."""
        ends = [change for change in past if change.ends]
        if not ends:
            return False
        names = {key(change.by) for change in ends if change.by}
        days = {change.day for change in ends if change.day and len(change.day) == 10}
        still = self.known and validity_on(self.known, day).state in ("in_force", "amended")
        return len(names) > 1 or len(days) > 1 or bool(still)


class _Effects:
    """From which day documents count, by their own words; each is read once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[int, tuple[str, Span] | None] = {}

    def read(self, documents: Collection[DocumentFact]) -> None:
        """Read these documents."""
        new = {document.id: document for document in documents if document.id not in self._known}
        self._known |= dict.fromkeys(new)
        for id_, text in queries.texts_on_effect(self._connection, new).items():
            self._known[id_] = effect_of(text, id_, new[id_].date)

    def of(self, document: DocumentFact) -> tuple[str, Span] | None:
        """The day from which a document that was read has effect, with the words that say so."""
        return self._known[document.id]


def histories(connection: Connection, works: Collection[WorkFact]) -> dict[int, History]:
    """The history of each of these works, by id."""
    texts = _Effects(connection)
    said, told = _said_of(connection, works, texts), _told_of(connection, works)
    own = queries.documents_of_works(connection, [work.id for work in works])
    texts.read(own)
    effects = {by.work_id: effect[0] for by in own if (effect := texts.of(by))}
    return {
        work.id: _history(work, said.get(work.id, []), told.get(work.id, []), effects.get(work.id))
        for work in works
    }


def known_work(work: WorkFact) -> KnownWork | None:
    """The row of the rule data for this work; `None` where there is none, or several fit."""
    rows = works_with_symbol(work.symbol) if work.symbol else works_named(work.type or "", work.title or "")
    fitting = [row for row in rows if work.year in (None, int(row.date[:4])) and _same_maker(row, work)]
    return fitting[0] if len(fitting) == 1 else None


def _history(work: WorkFact, said: list[Change], told: list[Change], effective: str | None) -> History:
    known = known_work(work)
    changes = [*said, *(_by_rule(change) for change in (changes_of(known) if known else ()))]
    surer = {_symbol_of(change) for change in changes}
    changes += {_symbol_of(one): one for one in reversed(told) if _symbol_of(one) not in surer}.values()
    changes.sort(key=lambda change: (change.day or "9999", change.by or ""))
    return History(known=known, effective=effective, dated=work.date, changes=tuple(changes))


def _by_rule(change: WorkChange) -> Change:
    kinds: dict[str, State] = {"replaced": "replaced", "repealed": "repealed", "expired": "expired"}
    return Change(
        kind=kinds.get(change.kind, "amended"),
        day=change.date,
        scope=(change.scope,) if change.scope else (),
        by=change.by,
        sources=change.source,
    )


def _said_of(
    connection: Connection, works: Collection[WorkFact], effects: _Effects
) -> dict[int, list[Change]]:
    """What the documents in the corpus say that they change, by the work that is changed."""
    wanted = {work.id: work for work in works}
    cited = queries.changes_of(connection, wanted, tuple(_KINDS))
    documents = queries.documents(connection, {one.document_id for one in cited})
    makers = queries.works(connection, {one.work_id for one in documents.values() if one.work_id})
    effects.read(documents.values())
    found: dict[int, list[Change]] = defaultdict(list)
    for citation in cited:
        document = documents[citation.document_id]
        maker = makers.get(document.work_id or 0)
        for work_id in sorted({citation.work_id or 0, *citation.candidates} & wanted.keys()):
            if document.work_id != work_id and citation.found != "self":
                found[work_id].append(
                    _change(effects.of(document), citation, document, maker, wanted[work_id])
                )
    return found


def _told_of(connection: Connection, works: Collection[WorkFact]) -> dict[int, list[Change]]:
    """What documents tell of changes that others made, by the work that was changed."""
    told = queries.changes_told_of(connection, [work.id for work in works])
    documents = queries.documents(connection, {one.document_id for one in told})
    makers = queries.works(connection, {one.by.work_id for one in told if one.by and one.by.work_id})
    found: dict[int, list[Change]] = defaultdict(list)
    for one in told:
        maker = makers.get(one.by.work_id or 0) if one.by else None
        change = Change(
            kind=_TOLD.get(one.kind, "amended"),
            day=maker.date if maker else one.date,
            by=(one.by.symbol or one.by.title) if one.by else None,
            work=maker,
            document=documents[one.document_id],
            words=Span(one.document_id, one.start, one.end, one.quote),
            doubt="told",
        )
        found[one.citation.work_id or 0].append(change)
    return found


def _symbol_of(change: Change) -> str:
    """What changed it, as a key; of what is only told with its year, the year."""
    return key(change.by) if change.by else change.day or ""


def _change(
    effect: tuple[str, Span] | None,
    citation: CitationFact,
    document: DocumentFact,
    maker: WorkFact | None,
    work: WorkFact,
) -> Change:
    day = effect[0] if effect else document.date
    return Change(
        kind=_KINDS[citation.relation],
        day=day,
        scope=citation.provisions or ((citation.pinpoint,) if citation.pinpoint else ()),
        by=document.number or document.title,
        work=maker,
        document=document,
        words=span_of(citation),
        effect=effect[1] if effect else None,
        doubt=_doubt(citation, maker, work, day),
    )


def _doubt(citation: CitationFact, maker: WorkFact | None, work: WorkFact, day: str | None) -> Doubt:
    if citation.work_id is None:
        return "ambiguous"
    ranks = (rank_of(maker) if maker else None, rank_of(work))
    if ranks[0] and ranks[1] and ranks[0] > ranks[1]:
        return "lower_body"
    return "" if day else "no_day"


def _same_maker(row: KnownWork, work: WorkFact) -> bool:
    ours, theirs = series_of(work.symbol, work.issuer), series_of(row.symbol, row.issuer)
    return ours is None or theirs is None or ours == theirs


def _reached(start: str, day: date) -> bool:
    return start <= day.isoformat()[: len(start)]
