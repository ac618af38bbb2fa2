"""A checklist as a calendar (iCalendar, RFC 5545): one all-day event for each dated deadline of each task.

A deadline that comes back has its rule, beginning with its first day after the date of the document. Deadlines
without a day (a duration from an event, a reference to another document) have no place in a calendar: `undated`
counts the tasks that it leaves out. Identifiers are made of the document and the words of task and deadline, so
that a calendar that imports the file again updates its events and makes none twice. The same checklist gives the
same bytes.

An event cannot be done (RFC 5545, 3.8.1.11: that is for VTODO alone). So where somebody ticked a task its events say
so in their titles, and beside each stands a VTODO with STATUS, COMPLETED and PERCENT-COMPLETE for programs that have
tasks.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event, Todo

from corpus.facts import Progress
from extract.extraction import Deadline
from publish.caption import caption
from publish.checklist import Checklist, Row
from publish.columns import note, state, under, work
from publish.plain import plain, shortened
from publish.recurrence import read_rule
from publish.when import due_day, in_words
from publish.words import Lang, say
from rulebook.spelling import key

_SUMMARY = 120  # characters; calendars show one line
_NO_DATE = date(2000, 1, 1)  # the stamp of events where the document has no date


@dataclass(frozen=True, slots=True)
class Days:
    """When a deadline falls: its first day, and the parts of its rule where it comes back."""

    first: date
    rule: dict[str, object] | None = None


def write(checklist: Checklist, lang: Lang = "vi") -> bytes:
    """The file's bytes, UTF-8."""
    return write_together(caption(checklist.header, checklist.path, lang), [checklist], lang)


def write_together(name: str, checklists: Iterable[Checklist], lang: Lang = "vi") -> bytes:
    """Several checklists as one calendar of that name; the file's bytes, UTF-8."""
    calendar = Calendar()
    calendar.add("prodid", "-//nhiemvu//nhiemvu//VI")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", shortened(plain(name), _SUMMARY))
    events: dict[str, Event | Todo] = {}
    for checklist in checklists:
        for uid, component in _components(checklist, lang).items():
            events.setdefault(uid, component)
    for component in events.values():
        calendar.add_component(component)
    return bytes(calendar.to_ical())


def _components(checklist: Checklist, lang: Lang) -> dict[str, Event | Todo]:
    """What stands in the calendar of a checklist, by its identifiers."""
    events: dict[str, Event | Todo] = {}
    since = _since(checklist)
    for row in checklist.rows:
        for deadline in row.deadlines:
            days = days_of(deadline, since)
            if days:
                event = _event(checklist, row, deadline, days, lang)
                events.setdefault(str(event["uid"]), event)
                if row.progress and row.progress.state != "open":
                    todo = _todo(event, row.progress)
                    events.setdefault(str(todo["uid"]), todo)
    return events


def undated(checklist: Checklist) -> int:
    """How many tasks have no deadline that a calendar can show."""
    rows = {row.task: row for row in checklist.rows}.values()
    since = _since(checklist)
    return sum(not any(days_of(deadline, since) for deadline in row.deadlines) for row in rows)


def days_of(deadline: Deadline, since: date | None) -> Days | None:
    """When the deadline falls; one that comes back begins with its first day on or after `since`.

    >>> every_quarter = Deadline(quote="hằng quý", start=0, end=8, recurrence="FREQ=MONTHLY;INTERVAL=3", rule="")
    >>> days_of(every_quarter, date(2025, 2, 27))
    Days(first=datetime.date(2025, 3, 31), rule={'FREQ': 'MONTHLY', 'INTERVAL': 3, 'BYMONTHDAY': -1})
    """
    due = due_day(deadline)
    rule = read_rule(deadline.recurrence, deadline.anchor) if deadline.recurrence else None
    first = rule.first_day(since) if rule and since else None
    if rule and first:
        until = {"UNTIL": due} if due and due >= first else {}
        return Days(first, {**rule.for_calendar().as_parts(), **until})
    return Days(due) if due else None


def _event(checklist: Checklist, row: Row, deadline: Deadline, days: Days, lang: Lang) -> Event:
    event = Event()
    event.add("uid", _identifier(checklist, row, deadline))
    made = datetime.combine(_date_of(checklist) or _NO_DATE, time(), UTC)
    event.add("dtstamp", max(made, _at(row.progress)) if row.progress else made)
    if row.progress:
        event.add("last-modified", _at(row.progress))
    event.add("dtstart", days.first)
    event.add("dtend", days.first + timedelta(days=1))
    if days.rule:
        event.add("rrule", days.rule)
    event.add("summary", _summary(row, lang))
    event.add("description", _description(checklist, row, deadline, lang))
    if row.lead:
        event.add("categories", list(row.lead))
    event.add("transp", "TRANSPARENT")
    return event


def _todo(event: Event, progress: Progress) -> Todo:
    """What a program that has tasks shows of a deadline whose task is ticked: the same words and day, and how far."""
    todo = Todo()
    todo.add("uid", f"todo-{event['uid']}")
    for name in ("dtstamp", "last-modified", "summary", "description", "categories"):
        if name in event:
            todo[name] = event[name]
    todo.add("due", event.decoded("dtstart"))
    todo.add("related-to", str(event["uid"]))
    if progress.state == "done":
        todo.add("completed", _at(progress))
    todo.add("status", "COMPLETED" if progress.state == "done" else "IN-PROCESS")
    todo.add("percent-complete", 100 if progress.state == "done" else 50)
    return todo


def _at(progress: Progress) -> datetime:
    """When somebody said it."""
    return datetime.fromisoformat(progress.at).replace(tzinfo=UTC)


def _summary(row: Row, lang: Lang) -> str:
    lead = "; ".join(row.lead)
    named = not lead or key(row.work).startswith(key(lead))
    said = row.work if named else f"{lead}: {row.work}"
    ticked = f"[{state(row, lang)}] " if row.progress and row.progress.state != "open" else ""
    return shortened(f"{ticked}{said}", _SUMMARY)


def _description(checklist: Checklist, row: Row, deadline: Deadline, lang: Lang) -> str:
    lines = [work(row, lang), say("Thời hạn: {deadline}", lang, deadline=in_words(deadline, lang))]
    if row.progress:
        lines.append(say("Tình trạng: {state}", lang, state=state(row, lang)))
    if note(row):
        lines.append(say("Ghi chú: {note}", lang, note=note(row)))
    if row.lead:
        lines.append(say("Chủ trì: {agencies}", lang, agencies="; ".join(row.lead)))
    if row.support:
        lines.append(say("Phối hợp: {agencies}", lang, agencies="; ".join(row.support)))
    if row.bases:
        lines.append(say("Căn cứ: {bases}", lang, bases="; ".join(row.bases)))
    lines.append(under(checklist, lang))
    if row.place(lang):
        lines.append(say("Mục, trang: {place}", lang, place=row.place(lang)))
    return "\n".join(lines)


def _identifier(checklist: Checklist, row: Row, deadline: Deadline) -> str:
    header = checklist.header
    named = header.number and header.date and header.number[0] != "/"
    document = (header.issuer, header.number, header.date) if named else (checklist.sha256,)
    words = (*document, row.section, row.work, deadline.quote, deadline.due, deadline.recurrence)
    return hashlib.sha256("\n".join(word or "" for word in words).encode()).hexdigest()[:32] + "@nhiemvu"


def _date_of(checklist: Checklist) -> date | None:
    """The day of the document; the first one of its month or year where it says no more."""
    said = checklist.header.date or ""
    try:
        return date.fromisoformat(said + "-01-01"[len(said) - 4 :]) if len(said) >= 4 else None
    except ValueError:
        return None


def _since(checklist: Checklist) -> date | None:
    """The day from which deadlines that come back begin: that of the document, or the year of its first deadline."""
    first = min((row.due for row in checklist.rows if row.due), default=None)
    return _date_of(checklist) or (first and first.replace(month=1, day=1))
