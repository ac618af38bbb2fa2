"""What somebody filled into a checklist (tình trạng và ghi chú đã điền), and writing it down in a corpus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus import queries
from corpus.engine import Connection
from corpus.facts import CorrectionFact, ProgressState, TaskFact
from corpus.same_words import Among, Words, find, fingerprint, meant
from corpus.store import Corpus
from corpus.ticks import Tick, write_ticks
from publish.errors import PublishError
from publish.plain import plain
from publish.words import Lang, say
from rulebook.spelling import key


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How far a task is, as a row of the sheet says; `task` is its id when the file was made, `words` its words and
    `section` its section then, `row` the number of the row now."""

    task: str
    words: str
    section: str
    state: ProgressState
    note: str
    row: int


@dataclass(frozen=True, slots=True)
class Unclear:
    """A row that could not be understood: its number, what stands there, and why not."""

    row: int
    words: str
    why: str
    values: dict[str, str]

    def said(self, lang: Lang = "vi") -> str:
        """Why, in words."""
        return say(self.why, lang, **self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What a checklist that was filled in says: the `marks`, in the order of the rows; the `unclear` rows; how many
    rows are `untouched`. `sha256`, `number`, `date` and `name` tell which document it was made from, and `words` all
    tasks of it; all are empty where the file does not say any more."""

    marks: tuple[Mark, ...]
    unclear: tuple[Unclear, ...]
    untouched: int
    sha256: str = ""
    number: str = ""
    date: str = ""
    name: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What became of the marks: the corrections that were added, the marks that were `already` so, and those whose task
    was not found in the document."""

    changed: tuple[CorrectionFact, ...]
    already: tuple[Mark, ...]
    not_found: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What would become of the marks: those that are `news`, each with its tick, in the order of the rows; those that
    are `already` so, and those whose task was not found in the document."""

    news: tuple[tuple[Mark, Tick], ...]
    already: tuple[Mark, ...]
    not_found: tuple[Mark, ...]

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """What there is to write down."""
        return tuple(tick for _, tick in self.news)


def write_marks(corpus: Corpus, document_id: int, filled: Filled, *, by: str) -> Written:
    """Write down how far the tasks of a document are, as a filled-in checklist says, signed by one name; all of it or
    nothing.

    A task is found by its words, also in a new version of the document that changed a few of them. Raises
    `PublishError` where the checklist is that of another document, `CorpusError` where nobody signs.
    """
    with corpus.writing() as connection:
        planned = planned_marks(connection, document_id, filled)
        changed = write_ticks(connection, planned.ticks, by)
    return Written(changed=tuple(changed), already=planned.already, not_found=planned.not_found)


def planned_marks(connection: Connection, document_id: int, filled: Filled) -> Planned:
    """What a filled-in checklist would change of the tasks of a document as they are now; raises `PublishError` as
    `write_marks` does."""
    _refuse_other(connection, document_id, filled)
    found = _tasks(queries.tasks_in(connection, [document_id]), filled)
    known = [(mark, found[mark.row]) for mark in filled.marks if mark.row in found]
    return Planned(
        news=tuple(
            (mark, Tick(task, mark.state, mark.note)) for mark, task in known if not _is_so(task, mark)
        ),
        already=tuple(mark for mark, task in known if _is_so(task, mark)),
        not_found=tuple(mark for mark in filled.marks if mark.row not in found),
    )


def _refuse_other(connection: Connection, document_id: int, filled: Filled) -> None:
    document = queries.documents(connection, [document_id]).get(document_id)
    if document is None:
        cause = "kho không có văn bản này"
        raise PublishError(str(document_id), cause, "ghi số, ký hiệu, thêm cơ quan hoặc ngày nếu cần")
    if not filled.sha256 or filled.sha256 == document.sha256:
        return
    pairs = ((filled.number, document.number), (filled.date, document.date))
    if any(one and other and key(one) != key(other) for one, other in pairs):
        cause = f"bảng này lập từ văn bản khác ({filled.name})"
        raise PublishError(document.number or document.path, cause, "chọn đúng văn bản của bảng")


def _tasks(tasks: Sequence[TaskFact], filled: Filled) -> dict[int, TaskFact]:
    """The task of each mark, by the row of the mark: the one with the same id and words, else the only one with these
    words, under this section where several have them, else the only one with words alike."""
    by_id = {task.id: task for task in tasks}
    by_name = {task.name: task for task in tasks}
    among = Among(Words(task.id, task.document_id, task.quote, task.start, task.end) for task in tasks)
    then = Among(Words(at, 0, words, 0, 0) for at, words in enumerate(filled.words))
    found: dict[int, TaskFact] = {}
    for mark in filled.marks:
        same = by_name.get(mark.task)
        if same and fingerprint(same.quote) == fingerprint(mark.words):
            found[mark.row] = same
        elif (one := _by_words(mark, among, then, by_id)) is not None:
            found[mark.row] = one
    return found


def _by_words(mark: Mark, among: Among, then: Among, by_id: dict[int, TaskFact]) -> TaskFact | None:
    twins = [by_id[one.id] for one in among.by_mark.get(fingerprint(mark.words), ())]
    here = [task for task in twins if (task.section or "") == mark.section] if len(twins) > 1 else twins
    if twins:
        return here[0] if len(here) == 1 else None
    beside = then.by_mark.get(fingerprint(mark.words)) or [Words(-1, 0, mark.words, 0, 0)]
    said = meant(beside[0], then if beside[0].id >= 0 else beside, _nothing_over)
    alike = find(said, among, _nothing_over, same_copy=False, numbers="but_by_when")
    return by_id[alike.words.id] if alike.words else None


def _nothing_over(_: Words) -> str:
    return ""


def _is_so(task: TaskFact, mark: Mark) -> bool:
    now = (task.progress.state, plain(task.progress.note)) if task.progress else ("open", "")
    return now == (mark.state, mark.note)
