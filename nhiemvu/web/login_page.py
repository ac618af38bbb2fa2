"""Where one logs in, and out again (đăng nhập, đăng xuất)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Form, Query
from fastapi.responses import RedirectResponse, Response

from nhiemvu.web.asked import Anyone, Reads, signature
from nhiemvu.web.choices import local
from nhiemvu.web.cookies import drop_cookie, put_cookie
from nhiemvu.web.errors import RefusedError, TooOftenError
from nhiemvu.web.logging_in import log_in, log_out
from nhiemvu.web.pages import Pages
from nhiemvu.web.rendering import rendered
from nhiemvu.web.words import say_fault

pages = Pages()
_ADDRESS = 2000  # characters


@dataclass(frozen=True, slots=True)
class LoginView:
    """Where one goes afterwards, what was typed, and why it did not work the last time."""

    next: str
    name: str = ""
    cause: str = ""
    remedy: str = ""


@pages.get("/login", include_in_schema=False)
def ask(asked: Anyone, next: Annotated[str, Query(max_length=_ADDRESS)] = "/") -> Response:  # noqa: A002 as others call it
    """The form; who needs none goes on."""
    if asked.visitor.way != "nobody":
        return RedirectResponse(local(next), status_code=303)
    return rendered(asked, "login.html", LoginView(local(next)))


@pages.post("/login", include_in_schema=False)
def enter(
    asked: Anyone,
    name: Annotated[str, Form(max_length=200)] = "",
    password: Annotated[str, Form(max_length=2000)] = "",
    next: Annotated[str, Form(max_length=_ADDRESS)] = "/",  # noqa: A002
) -> Response:
    """Begin a session. One that the browser had before ends: a new person must not go on in it."""
    if not asked.settings.accounts:
        return RedirectResponse("/", status_code=303)
    try:
        secret = log_in(asked.corpus, name, password, asked.address)
    except (RefusedError, TooOftenError) as error:
        cause, remedy = (say_fault(part, asked.lang) for part in error.args)
        answer: Response = rendered(
            asked, "login.html", LoginView(local(next), name[:100], cause, remedy), error.status
        )
        answer.headers.update(getattr(error, "headers", {}))
        return answer
    _end(asked)
    answer = RedirectResponse(local(next), status_code=303)
    put_cookie(asked.request, answer, "session", secret)
    drop_cookie(asked.request, answer, "form")
    return answer


@pages.post("/logout", include_in_schema=False)
def leave(asked: Reads) -> Response:
    """End the session; its cookie is worth nothing from now on, wherever it is kept."""
    _end(asked)
    answer = RedirectResponse("/login" if asked.settings.accounts else "/", status_code=303)
    drop_cookie(asked.request, answer, "session")
    drop_cookie(asked.request, answer, "form")
    return answer


def _end(asked: Anyone) -> None:
    visitor = asked.visitor
    if visitor.way == "session":
        log_out(asked.corpus, visitor.secret, visitor.account, signature(asked.person), asked.address)
