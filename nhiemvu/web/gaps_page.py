"""A document beside those above it and below it (rà soát với cấp trên, cấp dưới)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Query

from corpus import queries, task_links
from corpus.facts import DocumentFact
from graph.coverage import Coverage, coverage_of
from graph.findings import Kind
from graph.gaps import gaps_of
from graph.parents import Child
from nhiemvu.finding_words import notes_of_gaps, summary_of_gaps
from nhiemvu.web.asked import Asked, Reads
from nhiemvu.web.errors import WebError
from nhiemvu.web.gap_views import BasisView, BodyView, GapTelling, KindView, LineView, ParentView
from nhiemvu.web.ids import Id
from nhiemvu.web.pages import Pages
from nhiemvu.web.paging import After, Limit, cursor, day_asked, number_of
from nhiemvu.web.shown import as_subject, not_shown, shown_document
from nhiemvu.web.work_views import DocumentName, Quote, document_name, quote
from nhiemvu.words import say_in
from publish.citation_words import RELATIONS

pages = Pages(tags=["gaps"])

_MOST_BELOW = 5_000  # documents that cite the one above; whose plans they are is looked up one by one

On = Annotated[
    str, Query(max_length=20, description="The day for which it is judged; that of the plan without it.")
]


@dataclass(frozen=True, slots=True)
class GapsView:
    """How a document stands to those above it: `lines` of the kind that was asked for, or of all, out of `total`;
    `bases` that had ended, `bodies` that are no more, `notes` on what could not be compared. `next` where the list goes
    on."""

    document: DocumentName
    on: str
    summary: str
    parents: tuple[ParentView, ...]
    notes: tuple[str, ...]
    kinds: tuple[KindView, ...]
    kind: str
    total: int
    lines: tuple[LineView, ...]
    bases: tuple[BasisView, ...]
    bodies: tuple[BodyView, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class ChildView:
    """A lower document, and in which words it rests on this one."""

    document: DocumentName
    relation: str
    said: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class CoveredView:
    """A body, and its documents in the corpus that carry this one out."""

    name: str
    documents: tuple[ChildView, ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    """A name to which the document gives `tasks`, and its members on `day`, those with documents first; `have` of them
    have some."""

    name: str
    tasks: int
    day: str
    have: int
    members: tuple[CoveredView, ...]


@dataclass(frozen=True, slots=True)
class CoverageView:
    """Who below has a document that carries this one out, by the names that it gives tasks to; `others` are no member
    of any of these."""

    document: DocumentName
    groups: tuple[GroupView, ...]
    others: tuple[ChildView, ...]


@pages.page("/documents/{document_id}/gaps", "gaps.html")
def gaps(
    asked: Reads, document_id: Id, kind: Kind | None = None, on: On = "", after: After = "", limit: Limit = 50
) -> GapsView:
    """What the documents above ask for, and what this one makes of it, line by line."""
    day = day_asked(on)
    with asked.corpus.reading() as connection:
        document = shown_document(asked, connection, document_id)
        found = gaps_of(connection, as_subject(connection, document), day)
        said = task_links.links(connection, [document.id])
        spoken_of = {one.document.id for one in found.parents}
        spoken_of |= {c.document.id for one in found.bases for c in one.validity.changes if c.document}
        secret = not_shown(asked, connection, spoken_of)
    telling = GapTelling(asked.lang, {(one.lower, one.upper): one for one in said}, secret)
    found = telling.shown(found)
    lines = [line for line in found.lines if kind in (None, line.kind)]
    start = number_of(after)
    return GapsView(
        document=document_name(document, asked.lang),
        on=found.on,
        summary=summary_of_gaps(found, asked.lang),
        parents=telling.parents(found.parents),
        notes=tuple(notes_of_gaps(found, asked.lang)),
        kinds=telling.kinds(found.lines),
        kind=kind or "",
        total=len(lines),
        lines=tuple(telling.line(one, document) for one in lines[start : start + limit]),
        bases=tuple(map(telling.basis, found.bases)),
        bodies=tuple(telling.body(one, document) for one in found.bodies),
        next=cursor(start + limit) if len(lines) > start + limit else None,
    )


@pages.page("/documents/{document_id}/coverage", "coverage.html")
def coverage(asked: Reads, document_id: Id, on: On = "") -> CoverageView:
    """Who below has a document that carries this one out, as far as the corpus knows."""
    day = day_asked(on)
    with asked.corpus.reading() as connection:
        document = shown_document(asked, connection, document_id)
        subject = as_subject(connection, document)
        citing = queries.counts_below(connection, [subject.work.id]).get(subject.work.id, 0)
        if citing > _MOST_BELOW:
            raise WebError(
                asked.say("{n} văn bản viện dẫn văn bản này, nhiều quá để xét từng cơ quan", n=citing),
                "xem danh sách ở lược đồ của văn bản",
                409,
            )
        found = coverage_of(connection, subject, day)
        secret = not_shown(asked, connection, _documents_in(found))
    return _coverage_view(asked, found, document, secret)


def _documents_in(found: Coverage) -> set[int]:
    members = (child for group in found.groups for one in group.members for child in one.children)
    return {child.document.id for child in (*members, *found.others)}


def _coverage_view(
    asked: Asked, found: Coverage, document: DocumentFact, secret: frozenset[int]
) -> CoverageView:
    def children(some: tuple[Child, ...]) -> tuple[ChildView, ...]:
        return tuple(_child(asked, child) for child in some if child.document.id not in secret)

    groups = [
        (group, [CoveredView(one.name, children(one.children)) for one in group.members])
        for group in found.groups
    ]
    return CoverageView(
        document=document_name(document, asked.lang),
        groups=tuple(
            GroupView(
                name=group.name,
                tasks=len(group.tasks),
                day=group.day,
                have=sum(bool(one.documents) for one in members),
                members=tuple(sorted(members, key=lambda one: not one.documents)),
            )
            for group, members in groups
        ),
        others=children(found.others),
    )


def _child(asked: Asked, child: Child) -> ChildView:
    return ChildView(
        document=document_name(child.document, asked.lang),
        relation=child.relation,
        said=say_in(asked.lang, RELATIONS[child.relation]),
        quotes=tuple(quote(span, asked.lang) for span in child.words),
    )
