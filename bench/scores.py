"""How well the annotated documents are read, beside the figures that were last written down.

    python -m bench.scores                 the table; exit status 1 if a figure fell by more than 0.0005
    python -m bench.scores --accept        the same, and docs/scores.json is written anew
    python -m bench.scores --misses NAME   what was missed and added in the documents with NAME in their names

docs/scores.md says how to read the table. `--beside DIR` says where the annotated real documents are, if not in
`../shared`; without them their figures stay as they are.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.annotated import BESIDE, ROOT, Annotated, score, sets
from bench.counts import Score
from bench.figures import ALL, Table, changes, gone, lines, table_of, written
from ingest import ReadError
from nhiemvu.progress import progress

WRITTEN = ROOT / "docs" / "scores.json"


def committed(file: Path = WRITTEN) -> dict[str, Table]:
    """The figures that were last written down, by set; none where there is no such file."""
    if not file.is_file():
        return {}
    tables: dict[str, Table] = json.loads(file.read_text("utf-8"))["sets"]
    return tables


def version() -> str:
    """The version of the package, as pyproject.toml has it."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])


def measured(documents: Sequence[Annotated], before: Table, advance: Callable[[str], None]) -> Table:
    """The figures of a set as it is read now. A document that cannot be read here (a scan without Tesseract) keeps its
    figures and those of the set, and the cause is printed on standard error."""
    scores: dict[str, Score] = {}
    kept: Table = {}
    for one in documents:
        try:
            scores[one.name] = score(one)
        except ReadError as error:
            kept |= {row: before[row] for row in (one.name, ALL) if row in before}
            print(f"{one.name}: not read, its figures stay: {error}", file=sys.stderr)
        advance(one.name)
    rows = {**table_of(scores), **kept}
    return {row: rows[row] for row in sorted(rows, key=lambda row: (row == ALL, row))}


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table or the misses; the exit status."""
    chosen = _options().parse_args(arguments)
    found = sets(chosen.beside)
    if chosen.misses is not None:
        named = (one for documents in found.values() for one in documents if chosen.misses in one.name)
        return _show_misses(list(named))
    before = committed(chosen.file)
    now = _all_measured(found, before)
    _show(found, before, now)
    if chosen.accept:
        chosen.file.write_text(written(version(), now), "utf-8")
        print("written:", chosen.file.name)
        return 0
    return _verdict(before, now)


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    either = options.add_mutually_exclusive_group()
    either.add_argument("--accept", action="store_true", help="write the file anew")
    either.add_argument("--misses", metavar="NAME", help="what was missed and added")
    options.add_argument("--beside", type=Path, default=BESIDE, metavar="DIR", help="default: ../shared")
    options.add_argument("--file", type=Path, default=WRITTEN, help="default: docs/scores.json")
    return options


def _all_measured(found: dict[str, list[Annotated]], before: dict[str, Table]) -> dict[str, Table]:
    with progress("Đang đọc", sum(map(len, found.values()))) as advance:
        return {
            name: measured(documents, before.get(name, {}), advance) if documents else before.get(name, {})
            for name, documents in found.items()
        }


def _show(found: dict[str, list[Annotated]], before: dict[str, Table], now: dict[str, Table]) -> None:
    width = max(len(row) for table in now.values() for row in table)
    for name, table in now.items():
        if found[name]:
            print(*lines(name, before.get(name, {}), table, width), "", sep="\n")
        else:
            print(f"{name}: absent, its figures stay\n")


def _verdict(before: dict[str, Table], now: dict[str, Table]) -> int:
    """Says what fell, and whether the figures that are written down are those of today."""
    changed = [change for name in now for change in changes(name, before.get(name, {}), now[name])]
    fallen = [change for change in changed if change.fell]
    for change in fallen:
        print("fell:", change)
    for row in gone(before, now):
        print("gone:", row)
    if now != before:
        print("docs/scores.json has other figures: `make scores ACCEPT=1` writes it anew")
    return 1 if fallen else 0


def _show_misses(documents: Sequence[Annotated]) -> int:
    for one in documents:
        print(f"{one.name}:", *(score(one).misses or ["nothing missed, nothing added"]), sep="\n  ")
    if not documents:
        print("no annotated document has that in its name", file=sys.stderr)
    return 0 if documents else 2


if __name__ == "__main__":
    sys.exit(main())
