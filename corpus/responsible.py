"""The bodies that a document makes responsible for its tasks (cơ quan chủ trì, phối hợp), each at its place."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.seats import Identity, Mention, Seat, identify, seat_of
from extract.extraction import Extraction
from rulebook.dates import day_of


class MentionAt(Mention, Protocol):
    """A mention of a body with its name and its place in the text."""

    @property
    def name(self) -> str: ...
    @property
    def start(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Duty:
    """The bodies that a task has, each with the character at which the words end that it has it from."""

    names: Mapping[str, int]


def responsible(
    seat: Seat, mentions: Iterable[MentionAt], duties: Iterable[Duty]
) -> list[dict[str, Identity]]:
    """For each task of a document of that seat its bodies, by the names that the document has for them."""
    called: dict[str, list[MentionAt]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda one: one.start):
        called[mention.name].append(mention)
    known: dict[tuple[str, MentionAt | None], Identity] = {}
    found = []
    for duty in duties:
        meant = {name: _meant(called.get(name, ()), end) for name, end in duty.names.items()}
        for name, said in meant.items():
            if (name, said) not in known:
                known[name, said] = identify(name, said, seat)
        found.append({name: known[name, said] for name, said in meant.items()})
    return found


def responsible_in(extraction: Extraction) -> list[dict[str, Identity]]:
    """For each task of the document the bodies that lead or support it."""
    header = extraction.header
    issuers = [citation.issuer for citation in extraction.citations]
    places = [agency.place for agency in extraction.agencies if agency.level == "province"]
    seat = seat_of(header.issuer, day_of(header.date), around(header.parent, issuers, places))
    duties = [
        duty_of(task.end, (*task.lead, *task.support), [(one.value, one.end) for one in task.origins])
        for task in extraction.tasks
    ]
    return responsible(seat, extraction.agencies, duties)


def duty_of(end: int, names: Iterable[str], origins: Iterable[tuple[str, int]]) -> Duty:
    """What a task that ends at `end` names; `origins` are the values of its fields, each with the end of its words."""
    said = dict(origins)
    return Duty({name: said.get(name, end) for name in names})


def around(parent: str | None, issuers: Iterable[str | None], places: Iterable[str | None]) -> list[str]:
    """The names with places by which a document tells in which province it was written."""
    return list(dict.fromkeys(name for name in (parent, *issuers, *places) if name))


def _meant(mentions: Sequence[MentionAt], end: int) -> MentionAt | None:
    """The last mention that begins before `end`, else the first after it."""
    at = bisect_left(mentions, end, key=lambda one: one.start)
    return mentions[max(at - 1, 0)] if mentions else None
