"""A checklist that was filled in by hand comes back: first a preview, then somebody applies it."""

from __future__ import annotations

import io
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import Page, expect
from running import PLAN
from test_web_checklist import HOA, checklist_of, rows
from test_web_plans import plan
from web_checks import axe, fits
from web_handing import Client, client_of
from web_serving import Served, serving_copy


@pytest.fixture(scope="module")
def served(sample_corpus: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server whose corpus tests may change, each another document."""
    with serving_copy(sample_corpus, tmp_path_factory.mktemp("marks")) as running:
        yield running


@pytest.fixture
def client(served: Served) -> Iterator[Client]:
    with client_of(served, HOA) as opened:
        yield opened


def new_list(client: Client, number: int) -> str:
    """The checklist of a document of its own: two tasks."""
    (ended,) = client.read(("kh.txt", plan(number)))
    return f"/documents/{ended['document_id']}/checklist"


def filled(client: Client, path: str, *typed: tuple[str, str]) -> bytes:
    """The sheet of a list with status and note of its first rows filled in."""
    book = openpyxl.load_workbook(io.BytesIO(client.http.get(f"{path}.xlsx").content))
    sheet = book.worksheets[0]
    heads = next(line for line in sheet.iter_rows() if any(cell.value == "Tình trạng" for cell in line))
    column = next(cell.column for cell in heads if cell.value == "Tình trạng")
    for at, (state, note) in enumerate(typed, start=1):
        sheet.cell(heads[0].row + at, column).value = state
        sheet.cell(heads[0].row + at, column + 1).value = note
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def brought(client: Client, path: str, sheet: bytes) -> dict[str, Any]:
    """What the preview of a sheet says."""
    answer = client.send(f"{path}/marks.json", "file", ("đã điền.xlsx", sheet))
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def apply(client: Client, path: str, view: dict[str, Any], suffix: str = ".json") -> Any:
    """Apply what a preview showed."""
    return client.post(f"{path}/marks/{view['content']}{suffix}", seen=view["seen"], file=view["name"])


def states(client: Client, path: str) -> list[str]:
    return [one["state"] for one in rows(client.json(path))]


def test_nothing_is_written_down_before_it_is_applied(client: Client) -> None:
    path = new_list(client, 120)
    view = brought(client, path, filled(client, path, ("xong", "nộp ngày 1/4")))
    (coming,) = view["coming"]
    assert (coming["before"], coming["state"], coming["note"]) == ("open", "done", "nộp ngày 1/4")
    assert (view["already"], view["untouched"], view["left"]) == (0, 1, [])
    assert states(client, path) == ["open", "open"]
    assert client.json(path.replace("checklist", "history"))["total"] == 0
    (changed,) = apply(client, path, view).json()["changed"]
    assert (changed["quote"], changed["before"], changed["state"]) == (coming["quote"], "open", "done")
    assert states(client, path) == ["done", "open"]
    again = client.json(f"{path}/marks/{view['content']}")
    assert (again["coming"], again["already"]) == ([], 1)
    assert apply(client, path, again).json() == {"changed": []}


def test_each_row_that_is_refused_says_why(client: Client) -> None:
    path = new_list(client, 121)
    view = brought(client, path, filled(client, path, ("gần như", ""), ("đang làm", ""), ("xong", "việc lạ")))
    assert [one["state"] for one in view["coming"]] == ["doing"]
    assert [(one["row"] > 0, bool(one["why"])) for one in view["left"]] == [(True, True)] * 2
    assert "gần như" in view["left"][0]["why"]
    apply(client, path, view)
    assert states(client, path) == ["open", "doing"]


def test_what_a_colleague_did_in_between_is_seen_before_it_is_overwritten(client: Client) -> None:
    path = new_list(client, 122)
    view = brought(client, path, filled(client, path, ("xong", "")))
    first = rows(client.json(path))[0]
    client.post(f"/tasks/{first['id']}/progress", state="doing", note="của Ba")
    refused = apply(client, path, view)
    assert (refused.status_code, refused.json()["error"]["cause"]) == (409, "người khác vừa sửa bảng này")
    page = apply(client, path, view, suffix="")
    assert page.status_code == 409
    assert "của Ba" in page.text
    assert states(client, path)[0] == "doing"
    seen = re.search(r'name="seen" value="(\w+)"', page.text)
    assert seen
    assert apply(client, path, view | {"seen": seen[1]}).status_code == 200
    assert states(client, path)[0] == "done"


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"no sheet", "không phải tệp .xlsx"), (PLAN.read_bytes(), "hỏng|không có bảng"), (b"", "tệp rỗng")],
)
def test_what_is_no_checklist_is_told_and_not_kept(
    served: Served, client: Client, data: bytes, said: str
) -> None:
    answer = client.send(f"{checklist_of(served, '21/KH-UBND')}/marks", "file", ("bảng.xlsx", data))
    assert answer.status_code == 422
    assert re.search(said, answer.text)
    kept = [path.read_bytes() for path in (served.files / "marks").iterdir()]
    assert data not in kept


def test_the_sheet_of_another_document_is_refused(served: Served, client: Client) -> None:
    path = new_list(client, 123)
    sheet = filled(client, path, ("xong", ""))
    other = checklist_of(served, "21/KH-UBND")
    answer = client.send(f"{other}/marks.json", "file", ("bảng.xlsx", sheet))
    assert answer.status_code == 422
    assert "văn bản khác" in answer.json()["error"]["cause"]
    view = brought(client, path, sheet)
    assert apply(client, other, view).status_code == 422


def test_a_sheet_waits_for_a_day(served: Served, client: Client) -> None:
    path = new_list(client, 124)
    view = brought(client, path, filled(client, path, ("xong", "")))
    kept = served.files / "marks" / view["content"]
    os.utime(kept, (time.time() - 25 * 3600,) * 2)
    brought(client, path, filled(client, path, ("đang làm", "")))
    assert not kept.exists()
    assert apply(client, path, view).status_code == 404
    assert client.http.get(f"{path}/marks/{'0' * 63}x").status_code == 422


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("scripts", [True, False])
def test_as_somebody_does_it(
    served: Served, client: Client, page: Page, no_script_page: Page, tmp_path: Path, scripts: bool
) -> None:
    page = page if scripts else no_script_page
    path = new_list(client, 125 + scripts)
    sheet = tmp_path / "bảng đã điền.xlsx"
    sheet.write_bytes(filled(client, path, ("xong", "báo cáo 12"), ("chưa biết", "")))
    page.goto(served.url + path)
    page.get_by_text("Nộp lại bảng đã điền").click()
    page.get_by_label("Tệp XLSX đã điền").set_input_files(sheet)
    page.get_by_role("button", name="Xem trước").click()
    expect(page.get_by_role("status")).to_contain_text("Sẽ ghi 1 nhiệm vụ")
    expect(page.get_by_role("status")).to_contain_text("Chưa có gì được ghi.")
    if scripts:
        axe(page)
    page.reload()
    expect(page.locator("table").last).to_contain_text("báo cáo 12")
    page.get_by_label("Họ và tên của bạn").fill(HOA)
    page.get_by_role("button", name="Ghi 1 nhiệm vụ vào bảng").click()
    expect(page.locator(".note")).to_contain_text("Đã ghi 1 nhiệm vụ theo bảng")
    page.get_by_label("Họ và tên của bạn, để thu hồi").fill(HOA)
    page.get_by_role("button", name=re.compile("Thu hồi lần sửa")).click()
    expect(page.locator(".note")).to_contain_text("Đã thu hồi lần sửa")
    assert states(client, path) == ["open", "open"]


@pytest.mark.needs("chromium")
def test_the_preview_fits_on_a_phone(served: Served, client: Client, phone_page: Page) -> None:
    path = new_list(client, 127)
    view = brought(client, path, filled(client, path, ("xong", "báo cáo 12"), ("chưa biết", "")))
    for lang in ("vi", "en"):
        phone_page.goto(f"{served.url}{path}/marks/{view['content']}?file=a.xlsx&lang={lang}")
        axe(phone_page)
        fits(phone_page)
