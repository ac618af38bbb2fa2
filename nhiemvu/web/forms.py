"""Forms that only our own pages can send (chống giả mạo biểu mẫu, CSRF).

Each form holds a token that is bound to a secret in a cookie of the same browser: a page of somebody else can make a
browser send the cookie, but cannot read it.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

from fastapi import Request

from nhiemvu.web.errors import WebError

COOKIE = "form"
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def form_token(request: Request) -> str:
    """The token for the forms of this page."""
    if not hasattr(request.state, "form_secret"):
        request.state.form_secret = request.cookies.get(COOKIE) or secrets.token_urlsafe(24)
    return _token(request, request.state.form_secret)


async def check_form(request: Request) -> None:
    """Raise `WebError` for what was not sent by a form of our own, or by a program that shows the form's token."""
    if request.method in _SAFE:
        return
    given = request.headers.get("x-csrf-token", "")
    if not given and request.headers.get("content-type", "").startswith(_FORMS):
        given = str((await request.form()).get("csrf", ""))
    secret = request.cookies.get(COOKIE, "")
    foreign = request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none")
    if foreign or not secret or not hmac.compare_digest(given.encode(), _token(request, secret).encode()):
        raise WebError("biểu mẫu đã cũ hoặc không phải của trang này", "mở lại trang rồi gửi lại", 403)


def _token(request: Request, secret: str) -> str:
    key: bytes = request.app.state.key
    return hmac.new(key, secret.encode(), hashlib.sha256).hexdigest()
