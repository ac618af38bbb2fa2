"""Which of the bodies below have a plan at all that carries a document out (địa phương nào đã có kế hoạch).

    Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương       34 members, of which the corpus has plans of 2
        Ủy ban nhân dân tỉnh Hưng Yên        21/KH-UBND ...
        Ủy ban nhân dân tỉnh Lâm Đồng        not in the corpus
    others                                   Tỉnh ủy Thái Bình: 31-CT/TU ...

A document of a body that is no more stands with the one that has taken all of it over: that of Thái Bình with Hưng Yên.
What is told is what the corpus holds. That it holds no plan of somebody does not say that there is none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from corpus.engine import Connection
from corpus.facts import DocumentFact, TaskFact
from corpus.issuer import issuer_key
from corpus.store import Corpus
from extract.extraction import Extraction
from graph.addressees import body_of
from graph.gaps import find_subject
from graph.meant_areas import areas_of_body
from graph.membership import members
from graph.parents import Child, children_of
from graph.subject import Subject, subject_from
from rulebook.bodies import body_called
from rulebook.dates import day_of
from rulebook.spelling import key
from rulebook.succession import succession


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """A body that the document gives tasks to, and the documents in the corpus by which it, or a body that it has taken
    over, carries it out."""

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


def coverage(corpus: Corpus, asked: str | Extraction, on: date | None = None) -> Coverage:
    """Who carries out a document: what somebody types for one in the corpus, or what was read out of a file.

    Members are those of today, or of day `on`; of a group that does not exist any more, those of the day of the
    document. Raises `CorpusError`: the corpus has no such document, or several.
    """
    with corpus.reading() as connection:
        if isinstance(asked, Extraction):
            return coverage_of(connection, subject_from(connection, asked), on)
        return coverage_of(connection, find_subject(connection, asked), on)


def coverage_of(connection: Connection, above: Subject, on: date | None = None) -> Coverage:
    """Who carries out this document."""
    document, children = above.document, children_of(connection, above.work)
    named = _named(document, above.tasks, on)
    bodies = {issuer_key(one) for group in named for one in group[2]}
    by_body: dict[str, list[Child]] = defaultdict(list)
    for child in children:
        own = issuer_key(child.document.issuer)
        by_body[own if own in bodies else issuer_key(_heir(child.document, on or date.today()))].append(child)
    groups = tuple(_group(*group, by_body) for group in named)
    told = {child.document.id for group in groups for one in group.members for child in one.children}
    others = tuple(child for child in children if child.document.id not in told)
    return Coverage(document=document, groups=groups, others=others)


def _named(
    document: DocumentFact, tasks: Sequence[TaskFact], on: date | None
) -> list[tuple[str, date, tuple[str, ...], tuple[TaskFact, ...]]]:
    """The names of groups that lead tasks, each with its members on a day and these tasks; the same members once."""
    led: dict[str, dict[int, TaskFact]] = defaultdict(dict)
    names: dict[str, str] = {}
    for task in tasks:
        for name in task.lead:
            plain = body_of(name)
            names.setdefault(key(plain), plain)
            led[key(plain)][task.id] = task
    found: dict[tuple[str, ...], tuple[str, date, tuple[str, ...], tuple[TaskFact, ...]]] = {}
    for said, plain in names.items():
        day, bodies = _members(plain, document, on)
        if len(bodies) > 1:
            found.setdefault(bodies, (plain, day, bodies, tuple(led[said].values())))
    return list(found.values())


def _group(
    name: str,
    day: date,
    bodies: tuple[str, ...],
    tasks: tuple[TaskFact, ...],
    by_body: dict[str, list[Child]],
) -> Group:
    covered = tuple(Covered(name=one, children=tuple(by_body.get(issuer_key(one), ()))) for one in bodies)
    return Group(name=name, tasks=tasks, day=day.isoformat(), members=covered)


def _heir(document: DocumentFact, on: date) -> str | None:
    """Who has taken over from the issuer of a document, where that is one body."""
    since = day_of(document.date) or on
    places = areas_of_body(document.issuer or "", since)
    body = body_called(document.issuer or "", places[0], since) if len(places) == 1 else None
    found = succession(body, since, on) if body else None
    return found.heirs[0].body.name if found and found.state == "succeeded" else None


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
