"""The history of a document: what people put right and ticked off, each to be taken back."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from running import DISTRICT_PLAN
from test_web_document import get, numbers
from web_checks import axe, fits
from web_handing import client_of
from web_serving import Served, serving
from web_visits import browser_of, office, post

from corpus import queries
from corpus.facts import TaskFact
from corpus.statement import TaskChange
from corpus.store import Corpus
from nhiemvu.parsing import parse

HOA = "Nguyễn Thị Hoa"


def put_right(served: Served, id_: int) -> TaskFact:
    """Two corrections of one task and a tick on another one."""
    with Corpus.open(served.corpus_path) as corpus:
        with corpus.reading() as connection:
            first, second, *_ = queries.tasks_in(connection, [id_])
        corpus.correct_task(first, TaskChange(lead=("Công an xã",), due=("2026-06-30",)), by=HOA)
        corpus.tick(second, "done", by=HOA, note="báo cáo 12")
    return first


def said(served: Served, id_: int, **query: Any) -> list[tuple[int, str, str]]:
    asked = "&".join(f"{name}={value}" for name, value in query.items())
    found = get(served, f"/documents/{id_}/history.json?{asked}")["corrections"]
    return [(one["number"], one["kind"], one["state"]) for one in found]


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("scripts", [True, False])
def test_each_is_taken_back_by_its_button(
    own_web: Served, page: Page, no_script_page: Page, scripts: bool
) -> None:
    page = page if scripts else no_script_page
    id_ = numbers(own_web)["15/KH-UBND"]
    before = put_right(own_web, id_)
    assert said(own_web, id_) == [(3, "progress", "holds"), (2, "due", "holds"), (1, "lead", "holds")]
    page.goto(f"{own_web.url}/documents/{id_}/history")
    if scripts:
        axe(page)
    for number in (1, 3):
        page.get_by_label("Họ và tên của bạn, để thu hồi").fill("Lê Bình")
        page.get_by_role("button", name=f"Thu hồi lần sửa số {number}", exact=True).click()
        expect(page.locator(".note")).to_contain_text("Đã thu hồi lần sửa.")
        expect(page.locator(f"#correction-{number}")).to_contain_text("đã thu hồi (số ")
        expect(page.locator(f"#correction-{number} button")).to_have_count(0)
    assert said(own_web, id_)[0] == (5, "undo", "holds")
    tasks = get(own_web, f"/documents/{id_}/tasks.json")["tasks"]
    assert [one["said"] for one in tasks[0]["lead"]] == list(before.lead)
    assert tasks[0]["due"] == ["2026-06-30"]
    assert tasks[1]["progress"] is None
    # What takes back can be taken back itself.
    page.get_by_label("Họ và tên của bạn, để thu hồi").fill("Lê Bình")
    page.get_by_role("button", name="Thu hồi lần sửa số 5", exact=True).click()
    expect(page.locator("#correction-3")).to_contain_text("đang áp dụng")
    assert get(own_web, f"/documents/{id_}/tasks.json")["tasks"][1]["progress"]["note"] == "báo cáo 12"


def test_a_long_history_goes_on_by_cursor(own_web: Served) -> None:
    id_ = numbers(own_web)["15/KH-UBND"]
    put_right(own_web, id_)
    whole = said(own_web, id_)
    first = get(own_web, f"/documents/{id_}/history.json?limit=2")
    assert (first["total"], first["before"]) == (3, None)
    assert said(own_web, id_, limit=2) + said(own_web, id_, limit=2, after=first["next"]) == whole
    page = get(own_web, f"/documents/{id_}/history?limit=2&after={first['next']}")
    assert page.xpath("//nav//a[@rel='prev']")
    assert not page.xpath("//nav//a[@rel='next']")


@pytest.mark.needs("chromium")
def test_it_fits_on_a_phone(own_web: Served, phone_page: Page) -> None:
    id_ = numbers(own_web)["15/KH-UBND"]
    put_right(own_web, id_)
    for lang in ("vi", "en"):
        phone_page.goto(f"{own_web.url}/documents/{id_}/history?lang={lang}")
        axe(phone_page)
        fits(phone_page)


def test_a_reader_has_no_button_and_is_refused(sample_corpus: str, tmp_path: Path) -> None:
    with office(sample_corpus, tmp_path) as served:
        with browser_of(served, "binh") as client:
            id_ = client.get("/documents.json").json()["documents"][0]["id"]
            (first, *_) = client.get(f"/documents/{id_}/tasks.json").json()["tasks"]
            answer = post(client, f"/tasks/{first['task_id']}/progress", state="done")
            assert answer.status_code == 303
            assert "/corrections/1/undo" in client.get(f"/documents/{id_}/history").text
        with browser_of(served, "an") as client:
            shown = client.get(f"/documents/{id_}/history").text
            assert re.search('id="correction-1"', shown)
            assert "/corrections/1/undo" not in shown
            assert post(client, "/corrections/1/undo").status_code == 403


def test_what_was_said_of_a_secret_document_is_not_told(sample_corpus: str, tmp_path: Path) -> None:
    said = parse(DISTRICT_PLAN)
    secret = replace(
        said,
        header=replace(said.header, secrecy="MẬT", number="99/KH-UBND"),
        source=replace(said.source, sha256="9" * 64),
    )
    target = tmp_path / "kho.db"
    shutil.copy(sample_corpus, target)
    with Corpus.open(target) as corpus:
        id_ = corpus.add(secret).document_id
        with corpus.reading() as connection:
            first, *_ = queries.tasks_in(connection, [id_])
        corpus.correct_task(first, TaskChange(lead=("Công an xã",)), by=HOA)
    with serving(target) as served, client_of(served, HOA) as client:
        answer = client.post("/corrections/1/undo.json")
        assert (answer.status_code, "Công an" in answer.text) == (403, False)
        assert client.post("/corrections/99/undo.json").status_code == 409
    with serving(target, "--allow-secret") as served, client_of(served, HOA) as client:
        assert client.post("/corrections/1/undo.json").status_code == 200
