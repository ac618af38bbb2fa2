"""Nhiệm vụ: the tasks of a document as people put them right, with who answers for them then and now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from corpus import queries
from corpus.document_rows import Details, body_ids
from corpus.facts import Progress, TaskFact
from extract.amounts import find_amounts
from extract.extraction import Amount, Target
from graph.owners import Owner
from graph.task_owners import owners_in
from nhiemvu.web.asked import Asked, Reads
from nhiemvu.web.document_head import Head, head_of, told
from nhiemvu.web.document_read import Read, found_document, read_document
from nhiemvu.web.kept import Kept
from nhiemvu.web.pages import Pages
from nhiemvu.web.paging import After, Limit, around, beginning
from publish.when import value_in_words

pages = Pages(tags=["documents"])

_MOST = 300  # targets, and sums of money, that are listed
_amounts: Kept[tuple[Amount, ...]] = Kept(32)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerShown:
    """A body that leads or supports a task: what the document calls it (`said`), its page, who answers `now`, how that
    is known (`state` of `rulebook.succession`), on which legal bases, and `why` it is not known."""

    said: str
    body_id: int | None
    state: str
    now: tuple[str, ...]
    legal_bases: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """A task in the table; `id` is its name in the document, `part` the part of the text in which it begins,
    `corrected` the fields that people put right, each with who did."""

    id: str
    task_id: int
    quote: str
    start: int
    end: int
    section: str | None
    page: int | None
    part: int
    lead: tuple[OwnerShown, ...]
    support: tuple[OwnerShown, ...]
    due: tuple[str, ...]
    due_in_words: tuple[str, ...]
    deliverable: str | None
    deliverable_to: tuple[str, ...]
    corrected: tuple[tuple[str, str], ...]
    progress: Progress | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TasksView:
    """The tasks of a document, its targets and sums of money (as read, on the first page of the list), and the cursor
    with which the list goes on. Owners are told for the day `on`."""

    document: Head
    on: str
    total: int
    tasks: tuple[TaskRow, ...]
    before: str | None
    next: str | None
    targets: tuple[Target, ...]
    amounts: tuple[Amount, ...]


@pages.page("/documents/{document_id}/tasks", "document_tasks.html")
def tasks(asked: Reads, document_id: int, after: After = "", limit: Limit = 30, task: str = "") -> TasksView:
    """The tasks of a document in reading order; with `task` those around the one of that name."""
    on = date.today()
    with asked.corpus.reading() as connection:
        details = found_document(asked, connection, document_id)
        read = read_document(asked, connection, details)
        every = queries.task_names(connection, document_id)
        sought = next((at for at, (_, name) in enumerate(every) if name == task), 0)
        first = beginning(after, sought, limit)
        some = list(queries.tasks(connection, [id_ for id_, _ in every[first : first + limit]]).values())
        owners = owners_in(connection, details, some, on)
        bodies = body_ids(connection, {one.body.key for each in owners.values() for one in each})
        targets = queries.targets_of(connection, document_id) if first == 0 else []
    amounts = _amounts_in(asked, details, read.text) if first == 0 else ()
    before, following = around(first, limit, len(every))
    return TasksView(
        document=head_of(asked, details),
        on=on.isoformat(),
        total=len(every),
        tasks=tuple(_row(asked, one, read, owners[one.id], bodies) for one in some),
        before=before,
        next=following,
        targets=tuple(targets[:_MOST]),
        amounts=amounts,
    )


def _amounts_in(asked: Asked, details: Details, text: str) -> tuple[Amount, ...]:
    """The sums of money in the text, which the corpus does not keep."""
    name = (asked.settings.corpus, details.id, details.added_at)
    return _amounts.get(name, lambda: find_amounts(text, [(0, len(text))])[:_MOST])


def _row(
    asked: Asked, task: TaskFact, read: Read, owners: Iterable[Owner], bodies: dict[str, int]
) -> TaskRow:
    shown = [(one.role, _owner(asked, one, bodies)) for one in owners]
    names = ("quote", "start", "end", "section", "page", "due", "deliverable", "deliverable_to", "progress")
    return TaskRow(
        id=task.name,
        task_id=task.id,
        part=read.part_of(task.start),
        lead=tuple(one for role, one in shown if role == "lead"),
        support=tuple(one for role, one in shown if role == "support"),
        due_in_words=tuple(value_in_words(value, asked.lang) for value in task.due),
        corrected=tuple((one.field, one.by) for one in task.corrected),
        **{name: getattr(task, name) for name in names},
    )


def _owner(asked: Asked, owner: Owner, bodies: dict[str, int]) -> OwnerShown:
    steps = {
        (step.step.date, basis)
        for heir in owner.heirs
        for step in heir.way
        for basis in step.step.legal_basis
    }
    why = owner.why or (owner.succession.why if owner.succession and owner.state != "living" else "")
    return OwnerShown(
        said=owner.said,
        body_id=bodies.get(owner.body.key),
        state=owner.state,
        now=owner.now if owner.state != "living" else (),
        legal_bases=tuple(dict.fromkeys(basis for _, basis in sorted(steps))),
        why="; ".join(told(asked, part) for part in why.split("; ") if part),
    )
