"""Forms that only our own pages can send (chống giả mạo biểu mẫu, CSRF).

Each form holds a token: of somebody who has logged in it is bound to the session, else to a secret that a signed cookie
of the same browser holds. A page of somebody else can make a browser send its cookies, but cannot read them or the
token. Besides, browsers say from which page a form comes, and that has to be one of ours. A program that shows an
access token needs none of this: no browser sends that on its own.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

from fastapi import Request

from nhiemvu.web.cookies import cookie_of
from nhiemvu.web.errors import WebError
from nhiemvu.web.hosts import origin_is_ours
from nhiemvu.web.settings import Settings
from nhiemvu.web.visitors import Visitor

_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_OUR_PAGES = ("same-origin", "none")  # `none`: typed by the person, as when a form is sent again


def form_token(request: Request) -> str:
    """The token for the forms of this page."""
    visitor: Visitor = request.state.visitor
    if visitor.way == "session":
        return _token(request, "session", visitor.secret)
    state = request.state
    if not hasattr(state, "form_secret"):
        state.form_secret = cookie_of(request, "form")
        if not state.form_secret:
            state.form_secret = state.new_form_secret = secrets.token_urlsafe(24)
    return _token(request, "form", state.form_secret)


async def check_form(request: Request) -> None:
    """Raise `WebError` for what was not sent by a form of our own, or by a program that shows the form's token."""
    if request.method in _SAFE or request.state.visitor.way == "token":
        return
    given = request.headers.get("x-csrf-token", "")
    if not given and request.headers.get("content-type", "").lower().startswith(_FORMS):
        given = str((await request.form()).get("csrf", ""))
    right = _expected(request)
    if not right or not hmac.compare_digest(given.encode("utf-8", "replace"), right.encode()):
        raise _foreign()


def refuse_foreign(request: Request, settings: Settings) -> None:
    """Raise `WebError` where the browser says that a page of somebody else sends this; before any of it is read."""
    origin = request.headers.get("origin")
    if origin is not None and not origin_is_ours(origin, request, settings):
        raise _foreign()
    if request.headers.get("sec-fetch-site", "same-origin") not in _OUR_PAGES:
        raise _foreign()


def _expected(request: Request) -> str:
    visitor: Visitor = request.state.visitor
    if visitor.way == "session":
        return _token(request, "session", visitor.secret)
    secret = cookie_of(request, "form")
    return _token(request, "form", secret) if secret else ""


def _foreign() -> WebError:
    return WebError("biểu mẫu đã cũ hoặc không phải của trang này", "mở lại trang rồi gửi lại", 403)


def _token(request: Request, kind: str, secret: str) -> str:
    key: bytes = request.app.state.key
    return hmac.new(key, f"{kind}:{secret}".encode(), hashlib.sha256).hexdigest()
