"""The name under which a browser keeps what it takes away (tên tệp tải về), as RFC 6266 writes it."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote

_LONGEST = 120  # characters: with a suffix it fits every file system, also in UTF-8
_NEVER = re.compile(r'[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff/\\:*?"<>|%]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def file_name(title: str, suffix: str) -> str:
    """A name that every system takes, made of what a document says of itself: no folder, no line break, none of the
    marks that turn the reading direction and so hide the real suffix.

    >>> file_name("22/KH-UBND: giảm nghèo", ".xlsx"), file_name("../../etc/passwd", ".pdf"), file_name("con", ".ics")
    ('22-KH-UBND- giảm nghèo.xlsx', 'etc-passwd.pdf', 'nhiemvu-con.ics')
    """
    plain = _NEVER.sub("-", unicodedata.normalize("NFC", title))
    plain = " ".join(plain.split()).strip(" .-")[:_LONGEST].strip(" .-")
    if not plain or _RESERVED.fullmatch(plain):
        plain = f"nhiemvu-{plain}".strip("-")
    return plain + suffix


def attached(title: str, suffix: str) -> dict[str, str]:
    """The header by which an answer is kept as a file of this name; for old programs also without diacritics.

    >>> attached("Hạn", ".md")["Content-Disposition"].split("; ")
    ['attachment', 'filename="Han.md"', "filename*=UTF-8''H%E1%BA%A1n.md"]
    """
    name = file_name(title, suffix)
    apart = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    ascii_name = "".join(one for one in apart if one.isascii()) or f"nhiemvu{suffix}"
    return {
        "Content-Disposition": f"attachment; filename=\"{ascii_name}\"; filename*=UTF-8''{quote(name, safe='')}"
    }
