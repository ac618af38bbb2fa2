"""`Asked`: who asks for a page, in which language, of which corpus.

A page function takes one of three: `Reads` whoever may come in, `Edits` who may also change, `Rules` who may also say
who comes in. Without accounts (`Settings.accounts`) everybody on this machine may do all, and signs with the name that
they typed.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import Depends, Request

from corpus import audit
from corpus.engine import Connection
from corpus.store import Corpus
from nhiemvu.web.errors import RefusedError, UnknownError
from nhiemvu.web.settings import Settings
from nhiemvu.web.visitors import NOBODY, Role, Visitor
from nhiemvu.web.words import say
from publish.words import Lang

Theme = Literal["", "light", "dark"]

ROLES: tuple[Role, ...] = ("reader", "editor", "admin")
"""Each may do what those before it may."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks: the `name` that signs what they change, empty where nobody said it yet, what they may do, and the name
    of their account, empty where none is needed."""

    name: str
    role: Role
    account: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a page function knows of the request, besides what it asks for itself."""

    request: Request
    corpus: Corpus
    settings: Settings
    person: Person
    lang: Lang
    theme: Theme

    def say(self, phrase: str, **values: object) -> str:
        """The phrase in the language of the request."""
        return say(phrase, self.lang, **values)

    def may(self, role: Role) -> bool:
        """Whether the person may do what this role may."""
        return ROLES.index(self.person.role) >= ROLES.index(role)

    def audit(self, connection: Connection, action: str, subject: str, **details: Any) -> None:
        """Write down who changed what, on the connection that changes it, so that both are kept or neither: `action`
        has its name in `corpus.audit.ACTIONS`, `subject` is what it was done to, as staff know it (`15/KH-UBND t3`),
        and the details are plain values."""
        done = audit.Done(signature(self.person), action, subject, self.address)
        audit.append(connection, done, details)

    @property
    def visitor(self) -> Visitor:
        """How we know who this is."""
        return getattr(self.request.state, "visitor", NOBODY)

    @property
    def address(self) -> str:
        """Where the request comes from."""
        return getattr(self.request.state, "address", "")

    def secret_ids(self) -> Collection[int]:
        """The documents that must not be shown: those with a stamp of secrecy, unless the server may show them."""
        from corpus.secrecy import secret_document_ids

        if self.settings.allow_secret:
            return ()
        with self.corpus.reading() as connection:
            return secret_document_ids(connection)


def language_of(request: Request) -> Lang:
    """The language: `?lang=en`, else that of the cookie, else Vietnamese."""
    asked = request.query_params.get("lang") or request.cookies.get("lang")
    return "en" if asked == "en" else "vi"


def theme_of(request: Request) -> Theme:
    """Light or dark, as somebody chose; empty where the system decides."""
    chosen = request.cookies.get("theme", "")
    return "dark" if chosen == "dark" else "light" if chosen == "light" else ""


def signature(person: Person) -> str:
    """How somebody stands in the audit trail: two may have one full name, so that of the account stands beside it.

    >>> signature(Person("Nguyễn Thị Hoa", "editor", "hoa")), signature(Person("Nguyễn Thị Hoa", "admin"))
    ('Nguyễn Thị Hoa (hoa)', 'Nguyễn Thị Hoa')
    """
    return f"{person.name} ({person.account})" if person.account else person.name


def asked_by(request: Request) -> Asked:
    """Whoever sends the request, also who has not logged in: for telling what went wrong."""
    state = request.app.state
    visitor: Visitor = getattr(request.state, "visitor", NOBODY)
    person = Person(visitor.name, visitor.role, visitor.account)
    return Asked(request, state.corpus, state.settings, person, language_of(request), theme_of(request))


# None of these waits for anything. As coroutines they are not handed to another thread and back: that takes longer than
# all else that they do.
async def anyone(request: Request) -> Asked:
    """Also who has not logged in: for the page where one does."""
    return asked_by(request)


async def reads(asked: Annotated[Asked, Depends(anyone)]) -> Asked:
    """Who may read. Raises `UnknownError`."""
    if asked.visitor.way == "nobody":
        raise UnknownError("cần đăng nhập", "đăng nhập, hoặc gửi mã truy cập còn hiệu lực")
    return asked


async def edits(asked: Annotated[Asked, Depends(reads)]) -> Asked:
    """Who may correct, tick and hand in files. Raises `RefusedError`."""
    return _at_least(asked, "editor")


async def rules(asked: Annotated[Asked, Depends(reads)]) -> Asked:
    """Who may say who comes in. Raises `RefusedError`."""
    return _at_least(asked, "admin")


def _at_least(asked: Asked, role: Role) -> Asked:
    if not asked.may(role):
        raise RefusedError("tài khoản này không được làm việc đó", "nhờ người quản trị cấp quyền")
    return asked


Anyone = Annotated[Asked, Depends(anyone)]
Reads = Annotated[Asked, Depends(reads)]
Edits = Annotated[Asked, Depends(edits)]
Rules = Annotated[Asked, Depends(rules)]
