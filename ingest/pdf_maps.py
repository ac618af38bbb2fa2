"""Wrong font maps (bảng mã phông chữ) of a PDF, mended in the bytes of the file.

A font draws glyphs by their numbers; a map beside it (ToUnicode) says which character each glyph is. Programs write
wrong maps: a capital H that is a blank (`C N P Ủ`), `Ò` that is `Õ` (`CỘNG HÕA`). The order of the glyphs tells what is
right: the fonts that offices use come from one maker, and hold their glyphs in two known sequences:

    glyph   3 ... 97     98 ... 223                  somewhere above
            space ... ~  Ä Å Ç É ... (Mac Roman)     Ạ ạ Ả ả ... Ự ự (U+1EA0 to U+1EF1)

Where nearly all of a map follows a sequence, the few glyphs that do not are errors, and the sequence says what they
are. The new map takes the place of the old one, byte for byte, so that nothing else in the file moves.
"""

from __future__ import annotations

import logging
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from unicodedata import normalize

Map = dict[int, str]
"""The characters of glyphs by their numbers."""

_ASCII = (3, 98)
_MAC = ((98, 172, 0x80), (172, 209, 0xCB), (209, 224, 0xF1))  # glyphs, and the code in Mac Roman of the first
_FIRST, _LAST = 0x1EA0, 0x1EF1  # the letters Ạ to ự; Ỳ ỳ, which Welsh has, too, stand elsewhere
_FEWEST = 12  # glyphs of a map that must follow a sequence for it to be believed
_SHARE = 0.85
_MOST_PAGES = 3000
_MOST_FONTS = 500
_LARGEST_MAP = 1 << 20  # bytes


@dataclass(frozen=True, slots=True)
class Mended:
    """A file whose maps are mended, and the characters that they lacked or had wrong."""

    data: bytes
    letters: tuple[str, ...]


def mended_file(data: bytes) -> Mended | None:
    """The PDF file `data` with its wrong maps mended; None where there is nothing to mend, or nothing sure. Never
    raises: a file that cannot be followed is left as it is."""
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    result, letters = bytearray(data), []
    try:
        for raw, packed, found in _maps(data):
            wrong = corrections(found)
            place = data.find(raw) if wrong else -1
            stream = _stream({**found, **wrong}, len(raw), packed=packed) if place >= 0 else None
            if stream is not None:
                result[place : place + len(raw)] = stream
                letters += [letter for glyph, letter in wrong.items() if glyph in found]
    except Exception:  # pdfminer raises anything on broken files; the text is then read as it is
        return None
    return Mended(bytes(result), tuple(dict.fromkeys(letters))) if letters else None


def corrections(found: Mapping[int, str]) -> Map:
    """The glyphs of a map that stand for another character than it says, or for one that it does not say.

    >>> alphabet = {glyph: chr(glyph + 29) for glyph in range(36, 62)}  # A to Z
    >>> corrections({**alphabet, 3: " ", 43: " ", 209: "Õ"})[43], corrections({**alphabet, 3: " ", 209: "Õ"})[209]
    ('H', 'Ò')
    >>> corrections({glyph: chr(glyph + 60) for glyph in range(5, 40)})
    {}
    """
    right: Map = {}
    latin = {glyph: letter for glyph in range(_ASCII[0], _MAC[-1][1]) if (letter := _windows_letter(glyph))}
    if _follows(found, latin):
        right |= latin
    steps = Counter(
        ord(letter) - glyph
        for glyph, letter in found.items()
        if len(letter) == 1 and _FIRST <= ord(letter) <= _LAST
    )
    for step, count in steps.most_common(1):
        if count >= _FEWEST and count >= _SHARE * steps.total():
            right |= {code - step: chr(code) for code in range(_FIRST, _LAST + 1)}
    return {glyph: letter for glyph, letter in right.items() if found.get(glyph) != letter}


def _follows(found: Mapping[int, str], order: Mapping[int, str]) -> bool:
    known = [letter == order[glyph] for glyph, letter in found.items() if glyph in order]
    return sum(known) >= _FEWEST and sum(known) >= _SHARE * len(known)


def _windows_letter(glyph: int) -> str:
    """The letter or figure that a glyph is in the order of those fonts; nothing for signs, of which some have two
    codes."""
    if _ASCII[0] <= glyph < _ASCII[1]:
        letter = chr(glyph + 29)
        return letter if letter.isalnum() else ""
    for first, after, code in _MAC:
        if first <= glyph < after:
            letter = bytes([code + glyph - first]).decode("mac_roman")
            return letter if letter.isalpha() and letter not in "ªºµπΩﬁﬂƒı" else ""
    return ""


def _maps(data: bytes) -> Iterator[tuple[bytes, bool, Map]]:
    """The maps of the file, each once: its bytes, whether they are packed, and what it says."""
    from pdfminer.cmapdb import CMapParser, FileUnicodeMap
    from pdfminer.pdftypes import PDFStream, resolve1

    seen: set[int] = set()
    for font in _fonts(data):
        reference, stream = font["ToUnicode"], resolve1(font["ToUnicode"])
        if not isinstance(stream, PDFStream) or reference.objid in seen or not _draws_by_glyph(font):
            continue
        seen.add(reference.objid)
        raw, filters = stream.rawdata, stream.get_filters()
        names = [str(getattr(one, "name", one)) for one, _ in filters]
        if not raw or len(raw) > _LARGEST_MAP or names not in ([], ["FlateDecode"]):
            continue
        told = FileUnicodeMap()
        CMapParser(told, BytesIO(stream.get_data()[:_LARGEST_MAP])).run()
        yield raw, bool(names), {glyph: normalize("NFC", text) for glyph, text in told.cid2unichr.items()}


def _draws_by_glyph(font: Mapping[str, Any]) -> bool:
    """Whether the codes of a font are the numbers of its glyphs."""
    from pdfminer.pdftypes import resolve1

    encoding = resolve1(font.get("Encoding"))
    below = resolve1(resolve1(font.get("DescendantFonts") or [None])[0]) or {}
    glyphs = resolve1(below.get("CIDToGIDMap"))
    named = [str(getattr(one, "name", one)) for one in (encoding, glyphs) if one is not None]
    return named in (["Identity-H"], ["Identity-H", "Identity"])


def _fonts(data: bytes) -> Iterator[dict[str, Any]]:
    """The fonts of the pages, and of the forms on them, that have a map."""
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser
    from pdfminer.pdftypes import PDFStream, resolve1

    seen: set[int] = set()
    for number, page in enumerate(PDFPage.create_pages(PDFDocument(PDFParser(BytesIO(data))))):
        if number >= _MOST_PAGES or len(seen) > _MOST_FONTS:
            return
        holders = [resolve1(page.resources) or {}]
        forms = (resolve1(form) for form in (resolve1(holders[0].get("XObject")) or {}).values())
        holders += [
            resolve1(form.attrs.get("Resources")) or {} for form in forms if isinstance(form, PDFStream)
        ]
        for holder in holders:
            for reference in (resolve1(holder.get("Font")) or {}).values():
                key = getattr(reference, "objid", id(reference))
                font = resolve1(reference)
                if key not in seen and isinstance(font, dict) and hasattr(font.get("ToUnicode"), "objid"):
                    seen.add(key)
                    yield font


def _stream(right: Mapping[int, str], length: int, *, packed: bool) -> bytes | None:
    """A map as the bytes of a stream of that length; None where it does not fit."""
    lines = ["begincmap 1 begincodespacerange <0000><FFFF> endcodespacerange"]
    runs = _runs(right)
    for at in range(0, len(runs), 100):
        lines += [
            f"{len(runs[at : at + 100])} beginbfrange",
            *(f"<{first:04X}><{last:04X}><{letter}>" for first, last, letter in runs[at : at + 100]),
            "endbfrange",
        ]
    text = "\n".join([*lines, "endcmap"]).encode("ascii")
    written = zlib.compress(text, 9) if packed else text
    return written + b" " * (length - len(written)) if len(written) <= length else None


def _runs(right: Mapping[int, str]) -> list[tuple[int, int, str]]:
    """Glyphs in a row that stand for characters in a row: first, last, and the first character in hexadecimal."""
    runs: list[tuple[int, int, str]] = []
    after = ""
    for glyph, letter in sorted(right.items()):
        if runs and glyph == runs[-1][1] + 1 and letter == after and glyph & 0xFF:
            runs[-1] = (runs[-1][0], glyph, runs[-1][2])
        else:
            runs.append((glyph, glyph, letter.encode("utf-16-be").hex().upper()))
        after = chr(ord(letter) + 1) if len(letter) == 1 and (ord(letter) + 1) & 0xFF else ""
    return runs
