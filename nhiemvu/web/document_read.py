"""A document as its pages need it: found, allowed to be seen, and what does not change of it kept for the next request.

What was extracted stays as it is until the document is read anew, and then it was added at another time: so text,
headings, mentions and deadlines are kept by id and time. What people put right can change at any time and is always
asked of the corpus.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock

from corpus import page_places, queries
from corpus.document_rows import Details, MentionFact, deadlines_of, details_of, mentions_of, task_places
from corpus.engine import Connection
from extract.extraction import Deadline
from ingest.document import Document, Source
from nhiemvu.web.asked import Asked
from nhiemvu.web.document_parts import Heading, headings_of, parts_of
from nhiemvu.web.errors import NotFoundError, RefusedError

_KEPT = 24  # documents
_read: OrderedDict[tuple[str, int, datetime], Read] = OrderedDict()
_lock = Lock()


@dataclass(frozen=True, slots=True)
class Read:
    """What was extracted from a document, as its pages need it. `parts` are where the parts of its text begin and end,
    `tasks` where each task begins, and its page; `places` those of its words on its pages, where they are kept."""

    text: str
    headings: tuple[Heading, ...]
    parts: tuple[tuple[int, int], ...]
    mentions: tuple[MentionFact, ...]
    deadlines: tuple[tuple[Deadline, tuple[str, ...]], ...]
    tasks: dict[str, tuple[int, int | None]]
    placed: Document = field(repr=False)
    page_starts: tuple[tuple[int, int], ...] = ()

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
    with _lock:
        if name in _read:
            _read.move_to_end(name)
            return _read[name]
    made = _read_from(connection, details)
    with _lock:
        _read[name] = made
        while len(_read) > _KEPT:
            _read.popitem(last=False)
    return made


def _read_from(connection: Connection, details: Details) -> Read:
    text = queries.text_of(connection, details.id) or ""
    headings = headings_of(text, queries.outline_of(connection, details.id))
    parts = tuple(parts_of(text, [heading.start for heading in headings]))
    places = page_places.places_of(connection, details.id)
    source = Source(details.path, details.sha256, details.media_type, details.reader, details.pages)
    starts: dict[int, int] = {}
    for place in places:
        if place.page:
            starts.setdefault(place.page, place.start)
    return Read(
        text=text,
        headings=tuple(headings),
        parts=parts,
        mentions=tuple(mentions_of(connection, details.id)),
        deadlines=tuple(deadlines_of(connection, details.id)),
        tasks={name: (start, page) for name, start, page in task_places(connection, details.id)},
        placed=Document(text, (), source, places),
        page_starts=tuple(sorted((start, page) for page, start in starts.items())),
    )
