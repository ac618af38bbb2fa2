"""A checklist that was filled in by hand comes back (nhận lại bảng đã điền): what was taken over, and what was not."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Annotated

from fastapi import File, Form, UploadFile
from fastapi.responses import Response

from corpus.facts import ProgressState
from nhiemvu.web.asked import Asked, Edits
from nhiemvu.web.errors import BadInputError, WebError
from nhiemvu.web.held import document_held
from nhiemvu.web.pages import Pages
from nhiemvu.web.reading_process import Failed, Job, Limits, read_apart
from nhiemvu.web.rendering import rendered
from nhiemvu.web.uploads import keep, shown_name
from publish.caption import caption
from publish.corpus_checklist import checklist_of
from publish.marks import Filled, write_marks

pages = Pages(tags=["checklists"])

_LIMITS = Limits(seconds=60, most_seconds=60)


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A task that is otherwise now: its words, how far it was and is, the note, the number by which that is undone."""

    quote: str
    before: str
    state: ProgressState
    note: str
    number: int


@dataclass(frozen=True, slots=True)
class LeftRow:
    """A row of the sheet that was not taken over: its number, its words, and why not."""

    row: int
    quote: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarksView:
    """What became of the rows of a checklist that was filled in: those that changed something, how many were so
    `already` or were filled in by nobody (`untouched`), and those that were `left`."""

    document_id: int
    document: str
    name: str
    changed: tuple[ChangedRow, ...]
    already: int
    untouched: int
    left: tuple[LeftRow, ...]


@pages.post("/documents/{document_id}/checklist/marks.json")
def taken_back(
    asked: Edits,
    document_id: int,
    file: Annotated[UploadFile, File()],
    name: Annotated[str, Form(max_length=200)] = "",
) -> MarksView:
    """Take over how far tasks are from a checklist (XLSX) that was filled in by hand."""
    document_held(asked, document_id)
    by = asked.person.name or " ".join(name.split())
    if not by:
        raise BadInputError("thiếu tên người sửa", "ghi họ và tên của bạn")
    shown = shown_name(file.filename or "")
    filled = _filled(asked, file, shown)
    written = write_marks(asked.corpus, document_id, filled, by=by)
    for one in written.changed:
        asked.audit("task.progress", one.quote, document=document_id, state=one.after[0], file=shown)
    missing = asked.say("văn bản không có nhiệm vụ này")
    left = [LeftRow(one.row, one.words, missing) for one in written.not_found]
    left += [LeftRow(one.row, one.words, one.said(asked.lang)) for one in filled.unclear]
    made = checklist_of(asked.corpus, document_id)
    return MarksView(
        document_id=document_id,
        document=caption(made.header, made.path, asked.lang),
        name=shown,
        changed=tuple(
            ChangedRow(one.quote, one.before[0], one.after[0], one.note, one.id)  # type: ignore[arg-type]
            for one in written.changed
        ),
        already=len(written.already),
        untouched=filled.untouched,
        left=tuple(sorted(left, key=lambda one: one.row)),
    )


@pages.post("/documents/{document_id}/checklist/marks", include_in_schema=False)
def taken_back_shown(
    asked: Edits,
    document_id: int,
    file: Annotated[UploadFile, File()],
    name: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """The same as a page."""
    return rendered(asked, "marks.html", taken_back(asked, document_id, file, name))


def _filled(asked: Asked, file: UploadFile, name: str) -> Filled:
    """What the file says, read by a process of its own. Raises `WebError`."""
    with tempfile.TemporaryDirectory(prefix="nhiemvu-", ignore_cleanup_errors=True) as folder:
        kept = keep(file.file, name, Path(folder) / "sent", asked.settings.most_bytes)
        job = Job(Path(folder) / "sent" / kept.sha256, name, Path(folder), "marks")
        said = read_apart(job, lambda *_: None, Event(), _LIMITS)
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
