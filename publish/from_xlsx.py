"""A checklist that was filled in by hand, read back from XLSX (nhận lại bảng đã điền): the only door to `openpyxl`.

The file comes from outside, so nothing in it is trusted: before it is opened its size unpacked is known, and no part of
it may declare a document type, which is what XML needs to blow up or to fetch something (Office Open XML forbids one:
ECMA-376, part 2). Macros, links and formulas are not looked at; of a formula the value counts that was saved with it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, get_args

from corpus.facts import ProgressState
from publish.errors import PublishError
from publish.filled_rows import Cells, Memory, Remembered, filled_in, head_of
from publish.marks import Filled
from publish.row_keys import COLUMNS, SHEET

MOST_BYTES = 20 * 1024**2
"""The most bytes of a file; a checklist of a thousand tasks has 0.2 MB."""

MOST_UNPACKED = 50 * 1024**2
MOST_PARTS = 1_000
MOST_ROWS, MOST_COLUMNS = 20_000, 60

_PORTION = 1024**2
_DECLARED = (b"<!DOCTYPE", b"<!ENTITY")
_REMEDY = "dùng tệp .xlsx do nhiemvu lập, mở bằng Excel hoặc LibreOffice rồi lưu lại"


def read_marks(path: str | Path) -> Filled:
    """The marks in a file. Raises `PublishError` as `marks_in` does, and where there is no such file."""
    try:
        with Path(path).open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        cause = f"không đọc được tệp ({error.strerror})"
        raise PublishError(str(path), cause, "kiểm tra đường dẫn và quyền đọc") from error
    return marks_in(content, str(path))


def marks_in(content: bytes, name: str) -> Filled:
    """The marks in the bytes of an XLSX file; `name` is what errors call it.

    Raises `PublishError` for what is no XLSX file, is broken, too large, made to harm, or has no table with the columns
    of a checklist.
    """
    _refuse_harm(content, name)
    with _explained(name):
        return _read(content, name)


def _refuse_harm(content: bytes, name: str) -> None:
    if len(content) > MOST_BYTES:
        raise PublishError(name, f"tệp lớn quá {MOST_BYTES // 1024**2} MB", _REMEDY)
    if not zipfile.is_zipfile(io.BytesIO(content)):
        raise PublishError(name, "không phải tệp .xlsx (hoặc đã đặt mật khẩu)", _REMEDY)
    with _explained(name), zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        # A part is never read beyond the size that it declares, so what is declared is what there is.
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise PublishError(name, f"tệp giải nén ra lớn quá {MOST_UNPACKED // 1024**2} MB", _REMEDY)
        for part in parts:
            if _declares(archive, part):
                raise PublishError(name, "tệp có khai báo XML không an toàn", _REMEDY)


def _declares(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether a part declares a document type or an entity, in whatever encoding of Unicode."""
    rest = b""
    with archive.open(part) as file:
        while portion := file.read(_PORTION):
            seen = rest + portion.replace(b"\0", b"").upper()
            if any(one in seen for one in _DECLARED):
                return True
            rest = seen[-16:]
    return False


@contextmanager
def _explained(name: str) -> Iterator[None]:
    """Whatever a broken file raises inside, as one clear error."""
    try:
        yield
    except PublishError:
        raise
    except Exception as error:  # a reader of foreign formats raises anything
        raise PublishError(name, "tệp .xlsx bị hỏng, không đọc được", _REMEDY) from error


def _read(content: bytes, name: str) -> Filled:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        sheets = [sheet for sheet in book.worksheets if sheet.title != SHEET]
        memory = _memory(book[SHEET]) if SHEET in book.sheetnames else Memory()
        for sheet in sheets:
            if found := head_of(_rows(sheet)):
                at, where = found
                return filled_in(_rows(sheet, at + 1), at + 1, where, memory)
    finally:
        book.close()
    cause = "không có bảng với các cột “Nội dung công việc” và “Tình trạng”"
    raise PublishError(name, cause, _REMEDY)


def _rows(sheet: Any, first: int = 1) -> Iterator[Cells]:
    """The values of the rows, as far as a checklist may reach, whatever size the sheet says that it has."""
    last = first + MOST_ROWS
    for number, row in enumerate(_values(sheet, first, last), first):
        if number >= last and all(cell is None for cell in row):
            return  # the row is only formatted: programs do that down to the last one
        if number >= last:
            raise PublishError(sheet.title, f"trang tính có quá {MOST_ROWS} dòng", _REMEDY)
        yield row


def _values(sheet: Any, first: int, last: int) -> Iterator[Cells]:
    rows: Iterator[Cells] = sheet.iter_rows(
        min_row=first, max_row=last, max_col=MOST_COLUMNS, values_only=True
    )
    return rows


def _memory(sheet: Any) -> Memory:
    """What the hidden sheet remembers; what is not whole there is left out."""
    rows = [["" if cell is None else str(cell) for cell in row[: len(COLUMNS)]] for row in _rows(sheet)]
    document = tuple([*rows[0], "", "", "", ""][:4]) if rows else ("", "", "", "")
    states = get_args(ProgressState)
    kept = tuple(Remembered(*row) for row in rows[2:] if len(row) == len(COLUMNS) and row[4] in states)  # type: ignore[arg-type]
    return Memory(kept, document)  # type: ignore[arg-type]
