"""What a page answers when it cannot: a status, a cause and a remedy, both in Vietnamese (`nhiemvu.web.words`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


class WebError(Exception):
    """Why a page is not shown: HTTP `status`, `cause` and `remedy`, and `what` it is about where that is a name."""

    status = 400
    what = ""

    def __init__(self, cause: str, remedy: str = "", status: int | None = None) -> None:
        super().__init__(cause, remedy)
        self.cause, self.remedy = cause, remedy
        self.status = status or self.status


class BadInputError(WebError):
    """What was typed cannot be understood."""

    status = 422


class NotFoundError(WebError):
    """There is no such thing."""

    status = 404


class RefusedError(WebError):
    """Somebody may not see or do this."""

    status = 403


class UnknownError(WebError):
    """Nobody has said who they are: a browser is led to the page where one logs in."""

    status = 401


class TooOftenError(WebError):
    """Somebody has to wait before they try again, for so many seconds."""

    status = 429

    def __init__(self, cause: str, remedy: str, seconds: int) -> None:
        super().__init__(cause, remedy)
        self.headers = {"Retry-After": str(seconds)}


class AgainError(WebError):
    """A form that has to be sent once more: it is shown again by `template` over `view`, with what was typed and with
    what is wrong; programs get the cause and the remedy."""

    def __init__(self, template: str, view: Any, cause: str, remedy: str, status: int) -> None:
        super().__init__(cause, remedy, status)
        self.template, self.view = template, view


@dataclass(frozen=True, slots=True)
class Fault:
    """Why something was not done, as JSON: cause and remedy, in the language of the request."""

    cause: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Faulty:
    """The body of every answer in JSON that is no success."""

    error: Fault
