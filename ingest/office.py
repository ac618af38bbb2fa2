"""Old Word files (.doc), RTF and OpenDocument texts (.odt): by LibreOffice to DOCX, then by the reader of DOCX.

That way all of them keep their automatic numbering, footnotes and tables, and there is one reader for it. What
can be told without LibreOffice (a password, a file that is cut off) is told before it is started.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, replace

from ingest.document import Document
from ingest.errors import ReadError
from ingest.libreoffice import to_docx

_UNLOCK = "mở bằng mật khẩu, bỏ mật khẩu rồi lưu lại"
_AGAIN = "xin lại tệp gốc hoặc tải lại"
_FIB = re.compile(rb"\xec\xa5.[\x00\x01].{7}(.)", re.DOTALL)  # [MS-DOC] 2.5.2 FibBase, to the flags
_SECTOR = 512
_ENCRYPTED = 0x01
_RTF_TAIL = b" \t\r\n\x00\x1a"


@dataclass(frozen=True, slots=True)
class _Form:
    suffix: str
    media_type: str


_DOC = _Form(".doc", "application/msword")
_RTF = _Form(".rtf", "application/rtf")
_ODT = _Form(".odt", "application/vnd.oasis.opendocument.text")


def read_doc(data: bytes, name: str) -> Document:
    """The document in a Word 97-2003 file (.doc). Raises `ReadError`: as `to_docx`, and for a password."""
    if _encrypted(data):
        raise ReadError(name, "tệp .doc có mật khẩu", _UNLOCK)
    if len(data) < 3 * _SECTOR:
        raise ReadError(name, "tệp .doc bị cắt cụt", _AGAIN)
    return _read(data, name, _DOC)


def _encrypted(data: bytes) -> bool:
    """Whether the file information block, which starts a sector, says that the text is encrypted."""
    blocks = (match for match in _FIB.finditer(data) if match.start() % _SECTOR == 0)
    return any(match[1][0] & _ENCRYPTED for match in blocks)


def read_rtf(data: bytes, name: str) -> Document:
    """The document in an RTF file. Raises `ReadError`: as `to_docx`, and for a file that is cut off."""
    if not data.startswith(b"{\\rtf1"):
        raise ReadError(name, "tệp RTF hỏng phần đầu", _AGAIN)
    if not data.rstrip(_RTF_TAIL).endswith(b"}"):
        raise ReadError(name, "tệp RTF bị cắt cụt, thiếu phần cuối", _AGAIN)
    return _read(data, name, _RTF)


def read_odt(data: bytes, name: str) -> Document:
    """The document in an OpenDocument text. Raises `ReadError`: as `to_docx`, for a password, and for archives that
    unpack to more than a document has."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        _check_odt(archive, name)
    return _read(data, name, _ODT)


def _check_odt(archive: zipfile.ZipFile, name: str) -> None:
    from ingest.word_package import MOST_PARTS, MOST_UNPACKED

    entries = archive.infolist()
    size = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_PARTS or size > MOST_UNPACKED:
        limit = MOST_UNPACKED // 1024**2
        raise ReadError(name, f"nội dung ODT sau giải nén vượt quá {limit} MB", "kiểm tra nguồn gốc của tệp")
    names = {entry.filename for entry in entries}
    if "content.xml" not in names:
        raise ReadError(name, "tệp ODT thiếu phần nội dung (content.xml)", _AGAIN)
    manifest = "META-INF/manifest.xml"
    if manifest in names and b"encryption-data" in archive.read(manifest):
        raise ReadError(name, "tệp ODT có mật khẩu", _UNLOCK)


def _read(data: bytes, name: str, form: _Form) -> Document:
    from ingest.provenance import source_of
    from ingest.word import read_word

    try:
        document = read_word(to_docx(data, form.suffix, name), name)
    except ReadError as error:
        raise ReadError(name, error.cause.replace("tệp DOCX", f"tệp {form.suffix}"), error.remedy) from error
    warnings = document.source.warnings
    source = source_of(name, data, form.media_type, "libreoffice+word", warnings=warnings)
    return replace(document, source=source)
