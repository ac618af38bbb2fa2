"""The text of a web page in Unicode, whatever fonts it was written for: see `legacy_fonts`.

The font of a text is that of the nearest element around it that names one: `<font face>`, `style="font-family"`, or
a class or tag that the page's own style sheet gives a font.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from lxml import html

from ingest.legacy_encodings import LegacyEncoding
from ingest.legacy_fonts import Run, font_encoding, is_unicode, unicode_paragraphs

_FAMILY = re.compile(
    r"font(?:-family)?\s*:[^;}]{0,200}?(?P<font>(?:\.Vn|VNI[- ])[^;,'\"}]{0,100})", re.IGNORECASE
)
_OTHER_FAMILY = re.compile(r"font-family\s*:\s*['\"]?(?P<font>[^;,'\"}]{1,100})", re.IGNORECASE)
_SELECTOR = re.compile(r"(?:^|,)\s*(?P<selector>\w*(?:\.[\w-]+)?)\s*(?=,|$)")
_NOT_IN_XML = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
)  # the tree takes none of these
_LONGEST_NAME = 100
_INLINE = "a abbr b big cite code em font i ins label o:p s small span strong sub sup u"
_INLINE_TAGS = frozenset(_INLINE.split())


@dataclass(frozen=True, slots=True)
class _Written:
    """Text somewhere in the page: which block it is in (a number), its font, and how to change it."""

    block: int
    run: Run
    write: Callable[[str], None]


def with_unicode_text(root: html.HtmlElement) -> frozenset[LegacyEncoding]:
    """Rewrite the texts below `root` that are in old encodings, and say which encodings these were."""
    if not _names_old_font(root) and is_unicode(str(root.text_content())):
        return frozenset()
    blocks = [list(group) for _, group in groupby(_texts(root), key=lambda text: text.block)]
    texts, found = unicode_paragraphs([[text.run for text in group] for group in blocks])
    if found:
        for group, new in zip(blocks, texts, strict=True):
            for text, written in zip(group, new, strict=True):
                text.write(written)
    return found


def _names_old_font(root: html.HtmlElement) -> bool:
    named = (*root.xpath("descendant-or-self::*/@face | descendant-or-self::*/@style"), _sheet_text(root))
    return any(font_encoding(str(name)) or _FAMILY.search(str(name)) for name in named)


def _sheet_text(root: html.HtmlElement) -> str:
    return "\n".join(style.text or "" for style in root.iter("style"))


def _texts(root: html.HtmlElement) -> Iterator[_Written]:
    sheet = _sheet(root)
    fonts: dict[html.HtmlElement, str] = {}
    block = 0
    for event, element in _events(root):
        parent = element.getparent()
        outside = fonts.get(parent, "") if parent is not None else ""
        block += element.tag not in _INLINE_TAGS
        if event == "start":
            fonts[element] = _font(element, sheet, outside)
            if element.text and element.tag not in ("script", "style"):
                yield _Written(block, Run(element.text, fonts[element]), _text_writer(element))
        elif element.tail and element is not root:
            yield _Written(block, Run(element.tail, outside), _tail_writer(element))


def _events(root: html.HtmlElement) -> Iterator[tuple[str, html.HtmlElement]]:
    from lxml.etree import iterwalk

    for event, element in iterwalk(root, events=("start", "end")):
        if isinstance(element.tag, str):
            yield event, element


def _font(element: html.HtmlElement, sheet: dict[str, str], outside: str) -> str:
    style = element.get("style", "")
    own = _FAMILY.search(style) or _OTHER_FAMILY.search(style)
    if own:
        return own["font"].strip()
    if element.get("face"):
        return str(element.get("face"))[:_LONGEST_NAME]
    names = [f"{tag}.{name}" for name in element.get("class", "").split() for tag in (element.tag, "")]
    return next((sheet[name] for name in (*names, element.tag) if name in sheet), outside)


def _sheet(root: html.HtmlElement) -> dict[str, str]:
    """The fonts of the page's style sheets by `tag.class`, `.class` or `tag`, only if one of them is an old one."""
    text = _sheet_text(root)
    if not _FAMILY.search(text):
        return {}
    sheet: dict[str, str] = {}
    for rule in text.split("}"):
        selectors, _, body = rule.partition("{")
        family = _FAMILY.search(body) or _OTHER_FAMILY.search(body)
        if family:
            for selector in _SELECTOR.finditer(selectors):
                sheet[selector["selector"]] = family["font"].strip()
    return sheet


def _text_writer(element: html.HtmlElement) -> Callable[[str], None]:
    def write(text: str) -> None:
        element.text = _NOT_IN_XML.sub("", text)

    return write


def _tail_writer(element: html.HtmlElement) -> Callable[[str], None]:
    def write(text: str) -> None:
        element.tail = _NOT_IN_XML.sub("", text)

    return write
