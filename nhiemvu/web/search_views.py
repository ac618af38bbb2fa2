"""What the search shows: the tasks that answer, by what they can be narrowed, and the agencies and documents named."""

from __future__ import annotations

from dataclasses import dataclass

from graph.highlight import Range
from nhiemvu.web.task_lines import TaskLine


@dataclass(frozen=True, slots=True)
class HitView:
    """A task that answers: `match` says how its words were found (`corpus.search`), empty in a list without a question;
    `highlights` are the characters of its quote that answer, first and one after the last."""

    task: TaskLine
    match: str
    highlights: tuple[Range, ...]

    @property
    def parts(self) -> list[tuple[str, bool]]:
        """The quote in pieces, each with whether it answers."""
        quote, at = self.task.quote, 0
        found: list[tuple[str, bool]] = []
        for start, end in self.highlights:
            found += [(quote[at:start], False), (quote[start:end], True)]
            at = end
        return [piece for piece in (*found, (quote[at:], False)) if piece[0]]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value by which the tasks can be narrowed, its name (a phrase, where it is no name of its own), and how many of
    those that match have it; missing where that is not counted."""

    value: str
    name: str
    number: int | None
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow: `field` is the parameter of the address, `title` its name as a phrase."""

    field: str
    title: str
    values: tuple[FacetValue, ...]
    phrases: bool

    @property
    def chosen(self) -> FacetValue | None:
        """The value that was chosen."""
        return next((one for one in self.values if one.chosen), None)


@dataclass(frozen=True, slots=True)
class AgencyHit:
    """An agency that the question names; `now` is who answers for it today, where that is another."""

    id: int
    name: str
    now: tuple[str, ...]
    leads: int
    supports: int


@dataclass(frozen=True, slots=True)
class DocumentHit:
    """A work that the question names by its number; `document_id` is the newest document of it in the corpus."""

    work_id: int
    document_id: int | None
    name: str
    title: str
    issuer: str
    date: str


@dataclass(frozen=True, slots=True)
class SearchView:
    """The answer. `total` tasks match, `exact` of them in every word; not more than `total` where `at_most`. `asked` is
    false where nothing was typed and nothing chosen; `next` is the cursor of the page after it."""

    q: str
    asked: bool
    tasks: tuple[HitView, ...]
    total: int
    exact: int
    at_most: bool
    facets: tuple[Facet, ...]
    agencies: tuple[AgencyHit, ...]
    documents: tuple[DocumentHit, ...]
    number_of_documents: int
    due_from: str
    due_to: str
    empty: bool
    next: str | None

    @property
    def chosen(self) -> list[Facet]:
        """The facets of which a value was chosen."""
        return [facet for facet in self.facets if facet.chosen]

    @property
    def narrowed(self) -> bool:
        """Whether anything rules tasks out."""
        return bool(self.chosen or self.due_from or self.due_to)
