"""Files are handed in at the web app, read, and become documents; what is wrong with one is told, and the server lives."""

from __future__ import annotations

import base64
import io
import re
import signal
import socket
import zipfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from pdf_files import form, one_page
from playwright.sync_api import Page, expect
from running import COMMUNE_PLAN, PLAN
from scanning import pdf_of, saved
from scanning import plan as scanned_plan
from test_bad_input import locked_pdf
from web_checks import axe, fits
from web_handing import Client, client_of
from web_serving import Served, serving

from corpus.queries import counts
from corpus.store import Corpus

BOMBS = [
    one_page(
        b"/A Do % " + str(number).encode(),
        more={6: form(b"/A Do /A Do /A Do", b"/A 6 0 R")},
        draws=b"/A 6 0 R",
    )
    for number in range(10)
]
SECRET = (
    "ỦY BAN NHÂN DÂN TỈNH LAI CHÂU\nSố: 12/KH-UBND\nMẬT\n\nLai Châu, ngày 02 tháng 3 năm 2024\n\nKẾ HOẠCH\n"
    "Tổ chức diễn tập\n\n1. Sở Tài chính bảo đảm kinh phí trước ngày 20/4/2024.\n"
)


def plan(number: int, work: str = "Sở Tài chính thẩm định kinh phí trước ngày 20/4/2026.") -> bytes:
    """A small plan of its own number."""
    return (
        f"ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\nSố: {number}/KH-UBND\n\nLai Châu, ngày 02 tháng 3 năm 2026\n\nKẾ HOẠCH\n"
        f"Triển khai công tác năm 2026\n\nI. NHIỆM VỤ\n1. {work}\n2. Sở Y tế báo cáo kết quả trước ngày 30/6/2026.\n"
    ).encode()


def archive(**files: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return content.getvalue()


@pytest.fixture(scope="module")
def taking(sample_corpus: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server that many tests hand files to, each its own."""
    target = tmp_path_factory.mktemp("taking") / "kho.db"
    target.write_bytes(Path(sample_corpus).read_bytes())
    with serving(target) as served:
        yield served


@pytest.fixture
def client(taking: Served) -> Iterator[Client]:
    with client_of(taking, "Nguyễn Thị Hoa") as opened:
        yield opened


def documents(served: Served) -> int:
    with Corpus.open(served.corpus_path) as corpus, corpus.reading() as connection:
        return counts(connection)["documents"]


def test_a_plan_comes_in_is_read_and_becomes_a_checklist(client: Client) -> None:
    answer = client.send("/plans", "files", ("../kế hoạch.txt", plan(1)))
    assert answer.status_code == 303
    place = answer.headers["location"]
    assert re.fullmatch(r"/readings/\d+", place)
    ended = client.ended(int(place.rpartition("/")[2]))
    assert (ended["name"], ended["state"], ended["by"]) == ("kế hoạch.txt", "done", "Nguyễn Thị Hoa")
    made = client.json(f"/documents/{ended['document_id']}/checklist")
    rows = [row for group in made["groups"] for row in group["rows"]]
    assert [(row["lead"], row["day"]) for row in rows] == [
        (["Sở Tài chính"], "2026-04-20"),
        (["Sở Y tế"], "2026-06-30"),
    ]
    assert "Mở bảng phân công nhiệm vụ" in client.http.get(place).text


def test_what_the_corpus_holds_leads_straight_to_its_checklist(client: Client, taking: Served) -> None:
    before = documents(taking)
    answer = client.send("/plans", "files", ("x", PLAN.read_bytes()))
    assert re.fullmatch(r"/documents/\d+/checklist", answer.headers["location"])
    assert "đã có trong kho" in client.http.get(answer.headers["location"]).text
    assert documents(taking) == before


@pytest.mark.parametrize(
    ("name", "data", "cause"),
    [
        ("no-zip.docx", b"this is no ZIP \x00\xff" * 20, "nhị phân|không phải"),
        ("half.docx", PLAN.read_bytes()[:3000], "hỏng"),
        ("truncated.pdf", COMMUNE_PLAN.read_bytes()[:700], "cắt cụt"),
        ("locked.pdf", locked_pdf(), "mật khẩu"),
        ("bomb.pdf", one_page(b"/A Do", more={6: form(b"/A Do /A Do", b"/A 6 0 R")}, draws=b"/A 6 0 R"), "bất thường"),
        ("junk.txt", bytes(range(256)) * 50, "nhị phân"),
        ("photos.zip", archive(**{"photo.heic": b"x"}), "không có văn bản nào"),
        ("program.pdf", b"\x7fELF\x02\x01\x01" + bytes(900), "nhị phân|là"),
        ("blank.txt", b" \n \n", "không có chữ|rỗng"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_with_a_remedy(
    client: Client, taking: Served, name: str, data: bytes, cause: str
) -> None:
    before = documents(taking)
    (ended,) = client.read((name, data))
    assert (ended["state"], ended["document_id"], ended["may_retry"]) == ("failed", None, True)
    assert re.search(cause, ended["cause"])
    assert ended["remedy"]
    page = client.http.get(f"/readings/{ended['id']}")
    assert "Không đọc được tệp này" in page.text
    assert documents(taking) == before


def test_an_empty_file_is_refused_at_once(client: Client) -> None:
    answer = client.send("/plans", "files", ("empty.pdf", b""))
    assert answer.status_code == 422
    assert "tệp rỗng" in answer.text
    some = client.hand_in(("empty.pdf", b""), ("b.txt", plan(2)))
    assert [one["state"] for one in some] in (["failed", "waiting"], ["failed", "reading"])


def test_nothing_chosen_is_told(client: Client) -> None:
    assert client.send("/plans", "files", ("", b"")).status_code == 422
    assert client.post("/plans.json").status_code == 422


def test_ten_hostile_files_at_once_and_pages_keep_answering(client: Client, taking: Served) -> None:
    sent = client.hand_in(*((f"{number}.pdf", bomb) for number, bomb in enumerate(BOMBS)))
    with httpx.Client(base_url=taking.url, timeout=30) as other:
        for path in ("/", "/plans", "/readings", "/search.json?q=kinh+phí"):
            assert other.get(path).status_code == 200
    assert {client.ended(one["id"])["state"] for one in sent} == {"failed"}
    assert taking.process.poll() is None


def test_an_archive_is_handed_in_as_its_documents(client: Client) -> None:
    packed = archive(**{"a/một.txt": plan(31), "hai.txt": plan(32), "../evil.txt": plan(33), "rỗng.txt": b""})
    (ended,) = client.read(("hồ sơ.zip", packed))
    assert ended["state"] == "done"
    assert "2 văn bản" in ended["cause"]
    found = client.json("/readings", limit=4)["readings"]
    names = {one["name"]: client.ended(one["id"])["state"] for one in found if one["id"] > ended["id"]}
    assert {"một.txt": "done", "hai.txt": "done"}.items() <= names.items()
    assert {state for name, state in names.items() if "i.txt" not in name and "một" not in name} <= {"failed"}


def test_a_secret_document_is_refused_and_leaves_nothing(client: Client, taking: Served) -> None:
    before = documents(taking)
    (ended,) = client.read(("kh-mat.txt", SECRET.encode()))
    assert (ended["state"], ended["document_id"], ended["may_retry"]) == ("refused", None, False)
    assert "độ mật" in ended["cause"]
    assert documents(taking) == before
    assert all(SECRET.encode() != file.read_bytes() for file in taking.files.iterdir())


def test_a_secret_document_is_read_where_that_is_allowed(tmp_path: Path) -> None:
    with serving(tmp_path / "kho.db", "--allow-secret") as served, client_of(served) as client:
        (ended,) = client.read(("kh-mat.txt", SECRET.encode()))
        assert ended["state"] == "done"
    with serving(tmp_path / "kho.db") as served, client_of(served) as client:
        for face in ("", ".json", ".xlsx", ".md"):
            assert client.http.get(f"/documents/{ended['document_id']}/checklist{face}").status_code == 403
        assert client.json(f"/readings/{ended['id']}")["document"] is None
        (again,) = client.read(("kh-mat.txt", SECRET.encode()))
        assert again["state"] == "refused"


@pytest.mark.parametrize("path", ["/plans", "/plans.json", "/choices", "/documents/1/checklist/marks"])
def test_two_gigabytes_are_refused_before_they_come(taking: Served, path: str) -> None:
    host, _, port = taking.url.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=30) as connection:
        head = f"POST {path} HTTP/1.1\r\nHost: {host}:{port}\r\nContent-Length: 2000000000\r\n"
        connection.sendall(f"{head}Content-Type: multipart/form-data; boundary=b\r\n\r\n--b\r\n".encode())
        assert connection.recv(100).startswith(b"HTTP/1.1 413")


def test_a_form_that_says_nothing_of_its_size_is_counted(taking: Served) -> None:
    def endless() -> Iterator[bytes]:
        yield b'--b\r\nContent-Disposition: form-data; name="back"\r\n\r\n'
        for _ in range(40):
            yield b"x" * 100_000

    headers = {"content-type": "multipart/form-data; boundary=b"}
    try:
        answer = httpx.post(taking.url + "/choices", content=endless(), headers=headers, timeout=30)
        assert answer.status_code in (400, 413)
    except httpx.TransportError:
        pass  # the server closed the connection while more was coming
    assert httpx.get(taking.url, timeout=60).status_code == 200


def test_what_failed_is_listed_and_can_be_read_again(client: Client) -> None:
    (ended,) = client.read(("hỏng.docx", PLAN.read_bytes()[:2000]))
    failed = client.json("/readings", state="failed")["readings"]
    assert ended["id"] in [one["id"] for one in failed]
    answer = client.post(f"/readings/{ended['id']}/retry")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/readings/{ended['id']}")
    assert client.ended(ended["id"])["state"] == "failed"
    assert client.post("/readings/99999/retry.json").status_code == 409
    assert client.http.get("/readings/99999").status_code == 404
    assert client.http.get(f"/readings/{2**70}").status_code in (404, 422)


def test_the_list_goes_on_by_cursor(client: Client) -> None:
    first = client.json("/readings", limit=2)
    second = client.json("/readings", limit=2, after=first["next"])
    ids = [one["id"] for one in (*first["readings"], *second["readings"])]
    assert ids == sorted(set(ids), reverse=True)
    assert client.http.get("/readings.json", params={"after": "kein"}).status_code == 422


def test_a_server_that_is_killed_goes_on_where_it_stopped(tmp_path: Path) -> None:
    with serving(tmp_path / "kho.db") as served, client_of(served) as client:
        (one, other) = client.hand_in(("a.pdf", COMMUNE_PLAN.read_bytes()), ("b.docx", PLAN.read_bytes()))
        client.until(one["id"], lambda now: now["state"] == "reading")
        served.process.send_signal(signal.SIGKILL)
        served.process.wait()
    with serving(tmp_path / "kho.db") as served, client_of(served) as client:
        assert [client.ended(file["id"])["state"] for file in (one, other)] == ["done", "done"]
        assert documents(served) == 2


def test_several_servers_read_no_file_twice(tmp_path: Path) -> None:
    files = [(f"{number}.txt", plan(number)) for number in range(50, 56)]
    with (
        serving(tmp_path / "kho.db", "--workers", "2") as one,
        serving(tmp_path / "kho.db") as two,
        client_of(one) as here,
        client_of(two) as there,
    ):
        ended = [*here.read(*files[:3]), *there.read(*files[3:])]
        assert [(file["state"], file["cause"]) for file in ended] == [("done", None)] * len(files)
        assert len({file["document_id"] for file in ended}) == len(files)
        one.process.send_signal(signal.SIGTERM)
        one.process.wait(30)
        (left,) = there.read(("mới.txt", plan(57)))
        assert left["state"] == "done"


# in a browser


@pytest.mark.needs("chromium")
def test_a_file_is_chosen_read_and_its_checklist_opens(taking: Served, page: Page) -> None:
    page.goto(taking.url + "/plans")
    axe(page)
    file = {"name": "kế hoạch 71.txt", "mimeType": "text/plain", "buffer": plan(71)}
    page.get_by_label("Tệp văn bản").set_input_files(file)  # type: ignore[arg-type]
    page.get_by_role("button", name="Đọc tệp").click()
    expect(page.get_by_role("heading", name="Bảng phân công nhiệm vụ")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("71/KH-UBND")).to_be_visible()


@pytest.mark.needs("chromium")
def test_a_file_is_dropped(taking: Served, page: Page) -> None:
    page.goto(taking.url + "/plans")
    drop(page, "thả.txt", plan(72))
    expect(page.get_by_text("72/KH-UBND")).to_be_visible(timeout=60_000)
    page.goto(taking.url + "/plans")
    drop(page, "thả lại.txt", plan(72))
    expect(page.get_by_role("heading", name="Bảng phân công nhiệm vụ")).to_be_visible()


@pytest.mark.needs("chromium")
def test_what_is_wrong_with_a_dropped_file_is_said_on_the_spot(taking: Served, page: Page) -> None:
    page.goto(taking.url + "/plans")
    drop(page, "rỗng.txt", b"")
    expect(page.locator(".sending")).to_contain_text("tệp rỗng")


@pytest.mark.needs("chromium", "tesseract", "fonts")
def test_pages_of_a_scan_are_counted_while_they_are_read(taking: Served, page: Page) -> None:
    page.goto(taking.url + "/plans")
    drop(page, "bản quét.pdf", pdf_of(*[scanned_plan().scanned()] * 3))
    expect(page.locator("#said")).to_contain_text("/3", timeout=60_000)
    axe(page)
    expect(page.get_by_text("1445/KH-SYT")).to_be_visible(timeout=120_000)


@pytest.mark.needs("tesseract", "fonts")
def test_a_picture_with_text_is_read(client: Client) -> None:
    (ended,) = client.read(("ảnh.png", saved(scanned_plan().scanned(noise=3), "PNG")))
    assert ended["state"] == "done"


@pytest.mark.needs("chromium")
def test_the_whole_way_without_scripts_on_a_page_in_english(taking: Served, no_script_page: Page) -> None:
    page = no_script_page
    page.goto(taking.url + "/plans")
    page.get_by_role("button", name="English").click()
    file = {"name": "plan 73.txt", "mimeType": "text/plain", "buffer": plan(73)}
    page.get_by_label("Documents").set_input_files(file)  # type: ignore[arg-type]
    page.get_by_role("button", name="Read them").click()
    expect(page.get_by_role("heading", name="Task checklist")).to_be_visible(timeout=60_000)


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_pages_are_usable_by_everybody_on_a_phone(
    taking: Served, client: Client, phone_page: Page, theme: str
) -> None:
    (bad,) = client.read((f"hỏng {theme}.docx", PLAN.read_bytes()[:2500]))
    phone_page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    for path in ("/plans", "/readings", "/readings?state=failed", f"/readings/{bad['id']}"):
        phone_page.goto(taking.url + path)
        axe(phone_page)
        fits(phone_page)


def test_what_a_file_is_called_is_text(client: Client) -> None:
    name = "<img src=x onerror=alert(1)>.txt"
    (ended,) = client.read((name, plan(74)))
    for path in ("/readings", f"/readings/{ended['id']}", "/plans"):
        text = client.http.get(path).text
        assert "<img src=x" not in text
        assert "&lt;img src=x" in text


def drop(page: Page, name: str, data: bytes) -> None:
    """Let a file fall onto the page, as the mouse does."""
    sent = {"name": name, "data": base64.b64encode(data).decode()}
    transfer = page.evaluate_handle(
        """({ name, data }) => {
          const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
          const transfer = new DataTransfer();
          transfer.items.add(new File([bytes], name));
          return transfer;
        }""",
        sent,
    )
    for event in ("dragover", "drop"):
        page.dispatch_event("#drop", event, {"dataTransfer": transfer})
