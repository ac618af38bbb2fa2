"""Who is at the door (khách của máy chủ): found out before anything else of a request is read.

Without accounts (on this machine alone) it is whoever sits there, by the name that they typed. With accounts it is
somebody by a session (a signed cookie), by a token (`Authorization: Bearer ...`; calendars, which can do no better, by
`Basic` with the token as password), or nobody.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from fastapi import Request

from corpus import accounts, sessions
from corpus.engine import Connection
from corpus.store import Corpus
from nhiemvu.web.cookies import cookie_of
from nhiemvu.web.settings import Settings

Role = Literal["reader", "editor", "admin"]
Way = Literal["nobody", "here", "session", "token"]


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks, and how we know: their full name, their role, their account (its name and number) and, of a session,
    its secret."""

    way: Way
    name: str = ""
    role: Role = "reader"
    account: str = ""
    account_id: int = 0
    secret: str = ""


NOBODY = Visitor("nobody")


def now() -> datetime:
    """The time as the tables have it: UTC, without saying so."""
    return datetime.now(UTC).replace(tzinfo=None)


def needs_a_look(request: Request) -> bool:
    """Whether the corpus has to be asked who this is."""
    settings: Settings = request.app.state.settings
    return settings.accounts and bool(request.headers.get("authorization") or cookie_of(request, "session"))


def at_the_door(request: Request) -> Visitor:
    """Who asks. Somebody who shows a token that does not hold is nobody, whatever their cookies say."""
    settings: Settings = request.app.state.settings
    if not settings.accounts:
        return Visitor("here", cookie_of(request, "name"), "admin")
    if not needs_a_look(request):
        return NOBODY
    corpus: Corpus = request.app.state.corpus
    with corpus.reading() as connection:
        if request.headers.get("authorization"):
            return _by_token(connection, request)
        return _by_session(connection, cookie_of(request, "session"))


def _by_session(connection: Connection, secret: str) -> Visitor:
    session = sessions.find(connection, secret, now())
    account = accounts.with_id(connection, session.user_id) if session else None
    return _visitor("session", account, secret) if account else NOBODY


def _by_token(connection: Connection, request: Request) -> Visitor:
    name, secret = _shown(request)
    token = sessions.find_token(connection, secret, now()) if secret else None
    account = accounts.with_id(connection, token.user_id) if token else None
    if account is None or name not in (None, account.name):
        return NOBODY
    return _visitor("token", account, "")


def _visitor(way: Way, account: accounts.Account, secret: str) -> Visitor:
    return Visitor(way, account.full_name, account.role, account.name, account.id, secret)


def _shown(request: Request) -> tuple[str | None, str]:
    """The token that a program shows; with the name of the account where it shows one, too. Browsers send `Basic` on
    their own once it was typed, so that it opens calendars only, which change nothing."""
    scheme, _, value = request.headers["authorization"].partition(" ")
    if scheme.lower() == "bearer":
        return None, value.strip()
    if scheme.lower() == "basic" and request.method in ("GET", "HEAD") and request.url.path.endswith(".ics"):
        try:
            name, _, secret = base64.b64decode(value, validate=True).decode("utf-8").partition(":")
        except (binascii.Error, UnicodeDecodeError):
            return None, ""
        return name.strip().lower(), secret
    return None, ""
