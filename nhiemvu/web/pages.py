"""`Pages`: one function, two faces. What a page function returns is shown as HTML at its path, and given as JSON at the
same path with `.json`; an action answers a form with a redirect, and a program with JSON.

    pages = Pages(tags=["documents"])

    @pages.page("/documents/{document_id}", "document.html")
    def document(asked: Reads, document_id: int) -> DocumentView: ...

    @pages.action("/documents/{document_id}/retry")
    def retry(asked: Edits, document_id: int, note: Annotated[str, Form()] = "") -> Done[ReadingView]: ...
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, get_args

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from nhiemvu.web.asked import Asked
from nhiemvu.web.errors import Faulty
from nhiemvu.web.notes import put_note
from nhiemvu.web.rendering import rendered

View = TypeVar("View")
Function = TypeVar("Function", bound=Callable[..., Any])

FAULTS: dict[int | str, dict[str, Any]] = {
    status: {"model": Faulty, "description": said}
    for status, said in (
        (400, "The request is not as HTTP asks, or its form is not from this server."),
        (401, "Nobody has logged in."),
        (403, "The person may not see or do this."),
        (404, "There is no such thing."),
        (409, "What was seen has changed in the meantime."),
        (413, "Too large."),
        (422, "What was typed cannot be understood."),
        (429, "Too often."),
    )
}
"""How each operation may fail, for its description."""


@dataclass(frozen=True, slots=True)
class Done(Generic[View]):
    """What an action did: the `view` that programs get, and for people where the browser goes and a `note` (a phrase of
    the word tables with its values) that stands once at the top of that page."""

    view: View
    location: str
    note: str = ""
    values: tuple[tuple[str, str], ...] = ()


class Pages(APIRouter):
    """The routes of one part of the app."""

    def page(self, path: str, template: str) -> Callable[[Function], Function]:
        """Show what the function returns at `path`, with this template, and as JSON (not for `/`, which is another name
        of a page). The function has an argument `asked`; it returns a view, or a
        `Response` of its own for HTML and JSON alike."""

        def register(function: Function) -> Function:
            signature = inspect.signature(function, eval_str=True)
            if path != "/":
                model = _model(signature.return_annotation)
                self.add_api_route(
                    path + ".json", function, methods=["GET"], response_model=model, responses=FAULTS
                )

            @functools.wraps(function)
            def shown(*args: Any, **named: Any) -> Response:
                asked: Asked = named["asked"]
                view = function(*args, **named)
                return view if isinstance(view, Response) else rendered(asked, template, view)

            shown.__signature__ = signature.replace(return_annotation=Response)  # type: ignore[attr-defined]
            self.add_api_route(path, shown, methods=["GET"], response_model=None, include_in_schema=False)
            return function

        return register

    def action(self, path: str) -> Callable[[Function], Function]:
        """Do what the function does when a form is sent to `path`, or a program posts to it with `.json`. The function
        has an argument `asked` (`Edits` or `Rules`) and returns `Done`."""

        def register(function: Function) -> Function:
            signature = inspect.signature(function, eval_str=True)
            (view,) = get_args(signature.return_annotation)

            @functools.wraps(function)
            def told(*args: Any, **named: Any) -> Any:
                return function(*args, **named).view

            told.__signature__ = signature.replace(return_annotation=view)  # type: ignore[attr-defined]
            self.add_api_route(path + ".json", told, methods=["POST"], response_model=view, responses=FAULTS)

            @functools.wraps(function)
            def done(*args: Any, **named: Any) -> Response:
                asked: Asked = named["asked"]
                did: Done[Any] = function(*args, **named)
                answer = RedirectResponse(did.location, status_code=303)
                if did.note:
                    put_note(answer, asked.say(did.note, **dict(did.values)))
                return answer

            done.__signature__ = signature.replace(return_annotation=Response)  # type: ignore[attr-defined]
            self.add_api_route(path, done, methods=["POST"], response_model=None, include_in_schema=False)
            return function

        return register


def _model(annotation: Any) -> Any:
    """The view among what a function may return."""
    views = [one for one in get_args(annotation) if not (inspect.isclass(one) and issubclass(one, Response))]
    return views[0] if len(views) == 1 and not hasattr(annotation, "__origin__") else annotation
