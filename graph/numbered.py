"""Documents that a question names by their numbers (`15/KH-UBND`, `QĐ 90`, `1722`), at the cost of a look-up."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus import queries
from corpus.description import symbol_keys
from corpus.engine import Connection
from corpus.facts import DocumentFact, WorkFact
from graph.lookup import find_works
from rulebook.spelling import key, normalise

_JOINTS = re.compile(r"\s*([/–-])\s*")
_SYMBOL = re.compile(r"\d[\w.]*[/–-]\S*[^\W\d]\S*")  # with letters: `30/6/2026` is a day
_BARE = re.compile(r"(?:(?:[^\W\d]+ ){1,5})?(?:so )?\d{1,6}[a-z]?(?: (?:nam )?(?:19|20)\d\d)?")
_MOST = 300  # works of one number, of which those are chosen that are meant
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Numbered:
    """A work that may be meant, with the newest document of it that the corpus holds."""

    work: WorkFact
    document: DocumentFact | None


def numbered(connection: Connection, typed: str) -> tuple[tuple[Numbered, ...], int]:
    """The works that the question names by a number, those that the corpus holds first, of these the newest, at most
    five; and how many there are. Nothing for a question that has no number of a document in it."""
    there, beside = works_of_number(connection, typed)
    if not there or (there > _MOST and not beside):
        return (), there
    works = list(find_works(connection, typed, most=_MOST).works)
    if there > _MOST and not works:
        return (), there
    works.sort(key=lambda one: (one.held, one.date or str(one.year or "")), reverse=True)
    documents: dict[int | None, DocumentFact] = {}
    for document in queries.documents_of_works(connection, [work.id for work in works[:_SHOWN]]):
        documents.setdefault(document.work_id, document)
    return tuple(Numbered(work, documents.get(work.id)) for work in works[:_SHOWN]), len(works)


def works_of_number(connection: Connection, typed: str) -> tuple[int, bool]:
    """How many works have the number that the question has, a symbol, or nothing but a type and a bare number; and
    whether it has words beside it."""
    text = _JOINTS.sub(r"\1", " ".join(normalise(typed[:500]).split()))
    for printed in _SYMBOL.finditer(text):
        symbol, _ = symbol_keys(printed.group())
        if symbol:
            return queries.number_with_symbol(connection, symbol), printed.group() != text
    found = re.search(r"\d{1,6}[a-zđ]?", text) if _BARE.fullmatch(key(text)) else None
    bare = symbol_keys(found.group())[1] if found else None
    return (queries.number_with_bare(connection, bare), False) if bare else (0, False)
