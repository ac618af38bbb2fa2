"""The pages of agencies and the overview, as people use them."""

from __future__ import annotations

from urllib.parse import quote

import httpx
import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect
from web_checks import axe, fits
from web_serving import Served

POLICE = "Công an tỉnh Hưng Yên"


def agency_id(web: Served, name: str) -> int:
    found = httpx.get(f"{web.url}/agencies.json?q={quote('Công an tỉnh')}", timeout=60).json()["agencies"]
    (id_,) = [one["id"] for one in found if one["name"] == name]
    return int(id_)


def test_the_list_goes_on_by_cursor_and_names_nobody_twice(web: Served) -> None:
    seen: list[int] = []
    after: str | None = ""
    while after is not None:
        page = httpx.get(f"{web.url}/agencies.json", params={"after": after, "limit": 20}, timeout=60).json()
        seen += [one["id"] for one in page["agencies"]]
        after = page["next"]
    assert len(seen) == len(set(seen)) > 60


def test_an_agency_tells_what_it_has_from_whom_and_by_what_law(web: Served) -> None:
    said = httpx.get(f"{web.url}/agencies/{agency_id(web, POLICE)}.json?when=undated", timeout=60).json()
    before = {one["name"]: one for one in said["before"]}
    assert before["Công an tỉnh Thái Bình"]["whole"]
    assert before["Công an tỉnh Thái Bình"]["way"][0]["legal_basis"] == ["Nghị quyết 202/2025/QH15"]
    assert {one["named"] for one in said["tasks"]} >= {"", "Công an tỉnh Thái Bình"}
    ids = [one["line"]["id"] for one in said["tasks"]]
    assert len(ids) == len(set(ids))


def test_its_tasks_go_on_by_cursor(web: Served) -> None:
    address = f"{web.url}/agencies/{agency_id(web, POLICE)}.json"
    whole = httpx.get(address, params={"when": "undated", "limit": 100}, timeout=60).json()["tasks"]
    seen, after = [], ""
    while after is not None:
        page = httpx.get(address, params={"when": "undated", "limit": 5, "after": after}, timeout=60).json()
        seen += page["tasks"]
        after = page["next"]
    assert seen == whole


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/agencies/999999", 404),
        ("/agencies/0", 422),
        ("/agencies/99999999999999999999", 422),
        ("/agencies/1?when=never", 422),
        ("/agencies/1?after=@@", 422),
        ("/agencies/1/calendar?month=2026-13", 422),
        ("/agencies/1/calendar?month=0000-01", 422),
        ("/agencies/999999/calendar", 404),
        ("/overview/nothing", 422),
        ("/overview?weeks=0", 422),
    ],
)
def test_what_is_asked_wrongly_has_an_answer(web: Served, path: str, status: int) -> None:
    name, _, query = path.partition("?")
    for address in (path, f"{name}.json?{query}"):
        assert httpx.get(web.url + address, timeout=60).status_code == status


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("path", ["/agencies", "/agencies/{id}?when=undated", "/agencies/{id}/calendar?month=2026-12", "/overview?weeks=26", "/overview/past"])  # fmt: skip
def test_everybody_can_use_the_pages(web: Served, phone_page: Page, path: str, lang: str, theme: str) -> None:
    phone_page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    address = path.replace("{id}", str(agency_id(web, POLICE)))
    phone_page.goto(f"{web.url}{address}{'&' if '?' in address else '?'}lang={lang}")
    axe(phone_page)
    fits(phone_page)


@pytest.mark.needs("chromium")
def test_from_the_list_to_an_agency_and_to_a_month(web: Served, no_script_page: Page) -> None:
    page = no_script_page
    page.goto(web.url)
    page.get_by_role("link", name="Cơ quan", exact=True).click()
    page.get_by_role("searchbox").fill("Công an tỉnh")
    page.get_by_role("button", name="Tìm").click()
    page.get_by_role("link", name=POLICE).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(POLICE)
    page.get_by_role("link", name="Đã qua hạn").click()
    expect(page.locator(".badge.bad").first).to_contain_text("quá hạn")
    page.get_by_text("Tiền thân:").click()
    page.get_by_role("link", name="Công an tỉnh Thái Bình").first.click()
    expect(page.get_by_role("heading", name="Nay là")).to_be_visible()
    page.get_by_role("link", name=POLICE).click()
    page.get_by_role("link", name="Lịch các tháng tới").click()
    page.get_by_role("link", name="→").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Lịch tháng")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Lịch tháng")


@pytest.mark.needs("chromium")
def test_the_overview_leads_to_whole_lists(web: Served, page: Page) -> None:
    page.goto(f"{web.url}/overview")
    page.get_by_label("Xem trước").select_option("26")
    page.get_by_role("button", name="Xem").click()
    expect(page).to_have_url(f"{web.url}/overview?weeks=26")
    tile = page.get_by_role("navigation", name="Tổng quan").get_by_role("link").nth(1)
    number = int(tile.locator("b").inner_text())
    tile.click()
    expect(page.locator(".task-item")).to_have_count(min(number, 50))


def test_the_feed_is_a_calendar_that_programs_read(web: Served) -> None:
    answer = httpx.get(f"{web.url}/agencies/{agency_id(web, POLICE)}.ics", timeout=60)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    calendar = Calendar.from_ical(answer.content)
    assert str(calendar["x-wr-calname"]).startswith(POLICE)
    events = calendar.walk("VEVENT")
    ids = [str(event["uid"]) for event in events]
    assert len(ids) == len(set(ids)) > 5
    assert any("rrule" in event for event in events)
    assert httpx.get(f"{web.url}/agencies/999999.ics", timeout=60).status_code == 404
