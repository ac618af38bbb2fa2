"""What is attached to a document in the same file (văn bản, phụ lục kèm theo): appendices, the plan that it issues.

An appendix is headed `PHỤ LỤC` with its number where there are several; what is issued with a decision is headed by its
type; under the title stands what it is attached to (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần III). A type or a list in
capitals begins an attachment where it says what it is attached to, or stands right behind a signature.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from extract.extraction import Attachment
from extract.title_case import sentence_case
from ingest.document import Document
from ingest.formalities import appendix_line, attached_line, titled_type, type_line

_NUMBERED = re.compile(
    r"(?P<heading>(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu|MẪU SỐ|Mẫu số)(?: (?:số |SỐ )?(?:[IVXLC]+|\d+)[A-Za-z]?)?)"
    r"\s?[.:–-]?\s(?P<title>[^\W\d_].{3,250})"
)
_ATTACHED = re.compile(r"\s\((?:Ban hành )?[Kk]èm theo ")
_LOOK_AHEAD = 4  # blocks: title, its second line, what it is attached to


class _Head(NamedTuple):
    heading: str
    title: str | None


def find_attachments(document: Document) -> tuple[Attachment, ...]:
    """The attachments in the order of the file, each from its heading to the next one or to the end.

    >>> from ingest import read_bytes
    >>> decision = "QUYẾT ĐỊNH\\nBan hành Quy chế\\nĐiều 1. Ban hành./.\\nCHỦ TỊCH\\nLê Văn Nam\\n\\n"
    >>> text = decision + "QUY CHẾ\\nTiếp công dân\\n\\nĐiều 1. Phạm vi"
    >>> [(one.heading, one.title) for one in find_attachments(read_bytes(text.encode(), "a.txt"))]
    [('QUY CHẾ', 'Tiếp công dân')]
    """
    found: list[Attachment] = []
    signed = begun = titled = False
    for at, block in enumerate(document.blocks):
        signed = signed or block.kind in ("signature", "recipients")
        if block.kind not in ("heading", "paragraph"):
            continue
        head = _head(document, at, signed=signed) if begun and not titled else None
        if head:
            found.append(Attachment(heading=head.heading, title=head.title, start=block.start, end=block.end))
        titled = head is not None and _title(document, at) is not None
        begun = True
    starts = [one.start for one in found] + [len(document.text)]
    return tuple(replace(one, end=starts[at + 1]) for at, one in enumerate(found))


def _head(document: Document, at: int, *, signed: bool) -> _Head | None:
    """The heading and title of the attachment that begins with a block; `None` where none does."""
    text = document.text_of(document.blocks[at])
    if appendix_line(text):
        return _Head(text.rstrip(" .:"), _title(document, at))
    numbered = _NUMBERED.fullmatch(text)
    if numbered and document.blocks[at].kind == "heading" and numbered["title"][0].isupper():
        return _Head(numbered["heading"], sentence_case(numbered["title"]))
    opens = signed and document.blocks[at - 1].kind in ("signature", "recipients", "letterhead")
    if not titled_type(text) or not (opens or _is_attached(document, at)):
        return None
    return _Head(text, _title(document, at) if type_line(text) else sentence_case(text))


def _title(document: Document, at: int) -> str | None:
    following = document.blocks[at + 1 : at + 2]
    title = document.text_of(following[0]) if following else ""
    if not title or following[0].kind != "heading" or attached_line(title):
        return None
    return sentence_case(_ATTACHED.split(title)[0])


def _is_attached(document: Document, at: int) -> bool:
    return any(
        attached_line(document.text_of(block)) for block in document.blocks[at + 1 : at + 1 + _LOOK_AHEAD]
    )
