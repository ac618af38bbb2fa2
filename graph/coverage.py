"""Which of the bodies below have a plan at all that carries a document out (địa phương nào đã có kế hoạch).

    Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương       34 members, of which the corpus has plans of 2
        Ủy ban nhân dân tỉnh Hưng Yên        21/KH-UBND ...
        Ủy ban nhân dân tỉnh Lâm Đồng        not in the corpus
    bodies that are no member today          Ủy ban nhân dân tỉnh Thái Bình: 417/QĐ-UBND ...

What is told is what the corpus holds. That it holds no plan of somebody does not say that there is none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from corpus import queries
from corpus.engine import Connection
from corpus.facts import DocumentFact, TaskFact, WorkFact
from corpus.issuer import issuer_key
from corpus.store import Corpus
from graph.addressees import body_of
from graph.gaps import day_of, held_work
from graph.membership import members
from graph.parents import Child, children_of
from rulebook.spelling import key


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """A body that the document gives tasks to, and the documents of it in the corpus that carry it out."""

    name: str
    children: tuple[Child, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A name to which the document gives `tasks` (`Ủy ban nhân dân các tỉnh`), and each of its members on `day`."""

    name: str
    tasks: tuple[TaskFact, ...]
    day: str
    members: tuple[Covered, ...]

    @property
    def missing(self) -> tuple[Covered, ...]:
        """The members of whom the corpus holds no document that carries it out."""
        return tuple(one for one in self.members if not one.children)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Who carries a document out, as far as the corpus knows: by the names that it gives tasks to, and `others`, whose
    documents rest on it and who are no member of any of these."""

    document: DocumentFact
    groups: tuple[Group, ...]
    others: tuple[Child, ...]

    @property
    def found(self) -> bool:
        """Whether the corpus lacks a plan of anybody."""
        return any(group.missing for group in self.groups)

    def as_json(self) -> dict[str, Any]:
        """The answer as a JSON object."""
        return {
            "document": asdict(self.document),
            "gaps": self.found,
            "groups": [_as_json(group) for group in self.groups],
            "others": [_child(child) for child in self.others],
        }


def coverage(corpus: Corpus, typed: str, on: date | None = None) -> Coverage:
    """Who carries out the document that is meant. Members are those of today, or of day `on`; of a group that does not
    exist any more, those of the day of the document.

    Raises `CorpusError`: the corpus has no such document, or several.
    """
    with corpus.reading() as connection:
        return coverage_of(connection, held_work(connection, typed), on)


def coverage_of(connection: Connection, work: WorkFact, on: date | None = None) -> Coverage:
    """Who carries out this work, of which the corpus holds a document."""
    document = queries.documents_of_works(connection, [work.id])[0]
    children = children_of(connection, work)
    by_issuer: dict[str, list[Child]] = defaultdict(list)
    for child in children:
        by_issuer[issuer_key(child.document.issuer)].append(child)
    groups = _groups(document, queries.tasks_in(connection, [document.id]), by_issuer, on)
    told = {child.document.id for group in groups for one in group.members for child in one.children}
    others = tuple(child for child in children if child.document.id not in told)
    return Coverage(document=document, groups=groups, others=others)


def _groups(
    document: DocumentFact,
    tasks: Sequence[TaskFact],
    by_issuer: dict[str, list[Child]],
    on: date | None,
) -> tuple[Group, ...]:
    """The names that lead tasks, the same members under one name; names that mean a single body come to nobody's."""
    led: dict[str, dict[int, TaskFact]] = defaultdict(dict)
    names: dict[str, str] = {}
    for task in tasks:
        for name in task.lead:
            plain = body_of(name)
            names.setdefault(key(plain), plain)
            led[key(plain)][task.id] = task
    found: dict[tuple[str, ...], Group] = {}
    for said, plain in names.items():
        day, bodies = _members(plain, document, on)
        if len(bodies) > 1:
            covered = tuple(
                Covered(name=one, children=tuple(by_issuer.get(issuer_key(one), ()))) for one in bodies
            )
            group = Group(name=plain, tasks=tuple(led[said].values()), day=day.isoformat(), members=covered)
            found.setdefault(bodies, group)
    return tuple(found.values())


def _members(name: str, document: DocumentFact, on: date | None) -> tuple[date, tuple[str, ...]]:
    """The members of a name on the asked day; where it has none then, on the day of the document."""
    days = [on or date.today()] + ([] if on else [one for one in (day_of(document.date),) if one])
    for day in days:
        if bodies := tuple(member.name for member in members(name, document.issuer, day)):
            return day, bodies
    return days[0], ()


def _as_json(group: Group) -> dict[str, Any]:
    return {
        "name": group.name,
        "day": group.day,
        "tasks": len(group.tasks),
        "members": [
            {"name": one.name, "documents": [_child(child) for child in one.children]}
            for one in group.members
        ],
    }


def _child(child: Child) -> dict[str, Any]:
    return {
        "document": asdict(child.document),
        "relation": child.relation,
        "words": [asdict(span) for span in child.words],
    }
