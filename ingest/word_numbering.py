"""Automatic numbering of a Word file: the labels (`I.`, `1.`, `a)`, `-`) that Word shows and no paragraph holds.

    paragraph --numPr--> num 7 --abstractNumId--> abstractNum 3 --ilvl--> level: format, text `%1.%2.`, start

A paragraph names a list (`num`) and a level, itself or through its style. Lists that share an abstract list count on
together; a `startOverride` starts the count of its level anew where its list is first used. A level starts anew
whenever a higher level has counted, unless `lvlRestart` says otherwise (ECMA-376, part 1, 17.9).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.word_package import Element, attribute, child, children
from ingest.word_styles import Styles
from ingest.word_symbols import is_symbol_font

_PLACEHOLDER = re.compile(r"%([1-9])")
_LARGEST = 32_767  # Word's own limit; keeps labels of hostile files short
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
)
_ROMAN_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_SYMBOL_FONT = 0xF000  # bullets are private characters at this offset from the font's own
_LONGEST_TEXT = 255  # characters of a level's text; Word takes no more
_DIGITS_SAID = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: `restart` is the level (from 1) after which it starts anew, 0 for never, None for any
    higher one; `all_decimal` shows the numbers of higher levels as 1, 2, 3; `font` is that of the label, and `glued`:
    nothing stands between label and text."""

    start: int
    format: str
    text: str
    restart: int | None
    all_decimal: bool
    style: str
    font: str = ""
    glued: bool = False


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A `num`: its abstract list, levels of its own, and the numbers at which it starts levels anew."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted. `label` is asked paragraph by paragraph, in order."""

    styles: Styles
    abstracts: dict[str, dict[int, Level]]
    lists: dict[str, NumberedList]
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    used: set[tuple[str, int]] = field(default_factory=set)

    def label(self, properties: Element | None, style_id: str) -> str:
        """The label in front of the paragraph with these `w:pPr`, with the blank after it; empty where it has none."""
        list_id, depth = self._place(properties, style_id)
        numbered = self.lists.get(list_id)
        if numbered is None:
            return ""
        levels = self.abstracts.get(numbered.abstract, {}) | numbered.levels
        level = levels.get(depth)
        if level is None:
            return ""
        self._count(list_id, numbered, levels, depth)
        if level.format == "bullet":
            return _bullet(level) + " "
        shown = _PLACEHOLDER.sub(
            lambda found: self._number(numbered, levels, int(found[1]) - 1, level), level.text
        )
        return shown if level.glued and shown[-1:].isalnum() else f"{shown} " if shown else ""

    def _place(self, properties: Element | None, style_id: str) -> tuple[str, int]:
        """The list and level of a paragraph; an empty list where it is not numbered."""
        own = child(properties, "numPr")
        list_id = attribute(child(own, "numId"), "val")
        depth = _int(attribute(child(own, "ilvl"), "val"), None)
        for style in self.styles.chain(style_id):
            if list_id:
                break
            list_id = style.list_id
            depth = depth if depth is not None else _int(style.level, self._level_of_style(list_id, style.id))
        return list_id, depth or 0

    def _level_of_style(self, list_id: str, style_id: str) -> int | None:
        numbered = self.lists.get(list_id)
        levels = self.abstracts.get(numbered.abstract, {}) if numbered else {}
        return next((depth for depth, level in levels.items() if level.style == style_id), None)

    def _count(self, list_id: str, numbered: NumberedList, levels: dict[int, Level], depth: int) -> None:
        counts = self.counts.setdefault(numbered.abstract, {})
        first_use = (list_id, depth) not in self.used
        self.used.add((list_id, depth))
        if first_use and depth in numbered.starts:
            counts[depth] = numbered.starts[depth]
        elif depth in counts:
            counts[depth] = min(counts[depth] + 1, _LARGEST)
        else:
            counts[depth] = levels[depth].start
        for deeper in [other for other in counts if other > depth]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or depth < restart:
                del counts[deeper]

    def _number(self, numbered: NumberedList, levels: dict[int, Level], depth: int, shown: Level) -> str:
        level = levels.get(depth)
        if level is None:
            return ""
        count = self.counts[numbered.abstract].get(depth, numbered.starts.get(depth, level.start))
        return numeral(count, "decimal" if shown.all_decimal else level.format)


def numeral(number: int, form: str) -> str:
    """A number in one of Word's formats.

    >>> numeral(4, "upperRoman"), numeral(28, "lowerLetter"), numeral(7, "decimalZero"), numeral(3, "none")
    ('IV', 'bb', '07', '')
    """
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9) if number > 0 else ""
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman"):
        return _roman(number) if form == "lowerRoman" else _roman(number).upper()
    if form == "none":
        return ""
    if form == "vietnameseCounting":
        return in_words(number)
    return f"{number:02}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    if not 0 < number <= _LARGEST:
        return str(number)
    letters = ""
    for value, sign in _ROMAN:
        letters += sign * (number // value)
        number %= value
    return letters + _ROMAN_ONES[number]


def in_words(number: int) -> str:
    """A number as it is said (số đếm): from 1 to 99, larger ones in digits.

    >>> [in_words(number) for number in (1, 10, 15, 21, 34, 55, 60, 100)]
    ['một', 'mười', 'mười lăm', 'hai mươi mốt', 'ba mươi bốn', 'năm mươi lăm', 'sáu mươi', '100']
    """
    tens, ones = divmod(number, 10)
    if not 0 < number < 100:
        return str(number)
    said = _DIGITS_SAID[ones]
    if tens and ones == 5:
        said = "lăm"
    elif tens > 1 and ones == 1:
        said = "mốt"
    ten = "" if not tens else "mười" if tens == 1 else f"{_DIGITS_SAID[tens]} mươi"
    return f"{ten} {said}".strip()


def _bullet(level: Level) -> str:
    """The bullet as drafters type it: `+` and `*` stay, so does text (`đ)`, which Word has no number for); any other
    sign is a dash."""
    text = level.text.strip()
    if len(text) > 1 and text[0].isalnum() and not is_symbol_font(level.font):
        return text
    sign = text[:1]
    if "\uf020" <= sign <= "\uf0ff":
        sign = chr(ord(sign) - _SYMBOL_FONT)
    return sign if sign in ("+", "*") else "-"


def read_numbering(root: Element | None, styles: Styles) -> Numbering:
    """The lists in numbering.xml; none where the file has no such part."""
    linked = {style.id: style.list_id for style in styles.by_id.values() if style.list_id}
    lists = {attribute(num, "numId"): _list(num) for num in children(root, "num")}
    abstracts: dict[str, dict[int, Level]] = {}
    links: dict[str, str] = {}
    for element in children(root, "abstractNum"):
        abstract = attribute(element, "abstractNumId")
        abstracts[abstract] = _levels(element)
        links[abstract] = linked.get(attribute(child(element, "numStyleLink"), "val"), "")
    for abstract, list_id in links.items():
        if not abstracts[abstract] and list_id in lists:
            abstracts[abstract] = abstracts.get(lists[list_id].abstract, {})
    return Numbering(styles, abstracts, lists)


def _list(num: Element) -> NumberedList:
    levels: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for override in children(num, "lvlOverride"):
        depth = _int(attribute(override, "ilvl"), 0) or 0
        levels |= _levels(override)
        start = _int(attribute(child(override, "startOverride"), "val"), None)
        if start is not None:
            starts[depth] = max(0, start)
    return NumberedList(attribute(child(num, "abstractNumId"), "val"), levels, starts)


def _levels(parent: Element) -> dict[int, Level]:
    return {_int(attribute(lvl, "ilvl"), 0) or 0: _level(lvl) for lvl in children(parent, "lvl")}


def _level(lvl: Element) -> Level:
    legal = child(lvl, "isLgl")
    form = child(lvl, "numFmt")
    if form is None:  # what only newer programs know has a form that all know beside it
        form = child(lvl, "AlternateContent", "Fallback", "numFmt")
    return Level(
        start=max(0, _int(attribute(child(lvl, "start"), "val"), 0) or 0),
        format=attribute(form, "val", "decimal"),
        text=attribute(child(lvl, "lvlText"), "val")[:_LONGEST_TEXT],
        restart=_int(attribute(child(lvl, "lvlRestart"), "val"), None),
        all_decimal=legal is not None and attribute(legal, "val", "1") not in ("0", "false", "off"),
        style=attribute(child(lvl, "pStyle"), "val"),
        font=attribute(child(lvl, "rPr", "rFonts"), "ascii"),
        glued=attribute(child(lvl, "suff"), "val") == "nothing",
    )


def _int(text: str, default: int | None) -> int | None:
    try:
        return max(-_LARGEST, min(_LARGEST, int(text)))
    except ValueError:
        return default
