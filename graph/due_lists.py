"""What is due, what is past due, and which tasks lack an owner or a day, in the whole corpus (tổng quan công việc).

Lists made by SQL (`corpus.due_tasks`), with what people put right laid over, without tasks that are done, in the order
in which they are shown, and only as far as they are shown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from heapq import merge
from itertools import islice
from typing import Literal

from corpus.due_tasks import Due, due_before, due_between, lacking
from corpus.engine import Connection
from corpus.facts import TaskFact
from corpus.put_right import tasks_put_right
from corpus.ticks import task_states

Kind = Literal["due", "past", "no_owner", "no_day"]
KINDS: tuple[Kind, ...] = ("due", "past", "no_owner", "no_day")
_PORTION = 100


class DueLists:
    """The lists of one corpus on a day, without the documents that are `hidden`."""

    def __init__(self, connection: Connection, today: date, hidden: Collection[int] = ()) -> None:
        self._connection, self._today, self._hidden = connection, today, hidden
        self._corrected = tasks_put_right(connection)
        self._done = {id_ for id_, state in task_states(connection).items() if state == "done"}

    def rows(self, kind: Kind, days: int, limit: int, after: tuple[str, int] | None = None) -> list[Due]:
        """At most `limit` tasks of a kind: those `due` from today within so many days, the next first; those `past`
        due, the latest first; those with `no_owner` or `no_day`, the newest documents first. `after` is the day and the
        id of the task behind which the list goes on."""
        return list(islice(self._merged(kind, days, after), limit))

    def number(self, kind: Kind, days: int, most: int) -> int:
        """How many there are; they are counted up to `most`."""
        return len(self.rows(kind, days, most))

    def _merged(self, kind: Kind, days: int, after: tuple[str, int] | None) -> Iterator[Due]:
        """The rows of SQL and, each at its place, those that people put right."""
        backwards = kind != "due"
        own = sorted(self._put_right(kind, days), key=_place, reverse=backwards)
        waiting = [
            one for one in own if not after or (_place(one) < after if backwards else _place(one) > after)
        ]
        return merge(self._read(kind, days, after), waiting, key=_place, reverse=backwards)

    def _read(self, kind: Kind, days: int, after: tuple[str, int] | None) -> Iterator[Due]:
        while True:
            rows = self._portion(kind, days, after)
            for row in rows:
                left_out = row.task_id in self._done or row.task_id in self._corrected
                if not left_out and row.document_id not in self._hidden:
                    yield row
            if len(rows) < _PORTION:
                return
            after = _place(rows[-1])

    def _portion(self, kind: Kind, days: int, after: tuple[str, int] | None) -> list[Due]:
        today = self._today.isoformat()
        if kind == "due":
            last = (self._today + timedelta(days=days)).isoformat()
            return due_between(self._connection, today, last, _PORTION, after)
        if kind == "past":
            return due_before(self._connection, today, _PORTION, after)
        return lacking(self._connection, "owner" if kind == "no_owner" else "day", _PORTION, after)

    def _put_right(self, kind: Kind, days: int) -> Iterator[Due]:
        today = self._today.isoformat()
        last = (self._today + timedelta(days=days)).isoformat()
        for task in self._corrected.values():
            if task is None or task.id in self._done or task.document_id in self._hidden:
                continue
            if (kind == "no_owner" and not task.lead) or (kind == "no_day" and not task.due):
                yield Due(task.id, task.document_id, "")
            elif kind in ("due", "past"):
                for day in _fixed(task):
                    if (today <= day <= last) if kind == "due" else day < today:
                        yield Due(task.id, task.document_id, day)


def _place(row: Due) -> tuple[str, int]:
    return row.day, row.task_id


def _fixed(task: TaskFact) -> list[str]:
    return [due for due in task.due if len(due) == 10 and due[:1].isdigit()]
