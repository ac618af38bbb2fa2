"""Texts in the fonts of before Unicode: which texts they are, and the same texts in Unicode.

A reader sees `Uû ban nh©n d©n` where the office saw `Uỷ ban nhân dân`. Two things tell such a text: the font, where
the format names it (`.VnTime`, `VNI-Times`), and the letters of the whole text, most of whose words are Vietnamese
syllables in the old encoding and in no other. A single line never decides (`nghèo.` is good Unicode, and would be
`nghốo.` as TCVN3), and text with a letter that only Unicode has is left alone, whatever its font is called.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from ingest.legacy_encodings import LegacyEncoding, capitals, from_unicode, joins, recased, to_unicode
from ingest.syllables import is_syllable
from rulebook.spelling import compose

ENCODINGS: tuple[LegacyEncoding, ...] = ("TCVN3", "VNI")
WARNING = (
    "văn bản dùng phông chữ {} đời cũ, đã chuyển sang Unicode; nên đối chiếu tên riêng và chữ hoa với bản gốc"
)
_NAMES = {"TCVN3": "TCVN3 (ABC)", "VNI": "VNI"}

_ONLY_UNICODE = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u0300\u0301\u0303\u0309\u0323]"
)
_WORD = re.compile("[A-Za-z\u00a1-\u00ff]+")
_FONT = re.compile(r"\s*['\"]?(?:(?P<tcvn3>\.Vn)|(?P<vni>VNI[- ]))", re.IGNORECASE)
_NAMED = re.compile(r"['\"=:]\s*(?:\.Vn[A-Z]|VNI-[A-Z])")
_CAPITALS = re.compile(r"\s*['\"]?\.Vn[^,;'\"]*H\s*(?:[,;'\"]|$)")
_MOST_WORDS = 20_000  # that are looked at
_FEWEST_WORDS = 4  # different ones with letters beyond ASCII, below which letters tell nothing
_SHARE = 0.8  # of those words that must be syllables


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one font (tên phông chữ); no name where the format does not say."""

    text: str
    font: str = ""


def font_encoding(font: str) -> LegacyEncoding | None:
    """The encoding that fonts of that name are made for.

    >>> font_encoding(".VnTimeH"), font_encoding("VNI-Times"), font_encoding("Times New Roman")
    ('TCVN3', 'VNI', None)
    """
    match = _FONT.match(font)
    if match is None:
        return None
    return "TCVN3" if match["tcvn3"] else "VNI"


def is_western(text: str) -> bool:
    """Whether text of one byte a letter, read as windows-1252, is for old fonts: by its letters, or because its markup
    names such a font. Else it is windows-1258.

    >>> is_western("<font face='.VnTime'>®Þnh</font>"), is_western("ðònh")
    (True, False)
    """
    return bool(_NAMED.search(text)) or encoding_of(text) is not None


def is_unicode(text: str) -> bool:
    """Whether there is a Vietnamese letter in it that only Unicode has.

    >>> is_unicode("Hộ"), is_unicode("nghèo")
    (True, False)
    """
    return _ONLY_UNICODE.search(text) is not None


def encoding_of(text: str) -> LegacyEncoding | None:
    """The old encoding that a whole text is in, by its letters; None for Unicode, and where too little tells.

    >>> encoding_of("Uû ban nh©n d©n tØnh yªu cÇu c¸c së, ban, ngµnh"), encoding_of("nghèo."), encoding_of("où, déjà")
    ('TCVN3', None, None)
    """
    return None if is_unicode(text) else _most_likely(text)


def unicode_text(text: str) -> tuple[str, tuple[str, ...]]:
    """The text in Unicode (NFC), and the warning where it had to be converted for that. Linear in the text.

    >>> unicode_text("Uyû ban nhaân daân tænh yeâu caàu caùc sôû, ngaønh")[0]
    'Uỷ ban nhân dân tỉnh yêu cầu các sở, ngành'
    """
    encoding = encoding_of(text)
    if encoding is not None:
        return to_unicode(text, encoding), warnings_of({encoding})
    return compose(text), ()


def warnings_of(encodings: Iterable[LegacyEncoding]) -> tuple[str, ...]:
    """What the reader of a document is told when parts of it were in these encodings."""
    return tuple(WARNING.format(_NAMES[encoding]) for encoding in ENCODINGS if encoding in set(encodings))


def unicode_paragraphs(
    paragraphs: Sequence[Sequence[Run]],
) -> tuple[list[list[str]], frozenset[LegacyEncoding]]:
    """The texts of the runs in Unicode, and which encodings were found. A run without such a font is converted only
    where the letters of all such runs tell that they are in an old encoding."""
    trusted = frozenset(encoding for encoding in ENCODINGS if _keeps_its_promise(paragraphs, encoding))
    nameless = encoding_of(_joined(paragraphs, None))
    found: set[LegacyEncoding] = set()
    texts: list[list[str]] = []
    for paragraph in paragraphs:
        encodings = [_encoding(run, trusted, nameless) for run in paragraph]
        found.update(encoding for encoding in encodings if encoding is not None)
        texts.append(_converted(paragraph, encodings))
    return texts, frozenset(found)


def _encoding(
    run: Run, trusted: frozenset[LegacyEncoding], nameless: LegacyEncoding | None
) -> LegacyEncoding | None:
    if run.text.isascii() and not _CAPITALS.match(run.font):
        return None
    named = font_encoding(run.font)
    if named is None:
        return nameless
    return named if named in trusted and not _ONLY_UNICODE.search(run.text) else None


def _keeps_its_promise(paragraphs: Sequence[Sequence[Run]], encoding: LegacyEncoding) -> bool:
    """Whether text in fonts for an encoding is in it: some texts were typed in Unicode all the same."""
    text = _joined(paragraphs, encoding)
    counts = _marked_words(text)
    if len(counts) < _FEWEST_WORDS:
        return not any(
            _ONLY_UNICODE.search(run.text)
            for run in chain.from_iterable(paragraphs)
            if font_encoding(run.font) == encoding
        )
    return _share(counts, encoding) > _share(counts, None)


def _joined(paragraphs: Sequence[Sequence[Run]], encoding: LegacyEncoding | None) -> str:
    """The text in fonts for an encoding (None: in other fonts); for an encoding, without runs of Unicode letters."""
    return "\n".join(
        "".join(
            run.text
            for run in paragraph
            if font_encoding(run.font) == encoding
            and (encoding is None or not _ONLY_UNICODE.search(run.text))
        )
        for paragraph in paragraphs
    )


def _converted(paragraph: Sequence[Run], encodings: Sequence[LegacyEncoding | None]) -> list[str]:
    texts = [run.text for run in paragraph]
    if not any(encodings):
        return texts
    for at in range(1, len(texts)):
        if encodings[at] == "VNI" and joins(texts[at - 1], texts[at]):
            texts[at - 1], texts[at] = texts[at - 1] + texts[at][0], texts[at][1:]
            encodings = [*encodings[: at - 1], "VNI", *encodings[at:]]
    texts = [
        text if encoding is None else _shown(to_unicode(text, encoding), run.font)
        for text, encoding, run in zip(texts, encodings, paragraph, strict=True)
    ]
    return _recased_together(texts) if "TCVN3" in encodings else texts


def _shown(text: str, font: str) -> str:
    return capitals(text) if _CAPITALS.match(font) else text


def _recased_together(texts: Sequence[str]) -> list[str]:
    """Runs recased as the one line that they are: a word may be cut by a change of fonts."""
    whole, result = recased("".join(texts)), []
    at = 0
    for text in texts:
        result.append(whole[at : at + len(text)])
        at += len(text)
    return result


def _most_likely(text: str) -> LegacyEncoding | None:
    counts = _marked_words(text)
    if len(counts) < _FEWEST_WORDS:
        return None
    shares = {encoding: _share(counts, encoding) for encoding in ENCODINGS}
    best = max(ENCODINGS, key=shares.__getitem__)
    return best if shares[best] >= _SHARE and shares[best] > _share(counts, None) else None


def _marked_words(text: str) -> Counter[str]:
    """How often which word with a letter beyond ASCII occurs."""
    if text.isascii():
        return Counter()
    words = (match[0] for match in islice(_WORD.finditer(text), _MOST_WORDS))
    return Counter(word for word in words if not word.isascii())


def _share(counts: Counter[str], encoding: LegacyEncoding | None) -> float:
    """The share of words that are syllables in the encoding, with every letter of theirs; None: as they stand."""
    good = sum(count for word, count in counts.items() if _is_word(word, encoding))
    return good / max(1, counts.total())


def _is_word(word: str, encoding: LegacyEncoding | None) -> bool:
    if encoding is None:
        return is_syllable(word)
    decoded = to_unicode(word, encoding)
    return is_syllable(decoded) and from_unicode(decoded, encoding).lower() == word.lower()
