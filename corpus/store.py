"""`Corpus`: what many documents say, kept (kho văn bản).

Adding is idempotent by content and one transaction a document: killed at any moment, the corpus holds whole documents
only, and the same run again goes on where it stopped.

    with Corpus.open("kho.db") as corpus:
        corpus.add(extraction)
        corpus.find_tasks("thẩm định kinh phí")
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine

from corpus import (
    annotation,
    changes,
    correct,
    corrections,
    engine,
    join,
    joinings,
    migrations,
    page_places,
    queries,
    resolve,
    search,
    standing,
    ticks,
)
from corpus.description import Description
from corpus.errors import CorpusError
from corpus.facts import (
    CitationFact,
    CorrectionFact,
    JoiningFact,
    ProgressState,
    StandingFact,
    TaskFact,
)
from corpus.outline import headings_over
from corpus.search import Entry, Hit
from corpus.state import Watch
from corpus.statement import Signature, TaskChange
from corpus.words import question
from extract.extraction import Extraction
from ingest.document import Place


@dataclass(frozen=True, slots=True)
class Added:
    """What `Corpus.add` did: the document's id, and whether anything was written (`False`: it was held already)."""

    document_id: int
    new: bool


class Corpus:
    """An open corpus. Use `Corpus.open`, and `close` it or use it in a `with`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    def open(cls, target: str | Path, *, create: bool = True) -> Self:
        """Open the corpus at `target`, an SQLAlchemy URL or the name of an SQLite file; an older version is brought up
        to date. Where there is none one is made, with its folder, unless `create` is false.

        Raises `CorpusError`: no corpus there, not a corpus, of a newer version, locked, not writable.
        """
        made = engine.connect(target)
        try:
            _make_room(made, create)
            _bring_up_to_date(made)
        except BaseException:
            made.dispose()
            raise
        return cls(made)

    def close(self) -> None:
        """Close the connections."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection for `corpus.queries`, which sees one state of the corpus from first to last."""
        return engine.reading(self._engine)

    def watch(self) -> Watch:
        """What tells whether the corpus has changed; to be closed before the corpus is."""
        return Watch(self._engine)

    def writing(self) -> AbstractContextManager[Connection]:
        """A connection for what changes tables of offices at work (`corpus.accounts`, `corpus.audit` and the like): it
        holds the write lock from its start; all of it is kept, or, after any error, none."""
        return engine.writing(self._engine)

    def holds(self, sha256: str) -> bool:
        """Whether a document with this content (SHA-256 of the file) is held: it need not be read again."""
        with self.reading() as connection:
            return queries.document_with_content(connection, sha256) is not None

    def add(self, extraction: Extraction, *, replace: bool = False, places: Sequence[Place] = ()) -> Added:
        """Add what one document says; its citations, and earlier ones that mean it, find their works. `places` are
        those of its words, where its file has pages: what boxes on its pages are drawn by (`corpus.page_places`).

        A document whose content is held already stays as it is; with `replace` what was extracted from it is put in
        anew under the same id. Raises `CorpusError`; then nothing of the document is in the corpus.
        """
        sha256 = extraction.source.sha256
        with self.reading() as connection:
            held = queries.document_with_content(connection, sha256)
        if held is not None and not replace:
            return Added(held, new=False)
        document, tasks = _entries(extraction)
        with engine.writing(self._engine) as connection:
            # Asked again under the lock: another process may have added it in the meantime.
            held = queries.document_with_content(connection, sha256)
            if held is not None and not replace:
                return Added(held, new=False)
            document_id = _write(connection, extraction, held)
            search.put(connection, "document_words", [(document_id, document)])
            ids = queries.task_ids(connection, document_id)
            search.put(connection, "task_words", zip(ids, tasks, strict=True))
            page_places.put(connection, document_id, places)
        return Added(document_id, new=True)

    def join(self, one: str, other: str, *, by: str, note: str = "") -> bool:
        """Write down that `by` says that two works are one, each named by its `WorkFact.key`; whether that is news.

        Raises `CorpusError` where the corpus has no such work, where both are one, and where nobody signs.
        """
        with engine.writing(self._engine) as connection:
            return join.say_same(connection, one, other, joined=True, signature=Signature(by, note))

    def part(self, one: str, other: str, *, by: str, note: str = "") -> bool:
        """Take back that two works are one: everything is as it was before. `False` where nobody had joined them.

        Raises `CorpusError` as `join` does.
        """
        with engine.writing(self._engine) as connection:
            return join.say_same(connection, one, other, joined=False, signature=Signature(by, note))

    def joinings(self) -> list[JoiningFact]:
        """Everything that people said of two works, the newest first."""
        with self.reading() as connection:
            return joinings.history(connection)

    def correct_task(
        self, task: TaskFact, change: TaskChange, *, by: str, note: str = ""
    ) -> list[CorrectionFact]:
        """Write down what `by` says is right of a task: its bodies, its deadlines, or that it is none. Returns the
        corrections; none where everything was so already.

        A correction is laid over what was extracted whenever the corpus is asked, is found again by the words of the
        task when the document is read anew or a new version of it comes, and can be undone. Raises `CorpusError` where
        nobody signs, where the task is gone, and for what contradicts itself or is no day.
        """
        with engine.writing(self._engine) as connection:
            return correct.correct_task(connection, task, change, Signature(by, note))

    def correct_citation(
        self, citation: CitationFact, work: str | None, *, by: str, note: str = ""
    ) -> list[CorrectionFact]:
        """Write down that a citation, and all in the same words in its document, means the work of this key; `None`:
        that it cites nothing."""
        with engine.writing(self._engine) as connection:
            return correct.correct_citation(connection, citation, work, Signature(by, note))

    def link_tasks(
        self, lower: TaskFact, upper: TaskFact, *, by: str, note: str = ""
    ) -> list[CorrectionFact]:
        """Write down that the task `lower` carries out the task `upper` of a higher document (`corpus.task_links`)."""
        with engine.writing(self._engine) as connection:
            return correct.link_tasks(connection, lower, upper, Signature(by, note))

    def same_agency(
        self, one: str, other: str, *, by: str, note: str = "", document_id: int | None = None
    ) -> list[CorrectionFact]:
        """Write down that `one` is another name of the body `other`: everywhere, or in the versions of one document."""
        with engine.writing(self._engine) as connection:
            return correct.same_agency(connection, one, other, Signature(by, note), document_id)

    def tick(self, task: TaskFact, state: ProgressState, *, by: str, note: str = "") -> list[CorrectionFact]:
        """Write down how far a task is, as `by` says: `open`, `doing` or `done`. Returns what was added; nothing where
        it was so already, with the same note. It is found again and undone as `correct_task` says; raises
        `CorpusError` as it does."""
        return self.tick_all([ticks.Tick(task, state, note)], by=by)

    def tick_all(self, said: Sequence[ticks.Tick], *, by: str) -> list[CorrectionFact]:
        """Write down how far several tasks are, all of it or nothing (`corpus.ticks`)."""
        with engine.writing(self._engine) as connection:
            return ticks.write_ticks(connection, said, by)

    def undo(self, number: int, *, by: str, note: str = "") -> list[CorrectionFact]:
        """Take back the correction (or the undo) of this number; everything is as it was before it. Raises
        `CorpusError` where there is none; returns nothing where it is undone already."""
        with engine.writing(self._engine) as connection:
            return correct.undo(connection, number, Signature(by, note))

    def corrections(self, *, ticks: bool = False) -> list[StandingFact]:
        """Everything that people put right, the newest first, each with what has become of it; `ticks` with how far
        tasks are, which people say much more often."""
        with self.reading() as connection:
            return _standing(connection, corrections.history(connection), ticks)

    def corrections_of(self, document_ids: Collection[int], *, ticks: bool = False) -> list[StandingFact]:
        """What people put right in these documents, the newest first; `ticks` as for `corrections`."""
        with self.reading() as connection:
            return _standing(connection, corrections.said_of(connection, document_ids), ticks)

    def annotations(self, document_ids: Collection[int]) -> Iterator[dict[str, Any]]:
        """Documents in the form of annotations, what people put right laid over (`corpus.annotation`)."""
        with self.reading() as connection:
            yield from (annotation.annotation(connection, id_) for id_ in document_ids)

    def find_tasks(self, query: str, limit: int = 10) -> list[Hit]:
        """The ids of the tasks that answer what was typed, best first (`corpus.search`). Any text may be typed."""
        with self.reading() as connection:
            return search.find_tasks(connection, question(query), limit)

    def find_documents(self, query: str, limit: int = 10) -> list[Hit]:
        """The ids of the documents whose title or text answers what was typed, best first."""
        with self.reading() as connection:
            return search.find_documents(connection, question(query), limit)


def _standing(connection: Connection, said: list[CorrectionFact], with_ticks: bool) -> list[StandingFact]:
    return standing.standing(connection, said if with_ticks else ticks.without_ticks(said))


def _make_room(made: Engine, create: bool) -> None:
    """The folder of an SQLite file that is to be made."""
    name = made.url.database
    if not name or name == ":memory:" or name.startswith("file:"):
        return
    path = Path(name)
    if path.is_dir():
        raise CorpusError(name, "là thư mục, không phải tệp kho", "chỉ tên tệp, ví dụ kho.db")
    if path.exists():
        return
    if not create:
        raise CorpusError(name, "chưa có kho văn bản ở đây", "thêm văn bản trước: nhiemvu add THƯ_MỤC")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        cause = f"không tạo được thư mục ({error.strerror})"
        raise CorpusError(name, cause, "kiểm tra đường dẫn và quyền ghi") from error


def _bring_up_to_date(made: Engine) -> None:
    with engine.reading(made) as connection:
        if migrations.version_of(connection) == migrations.HEAD:
            return
    with engine.writing(made) as connection:
        version = migrations.version_of(connection)  # another process may have just done it
        if version == migrations.HEAD:
            return
        if migrations.is_foreign(connection):
            cause = "là cơ sở dữ liệu của chương trình khác"
            raise CorpusError(engine.shown(made.url), cause, "chỉ tên tệp khác bằng --corpus")
        if version is not None and not migrations.is_known(connection, version):
            cause = f"kho thuộc phiên bản mới hơn ({version})"
            raise CorpusError(engine.shown(made.url), cause, "cập nhật chương trình nhiemvu")
        migrations.upgrade(connection)


def _entries(extraction: Extraction) -> tuple[Entry, list[Entry]]:
    """The index rows of the document and of its tasks, each with the headings over it."""
    header = extraction.header
    named = " ".join(part for part in (header.type, header.number, header.issuer, header.title) if part)
    over = headings_over(extraction, extraction.tasks)
    tasks = [
        search.entry(task.quote, "\n".join(headings))
        for task, headings in zip(extraction.tasks, over, strict=True)
    ]
    return search.entry(extraction.text, named), tasks


def _write(connection: Connection, extraction: Extraction, held: int | None) -> int:
    """Put the document into the tables, in the place of the one `held`, and settle what it touches."""
    before: dict[int, Description] = {}
    if held is not None:
        before = queries.descriptions_in(connection, held)
        search.remove(connection, "task_words", queries.task_ids(connection, held))
        search.remove(connection, "document_words", [held])
        changes.remove_document(connection, held)
    said = resolve.describe_all(extraction)
    ids = resolve.ensure_descriptions(connection, said)
    document_id = changes.insert_document(connection, extraction, ids, held)
    left = {work_id for work_id, _ in queries.meanings(connection, before).values() if work_id}
    changes.remove_unused_descriptions(connection, before)
    resolve.settle_again(connection, [*said, *before.values()], left)
    return document_id
