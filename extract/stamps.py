"""Stamps on the first page: how urgent (mức độ khẩn) and how secret (độ mật) a document is.

`HỎA TỐC`, `THƯỢNG KHẨN`, `KHẨN` (Nghị định 30/2020/NĐ-CP, Điều 8, khoản 3 and Phụ lục I; `HỎA TỐC HẸN GIỜ` before, in
Thông tư 01/2011/TT-BNV, and with the Party); `TUYỆT MẬT`, `TỐI MẬT`, `MẬT` (Luật Bảo vệ bí mật nhà nước 2018, Điều
8). A stamp is a line of its own in the letterhead, or stands behind its number or date; the same words in a sentence,
a title or the name of a body (`CỤC BẢO VỆ BÍ MẬT`) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from ingest.document import Document
from ingest.formalities import issuer_line

_URGENT = "HỎA TỐC HẸN GIỜ|HỎA TỐC|THƯỢNG KHẨN|KHẨN"
_SECRET = "TUYỆT MẬT|TỐI MẬT|MẬT"
_GRADES = ("MẬT", "TỐI MẬT", "TUYỆT MẬT")
_FRAME = r"[\s|(\[*“\"']*"
_NAMED = re.compile(r"(?P<stamp>HỎA TỐC HẸN GIỜ|HỎA TỐC|THƯỢNG KHẨN|TUYỆT MẬT|TỐI MẬT)$")
_LABEL = r"(?:(?:DẤU CHỈ )?(?:MỨC )?ĐỘ (?:MẬT|KHẨN)\s?:\s?)?"
_ALONE = re.compile(
    rf"{_FRAME}{_LABEL}(?P<stamp>{_URGENT}|{_SECRET})(?:[\s|/,–-]+(?P<other>{_URGENT}|{_SECRET}))?"
    r"(?:\s?:?\s?(?:\d{1,2}\s?(?:giờ|h|:).{0,30})?)[\s|)\]*”\"'.]*",
    re.IGNORECASE,
)
_BEHIND = re.compile(rf"(?:Số\s?:?\s?\S*/\S+|(?:19|20)\d\d)[\s|(\[]+(?P<stamp>{_URGENT}|{_SECRET})[\s|)\]]*$")
_TYPED = re.compile(rf"CÔNG ĐIỆN[\s(]+(?P<stamp>{_URGENT})\)?")
_LONGEST_LINE = 90  # characters
_HEAD_LINES = 12
_LONG = 200  # characters: a paragraph, with which the text has begun


class Stamps(NamedTuple):
    """`urgency` and `secrecy` as printed, in capitals; `None` where no stamp says so."""

    urgency: str | None
    secrecy: str | None


def read_stamps(document: Document) -> Stamps:
    """The stamps of a document: the urgency of the first act, and the highest secrecy of any letterhead in the file,
    because whoever may not read an attachment may not read the file.

    >>> from ingest import read_bytes
    >>> text = "UBND TỈNH X\\nSố: 5/CĐ-UBND\\nHỎA TỐC\\nX, ngày 02/3/2024\\n\\nCÔNG ĐIỆN\\nVề công tác bảo mật"
    >>> read_stamps(read_bytes(text.encode(), "a.txt"))
    Stamps(urgency='HỎA TỐC', secrecy=None)
    """
    stamps = [stamp for line in _head_lines(document) for stamp in stamps_in(line)]
    secret = [stamp for stamp in stamps if stamp in _GRADES]
    urgent = [stamp for stamp in stamps if stamp not in _GRADES]
    return Stamps(urgent[0] if urgent else None, max(secret, key=_GRADES.index, default=None))


def stamps_in(line: str) -> list[str]:
    """The stamps that a line of a letterhead holds, in capitals.

    >>> stamps_in("Độ mật: Tối mật"), stamps_in("(HỎA TỐC)"), stamps_in("Số: 5/KH-UBND  MẬT"), stamps_in("KHẨN TRƯƠNG")
    (['TỐI MẬT'], ['HỎA TỐC'], ['MẬT'], [])
    """
    if len(line) > _LONGEST_LINE:
        return []
    found = _ALONE.fullmatch(line) or _BEHIND.search(line) or _TYPED.fullmatch(line)
    if found is None and issuer_line(line):
        found = _NAMED.search(line)
    stamps = [stamp for stamp in found.groupdict().values() if stamp] if found else []
    return [stamp.upper() for stamp in stamps if stamp[0].isupper()]


def _head_lines(document: Document) -> Iterable[str]:
    """The lines above the text, and those of the letterheads of attachments."""
    text_begun = False
    for at, block in enumerate(document.blocks):
        text = document.text_of(block)
        text_begun = text_begun or at >= _HEAD_LINES or (block.kind == "paragraph" and len(text) > _LONG)
        text_begun = text_begun or block.kind == "table"
        if block.kind == "letterhead" or not text_begun:
            yield from text.split("\n")
