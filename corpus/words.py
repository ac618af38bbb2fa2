"""Text as words to search by: with diacritics, without them, and as compound words (từ ghép).

    as found    Thẩm định kinh phí      exact    thẩm định kinh phí
                                        folded   tham dinh kinh phi
                                        words    thẩm_định kinh_phí

A query is read the same way. What a person types is data: it is taken apart into letters and digits, and every sign
that means something to a search engine (quotes, `AND`, `*`, `-`, `:`) is gone before one is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, islice
from threading import Lock

from rulebook.spelling import key, normalise

MOST_WORDS = 32
"""A query is read up to here: more than the longest heading that anyone pastes."""

MOST_CHARACTERS = 500_000
"""Compound words are found at about 250 KB/s; of a longer text only the beginning is searched by them."""

_LOADING = Lock()
_WORD = re.compile(r"[^\W_]+")
_PIECE = re.compile(r"[^\n]{1,2000}(?!\S)|[^\n]{1,2000}")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a query as typed (in lower case) and without diacritics."""

    typed: str
    folded: str

    @property
    def marked(self) -> bool:
        """Whether it was typed with diacritics, and so means no other word."""
        return self.typed != self.folded


Unit = tuple[Word, ...]
"""The syllables of one compound word (`thẩm định`), or one word alone."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is searched for: units in their order, each once. Without diacritics nobody knows which syllables make a
    word, so then each is a unit of its own."""

    units: tuple[Unit, ...]

    @property
    def words(self) -> tuple[Word, ...]:
        """All words in their order."""
        return tuple(word for unit in self.units for word in unit)

    @property
    def marked(self) -> bool:
        """Whether any word was typed with diacritics."""
        return any(word.marked for word in self.words)


def question(typed: str) -> Question:
    """The words of what somebody typed; none of it is an instruction.

    >>> question('Thuế* OR "đất" -- 2025').units[0]
    (Word(typed='thuế', folded='thue'),)
    >>> [len(unit) for unit in question("thẩm định kinh phí").units]
    [2, 2]
    """
    found = (match.group() for match in _WORD.finditer(exact(typed[:MOST_CHARACTERS])))
    words = [Word(word, folded) for word in islice(found, MOST_WORDS) if (folded := key(word))]
    if len(words) < 2 or not any(word.marked for word in words):
        return Question(tuple(dict.fromkeys((word,) for word in words)))
    lengths = [word.count("_") + 1 for word in compound(" ".join(word.typed for word in words)).split()]
    if sum(lengths) != len(words):
        return Question(tuple(dict.fromkeys((word,) for word in words)))
    ends = list(accumulate(lengths))
    units = (tuple(words[end - length : end]) for end, length in zip(ends, lengths, strict=True))
    return Question(tuple(dict.fromkeys(units)))


def storable(text: str) -> str:
    """The text as every database takes it, of the same length: what none can hold (NUL, half a surrogate pair out of
    the name of a broken file) becomes another character.

    >>> storable("a\\x00b\\ud800")
    'a\N{REPLACEMENT CHARACTER}b?'
    """
    return text.replace("\x00", "\N{REPLACEMENT CHARACTER}").encode("utf-8", "replace").decode("utf-8")


def exact(text: str) -> str:
    """The text in lower case, one spelling for one word, with its diacritics.

    >>> exact("UỶ BAN_nhân dân")
    'ủy ban nhân dân'
    """
    return normalise(text).lower().replace("_", " ")


def folded(text: str) -> str:
    """The words of the text in lower case without diacritics, đ as d.

    >>> folded("Quyết định (số 5)")
    'quyet dinh so 5'
    """
    return key(text)


def compound(text: str) -> str:
    """The text as compound words, joined with `_`; cut into sentences' length, so that the cost stays linear.

    >>> compound("Tổ chức Hội nghị tổng kết")
    'tổ_chức hội_nghị tổng_kết'
    """
    with _LOADING:
        word_tokenize = _loaded()
    said = exact(text[:MOST_CHARACTERS])
    return " ".join(
        "_".join(word.split())
        for piece in _pieces(said)
        for word in word_tokenize(piece, use_token_normalize=False)
        if _WORD.search(word)
    )


@lru_cache(maxsize=1)
def _loaded() -> Callable[..., list[str]]:
    """The function that finds words, with its model in memory: it loads that when first called, and a second thread
    would be given it half loaded."""
    from underthesea import word_tokenize  # type: ignore[import-untyped]

    word_tokenize("một")
    return word_tokenize  # type: ignore[no-any-return]


def _pieces(text: str) -> Iterator[str]:
    return (match.group() for match in _PIECE.finditer(text) if not match.group().isspace())
