"""The family of a document by level of government (văn bản cấp trên, cùng cấp, cấp dưới): who is drawn, who is counted.

    found = family(corpus, "21/KH-UBND")
    [(one.kin, one.work.symbol) for one in found.members]
    # [('root', '21/KH-UBND'), ('parent', '1986/QĐ-TTg'), ..., ('sibling', ...), ('child', '15/KH-UBND')]

Who belongs to it is said in `graph.kin`. At most `most` works are members; those beyond are counted: of one level, and
of those that rest on one work or on which one work rests, in one `Rest`. `ties` are all that the members' documents say
of each other, with their words.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, Literal

from corpus import kinship, queries
from corpus.engine import Connection
from corpus.facts import DocumentFact, WorkFact
from corpus.store import Corpus
from graph.kin import (
    RELATIONS,
    Kin,
    Reached,
    Sayings,
    apart,
    children_of,
    chosen,
    nearest_parents,
    parents_of,
    said_by,
    siblings_of,
)
from graph.levels import LEVELS, Level, level_of
from graph.lookup import find_works
from graph.nodes import Span, work_id
from graph.rests import Counting, Rest
from graph.validity import Change, Validity, histories
from rulebook.works import KnownWork

MOST = 50
_LIMIT = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A work of the family: as what it belongs to it, from which member (`anchor`) it was reached, how many generations
    above (negative) or below the root, for `certain` or perhaps.

    `tasks` counts the tasks of its document, nothing where the corpus holds none. `above` and `below` are how many
    works are not members on which it rests, or that rest on it.
    """

    work: WorkFact
    kin: Kin
    anchor: int
    generation: int
    certain: bool
    level: Level
    documents: tuple[DocumentFact, ...] = ()
    tasks: int | None = None
    validity: Validity | None = None
    changes: tuple[Change, ...] = ()
    known: KnownWork | None = None
    above: int = 0
    below: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """The documents of the work `source` say in `words` that it stands in these relations to the work `target`; not
    `certain` where the words leave it open."""

    source: int
    target: int
    relations: tuple[str, ...]
    certain: bool
    words: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """The answer to what was typed: the family of one work, the root first; or no members and the works that may be
    meant (`candidates`), or that have names `close` to it. `nearest` are the parents whose other children are the
    siblings, `on` is the day of all validities."""

    typed: str
    on: str
    members: tuple[Member, ...] = ()
    rests: tuple[Rest, ...] = ()
    ties: tuple[Tie, ...] = ()
    nearest: tuple[int, ...] = ()
    candidates: tuple[WorkFact, ...] = ()
    close: tuple[WorkFact, ...] = ()

    @property
    def outcome(self) -> Literal["found", "ambiguous", "unknown"]:
        """Whether one work was meant, perhaps several, or none that the corpus knows."""
        return "found" if self.members else "ambiguous" if self.candidates else "unknown"

    def without(self, work_ids: Collection[int]) -> Family:
        """The family without these works, and without what is only counted for their sake; the root stays."""
        gone = set(work_ids) - {one.work.id for one in self.members[:1]}
        rests = (
            replace(rest, anchors=tuple(id_ for id_ in rest.anchors if id_ not in gone))
            for rest in self.rests
        )
        return replace(
            self,
            members=tuple(one for one in self.members if one.work.id not in gone),
            rests=tuple(rest for rest in rests if rest.anchors),
            ties=tuple(tie for tie in self.ties if not {tie.source, tie.target} & gone),
            nearest=tuple(id_ for id_ in self.nearest if id_ not in gone),
        )

    def as_json(self) -> dict[str, Any]:
        """The family as a JSON object: `nodes`, works and what is only counted, and `edges`."""
        rests = [(f"rest:{n}", rest) for n, rest in enumerate(self.rests, start=1)]
        nodes = [{"id": work_id(one.work.id), "kind": "work"} | asdict(one) for one in self.members]
        nodes += [{"id": id_, "kind": "rest"} | asdict(rest) for id_, rest in rests]
        for node in nodes:
            node |= {name: work_id(node[name]) for name in ("anchor",) if name in node}
            node |= {name: [work_id(id_) for id_ in node[name]] for name in ("anchors",) if name in node}
        edges = [
            asdict(tie) | {"source": work_id(tie.source), "target": work_id(tie.target)} for tie in self.ties
        ]
        return {
            "outcome": self.outcome,
            "typed": self.typed,
            "on": self.on,
            "nearest": [work_id(id_) for id_ in self.nearest],
            "nodes": nodes,
            "edges": edges,
            "candidates": [asdict(work) for work in self.candidates],
            "close": [asdict(work) for work in self.close],
        }


def family(corpus: Corpus, typed: str, most: int = MOST, on: date | None = None) -> Family:
    """The family of the work that `typed` means, at most `most` works of it (500 at the most), with the validity of
    each on the day `on`, today if none is given. Any text may be typed. Raises `CorpusError`."""
    day = on or date.today()
    with corpus.reading() as connection:
        found = find_works(connection, typed)
        if len(found.works) != 1:
            return Family(typed=typed, on=day.isoformat(), candidates=found.works, close=found.close)
        return family_of(connection, found.works[0].id, most, day, typed=typed)


def family_of(
    connection: Connection, root: int, most: int = MOST, on: date | None = None, *, typed: str = ""
) -> Family:
    """The family of the work with the id `root`, which the corpus knows, as `family` has it."""
    day, most = on or date.today(), max(1, min(most, _LIMIT))
    parents, children = apart(parents_of(connection, root, most), children_of(connection, root, most))
    works = queries.works(connection, {root, *parents, *children})
    nearest = nearest_parents(root, said_by(connection, [root]), works)
    siblings = siblings_of(connection, nearest, {root, *parents, *children}, most)
    works |= queries.works(connection, siblings)
    parents = {id_: parents[id_] for id_ in nearest} | parents
    drawn = chosen(root, (parents, children, siblings), most)
    said = said_by(connection, drawn)
    near = tuple(id_ for id_ in nearest if id_ in drawn)
    counting = Counting(connection, drawn, said, near)
    return Family(
        typed=typed,
        on=day.isoformat(),
        members=_members(connection, drawn, works, counting, day),
        rests=tuple(
            sorted(counting.rests(), key=lambda one: (LEVELS.index(one.level), one.kin, one.anchors))
        ),
        ties=_ties(drawn, said),
        nearest=near,
    )


def _ties(drawn: Collection[int], said: Sayings) -> tuple[Tie, ...]:
    return tuple(
        Tie(
            source=source,
            target=target,
            relations=tuple(relation for relation in RELATIONS if relation in one.relations),
            certain=one.certain,
            words=tuple(one.words),
        )
        for (source, target), one in sorted(said.items())
        if target in drawn
    )


def _members(
    connection: Connection,
    drawn: Mapping[int, Reached],
    works: Mapping[int, WorkFact],
    counting: Counting,
    day: date,
) -> tuple[Member, ...]:
    known = histories(connection, [works[id_] for id_ in drawn])
    tasks = kinship.numbers_of_tasks(connection, drawn)
    documents: dict[int, list[DocumentFact]] = {id_: [] for id_ in drawn}
    for document in queries.documents_of_works(connection, drawn):
        documents[document.work_id or 0].append(document)
    above, below = counting.above(), counting.below()
    return tuple(
        Member(
            work=works[id_],
            kin=one.kin,
            anchor=one.anchor,
            generation=-one.generation if one.kin == "parent" else one.generation,
            certain=one.certain,
            level=level_of(works[id_]),
            documents=tuple(documents[id_]),
            tasks=tasks.get(id_, 0) if documents[id_] else None,
            validity=known[id_].on(day),
            changes=known[id_].changes,
            known=known[id_].known,
            above=above.get(id_, 0),
            below=below.get(id_, 0),
        )
        for id_, one in drawn.items()
    )
