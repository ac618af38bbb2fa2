"""What staff take away (tải về): the checklist as a file, with what people put right and how far each task is."""

from __future__ import annotations

from contextlib import nullcontext
from importlib import import_module
from threading import Lock
from typing import Annotated, Literal

from fastapi import Query
from fastapi.responses import Response

from nhiemvu.web.asked import Reads
from nhiemvu.web.file_names import attached
from nhiemvu.web.held import document_held
from nhiemvu.web.pages import Pages
from publish import to_pdf
from publish.corpus_checklist import checklist_of
from publish.files import WRITERS
from publish.offices import meant

pages = Pages(tags=["checklists"])

TYPES = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
    ".ics": "text/calendar; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
}
_ONE_BY_ONE = Lock()  # LibreOffice fills a core, and much memory


def formats() -> tuple[str, ...]:
    """The formats that this machine can make, without their dots."""
    return tuple(one[1:] for one in TYPES if one in WRITERS and (one != ".pdf" or to_pdf.is_there()))


def _register(suffix: str) -> None:
    @pages.get(
        f"/documents/{{document_id}}/checklist{suffix}",
        response_class=Response,
        responses={200: {"content": {TYPES[suffix].partition(";")[0]: {}}, "description": "The file."}},
        name=f"checklist as {suffix[1:].upper()}",
    )
    def taken_away(
        asked: Reads,
        document_id: int,
        agency: Annotated[str, Query(max_length=500)] = "",
        group: Literal["", "agency", "deadline"] = "",
    ) -> Response:
        """The checklist as a file: all tasks, or those of an agency; grouped by agency."""
        held = document_held(asked, document_id)
        made = checklist_of(asked.corpus, document_id)
        if agency:
            made = made.only(*meant(agency, made.agencies()).names)
        if group == "agency":
            made = made.grouped()
        with _ONE_BY_ONE if suffix == ".pdf" else nullcontext():
            content: bytes = import_module(WRITERS[suffix]).write(made, asked.lang)
        named = [asked.say("Phân công nhiệm vụ"), held.number or "", agency or held.title or held.path]
        return Response(content, media_type=TYPES[suffix], headers=attached(" ".join(named), suffix))


for _suffix in TYPES:
    if _suffix in WRITERS:
        _register(_suffix)
