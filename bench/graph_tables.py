"""The made-up corpus in the project's own tables (`corpus.models`) and its index (`corpus.search.put`).

It is made for measuring what is asked: `agencies` and `targets`, which no question reads, are left empty.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from dataclasses import asdict, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from bench.graph_document import MadeTask, Words, Written, written
from bench.graph_family import WORKS, Family, Made, Named
from bench.graph_words import Grammar, Phrase, joined, name
from corpus import engine, migrations, models, names, search
from corpus.description import Description, Naming, describe
from corpus.search import Entry
from corpus.seats import Seat, identify, seat_of
from corpus.store import Corpus

VERSION = 3
"""Of this generator: with another one a file that is there is made anew."""

_BATCH = 2_000  # documents
_TASKS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 30)
_OFTEN = (6, 9, 12, 13, 13, 11, 9, 7, 6, 5, 6, 3.5, 1.6, 0.6)


def made_corpus(path: Path, scale: float, seed: int) -> Path:
    """The corpus in this file; what is there is taken where it was made in the same way."""
    stamp = path.with_suffix(".json")
    made_by = {"version": VERSION, "scale": scale, "seed": seed, "tables": migrations.HEAD}
    if path.exists() and stamp.exists() and json.loads(stamp.read_text()) == made_by:
        return path
    for old in path.parent.glob(f"{path.name}*"):
        old.unlink()
    Corpus.open(path).close()
    fill(path, int(WORKS * scale), seed)
    stamp.write_text(json.dumps(made_by))
    return path


def fill(path: Path, works: int, seed: int) -> None:
    """Fill an empty corpus."""
    chance = random.Random(seed)
    grammar = Grammar(chance)
    family = Family(works, chance, grammar)
    opened = engine.connect(path)
    with opened.connect() as connection:
        for setting in ("synchronous = OFF", "foreign_keys = OFF", "cache_size = -500000"):
            connection.connection.execute(f"PRAGMA {setting}")  # outside of any transaction
        filling = _Filling(connection)
        for work in family.only_cited:
            filling.work(work)
        for n, made in enumerate(family.documents(), 1):
            tasks = chance.choices(_TASKS, _OFTEN)[0]
            filling.document(made, written(made, tasks, chance, grammar))
            if n % _BATCH == 0:
                filling.flush()
                connection.commit()
        filling.flush()
        names.put(connection, range(1, works + 1))
        connection.commit()
    opened.dispose()


class _Filling:
    """Rows that wait to be put in, and the ids that were given."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: dict[type[models.Base], list[tuple[Any, ...]]] = defaultdict(list)
        self._names: dict[type[models.Base], tuple[str, ...]] = {}
        self._last: dict[type[models.Base], int] = defaultdict(int)
        self._entries: dict[search.Table, list[tuple[int, Entry]]] = {"task_words": [], "document_words": []}
        self._bodies: dict[str, int] = {}
        self._meant: dict[tuple[str, str, str], int] = {}
        self._seats: dict[tuple[str, str], Seat] = {}
        self._called: dict[int, int] = {}  # by the number of a work, how those that cite it call it

    def work(self, work: Named) -> Description:
        """A work, whose id is its number; what it says of itself."""
        said = describe(_naming(work), held=True)
        known = {name: getattr(said, name) for name in _OF_WORK}
        key = f"{said.symbol_key}|{said.series}|{said.year}"
        self._put(models.Work, {"id": work.number, "key": key, **known})
        return said

    def document(self, made: Made, page: Written) -> None:
        """A document with all that stands in it."""
        work = replace(made.work, title=page.title.said)
        text = page.text()
        own = self._described(self.work(work), work)
        header = {"type": work.type, "number": work.symbol, "issuer": work.issuer, "date": work.date}
        header |= {"title": work.title, "text": text.said, "sha256": sha256(text.said.encode()).hexdigest()}
        id_ = self._put(
            models.Document, _DOCUMENT | header | {"path": f"{work.number}.txt", "description_id": own}
        )
        named = joined([name(f"{work.type} {work.symbol} {work.issuer}"), page.title])
        self._entries["document_words"].append((id_, _entry(text, named)))
        for ordinal, (path, head, end) in enumerate(page.headings):
            section = {
                "path": path,
                "marker": path,
                "kind": "roman",
                "heading": head.phrase.said,
                "parent": None,
            }
            self._put(models.Section, _part(id_, ordinal, head.start, end) | section)
        cited = [self._citation(id_, n, one, work.date) for n, one in enumerate(page.citations)]
        for ordinal, task in enumerate(page.tasks):
            self._task(id_, ordinal, task, cited, work)

    def flush(self) -> None:
        """Put in what waits."""
        for table, rows in self._rows.items():
            names = ", ".join(f'"{name}"' for name in self._names[table])
            marks = ", ".join("?" * len(self._names[table]))
            if rows:
                into = f"INSERT INTO {table.__tablename__} ({names}) VALUES ({marks})"
                self._connection.exec_driver_sql(into, rows)
            rows.clear()
        for index, entries in self._entries.items():
            search.put(self._connection, index, entries)
            entries.clear()

    def _put(self, table: type[models.Base], row: dict[str, Any]) -> int:
        """Let a row wait; its id."""
        if "id" in table.__table__.columns and "id" not in row:
            self._last[table] += 1
            row = {"id": self._last[table], **row}
        self._names.setdefault(table, tuple(row))
        self._rows[table].append(tuple(row.values()))
        return int(row.get("id", 0))

    def _described(self, said: Description, work: Named) -> int:
        row = {name: getattr(said, name) for name in (*_OF_WORK, "not_after", "scope", "fingerprint")}
        return self._put(models.Description, row | {"work_id": work.number})

    def _citation(
        self, id_: int, ordinal: int, one: tuple[str, Named, Words, str | None], said_on: str
    ) -> int:
        relation, work, words, section = one
        if work.number not in self._called:
            self._called[work.number] = self._described(describe(_naming(replace(work, title=None))), work)
        said = {"quote": words.phrase.said, "symbol": work.symbol, "type": work.type, "issuer": work.issuer}
        said |= {"date": work.date, "relation": relation, "section": section}
        said |= {"description_id": self._called[work.number], "said_on": said_on}
        cited = self._put(models.Citation, _part(id_, ordinal, words.start, words.end) | _CITATION | said)
        if relation == "replaces" and ordinal % 2:
            told = {"quote": words.phrase.said, "kind": "replaced", "citation_id": cited, "by_id": None}
            told |= {"description_id": self._called[work.number]}
            self._put(
                models.ToldChange,
                _part(id_, ordinal, words.start, words.end) | told | {"date": work.date[:4]},
            )
        return cited

    def _body(self, called: str, work: Named) -> int:
        """The body that a document of that work means by a name."""
        asked = (called, work.issuer, work.date[:7])
        if asked not in self._meant:
            place = asked[1:]
            if place not in self._seats:
                self._seats[place] = seat_of(work.issuer, date.fromisoformat(work.date))
            body = identify(called, None, self._seats[place])
            if body.key not in self._bodies:
                self._bodies[body.key] = self._put(models.Body, asdict(body))
            self._meant[asked] = self._bodies[body.key]
        return self._meant[asked]

    def _task(self, id_: int, ordinal: int, task: MadeTask, cited: list[int], work: Named) -> None:
        place = _part(id_, ordinal, task.words.start, task.words.end)
        item = {"path": task.section, "marker": task.section, "kind": "arabic", "heading": None}
        self._put(
            models.Section,
            place | {"ordinal": ordinal + 3} | item | {"parent": task.section.partition(".")[0]},
        )
        said = {"quote": task.words.phrase.said, "section": task.section, "name": f"t{ordinal}"}
        due = json.dumps([task.due] if task.due else [])
        task_id = self._put(models.Task, place | _TASK | said | {"due": due})
        for role, bodies in (("lead", task.lead), ("support", task.support)):
            for n, body in enumerate(bodies):
                said_of = {"task_id": task_id, "role": role, "ordinal": n, "name": body}
                self._put(models.TaskBody, said_of | {"body_id": self._body(body, work)})
        if task.due:
            deadline = self._put(models.Deadline, place | _DEADLINE | {"quote": task.due, "due": task.due})
            self._put(models.TaskDeadline, {"task_id": task_id, "deadline_id": deadline})
        if task.cites is not None:
            self._put(models.TaskCitation, {"task_id": task_id, "citation_id": cited[task.cites]})
        self._entries["task_words"].append((task_id, _entry(task.words.phrase, task.over)))


_OF_WORK = (
    "symbol",
    "symbol_key",
    "number_key",
    "title_key",
    "type",
    "issuer",
    "year",
    "date",
    "title",
    "uri",
)
_DOCUMENT = {"media_type": "text/plain", "reader": "bench", "pages": 1, "warnings": "[]", "recipients": "[]"}
_DOCUMENT |= {"attachments": "[]", "schema": "nhiemvu/1", "added_at": "2026-01-01 00:00:00.000000"}
_CITATION = {"status": "unmatched", "candidates": "[]", "work": "null", "rule": "made", "confidence": 1.0}
_CITATION |= {"provisions": "[]", "why": ""}
_TASK = {"deliverable_to": "[]", "bases": "[]", "origins": "[]", "page": 1, "rule": "made", "confidence": 1.0}
_DEADLINE = {"bound": "before", "working_days": False, "rule": "made", "confidence": 1.0}


def _part(document: int, ordinal: int, start: int, end: int) -> dict[str, Any]:
    return {"document_id": document, "ordinal": ordinal, "start": start, "end": end}


def _entry(said: Phrase, over: Phrase) -> Entry:
    return Entry((said.exact, said.folded, said.words, over.exact, over.folded, over.words))


def _naming(work: Named) -> Naming:
    return Naming(symbol=work.symbol, type=work.type, issuer=work.issuer, date=work.date, title=work.title)
