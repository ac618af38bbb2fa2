"""Where the bodies of tasks are (địa bàn của cơ quan được giao việc): a task names `Ủy ban nhân dân xã`, and the words
that it has the name from say `UBND xã Tiên La`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from corpus.models import Agency, Task
from extract.extraction import Extraction

_ROLES = ("lead", "support")


@dataclass(frozen=True, slots=True)
class Where:
    """The place of a body and its level (`central`, `province`, `district`, `commune`, or what is no single one)."""

    place: str | None = None
    level: str | None = None


Places = Mapping[tuple[int, str], Where]
"""Where a body of a task is, by the task's id and the name of the body as the task has it."""

_Mention = tuple[int, int, str, Where]


def places_in(connection: Connection, document_id: int) -> Places:
    """The places of the bodies in the tasks of a document, as far as its words say or imply them."""
    named = (
        select(Agency.start, Agency.end, Agency.name, Agency.place, Agency.level)
        .where(Agency.document_id == document_id)
        .order_by(Agency.start)
    )
    mentions = [
        (row.start, row.end, row.name, Where(row.place, row.level)) for row in connection.execute(named)
    ]
    tasks = select(Task.id, Task.origins).where(Task.document_id == document_id).order_by(Task.ordinal)
    return _places(((row.id, row.origins) for row in connection.execute(tasks)), mentions)


def places_said(extraction: Extraction) -> Places:
    """The same for a document that is only read; its tasks have the ids of `corpus.unheld`."""
    named = sorted(extraction.agencies, key=lambda one: one.start)
    mentions = [(one.start, one.end, one.name, Where(one.place, one.level)) for one in named]
    tasks = (
        (
            -n,
            [
                {"field": one.field, "value": one.value, "start": one.start, "end": one.end}
                for one in task.origins
            ],
        )
        for n, task in enumerate(extraction.tasks, start=1)
    )
    return _places(tasks, mentions)


def _places(tasks: Iterable[tuple[int, Any]], mentions: Sequence[_Mention]) -> Places:
    starts = [start for start, *_ in mentions]
    found: dict[tuple[int, str], Where] = {}
    for task_id, origins in tasks:
        for origin in origins:
            if origin["field"] not in _ROLES:
                continue
            for start, end, name, where in mentions[bisect_left(starts, origin["start"]) :]:
                if start >= origin["end"]:
                    break
                if name == origin["value"] and end <= origin["end"]:
                    found.setdefault((task_id, name), where)
    return found
