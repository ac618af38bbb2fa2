"""`Asked`: who asks for a page, in which language, of which corpus.

A page function takes one of three: `Reads` whoever may come in, `Edits` who may also change, `Rules` who may also say
who comes in. Without accounts (`Settings.accounts`) everybody on this machine may do all, and signs with the name that
they typed.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Annotated, Any, Literal
from urllib.parse import unquote

from fastapi import Depends, Request

from corpus.store import Corpus
from nhiemvu.web.errors import RefusedError
from nhiemvu.web.settings import Settings
from nhiemvu.web.words import say
from publish.words import Lang

Role = Literal["reader", "editor", "admin"]
Theme = Literal["", "light", "dark"]

ROLES: tuple[Role, ...] = ("reader", "editor", "admin")
"""Each may do what those before it may."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks: the `name` that signs what they change, empty where nobody said it yet, and what they may do."""

    name: str
    role: Role


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

    def audit(self, action: str, subject: str, **details: Any) -> None:
        """Write down who changed what."""

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


def _person(request: Request) -> Person:
    return Person(unquote(request.cookies.get("name", ""))[:200].strip(), "admin")


def reads(request: Request) -> Asked:
    """Who may read."""
    state = request.app.state
    return Asked(
        request, state.corpus, state.settings, _person(request), language_of(request), theme_of(request)
    )


def edits(asked: Annotated[Asked, Depends(reads)]) -> Asked:
    """Who may correct, tick and hand in files. Raises `RefusedError`."""
    return _at_least(asked, "editor")


def rules(asked: Annotated[Asked, Depends(reads)]) -> Asked:
    """Who may say who comes in. Raises `RefusedError`."""
    return _at_least(asked, "admin")


def _at_least(asked: Asked, role: Role) -> Asked:
    if not asked.may(role):
        raise RefusedError("tài khoản này không được làm việc đó", "nhờ người quản trị cấp quyền")
    return asked


Reads = Annotated[Asked, Depends(reads)]
Edits = Annotated[Asked, Depends(edits)]
Rules = Annotated[Asked, Depends(rules)]
