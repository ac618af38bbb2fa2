"""The words of a Word paragraph as Word shows them: fields as their results, changes accepted, hidden text left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.footnotes import raised
from ingest.word_package import Element, attribute, child, children, switched_on, tag
from ingest.word_styles import Styles
from ingest.word_symbols import sign, with_signs

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
    "sSubSup",
    "sPre",
    "d",
    "rad",
    "deg",
    "nary",
    "func",
    "fName",
    "lim",
    "limLow",
    "limUpp",
    "eqArr",
    "m",
    "mr",
    "acc",
    "bar",
    "box",
    "borderBox",
    "groupChr",
}
_CONTAINERS = frozenset(_RUNS | _FORMULAS)
_DELETED = frozenset(("del", "moveFrom"))
_SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-", "cr": "\n"}
_CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)
_CODE_TOLD = 20  # characters of a field's code, of which the first word says what it is
_OF_FIELDS = frozenset(("fldChar", "instrText", "delInstrText"))


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
class _Field:
    """A field that is open: its code, and whether what comes is its result."""

    code: str = ""
    shows: bool = False


@dataclass(slots=True)
class FieldState:
    """How deep in fields the text is; each level shows its result only, not its code. Fields run on over paragraphs.
    An automatic table of contents shows nothing: it repeats the headings."""

    open: list[_Field] = field(default_factory=list)
    hidden: int = 0  # of the open ones, those that show nothing now

    def step(self, element: Element) -> None:
        """A `w:fldChar`, or a piece of a field's code."""
        if tag(element) != "fldChar":
            if self.open and len(self.open[-1].code) < _CODE_TOLD:
                self.open[-1].code += element.text or ""
            return
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self.open.append(_Field())
            self.hidden += 1
        elif kind == "separate" and self.open:
            one = self.open[-1]
            self.hidden -= not one.shows
            one.shows = not _CONTENTS.match(one.code)
            self.hidden += not one.shows
        elif kind == "end" and self.open:
            self.hidden -= not self.open.pop().shows

    @property
    def hides(self) -> bool:
        """Whether text that stands here is not shown."""
        return self.hidden > 0


def close_fields(root: Element) -> None:
    """Take out the beginnings of fields that never end: else all the text behind them were their code."""
    open_fields: list[Element] = []
    for element in root.iter("{*}fldChar"):
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            open_fields.append(element)
        elif kind == "end" and open_fields:
            open_fields.pop()
    for element in open_fields:
        element.attrib.clear()


@dataclass(slots=True)
class WordText:
    """Draws the text of paragraphs, numbering the footnotes as it meets their references."""

    styles: Styles
    fields: FieldState = field(default_factory=FieldState)
    notes_seen: set[tuple[str, str]] = field(default_factory=set)

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
                self._step_over(element)
            elif name == "fldSimple" and _CONTENTS.match(attribute(element, "instr")):
                continue
            elif name in _CONTAINERS:
                words.changed = words.changed or name in ("ins", "moveTo")
                if name == "den":
                    words.pieces.append("/")
                self._walk(element, words)
            elif name == "AlternateContent":
                self._walk(alternative(element), words)

    def _step_over(self, element: Element) -> None:
        """Keep count of the fields in what is not shown."""
        for inner in element.iter("{*}fldChar", "{*}instrText", "{*}delInstrText"):
            self.fields.step(inner)

    def _run(self, run: Element, words: Words) -> None:
        look = child(run, "rPr")
        if self._look(look, words.style, "vanish", "hidden"):
            self._step_over(run)
            return
        bold, italic = (
            self._look(look, words.style, "b", "bold"),
            self._look(look, words.style, "i", "italic"),
        )
        capitals = self._look(look, words.style, "caps", "capitals") or self._look(
            look, words.style, "smallCaps", "small_capitals"
        )
        superscript = attribute(child(look, "vertAlign"), "val") == "superscript"
        font = attribute(child(look, "rFonts"), "ascii")
        for element in run:
            text = self._content(element, words, font)
            if not text or self.fields.hides:
                continue
            shown = text.upper() if capitals else text
            words.pieces.append(raised(text) if superscript and text.strip().isdigit() else shown)
            if text.strip():
                words.bold.append(bold)
                words.italic.append(italic)

    def _look(self, look: Element | None, style: str, name: str, kept_as: str) -> bool:
        own = switched_on(look, name)
        if own is not None:
            return own
        run_style = attribute(child(look, "rStyle"), "val")
        return (bool(run_style) and self.styles.says(run_style, kept_as)) or self.styles.says(style, kept_as)

    def _content(self, element: Element, words: Words, font: str) -> str:
        """What one child of a run shows."""
        name = tag(element)
        if name == "t":
            return with_signs((element.text or "").replace("\n", " "), font)
        if name in _OF_FIELDS:
            box = child(element, "ffData", "checkBox")
            shown = "" if box is None or self.fields.hides else _box(box)
            self.fields.step(element)
            if shown:
                words.pieces.append(shown)
        elif name == "br":
            return " " if attribute(element, "type") in ("page", "column") else "\n"
        elif name == "sym":
            return _symbol(element)
        elif name in ("footnoteReference", "endnoteReference"):
            return self._reference(element, name.removesuffix("Reference"), words)
        elif name in ("drawing", "pict", "object", "AlternateContent"):
            words.boxes.extend(_boxes(alternative(element)))
        return _SIGNS.get(name, "")

    def _reference(self, element: Element, kind: str, words: Words) -> str:
        """The raised number of a footnote that is referred to; a note is numbered, and shown, once."""
        identity = attribute(element, "id")
        if self.fields.hides or (kind, identity) in self.notes_seen:
            return ""
        self.notes_seen.add((kind, identity))
        words.notes.append((str(len(self.notes_seen)), kind, identity))
        return raised(str(len(self.notes_seen)))


def _symbol(element: Element) -> str:
    try:
        code = int(attribute(element, "char"), 16)
    except ValueError:
        return ""
    return sign(code, attribute(element, "font"))


def _box(box: Element) -> str:
    """A box to be ticked, of the forms of old Word files."""
    for name in ("checked", "default"):
        ticked = switched_on(box, name)
        if ticked is not None:
            return "☑" if ticked else "☐"
    return "☐"


def alternative(element: Element) -> Element:
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
