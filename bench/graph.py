"""How long questions and traces take in a large corpus, and how much memory: `python -m bench.graph`.

A made-up corpus of 200,000 works, a million tasks and four million edges (`graph_family`, `graph_words`), and one of a
tenth of it; each is made once (ten minutes) and taken again by the next run. `--scale 0.02` for a small one.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

from sqlalchemy import func, select

from bench.graph_asks import ASKS, answers
from bench.graph_tables import made_corpus
from corpus import models
from corpus.store import Corpus

_COUNTED = (models.Work, models.Document, models.Task, models.Citation, models.TaskBody)
_LINKS = (models.TaskCitation, models.TaskDeadline)


def main() -> None:
    """Make the corpora, measure, and print."""
    asked = _options()
    if asked.part:
        print(json.dumps(answers(asked.file, asked.part, asked.seed)))
        return
    asked.folder.mkdir(parents=True, exist_ok=True)
    for scale in dict.fromkeys((asked.scale / 10, asked.scale)):
        begun = perf_counter()
        path = made_corpus(asked.folder / f"kho-{scale:g}.db", scale, asked.seed)
        print(
            f"\n{counted(path)}  (made in {perf_counter() - begun:.0f} s, {path.stat().st_size / 1e9:.1f} GB)"
        )
        print(_HEAD)
        for part in ASKS:
            for row in _apart(path, part, asked.seed):
                print(_line(row))
        print(_comparison(_apart(path, "compare", asked.seed)[0]))


def counted(path: Path) -> str:
    """What the corpus holds. Edges: citations, bodies, citations and deadlines of tasks, and what is part of what."""
    with Corpus.open(path) as corpus, corpus.reading() as connection:
        numbers = [
            connection.scalar(select(func.count()).select_from(table)) or 0 for table in (*_COUNTED, *_LINKS)
        ]
    works, documents, tasks, *links = numbers
    edges = documents + tasks + sum(links)
    return f"{works:,} works, {documents:,} documents, {tasks:,} tasks, {edges:,} edges"


_HEAD = (
    f"{'':24}{'asked':>6}{'p50':>8}{'p95':>8}{'most':>8}   ms{'p50':>7}{'p95':>8}   ms of cpu"
    f"{'size':>9}{'us each':>9}{'MB':>7}"
)


def _line(row: dict[str, Any]) -> str:
    return (
        f"{row['name']:24}{row['number']:6}{row['p50']:8.1f}{row['p95']:8.1f}{row['most']:8.1f}     "
        f"{row['cpu50']:7.1f}{row['cpu95']:8.1f}            {row['size']:9.1f}{1000 * row['of_one']:9.1f}"
        f"{row['memory']:7.0f}"
    )


def _comparison(found: dict[str, Any]) -> str:
    return (
        f"beside bm25 over all rows, {found['questions']} questions: {found['share']:.0%} of the first ten the same, "
        f"{found['first']:.0%} of the first; in the {found['other']} that differ {found['share_of_other']:.0%}"
    )


def _apart(path: Path, part: str, seed: int) -> list[dict[str, Any]]:
    """A part in a process of its own, so that its memory is its own."""
    run = [sys.executable, "-m", "bench.graph", "--part", part, "--file", str(path), "--seed", str(seed)]
    said = subprocess.run(run, check=True, stdout=subprocess.PIPE, text=True).stdout
    rows: list[dict[str, Any]] = json.loads(said.splitlines()[-1])
    return rows


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", type=float, default=1.0, help="1: 200,000 works")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "nhiemvu-bench")
    parser.add_argument("--part", help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
