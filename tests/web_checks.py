"""What holds for every page of the web app."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_GRAVE = {"serious", "critical"}


def axe(page: Page) -> None:
    """Assert that axe finds no serious violation of accessibility on the page as it stands."""
    found = Axe().run(page).response["violations"]
    grave = [
        f"{one['id']}: {one['help']}: {node['html'][:120]}"
        for one in found
        if one["impact"] in _GRAVE
        for node in one["nodes"]
    ]
    assert grave == []


def fits(page: Page) -> None:
    """Assert that nothing makes the page wider than its window."""
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
