"""Draws one page of a file in a process of its own, which may have only so much memory and time: files are hostile.

A program of its own, `python -m nhiemvu.web.drawing_child`. On standard input it gets a job, JSON; on standard output
it gives a line of JSON, the sizes of the pages in points or why there are none, and then the picture, PNG. It opens
the first of the places whose content is the one that was read, and no other file.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import sys
from contextlib import suppress
from typing import Any

MOST_PAGES = 5_000
"""Of so many pages the sizes are told."""


def main() -> None:
    """Do the job that stands on standard input."""
    job = json.load(sys.stdin.buffer)
    _limit(job["memory"], job["seconds"])
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no part of the answer
    told, picture = _answer(job)
    out.write(json.dumps(told).encode() + b"\n" + picture)
    out.close()


def _limit(memory: int, seconds: int) -> None:
    with suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # it writes no file


def _answer(job: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    from ingest.document import Source
    from ingest.errors import ReadError
    from ingest.page_images import page_sizes, shown_page

    data = _content(job["files"], job["sha256"])
    if data is None:
        return {"cause": "tệp gốc không còn ở chỗ cũ, hoặc đã bị sửa"}, b""
    source = Source("", job["sha256"], job["media_type"], "")
    try:
        sizes = page_sizes(data, source, MOST_PAGES)
        page = shown_page(data, source, job["number"])
    except ReadError as error:
        return {"cause": error.cause}, b""
    except MemoryError:
        return {"cause": "trang này cần quá nhiều bộ nhớ"}, b""
    picture = io.BytesIO()
    page.picture.save(picture, "PNG")
    return {"sizes": sizes}, picture.getvalue()


def _content(files: list[str], sha256: str) -> bytes | None:
    """The content, out of the first of these files (or members of archives) that has it."""
    from ingest import ReadError, load

    for file in files:
        with suppress(ReadError, OSError, ValueError):
            data = load(file)
            if hashlib.sha256(data).hexdigest() == sha256:
                return data
    return None


if __name__ == "__main__":
    main()
