"""The checklist in the browser: filtered, put right, ticked off, undone, taken away, brought back filled in."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import icalendar
import openpyxl
import pypdfium2
import pytest
from docx import Document
from playwright.sync_api import Browser, Page, expect
from test_web_plans import plan
from web_checks import axe, fits
from web_handing import Client, client_of
from web_serving import Served, new_page, serving_copy

from corpus.queries import all_documents, tasks_in
from corpus.store import Corpus
from nhiemvu.parsing import parse

HOA = "Nguyễn Thị Hoa"


@pytest.fixture(scope="module")
def served(sample_corpus: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server whose corpus tests may change, each another task or document."""
    with serving_copy(sample_corpus, tmp_path_factory.mktemp("checklist")) as running:
        yield running


@pytest.fixture
def client(served: Served) -> Iterator[Client]:
    with client_of(served, HOA) as opened:
        yield opened


@pytest.fixture(scope="module")
def kh21(served: Served) -> str:
    """The checklist of the plan with appendices."""
    return checklist_of(served, "21/KH-UBND")


def checklist_of(served: Served, number: str) -> str:
    with Corpus.open(served.corpus_path) as corpus, corpus.reading() as connection:
        (found,) = [one.id for one in all_documents(connection) if one.number == number]
    return f"/documents/{found}/checklist"


def rows(view: dict[str, Any]) -> list[dict[str, Any]]:
    return [row for group in view["groups"] for row in group["rows"]]


def row(client: Client, path: str, task: str) -> dict[str, Any]:
    (found,) = [one for one in rows(client.json(path)) if one["task"] == task]
    return found


def signed(page: Page, served: Served, path: str) -> None:
    """Open a checklist and sign with a name."""
    page.goto(served.url + path)
    page.locator("#sign").get_by_label("Họ và tên của bạn").fill(HOA)
    page.get_by_role("button", name="Lưu tên").click()
    expect(page.locator("#sign")).to_have_count(0)


# reading


def test_a_row_says_all_that_the_document_does(client: Client, kh21: str) -> None:
    first = rows(client.json(kh21))[0]
    assert first["number"] == 1
    assert first["lead"] == ["Công an tỉnh"]
    assert first["support"] == ["Sở Tài chính"]
    assert (first["deadlines"], first["day"]) == (["trước ngày 30/6/2026"], "2026-06-30")
    assert first["bases"]
    assert (first["section"], first["place"]) == ("III.1.a", "III.1.a")
    text = client.http.get(kh21).text
    assert f'href="/documents/{kh21.split("/")[2]}?task=t1#task-t1"' in text


def test_filters_groups_and_orders(client: Client, kh21: str) -> None:
    whole = client.json(kh21)
    mine = client.json(kh21, agency="Sở Tài chính")
    assert 0 < mine["found"] < whole["found"]
    assert all("Sở Tài chính" in one["lead"] + one["support"] for one in rows(mine))
    assert client.json(kh21, agency="so tai chinh")["found"] == mine["found"]
    assert client.json(kh21, agency="Sở Không có")["found"] == 0
    assert all(not one["lead"] for one in rows(client.json(kh21, status="unowned")))
    assert [one["number"] for one in rows(client.json(kh21, q="tham muu hoi dong"))] == [1]
    days = [one["day"] for one in rows(client.json(kh21, sort="due"))]
    known = [day for day in days if day]
    assert known == sorted(known)
    assert days[: len(known)] == known
    by_agency = client.json(kh21, group="agency")["groups"]
    assert all(
        group["heading"] in one["lead"] for group in by_agency if group["heading"] for one in group["rows"]
    )
    by_month = client.json(kh21, group="deadline")["groups"]
    assert sum(len(group["rows"]) for group in by_month) == whole["found"]
    assert whole["counts"]["all"] == whole["found"]


@pytest.mark.parametrize("query", ["status=kein", "group=x", "sort=x", "agency=" + "a" * 600])
def test_what_cannot_be_asked_is_told(client: Client, kh21: str, query: str) -> None:
    assert client.http.get(f"{kh21}.json?{query}").status_code == 422


@pytest.mark.parametrize("face", ["", ".json", ".xlsx", ".ics", ".docx"])
def test_a_document_that_is_not_there(client: Client, face: str) -> None:
    for number in ("99999", "0", str(2**70)):
        assert client.http.get(f"/documents/{number}/checklist{face}").status_code in (404, 422)


# putting right


def test_a_tick_is_signed_noted_and_undone(client: Client, kh21: str) -> None:
    one = row(client, kh21, "t5")
    done = client.post(f"/tasks/{one['id']}/progress", state="done", note="đã gửi", back=kh21)
    assert (done.status_code, done.headers["location"]) == (303, f"{kh21}#task-t5")
    now = row(client, kh21, "t5")
    assert now["state"] == "done"
    assert (now["progress"]["by"], now["progress"]["note"]) == (HOA, "đã gửi")
    assert client.post(f"/tasks/{one['id']}/progress.json", state="done", note="đã gửi").json() == {
        "corrections": []
    }
    client.post(f"/corrections/{now['progress']['number']}/undo", back=kh21)
    assert row(client, kh21, "t5")["state"] == "open"


def test_what_is_done_is_not_overdue(client: Client, kh21: str) -> None:
    one = next(one for one in rows(client.json(kh21)) if one["standing"] == "overdue")
    before = client.json(kh21)["counts"]
    client.post(f"/tasks/{one['id']}/progress", state="done")
    after = client.json(kh21)["counts"]
    assert (after["overdue"], after["done"]) == (before["overdue"] - 1, before["done"] + 1)
    client.post(f"/tasks/{one['id']}/progress", state="open")


def test_fields_are_put_right_and_taken_back_one_by_one(client: Client, kh21: str) -> None:
    before = row(client, kh21, "t6")
    fields = {
        "lead": "STC\nCông an tỉnh",
        "support": "Sở Y tế; Sở Nội vụ",
        "due": "30/6/2027",
        "note": "theo họp",
    }
    said = client.post(f"/tasks/{before['id']}/correct.json", **fields).json()["corrections"]
    assert [one["kind"] for one in said] == ["lead", "support", "due"]
    now = row(client, kh21, "t6")
    assert now["lead"] == ["Sở Tài chính", "Công an tỉnh"]
    assert now["support"] == ["Sở Y tế", "Sở Nội vụ"]
    assert (now["due"], now["deadlines"], now["day"]) == (["2027-06-30"], ["30/06/2027"], "2027-06-30")
    marks = {one["field"]: one for one in now["corrected"]}
    assert (marks["lead"]["was"], marks["support"]["was"]) == (before["lead"], before["support"])
    assert len(marks["due"]["was"]) == len(before["due"])
    assert {(one["by"], one["note"]) for one in now["corrected"]} == {(HOA, "theo họp")}
    for one in said:
        client.post(f"/corrections/{one['number']}/undo.json")
    left = row(client, kh21, "t6")
    assert {name: left[name] for name in left if name != "seen"} == {
        name: before[name] for name in before if name != "seen"
    }


def test_a_field_that_stays_as_it_is_says_nothing(client: Client, kh21: str) -> None:
    page = client.http.get(f"/tasks/{row(client, kh21, 't9')['id']}/edit").text
    typed = dict(re.findall(r'<textarea id="(\w+)"[^>]*>([^<]*)</textarea>', page))
    answer = client.post(f"/tasks/{row(client, kh21, 't9')['id']}/correct.json", **typed)
    assert answer.json() == {"corrections": []}


def test_what_is_no_task_leaves_the_list_and_comes_back(client: Client, kh21: str) -> None:
    one = row(client, kh21, "t7")
    client.post(f"/tasks/{one['id']}/correct", no_task="true", note="chỉ là giải thích")
    view = client.json(kh21)
    assert one["quote"] not in [other["quote"] for other in rows(view)]
    (gone,) = view["withdrawn"]
    assert (gone["quote"], gone["by"], gone["note"]) == (one["quote"], HOA, "chỉ là giải thích")
    client.post(f"/corrections/{gone['number']}/undo")
    assert client.json(kh21)["withdrawn"] == []
    assert row(client, kh21, "t7")["quote"] == one["quote"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"due": "31/6/2026"}, "31/6/2026: không có ngày này"),
        ({"due": "bao giờ cũng được"}, "không có ngày này"),
        ({"lead": "Sở Y tế", "support": "Sở Y tế"}, "vừa chủ trì vừa phối hợp"),
        ({"lead": "x" * 1500}, "tên quá dài"),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(
    client: Client, kh21: str, fields: dict[str, str], said: str
) -> None:
    one = row(client, kh21, "t8")
    answer = client.post(f"/tasks/{one['id']}/correct", **fields, note="ghi chú của tôi")
    assert answer.status_code == 422
    assert said in answer.text
    assert "ghi chú của tôi" in answer.text
    assert all(value in answer.text for value in fields.values())
    assert row(client, kh21, "t8")["corrected"] == []
    fault = client.post(f"/tasks/{one['id']}/correct.json", **fields)
    assert (fault.status_code, list(fault.json())) == (422, ["error"])


def test_nobody_changes_anything_without_a_name(served: Served, kh21: str) -> None:
    with client_of(served) as client:
        one = row(client, kh21, "t8")
        for path in (f"/tasks/{one['id']}/progress", f"/tasks/{one['id']}/correct"):
            answer = client.post(path, state="done", lead="Sở Y tế")
            assert answer.status_code == 422
            assert "thiếu tên người sửa" in answer.text
        answer = client.post(f"/tasks/{one['id']}/progress.json", state="done", name="  Trần  Văn Nam ")
        assert answer.json()["corrections"][0]["by"] == "Trần Văn Nam"
        client.post(f"/corrections/{answer.json()['corrections'][0]['number']}/undo", name="Trần Văn Nam")


def test_a_colleague_was_faster(client: Client, kh21: str) -> None:
    one = row(client, kh21, "t10")
    client.post(f"/tasks/{one['id']}/correct", lead="Sở Y tế")
    answer = client.post(f"/tasks/{one['id']}/correct?seen={one['seen']}", lead="Sở Nội vụ", note="ý tôi")
    assert answer.status_code == 409
    assert "người khác vừa sửa nhiệm vụ này" in answer.text
    assert ">Sở Nội vụ</textarea>" in answer.text
    assert 'value="ý tôi"' in answer.text
    assert row(client, kh21, "t10")["lead"] == ["Sở Y tế"]
    again = re.search(r'action="(/tasks/\d+/correct\?[^"]+)"', answer.text)
    assert again
    assert client.post(again[1].replace("&amp;", "&"), lead="Sở Nội vụ").status_code == 303
    assert row(client, kh21, "t10")["lead"] == ["Sở Nội vụ"]
    tick = client.post(f"/tasks/{one['id']}/progress?seen={one['seen']}", state="doing")
    assert tick.status_code == 303, "a tick says nothing of the owner"


def test_a_document_that_is_read_anew_keeps_what_people_said(client: Client, served: Served) -> None:
    (ended,) = client.read(("kh.txt", plan(81)))
    client.read(("khác.txt", plan(82)))
    document = ended["document_id"]
    path = f"/documents/{document}/checklist"
    one, other = rows(client.json(path))
    client.post(f"/tasks/{one['id']}/progress", state="done", note="xong sớm")
    client.post(f"/tasks/{other['id']}/correct", lead="Sở Nội vụ")
    other = row(client, path, other["task"])
    (served.files / "lại.txt").write_bytes(plan(81))
    with Corpus.open(served.corpus_path) as corpus:
        corpus.add(parse(served.files / "lại.txt"), replace=True)
    again = rows(client.json(path))
    assert (again[0]["state"], again[0]["progress"]["note"]) == ("done", "xong sớm")
    assert again[1]["lead"] == ["Sở Nội vụ"]
    assert again[0]["id"] != one["id"]
    stale = f"?seen={other['seen']}&document={document}"
    answer = client.post(f"/tasks/{other['id']}/correct{stale}", lead="Sở Y tế", note="đừng mất")
    assert answer.status_code == 409
    assert "văn bản vừa được đọc lại" in answer.text
    assert ">Sở Y tế</textarea>" in answer.text
    assert "đừng mất" in answer.text
    assert f"/tasks/{again[1]['id']}/correct" in answer.text
    gone = f"?seen={'0' * 16}.{'0' * 16}&document={document}"
    answer = client.post(f"/tasks/{other['id']}/correct{gone}", lead="Sở Ngoại vụ", note="vẫn còn")
    assert answer.status_code == 409
    assert "không còn nhiệm vụ này" in answer.text
    assert "Sở Ngoại vụ" in answer.text
    assert "vẫn còn" in answer.text


def test_a_new_version_of_the_file_keeps_ticks_and_corrections(client: Client) -> None:
    (first,) = client.read(("kh.txt", plan(91)))
    one, other = rows(client.json(f"/documents/{first['document_id']}/checklist"))
    client.post(f"/tasks/{one['id']}/progress", state="done", note="đã trình")
    client.post(f"/tasks/{other['id']}/correct", due="15/7/2026")
    newer = plan(91) + "3. Sở Nội vụ rà soát tổ chức bộ máy trước ngày 31/8/2026.\n".encode()
    (second,) = client.read(("kh sửa.txt", newer))
    assert second["document_id"] != first["document_id"]
    now = rows(client.json(f"/documents/{second['document_id']}/checklist"))
    assert [(row["state"], row["due"]) for row in now] == [
        ("done", ["2026-04-20"]),
        ("open", ["2026-07-15"]),
        ("open", ["2026-08-31"]),
    ]


def test_words_of_a_document_are_never_markup(client: Client) -> None:
    work = 'Sở Tài chính thẩm định <script>alert(1)</script> "kinh phí" trước ngày 20/4/2026.'
    (ended,) = client.read(("kh.txt", plan(95, work)))
    path = f"/documents/{ended['document_id']}/checklist"
    (one, _) = rows(client.json(path))
    client.post(f"/tasks/{one['id']}/progress", state="doing", note='"><img src=x onerror=alert(1)>')
    for page in (path, f"/tasks/{one['id']}/edit"):
        text = client.http.get(page).text
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert "&lt;script&gt;alert(1)" in text


# taking away


def take(client: Client, path: str, form: str, **query: str) -> tuple[bytes, str]:
    """A file, and the name that it is given."""
    answer = client.http.get(f"{path}.{form}", params=query)
    assert answer.status_code == 200, answer.text
    header = answer.headers["content-disposition"]
    exact = re.search(r"filename\*=UTF-8''(\S+)$", header)
    assert exact
    assert re.search(r'^attachment; filename="[ -~]+\.' + form + '"', header)
    return answer.content, unquote(exact[1])


@pytest.fixture(scope="module")
def taken(served: Served) -> Iterator[tuple[Client, str]]:
    """A checklist in which something was put right and ticked."""
    with client_of(served, HOA) as client:
        (ended,) = client.read(("kh.txt", plan(97)))
        path = f"/documents/{ended['document_id']}/checklist"
        one, other = rows(client.json(path))
        client.post(f"/tasks/{one['id']}/correct", lead="Sở Nội vụ")
        client.post(f"/tasks/{other['id']}/progress", state="done", note="đã trình")
        yield client, path


def test_a_spreadsheet_is_taken_away(taken: tuple[Client, str]) -> None:
    content, name = take(*taken, "xlsx")
    assert name.startswith("Phân công nhiệm vụ 97-KH-UBND")
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    cells = [str(cell.value) for line in sheet.iter_rows() for cell in line if cell.value]
    assert any(cell.startswith("Sở Nội vụ") for cell in cells)
    assert {"Đã hoàn thành", "đã trình"} <= set(cells)


def test_an_appendix_is_taken_away(taken: tuple[Client, str]) -> None:
    paper = Document(io.BytesIO(take(*taken, "docx")[0]))
    said = " ".join(cell.text for table in paper.tables for line in table.rows for cell in line.cells)
    assert "Sở Nội vụ" in said
    assert "thẩm định kinh phí" in said


@pytest.mark.needs("libreoffice")
def test_a_print_is_taken_away(taken: tuple[Client, str]) -> None:
    content, _ = take(*taken, "pdf")
    with pypdfium2.PdfDocument(content) as paper:
        assert "thẩm định kinh phí" in " ".join(paper[0].get_textpage().get_text_bounded().split())


def test_a_calendar_a_table_and_a_text_are_taken_away(taken: tuple[Client, str]) -> None:
    calendar = icalendar.Calendar.from_ical(take(*taken, "ics")[0])
    assert len(calendar.walk("VEVENT") or calendar.walk("VTODO")) == 2
    table = list(csv.reader(io.StringIO(take(*taken, "csv")[0].decode("utf-8-sig"))))
    assert any("Sở Nội vụ" in cell for line in table for cell in line)
    assert "Sở Nội vụ" in take(*taken, "md")[0].decode()


def test_the_part_of_an_agency_is_taken_away(taken: tuple[Client, str]) -> None:
    content, name = take(*taken, "md", agency="Sở Y tế")
    assert "Sở Y tế" in name
    assert "báo cáo kết quả" in content.decode()
    assert "thẩm định kinh phí" not in content.decode()
    client, path = taken
    assert (
        f'href="{path}.xlsx?agency=S%E1%BB%9F+Y+t%E1%BA%BF"'
        in client.http.get(path, params={"agency": "Sở Y tế"}).text
    )


# coming back


# in a browser


@pytest.mark.needs("chromium")
def test_ticking_and_editing_in_place(served: Served, client: Client, page: Page) -> None:
    (ended,) = client.read(("kh.txt", plan(101)))
    path = f"/documents/{ended['document_id']}/checklist"
    signed(page, served, path)
    axe(page)
    page.evaluate("window.same = true")
    page.get_by_role("button", name="Đánh dấu xong nhiệm vụ 1").click()
    expect(page.locator("#task-t1 .state")).to_contain_text("Đã hoàn thành")
    expect(page.get_by_role("button", name="Mở lại nhiệm vụ 1")).to_be_focused()
    expect(page.locator(".progress")).to_contain_text("1/2")
    page.get_by_role("link", name="Sửa nhiệm vụ 2").click()
    expect(page.get_by_label("Cơ quan chủ trì, mỗi dòng")).to_be_focused()
    axe(page)
    page.get_by_label("Cơ quan chủ trì, mỗi dòng").fill("Sở Nội vụ")
    page.get_by_label("Thời hạn, mỗi dòng").fill("31/6/2026")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("không có ngày này")
    expect(page.get_by_label("Cơ quan chủ trì, mỗi dòng")).to_have_value("Sở Nội vụ")
    page.get_by_label("Thời hạn, mỗi dòng").fill("30/7/2026")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.locator("#task-t2")).to_contain_text("30/07/2026")
    expect(page.locator("#task-t2 .mended")).to_have_count(2)
    expect(page.get_by_role("link", name="Sửa nhiệm vụ 2")).to_be_focused()
    page.get_by_role("link", name="Sửa nhiệm vụ 2").click()
    page.get_by_role("button", name=re.compile("Thu hồi lần sửa")).first.click()
    expect(page.locator("#task-t2 .mended")).to_have_count(1)
    page.get_by_role("link", name="Sửa nhiệm vụ 2").press("Enter")
    page.get_by_role("button", name="Đây không phải nhiệm vụ").click()
    expect(page.locator("tr.task")).to_have_count(1)
    page.get_by_text("Đã loại khỏi bảng (1)").click()
    page.get_by_role("button", name=re.compile("Thu hồi lần sửa")).click()
    expect(page.locator("tr.task")).to_have_count(2)
    assert page.evaluate("window.same") is True


@pytest.mark.needs("chromium")
def test_who_has_not_signed_is_asked_once(served: Served, client: Client, page: Page) -> None:
    (ended,) = client.read(("kh.txt", plan(102)))
    page.goto(f"{served.url}/documents/{ended['document_id']}/checklist")
    page.get_by_role("button", name="Đánh dấu xong nhiệm vụ 1").click()
    expect(page.get_by_role("alert")).to_contain_text("thiếu tên người sửa")
    page.locator("#edit form.tick").get_by_label("Họ và tên của bạn").fill("Lê Văn Ba")
    page.locator("#edit form.tick").get_by_label("Đã hoàn thành").check()
    page.get_by_role("button", name="Lưu tiến độ").click()
    expect(page.locator("#task-t1 .state")).to_contain_text("Lê Văn Ba")
    page.get_by_role("button", name="Đánh dấu xong nhiệm vụ 2").click()
    expect(page.locator("#task-t2 .state")).to_contain_text("Lê Văn Ba")


@pytest.mark.needs("chromium")
def test_filters_in_place_are_in_the_address_and_go_back(served: Served, kh21: str, page: Page) -> None:
    page.goto(served.url + kh21)
    page.evaluate("window.same = true")
    page.get_by_label("Cơ quan", exact=True).select_option("Sở Tài chính")
    expect(page).to_have_url(re.compile("agency="))
    expect(page.locator("tr.task").first).to_contain_text("Sở Tài chính")
    page.get_by_label("Xếp nhóm").select_option("deadline")
    expect(page.locator("tr.heading").first).to_be_visible()
    assert page.evaluate("window.same") is True
    axe(page)
    page.get_by_text("Tải về").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Bảng tính Excel (XLSX)").click()
    assert "Sở Tài chính" in download.value.suggested_filename
    page.go_back()
    expect(page.locator("tr.heading")).to_have_count(0)
    page.reload()
    expect(page.get_by_label("Cơ quan", exact=True)).to_have_value("Sở Tài chính")


@pytest.mark.needs("chromium")
def test_everything_works_without_scripts(served: Served, client: Client, no_script_page: Page) -> None:
    page = no_script_page
    (ended,) = client.read(("kh.txt", plan(103)))
    signed(page, served, f"/documents/{ended['document_id']}/checklist")
    page.get_by_role("button", name="Đánh dấu xong nhiệm vụ 1").click()
    expect(page.locator("#task-t1 .state")).to_contain_text("Đã hoàn thành")
    expect(page.locator(".note")).to_contain_text("đã hoàn thành")
    page.get_by_role("link", name="Sửa nhiệm vụ 2").click()
    page.get_by_label("Cơ quan phối hợp, mỗi dòng").fill("Sở Nội vụ\nSTC")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.locator("#task-t2")).to_contain_text("Sở Tài chính")
    page.get_by_role("link", name="Sửa nhiệm vụ 2").click()
    page.get_by_role("button", name=re.compile("Thu hồi lần sửa")).click()
    expect(page.locator("#task-t2 .mended")).to_have_count(0)
    page.get_by_label("Có chữ").fill("kinh phi")
    page.get_by_role("button", name="Lọc").click()
    expect(page.locator("tr.task")).to_have_count(1)


@pytest.mark.needs("chromium")
@pytest.mark.parametrize(("lang", "theme"), [("vi", "light"), ("en", "dark")])
def test_the_list_is_usable_by_everybody_on_a_phone(
    served: Served, kh21: str, browser: Browser, lang: str, theme: Any
) -> None:
    with new_page(browser, viewport={"width": 390, "height": 844}, color_scheme=theme) as page:
        for path in (f"{kh21}?lang={lang}&group=agency", f"{kh21}?lang={lang}&status=overdue"):
            page.goto(served.url + path)
            axe(page)
            fits(page)
        page.locator("a.edit").first.click()
        expect(page.locator("#edit")).to_be_visible()
        axe(page)
        fits(page)


@pytest.mark.needs("chromium")
def test_on_paper_it_is_the_table_of_an_appendix(served: Served, kh21: str, page: Page) -> None:
    page.goto(served.url + kh21)
    with pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)) as paper:
        assert [round(side) for side in paper[0].get_size()] == [842, 595]
        pages = ["".join(sheet.get_textpage().get_text_bounded().split()) for sheet in paper]
    assert pages[0].startswith("BẢNGPHÂNCÔNGNHIỆMVỤTheoKếhoạchsố21/KH-UBND")
    assert all("Nộidungcôngviệc" in said for said in pages), "the head row is repeated"
    assert "Tảivề" not in "".join(pages)


def test_tasks_of_the_corpus_are_those_of_the_list(served: Served, client: Client, kh21: str) -> None:
    with Corpus.open(served.corpus_path) as corpus, corpus.reading() as connection:
        held = tasks_in(connection, [int(kh21.split("/")[2])])
    assert [task.id for task in held] == [one["id"] for one in rows(client.json(kh21))]
