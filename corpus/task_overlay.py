"""What people put right, laid over the columns of tasks (`corpus.task_columns`)."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
from sqlalchemy import Connection, select

from corpus import corrections
from corpus.body_rows import bodies_of
from corpus.facts import TaskFact
from corpus.models import Body, Task
from corpus.queries import tasks_in
from corpus.task_columns import Columns, begins, bodies_of_level, days_in

_ABOUT = (*corrections.ABOUT_TASKS, "same_agency")


def as_corrected(connection: Connection, columns: Columns) -> Columns:
    """The columns as people have put the tasks right."""
    said = [one for one in corrections.history(connection) if one.kind in _ABOUT]
    documents = sorted({copy.document_id for copy in corrections.copies_spoken_of(connection, said)})
    if not documents:
        return columns
    tasks = {task.id: task for task in tasks_in(connection, documents) if task.id < columns.size}
    there = connection.scalars(select(Task.id).where(Task.document_id.in_(documents))).all()
    document, due, last, recurs = (
        getattr(columns, name).copy() for name in ("document", "due", "last", "recurs")
    )
    document[[id_ for id_ in there if id_ not in tasks and id_ < columns.size]] = 0
    for id_, task in tasks.items():
        due[id_], last[id_], recurs[id_] = days_in(json.dumps(task.due) if task.due else "[]")
    changed = replace(columns, document=document, due=due, last=last, recurs=recurs)
    moved = [task for task in tasks.values() if {one.field for one in task.corrected} & {"lead", "support"}]
    return _with_bodies(connection, changed, moved) if moved else changed


def _with_bodies(connection: Connection, columns: Columns, tasks: list[TaskFact]) -> Columns:
    """With other bodies for these tasks, those that documents name."""
    meant = bodies_of(connection, tasks)
    keys = {body.key for bodies in meant.values() for body in bodies.values()}
    ids = {row.key: row.id for row in connection.execute(select(Body.key, Body.id).where(Body.key.in_(keys)))}
    rows = [
        (task.id, ids[body.key], role == "lead")
        for task in tasks
        for role, names in (("lead", task.lead), ("support", task.support))
        for name in names
        if (body := meant[task.id].get(name)) and body.key in ids
    ]
    new = np.array(rows, "i4").reshape(-1, 3)
    kept = ~np.isin(columns.pair_task, [task.id for task in tasks])
    pair_task = np.concatenate((columns.pair_task[kept], new[:, 0]))
    order = np.argsort(pair_task, kind="stable")
    pair_body = np.concatenate((columns.pair_body[kept], new[:, 1]))[order]
    leads = np.concatenate((columns.leads[kept], new[:, 2].astype("?")))[order]
    level, province = columns.level.copy(), columns.province.copy()
    levels, places = bodies_of_level(connection, columns.provinces, np.unique(new[:, 1]))
    for id_, body_id, is_lead in reversed(rows):
        if is_lead:
            level[id_] = levels[body_id]
            province[id_] = places[body_id] or province[id_]
    return replace(
        columns,
        pair_task=pair_task[order],
        pair_body=pair_body,
        leads=leads,
        pairs=begins(pair_task[order], columns.size),
        level=level,
        province=province,
    )
