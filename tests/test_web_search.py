"""The search page as a user has it: with and without scripts, on a phone, in both languages."""

from __future__ import annotations

import json
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect
from web_checks import axe, fits
from web_serving import Served

browser_test = pytest.mark.needs("chromium")


def got(web: Served, path: str) -> dict[str, object]:
    with urlopen(web.url + path) as answer:
        read: dict[str, object] = json.load(answer)
        return read


def asked(web: Served, words: str, more: str = "") -> dict[str, object]:
    return got(web, f"/search.json?q={quote(words)}{more}")


def hits(view: dict[str, object]) -> list[dict[str, dict[str, object]]]:
    tasks = view["tasks"]
    assert isinstance(tasks, list)
    return tasks


def test_with_diacritics_and_without_the_same_words_are_marked(web: Served) -> None:
    for words in ("chữa cháy", "chua chay"):
        found = hits(asked(web, words))
        assert found
        for hit in found:
            said = str(hit["task"]["quote"])
            marks = [said[start:end].lower() for start, end in hit["highlights"]]  # type: ignore[misc]
            assert any("chữa cháy" in mark for mark in marks)


def test_facets_count_what_they_choose(web: Served) -> None:
    every = asked(web, "chữa cháy")
    facets = every["facets"]
    assert isinstance(facets, list)
    assert every["exact"] == every["total"]
    seen = set()
    for facet in facets:
        for value in facet["values"]:
            narrowed = asked(web, "chữa cháy", f"&{facet['field']}={quote(value['value'])}")
            if facet["field"] != "now":  # words decide which agency of today has a task
                assert narrowed["exact"] == value["number"], (facet["field"], value)
            seen.add(facet["field"])
    assert {"status", "level", "type", "period", "agency", "now", "province"} <= seen


def test_an_agency_of_today_has_what_it_took_over(web: Served) -> None:
    facet = next(one for one in asked(web, "chữa cháy")["facets"] if one["field"] == "now")  # type: ignore[attr-defined]
    for value in facet["values"]:
        for hit in hits(asked(web, "chữa cháy", f"&now={quote(value['value'])}")):
            owners = hit["task"]["owners"]
            assert isinstance(owners, list)
            assert (
                any(value["name"] in owner["now"] or value["name"] == owner["said"] for owner in owners)
                or hit["task"]["support"]
            )


def test_pages_of_a_list_follow_each_other(web: Served) -> None:
    every = [hit["task"]["id"] for hit in hits(got(web, "/search.json?level=province&limit=100"))]
    found: list[object] = []
    after = ""
    while True:
        view = got(web, f"/search.json?level=province&limit=3&after={after}")
        found += [hit["task"]["id"] for hit in hits(view)]
        if not view["next"]:
            break
        after = str(view["next"])
    assert found == every
    assert len(every) > 3


@pytest.mark.parametrize(
    "path",
    [
        "?after=x",
        "?due_from=2026-02-31",
        "?period=20",
        "?limit=0",
        "?agency=99999999999999999999",
        "?status=x",
    ],
)
def test_bad_input_is_told(web: Served, path: str) -> None:
    from urllib.error import HTTPError

    with pytest.raises(HTTPError) as failed:
        got(web, "/search.json" + path)
    assert failed.value.code == 422


def test_a_number_leads_to_its_document(web: Served) -> None:
    found = asked(web, "1986/QĐ-TTg")["documents"]
    assert isinstance(found, list)
    assert [one["name"] for one in found] == ["1986/QĐ-TTg"]
    with urlopen(f"{web.url}/search?q={quote('1986/QĐ-TTg')}") as answer:
        assert (
            "/search?" in answer.url
        )  # only the form goes straight to it: an address that was sent on stays a search


@browser_test
def test_a_search_without_scripts(web: Served, no_script_page: Page) -> None:
    page = no_script_page
    page.goto(web.url)
    page.get_by_role("searchbox").fill("chua chay")
    page.get_by_role("button", name="Tìm", exact=True).click()
    expect(page.locator(".hits mark").first).to_be_visible()
    page.locator("summary", has_text="Bộ lọc").first.evaluate("one => one.parentElement.open = true")
    page.locator("#facet-status a").first.click()
    expect(page.locator(".chosen a")).to_have_count(1)
    assert "q=chua+chay" in page.url
    page.locator(".chosen a").click()
    expect(page.locator(".chosen a")).to_have_count(0)
    page.go_back()
    expect(page.locator(".chosen a")).to_have_count(1)


@browser_test
def test_search_as_you_type_and_the_way_back(web: Served, page: Page) -> None:
    page.goto(web.url)
    box = page.get_by_role("searchbox")
    box.press_sequentially("chua chay", delay=20)
    expect(page.locator(".hits .hit").first).to_be_visible()
    expect(box).to_be_focused()
    assert page.url == f"{web.url}/search?q=chua+chay"
    page.wait_for_timeout(2100)  # longer than the pause after which typing is a new step of the history
    box.fill("bao cao")
    expect(page).to_have_url(f"{web.url}/search?q=bao+cao")
    page.go_back()
    expect(box).to_have_value("chua chay")
    expect(page.locator(".hits mark").first).to_have_text("chữa cháy", ignore_case=True)
    page.go_back()
    expect(page.locator(".hints")).to_be_visible()
    expect(box).to_have_value("")


@browser_test
def test_keys_walk_through_the_hits(web: Served, page: Page) -> None:
    page.goto(f"{web.url}/search?q=chua+chay")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator("a.hit").nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(page.locator("a.hit").nth(1)).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    target = page.locator("a.hit").nth(0).get_attribute("href") or ""
    page.keyboard.press("Enter")
    expect(page).to_have_url(web.url + target)


@browser_test
def test_enter_on_a_number_opens_the_document(web: Served, page: Page) -> None:
    page.goto(web.url)
    page.get_by_role("searchbox").fill("1986/QĐ-TTg")
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/*")
    page.go_back()
    expect(page.get_by_role("searchbox")).to_be_visible()


@browser_test
@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(
    "path", ["/", "/search?q=chua+chay", "/search?level=province&due=again", "/search?q=zzqqxx"]
)
def test_no_grave_fault_of_accessibility(web: Served, page: Page, path: str, lang: str) -> None:
    page.goto(f"{web.url}{path}{'&' if '?' in path else '?'}lang={lang}")
    axe(page)
    fits(page)


@browser_test
def test_on_a_phone_the_filters_are_under_a_fold(web: Served, phone_page: Page) -> None:
    page = phone_page
    page.goto(f"{web.url}/search?q=chua+chay")
    expect(page.locator("#facet-status")).to_be_hidden()
    page.get_by_text("Bộ lọc", exact=True).click()
    page.locator("#facet-status a").first.click()
    expect(page.locator(".chosen a")).to_have_count(1)
    fits(page)
    axe(page)


@browser_test
def test_what_was_typed_is_never_markup(web: Served, page: Page) -> None:
    hostile = '<img src=x onerror=alert(1)> "><script>alert(2)</script>'
    page.goto(f"{web.url}/search?q={quote(hostile)}")
    expect(page.get_by_role("searchbox")).to_have_value(hostile)
    assert page.locator("#found img, #found script").count() == 0
    page.get_by_role("searchbox").fill("<b>chua chay</b>")
    expect(page.locator(".hits .hit").first).to_be_visible()


@browser_test
def test_what_to_try_where_nothing_was_found(web: Served, page: Page) -> None:
    page.goto(f"{web.url}/search?q=zzqqxx&level=commune&lang=en")
    expect(page.get_by_role("heading", name="No tasks")).to_be_visible()
    page.get_by_role("link", name="remove all filters").click()
    assert page.url.startswith(f"{web.url}/search?q=zzqqxx")
