"""Pages of works: finding one, its picture by level, the lists above and below, works that may be one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from corpus_family import citing, decision, make, plan, province
from playwright.sync_api import Browser, Page, expect
from web_checks import axe, fits
from web_serving import Served, new_page, serving

from corpus.store import Corpus

HUNG_YEN = "21/KH-UBND"


@pytest.fixture
def client(web: Served) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=web.url, follow_redirects=True, timeout=60) as opened:
        yield opened


def work_of(client: httpx.Client, symbol: str) -> int:
    """The id of the only work with this symbol."""
    (work,) = client.get("/works.json", params={"q": symbol}).json()["works"]
    found: int = work["id"]
    return found


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("21/KH-UBND", "Kế hoạch số 21/KH-UBND ngày 19/01/2026 của Ủy ban nhân dân tỉnh Hưng Yên"),
        ("qd 1986", "Quyết định số 1986/QĐ-TTg ngày 22/11/2023 của Thủ tướng Chính phủ"),
    ],
)
def test_what_is_meant_for_certain_leads_to_its_page(client: httpx.Client, typed: str, title: str) -> None:
    answer = client.get("/works", params={"q": typed})
    assert re.fullmatch(r"/works/\d+", answer.url.path)
    assert f"<h1>{title}</h1>" in answer.text


def test_candidates_are_offered_and_none_is_chosen(tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "kho.db") as corpus:
        for place in ("Lâm Đồng", "Đắk Lắk", "Gia Lai"):
            corpus.add(plan(f"Kiểm tra {place}", number="1/KH-UBND", issuer=f"Ủy ban nhân dân tỉnh {place}"))
    with serving(tmp_path / "kho.db") as served, httpx.Client(base_url=served.url, timeout=60) as client:
        first = client.get("/works.json", params={"q": "1/KH-UBND", "limit": 2}).json()
        rest = client.get("/works.json", params={"q": "1/KH-UBND", "limit": 2, "after": first["next"]}).json()
        assert (first["total"], len(first["works"]), len(rest["works"]), rest["next"]) == (3, 2, 1, None)
        assert len({one["id"] for one in first["works"] + rest["works"]}) == 3
        shown = client.get("/works", params={"q": "1/KH-UBND"})
        assert (shown.status_code, shown.text.count('<a href="/works/')) == (200, 3)
        assert "Kho không có văn bản nào là “99/QĐ-TTg”" in client.get("/works?q=99/QĐ-TTg").text


def test_a_work_tells_what_stands_above_and_below_with_words_and_validity_then_and_now(
    client: httpx.Client,
) -> None:
    said = client.get(f"/works/{work_of(client, HUNG_YEN)}.json").json()
    law = next(one for one in said["above"] if one["work"]["symbol"] == "55/2024/QH15")
    assert (law["relation"], law["work"]["held"]) == ("carries_out", False)
    assert law["quotes"][0]["quote"] == "Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ năm 2024"
    decision_ = next(one for one in said["above"] if one["work"]["symbol"] == "1986/QĐ-TTg")
    organisation = next(one for one in decision_["steps"] if one["work"]["symbol"] == "76/2015/QH13")
    assert organisation["relied_on"]["state"] == "amended"
    assert organisation["relied_on"]["day"] == "2023-11-22"
    assert (organisation["validity"]["state"], organisation["validity"]["since"]) == (
        "replaced",
        "2025-03-01",
    )
    assert {one["document"]["number"] for one in said["below"]} == {"15/KH-UBND"}
    levels = {one["level"]: [work["work"]["symbol"] for work in one["works"]] for one in said["levels"]}
    assert "15/KH-UBND" in levels["commune"]
    assert HUNG_YEN in levels["province"]


def test_validity_is_told_for_the_day_that_is_asked_for_with_its_evidence(client: httpx.Client) -> None:
    id_ = work_of(client, "76/2015/QH13")
    before, after = (
        client.get(f"/works/{id_}.json", params={"on": day}).json()["validity"]
        for day in ("2018-01-01", "1/7/2025")
    )
    assert (before["state"], after["state"], after["day"]) == ("in_force", "replaced", "2025-07-01")
    assert "63/2025/QH15" in after["changes"][0]["words"]
    page = client.get(f"/works/{id_}", params={"on": "2025-07-01"}).text
    assert "Hiệu lực ngày 01/07/2025" in page
    assert after["changes"][0]["words"] in page
    assert client.get(f"/works/{id_}", params={"on": "31/6/2025"}).status_code == 409


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/works/999999", 404),
        ("/works/999999.svg", 404),
        ("/works/999999/citing", 404),
        ("/works/99999999999999999999999", 422),
        ("/works/0", 422),
        ("/works/1?depth=99", 422),
        ("/works/1/citing?after=x", 422),
        ("/works/1/citing?after=WyJcdWQ4MDAiLCAzXQ", 422),  # half of a surrogate pair
        ("/works?q=a&after=WyJhIl0", 422),
        ("/works?q=%00", 200),
    ],
)
def test_what_is_not_there_or_no_number_is_told(client: httpx.Client, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert "Traceback" not in answer.text


def test_the_picture_alone_is_a_file_that_can_run_nothing(client: httpx.Client) -> None:
    id_ = work_of(client, HUNG_YEN)
    shown = client.get(f"/works/{id_}.svg")
    assert shown.headers["content-type"].startswith("image/svg+xml")
    policy = shown.headers["content-security-policy"]
    assert "sandbox" in policy
    assert "unsafe" not in policy
    assert f'href="/works/{work_of(client, "15/KH-UBND")}"' in shown.text
    kept = client.get(f"/works/{id_}.svg", params={"download": True})
    assert kept.headers["content-disposition"] == (
        "attachment; filename=\"luoc-do-21-KH-UBND.svg\"; filename*=UTF-8''luoc-do-21-KH-UBND.svg"
    )
    assert "<a " not in kept.text  # which would lead nowhere


def test_all_that_cite_a_work_come_page_after_page(tmp_path: Path) -> None:
    law = {
        "symbol": "72/2020/QH14",
        "type": "Luật",
        "issuer": "Quốc hội",
        "date": "2020-11-17",
        "relation": "legal_basis",
    }
    with Corpus.open(tmp_path / "kho.db") as corpus:
        days: list[str | None] = [f"2025-0{month}-01" for month in range(1, 7)]
        for n, day in enumerate([*days, "2025-03-01", None]):
            corpus.add(citing(law, number=f"{n + 1}/KH-UBND", date=day))
    with serving(tmp_path / "kho.db") as served, httpx.Client(base_url=served.url, timeout=60) as client:
        id_ = work_of(client, "72/2020/QH14")
        found, after = [], ""
        for _ in range(3):
            page = client.get(f"/works/{id_}/citing.json", params={"limit": 3, "after": after}).json()
            found += [one["document"]["number"].partition("/")[0] for one in page["documents"]]
            after = page["next"] or ""
        assert after == ""
        assert page["total"] == 8
        assert found == [
            "6",
            "5",
            "4",
            "7",
            "3",
            "2",
            "1",
            "8",
        ]  # the newest first, the one without a day last
        brief = client.get(f"/works/{id_}.json", params={"most": 2}).json()
        assert (len(brief["below"]), brief["more_below"]) == (2, 6)
        assert f'href="/works/{id_}/citing"' in client.get(f"/works/{id_}", params={"most": 2}).text


def test_a_secret_document_is_told_of_nowhere(tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "kho.db") as corpus:
        corpus.add(decision())
        above = {
            "symbol": "1486/QĐ-TTg",
            "type": "Quyết định",
            "date": "2024-11-29",
            "relation": "carries_out",
        }
        corpus.add(citing(above, number="7/KH-UBND", secrecy="MẬT", title="Việc không được nói"))
        corpus.add(province())
    with serving(tmp_path / "kho.db") as served, httpx.Client(base_url=served.url, timeout=60) as client:
        id_ = work_of(client, "1486/QĐ-TTg")
        for path in (f"/works/{id_}", f"/works/{id_}.json", f"/works/{id_}.svg", f"/works/{id_}/citing"):
            told = client.get(path).text
            assert "85/KH-UBND" in told
            assert "7/KH-UBND" not in told
            assert "không được nói" not in told
        assert client.get("/works.json", params={"q": "7/KH-UBND"}).json()["works"] == []
        secret = client.get("/works", params={"q": "7/KH-UBND"}, follow_redirects=True)
        assert secret.status_code == 403
    with (
        serving(tmp_path / "kho.db", "--allow-secret") as served,
        httpx.Client(base_url=served.url, timeout=60) as client,
    ):
        assert "7/KH-UBND" in client.get(f"/works/{id_}").text


def test_what_a_document_says_is_never_markup(tmp_path: Path) -> None:
    evil = '</text></svg><script>alert(1)</script><a href="javascript:alert(1)">'
    with Corpus.open(tmp_path / "kho.db") as corpus:
        corpus.add(
            make(
                f"1/KH-UBND {evil}",
                header={"type": "Kế hoạch", "number": "1/KH-UBND", "issuer": evil, "title": evil},
            )
        )
        corpus.add(citing({"symbol": "1/KH-UBND", "issuer": evil, "relation": "carries_out"}, title=evil))
    with serving(tmp_path / "kho.db") as served, httpx.Client(base_url=served.url, timeout=60) as client:
        for path in ("/works/1", "/works/1.svg", "/works/1/citing", "/works/2"):
            told = client.get(path).text
            assert "<script>alert" not in told
            assert '<a href="javascript' not in told


@pytest.mark.needs("chromium")
def test_a_box_of_the_picture_leads_to_its_work(web: Served, page: Page) -> None:
    page.goto(f"{web.url}/works?q={HUNG_YEN}")
    page.locator("#canvas a", has_text="15/KH-UBND").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("15/KH-UBND")


@pytest.mark.needs("chromium")
def test_the_picture_zooms_by_keys_buttons_and_wheel_and_moves_by_dragging(web: Served, page: Page) -> None:
    page.goto(f"{web.url}/works?q={HUNG_YEN}")
    canvas, svg = page.locator("#canvas"), page.locator("#canvas svg")

    def width() -> float:
        return float(svg.get_attribute("width") or 0)

    whole = width()
    canvas.focus()
    page.keyboard.press("+")
    assert width() > whole
    page.keyboard.press("0")
    assert width() == whole
    page.get_by_role("button", name="Thu nhỏ").click()
    assert width() < whole
    page.get_by_role("button", name="Vừa khung").click()
    assert svg.bounding_box()["width"] <= canvas.bounding_box()["width"]  # type: ignore[index]
    page.keyboard.press("0")
    page.get_by_role("button", name="Cỡ đầu").click()
    canvas.hover(position={"x": 300, "y": 200})
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    expect(svg).not_to_have_attribute("width", f"{whole:g}")
    assert width() > whole
    before = canvas.evaluate("one => one.scrollLeft")
    address = page.url
    box = canvas.bounding_box()
    assert box
    page.mouse.down()
    page.mouse.move(box["x"] + 420, box["y"] + 200, steps=4)
    page.mouse.up()
    assert canvas.evaluate("one => one.scrollLeft") < before
    assert page.url == address  # a drag is no click, whatever it ends on


@pytest.mark.needs("chromium")
def test_without_scripts_the_picture_scrolls_and_opens_alone(web: Served, no_script_page: Page) -> None:
    page = no_script_page
    page.goto(f"{web.url}/works?q={HUNG_YEN}")
    expect(page.get_by_role("button", name="Phóng to")).to_be_hidden()
    assert page.locator("#canvas").evaluate("one => getComputedStyle(one).overflowX") == "auto"
    page.get_by_role("link", name="Mở hình riêng").click()
    expect(page.locator("svg .root")).to_be_visible()
    expect(page.locator("svg rect.root")).to_have_css("stroke-width", "3px")  # its style sheet may be used
    page.locator("svg a", has_text="15/KH-UBND").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("15/KH-UBND")


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_works_are_usable_by_everybody(web: Served, browser: Browser, theme: str, lang: str) -> None:
    with new_page(browser, viewport={"width": 390, "height": 844}) as page:
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        for path in ("/works", f"/works?q={HUNG_YEN}", "/works/1/citing", "/same"):
            page.goto(f"{web.url}{path}{'&' if '?' in path else '?'}lang={lang}")
            axe(page)
            fits(page)


@pytest.mark.needs("chromium")
def test_two_works_are_joined_and_parted_by_somebody_who_signs(tmp_path: Path, browser: Browser) -> None:
    with Corpus.open(tmp_path / "kho.db") as corpus:
        corpus.add(plan("Thẩm định kinh phí", number="456/KH-HĐNDVP", date="2025-03-01"))
        corpus.add(plan("Thẩm định kinh phí mua sắm", number="456/KH-HĐND-VP", date="2025-03-01"))
    with serving(tmp_path / "kho.db") as served, new_page(browser, java_script_enabled=False) as page:
        page.goto(f"{served.url}/same?q=456")
        expect(page.get_by_text("ký hiệu chỉ khác dấu nối (456/KH-HĐND-VP, 456/KH-HĐNDVP)")).to_be_visible()
        page.get_by_label("Họ và tên của bạn").fill("Nguyễn Thị Hoa")
        page.get_by_role("button", name="Là một: nối").click()
        expect(page.get_by_role("status")).to_have_text("Đã nối hai văn bản.")
        expect(page.get_by_role("row", name="Nguyễn Thị Hoa")).to_be_visible()
        page.goto(f"{served.url}/works?q=456/KH-HĐND-VP")
        expect(page.get_by_text("456/KH-HĐNDVP, 2025-03-01")).to_be_visible()
        page.goto(f"{served.url}/same")
        page.get_by_label("Họ và tên của bạn").fill("Trần Văn Nam")
        page.get_by_role("button", name="Tách lại").click()
        expect(page.get_by_role("status")).to_have_text("Đã tách hai văn bản.")
        expect(page.get_by_role("button", name="Là một: nối")).to_be_visible()


def test_nobody_joins_works_without_a_name(tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "kho.db") as corpus:
        corpus.add(plan("Thẩm định kinh phí", number="456/KH-HĐNDVP", date="2025-03-01"))
        corpus.add(plan("Thẩm định kinh phí mua sắm", number="456/KH-HĐND-VP", date="2025-03-01"))
    with serving(tmp_path / "kho.db") as served, httpx.Client(base_url=served.url, timeout=60) as client:
        token = re.search(r'name="csrf" value="(\w+)"', client.get("/same").text)
        (pair,) = client.get("/same.json").json()["pairs"]
        assert token
        said = {"csrf": token[1], "one": pair["one_key"], "other": pair["other_key"], "joined": "true"}
        assert client.post("/same.json", data=said).status_code == 409
        assert client.post("/same.json", data=said | {"csrf": "0" * 64, "name": "Hoa"}).status_code == 403
        assert client.get("/same.json").json()["history"] == []
        assert client.post("/same.json", data=said | {"name": "Hoa"}).json() == {"news": True}
        assert client.get("/same", params={"q": "không số"}).status_code == 422
