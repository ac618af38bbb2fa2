"""Reads Vietnamese administrative documents into tasks, deadlines, responsible agencies and cited legal bases.

    import nhiemvu

    plan = nhiemvu.parse("ke-hoach.docx")                       # read and extract
    nhiemvu.publish(nhiemvu.checklist(plan), "checklist.xlsx")  # the checklist as a file

    with nhiemvu.Corpus.open("kho.db") as corpus:
        nhiemvu.who(corpus, "rà soát hộ nghèo")                 # who owns it, then and now
        nhiemvu.gaps(corpus, plan)                              # what the levels above asked for
        nhiemvu.build(corpus).networkx                          # everything as a graph

`read`, `extract`, `checklist`, `publish`, `Corpus`, `who`, `trace`, `gaps`, `conflicts` and `build` are the functions
of the stages; each is imported when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corpus.errors import CorpusError
    from corpus.store import Corpus
    from extract import extract
    from extract.extraction import Extraction
    from graph.build import build
    from graph.conflicts import conflicts
    from graph.gaps import gaps
    from graph.nodes import ObligationGraph
    from graph.trace import trace
    from graph.wanted import Wanted
    from graph.who import who
    from ingest import Document, ReadError, read
    from nhiemvu.parsing import parse
    from publish.checklist import Checklist, checklist
    from publish.errors import PublishError
    from publish.files import publish
    from publish.schema import json_schema

__all__ = [
    "Checklist",
    "Corpus",
    "CorpusError",
    "Document",
    "Extraction",
    "ObligationGraph",
    "PublishError",
    "ReadError",
    "Wanted",
    "build",
    "checklist",
    "conflicts",
    "extract",
    "gaps",
    "json_schema",
    "parse",
    "publish",
    "read",
    "trace",
    "who",
]

_HOMES = {
    "Checklist": "publish.checklist",
    "Corpus": "corpus.store",
    "CorpusError": "corpus.errors",
    "Document": "ingest",
    "Extraction": "extract.extraction",
    "ObligationGraph": "graph.nodes",
    "PublishError": "publish.errors",
    "ReadError": "ingest",
    "Wanted": "graph.wanted",
    "build": "graph.build",
    "checklist": "publish.checklist",
    "conflicts": "graph.conflicts",
    "extract": "extract",
    "gaps": "graph.gaps",
    "json_schema": "publish.schema",
    "parse": "nhiemvu.parsing",
    "publish": "publish.files",
    "read": "ingest",
    "trace": "graph.trace",
    "who": "graph.who",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
