"""What became of one task: another day, another owner, other words, another place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from corpus.facts import TaskFact
from corpus.words import exact
from graph.likeness import Likeness, Reason
from graph.task_pairs import Pairing
from graph.wording import bare, said_days

Kind = Literal[
    "kept",
    "unmentioned",
    "redated",
    "reassigned",
    "reworded",
    "moved",
    "split",
    "merged",
    "added",
    "dropped",
]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskChange:
    """What became of a task: the kinds of change, the task in the `old` and in the `new` plan (several where it was
    split or merged), how sure the pair is, and why. `point` has the words of an amending document that change it."""

    kinds: tuple[Kind, ...]
    old: tuple[TaskFact, ...] = ()
    new: tuple[TaskFact, ...] = ()
    score: float = 1.0
    reasons: tuple[Reason, ...] = ()
    point: str = ""

    @property
    def is_change(self) -> bool:
        """Whether anything differs."""
        return self.kinds not in (("kept",), ("unmentioned",))

    def as_json(self) -> dict[str, Any]:
        """The change as published."""
        return {
            "kinds": list(self.kinds),
            "old": [_as_json(task) for task in self.old],
            "new": [_as_json(task) for task in self.new],
            "score": self.score,
            "reasons": [reason.as_json() for reason in self.reasons],
            "point": self.point,
        }


def _as_json(task: TaskFact) -> dict[str, Any]:
    names = ("quote", "section", "page", "start", "end", "lead", "support", "due", "deliverable")
    said = {name: getattr(task, name) for name in names}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in said.items()}


def changed(
    old: Sequence[TaskFact], new: Sequence[TaskFact], pair: Likeness, found: Pairing, *, moved: bool = False
) -> TaskChange:
    """What became of the task of a pair, with the parts of it that `found` knows."""
    one, two = old[pair.one], new[pair.other]
    split = [new[at] for at, whole in sorted(found.split.items()) if whole == pair.one]
    merged = [old[at] for at, whole in sorted(found.merged.items()) if whole == pair.other]
    kinds: list[Kind] = ["split"] if split else []
    kinds += ["merged"] if merged else []
    kinds += [kind for kind in _kinds(one, two) if not (kinds and kind == "reworded")]
    kinds += ["moved"] if moved else []
    return TaskChange(
        kinds=tuple(kinds) or ("kept",),
        old=(one, *merged),
        new=(two, *split),
        score=pair.score,
        reasons=pair.reasons,
    )


def _kinds(one: TaskFact, two: TaskFact) -> Iterator[Kind]:
    """In what two tasks differ. Where the words tell another day and the days read are the same, that is told as other
    words: it may be a day that was not understood."""
    redated = set(one.due) != set(two.due) and not _says_it_still(one, two)
    if redated:
        yield "redated"
    if _names(one.lead) != _names(two.lead) or _names(one.support) != _names(two.support):
        yield "reassigned"
    if bare(one) != bare(two) or (not redated and said_days(one) != said_days(two)):
        yield "reworded"


def _says_it_still(one: TaskFact, two: TaskFact) -> bool:
    """Whether a day that is read in one of two tasks alone stands in the words of both: what was to come in an older
    plan is over in a newer one, where it is no deadline any more."""
    days = [value for value in (*one.due, *two.due) if re.fullmatch(r"\d{4}-\d\d-\d\d", value)]
    figures = [said_days(one), said_days(two)]
    told = all(part.lstrip("0") in figures[0] for day in days for part in day.split("-"))
    return bool(days) and not (one.due and two.due) and figures[0] == figures[1] and told


def _names(bodies: tuple[str, ...]) -> set[str]:
    return set(map(exact, bodies))
