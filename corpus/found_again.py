"""Where the words stand that people spoke of when they put something right (tìm lại lời văn đã sửa).

Every correction names words; here they are looked for in the documents that the correction is about
(`corpus.same_words` says when words are the same). Of several corrections about one thing the last one counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from sqlalchemy import Connection, select

from corpus.corrections import ON_TASKS, Copy, portions
from corpus.facts import CorrectionFact
from corpus.models import Citation, Section, Task, TaskBody
from corpus.same_words import Among, Found, Meant, Numbers, Words, find, fingerprint

Why = Literal["gone", "several", "changed"]
_NUMBERS: dict[str, Numbers] = {"due": "all", "progress": "but_by_when"}
Slot = tuple[int, str]
"""What a correction is about: the id of a task or a citation, and the field."""


@dataclass(frozen=True, slots=True)
class Laid:
    """Which corrections hold of what: `last` is the last one about each thing; `places` has for each correction the
    documents in which its words were found, `open` why it was found in none."""

    last: dict[Slot, CorrectionFact] = field(default_factory=dict)
    slots: dict[int, list[Slot]] = field(default_factory=lambda: defaultdict(list))
    places: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    open: dict[int, Why] = field(default_factory=dict)

    def put(self, said: CorrectionFact, document_id: int, ids: Iterable[int], why: Why = "gone") -> None:
        """Note where a correction was found in a document, or why it was not."""
        found = [(id_, said.kind) for id_ in ids]
        self.last.update(dict.fromkeys(found, said))
        self.slots[said.id] += found
        self.places[said.id] += [document_id] * bool(found)
        if not found and self.open.get(said.id, "gone") == "gone":
            self.open[said.id] = why


def meant_by(said: CorrectionFact) -> Meant:
    """The words that a correction of a task is about."""
    context = {name: value for name, value in said.context.items() if name in Meant.__slots__}
    context |= {"near": tuple(context.get("near", ()))}
    return Meant(quote=said.quote, fingerprint=said.fingerprint, **context)


def meant_above(said: CorrectionFact) -> Meant:
    """The words of the higher task that a task carries out."""
    above = said.context["above"]
    return Meant(**above | {"near": tuple(above["near"])})


def lay(connection: Connection, copies: Sequence[Copy]) -> Laid:
    """Find the words of every correction in the documents that it is about."""
    laid = Laid()
    tasks = words_in(connection, Task, [copy.document_id for copy in copies if has(copy, *ON_TASKS)])
    cited = _cited(connection, [copy.document_id for copy in copies if has(copy, "means")])
    around = Around(connection)
    for copy in copies:
        for said in copy.said:
            if said.kind in ON_TASKS:
                found = find_task(said, copy, tasks[copy.document_id], around)
                laid.put(said, copy.document_id, [found.words.id] if found.words else [], found.why or "gone")
            elif said.kind == "means":
                laid.put(said, copy.document_id, _same_citations(said, cited[copy.document_id]))
    return laid


def find_task(said: CorrectionFact, copy: Copy, among: Sequence[Words], around: Around) -> Found:
    """The task of a document that a correction is about. In another version of the document than the person saw, a
    field that is not what it was there has `changed`: the document itself says something new.

    How far a task is does not change with what it must be done by or who answers for it: a task that is done stays
    done where the new version puts off its day or names another lead. Its other numbers must be the same: `đợt 2`,
    or 2000 households instead of 1000, is other work, and nobody said that it is done.
    """
    same_copy = said.sha256 == copy.sha256
    found = find(meant_by(said), among, around, same_copy=same_copy, numbers=_NUMBERS.get(said.kind, "any"))
    if found.words and not same_copy and said.kind in ("lead", "support", "due"):
        extracted = around.extracted(found.words.id, said.kind)
        if extracted not in (tuple(said.context.get("extracted", ())), said.after):
            return Found(None, "changed")
    return found


class Around:
    """What stands around the words of a document, read when somebody asks: called, it tells what stands over words, the
    headings of the sections that they are in."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._sections: dict[int, list[tuple[int, int, str]]] = {}

    def __call__(self, words: Words) -> str:
        around = self._sections.get(words.document_id)
        if around is None:
            around = self._sections[words.document_id] = self._read(words.document_id)
        return "\n".join(
            fingerprint(heading)
            for start, end, heading in around
            if start <= words.start and words.end <= end and heading not in words.quote
        )

    def extracted(self, task_id: int, name: str) -> tuple[str, ...]:
        """What was extracted of a task, whatever people said: its bodies of the role `name`, or its `due` values."""
        if name == "due":
            return tuple(self._connection.scalar(select(Task.due).where(Task.id == task_id)) or ())
        names = select(TaskBody.name).where(TaskBody.task_id == task_id, TaskBody.role == name)
        return tuple(self._connection.scalars(names.order_by(TaskBody.ordinal)))

    def _read(self, document_id: int) -> list[tuple[int, int, str]]:
        query = select(Section.start, Section.end, Section.heading)
        query = query.where(Section.document_id == document_id, Section.heading.is_not(None))
        rows = self._connection.execute(query.order_by(Section.start, Section.end.desc(), Section.ordinal))
        return [(row.start, row.end, row.heading or "") for row in rows]


def _same_citations(said: CorrectionFact, cited: Sequence[tuple[Words, list[str | None]]]) -> list[int]:
    """The citations with the words that were spoken of; where no such words are left, those that name the document by
    the same symbol, issuer and date. Words alike are no help here: one digit is another document."""
    same = [words.id for words, _ in cited if fingerprint(words.quote) == said.fingerprint]
    named = said.context.get("said") or [None]
    return same or ([words.id for words, parts in cited if parts == named] if named[0] else [])


def words_in(
    connection: Connection, table: type[Task] | type[Citation], document_ids: Collection[int]
) -> dict[int, Among]:
    """The words of all tasks, or all citations, that were extracted from these documents, in reading order."""
    query = select(table.id, table.document_id, table.quote, table.start, table.end)
    found: dict[int, list[Words]] = {id_: [] for id_ in document_ids}
    for some in portions(document_ids):
        chosen = query.where(table.document_id.in_(some)).order_by(table.document_id, table.ordinal)
        for row in connection.execute(chosen):
            found[row.document_id].append(Words(*row))
    return {id_: Among(words) for id_, words in found.items()}


def _cited(
    connection: Connection, document_ids: Collection[int]
) -> dict[int, list[tuple[Words, list[str | None]]]]:
    """The citations of these documents: their words, and by what they name a document."""
    named = select(Citation.id, Citation.symbol, Citation.type, Citation.issuer, Citation.date)
    parts: dict[int, list[str | None]] = {}
    for some in portions(document_ids):
        for id_, *said in connection.execute(named.where(Citation.document_id.in_(some))):
            parts[id_] = said
    words = words_in(connection, Citation, document_ids)
    return {id_: [(one, parts[one.id]) for one in said] for id_, said in words.items()}


def has(copy: Copy, *kinds: str) -> bool:
    """Whether anything of these kinds holds of the document."""
    return any(one.kind in kinds for one in copy.said)
