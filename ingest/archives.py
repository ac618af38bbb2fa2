"""Folders and ZIP archives of documents: which documents are in them, each with a name that it can be read by.

A document in an archive is named like one in a folder, `ho-so.zip/2024/ke-hoach.docx`, also through archives in
archives; `ingest.read` reads such a name. Nothing is ever unpacked to the disk. An archive comes from anybody, so
what it says of itself is checked before anything is unpacked: sizes, the ratio of packing, names that lead out of it,
entries that lie over each other. A member that fails is named all the same, and reading it says why: the others go on.
"""

from __future__ import annotations

import io
import os
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path

from ingest.errors import ReadError

SUFFIXES = frozenset({"", ".txt", ".htm", ".html", ".xhtml", ".docx", ".pdf", ".doc", ".rtf", ".odt", ".zip"})
"""Files with other suffixes are passed over in folders and archives."""

MOST_ENTRIES = 20_000
MOST_DIRECTORY = 16 * 1024**2
"""The most entries of one archive, and bytes of the list of them."""

MOST_FILES = 10_000
"""The most documents that one archive may hold, with the archives in it."""

MOST_DEPTH = 3
"""Archives in archives, the outermost one counted."""

MOST_UNPACKED = 128 * 1024**2
MOST_UNPACKED_TOGETHER = 4 * 1024**3
MOST_RATIO = 200
"""Bytes that one member and all members may unpack to, and how many times its packed size a member may have."""

_RATIO_COUNTS = 1024**2  # from this size: a short text of blanks is no bomb
_START = (b"PK\x03\x04", b"PK\x05\x06")
_END = b"PK\x05\x06"
_LONGEST_END = 22 + 65535
_OFFICE = frozenset(("[Content_Types].xml", "mimetype"))
_OFFICE_PART = re.compile(r"(?:word|xl|ppt)/[^/]*\.xml$")
_DRIVE = re.compile(r"[A-Za-z]:")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_BROKEN = (zipfile.BadZipFile, NotImplementedError, zlib.error, EOFError, OSError, RuntimeError, ValueError)
_TRUST = "kiểm tra nguồn gốc của tệp nén"
_AGAIN = "xin lại tệp nén, hoặc giải nén bằng chương trình khác rồi đọc từng tệp"


@dataclass(frozen=True, slots=True)
class _Member:
    """A document in an archive: its name there, and why it must not be unpacked (cause, remedy)."""

    name: str
    entry: zipfile.ZipInfo
    fault: tuple[str, str] | None


def files_in(path: str) -> Iterator[str]:
    """The names by which the documents in a folder or archive are read, in a fixed order; a file that is neither is
    the only one. Hidden files and those that are no documents by their suffix are passed over. Never fails: what is
    wrong with an archive or a member is said when its name is read."""
    if Path(path).is_dir():
        for file in _files_below(path):
            yield from _in_archive(file)
    else:
        yield from _in_archive(path)


def read_member(name: str) -> bytes:
    """The bytes of a document in an archive: `ho-so.zip/2024/ke-hoach.docx`. Raises `ReadError`, also where there is
    no such archive or member."""
    archive = next(
        (name[: found.start()] for found in re.finditer("/", name) if Path(name[: found.start()]).is_file()),
        "",
    )
    if not archive or not is_archive(archive):
        raise ReadError(name, "không có tệp này", "kiểm tra lại đường dẫn")
    with ExitStack() as stack:
        return _bytes_at(stack, Path(archive), archive, name, 1)


def is_archive(source: str | Path | bytes) -> bool:
    """Whether a file, or bytes, are an archive of files and not a document that is packed as one (DOCX, ODT)."""
    try:
        if isinstance(source, bytes):
            return source.startswith(_START) and not _is_document(io.BytesIO(source))
        with Path(source).open("rb") as file:
            return file.read(4).startswith(_START) and not _is_document(file)
    except OSError:
        return False


def fault_of(data: bytes, name: str) -> ReadError:
    """Why a whole archive cannot be read as one document."""
    try:
        with ExitStack() as stack:
            names = list(islice(_names(stack, io.BytesIO(data), name, 1), MOST_FILES + 1))
    except ReadError as error:
        return error
    if len(names) > MOST_FILES:
        return ReadError(name, f"tệp nén có hơn {MOST_FILES} văn bản", "chia thành nhiều tệp nén nhỏ hơn")
    if not names:
        return ReadError(name, "tệp nén không có văn bản nào đọc được", "kiểm tra lại nội dung tệp nén")
    remedy = f"giải nén, hoặc chỉ ra từng văn bản bên trong, ví dụ {names[0]}"
    return ReadError(name, "là tệp nén ZIP, không phải một văn bản", remedy)


def _files_below(folder: str) -> Iterator[str]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (str(Path(parent, name)) for name in sorted(names) if _is_wanted(name))


def _is_wanted(name: str) -> bool:
    return not name.startswith((".", "~$")) and Path(name).suffix.lower() in SUFFIXES


def _in_archive(file: str) -> Iterator[str]:
    """The file, or what is in it; also the archive itself where something is wrong with all of it."""
    if not is_archive(file):
        yield file
        return
    count = 0
    try:
        with ExitStack() as stack:
            for count, name in enumerate(islice(_names(stack, Path(file), file, 1), MOST_FILES + 1), 1):
                yield name if count <= MOST_FILES else file
    except ReadError:
        count = 0
    if not count:
        yield file


def _names(stack: ExitStack, source: Path | io.BytesIO, name: str, depth: int) -> Iterator[str]:
    archive = _opened(stack, source, name)
    for member in _members(archive, depth):
        full = f"{name}/{member.name}"
        if member.fault or not _is_packed(member.name):
            yield full
            continue
        try:
            data = _unpacked(archive, member, full)
            inner = list(islice(_inner_names(data, full, depth + 1), MOST_FILES + 1))
        except ReadError:
            inner = []
        yield from inner or [full]


def _inner_names(data: bytes, name: str, depth: int) -> Iterator[str]:
    if not is_archive(data):
        yield name
        return
    with ExitStack() as stack:
        yield from _names(stack, io.BytesIO(data), name, depth)


def _bytes_at(stack: ExitStack, source: Path | io.BytesIO, name: str, wanted: str, depth: int) -> bytes:
    """The bytes of `wanted` in the archive `name`, or in an archive in it."""
    archive = _opened(stack, source, name)
    for member in _members(archive, depth):
        full = f"{name}/{member.name}"
        if full == wanted:
            return _unpacked(archive, member, full)
        if _is_packed(member.name) and wanted.startswith(f"{full}/"):
            inner = _unpacked(archive, member, full)
            return _bytes_at(stack, io.BytesIO(inner), full, wanted, depth + 1)
    raise ReadError(wanted, "không có tệp này trong tệp nén", "kiểm tra lại đường dẫn")


def _is_packed(name: str) -> bool:
    return name.lower().endswith(".zip")


def _is_document(file: io.BufferedIOBase | io.BufferedReader) -> bool:
    """Whether the archive is one document of Word, Excel or OpenDocument. A broken one is left to their readers."""
    if _entries_told(file) > MOST_ENTRIES:
        return False
    try:
        with zipfile.ZipFile(file) as archive:
            return any(name in _OFFICE or _OFFICE_PART.match(name) for name in archive.NameToInfo)
    except _BROKEN:
        return True


def _entries_told(file: io.BufferedIOBase | io.BufferedReader) -> int:
    """How many entries the end of an archive tells of, without reading the list of them (-1: there is no such end)."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _LONGEST_END))
    tail = file.read()
    file.seek(0)
    at = tail.rfind(_END)
    if at < 0 or at + 22 > len(tail):
        return -1
    count, length = (
        int.from_bytes(tail[at + 10 : at + 12], "little"),
        int.from_bytes(tail[at + 12 : at + 16], "little"),
    )
    return MOST_ENTRIES + 1 if length > MOST_DIRECTORY else count


def _opened(stack: ExitStack, source: Path | io.BytesIO, name: str) -> zipfile.ZipFile:
    try:
        file = stack.enter_context(source.open("rb") if isinstance(source, Path) else source)
        if _entries_told(file) > MOST_ENTRIES:
            raise ReadError(name, f"tệp nén có quá nhiều tệp (tối đa {MOST_ENTRIES})", _TRUST)
        return stack.enter_context(zipfile.ZipFile(file))
    except _BROKEN as error:
        raise ReadError(name, "tệp nén ZIP hỏng, không mở được", _AGAIN) from error


def _members(archive: zipfile.ZipFile, depth: int) -> list[_Member]:
    """The documents and archives in it, in the order of the archive, each with what is wrong with it."""
    overlapping, together = _overlapping(archive), 0
    members: list[_Member] = []
    seen: dict[str, int] = {}
    for entry in archive.infolist():
        name = _name_of(entry)
        if entry.is_dir() or not _is_wanted_inside(name):
            continue
        together += entry.file_size
        seen[name] = seen.get(name, 0) + 1
        fault = _fault(entry, name, depth)
        if entry.header_offset in overlapping:
            fault = "các tệp trong tệp nén chồng lên nhau (có thể là bom nén)", _TRUST
        elif together > MOST_UNPACKED_TOGETHER:
            fault = (
                f"các tệp trong tệp nén giải ra vượt quá {MOST_UNPACKED_TOGETHER // 1024**3} GB",
                "chia nhỏ tệp nén",
            )
        elif seen[name] > 1:
            fault = "trùng tên với một tệp khác trong tệp nén", "đổi tên một trong hai tệp rồi nén lại"
        shown = name if seen[name] == 1 else f"{name} ({seen[name]})"
        members.append(_Member(shown, entry, fault))
    return members


def _name_of(entry: zipfile.ZipInfo) -> str:
    """The name as it is shown. Programs that know no Unicode names leave them in UTF-8 or a code page, unmarked."""
    name = entry.filename
    if not entry.flag_bits & 0x800 and not name.isascii():
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return _UNPRINTABLE.sub("\ufffd", name.replace("\\", "/"))


def _is_wanted_inside(name: str) -> bool:
    parts = name.split("/")
    hidden = any((part.startswith(".") and part != "..") or part == "__MACOSX" for part in parts)
    return not hidden and _is_wanted(parts[-1])


def _fault(entry: zipfile.ZipInfo, name: str, depth: int) -> tuple[str, str] | None:
    if ".." in name.split("/") or name.startswith("/") or _DRIVE.match(name):
        return "tên tệp trong tệp nén trỏ ra ngoài (../ hoặc đường dẫn tuyệt đối)", _TRUST
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "tệp trong tệp nén là liên kết đến tệp khác", _TRUST
    if entry.flag_bits & 0x1:
        return "tệp trong tệp nén có mật khẩu", "giải nén bằng mật khẩu rồi đọc lại"
    if entry.file_size > MOST_UNPACKED:
        limit = MOST_UNPACKED // 1024**2
        return (
            f"tệp trong tệp nén giải ra quá lớn ({entry.file_size // 1024**2} MB, tối đa {limit} MB)",
            _TRUST,
        )
    if entry.file_size > max(_RATIO_COUNTS, MOST_RATIO * entry.compress_size):
        return f"tệp trong tệp nén giải ra gấp hơn {MOST_RATIO} lần (có thể là bom nén)", _TRUST
    if _is_packed(name) and depth >= MOST_DEPTH:
        return f"tệp nén lồng nhau quá sâu (tối đa {MOST_DEPTH} lớp)", "giải nén lớp ngoài rồi đọc lại"
    return None


def _overlapping(archive: zipfile.ZipFile) -> set[int]:
    """The places of entries that run into the next one, or share their place: a small bomb unpacked many times."""
    places = sorted((entry.header_offset, entry.compress_size) for entry in archive.infolist())
    return {
        place
        for (start, size), (following, _) in pairwise(places)
        if start + size > following or start == following
        for place in (start, following)
    }


def _unpacked(archive: zipfile.ZipFile, member: _Member, name: str) -> bytes:
    if member.fault is not None:
        raise ReadError(name, *member.fault)
    try:
        with archive.open(member.entry) as stream:
            data = stream.read(MOST_UNPACKED + 1)
    except _BROKEN as error:
        raise ReadError(name, f"tệp trong tệp nén hỏng, không giải được ({error})", _AGAIN) from error
    if len(data) > MOST_UNPACKED:
        raise ReadError(name, "tệp trong tệp nén giải ra lớn hơn nó khai báo", _TRUST)
    return data
