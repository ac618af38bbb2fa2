"""What changed in the targets of a plan (chỉ tiêu): the figure, the day, the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any, Literal

from corpus.facts import TaskFact
from extract.extraction import Target
from graph.task_pairs import paired
from graph.wording import bare

TargetKind = Literal["kept", "unmentioned", "value", "redated", "reworded", "added", "dropped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetChange:
    """What became of a target: the kinds of change, and the target in both plans (the ends of a range are two)."""

    kinds: tuple[TargetKind, ...]
    old: tuple[Target, ...] = ()
    new: tuple[Target, ...] = ()

    @property
    def is_change(self) -> bool:
        """Whether anything differs."""
        return self.kinds not in (("kept",), ("unmentioned",))

    def as_json(self) -> dict[str, Any]:
        """The change as published."""
        return {
            "kinds": list(self.kinds),
            "old": [asdict(target) for target in self.old],
            "new": [asdict(target) for target in self.new],
        }


def changes_of_targets(
    old: Sequence[Target], new: Sequence[Target], *, partly: bool = False
) -> tuple[TargetChange, ...]:
    """What became of the targets, in the order of `new`, those that are gone at the end. With `partly`, what the new
    document does not mention goes on.

    >>> one, two = (Target(quote=f"{value}% hộ dân dùng nước sạch", start=0, end=9, value=value, unit="%", due=None)
    ...     for value in (90.0, 95.0))
    >>> [change.kinds for change in changes_of_targets([one], [two])]
    [('value',)]
    """
    olds, news = _grouped(old), _grouped(new)
    one, two = [_as_task(group) for group in olds], [_as_task(group) for group in news]
    was = {pair.other: pair.one for pair in paired(one, two).pairs}
    found = [
        TargetChange(kinds=_kinds(olds[was[at]], group), old=olds[was[at]], new=group)
        if at in was
        else TargetChange(kinds=("added",), new=group)
        for at, group in enumerate(news)
    ]
    gone: tuple[TargetKind, ...] = ("unmentioned",) if partly else ("dropped",)
    left = (group for at, group in enumerate(olds) if at not in set(was.values()))
    return (*found, *(TargetChange(kinds=gone, old=group) for group in left))


def _kinds(old: tuple[Target, ...], new: tuple[Target, ...]) -> tuple[TargetKind, ...]:
    kinds: list[TargetKind] = []
    if [(one.value, one.unit, one.comparison) for one in old] != [
        (one.value, one.unit, one.comparison) for one in new
    ]:
        kinds.append("value")
    if {one.due for one in old} != {one.due for one in new}:
        kinds.append("redated")
    if not kinds and bare(_as_task(old)) != bare(_as_task(new)):
        kinds.append("reworded")
    return tuple(kinds) or ("kept",)


def _grouped(targets: Sequence[Target]) -> list[tuple[Target, ...]]:
    """The targets, those that share their words together."""
    return [tuple(group) for _, group in groupby(targets, key=lambda target: (target.start, target.end))]


def _as_task(group: tuple[Target, ...]) -> TaskFact:
    first = group[0]
    return TaskFact(
        id=0,
        document_id=0,
        name="",
        quote=first.quote,
        start=first.start,
        end=first.end,
        section=None,
        page=None,
        lead=(),
        support=(),
        due=(first.due,) if first.due else (),
        deliverable=None,
    )
