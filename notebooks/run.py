"""Runs the notebooks and writes down what they show: `python -m notebooks.run [NAME ...]`, without a name all of them.

Each runs with the kernel of this environment, as a copy in an empty folder, so that it needs nothing but the packages.
What differs from machine to machine is not kept, so that the same code gives the same file.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbformat import NotebookNode
from nbmake.nb_run import NotebookRun

FOLDER = Path(__file__).parent
VERSION = 4  # of the format
_SECONDS = 300  # for one cell
_METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
# What a user may have set, and what would show in a notebook or choose another kernel.
_SETTINGS = ("NHIEMVU_", "JUPYTER_", "MPLBACKEND", "MATPLOTLIBRC")


class NotebookError(Exception):
    """A cell that failed: the notebook, the number of the cell, and the traceback."""


def notebooks() -> list[Path]:
    """The notebooks, in their order."""
    return sorted(FOLDER.glob("[0-9]*.ipynb"))


def executed(path: Path, folder: Path) -> NotebookNode:
    """The notebook as a new run of a copy in `folder` leaves it; the file stays as it is. Raises `NotebookError`."""
    copy = Path(shutil.copy(path, folder))
    with _environment(folder):
        done = NotebookRun(copy, _SECONDS, kernel="python3").execute()
    if done.error:
        number = done.error.failing_cell_index + 1
        raise NotebookError(f"{path.name}, cell {number}: {done.error.summary}\n{done.error.trace}")
    return cleaned(done.nb)


def cleaned(notebook: NotebookNode) -> NotebookNode:
    """The notebook without times, versions and the name of a kernel, its cells named by their places."""
    notebook.metadata = nbformat.from_dict(_METADATA)
    for number, cell in enumerate(notebook.cells, 1):
        cell.id = f"cell-{number:02}"
        cell.metadata = nbformat.from_dict({})
    return notebook


@contextmanager
def _environment(folder: Path) -> Iterator[None]:
    """While a kernel starts: this repository's packages, this environment's kernel before any other, no settings of
    the user's."""
    kept = dict(os.environ)
    for name in kept:
        if name.startswith(_SETTINGS):
            del os.environ[name]
    paths = [str(FOLDER.parent), *filter(None, [kept.get("PYTHONPATH")])]
    os.environ["PYTHONPATH"] = os.pathsep.join(paths)
    os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"
    os.environ["IPYTHONDIR"] = str(folder / ".ipython")
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(kept)


def main() -> int:
    """Runs the notebooks that are named, or all, and writes them; returns the exit status."""
    names = sys.argv[1:] or [path.stem for path in notebooks()]
    chosen = [path for path in notebooks() if {path.stem, path.name} & set(names)]
    if not chosen:
        print(f"no notebook of this name; there are: {', '.join(path.stem for path in notebooks())}")
        return 2
    for path in chosen:
        with TemporaryDirectory() as folder:
            nbformat.write(executed(path, Path(folder)), path)
        print(f"{path.name}: {path.stat().st_size // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
