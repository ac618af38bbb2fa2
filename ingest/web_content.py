"""The document in a web page: which element holds it, and what around it belongs to the site."""

from __future__ import annotations

import re

from lxml import html

from ingest.formalities import motto_line, number_line, recipients_line, type_line
from ingest.lines import clean

_UNSEEN = {
    "script",
    "style",
    "noscript",
    "template",
    "head",
    "title",
    "meta",
    "link",
    "svg",
    "canvas",
    "iframe",
    "object",
}
_FIELDS = {"input", "select", "option", "textarea", "datalist", "audio", "video", "map"}
_NEVER_SHOWN = frozenset(_UNSEEN | _FIELDS)
_SITE = frozenset(["nav", "footer", "button", "dialog", "menu"])
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_TEXT_AND_TABLES = frozenset({"p", "span", "b", "strong", "font", "table", "tbody", "tr"})
_MENU_LINKS = 3
_MENU_SHARE = 0.8
_MOST_OF_IT = 0.8
_LONGEST_FORMAL = 120


def is_hidden(element: html.HtmlElement) -> bool:
    """Whether a browser shows nothing of an element."""
    if (
        element.tag in _NEVER_SHOWN
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
    ):
        return True
    return bool(_HIDDEN.search(element.get("style", "")))


def is_site_furniture(element: html.HtmlElement) -> bool:
    """Whether an element is a menu, a button, a foot of the site, or a block of nothing but links."""
    if element.tag in _SITE or element.get("role") in (
        "navigation",
        "menu",
        "menubar",
        "button",
        "dialog",
        "tablist",
    ):
        return True
    if element.tag not in ("ul", "ol", "div"):
        return False
    links = element.findall(".//a")
    if len(links) < _MENU_LINKS or element.find(".//p") is not None or element.find(".//td") is not None:
        return False
    linked = sum(len(str(link.text_content())) for link in links)
    return linked > _MENU_SHARE * len(str(element.text_content()).strip())


def find_document(page: html.HtmlElement) -> html.HtmlElement:
    """The smallest element that holds the document: from the body inwards, as long as one child has most of the text
    and what lies beside that child has none of the formal parts of a document."""
    body = page.find(".//body")
    element = page if body is None else body
    while True:
        children = [child for child in element if isinstance(child.tag, str) and not _left_out(child)]
        sizes = [_size(child) for child in children]
        largest = max(sizes, default=0)
        if not children or largest < _MOST_OF_IT * max(1, _size(element)):
            return element
        inner = children[sizes.index(largest)]
        if inner.tag in _TEXT_AND_TABLES or any(
            _is_formal(child) for child in children if child is not inner
        ):
            return element
        element = inner


def _left_out(element: html.HtmlElement) -> bool:
    return is_hidden(element) or is_site_furniture(element)


def _size(element: html.HtmlElement) -> int:
    """How many letters of text an element shows."""
    hidden = sum(len(str(inner.text_content())) for inner in element.iter("script", "style", "noscript"))
    return len(str(element.text_content())) - hidden


def _is_formal(element: html.HtmlElement) -> bool:
    """Whether an element shows a formal part of a document: motto, number, type, receivers."""
    texts = (clean(str(text)) for text in element.itertext() if len(text) < _LONGEST_FORMAL)
    return any(
        motto_line(text) or number_line(text) or type_line(text) or recipients_line(text) for text in texts
    )
