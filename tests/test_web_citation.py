"""A citation is put right in the browser: which work it means, or that it cites nothing."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from test_web_document import get, numbers
from web_checks import axe, fits
from web_handing import Client, client_of
from web_serving import Served
from web_visits import browser_of, office, post

from corpus.store import Corpus

HOA = "Nguyễn Thị Hoa"
WORDS = "Quyết định 417"


def cited(served: Served, words: str = WORDS) -> tuple[int, int]:
    """The district's plan, and the number of its citation with these words."""
    id_ = numbers(served)["58/KH-UBND"]
    rows = get(served, f"/documents/{id_}/bases.json?limit=100")["cites"]
    return id_, next(number for one in rows for number, quote in one["wordings"] if quote == words)


def row(served: Served, id_: int, number: int) -> dict[str, Any]:
    rows = get(served, f"/documents/{id_}/bases.json?limit=100")["cites"]
    return next(one for one in rows if number in one["numbers"])


def key_of(client: Client, path: str, q: str) -> str:
    (offer, *_) = [one for one in client.json(path, q=q)["offers"] if q in one["name"]]
    return str(offer["key"])


def test_another_work_is_chosen_and_signed(own_web: Served) -> None:
    id_, number = cited(own_web)
    path = f"/documents/{id_}/citations/{number}"
    before = row(own_web, id_, number)
    with client_of(own_web, HOA) as client:
        view = client.json(path)
        assert view["quote"] == WORDS
        assert before["work"]["name"] in {one["name"] for one in view["offers"]}
        answer = client.post(
            f"{path}.json", means=key_of(client, path, "1986/QĐ-TTg"), seen=view["seen"], note="họp"
        )
        (said,) = answer.json()["corrections"]
        assert (said["kind"], said["by"], said["note"]) == ("means", HOA, "họp")
        after = row(own_web, id_, number)
        assert after["work"]["name"].startswith("1986/QĐ-TTg")
        assert HOA in after["corrected"]
        # What was seen before is no ground to stand on any more.
        stale = client.post(path, means="none", seen=view["seen"])
        assert stale.status_code == 409
        assert "vừa được sửa" in stale.text
        assert client.post(f"{path}.json", means="nix/nix", seen="").status_code == 409
    with Corpus.open(own_web.corpus_path) as corpus:
        assert [one.correction.kind for one in corpus.corrections_of([id_])] == ["means"]


def test_words_that_cite_nothing_are_no_mark_and_no_basis(own_web: Served) -> None:
    id_, number = cited(own_web)
    path = f"/documents/{id_}/citations/{number}"

    def marked() -> bool:
        parts = get(own_web, f"/documents/{id_}.json")["citations"]
        return any(one["quote"] == WORDS for one in parts)

    assert marked()
    with client_of(own_web, HOA) as client:
        (said,) = client.post(f"{path}.json", means="none").json()["corrections"]
        assert row(own_web, id_, number)["status"] == "none"
        assert not marked()
        assert client.post(f"{path}.json", means="none").json() == {"corrections": []}
        page = get(own_web, f"/documents/{id_}/bases?citation={number}")
        (shown,) = page.xpath(f"//tr[@id='c{number}']")
        assert "không phải viện dẫn văn bản nào" in shown.text_content()
        client.post(f"/corrections/{said['number']}/undo")
    assert marked()


def test_words_that_cite_nothing_are_no_basis_of_a_task(own_web: Served) -> None:
    id_ = numbers(own_web)["21/KH-UBND"]

    def bases() -> list[str]:
        groups = get(own_web, f"/documents/{id_}/checklist.json")["groups"]
        return next(one["bases"] for group in groups for one in group["rows"] if one["task"] == "t1")

    rows = get(own_web, f"/documents/{id_}/bases.json?limit=100")["cites"]
    number = next(n for one in rows for n, quote in one["wordings"] if "14/2024/NQ-HĐND" in quote)
    assert any("14/2024/NQ-HĐND" in name for name in bases())
    with client_of(own_web, HOA) as client:
        assert client.post(f"/documents/{id_}/citations/{number}", means="none").status_code == 303
    assert not any("14/2024/NQ-HĐND" in name for name in bases())


def test_what_is_wrong_is_told_over_the_same_form(own_web: Served) -> None:
    id_, number = cited(own_web)
    path = f"/documents/{id_}/citations/{number}"
    with client_of(own_web) as client:
        unsigned = client.post(path, means="none", note="vì <b>họp</b>")
        assert (unsigned.status_code, "thiếu tên người sửa" in unsigned.text) == (422, True)
        assert 'value="vì &lt;b&gt;họp&lt;/b&gt;"' in unsigned.text
        nothing = client.post(path, name=HOA)
        assert (nothing.status_code, "chưa chọn văn bản nào" in nothing.text) == (422, True)
        assert client.http.get(f"/documents/{id_}/citations/9999").status_code == 404
        assert client.http.get("/documents/9999/citations/1").status_code == 404


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("scripts", [True, False])
def test_as_somebody_does_it(
    own_web: Served, page: Page, no_script_page: Page, phone_page: Page, scripts: bool
) -> None:
    page = page if scripts else no_script_page
    id_, number = cited(own_web)
    page.goto(f"{own_web.url}/documents/{id_}/bases?citation={number}")
    page.get_by_role("link", name=f"Sửa viện dẫn số {number}", exact=True).click()
    page.get_by_label("Số, ký hiệu hoặc tên văn bản").fill("1986/QĐ-TTg")
    page.get_by_role("button", name="Tìm văn bản").click()
    if scripts:
        axe(page)
    page.get_by_role("radio", name="1986/QĐ-TTg").check()
    page.get_by_label("Họ và tên của bạn").fill(HOA)
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator(".note")).to_contain_text("Đã lưu sửa đổi.")
    expect(page.locator(f"tr:has(#c{number}), tr#c{number}")).to_contain_text("Đã sửa bởi Nguyễn Thị Hoa")
    page.goto(f"{own_web.url}/documents/{id_}/citations/{number}")
    expect(page.get_by_role("radio", name="1986/QĐ-TTg")).to_be_checked()
    page.locator("form", has=page.get_by_role("button", name=re.compile("Thu hồi"))).get_by_label(
        "Họ và tên của bạn"
    ).fill(HOA)
    page.get_by_role("button", name=re.compile("Thu hồi lần sửa")).click()
    expect(page.locator(".note")).to_contain_text("Đã thu hồi lần sửa.")
    assert row(own_web, id_, number)["corrected"] == []
    if scripts:
        for lang in ("vi", "en"):
            phone_page.goto(f"{own_web.url}/documents/{id_}/citations/{number}?lang={lang}")
            axe(phone_page)
            fits(phone_page)


def test_a_reader_does_not_come_in(sample_corpus: str, tmp_path: Path) -> None:
    with office(sample_corpus, tmp_path) as served, browser_of(served, "an") as client:
        id_ = client.get("/documents.json").json()["documents"][0]["id"]
        assert "/citations/" not in client.get(f"/documents/{id_}/bases").text
        assert client.get(f"/documents/{id_}/citations/1").status_code == 403
        assert post(client, f"/documents/{id_}/citations/1", means="none").status_code == 403
