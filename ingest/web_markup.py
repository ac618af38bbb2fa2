"""The markup of a web page as a tree: the door to the HTML parser, which is kept from what it cannot bear.

It compares the attributes of a tag each with each, and ends where elements are nested too deep, without a word.
"""

from __future__ import annotations

import re

from lxml import etree, html

from ingest.errors import ReadError
from ingest.limits import refuse_too_long

_ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'>][^\s>]*+))?+"""
_TAG = re.compile(rf"<[a-zA-Z][^\s/>]*+(?:{_ATTRIBUTE})*+")
_ONE_ATTRIBUTE = re.compile(_ATTRIBUTE)
_LONG_TAG = 20_000
_MOST_ATTRIBUTES = 2_000
_BLOCK = re.compile(r"<(?:p|br|li|td|th|div|d[dt]|h[1-6])\b", re.IGNORECASE)
_KEPT_LINES = re.compile(r"<pre\b|white-space\s*:\s*(?:pre|break)", re.IGNORECASE)
_TOO_DEEP = "Excessive depth"


def parse_page(text: str, name: str) -> html.HtmlElement:
    """The tree of a page. Raises `ReadError` (file `name`) for one without any element, with more paragraphs than a
    document has, and for one that is nested too deep."""
    lines = sum(1 for _ in _BLOCK.finditer(text)) + (text.count("\n") if _KEPT_LINES.search(text) else 0)
    refuse_too_long(name, lines=lines)
    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        page = html.document_fromstring(_without_crowds(text), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        _refuse_deep(parser, name)
        raise empty_page(name) from error
    _refuse_deep(parser, name)
    return page


def empty_page(name: str) -> ReadError:
    """The error of a page that shows no text."""
    return ReadError(
        name, "trang web không có chữ nào đọc được", "lưu lại trang web đầy đủ hoặc tải bản DOCX, PDF"
    )


def _refuse_deep(parser: html.HTMLParser, name: str) -> None:
    if any(_TOO_DEEP in entry.message for entry in parser.error_log):
        raise ReadError(name, "nội dung lồng nhau quá sâu", "kiểm tra nguồn gốc của tệp")


def _without_crowds(text: str) -> str:
    """The text with the attributes of such tags taken out as have thousands; no person and no program writes them."""
    return text if len(text) < _LONG_TAG else _TAG.sub(_kept, text)


def _kept(tag: re.Match[str]) -> str:
    if tag.end() - tag.start() < _LONG_TAG:
        return tag[0]
    count = sum(1 for _ in _ONE_ATTRIBUTE.finditer(tag[0]))
    return tag[0] if count < _MOST_ATTRIBUTES else tag[0].split(None, 1)[0]
