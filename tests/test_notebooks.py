"""The notebooks: each runs through in an empty folder and shows what it shows in the repository, and none tells of the
machine on which it was run."""

from __future__ import annotations

import base64
import io
import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook
from PIL import Image

from notebooks.run import FOLDER, VERSION, NotebookError, cleaned, executed, notebooks

ROOT = Path(__file__).parents[1]
PATHS = re.compile(
    r"(?<![\w.<-])/(?:home|root|tmp|var|usr|opt|mnt|work|private|Users)/|\b[A-Z]:\\\w|site-packages"
)
LARGEST = 700_000  # bytes of a notebook: it is read on the web

every_notebook = pytest.mark.parametrize("path", notebooks(), ids=lambda path: path.stem)


def outputs(notebook: NotebookNode) -> Iterator[NotebookNode]:
    return (output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs)


def words(notebook: NotebookNode) -> list[dict[str, str]]:
    """What the cells show, cell by cell, without the pixels of pictures."""
    shown = [
        output.get("data") or {output.get("name", "error"): output.get("text")}
        for output in outputs(notebook)
    ]
    return [{kind: said for kind, said in one.items() if kind != "image/png"} for one in shown]


def pictures(notebook: NotebookNode) -> list[Image.Image]:
    found = [
        output.data["image/png"] for output in outputs(notebook) if "image/png" in output.get("data", {})
    ]
    return [Image.open(io.BytesIO(base64.b64decode(one))) for one in found]


def written(path: Path) -> NotebookNode:
    return nbformat.read(path, VERSION)


def with_cell(folder: Path, source: str) -> Path:
    """A notebook of one cell."""
    path = folder / "one.ipynb"
    nbformat.write(new_notebook(cells=[new_code_cell(source)]), path)
    return path


def test_there_are_three() -> None:
    assert [path.stem for path in notebooks()] == [
        "01_one_document",
        "02_the_corpus",
        "03_the_obligation_graph",
    ]


@every_notebook
def test_a_new_run_shows_what_is_written(path: Path, tmp_path: Path) -> None:
    anew = executed(path, tmp_path)
    assert words(anew) == words(written(path)), "what it shows has changed: `make notebooks` writes it anew"
    assert len(pictures(anew)) == len(pictures(written(path))) > 0
    left = [one.name for one in tmp_path.iterdir() if one.name not in (path.name, ".ipython")]
    assert left == []


def test_a_document_of_the_reader_can_be_put_in(tmp_path: Path) -> None:
    """As the first notebook says: one that has other sections, and no pages to draw boxes on."""
    name = "05-kh-58-ubnd-hung-ha.docx"
    notebook = written(notebooks()[0])
    for cell in notebook.cells:
        cell.source = cell.source.replace("09-kh-15-ubnd-xa-tien-la.pdf", name)
    nbformat.write(notebook, tmp_path / "own.ipynb")
    (folder := tmp_path / "run").mkdir()
    anew = executed(tmp_path / "own.ipynb", folder)
    assert pictures(anew) == []
    assert any(name in one.get("text/html", "") for one in words(anew))


@every_notebook
def test_nothing_tells_of_the_machine(path: Path) -> None:
    notebook = written(path)
    shown = "\n".join(said for one in words(notebook) for said in one.values())
    assert len(shown) > 5_000
    assert PATHS.findall(shown) == []
    assert f"{Path.home()}/" not in shown
    assert [
        picture.info for picture in pictures(notebook) if {"Software", "Creation Time"} & set(picture.info)
    ] == []
    assert cleaned(written(path)) == notebook


@every_notebook
def test_it_is_whole_and_small(path: Path) -> None:
    notebook = written(path)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    assert {output.output_type for output in outputs(notebook)} <= {
        "stream",
        "display_data",
        "execute_result",
    }
    assert {output.name for output in outputs(notebook) if output.output_type == "stream"} <= {"stdout"}
    assert path.stat().st_size < LARGEST


def test_links_lead_to_files() -> None:
    cells = [
        cell.source for path in notebooks() for cell in written(path).cells if cell.cell_type == "markdown"
    ]
    text = "\n".join([*cells, (FOLDER / "README.md").read_text("utf-8")])
    links = re.findall(r"\]\(([^)#:]+)\)", text)
    assert {*links} >= {path.name for path in notebooks()}
    assert [link for link in links if not (FOLDER / link).exists()] == []


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("/home/hoa/kho.db", True),
        ("File /usr/lib/python3.11/site.py", True),
        (r"C:\Users\hoa", True),
        ("/tmp/tmpabc/kho.db", True),
        ("/akn/vn/act/quyet-dinh/2023/1986-qd-ttg", False),
        ("</tmp/>", False),
        ("phối hợp/home/", False),
    ],
)
def test_what_a_path_of_a_machine_is(said: str, found: bool) -> None:
    assert bool(PATHS.search(said)) is found


def test_a_cell_that_fails_is_told(tmp_path: Path) -> None:
    (folder := tmp_path / "run").mkdir()
    with pytest.raises(NotebookError, match=r"one.ipynb, cell 1: (?s:.*)ZeroDivisionError"):
        executed(with_cell(tmp_path, "1 / 0"), folder)


def test_the_kernel_is_that_of_this_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A `python3` of another environment, registered by the user, is not taken, nor what the user has set."""
    other = tmp_path / "share" / "jupyter" / "kernels" / "python3"
    other.mkdir(parents=True)
    (other / "kernel.json").write_text(
        json.dumps({"argv": ["false"], "display_name": "other", "language": "python"})
    )
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "share" / "jupyter"))
    monkeypatch.setenv("NHIEMVU_LANG", "en")
    before = dict(os.environ)
    (folder := tmp_path / "run").mkdir()
    source = "import os, sys, nhiemvu\nprint(sys.prefix, nhiemvu.__file__, os.environ.get('NHIEMVU_LANG'))"
    (shown,) = words(executed(with_cell(tmp_path, source), folder))
    assert shown["stdout"].split() == [sys.prefix, str(ROOT / "nhiemvu" / "__init__.py"), "None"]
    assert dict(os.environ) == before
