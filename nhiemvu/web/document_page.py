"""A document (trang văn bản): its text with what was found in it, and the page of its file beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import Annotated

from fastapi import Path, Query

from corpus import queries
from corpus.document_rows import Details, citation_numbers, citations_between, tasks_between
from corpus.engine import Connection
from corpus.facts import CitationFact, TaskFact, TaskSaid
from nhiemvu.web.asked import Asked, Reads
from nhiemvu.web.document_head import head_of, told, work_name
from nhiemvu.web.document_parts import Heading
from nhiemvu.web.document_read import Read, found_document, read_document
from nhiemvu.web.drawing import UndrawnError
from nhiemvu.web.errors import NotFoundError
from nhiemvu.web.marked_text import KINDS, Kind
from nhiemvu.web.page_view import PageView, page_view, shows_pages
from nhiemvu.web.pages import Pages
from nhiemvu.web.text_view import CitationShown, DeadlineShown, Elsewhere, TaskShown, TextView, WorkNamed
from publish.when import left_open
from publish.words import Lang

pages = Pages(tags=["documents"])

Part = Annotated[
    int, Query(ge=0, description="The part of a long text; 0 for the one with what is looked for.")
]
TaskName = Annotated[str, Query(max_length=20, description="A task that is looked for (`t12`).")]
Shown = Annotated[list[str] | None, Query(description="What is marked: task, citation, agency, deadline.")]
PageNumber = Annotated[int, Query(ge=0, description="The page of the file that is shown beside the text.")]


@pages.page("/documents/{document_id}", "document.html")
def document(
    asked: Reads,
    document_id: int,
    part: Part = 0,
    task: TaskName = "",
    section: Annotated[str, Query(max_length=20, description="A heading that is looked for (`s3`).")] = "",
    page: PageNumber = 0,
    show: Shown = None,
) -> TextView:
    """The text of a document, or a part of it, with tasks, citations, agencies and deadlines."""
    with asked.corpus.reading() as connection:
        details = found_document(asked, connection, document_id)
        read = read_document(asked, connection, details)
        number = _part(read, part, task, section, page)
        start, end = read.parts[number - 1]
        beside, why = _beside(asked, connection, details, page or _page(read, task, start), task)
        return TextView(
            document=head_of(asked, details),
            part=number,
            parts=len(read.parts),
            start=start,
            end=end,
            text=read.text[start:end],
            shown=_kinds(show),
            outline=tuple(_placed(read)),
            tasks=tuple(map(_task, tasks_between(connection, document_id, start, end))),
            citations=_citations(
                connection, citations_between(connection, document_id, start, end), asked.lang
            ),
            agencies=tuple(one for one in read.mentions if one.start < end and one.end > start),
            deadlines=tuple(_deadlines(read, start, end, asked.lang)),
            elsewhere=tuple(_elsewhere(read, number)),
            page_starts=tuple(one for one in read.page_starts if start <= one[0] < end),
            page=beside,
            no_page=told(asked, why) if why else "",
        )


@pages.page("/documents/{document_id}/pages/{number}", "document_sheet.html")
def sheet(
    asked: Reads, document_id: int, number: Annotated[int, Path(ge=1)], task: TaskName = ""
) -> PageView:
    """A page of the file with the boxes of its tasks."""
    with asked.corpus.reading() as connection:
        details = found_document(asked, connection, document_id)
        shown, why = _beside(asked, connection, details, number, task)
    if shown is None or shown.number != number:
        raise NotFoundError(why or "văn bản không có trang này", "xem toàn văn của văn bản")
    return shown


def _part(read: Read, part: int, task: str, section: str, page: int) -> int:
    """The part that is asked for, by its number, or by what is to be seen in it."""
    if part:
        if part > len(read.parts):
            raise NotFoundError("văn bản không có phần này", "mở lại từ trang đầu")
        return part
    if task in read.tasks:
        return read.part_of(read.tasks[task][0])
    found = next((one.start for one in read.headings if one.id == section), None)
    if found is None and page:
        found = next((start for start, number in read.page_starts if number == page), None)
    return read.part_of(found or 0)


def _page(read: Read, task: str, start: int) -> int:
    """The page on which the task stands, or this part begins."""
    of_task = read.tasks.get(task, (0, None))[1]
    return of_task or read.page_at(start) or 1


def _beside(
    asked: Asked, connection: Connection, details: Details, number: int, lit: str
) -> tuple[PageView | None, str]:
    if not shows_pages(details):
        return None, ""
    try:
        return page_view(asked, connection, details, number, lit), ""
    except UndrawnError as error:
        return None, error.cause


def _kinds(show: list[str] | None) -> tuple[Kind, ...]:
    """The kinds that are named, in one value or several; all where the question is not put."""
    if show is None:
        return KINDS
    named = {name.strip() for value in show for name in value.split(",")}
    return tuple(kind for kind in KINDS if kind in named)


def _placed(read: Read) -> Iterator[Heading]:
    return (replace(heading, part=read.part_of(heading.start)) for heading in read.headings)


def _elsewhere(read: Read, part: int) -> Iterator[Elsewhere]:
    """What the first part, to which `#task-t12` alone leads, must know of the others."""
    if part != 1:
        return
    for name, (start, _) in read.tasks.items():
        if (other := read.part_of(start)) != part:
            yield Elsewhere(id=name, part=other)


def _task(task: TaskFact) -> TaskShown:
    said = {field.name: getattr(task, field.name) for field in fields(TaskSaid)}
    return TaskShown(id=task.name, task_id=task.id, **said)


def _citations(
    connection: Connection, found: Sequence[CitationFact], lang: Lang
) -> tuple[CitationShown, ...]:
    found = [one for one in found if one.found != "none"]
    ids = {id_ for one in found for id_ in (one.work_id, *one.candidates) if id_}
    works = queries.works(connection, ids)
    named = {id_: WorkNamed(work_id=id_, name=work_name(work, lang)) for id_, work in works.items()}
    numbers = citation_numbers(connection, [one.id for one in found])
    return tuple(_citation(one, numbers[one.id], named) for one in found)


def _citation(one: CitationFact, number: int, named: dict[int, WorkNamed]) -> CitationShown:
    return CitationShown(
        number=number,
        quote=one.quote,
        start=one.start,
        end=one.end,
        relation=one.relation,
        pinpoint=one.pinpoint,
        status=one.status,
        work=named.get(one.work_id or 0),
        candidates=tuple(named[id_] for id_ in one.candidates if id_ in named),
        why=one.why,
    )


def _deadlines(read: Read, start: int, end: int, lang: Lang) -> Iterator[DeadlineShown]:
    for due, tasks in read.deadlines:
        if due.start < end and due.end > start:
            yield DeadlineShown(
                quote=due.quote,
                start=due.start,
                end=due.end,
                due=due.due,
                recurrence=due.recurrence,
                duration=due.duration,
                last_day=due.last_day,
                meaning=left_open(due, lang),
                tasks=tasks,
            )
