"""Tasks whose owners or days people put right, or that are none by their word: what lists made by SQL do not know."""

from __future__ import annotations

from sqlalchemy import Connection

from corpus import corrections, queries
from corpus.facts import CorrectionKind, TaskFact
from corpus.found_again import has, lay

_KINDS: tuple[CorrectionKind, ...] = ("lead", "support", "due", "not_task")


def tasks_put_right(connection: Connection) -> dict[int, TaskFact | None]:
    """Every such task by its id, as people have it; `None` for one that is none."""
    said = [one for kind in _KINDS for one in corrections.of_kind(connection, kind)]
    if not said:
        return {}
    copies = [copy for copy in corrections.copies_spoken_of(connection, said) if has(copy, *_KINDS)]
    ids = {id_ for id_, kind in lay(connection, copies).last if kind in _KINDS}
    known = queries.tasks(connection, ids)
    return {id_: known.get(id_) for id_ in ids}
