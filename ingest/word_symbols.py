"""Signs of the symbol fonts (Symbol, Wingdings): what a Word file stores as a code, as the sign that a reader sees."""

from __future__ import annotations

_PRIVATE = 0xF000  # Word keeps the codes of symbol fonts at this offset, in Unicode's private area
_SYMBOL = {
    0x2D: "-",
    0x2B: "+",
    0x25: "%",
    0xA3: "≤",
    0xB3: "≥",
    0xB9: "≠",
    0xBB: "≈",
    0xB1: "±",
    0xB4: "×",
    0xB8: "÷",
    0xB0: "°",
    0xB2: "”",
    0xA2: "’",
    0xAE: "→",
    0xDE: "→",
    0xB7: "-",
    0xA8: "-",
    0x61: "α",
    0x62: "β",
    0x44: "Δ",
    0x6D: "µ",
    0x53: "Σ",
    0x57: "Ω",
}
_WINGDINGS = {
    0x6F: "☐",
    0xA8: "☐",
    0x71: "☐",
    0x72: "☐",
    0x78: "☒",
    0xFD: "☒",
    0xFE: "☑",
    0x52: "☑",
    0xFC: "✓",
    0x50: "✓",
    0xFB: "✗",
    0xE0: "→",
    0xE8: "→",
    0xF0: "→",
    0xDF: "←",
    0x2D: "-",
    0xA7: "-",
    0xD8: "-",
    0x6E: "-",
    0x76: "-",
    0xB7: "-",
}


def is_symbol_font(font: str) -> bool:
    """Whether the codes of a font are signs and no letters.

    >>> is_symbol_font("Wingdings 2"), is_symbol_font("Times New Roman")
    (True, False)
    """
    return font.lower().startswith(("symbol", "wingdings", "webdings"))


def sign(code: int, font: str) -> str:
    """The sign for a code in a symbol font; empty for an ornament. Where the font is unknown, both are asked.

    >>> sign(0xF0B3, "Symbol"), sign(0xF0A8, "Wingdings"), sign(0xF0B3, "")
    ('≥', '☐', '≥')
    """
    code = code - _PRIVATE if code >= _PRIVATE else code
    if font.lower().startswith("symbol"):
        return _SYMBOL.get(code, "")
    if is_symbol_font(font):
        return _WINGDINGS.get(code, "")
    return _WINGDINGS.get(code) or _SYMBOL.get(code, "")


def with_signs(text: str, font: str) -> str:
    """Text in which the codes of symbol fonts are signs.

    >>> with_signs("đạt \\uf0b3 80%", "Times New Roman")
    'đạt ≥ 80%'
    """
    if not any("\uf020" <= letter <= "\uf0ff" for letter in text):
        return text
    return "".join(sign(ord(letter), font) if "\uf020" <= letter <= "\uf0ff" else letter for letter in text)
