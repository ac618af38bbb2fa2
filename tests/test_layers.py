"""Imports point left, each third-party library has one door, and no module hides behind a vague name."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LAYERS = ["rulebook", "ingest", "extract", "corpus", "graph", "publish", "nhiemvu"]

# Each library, and the packages or modules that may import it.
DOORS = {
    "alembic": ["corpus"],
    "fastapi": ["nhiemvu.web"],
    "itsdangerous": ["nhiemvu.web.signing"],
    "jinja2": ["nhiemvu.web.rendering"],
    "markupsafe": ["nhiemvu.web"],
    "starlette": ["nhiemvu.web"],
    "uvicorn": ["nhiemvu.web.server"],
    "docx": ["ingest", "publish.appendix_layout", "publish.to_docx"],
    "argon2": ["nhiemvu.web.passwords"],
    "holidays": ["extract.working_days"],
    "dateutil": ["graph.wanted"],
    "icalendar": ["publish.to_ics"],
    "lxml": ["ingest"],
    "networkx": ["graph"],
    # Pixels, and the columns and sets of tasks that a server keeps in memory.
    "numpy": [
        "ingest",
        *(
            f"corpus.{name}"
            for name in ("faceted", "set_search", "task_columns", "task_overlay", "word_sets")
        ),
    ],
    "PIL": ["ingest", "publish.lettering", "publish.page_pictures", "publish.picture_files"],
    "openpyxl": ["publish.from_xlsx"],
    "pdfminer": ["ingest.pdf_maps"],
    "pdfplumber": ["ingest"],
    "platformdirs": ["nhiemvu.where"],
    "pydantic": ["publish.schema", "nhiemvu.web.search_asked"],
    "pypdfium2": ["ingest"],
    "rapidfuzz": ["corpus", "extract.body_slips", "graph", "publish.offices"],
    "rich": ["nhiemvu"],
    # The facts as a `Doc`; phrases of the gazetteer in a text without facts.
    "spacy": ["extract.spans", "extract.gazetteer"],
    "sqlalchemy": ["corpus"],
    "typer": ["nhiemvu"],
    # Words for search, and parts of speech for items whose first word no list knows.
    "underthesea": ["corpus.words", "extract.actions"],
    "xlsxwriter": ["publish.to_xlsx"],
}


def modules(folder: Path = ROOT) -> list[Path]:
    return sorted(path for layer in LAYERS for path in (folder / layer).rglob("*.py"))


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of every module that the file imports, wherever the import stands."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = name_of(path).split(".")[: -node.level] if node.level else []
            yield node.lineno, ".".join([*package, node.module or ""]).strip(".")


def wrong_way(importer: str, imported: str) -> bool:
    return imported in LAYERS and LAYERS.index(imported) > LAYERS.index(importer)


def through_its_door(module: str, library: str) -> bool:
    return any(module == door or module.startswith(door + ".") for door in DOORS[library])


@pytest.mark.parametrize(
    ("importer", "imported", "wrong"),
    [
        ("extract", "ingest", False),
        ("extract", "extract", False),
        ("extract", "corpus", True),
        ("rulebook", "nhiemvu", True),
        ("nhiemvu", "rulebook", False),
        ("rulebook", "json", False),
    ],
)
def test_the_rule_itself(importer: str, imported: str, wrong: bool) -> None:
    assert wrong_way(importer, imported) is wrong


def test_imports_point_left() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line}: imports {module}"
        for path in modules()
        for line, module in imports(path)
        if wrong_way(name_of(path).split(".")[0], module.split(".")[0])
    ]
    assert wrong == []


def test_each_library_has_one_door() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line}: imports {module}"
        for path in modules()
        for line, module in imports(path)
        if module.split(".")[0] in DOORS and not through_its_door(name_of(path), module.split(".")[0])
    ]
    assert wrong == []


def test_no_library_comes_in_without_a_door() -> None:
    known = {*sys.stdlib_module_names, *LAYERS, *DOORS}
    wrong = [
        f"{path.relative_to(ROOT)}:{line}: imports {module}"
        for path in modules()
        for line, module in imports(path)
        if module.split(".")[0] not in known
    ]
    assert wrong == []


def test_names_of_modules_say_what_is_in_them() -> None:
    vague = {"helpers", "utils", "util", "common", "misc", "tools"}
    taken = ({*DOORS, *sys.stdlib_module_names} | vague) - {"__main__"}
    # What serves a command is named for the command.
    commands = {path.stem for path in (ROOT / "nhiemvu" / "commands").glob("*.py")}
    assert [str(path.relative_to(ROOT)) for path in modules() if path.stem.lower() in taken - commands] == []


def test_tests_lie_flat() -> None:
    assert [path.name for path in (ROOT / "tests").rglob("test_*.py") if path.parent.name != "tests"] == []
