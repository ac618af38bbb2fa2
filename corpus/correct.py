"""Writing down what somebody puts right (ghi nhận sửa), checked: signed, about something that is there, and news.

Every function takes a connection with the write lock, looks at what holds under it, and gives the corrections that it
added: none where everything was so already.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
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
from corpus.statement import Signature, TaskChange, body_names
from corpus.task_links import links
from rulebook.spelling import key


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
            added.append(write_down(connection, kind, signed, about | values))
    return added


def correct_citation(
    connection: Connection, seen: CitationFact, work_key: str | None, signature: Signature
) -> list[CorrectionFact]:
    """Write down which work a citation means (`None`: it cites nothing), and every other citation of the document in
    the same words."""
    signed = signature.checked()
    cited = queries.citation(connection, seen.id)
    if cited is None or (cited.document_id, cited.quote) != (seen.document_id, seen.quote):
        raise CorpusError(seen.quote, "văn bản vừa được đọc lại", "chạy lại lệnh này")
    work = _work(connection, work_key) if work_key is not None else None
    if _means_already(connection, cited, work):
        return []
    document = queries.documents(connection, [cited.document_id])[cited.document_id]
    about = how_named(connection, document) | {
        "quote": cited.quote,
        "fingerprint": fingerprint(cited.quote),
        "section": cited.section,
        "context": {"said": [cited.symbol, cited.type, cited.issuer, cited.date]},
        "before": _meanings(connection, cited),
        "after": [work.name] if work else [],
        "target": work.key if work else None,
    }
    return [write_down(connection, "means", signed, about)]


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
    return [write_down(connection, "carries_out", signed, about)]


def same_agency(
    connection: Connection, one: str, other: str, signature: Signature, document_id: int | None = None
) -> list[CorrectionFact]:
    """Write down that `one` is another name of the body `other`, in all documents, or in one and its versions."""
    signed = signature.checked()
    first, second = body_names((one,)), body_names((other,))
    if not (first and second):
        raise CorpusError("--same-agency", "thiếu tên cơ quan", "ghi hai tên của một cơ quan")
    if key(first[0]) == key(second[0]):
        raise CorpusError(first[0], "hai lần cùng một tên", "ghi hai tên của một cơ quan")
    named: dict[str, Any] = {"work": None, "sha256": None, "document": ""}
    said = corrections.everywhere(connection)
    if document_id is not None:
        document = queries.documents(connection, [document_id])[document_id]
        named = how_named(connection, document)
        said = tuple(row for copy in corrections.copies(connection, [document_id]) for row in copy.said)
    bodies = OneBody(row for row in said if row.kind == "same_agency")
    if bodies.renamed((*first, *second))[0] == second:
        return []
    about: dict[str, Any] = {"quote": first[0], "fingerprint": key(first[0]), "section": None, "context": {}}
    return [
        write_down(
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
    return [write_down(connection, "undo", signed, about | values)]


def write_down(
    connection: Connection, kind: CorrectionKind, signed: Signature, about: Mapping[str, Any]
) -> CorrectionFact:
    """Write down a correction of this kind, `about` what it says; the signature must be checked."""
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
    return task, document, how_named(connection, document)


def _meant(connection: Connection, task: TaskFact, around: Around) -> Meant:
    among = words_in(connection, Task, [task.document_id])[task.document_id]
    return meant(next(one for one in among if one.id == task.id), among, around)


def how_named(connection: Connection, document: DocumentFact) -> dict[str, Any]:
    """How a correction names the document that it is about."""
    work = queries.work_of_copy(connection, document.id)
    name = work.name if work else document.path
    return {"work": work.key if work else None, "sha256": document.sha256, "document": name or document.path}


def _work(connection: Connection, work_key: str) -> WorkFact:
    found = queries.works_with_key(connection, work_key)
    if not found:
        raise CorpusError(work_key, "kho không có văn bản này", "xem các cặp: nhiemvu same")
    return found[0]


def _means_already(connection: Connection, cited: CitationFact, work: WorkFact | None) -> bool:
    if work is None:
        return cited.found == "none"
    (lead,) = queries.works(connection, [work.id]).values()
    return cited.work_id == lead.id and not cited.candidates


def _meanings(connection: Connection, cited: CitationFact) -> list[str]:
    """The names of the works that a citation means, or may mean, as it stands."""
    ids = [cited.work_id] if cited.work_id else list(cited.candidates)
    return [work.name for work in queries.works(connection, ids).values()]
