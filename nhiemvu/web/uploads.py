"""Files that were handed in, kept by their content: `files/<sha256>` (tệp đã nộp).

What a file was called is data: it is shown, and never becomes a path.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from nhiemvu.web.errors import WebError
from nhiemvu.web.settings import MEGABYTE

NAMELESS = "tệp không tên"
_LARGER = "tệp lớn hơn {} MB"
_EMPTY = "{}: tệp rỗng"
_PIECE = 1024 * 1024
_LONGEST = 200  # characters of a name
_OLD = 24 * 3600  # seconds
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that is kept: its content, its name as it is shown, its size in bytes."""

    sha256: str
    name: str
    size: int


def keep(stream: BinaryIO, name: str, folder: Path, most_bytes: int) -> Kept:
    """Keep what is in the stream, piece by piece; the file is there whole or not at all. Raises `WebError` where it is
    larger than `most_bytes` or empty, `OSError` where it cannot be written."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    shown = shown_name(name)
    handle, half = tempfile.mkstemp(dir=folder, prefix=".half-")
    try:
        with os.fdopen(handle, "wb") as file:
            sha256, size = _copied(stream, file, shown, most_bytes)
            file.flush()
            os.fsync(file.fileno())
        Path(half).replace(folder / sha256)
    except BaseException:
        Path(half).unlink(missing_ok=True)
        raise
    return Kept(sha256, shown, size)


def shown_name(name: str) -> str:
    """A file name as it is shown: without folders, without signs that nobody sees or that turn the line about.

    >>> shown_name("../../etc/kế hoạch\\n 15.docx"), shown_name("C:\\\\VB\\\\a\\u202efdp.exe"), shown_name("..")
    ('kế hoạch 15.docx', 'afdp.exe', 'tệp không tên')
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    seen = ("" if unicodedata.category(one) in _UNSEEN else one for one in last.replace("\n", " "))
    one_line = " ".join(unicodedata.normalize("NFC", "".join(seen)).split())
    if len(one_line) > _LONGEST:
        one_line = f"{one_line[: _LONGEST - 20]}…{one_line[-19:]}"
    return one_line if one_line.strip(". ") else NAMELESS


def remove_halves(folder: Path) -> None:
    """Take away what uploads left that a killed server did not end; those of today may still be coming in."""
    for half in folder.glob(".half-*"):
        with suppress(OSError):
            if half.stat().st_mtime < time.time() - _OLD:
                half.unlink()


def too_large(most_bytes: int) -> WebError:
    """What is said of a file that is larger."""
    return WebError(_LARGER.format(f"{most_bytes / MEGABYTE:.0f}"), "tách tệp thành từng văn bản", 413)


def _copied(stream: BinaryIO, file: BinaryIO, name: str, most_bytes: int) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    while piece := stream.read(_PIECE):
        size += len(piece)
        if size > most_bytes:
            raise too_large(most_bytes)
        digest.update(piece)
        file.write(piece)
    if not size:
        raise WebError(_EMPTY.format(name), "kiểm tra lại tệp gốc", 422)
    return digest.hexdigest(), size
