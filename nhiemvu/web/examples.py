"""An example of what a schema describes, made from the schema alone (ví dụ của dữ liệu)."""

from __future__ import annotations

from typing import Any

from nhiemvu.web.openapi import Described

_DEEPEST = 6
_PLAIN: dict[str, Any] = {"integer": 1, "number": 0.5, "boolean": True, "null": None}
_WORDS = {
    "quote": "Thẩm định kinh phí trước ngày 20/4/2025.",
    "due": "2025-04-20",
    "date": "2025-02-27",
    "number": "22/KH-UBND",
    "document": "22/KH-UBND",
    "lead": "Sở Tài chính",
    "support": "Sở Nội vụ",
    "full_name": "Nguyễn Thị Hoa",
    "by": "Nguyễn Thị Hoa (hoa)",
    "section": "III.1.b",
    "password": "mùa xuân chín 2026",
    "again": "mùa xuân chín 2026",
    "q": "thẩm định kinh phí",
}


def example_of(schema: Described, described: Described, name: str = "", depth: int = 0) -> Any:
    """A value that the schema allows; what refers to itself ends in an empty list or nothing.

    >>> example_of({"type": "array", "items": {"type": "string"}}, {}, "lead")
    ['Sở Tài chính']
    >>> example_of({"anyOf": [{"type": "null"}, {"enum": ["done", "open"]}]}, {})
    'done'
    """
    schema = resolved(schema, described)
    for given in ("example", "const", "default"):
        if schema.get(given) not in (None, "", [], {}):
            return schema[given]
    if schema.get("examples") or schema.get("enum"):
        return (schema.get("examples") or schema["enum"])[0]
    choices = [one for key in ("anyOf", "oneOf", "allOf") for one in schema.get(key, ())]
    if choices:
        nothing = [one for one in choices if one.get("type") == "null"]
        some = [one for one in choices if one not in nothing]
        best = (nothing or some)[0] if depth >= _DEEPEST or not some else some[0]
        return example_of(best, described, name, depth)
    if schema.get("prefixItems"):
        return [example_of(one, described, name, depth + 1) for one in schema["prefixItems"]]
    if schema.get("type") == "array":
        items = schema.get("items") or {}
        return [example_of(items, described, name, depth + 1)] if items and depth < _DEEPEST else []
    if schema.get("type") == "object" or "properties" in schema:
        fields = schema.get("properties", {})
        return {key: example_of(one, described, key, depth + 1) for key, one in fields.items()}
    if schema.get("type") == "string":
        return _text(schema, name)
    return _PLAIN.get(str(schema.get("type")))


def resolved(schema: Described, described: Described) -> Described:
    """The schema that is meant, where it is named."""
    named = schema.get("$ref", "").rpartition("/")[2]
    return described["components"]["schemas"][named] if named else schema


def type_of(schema: Described, described: Described) -> str:
    """How the type of a value is written: `text`, `number or null`, `list of Found`.

    >>> type_of({"anyOf": [{"type": "array", "items": {"$ref": "#/components/schemas/Found"}}, {"type": "null"}]}, {})
    'list of Found or null'
    """
    if "$ref" in schema:
        return str(schema["$ref"].rpartition("/")[2])
    if "enum" in schema or "const" in schema:
        return " | ".join(str(one) or '""' for one in schema.get("enum", [schema.get("const")]))
    choices = [type_of(one, described) for key in ("anyOf", "oneOf") for one in schema.get(key, ())]
    if choices:
        return " or ".join(dict.fromkeys(choices))
    kind = schema.get("type", "any")
    if schema.get("prefixItems"):
        return f"[{', '.join(type_of(one, described) for one in schema['prefixItems'])}]"
    if kind == "array":
        return f"list of {type_of(schema.get('items') or {}, described)}"
    if kind == "string":
        return {"binary": "file", "date": "day", "date-time": "time"}.get(schema.get("format", ""), "text")
    return {"integer": "whole number", "boolean": "true or false"}.get(kind, str(kind))


def _text(schema: Described, name: str) -> str:
    if schema.get("format") == "date":
        return "2025-04-20"
    if schema.get("format") == "date-time" or name.endswith("_at") or name == "at":
        return "2026-03-02T01:30:00Z"
    return _WORDS.get(name, name or "…")
