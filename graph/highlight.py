"""Which words of a text answer a question (chữ khớp với câu hỏi): their characters, never markup."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from corpus.search_steps import Match
from corpus.words import Question, exact
from rulebook.spelling import key

_WORD = re.compile(r"[^\W_]+")
_TO_THE_LETTER = ("words", "exact")
_MENDED = ("similar", "some")
_LONG, _MENDABLE = 6, 4  # letters, as in `corpus.search_steps`

Range = tuple[int, int]


def highlights(text: str, question: Question, match: Match | None) -> tuple[Range, ...]:
    """The stretches of the text that have words of the question, as it was read at that step: first character, and the
    one after the last. Words that stand side by side are one stretch.

    >>> from corpus.words import question
    >>> highlights("Rà soát hộ nghèo; thuế", question("ho ngheo thue"), "folded")
    ((8, 16), (18, 22))
    >>> highlights("Thu thuế, cho thuê", question("thuế"), "exact")
    ((4, 8),)
    """
    typed = {word.typed for word in question.words}
    marked = {word.folded for word in question.words if word.marked}
    folded = {word.folded for word in question.words}
    to_the_letter = match in _TO_THE_LETTER or match == "typed"
    found: list[Range] = []
    for said in _WORD.finditer(text):
        plain = _folded(said.group())
        if plain in folded:
            if to_the_letter and plain in marked and _exact(said.group()) not in typed:
                continue
        elif match not in _MENDED or not _is_like(plain, folded):
            continue
        if found and text[found[-1][1] : said.start()] == " ":
            found[-1] = (found[-1][0], said.end())
        else:
            found.append((said.start(), said.end()))
    return tuple(found)


def _is_like(word: str, others: Iterable[str]) -> bool:
    from rapidfuzz.distance import OSA

    if len(word) < _MENDABLE or not word.isalpha():
        return False
    slips = 1 if len(word) < _LONG else 2
    return any(
        len(one) >= _MENDABLE and OSA.distance(word, one, score_cutoff=slips) <= slips for one in others
    )


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    return key(word)


@lru_cache(maxsize=20_000)
def _exact(word: str) -> str:
    return exact(word)
