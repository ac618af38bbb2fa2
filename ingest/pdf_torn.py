"""Words that a PDF tears apart, put together: letter-spaced headings, and blanks amid words.

Q U Y Ế T   Đ Ị N H       letters one by one; the wider gaps part the words, else the rules of spelling do
ĐIỀ U KHO ẢN THI HÀNH     a piece that is no syllable (`ĐIỀ`), and makes a word that offices use with the one
                          beside it; on such a line also two pieces of which only the whole is such a word
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from ingest.document import Box
from ingest.pdf_words import PackedWords, PageWords, Word
from ingest.syllables import is_syllable
from ingest.vocabulary import office_words

_FEWEST_LETTERS = 5  # one by one on a line: `a b c` is no torn word
_ONE_BY_ONE = re.compile(rf"(?:^| )[^\W\d_](?: [^\W\d_]){{{_FEWEST_LETTERS - 1}}}(?: |$)")
_WIDER = 1.5  # times the usual gap between the letters: a gap between words
_WIDEST_GAP = 1.6  # of the font size
_LONGEST_PIECE = 5
_LONGEST_SYLLABLE = 7


def rejoined(page: PageWords) -> PageWords:
    """The page with torn words whole; nearly every page is as it was. Linear in its words."""
    if not isinstance(page.words, PackedWords) or not _may_be_torn(page.words):
        return page
    words: list[Word] = []
    for line in _lines(list(page.words)):
        words += _pieced(_spelt(line))
    return replace(page, words=tuple(words))


def _may_be_torn(words: PackedWords) -> bool:
    """Whether there are letters in a row, or a piece of a word beside another."""
    if _ONE_BY_ONE.search(words.joined):
        return True
    texts = words.texts
    pieces = [at for at, text in enumerate(texts) if len(text) <= _LONGEST_PIECE and _is_piece(text)]
    last = len(texts) - 1
    return any(
        (at > 0 and _is_word(texts[at - 1] + texts[at]))
        or (at < last and _is_word(texts[at] + texts[at + 1]))
        for at in pieces
    )


def _is_piece(text: str) -> bool:
    return len(text) <= _LONGEST_PIECE and text.isalpha() and not is_syllable(text)


def _is_word(text: str) -> bool:
    """Whether a text is a word that offices use, in one case."""
    one_case = text.islower() or text.isupper() or text.istitle()
    return one_case and len(text) > 1 and text.lower() in office_words()


def _lines(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words that follow each other in the file and on the page."""
    line: list[Word] = []
    for word in words:
        if line and not _beside(line[-1], word):
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def _beside(before: Word, word: Word) -> bool:
    gap = word.box.left - before.box.right
    level = abs(word.base - before.base) < 1 and abs(word.size - before.size) < 1
    return level and 0 <= gap < _WIDEST_GAP * word.size


def _spelt(line: Sequence[Word]) -> list[Word]:
    """The line with words whose letters stand one by one put together."""
    result: list[Word] = []
    letters: list[Word] = []
    for word in [*line, None]:
        if (
            word is not None
            and len(word.text) == 1
            and (word.text.isalpha() or (letters and word.text in ":.,"))
        ):
            letters.append(word)
            continue
        result += _words_of(letters) if len(letters) >= _FEWEST_LETTERS else letters
        letters = []
        if word is not None:
            result.append(word)
    return result


def _words_of(letters: Sequence[Word]) -> list[Word]:
    gaps = [after.box.left - before.box.right for before, after in pairwise(letters)]
    usual = median(gaps)
    cuts = [at for at, gap in enumerate(gaps, 1) if gap > _WIDER * usual]
    if not cuts:
        cuts = _spelling_cuts("".join(word.text for word in letters))
    return [_joined(letters[start:end]) for start, end in pairwise([0, *cuts, len(letters)])]


def _spelling_cuts(text: str) -> list[int]:
    """Where a text of syllables is to be cut into the fewest; nowhere if it is none."""
    plain = text.rstrip(":.,")
    best: dict[int, list[int]] = {0: []}
    for end in range(1, len(plain) + 1):
        for start in range(max(0, end - _LONGEST_SYLLABLE), end):
            fewer = start in best and (end not in best or len(best[start]) + 1 < len(best[end]))
            if fewer and is_syllable(plain[start:end]):
                best[end] = [*best[start], end]
    return best.get(len(plain), [])[:-1]


def _pieced(line: Sequence[Word]) -> list[Word]:
    """The line with pieces joined to the words beside them."""
    joined = _joined_where(line, lambda text: not _is_piece(text))
    if len(joined) == len(line):
        return list(line)
    return _joined_where(joined, lambda text: text.lower() in office_words())


def _joined_where(line: Sequence[Word], stands: Callable[[str], bool]) -> list[Word]:
    """The line with neighbours joined that make a word together, and of which one does not stand for itself."""
    result: list[Word] = []
    for word in line:
        torn = result and not (stands(result[-1].text) and stands(word.text))
        if torn and word.text.isalpha() and _is_word(result[-1].text + word.text):
            result[-1] = _joined([result[-1], word])
        else:
            result.append(word)
    return result


def _joined(words: Sequence[Word]) -> Word:
    boxes = [word.box for word in words]
    box = Box(
        boxes[0].left,
        min(box.top for box in boxes),
        boxes[-1].right,
        max(box.bottom for box in boxes),
    )
    return replace(words[0], text="".join(word.text for word in words), box=box)
