"""What was read at a mark, in words: what somebody sees who points at it, and hears who cannot see it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from publish.citation_words import RELATIONS
from publish.when import value_in_words
from publish.words import Lang

Word = Callable[..., str]

LEVELS = {
    "central": "cấp trung ương",
    "region": "cấp khu vực",
    "province": "cấp tỉnh",
    "district": "cấp huyện",
    "commune": "cấp xã",
}
STATUSES = {
    "resolved": "có trong kho",
    "ambiguous": "chưa rõ là văn bản nào",
    "unmatched": "không có trong kho",
    "self": "chính văn bản này",
    "broken": "không đọc được số văn bản",
    "none": "không phải viện dẫn văn bản nào",
}


class Task(Protocol):
    """What is told of a task."""

    @property
    def id(self) -> str: ...
    @property
    def lead(self) -> tuple[str, ...]: ...
    @property
    def support(self) -> tuple[str, ...]: ...
    @property
    def due(self) -> tuple[str, ...]: ...


class Work(Protocol):
    """What is told of a work."""

    @property
    def name(self) -> str: ...


class Citation(Protocol):
    """What is told of a citation."""

    @property
    def relation(self) -> str: ...
    @property
    def pinpoint(self) -> str | None: ...
    @property
    def status(self) -> str: ...
    @property
    def work(self) -> Work | None: ...
    @property
    def candidates(self) -> tuple[Work, ...]: ...
    @property
    def why(self) -> str: ...


class Agency(Protocol):
    """What is told of a mention of a body."""

    @property
    def name(self) -> str: ...
    @property
    def place(self) -> str | None: ...
    @property
    def level(self) -> str | None: ...
    @property
    def collective(self) -> bool: ...


class Deadline(Protocol):
    """What is told of a deadline."""

    @property
    def meaning(self) -> str: ...
    @property
    def quote(self) -> str: ...


def task_note(task: Task, word: Word, lang: Lang) -> str:
    """Who leads it, who supports, until when."""
    said = []
    if task.lead:
        said.append(word("Chủ trì: {agencies}", agencies="; ".join(task.lead)))
    else:
        said.append(word("Chưa xác định cơ quan chủ trì"))
    if task.support:
        said.append(word("Phối hợp: {agencies}", agencies="; ".join(task.support)))
    if task.due:
        days = "; ".join(value_in_words(value, lang) for value in task.due)
        said.append(word("Thời hạn: {deadline}", deadline=days))
    return ". ".join(said)


def citation_note(cited: Citation, word: Word) -> str:
    """In which relation the document stands to what it cites, which work that is, and how sure that is."""
    said = [word(RELATIONS.get(cited.relation, cited.relation))]
    if cited.pinpoint:
        said.append(cited.pinpoint)
    if cited.candidates:
        names = "; ".join(one.name for one in cited.candidates)
        said.append(word("có thể là {names}", names=names))
    if cited.work:
        said.append(cited.work.name)
    said.append(word(STATUSES[cited.status]))
    if cited.why:
        said.append(word(cited.why))
    return word("Viện dẫn: {what}", what=", ".join(said))


def agency_note(agency: Agency, word: Word) -> str:
    """Which body is meant, where, and at which level."""
    said = [agency.name, *([agency.place] if agency.place else [])]
    if agency.level in LEVELS:
        said.append(word(LEVELS[agency.level]))
    if agency.collective:
        said.append(word("gọi chung nhiều cơ quan"))
    return word("Cơ quan: {what}", what=", ".join(said))


def deadline_note(due: Deadline, word: Word) -> str:
    """What day it means."""
    return word("Thời hạn: {deadline}", deadline=due.meaning or due.quote)
