"""The documents that cite a work, one page after the other (những văn bản viện dẫn một văn bản, từng trang)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from corpus import kinship, queries
from corpus.engine import Connection
from corpus.facts import DocumentFact, WorkFact
from graph.nodes import Span, span_of

After = tuple[str | None, int]
"""The day and the id of the document that a page ends with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citing:
    """A document, and in which relations and words it speaks of the work; `certain` where it can mean no other one."""

    document: DocumentFact
    relations: tuple[str, ...]
    words: tuple[Span, ...]
    certain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CitingPage:
    """Some of them, the newest first, and `last`, after which it goes on; `None` at the end."""

    rows: tuple[Citing, ...]
    last: After | None


def citing(connection: Connection, work: WorkFact, after: After | None = None, limit: int = 50) -> CitingPage:
    """The documents that cite a work, at most `limit` of them, those after `after`. What people said that citations
    mean holds: a document that cites another work by it is left out."""
    found = kinship.documents_citing(connection, [work.id], after, limit + 1)
    ids = [id_ for _, id_ in found[:limit]]
    documents = queries.documents(connection, ids)
    said: dict[int, list[tuple[str, Span, bool]]] = defaultdict(list)
    for one in queries.citations_in(connection, ids):
        if one.work_id == work.id or work.id in one.candidates:
            said[one.document_id].append((one.relation, span_of(one), one.work_id is not None))
    rows = tuple(
        Citing(
            document=documents[id_],
            relations=tuple(dict.fromkeys(relation for relation, _, _ in said[id_])),
            words=tuple(span for _, span, _ in said[id_]),
            certain=any(certain for _, _, certain in said[id_]),
        )
        for id_ in ids
        if id_ in said
    )
    return CitingPage(rows=rows, last=found[limit - 1] if len(found) > limit else None)
