"""From a file to what it says, in one step."""

from __future__ import annotations

import sys
from pathlib import Path

from extract import extract
from extract.extraction import Extraction
from ingest import load, read, read_bytes
from ingest.policy import Policy

STANDARD_INPUT = "-"


def parse(path: str | Path, ocr: Policy = "auto") -> Extraction:
    """What the document in a file says; `-` is the standard input. `ocr` says when pictures of text are recognised
    (`auto`, `always`, `never`). Raises `ingest.ReadError`."""
    if str(path) == STANDARD_INPUT:
        return extract(read_bytes(bytes_of(path), STANDARD_INPUT, ocr))
    return extract(read(path, ocr))


def bytes_of(path: str | Path) -> bytes:
    """The bytes of a file, of a member of an archive, or of the standard input. Raises `ingest.ReadError`."""
    return sys.stdin.buffer.read() if str(path) == STANDARD_INPUT else load(path)
