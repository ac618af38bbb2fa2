"""The published JSON is what the published schema says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, ValidationError

from extract import extract
from extract.extraction import Extraction
from ingest import read_bytes
from publish.schema import json_schema

VALIDATOR = Draft202012Validator(json_schema())


def test_the_schema_is_one_and_has_a_version() -> None:
    Draft202012Validator.check_schema(json_schema())
    assert json_schema()["$id"] == "urn:nhiemvu:1"


@pytest.mark.parametrize("with_text", [False, True])
def test_what_a_plan_says_is_valid(plan: Extraction, with_text: bool) -> None:
    VALIDATOR.validate(json.loads(json.dumps(plan.as_json(with_text=with_text))))


def test_what_is_read_out_of_nothing_much_is_valid() -> None:
    VALIDATOR.validate(extract(read_bytes(b"hello", "a.txt")).as_json())


@pytest.mark.needs("shared")
def test_real_documents_are_valid(shared: Path) -> None:
    for path in sorted((shared / "seeds").glob("*.txt")):
        VALIDATOR.validate(
            json.loads(json.dumps(extract(read_bytes(path.read_bytes(), path.name)).as_json()))
        )


@pytest.mark.parametrize(
    "wrong",
    [
        {"schema": "nhiemvu/2"},
        {"header": None},
        {"tasks": [{"id": "t1"}]},
        {"deadlines": [{"quote": "x", "start": 0, "end": 1, "rule": "day", "bound": "after"}]},
    ],
)
def test_other_objects_are_not_valid(plan: Extraction, wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        VALIDATOR.validate(json.loads(json.dumps(plan.as_json() | wrong)))
