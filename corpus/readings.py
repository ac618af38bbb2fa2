"""Files that were handed in to be read (tệp chờ đọc): which are waiting, how far each is, and what became of it.

    waiting --take_next--> reading --finish--> done
       ^                      |----fail-----> failed --retry--> waiting
       +----take_up_again-----+----refuse---> refused

Every function that changes something takes a connection with the write lock (`Corpus.writing`), so that two servers
never take one file.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import Connection, Row, func, insert, select, update

from corpus.errors import CorpusError
from corpus.words import storable
from corpus.work_models import Reading

ReadingState = Literal["waiting", "reading", "done", "failed", "refused"]

WAITING: tuple[ReadingState, ...] = ("waiting",)
UNDER_WAY: tuple[ReadingState, ...] = ("waiting", "reading")
"""The states of a file that is not read yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingFact:
    """A file that was handed in: its content, its `name` as it was sent and its `size` in bytes; while it is read, the
    `page` of its `pages` that was read last; why it failed or was refused, or what is to be said of it; the document
    that it became; who handed it in, and when it was handed in, begun and ended (UTC)."""

    id: int
    sha256: str
    name: str
    size: int
    state: ReadingState
    page: int | None
    pages: int | None
    cause: str | None
    remedy: str | None
    document_id: int | None
    by: str
    asked_at: datetime
    begun_at: datetime | None
    ended_at: datetime | None


def hand_in(connection: Connection, sha256: str, name: str, size: int, by: str) -> int:
    """Put a file into the queue; returns the number of its reading."""
    row = {"sha256": sha256, "name": storable(name), "size": size, "state": "waiting", "by": storable(by)}
    new = insert(Reading).values(row | {"asked_at": _now()}).returning(Reading.id)
    return connection.execute(new).scalar_one()


def take_next(connection: Connection) -> ReadingFact | None:
    """Take the file that waits longest, so that nobody else takes it; none where no file waits."""
    waiting = select(func.min(Reading.id)).where(Reading.state == "waiting")
    id_ = connection.scalar(waiting)
    if id_ is None:
        return None
    _put(connection, id_, state="reading", begun_at=_now(), page=None, pages=None)
    return reading(connection, id_)


def tell_progress(connection: Connection, id_: int, page: int, pages: int) -> None:
    """Write down that so many pages of a file are read."""
    _put(connection, id_, page=page, pages=pages)


def finish(connection: Connection, id_: int, document_id: int | None, said: str | None = None) -> None:
    """Write down which document a file became; none, with what is to be said, for an archive of documents."""
    _put(connection, id_, state="done", document_id=document_id, cause=said, ended_at=_now())


def fail(connection: Connection, id_: int, cause: str, remedy: str) -> None:
    """Write down why a file could not be read."""
    _end(connection, id_, "failed", cause, remedy)


def refuse(connection: Connection, id_: int, cause: str, remedy: str) -> None:
    """Write down why a file is not taken into the corpus."""
    _end(connection, id_, "refused", cause, remedy)


def retry(connection: Connection, id_: int) -> ReadingFact:
    """Let a file that could not be read wait again. Raises `CorpusError` for one that is none of these."""
    found = reading(connection, id_)
    if found is None or found.state != "failed":
        name = found.name if found else str(id_)
        raise CorpusError(name, "không phải là tệp đọc lỗi", "xem lại danh sách tệp đã nộp")
    told = {"cause": None, "remedy": None, "page": None, "pages": None, "begun_at": None, "ended_at": None}
    _put(connection, id_, state="waiting", **told)
    return found


def take_up_again(connection: Connection) -> int:
    """Let all files wait again that are said to be read: of a server that was killed. Only for who knows that no other
    server reads. Returns how many there are."""
    left = update(Reading).where(Reading.state == "reading")
    return connection.execute(left.values(state="waiting", begun_at=None, page=None, pages=None)).rowcount


def reading(connection: Connection, id_: int) -> ReadingFact | None:
    """The reading with this number."""
    if not 0 < id_ < 2**63:  # more than a database counts
        return None
    row = connection.execute(select(Reading).where(Reading.id == id_)).first()
    return _fact(row) if row else None


def readings(
    connection: Connection, limit: int, before: int | None = None, states: Collection[ReadingState] = ()
) -> list[ReadingFact]:
    """The files that were handed in, the newest first: those with a number below `before`, in one of these states."""
    query = select(Reading).order_by(Reading.id.desc()).limit(limit)
    if before is not None:
        query = query.where(Reading.id < before)
    if states:
        query = query.where(Reading.state.in_(states))
    return [_fact(row) for row in connection.execute(query)]


def ahead_of(connection: Connection, id_: int) -> int:
    """How many files are read before this one."""
    query = select(func.count()).where(Reading.state.in_(UNDER_WAY), Reading.id < id_)
    return connection.scalar(query) or 0


def _end(connection: Connection, id_: int, state: ReadingState, cause: str, remedy: str) -> None:
    told = {"cause": storable(cause), "remedy": storable(remedy)}
    _put(connection, id_, state=state, ended_at=_now(), **told)


def _put(connection: Connection, id_: int, **values: Any) -> None:
    connection.execute(update(Reading).where(Reading.id == id_).values(values))


def _fact(row: Row[*tuple[Any, ...]]) -> ReadingFact:
    return ReadingFact(**{name: getattr(row, name) for name in ReadingFact.__slots__})


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
