"""A family as a picture has it: members and what is only counted, in columns by level, and the lines between them.

Between those above the root all that they say of each other is a line. Of those beside and below it only what joins
them to the family is: their lines to all the laws would hide it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.columns import Columns, Line, columns_of
from graph.family import Family, Member, Tie
from graph.rests import Rest

_LONGEST = 10  # boxes of one column: so many fit on a screen and a half


@dataclass(frozen=True, slots=True)
class FamilyColumns:
    """The boxes by their ids, that of its work or, of what is only counted, a negative number; the columns; and for
    each line that was read out of documents what it rests on."""

    boxes: Mapping[int, Member | Rest]
    columns: Columns
    ties: Mapping[Line, Tie]


def family_columns(found: Family) -> FamilyColumns:
    """The picture of a family."""
    boxes: dict[int, Member | Rest] = {one.work.id: one for one in found.members}
    boxes |= {-n: rest for n, rest in enumerate(found.rests, start=1)}
    members = {one.work.id: one for one in found.members}
    ties = {
        Line(tie.source, tie.target, tie.relations, tie.certain): tie
        for tie in found.ties
        if _is_drawn(tie, members, found.nearest)
    }
    lines = [*ties, *(line for n, rest in enumerate(found.rests, start=1) for line in _lines_of(-n, rest))]
    levels = {id_: box.level for id_, box in boxes.items()}
    return FamilyColumns(boxes, columns_of(levels, lines, _LONGEST), ties)


def _is_drawn(tie: Tie, members: Mapping[int, Member], nearest: tuple[int, ...]) -> bool:
    source, target = members[tie.source], members[tie.target]
    if source.kin == "sibling":
        return tie.target in nearest
    if source.kin == "child":
        return target.kin in ("root", "child") or tie.target == source.anchor or tie.source == target.anchor
    return target.kin in ("root", "parent")


def _lines_of(id_: int, rest: Rest) -> list[Line]:
    if rest.kin == "parent":
        return [Line(anchor, id_, (), rest.certain) for anchor in rest.anchors]
    return [Line(id_, anchor, (), rest.certain) for anchor in rest.anchors]
