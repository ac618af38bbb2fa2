"""The annotated documents (văn bản có chú giải): where the sets lie, and what is read of one of them.

A set is a folder with `NAME.gold.json` files. It may be missing: the annotated real documents lie beside the repository
and are no part of it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from bench.counts import Score
from bench.scoring import scored
from nhiemvu.parsing import parse

ROOT = Path(__file__).parents[1]
BESIDE = ROOT.parent / "shared"


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document and its annotation."""

    name: str
    document: Path
    gold: Path


def sets(beside: Path = BESIDE) -> dict[str, list[Annotated]]:
    """The documents of each set, in the order of their names; none where the set is not here.

    >>> [len(found) for name, found in sets().items() if name != "annotated"]
    [9, 24]
    """
    folders = {
        "annotated": beside / "gold",
        "samples": ROOT / "corpus" / "samples",
        "documents": ROOT / "tests" / "documents",
    }
    return {name: documents(folder) for name, folder in folders.items()}


def documents(folder: Path) -> list[Annotated]:
    """The documents annotated in a folder. A document lies with its annotation, or in `seeds` or `documents` beside."""
    return [_annotated(gold) for gold in sorted(folder.glob("*.gold.json"))]


def score(one: Annotated) -> Score:
    """The score of what is read of a document. Raises `ingest.ReadError`."""
    said = parse(one.document).as_json()
    return scored(json.loads(one.gold.read_text("utf-8")), said)


def _annotated(gold: Path) -> Annotated:
    document = json.loads(gold.read_text("utf-8"))["document"]
    places = [folder / document for folder in (gold.parent, *_beside(gold.parent))]
    path = next((place for place in places if place.is_file()), places[0])
    return Annotated(gold.name.removesuffix(".gold.json"), path, gold)


def _beside(folder: Path) -> tuple[Path, Path]:
    return folder.parent / "seeds", folder.parent / "documents"
