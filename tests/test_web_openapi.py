"""What the app says of its own JSON: it is whole, it is true, and nothing that fits it brings the server down."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, Verbosity, given, settings
from jsonschema import Draft202012Validator
from playwright.sync_api import Page, expect
from web_serving import Served
from web_visits import browser_of, office, program_of

from nhiemvu.web.app import application
from nhiemvu.web.docs_page import view_of
from nhiemvu.web.examples import example_of
from nhiemvu.web.openapi import operations
from nhiemvu.web.settings import Settings

DESCRIBED: dict[str, Any] = application(Settings(corpus="kho.db", files="kho.files")).openapi()
OPERATIONS = operations(DESCRIBED)
EXAMPLES = 6  # of each operation


@pytest.fixture(scope="module")
def door(sample_corpus: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server with accounts, for whatever the description allows."""
    with office(sample_corpus, tmp_path_factory.mktemp("openapi")) as served:
        yield served


def test_it_is_described_in_full() -> None:
    """Each operation says what it does, by a name of its own that comes from its address."""
    ids = [operation["operationId"] for _, _, operation in OPERATIONS]
    assert len(ids) == len(set(ids)) > 5
    assert {"get_search", "get_audit", "post_users", "post_users_name_off"} <= set(ids)
    for path, method, operation in OPERATIONS:
        words = [method.lower(), *re.findall(r"[a-z0-9]+", re.sub(r"\.json$", "", path))]
        assert operation["operationId"] == "_".join(words)
        assert len(operation["description"]) > 15, path
        assert operation["summary"], path
        assert operation["tags"], path
        assert {"400", "401", "403", "404", "409", "413", "422", "429"} <= set(operation["responses"]), path


def test_it_has_no_path_without_its_suffix() -> None:
    assert [path for path, _, _ in OPERATIONS if not re.search(r"\.\w+$", path)] == []


def test_every_model_says_what_it_is() -> None:
    models = DESCRIBED["components"]["schemas"]
    mute = [
        name for name, one in models.items() if not one.get("description") and not name.startswith("Body_")
    ]
    assert mute == []


def test_examples_are_what_they_are_examples_of() -> None:
    for path, _, operation in OPERATIONS:
        schema = operation["responses"]["200"].get("content", {}).get("application/json", {}).get("schema")
        if schema:
            whole = {**schema, "components": DESCRIBED["components"]}
            found = [
                error.message
                for error in Draft202012Validator(whole).iter_errors(example_of(schema, DESCRIBED))
            ]
            assert found == [], path


def test_every_operation_is_on_the_page() -> None:
    view = view_of(DESCRIBED)
    shown = [(one.path, one.method) for _, part in view.parts for one in part]
    assert sorted(shown) == sorted((path, method) for path, method, _ in OPERATIONS)
    assert all(one.request.startswith("curl ") for _, part in view.parts for one in part)


def test_the_description_that_is_served_is_this_one(door: Served) -> None:
    with program_of(door, "an") as program:
        served = program.get("/openapi.json").json()
    assert served == json.loads(json.dumps(DESCRIBED))


@pytest.mark.needs("chromium")
def test_a_reader_finds_a_call_without_scripts(door: Served, no_script_page: Page) -> None:
    page = no_script_page
    with browser_of(door, "an") as client:
        page.context.add_cookies([{"name": "session", "value": client.cookies["session"], "url": door.url}])
    page.goto(door.url)
    page.get_by_role("link", name="Dữ liệu JSON").click()
    page.get_by_role("link", name="GET /search.json").click()
    part = page.get_by_role("region", name="GET /search.json", exact=True)
    expect(part).to_be_in_viewport()
    part.get_by_text("Ví dụ").click()
    expect(part).to_contain_text("Authorization: Bearer")
    part.get_by_role("link", name="SearchView").click()
    expect(page.locator("#model-SearchView")).to_be_in_viewport()


@pytest.mark.parametrize(("path", "method"), [(path, method) for path, method, _ in OPERATIONS])
def test_whatever_fits_it_is_answered(door: Served, fuzz: Any, path: str, method: str) -> None:
    """No 5xx, and every answer is one of those that are described."""
    schema, headers = fuzz
    operation = schema[path][method]
    described = DESCRIBED["paths"][path][method.lower()]["responses"]
    quick = settings(
        max_examples=EXAMPLES,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        verbosity=Verbosity.quiet,
        suppress_health_check=list(HealthCheck),
    )

    @quick
    @given(case=operation.as_strategy())
    def ask(case: Any) -> None:
        answer = case.call(headers=headers)
        assert answer.status_code < 500, case.as_curl_command()
        assert str(answer.status_code) in {*described, "405"}, case.as_curl_command()

    ask()


@pytest.fixture(scope="module")
def fuzz(door: Served) -> tuple[Any, dict[str, str]]:
    """The description as schemathesis reads it, and how an administrator's program comes in."""
    with program_of(door, "hoa") as program:
        headers = {"Authorization": str(program.headers["Authorization"])}
    assert httpx.get(door.url + "/openapi.json", headers=headers, timeout=60).status_code == 200
    return schemathesis.openapi.from_url(door.url + "/openapi.json", headers=headers), headers
