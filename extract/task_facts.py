"""Tasks with all that belongs to them: deadlines and citations tied to them by position, and for each field its origin
(nguồn gốc), the words of the document that it rests on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from extract.bodies import Span
from extract.deadlines import due_value
from extract.extraction import Citation, Deadline, How, Origin, Task
from extract.named import Named, only_names
from extract.own_tasks import Found
from ingest.document import Document

_CONFIDENCE = {"subject": 1.0, "request": 1.0, "table": 0.95, "part": 0.9, "opening": 0.85, "footnote": 0.85}
_OF_DEADLINE: dict[str, How] = {"lead_in": "lead_in", "time_line": "attribute", "time_column": "column"}
_NO_BASIS = frozenset({"amends", "supplements", "replaces", "repeals", "guides", "attached_to"})
_RESTS_ON = re.compile(
    r"(?<!\w)(?:theo|căn cứ|thực hiện|triển khai|trên cơ sở|tại|thi hành|chấp hành|quán triệt)(?!\w)[^;.:]*$",
    re.IGNORECASE,
)
_BEFORE = 90  # characters in which the word stands that makes a citation a basis


def told_tasks(
    found: list[Found], document: Document, deadlines: tuple[Deadline, ...], citations: tuple[Citation, ...]
) -> tuple[Task, ...]:
    """The tasks as they are published, numbered in reading order. `deadlines` and `citations` are those of the same
    document, in order."""
    facts = _Facts(
        document,
        deadlines,
        citations,
        [deadline.start for deadline in deadlines],
        [citation.start for citation in citations],
        {},
    )
    return tuple(facts.task(f"t{number}", task) for number, task in enumerate(found, 1))


class _Tied(NamedTuple):
    deadlines: tuple[int, ...]
    citations: tuple[int, ...]
    bases: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Facts:
    document: Document
    deadlines: tuple[Deadline, ...]
    citations: tuple[Citation, ...]
    due_starts: list[int]
    cited_starts: list[int]
    named: dict[tuple[str, Named], Origin]  # made so far: what a heading names, many tasks under it have

    def task(self, name: str, found: Found) -> Task:
        tied = self._tied(found)
        values = [value for place in tied.deadlines if (value := due_value(self.deadlines[place]))]
        return Task(
            id=name,
            quote=self._words(found.start, found.end),
            start=found.start,
            end=found.end,
            section=found.section,
            lead=only_names(found.lead),
            support=only_names(found.support),
            due=tuple(dict.fromkeys(values)),
            deadlines=tied.deadlines,
            citations=tied.citations,
            bases=tied.bases,
            deliverable=self._words(*found.deliverable) if found.deliverable else None,
            deliverable_to=only_names(found.deliverable_to),
            modality=found.binding.modality if found.binding else None,
            page=self.document.page_at(found.start),
            rule=found.rule,
            origins=tuple(self._origins(found, tied)),
            confidence=_CONFIDENCE.get(found.rule, 0.8),
        )

    def _tied(self, found: Found) -> _Tied:
        own = Span(found.start, found.end)
        over = _within(self.cited_starts, (own, *found.bases))
        return _Tied(
            _within(self.due_starts, (own, *found.time_spans)),
            _within(self.cited_starts, (own,)),
            tuple(place for place in over if self._is_basis(self.citations[place])),
        )

    def _is_basis(self, cited: Citation) -> bool:
        before = self.document.text[max(0, cited.start - _BEFORE) : cited.start].rpartition("\n")[2]
        return cited.relation not in _NO_BASIS and bool(
            cited.relation in ("legal_basis", "carries_out") or _RESTS_ON.search(before)
        )

    def _words(self, start: int, end: int) -> str:
        words = self.document.text[start:end]
        return " ".join(words.split()) if "\n" in words or "\t" in words else words.strip()

    def _origins(self, found: Found, tied: _Tied) -> Iterator[Origin]:
        for one in found.lead:
            yield self._of_name("lead", one)
        for one in found.support:
            yield self._of_name("support", one)
        for place in tied.deadlines:
            deadline = self.deadlines[place]
            if value := due_value(deadline):
                how = _how(found, deadline.start, _OF_DEADLINE.get(deadline.rule, "own"))
                yield self._origin("due", value, how, deadline.start, deadline.end)
        for place in tied.bases:
            cited = self.citations[place]
            how = _how(found, cited.start, "heading")
            yield self._origin("bases", cited.symbol or cited.quote, how, cited.start, cited.end)
        if found.deliverable:
            beside: How = "column" if found.rule == "table" else "attribute"
            start, end = found.deliverable
            yield self._origin("deliverable", self._words(start, end), _how(found, start, beside), start, end)
        for one in found.deliverable_to:
            yield self._of_name("deliverable_to", one)
        if found.binding:
            modality, (start, end) = found.binding
            yield self._origin("modality", modality, _how(found, start, "heading"), start, end)

    def _of_name(self, field: str, one: Named) -> Origin:
        known = self.named.get((field, one))
        if known is None:
            known = self.named[field, one] = self._origin(field, one.name, one.how, one.start, one.end)
        return known

    def _origin(self, field: str, value: str, how: How, start: int, end: int) -> Origin:
        return Origin(
            field=field,  # type: ignore[arg-type]
            value=value,
            how=how,
            quote=self._words(start, end),
            start=start,
            end=end,
        )


def _how(found: Found, start: int, outside: How) -> How:
    """Whether words stand in the task itself, or else in what kind of place."""
    return "own" if found.start <= start < found.end else outside


def _within(starts: list[int], spans: tuple[Span, ...]) -> tuple[int, ...]:
    """The places in a sorted list of offsets that fall into any of the spans."""
    if len(spans) == 1:
        (a, b) = spans[0]
        return tuple(range(bisect_left(starts, a), bisect_left(starts, b)))
    places: set[int] = set()
    for a, b in spans:
        first = bisect_left(starts, a)
        if first < len(starts) and starts[first] < b:
            places.update(range(first, bisect_left(starts, b, first)))
    return tuple(sorted(places))
