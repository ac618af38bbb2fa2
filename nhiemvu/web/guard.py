"""What stands before every page: the name of the server, who comes in, what they send, and the headers that tell
browsers what a page may do. Whatever is not let in here reaches no page; a page that is forgotten is closed."""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.responses import PlainTextResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from nhiemvu.web.asked import language_of
from nhiemvu.web.bodies import FORM, Body, StoppedError, drained, too_large
from nhiemvu.web.cookies import put_cookie
from nhiemvu.web.errors import RefusedError, UnknownError, WebError
from nhiemvu.web.failures import answer_to, unforeseen
from nhiemvu.web.forms import refuse_foreign
from nhiemvu.web.hosts import address_of, is_ours, relayed
from nhiemvu.web.settings import Settings
from nhiemvu.web.visitors import NOBODY, Visitor, at_the_door, needs_a_look
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
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
_STATIC = "/static/"
_OPEN = ("/login", "/choices", "/favicon.ico")
_FOR_PROGRAMS = re.compile(r"\.(?:json|ics)$")
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def guard(app: FastAPI, settings: Settings) -> None:
    """Put the checks and headers before all pages of the app."""
    app.add_middleware(Guard, settings=settings)


class Guard:
    """The door, around the app."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app, self._settings = app, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        if self._settings.https:
            scope["scheme"] = "https"
        request = Request(scope)
        request.state.visitor = NOBODY
        request.state.address = address_of(request, self._settings)
        answering = _Answering(request, send, self._settings)
        refused = await self._refused(request)
        if refused is not None:
            await answering.last(refused, receive)
            return
        body = Body(receive, self._most(request))
        try:
            await self._app(scope, body.receive, answering.send_unless(body))
        except StoppedError:
            pass
        except Exception as error:
            if answering.begun:
                raise
            await answering.last(unforeseen(request, error), receive)
        if body.stopped and not answering.begun:
            await answering.last(answer_to(request, body.stopped), receive)

    async def _refused(self, request: Request) -> Response | None:
        """Why the request goes no further, if it does not."""
        if not is_ours(request.headers.get("host", ""), self._settings):
            lang = language_of(request)
            cause, remedy = "địa chỉ máy chủ không đúng", "mở trang theo địa chỉ mà nhiemvu serve in ra"
            return PlainTextResponse(f"{say(cause, lang)}; {say(remedy, lang)}\n", 421)
        if request.url.path.startswith(_STATIC):
            return None
        if not self._settings.accounts and relayed(request):
            cause = "máy chủ chuyển tiếp đang mở trang này cho máy khác mà không có tài khoản"
            return answer_to(request, RefusedError(cause, "chạy nhiemvu serve với --proxy"))
        try:
            await self._let_in(request)
            self._check_sent(request)
        except UnknownError as error:
            return _to_log_in(request, error)
        except WebError as error:
            return answer_to(request, error)
        return None

    async def _let_in(self, request: Request) -> None:
        """Find out who asks. Raises `UnknownError` where somebody has to say who they are."""
        if needs_a_look(request):
            request.state.visitor = await run_in_threadpool(at_the_door, request)
        else:
            request.state.visitor = at_the_door(request)
        visitor: Visitor = request.state.visitor
        shows_token = self._settings.accounts and "authorization" in request.headers
        if visitor.way == "nobody" and (shows_token or request.url.path not in _OPEN):
            raise UnknownError("cần đăng nhập", "đăng nhập, hoặc gửi mã truy cập còn hiệu lực")

    def _check_sent(self, request: Request) -> None:
        """Raise `WebError` for what comes from a page of somebody else, or is too large by its own account."""
        if request.method in _SAFE:
            return
        if request.state.visitor.way != "token":
            refuse_foreign(request, self._settings)
        said = request.headers.get("content-length", "0")
        most = self._most(request)
        if not said.isdecimal() or int(said[:20]) > most:
            raise too_large(most)

    def _most(self, request: Request) -> int:
        """How many bytes are taken: files of those who may hand them in, else a form."""
        files = request.headers.get("content-type", "").lower().startswith("multipart/form-data")
        may = request.state.visitor.role in ("editor", "admin")
        return max(FORM, self._settings.most_bytes + FORM) if files and may else FORM


class _Answering:
    """What goes back: with our headers, and nothing more once we have refused."""

    def __init__(self, request: Request, send: Send, settings: Settings) -> None:
        self._request, self._send, self._settings = request, send, settings
        self.begun = False

    def send_unless(self, body: Body) -> Send:
        """Sends what the app answers, unless its body was stopped: what it says then was made up of half a request."""

        async def send(message: Message) -> None:
            if not body.stopped:
                await self._put(message)

        return send

    async def last(self, answer: Response, receive: Receive) -> None:
        """Answer instead of the app; the rest of the request is thrown away, and the connection with it."""
        sends = self._request.method not in _SAFE
        if sends:
            answer.headers["Connection"] = "close"

        async def put(message: Message) -> None:
            last = message["type"] == "http.response.body" and not message.get("more_body", False)
            if sends and last:
                await self._put({**message, "more_body": True})
                await drained(receive)
                await self._put({"type": "http.response.body", "body": b""})
            else:
                await self._put(message)

        await answer(self._request.scope, receive, put)

    async def _put(self, message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            self._add_headers(MutableHeaders(scope=message))
        await self._send(message)

    def _add_headers(self, headers: MutableHeaders) -> None:
        for name, value in HEADERS.items():
            headers.setdefault(name, value)
        if self._settings.https:
            headers.setdefault("Strict-Transport-Security", "max-age=31536000")
        if not self._request.url.path.startswith(_STATIC):
            headers.setdefault("Cache-Control", "no-store")
        secret = getattr(self._request.state, "new_form_secret", None)
        if secret:
            carrier = Response()
            put_cookie(self._request, carrier, "form", secret)
            headers.append("Set-Cookie", carrier.headers["set-cookie"])


def _to_log_in(request: Request, error: UnknownError) -> Response:
    """A browser goes to the page where one logs in, and back from there; a program is told what it lacks."""
    path = request.url.path
    if _FOR_PROGRAMS.search(path) or "authorization" in request.headers:
        answer = answer_to(request, error)
        scheme = "Basic" if path.endswith(".ics") else "Bearer"
        answer.headers["WWW-Authenticate"] = f'{scheme} realm="nhiemvu"'
        return answer
    here = path + (f"?{request.url.query}" if request.url.query else "")
    next_ = f"?next={quote(here, safe='/')}" if request.method in _SAFE and here != "/" else ""
    return RedirectResponse(f"/login{next_}", status_code=303)
