"""From a file to what it says, in one step."""

from __future__ import annotations

import sys
from pathlib import Path

from extract import extract
from extract.extraction import Extraction
from ingest import read, read_bytes

STANDARD_INPUT = "-"


def parse(path: str | Path) -> Extraction:
    """What the document in a file says; `-` is the standard input. Raises `ingest.ReadError`."""
    if str(path) == STANDARD_INPUT:
        return extract(read_bytes(sys.stdin.buffer.read(), STANDARD_INPUT))
    return extract(read(path))
