"""The deadlines that govern tasks (thời hạn của nhiệm vụ), in the form in which they were extracted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Row, select

from corpus.fact_rows import batches
from corpus.models import Deadline, TaskDeadline
from extract import extraction

_FIELDS = extraction.Deadline.__slots__


def deadlines_of(
    connection: Connection, task_ids: Collection[int]
) -> dict[int, tuple[extraction.Deadline, ...]]:
    """The deadlines of these tasks by their ids, as the documents order them; tasks without one are missing. What
    people put right of days is not in them (`TaskFact.due`)."""
    query = select(TaskDeadline.task_id, Deadline).join(Deadline, Deadline.id == TaskDeadline.deadline_id)
    found: dict[int, list[extraction.Deadline]] = defaultdict(list)
    for some in batches(task_ids):
        for row in connection.execute(query.where(TaskDeadline.task_id.in_(some)).order_by(Deadline.ordinal)):
            found[row.task_id].append(deadline_in(row))
    return {task_id: tuple(deadlines) for task_id, deadlines in found.items()}


def deadline_in(row: Row[*tuple[Any, ...]]) -> extraction.Deadline:
    """The deadline of a row of the table, as it was extracted."""
    return extraction.Deadline(**{name: getattr(row, name) for name in _FIELDS})
