"""A running server and a real browser, for the tests of the web app."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

# Without these Chromium asks hosts of its own maker at every start.
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True, slots=True)
class Served:
    """A running server: its address, its corpus, the folder of files that were handed in."""

    url: str
    corpus_path: Path
    process: subprocess.Popen[str]

    @property
    def files(self) -> Path:
        """Where the server keeps files."""
        return self.corpus_path.with_suffix(".files")


@contextmanager
def serving(corpus: Path, *options: str, **environment: str) -> Iterator[Served]:
    """`nhiemvu serve` on a free port, as a user starts it, until the end of the `with`."""
    command = [sys.executable, "-m", "nhiemvu", "serve", "--corpus", str(corpus), "--port", "0", *options]
    process = subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=os.environ | environment
    )
    try:
        assert process.stderr is not None
        said = process.stderr.readline()
        found = re.search(r"http://\S+:\d+", said)
        assert found, said + process.stderr.read()
        yield Served(found[0], corpus, process)
    finally:
        process.terminate()
        process.communicate(timeout=30)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=[*_QUIET])
        yield browser
        browser.close()


@contextmanager
def new_page(browser: Browser, **options: Any) -> Iterator[Page]:
    """A page with cookies of its own. An error in a script, or one that a Content-Security-Policy stopped, fails."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "console", lambda said: wrong.append(said.text) if "Content Security Policy" in said.text else None
    )
    page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
    yield page
    context.close()
    assert wrong == []


@contextmanager
def serving_copy(corpus_path: str, folder: Path) -> Iterator[Served]:
    """A server whose corpus tests may change: a copy in `folder`."""
    target = folder / "kho.db"
    target.write_bytes(Path(corpus_path).read_bytes())
    with serving(target) as running:
        yield running
