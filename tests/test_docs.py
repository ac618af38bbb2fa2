"""The docs tell the truth: the walk through the stages runs, and links lead somewhere."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def test_the_walk_through_the_stages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    page = str(ROOT / "docs" / "architecture.md")
    result = doctest.testfile(page, module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert result.attempted > 20
    assert result.failed == 0


@pytest.mark.parametrize("page", ["citations.md", "deadlines.md", "graph.md", "rulebook.md"])
def test_the_pages_with_examples(page: str) -> None:
    result = doctest.testfile(str(ROOT / "docs" / page), module_relative=False)
    assert result.attempted > 4
    assert result.failed == 0


def test_the_page_on_language_libraries() -> None:
    result = doctest.testfile(str(ROOT / "docs" / "language.md"), module_relative=False)
    assert result.attempted > 10
    assert result.failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_dependency_has_its_reason() -> None:
    declared = (ROOT / "pyproject.toml").read_text("utf-8").partition("[project.scripts]")[0]
    names = re.findall(r'^    "([a-z0-9-]+)(?:>=.*)?",$', declared, re.MULTILINE)
    text = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    assert len(names) > 20
    assert [name for name in names if name not in text] == []
