"""What changed between two plans, as tables for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from corpus.facts import TaskFact
from extract.extraction import Header
from graph.plan_changes import PlanChanges
from graph.plans import Plan
from graph.target_changes import TargetChange
from graph.task_changes import TaskChange
from nhiemvu.show import Table
from nhiemvu.words import language, say
from publish.caption import caption
from publish.when import value_in_words

KINDS = {
    "kept": "giữ nguyên",
    "unmentioned": "không nhắc đến",
    "redated": "đổi hạn",
    "reassigned": "đổi cơ quan",
    "reworded": "đổi nội dung",
    "value": "đổi trị số",
    "moved": "chuyển mục",
    "split": "tách việc",
    "merged": "gộp việc",
    "added": "thêm",
    "dropped": "bỏ",
}


def tables_of_changes(found: PlanChanges, *, everything: bool = False) -> list[Table]:
    """The tasks that differ (or `everything`), with both texts, owners and days; then targets, and points left open."""
    tasks = [_task(change) for change in found.tasks if everything or change.is_change]
    targets = [_target(change) for change in found.targets if everything or change.is_change]
    tables = [
        _table("Nhiệm vụ", _TASK, tasks, {1: 6, 2: 6, 3: 3, 4: 3, 5: 2, 6: 3}),
        _table("Chỉ tiêu", ("Thay đổi", "Bản cũ", "Bản mới"), targets, {1: 1, 2: 1}),
        _table(
            "Điểm chưa áp dụng được vào bản cũ", ("Nguyên văn",), [(point,) for point in found.open], {0: 1}
        ),
    ]
    return [table for table in tables if table.rows]


_TASK = ("Thay đổi", "Bản cũ", "Bản mới", "Chủ trì", "Phối hợp", "Hạn", "Điểm sửa đổi", "Giống")


def notes_of_changes(found: PlanChanges) -> Iterator[str]:
    """Lines for people: what is compared with what, and how many tasks there are of each kind."""
    yield say("{old} → {new}", old=_called(found.old), new=_called(found.new))
    if found.scope == "points":
        yield say(
            "Bản mới chỉ sửa đổi, bổ sung bản cũ (“{because}”): nhiệm vụ không nhắc đến được coi là giữ nguyên; so"
            " toàn bộ: --whole",
            because=found.because,
        )
    elif found.because:
        yield say("Bản mới thay thế hoặc bãi bỏ bản cũ: “{because}”.", because=found.because)
    if counts := found.counts():
        yield say(
            "Nhiệm vụ: {counts}.", counts=", ".join(f"{n} {say(KINDS[kind])}" for kind, n in counts.items())
        )
    else:
        yield say("Cả hai bản không có nhiệm vụ nào.")
    if not found.differ:
        yield say("Không có gì khác nhau.")


def _called(plan: Plan) -> str:
    header = Header(type=plan.type, number=plan.number, date=plan.date, issuer=plan.issuer)
    return caption(header, plan.path, language())


def _table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]], wide: dict[int, int]) -> Table:
    return Table(f"{say(title)} ({len(rows)})", tuple(map(say, heads)), rows, wide)


def _task(change: TaskChange) -> tuple[str, ...]:
    return (
        _kinds(change.kinds),
        _texts(change.old),
        _texts(change.new),
        _before_after(change, _all(change.old, "lead"), _all(change.new, "lead")),
        _before_after(change, _all(change.old, "support"), _all(change.new, "support")),
        _before_after(change, _days(change.old), _days(change.new)),
        change.point,
        f"{change.score:.2f}" if change.old and change.new and change.score < 1 else "",
    )


def _target(change: TargetChange) -> tuple[str, ...]:
    sides = (change.old, change.new)
    return (_kinds(change.kinds), *("; ".join(dict.fromkeys(one.quote for one in side)) for side in sides))


def _kinds(kinds: Iterable[str]) -> str:
    return ", ".join(say(KINDS[kind]) for kind in kinds)


def _texts(tasks: Sequence[TaskFact]) -> str:
    return " || ".join(": ".join(part for part in (_place(task), task.quote) if part) for task in tasks)


def _place(task: TaskFact) -> str:
    page = say("tr. {page}", page=task.page) if task.page else ""
    return ", ".join(part for part in (task.section, page) if part)


def _all(tasks: Sequence[TaskFact], role: str) -> str:
    return "; ".join(dict.fromkeys(name for task in tasks for name in getattr(task, role)))


def _days(tasks: Sequence[TaskFact]) -> str:
    return "; ".join(dict.fromkeys(value_in_words(due, language()) for task in tasks for due in task.due))


def _before_after(change: TaskChange, old: str, new: str) -> str:
    """What it was and what it is, where both are there and differ."""
    if old == new or not (change.old and change.new):
        return new or old
    if not new:
        return say("{old} → (bỏ)", old=old)
    return say("{old} → {new}", old=old, new=new) if old else say("(chưa có) → {new}", new=new)
