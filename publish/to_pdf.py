"""A checklist as PDF: the DOCX, laid out by LibreOffice where this machine has it (`ingest.libreoffice`).

Page for page it is the DOCX. The same checklist gives the same pages; the bytes also hold when the file was made.
"""

from __future__ import annotations

from ingest import libreoffice
from ingest.errors import ReadError
from publish import to_docx
from publish.checklist import Checklist
from publish.errors import PublishError
from publish.words import Lang, say

_SECONDS_A_ROW = 0.02  # a thousand rows take LibreOffice about 8 seconds on a slow machine


def write(checklist: Checklist, lang: Lang = "vi") -> bytes:
    """The file's bytes. Raises `PublishError` where there is no LibreOffice, and where it fails."""
    if not is_there():
        cause = say("máy này chưa có LibreOffice để làm PDF", lang)
        remedy = say(
            "cài gói {package}, hoặc lấy tệp .docx rồi lưu thành PDF bằng Word", lang, package=_PACKAGE
        )
        raise PublishError("PDF", cause, remedy)
    seconds = libreoffice.SECONDS + _SECONDS_A_ROW * len(checklist.rows)
    try:
        return libreoffice.to_pdf(to_docx.write(checklist, lang), "PDF", seconds)
    except ReadError as error:
        cause = say("LibreOffice không làm được PDF", lang)
        raise PublishError("PDF", cause, say("lấy tệp .docx rồi lưu thành PDF bằng Word", lang)) from error


def is_there() -> bool:
    """Whether this machine can make a PDF."""
    return libreoffice.program() is not None


_PACKAGE = libreoffice.PACKAGE
