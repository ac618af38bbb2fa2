"""What changed between two plans (so sánh hai bản): tasks kept, added, dropped, with another day, another owner, other
words, another place; for a plan that replaces or amends another, and for two drafts of one.

    old                                        new
    1.a  Rà soát ... trước 30/6   Công an      1.a  Rà soát ... trước 31/8   Công an      redated
    2.   Lắp 20 trụ nước     Sở Xây dựng       3.   Lắp 30 trụ nước     Sở Xây dựng       reworded
    3.   Thẩm định kinh phí  Sở Tài chính      -                                          dropped

Tasks that say the same under the same body are paired first, then those that are likest (`graph.task_pairs`). A pair
that is not certain shows its score and its reasons; whoever finds it wrong has both texts before them. Of a plan that
is only amended on some points (`graph.amendment`), what the new document does not mention is `unmentioned`: it goes on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from graph.amendment import amendment, replacement
from graph.likeness import Likeness
from graph.plans import Plan
from graph.point_changes import changes_of_points
from graph.target_changes import TargetChange, changes_of_targets
from graph.task_changes import KINDS, TaskChange, changed
from graph.task_pairs import Pairing, moved, paired

Scope = Literal["whole", "points"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChanges:
    """All that changed from `old` to `new`. `scope` says whether the whole is compared or only the points that the new
    document changes; `because` has the words in which it says that it amends, replaces or repeals the old one; `open`
    are points of it that could not be placed in the old plan: what they change is not in `tasks`."""

    old: Plan
    new: Plan
    scope: Scope
    because: str
    tasks: tuple[TaskChange, ...]
    targets: tuple[TargetChange, ...]
    open: tuple[str, ...] = ()

    @property
    def differ(self) -> bool:
        """Whether anything differs, or is left open."""
        changed_tasks = any(task.is_change for task in self.tasks)
        return bool(self.open) or changed_tasks or any(target.is_change for target in self.targets)

    def counts(self) -> dict[str, int]:
        """How many tasks there are of each kind; one that is both re-dated and reworded counts in both."""
        counted = Counter(kind for task in self.tasks for kind in task.kinds)
        return {kind: counted[kind] for kind in KINDS if counted[kind]}

    def as_json(self) -> dict[str, Any]:
        """The answer as published."""
        return {
            "old": self.old.named(),
            "new": self.new.named(),
            "scope": self.scope,
            "because": self.because,
            "counts": self.counts(),
            "tasks": [task.as_json() for task in self.tasks],
            "targets": [target.as_json() for target in self.targets],
            "open": list(self.open),
        }


def changes(old: Plan, new: Plan, *, whole: bool = False) -> PlanChanges:
    """What changed from one plan to another. Where `new` only amends points of `old`, only these are compared, unless
    `whole` asks for all.

    >>> from extract import extract
    >>> from graph.plans import plan_of
    >>> from ingest import read_bytes
    >>> words = "KẾ HOẠCH\\nII. NHIỆM VỤ\\n1. Sở Y tế báo cáo trước ngày {}/6/2025.\\n"
    >>> one, two = (plan_of(extract(read_bytes(words.format(day).encode(), "kh.txt"))) for day in (15, 30))
    >>> [(task.kinds, task.old[0].due, task.new[0].due) for task in changes(one, two).tasks]
    [(('redated',), ('2025-06-15',), ('2025-06-30',))]
    """
    amended = None if whole else amendment(old, new)
    tasks, left_open = changes_of_points(old, new, amended) if amended else (tuple(_compared(old, new)), ())
    return PlanChanges(
        old=old,
        new=new,
        scope="points" if amended else "whole",
        because=amended.quote if amended else replacement(old, new),
        tasks=tasks,
        targets=changes_of_targets(old.targets, new.targets, partly=amended is not None),
        open=left_open,
    )


def _compared(old: Plan, new: Plan) -> Iterator[TaskChange]:
    """All tasks of both plans, in the order of `new`; what is gone stands behind what it stood behind."""
    found = paired(old.tasks, new.tasks)
    elsewhere = moved(found.pairs) | _under_another_heading(old, new, found.pairs)
    became = {pair.one: pair for pair in found.pairs}
    was = {pair.other: pair for pair in found.pairs}
    yield from _gone(old, became, found, before=0)
    for at, task in enumerate(new.tasks):
        if at in was:
            pair = was[at]
            yield changed(old.tasks, new.tasks, pair, found, moved=pair.one in elsewhere)
            yield from _gone(old, became, found, before=pair.one + 1)
        elif at not in found.split:
            yield TaskChange(kinds=("added",), new=(task,))


def _gone(old: Plan, became: Mapping[int, Likeness], found: Pairing, *, before: int) -> Iterator[TaskChange]:
    """The tasks of `old` from a place on that are gone, up to the first that is not."""
    for at in range(before, len(old.tasks)):
        if at in became:
            return
        if at not in found.merged:
            yield TaskChange(kinds=("dropped",), old=(old.tasks[at],))


def _under_another_heading(old: Plan, new: Plan, pairs: Iterable[Likeness]) -> set[int]:
    """The tasks of `old` that stand under another heading, which is there in both plans: a heading that was only
    worded anew moves nothing."""
    there = [{section.heading for section in plan.outline} for plan in (old, new)]
    both = there[0] & there[1]
    return {
        pair.one
        for pair in pairs
        if (one := old.headings[pair.one])
        and (two := new.headings[pair.other])
        and one[-1] != two[-1]
        and {one[-1], two[-1]} <= both
    }
