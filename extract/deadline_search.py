"""Where deadlines are looked for: in time columns, on time lines, in tasks and lead-ins, and by their own words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from extract.attributes import attribute_line, time_told, told_times
from extract.bodies import Span
from extract.context import has_time_beside, is_time_heading
from extract.deadlines import Day, as_deadline, governs, references, stated
from extract.extraction import Citation, Deadline, Header
from extract.node import Node
from extract.own_tasks import Found
from extract.parts import label, purpose_of
from extract.task_tables import crossed_heads, time_cells
from extract.time_words import moved
from extract.times import Time, cell_times, times
from extract.year_context import Years, years_of
from ingest.document import Document

_BLOT = "\u2588"  # stands for a character of a citation, whose date is no deadline
_PERIOD = re.compile(r"\d{4} ?[-–] ?\d{4}")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_TIME_HEADING = re.compile(r"\W*(?:thời gian|thời hạn|tiến độ|lịch|hạn)", re.IGNORECASE)
_FROM = re.compile(r"(?:giai đoạn|từ|bắt đầu(?: từ| vào)?)\s*$", re.IGNORECASE)


def day_of(header: Header) -> Day:
    """The day of a document, and the year that its dates without a year mean: that of its title (`Kế hoạch ... năm
    2025`) if it is issued in or just before that year, else the year it is issued in.

    >>> day_of(Header(date="2024-12-20", title="Công tác cải cách hành chính năm 2025")).year
    2025
    """
    years = set(_YEAR.findall(_PERIOD.sub("", header.title or "")))
    issued = int(header.date[:4]) if header.date else None
    titled = int(years.pop()) if len(years) == 1 else None
    return Day(
        header.date, titled if titled and (issued is None or issued <= titled <= issued + 1) else issued
    )


def is_dated(time: Time) -> bool:
    """Whether a time has a value: a last day, a recurrence or a span."""
    return bool(time.due or time.recurrence or time.duration)


def told(times_there: list[Time]) -> list[Time]:
    """The times with a value; where there are none, those that say why they have none (`31/6`, a lunar date)."""
    return [time for time in times_there if is_dated(time)] or [time for time in times_there if time.why]


def in_year(time: Time, day: Day) -> Time:
    """A time without a year, in a plan for the year after it was issued: the first such day after the issue. One with a
    bound that lies before the issue, and soon after it in the next year, is left open."""
    if not (time.implied_year and time.due and day.date and day.year and len(day.date) == 10):
        return time
    if day.headed:
        return time
    if day.year == int(day.date[:4]) + 1:
        earlier = day.date[:4] + time.due[4:]
        return time._replace(due=earlier) if earlier >= day.date and not earlier.endswith("02-29") else time
    if time.due < day.date and time.bound in ("before", "by") and time.grain in ("day", "month", "quarter"):
        next_year = date.fromisoformat(f"{int(time.due[:4]) + 1}{time.due[4:].replace('02-29', '02-28')}")
        if next_year - date.fromisoformat(day.date) <= _SOON:
            return time._replace(due=None, why=OPEN_YEAR)
    return time


_SOON = timedelta(days=183)
OPEN_YEAR = "không ghi năm, ngày này của năm ban hành đã qua"


@dataclass(frozen=True, slots=True)
class _Times:
    """The times of a document, sorted, in its text with the citations blotted out."""

    text: str
    found: list[Time]
    starts: list[int]
    day: Day
    years: Years

    def day_at(self, place: int) -> Day:
        """The day of the document, with the year that a date without one means at a place."""
        headed = self.years.at(place)
        return Day(self.day.date, headed or self.day.year, headed is not None)

    def inside(self, start: int, end: int) -> list[Time]:
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [time for time in self.found[first:last] if time.end <= end] if first < last else []

    def told(self, span: Span) -> list[Time]:
        return told(self.inside(*span))


def find_deadlines(
    document: Document,
    stretches: list[tuple[int, int]],
    root: Node,
    tasks: list[Found],
    citations: tuple[Citation, ...],
    header: Header,
) -> tuple[Deadline, ...]:
    """The deadlines of a document, in reading order, each once: what says best when something is due comes first."""
    seen = _times(document, stretches, root, citations, header)
    kept: dict[tuple[int, int], Deadline] = {}
    for deadline in (
        *_in_columns(root, document, seen, citations),
        *_on_time_lines(root, seen, document.text, citations),
        *_in_tasks(tasks, seen, document.text),
        *_by_their_words(root, seen, document.text),
    ):
        kept.setdefault((deadline.start, deadline.end), deadline)
    return tuple(sorted(kept.values(), key=lambda deadline: deadline.start))


def _times(
    document: Document,
    stretches: list[tuple[int, int]],
    root: Node,
    citations: tuple[Citation, ...],
    header: Header,
) -> _Times:
    masked = without_citations(document.text, citations)
    issued = int(header.date[:4]) if header.date else None
    day = day_of(header)
    if day.year is None:
        day = day._replace(year=_only_year(masked))
    seen = _Times(masked, [], [], day, years_of(root, document, issued))
    for start, end in stretches:
        day = seen.day_at(start)
        seen.found.extend(in_year(moved(time, start), day) for time in times(masked[start:end], day.year))
    seen.starts.extend(time.start for time in seen.found)
    return seen


_FULL_DATE = re.compile(
    r"(?<![\d/])\d{1,2}[/.-]\d{1,2}[/.-]((?:19|20)\d{2})(?!\d)|tháng \d{1,2} năm ((?:19|20)\d{2})(?!\d)"
)


def _only_year(text: str) -> int | None:
    """The year of a text that tells neither its day nor its year: that of all its dates, if they name only one.

    >>> _only_year("từ ngày 6/11 đến ngày 11/11/2023"), _only_year("30/4/1975 - 30/4/2025")
    (2023, None)
    """
    years = {found[1] or found[2] for found in _FULL_DATE.finditer(text)}
    return int(years.pop()) if len(years) == 1 else None


def without_citations(text: str, citations: tuple[Citation, ...]) -> str:
    """`text` with every character of a citation blotted out, the rest at its place: its dates and numbers say nothing
    of what is to be done."""
    pieces, here = [], 0
    for citation in citations:
        if citation.start >= here:
            pieces += [text[here : citation.start], _BLOT * (citation.end - citation.start)]
            here = citation.end
    return "".join([*pieces, text[here:]])


def _in_columns(
    root: Node, document: Document, seen: _Times, citations: tuple[Citation, ...]
) -> Iterator[Deadline]:
    for node in root.walk():
        if node.kind != "table" or node.block is None:
            continue
        for cell in time_cells(node.block, document):
            day = seen.day_at(cell.start)
            found = _only_begun(
                seen.text[cell.start : cell.end],
                [in_year(time, day) for time in cell_times(seen.text[cell.start : cell.end], day.year)],
            )
            said = [
                as_deadline(document.text, moved(time, cell.start), "time_column", day)
                for time in told(found)
            ]
            yield from said or references(document.text, cell, citations)
        for head, words in crossed_heads(node.block, document):
            day = seen.day_at(head.start)
            for time in cell_times(words, day.year)[:1]:
                whole = in_year(time._replace(start=head.start, end=head.end), day)
                yield as_deadline(document.text, whole, "time_column", day)


_BEGINS = re.compile(r"\s*[Tt]ừ\s+(?:ngày\s+)?")
_RANGE = re.compile(r"\d\s*[-–→]\s*(?:ngày\s+)?\d")  # `Từ 02/02 - 13/02/2026`
_GOES_ON = re.compile(r"(?:\s*(?:,|và)?\s*(?:thường xuyên|trở đi|liên tục))?[\s.]*")
ONLY_BEGINS = "chỉ cho biết khi nào bắt đầu"


def _only_begun(cell: str, found: list[Time]) -> list[Time]:
    """The times of a cell; one that only tells when the work begins (`Từ quý II/2027`) has no last day."""
    if (
        len(found) != 1
        or not found[0].due
        or "đến" in cell
        or _RANGE.search(cell, found[0].start, found[0].end)
    ):
        return found
    time = found[0]
    opens = _BEGINS.match(cell)
    if not opens or time.start not in (opens.start(), opens.end()) or not _GOES_ON.fullmatch(cell, time.end):
        return found
    return [time._replace(start=len(cell) - len(cell.lstrip()), due=None, why=ONLY_BEGINS)]


def _on_time_lines(
    root: Node, seen: _Times, text: str, citations: tuple[Citation, ...]
) -> Iterator[Deadline]:
    for node in root.walk():
        for span in told_times(node):
            yield from (as_deadline(text, time, "time_line", seen.day) for time in _labelled(seen, span))
        if not seen.inside(node.start, node.stop) and not _TIME_HEADING.match(node.text):
            continue
        value = _time_value(node)
        if value is None:
            continue
        span = Span(node.start + value, node.stop)
        found = _labelled(seen, span) if value else seen.told(span)
        if value and (pointer := _pointer(seen.text, span, found)):
            yield from references(text, pointer, citations)
        for time in found:
            if not _FROM.search(text[node.start : time.start]):
                yield as_deadline(text, time, "time_line", seen.day)


def _labelled(seen: _Times, span: Span) -> list[Time]:
    """The times in a value that stands for a time, where a bare year is one too."""
    if found := seen.told(span):
        return found
    bare = cell_times(seen.text[span.start : span.end], seen.day_at(span.start).year)
    return [moved(time, span.start) for time in bare if time.grain in ("year", "month", "day")]


_SIGNS = re.compile(r"[\s:–-]*")
_POINTS = re.compile(r"(?:thực hiện )?theo(?!\w)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.\n]\s|\n")


def _pointer(text: str, value: Span, found: list[Time]) -> Span | None:
    """The part of a time line that may point at another document: all of one without a time; of one whose first
    sentence does (`Theo Thông báo số ... . Bắt đầu từ ngày ...`) that sentence, where it has no time."""
    start = _SIGNS.match(text, value.start, value.end).end()  # type: ignore[union-attr]
    if not found:
        return Span(start, value.end)
    end = _SENTENCE_END.search(text, start, value.end)
    if not end or end.end() > found[0].start or not _POINTS.match(text, start):
        return None
    return Span(start, end.start())


def _time_value(node: Node) -> int | None:
    """Where the value of a time line or time heading begins in the text of `node`; `None` for other nodes."""
    line = attribute_line(node) if node.marker or node.kind == "plain" else None
    if line and line[0] == "time":
        return line[1]
    if node.kind == "plain" and (said := time_told(node)):
        return said.start - node.start
    if node.children and purpose_of(node) != "goal":
        if is_time_heading(node.text):
            return 0
        if has_time_beside(node.text):
            return node.text.index("(")
    heading = label(node.text) or ""
    if ":" in node.text and _TIME_HEADING.match(heading) and purpose_of(node) != "goal":
        return len(heading)
    return _held_at(node)


# `3. Thời gian, địa điểm` over `- Khai giảng: lúc 7 giờ 30 ngày 06/6/2025`.
_AT = re.compile(
    r"(?:(?:vào|lúc|từ|buổi|sáng|chiều|tối) )*(?:\d{1,2} ?(?:giờ|h|g)(?: ?\d{2})?(?: ?phút)?,? ?)?"
    r"(?:(?:sáng|chiều|tối) )?(?:thứ \w+,? ?)?ngày \d",
    re.IGNORECASE,
)
_EVENT = re.compile(r"[^\W\d_][^:;.\d]{2,60}:\s*")


def _held_at(node: Node) -> int | None:
    over = node.parent
    if over is None or not over.marker or not _TIME_HEADING.match(over.text) or over.text.endswith("."):
        return None
    event = _EVENT.match(node.text)
    return event.end() if event and _AT.match(node.text, event.end()) else None


def _in_tasks(tasks: list[Found], seen: _Times, text: str) -> Iterator[Deadline]:
    shared: set[Span] = set()  # time lines and lead-ins, which many tasks have
    for task in tasks:
        own = Span(task.start, task.end)
        for span in (own, *(task.time_spans if task.rule != "table" else ())):
            if span != own and span in shared:
                continue
            shared.add(span)
            for time in seen.inside(*span):
                if governs(seen.text, span, time, seen.day):
                    yield as_deadline(text, time, "task" if span == own else "lead_in", seen.day)


def _by_their_words(root: Node, seen: _Times, text: str) -> Iterator[Deadline]:
    for node in root.walk():
        if node.block is None or node.kind == "table":
            continue
        for time in seen.inside(node.start, node.stop):
            if stated(seen.text, time, seen.day) and purpose_of(node) != "report":
                yield as_deadline(text, time, "bound_word", seen.day)
