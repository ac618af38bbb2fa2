"""What people put right, as it stands in the table (sửa của người dùng): which corrections hold, of which documents.

Rows are only added. One that is undone counts for nothing, and an undo can itself be undone; what is left is laid over
what was extracted whenever the corpus is asked (`corpus.overlay`), so that an undo leaves everything as it was.

A document has the corrections of its work, whichever of its versions the person saw, and those that were made on this
very copy, whatever its header is taken for by now.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, func, select

from corpus.facts import CorrectionFact, CorrectionKind
from corpus.joinings import Groups, groups, ids_by_key
from corpus.models import Correction, Description, Document, Work

ABOUT_TASKS: tuple[CorrectionKind, ...] = ("lead", "support", "due", "not_task")
"""The kinds of corrections that change a task."""

ON_TASKS: tuple[CorrectionKind, ...] = (*ABOUT_TASKS, "progress")
"""The kinds that are found again by the words of a task: those, and how far it is."""

Value = TypeVar("Value", int, str)
_PORTION = 10_000  # values that a statement takes


@dataclass(frozen=True, slots=True)
class Copy:
    """A document that has corrections: its id, its content, and what holds of it by now, the oldest first."""

    document_id: int
    sha256: str
    said: tuple[CorrectionFact, ...]


_ANY = select(Correction.id).limit(1)


def are_there(connection: Connection) -> bool:
    """Whether anybody ever put anything right: without it all else costs nothing."""
    return connection.scalar(_ANY) is not None


def withdrawals(connection: Connection) -> int:
    """How often somebody said that something is no task, undone or not."""
    return connection.scalar(select(func.count()).where(Correction.kind == "not_task")) or 0


def history(connection: Connection) -> list[CorrectionFact]:
    """Everything that was said, the newest first."""
    return [_fact(row) for row in connection.execute(select(Correction).order_by(Correction.id.desc()))]


def of_kind(connection: Connection, kind: CorrectionKind) -> list[CorrectionFact]:
    """Everything of this kind that was said, undone or not."""
    return [_fact(row) for row in connection.execute(select(Correction).where(Correction.kind == kind))]


def numbered(connection: Connection, number: int) -> CorrectionFact | None:
    """The correction of this number."""
    if not 0 < number < 2**63:  # more than a database counts
        return None
    row = connection.execute(select(Correction).where(Correction.id == number)).first()
    return _fact(row) if row else None


def related(connection: Connection, said: CorrectionFact) -> list[CorrectionFact]:
    """A correction, what undoes it, what undoes that, and so on."""
    found = {said.id: said}
    asked = [said.id]
    while asked:
        rows = connection.execute(select(Correction).where(Correction.undoes.in_(asked))).all()
        asked = [row.id for row in rows]
        found |= {row.id: _fact(row) for row in rows}
    return list(found.values())


def undone(said: Iterable[CorrectionFact]) -> dict[int, int]:
    """Which of these are undone, each with the number of the one that undoes it.

    An undo that is undone itself undoes nothing:

    >>> from datetime import datetime
    >>> rows = [
    ...     CorrectionFact(id=id_, kind="undo" if of else "lead", undoes=of, work=None, sha256=None, document="",
    ...         quote="", fingerprint="", section=None, context={}, before=(), after=(), target=None, by="Hoa",
    ...         note="", said_at=datetime(2025, 7, 1))
    ...     for id_, of in ((1, None), (2, 1), (3, 2), (4, None), (5, 4))
    ... ]
    >>> undone(rows)
    {4: 5, 2: 3}
    """
    found: dict[int, int] = {}
    for one in sorted(said, key=lambda one: -one.id):  # what undoes is always later than what it undoes
        if one.undoes is not None and one.id not in found:
            found.setdefault(one.undoes, one.id)
    return found


def holding(said: Collection[CorrectionFact]) -> tuple[CorrectionFact, ...]:
    """Those of these that hold: neither undone nor an undo, the oldest first."""
    gone = undone(said)
    left = (one for one in said if one.kind != "undo" and one.id not in gone)
    return tuple(sorted(left, key=lambda one: one.id))


def everywhere(connection: Connection) -> tuple[CorrectionFact, ...]:
    """What holds in every document: names that are of one body."""
    query = select(Correction).where(Correction.work.is_(None), Correction.sha256.is_(None))
    return holding([_fact(row) for row in connection.execute(query)])


def copies(connection: Connection, document_ids: Collection[int]) -> list[Copy]:
    """Those of these documents that have corrections, with what holds of them."""
    joined = groups(connection)
    return [
        copy for some in portions(document_ids) for copy in _copies(connection, joined, Document.id.in_(some))
    ]


def said_of(connection: Connection, document_ids: Collection[int]) -> list[CorrectionFact]:
    """Everything that was said of these documents, undone or not, the newest first."""
    joined = groups(connection)
    found: dict[int, CorrectionFact] = {}
    for some in portions(document_ids):
        for _, said in _said(connection, joined, Document.id.in_(some)):
            found |= said
    return sorted(found.values(), key=lambda one: -one.id)


def copies_spoken_of(connection: Connection, said: Collection[CorrectionFact]) -> list[Copy]:
    """The documents that these corrections are about, each with all that holds of it."""
    return copies(connection, documents_spoken_of(connection, said))


def documents_spoken_of(connection: Connection, said: Collection[CorrectionFact]) -> set[int]:
    """The ids of the documents that these corrections are about."""
    ids: set[int] = set()
    for contents in portions({one.sha256 for one in said if one.sha256}):
        ids |= set(connection.scalars(select(Document.id).where(Document.sha256.in_(contents))))
    return ids | documents_of(connection, {one.work for one in said if one.work})


def documents_of(connection: Connection, keys: Collection[str]) -> set[int]:
    """The documents of the works that have these keys now, and of those that they were joined with."""
    found: set[int] = set()
    joined = groups(connection)
    for some in portions(keys):
        works = joined.spread(ids_by_key(connection, some).values())
        of = select(Document.id).join(Description, Description.id == Document.description_id)
        for portion in portions(works):
            found |= set(connection.scalars(of.where(Description.work_id.in_(portion))))
    return found


def aimed_at(connection: Connection, kind: CorrectionKind, work_ids: Collection[int]) -> list[CorrectionFact]:
    """The corrections of this kind that lead to these works, also under keys that they have no more; undone or not."""
    found: dict[int, CorrectionFact] = {}
    for some in portions(work_ids):
        for key, column in ((Work.key, Work.id), (Description.fingerprint, Description.work_id)):
            query = select(Correction).join(key.class_, key == Correction.target)
            query = query.where(Correction.kind == kind, column.in_(some))
            found |= {row.id: _fact(row) for row in connection.execute(query)}
    return list(found.values())


def _copies(connection: Connection, joined: Groups, condition: ColumnElement[bool]) -> list[Copy]:
    said_of_each = _said(connection, joined, condition)
    held = ((row, holding(said.values())) for row, said in said_of_each)
    return [Copy(row.id, row.sha256, left) for row, left in held if left]


def _said(
    connection: Connection, joined: Groups, condition: ColumnElement[bool]
) -> list[tuple[Row[int, str, int | None], dict[int, CorrectionFact]]]:
    """The documents that fulfil the condition, each with everything that was said of it, by number."""
    query = select(Document.id, Document.sha256, Description.work_id)
    query = query.join(Description, Description.id == Document.description_id).where(condition)
    there = connection.execute(query.order_by(Document.id)).all()
    of_work = _numbers_of_works(connection, joined.spread({row.work_id for row in there if row.work_id}))
    of_copy = _numbers_of_contents(connection, [row.sha256 for row in there])
    numbers = {row.id: set(of_copy.get(row.sha256, ())) for row in there}
    for row in there:
        for member in joined.spread([row.work_id]) if row.work_id else ():
            numbers[row.id] |= of_work.get(member, set())
    known = _by_number(connection, {number for some in numbers.values() for number in some})
    return [(row, {number: known[number] for number in numbers[row.id]}) for row in there]


def _numbers_of_works(connection: Connection, work_ids: Collection[int]) -> dict[int, set[int]]:
    """The corrections of the documents of these works, under the keys that they have or had."""
    found: dict[int, set[int]] = defaultdict(set)
    now = select(Correction.id, Work.id.label("of")).join(Work, Work.key == Correction.work)
    once = select(Correction.id, Description.work_id.label("of"))
    once = once.join(Description, Description.fingerprint == Correction.work)
    for some in portions(work_ids):
        for query in (now.where(Work.id.in_(some)), once.where(Description.work_id.in_(some))):
            for row in connection.execute(query):
                found[row.of].add(row.id)
    return found


def _numbers_of_contents(connection: Connection, contents: Sequence[str]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for some in portions(contents):
        query = select(Correction.id, Correction.sha256).where(Correction.sha256.in_(some))
        for number, sha256 in connection.execute(query):
            found[sha256 or ""].add(number)
    return found


def _by_number(connection: Connection, numbers: Collection[int]) -> dict[int, CorrectionFact]:
    found: dict[int, CorrectionFact] = {}
    for some in portions(numbers):
        rows = connection.execute(select(Correction).where(Correction.id.in_(some)))
        found |= {row.id: _fact(row) for row in rows}
    return found


def portions(values: Collection[Value]) -> Iterable[list[Value]]:
    """The values in their order, as many at a time as a statement takes."""
    ordered = sorted(set(values))
    return (ordered[at : at + _PORTION] for at in range(0, len(ordered), _PORTION))


def _fact(row: Row[*tuple[Any, ...]]) -> CorrectionFact:
    said = {name: getattr(row, name) for name in CorrectionFact.__slots__}
    return CorrectionFact(**said | {"before": tuple(said["before"]), "after": tuple(said["after"])})
