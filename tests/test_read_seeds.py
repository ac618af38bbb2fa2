"""Real documents: every sentence that a careful reader quoted from them stands in one piece in what was read."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from conftest import SHARED
from reading import check

from ingest import read
from rulebook.spelling import normalise

SAMPLES = Path(__file__).parents[1] / "corpus" / "samples"
GOLD = [
    *(path for path in sorted((SHARED / "gold").glob("*.gold.json")) if not path.name.startswith("scan_")),
    *sorted(SAMPLES.glob("*.gold.json")),
]


def document_of(gold: Path, name: str) -> Path:
    return next(
        (
            path
            for folder in (SHARED / "seeds", SHARED / "documents", gold.parent)
            if (path := folder / name).exists()
        ),
        gold,
    )


def bare(text: str) -> str:
    """White space, emphasis, footnote marks and leaders aside."""
    return re.sub(r"[\s*⁰¹²³⁴-⁹]|\.{4,}|…", "", normalise(text)).lower()


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name.removesuffix(".gold.json"))
def test_quotes_stand_in_one_piece(path: Path) -> None:
    gold = json.loads(path.read_text("utf-8"))
    document = read(document_of(path, gold["document"]))
    check(document)
    text = bare(document.text)
    quotes = [
        one["quote"] + one.get("quote_rest", "")
        for kind in ("tasks", "citations", "deadlines")
        for one in gold[kind]
    ]
    assert [quote for quote in quotes if bare(quote) not in text] == []


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name.removesuffix(".gold.json"))
def test_a_task_lies_in_one_block(path: Path) -> None:
    gold = json.loads(path.read_text("utf-8"))
    document = read(document_of(path, gold["document"]))
    blocks = [bare(document.text_of(block)) for block in document.blocks]
    split = [
        task["quote"] for task in gold["tasks"] if not any(bare(task["quote"]) in block for block in blocks)
    ]
    assert split == []
