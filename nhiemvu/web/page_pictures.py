"""The pages of a document's file as pictures (hình trang)."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Path
from fastapi.responses import Response

from nhiemvu.web.asked import Reads
from nhiemvu.web.document_read import found_document
from nhiemvu.web.drawing import BusyError, UndrawnError, picture_of
from nhiemvu.web.errors import NotFoundError, WebError
from nhiemvu.web.page_view import shows_pages
from nhiemvu.web.pages import Pages

pages = Pages(tags=["documents"])

_ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {"content": {"image/png": {}}, "description": "The page."},
    403: {"description": "The person may not see it."},
    404: {"description": "There is no such page."},
    503: {"description": "Too many pages are being drawn."},
}


@pages.get(
    "/documents/{document_id}/pages/{number}.png",
    response_class=Response,
    responses=_ANSWERS,
)
def picture(asked: Reads, document_id: int, number: Annotated[int, Path(ge=1)]) -> Response:
    """The page of the file, as a viewer shows it. It is that of the very file that was read, or none."""
    with asked.corpus.reading() as connection:
        details = found_document(asked, connection, document_id)
    if not shows_pages(details):
        raise NotFoundError("định dạng này không có trang cố định", "xem toàn văn của văn bản")
    try:
        drawn = picture_of(asked.settings.files, details, number)
    except BusyError as error:
        raise WebError(error.cause, "thử lại sau ít phút", 503) from error
    except UndrawnError as error:
        raise NotFoundError(error.cause, "xem toàn văn của văn bản") from error
    # The address does not change with the file, so it is asked for again, but only by the one who may see it.
    return Response(drawn, media_type="image/png", headers={"Cache-Control": "private, max-age=300"})
