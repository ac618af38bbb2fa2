"""Which tasks of one list are tasks of another in other words: a plan and the plan below it, or two drafts of one.

Nothing is compared with everything. An index leads from the words of a task to the tasks that have them too; the words
that few tasks have are asked first, and the work for one task is bounded. Only what shares rare words is then measured:

    words         what the shared words weigh against all words of both, each word by its rarity in the two lists
    wording       how like the strings are, whatever their order (rapidfuzz)
    action        both report, or inspect, or train; two that do different things are put down
    deliverable   the same product (sản phẩm)
    deadline      the same day, or one within the other (31 March is in March)
    number        the same figure
    lead          the same body leads
    same          the same text, letter for letter

The score is between 0 and 1. It was measured on labelled lists of our own (`tests/test_likeness.py`; docs/graph.md has
the figures). What is told in quite other words (`đăng tải video` for `quảng bá hình ảnh`) is not found: a pair that is
missing says nothing, and who shows it says so.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.facts import TaskFact
from corpus.words import exact
from graph.wording import Wording, differ, wording

LEAST = 0.4
"""Where a pair begins to be plausible; it is certain of none. Below it are mostly tasks about one topic."""

_MOST_LOOKED_AT = 600  # tasks that the index names for one task, rarest words first
_MOST_MEASURED = 12  # of these, the ones that share most
_SHARE_SHORTER = (
    0.55  # of the words' score: how much of the shorter task is in the longer; the rest is of both
)
_WORDS, _WORDING = 0.72, 0.28
_SIGNS = {"action": 0.06, "deliverable": 0.06, "deadline": 0.06, "number": 0.04, "lead": 0.04}
_OTHER_ACTION = 0.45  # of the score is left where the two do different things
_OTHER_NUMBER = 0.05
_PLAIN = 8.0  # so much weight of shared words is needed to be sure; a pair that shares less is put down
_SHOWN = 6  # words that a reason shows


@dataclass(frozen=True, slots=True)
class Reason:
    """What speaks for a pair: the sign, and the words of both sides (of shared words, those that weigh most)."""

    sign: str
    what: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The reason as published."""
        return {"sign": self.sign, "what": list(self.what)}


@dataclass(frozen=True, slots=True)
class Likeness:
    """A pair of tasks that may be one: the places of both in their lists, and why."""

    one: int
    other: int
    score: float
    reasons: tuple[Reason, ...]

    def as_json(self) -> dict[str, Any]:
        """The likeness as published, without the places."""
        return {"score": self.score, "reasons": [reason.as_json() for reason in self.reasons]}


def alike(one: Sequence[TaskFact], other: Sequence[TaskFact], least: float = LEAST) -> list[Likeness]:
    """The pairs of a task of `one` and a task of `other` that may be the same work, best first: each with the places in
    the lists, a score of at least `least`, and the reasons. A task may stand in several pairs (see `matched`). The
    cost grows with the number of tasks, not with the number of pairs.

    >>> from corpus.facts import TaskFact
    >>> def task(quote, *due):
    ...     return TaskFact(id=0, document_id=0, name="t", quote=quote, start=0, end=1, section=None, page=None,
    ...         lead=(), support=(), due=due, deliverable=None)
    >>> above = [task("Ban hành kế hoạch thực hiện Chương trình giảm nghèo trước 31/3/2025", "2025-03-31")]
    >>> below = [task("Tổ chức tuyên truyền về giảm nghèo"),
    ...     task("UBND huyện xây dựng kế hoạch triển khai Chương trình giảm nghèo trong tháng 3/2025", "2025-03")]
    >>> [(pair.one, pair.other, [reason.sign for reason in pair.reasons]) for pair in alike(above, below)]
    [(0, 1, ['words', 'action', 'deadline'])]
    """
    sides = _Sides(one, other)
    found = (sides.likeness(a, b) for a in range(len(one)) for b in sides.candidates(a))
    return sorted((pair for pair in found if pair.score >= least), key=_best_first)


def matched(pairs: Iterable[Likeness]) -> list[Likeness]:
    """Of the pairs those that give each task at most one partner, the best pair first taken; of equals, those that
    keep the order of the lists.

    >>> [(pair.one, pair.other) for pair in matched([
    ...     Likeness(0, 1, 0.9, ()), Likeness(0, 0, 0.7, ()), Likeness(1, 1, 0.8, ()), Likeness(1, 0, 0.6, ())])]
    [(0, 1), (1, 0)]
    """
    ones: set[int] = set()
    others: set[int] = set()
    chosen = []
    for pair in sorted(pairs, key=_best_first):
        if pair.one not in ones and pair.other not in others:
            ones.add(pair.one)
            others.add(pair.other)
            chosen.append(pair)
    return chosen


def _best_first(pair: Likeness) -> tuple[float, int, int]:
    return -pair.score, pair.one, pair.other


class _Sides:
    """The two lists as they are compared, and the index over the second."""

    def __init__(self, one: Sequence[TaskFact], other: Sequence[TaskFact]) -> None:
        self.one, self.other = one, other
        self.said = [wording(task) for task in one]
        self.others = [wording(task) for task in other]
        self._held: dict[str, list[int]] = defaultdict(list)
        self._verbatim: dict[str, list[int]] = defaultdict(list)
        for place, said in enumerate(self.others):
            self._verbatim[said.whole].append(place)
            for term in said.terms:
                self._held[term].append(place)
        self._rank = [rank for _, rank in _ranks(self.said)]
        self._rarity = self._rarities()
        self._weight = [self._whole_weight(said) for said in self.said]
        self._other_weight = [self._whole_weight(said) for said in self.others]

    def _rarities(self) -> dict[str, float]:
        """How rare each term is in the two lists. Where they are short they prove little, so they count as if there
        were some more tasks without it."""
        seen = Counter(term for said in (*self.said, *self.others) for term in said.terms)
        number = len(self.said) + len(self.others) + 12
        return {term: math.log(number / (count + 1)) for term, count in seen.items()}

    def _whole_weight(self, said: Wording) -> float:
        return sum(counts * self._rarity[term] for term, counts in said.terms.items())

    def candidates(self, place: int) -> list[int]:
        """The tasks of the second list that share most with the one at `place` of the first: the rare terms are looked
        up first, and no more is looked at than pays."""
        said = self.said[place]
        shared: dict[int, float] = defaultdict(float)
        looked_at = 0
        for term in sorted(said.terms, key=lambda term: (-self._rarity[term], term)):
            holding = self._held.get(term, ())
            if looked_at and looked_at + len(holding) > _MOST_LOOKED_AT:
                continue
            for other in _around(holding, self._opposite(place)):
                shared[other] += said.terms[term] * self._rarity[term]
            looked_at += len(holding)
        there = self._opposite(place)
        best = sorted(shared, key=lambda other: (-round(shared[other], 6), abs(other - there), other))
        return list(dict.fromkeys((*self._same_text(place), *best[:_MOST_MEASURED])))

    def _opposite(self, place: int) -> int:
        """As far along in the second list as `place` is in the first: of equals, those near it are taken."""
        return place * len(self.other) // len(self.one)

    def _same_text(self, place: int) -> Iterator[int]:
        """The task with the same text; where it stands several times, the one whose turn it is."""
        same = self._verbatim.get(self.said[place].whole, ())
        if self._rank[place] < len(same):
            yield same[self._rank[place]]

    def likeness(self, place: int, other: int) -> Likeness:
        """How like the two tasks at these places are, and why."""
        one, two = self.said[place], self.others[other]
        if one.whole == two.whole:
            return Likeness(place, other, 1.0, (Reason("same", (self.one[place].quote,)),))
        from rapidfuzz import fuzz

        shared = one.terms.keys() & two.terms.keys()
        weight = sum(min(one.terms[term], two.terms[term]) * self._rarity[term] for term in sorted(shared))
        words = _share(weight, self._weight[place], self._other_weight[other])
        strings = (fuzz.token_set_ratio(one.text, two.text) + fuzz.token_sort_ratio(one.text, two.text)) / 200
        score = (_WORDS * words + _WORDING * strings) * min(1.0, 0.5 + 0.5 * weight / _PLAIN)
        signs = tuple(self._signs(place, other))
        score += sum(_SIGNS[reason.sign] for reason in signs)
        score *= _OTHER_ACTION if differ(one, two) else 1
        score -= _OTHER_NUMBER if one.numbers and two.numbers and not one.numbers & two.numbers else 0
        reasons = (Reason("words", self._most_telling(shared, one)), *signs) if shared else signs
        return Likeness(place, other, round(max(0.0, min(score, 0.99)), 3), reasons)

    def _most_telling(self, shared: set[str], one: Wording) -> tuple[str, ...]:
        """The shared words that weigh most, without words that stand in a longer one shown."""
        shown: list[str] = []
        for term in sorted(shared, key=lambda term: (-one.terms[term] * self._rarity[term], term)):
            if not any(f" {term} " in f" {longer} " for longer in shown):
                shown.append(term)
        return tuple(term.replace("_", " ") for term in shown[:_SHOWN])

    def _signs(self, place: int, other: int) -> Iterator[Reason]:
        one, two = self.one[place], self.other[other]
        said, told = self.said[place], self.others[other]
        if actions := [action for action in said.actions if action in told.actions]:
            yield Reason("action", tuple(action.replace("_", " ") for action in actions))
        if one.deliverable and two.deliverable and exact(one.deliverable) == exact(two.deliverable):
            yield Reason("deliverable", (one.deliverable, two.deliverable))
        if days := _same_day(one.due, two.due):
            yield Reason("deadline", days)
        if numbers := sorted(said.numbers & told.numbers):
            yield Reason("number", tuple(numbers))
        if leads := sorted(set(map(exact, one.lead)) & set(map(exact, two.lead))):
            yield Reason("lead", tuple(name for name in one.lead if exact(name) in leads))


def _around(places: Sequence[int], there: int) -> Sequence[int]:
    """Of places in their order those about `there`, no more than are looked at."""
    first = max(0, min(bisect_left(places, there) - _MOST_LOOKED_AT // 2, len(places) - _MOST_LOOKED_AT))
    return places[first : first + _MOST_LOOKED_AT]


def _share(shared: float, one: float, other: float) -> float:
    """What is shared, against the shorter and against both: a lower level's task says more than the one above."""
    if not shared:
        return 0.0
    return _SHARE_SHORTER * shared / min(one, other) + (1 - _SHARE_SHORTER) * 2 * shared / (one + other)


def _same_day(one: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    """The first two values of which one is the other or within it (`2025-03-31` is in `2025-03`)."""
    for due in one:
        for too in other:
            if due == too or (min(len(due), len(too)) >= 7 and (due.startswith(too) or too.startswith(due))):
                return due, too
    return ()


def _ranks(said: Sequence[Wording]) -> Iterator[tuple[str, int]]:
    """Each text with how often it stood before."""
    seen: Counter[str] = Counter()
    for one in said:
        yield one.whole, seen[one.whole]
        seen[one.whole] += 1
