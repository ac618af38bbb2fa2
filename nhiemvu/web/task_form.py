"""The form by which a task is put right and ticked off: what it shows, and what was typed into it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.errors import CorpusError
from corpus.facts import TaskFact
from corpus.queries import tasks, tasks_in
from corpus.statement import TaskChange, iso_day
from nhiemvu.web.asked import Asked
from nhiemvu.web.checklist_rows import TaskRow, rows_of, seen, values_shown, words_seen
from nhiemvu.web.errors import AgainError, Fault, NotFoundError
from nhiemvu.web.held import document_held
from nhiemvu.web.words import say_fault
from publish.plain import plain
from rulebook.naming import full_name

TEMPLATE = "task_edit.html"
_FIELDS = ("lead", "support", "due")
_BETWEEN = re.compile(r"[;\n\r]+")
_REREAD = ("văn bản vừa được đọc lại", "những gì đã nhập còn ở dưới đây: xem lại rồi lưu lần nữa")
_GONE = (
    "văn bản vừa được đọc lại và không còn nhiệm vụ này",
    "những gì đã nhập còn ở dưới đây: chép lại rồi sửa trong bảng mới",
)
_CHANGED = (
    "người khác vừa sửa nhiệm vụ này",
    "những gì đã nhập còn ở dưới đây: xem lại rồi lưu lần nữa",
)


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields of the form: bodies and deadlines one a line, as people write them; `None` for a field
    that the form does not have, which then shows what holds."""

    lead: str | None = None
    support: str | None = None
    due: str | None = None
    note: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class EditView:
    """A task (`None`: it is gone) with what stands in the fields, where to go back to, and what was wrong."""

    document_id: int
    task: TaskRow | None
    typed: Typed
    back: str
    fault: Fault | None


@dataclass(frozen=True, slots=True)
class Sent:
    """What came with a form: the task, what stood for it as the person saw it, the document, and what was typed."""

    task_id: int
    seen: str
    document_id: int
    typed: Typed
    back: str


def task_now(asked: Asked, task_id: int) -> TaskFact:
    """The task as it stands. Raises `NotFoundError`, and `RefusedError` for one of a secret document."""
    found = _task(asked, task_id)
    if found is None:
        raise NotFoundError("không có nhiệm vụ này", "mở lại bảng phân công nhiệm vụ")
    document_held(asked, found.document_id)
    return found


def view_of(
    asked: Asked, task: TaskFact, back: str, typed: Typed | None = None, fault: Fault | None = None
) -> EditView:
    """The form of a task; without `typed` its fields have what holds now."""
    rows = rows_of(asked, task.document_id).rows
    row = next((one for one in rows if one.id == task.id), None)
    now = typed_now(asked, task)
    shown = _filled(typed, now) if typed else now
    return EditView(task.document_id, row, shown, back or f"/documents/{task.document_id}/checklist", fault)


def typed_now(asked: Asked, task: TaskFact) -> Typed:
    """What stands in the fields of a form that nobody has changed."""
    lead, support = ("\n".join(map(plain, names)) for names in (task.lead, task.support))
    return Typed(lead, support, "\n".join(values_shown(task.due, asked)))


def _filled(typed: Typed, now: Typed) -> Typed:
    """What was typed, and in the fields that the form did not have what holds."""
    missing = {name: getattr(now, name) for name in _FIELDS if getattr(typed, name) is None}
    return replace(typed, **missing)


def checked_task(asked: Asked, sent: Sent, *, words_only: bool = False) -> TaskFact:
    """The task that the form is about, where it still is what the person saw. Raises `AgainError` (409) where it was
    read again or put right in the meantime, with a form for the task as it is now, and what was typed in it."""
    task = _task(asked, sent.task_id)
    if task is not None:
        document_held(asked, task.document_id)
        now, was = (words_seen(task), sent.seen.partition(".")[0]) if words_only else (seen(task), sent.seen)
        if not sent.seen or now == was:
            return task
        if words_seen(task) == sent.seen.partition(".")[0]:
            raise again(asked, task, sent, *_CHANGED, 409)
    raise _reread(asked, sent)


def again(asked: Asked, task: TaskFact, sent: Sent, cause: str, remedy: str, status: int = 422) -> AgainError:
    """The form again, with what was typed and with what is wrong."""
    fault = Fault(say_fault(cause, asked.lang), say_fault(remedy, asked.lang))
    return AgainError(TEMPLATE, view_of(asked, task, sent.back, sent.typed, fault), cause, remedy, status)


def again_for(asked: Asked, task: TaskFact, sent: Sent, error: CorpusError) -> AgainError:
    """The form again, for what the corpus does not take."""
    what = "" if error.target.startswith("--") else f"{error.target}: "
    made = again(asked, task, sent, error.cause, error.remedy)
    if made.view.fault:
        made.view = replace(made.view, fault=Fault(what + made.view.fault.cause, made.view.fault.remedy))
    return made


def change_of(asked: Asked, task: TaskFact, typed: Typed) -> TaskChange:
    """What the typed fields change; a field that says what holds already is not said. Names are written out as the
    corpus has them (`STC`); what stood in the deadline already may be left in words. Raises `CorpusError` for a day
    that does not exist."""
    shown = typed_now(asked, task)
    in_words = dict(zip(values_shown(task.due, asked), task.due, strict=True))
    said: dict[str, tuple[str, ...]] = {}
    for field in _FIELDS:
        lines = _lines(getattr(typed, field))
        if getattr(typed, field) is None or lines == _lines(getattr(shown, field)):
            continue
        if field == "due":
            said[field] = tuple(in_words.get(day) or iso_day(day) for day in lines)
        else:
            kept = {plain(name): name for name in getattr(task, field)}
            said[field] = tuple(kept.get(name) or full_name(name) for name in lines)
    return TaskChange(lead=said.get("lead"), support=said.get("support"), due=said.get("due"))


def _lines(text: str | None) -> list[str]:
    return [" ".join(line.split()) for line in _BETWEEN.split(text or "") if line.strip()]


def _task(asked: Asked, task_id: int) -> TaskFact | None:
    if not 0 < task_id < 2**63:  # more than a database counts
        return None
    with asked.corpus.reading() as connection:
        return tasks(connection, [task_id]).get(task_id)


def _reread(asked: Asked, sent: Sent) -> Exception:
    """What is said of a form whose task has another number by now, or is gone."""
    if not sent.document_id:
        return NotFoundError("không có nhiệm vụ này", "mở lại bảng phân công nhiệm vụ")
    document_held(asked, sent.document_id)
    with asked.corpus.reading() as connection:
        now = tasks_in(connection, [sent.document_id])
    same = [task for task in now if words_seen(task) == sent.seen.partition(".")[0]]
    if len(same) == 1:
        return again(asked, same[0], sent, *_REREAD, 409)
    fault = Fault(say_fault(_GONE[0], asked.lang), say_fault(_GONE[1], asked.lang))
    view = EditView(sent.document_id, None, sent.typed, sent.back, fault)
    return AgainError(TEMPLATE, view, *_GONE, 409)
