"""A change and its line in the audit trail are one: both are kept, or neither."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import Any

from web_handing import client_of
from web_serving import Served

from corpus import queries
from corpus.statement import TaskChange
from corpus.store import Corpus

# Tables that an action adds rows to or changes.
TABLES = ("corrections", "work_joinings", "readings", "audit_entries")


def state(served: Served) -> list[list[Any]]:
    with closing(sqlite3.connect(served.corpus_path)) as connection:
        return [connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in TABLES]


def actions(served: Served) -> list[tuple[str, dict[str, Any]]]:
    """Forms that change something, each with its fields, on a corpus where something was changed before."""
    with Corpus.open(served.corpus_path) as corpus:
        with corpus.reading() as connection:
            plan, district = (
                next(one for one in queries.all_documents(connection) if one.number == number)
                for number in ("21/KH-UBND", "58/KH-UBND")
            )
            task, other, *_ = queries.tasks_in(connection, [plan.id])
            below = queries.tasks_in(connection, [district.id])[0]
            works = list(queries.works(connection, {plan.work_id or 0, district.work_id or 0}).values())
        corpus.correct_task(other, TaskChange(lead=("Sở Y tế",)), by="Nam")
        corpus.link_tasks(task_at(corpus, district.id, 1), task, by="Nam")
    return [
        (f"/tasks/{task.id}/progress", {"state": "done"}),
        (f"/tasks/{task.id}/correct", {"lead": "Sở Nội vụ"}),
        ("/corrections/1/undo", {}),
        ("/same", {"one": works[0].key, "other": works[1].key, "joined": "true"}),
        (f"/documents/{district.id}/gaps/link", {"above": task.id, "below": below.id}),
        (f"/documents/{district.id}/gaps/unlink", {"number": 2}),
    ]


def task_at(corpus: Corpus, document_id: int, at: int) -> Any:
    with corpus.reading() as connection:
        return queries.tasks_in(connection, [document_id])[at]


def test_what_cannot_be_written_down_is_not_done(own_web: Served) -> None:
    forms = actions(own_web)
    with closing(sqlite3.connect(own_web.corpus_path)) as connection:
        connection.execute(
            "CREATE TRIGGER no_trail BEFORE INSERT ON audit_entries BEGIN SELECT RAISE(ABORT, 'no trail'); END"
        )
        connection.commit()
    before = state(own_web)
    with client_of(own_web, "Nguyễn Thị Hoa") as client:
        for path, fields in forms:
            assert client.post(path, **fields).status_code >= 400, path
        assert client.send("/plans", "files", ("kh.txt", b"KE HOACH")).status_code >= 400
        assert state(own_web) == before
        with closing(sqlite3.connect(own_web.corpus_path)) as connection:
            connection.execute("DROP TRIGGER no_trail")
            connection.commit()
        for path, fields in forms:
            assert client.post(path, **fields).status_code == 303, path
    after = state(own_web)
    assert len(after[0]) == len(before[0]) + 5
    assert len(after[-1]) == len(forms)


def test_what_changes_nothing_leaves_no_line(own_web: Served) -> None:
    (path, fields), *_ = actions(own_web)
    with client_of(own_web, "Nguyễn Thị Hoa") as client:
        for _ in range(2):
            client.post(path, **fields)
    assert len(state(own_web)[-1]) == 1
