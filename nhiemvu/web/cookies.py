"""The cookies that say who somebody is (phiên đăng nhập, họ tên đã ghi): set and read in one place.

Scripts cannot read them (`HttpOnly`), pages of others cannot send them along with a form (`SameSite=Lax`), and over
https they never go out in clear (`Secure`; the prefix `__Host-` lets no other host of the domain set one).
"""

from __future__ import annotations

from datetime import timedelta
from typing import Literal
from urllib.parse import quote, unquote

from fastapi import Request
from fastapi.responses import Response

from corpus.sessions import LASTS
from nhiemvu.web.settings import Settings
from nhiemvu.web.signing import signed, unsigned

Purpose = Literal["session", "name", "form"]
_KEPT: dict[Purpose, timedelta | None] = {"session": LASTS, "name": timedelta(days=365), "form": None}


def put_cookie(request: Request, answer: Response, purpose: Purpose, value: str) -> None:
    """Let the browser keep the value, signed."""
    settings: Settings = request.app.state.settings
    kept = _KEPT[purpose]
    answer.set_cookie(
        _name(settings, purpose),
        signed(request.app.state.key, purpose, quote(value, safe="")),
        max_age=int(kept.total_seconds()) if kept else None,
        httponly=True,
        samesite="lax",
        secure=settings.https,
    )


def cookie_of(request: Request, purpose: Purpose) -> str:
    """What the browser kept; empty where it has nothing that we signed."""
    text = request.cookies.get(_name(request.app.state.settings, purpose), "")
    return unquote(unsigned(request.app.state.key, purpose, text)) if text else ""


def drop_cookie(request: Request, answer: Response, purpose: Purpose) -> None:
    """Let the browser forget it."""
    settings: Settings = request.app.state.settings
    answer.delete_cookie(_name(settings, purpose), httponly=True, samesite="lax", secure=settings.https)


def _name(settings: Settings, purpose: Purpose) -> str:
    return f"__Host-{purpose}" if settings.https else purpose
