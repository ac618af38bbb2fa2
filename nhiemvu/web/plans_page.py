"""A new plan comes in (nộp văn bản): files are dropped on the page, kept by their content, and wait to be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from fastapi import File, UploadFile

from corpus import readings
from corpus.queries import document_with_content
from corpus.secrecy import is_secret
from nhiemvu.web.asked import Asked, Edits, Reads
from nhiemvu.web.errors import BadInputError, WebError
from nhiemvu.web.pages import Done, Pages
from nhiemvu.web.readings_page import ReadingView, views
from nhiemvu.web.uploads import Kept, keep, shown_name

pages = Pages(tags=["readings"])
_LATEST = 8


@dataclass(frozen=True, slots=True)
class PlansView:
    """What may be handed in: the size of the largest file, in bytes; the files that were handed in last."""

    most_bytes: int
    latest: tuple[ReadingView, ...]


@dataclass(frozen=True, slots=True)
class HandedIn:
    """The files that were handed in, in their order, with what has become of each so far."""

    readings: tuple[ReadingView, ...]


@pages.page("/plans", "plans.html")
def plans(asked: Reads) -> PlansView:
    """The form by which files are handed in."""
    with asked.corpus.reading() as connection:
        latest = readings.readings(connection, _LATEST)
    return PlansView(asked.settings.most_bytes, views(asked, latest))


@pages.action("/plans")
def hand_in(asked: Edits, files: Annotated[list[UploadFile], File()]) -> Done[HandedIn]:
    """Hand in files to be read. A file whose content the corpus holds leads to its document at once."""
    sent = [one for one in files if one.filename]
    ids = [_put(asked, one.filename or "", file) for one, file in zip(sent, _kept(asked, sent), strict=True)]
    asked.request.app.state.reader.wake()
    with asked.corpus.reading() as connection:
        rows = [readings.reading(connection, id_) for id_ in ids]
    return _done(HandedIn(views(asked, [row for row in rows if row])))


def _done(view: HandedIn) -> Done[HandedIn]:
    if len(view.readings) > 1:
        return Done(view, "/readings", "Đã nộp {number} tệp.", (("number", str(len(view.readings))),))
    (one,) = view.readings
    if one.document_id:
        return Done(view, f"/documents/{one.document_id}/checklist", "Văn bản này đã có trong kho.")
    return Done(view, f"/readings/{one.id}")


def _kept(asked: Asked, files: list[UploadFile]) -> list[Kept | WebError]:
    """Each of the files, or what is wrong with it. Raises `WebError` where there is but one, and that is wrong."""
    if not files:
        raise BadInputError("chưa chọn tệp nào", "chọn ít nhất một tệp")
    kept = [_one(asked, file) for file in files]
    if len(kept) == 1 and isinstance(kept[0], WebError):
        raise kept[0]
    return kept


def _one(asked: Asked, file: UploadFile) -> Kept | WebError:
    try:
        return keep(file.file, file.filename or "", Path(asked.settings.files), asked.settings.most_bytes)
    except WebError as error:
        return error
    except OSError as error:
        raise WebError("máy chủ không ghi được tệp", "báo người quản trị máy chủ", 507) from error


def _put(asked: Asked, name: str, file: Kept | WebError) -> int:
    """The number of its reading; that is done already where the corpus holds the document."""
    by = asked.person.name
    with asked.corpus.writing() as connection:
        if isinstance(file, WebError):
            id_ = readings.hand_in(connection, "", shown_name(name), 0, by)
            asked.audit(connection, "reading.hand_in", shown_name(name), reading=id_)
            readings.fail(connection, id_, file.cause, file.remedy)
            return id_
        id_ = readings.hand_in(connection, file.sha256, file.name, file.size, by)
        asked.audit(connection, "reading.hand_in", file.name, reading=id_)
        held = document_with_content(connection, file.sha256)
        if held is not None and (asked.settings.allow_secret or not is_secret(connection, held)):
            readings.finish(connection, id_, held)
    return id_
