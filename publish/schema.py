"""The JSON Schema (draft 2020-12) of the JSON that is published for a document, made from the types that make it."""

from __future__ import annotations

from typing import Any

from extract.extraction import SCHEMA, Extraction


def json_schema() -> dict[str, Any]:
    """The schema of one parsed document; `$id` is its version, which `schema` in every document repeats.

    Keys that are not named in it may be added within a version; those that are named stay.
    """
    from pydantic import TypeAdapter

    schema = TypeAdapter(Extraction).json_schema(mode="serialization")
    schema["properties"]["schema"] = {"const": SCHEMA, "title": "Schema", "type": "string"}
    for part in schema["$defs"].values():
        part["required"] = list(part["properties"])
    schema["required"] = [name for name in schema["properties"] if name != "text"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{SCHEMA.replace('/', ':')}",
        **schema,
        "title": SCHEMA,
    }
