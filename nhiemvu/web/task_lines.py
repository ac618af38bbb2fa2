"""A task as one entry of a list: its words, who has it then and now, when it is due, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from corpus.facts import DocumentFact, Progress
from graph.owned import Owned
from graph.owners import Owner

Timing = Literal["", "past", "soon", "later"]
_SOON = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class OwnerNow:
    """A body that leads a task: what the document calls it, who answers for it now, whether that is another body
    (`changed`), and what became of it (`state` of `rulebook.succession`)."""

    said: str
    now: tuple[str, ...]
    state: str
    changed: bool


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task in a list. `task` is its id in the document (`t12`), `day` the first fixed day on which it is due, `due`
    all that its document says of that; `timing` tells how near the day is, empty where it is done or has none."""

    id: int
    document_id: int
    document: str
    title: str
    task: str
    quote: str
    section: str | None
    page: int | None
    lead: tuple[str, ...]
    support: tuple[str, ...]
    owners: tuple[OwnerNow, ...]
    due: tuple[str, ...]
    day: str | None
    timing: Timing
    progress: Progress | None


def task_line(found: Owned, day: str | None, today: date) -> TaskLine:
    """The task as an entry; `day` is that by which it is listed."""
    task, document = found.task, found.document
    done = task.progress is not None and task.progress.state == "done"
    return TaskLine(
        id=task.id,
        document_id=document.id,
        document=document_name(document),
        title=document.title or "",
        task=task.name,
        quote=task.quote,
        section=task.section,
        page=task.page,
        lead=task.lead,
        support=task.support,
        owners=tuple(_now(owner) for owner in found.owners if owner.role == "lead"),
        due=task.due,
        day=day,
        timing="" if done else timing(day, today),
        progress=task.progress,
    )


def timing(day: str | None, today: date) -> Timing:
    """How near a day is.

    >>> [timing(day, date(2026, 3, 1)) for day in (None, "2026-02-28", "2026-03-01", "2026-03-16")]
    ['', 'past', 'soon', 'later']
    """
    if not day:
        return ""
    if day < today.isoformat():
        return "past"
    return "soon" if day <= (today + _SOON).isoformat() else "later"


def document_name(document: DocumentFact) -> str:
    """What a document is called in a list: its number and day, else its title, else its file."""
    if document.number and document.number[0] != "/":
        return document.number
    return document.title or document.path.replace("\\", "/").rpartition("/")[2]


def _now(owner: Owner) -> OwnerNow:
    return OwnerNow(owner.said, owner.now, owner.state, owner.state not in ("living", "unknown"))
