"""Reading one file in a process of its own, so that no file takes the server down (tiến trình đọc riêng).

    server --job.json--> child (reading_child.py) --tesseract, soffice
           <--[page, pages], a line each--
           <--answer.json, places--

The child may have only so much memory, processor time and disk; it and all that it started are killed when it takes
too long, or when the server ends. What it hands back is JSON of bounded size, checked on the way in (`handed_back.py`).
"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any, Literal

from corpus.page_places import unpack
from extract.extraction import Extraction
from ingest.document import Place
from ingest.watching import Watcher
from nhiemvu.web.handed_back import NotAsAskedError, rebuilt
from publish.marks import Filled

_DIED = ("chương trình đọc tệp bị dừng đột ngột", "kiểm tra tệp, hoặc báo lỗi này")
_TOO_LONG = ("đọc tệp quá lâu nên đã dừng", "tách tệp thành từng văn bản, hoặc xin bản Word")
_LOOK = 0.3  # seconds after which it is seen that the server is to end
_GRACE = 3.0  # seconds in which the child may end what it started
_LONGEST_LINE = 10_000
_MOST_PLACES = 64 * 1024**2
_MOST_UNPACKED = 512 * 1024**2


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may have: bytes of `memory` and of each file that it writes, `seconds` until it is killed, more of
    them (`seconds_a_page`) after each page that was recognised, never more than `most_seconds`. Memory and files are no
    less than what `ingest.libreoffice` gives to LibreOffice, whose limits cannot be wider than those of its parent."""

    memory: int = 4 * 1024**3
    written: int = 256 * 1024**2
    seconds: float = 300
    seconds_a_page: float = 240
    most_seconds: float = 2400


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be read: the file at `path`, which people call `name`, as a document or as a checklist that somebody
    filled in; `folder` is an empty one for what is written meanwhile."""

    path: Path
    name: str
    folder: Path
    kind: Literal["document", "marks"] = "document"


@dataclass(frozen=True, slots=True)
class Read:
    """What the document says, and where its words stand on its pages."""

    extraction: Extraction
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """Why the file could not be read."""

    cause: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Member:
    """A document in an archive: its name there, and the file that it was written to, or why it could not be."""

    name: str
    file: Path | None
    cause: str = ""
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The documents of an archive."""

    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Stopped:
    """The server is to end: the file is read another time."""


Outcome = Read | Unpacked | Filled | Failed | Stopped


def read_apart(job: Job, watcher: Watcher, stop: Event, limits: Limits = Limits()) -> Outcome:
    """What the file says; members of an archive are in the folder of the job afterwards. Whatever the file does is
    told, not raised."""
    told = {"path": str(job.path), "name": job.name, "kind": job.kind}
    bounds = {"memory": limits.memory, "written": limits.written, "seconds": int(limits.most_seconds)}
    (job.folder / "job.json").write_text(json.dumps(told | bounds), "utf-8")
    with _child(job.folder) as child:
        failed = _followed(child, watcher, stop, limits)
    return failed or _outcome(job.folder, limits)


@contextmanager
def _child(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The child; it and all that it started are gone afterwards."""
    code = Path(__file__).parents[2]
    before = os.environ.get("PYTHONPATH")
    around = {"PYTHONPATH": os.pathsep.join(filter(None, (str(code), before))), "TMPDIR": str(folder)}
    child = subprocess.Popen(
        [sys.executable, "-m", "nhiemvu.web.reading_child", str(folder)],
        env={**os.environ, **around},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield child
    finally:
        _end(child)


def _end(child: subprocess.Popen[bytes]) -> None:
    with suppress(subprocess.TimeoutExpired):
        if child.poll() is None:
            child.terminate()
            child.wait(_GRACE)
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    for pipe in (child.stdin, child.stdout):
        if pipe:
            pipe.close()


def _followed(
    child: subprocess.Popen[bytes], watcher: Watcher, stop: Event, limits: Limits
) -> Failed | Stopped | None:
    """Tell the watcher what the child tells, until it ends by itself; why it must be ended."""
    assert child.stdout is not None
    begun = time.monotonic()
    until, last = begun + limits.seconds, begun + limits.most_seconds
    told = b""
    while time.monotonic() < min(until, last):
        if stop.is_set():
            return Stopped()
        if not select.select([child.stdout], [], [], _LOOK)[0]:
            if child.poll() is not None:  # something that it started may still hold the other end
                return None
            continue
        part = os.read(child.stdout.fileno(), 4096)
        if not part:
            return _ended(child, min(until, last))
        *lines, told = (told + part)[-_LONGEST_LINE:].split(b"\n")
        for line in lines:
            if _told(line, watcher):
                until = max(until, time.monotonic() + limits.seconds_a_page)
    return Failed(*_TOO_LONG)


def _ended(child: subprocess.Popen[bytes], until: float) -> Failed | None:
    """The child has closed its output: wait until it has ended."""
    try:
        child.wait(max(0.0, until - time.monotonic()))
    except subprocess.TimeoutExpired:
        return Failed(*_TOO_LONG)
    out_of_time = getattr(signal, "SIGXCPU", None)
    return Failed(*_TOO_LONG) if out_of_time and child.returncode == -out_of_time else None


def _told(line: bytes, watcher: Watcher) -> bool:
    try:
        page, pages = json.loads(line)
        watcher(int(page), int(pages))
    except (ValueError, TypeError, RecursionError):
        return False  # what some library wrote
    return True


def _outcome(folder: Path, limits: Limits) -> Outcome:
    try:
        return _of_json(json.loads(_written(folder / "answer.json", limits.written)), folder)
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return Failed(*_DIED)


def _written(file: Path, most: int) -> bytes:
    """What the child has written into a file. Raises `NotAsAskedError` for what is none, or larger."""
    if file.is_symlink() or not file.is_file() or file.stat().st_size > most:
        raise NotAsAskedError(file.name)
    return file.read_bytes()


def _of_json(said: dict[str, Any], folder: Path) -> Outcome:
    if "extraction" in said:
        return Read(rebuilt(Extraction, said["extraction"]), _places(folder / "places"))
    if "members" in said:
        return Unpacked(tuple(_member(one, folder) for one in said["members"]))
    if "filled" in said:
        return rebuilt(Filled, said["filled"])
    return Failed(str(said["cause"]), str(said["remedy"]))


def _places(file: Path) -> tuple[Place, ...]:
    if not file.exists():
        return ()
    packed = _written(file, _MOST_PLACES)
    unpacking = zlib.decompressobj()
    unpacking.decompress(packed, _MOST_UNPACKED)
    if not unpacking.eof:
        raise NotAsAskedError(file.name)
    return unpack(packed)


def _member(said: dict[str, str], folder: Path) -> Member:
    name = str(said["name"])
    if "file" not in said:
        return Member(name, None, str(said["cause"]), str(said["remedy"]))
    file = folder / Path(said["file"]).name
    if file.is_symlink() or not file.is_file():
        raise NotAsAskedError(name)
    return Member(name, file)
