"""Annotations of documents as files in a folder, one a document: `ke-hoach-58.gold.json`.

Every file says which document it is of (`sha256`). So the annotation of the same document is replaced when it is
written again, and nothing else ever is, least of all an annotation made by hand: where another file has the name, the
new one is called `ke-hoach-58-2.gold.json`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any

from publish.errors import PublishError
from publish.files import write_whole
from publish.words import Lang, say


def write_annotations(
    annotations: Iterable[Mapping[str, Any]], folder: str | Path, lang: Lang = "vi"
) -> Iterator[Path]:
    """Writes annotations (`corpus.annotation`) into a folder, which is made where there is none; gives the path of each
    file once it is written. Raises `PublishError` where the folder cannot be made or written in."""
    target = Path(folder)
    try:
        target.mkdir(parents=True, exist_ok=True)
        for one in annotations:
            path = _free(target, one)
            write_whole(path, as_text(one).encode("utf-8", "replace"))
            yield path
    except FileExistsError as error:
        cause, remedy = say("không phải là thư mục", lang), say("chọn tên thư mục khác", lang)
        raise PublishError(str(folder), cause, remedy) from error
    except OSError as error:
        cause = say("không ghi được ({cause})", lang, cause=error.strerror or error)
        raise PublishError(str(folder), cause, say("chọn nơi khác mà bạn có quyền ghi", lang)) from error


def as_text(annotation: Mapping[str, Any]) -> str:
    """The annotation as JSON with a fact a line, so that people can read it and compare versions.

    >>> print(as_text({"document": "a.txt", "header": {"date": None}, "tasks": [{"quote": "Rà soát."}]}), end="")
    {
     "document": "a.txt",
     "header": {
      "date": null
     },
     "tasks": [
      {"quote": "Rà soát."}
     ]
    }
    """
    parts = [f" {json.dumps(name)}: {_part(value)}" for name, value in annotation.items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _part(value: Any) -> str:
    if isinstance(value, Mapping):
        return _lines("{", [f"{json.dumps(name)}: {_line(one)}" for name, one in value.items()], "}")
    return _lines("[", [_line(one) for one in value], "]") if isinstance(value, list) else _line(value)


def _lines(first: str, lines: list[str], last: str) -> str:
    return first + "\n" + ",\n".join(f"  {line}" for line in lines) + f"\n {last}" if lines else first + last


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _free(folder: Path, annotation: Mapping[str, Any]) -> Path:
    from publish.picture_files import safe_stem

    stem = safe_stem(annotation["document"])
    for number in count(1):
        path = folder / (stem + (f"-{number}" if number > 1 else "") + ".gold.json")
        if not path.exists() or _document_of(path) == annotation["sha256"]:
            return path
    raise AssertionError("numbers do not end")


def _document_of(path: Path) -> str | None:
    """The document that a file is the annotation of, where it was written by this module."""
    try:
        said = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return said.get("sha256") if isinstance(said, dict) and "corrected" in said else None
