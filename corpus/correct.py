"""Writing down what somebody puts right (ghi nhận sửa), checked: signed, about something that is there, and news.

Every function takes a connection with the write lock, looks at what holds under it, and gives the corrections that it
added: none where everything was so already.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, insert

from corpus import corrections, queries
from corpus.errors import CorpusError
from corpus.facts import CitationFact, CorrectionFact, CorrectionKind, DocumentFact, TaskFact, WorkFact
from corpus.found_again import Around, words_in
from corpus.models import Correction, Task
from corpus.one_body import OneBody
from corpus.overlay import bodies_of
from corpus.same_words import Meant, fingerprint, meant
from corpus.task_links import links
from corpus.words import storable
from rulebook.spelling import key, normalise

_LONGEST = 1000  # characters of a name; a list of forty bodies is forty names
_LONGEST_NOTE = 10_000
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_RECURRENCE = re.compile(r"FREQ=(?:YEARLY|MONTHLY|WEEKLY|DAILY)(?:;[A-Z]+=[A-Z\d,+-]+)*")
_DURATION = re.compile(r"P\d{1,4}[DWMY]")
_FIRST_YEAR, _LAST_YEAR = 1945, 2200


@dataclass(frozen=True, slots=True)
class Signature:
    """Who says it, and why."""

    by: str
    note: str = ""

    def checked(self) -> Signature:
        """The signature as it is kept. Raises `CorpusError` where nobody signs."""
        by = _one_line(self.by)
        if not by:
            raise CorpusError("--by", "thiếu tên người sửa", 'ghi họ tên: --by "Họ tên"')
        if len(self.note) > _LONGEST_NOTE:
            raise CorpusError("--note", "ghi chú quá dài", f"viết trong {_LONGEST_NOTE} ký tự")
        return Signature(_bounded(by), storable(self.note).strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskChange:
    """What is right of a task; `None` where nothing is said. Empty means nobody, no deadline. `due` values are as an
    extraction has them: days (`2024-06-30`), recurrences (`FREQ=MONTHLY`), durations (`P15D`)."""

    lead: tuple[str, ...] | None = None
    support: tuple[str, ...] | None = None
    due: tuple[str, ...] | None = None
    no_task: bool = False

    def checked(self) -> dict[CorrectionKind, tuple[str, ...]]:
        """What is said, by kind. Raises `CorpusError` for what contradicts itself and for a day that does not exist."""
        fields: tuple[CorrectionKind, ...] = ("lead", "support", "due")
        said = {kind: getattr(self, kind) for kind in fields if getattr(self, kind) is not None}
        if self.no_task and said:
            raise CorpusError("--not-a-task", "không đi cùng việc sửa nhiệm vụ", "chọn một trong hai")
        for kind in ("lead", "support"):
            if kind in said:
                said[kind] = _names(said[kind])
        if both := set(said.get("lead", ())) & set(said.get("support", ())):
            raise CorpusError(min(both), "vừa chủ trì vừa phối hợp", "chọn một trong hai")
        if "due" in said:
            said["due"] = tuple(dict.fromkeys(map(_due, said["due"])))
        return {"not_task": ()} if self.no_task else said


def correct_task(
    connection: Connection, seen: TaskFact, change: TaskChange, signature: Signature
) -> list[CorrectionFact]:
    """Write down what is right of a task."""
    signed, said = signature.checked(), change.checked()
    task, _, named = _task(connection, seen)
    around = Around(connection)
    mine = _meant(connection, task, around)
    bodies = bodies_of(connection, task.document_id)
    added = []
    for kind, after in said.items():
        before = () if kind == "not_task" else getattr(task, kind)
        shown = after if kind == "due" else bodies.renamed(after)[0]
        if kind == "not_task" or shown != before:
            context = mine.as_context()
            if kind != "not_task":
                context |= {"extracted": list(around.extracted(task.id, kind))}
            about = named | {"quote": mine.quote, "fingerprint": mine.fingerprint, "section": task.section}
            values = {"context": context, "before": list(before), "after": list(after)}
            added.append(_add(connection, kind, signed, about | values))
    return added


def correct_citation(
    connection: Connection, seen: CitationFact, work_key: str, signature: Signature
) -> list[CorrectionFact]:
    """Write down which work a citation means, and every other citation of the document in the same words."""
    signed = signature.checked()
    cited = queries.citation(connection, seen.id)
    if cited is None or (cited.document_id, cited.quote) != (seen.document_id, seen.quote):
        raise CorpusError(seen.quote, "văn bản vừa được đọc lại", "chạy lại lệnh này")
    work = _work(connection, work_key)
    (lead,) = queries.works(connection, [work.id]).values()
    if cited.work_id == lead.id and not cited.candidates:
        return []
    document = queries.documents(connection, [cited.document_id])[cited.document_id]
    about = _named(connection, document) | {
        "quote": cited.quote,
        "fingerprint": fingerprint(cited.quote),
        "section": cited.section,
        "context": {"said": [cited.symbol, cited.type, cited.issuer, cited.date]},
        "before": _meanings(connection, cited),
        "after": [work.name],
        "target": work.key,
    }
    return [_add(connection, "means", signed, about)]


def link_tasks(
    connection: Connection, lower: TaskFact, upper: TaskFact, signature: Signature
) -> list[CorrectionFact]:
    """Write down that one task carries out another one, of a higher document."""
    signed = signature.checked()
    task, document, named = _task(connection, lower)
    above, above_document, above_named = _task(connection, upper)
    if document.id == above_document.id or (named["work"] and named["work"] == above_named["work"]):
        raise CorpusError(above.quote, "hai nhiệm vụ cùng một văn bản", "chọn nhiệm vụ của văn bản cấp trên")
    if any((one.lower, one.upper) == (task.id, above.id) for one in links(connection, [document.id])):
        return []
    around = Around(connection)
    mine, theirs = _meant(connection, task, around), _meant(connection, above, around)
    whole = theirs.as_context() | {"quote": theirs.quote, "fingerprint": theirs.fingerprint}
    about = named | {
        "quote": mine.quote,
        "fingerprint": mine.fingerprint,
        "section": task.section,
        "context": mine.as_context() | {"above": whole, "above_copy": above_document.sha256},
        "before": [],
        "after": [above.quote, above_named["document"]],
        "target": above_named["work"],
    }
    return [_add(connection, "carries_out", signed, about)]


def same_agency(
    connection: Connection, one: str, other: str, signature: Signature, document_id: int | None = None
) -> list[CorrectionFact]:
    """Write down that `one` is another name of the body `other`, in all documents, or in one and its versions."""
    signed = signature.checked()
    first, second = _names((one,)), _names((other,))
    if not (first and second):
        raise CorpusError("--same-agency", "thiếu tên cơ quan", "ghi hai tên của một cơ quan")
    if key(first[0]) == key(second[0]):
        raise CorpusError(first[0], "hai lần cùng một tên", "ghi hai tên của một cơ quan")
    named: dict[str, Any] = {"work": None, "sha256": None, "document": ""}
    said = corrections.everywhere(connection)
    if document_id is not None:
        document = queries.documents(connection, [document_id])[document_id]
        named = _named(connection, document)
        said = tuple(row for copy in corrections.copies(connection, [document_id]) for row in copy.said)
    bodies = OneBody(row for row in said if row.kind == "same_agency")
    if bodies.renamed((*first, *second))[0] == second:
        return []
    about: dict[str, Any] = {"quote": first[0], "fingerprint": key(first[0]), "section": None, "context": {}}
    return [
        _add(
            connection, "same_agency", signed, named | about | {"before": list(first), "after": list(second)}
        )
    ]


def undo(connection: Connection, number: int, signature: Signature) -> list[CorrectionFact]:
    """Take back a correction, or an undo."""
    signed = signature.checked()
    said = corrections.numbered(connection, number)
    if said is None:
        raise CorpusError(str(number), "không có lần sửa này", "xem các lần sửa: nhiemvu corrections")
    if number in corrections.undone(corrections.related(connection, said)):
        return []
    kept = ("work", "sha256", "document", "quote", "fingerprint", "section")
    about = {name: getattr(said, name) for name in kept}
    values = {"context": {}, "before": list(said.after), "after": list(said.before), "undoes": number}
    return [_add(connection, "undo", signed, about | values)]


def _add(
    connection: Connection, kind: CorrectionKind, signed: Signature, about: Mapping[str, Any]
) -> CorrectionFact:
    said_at = datetime.now(UTC).replace(tzinfo=None)
    row = {"kind": kind, "by": signed.by, "note": signed.note, "said_at": said_at, **about}
    number: int = connection.execute(insert(Correction).values(row).returning(Correction.id)).scalar_one()
    added = corrections.numbered(connection, number)
    assert added is not None
    return added


def _task(connection: Connection, seen: TaskFact) -> tuple[TaskFact, DocumentFact, dict[str, Any]]:
    """The task that somebody saw, as it stands under the lock: its id may be another one's by now."""
    task = queries.tasks(connection, [seen.id]).get(seen.id)
    if task is None or (task.document_id, task.quote) != (seen.document_id, seen.quote):
        raise CorpusError(seen.quote, "văn bản vừa được đọc lại", "chạy lại lệnh này")
    document = queries.documents(connection, [task.document_id])[task.document_id]
    return task, document, _named(connection, document)


def _meant(connection: Connection, task: TaskFact, around: Around) -> Meant:
    among = words_in(connection, Task, [task.document_id])[task.document_id]
    return meant(next(one for one in among if one.id == task.id), among, around)


def _named(connection: Connection, document: DocumentFact) -> dict[str, Any]:
    """How a correction names the document that it is about."""
    work = queries.work_of_copy(connection, document.id)
    name = work.name if work else document.path
    return {"work": work.key if work else None, "sha256": document.sha256, "document": name or document.path}


def _work(connection: Connection, work_key: str) -> WorkFact:
    found = queries.works_with_key(connection, work_key)
    if not found:
        raise CorpusError(work_key, "kho không có văn bản này", "xem các cặp: nhiemvu same")
    return found[0]


def _meanings(connection: Connection, cited: CitationFact) -> list[str]:
    """The names of the works that a citation means, or may mean, as it stands."""
    ids = [cited.work_id] if cited.work_id else list(cited.candidates)
    return [work.name for work in queries.works(connection, ids).values()]


def _names(names: Sequence[str]) -> tuple[str, ...]:
    """The names of bodies as they are kept: each once, in one line, in the spelling of the corpus."""
    said = (_bounded(_one_line(normalise(storable(name)))) for name in names)
    return tuple(dict.fromkeys(name for name in said if name))


def _one_line(text: str) -> str:
    return " ".join(storable(text).split())


def _bounded(name: str) -> str:
    if len(name) > _LONGEST:
        raise CorpusError(name[:40] + "…", "tên quá dài", f"viết trong {_LONGEST} ký tự")
    return name


def _due(value: str) -> str:
    """The value, if it is one. Raises `CorpusError` for a day that does not exist."""
    if _RECURRENCE.fullmatch(value) or _DURATION.fullmatch(value):
        return value
    try:
        day = date.fromisoformat(value) if _DAY.fullmatch(value) else None
    except ValueError:
        day = None
    if day is None or not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise CorpusError(value, "không có ngày này", "ghi ngày như 30/6/2024 hoặc 2024-06-30")
    return value
