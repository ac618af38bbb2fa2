"""The text of a Word file in Unicode, whatever fonts it was typed in: see `legacy_fonts`.

Done in the XML, before anything is read from it, because only there every run has its font: its own, that of its
character style, of the paragraph's style, or the default.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from ingest.legacy_encodings import LegacyEncoding
from ingest.legacy_fonts import Run, unicode_paragraphs
from ingest.word_package import Element, WordPackage, attribute, child, children, tag

_DEEPEST_CHAIN = 30
_SOFT_HYPHEN = "\u00ad"  # the code of ư in TCVN3; some programs write it as an element


@dataclass(frozen=True, slots=True)
class _Typed:
    """Text somewhere in the file: the paragraph (or list level) it is in, its font, and how to change it."""

    paragraph: Element
    run: Run
    write: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class _Fonts:
    """Fonts by style: the style's own, and the style it is based on."""

    styles: dict[str, tuple[str | None, str]]
    default_style: str
    default: str

    def of(self, properties: Element | None, style: str) -> str:
        """The font of a run with these properties in a paragraph of that style."""
        own = _font(child(properties, "rFonts"))
        for name in (attribute(child(properties, "rStyle"), "val"), style or self.default_style):
            own = self._of_style(name) if own is None else own
        return self.default if own is None else own

    def _of_style(self, name: str) -> str | None:
        for _ in range(_DEEPEST_CHAIN):
            font, name = self.styles.get(name, (None, ""))
            if font is not None or not name:
                return font
        return None


def with_unicode_text(package: WordPackage) -> frozenset[LegacyEncoding]:
    """Rewrite the texts of `package` that are in old encodings, and say which encodings these were."""
    fonts = _read_fonts(package.styles)
    roots = (package.document, package.footnotes, package.endnotes, *package.headers.values())
    typed = [text for root in roots if root is not None for text in _texts(root, fonts)]
    typed += _labels(package.numbering, fonts)
    paragraphs = [list(group) for _, group in groupby(typed, key=lambda text: id(text.paragraph))]
    texts, found = unicode_paragraphs([[text.run for text in group] for group in paragraphs])
    if found:
        for group, new in zip(paragraphs, texts, strict=True):
            for text, written in zip(group, new, strict=True):
                text.write(written)
    return found


def _texts(root: Element, fonts: _Fonts) -> Iterator[_Typed]:
    last: Element | None = None
    style = ""
    for element in root.iter("{*}t", "{*}softHyphen"):
        run = element.getparent()
        paragraph = next(element.iterancestors("{*}p"), None)
        text = element.text if tag(element) == "t" else _SOFT_HYPHEN
        if run is None or paragraph is None or not text:
            continue
        if paragraph is not last:  # asked once: a paragraph may have very many runs
            last, style = paragraph, attribute(child(paragraph, "pPr", "pStyle"), "val")
        font = fonts.of(child(run, "rPr"), style)
        yield _Typed(paragraph, Run(text, font), _writer(element))


def _writer(element: Element) -> Callable[[str], None]:
    def write(text: str) -> None:
        if text != _SOFT_HYPHEN:
            element.tag = f"{str(element.tag).rpartition('}')[0]}}}t"
            element.text = text

    return write


def _labels(numbering: Element | None, fonts: _Fonts) -> Iterator[_Typed]:
    for level in () if numbering is None else numbering.iter("{*}lvl"):
        label = child(level, "lvlText")
        key = next((key for key in ({} if label is None else label.attrib) if str(key).endswith("val")), None)
        if label is None or key is None:
            continue
        run = Run(str(label.attrib[key]), fonts.of(child(level, "rPr"), ""))
        yield _Typed(level, run, _label_writer(label, str(key)))


def _label_writer(label: Element, key: str) -> Callable[[str], None]:
    def write(text: str) -> None:
        label.set(key, text)

    return write


def _read_fonts(styles: Element | None) -> _Fonts:
    by_id: dict[str, tuple[str | None, str]] = {}
    default_style = ""
    for style in children(styles, "style"):
        name = attribute(style, "styleId")
        by_id[name] = (_font(child(style, "rPr", "rFonts")), attribute(child(style, "basedOn"), "val"))
        if attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true", "on"):
            default_style = name
    default = _font(child(styles, "docDefaults", "rPrDefault", "rPr", "rFonts"))
    return _Fonts(by_id, default_style, default or "")


def _font(fonts: Element | None) -> str | None:
    """The font that a `w:rFonts` gives to letters beyond ASCII; None where it says nothing, empty for a theme font."""
    if fonts is None:
        return None
    named = {tag_name.rpartition("}")[2]: value for tag_name, value in map(_plain, fonts.attrib.items())}
    return next(
        (named[name] for name in ("hAnsi", "ascii") if name in named), "" if "hAnsiTheme" in named else None
    )


def _plain(item: tuple[object, object]) -> tuple[str, str]:
    return str(item[0]), str(item[1])
