"""The tables of the corpus, readable from top to bottom (các bảng của kho văn bản).

A document is held by what it contains (`documents.sha256`), and everything that was read out of it hangs on it:
sections, citations, agencies, deadlines, tasks, targets. Offsets index `documents.text`.

A work (`works`) is what a document is a copy of and what a citation means: `382/QĐ-UBND` of Lâm Đồng in 2022,
whether the corpus holds it or not. Between the two stands what was *said* of it (`descriptions`): each distinct
way of naming a work, once. Citations and documents point to a description, and only a description points to a
work, or to the candidates between which its words do not decide. So said and known stay apart, and a document
that comes later moves a few descriptions and not thousands of citations.

    documents ──┐                        ┌── works
                ├──> descriptions ───────┤
    citations ──┘                        └── description_candidates ──> works

What people say stands in a table of its own beside these and changes none of them: what was extracted can always be
replaced. That two works are one (`work_joinings`) names both by `works.key`, which outlives the rows; what else was put
right (`corrections`) names the work of the document, and in it the words.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    Index,
    MetaData,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from corpus.words import storable


class Said(TypeDecorator[str]):
    """Text as it was found. What no database can hold (half a surrogate pair out of a broken file name, NUL)
    becomes one other character, so that offsets stay."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The text that goes into the database."""
        return None if value is None else storable(value)


class Base(DeclarativeBase):
    """The base of all tables; constraints have names, so that a later migration can change them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {
        str: Said,
        list[str]: JSON,
        list[int]: JSON,
        list[dict[str, Any]]: JSON,
        dict[str, Any]: JSON,
    }


class Work(Base):
    """A work (văn bản, as an identity): issuer, type, number and year. `key` is its identity in one string, the
    other columns say what is known of it, from the document itself where the corpus holds it."""

    __tablename__ = "works"
    __table_args__ = (Index(None, "symbol_key", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    symbol: Mapped[str | None]
    symbol_key: Mapped[str | None]
    number_key: Mapped[str | None] = mapped_column(index=True)
    title_key: Mapped[str | None] = mapped_column(index=True)
    type: Mapped[str | None]
    issuer: Mapped[str | None]
    year: Mapped[int | None]
    date: Mapped[str | None] = mapped_column(String(10))
    title: Mapped[str | None]
    uri: Mapped[str | None] = mapped_column(index=True)


class Description(Base):
    """One way in which documents name a work (cách gọi). `fingerprint` holds all that was said, `scope` is the
    document whose words it is bound to, where they mean little outside it (`382/QĐ-UBND`, no issuer, no date)."""

    __tablename__ = "descriptions"

    id: Mapped[int] = mapped_column(primary_key=True)
    fingerprint: Mapped[str] = mapped_column(unique=True)
    symbol: Mapped[str | None]
    symbol_key: Mapped[str | None] = mapped_column(index=True)
    number_key: Mapped[str | None] = mapped_column(index=True)
    title_key: Mapped[str | None] = mapped_column(index=True)
    type: Mapped[str | None]
    issuer: Mapped[str | None]
    date: Mapped[str | None] = mapped_column(String(10))
    title: Mapped[str | None]
    year: Mapped[int | None]
    uri: Mapped[str | None]
    not_after: Mapped[int | None]
    scope: Mapped[str | None] = mapped_column(String(64))
    work_id: Mapped[int | None] = mapped_column(ForeignKey("works.id"), index=True)


class DescriptionCandidate(Base):
    """A work that a description may mean, where it may mean several, or one on too little evidence; `likeness` is how
    near it comes (`corpus.identity`), missing where an older version settled it."""

    __tablename__ = "description_candidates"

    description_id: Mapped[int] = mapped_column(
        ForeignKey("descriptions.id", ondelete="CASCADE"), primary_key=True
    )
    work_id: Mapped[int] = mapped_column(
        ForeignKey("works.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    likeness: Mapped[str | None] = mapped_column(String(16))


class WorkJoining(Base):
    """Somebody's word that two works are one, or, later, that they are not (nối hai văn bản là một). Rows are only
    added; for two works the last one holds. `one` and `other` are keys of works in alphabetical order, their names what
    the person saw."""

    __tablename__ = "work_joinings"
    __table_args__ = (CheckConstraint("one < other", name="order"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    one: Mapped[str] = mapped_column(index=True)
    other: Mapped[str] = mapped_column(index=True)
    one_name: Mapped[str]
    other_name: Mapped[str]
    joined: Mapped[bool]
    by: Mapped[str]
    note: Mapped[str]
    said_at: Mapped[datetime]


class Correction(Base):
    """Somebody's word that what was read out of a document is to be otherwise (sửa của người dùng). Rows are only
    added: of two about one thing the later holds, and a row of the kind `undo` takes back the one it `undoes`.

    What is meant is named by content: the work of the document (`work`, its key; `sha256` of the copy that the person
    saw) and the words (`quote` as seen, `fingerprint` for comparing; `context` tells words apart that stand there
    twice, `corpus.same_words`). `before` is what the person saw, `after` what is right; of the kind `progress` how far
    the task is (`open`, `doing`, `done`). `target` is the key of the work that is meant, or of that of the higher task.
    `document` is its name for people."""

    __tablename__ = "corrections"
    __table_args__ = (
        CheckConstraint(
            "kind IN ('lead', 'support', 'due', 'not_task', 'means', 'carries_out', 'same_agency', 'progress', 'undo')",
            name="kind",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    work: Mapped[str | None] = mapped_column(index=True)
    sha256: Mapped[str | None] = mapped_column(String(64), index=True)
    document: Mapped[str]
    quote: Mapped[str]
    fingerprint: Mapped[str]
    section: Mapped[str | None]
    context: Mapped[dict[str, Any]]
    before: Mapped[list[str]]
    after: Mapped[list[str]]
    target: Mapped[str | None] = mapped_column(index=True)
    undoes: Mapped[int | None] = mapped_column(ForeignKey("corrections.id"), index=True)
    by: Mapped[str]
    note: Mapped[str]
    said_at: Mapped[datetime]


class Document(Base):
    """A document that the corpus holds (văn bản có trong kho): its source, its header, its normalised text."""

    __tablename__ = "documents"
    __table_args__ = (Index("ix_documents_secrecy", "secrecy", sqlite_where=text("secrecy IS NOT NULL")),)

    id: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64), unique=True)
    path: Mapped[str]
    media_type: Mapped[str]
    reader: Mapped[str]
    pages: Mapped[int | None]
    warnings: Mapped[list[str]]
    type: Mapped[str | None]
    number: Mapped[str | None]
    issuer: Mapped[str | None]
    place: Mapped[str | None]
    date: Mapped[str | None] = mapped_column(String(10), index=True)
    title: Mapped[str | None]
    authority: Mapped[str | None]
    position: Mapped[str | None]
    signer: Mapped[str | None]
    recipients: Mapped[list[str]]
    parent: Mapped[str | None]
    urgency: Mapped[str | None]
    secrecy: Mapped[str | None]
    attachments: Mapped[list[dict[str, Any]]]
    uri: Mapped[str | None]
    text: Mapped[str]
    schema: Mapped[str]
    added_at: Mapped[datetime] = mapped_column(default=lambda: datetime.now(UTC).replace(tzinfo=None))
    description_id: Mapped[int] = mapped_column(ForeignKey("descriptions.id"), index=True)


class Part:
    """What every fact of a document has: the document, its place in the list, the characters it rests on."""

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-1)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), sort_order=-1)
    ordinal: Mapped[int] = mapped_column(sort_order=-1)
    start: Mapped[int] = mapped_column(sort_order=-1)
    end: Mapped[int] = mapped_column(sort_order=-1)


class Section(Part, Base):
    """A node of the outline (đề mục). `path` is its path of markers (`V.1.a`), `parent` the path of its parent."""

    __tablename__ = "sections"
    __table_args__ = (UniqueConstraint("document_id", "ordinal"), Index(None, "document_id", "start"))

    path: Mapped[str]
    marker: Mapped[str | None]
    kind: Mapped[str] = mapped_column(String(16))
    heading: Mapped[str | None]
    parent: Mapped[str | None]


class Citation(Part, Base):
    """A mention of a document (viện dẫn), as it was extracted; `description_id` leads to the work that is meant.
    `status` is what the document alone could tell; `section` the path of the innermost section around it. `said_on`
    repeats the date of the document, so that the newest that cite a work are found without reading all."""

    __tablename__ = "citations"
    __table_args__ = (
        UniqueConstraint("document_id", "ordinal"),
        Index(None, "description_id", "said_on", "document_id"),
        Index(None, "description_id", "relation"),
    )

    quote: Mapped[str]
    symbol: Mapped[str | None]
    type: Mapped[str | None]
    title: Mapped[str | None]
    issuer: Mapped[str | None]
    date: Mapped[str | None] = mapped_column(String(10))
    pinpoint: Mapped[str | None]
    relation: Mapped[str] = mapped_column(String(16))
    uri: Mapped[str | None]
    status: Mapped[str] = mapped_column(String(16))
    candidates: Mapped[list[str]]
    work: Mapped[dict[str, Any] | None]
    rule: Mapped[str]
    confidence: Mapped[float]
    section: Mapped[str | None]
    provisions: Mapped[list[str]] = mapped_column(server_default="[]")
    why: Mapped[str] = mapped_column(server_default="")
    description_id: Mapped[int] = mapped_column(ForeignKey("descriptions.id"))
    said_on: Mapped[str | None] = mapped_column(String(10))


class ToldChange(Part, Base):
    """What a document tells of two works that it cites: the one of `citation_id` was changed by that of `by_id`, or,
    where only the year is told, on `date`. What the document changes itself is the relation of its citation.
    `description_id` repeats that of the citation."""

    __tablename__ = "told_changes"
    __table_args__ = (UniqueConstraint("document_id", "ordinal"),)

    quote: Mapped[str]
    kind: Mapped[str] = mapped_column(String(16))
    citation_id: Mapped[int] = mapped_column(ForeignKey("citations.id", ondelete="CASCADE"), index=True)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("citations.id", ondelete="CASCADE"), index=True)
    date: Mapped[str | None] = mapped_column(String(10))
    description_id: Mapped[int | None] = mapped_column(index=True)


class Agency(Part, Base):
    """A mention of a body (cơ quan)."""

    __tablename__ = "agencies"
    __table_args__ = (UniqueConstraint("document_id", "ordinal"),)

    quote: Mapped[str]
    name: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str | None]
    level: Mapped[str | None]
    place: Mapped[str | None]
    collective: Mapped[bool]
    rule: Mapped[str]
    confidence: Mapped[float]
    members: Mapped[list[str]] = mapped_column(server_default="[]")
    meant: Mapped[list[str]] = mapped_column(server_default="[]")


class Deadline(Part, Base):
    """When something must be done (thời hạn); `due` is the last day, YYYY-MM-DD, `last_day` that of a duration."""

    __tablename__ = "deadlines"
    __table_args__ = (
        UniqueConstraint("document_id", "ordinal"),
        Index("ix_deadlines_last_day", "last_day", sqlite_where=text("last_day IS NOT NULL")),
    )

    quote: Mapped[str]
    due: Mapped[str | None] = mapped_column(String(10), index=True)
    bound: Mapped[str | None] = mapped_column(String(8))
    recurrence: Mapped[str | None]
    duration: Mapped[str | None]
    working_days: Mapped[bool]
    anchor: Mapped[str | None]
    reference: Mapped[str | None]
    rule: Mapped[str]
    confidence: Mapped[float]
    last_day: Mapped[str | None] = mapped_column(String(10))
    why: Mapped[str | None]


class Task(Part, Base):
    """An action that the document makes somebody responsible for (nhiệm vụ). `name` is its id in the extraction;
    `due` repeats the values of its deadlines, as the document orders them; `bases` are ordinals of its citations;
    `origins` say for each field which words it rests on."""

    __tablename__ = "tasks"
    __table_args__ = (UniqueConstraint("document_id", "ordinal"),)

    name: Mapped[str]
    quote: Mapped[str]
    section: Mapped[str | None]
    due: Mapped[list[str]]
    deliverable: Mapped[str | None]
    deliverable_to: Mapped[list[str]]
    modality: Mapped[str | None]
    bases: Mapped[list[int]]
    origins: Mapped[list[dict[str, Any]]]
    page: Mapped[int | None]
    rule: Mapped[str]
    confidence: Mapped[float]


class Body(Base):
    """A body at its place (cơ quan, ở một cấp và một nơi), whatever documents call it; several bodies named together
    are a `group`. `key` is its identity in one string, `agency` and `place` are ids of the rule data, which say from
    when to when it lives and who succeeds it; both are missing where nothing there knows it (`corpus.seats`)."""

    __tablename__ = "bodies"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    kind: Mapped[str | None]
    level: Mapped[str | None] = mapped_column(String(16))
    agency: Mapped[str | None] = mapped_column(index=True)
    place: Mapped[str | None] = mapped_column(index=True)
    place_name: Mapped[str | None]
    group: Mapped[bool]


class TaskBody(Base):
    """A body responsible for a task: role `lead` (chủ trì) or `support` (phối hợp), in the document's order. `name` is
    what the document calls it, `body_id` which body at which place is meant."""

    __tablename__ = "task_bodies"
    __table_args__ = (CheckConstraint("role IN ('lead', 'support')", name="role"),)

    task_id: Mapped[int] = mapped_column(ForeignKey("tasks.id", ondelete="CASCADE"), primary_key=True)
    role: Mapped[str] = mapped_column(String(8), primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(index=True)
    body_id: Mapped[int | None] = mapped_column(ForeignKey("bodies.id"), index=True)


class TaskDeadline(Base):
    """A deadline that governs a task."""

    __tablename__ = "task_deadlines"

    task_id: Mapped[int] = mapped_column(ForeignKey("tasks.id", ondelete="CASCADE"), primary_key=True)
    deadline_id: Mapped[int] = mapped_column(
        ForeignKey("deadlines.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class TaskCitation(Base):
    """A citation that stands in a task."""

    __tablename__ = "task_citations"

    task_id: Mapped[int] = mapped_column(ForeignKey("tasks.id", ondelete="CASCADE"), primary_key=True)
    citation_id: Mapped[int] = mapped_column(
        ForeignKey("citations.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class Target(Part, Base):
    """A measurable goal (chỉ tiêu)."""

    __tablename__ = "targets"
    __table_args__ = (UniqueConstraint("document_id", "ordinal"),)

    quote: Mapped[str]
    value: Mapped[float | None]
    unit: Mapped[str | None]
    comparison: Mapped[str] = mapped_column(String(2))
    due: Mapped[str | None] = mapped_column(String(10))
