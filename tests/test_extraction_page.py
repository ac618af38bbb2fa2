"""The pages on extraction and on citations tell the truth: their examples run, and they name every rule and module."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

from extract import extract
from ingest import read

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "extraction.md"
CITATIONS = ROOT / "docs" / "citations.md"


def test_its_example_runs() -> None:
    result = doctest.testfile(str(PAGE), module_relative=False)
    assert result.attempted > 3
    assert result.failed == 0


def test_it_names_every_rule_that_finds_something_in_the_samples() -> None:
    explained = set(re.findall(r"^\|[^|]*\| `(\w+)` \|", PAGE.read_text("utf-8"), re.MULTILINE))
    rules = CITATIONS.read_text("utf-8").partition("## What `rule` means")[2].partition("##")[0]
    for first_cell in re.findall(r"^\| (`[^|]+) \|", rules, re.MULTILINE):
        explained |= set(re.findall(r"`(\w+)`", first_cell))
    used = set()
    for path in sorted((ROOT / "corpus" / "samples").iterdir()):
        if path.suffix in (".docx", ".html", ".txt"):
            said = extract(read(path))
            facts = (*said.tasks, *said.deadlines, *said.citations, *said.agencies)
            used |= {fact.rule for fact in facts}
    assert len(used) > 8
    assert used <= explained


def test_it_names_every_module() -> None:
    text = PAGE.read_text("utf-8") + CITATIONS.read_text("utf-8")
    modules = {path.stem for path in (ROOT / "extract").glob("*.py")} - {"__init__", "extraction", "dates"}
    assert {module for module in modules if f"`{module}" not in text} == set()
