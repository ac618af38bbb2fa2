"""The description of the JSON (OpenAPI 3.1): made from the page functions, put in order for those who read it."""

from __future__ import annotations

import re
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute

from nhiemvu.web.pages import FAULTS

Described = dict[str, Any]

TAGS = {
    "search": "Tìm kiếm",
    "documents": "Văn bản",
    "agencies": "Cơ quan",
    "works": "Lược đồ",
    "plans": "Kế hoạch mới",
    "tasks": "Nhiệm vụ",
    "overview": "Tổng quan",
    "accounts": "Tài khoản",
}
"""The parts of the app, as staff call them."""


def operation_id(route: APIRoute) -> str:
    """The name of an operation in programs that are made from the description. It comes from method and address, which
    are promised, and not from the name of a function.

    >>> operation_id(APIRoute("/documents/{document_id}/gaps.json", lambda: None, methods=["GET"]))
    'get_documents_document_id_gaps'
    """
    path = re.sub(r"\.json$", "", route.path_format)
    return "_".join([min(route.methods or {"GET"}).lower(), *re.findall(r"[a-z0-9]+", path)])


def describe(app: FastAPI) -> None:
    """Let the app describe itself so."""
    made = app.openapi

    def described() -> Described:
        if app.openapi_schema is None:
            app.openapi_schema = _in_order(made())
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]


def operations(described: Described) -> list[tuple[str, str, Described]]:
    """Path, method and description of everything that can be asked, in the order of the addresses."""
    return [
        (path, method.upper(), operation)
        for path, methods in sorted(described["paths"].items())
        for method, operation in methods.items()
    ]


def _in_order(described: Described) -> Described:
    components = described.setdefault("components", {})
    components["securitySchemes"] = {
        "token": {
            "type": "http",
            "scheme": "bearer",
            "description": "A token of /account or `nhiemvu user token`.",
        }
    }
    described["security"] = [{}, {"token": []}]
    used = {tag for _, _, operation in operations(described) for tag in operation.get("tags", ())}
    described["tags"] = [{"name": tag} for tag in [*TAGS, *sorted(used - {*TAGS})] if tag in used]
    for _, _, operation in operations(described):
        said = operation.get("description", "").partition("\n\n")[0]
        _say_how_it_fails(operation)
        operation["summary"] = (
            " ".join(re.split(r"(?<=[.;])\s", said)[0].split()).rstrip(".;") or operation["summary"]
        )
    for unused in ("HTTPValidationError", "ValidationError"):
        components.get("schemas", {}).pop(unused, None)
    return described


def _say_how_it_fails(operation: Described) -> None:
    """What is no JSON fails in the same ways, as pages of the app; its framework's own words for it are left out."""
    answers = operation["responses"]
    for status, fault in FAULTS.items():
        said = answers.get(str(status), {}).get("content", {}).get("application/json", {}).get("schema", {})
        if str(status) not in answers or said.get("$ref", "").endswith("HTTPValidationError"):
            answers[str(status)] = {"description": fault["description"]}
