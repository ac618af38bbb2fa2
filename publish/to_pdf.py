"""A checklist as PDF: the DOCX, laid out by LibreOffice where this machine has it (`ingest.libreoffice`).

Page for page it is the DOCX. What LibreOffice writes of the moment when it made the file (its date, an identifier) is
written over by others of the same length, so that the same checklist gives the same bytes on the same machine.
"""

from __future__ import annotations

import re

from ingest import libreoffice
from ingest.errors import ReadError
from publish import to_docx
from publish.checklist import Checklist
from publish.errors import PublishError
from publish.words import Lang, say

_PACKAGE = libreoffice.PACKAGE
_MOMENT = re.compile(
    rb"(?<=/CreationDate\(D:)\d{14}|(?<=/DocChecksum /)[0-9A-F]{32}|/ID \[ <[0-9A-F]{32}>\s*<[0-9A-F]{32}> \]"
)
_MADE = b"20000101000000"  # a fixed date, as in the other formats
_HEX = re.compile(rb"[0-9A-F]{32}")
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
        made = libreoffice.to_pdf(to_docx.write(checklist, lang), "PDF", seconds)
    except ReadError as error:
        cause = say("LibreOffice không làm được PDF", lang)
        raise PublishError("PDF", cause, say("lấy tệp .docx rồi lưu thành PDF bằng Word", lang)) from error
    return _MOMENT.sub(lambda found: _fixed(found[0]), made)


def is_there() -> bool:
    """Whether this machine can make a PDF."""
    return libreoffice.program() is not None


def _fixed(moment: bytes) -> bytes:
    return _MADE if len(moment) == len(_MADE) else _HEX.sub(b"0" * 32, moment)
