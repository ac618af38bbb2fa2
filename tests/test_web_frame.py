"""What every page of the web app has: language, theme, headers, answers when something goes wrong."""

from __future__ import annotations

import re

import httpx
import pytest
from playwright.sync_api import Page, expect
from web_checks import axe, fits
from web_serving import Served


def test_the_home_page_speaks_vietnamese_and_english_by_the_switch(web: Served) -> None:
    with httpx.Client(base_url=web.url, follow_redirects=True, timeout=60) as client:
        home = client.get("/")
        assert home.status_code == 200
        assert '<html lang="vi"' in home.text
        token = re.search(r'name="csrf" value="(\w+)"', home.text)
        assert token
        chosen = {"csrf": token[1], "lang": "en", "back": "/search?q=a"}
        english = client.post("/choices", data=chosen)
        assert '<html lang="en"' in english.text
        assert english.url.path == "/search"


def test_a_form_that_is_not_ours_is_refused(web: Served) -> None:
    with httpx.Client(base_url=web.url, timeout=60) as client:
        client.get("/")
        answer = client.post("/choices", data={"lang": "en", "csrf": "0" * 64})
        assert answer.status_code == 403
        assert "lang" not in client.cookies


def test_every_answer_tells_browsers_what_a_page_may_do(web: Served) -> None:
    for path in ("/", "/nothing", "/search.json", "/openapi.json"):
        headers = httpx.get(web.url + path, timeout=60).headers
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert "server" not in headers


def test_a_page_of_somebody_else_whose_name_leads_here_is_not_let_in(web: Served) -> None:
    assert httpx.get(web.url, headers={"Host": "evil.example"}, timeout=60).status_code == 421


@pytest.mark.parametrize("path", ["/nothing", "/nothing.json"])
def test_what_is_not_there_is_told_in_both_faces(web: Served, path: str) -> None:
    answer = httpx.get(web.url + path, timeout=60)
    assert answer.status_code == 404
    assert "Không có trang này" in answer.text


@pytest.mark.needs("chromium")
def test_theme_and_language_are_kept_without_scripts(web: Served, no_script_page: Page) -> None:
    page = no_script_page
    page.goto(web.url)
    page.get_by_role("button", name="Giao diện tối").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    axe_free = page.get_by_role("link", name="Overview")
    expect(axe_free).to_be_visible()


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_frame_is_usable_by_everybody(web: Served, phone_page: Page, theme: str) -> None:
    phone_page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    phone_page.goto(web.url + "/nothing")
    axe(phone_page)
    fits(phone_page)


@pytest.mark.needs("chromium")
def test_a_slash_leads_into_the_search_box(web: Served, page: Page) -> None:
    page.goto(web.url)
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
