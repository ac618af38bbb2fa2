"""A checklist that was filled in by hand comes back (nhận lại bảng đã điền): first what it would change is shown, and
what is not taken over and why; then somebody applies it.

    file --marks--> files/marks/<sha256> --read_apart--> what it says, beside the tasks as they are now --apply--> ticks

Between the two the file lies on the server, for a day: what is applied is what it says, and only as it was shown.
"""

from __future__ import annotations

import hashlib
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from typing import Annotated
from urllib.parse import urlencode

from fastapi import File, Form, Query, UploadFile
from fastapi import Path as InPath

from corpus.facts import CorrectionFact, DocumentFact, ProgressState
from corpus.ticks import Tick, write_ticks
from nhiemvu.web.asked import Asked, Edits
from nhiemvu.web.document_head import caption_of
from nhiemvu.web.errors import AgainError, BadInputError, Fault, NotFoundError, WebError
from nhiemvu.web.held import document_held
from nhiemvu.web.pages import Done, Pages
from nhiemvu.web.reading_process import Failed, Job, Limits, read_apart
from nhiemvu.web.uploads import keep, shown_name
from nhiemvu.web.words import say_fault
from publish.marks import Filled, Planned, planned_marks

pages = Pages(tags=["checklists"])

_LIMITS = Limits(seconds=60, most_seconds=60)
_KEPT = 24 * 3600  # seconds that a file waits for somebody to apply it
_STALE = ("người khác vừa sửa bảng này", "xem lại những thay đổi dưới đây rồi ghi lần nữa")

Content = Annotated[str, InPath(pattern="^[0-9a-f]{64}$", description="`content` of the preview.")]
FileName = Annotated[str, Query(max_length=400, description="What the file was called.")]


@dataclass(frozen=True, slots=True)
class ComingRow:
    """A task that would be otherwise: the row of the sheet, the words of the task, how far it is with its note, and how
    far it would be with its note."""

    row: int
    quote: str
    before: ProgressState
    before_note: str
    state: ProgressState
    note: str


@dataclass(frozen=True, slots=True)
class LeftRow:
    """A row of the sheet that is not taken over: its number, its words, and why not."""

    row: int
    quote: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarksView:
    """What a checklist that was filled in would change: nothing of it is written down yet. `coming` are the tasks that
    would be otherwise, `already` counts those that are so, `untouched` the rows that nobody filled in, and `left` are
    those that are not taken over. `content` names the file, and `seen` what was shown: both are sent to apply it."""

    document_id: int
    document: str
    name: str
    content: str
    seen: str
    coming: tuple[ComingRow, ...]
    already: int
    untouched: int
    left: tuple[LeftRow, ...]
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class AppliedRow:
    """A task that is otherwise now: its words, how far it was and is, the note, the number by which that is undone."""

    quote: str
    before: ProgressState
    state: ProgressState
    note: str
    number: int


@dataclass(frozen=True, slots=True)
class Applied:
    """What was written down."""

    changed: tuple[AppliedRow, ...]


@pages.action("/documents/{document_id}/checklist/marks")
def bring(asked: Edits, document_id: int, file: Annotated[UploadFile, File()]) -> Done[MarksView]:
    """Bring a checklist (XLSX) that was filled in by hand: what it would change. Nothing is written down by this."""
    document = document_held(asked, document_id)
    name = shown_name(file.filename or "")
    folder = _folder(asked)
    _sweep(folder)
    kept = keep(file.file, name, folder, asked.settings.most_bytes)
    try:
        filled = _filled(folder / kept.sha256, name)
    except WebError:
        (folder / kept.sha256).unlink(missing_ok=True)
        raise
    view = _view(asked, document, filled, kept.sha256, name)
    query = urlencode({"file": name})
    return Done(view, f"/documents/{document_id}/checklist/marks/{kept.sha256}?{query}")


@pages.page("/documents/{document_id}/checklist/marks/{content}", "marks.html")
def preview(asked: Edits, document_id: int, content: Content, file: FileName = "") -> MarksView:
    """What a checklist that was brought would change of the tasks as they are now."""
    document = document_held(asked, document_id)
    name = shown_name(file)
    return _view(asked, document, _filled(_there(asked, content), name), content, name)


@pages.action("/documents/{document_id}/checklist/marks/{content}")
def apply(
    asked: Edits,
    document_id: int,
    content: Content,
    seen: Annotated[str, Form(max_length=64, description="`seen` of the preview.")],
    file: Annotated[str, Form(max_length=400)] = "",
    name: Annotated[str, Form(max_length=200)] = "",
) -> Done[Applied]:
    """Write down what the preview showed, all of it or nothing. Where the tasks have changed since, 409 and the preview
    of what it would change now."""
    document = document_held(asked, document_id)
    by = asked.person.name or " ".join(name.split())
    if not by:
        raise BadInputError("thiếu tên người sửa", "ghi họ và tên của bạn")
    shown = shown_name(file)
    filled = _filled(_there(asked, content), shown)
    with asked.corpus.writing() as connection:
        planned = planned_marks(connection, document_id, filled)
        fits = _seen(planned) == seen
        said = write_ticks(connection, planned.ticks, by) if fits else []
        for one in said:
            about = {"document": document_id, "state": one.after[0], "number": one.id, "file": shown}
            asked.audit(connection, "task.progress", one.quote, **about)
    if not fits:
        fault = Fault(*(say_fault(part, asked.lang) for part in _STALE))
        view = replace(_view(asked, document, filled, content, shown), fault=fault)
        raise AgainError("marks.html", view, *_STALE, 409)
    back = f"/documents/{document_id}/history#corrections"
    news = "Đã ghi {number} nhiệm vụ theo bảng; mỗi dòng thu hồi được ở đây."
    return Done(Applied(tuple(map(_applied, said))), back, news, (("number", str(len(said))),))


def _view(asked: Asked, document: DocumentFact, filled: Filled, content: str, name: str) -> MarksView:
    with asked.corpus.reading() as connection:
        planned = planned_marks(connection, document.id, filled)
    missing = asked.say("văn bản không có nhiệm vụ này")
    left = [LeftRow(one.row, one.words, missing) for one in planned.not_found]
    left += [LeftRow(one.row, one.words, one.said(asked.lang)) for one in filled.unclear]
    return MarksView(
        document_id=document.id,
        document=caption_of(document, asked.lang),
        name=name,
        content=content,
        seen=_seen(planned),
        coming=tuple(_coming(mark.row, tick) for mark, tick in planned.news),
        already=len(planned.already),
        untouched=filled.untouched,
        left=tuple(sorted(left, key=lambda one: one.row)),
    )


def _coming(row: int, tick: Tick) -> ComingRow:
    was = tick.task.progress
    state, note = (was.state, was.note) if was else ("open", "")
    return ComingRow(row, tick.task.quote, state, note, tick.state, tick.note)


def _seen(planned: Planned) -> str:
    """What tells whether it would still change what somebody saw that it would."""
    said = [(one.task.id, one.task.quote, one.task.progress, one.state, one.note) for one in planned.ticks]
    return hashlib.sha256(repr(said).encode()).hexdigest()[:32]


def _applied(one: CorrectionFact) -> AppliedRow:
    return AppliedRow(one.quote, one.before[0], one.after[0], one.note, one.id)  # type: ignore[arg-type]


def _folder(asked: Asked) -> Path:
    return Path(asked.settings.files) / "marks"


def _there(asked: Asked, content: str) -> Path:
    path = _folder(asked) / content
    if not path.is_file():
        raise NotFoundError("bảng này không còn trên máy chủ", "nộp lại bảng đã điền")
    return path


def _sweep(folder: Path) -> None:
    """Take away what nobody applied within a day."""
    for path in folder.glob("*"):
        with suppress(OSError):
            if path.stat().st_mtime < time.time() - _KEPT:
                path.unlink()


def _filled(path: Path, name: str) -> Filled:
    """What the file says, read by a process of its own. Raises `WebError`."""
    with tempfile.TemporaryDirectory(prefix="nhiemvu-", ignore_cleanup_errors=True) as folder:
        said = read_apart(Job(path, name, Path(folder), "marks"), lambda *_: None, Event(), _LIMITS)
    if isinstance(said, Filled):
        return said
    cause, remedy = (
        (said.cause, said.remedy)
        if isinstance(said, Failed)
        else ("lỗi bên trong", "thử lại, hoặc báo lỗi này")
    )
    wrong = WebError(cause, remedy, 422)
    wrong.what = name
    raise wrong
