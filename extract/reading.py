"""The stages of extraction in order, each a plain function from one value to the next.

Document -> header
         -> outline -> tasks (who must do what)
         -> citations
         -> times -> deadlines (those that govern a task, a time line, a time column)
         -> tasks with their deadlines and citations
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from extract.attributes import attribute_line
from extract.bodies import Span
from extract.citations import find_citations
from extract.deadlines import Day, as_deadline, due_value, governs, references, stated
from extract.extraction import Citation, Deadline, Extraction, Header, Task
from extract.header import read_header
from extract.mention_agencies import find_agencies
from extract.outline import Node, outline, sections
from extract.parts import label, purpose_of
from extract.task_tables import time_cells
from extract.tasks import Found, find_tasks
from extract.times import Time, times
from ingest.document import Document

_BODY_KINDS = frozenset({"heading", "paragraph", "table", "footnote"})
_OWN_NUMBER = re.compile(r"\s*(?:[Ss]ố\s*:?|\d+\s*[-/])")
_TIME_HEADING = re.compile(r"(?:\W*(?:thời gian|thời hạn|tiến độ|lịch|hạn))", re.IGNORECASE)


def extract(document: Document) -> Extraction:
    """Everything that the document says: header, outline, citations, agencies, deadlines, tasks.

    A pure function of the document and the rulebook; any document gives a structurally valid extraction.
    """
    header = read_header(document)
    root = outline(document)
    citations = find_citations(document.text, _stretches(document), header)
    found = find_tasks(root, document)
    deadlines = _deadlines(document, root, found, citations, header)
    return Extraction(
        source=document.source,
        header=header,
        outline=sections(root),
        citations=citations,
        agencies=find_agencies(document.text, _stretches(document)),
        deadlines=deadlines,
        tasks=tuple(
            _task(number, task, document, deadlines, citations) for number, task in enumerate(found, 1)
        ),
        text=document.text,
    )


def _stretches(document: Document) -> list[tuple[int, int]]:
    """The blocks, and the cells of tables, in which facts are looked for: not the document's own number, the
    recipients, the signature."""
    found: list[tuple[int, int]] = []
    for block in document.blocks:
        if block.kind == "table":
            found += [(cell.start, cell.end) for cell in block.cells]
        elif block.kind in _BODY_KINDS or (
            block.kind == "letterhead" and not _OWN_NUMBER.match(document.text_of(block))
        ):
            found.append((block.start, block.end))
    return sorted(found)


def _day(header: Header) -> Day:
    years = set(
        re.findall(
            r"(?<!\d)(?:19|20)\d{2}(?!\d)(?! ?[-–] ?\d)",
            re.sub(r"\d{4} ?[-–] ?\d{4}", "", header.title or ""),
        )
    )
    issued = int(header.date[:4]) if header.date else None
    titled = int(years.pop()) if len(years) == 1 else None
    year = titled if titled and (issued is None or issued <= titled <= issued + 1) else issued
    return Day(header.date, year)


@dataclass(frozen=True, slots=True)
class _Reading:
    text: str
    times: list[Time]
    day: Day

    def inside(self, span: Span) -> list[Time]:
        starts = [time.start for time in self.times]
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        return [time for time in self.times[first:last] if time.end <= span.end]


def _deadlines(
    document: Document, root: Node, found: list[Found], citations: tuple[Citation, ...], header: Header
) -> tuple[Deadline, ...]:
    day = _day(header)
    masked = _masked(document.text, citations)
    seen: list[Time] = []
    for start, end in _stretches(document):
        seen += [_at(time, start) for time in times(masked[start:end], day.year)]
    reading = _Reading(masked, seen, day)
    kept: dict[tuple[int, int], Deadline] = {}
    for deadline in (
        *_in_columns(root, document, reading, citations),
        *_on_time_lines(root, document, reading),
        *_in_tasks(found, reading, document.text),
        *_by_their_words(root, document, reading),
    ):
        kept.setdefault((deadline.start, deadline.end), deadline)
    return tuple(sorted(kept.values(), key=lambda deadline: deadline.start))


def _at(time: Time, by: int) -> Time:
    from dataclasses import replace

    return replace(time, start=time.start + by, end=time.end + by)


def _masked(text: str, citations: tuple[Citation, ...]) -> str:
    """The text with its citations blotted out, so that the date of a document is not taken for a deadline."""
    pieces, here = [], 0
    for citation in citations:
        if citation.start >= here:
            pieces += [text[here : citation.start], "\u2588" * (citation.end - citation.start)]
            here = citation.end
    return "".join([*pieces, text[here:]])


def _in_columns(
    root: Node, document: Document, reading: _Reading, citations: tuple[Citation, ...]
) -> list[Deadline]:
    found: list[Deadline] = []
    for node in root.walk():
        if node.kind != "table" or node.block is None:
            continue
        for cell in time_cells(node.block, document):
            said = [
                as_deadline(document.text, time, "time_column")
                for time in reading.inside(cell)
                if time.due or time.recurrence or time.duration
            ]
            found += said or references(document.text, cell, citations)
    return found


def _on_time_lines(root: Node, document: Document, reading: _Reading) -> list[Deadline]:
    found: list[Deadline] = []
    for node in root.walk():
        line = attribute_line(node) if node.marker or node.kind == "plain" else None
        heading = label(node.text) or ""
        if (line and line[0] == "time") or (
            _TIME_HEADING.match(heading) and ":" in node.text and purpose_of(node) != "goal"
        ):
            start = node.start + (line[1] if line else len(heading))
            found += [
                as_deadline(document.text, time, "time_line")
                for time in reading.inside(Span(start, node.stop))
                if (time.due or time.recurrence or time.duration)
                and not re.search(
                    r"(?:giai đoạn|từ)\s*$", document.text[node.start : time.start], re.IGNORECASE
                )
            ]
    return found


def _in_tasks(found: list[Found], reading: _Reading, text: str) -> list[Deadline]:
    kept: list[Deadline] = []
    for task in found:
        for span in (Span(task.start, task.end), *task.time_spans):
            kept += [
                as_deadline(text, time, "task" if span.start == task.start else "lead_in")
                for time in reading.inside(span)
                if governs(reading.text, span, time, reading.day)
            ]
    return kept


def _by_their_words(root: Node, document: Document, reading: _Reading) -> list[Deadline]:
    found: list[Deadline] = []
    for node in root.walk():
        if node.block is None or node.kind == "table":
            continue
        found += [
            as_deadline(document.text, time, "bound_word")
            for time in reading.inside(Span(node.start, node.stop))
            if stated(reading.text, time, reading.day) and purpose_of(node) != "report"
        ]
    return found


def _task(
    number: int,
    found: Found,
    document: Document,
    deadlines: tuple[Deadline, ...],
    citations: tuple[Citation, ...],
) -> Task:
    spans = (Span(found.start, found.end), *found.time_spans)
    governing = [
        i for i, d in enumerate(deadlines) if any(s.start <= d.start and d.end <= s.end for s in spans)
    ]
    values = [value for i in governing if (value := due_value(deadlines[i]))]
    return Task(
        id=f"t{number}",
        quote=" ".join(document.text[found.start : found.end].split()),
        start=found.start,
        end=found.end,
        section=found.section,
        lead=found.lead,
        support=found.support,
        due=tuple(dict.fromkeys(values)),
        deadlines=tuple(governing),
        citations=tuple(i for i, c in enumerate(citations) if found.start <= c.start < found.end),
        deliverable=found.deliverable,
        page=document.page_at(found.start),
        rule=found.rule,
        confidence=_CONFIDENCE.get(found.rule, 0.8),
    )


_CONFIDENCE = {"subject": 1.0, "request": 1.0, "table": 0.95, "part": 0.9, "opening": 0.85, "footnote": 0.85}
