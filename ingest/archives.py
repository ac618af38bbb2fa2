"""Folders and ZIP archives of documents: which documents are in them, each with a name that it can be read by.

A document in an archive is named like one in a folder, `ho-so.zip/2024/ke-hoach.docx`, also through archives in
archives; `ingest.read` reads such a name. Nothing is ever unpacked to the disk. A member that fails is named all the
same, and reading it says why: the others go on.

Reading many members costs no more than unpacking each once: the archive that was read last stays open, and with it the
one in it that was read last.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from pathlib import Path
from unicodedata import normalize

from ingest import archive_members
from ingest.archive_members import (
    PICTURES,
    Member,
    is_document,
    is_wanted,
    members_of,
    opened,
    starts_archive,
    suffix_of,
    unpacked,
)
from ingest.errors import ReadError

MOST_FILES = 10_000
"""The most documents that one archive may hold, with the archives in it."""


def files_in(path: str) -> Iterator[str]:
    """The names by which the documents in a folder or archive are read, in a fixed order; a file that is neither is
    the only one. Hidden files and those that are no documents by their suffix are passed over. Never fails: what is
    wrong with an archive or a member is said when its name is read."""
    if _is_folder(path):
        for file in _files_below(path):
            yield from _in_archive(file)
    else:
        yield from _in_archive(path)


def read_member(name: str) -> bytes:
    """The bytes of a document in an archive: `ho-so.zip/2024/ke-hoach.docx`. Raises `ReadError`, also where there is
    no such archive or member."""
    file = next(
        (name[: found.start()] for found in re.finditer("/", name) if Path(name[: found.start()]).is_file()),
        "",
    )
    if not file or not is_archive(file):
        raise ReadError(name, "không có tệp này", "kiểm tra lại đường dẫn")
    return _archive_at(file).read(normalize("NFC", name[len(file) + 1 :]), name)


def is_archive(source: str | Path | bytes) -> bool:
    """Whether a file, or bytes, are an archive of files and not a document that is packed as one (DOCX, ODT)."""
    if isinstance(source, bytes):
        return starts_archive(source) and not is_document(io.BytesIO(source))
    try:
        return _is_archive_now(str(source), *_stamp(source))
    except (OSError, ValueError):
        return False


def fault_of(data: bytes, name: str) -> ReadError:
    """Why a whole archive cannot be read as one document."""
    try:
        names = list(islice(_names(_Archive.of(io.BytesIO(data), name, 1)), MOST_FILES + 1))
    except ReadError as error:
        return error
    if len(names) > MOST_FILES:
        return ReadError(name, f"tệp nén có hơn {MOST_FILES} văn bản", "chia thành nhiều tệp nén nhỏ hơn")
    if not names:
        return ReadError(name, "tệp nén không có văn bản nào đọc được", "kiểm tra lại nội dung tệp nén")
    remedy = f"giải nén, hoặc chỉ ra từng văn bản bên trong, ví dụ {names[0]}"
    return ReadError(name, "là tệp nén ZIP, không phải một văn bản", remedy)


@dataclass(slots=True)
class _Archive:
    """An archive that is open: its full name, what is in it, and the archive in it that was opened last. `depth` counts
    the archives that it lies in, itself included."""

    name: str
    depth: int
    packed: zipfile.ZipFile
    members: Mapping[str, Member]
    last: _Archive | None = field(default=None)

    @classmethod
    def of(cls, source: Path | io.BytesIO, name: str, depth: int) -> _Archive:
        """The archive of that name. Raises `ReadError` for one that is broken or too large."""
        packed = opened(source, name)
        return cls(name, depth, packed, members_of(packed, depth))

    def read(self, inside: str, name: str) -> bytes:
        """The bytes of the member `inside`, also in an archive in it; `name` is its full name. Raises `ReadError`."""
        if member := self.members.get(inside):
            return unpacked(self.packed, member, name)
        for found in re.finditer("/", inside):
            member = self.members.get(inside[: found.start()])
            if member and member.is_archive and (inner := self.inner(member)):
                return inner.read(inside[found.end() :], name)
        raise ReadError(name, "không có tệp này trong tệp nén", "kiểm tra lại đường dẫn")

    def inner(self, member: Member) -> _Archive | None:
        """The archive that a member is; None for a document that is packed as one. Raises `ReadError`."""
        name = f"{self.name}/{member.name}"
        if self.last is None or self.last.name != name:
            data = unpacked(self.packed, member, name)
            if not is_archive(data):
                return None
            self.last = None  # let the one before go first
            self.last = _Archive.of(io.BytesIO(data), name, self.depth + 1)
        return self.last


def _archive_at(path: str) -> _Archive:
    return _archive_now(path, *_stamp(path))


def _stamp(path: str | Path) -> tuple[int, int, int]:
    """What changes when a file does."""
    facts = Path(path).stat()
    return facts.st_ino, facts.st_size, facts.st_mtime_ns


@lru_cache(maxsize=1)
def _archive_now(path: str, *stamp: int) -> _Archive:
    return _Archive.of(Path(path), path, 1)


@lru_cache(maxsize=64)
def _is_archive_now(path: str, *stamp: int) -> bool:
    with Path(path).open("rb") as file:
        return starts_archive(file.read(4)) and not is_document(file)


def _is_folder(path: str) -> bool:
    try:
        return bool(path) and Path(path).is_dir()
    except (OSError, ValueError):  # no name that a file can have
        return False


def _files_below(folder: str) -> Iterator[str]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files = (Path(parent, name) for name in sorted(names) if is_wanted(name))
        yield from (str(file) for file in files if suffix_of(file.name) not in PICTURES or _may_be_page(file))


def _may_be_page(file: Path) -> bool:
    from ingest.picture_size import HEAD, may_be_page

    try:
        with file.open("rb") as stream:
            return may_be_page(stream.read(HEAD))
    except OSError:
        return True  # what is wrong is said when it is read


def _in_archive(file: str) -> Iterator[str]:
    """The file, or what is in it; also the archive itself where something is wrong with all of it."""
    if not is_archive(file):
        yield file
        return
    count = 0
    try:
        for count, name in enumerate(islice(_names(_archive_at(file)), MOST_FILES + 1), 1):
            yield name if count <= MOST_FILES else file
    except (ReadError, OSError):
        count = 0
    if not count:
        yield file


@dataclass(slots=True)
class _Budget:
    """How many bytes the archives in an archive may still unpack to, all of them together: each of them may be a bomb
    that is small enough."""

    left: int


def _names(archive: _Archive, budget: _Budget | None = None) -> Iterator[str]:
    budget = budget or _Budget(archive_members.MOST_UNPACKED_TOGETHER)
    for member in archive.members.values():
        full = f"{archive.name}/{member.name}"
        budget.left -= member.entry.file_size
        inner: list[str] = []
        if member.is_archive and not member.fault and budget.left > 0:
            try:
                found = archive.inner(member)
                inner = list(islice(_names(found, budget), MOST_FILES + 1)) if found else []
            except ReadError:
                inner = []
        yield from inner or [full]
