"""A note that stands once at the top of the next page (thông báo một lần), carried by a cookie.

What the cookie holds is shown as text, whoever wrote it.
"""

from __future__ import annotations

from urllib.parse import quote, unquote

from fastapi import Request
from fastapi.responses import Response

_COOKIE = "note"
_LONGEST = 500  # characters


def put_note(answer: Response, note: str) -> None:
    """Let the next page show the note."""
    answer.set_cookie(_COOKIE, quote(note[:_LONGEST]), max_age=60, httponly=True, samesite="lax")


def note_of(request: Request) -> str:
    """The note that this page is to show; empty where there is none."""
    return unquote(request.cookies.get(_COOKIE, ""))[:_LONGEST]


def drop_note(answer: Response) -> None:
    """Let it not be shown again."""
    answer.delete_cookie(_COOKIE, httponly=True, samesite="lax")
