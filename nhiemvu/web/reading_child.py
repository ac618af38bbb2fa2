"""Reads one file in a process of its own, which may have only so much memory and time: see `reading_process.py`.

A program of its own, `python -m nhiemvu.web.reading_child FOLDER`. The folder has `job.json`; what comes out is put
beside it as `answer.json`, JSON and nothing else. On standard output it tells how far it is, a line for each page:
`[3, 12]`. Standard input is the tie to the server: when it closes, the server is gone, and this process ends itself.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from threading import Thread
from typing import Any

MOST_MEMBERS = 500
"""The most documents of one archive that are taken."""
MOST_TOGETHER = 1024**3
"""To so many bytes they may unpack together."""

_MANY, _LARGE = "tệp nén có hơn {} văn bản", "các tệp trong tệp nén giải ra vượt quá {} GB"
_TOO_MANY = (_MANY.format(MOST_MEMBERS), "chia thành nhiều tệp nén nhỏ hơn")
_TOO_LARGE = (_LARGE.format(MOST_TOGETHER // 1024**3), "chia thành nhiều tệp nén nhỏ hơn")
_INSIDE = "lỗi bên trong ({})"
_LATER = 5  # seconds: at the first limit the system says why it ends a process, at the second it kills it
_NICER = 5  # pages are answered first


def main(folder: Path) -> None:
    """Do the job that is written down in the folder."""
    signal.signal(signal.SIGTERM, _end)
    job = json.loads((folder / "job.json").read_text("utf-8"))
    _limit(job["memory"], job["written"], job["seconds"])
    Thread(target=_end_with_the_server, daemon=True).start()
    answer = _answer(job, folder)
    (folder / "answer.json").write_text(json.dumps(answer), "utf-8")


def _limit(memory: int, written: int, seconds: int) -> None:
    with suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_FSIZE, (written, written))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + _LATER))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError, AttributeError):
        os.nice(_NICER)
    with suppress(OSError):  # where the memory of the machine ends all the same, this process goes first
        Path("/proc/self/oom_score_adj").write_text("800", "ascii")


def _end(*_: object) -> None:
    sys.exit(1)  # as an exception, so that what was started here is ended, too


def _end_with_the_server() -> None:
    while os.read(0, 1):
        pass
    os.killpg(0, signal.SIGKILL)


def _answer(job: dict[str, Any], folder: Path) -> dict[str, Any]:
    from ingest.errors import ReadError
    from publish.errors import PublishError

    try:
        return _marks(job) if job["kind"] == "marks" else _document(job["path"], job["name"], folder)
    except ReadError as error:
        return {"cause": error.cause, "remedy": error.remedy}
    except PublishError as error:
        return {"cause": error.args[1], "remedy": error.args[2]}
    except MemoryError:
        return {
            "cause": "tệp cần quá nhiều bộ nhớ để đọc",
            "remedy": "tách tệp thành từng văn bản rồi đọc lại",
        }
    except Exception as error:
        cause = _INSIDE.format(f"{type(error).__name__}: {error}")
        return {"cause": cause[:1000], "remedy": "kiểm tra tệp, hoặc báo lỗi này"}


def _marks(job: dict[str, Any]) -> dict[str, Any]:
    """What somebody filled into a checklist, as JSON."""
    from publish.from_xlsx import marks_in

    return {"filled": asdict(marks_in(Path(job["path"]).read_bytes(), job["name"]))}


def _document(path: str, name: str, folder: Path) -> dict[str, Any]:
    """What a document says, as JSON, or which documents are in an archive; beside it the places of the words."""
    from extract import extract
    from ingest import load, read_bytes
    from ingest.archives import files_in, is_archive
    from ingest.watching import watched

    if is_archive(path):
        names = list(islice(files_in(path), MOST_MEMBERS + 1))
        if names != [path]:
            return {"members": list(_members(names, path, folder))}
    with watched(_tell):
        document = read_bytes(load(path), name)
    if any(place.box and place.page for place in document.places):
        from corpus.page_places import pack

        (folder / "places").write_bytes(pack(document.places))
    return {"extraction": extract(document).as_json(with_text=True)}


def _tell(page: int, pages: int) -> None:
    print(json.dumps([page, pages]), flush=True)


def _members(names: Iterable[str], path: str, folder: Path) -> Iterable[dict[str, str]]:
    """The documents in an archive, each written into the folder, or why it could not be."""
    from ingest import load
    from ingest.errors import ReadError

    left = MOST_TOGETHER
    for number, full in enumerate(names):
        inside = full[len(path) + 1 :]
        if number >= MOST_MEMBERS or left <= 0:
            cause, remedy = _TOO_MANY if number >= MOST_MEMBERS else _TOO_LARGE
            yield {"name": inside, "cause": cause, "remedy": remedy}
            continue
        try:
            data = load(full)
        except ReadError as error:
            yield {"name": inside, "cause": error.cause, "remedy": error.remedy}
            continue
        left -= len(data)
        (folder / f"member-{number}").write_bytes(data)
        yield {"name": inside, "file": f"member-{number}"}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
