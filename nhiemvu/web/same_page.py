"""Works that may be one (hai số của một văn bản): both side by side, to be joined or taken apart, signed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Form, Query

from corpus import join, queries
from corpus.facts import JoiningFact
from corpus.same import Suggestion, bare_number, suggestions
from corpus.statement import Signature
from nhiemvu.finding_words import sign_in_words
from nhiemvu.web.asked import Edits, Reads
from nhiemvu.web.errors import BadInputError
from nhiemvu.web.pages import Done, Pages
from nhiemvu.web.paging import After, Limit, cursor, number_of
from nhiemvu.web.shown import open_works
from nhiemvu.web.work_views import WorkName, work_name
from publish.words import Lang

pages = Pages(tags=["works"])

_MANY = 5_000  # works; among more only those of one number are compared

Key = Annotated[str, Form(min_length=1, max_length=2000, description="The `key` of a work.")]


@dataclass(frozen=True, slots=True)
class JoiningView:
    """What somebody said of two works: that they are one (`joined`) or not; `keys` by which they are named."""

    number: int
    keys: tuple[str, str]
    names: tuple[str, str]
    joined: bool
    by: str
    at: str
    note: str


@dataclass(frozen=True, slots=True)
class PairView:
    """Two works that may be one, what speaks for it and against it, and what was said of them before."""

    one: WorkName
    one_key: str
    other: WorkName
    other_key: str
    evidence: tuple[str, ...]
    score: float
    said: JoiningView | None


@dataclass(frozen=True, slots=True)
class SameView:
    """The pairs, the likeliest first, of the number `q` or of all, `total` of them; `too_many` works to compare all.
    `history` is what people said, the newest first."""

    q: str
    too_many: bool
    total: int
    pairs: tuple[PairView, ...]
    history: tuple[JoiningView, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class JoinedView:
    """Whether something was written down: `False` where it was so already."""

    news: bool


@pages.page("/same", "same.html")
def same(
    asked: Reads, q: Annotated[str, Query(max_length=200)] = "", after: After = "", limit: Limit = 50
) -> SameView:
    """The pairs of works that may be one, and what people said of such."""
    if q.strip() and bare_number(q) is None:
        raise BadInputError(
            "không có số nào trong những gì đã gõ", "gõ một số hoặc ký hiệu, ví dụ 152/QĐ-UBND"
        )
    with asked.corpus.reading() as connection:
        too_many = not q.strip() and queries.more_works_than(connection, _MANY)
        found = [] if too_many else suggestions(connection, q if q.strip() else None)
        works = {work.id: work for pair in found for work in (pair.one, pair.other)}
        shown = {work.id for work in open_works(asked, connection, list(works.values()))}
    found = [pair for pair in found if {pair.one.id, pair.other.id} <= shown]
    start = number_of(after)
    return SameView(
        q=q,
        too_many=too_many,
        total=len(found),
        pairs=tuple(_pair(one, asked.lang) for one in found[start : start + limit]),
        history=tuple(_joining(one) for one in asked.corpus.joinings()[:200]),
        next=cursor(start + limit) if len(found) > start + limit else None,
    )


@pages.action("/same")
def say_same(
    asked: Edits,
    one: Key,
    other: Key,
    joined: Annotated[bool, Form(description="That they are one; else that they are not.")],
    name: Annotated[str, Form(max_length=200)] = "",
    note: Annotated[str, Form(max_length=2000)] = "",
    q: Annotated[str, Form(max_length=200)] = "",
) -> Done[JoinedView]:
    """Write down that two works are one, or take that back. Raises `CorpusError` where nobody signs, and for works that
    are not there."""
    with asked.corpus.writing() as connection:
        signed = Signature(asked.person.name or name, note)
        news = join.say_same(connection, one, other, joined=joined, signature=signed)
        if news:
            asked.audit(connection, "join_works" if joined else "part_works", one, other=other, note=note)
    phrase = "Đã nối hai văn bản." if joined else "Đã tách hai văn bản."
    return Done(JoinedView(news), _back(q), phrase if news else "Đã ghi từ trước.")


def _back(q: str) -> str:
    return f"/same?{urlencode({'q': q})}" if q else "/same"


def _pair(pair: Suggestion, lang: Lang) -> PairView:
    return PairView(
        one=work_name(pair.one, lang),
        one_key=pair.one.key,
        other=work_name(pair.other, lang),
        other_key=pair.other.key,
        evidence=tuple(sign_in_words(one, lang) for one in pair.evidence),
        score=pair.score,
        said=_joining(pair.said) if pair.said else None,
    )


def _joining(said: JoiningFact) -> JoiningView:
    keys, names = (said.one, said.other), (said.one_name, said.other_name)
    at = said.said_at.isoformat(timespec="seconds")
    return JoiningView(said.id, keys, names, said.joined, said.by, at, said.note)
