"""What old Office files are made of: the streams in the outermost folder of a compound file ([MS-CFB]).

A letter may hold a whole spreadsheet in a folder of its own, so that only the outermost names say what a file is.
"""

from __future__ import annotations

import struct

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_ENTRY = 128
_IN_HEADER = 109  # sectors of the allocation table that the header names; more only in files over 7 MB
_LAST = 0xFFFFFFFA  # sector numbers from here on mean something else
_NONE = 0xFFFFFFFF
_MOST = 100_000


def stream_names(data: bytes) -> frozenset[str]:
    """The names in the outermost folder of a compound file; none where its list of names cannot be followed."""
    if _shift(data) not in (9, 12):
        return frozenset()
    try:
        directory = _directory(data)
        return frozenset(_names(directory, struct.unpack_from("<I", directory, 76)[0]))
    except (struct.error, IndexError, UnicodeDecodeError):
        return frozenset()


def directory_start(data: bytes) -> int:
    """Where the list of streams begins ([MS-CFB] 2.2); it is often the last thing in the file."""
    sector = int.from_bytes(data[48:52], "little")
    return (sector + 1) << _shift(data)


def _shift(data: bytes) -> int:
    return min(12, int.from_bytes(data[30:32], "little"))


def _directory(data: bytes) -> bytes:
    """The list of streams, whose sectors may lie anywhere."""
    size = 1 << _shift(data)
    tables = [one for one in struct.unpack_from(f"<{_IN_HEADER}I", data, 76) if one < _LAST]
    sector, pieces, seen = int.from_bytes(data[48:52], "little"), [], set[int]()
    while sector < _LAST and sector not in seen and len(seen) < _MOST:
        seen.add(sector)
        pieces.append(data[(sector + 1) * size : (sector + 2) * size])
        table, place = divmod(sector, size // 4)
        if table >= len(tables):
            break
        (sector,) = struct.unpack_from("<I", data, (tables[table] + 1) * size + 4 * place)
    return b"".join(pieces)


def _names(directory: bytes, root: int) -> list[str]:
    """The names in the tree that hangs at the entry with that number, its neighbours but not what is inside them."""
    names: list[str] = []
    waiting, seen = [root], set[int]()
    while waiting:
        at = waiting.pop()
        if at == _NONE or at in seen or (at + 1) * _ENTRY > len(directory):
            continue
        seen.add(at)
        entry = directory[at * _ENTRY : (at + 1) * _ENTRY]
        length = min(64, int.from_bytes(entry[64:66], "little"))
        names.append(entry[: max(0, length - 2)].decode("utf-16-le"))
        waiting += struct.unpack_from("<II", entry, 68)
    return names
