"""Who visits a server that has accounts, for the tests of the web app: as a browser without scripts, and as a program."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import httpx
from web_serving import Served, serving

from corpus import accounts, sessions
from corpus.store import Corpus
from nhiemvu.web.passwords import hashed
from nhiemvu.web.visitors import now

PASSWORD = "mùa xuân chín 2026"
PEOPLE = {"hoa": ("Nguyễn Thị Hoa", "admin"), "binh": ("Lê Bình", "editor"), "an": ("Trần An", "reader")}


def with_accounts(source: str, target: Path) -> Path:
    """A copy of a corpus in which the three people have accounts."""
    shutil.copy(source, target)
    with Corpus.open(target) as corpus, corpus.writing() as connection:
        for name, (full_name, role) in PEOPLE.items():
            accounts.add(connection, name, full_name, role, _hash())
    return target


@lru_cache(maxsize=1)
def _hash() -> str:
    return hashed(PASSWORD)


@contextmanager
def office(source: str, folder: Path, *options: str) -> Iterator[Served]:
    """A server that asks everybody to log in."""
    with serving(with_accounts(source, folder / "kho.db"), *(options or ("--accounts",))) as served:
        yield served


def browser_of(served: Served, name: str = "", **options: Any) -> httpx.Client:
    """A browser in which somebody has logged in; nobody where no name is given."""
    fresh = httpx.Client(base_url=served.url, timeout=30, **options)
    if name:
        with httpx.Client(base_url=served.url, timeout=30) as client:
            answer = post(client, "/login", at="/login", name=name, password=PASSWORD)
            assert answer.status_code == 303, answer.text
            fresh.cookies = client.cookies
    return fresh


def token_of(served: Served, name: str) -> str:
    """A new access token of somebody."""
    with Corpus.open(served.corpus_path) as corpus, corpus.writing() as connection:
        return sessions.make_token(connection, accounts.existing(connection, name).id, "kiểm thử", now())


def program_of(served: Served, name: str) -> httpx.Client:
    """A program that comes in by a token of somebody."""
    headers = {"Authorization": f"Bearer {token_of(served, name)}"}
    return httpx.Client(base_url=served.url, headers=headers, timeout=30)


def form_token(client: httpx.Client, at: str = "/account") -> str:
    """The token that the forms of a page have."""
    found = re.search(r'name="csrf" value="(\w+)"', client.get(at).text)
    assert found, at
    return found[1]


def post(client: httpx.Client, path: str, *, at: str = "/account", **fields: str) -> httpx.Response:
    """What a form of the page `at` is answered with when it is sent to `path`."""
    return client.post(path, data={"csrf": form_token(client, at), **fields})


@dataclass(frozen=True, slots=True)
class Posted:
    """A route that changes something: its address, with numbers in the place of parameters, and who may."""

    path: str
    role: str


def posted() -> list[Posted]:
    """Every route of the app that takes a POST, in the order of the addresses, read from the app itself."""
    from nhiemvu.web import asked
    from nhiemvu.web.app import ROUTERS

    doors = {asked.rules: "admin", asked.edits: "editor", asked.reads: "reader", asked.anyone: "anyone"}
    found = []
    for router in ROUTERS:
        for route in router.routes:
            if "POST" in (getattr(route, "methods", None) or ()):
                called = _called(route.dependant)  # type: ignore[attr-defined]
                role = next((name for door, name in doors.items() if door in called), "forgotten")
                found.append(Posted(re.sub(r"{\w+(?::\w+)?}", "1", route.path), role))  # type: ignore[attr-defined]
    return sorted(found, key=lambda one: one.path)


def _called(dependant: Any) -> set[Any]:
    return {one for inner in dependant.dependencies for one in ({inner.call} | _called(inner))}
