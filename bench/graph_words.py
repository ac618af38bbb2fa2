"""What the documents of the made-up corpus say: sentences put together from the words of the rulebook, by chance.

    Sở Tài chính chủ trì, phối hợp với Sở Y tế | rà soát | hồ sơ | ngân sách | tại thôn Tân Lộc | trước ngày 30/6/2025

Verbs, words, bodies and laws are those of `rulebook/data`; how often each is taken falls with its place in a shuffled
list, as in language (Zipf). Names of villages, numbers and slips of spelling make the long tail of rare words. A phrase
is brought into the forms that the index has (`corpus.words`) once, and sentences are joined from these forms.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Generic, TypeVar

from corpus.words import compound, exact, folded
from rulebook.cues import cues
from rulebook.tables import government_fields, provinces

Item = TypeVar("Item")

_ONSETS = tuple(re.findall(r"\w+", "b c ch d đ g h kh l m n ng nh ph qu r s t th tr v x"))
_RIMES = tuple(
    re.findall(
        r"\w+",
        "a ai an ang anh ao âm ân ây e en ênh i iên in inh iêu o oan oi ong ơn u ua uân ung uôn ư ương ươi ưu",
    )
)
_TOGETHER = 4_000
_SLIP = 0.004  # of the phrases: one in 250 is misspelt, as in scans
_HEADINGS = (
    "MỤC ĐÍCH, YÊU CẦU",
    "NHIỆM VỤ, GIẢI PHÁP",
    "TỔ CHỨC THỰC HIỆN",
    "NỘI DUNG",
    "PHÂN CÔNG NHIỆM VỤ",
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words as they are said, and as each column of the index has them."""

    said: str
    exact: str
    folded: str
    words: str


class Drawn(Generic[Item]):
    """Things of which the first is drawn most often: the n-th with a weight of 1/(n+2)."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = items
        self._weights = list(accumulate(1 / (n + 2) for n in range(len(items))))

    def one(self, chance: random.Random) -> Item:
        """One of them."""
        return chance.choices(self._items, cum_weights=self._weights)[0]

    def some(self, chance: random.Random, number: int) -> list[Item]:
        """Several, each once."""
        return list(dict.fromkeys(chance.choices(self._items, cum_weights=self._weights, k=number)))


@lru_cache(maxsize=200_000)
def phrase(said: str) -> Phrase:
    """A phrase of the grammar, with its compound words."""
    return Phrase(said, exact(said), folded(said), compound(said))


def name(said: str) -> Phrase:
    """A name, a number or a day: no compound words but itself."""
    low = exact(said)
    return Phrase(said, low, folded(said), low)


def joined(parts: Iterable[Phrase], blank: str = " ") -> Phrase:
    """The phrases one after another.

    >>> joined([phrase("rà soát"), phrase("hồ sơ")]).words
    'rà_soát hồ_sơ'
    """
    said, low, flat, words = [], [], [], []
    for part in parts:
        said.append(part.said)
        low.append(part.exact)
        flat.append(part.folded)
        words.append(part.words)
    return Phrase(blank.join(said), blank.join(low), " ".join(flat), " ".join(words))


class Grammar:
    """The words in the order in which `chance` happened to shuffle them, which says how often each is taken."""

    def __init__(self, chance: random.Random) -> None:
        self.verbs = Drawn(_shuffled(chance, cues("action")))
        things = Drawn(_shuffled(chance, cues("word")))
        # What goes together: `hồ sơ` with `ngân sách`, drawn as often as their words and then as one.
        self.things = Drawn(_shuffled(chance, (" ".join(things.some(chance, 2)) for _ in range(_TOGETHER))))
        self.groups = Drawn(_shuffled(chance, cues("group_noun")))
        self.provinces = [f"tỉnh {row.name}" for row in provinces() if (row.valid_to or "") == "2025-06-30"]
        heads = {"Bộ": [], "Sở": [], "Phòng": []}  # type: dict[str, list[str]]
        for row in government_fields():
            for head in set(row.heads) & heads.keys():
                heads[head].append(f"{head} {row.name}")
        self.bodies = {head: Drawn(_shuffled(chance, sorted(names))) for head, names in heads.items()}

    def subject(self, chance: random.Random) -> list[Phrase]:
        """What a document is about."""
        return [phrase(word) for word in (self.verbs.one(chance), *self.things.some(chance, 2))]

    def action(self, chance: random.Random, subject: Sequence[Phrase]) -> Phrase:
        """What is to be done: an action, mostly on things of the subject."""
        parts = [phrase(self.verbs.one(chance))]
        parts += [phrase(word) for word in self.things.some(chance, chance.randint(1, 2))]
        if chance.random() < 0.4:
            parts += [phrase("và"), phrase(self.verbs.one(chance)), *chance.sample(subject, 2)]
        if chance.random() < 0.2:
            parts += [phrase("cho"), name(str(chance.randint(2, 3000))), phrase(self.groups.one(chance))]
        if chance.random() < 0.2:
            parts += [phrase("tại thôn"), name(village(chance))]
        if chance.random() < 0.3:
            parts += [
                phrase("theo quy định;"),
                phrase(self.verbs.one(chance)),
                phrase(self.things.one(chance)),
            ]
        return joined(_slipped(chance, part) for part in parts)

    def heading(self, chance: random.Random, n: int) -> Phrase:
        """The heading of the n-th part."""
        return phrase(_HEADINGS[(n + chance.randint(0, 1)) % len(_HEADINGS)])


def village(chance: random.Random) -> str:
    """The name of a village: two syllables of any.

    >>> village(random.Random(7)).istitle()
    True
    """
    return " ".join((chance.choice(_ONSETS) + chance.choice(_RIMES)).capitalize() for _ in range(2))


def slip(chance: random.Random, said: str) -> str:
    """The text with one letter doubled, left out, or changed places with the next.

    >>> slip(random.Random(1), "rà soát") != "rà soát"
    True
    """
    at = chance.choice([n for n, letter in enumerate(said[:-1]) if letter.isalpha()] or [0])
    here, there = said[at], said[at + 1 : at + 2]
    change = chance.choice(("", here + here, there + here if there != here else here + here))
    length = 2 if change == there + here and there != here else 1
    return said[:at] + change + said[at + length :]


def _slipped(chance: random.Random, part: Phrase) -> Phrase:
    return name(slip(chance, part.said)) if chance.random() < _SLIP else part


def _shuffled(chance: random.Random, items: Iterable[str]) -> list[str]:
    once = list(dict.fromkeys(items))
    chance.shuffle(once)
    return once
