"""Pictures of the pages of a document's own file (hình trang của tệp gốc), each drawn once and kept.

The file is the one that was handed in (`files/SHA-256`), or the one that was read, if its content is still the same:
a picture never shows another file than the one that the text comes from. Pages are drawn by `drawing_child.py`, in a
process that is killed when it takes too long, and at most two at a time. Pictures are kept in `files/pages` by the
content they show; the oldest go when there are too many.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any, Protocol

MEMORY = 3 * 1024**3
"""Bytes of address space for one page; a picture of 250 million pixels has a billion bytes."""
SECONDS = 12
"""After so many a page is given up."""
MOST_KEPT = 300_000_000
"""Bytes of pictures that are kept."""

Size = tuple[float, float]

_AT_ONCE = BoundedSemaphore(2)
_WAITING = BoundedSemaphore(8)  # more would keep other pages from being answered
_AGAIN = 60.0  # seconds after which a file that could not be drawn is tried again
_failed: dict[tuple[str, int], tuple[float, str]] = {}
_MOST_FAILED = 1_000
_SHA256 = re.compile("[0-9a-f]{64}")


class Shown(Protocol):
    """What is known of a document whose pages are to be shown."""

    @property
    def path(self) -> str: ...
    @property
    def sha256(self) -> str: ...
    @property
    def media_type(self) -> str: ...


class UndrawnError(Exception):
    """Why a page cannot be shown: `cause`, in Vietnamese."""

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.cause = cause


class BusyError(UndrawnError):
    """So many pages are being drawn that nobody more may wait."""


def sizes_of(files: str, document: Shown, number: int) -> list[Size]:
    """How large the pages of the document are, in points; `number` is the page that is going to be asked for. Raises
    `UndrawnError`."""
    kept = _folder(files) / f"{document.sha256}.json"
    with suppress(OSError, ValueError):
        return [(float(wide), float(high)) for wide, high in json.loads(kept.read_bytes())]
    sizes, _ = _draw(files, document, number)
    return sizes


def picture_of(files: str, document: Shown, number: int) -> bytes:
    """The page `number` (from 1) of the document as a PNG. Raises `UndrawnError`."""
    kept = _folder(files) / f"{document.sha256}-{number}.png"
    with suppress(OSError):
        picture = kept.read_bytes()
        os.utime(kept)
        return picture
    return _draw(files, document, number)[1]


def _draw(files: str, document: Shown, number: int) -> tuple[list[Size], bytes]:
    name = (document.sha256, number)
    when, cause = _failed.get(name, (0.0, ""))
    if cause and time.monotonic() - when < _AGAIN:
        raise UndrawnError(cause)
    try:
        sizes, picture = _drawn(files, document, number)
    except BusyError:
        raise
    except UndrawnError as error:
        if len(_failed) >= _MOST_FAILED:
            _failed.clear()
        _failed[name] = (time.monotonic(), error.cause)
        raise
    with suppress(OSError):  # a full disk, or no right to write: the page is drawn again next time
        _keep(_folder(files), document.sha256, number, sizes, picture)
    return sizes, picture


def _drawn(files: str, document: Shown, number: int) -> tuple[list[Size], bytes]:
    if not _SHA256.fullmatch(document.sha256):
        raise UndrawnError("không rõ tệp gốc")
    job = {
        "files": [str(Path(files) / document.sha256), document.path],
        "sha256": document.sha256,
        "media_type": document.media_type,
        "number": number,
        "memory": MEMORY,
        "seconds": SECONDS,
    }
    answer = _run(json.dumps(job).encode())
    told, _, picture = answer.partition(b"\n")
    said: dict[str, Any] = json.loads(told) if told else {"cause": "không vẽ được trang này"}
    if "cause" in said:
        raise UndrawnError(said["cause"])
    return [(wide, high) for wide, high in said["sizes"]], picture


def _run(job: bytes) -> bytes:
    if not _WAITING.acquire(blocking=False):
        raise BusyError("máy chủ đang vẽ nhiều trang khác")
    try:
        with _AT_ONCE:
            command = [sys.executable, "-m", "nhiemvu.web.drawing_child"]
            done = subprocess.run(
                command,
                input=job,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                timeout=SECONDS,
                check=False,
            )
        return done.stdout if done.returncode == 0 else b""
    except subprocess.TimeoutExpired:
        raise UndrawnError("vẽ trang này quá lâu") from None
    finally:
        _WAITING.release()


def _folder(files: str) -> Path:
    return Path(files) / "pages"


def _keep(folder: Path, sha256: str, number: int, sizes: list[Size], picture: bytes) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _write(folder / f"{sha256}.json", json.dumps(sizes).encode())
    _write(folder / f"{sha256}-{number}.png", picture)
    kept = sorted((entry.stat().st_mtime, entry.stat().st_size, entry.path) for entry in os.scandir(folder))
    over = sum(size for _, size, _ in kept) - MOST_KEPT
    for _, size, path in kept:
        if over <= 0:
            break
        with suppress(OSError):
            Path(path).unlink()
        over -= size


def _write(file: Path, content: bytes) -> None:
    """Whole or not at all, also where two write it at once."""
    with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as half:
        half.write(content)
    Path(half.name).replace(file)
