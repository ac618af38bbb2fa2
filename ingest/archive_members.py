"""What a ZIP archive holds, and what is wrong with it, before anything of it is unpacked.

An archive comes from anybody, so what it says of itself is checked first: sizes, the ratio of packing, names that lead
out of it, entries that lie over each other. A member that must not be unpacked is named all the same, with the reason.
"""

from __future__ import annotations

import io
import os
import re
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path, PurePosixPath

from ingest.archive_names import readable_name
from ingest.errors import ReadError

SUFFIXES = frozenset({"", ".txt", ".htm", ".html", ".xhtml", ".docx", ".pdf", ".doc", ".rtf", ".odt", ".zip"})
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff"})
PACKED = frozenset({".7z", ".rar"})
"""Files with other suffixes are passed over in folders and archives. Pictures are read where they are as large as
pages; other archives are named, so that somebody unpacks them."""

MOST_ENTRIES = 20_000
MOST_DIRECTORY = 16 * 1024**2
"""The most entries of one archive, and bytes of the list of them."""

MOST_DEPTH = 3
"""Archives in archives, the outermost one counted."""

MOST_UNPACKED = 128 * 1024**2
MOST_UNPACKED_TOGETHER = 4 * 1024**3
MOST_RATIO = 200
"""Bytes that one member and all members may unpack to, and how many times its packed size a member may have."""

BROKEN = (zipfile.BadZipFile, NotImplementedError, zlib.error, EOFError, OSError, RuntimeError, ValueError)
"""What `zipfile` raises over an archive that is damaged."""

_RATIO_COUNTS = 1024**2  # from this size: a short text of blanks is no bomb
_START = (b"PK\x03\x04", b"PK\x05\x06")
_END = b"PK\x05\x06"
_LONGEST_END = 22 + 65535
_OFFICE = frozenset(("[Content_Types].xml", "mimetype"))
_OFFICE_PART = re.compile(r"(?:word|xl|ppt)/[^/]*\.xml$")
_DRIVE = re.compile(r"[A-Za-z]:")
_TRUST = "kiểm tra nguồn gốc của tệp nén"
_AGAIN = "xin lại tệp nén, hoặc giải nén bằng chương trình khác rồi đọc từng tệp"

Fault = tuple[str, str]
File = io.BufferedIOBase | io.BufferedReader


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its name there, and why it must not be unpacked (cause, remedy)."""

    name: str
    entry: zipfile.ZipInfo
    fault: Fault | None

    @property
    def is_archive(self) -> bool:
        """Whether it is an archive by its name."""
        return self.name.lower().endswith(".zip")


def is_wanted(name: str) -> bool:
    """Whether a file may be a document by its name: not hidden, not what Word leaves behind, with a suffix of one."""
    return not name.startswith((".", "~$")) and suffix_of(name) in SUFFIXES | PICTURES | PACKED


def suffix_of(name: str) -> str:
    """The suffix of a name, in small letters.

    >>> suffix_of("2024/Kế hoạch.DOCX"), suffix_of("v1.0/không đuôi")
    ('.docx', '')
    """
    return PurePosixPath(name).suffix.lower()


def starts_archive(data: bytes) -> bool:
    """Whether bytes begin as a ZIP archive does."""
    return data.startswith(_START)


def is_document(file: File) -> bool:
    """Whether the archive is one document of Word, Excel or OpenDocument. A broken one is left to their readers."""
    if _entries_told(file) > MOST_ENTRIES:
        return False
    try:
        with zipfile.ZipFile(file) as archive:
            return any(name in _OFFICE or _OFFICE_PART.match(name) for name in archive.NameToInfo)
    except BROKEN:
        return True


def opened(source: Path | io.BytesIO, name: str) -> zipfile.ZipFile:
    """An archive, open. Raises `ReadError` for a broken one, and for one with too many entries, whose list is then not
    even read."""
    try:
        with nullcontext(source) if isinstance(source, io.BytesIO) else source.open("rb") as file:
            told = _entries_told(file)
        if told > MOST_ENTRIES:
            raise ReadError(name, f"tệp nén có quá nhiều tệp (tối đa {MOST_ENTRIES})", _TRUST)
        return zipfile.ZipFile(source)
    except BROKEN as error:
        raise ReadError(name, "tệp nén ZIP hỏng, không mở được", _AGAIN) from error


def members_of(archive: zipfile.ZipFile, depth: int) -> Mapping[str, Member]:
    """The documents and archives in an archive by their names, in its order, each with what is wrong with it. `depth`
    counts the archives that it lies in, itself included. Where two have one name, the second is `a (2).txt`."""
    overlapping, together = _overlapping(archive), 0
    members: dict[str, Member] = {}
    seen: Counter[str] = Counter()
    for entry in archive.infolist():
        name = readable_name(entry)
        if entry.is_dir() or not _is_wanted_inside(name):
            continue
        together += entry.file_size
        fault = _fault(entry, name, depth)
        if entry.header_offset in overlapping:
            fault = "các tệp trong tệp nén chồng lên nhau (có thể là bom nén)", _TRUST
        elif together > MOST_UNPACKED_TOGETHER:
            gigabytes = MOST_UNPACKED_TOGETHER // 1024**3
            fault = f"các tệp trong tệp nén giải ra vượt quá {gigabytes} GB", "chia nhỏ tệp nén"
        if fault is None and suffix_of(name) in PICTURES and not _may_be_page(archive, entry):
            continue
        shown = _free_name(name, members, seen)
        members[shown] = Member(shown, entry, fault)
    return members


def unpacked(archive: zipfile.ZipFile, member: Member, name: str) -> bytes:
    """The bytes of a member. Raises `ReadError` under its full name."""
    if member.fault is not None:
        raise ReadError(name, *member.fault)
    try:
        with archive.open(member.entry) as stream:
            data = stream.read(MOST_UNPACKED + 1)
    except BROKEN as error:
        raise ReadError(name, f"tệp trong tệp nén hỏng, không giải được ({error})", _AGAIN) from error
    if len(data) > MOST_UNPACKED:
        raise ReadError(name, "tệp trong tệp nén giải ra lớn hơn nó khai báo", _TRUST)
    return data


def _entries_told(file: File) -> int:
    """How many entries the end of an archive tells of, without reading the list of them (-1: there is no such end)."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _LONGEST_END))
    tail = file.read()
    file.seek(0)
    at = tail.rfind(_END)
    if at < 0 or at + 22 > len(tail):
        return -1
    told, length = (
        int.from_bytes(tail[at + 10 : at + 12], "little"),
        int.from_bytes(tail[at + 12 : at + 16], "little"),
    )
    return MOST_ENTRIES + 1 if length > MOST_DIRECTORY else told


def _free_name(name: str, taken: Mapping[str, Member], seen: Counter[str]) -> str:
    """The name, or the name with the first number that no other has; `seen` counts how often each was asked for."""
    shown = name
    while shown in taken:
        seen[name] += 1
        path = PurePosixPath(name)
        shown = f"{name.removesuffix(path.suffix)} ({seen[name] + 1}){path.suffix}"
    return shown


def _is_wanted_inside(name: str) -> bool:
    parts = name.split("/")
    hidden = any((part.startswith(".") and part != "..") or part == "__MACOSX" for part in parts)
    return not hidden and is_wanted(parts[-1])


def _may_be_page(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    from ingest.picture_size import HEAD, may_be_page

    try:
        with archive.open(entry) as stream:
            return may_be_page(stream.read(HEAD))
    except BROKEN:
        return True  # what is wrong is said when it is read


def _fault(entry: zipfile.ZipInfo, name: str, depth: int) -> Fault | None:
    if ".." in name.split("/") or name.startswith("/") or _DRIVE.match(name):
        return "tên tệp trong tệp nén trỏ ra ngoài (../ hoặc đường dẫn tuyệt đối)", _TRUST
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "tệp trong tệp nén là liên kết đến tệp khác", _TRUST
    if entry.flag_bits & 0x1:
        return "tệp trong tệp nén có mật khẩu", "giải nén bằng mật khẩu rồi đọc lại"
    if entry.file_size > MOST_UNPACKED:
        size, limit = entry.file_size // 1024**2, MOST_UNPACKED // 1024**2
        return f"tệp trong tệp nén giải ra quá lớn ({size} MB, tối đa {limit} MB)", _TRUST
    if entry.file_size > max(_RATIO_COUNTS, MOST_RATIO * entry.compress_size):
        return f"tệp trong tệp nén giải ra gấp hơn {MOST_RATIO} lần (có thể là bom nén)", _TRUST
    if name.lower().endswith(".zip") and depth >= MOST_DEPTH:
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
