"""Which tasks carry out which tasks of a higher document, as people say (thực hiện nhiệm vụ của cấp trên)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, or_, select

from corpus import corrections
from corpus.corrections import Copy, portions
from corpus.facts import CorrectionFact, LinkFact
from corpus.found_again import Around, find_task, has, meant_above, words_in
from corpus.joinings import groups
from corpus.models import Description, Document, Task
from corpus.same_words import Among, Words, find


def links(connection: Connection, document_ids: Collection[int]) -> list[LinkFact]:
    """Which tasks carry out which higher tasks, as people say; one of the two is in these documents. Where a document
    has several versions, a link stands in every version that has its words. In the order in which they were said."""
    if not corrections.are_there(connection):
        return []
    own = corrections.copies(connection, document_ids)
    down = corrections.aimed_at(connection, "carries_out", _works_of(connection, document_ids))
    copies = {copy.document_id: copy for copy in (*own, *corrections.copies_spoken_of(connection, down))}
    there = set(document_ids)
    found = [
        link
        for lower, upper, link in linked(connection, list(copies.values()))
        if {lower.document_id, upper.document_id} & there
    ]
    return sorted(found, key=lambda link: (link.number, link.lower, link.upper))


def linked(connection: Connection, copies: Sequence[Copy]) -> Iterable[tuple[Words, Words, LinkFact]]:
    """The links that these documents have upwards, with the words of both tasks."""
    copies = [copy for copy in copies if has(copy, "carries_out")]
    around = Around(connection)
    mine = words_in(connection, Task, [copy.document_id for copy in copies])
    above = _Above(connection, around)
    for copy in copies:
        for said in copy.said:
            if said.kind == "carries_out":
                lower = find_task(said, copy, mine[copy.document_id], around).words
                for upper in above.found(said) if lower else ():
                    assert lower is not None
                    yield lower, upper, _link(said, lower.id, upper.id)


class _Above:
    """The tasks of higher documents that are spoken of; each document is read once."""

    def __init__(self, connection: Connection, around: Around) -> None:
        self._connection, self._around = connection, around
        self._documents: dict[tuple[str | None, str], dict[int, str]] = {}
        self._words: dict[int, Among] = {}

    def found(self, said: CorrectionFact) -> list[Words]:
        """The higher task, in each version of its document."""
        copy, meant = said.context["above_copy"], meant_above(said)
        found = (
            find(meant, self._of(id_), self._around, same_copy=sha256 == copy, numbers="any")
            for id_, sha256 in self._versions(said.target, copy).items()
        )
        return [one.words for one in found if one.words]

    def _versions(self, target: str | None, copy: str) -> dict[int, str]:
        if (target, copy) not in self._documents:
            ids = corrections.documents_of(self._connection, [target] if target else [])
            query = select(Document.id, Document.sha256).order_by(Document.id)
            rows = self._connection.execute(query.where(or_(Document.id.in_(ids), Document.sha256 == copy)))
            self._documents[target, copy] = {row.id: row.sha256 for row in rows}
        return self._documents[target, copy]

    def _of(self, document_id: int) -> Among:
        if document_id not in self._words:
            self._words.update(words_in(self._connection, Task, [document_id]))
        return self._words[document_id]


def _link(said: CorrectionFact, lower: int, upper: int) -> LinkFact:
    at = said.said_at.isoformat(timespec="seconds")
    return LinkFact(lower=lower, upper=upper, number=said.id, by=said.by, at=at, note=said.note)


def _works_of(connection: Connection, document_ids: Collection[int]) -> set[int]:
    query = select(Description.work_id).join(Document, Document.description_id == Description.id)
    found = {
        id_
        for some in portions(document_ids)
        for id_ in connection.scalars(query.where(Document.id.in_(some)))
        if id_
    }
    return groups(connection).spread(found)
