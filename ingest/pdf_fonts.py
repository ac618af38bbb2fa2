"""Is what a PDF says its letters are what is printed? Each font is judged by the words it makes.

    ð  in `ðược`, `ðịnh`, `ðồng`        a letter that Vietnamese has not, and one letter that makes syllables of all
                                        words: it is that letter (đ), in this font of this document
    \ufffd in `C\ufffdỦ`, `\ufffdỘI`, `NG\ufffdỊ`  a printed letter that the file does not name: the same question (H)
    ...    `thѱc hiӋn`, `fôᶍng`         many words, no syllables, no such letter: the font is doubtful, and what is
                                        printed in it is recognised from the picture of the page (`pdf_scans`)

Foreign names and words are left alone: one letter never makes Vietnamese syllables of all of them, and the letters of
French or German are not held against a font.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.pdf_letters import HIDDEN
from ingest.pdf_words import PackedWords, PageWords
from ingest.syllables import LETTERS, is_syllable
from ingest.vocabulary import office_words

_WORD = re.compile(rf"(?:[^\W\d_]|[{HIDDEN}\ue000-\uf8ff])+")
_KNOWN_SLIPS = {"ð": "đ", "ñ": "đ", "Ñ": "Đ", "ö": "ú", "Ö": "Ú"}  # where more than one letter would do
_SURE = 0.97  # of the different words with a strange letter that must become syllables
_FEWEST_WORDS = 2  # different ones
_FEWEST_COMMON = 3
_COMMON_SHARE = 0.75  # of the words that the right letter makes common ones
_RARE_SHARE = 0.75  # of that, what the next best letter may make
_DOUBTFUL_WORDS = 8  # different ones that are no syllables
_DOUBTFUL_SHARE = 0.3
_HIDDEN_SHARE = 0.02  # of the words
_SHIFTED_WORDS = 30
_TORN_WORDS = 10
_TORN_SHARE = 0.03
_TORN_LETTERS = 4  # different ones
_VIETNAMESE_SHARE = 0.3  # of the words, that have marks
_GOOD_WORDS = 3
_GOOD_SHARE = 0.7
_CONSONANTS = frozenset("bcdđghklmnpqrstvx")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff]")
_SPARED = re.compile("[\u00c0-\u00ff\u0152\u0153\u0178]")  # letters of Western languages


@dataclass(frozen=True, slots=True)
class Judged:
    """Pages with the letters that could be told put right (`letters`: which), and for each page with words in a font
    that says nothing sure, the page without them."""

    pages: list[PageWords]
    letters: tuple[str, ...]
    doubtful: Mapping[int, PageWords]


def judged(pages: Sequence[PageWords]) -> Judged:
    """The pages, the fonts of each judged by their words in the whole document."""
    words = _words(pages)
    right = {font: _letters_meant(counts) for font, counts in words.items()}
    words = {font: _translated(counts, right[font]) for font, counts in words.items()}
    bad = {font for font, counts in words.items() if _is_doubtful(counts)}
    unsure = {font for font, counts in words.items() if not _is_good(counts)} if bad else set()
    result = [_put_right(page, right) for page in pages]
    doubtful = {}
    for page in result if bad else ():
        if any(word.font in bad for word in page.words):
            doubtful[page.number] = _without(page, bad | unsure)
    letters = dict.fromkeys(letter for told in right.values() for letter in told.values())
    return Judged([_without_hidden(page) for page in result], tuple(letters), doubtful)


def _words(pages: Sequence[PageWords]) -> dict[str, Counter[str]]:
    """How often each font makes which word."""
    result: dict[str, Counter[str]] = {}
    for page in pages:
        if isinstance(page.words, PackedWords):
            texts, fonts = page.words.texts, page.words.font.tolist()
            for font in set(fonts):
                mine = (text for text, number in zip(texts, fonts, strict=True) if number == font)
                result.setdefault(page.words.fonts[font].name, Counter()).update(mine)
    return result


def _letters_meant(counts: Counter[str]) -> dict[str, str]:
    """The strange letters of a font whose meaning is sure."""
    strange: dict[str, set[str]] = {}
    for text in counts:
        if text.isascii():
            continue
        for word in _WORD.findall(text.replace("Ð", "Đ")):  # which looks the same, and is made Đ anyhow
            for letter in set(word) - LETTERS if len(word) > 1 else ():
                strange.setdefault(letter, set()).add(word)
    told = {letter: _meant(letter, words) for letter, words in strange.items()}
    return {letter: meant for letter, meant in told.items() if meant}


def _meant(letter: str, words: set[str]) -> str:
    """The one letter that makes syllables of all words with a strange one; where several do, the one that makes words
    that offices use; nothing where that is not sure."""
    known = _KNOWN_SLIPS.get(letter)
    if known and _share(words, letter, known) >= _SURE:
        return known
    if len(words) < _FEWEST_WORDS:
        return ""
    fitting = [other for other in sorted(LETTERS) if _share(words, letter, other) >= _SURE]
    if len(fitting) < 2:
        return fitting[0] if fitting else ""
    common = Counter({other: _common(words, letter, other) for other in fitting})
    (best, most), (_, second) = common.most_common(2)
    sure = most >= max(_FEWEST_COMMON, _COMMON_SHARE * len(words)) and second < _RARE_SHARE * most
    return best if sure else ""


def _common(words: set[str], letter: str, other: str) -> int:
    """How many of the words are syllables of the rule data with `other` for `letter`."""
    return sum(word.replace(letter, other).lower() in office_words() for word in words)


def _share(words: set[str], letter: str, other: str) -> float:
    """The share of words that are syllables with `other` for `letter`, and written in one case."""
    return sum(_is_word(word.replace(letter, other)) for word in words) / len(words)


def _is_word(word: str) -> bool:
    return is_syllable(word) and (word.islower() or word.isupper() or word.istitle())


def _translated(counts: Counter[str], right: Mapping[str, str]) -> Counter[str]:
    if not right:
        return counts
    table, result = str.maketrans(dict(right)), Counter[str]()
    for text, count in counts.items():
        result[text.translate(table)] += count
    return result


def _is_doubtful(counts: Counter[str]) -> bool:
    """Whether the words of a font cannot be what is printed."""
    words = Counter[str]()
    for text, count in counts.items():
        for word in _WORD.findall(text):
            if len(word) > 1:
                words[word] += count
    hidden = {
        word: count for word, count in words.items() if HIDDEN in word and len(word) > word.count(HIDDEN)
    }
    if len(hidden) > _FEWEST_WORDS and sum(hidden.values()) > _HIDDEN_SHARE * words.total():
        return True
    marked = [word for word in words if not _SPARED.sub("", word).isascii() and HIDDEN not in word]
    wrong = [word for word in marked if not is_syllable(word)]
    if len(wrong) >= _DOUBTFUL_WORDS and len(wrong) > _DOUBTFUL_SHARE * len(marked):
        return True
    shifted = [text for text in counts if _CONTROL.search(text, 1)]
    if len(shifted) > _SHIFTED_WORDS and len(shifted) > _DOUBTFUL_SHARE * len(counts):
        return True
    return _is_torn(counts)


def _is_torn(counts: Counter[str]) -> bool:
    """Whether Vietnamese words lie about in pieces: `c ia sẻ, t ực hiện`. A consonant is no word; one or the other is
    a unit or a name."""
    words = {text: count for text, count in counts.items() if text.isalpha()}
    alone = {word: count for word, count in words.items() if word in _CONSONANTS}
    marked = sum(count for word, count in words.items() if not word.isascii())
    return (
        len(alone) >= _TORN_LETTERS
        and sum(alone.values()) >= max(_TORN_WORDS, _TORN_SHARE * sum(words.values()))
        and marked >= _VIETNAMESE_SHARE * sum(words.values())
    )


def _is_good(counts: Counter[str]) -> bool:
    """Whether the words of a font are Vietnamese beyond doubt."""
    marked = [word for text in counts for word in _WORD.findall(text) if not word.isascii()]
    good = sum(map(is_syllable, marked))
    return good >= _GOOD_WORDS and good >= _GOOD_SHARE * len(marked)


def _put_right(page: PageWords, right: Mapping[str, Mapping[str, str]]) -> PageWords:
    words = page.words
    if not isinstance(words, PackedWords) or not any(right.get(font.name) for font in words.fonts):
        return page
    tables = [str.maketrans(dict(right.get(font.name, {}))) for font in words.fonts]
    texts = (
        text.translate(tables[font]) for text, font in zip(words.texts, words.font.tolist(), strict=True)
    )
    return replace(page, words=replace(words, joined=" ".join(texts)))


def _without(page: PageWords, fonts: Iterable[str]) -> PageWords:
    """The page without its words in some fonts."""
    left_out = frozenset(fonts)
    return replace(page, words=tuple(word for word in page.words if word.font not in left_out))


def _without_hidden(page: PageWords) -> PageWords:
    """The page without the letters that nothing tells."""
    if not isinstance(page.words, PackedWords) or HIDDEN not in page.words.joined:
        return page
    words = (replace(word, text=word.text.replace(HIDDEN, "")) for word in page.words)
    return replace(page, words=tuple(word for word in words if word.text))
