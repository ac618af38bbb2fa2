"""What programs can ask for (tài liệu của dữ liệu JSON), made from the description that the app gives of itself."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from fastapi import FastAPI
from fastapi.responses import Response

from nhiemvu.web.asked import Reads
from nhiemvu.web.examples import example_of, resolved, type_of
from nhiemvu.web.openapi import TAGS, Described, operations
from nhiemvu.web.pages import Pages
from nhiemvu.web.rendering import rendered

pages = Pages()


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A parameter or a field: its name, where it is sent (`path`, `query`, `form`; empty in an answer), its type,
    whether it must be there, what it is."""

    name: str
    place: str
    type: str
    required: bool
    description: str


@dataclass(frozen=True, slots=True)
class Operation:
    """Something that programs can ask for or do."""

    id: str
    method: str
    path: str
    summary: str
    description: str
    takes: tuple[FieldRow, ...]
    model: str
    request: str
    answer: str
    faults: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Model:
    """An object in answers."""

    name: str
    description: str
    fields: tuple[FieldRow, ...]


@dataclass(frozen=True, slots=True)
class DocsView:
    """Everything that can be asked, by part of the app, and the objects of the answers."""

    parts: tuple[tuple[str, tuple[Operation, ...]], ...]
    models: tuple[Model, ...]


@pages.get("/docs", include_in_schema=False)
def docs(asked: Reads) -> Response:
    """What programs can ask for."""
    return rendered(asked, "docs.html", _view(asked.request.app))


@lru_cache(maxsize=2)
def _view(app: FastAPI) -> DocsView:
    return view_of(app.openapi())


def view_of(described: Described) -> DocsView:
    """The description as the page shows it."""
    by_part: dict[str, list[Operation]] = {}
    for path, method, operation in operations(described):
        tag = (operation.get("tags") or ["other"])[0]
        by_part.setdefault(tag, []).append(_operation(path, method, operation, described))
    order = sorted(by_part, key=lambda tag: ([*TAGS, tag].index(tag), tag))
    schemas = described.get("components", {}).get("schemas", {})
    return DocsView(
        tuple((TAGS.get(tag, tag), tuple(by_part[tag])) for tag in order),
        tuple(
            _model(name, schema, described)
            for name, schema in sorted(schemas.items())
            if "properties" in schema
        ),
    )


def _operation(path: str, method: str, operation: Described, described: Described) -> Operation:
    form = _form(operation, described)
    takes = [_parameter(one, described) for one in operation.get("parameters", ())]
    answers = operation["responses"]
    schema = answers["200"].get("content", {}).get("application/json", {}).get("schema", {})
    faults = tuple(
        (code, one["description"]) for code, one in sorted(answers.items()) if not code.startswith("2")
    )
    return Operation(
        operation["operationId"],
        method,
        path,
        operation["summary"],
        operation.get("description", ""),
        (*takes, *_fields(form, "form", described)),
        type_of(schema, described) if schema else "",
        _request(path, method, operation, form, described),
        json.dumps(example_of(schema, described), ensure_ascii=False, indent=1) if schema else "",
        faults,
    )


def _form(operation: Described, described: Described) -> Described:
    """The schema of the form that an action takes; empty where it takes none."""
    content = operation.get("requestBody", {}).get("content", {})
    return next((resolved(one["schema"], described) for one in content.values()), {})


def _request(path: str, method: str, operation: Described, form: Described, described: Described) -> str:
    """How it is asked for on a command line."""
    given = {
        one["name"]: example_of(one["schema"], described, one["name"])
        for one in operation.get("parameters", ())
    }
    places = {one["name"]: one["in"] for one in operation.get("parameters", ())}
    for name, value in given.items():
        path = path.replace("{" + name + "}", str(value))
    required = {one["name"] for one in operation.get("parameters", ()) if one.get("required")}
    wanted = {
        name: value
        for name, value in given.items()
        if places[name] == "query" and (name in required or name == "q")
    }
    address = path + (f"?{urlencode(wanted)}" if wanted else "")
    lines = [f"curl -H 'Authorization: Bearer nv_...' '{address}'"]
    if method == "POST":
        values = example_of(form, described) if form else {}
        sent = [f"  --form-string '{name}={_plain(value)}'" for name, value in (values or {}).items()]
        lines = [f"curl -X POST -H 'Authorization: Bearer nv_...' '{address}'", *sent]
    return " \\\n".join(lines)


def _plain(value: Any) -> str:
    first = value[0] if isinstance(value, list) and value else value
    return "" if first is None else str(first)


def _parameter(one: Described, described: Described) -> FieldRow:
    said = one.get("description") or one["schema"].get("description", "")
    return FieldRow(
        one["name"], one["in"], type_of(one["schema"], described), one.get("required", False), said
    )


def _fields(schema: Described, place: str, described: Described) -> tuple[FieldRow, ...]:
    required = schema.get("required", ())
    return tuple(
        FieldRow(name, place, type_of(one, described), name in required, one.get("description", ""))
        for name, one in schema.get("properties", {}).items()
    )


def _model(name: str, schema: Described, described: Described) -> Model:
    return Model(name, schema.get("description", ""), _fields(schema, "", described))
