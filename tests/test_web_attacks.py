"""What somebody may try on the web app: documents, names, forms and bodies that are meant to do harm."""

from __future__ import annotations

import asyncio
import csv
import re
import shutil
import socket
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import httpx
import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page
from web_serving import Served, serving
from web_visits import PASSWORD, browser_of, form_token, office, post, program_of

from corpus.store import Corpus
from extract.extraction import Agency, Citation, Extraction, Header, Section, Target, Task
from nhiemvu.web.app import application
from nhiemvu.web.bodies import Body, StoppedError
from nhiemvu.web.file_names import attached, file_name
from nhiemvu.web.settings import Settings

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>'\"><svg onload=alert(3)>{{7*7}}${7*7}\u202e\x1b[31m"
GIGABYTE = 1_000_000_000


def hostile(plan: Extraction) -> Extraction:
    """A document whose every word is an attack."""
    text = f"{SCRIPT} {SCRIPT} javascript:alert(4)"
    task = Task(id="t1", quote=SCRIPT, start=0, end=len(SCRIPT), section=SCRIPT, lead=(SCRIPT, "=cmd|'/c calc'!A1"),
                support=(SCRIPT,), due=("2025-04-20",), deliverable=SCRIPT, page=1, rule="item")  # fmt: skip
    return replace(
        plan,
        source=replace(plan.source, path=f"../../{SCRIPT}\r\nX-Evil: 1.docx", sha256="cd" * 32, warnings=(SCRIPT,)),
        header=Header(type=SCRIPT, number=SCRIPT, issuer=SCRIPT, place=SCRIPT, date="2025-02-27", title=SCRIPT,
                      authority=SCRIPT, position=SCRIPT, signer=SCRIPT, recipients=(SCRIPT,)),
        outline=(Section(id="s1", marker=SCRIPT, kind="roman", heading=SCRIPT, start=0, end=len(text), parent=None),),
        citations=(Citation(quote=SCRIPT, start=0, end=len(SCRIPT), symbol=SCRIPT, title=SCRIPT, issuer=SCRIPT,
                            type=SCRIPT, pinpoint=SCRIPT, rule="number"),),
        agencies=(Agency(quote=SCRIPT, start=0, end=5, name=SCRIPT, kind=SCRIPT, level=None, place=SCRIPT, rule="x"),),
        targets=(Target(quote=SCRIPT, start=0, end=5, value=5, unit=SCRIPT),),
        deadlines=(),
        tasks=(task,),
        text=text,
    )  # fmt: skip


@pytest.fixture(scope="module")
def dangerous(sample_corpus: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, int]]:
    """A server whose corpus holds the hostile document, and the number of it."""
    from conftest import plan

    target = tmp_path_factory.mktemp("dangerous") / "kho.db"
    shutil.copy(sample_corpus, target)
    with Corpus.open(target) as corpus:
        added = corpus.add(hostile(plan.__wrapped__()))  # type: ignore[attr-defined]
    with serving(target) as served:
        yield served, added.document_id


def _pages(document_id: int) -> list[str]:
    """Where the document shows: every page of the app that takes no parameter, or that of a document."""
    from nhiemvu.web.app import ROUTERS

    paths = set()
    for router in ROUTERS:
        for route in router.routes:
            if "GET" in (getattr(route, "methods", None) or ()):
                path = str(route.path).replace("{document_id}", str(document_id))  # type: ignore[attr-defined]
                if "{" not in path and not path.endswith("/feed"):
                    paths.add(path)
    return sorted(paths | {"/search?q=alert", f"/search?q={SCRIPT[:60]}"})


def test_files_that_are_taken_away_hold_no_formula(dangerous: tuple[Served, int]) -> None:
    """A body that is called `=cmd|...` is text in every cell, and in a comma-separated file begins with no sign that
    a spreadsheet obeys."""
    served, document_id = dangerous
    sheet = httpx.get(f"{served.url}/documents/{document_id}/checklist.xlsx", timeout=60)
    cells = [cell for row in load_workbook(BytesIO(sheet.content)).worksheets[0].iter_rows() for cell in row]
    assert any("cmd|" in str(cell.value) for cell in cells)
    assert [cell.coordinate for cell in cells if cell.data_type == "f" and "cmd" in str(cell.value)] == []
    table = httpx.get(f"{served.url}/documents/{document_id}/checklist.csv", timeout=60).content.decode(
        "utf-8-sig"
    )
    said = [cell for row in csv.reader(StringIO(table)) for cell in row]
    assert any("cmd|" in cell for cell in said)
    assert [cell for cell in said if cell[:1] in ("=", "+", "@")] == []


@pytest.mark.needs("chromium")
def test_a_document_that_is_full_of_scripts(dangerous: tuple[Served, int], page: Page) -> None:
    """No page runs any of it (a dialog, an error or a stopped script fails the test), and none of it becomes markup."""
    served, document_id = dangerous
    visited = 0
    for path in _pages(document_id):
        if re.search(r"\.\w+$", path):
            continue
        answer = page.goto(served.url + path)
        assert answer is not None
        assert answer.status in (200, 404, 422), path  # also what needs more to be asked
        assert page.locator("script:not([src]):not([type='application/json'])").count() == 0, path
        assert page.locator("img[src='x'], [onerror], [onload], [style], style").count() == 0, path
        assert "49" not in re.findall(r"\{?\{?(\d+)\}?\}? *\$", page.inner_text("body")), path
        visited += 1
    assert visited > 5


def test_the_same_as_json_is_no_page(dangerous: tuple[Served, int]) -> None:
    served, document_id = dangerous
    for path in _pages(document_id):
        if path.endswith(".json"):
            answer = httpx.get(served.url + path, timeout=60)
            assert answer.headers["content-type"] == "application/json", path
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert answer.status_code < 500, path


def test_headers_take_no_lines_from_documents(dangerous: tuple[Served, int]) -> None:
    served, document_id = dangerous
    for path in _pages(document_id):
        answer = httpx.get(served.url + path, timeout=60)
        assert "x-evil" not in answer.headers, path
        disposition = answer.headers.get("content-disposition", "")
        assert not re.search(r"filename=\"?[^;]*[/\\<>]", disposition), path


@pytest.mark.parametrize(
    "title",
    [
        "../../etc/passwd", "..\\..\\windows\\system32", "/etc/passwd", "C:\\a", "a\r\nSet-Cookie: a=b", 'a"; filename="b.exe',
        "a\u202egpj.exe", "con", "NUL.txt", "", ".", "..", "a" * 5000, "đ" * 300, "\x00\x01", "a;b=c", "%2e%2e%2f", "\ud800",
    ],
)  # fmt: skip
def test_names_of_files_to_take_away(title: str) -> None:
    name = file_name(title, ".xlsx")
    assert re.fullmatch(r'[^\x00-\x1f\x7f/\\:*?"<>|\u202a-\u202e]{1,150}\.xlsx', name)
    assert not name.startswith((".", "-", " "))
    assert len(name.encode()) < 255 or len(name) < 130
    header = attached(title, ".xlsx")["Content-Disposition"]
    assert re.fullmatch(
        r"attachment; filename=\"[ -~]+\.xlsx\"; filename\*=UTF-8''[\w.~%-]+\.xlsx", header, re.ASCII
    )
    assert header.count('"') == 2


@pytest.mark.parametrize(
    "path",
    [
        "/static/../settings.py", "/static/..%2f..%2fapp.py", "/static/%2e%2e/app.py", "/static//etc/passwd",
        "/static/..\\app.py", "/static/style.css%00.py", "/static/", "//evil.example/%2f..", "/documents/../../etc/passwd",
        "/documents/9223372036854775808", "/documents/-1", "/documents/1e9", "/documents/%F0%9F%92%A9", "/%00", "/%ff",
    ],
)  # fmt: skip
def test_addresses_that_lead_nowhere(web: Served, path: str) -> None:
    with socket.create_connection(("127.0.0.1", int(web.url.rpartition(":")[2])), timeout=10) as connection:
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
        answer = _all_of(connection)
    assert re.match(rb"HTTP/1.1 (?:40[0-9]|422|30[0-9]) ", answer), answer[:60]
    assert b"import" not in answer
    assert b"root:" not in answer


@pytest.fixture(scope="module")
def door(sample_corpus: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server with accounts, under attack."""
    with office(sample_corpus, tmp_path_factory.mktemp("door")) as served:
        yield served


def test_two_hundred_log_ins_in_a_minute(door: Served) -> None:
    """A few are looked at, the others wait; whoever is in already goes on, and others may log in."""
    with browser_of(door, "binh") as inside, browser_of(door) as client:
        token = form_token(client, "/login")
        said = [
            client.post("/login", data={"csrf": token, "name": "an", "password": f"đoán lần thứ {n}"})
            for n in range(200)
        ]
        looked_at = [answer for answer in said if answer.status_code == 403]
        waiting = [answer for answer in said if answer.status_code == 429]
        assert len(looked_at) + len(waiting) == 200
        assert 5 <= len(looked_at) <= 10
        assert int(waiting[0].headers["retry-after"]) >= 1
        assert "chờ" in waiting[0].text
        right = client.post("/login", data={"csrf": token, "name": "an", "password": PASSWORD})
        assert right.status_code == 429  # also with the right password, which a guess may have been
        elsewhere = httpx.Client(
            base_url=door.url, transport=httpx.HTTPTransport(local_address="127.0.0.2"), timeout=30
        )
        with elsewhere:  # its owner, at another address
            assert post(elsewhere, "/login", at="/login", name="an", password=PASSWORD).status_code == 303
            assert elsewhere.get("/account").status_code == 200
        assert inside.get("/account").status_code == 200


def test_many_accounts_from_one_address(door: Served) -> None:
    with browser_of(door) as client:
        token = form_token(client, "/login")
        said = [
            client.post(
                "/login", data={"csrf": token, "name": f"u{n}", "password": "mùa xuân chín 2026"}
            ).status_code
            for n in range(60)
        ]
    assert 15 <= said.count(403) <= 30
    assert said[-1] == 429


def _all_of(connection: socket.socket) -> bytes:
    parts = []
    while part := connection.recv(65536):
        parts.append(part)
    return b"".join(parts)


def _memory(served: Served) -> int:
    """Bytes that the server holds."""
    pages = Path(f"/proc/{served.process.pid}/statm").read_text("ascii").split()[1]
    return int(pages) * 4096


def _sent(served: Served, head: str, length: int, first: bytes = b"") -> tuple[bytes, int]:
    """The answer to a request with a body of so many bytes, made while it is sent, and how much of it was taken."""
    chunked = "chunked" in head
    part = b"x" * 65536
    framed = b"%x\r\n%s\r\n" % (len(part), part) if chunked else part
    taken = 0
    with socket.create_connection(
        ("127.0.0.1", int(served.url.rpartition(":")[2])), timeout=30
    ) as connection:
        connection.sendall(head.encode() + (b"%x\r\n%s\r\n" % (len(first), first) if first else b""))
        try:
            while taken < length:
                connection.sendall(framed)
                taken += len(part)
        except (BrokenPipeError, ConnectionResetError):
            pass
        try:
            return _first_answer(connection), taken
        except ConnectionResetError:
            return b"", taken


def _first_answer(connection: socket.socket) -> bytes:
    """An answer as long as it says it is; the connection may stay open."""
    got = b""
    while part := connection.recv(65536):
        got += part
        head, end, body = got.partition(b"\r\n\r\n")
        length = re.search(rb"(?i)content-length: (\d+)", head)
        if end and length and len(body) >= int(length[1]):
            break
    return got


@pytest.mark.parametrize(
    ("kind", "framing"),
    [
        ("application/x-www-form-urlencoded", "Content-Length: 2000000000"),
        ("application/x-www-form-urlencoded", "Transfer-Encoding: chunked"),
        ("multipart/form-data; boundary=x", "Transfer-Encoding: chunked"),  # taken up to what a file may have
    ],
)
def test_two_gigabytes(web: Served, kind: str, framing: str) -> None:
    """Refused by what it says of itself, or once it is too much; neither memory nor disk ever holds it."""
    before, free = _memory(web), shutil.disk_usage("/tmp").free
    with httpx.Client(base_url=web.url, timeout=60) as client:
        token = form_token(client, "/")
        cookie = f"Cookie: form={client.cookies['form']}\r\nX-CSRF-Token: {token}\r\n"
    head = f"POST /choices HTTP/1.1\r\nHost: 127.0.0.1\r\n{cookie}Content-Type: {kind}\r\n{framing}\r\n\r\n"
    first = (
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'
        if "multipart" in kind
        else b""
    )
    answer, taken = _sent(web, head, 2 * GIGABYTE, first)
    assert answer.startswith(b"HTTP/1.1 413 ") or (not answer and taken < 2 * GIGABYTE)
    assert _memory(web) - before < 100_000_000
    assert free - shutil.disk_usage("/tmp").free < GIGABYTE
    assert httpx.get(web.url + "/search", timeout=60).status_code == 200


def test_a_file_that_is_too_large_is_told_so(web: Served) -> None:
    """By what it says of itself, before any of it is sent."""
    kind = f"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: {2 * GIGABYTE}"
    answer, taken = _sent(web, f"POST /choices HTTP/1.1\r\nHost: 127.0.0.1\r\n{kind}\r\n\r\n", 0)
    assert (answer[:13], taken) == (b"HTTP/1.1 413 ", 0)
    assert "gửi lên quá nhiều (tối đa 101 MB)" in answer.decode()


@pytest.mark.parametrize("length", ["-1", "1e3", "99999999999999999999999", "2000000"])
def test_lengths_that_are_none(web: Served, length: str) -> None:
    head = (
        f"POST /choices HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n"
    )
    answer, _ = _sent(web, head, 0)
    assert re.match(rb"HTTP/1.1 4\d\d ", answer)


def test_a_reader_hands_in_no_large_file(door: Served) -> None:
    with program_of(door, "an") as program:
        sent = {"file": ("ke-hoach.docx", b"x" * 2_000_000)}
        assert program.post("/choices", files=sent).status_code == 413


@pytest.mark.parametrize("count", [1001, 20_000])
@pytest.mark.parametrize("files", [False, True])
def test_a_form_of_a_thousand_fields(web: Served, count: int, files: bool) -> None:
    with httpx.Client(base_url=web.url, timeout=60) as client:
        headers = {"X-CSRF-Token": form_token(client, "/")}
        many: Any = [(f"f{n}", (None, b"x")) for n in range(count)]
        if files:
            answer = client.post("/choices", files=many, headers=headers)
        else:
            answer = client.post("/choices", data={name: "x" for name, _ in many}, headers=headers)
    assert answer.status_code in (400, 413)


def _run(waited_for: Coroutine[Any, Any, Any]) -> Any:
    # In a thread of its own: where browsers were driven, a loop runs in this one.
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, waited_for).result()


async def _read(body: Body) -> list[bytes]:
    parts = []
    while True:
        message = await body.receive()
        parts.append(message["body"])
        if not message["more_body"]:
            return parts


@pytest.mark.parametrize(
    ("parts", "most", "status"),
    [
        ([b"aa", b"bb"], 4, None),
        ([b"aa", b"bbb"], 4, 413),
        ([b"aaaaa"], 4, 413),
        ([b""], 0, None),
        ([b"a", None], 4, 408),  # and then nothing
        ([None], 4, 408),
    ],
)
def test_a_body_is_stopped(parts: list[bytes | None], most: int, status: int | None) -> None:
    waiting = list(parts)

    async def receive() -> dict[str, Any]:
        part = waiting.pop(0)
        if part is None:
            await asyncio.sleep(60)
        return {"type": "http.request", "body": part, "more_body": bool(waiting)}

    body = Body(receive, most, silence=0.05)
    if status is None:
        assert _run(_read(body)) == parts
    else:
        with pytest.raises(StoppedError):
            _run(_read(body))
        assert body.stopped is not None
        assert body.stopped.status == status


def test_a_body_that_trickles_is_stopped() -> None:
    """A byte every so often for ever: what has come by then is too little."""

    async def receive() -> dict[str, Any]:
        await asyncio.sleep(0.01)
        return {"type": "http.request", "body": b"x", "more_body": True}

    body = Body(receive, 1000, grace=0.1)
    with pytest.raises(StoppedError):
        _run(asyncio.wait_for(_read(body), 10))
    assert body.stopped is not None
    assert body.stopped.status == 408


def test_what_a_note_or_a_choice_holds_is_text(web: Served) -> None:
    for cookie in ({"note": "<script>alert(1)</script>"}, {"theme": '"><script>'}, {"lang": "<script>"}):
        answer = httpx.get(web.url + "/search", cookies=cookie, timeout=60)
        assert "<script>alert" not in answer.text
        assert '"><script>' not in answer.text


def test_a_fault_of_the_program_tells_nothing_and_keeps_the_headers(tmp_path: Path) -> None:
    app = application(Settings(corpus=str(tmp_path / "kho.db"), files=str(tmp_path / "kho.files")))

    @app.get("/broken")
    @app.get("/broken.json")
    def broken() -> None:
        raise RuntimeError(f"secret of {tmp_path}")

    with Corpus.open(tmp_path / "kho.db") as corpus:
        app.state.corpus, app.state.key = corpus, b"key"

        async def ask(path: str) -> httpx.Response:
            asked = httpx.ASGITransport(app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=asked, base_url="http://127.0.0.1") as client:
                return await client.get(path)

        for path in ("/broken", "/broken.json"):
            answer = _run(ask(path))
            assert answer.status_code == 500
            assert "lỗi bên trong" in answer.text
            assert "secret" not in answer.text
            assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_a_login_that_was_right_is_not_a_wrong_one(sample_corpus: str, tmp_path: Path) -> None:
    """Who is in tries the current password once too often, and is still in. On a server of its own, on which nobody
    else has tried to log in."""
    with office(sample_corpus, tmp_path) as served, browser_of(served, "hoa") as client:
        for _ in range(12):
            post(
                client,
                "/account/password",
                current="sai rồi sai rồi",
                new="bốn mùa thay lá",
                again="bốn mùa thay lá",
            )
        last = post(
            client, "/account/password", current="sai rồi", new="bốn mùa thay lá", again="bốn mùa thay lá"
        )
        assert last.status_code == 429
        assert client.get("/account").status_code == 200
