"""A client that hands files in and fills in forms as a browser without scripts does, for the tests of the web app."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
from web_serving import Served

_PATIENCE = 120  # seconds until a test gives up on a file


class Client:
    """Somebody at a browser of their own, who signs with `name`."""

    def __init__(self, client: httpx.Client, name: str = "") -> None:
        self.http = client
        self.token = self._token()
        if name:
            assert self.post("/choices", name=name, back="/plans").status_code == 303

    def _token(self) -> str:
        found = re.search(r'name="csrf" value="(\w+)"', self.http.get("/plans").text)
        assert found
        return found[1]

    def post(self, path: str, **fields: Any) -> httpx.Response:
        """Send a form."""
        return self.http.post(path, data=fields | {"csrf": self.token})

    def send(self, path: str, field: str, *files: tuple[str, bytes], **fields: Any) -> httpx.Response:
        """Send a form with files."""
        sent = [(field, (name, data)) for name, data in files]
        return self.http.post(path, data=fields | {"csrf": self.token}, files=sent)

    def hand_in(self, *files: tuple[str, bytes]) -> list[dict[str, Any]]:
        """Hand files in, and what has become of each so far."""
        answer = self.send("/plans.json", "files", *files)
        assert answer.status_code == 200, answer.text
        return list(answer.json()["readings"])

    def read(self, *files: tuple[str, bytes]) -> list[dict[str, Any]]:
        """Hand files in, and what became of each when that is done."""
        return [self.ended(one["id"]) for one in self.hand_in(*files)]

    def ended(self, reading: int) -> dict[str, Any]:
        """What became of a file, when that is done."""
        return self.until(reading, lambda one: not one["under_way"])

    def until(self, reading: int, so: Any) -> dict[str, Any]:
        """A file as it is when something holds of it."""
        last = time.monotonic() + _PATIENCE
        while time.monotonic() < last:
            one = self.json(f"/readings/{reading}")
            if so(one):
                return one
            time.sleep(0.1)
        raise AssertionError(one)

    def json(self, path: str, **query: Any) -> Any:
        """A page as JSON."""
        answer = self.http.get(f"{path}.json", params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()


@contextmanager
def client_of(served: Served, name: str = "") -> Iterator[Client]:
    """A client of a running server."""
    with httpx.Client(base_url=served.url, timeout=60) as http:
        yield Client(http, name)
