"""What spaCy and underthesea buy, and what they cost: `python bench/language.py [FOLDER ..]`.

Measured on the annotated documents of the FOLDERs (`NAME.gold.json` beside its document, or in `../seeds` or
`../documents` from there), else on `tests/documents` and `corpus/samples`:

- load: seconds and megabytes of a process of its own that uses each piece once;
- sentences: our splitter and `underthesea.sent_tokenize` on the same paragraphs, and the tasks found with each;
- parts of speech: how often they are asked, the tasks found with and without them, also where no verb is known, and
  the made-up phrases of `heads.tsv`, which have no verb that the cue words know;
- agencies: the grammar, and spaCy's phrase matcher over the gazetteer;
- search: questions of two compound words of a task, in the other order: how many answers have both, and the first one.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

from rapidfuzz import fuzz

import corpus.search
import corpus.words
import extract.tasks
import extract.units
import extract.work
from corpus.store import Corpus
from corpus.words import exact
from extract import extract as extract_
from extract.actions import head_kind
from extract.bodies import Span, bodies
from extract.gazetteer import known_agencies
from extract.outline import outline
from extract.spans import tokens
from ingest import Document, read

ROOT = Path(__file__).parents[1]
HEADS = Path(__file__).with_name("heads.tsv")
FOLDERS = [ROOT / "tests" / "documents", ROOT / "corpus" / "samples"]
LOADS = {
    "python -c pass": "pass",
    "nhiemvu.parse, nothing asked": "import nhiemvu; nhiemvu.parse({plan!r})",
    "spaCy imported": "import spacy",
    "nhiemvu.parse(..).to_spacy()": "import nhiemvu; nhiemvu.parse({plan!r}).to_spacy()",
    "underthesea imported": "import underthesea",
    "one phrase tagged": "from extract.actions import head_kind; head_kind('Sơ đồ nhà kho')",
    "one phrase cut into words": "from corpus.words import compound; compound('thẩm định kinh phí')",
}
QUESTIONS = 200
ALIKE = 75  # per cent
_AFTER_SEMICOLON = re.compile(r"(?<=;)\s+")
_NEVER = re.compile(r"(?!)")


class Sample(NamedTuple):
    """A document and the quotes of the tasks that were written down for it."""

    document: Document
    quotes: frozenset[str]


def samples(folders: list[Path]) -> list[Sample]:
    """The annotated documents that are text; scans are left out."""
    paths = [path for folder in folders for path in sorted(folder.glob("*.gold.json"))]
    found = []
    for path in paths:
        gold = json.loads(path.read_text("utf-8"))
        places = [path.parent, path.parent.parent / "seeds", path.parent.parent / "documents"]
        document = next(place / gold["document"] for place in places if (place / gold["document"]).exists())
        if not gold["document"].startswith("scan_"):
            quotes = frozenset(_start(task["quote"]) for task in gold["tasks"])
            found.append(Sample(read(document), quotes))
    return found


def _start(quote: str) -> str:
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFC", quote).lower()).strip()[:60]


def tasks_found(given: list[Sample]) -> tuple[int, int, int]:
    """How many tasks were found, missed and wrongly added; one cut otherwise than the annotation still counts."""
    right = missed = added = 0
    for document, quotes in given:
        found = extract.tasks.find_tasks(outline(document), document)
        said = {_start(document.text[task.start : task.end]) for task in found}
        left = said - quotes
        for quote in sorted(quotes - said):
            like = max(left, key=lambda one: fuzz.ratio(one, quote), default="")
            if fuzz.ratio(like, quote) >= ALIKE:
                left.remove(like)
            else:
                missed += 1
        right, added = right + len(said) - len(left), added + len(left)
    return right, missed, added


@contextmanager
def changed(module: Any, name: str, value: Any) -> Iterator[None]:
    """A part of the program replaced for a while."""
    kept = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, kept)


def megabytes_and_seconds(code: str) -> tuple[float, float]:
    """The most memory that a process of its own takes, and how long it runs."""
    told = (
        "\nimport pathlib; print(pathlib.Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0])"
    )
    start = perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code + told], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return int(done.stdout.split()[-1]) / 1024, perf_counter() - start


def their_sentences(text: str) -> list[Span]:
    """What underthesea takes for sentences, found again in the text."""
    from underthesea import sent_tokenize

    found, here = [], 0
    for sentence in sent_tokenize(text):
        start = text.index(sentence, here)
        here = start + len(sentence)
        found.append(Span(start, here))
    return found


def their_sentences_and_clauses(text: str) -> list[Span]:
    """The same, cut at semicolons too, as ours are."""
    found = []
    for start, end in their_sentences(text):
        gaps = [gap.span() for gap in _AFTER_SEMICOLON.finditer(text, start, end)]
        found += [
            Span(a, b)
            for a, b in zip([start, *(b for _, b in gaps)], [*(a for a, _ in gaps), end], strict=True)
        ]
    return found


def speed(work: Callable[[str], object], texts: list[str]) -> float:
    """Megabytes of UTF-8 a second, the best of three runs."""
    work(texts[0])
    best = 0.0
    for _ in range(3):
        start = perf_counter()
        for text in texts:
            work(text)
        best = max(best, sum(len(text.encode()) for text in texts) / 1e6 / (perf_counter() - start))
    return best


def print_loads() -> None:
    plan = str(ROOT / "corpus" / "samples" / "03-ct-31-tinh-uy-thai-binh.txt")
    print(f"{'load':34}{'seconds':>9}{'MB':>7}")
    for name, code in LOADS.items():
        runs = [megabytes_and_seconds(code.format(plan=plan)) for _ in range(3)]
        print(f"{name:34}{min(seconds for _, seconds in runs):9.2f}{min(most for most, _ in runs):7.0f}")


def print_sentences(given: list[Sample]) -> None:
    kinds = ("paragraph", "heading", "footnote")
    texts = [
        sample.document.text_of(block)
        for sample in given
        for block in sample.document.blocks
        if block.kind in kinds
    ]
    ours = [
        {span.end for span in extract.units.sentences(text)[:-1] if text[span.end - 1] != ";"}
        for text in texts
    ]
    theirs = [{span.end for span in their_sentences(text)[:-1]} for text in texts]
    both = sum(len(a & b) for a, b in zip(ours, theirs, strict=True))
    print(f"\n{'sentences':34}{'MB/s':>9}{'cuts':>7}{'alone':>7}{'found':>7}{'missed':>8}{'added':>7}")
    splitters = (
        ("ours", extract.units.sentences, extract.units.sentences, ours),
        ("underthesea", their_sentences, their_sentences_and_clauses, theirs),
    )
    for name, split, clauses, cuts in splitters:
        with changed(extract.units, "sentences", clauses):
            found = tasks_found(given)
        count = sum(map(len, cuts))
        print(
            f"{name:34}{speed(split, texts):9.1f}{count:7}{count - both:7}{found[0]:7}{found[1]:8}{found[2]:7}"
        )
    for name, cuts, others in (("ours", ours, theirs), ("underthesea", theirs, ours)):
        alone = [(text, end) for text, a, b in zip(texts, cuts, others, strict=True) for end in sorted(a - b)]
        print(
            f"  only {name}:",
            *(
                repr(text[max(0, end - 12) : end] + " | " + text[end : end + 12].strip())
                for text, end in alone[:8]
            ),
        )


def print_parts_of_speech(given: list[Sample]) -> None:
    asked: list[str] = []
    decide = extract.work.is_work_by_head

    def counted(item: str, *, ended: bool) -> bool:
        asked.append(item)
        return decide(item, ended=ended)

    def left_open(item: str, *, ended: bool) -> bool:
        return ended

    patterns = extract.work._patterns()
    print(f"\n{'parts of speech':34}{'asked':>9}{'found':>7}{'missed':>8}{'added':>7}")
    for name, action in (("verbs of the cue words", patterns["action"]), ("no verb known", _NEVER)):
        for how, decision in (("without", left_open), ("with", counted)):
            asked.clear()
            with (
                changed(extract.work, "is_work_by_head", decision),
                changed(extract.work, "_patterns", lambda action=action: patterns | {"action": action}),
            ):
                found = tasks_found(given)
            print(f"{name + ', ' + how:34}{len(asked):9}{found[0]:7}{found[1]:8}{found[2]:7}")
    heads = [line.split("\t") for line in HEADS.read_text("utf-8").splitlines()[1:]]
    phrases = [phrase for _, phrase in heads]
    print(f"\n{'phrases of heads.tsv':34}{'action':>9}{'thing':>7}{'open':>8}{'KB/s':>7}")
    rate = (
        speed(lambda phrase: (head_kind.__globals__["_kind"].cache_clear(), head_kind(phrase)), phrases)
        * 1000
    )
    for kind in ("action", "thing"):
        said = [head_kind(phrase) for of_kind, phrase in heads if of_kind == kind]
        print(f"{kind:34}{said.count('action'):9}{said.count('thing'):7}{said.count(None):8}{rate:7.0f}")


def print_agencies(given: list[Sample]) -> None:
    mentions = exact = within = named = 0
    for document, _ in given:
        doc = known_agencies(document.text)
        places = {(span.start_char, span.end_char) for span in doc.spans["agencies"]}
        found = extract_(document).agencies
        named += len(places)
        mentions += len(found)
        exact += sum((one.start, one.end) in places for one in found)
        within += sum(any(one.start <= a and b <= one.end for a, b in places) for one in found)
    texts = [sample.document.text for sample in given]
    print(f"\n{'agencies':34}{'MB/s':>9}{'names':>7}{'exact':>8}{'within':>8}")
    print(f"{'grammar':34}{speed(lambda text: list(bodies(text)), texts):9.1f}{mentions:7}")
    print(
        f"{'phrase matcher, with tokens':34}{speed(known_agencies, texts):9.1f}{named:7}{exact:8}{within:8}"
    )
    print(f"{'tokens alone':34}{speed(tokens, texts):9.1f}")


def print_search(given: list[Sample]) -> None:
    said = [extract_(sample.document) for sample in given]
    quotes = [exact(task.quote) for one in said for task in one.tasks]
    asked = [pair for quote in quotes if (pair := _two_words(quote))][:QUESTIONS]
    print(f"\n{'compound words in search':34}{'add, s':>9}{'answers':>9}{'both':>7}{'first':>7}")
    for name, cut in (("with", corpus.words.compound), ("without", exact)):
        with (
            tempfile.TemporaryDirectory() as folder,
            changed(corpus.words, "compound", cut),
            changed(corpus.search, "compound", cut),
            Corpus.open(str(Path(folder, "kho.db"))) as held,
        ):
            start = perf_counter()
            for one in said:
                held.add(one)
            taken = perf_counter() - start
            answers = [
                [all(word in quotes[hit.id - 1] for word in pair) for hit in held.find_tasks(" ".join(pair))]
                for pair in asked
            ]
        first = sum(bool(right and right[0]) for right in answers)
        print(f"{name:34}{taken:9.1f}{sum(map(len, answers)):9}{sum(map(sum, answers)):7}{first:7}")


def _two_words(quote: str) -> tuple[str, str] | None:
    """Two neighbouring words of two syllables from the middle of a task, the later one first."""
    words = [word.replace("_", " ") for word in corpus.words.compound(quote).split() if word.count("_") == 1]
    middle = len(words) // 2
    return (words[middle], words[middle - 1]) if len(words) > 3 else None


def main() -> None:
    given = samples([Path(name) for name in sys.argv[1:]] or FOLDERS)
    print(f"{len(given)} documents, {sum(len(sample.quotes) for sample in given)} tasks\n")
    print_loads()
    print_sentences(given)
    print_parts_of_speech(given)
    print_agencies(given)
    print_search(given)


if __name__ == "__main__":
    main()
