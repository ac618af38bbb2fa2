"""What somebody chooses once and a cookie keeps: the language, light or dark, and the name that signs changes."""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import Form
from fastapi.responses import RedirectResponse, Response

from corpus.words import storable
from nhiemvu.web.asked import Anyone
from nhiemvu.web.cookies import put_cookie
from nhiemvu.web.pages import Pages

pages = Pages()
_YEAR = 365 * 24 * 3600  # seconds


@pages.post("/choices", include_in_schema=False)
def choose(
    asked: Anyone,
    back: Annotated[str, Form()] = "/",
    lang: Annotated[Literal["", "vi", "en"], Form()] = "",
    theme: Annotated[Literal["", "light", "dark"], Form()] = "",
    name: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """Keep what was chosen, and go back to where it was chosen."""
    answer = RedirectResponse(local(back), status_code=303)
    if signs := " ".join(storable(name).split()):
        put_cookie(asked.request, answer, "name", signs)
    for cookie, value in (("lang", lang), ("theme", theme)):
        if value:
            answer.set_cookie(cookie, quote(value), max_age=_YEAR, httponly=True, samesite="lax")
    return answer


def local(address: str) -> str:
    """The address, if it is one of this server; else the home page.

    >>> local("/documents/3?tab=1"), local("//evil.example/"), local("https://evil.example/"), local("/\\\\evil")
    ('/documents/3?tab=1', '/', '/', '/')
    """
    ours = address.startswith("/") and not address.startswith("//") and "\\" not in address
    return address if ours and address.isprintable() else "/"
