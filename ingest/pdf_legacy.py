"""PDF files whose letters are those of TCVN3 or VNI (phông chữ đời cũ): their words in Unicode.

A file printed from Word names `.VnTime`; one printed after the font was replaced names Tinos or Arial, and holds the
same letters of Latin-1. So each font is judged by its name and by its words in the document (`legacy_fonts`), and one
with too few words to tell (bold headings) is taken for what the others are.

The ư of TCVN3 has the code of a soft hyphen, which LibreOffice does not print: where a word lacks one, it is put back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.legacy_encodings import LegacyEncoding, with_lost_horns
from ingest.legacy_fonts import Run, encoding_of, font_encoding, is_unicode, unicode_paragraphs, warnings_of
from ingest.pdf_letters import SOFT_HYPHEN
from ingest.pdf_rows import rows_of
from ingest.pdf_words import PackedWords, PageWords, Word

_STANDING_FOR: dict[LegacyEncoding, str] = {"TCVN3": ".VnTime", "VNI": "VNI-Times"}
_SAMPLE = 40  # pages by which the fonts are judged


def in_unicode(pages: Sequence[PageWords]) -> tuple[list[PageWords], tuple[str, ...]]:
    """The pages with their words in Unicode, and the warning where they had to be converted for that."""
    fonts = _font_names(pages)
    if not fonts:
        return [_with_hyphens(page) for page in pages], ()
    found: set[LegacyEncoding] = set()
    result = []
    for page in pages:
        converted, encodings = _converted(page, fonts)
        found |= encodings
        result.append(_with_hyphens(converted))
    return result, warnings_of(found)


def _font_names(pages: Sequence[PageWords]) -> dict[str, str]:
    """For each font of a document with old fonts, the name of a font that tells its encoding (none: Unicode); empty
    for the many documents that have none."""
    texts = _texts(pages)
    told = {font: _encoding(font, text) for font, text in texts.items()}
    common = Counter(encoding for encoding in told.values() if encoding).most_common(1)
    if not common:
        return {}
    usual = common[0][0]
    names = {}
    for font, text in texts.items():
        encoding = told[font] or (None if is_unicode(text) or encoding_of(text) else usual)
        named = font_encoding(font)
        names[font] = "" if encoding is None else _tidied(font) if named else _STANDING_FOR[encoding]
    return names


def _encoding(font: str, text: str) -> LegacyEncoding | None:
    named = font_encoding(font)
    return named if named and not is_unicode(text) else encoding_of(text)


def _texts(pages: Sequence[PageWords]) -> dict[str, str]:
    """Words in each font, of some pages spread over the document."""
    step = max(1, len(pages) // _SAMPLE)
    words: dict[str, list[str]] = {}
    for page in pages[::step]:
        if isinstance(page.words, PackedWords):
            for font, text in zip(page.words.font.tolist(), page.words.texts, strict=True):
                words.setdefault(page.words.fonts[font].name, []).append(text)
    return {font: " ".join(texts) for font, texts in words.items()}


def _tidied(font: str) -> str:
    """`.VnTimeH-Bold` as `.VnTimeH,Bold`: what follows is no part of the name."""
    return font.replace("-", ",", 1) if font.startswith(".") else font


def _converted(page: PageWords, fonts: dict[str, str]) -> tuple[PageWords, frozenset[LegacyEncoding]]:
    rows = rows_of(page.words)
    runs = [[_run(word, fonts, first=at == 0) for at, word in enumerate(row.words)] for row in rows]
    texts, found = unicode_paragraphs(runs)
    mended = with_lost_horns if "TCVN3" in found else str
    words = [
        replace(word, text=mended(text.strip()))
        for row, new in zip(rows, texts, strict=True)
        for word, text in zip(row.words, new, strict=True)
    ]
    return replace(page, words=tuple(word for word in words if word.text)), found


def _run(word: Word, fonts: dict[str, str], *, first: bool) -> Run:
    font = fonts.get(word.font, "") if word.confidence is None else ""
    return Run(word.text if first or not word.spaced else f" {word.text}", font)


def _with_hyphens(page: PageWords) -> PageWords:
    """The page with hyphens for what is no ư."""
    if isinstance(page.words, PackedWords) and SOFT_HYPHEN in page.words.joined:
        joined = page.words.joined.replace(SOFT_HYPHEN, "-")
        return replace(page, words=replace(page.words, joined=joined))
    if isinstance(page.words, PackedWords):
        return page
    words = (replace(word, text=word.text.replace(SOFT_HYPHEN, "-")) for word in page.words)
    return replace(page, words=tuple(words))
