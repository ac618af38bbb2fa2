"""Writes down what the parser says of each sample: `python -m tests.accept`, or `make accept`.

The files in corpus/samples/expected are what tests/test_samples.py compares with; `git diff` of them is the review of
a change of the parser.
"""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

from nhiemvu.parsing import parse

SAMPLES = Path(__file__).parents[1] / "corpus" / "samples"


def documents() -> list[Path]:
    """The sample documents, in the order of the family."""
    golds = (json.loads(path.read_text("utf-8")) for path in sorted(SAMPLES.glob("*.gold.json")))
    return [SAMPLES / gold["document"] for gold in golds]


def expected(document: Path) -> Path:
    """The file that holds what is expected of a sample."""
    return SAMPLES / "expected" / f"{document.stem}.json"


def what_it_says(document: Path) -> str:
    """The JSON of a sample, in the order of the schema, without the path of the file, which depends on the machine."""
    said = parse(str(document)).as_json()
    del said["source"]["path"]
    return unicodedata.normalize("NFC", json.dumps(said, ensure_ascii=False, indent=1)) + "\n"


def main() -> None:
    """Writes the expected file of each sample."""
    for document in documents():
        path = expected(document)
        path.parent.mkdir(exist_ok=True)
        path.write_text(what_it_says(document), "utf-8")
        print(path.relative_to(SAMPLES.parents[1]))


if __name__ == "__main__":
    main()
