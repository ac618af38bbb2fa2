"""What stands over every tab of a document's page (đầu trang văn bản)."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from corpus.document_rows import Details
from corpus.facts import DocumentFact, WorkFact
from extract.extraction import Header
from nhiemvu.faults import said
from nhiemvu.web.asked import Asked
from publish.caption import caption
from publish.when import written
from publish.words import Lang


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What a document is called, by its own words; `file` is the name of its file without folders."""

    id: int
    type: str | None
    number: str | None
    issuer: str | None
    date: str | None
    title: str | None
    file: str
    pages: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head(Named):
    """A document in short; `warnings` are those of reading, in the language of the request."""

    urgency: str | None
    secrecy: str | None
    warnings: tuple[str, ...]

    def name(self, lang: Lang = "vi") -> str:
        """What it is called in one line."""
        header = Header(type=self.type, number=self.number, date=self.date, issuer=self.issuer)
        return caption(header, f"/{self.file}", lang)

    @property
    def short(self) -> str:
        """Its number, else its type and file: what stands in a tab of the browser."""
        return self.number or " ".join(part for part in (self.type, self.file) if part)


def head_of(asked: Asked, details: Details) -> Head:
    """What stands over the tabs of this document."""
    return Head(
        **named(details),
        urgency=details.urgency,
        secrecy=details.secrecy,
        warnings=tuple(said(warning, asked.lang) for warning in details.warnings),
    )


def named(one: DocumentFact | Details) -> dict[str, Any]:
    """The fields of `Named` for this document."""
    kept = (field.name for field in fields(Named) if field.name != "file")
    return {name: getattr(one, name) for name in kept} | {"file": file_name(one.path)}


def caption_of(one: DocumentFact | Details, lang: Lang) -> str:
    """What a document is called in one line."""
    header = Header(type=one.type, number=one.number, date=one.date, issuer=one.issuer)
    return caption(header, f"/{file_name(one.path)}", lang)


def work_name(work: WorkFact, lang: Lang) -> str:
    """What a work is called in one line: its symbol, or its type and title, its day, its issuer."""
    called = work.symbol or " ".join(part for part in (work.type, work.title) if part)
    when = written(work.date or (str(work.year) if work.year else ""), lang)
    return ", ".join(part for part in (called, when, work.issuer) if part)


def file_name(path: str) -> str:
    """The name of a file without its folders, which are nobody's business.

    >>> file_name("/home/hoa/van-ban-den/ho-so.zip/kh22.docx"), file_name("C:\\\\vb\\\\kh22.docx")
    ('kh22.docx', 'kh22.docx')
    """
    return path.replace("\\", "/").rstrip("/").rpartition("/")[2] or path


def told(asked: Asked, cause: str) -> str:
    """Why something is not shown, in the language of the request."""
    in_words = asked.say(cause)
    return said(cause, asked.lang) if in_words == cause else in_words
