"""Web pages in one file with their pictures (MHT, RFC 2557), as browsers and Word save them, often named .doc."""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace

from ingest.document import Document
from ingest.errors import ReadError
from ingest.provenance import source_of
from ingest.web_page import read_web_page

MOST_BYTES = 64 * 1024 * 1024
_AGAIN = "mở bằng trình duyệt hoặc Word rồi lưu lại thành HTML hoặc DOCX"


def read_web_archive(data: bytes, name: str) -> Document:
    """The document in the first page of an MHT file. Raises `ReadError` for one that is broken, too large or holds no
    page, and as `read_web_page`."""
    if len(data) > MOST_BYTES:
        raise ReadError(name, f"tệp MHT quá lớn (tối đa {MOST_BYTES // 1024**2} MB)", _AGAIN)
    try:
        page = _first_page(data)
    except Exception as error:  # the parser raises whatever a broken file leads it to
        raise ReadError(name, "tệp MHT hỏng, không mở được", _AGAIN) from error
    if page is None:
        raise ReadError(name, "tệp MHT không có trang nào", _AGAIN)
    document = read_web_page(page, name)
    source = source_of(name, data, "multipart/related", "web", warnings=document.source.warnings)
    return replace(document, source=source)


def _first_page(data: bytes) -> bytes | None:
    for part in email.message_from_bytes(data, policy=email.policy.compat32).walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            return content if isinstance(content, bytes) else None
    return None
