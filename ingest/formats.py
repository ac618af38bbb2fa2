"""Which format a file has, told by its content: the name of a file is only what somebody called it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from functools import partial

from ingest.document import Document
from ingest.errors import ReadError
from ingest.ole import SIGNATURE, directory_start, stream_names
from ingest.policy import Policy

Reader = Callable[[bytes, str], Document]

_PICTURES = (  # what scanners and telephones make
    (b"\x89PNG\r\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
_PDF_HEAD = 1024  # the header may stand anywhere in the first kilobyte
_SAMPLE = 4096
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|table|div|p|span|center|font|b|h[1-6])"
    r"[\s/>]",
    re.IGNORECASE | re.DOTALL,
)
_AS_DOCX = "mở bằng Word hoặc LibreOffice, chọn Lưu thành (Save As) dạng DOCX rồi đọc lại"
_UNZIP = "giải nén rồi chỉ ra từng văn bản bên trong"
_TEXT_NEEDED = "xin bản Word hoặc PDF có lớp chữ"

_UNREADABLE: tuple[tuple[bytes, str, str], ...] = (
    (b"GIF8", "là ảnh GIF, không có chữ để đọc", _TEXT_NEEDED),
    (b"Rar!\x1a\x07", "là tệp nén RAR", _UNZIP),
    (b"7z\xbc\xaf\x27\x1c", "là tệp nén 7z", _UNZIP),
    (b"\x1f\x8b", "là tệp nén gzip", _UNZIP),
)
_OLE_STREAMS: tuple[tuple[str, str, str], ...] = (
    ("EncryptedPackage", "tệp Office có mật khẩu", "mở bằng mật khẩu, bỏ mật khẩu rồi lưu lại"),
    ("Workbook", "là bảng tính Excel đời cũ (.xls), không phải văn bản", "lưu văn bản thành DOCX hoặc PDF"),
)


def reader_for(data: bytes, name: str, ocr: Policy = "auto") -> Reader:
    """The reader for the content; `ocr` says when pictures of text are recognised.

    Raises `ReadError` for a known format that cannot be read.

    >>> reader_for(b"<!DOCTYPE html><html></html>", "van-ban.docx").__name__
    'read_web_page'
    """
    for start, cause, remedy in _UNREADABLE:
        if data.startswith(start):
            raise ReadError(name, cause, remedy)
    if b"%PDF-" in data[:_PDF_HEAD]:
        from ingest.pdf import read_pdf

        return partial(read_pdf, ocr=ocr)
    for start, media_type in _PICTURES:
        if data.startswith(start):
            from ingest.pictures import read_picture

            return partial(read_picture, media_type=media_type, ocr=ocr)
    if data.startswith(SIGNATURE):
        return _ole(data, name)
    if data.startswith(b"{\\rtf"):
        from ingest.office import read_rtf

        return read_rtf
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip(data, name)
    if _HTML.match(_characters(data)):
        from ingest.web_page import read_web_page

        return read_web_page
    if b"multipart/related" in data[:_SAMPLE] and b"MIME-Version" in data[:_SAMPLE]:
        from ingest.web_archive import read_web_archive

        return read_web_archive
    from ingest.plain_text import read_plain_text

    return read_plain_text


def _characters(data: bytes) -> str:
    """The beginning of the bytes, read so that markup can be seen in any encoding."""
    return data[:_SAMPLE].replace(b"\x00", b"").decode("latin-1").removeprefix("ï»¿").lstrip("ÿþ")


def _ole(data: bytes, name: str) -> Reader:
    if directory_start(data) >= len(data):
        raise ReadError(name, "tệp Word đời cũ (.doc) bị cắt cụt", "xin lại tệp gốc hoặc tải lại")
    names = stream_names(data)
    for stream, cause, remedy in _OLE_STREAMS:
        if _holds(data, names, stream):
            raise ReadError(name, cause, remedy)
    if _holds(data, names, "WordDocument"):
        from ingest.office import read_doc

        return read_doc
    raise ReadError(name, "là tệp Office đời cũ, chưa đọc được", _AS_DOCX)


def _holds(data: bytes, names: frozenset[str], stream: str) -> bool:
    """Whether a stream is in the outermost folder; where the list of these is broken, whether it is anywhere."""
    return stream in names if names else stream.encode("utf-16-le") in data


def _mimetype(archive: zipfile.ZipFile) -> str:
    with archive.open("mimetype") as stream:
        return stream.read(80).decode("ascii", "replace")


def _zip(data: bytes, name: str) -> Reader:
    from ingest.archives import fault_of, is_archive

    if is_archive(data):
        raise fault_of(data, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = set(archive.namelist())
            kind = _mimetype(archive) if "mimetype" in members else ""
    except Exception as error:  # zipfile raises whatever a broken archive leads it to
        raise ReadError(
            name, "tệp DOCX hoặc ZIP hỏng, không mở được", "xin lại tệp hoặc lưu lại từ bản gốc"
        ) from error
    if any(member.startswith(("xl/", "ppt/")) for member in members):
        raise ReadError(
            name, "là bảng tính hoặc trình chiếu, không phải văn bản", "lưu văn bản thành DOCX hoặc PDF"
        )
    if kind.startswith("application/vnd.oasis.opendocument.text"):
        from ingest.office import read_odt

        return read_odt
    if "opendocument" in kind:
        raise ReadError(
            name, "là bảng tính hoặc trình chiếu, không phải văn bản", "lưu văn bản thành DOCX hoặc PDF"
        )
    from ingest.word import read_word

    return read_word  # which says what is missing
