"""Bytes to `Document`: one reader per format, chosen by the content and never by the name of the file.

read("ke-hoach.docx").text          the normalised text that all offsets in the project count in
read_bytes(upload, "cong-van.pdf")  the same for bytes that are in no file
read_many("ho-so.zip")              each document in a folder or archive
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ingest.document import Document
from ingest.errors import ReadError
from ingest.policy import Policy

__all__ = ["Document", "ReadError", "load", "read", "read_bytes", "read_many"]

MOST_BYTES = 256 * 1024 * 1024
"""The largest file that is read."""


def read(path: str | Path, ocr: Policy = "auto") -> Document:
    """The document in a file, or in a ZIP archive (`ho-so.zip/ke-hoach.docx`); `ocr` says when pictures of text are
    recognised (`ingest.policy`). Raises `ReadError`, which names file, cause and remedy, for whatever cannot be read.

    >>> read("no-such-file.pdf")
    Traceback (most recent call last):
    ingest.errors.ReadError: no-such-file.pdf: không có tệp này; kiểm tra lại đường dẫn
    """
    return read_bytes(load(path), str(path), ocr)


def load(path: str | Path) -> bytes:
    """The bytes of a file, or of a member of a ZIP archive (`ho-so.zip/ke-hoach.docx`). Raises `ReadError`, as
    `read`."""
    name = str(path)
    try:
        file = Path(path)
        if file.is_dir():
            raise ReadError(name, "là thư mục, không phải tệp", "chỉ ra từng tệp trong thư mục")
        if file.exists() and not file.is_file():
            raise ReadError(name, "không phải tệp thông thường", "chỉ ra một tệp văn bản")
        if file.stat().st_size > MOST_BYTES:
            raise _too_large(name, file.stat().st_size)
        return file.read_bytes()
    except NotADirectoryError:  # something in a file: a member of an archive
        from ingest.archives import read_member

        return read_member(name)
    except FileNotFoundError:
        raise ReadError(name, "không có tệp này", "kiểm tra lại đường dẫn") from None
    except PermissionError:
        raise ReadError(name, "không có quyền đọc tệp", "xin quyền đọc hoặc chép tệp sang nơi khác") from None
    except (OSError, ValueError) as error:
        raise ReadError(name, f"không mở được tệp ({error})", "kiểm tra lại đường dẫn và ổ đĩa") from error


def read_many(path: str | Path, ocr: Policy = "auto") -> Iterator[tuple[str, Document | ReadError]]:
    """Each document in a folder or ZIP archive, also in archives in it, by the name that `read` reads it by, or why it
    could not be read; of a file that is neither, the document in it. One at a time, in a fixed order."""
    from ingest.archives import files_in

    for name in files_in(str(path)):
        try:
            yield name, read(name, ocr)
        except ReadError as error:
            yield name, error


def read_bytes(data: bytes, name: str, ocr: Policy = "auto") -> Document:
    """The document in `data`; `name` is the file name that `Source` and errors show. Raises `ReadError`.

    >>> read_bytes("KẾ HOẠCH\\nTổng kết năm 2024".encode(), "a.txt").text
    'KẾ HOẠCH\\nTổng kết năm 2024'
    """
    from ingest.formats import reader_for
    from ingest.language import refuse_other_text

    if not data:
        raise ReadError(name, "tệp rỗng", "kiểm tra lại tệp gốc")
    if len(data) > MOST_BYTES:
        raise _too_large(name, len(data))
    try:
        document = reader_for(data, name, ocr)(data, name)
    except RecursionError:
        raise ReadError(name, "nội dung lồng nhau quá sâu", "kiểm tra nguồn gốc của tệp") from None
    if not document.text.strip():
        raise ReadError(name, "tệp không có chữ nào", "kiểm tra lại tệp gốc")
    refuse_other_text(document, name)
    return document


def _too_large(name: str, size: int) -> ReadError:
    megabytes = 1024 * 1024
    return ReadError(
        name,
        f"tệp quá lớn ({size // megabytes} MB, tối đa {MOST_BYTES // megabytes} MB)",
        "tách tệp thành từng văn bản",
    )
