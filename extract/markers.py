"""The markers of an outline (`I.`, `1.1`, `a)`, `Điều 5.`, `-`): their styles, and how a text begins with one."""

from __future__ import annotations

import re

from extract.body_words import UPPER

_ROMAN = r"(?=[IVX])(?:X{0,3})(?:IX|IV|V?I{0,3})"
_LETTER = (  # `a)`, `a.`, `a/`, and `a,` before a capital
    r"\(?[a-zđ]\d?\s?\)(?=\s|[^\W\d]|$)|[a-zđ]\s?(?:/\.?|\.)(?=\s+[^\W\d])"
    rf"|[a-zđ],(?=\s+[{UPPER}])"
)
_MARKERS: tuple[tuple[str, str], ...] = (
    ("part", r"(?:Phần|PHẦN)\s+(?:thứ\s+\w+|THỨ\s+\w+|[IVX]+|\d+)(?!\w)[.:]?"),
    ("chapter", r"(?:Chương|CHƯƠNG)\s+(?:[IVXLC]+|\d+)(?!\w)[.:]?"),
    ("section", r"(?:Mục|MỤC)\s+(?:[IVX]+|\d+)(?!\w)[.:]?(?=\s|$)"),
    ("article", r"(?:Điều|ĐIỀU)\s+\d+[a-zđ]?\s?[.:]"),
    (
        "appendix",
        r"(?:Phụ lục|PHỤ LỤC|Phụ biểu|PHỤ BIỂU)(?:\s+(?:số\s+)?(?:[IVX]+|\d+[a-z]?))?(?=[\s.:]|$)[.:]?",
    ),
    ("roman", _ROMAN + r"\s?(?:/\.|[.):-]|/(?!v))(?=\s|[^\W\d]|$)"),
    ("capital", rf"[A-HĐ]\s?[.)/](?=\s+[{UPPER}])"),
    ("decimal", r"\d{1,2}(?:\s?\.\s?\d{1,2}){1,3}\s?(?:[.):/-](?=\s|$)|(?=\s))"),
    ("number", r"\d{1,3}\s?(?:/\.|[.)/]|-(?=\s))(?=\s|[^\W\d]|$)"),
    ("bracket", r"\(\d{1,2}\)(?=\s|[^\W\d])"),
    ("small_roman", r"\(?(?:ii|iii|iv|vi|vii|viii|ix|i|v|x)\)(?=\s)"),
    ("letter", _LETTER),
    ("dash", r"[-–—•·●○](?=\s*[^\s\d]|\s+\d)"),
    ("plus", r"\+(?=\s*\S)"),
    ("star", r"\*{1,2}(?=\s*\S)"),
)
_MARKER = re.compile(r"\s*(?:" + "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _MARKERS) + r")\s*")
UNNAMED = frozenset({"dash", "plus", "star"})
HIGH = ("part", "chapter", "section", "article")
COUNTED = frozenset({"roman", "capital", "decimal", "number", "bracket", "small_roman", "letter"})


_FIRST_LETTERS = frozenset("PpCMĐIVXivx")  # of the markers that are words or Roman numbers


def _may_be_marked(text: str) -> bool:
    """Whether a text may begin with a marker: most paragraphs begin with a word that is none."""
    return not text[:2].isalpha() or text[0] in _FIRST_LETTERS


def read_marker(text: str) -> tuple[str, str, int] | None:
    """The marker with which `text` begins: its style, the marker as a path shows it, and where the item's text begins.

    >>> read_marker("đ) Tổ chức giám sát"), read_marker("3. 1. Dự án 1"), read_marker("2020 là năm")
    (('letter', 'đ', 3), ('decimal', '3.1', 6), None)
    """
    found = _MARKER.match(text) if _may_be_marked(text) else None
    if not found or found.lastgroup is None or (found.end() == len(text) and found.lastgroup in UNNAMED):
        return None
    kind, raw = found.lastgroup, found[found.lastgroup]
    if kind == "number" and int(re.sub(r"\D", "", raw)) > 60:
        return None
    again = _AGAIN.match(text, found.end()) if kind == "number" else None
    if again and again[1] == re.sub(r"\D", "", raw):
        return kind, _shown(kind, raw), again.end()
    return kind, _shown(kind, raw), found.end()


_AGAIN = re.compile(
    r"(\d{1,2})[.)](?=[^\W\d_])"
)  # `1. 1.Hiệu trưởng ...`: numbered by the program, and by hand


def _shown(kind: str, raw: str) -> str:
    if kind in (*HIGH, "appendix"):
        words = raw.rstrip(" .:").split()
        return (
            " ".join([words[0].capitalize() if words[0].isupper() else words[0], *words[1:]])
            .replace("PHỤ lục", "Phụ lục")
            .replace("Phụ LỤC", "Phụ lục")
        )
    return re.sub(r"\s", "", raw).strip("().,:/-") or raw


_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def place_in_row(kind: str, said: str | None) -> int | None:
    """The place of a marker in the row that its style counts, from 1; `None` where it is not in it.

    >>> place_in_row("letter", "đ"), place_in_row("roman", "IV"), place_in_row("dash", None)
    (5, 4, None)
    """
    marker = (said or "").lower()
    if marker.isdecimal():
        return int(marker)
    if kind in ("roman", "small_roman"):
        return _ROMANS.index(marker) + 1 if marker in _ROMANS else None
    return _LETTERS.index(marker) + 1 if len(marker) == 1 and marker in _LETTERS else None
