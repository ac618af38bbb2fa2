"""What stands before every page: the name of the server, and the headers that tell browsers what a page may do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request
from fastapi.responses import PlainTextResponse, Response

from nhiemvu.web.asked import language_of
from nhiemvu.web.forms import COOKIE
from nhiemvu.web.settings import LOCAL, Settings
from nhiemvu.web.words import say

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
    " font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
Next = Callable[[Request], Awaitable[Response]]


def guard(app: FastAPI, settings: Settings) -> None:
    """Put the checks and headers before all pages of the app."""

    @app.middleware("http")
    async def guarded(request: Request, call: Next) -> Response:
        if not is_ours(request.headers.get("host", ""), settings):
            lang = language_of(request)
            cause, remedy = "địa chỉ máy chủ không đúng", "mở trang theo địa chỉ mà nhiemvu serve in ra"
            answer: Response = PlainTextResponse(f"{say(cause, lang)}; {say(remedy, lang)}\n", 421)
        else:
            answer = await call(request)
        for name, value in HEADERS.items():
            answer.headers.setdefault(name, value)
        if not request.url.path.startswith("/static/"):
            answer.headers.setdefault("Cache-Control", "no-store")
        secret = getattr(request.state, "form_secret", None)
        if secret and secret != request.cookies.get(COOKIE):
            answer.set_cookie(COOKIE, secret, httponly=True, samesite="strict")
        return answer


def is_ours(host: str, settings: Settings) -> bool:
    """Whether a request is for this server by one of its names: on this machine alone, a page of somebody else whose
    name leads here (DNS rebinding) is not let in.

    >>> settings = Settings(corpus="kho.db", files="kho.files")
    >>> is_ours("127.0.0.1:8000", settings), is_ours("localhost:8000", settings), is_ours("evil.example", settings)
    (True, True, False)
    """
    if settings.host not in LOCAL:
        return True
    name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
    return name.strip("[]") in LOCAL
