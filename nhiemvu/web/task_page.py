"""Putting a task right and ticking it off (sửa nhiệm vụ, đánh dấu tiến độ): signed, and each can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import Form, Query

from corpus import corrections
from corpus.correct import correct_task
from corpus.correct import undo as take_back
from corpus.errors import CorpusError
from corpus.facts import CorrectionFact, CorrectionKind, ProgressState, TaskFact
from corpus.statement import Signature, TaskChange
from corpus.ticks import Tick, write_ticks
from nhiemvu.web.asked import Asked, Edits, Reads
from nhiemvu.web.choices import local
from nhiemvu.web.errors import BadInputError
from nhiemvu.web.pages import Done, Pages
from nhiemvu.web.shown import not_shown, refused
from nhiemvu.web.task_form import (
    TEMPLATE,
    EditView,
    Sent,
    Typed,
    again,
    again_for,
    change_of,
    checked_task,
    task_now,
    view_of,
)

pages = Pages(tags=["tasks"])

_UNSIGNED = ("thiếu tên người sửa", "ghi họ và tên của bạn")
_NEWS: dict[str, str] = {
    "open": "Đã mở lại nhiệm vụ.",
    "doing": "Đã ghi: đang thực hiện.",
    "done": "Đã ghi: đã hoàn thành.",
}
_Field = Annotated[str | None, Form(max_length=20_000)]
_Name = Annotated[str, Form(max_length=200)]
_Note = Annotated[str, Form(max_length=10_000)]
_Seen = Annotated[str, Query(max_length=40, description="`seen` of the task; empty: whatever it is now.")]
_Document = Annotated[int, Query(ge=0, lt=2**63, description="The document of the task, to find it again.")]
_Back = Annotated[str, Form(max_length=2000)]


@dataclass(frozen=True, slots=True)
class Said:
    """A correction: its number, what it is about, who signed, and when (ISO 8601, UTC)."""

    number: int
    kind: CorrectionKind
    before: tuple[str, ...]
    after: tuple[str, ...]
    by: str
    at: str
    note: str


@dataclass(frozen=True, slots=True)
class Changed:
    """What was written down; nothing where everything was so already."""

    corrections: tuple[Said, ...]


@pages.page("/tasks/{task_id}/edit", TEMPLATE)
def edit(asked: Reads, task_id: int, back: Annotated[str, Query(max_length=2000)] = "") -> EditView:
    """The form by which a task is put right."""
    task = task_now(asked, task_id)
    return view_of(asked, task, local(back) if back else "")


@pages.action("/tasks/{task_id}/progress")
def tick(
    asked: Edits,
    task_id: int,
    state: Annotated[ProgressState, Form()],
    note: _Note = "",
    name: _Name = "",
    back: _Back = "",
    seen: _Seen = "",
    document: _Document = 0,
) -> Done[Changed]:
    """Write down how far a task is: `open`, `doing` or `done`, with a note."""
    sent = Sent(task_id, seen, document, Typed(note=note, name=name), back)
    task = checked_task(asked, sent, words_only=True)
    by = _signed(asked, task, sent, name)
    try:
        with asked.corpus.writing() as connection:
            said = write_ticks(connection, [Tick(task, state, note)], by)
            for _ in said:
                about = {"task": task.name, "document": task.document_id, "state": state}
                asked.audit(connection, "task.progress", task.quote, **about)
    except CorpusError as error:
        raise again_for(asked, task, sent, error) from error
    return _done(task, sent, said, _NEWS[state])


@pages.action("/tasks/{task_id}/correct")
def correct(
    asked: Edits,
    task_id: int,
    lead: _Field = None,
    support: _Field = None,
    due: _Field = None,
    no_task: Annotated[bool, Form()] = False,
    note: _Note = "",
    name: _Name = "",
    back: _Back = "",
    seen: _Seen = "",
    document: _Document = 0,
) -> Done[Changed]:
    """Write down what is right of a task: its `lead`, its `support`, its `due` (one a line, or parted by semicolons; a
    field that is left out stays), or that it is none. What the document says is kept beside it."""
    sent = Sent(task_id, seen, document, Typed(lead, support, due, note, name), back)
    task = checked_task(asked, sent)
    by = _signed(asked, task, sent, name)
    try:
        change = TaskChange(no_task=True) if no_task else change_of(asked, task, sent.typed)
        with asked.corpus.writing() as connection:
            said = correct_task(connection, task, change, Signature(by, note))
            for one in said:
                about = {"document": task.document_id, "before": list(one.before), "after": list(one.after)}
                asked.audit(
                    connection, f"task.{one.kind}", task.quote, task=task.name, number=one.id, **about
                )
    except CorpusError as error:
        raise again_for(asked, task, sent, error) from error
    news = "Đã loại khỏi bảng: không phải nhiệm vụ." if no_task else "Đã lưu sửa đổi."
    return _done(task, sent, said, news)


@pages.action("/corrections/{number}/undo")
def undo(asked: Edits, number: int, name: _Name = "", back: _Back = "") -> Done[Changed]:
    """Take back a correction or a tick; everything is as it was before it."""
    by = asked.person.name or " ".join(name.split())
    if not by:
        raise BadInputError(*_UNSIGNED)
    with asked.corpus.reading() as connection:
        of = [one for one in [corrections.numbered(connection, number)] if one]
        if not_shown(asked, connection, corrections.documents_spoken_of(connection, of)):
            raise refused()
    with asked.corpus.writing() as connection:
        said = take_back(connection, number, Signature(by))
        for one in said:
            asked.audit(connection, "correction.undo", one.quote, number=one.id, undoes=number)
    news = "Đã thu hồi lần sửa." if said else "Lần sửa này đã được thu hồi từ trước."
    return Done(Changed(tuple(map(said_view, said))), local(back) if back else "/", news)


def _signed(asked: Asked, task: TaskFact, sent: Sent, name: str) -> str:
    by = asked.person.name or " ".join(name.split())
    if not by:
        raise again(asked, task, sent, *_UNSIGNED)
    return by


def _done(task: TaskFact, sent: Sent, said: Sequence[CorrectionFact], news: str) -> Done[Changed]:
    back = local(sent.back) if sent.back else f"/documents/{task.document_id}/checklist"
    where = f"{back.partition('#')[0]}#task-{task.name}"
    return Done(Changed(tuple(map(said_view, said))), where, news if said else "Không có gì thay đổi.")


def said_view(one: CorrectionFact) -> Said:
    """A correction as programs get it."""
    at = f"{one.said_at.isoformat(timespec='seconds')}+00:00"
    return Said(one.id, one.kind, one.before, one.after, one.by, at, one.note)
