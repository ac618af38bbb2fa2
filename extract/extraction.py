"""`Extraction`: what one document says, each fact with the characters it rests on.

Offsets index the normalised text of the document (`ingest.document.Document.text`). Dates are ISO 8601, as precise as
the document is (`2020-03-09`, `2020-03`). `rule` names the rule that found a fact; `confidence` (0 to 1) is how sure
that rule is. The field names are the keys of the published JSON and do not change within a schema version.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from ingest.document import Source

if TYPE_CHECKING:
    from extract.spans import Doc

SCHEMA = "nhiemvu/1"

Bound = Literal["before", "by", "during", "on"]
Status = Literal["resolved", "ambiguous", "unmatched", "self", "broken"]
Relation = Literal[
    "legal_basis",
    "carries_out",
    "on_proposal",
    "amends",
    "supplements",
    "replaces",
    "repeals",
    "guides",
    "attached_to",
    "mentions",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """An appendix or attached document in the same file (phụ lục, văn bản kèm theo): its `heading` as printed
    (`PHỤ LỤC I`, `KẾ HOẠCH`), its title in sentence case, and the characters that it covers."""

    heading: str
    title: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The formal parts of a document (thể thức, Nghị định 30/2020/NĐ-CP, Điều 8); `None` where it does not say.
    `parent` is the body over the issuer in the letterhead (cơ quan chủ quản), `urgency` (độ khẩn) and `secrecy` (độ
    mật) are the stamps as printed; `secrecy` is the highest of any letterhead in the file."""

    type: str | None = None
    number: str | None = None
    issuer: str | None = None
    place: str | None = None
    date: str | None = None
    title: str | None = None
    authority: str | None = None
    position: str | None = None
    signer: str | None = None
    recipients: tuple[str, ...] = ()
    parent: str | None = None
    urgency: str | None = None
    secrecy: str | None = None
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A node of the outline (bố cục): `id` is the path of markers (`V.1.a`), `marker` its own (`a`), `start` to
    `end` covers everything under it. `kind`: part, chapter, section, article, clause, point, roman, number, letter,
    dash, plus, appendix, attachment, unmarked."""

    id: str
    marker: str | None
    kind: str
    heading: str | None
    start: int
    end: int
    parent: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One mention of a legal or administrative document (viện dẫn). `symbol` to `date` are what this document says;
    `work` holds what the rulebook or the corpus know besides. `provisions` are those that the `pinpoint` names, one a
    line. `uri` identifies the work (FRBR, Akoma Ntoso); `why` says why the `status` is not plain."""

    quote: str
    start: int
    end: int
    symbol: str | None = None
    type: str | None = None
    title: str | None = None
    issuer: str | None = None
    date: str | None = None
    pinpoint: str | None = None
    provisions: tuple[str, ...] = ()
    relation: Relation = "mentions"
    uri: str | None = None
    status: Status = "unmatched"
    candidates: tuple[str, ...] = ()
    why: str = ""
    work: dict[str, Any] | None = None
    rule: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Words that point at a document without naming it (`Quyết định này`, `Nghị quyết nêu trên`, `Chương trình` after
    `sau đây gọi là Chương trình`); no citation of its own. `citation` is the index of the citation that is meant; where
    it is left open, `candidates` have the symbols and `why` the reason."""

    quote: str
    start: int
    end: int
    kind: Literal["self", "anaphora", "alias"]
    type: str | None = None
    pinpoint: str | None = None
    provisions: tuple[str, ...] = ()
    citation: int | None = None
    status: Status = "unmatched"
    candidates: tuple[str, ...] = ()
    why: str = ""


ChangeKind = Literal["amended", "supplemented", "replaced", "repealed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What the document tells of two documents that it cites: the one at index `by` changed the one at index `of` of
    the citations. Where only the year of the change is told, that is the `date` and `by` is missing."""

    quote: str
    start: int
    end: int
    kind: ChangeKind
    of: int
    by: int | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """One mention of a body (cơ quan). `name` is its full name without its place; `collective` marks a group of
    bodies (`các Sở, ban, ngành`), `members` the kinds or names it stands for. `kind` is one of
    `rulebook.known_bodies.KINDS`; `meant` the official names that a name nothing knows is probably a slip for."""

    quote: str
    start: int
    end: int
    name: str
    kind: str | None = None
    level: str | None = None
    place: str | None = None
    collective: bool = False
    members: tuple[str, ...] = ()
    meant: tuple[str, ...] = ()
    rule: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """When something must be done (thời hạn). `due` is the last day (YYYY-MM-DD); `recurrence` an RFC 5545 RRULE;
    `duration` ISO 8601 (`P36M`), counted from `anchor`, which beside a `recurrence` says in which month of each quarter
    (`tháng cuối quý`); `reference` the symbol of the document that fixes it.
    `last_day` is the day on which a duration ends, where the day is known from which it counts; `why`, one Vietnamese
    line, why a day is not known."""

    quote: str
    start: int
    end: int
    due: str | None = None
    bound: Bound | None = None
    recurrence: str | None = None
    duration: str | None = None
    working_days: bool = False
    anchor: str | None = None
    reference: str | None = None
    last_day: str | None = None
    why: str | None = None
    rule: str
    confidence: float = 1.0


How = Literal["own", "heading", "lead_in", "attribute", "assignment", "column", "preceding"]
Modality = Literal["assigned", "required", "requested", "responsible", "leads", "must", "may"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a field of a task comes from: the words at `start` to `end`, and in what kind of place they stand. `how`:
    `own` (the task's own words), `heading` (the heading that names bodies), `lead_in` (the paragraph that introduces
    the items), `attribute` (a line such as `Đơn vị chủ trì: ...` beside it), `assignment` (a block `Phân công thực
    hiện`), `column` (a cell of its row), `preceding` (the item before, with which an unmarked paragraph goes on)."""

    field: Literal["lead", "support", "due", "deliverable", "deliverable_to", "modality", "bases"]
    value: str
    how: How
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One action that the document makes somebody responsible for (nhiệm vụ). `lead` is cơ quan chủ trì, `support` cơ
    quan phối hợp; `due` repeats the values of its `deadlines`, which, like `citations` (those in its own text) and
    `bases` (those that it rests on, in its text or over it), are indices into the lists of the same extraction;
    `section` is the path of markers; `deliverable` the document to be produced (sản phẩm), `deliverable_to` who gets
    it; `modality` by what word it binds (giao, yêu cầu, đề nghị, có trách nhiệm, chủ trì, phải, có thể); `origins` say
    for each field which words it rests on."""

    id: str
    quote: str
    start: int
    end: int
    section: str | None = None
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    due: tuple[str, ...] = ()
    deadlines: tuple[int, ...] = ()
    citations: tuple[int, ...] = ()
    bases: tuple[int, ...] = ()
    deliverable: str | None = None
    deliverable_to: tuple[str, ...] = ()
    modality: Modality | None = None
    page: int | None = None
    rule: str
    origins: tuple[Origin, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A measurable goal (chỉ tiêu): `comparison` is one of `<`, `<=`, `=`, `>=`, `>`, `≈`. The ends of a range are two
    targets with one quote."""

    quote: str
    start: int
    end: int
    value: float | None = None
    unit: str | None = None
    comparison: str = "="
    due: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A sum of money (số tiền): `value` in units of the `currency` (ISO 4217), `scale` the word that multiplies it as
    it is written (`triệu`), empty where there is none. The ends of a range are two amounts with one quote."""

    quote: str
    start: int
    end: int
    value: float
    currency: str
    scale: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """Everything read out of one document. `text` is the normalised text, kept so that every quote can be shown in
    its place; it leaves the program only where it is asked for."""

    source: Source
    header: Header
    outline: tuple[Section, ...] = ()
    citations: tuple[Citation, ...] = ()
    references: tuple[Reference, ...] = ()
    changes: tuple[Change, ...] = ()
    agencies: tuple[Agency, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    tasks: tuple[Task, ...] = ()
    targets: tuple[Target, ...] = ()
    amounts: tuple[Amount, ...] = ()
    text: str = ""
    schema: str = SCHEMA

    def as_json(self, *, with_text: bool = False) -> dict[str, Any]:
        """The published JSON object, `schema` first; the text only with `with_text`."""
        names = [
            "schema",
            "source",
            *(f.name for f in fields(self) if f.name not in ("schema", "source", "text")),
        ]
        said = {name: _plain(getattr(self, name)) for name in names}
        return said | {"text": self.text} if with_text else said

    def to_spacy(self, text: str | None = None) -> Doc:
        """The extraction as a spaCy `Doc` with a span group for each kind of fact: see `extract.spans.to_spacy`. `text`
        is needed only where the extraction came without its text. Raises `ValueError` where the two do not fit."""
        from extract.spans import to_spacy

        return to_spacy(self if text is None else replace(self, text=text))


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {key: _plain(inner) for key, inner in asdict(value).items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    return value
