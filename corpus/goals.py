"""The deadlines and targets of documents (thời hạn, chỉ tiêu), as the graph has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import Connection, select

from corpus.fact_rows import batches
from corpus.facts import DeadlineFact, TargetFact
from corpus.models import Deadline, Target, TaskDeadline


def deadlines_in(connection: Connection, document_ids: Collection[int]) -> list[DeadlineFact]:
    """The deadlines of these documents, by document, in reading order, each with the tasks that it governs."""
    columns = [Deadline.__table__.columns[name] for name in DeadlineFact.__slots__ if name != "tasks"]
    found: list[DeadlineFact] = []
    for some in batches(document_ids):
        governed = _governed(connection, some)
        query = select(*columns).where(Deadline.document_id.in_(some))
        rows = connection.execute(query.order_by(Deadline.document_id, Deadline.ordinal))
        found += [DeadlineFact(**row._mapping, tasks=tuple(governed[row.id])) for row in rows]
    return found


def targets_in(connection: Connection, document_ids: Collection[int]) -> list[TargetFact]:
    """The measurable goals of these documents, by document, in reading order."""
    columns = [Target.__table__.columns[name] for name in TargetFact.__slots__]
    found: list[TargetFact] = []
    for some in batches(document_ids):
        query = (
            select(*columns).where(Target.document_id.in_(some)).order_by(Target.document_id, Target.ordinal)
        )
        found += [TargetFact(**row._mapping) for row in connection.execute(query)]
    return found


def _governed(connection: Connection, document_ids: list[int]) -> dict[int, list[int]]:
    links = select(TaskDeadline.deadline_id, TaskDeadline.task_id)
    links = links.join(Deadline, Deadline.id == TaskDeadline.deadline_id)
    found: dict[int, list[int]] = defaultdict(list)
    for row in connection.execute(
        links.where(Deadline.document_id.in_(document_ids)).order_by(TaskDeadline.task_id)
    ):
        found[row.deadline_id].append(row.task_id)
    return found
