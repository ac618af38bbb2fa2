"""A corpus with one long document, for measuring its page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bench.parse import PAGE, plan
from corpus.store import Corpus
from nhiemvu.parsing import parse

_PAGES = 100


@dataclass(frozen=True, slots=True)
class Long:
    """The corpus, the document in it, and how many pages it would fill."""

    path: Path
    document_id: int
    pages: int


def with_long_document(path: Path) -> Long:
    """Make the corpus in this file."""
    written = path.with_suffix(".txt")
    written.write_text(plan(_PAGES), "utf-8")
    said = parse(written)
    with Corpus.open(path) as corpus:
        return Long(path, corpus.add(said).document_id, round(len(said.text) / PAGE))
