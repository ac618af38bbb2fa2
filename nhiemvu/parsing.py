"""From a file to what it says, in one step."""

from __future__ import annotations

import sys
from pathlib import Path

from extract import extract
from extract.extraction import Extraction
from ingest import load, read, read_bytes
from ingest.document import Place
from ingest.policy import Policy

STANDARD_INPUT = "-"


def parse(path: str | Path, ocr: Policy = "auto") -> Extraction:
    """What the document in a file says; `-` is the standard input. `ocr` says when pictures of text are recognised
    (`auto`, `always`, `never`). Raises `ingest.ReadError`."""
    if str(path) == STANDARD_INPUT:
        return extract(read_bytes(bytes_of(path), STANDARD_INPUT, ocr))
    return extract(read(path, ocr))


def read_and_extract(path: str | Path, ocr: Policy = "auto") -> tuple[Extraction, tuple[Place, ...]]:
    """As `parse`, with the places of the words on the pages of the file, none where the format has no fixed layout:
    what `Corpus.add` keeps so that a task can be shown on its page. Raises `ingest.ReadError`."""
    document = read_bytes(bytes_of(path), str(path), ocr)
    fixed = any(place.box and place.page for place in document.places)
    return extract(document), document.places if fixed else ()


def bytes_of(path: str | Path) -> bytes:
    """The bytes of a file, of a member of an archive, or of the standard input. Raises `ingest.ReadError`."""
    return sys.stdin.buffer.read() if str(path) == STANDARD_INPUT else load(path)
