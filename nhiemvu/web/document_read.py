"""A document as its pages need it: found, allowed to be seen, and what does not change of it kept for the next request.

What was extracted stays as it is until the document is read anew, and then it was added at another time: so text,
headings, mentions and deadlines are kept by id and time. What people put right can change at any time and is always
asked of the corpus.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from corpus import page_places, queries
from corpus.document_rows import Details, MentionFact, deadlines_of, details_of, mentions_of, task_places
from corpus.engine import Connection
from extract.extraction import Deadline
from ingest.document import Document, Place, Source
from nhiemvu.web.asked import Asked
from nhiemvu.web.document_parts import Heading, headings_of, parts_of
from nhiemvu.web.errors import NotFoundError, RefusedError
from nhiemvu.web.kept import Kept

_read: Kept[Read] = Kept(32)
_placed: Kept[Document] = Kept(6)  # the places of a hundred pages take ten megabytes


@dataclass(frozen=True, slots=True)
class Read:
    """What was extracted from a document, as its pages need it. `parts` are where the parts of its text begin and end,
    `tasks` where each task begins, and its page; `pages` tell between which characters the words of each page stand,
    where the corpus keeps that."""

    text: str
    headings: tuple[Heading, ...]
    parts: tuple[tuple[int, int], ...]
    mentions: tuple[MentionFact, ...]
    deadlines: tuple[tuple[Deadline, tuple[str, ...]], ...]
    tasks: dict[str, tuple[int, int | None]]
    pages: dict[int, tuple[int, int]]
    page_starts: tuple[tuple[int, int], ...]

    def part_of(self, offset: int) -> int:
        """The part (from 1) in which a character stands."""
        return part_at(self.parts, offset)

    def page_at(self, offset: int) -> int | None:
        """The page on which a character stands, or the one before it."""
        at = bisect_right(self.page_starts, offset, key=lambda one: one[0]) - 1
        return self.page_starts[max(at, 0)][1] if self.page_starts else None


def part_at(parts: tuple[tuple[int, int], ...], offset: int) -> int:
    """The part (from 1) in which a character stands.

    >>> part_at(((0, 10), (10, 25)), 10)
    2
    """
    return max(1, bisect_right(parts, offset, key=lambda part: part[0]))


def found_document(asked: Asked, connection: Connection, document_id: int) -> Details:
    """The document with this id. Raises `NotFoundError`, and `RefusedError` for one with a stamp of secrecy."""
    details = details_of(connection, document_id)
    if details is None:
        raise NotFoundError("kho không có văn bản này", "tìm trong danh sách văn bản")
    if details.secrecy and not asked.settings.allow_secret:
        raise RefusedError(
            "văn bản mang dấu chỉ độ mật", "chạy nhiemvu serve với --allow-secret trên máy được phép"
        )
    return details


def read_document(asked: Asked, connection: Connection, details: Details) -> Read:
    """What was extracted from the document; kept for the next request."""
    name = (asked.settings.corpus, details.id, details.added_at)
    return _read.get(
        name, lambda: _read_from(connection, details, placed_document(asked, connection, details))
    )


def placed_document(asked: Asked, connection: Connection, details: Details) -> Document:
    """The text of the document with the places of its words on its pages, as far as the corpus keeps them."""
    name = (asked.settings.corpus, details.id, details.added_at)
    return _placed.get(name, lambda: _placed_from(connection, details))


def _placed_from(connection: Connection, details: Details) -> Document:
    text = queries.text_of(connection, details.id) or ""
    source = Source(details.path, details.sha256, details.media_type, details.reader, details.pages)
    return Document(text, (), source, page_places.places_of(connection, details.id))


def _read_from(connection: Connection, details: Details, placed: Document) -> Read:
    headings = headings_of(placed.text, queries.outline_of(connection, details.id))
    pages = _pages(placed.places)
    return Read(
        text=placed.text,
        headings=tuple(headings),
        parts=tuple(parts_of(placed.text, [heading.start for heading in headings])),
        mentions=tuple(mentions_of(connection, details.id)),
        deadlines=tuple(deadlines_of(connection, details.id)),
        tasks={name: (start, page) for name, start, page in task_places(connection, details.id)},
        pages=pages,
        page_starts=tuple(sorted((start, page) for page, (start, _) in pages.items())),
    )


def _pages(places: Iterable[Place]) -> dict[int, tuple[int, int]]:
    """Between which characters the words of each page stand; a footnote may come later in the text than what follows on
    the next page."""
    found: dict[int, tuple[int, int]] = {}
    for place in places:
        if place.page:
            start, end = found.get(place.page, (place.start, place.end))
            found[place.page] = min(start, place.start), max(end, place.end)
    return found
