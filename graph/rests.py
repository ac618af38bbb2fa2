"""Who of a family is not drawn, as numbers: by level of government, and by the member that they are kin through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from corpus import kinship, queries
from corpus.engine import Connection
from graph.kin import RELATIONS, UPWARD, Kin, Reached, Sayings
from graph.levels import Level, level_of

MANY = 2_000
"""Citations of one work; the documents of more are not looked at one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """Works of one level that are counted and not shown: those on which the work `anchors[0]` rests (`parent`), or that
    rest on one of the `anchors` (`child`, `sibling`), for `certain` or perhaps. Where they are very many they are not
    told apart by level: the `count` of documents, `of_all_levels`, may then be a little too high."""

    kin: Kin
    level: Level
    anchors: tuple[int, ...]
    count: int
    certain: bool = True
    of_all_levels: bool = False


class Counting:
    """Counts what is kin to those who are drawn, without loading it."""

    def __init__(
        self,
        connection: Connection,
        drawn: Mapping[int, Reached],
        said: Sayings,
        nearest: Sequence[int],
        *,
        many: int = MANY,
    ) -> None:
        self._many = many
        self._connection, self._drawn, self._said, self._nearest = connection, drawn, said, nearest
        self._root = next(iter(drawn))
        self._levels = {id_: level_of(work) for id_, work in queries.works(connection, drawn).items()}
        self._followed = {(one.kin, one.anchor) for one in drawn.values()}
        self._above = self._undrawn_above()
        self._below = self._undrawn_below()

    def rests(self) -> tuple[Rest, ...]:
        """Boxes for those whose kin is drawn in part, and for all that are kin to the root."""
        found = [*self._parents(), *self._siblings(), *self._children(self._root)]
        for id_ in self._below:
            if ("child", id_) in self._followed:
                found += self._children(id_)
        return tuple(rest for rest in found if rest.count > 0)

    def above(self) -> dict[int, int]:
        """On how many works each member rests of which none is drawn for its sake."""
        shown = {rest.anchors[0] for rest in self._parents()}
        return {
            id_: sum(certain for certain in targets.values())
            for id_, targets in self._above.items()
            if id_ not in shown
        }

    def below(self) -> dict[int, int]:
        """How many works rest on each member of which none is drawn for its sake."""
        return {id_: count for id_, count in self._below.items() if ("child", id_) not in self._followed}

    def _undrawn_above(self) -> dict[int, dict[int, bool]]:
        """For the root and those above it, what they rest on and is not drawn, and whether it does so for certain."""
        found: dict[int, dict[int, bool]] = {}
        for (source, target), one in self._said.items():
            kin = self._drawn[source].kin
            if target not in self._drawn and (kin == "root" or (kin == "parent" and one.among(UPWARD))):
                found.setdefault(source, {})[target] = one.certain
        return found

    def _undrawn_below(self) -> dict[int, int]:
        """For those beside and below the root, how many others rest on them and are not drawn."""
        ids = [id_ for id_, one in self._drawn.items() if one.kin in ("child", "sibling")]
        numbers = kinship.numbers_of_citing(self._connection, ids, UPWARD)
        return {
            id_: count
            for id_, number in numbers.items()
            if (count := number - len(self._drawn_on([id_], UPWARD))) > 0
        }

    def _parents(self) -> list[Rest]:
        found = []
        for id_, targets in self._above.items():
            if id_ == self._root or ("parent", id_) in self._followed:
                works = queries.works(self._connection, targets)
                numbers = Counter((level_of(works[one]), certain) for one, certain in targets.items())
                found += [
                    Rest(kin="parent", level=level, anchors=(id_,), count=count, certain=certain)
                    for (level, certain), count in numbers.items()
                ]
        return found

    def _children(self, anchor: int) -> list[Rest]:
        relations = RELATIONS if anchor == self._root else UPWARD
        found = self._followers("child", (anchor,), relations)
        if anchor == self._root:
            found += self._followers("child", (anchor,), relations, certain=False)
        return found

    def _siblings(self) -> list[Rest]:
        return self._followers("sibling", tuple(self._nearest), UPWARD) if self._nearest else []

    def _followers(
        self, kin: Kin, anchors: tuple[int, ...], relations: Collection[str], *, certain: bool = True
    ) -> list[Rest]:
        """Those that rest on one of the anchors and are not drawn, by level."""
        if certain and (about := kinship.number_of_citing(self._connection, anchors, relations)) > self._many:
            count = about - len(self._drawn_on(anchors, relations))
            return [Rest(kin=kin, level="unclear", anchors=anchors, count=count, of_all_levels=True)]
        counted = kinship.citing_by_maker(self._connection, anchors, relations, certain=certain)
        works = queries.works(self._connection, [id_ for id_, _ in counted], apart=True)
        numbers: Counter[Level] = Counter()
        for id_, count in counted:
            numbers[level_of(works[id_])] += count
        for id_ in self._drawn_on(anchors, relations, certain=certain):
            numbers[self._levels[id_]] -= 1
        return [
            Rest(kin=kin, level=level, anchors=anchors, count=count, certain=certain)
            for level, count in numbers.items()
        ]

    def _drawn_on(
        self, anchors: Collection[int], relations: Collection[str], *, certain: bool = True
    ) -> set[int]:
        """Those who are drawn and rest on one of the anchors."""
        return {
            source
            for (source, target), one in self._said.items()
            if target in anchors
            and source not in anchors
            and one.among(relations, certain=False)
            and one.among(relations) is certain
        }
