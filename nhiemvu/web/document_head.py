"""What stands over every tab of a document's page (đầu trang văn bản)."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.document_rows import Details
from corpus.facts import DocumentFact, WorkFact
from extract.extraction import Header
from nhiemvu.faults import said
from nhiemvu.web.asked import Asked
from publish.caption import caption
from publish.when import written
from publish.words import Lang


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A document in short: what it is called, by its own words; `file` is the name of its file without folders, and
    `warnings` are those of reading, in the language of the request."""

    id: int
    type: str | None
    number: str | None
    issuer: str | None
    date: str | None
    title: str | None
    file: str
    pages: int | None
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
        id=details.id,
        type=details.type,
        number=details.number,
        issuer=details.issuer,
        date=details.date,
        title=details.title,
        file=file_name(details.path),
        pages=details.pages,
        urgency=details.urgency,
        secrecy=details.secrecy,
        warnings=tuple(said(warning, asked.lang) for warning in details.warnings),
    )


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
