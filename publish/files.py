"""Writing a checklist to a file: the format by its name, all of it or nothing, never over the document itself."""

from __future__ import annotations

import os
import tempfile
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from publish.checklist import Checklist
from publish.errors import PublishError
from publish.words import Lang, say

# The module of each format has `write(checklist, lang) -> bytes`; it is imported when it is needed.
WRITERS = {
    ".xlsx": "publish.to_xlsx",
    ".docx": "publish.to_docx",
    ".pdf": "publish.to_pdf",
    ".csv": "publish.to_csv",
    ".md": "publish.to_markdown",
    ".ics": "publish.to_ics",
}


def publish(checklist: Checklist, path: str | Path, lang: Lang = "vi") -> None:
    """Writes the checklist to `path`, in the format of its suffix: .xlsx, .docx, .pdf, .csv, .md or .ics.

    A file that stands there is replaced at once when the new one is whole.

    Raises `PublishError` for another suffix, for the document that the checklist was made from, and where the file
    cannot be written.
    """
    target = Path(path)
    _refuse_wrong_target(checklist, target, lang)
    content = import_module(WRITERS[target.suffix.lower()]).write(checklist, lang)
    try:
        write_whole(target.resolve(), content)
    except OSError as error:
        cause = say("không ghi được ({cause})", lang, cause=error.strerror or error)
        raise PublishError(str(path), cause, say("chọn nơi khác mà bạn có quyền ghi", lang)) from error


def _refuse_wrong_target(checklist: Checklist, target: Path, lang: Lang) -> None:
    def refuse(cause: str, remedy: str) -> NoReturn:
        raise PublishError(str(target), say(cause, lang), say(remedy, lang, formats=", ".join(WRITERS)))

    if target.suffix.lower() not in WRITERS:
        refuse("không biết định dạng này", "đặt tên tệp có đuôi {formats}")
    if target.exists() and not target.is_file():
        refuse("không phải là tệp", "chọn tên tệp khác")
    if not target.resolve().parent.is_dir():
        refuse("không có thư mục này", "tạo thư mục trước hoặc chọn nơi khác")
    if _is_source(checklist, target):
        refuse("đây chính là văn bản nguồn", "chọn tên tệp khác để không ghi đè")


def _is_source(checklist: Checklist, target: Path) -> bool:
    try:
        return target.samefile(checklist.path)
    except OSError:
        return False


def write_whole(target: Path, content: bytes) -> None:
    """Writes a file so that it is there whole or not at all; what stands there is replaced. Raises `OSError`."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.stem}-", suffix=target.suffix)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """The permissions of the file that stands there; of a new one, what the user's mask leaves."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
