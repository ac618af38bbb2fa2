"""What parting words that a copy ran together buys: `python -m bench.lost_blanks`.

The annotated plain texts, with the blank behind every line of some 75 characters left out as portals leave it out (also
behind a comma), are read with `ingest.lost_blanks` and without it, and beside them as they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from bench.annotated import Annotated, sets
from bench.counts import Score
from bench.scoring import scored
from extract import extract
from ingest import composing, read_bytes

FIGURES = ("citations", "deadlines", "tasks found", "tasks", "task lead", "task support", "task due")
_LINE = re.compile(r"(.{75,}?[^\W\d_][,;]?) (?=[^\W\d_])")


def without_blanks(text: str) -> str:
    """The text with the blank behind each printed line left out.

    >>> without_blanks("Sở Y tế rà soát danh mục; " * 4)[65:90]
    'át danh mục;Sở Y tế rà so'
    """
    return "\n".join(_LINE.sub(r"\1", line) for line in text.split("\n"))


def main() -> None:
    """Prints the figures of the texts as they are, without blanks, and parted again."""
    texts = [one for found in sets().values() for one in found if one.document.suffix == ".txt"]
    print(f"{len(texts)} texts".ljust(34), *(f"{figure:>13}" for figure in FIGURES))
    _show("as they are", _score(texts, lost=False))
    with _never_parted():
        _show("blanks lost", _score(texts, lost=True))
    _show("blanks lost, words parted again", _score(texts, lost=True))


def _score(texts: Sequence[Annotated], *, lost: bool) -> Score:
    whole = Score()
    for one in texts:
        text = one.document.read_text("utf-8")
        said = extract(read_bytes((without_blanks(text) if lost else text).encode(), one.document.name))
        for figure, count in scored(json.loads(one.gold.read_text("utf-8")), said.as_json()).counts.items():
            whole.add(figure, count)
    return whole


@contextmanager
def _never_parted() -> Iterator[None]:
    parting = composing.with_blanks
    composing.with_blanks = lambda parts: parts
    try:
        yield
    finally:
        composing.with_blanks = parting


def _show(name: str, score: Score) -> None:
    print(name.ljust(34), *(f"{score.figures[figure]:13.3f}" for figure in FIGURES))


if __name__ == "__main__":
    main()
