"""Gaps, coverage and conflicts as pages: both texts side by side; what a person says of two tasks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import gap_family as family
import httpx
import pytest
from playwright.sync_api import Browser, Page, expect
from test_conflicts import SECOND, inspected
from web_checks import axe, fits
from web_serving import Served, new_page, serving

from corpus.store import Corpus
from extract.extraction import Extraction

COMMUNE = "15/KH-UBND"
POINT = "Xây dựng điểm tập kết chất thải nguy hại hộ gia đình, hoàn thành trước ngày 31/12/2025;"
TRAINING = "Ủy ban nhân dân các huyện, thành phố tổ chức tập huấn phân loại rác"


@pytest.fixture
def waste(tmp_path: Path) -> Iterator[Served]:
    """A server on the family on sorting waste."""
    with Corpus.open(tmp_path / "kho.db") as corpus:
        corpus.add(family.decision())
        corpus.add(family.plan())
        corpus.add(family.district_plan(family.TASKS))
    with serving(tmp_path / "kho.db") as served:
        yield served


@pytest.fixture
def client(web: Served) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=web.url, timeout=60) as opened:
        yield opened


def secret(said: Extraction) -> Extraction:
    """The same document with a stamp."""
    return replace(said, header=replace(said.header, secrecy="MẬT"))


def document_of(client: httpx.Client, symbol: str) -> int:
    """The document of the only work with this symbol."""
    (work,) = client.get("/works.json", params={"q": symbol}).json()["works"]
    (document,) = client.get(f"/works/{work['id']}.json").json()["documents"]
    found: int = document["id"]
    return found


def test_each_task_above_stands_beside_what_the_plan_makes_of_it(client: httpx.Client) -> None:
    id_ = document_of(client, COMMUNE)
    said = client.get(f"/documents/{id_}/gaps.json").json()
    assert said["on"] == "2026-02-09"
    assert [one["document"]["number"] for one in said["parents"]][:1] == ["21/KH-UBND"]
    later = next(line for line in said["lines"] if line["kind"] == "later")
    assert later["notes"] == ["hạn trên 31/03/2026, trong kế hoạch 15/04/2026"]
    assert (later["above"]["due"], later["below"]["due"]) == (["2026-03-31"], ["2026-04-15"])
    page = client.get(f"/documents/{id_}/gaps").text
    for task in (later["above"], later["below"]):
        assert task["quote"] in page
        assert f'href="/documents/{task["document_id"]}#task-{task["task"]}"' in page
    for kind in said["kinds"]:
        lines = client.get(f"/documents/{id_}/gaps.json", params={"kind": kind["kind"]}).json()["lines"]
        assert (len(lines), {line["kind"] for line in lines}) == (kind["count"], {kind["kind"]})


def test_lines_come_page_after_page(client: httpx.Client) -> None:
    address, after, found = f"/documents/{document_of(client, COMMUNE)}/gaps.json", "", []
    while after is not None:
        page = client.get(address, params={"limit": 5, "after": after}).json()
        found += [(line["kind"], line["above"]["id"]) for line in page["lines"]]
        after = page["next"]
    whole = client.get(address, params={"limit": 100}).json()["lines"]
    assert found == [(line["kind"], line["above"]["id"]) for line in whole]
    assert len(found) > 10


def test_who_below_has_a_plan_and_who_has_none_in_the_corpus(client: httpx.Client) -> None:
    said = client.get(f"/documents/{document_of(client, '1986/QĐ-TTg')}/coverage.json").json()
    provinces = next(group for group in said["groups"] if "tỉnh" in group["name"])
    assert (len(provinces["members"]), provinces["have"]) == (34, 1)
    first = provinces["members"][0]
    assert first["name"] == "Ủy ban nhân dân tỉnh Hưng Yên"
    assert "21/KH-UBND" in {one["document"]["number"] for one in first["documents"]}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/documents/999999/gaps", 404),
        ("/documents/999999/coverage", 404),
        ("/documents/999999/conflicts", 404),
        ("/documents/99999999999999999999999/gaps", 422),
        ("/documents/1/gaps?kind=x", 422),
        ("/documents/1/gaps?on=30/2/2025", 409),
        ("/documents/1/gaps?after=x", 422),
        ("/documents/1/gaps/link?above=999999", 404),
        ("/documents/1/gaps/link", 422),
        ("/conflicts?after=WyJhIl0", 422),
        ("/conflicts?after=WzVd", 422),
    ],
)
def test_what_is_not_there_is_told(client: httpx.Client, path: str, status: int) -> None:
    assert client.get(path).status_code == status


def test_a_secret_plan_and_what_a_secret_document_asks_for_are_not_shown(tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "kho.db") as corpus:
        above = corpus.add(secret(family.decision())).document_id
        plan = corpus.add(family.plan()).document_id
    with serving(tmp_path / "kho.db") as served, httpx.Client(base_url=served.url, timeout=60) as client:
        for path in ("gaps", "coverage", "conflicts"):
            assert client.get(f"/documents/{above}/{path}").status_code == 403
        shown = client.get(f"/documents/{plan}/gaps")
        assert shown.status_code == 200
        assert "điểm tập kết chất thải nguy hại" not in shown.text
    with (
        serving(tmp_path / "kho.db", "--allow-secret") as served,
        httpx.Client(base_url=served.url, timeout=60) as client,
    ):
        assert "điểm tập kết chất thải nguy hại" in client.get(f"/documents/{plan}/gaps").text


def test_contradictions_stand_side_by_side_and_each_pair_once(tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "kho.db") as corpus:
        corpus.add(family.decision())
        corpus.add(inspected("Sở Nông nghiệp và Môi trường"))
        second = corpus.add(inspected("Sở Xây dựng", **SECOND)).document_id
    with serving(tmp_path / "kho.db") as served, httpx.Client(base_url=served.url, timeout=60) as client:
        (one,) = client.get(f"/documents/{second}/conflicts.json").json()["conflicts"]
        assert one["title"] == "Một việc, hai cơ quan chủ trì"
        assert (one["one_says"], one["other_says"]) == (
            "Sở Xây dựng tỉnh Lâm Đồng",
            "Sở Nông nghiệp và Môi trường tỉnh Lâm Đồng",
        )
        every = client.get("/conflicts.json").json()
        assert (every["documents"], every["looked"], len(every["conflicts"]), every["next"]) == (
            3,
            3,
            1,
            None,
        )
        page = client.get("/conflicts").text
        assert one["one"]["quote"] in page
        assert one["other"]["quote"] in page


def test_a_large_corpus_is_looked_at_page_by_page(tmp_path: Path) -> None:
    with Corpus.open(tmp_path / "kho.db") as corpus:
        corpus.add(family.decision())
        for number in range(1, 50):
            who = "Sở Xây dựng" if number % 7 else "Sở Y tế"
            corpus.add(inspected(who, **(SECOND | {"number": f"{number}/KH-UBND"})))
    with serving(tmp_path / "kho.db") as served, httpx.Client(base_url=served.url, timeout=60) as client:
        looked, pairs, after = [], set(), ""
        while after is not None:
            view = client.get("/conflicts.json", params={"after": after}).json()
            looked.append(view["looked"])
            for one in view["conflicts"]:
                pairs.add(frozenset((one["one"]["id"], one["other"]["id"])))
            after = view["next"]
        assert looked == sorted(set(looked))
        assert looked[0] <= 40
        assert (looked[-1], view["documents"]) == (50, 50)
        assert len(pairs) == 7 * 42
        assert "nhiều nhất 200 văn bản cùng địa bàn" in client.get("/conflicts").text


@pytest.mark.needs("chromium")
def test_a_person_says_that_a_task_carries_out_one_above_and_takes_it_back(
    waste: Served, browser: Browser
) -> None:
    with new_page(browser, java_script_enabled=False) as page:
        with httpx.Client(base_url=waste.url, timeout=60) as client:
            plan = document_of(client, "85/KH-UBND")
        page.goto(f"{waste.url}/documents/{plan}/gaps")
        line = page.locator("article", has_text=POINT)
        expect(line.get_by_text("không thấy", exact=True)).to_be_visible()
        line.get_by_role("link", name="Chỉ ra nhiệm vụ thực hiện việc này").click()
        page.get_by_role("radio", name=TRAINING).check()
        page.get_by_label("Ghi chú").fill("Điểm tập kết nằm trong đợt tập huấn")
        page.get_by_label("Họ và tên của bạn").fill("Nguyễn Thị Hoa")
        page.get_by_role("button", name="Ghi lại").click()
        expect(page.get_by_role("status")).to_have_text("Đã ghi: nhiệm vụ này thực hiện nhiệm vụ cấp trên.")
        line = page.locator("article", has_text=POINT)
        expect(line).to_contain_text(TRAINING)
        expect(line).to_contain_text("Nguyễn Thị Hoa nói ngày")
        line.get_by_label("Họ và tên của bạn").fill("Trần Văn Nam")
        line.get_by_role("button", name="Bỏ điều này").click()
        expect(page.locator("article", has_text=POINT).get_by_text("không thấy", exact=True)).to_be_visible()


def test_what_nobody_signs_or_what_does_not_belong_there_is_not_written_down(waste: Served) -> None:
    with httpx.Client(base_url=waste.url, timeout=60) as client:
        plan, district = document_of(client, "85/KH-UBND"), document_of(client, "12/KH-UBND")
        address = f"/documents/{plan}/gaps"
        lines = client.get(address + ".json").json()["lines"]
        above = next(line["above"]["id"] for line in lines if line["above"]["quote"] == POINT)
        below = next(line["below"]["id"] for line in lines if line["below"])
        token = re.search(r'name="csrf" value="(\w+)"', client.get(address).text)
        assert token
        said = {"csrf": token[1], "above": above, "below": below, "name": "Hoa"}
        link = address + "/link.json"
        assert client.post(link, data=said | {"csrf": ""}).status_code == 403
        assert client.post(link, data=said | {"name": " "}).status_code == 409
        assert client.post(link, data=said | {"below": above}).status_code == 404
        assert client.post(link.replace(str(plan), str(district), 1), data=said).status_code == 404
        (number,) = client.post(link, data=said).json()["numbers"]
        assert client.post(link, data=said).json() == {"numbers": []}
        undo = f"/documents/{district}/gaps/unlink.json"
        assert client.post(undo, data={"csrf": token[1], "number": 999, "name": "Hoa"}).status_code == 404
        undo = undo.replace(str(district), str(plan), 1)
        assert client.post(undo, data={"csrf": token[1], "number": number, "name": "Hoa"}).status_code == 200


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_reviews_are_usable_by_everybody(web: Served, phone_page: Page, theme: str, lang: str) -> None:
    page = phone_page
    page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    with httpx.Client(base_url=web.url, timeout=60) as client:
        id_, higher = document_of(client, COMMUNE), document_of(client, "1986/QĐ-TTg")
        above = client.get(f"/documents/{id_}/gaps.json").json()["lines"][0]["above"]["id"]
    for path in (
        f"/documents/{id_}/gaps?",
        f"/documents/{id_}/gaps/link?above={above}&",
        f"/documents/{higher}/coverage?",
        f"/documents/{id_}/conflicts?",
        "/conflicts?",
    ):
        page.goto(f"{web.url}{path}lang={lang}")
        axe(page)
        fits(page)
