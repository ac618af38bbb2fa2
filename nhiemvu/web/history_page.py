"""Lịch sử: other copies and versions of a document, what changed it, and what people put right in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from corpus import queries
from corpus.engine import Connection
from corpus.facts import DocumentFact, StandingFact
from graph.validity import Change, histories
from nhiemvu.put_right import KINDS, STATES
from nhiemvu.web.asked import Asked, Reads
from nhiemvu.web.document_head import Head, caption_of, file_name, head_of, work_name
from nhiemvu.web.document_read import found_document
from nhiemvu.web.pages import Pages
from nhiemvu.web.paging import After, Limit, around, number_of
from nhiemvu.web.text_view import WorkNamed
from publish.citation_words import RELATIONS
from publish.columns import STATES as PROGRESS
from publish.trace_words import change_in_words
from publish.when import value_in_words

pages = Pages(tags=["documents"])

_CHANGES = ("amends", "supplements", "replaces", "repeals")


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyShown:
    """A document of the same work: another copy, or another version."""

    document_id: int
    name: str
    title: str | None
    date: str | None
    file: str
    this: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeShown:
    """A change in words: of this document by another (`by`), with the document that says so, or `of` another by this
    one."""

    words: str
    day: str | None
    work: WorkNamed | None
    document_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionShown:
    """What somebody put right: what it is about (`kind`), the words, what it was and is, who, when (UTC), why, and what
    has become of it (`state`). One that takes another back says which (`undoes`)."""

    number: int
    kind: str
    quote: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    by: str
    at: str
    note: str
    state: str
    undoes: int | None
    undone_by: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryView:
    """The life of a document: its copies and versions, what changed it and what it changes, and what people put right
    and ticked off in it, the newest first: `total` times, of which a page of the list is shown."""

    document: Head
    added_at: str
    copies: tuple[CopyShown, ...]
    changed_by: tuple[ChangeShown, ...]
    changes: tuple[ChangeShown, ...]
    total: int
    corrections: tuple[CorrectionShown, ...]
    before: str | None
    next: str | None

    def kind_in_words(self, one: CorrectionShown) -> str:
        """What a correction is about, as a phrase."""
        return KINDS[one.kind]

    def state_in_words(self, one: CorrectionShown) -> str:
        """What has become of a correction, as a phrase with `{number}`."""
        return STATES[one.state]


@pages.page("/documents/{document_id}/history", "document_history.html")
def history(asked: Reads, document_id: int, after: After = "", limit: Limit = 50) -> HistoryView:
    """Other copies and versions, changes of the work, and corrections and ticks of a document."""
    secret = asked.secret_ids()
    with asked.corpus.reading() as connection:
        details = found_document(asked, connection, document_id)
        own = queries.documents(connection, [document_id])[document_id]
        copies = queries.documents_of_works(connection, [own.work_id]) if own.work_id else [own]
        changed = _changed_by(asked, connection, own, frozenset(secret))
        changes = _changes(asked, connection, document_id)
    said = asked.corpus.corrections_of([document_id], ticks=True)
    first = number_of(after)
    before, following = around(first, limit, len(said))
    return HistoryView(
        document=head_of(asked, details),
        added_at=details.added_at.isoformat(timespec="seconds"),
        copies=tuple(_copy(asked, one, document_id) for one in copies if one.id not in secret),
        changed_by=changed,
        changes=changes,
        total=len(said),
        corrections=tuple(_correction(asked, one) for one in said[first : first + limit]),
        before=before,
        next=following,
    )


def _copy(asked: Asked, one: DocumentFact, document_id: int) -> CopyShown:
    return CopyShown(
        document_id=one.id,
        name=caption_of(one, asked.lang),
        title=one.title,
        date=one.date,
        file=file_name(one.path),
        this=one.id == document_id,
    )


def _changed_by(
    asked: Asked, connection: Connection, own: DocumentFact, secret: frozenset[int]
) -> tuple[ChangeShown, ...]:
    works = list(queries.works(connection, [own.work_id]).values()) if own.work_id else []
    found: Iterable[Change] = (
        change for one in histories(connection, works).values() for change in one.changes
    )
    return tuple(
        ChangeShown(
            words=change_in_words(change, asked.lang),
            day=change.day,
            work=WorkNamed(work_id=change.work.id, name=work_name(change.work, asked.lang))
            if change.work
            else None,
            document_id=change.document.id if change.document and change.document.id not in secret else None,
        )
        for change in found
    )


def _changes(asked: Asked, connection: Connection, document_id: int) -> tuple[ChangeShown, ...]:
    """What the document says that it changes."""
    cited = [
        one
        for one in queries.citations_in(connection, [document_id], _CHANGES)
        if one.found not in ("self", "none")
    ]
    works = queries.works(connection, {one.work_id for one in cited if one.work_id})
    shown: dict[str, ChangeShown] = {}
    for one in cited:
        work = works.get(one.work_id or 0)
        named = WorkNamed(work_id=work.id, name=work_name(work, asked.lang)) if work else None
        said = " ".join(part for part in (one.pinpoint, named.name if named else one.quote) if part)
        words = f"{asked.say(RELATIONS[one.relation])} {said}"
        shown.setdefault(words, ChangeShown(words=words, day=None, work=named, document_id=None))
    return tuple(shown.values())


def _correction(asked: Asked, one: StandingFact) -> CorrectionShown:
    said = one.correction
    return CorrectionShown(
        number=said.id,
        kind=said.kind,
        quote=said.quote,
        before=_values(asked, said.kind, said.before),
        after=_values(asked, said.kind, said.after),
        by=said.by,
        at=said.said_at.isoformat(timespec="seconds"),
        note=said.note,
        state=one.state,
        undoes=said.undoes,
        undone_by=one.undone_by,
    )


def _values(asked: Asked, kind: str, values: Iterable[str]) -> tuple[str, ...]:
    if kind in ("progress", "undo"):
        known: dict[str, str] = {state: asked.say(phrase) for state, phrase in PROGRESS.items()}
        values = [known.get(value, value) for value in values]
    if kind in ("due", "undo"):
        values = [value_in_words(value, asked.lang) for value in values]
    return tuple(values)
