"""How far tasks are (tiến độ): writing it down, signed, and asking which tasks are done or being done.

A tick is a correction of the kind `progress`: rows are only added, each can be undone, and its task is found again by
its words (`corpus.found_again`). Of several on one task the last holds. A task on which nobody put a tick is open.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from sqlalchemy import Connection, select

from corpus import corrections, queries
from corpus.correct import how_named, write_down
from corpus.corrections import Copy
from corpus.errors import CorpusError
from corpus.facts import CorrectionFact, ProgressState, TaskFact
from corpus.found_again import Around, lay, words_in
from corpus.models import Correction, Task
from corpus.same_words import meant
from corpus.statement import Signature

STATES: tuple[ProgressState, ...] = get_args(ProgressState)


@dataclass(frozen=True, slots=True)
class Tick:
    """What somebody says of a task, as they saw it: how far it is, and a note."""

    task: TaskFact
    state: ProgressState
    note: str = ""


def write_ticks(connection: Connection, ticks: Sequence[Tick], by: str) -> list[CorrectionFact]:
    """Write down how far tasks are, signed by one name; gives what was added: nothing for a task that was so already,
    with the same note.

    Raises `CorpusError` where nobody signs, for a state that there is none, and for a task that is not there any more
    as it was seen; then nothing is written.
    """
    Signature(by).checked()
    tasks = queries.tasks(connection, {tick.task.id for tick in ticks})
    for tick in ticks:
        _refuse(tick, tasks.get(tick.task.id))
    now = {task.id: (task.progress.state, task.progress.note) for task in tasks.values() if task.progress}
    writer = _Writer(connection, {task.document_id for task in tasks.values()})
    added = []
    for tick in ticks:
        signed = Signature(by, tick.note).checked()
        was = now.get(tick.task.id, ("open", ""))
        if was != (tick.state, signed.note):
            added.append(writer.write(tasks[tick.task.id], was[0], tick.state, signed))
            now[tick.task.id] = (tick.state, signed.note)
    return added


def task_states(
    connection: Connection, document_ids: Collection[int] | None = None
) -> dict[int, ProgressState]:
    """Which tasks of these documents, or of all, are `done` or `doing`, by their ids; all others are open. Documents
    without ticks are not looked at."""
    if not are_there(connection):
        return {}
    if document_ids is None:
        copies = corrections.copies_spoken_of(connection, corrections.of_kind(connection, "progress"))
    else:
        copies = corrections.copies(connection, document_ids)
    last = lay(connection, list(_ticked(copies))).last
    none = {id_ for id_, kind in last if kind == "not_task"}
    found: dict[int, ProgressState] = {
        id_: said.after[0]  # type: ignore[misc]
        for (id_, kind), said in last.items()
        if kind == "progress" and id_ not in none
    }
    return {id_: state for id_, state in found.items() if state != "open"}


def are_there(connection: Connection) -> bool:
    """Whether anybody ever ticked a task."""
    return connection.scalar(select(Correction.id).where(Correction.kind == "progress").limit(1)) is not None


def without_ticks(said: Iterable[CorrectionFact]) -> list[CorrectionFact]:
    """What is no tick, and no undo of one, in the order given."""
    every = list(said)
    ticks: set[int] = set()
    for one in sorted(every, key=lambda one: one.id):  # what undoes is always later than what it undoes
        if one.kind == "progress" or one.undoes in ticks:
            ticks.add(one.id)
    return [one for one in every if one.id not in ticks]


def _refuse(tick: Tick, task: TaskFact | None) -> None:
    seen = tick.task
    if tick.state not in STATES:
        raise CorpusError(str(tick.state), "không có tình trạng này", f"dùng {', '.join(STATES)}")
    if task is None or (task.document_id, task.quote) != (seen.document_id, seen.quote):
        raise CorpusError(seen.quote, "văn bản vừa được đọc lại", "chạy lại lệnh này")


class _Writer:
    """Writes ticks; what is the same for all tasks of a document is read once."""

    def __init__(self, connection: Connection, document_ids: Collection[int]) -> None:
        self._connection = connection
        self._around = Around(connection)
        self._among = words_in(connection, Task, document_ids)
        self._by_id = {one.id: one for words in self._among.values() for one in words}
        documents = queries.documents(connection, document_ids)
        self._named = {id_: how_named(connection, document) for id_, document in documents.items()}

    def write(
        self, task: TaskFact, was: ProgressState, state: ProgressState, signed: Signature
    ) -> CorrectionFact:
        mine = meant(self._by_id[task.id], self._among[task.document_id], self._around)
        words = {"quote": mine.quote, "fingerprint": mine.fingerprint, "section": task.section}
        values = {"context": mine.as_context(), "before": [was], "after": [state]}
        return write_down(
            self._connection, "progress", signed, self._named[task.document_id] | words | values
        )


def _ticked(copies: Iterable[Copy]) -> Iterable[Copy]:
    """The documents that have ticks, each with these, and with what is no task."""
    for copy in copies:
        said = tuple(one for one in copy.said if one.kind in ("progress", "not_task"))
        if any(one.kind == "progress" for one in said):
            yield replace(copy, said=said)
