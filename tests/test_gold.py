"""The annotated documents beside the repository: what is read out of them reaches these floors, or better.

How they are scored is the business of ../shared/score.py, how they are annotated that of ../shared/gold/GUIDE.md.
"""

from __future__ import annotations

import importlib.util
import json
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from extract import extract
from ingest import read

SHARED = Path(__file__).parents[2] / "shared"
FLOORS = {"header": 0.97, "citations": 0.99, "deadlines": 0.97, "tasks found": 0.97, "tasks": 0.95}
pytestmark = pytest.mark.skipif(
    not (SHARED / "gold").is_dir() or not (SHARED / "score.py").is_file(), reason="../shared is not here"
)


@lru_cache(maxsize=1)
def score() -> ModuleType:
    """The scorer, imported by its path."""
    spec = importlib.util.spec_from_file_location("shared_score", SHARED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def golds(pattern: str) -> list[Path]:
    return sorted((SHARED / "gold").glob(pattern))


@lru_cache(maxsize=32)
def scored(gold_path: Path) -> tuple[dict[str, Any], list[str]]:
    """The counts of one document by name, and what was missed."""
    gold = json.loads(gold_path.read_text("utf-8"))
    counts, misses = {name: score().Count() for name in score().NAMES}, []
    said = extract(read(score().document_of(gold_path, gold))).as_json()
    score().score(gold, json.loads(json.dumps(said)), counts, misses)
    return counts, misses


def total(paths: list[Path]) -> dict[str, float]:
    sums = {name: score().Count() for name in score().NAMES}
    for path in paths:
        counts, _ = scored(path)
        for name, count in counts.items():
            sums[name].add(count.tp, count.fp, count.fn)
    return {name: count.f1 for name, count in sums.items()}


@pytest.mark.parametrize("name", FLOORS)
def test_the_five_seeds_together(name: str) -> None:
    reached = total(golds("[0-9]*.gold.json"))
    assert reached[name] >= FLOORS[name], "\n".join(
        line for path in golds("[0-9]*.gold.json") for line in scored(path)[1]
    )


def with_text_layer() -> list[Path]:
    """The gold files of documents that hold characters: what a scan gives is up to the recognition of its letters."""
    return [path for path in golds("*.gold.json") if not path.name.startswith("scan_")]


@pytest.mark.parametrize("path", with_text_layer(), ids=lambda path: path.name.removesuffix(".gold.json"))
def test_each_document_with_a_text_layer(path: Path) -> None:
    """A single document may fall a little below the floors of all together."""
    counts, misses = scored(path)
    low = {name: count.f1 for name, count in counts.items() if count.f1 < FLOORS.get(name, 0) - 0.05}
    assert not low, "\n".join([str(low), *misses])
