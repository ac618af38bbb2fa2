"""What is answered when something goes wrong: one page, or the same as JSON; never a traceback."""

from __future__ import annotations

import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from corpus.errors import CorpusError
from ingest.errors import ReadError
from nhiemvu.web.asked import asked_by, language_of
from nhiemvu.web.errors import AgainError, BadInputError, Fault, NotFoundError, WebError
from nhiemvu.web.rendering import rendered
from nhiemvu.web.words import say_fault
from publish.errors import PublishError

_NO_VALUE = "giá trị không hợp lệ: {}"
_LOG = logging.getLogger("nhiemvu.web")


def answer_failures(app: FastAPI) -> None:
    """Let the app answer every failure."""
    for kind in (WebError, CorpusError, ReadError, PublishError, RequestValidationError, HTTPException):
        app.add_exception_handler(kind, _answer)
    app.add_exception_handler(Exception, _answer_unforeseen)


async def _answer(request: Request, error: Exception) -> Response:
    return answer_to(request, _as_web_error(error))


async def _answer_unforeseen(request: Request, error: Exception) -> Response:
    return unforeseen(request, error)


def unforeseen(request: Request, error: Exception) -> Response:
    """The answer to a fault of the program itself, which is written to the log."""
    _LOG.error("%s %s", request.method, request.url.path, exc_info=error)
    return answer_to(request, WebError("lỗi bên trong", "thử lại, hoặc báo lỗi này", 500))


class _UnreadableError(WebError):
    """What the framework cannot make anything of, with the headers that HTTP asks for (`Allow`)."""

    def __init__(self, error: HTTPException) -> None:
        super().__init__("yêu cầu không đọc được", "kiểm tra lại địa chỉ", error.status_code)
        self.headers = dict(error.headers or {})


def _as_web_error(error: Exception) -> WebError:
    if isinstance(error, WebError):
        return error
    if isinstance(error, RequestValidationError):
        names = ", ".join(dict.fromkeys(str(one["loc"][-1]) for one in error.errors()))
        return BadInputError(_NO_VALUE.format(names), "xem lại những gì đã nhập")
    if isinstance(error, HTTPException):
        if error.status_code == 404:
            return NotFoundError("Không có trang này", "kiểm tra lại địa chỉ")
        if error.status_code == 413:
            return WebError("dữ liệu gửi lên quá lớn", "gửi từng tệp một, hoặc tách tệp", 413)
        return _UnreadableError(error)
    what, cause, remedy = error.args
    told = WebError(cause, remedy, 409 if isinstance(error, CorpusError) else 422)
    told.what = what
    return told


def answer_to(request: Request, error: WebError) -> Response:
    """The page, or the JSON, that says what went wrong."""
    lang = language_of(request)
    about = f"{error.what}: " if error.what else ""
    fault = Fault(about + say_fault(error.cause, lang), say_fault(error.remedy, lang))
    headers: dict[str, Any] = getattr(error, "headers", {})
    if request.url.path.endswith(".json"):
        body = {"error": {"cause": fault.cause, "remedy": fault.remedy}}
        return JSONResponse(body, error.status, headers=headers)
    if isinstance(error, AgainError):
        return rendered(asked_by(request), error.template, error.view, error.status)
    answer = rendered(asked_by(request), "error.html", fault, error.status)
    answer.headers.update(headers)
    return answer
