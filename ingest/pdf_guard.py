"""PDF files that were made to fill the memory, told before they are read.

PDFium unpacks whatever a page names, and where the memory ends it ends the program. A file of 700 bytes can name a form
(a drawing in the drawing) that draws itself three times, or a stream packed twice that unpacks to gigabytes. So a file
that could be such a one is first opened by another process (`pdf_probe.py`), which may have only so much memory and
time. Nearly all files are told at once to be harmless: their streams unpack to little, and their forms, those of
signatures, draw a picture or two.
"""

from __future__ import annotations

import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import ReadError

SECONDS = 30
"""How long the other process may take; a page takes a few thousandths of a second."""

_MEGABYTE = 1024**2
_MOST_MEMORY = 1536 * _MEGABYTE
_MOST_UNPACKED = 256 * _MEGABYTE
_MOST_IN_ONE = 32 * _MEGABYTE
_STEP = 1 * _MEGABYTE
_MOST_DRAWN = 100  # forms in forms: a signature has five
_DICTIONARY = 1200  # bytes before a stream in which its dictionary says what it is
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_OBJECT = re.compile(rb"(\d+)\s+\d+\s+obj\b")
_FORM = re.compile(rb"/Subtype\s*(?:/Form\b|\d)")
_DRAWN = re.compile(rb"/([^\s/<>\[\]()]+)\s+Do\b")
_NAMED = re.compile(rb"/([^\s/<>\[\]()]+)\s+(\d+)\s+\d+\s+R\b")
_ODD = re.compile(
    rb"/Filter\s*(?:\d|\[\s*/\w+\s*/)|/(?:LZW|RunLength)Decode|/(?:LZW|RL)\b"  # packed twice, or in an old way
    rb"|/Encrypt\b"  # what is packed cannot be seen
)
_ESCAPED = re.compile(rb"/([\w.-]{0,20}#[\w#.-]{1,40})")
_TELLING = frozenset((b"Subtype", b"Form", b"Filter", b"LZWDecode", b"RunLengthDecode", b"Encrypt"))
_HEXADECIMAL = re.compile(rb"#([0-9a-fA-F]{2})")
_PROBE = Path(__file__).with_name("pdf_probe.py")


def refuse_bombs(data: bytes, name: str) -> None:
    """Raise `ReadError` (file `name`) for a PDF file that would fill the memory or never end."""
    if not _is_odd(data) or _opens(data):
        return
    raise ReadError(
        name,
        "PDF có nội dung bất thường, mở ra quá lớn hoặc quá lâu",
        "kiểm tra nguồn gốc của tệp, hoặc in lại thành PDF từ bản gốc",
    )


def _is_odd(data: bytes) -> bool:
    return bool(_ODD.search(data)) or _hides_names(data) or _unpacks_to_much(list(_streams(data)))


def _hides_names(data: bytes) -> bool:
    """Whether a word that would tell is written with codes for letters, as no program does."""
    return any(
        _HEXADECIMAL.sub(lambda code: bytes((int(code[1], 16),)), name[1]) in _TELLING
        for name in _ESCAPED.finditer(data)
    )


@dataclass(frozen=True, slots=True)
class _Stream:
    """A stream: the number of its object, how much it unpacks to (counted to a little over the most that is allowed),
    how often it draws something, and, for a form, the numbers of what it draws (0: not known)."""

    number: int
    is_picture: bool
    is_form: bool
    size: int
    drawing: int
    drawn: tuple[int, ...] = ()


def _streams(data: bytes) -> Iterator[_Stream]:
    end = 0
    for start in _STREAM.finditer(data):
        if start.start() < end:
            continue
        end = data.find(b"endstream", start.end()) % (len(data) + 1)
        before = data[max(0, start.start() - _DICTIONARY) : start.start()]
        objects = list(_OBJECT.finditer(before))
        dictionary = before[objects[-1].end() :] if objects else before
        is_picture, is_form = b"/Image" in dictionary, bool(_FORM.search(dictionary))
        size, drawing, head = _unpacked(data, start.end(), end)
        drawn = _drawn(dictionary, head) if is_form and size <= _STEP else (0,) if drawing else ()
        number = int(objects[-1][1]) if objects else 0
        yield _Stream(number, is_picture, is_form, size, drawing, drawn)


def _drawn(dictionary: bytes, content: bytes) -> tuple[int, ...]:
    named = {name: int(number) for name, number in _NAMED.findall(dictionary)}
    return tuple(named.get(name, 0) for name in _DRAWN.findall(content))


def _unpacks_to_much(streams: list[_Stream]) -> bool:
    texts = [stream for stream in streams if not stream.is_picture]
    if sum(stream.size for stream in streams) > _MOST_UNPACKED:
        return True
    if any(stream.size > _MOST_IN_ONE for stream in texts):
        return True
    forms: dict[int, tuple[int, ...]] = {}
    for stream in texts:
        if stream.is_form:
            forms[stream.number] = forms.get(stream.number, ()) + stream.drawn
    largest = max((stream.size for stream in texts if stream.is_form), default=0)
    weights: dict[int, int] = {}
    heaviest = max((_weight(number, forms, weights) for number in forms), default=0)
    drawing = sum(stream.drawing for stream in texts)
    return heaviest > _MOST_DRAWN or drawing * heaviest * largest > _MOST_UNPACKED


def _weight(number: int, forms: dict[int, tuple[int, ...]], known: dict[int, int]) -> int:
    """How many forms are drawn where the form with that number is, itself counted; more than are allowed where it
    draws itself, or nobody knows what."""
    if number not in forms:
        return 0 if number else _MOST_DRAWN + 1
    if number not in known:
        known[number] = _MOST_DRAWN + 1  # until it is told, and for good if it draws itself
        inside = sum(_weight(inner, forms, known) for inner in forms[number])
        known[number] = min(1 + inside, _MOST_DRAWN + 1)
    return known[number]


def _unpacked(data: bytes, start: int, end: int) -> tuple[int, int, bytes]:
    """Of the stream between these places: to how many bytes it unpacks, how often it draws something, how it begins.
    One that is not packed, or not so, is taken as it stands."""
    if data[start : start + 1] not in (b"\x78", b"\x68", b"\x58", b"\x48"):  # how zlib streams begin
        plain = data[start:end]
        return len(plain), plain.count(b"Do"), plain[:_STEP]
    unpacking, size, drawing, head = zlib.decompressobj(), 0, 0, b""
    rest = memoryview(data)[start:end]
    try:
        while size <= _MOST_UNPACKED and not unpacking.eof:
            packed, rest = rest[:_STEP], rest[_STEP:]
            source = unpacking.unconsumed_tail + bytes(packed)
            if not source:
                break
            piece = unpacking.decompress(source, _STEP)
            size, drawing, head = size + len(piece), drawing + piece.count(b"Do"), head or piece
    except zlib.error:
        pass
    return size, drawing, head


def _opens(data: bytes) -> bool:
    command = [sys.executable, "-I", str(_PROBE), str(_MOST_MEMORY + 8 * len(data)), str(SECONDS)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=2 * SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
