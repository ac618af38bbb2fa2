"""Which task of a plan became which task of another one: those that say the same first, then the likest.

Three steps, each on what the one before left: the same text under the same body (and the same day, where it stands
several times); the likest words, a little in favour of one place and one body; and what has no words of its own
(`Tổ chức thực hiện Kế hoạch này`) under the same body or at the same place. Then what is left over is looked at once
more: a task whose words were taken out of another one was split off from it, or went into it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.facts import TaskFact
from corpus.words import exact
from graph.likeness import Likeness, Reason, alike, matched
from graph.wording import Wording, bare, wording

_LEAST = 0.3  # of pairs that are looked at
_SURE = 0.45  # of pairs that are taken
_CERTAIN = 0.6  # of pairs that are taken though body, place and day all differ
_SAME_PLACE = 0.05
_NEAR_COPY = (
    0.8  # how like the strings are, letter for letter, of what is one task whatever words it is about
)
_WITHOUT_WORDS = 0.75
_MOST_TRIED = 12
_PART_OF, _LACKING = (
    0.7,
    0.5,
)  # of the words of a part: in the whole, and not in what else became of the whole


@dataclass(frozen=True, slots=True)
class Pairing:
    """Pairs of places in two lists of tasks; the parts that were `split` off (place in the second list: the task of
    the first list they are from) and those that were `merged` (place in the first list: the task of the second)."""

    pairs: tuple[Likeness, ...]
    split: dict[int, int]
    merged: dict[int, int]


def paired(old: Sequence[TaskFact], new: Sequence[TaskFact]) -> Pairing:
    """Which task of `old` is which of `new`, in the order of `old`; each in at most one pair.

    >>> def task(quote, section):
    ...     return TaskFact(id=0, document_id=0, name="t", quote=quote, start=0, end=1, section=section, page=None,
    ...         lead=("Sở Y tế",), support=(), due=(), deliverable=None)
    >>> one = [task("Mua thuốc phòng dịch", "1"), task("Tổ chức thực hiện", "2")]
    >>> two = [task("Tổ chức thực hiện", "1"), task("Mua thuốc, vật tư phòng dịch", "2")]
    >>> [(pair.one, pair.other) for pair in paired(one, two).pairs]
    [(0, 1), (1, 0)]
    """
    left = _Left(old, new)
    left.take_same(lambda task: (_words(task), task.lead, task.support, task.due, task.section))
    left.take_same(lambda task: (_words(task), task.lead, task.support, task.due))
    left.take_same(lambda task: (_words(task), task.lead))
    likest = left.likest()
    left.take(likest)
    left.take(left.without_words(lambda task: task.lead or None))
    left.take(left.without_words(lambda task: task.section))
    pairs = tuple(sorted(left.pairs, key=lambda pair: pair.one))
    split, merged = _parts(old, new, left, likest)
    return Pairing(pairs, split, merged)


def moved(pairs: Iterable[Likeness]) -> set[int]:
    """The places in the first list of the tasks that have another place among the others: all but a longest run that
    keeps its order.

    >>> sorted(moved([Likeness(0, 1, 1.0, ()), Likeness(1, 2, 1.0, ()), Likeness(2, 0, 1.0, ())]))
    [2]
    """
    in_order = sorted(pairs, key=lambda pair: pair.one)
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for at, pair in enumerate(in_order):
        length = bisect_left(ends, pair.other)
        ends[length:] = [pair.other, *ends[length + 1 :]] if length < len(ends) else [pair.other]
        last[length : length + 1] = [at]
        before.append(last[length - 1] if length else -1)
    at = last[-1] if last else -1
    staying = set()
    while at >= 0:
        staying.add(at)
        at = before[at]
    return {pair.one for at, pair in enumerate(in_order) if at not in staying}


def _is_tied(one: TaskFact, other: TaskFact) -> bool:
    """Whether anything but the words ties two tasks: a body that leads, the place, the day."""
    same_place = one.section is not None and one.section == other.section
    return same_place or bool({*one.lead} & {*other.lead} or {*one.due} & {*other.due})


def _words(task: TaskFact) -> str:
    return " ".join(exact(task.quote).split())


class _Left:
    """What is not paired yet."""

    def __init__(self, old: Sequence[TaskFact], new: Sequence[TaskFact]) -> None:
        self.old, self.new = old, new
        self.olds = dict.fromkeys(range(len(old)))
        self.news = dict.fromkeys(range(len(new)))
        self.pairs: list[Likeness] = []

    def take(self, pairs: Iterable[Likeness]) -> None:
        for pair in matched(pair for pair in pairs if pair.score >= _SURE):
            if pair.one in self.olds and pair.other in self.news:
                del self.olds[pair.one], self.news[pair.other]
                self.pairs.append(replace(pair, score=min(pair.score, 1.0)))

    def take_same(self, what: Callable[[TaskFact], Hashable]) -> None:
        """Pairs those of which `what` is the same, in their order."""
        there: dict[Hashable, list[int]] = defaultdict(list)
        for place in reversed(self.news):
            there[what(self.new[place])].append(place)
        self.take(
            [
                Likeness(place, same.pop(), 1.0, (Reason("same", (self.old[place].quote,)),))
                for place in self.olds
                if (same := there.get(what(self.old[place])))
            ]
        )

    def likest(self) -> list[Likeness]:
        """Of what is left the pairs that are alike, by words, strings and place."""
        from rapidfuzz import fuzz

        olds, news = list(self.olds), list(self.news)
        one, two = [self.old[place] for place in olds], [self.new[place] for place in news]
        said, told = list(map(bare, one)), list(map(bare, two))
        found = []
        for pair in alike(one, two, _LEAST):
            strings = fuzz.ratio(said[pair.one], told[pair.other]) / 100
            score = max(pair.score, strings) if strings >= _NEAR_COPY else pair.score
            tied = _is_tied(one[pair.one], two[pair.other])
            score += _SAME_PLACE if one[pair.one].section == two[pair.other].section else 0
            if tied or score >= _CERTAIN:
                found.append(Likeness(olds[pair.one], news[pair.other], round(score, 3), pair.reasons))
        return found

    def without_words(self, what: Callable[[TaskFact], Hashable | None]) -> list[Likeness]:
        """Of what is left the pairs of which `what` is the same, that are spelt alike, and of which one has no words
        of its own."""
        from rapidfuzz import fuzz

        there: dict[Hashable, list[int]] = defaultdict(list)
        for place in self.news:
            if (same := what(self.new[place])) is not None:
                there[same].append(place)
        found = []
        for place in self.olds:
            for other in there.get(what(self.old[place]), ())[:_MOST_TRIED]:
                texts = (_words(self.old[place]), _words(self.new[other]))
                score = fuzz.ratio(*texts) / 100
                bare_of_words = not (wording(self.old[place]).terms and wording(self.new[other]).terms)
                if score >= _WITHOUT_WORDS and bare_of_words:
                    found.append(Likeness(place, other, round(score, 3), (Reason("wording", texts),)))
        return found


def _parts(
    old: Sequence[TaskFact], new: Sequence[TaskFact], left: _Left, likest: list[Likeness]
) -> tuple[dict[int, int], dict[int, int]]:
    """What is left over and is a part of a task on the other side that has another partner."""
    became = {pair.one: pair.other for pair in left.pairs}
    was = {pair.other: pair.one for pair in left.pairs}
    split: dict[int, int] = {}
    merged: dict[int, int] = {}
    for pair in likest:
        whole, part = pair.one, pair.other
        if part in left.news and part not in split and whole in became:
            rest = new[became[whole]]
            if _is_part(wording(new[part]), wording(old[whole]), wording(rest)):
                split[part] = whole
        if whole in left.olds and whole not in merged and part in was:
            rest = old[was[part]]
            if _is_part(wording(old[whole]), wording(new[part]), wording(rest)):
                merged[whole] = part
    return split, merged


def _is_part(part: Wording, whole: Wording, rest: Wording) -> bool:
    """Whether the words of `part` are in `whole`, and most of them not in the `rest` that became of it."""
    own = sum(part.terms.values())
    shared = {term: weight for term, weight in part.terms.items() if term in whole.terms}
    lacking = sum(weight for term, weight in shared.items() if term not in rest.terms)
    return own > 0 and sum(shared.values()) >= _PART_OF * own and lacking >= _LACKING * own
