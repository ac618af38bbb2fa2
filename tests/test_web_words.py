"""Every Vietnamese phrase of a template has its English, and none stands outside of the word tables."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from running import ROOT

from nhiemvu.web.words import ENGLISH

TEMPLATES = sorted((ROOT / "nhiemvu" / "web" / "templates").rglob("*.html"))
SCRIPTS = sorted((ROOT / "nhiemvu" / "web" / "static").glob("*.js"))
_CODE = re.compile(r"{{.*?}}|{%.*?%}|{#.*?#}", re.DOTALL)
_LITERAL = re.compile(r"\"((?:[^\"\\\\]|\\\\.)*)\"|'((?:[^'\\\\]|\\\\.)*)'")
_VIETNAMESE = re.compile(r"[à-ỹÀ-ỸđĐ]")
_BRAND = "nhiệm vụ"


def phrases(template: str) -> set[str]:
    """The Vietnamese literals in the code of a template."""
    found = {one or other for code in _CODE.findall(template) for one, other in _LITERAL.findall(code)}
    return {phrase for phrase in found if _VIETNAMESE.search(phrase)}


def test_phrases_are_found() -> None:
    assert phrases("""{{ _("Tìm kiếm") }} {% for a in ("Cơ quan", 'Hạn') %} Nhiệm vụ""") == {
        "Tìm kiếm",
        "Cơ quan",
        "Hạn",
    }


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_each_phrase_has_its_english(path: Path) -> None:
    assert {phrase for phrase in phrases(path.read_text("utf-8")) if phrase not in ENGLISH} == set()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_word_stands_outside_of_the_tables(path: Path) -> None:
    bare = _CODE.sub("", path.read_text("utf-8")).replace(_BRAND, "")
    assert [line.strip() for line in bare.splitlines() if _VIETNAMESE.search(line)] == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_have_no_words_of_their_own(path: Path) -> None:
    """They take them from the page (`data-` attributes), which knows the language."""
    assert not _VIETNAMESE.search(path.read_text("utf-8"))
