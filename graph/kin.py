"""Who belongs to the family of a work, and in what order (những văn bản cùng một họ).

    parents     what it rests on and carries out, and what these rest on, up to the top
    children    what rests on it, and what rests on these
    siblings    what else rests on its nearest parents: those works that it carries out and that come from the level
                next above its own, if there are any; where it says of none that it carries it out, such a basis

Everybody rests on the laws, so that a law or a decree, whose number has the year in it (Luật 80/2015/QH13, Điều 10),
makes a sibling of nobody, unless it is all that is said to be carried out.

Only as much is loaded as may be drawn: of a law that a hundred thousand documents cite, the newest few.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, zip_longest
from typing import Literal

from corpus import kinship, queries
from corpus.engine import Connection
from corpus.facts import CitationFact, WorkFact
from graph.levels import LEVELS, level_of
from graph.nodes import Span, span_of

Kin = Literal["root", "parent", "sibling", "child"]

UPWARD = ("carries_out", "guides", "on_proposal", "legal_basis")
"""What stands above a document, what it is nearest to first."""
RELATIONS = (*UPWARD, "amends", "supplements", "replaces", "repeals")
"""What makes a family: the above, and what a document changes or ends. A mere mention makes none."""
DEEPEST = 32  # generations; the longest chain from a commune's plan up to the constitution has about ten

_NORMATIVE = re.compile(r"/(?:19|20)\d\d/")


@dataclass(slots=True)
class Said:
    """What the documents of one work say of another one: in which relations, for certain or not, in which words."""

    relations: dict[str, bool] = field(default_factory=dict)
    words: list[Span] = field(default_factory=list)

    @property
    def certain(self) -> bool:
        return any(self.relations.values())

    def among(self, relations: Collection[str], *, certain: bool = True) -> bool:
        """Whether one of these relations is said, and for certain."""
        return any(sure or not certain for relation, sure in self.relations.items() if relation in relations)


@dataclass(frozen=True, slots=True)
class Reached:
    """How a work was reached: as what, from which work, in how many generations, and whether for certain."""

    kin: Kin
    anchor: int
    generation: int
    certain: bool = True


Sayings = Mapping[tuple[int, int], Said]
"""What is said by one work (the first id) of another one."""


def said_by(connection: Connection, work_ids: Collection[int]) -> dict[tuple[int, int], Said]:
    """What the documents of these works say of others in the relations that make a family."""
    documents = {one.id: one.work_id for one in queries.documents_of_works(connection, work_ids)}
    found: dict[tuple[int, int], Said] = defaultdict(Said)
    for citation in queries.citations_in(connection, documents):
        source = documents[citation.document_id]
        if citation.relation in RELATIONS and citation.status != "self" and source:
            for target in _meant(citation):
                if target != source:
                    said = found[source, target]
                    said.relations[citation.relation] = bool(citation.work_id) or said.relations.get(
                        citation.relation, False
                    )
                    said.words.append(span_of(citation))
    return dict(found)


def parents_of(connection: Connection, root: int, most: int) -> dict[int, Reached]:
    """What stands above a work, the nearest generation first; further up only while there are fewer than `most`."""
    found: dict[int, Reached] = {}
    around = [root]
    for generation in range(1, DEEPEST):
        said = said_by(connection, around)
        works = queries.works(connection, {target for _, target in said})
        before = len(found)
        for source in around:
            wanted = RELATIONS if source == root else UPWARD
            cited = {
                target: one
                for (by, target), one in said.items()
                if by == source and target not in found and target != root
                if one.among(wanted, certain=source != root)
            }
            for target in in_order(cited, works):
                found[target] = Reached("parent", source, generation, cited[target].certain)
        around = [id_ for id_ in list(found)[before:] if found[id_].certain and works[id_].held]
        if not around or len(found) >= most:
            break
    return found


def children_of(connection: Connection, root: int, most: int) -> dict[int, Reached]:
    """What rests on a work, the nearest generation first, at most about `most`."""
    first = kinship.newest_citing(connection, [root], RELATIONS, most)
    found = {id_: Reached("child", root, 1) for id_ in first}
    perhaps = kinship.newest_citing(connection, [root], RELATIONS, most, certain=False)
    around = list(found)
    for generation in range(2, DEEPEST):
        before = len(found)
        for anchor in around:
            if len(found) < most:
                below = kinship.newest_citing(connection, [anchor], UPWARD, most)
                found |= {
                    id_: Reached("child", anchor, generation)
                    for id_ in below
                    if id_ not in found and id_ != root
                }
        around = list(found)[before:]
        if not around:
            break
    return found | {id_: Reached("child", root, 1, certain=False) for id_ in perhaps if id_ not in found}


def siblings_of(
    connection: Connection, nearest: Sequence[int], known: Collection[int], most: int
) -> dict[int, Reached]:
    """What else rests on these works, the newest first, at most `most` without those that are `known`."""
    if not nearest:
        return {}
    found = kinship.newest_citing(connection, nearest, UPWARD, most + len(known))
    return {id_: Reached("sibling", nearest[0], 0) for id_ in found if id_ not in known}


def nearest_parents(root: int, said: Sayings, works: Mapping[int, WorkFact]) -> list[int]:
    """Those of the works that a work rests on for certain whose other followers are its siblings."""
    cited = {target: one for (by, target), one in said.items() if by == root}
    carried = [id_ for id_, one in cited.items() if one.among(("carries_out",))]
    bases = [id_ for id_, one in cited.items() if one.among(("guides", "legal_basis"))]
    near = _not_normative(carried, works) or carried or _not_normative(bases, works)
    above = [id_ for id_ in near if _level(works[id_]) < _level(works[root])] or near
    lowest = max((_level(works[id_]) for id_ in above), default=0)
    return [id_ for id_ in in_order(cited, works) if id_ in above and _level(works[id_]) == lowest]


def apart(
    parents: Mapping[int, Reached], children: Mapping[int, Reached]
) -> tuple[dict[int, Reached], dict[int, Reached]]:
    """Parents and children, each work as what it is nearer to: where works rest on each other it is reached as both."""
    both = {id_ for id_ in parents if id_ in children}
    lower = {id_ for id_ in both if children[id_].generation < parents[id_].generation}
    return (
        {id_: one for id_, one in parents.items() if id_ not in lower},
        {id_: one for id_, one in children.items() if id_ not in both - lower},
    )


def chosen(root: int, kin: Sequence[Mapping[int, Reached]], most: int) -> dict[int, Reached]:
    """The root and those who are drawn with it, `most` works: of each sort of kin one in turn, the nearest first, and
    none without the work from which it was reached. Where one alone of a sort would be left, it is drawn, too."""
    found = {root: Reached("root", root, 0)}
    in_turn = chain.from_iterable(zip_longest(*(one.items() for one in kin)))
    for pair in in_turn:
        if pair and len(found) < most:
            id_, reached = pair
            if id_ not in found and reached.anchor in found:
                found[id_] = reached
    for one in kin:
        left = [pair for pair in one.items() if pair[0] not in found and pair[1].anchor in found]
        found |= left if len(left) == 1 else ()
    return found


def in_order(cited: Mapping[int, Said], works: Mapping[int, WorkFact]) -> list[int]:
    """The works that are cited: the certain ones first, by relation, the lowest level first, the newest first."""

    def place(id_: int) -> tuple[bool, int, int]:
        relation = min(RELATIONS.index(relation) for relation in cited[id_].relations)
        return not cited[id_].certain, relation, -_level(works[id_])

    newest = sorted(
        sorted(cited, key=lambda id_: works[id_].key), key=lambda id_: _day(works[id_]), reverse=True
    )
    return sorted(newest, key=place)


def _meant(citation: CitationFact) -> Iterable[int]:
    return (citation.work_id,) if citation.work_id else citation.candidates


def _level(work: WorkFact) -> int:
    return LEVELS.index(level_of(work))


def _day(work: WorkFact) -> str:
    return work.date or str(work.year or "")


def _not_normative(ids: Iterable[int], works: Mapping[int, WorkFact]) -> list[int]:
    return [
        id_ for id_ in ids if level_of(works[id_]) != "law" and not _NORMATIVE.search(works[id_].symbol or "")
    ]
