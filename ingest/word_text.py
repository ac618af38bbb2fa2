"""The words of a Word paragraph as Word shows them: fields as their results, changes accepted, hidden text left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from ingest.footnotes import raised
from ingest.word_package import Element, attribute, child, children, switched_on, tag
from ingest.word_styles import Styles

_RUNS = {
    "ins",
    "moveTo",
    "hyperlink",
    "smartTag",
    "sdt",
    "sdtContent",
    "fldSimple",
    "customXml",
    "bdo",
    "dir",
    "ruby",
}
_FORMULAS = {
    "rubyBase",
    "oMath",
    "oMathPara",
    "e",
    "num",
    "den",
    "sub",
    "sup",
    "f",
    "sSup",
    "sSub",
    "d",
    "rad",
    "deg",
}
_CONTAINERS = frozenset(_RUNS | _FORMULAS)
_DELETED = frozenset(("del", "moveFrom"))
_SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-", "cr": "\n"}
_SYMBOL_FONT = 0xF000
_SYMBOLS = {
    0xB7: "-",
    0xA7: "-",
    0xD8: "-",
    0xFC: "✓",
    0xA8: "☐",
    0x6F: "☐",
    0xFE: "☑",
    0x2D: "-",
    0x2B: "+",
    0xB0: "°",
}


@dataclass(slots=True)
class Words:
    """The text of one paragraph: line breaks as `\\n`, tabs as `\\t`, footnote marks raised. `boxes` are the text boxes
    anchored in it; `notes` the footnotes referred to, as (mark, kind of note, id)."""

    style: str = ""
    pieces: list[str] = field(default_factory=list)
    bold: list[bool] = field(default_factory=list)
    italic: list[bool] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str, str]] = field(default_factory=list)
    changed: bool = False

    def text(self) -> str:
        """The whole text."""
        return "".join(self.pieces)


@dataclass(slots=True)
class FieldState:
    """How deep in fields the text is; each level shows its result only, not its instruction. Fields run on over
    paragraphs."""

    instructions: list[bool] = field(default_factory=list)

    def step(self, kind: str) -> None:
        """A `w:fldChar` of this type."""
        if kind == "begin":
            self.instructions.append(True)
        elif kind == "separate" and self.instructions:
            self.instructions[-1] = False
        elif kind == "end" and self.instructions:
            self.instructions.pop()


@dataclass(slots=True)
class WordText:
    """Draws the text of paragraphs, numbering the footnotes as it meets their references."""

    styles: Styles
    fields: FieldState = field(default_factory=FieldState)
    notes_seen: int = 0

    def words(self, paragraph: Element, style: str) -> Words:
        """The text of a `w:p` of that style."""
        words = Words(style)
        self._walk(paragraph, words)
        return words

    def _walk(self, parent: Element, words: Words) -> None:
        for element in parent:
            name = tag(element)
            if name == "r":
                self._run(element, words)
            elif name in _DELETED:
                words.changed = True
            elif name in _CONTAINERS:
                words.changed = words.changed or name in ("ins", "moveTo")
                self._walk(element, words)
            elif name == "AlternateContent":
                self._walk(_alternative(element), words)

    def _run(self, run: Element, words: Words) -> None:
        look = child(run, "rPr")
        if self._look(look, words.style, "vanish", "hidden"):
            return
        bold, italic = (
            self._look(look, words.style, "b", "bold"),
            self._look(look, words.style, "i", "italic"),
        )
        show = _capitals if self._look(look, words.style, "caps", "capitals") else _as_is
        superscript = attribute(child(look, "vertAlign"), "val") == "superscript"
        for element in run:
            text = self._content(element, words)
            if not text or any(self.fields.instructions):
                continue
            words.pieces.append(raised(text) if superscript and text.strip().isdigit() else show(text))
            if text.strip():
                words.bold.append(bold)
                words.italic.append(italic)

    def _look(self, look: Element | None, style: str, name: str, kept_as: str) -> bool:
        own = switched_on(look, name)
        if own is not None:
            return own
        run_style = attribute(child(look, "rStyle"), "val")
        return (bool(run_style) and self.styles.says(run_style, kept_as)) or self.styles.says(style, kept_as)

    def _content(self, element: Element, words: Words) -> str:
        """What one child of a run shows."""
        name = tag(element)
        if name == "t":
            return (element.text or "").replace("\n", " ")
        if name == "fldChar":
            self.fields.step(attribute(element, "fldCharType"))
        elif name == "br":
            return " " if attribute(element, "type") in ("page", "column") else "\n"
        elif name == "sym":
            return _symbol(attribute(element, "char"))
        elif name in ("footnoteReference", "endnoteReference"):
            self.notes_seen += 1
            words.notes.append(
                (str(self.notes_seen), name.removesuffix("Reference"), attribute(element, "id"))
            )
            return raised(str(self.notes_seen))
        elif name in ("drawing", "pict", "object", "AlternateContent"):
            words.boxes.extend(_boxes(_alternative(element)))
        return _SIGNS.get(name, "")


def _as_is(text: str) -> str:
    return text


_capitals: Callable[[str], str] = str.upper


def _symbol(code: str) -> str:
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return _SYMBOLS.get(number - _SYMBOL_FONT if number >= _SYMBOL_FONT else number, "")


def _alternative(element: Element) -> Element:
    """The content of `mc:AlternateContent` for a reader that knows nothing new: its choice, or else its fallback."""
    if tag(element) != "AlternateContent":
        return element
    chosen = child(element, "Choice")
    return chosen if chosen is not None else next(children(element, "Fallback"), element)


def _boxes(element: Element) -> Iterator[Element]:
    """The text boxes in a drawing, the outermost ones."""
    for inner in element:
        name = tag(inner)
        if name == "txbxContent":
            yield inner
        elif name != "Fallback":
            yield from _boxes(inner)
