"""The styles of a Word file, as far as they say how a paragraph looks and whether it is numbered."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.word_package import Element, attribute, child, children, switched_on

_DEEPEST_CHAIN = 30  # styles that are based on each other in a circle end here


@dataclass(frozen=True, slots=True)
class Style:
    """One style; None where it says nothing and the style it is based on decides."""

    id: str
    name: str
    based_on: str
    bold: bool | None
    italic: bool | None
    capitals: bool | None
    small_capitals: bool | None
    hidden: bool | None
    centred: bool | None
    list_id: str
    level: str


@dataclass(frozen=True, slots=True)
class Styles:
    """All styles by id, and the default style of paragraphs."""

    by_id: dict[str, Style]
    default: str

    def chain(self, style_id: str) -> list[Style]:
        """The style, the one it is based on, and so on."""
        found: list[Style] = []
        while style_id in self.by_id and len(found) < _DEEPEST_CHAIN:
            found.append(self.by_id[style_id])
            style_id = found[-1].based_on
        return found

    def says(self, style_id: str, what: str) -> bool:
        """What the style, or the nearest one it is based on, says of a look (`bold` to `centred`)."""
        said = (getattr(style, what) for style in self.chain(style_id))
        return next((value for value in said if value is not None), False)


def read_styles(root: Element | None) -> Styles:
    """The styles in styles.xml; none where the file has no such part."""
    by_id: dict[str, Style] = {}
    default = ""
    for element in children(root, "style"):
        style = _style(element)
        by_id[style.id] = style
        if attribute(element, "type") == "paragraph" and attribute(element, "default") in ("1", "true", "on"):
            default = style.id
    return Styles(by_id, default)


def _style(element: Element) -> Style:
    run, paragraph = child(element, "rPr"), child(element, "pPr")
    alignment = child(paragraph, "jc")
    return Style(
        id=attribute(element, "styleId"),
        name=attribute(child(element, "name"), "val"),
        based_on=attribute(child(element, "basedOn"), "val"),
        bold=switched_on(run, "b"),
        italic=switched_on(run, "i"),
        capitals=switched_on(run, "caps"),
        small_capitals=switched_on(run, "smallCaps"),
        hidden=switched_on(run, "vanish"),
        centred=None if alignment is None else attribute(alignment, "val") == "center",
        list_id=attribute(child(paragraph, "numPr", "numId"), "val"),
        level=attribute(child(paragraph, "numPr", "ilvl"), "val"),
    )
