"""A family of works by level of government, in words: what its picture shows, for those who do not see it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from graph.family import Family, Member
from graph.family_columns import family_columns
from graph.kin import Kin
from graph.levels import LEVELS, Level
from graph.rests import Rest
from graph.validity import Validity
from nhiemvu.web.work_views import ValidityView, WorkName, brief_validity, work_name
from nhiemvu.words import say_in
from publish.family_boxes import rest_in_words
from publish.svg_picture import LEVELS as TITLES
from publish.svg_picture import relations_in_words
from publish.words import Lang

_KIN: dict[Kin, str] = {
    "root": "văn bản này",
    "parent": "ở trên",
    "sibling": "cùng dựa trên văn bản gần nhất ở trên",
    "child": "ở dưới",
}


@dataclass(frozen=True, slots=True)
class TieView:
    """What a document says of another work, and in which relations, in words."""

    said: str
    relations: tuple[str, ...]
    certain: bool
    work: WorkName


@dataclass(frozen=True, slots=True)
class MemberView:
    """A work in the picture: as what it belongs there, its state, and the lines that lead from it."""

    work: WorkName
    kin: str
    validity: ValidityView
    ties: tuple[TieView, ...]


@dataclass(frozen=True, slots=True)
class LevelView:
    """A level of government: its name, its works, and in words how many more are only counted."""

    level: str
    title: str
    works: tuple[MemberView, ...]
    rests: tuple[str, ...]


def levels_of(found: Family, lang: Lang) -> tuple[LevelView, ...]:
    """The works of a family by level, from the top down."""
    members = {one.work.id: one for one in found.members}
    ties: dict[int, list[TieView]] = defaultdict(list)
    for tie in family_columns(found).ties.values():
        said = relations_in_words(tie.relations, lang)
        name = work_name(members[tie.target].work, lang)
        ties[tie.source].append(TieView(said, tie.relations, tie.certain, name))
    views = (_level(found, level, members, ties, lang) for level in LEVELS)
    return tuple(view for view in views if view.works or view.rests)


def _level(
    found: Family, level: Level, members: dict[int, Member], ties: dict[int, list[TieView]], lang: Lang
) -> LevelView:
    works = tuple(
        MemberView(
            work=work_name(one.work, lang),
            kin=say_in(lang, _KIN[one.kin]),
            validity=brief_validity(one.validity or Validity(state="unknown", day=found.on), lang),
            ties=tuple(ties[one.work.id]),
        )
        for one in found.members
        if one.level == level
    )
    rests: list[Rest] = [rest for rest in found.rests if rest.level == level]
    told = tuple(rest_in_words(rest, members, lang) for rest in rests)
    return LevelView(level, say_in(lang, TITLES[level]), works, told)
