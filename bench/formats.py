"""Same text, same answer: `python bench/formats.py [--forms FORM,...] [--misses] [GOLD...]`.

The annotated documents are written anew in every form in which documents come in, read back, and scored against what
was written down about them by hand. Without GOLD: the samples, and the documents of ../shared where they are present;
the scorer is ../shared/score.py, or $NHIEMVU_SCORE.

Word files get automatic numbers, footnotes and tables; LibreOffice makes PDF, .doc, RTF and ODT of them, `scans.py`
pictures of the PDF. `cer` is how many characters differ from what was read of the Word file, by the hundred (where a
form has its footnotes elsewhere, they count); for scans, from what was read of the PDF. The aims: every form but the
scans within 0.01 of the plain text; office scans: citations >= 0.96, tasks found >= 0.95; hard: citations >= 0.85.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, cached_property
from pathlib import Path
from types import ModuleType
from typing import Any

from manuscript import manuscript
from rapidfuzz.distance import Levenshtein
from scans import HARD, OFFICE, scan

from corpus.samples.build import converted
from corpus.samples.markup import Sample, read_sample
from corpus.samples.plain import write_text
from corpus.samples.web import write_html
from corpus.samples.word import write_docx
from extract import extract
from ingest import read, read_bytes
from ingest.document import Document
from ingest.legacy_encodings import from_unicode

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SCORER = Path(os.environ.get("NHIEMVU_SCORE", SHARED / "score.py"))
SHOWN = ("header", "citations", "deadlines", "tasks found", "tasks")


class Original:
    """An annotated document (văn bản đã chú giải), and what it looks like in other forms."""

    def __init__(self, gold: Path) -> None:
        self.gold = json.loads(gold.read_text("utf-8"))
        self.name = gold.name.removesuffix(".gold.json")
        self.path = scorer().document_of(gold, self.gold)
        source = gold.parent / "source" / f"{self.name}.vanban"
        self._source = source if source.is_file() else None
        self._made: dict[str, bytes] = {}

    @cached_property
    def sample(self) -> Sample:
        if self._source:
            return read_sample(self._source)
        return manuscript(read(self.path), self.name)

    def docx(self, font: str = "Times New Roman") -> bytes:
        return write_docx(self.sample, font=font)

    def by_office(self, form: str) -> bytes:
        if form not in self._made:
            made = converted(self.docx("Tinos" if form == "pdf" else "Times New Roman"), form)
            if made is None:
                raise SystemExit("LibreOffice is not installed (Debian: libreoffice-writer-nogui)")
            self._made[form] = made
        return self._made[form]

    def plain(self) -> str:
        """The plain text: the file itself, or one written anew."""
        data = self.path.read_bytes() if self.path.suffix == ".txt" else write_text(self.written("txt"))
        return data.decode("utf-8-sig")

    def written(self, form: str) -> Sample:
        return replace(self.sample, form=form)


FORMS: dict[str, tuple[str, Callable[[Original], bytes]]] = {
    "original": ("", lambda it: it.path.read_bytes()),
    "text": (".txt", lambda it: it.plain().encode()),
    "docx": (".docx", lambda it: it.docx()),
    "pdf": (".pdf", lambda it: it.by_office("pdf")),
    "html": (".html", lambda it: write_html(it.written("html"))),
    "portal": (".html", lambda it: write_html(it.written("html-portal"))),
    "doc": (".doc", lambda it: it.by_office("doc")),
    "rtf": (".rtf", lambda it: it.by_office("rtf")),
    "odt": (".odt", lambda it: it.by_office("odt")),
    "tcvn3": (".txt", lambda it: from_unicode(it.plain(), "tcvn3").encode()),
    "vni": (".txt", lambda it: from_unicode(it.plain(), "vni").encode()),
    "scan": (".pdf", lambda it: scan(it.by_office("pdf"), OFFICE)),
    "hard scan": (".pdf", lambda it: scan(it.by_office("pdf"), HARD)),
}


@cache
def scorer() -> ModuleType:
    """The scorer, imported by its path."""
    spec = importlib.util.spec_from_file_location("score", SCORER)
    if spec is None or spec.loader is None or not SCORER.is_file():
        raise SystemExit(f"no scorer at {SCORER}; set NHIEMVU_SCORE to its path")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def golds() -> list[Path]:
    """Of the documents with annotations those whose text is known: not the scan."""
    folders = (SHARED / "gold", ROOT / "corpus" / "samples")
    found = [path for folder in folders for path in sorted(folder.glob("*.gold.json"))]
    return [path for path in found if not path.name.startswith("scan_")]


def measured(original: Original, form: str) -> tuple[dict[str, Any], list[str], float]:
    """The counts of the scorer, the misses, and the character error rate."""
    suffix, made = FORMS[form]
    document = read_bytes(made(original), original.name + (suffix or original.path.suffix))
    counts, misses = {name: scorer().Count() for name in scorer().NAMES}, []
    said = json.loads(json.dumps(extract(document).as_json()))
    scorer().score(original.gold, said, counts, misses)
    return counts, misses, _errors(_likened_to(original, form), document)


def _likened_to(original: Original, form: str) -> Document:
    if form.endswith("scan"):
        return read_bytes(original.by_office("pdf"), "a.pdf")
    return read_bytes(original.docx(), "a.docx")


def _errors(wanted: Document, found: Document) -> float:
    distance = Levenshtein.distance(wanted.text, found.text)
    return 100 * distance / len(wanted.text)


def rows(originals: list[Original], form: str) -> Iterator[tuple[str, dict[str, Any], list[str], float]]:
    for original in originals:
        yield original.name, *measured(original, form)


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--forms", default=",".join(FORMS), help="which forms, with commas between")
    options.add_argument("--each", action="store_true", help="a line for every document")
    options.add_argument("--misses", action="store_true", help="what was missed and wrongly added")
    options.add_argument("gold", nargs="*", type=Path)
    asked = options.parse_args()
    originals = [Original(path) for path in asked.gold or golds()]
    print(f"{len(originals)} documents\n{'form':<12}", *(f"{name:>12}" for name in SHOWN), f"{'cer':>8}")
    for form in asked.forms.split(","):
        total = {name: scorer().Count() for name in SHOWN}
        errors = []
        for name, counts, misses, error in rows(originals, form):
            for kind in SHOWN:
                total[kind].add(counts[kind].tp, counts[kind].fp, counts[kind].fn)
            errors.append(error)
            if asked.each:
                print(_row("  " + name[:10], counts, error))
            if asked.misses:
                print(*(f"    {miss}" for miss in misses), sep="\n")
        print(_row(form, total, sum(errors) / len(errors)), flush=True)


def _row(name: str, counts: dict[str, Any], errors: float) -> str:
    return " ".join([f"{name:<12}", *(f"{counts[kind].f1:>12.4f}" for kind in SHOWN), f"{errors:>8.2f}"])


if __name__ == "__main__":
    main()
