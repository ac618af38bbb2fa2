"""Who may come in to the web app, how, and what they may do there."""

from __future__ import annotations

import base64
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect
from running import environment, nhiemvu_run
from web_checks import axe, fits
from web_serving import Served
from web_visits import (
    PASSWORD,
    browser_of,
    form_token,
    office,
    post,
    posted,
    program_of,
    token_of,
    with_accounts,
)

from corpus import accounts, audit
from corpus.store import Corpus
from nhiemvu.web.app import ROUTERS

LOCAL_PATHS = ["/", "/search?q=a%20b", "/account"]
_OUTSIDE = ["https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)",
            "/\t/evil.example", "http:evil.example", " //evil.example", "/\r\nSet-Cookie: a=b", ""]  # fmt: skip


@pytest.fixture(scope="module")
def door(sample_corpus: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server with accounts, for tests that change no account."""
    with office(sample_corpus, tmp_path_factory.mktemp("door")) as served:
        yield served


@pytest.fixture
def own_door(sample_corpus: str, tmp_path: Path) -> Iterator[Served]:
    """A server with accounts for one test."""
    with office(sample_corpus, tmp_path) as served:
        yield served


def trail(served: Served, **wanted: str) -> list[audit.Entry]:
    with Corpus.open(served.corpus_path) as corpus, corpus.reading() as connection:
        return audit.entries(connection, audit.Wanted(**wanted))  # type: ignore[arg-type]


def gets() -> list[str]:
    paths = {
        re.sub(r"{\w+(?::\w+)?}", "1", route.path)  # type: ignore[attr-defined]
        for router in ROUTERS
        for route in router.routes
        if "GET" in (getattr(route, "methods", None) or ())
    }
    return sorted(paths | {"/openapi.json", "/nothing", "/nothing.json"})


def test_nobody_sees_a_page(door: Served) -> None:
    """Every page that the app has, and those that it has not: both faces have the same door."""
    seen = set()
    with browser_of(door) as client:
        for path in gets():
            answer = client.get(path)
            if path == "/login":
                assert answer.status_code == 200
            elif path.endswith((".json", ".ics")):
                assert (answer.status_code, "WWW-Authenticate" in answer.headers) == (401, True), path
                assert set(answer.json()) == {"error"} if path.endswith(".json") else True
            else:
                assert answer.status_code == 303, path
                assert answer.headers["location"].startswith("/login"), path
            seen.add(answer.status_code)
        assert client.get("/static/style.css").status_code == 200
    assert seen == {200, 303, 401}


def test_where_one_wanted_to_go(door: Served) -> None:
    with browser_of(door) as client:
        assert (
            client.get("/search?q=a%20b&q=c").headers["location"]
            == "/login?next=/search%3Fq%3Da%2520b%26q%3Dc"
        )
        assert client.get("/").headers["location"] == "/login"
        answer = post(client, "/login", at="/login", name="an", password=PASSWORD, next="/search?q=a%20b")
        assert (answer.status_code, answer.headers["location"]) == (303, "/search?q=a%20b")
        assert (
            client.get("/login?next=/overview").headers["location"] == "/overview"
        )  # no need to log in again


@pytest.mark.parametrize("address", _OUTSIDE)
def test_one_is_never_led_away(door: Served, address: str) -> None:
    with browser_of(door, "an") as client:
        assert client.get("/login", params={"next": address}).headers["location"] == "/"
        answer = post(client, "/choices", lang="vi", back=address)
        assert (answer.status_code, answer.headers["location"]) == (303, "/")
        assert "a" not in client.cookies


def test_the_session_cookie(door: Served) -> None:
    with browser_of(door) as client:
        answer = post(client, "/login", at="/login", name="an", password=PASSWORD)
        cookie = next(one for one in answer.headers.get_list("set-cookie") if one.startswith("session="))
        assert re.search("(?i); HttpOnly", cookie)
        assert re.search("(?i); SameSite=lax", cookie)
        assert re.search("(?i); Path=/(;|$)", cookie)
        assert not re.search("(?i)Domain=", cookie)
        assert client.get("/account").status_code == 200
        value = client.cookies["session"]
        for changed in (
            value[:-1],
            value[:-2] + "xx",
            value.partition(".")[0],
            "x." + value.partition(".")[2],
            "",
            "é",
        ):
            answer = httpx.get(
                door.url + "/account", headers={"Cookie": f"session={changed}".encode()}, timeout=60
            )
            assert answer.status_code == 303, changed


def test_behind_a_proxy_cookies_are_for_https_only(sample_corpus: str, tmp_path: Path) -> None:
    with office(sample_corpus, tmp_path, "--proxy", "https://kho.xa.gov.vn") as served:
        relay = {"Host": "kho.xa.gov.vn", "X-Forwarded-For": "6.6.6.6, 203.0.113.9"}
        with httpx.Client(base_url=served.url, headers=relay, timeout=60) as client:
            page = client.get("/login")
            assert page.headers["strict-transport-security"].startswith("max-age=")
            (form,) = page.headers.get_list("set-cookie")
            token = re.search(r'name="csrf" value="(\w+)"', page.text)
            assert token
            sent = {"csrf": token[1], "name": "an", "password": PASSWORD}
            cookie = {"Cookie": form.partition(";")[0]}
            foreign = client.post("/login", data=sent, headers=cookie | {"Origin": "http://kho.xa.gov.vn"})
            assert foreign.status_code == 403  # the same name, but in clear
            answer = client.post("/login", data=sent, headers=cookie | {"Origin": "https://kho.xa.gov.vn"})
            assert answer.status_code == 303
            begun = next(one for one in answer.headers.get_list("set-cookie") if "session=" in one)
            assert begun.startswith("__Host-session=")
            assert re.search("(?i); Secure", begun)
        assert trail(served)[0].address == "203.0.113.9"  # what the relay added, not what the client wrote
        assert httpx.get(served.url, headers={"Host": "evil.example"}, timeout=60).status_code == 421


def test_a_wrong_password_does_not_say_what_is_wrong(own_door: Served) -> None:
    with browser_of(own_door) as client:
        answers = [
            post(client, "/login", at="/login", name=name, password=password)
            for name, password in (("an", "sai rồi sai rồi"), ("khong-co", "sai rồi sai rồi"), ("", ""))
        ]
    assert {answer.status_code for answer in answers} == {403}
    said = {re.search(r'role="alert"[^>]*>([^<]+)', answer.text)[1] for answer in answers}  # type: ignore[index]
    assert said == {"tên tài khoản hoặc mật khẩu không đúng; gõ lại; quên mật khẩu thì nhờ người quản trị."}
    assert not any("session" in answer.headers.get("set-cookie", "") for answer in answers)
    assert [one.subject for one in trail(own_door, action="login_failed")] == ["?", "?", "an"]


def test_who_was_switched_off_does_not_log_in(own_door: Served) -> None:
    with browser_of(own_door, "an") as client:
        with Corpus.open(own_door.corpus_path) as corpus, corpus.writing() as connection:
            accounts.switch_off(connection, accounts.existing(connection, "an"))
        assert client.get("/account").status_code == 303
        assert post(client, "/login", at="/login", name="an", password=PASSWORD).status_code == 403


def test_each_log_in_has_a_session_of_its_own(door: Served) -> None:
    """Whoever knew the session of before has no part in the new one."""
    with browser_of(door, "an") as client:
        first = client.cookies["session"]
        answer = post(client, "/login", name="binh", password=PASSWORD)
        assert answer.status_code == 303
        assert client.cookies["session"] != first
        assert client.get("/account.json").json()["account"] == "binh"
        assert httpx.get(door.url + "/account", cookies={"session": first}, timeout=60).status_code == 303


def test_who_logged_out_is_out(door: Served) -> None:
    with browser_of(door, "an") as client:
        old = client.cookies["session"]
        answer = post(client, "/logout")
        assert (answer.status_code, answer.headers["location"]) == (303, "/login")
        assert "session" not in client.cookies
    for path, status in (("/account", 303), ("/account.json", 401)):
        assert httpx.get(door.url + path, cookies={"session": old}, timeout=60).status_code == status
    assert [one.action for one in trail(door)][:2] == ["logout", "login"]


def test_another_password_ends_all_other_sessions(own_door: Served) -> None:
    new = "bốn mùa thay lá"
    with browser_of(own_door, "an") as client, browser_of(own_door, "an") as elsewhere:
        fields = {"current": PASSWORD, "new": new, "again": new}
        assert (
            post(client, "/account/password", **fields | {"current": "không phải mật khẩu"}).status_code
            == 403
        )
        assert post(client, "/account/password", **fields | {"again": new + "!"}).status_code == 422
        assert (
            post(client, "/account/password", **fields | {"new": "ngắn", "again": "ngắn"}).status_code == 409
        )
        assert elsewhere.get("/account").status_code == 200
        assert post(client, "/account/password", **fields).status_code == 303
        assert client.get("/account").status_code == 200
        assert elsewhere.get("/account").status_code == 303
        assert post(elsewhere, "/login", at="/login", name="an", password=PASSWORD).status_code == 403
        assert post(elsewhere, "/login", at="/login", name="an", password=new).status_code == 303
        assert len(client.get("/account.json").json()["sessions"]) == 2
        assert post(client, "/account/sessions/end").status_code == 303
        assert [one["this"] for one in client.get("/account.json").json()["sessions"]] == [True]
        assert elsewhere.get("/account").status_code == 303


def test_an_administrator_looks_after_accounts(own_door: Served) -> None:
    new = {
        "name": "Chi",
        "full_name": "Phạm <b>Chi</b>",
        "role": "reader",
        "password": PASSWORD,
        "again": PASSWORD,
    }
    with browser_of(own_door, "hoa") as client, browser_of(own_door, "binh") as binh:
        assert post(client, "/users", at="/users", **new).status_code == 303
        assert "Phạm &lt;b&gt;Chi&lt;/b&gt;" in client.get("/users").text
        assert post(client, "/users", at="/users", **new).status_code == 409  # there already
        assert binh.get("/account").status_code == 200
        assert post(client, "/users/binh/role", role="reader").status_code == 303
        assert binh.get("/account").status_code == 303  # has to log in again
        assert post(client, "/users/chi/full-name", full_name="Phạm Thị Chi").status_code == 303
        assert post(client, "/users/chi/password", password="x" * 5, again="x" * 5).status_code == 409
        assert post(client, "/users/chi/off").status_code == 303
        assert post(client, "/users/chi/on").status_code == 303
        assert post(client, "/users/hoa/off").status_code == 409  # the last administrator
        assert post(client, "/users/nobody/off").status_code == 409
        users = {one["name"]: one for one in client.get("/users.json").json()["users"]}
    assert users["chi"]["full_name"] == "Phạm Thị Chi"
    assert (users["binh"]["role"], users["hoa"]["active"]) == ("reader", True)
    assert "argon2" not in str(users)
    done = [(one.by, one.action, one.subject) for one in trail(own_door)][:5]
    hoa = "Nguyễn Thị Hoa (hoa)"
    assert done == [
        (hoa, "user_on", "chi"),
        (hoa, "user_off", "chi"),
        (hoa, "user_name", "chi"),
        (hoa, "user_role", "binh"),
        (hoa, "user_add", "chi"),
    ]


def test_programs_come_in_by_a_token(door: Served) -> None:
    with program_of(door, "an") as program:
        assert program.get("/search.json?q=kinh").status_code == 200
        assert program.get("/account.json").json()["account"] == "an"
        assert program.get("/users.json").status_code == 403
    for scheme, secret in (
        ("Bearer", "nv_x"),
        ("Bearer", "é"),
        ("Basic", "eA=="),
        ("Digest", "x"),
        ("Bearer", "a b"),
    ):
        answer = httpx.get(
            door.url + "/search.json", headers={"Authorization": f"{scheme} {secret}".encode()}, timeout=60
        )
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, 'Bearer realm="nhiemvu"')


def test_a_wrong_token_counts_even_beside_a_good_cookie(door: Served) -> None:
    with browser_of(door, "hoa") as client:
        assert client.get("/users.json", headers={"Authorization": "Bearer nv_x"}).status_code == 401


def test_a_calendar_comes_in_with_a_token_as_password(door: Served) -> None:
    def asked(path: str, name: str, secret: str) -> int:
        basic = base64.b64encode(f"{name}:{secret}".encode()).decode()
        return httpx.get(door.url + path, headers={"Authorization": f"Basic {basic}"}, timeout=60).status_code

    secret = token_of(door, "an")
    assert asked("/nothing.ics", "An", secret) == 404  # let in; there is no such calendar
    assert asked("/nothing.ics", "binh", secret) == 401
    assert asked("/nothing.ics", "an", PASSWORD) == 401
    assert asked("/search.json", "an", secret) == 401  # browsers send it on their own: calendars only
    assert (
        'Basic realm="nhiemvu"'
        in httpx.get(door.url + "/nothing.ics", timeout=60).headers["www-authenticate"]
    )


def test_a_token_is_made_and_revoked(own_door: Served) -> None:
    with browser_of(own_door, "binh") as client:
        made = post(client, "/account/tokens", label="lịch <i>", days="30")
        secret = re.search(r'value="(nv_[\w-]+)"', made.text)
        assert secret
        assert secret[1] not in client.get("/account").text
        program = {"Authorization": f"Bearer {secret[1]}"}
        assert httpx.get(own_door.url + "/account.json", headers=program, timeout=60).status_code == 200
        (token,) = client.get("/account.json").json()["tokens"]
        assert token["label"] == "lịch <i>"
        with browser_of(own_door, "an") as other:
            assert post(other, f"/account/tokens/{token['id']}/revoke").status_code == 404  # not theirs
        assert post(client, f"/account/tokens/{token['id']}/revoke").status_code == 303
        assert httpx.get(own_door.url + "/account.json", headers=program, timeout=60).status_code == 401


def test_a_token_changes_no_account(door: Served) -> None:
    new = {"name": "x", "full_name": "X", "role": "admin", "password": PASSWORD, "again": PASSWORD}
    with program_of(door, "hoa") as program:
        assert program.get("/users.json").status_code == 200
        assert program.post("/users.json", data=new).status_code == 403
        assert program.post("/users/an/off.json").status_code == 403
        assert program.post("/account/tokens", data={"label": "x"}).status_code == 403


OWN = {"/login": "anyone", "/choices": "anyone", "/logout": "reader", "/account/password": "reader",
       "/account/sessions/end": "reader", "/account/tokens": "reader", "/account/tokens/1/revoke": "reader"}  # fmt: skip


def test_every_form_has_a_role() -> None:
    """A new page that changes something says who may: what a reader may send stands in the list above."""
    found = {one.path: one.role for one in posted()}
    assert "/users" in found
    assert {path: role for path, role in found.items() if role not in ("editor", "admin")} == OWN


@pytest.mark.parametrize("name", ["an", "binh"])
def test_who_may_not_is_refused(door: Served, name: str) -> None:
    """A reader who edits, an editor who administers: every form of the app, and its twin for programs."""
    above = {"an": ("editor", "admin"), "binh": ("admin",)}[name]
    refused = [one.path for one in posted() if one.role in above]
    with browser_of(door, name) as client, program_of(door, name) as program:
        token = form_token(client)
        said = {path: client.post(path, data={"csrf": token}).status_code for path in refused}
        assert said == dict.fromkeys(refused, 403)
        said = {path: program.post(path).status_code for path in refused if path.endswith(".json")}
        assert set(said.values()) == {403}
        for path in ("/users", "/users.json", "/audit", "/audit.json"):
            assert client.get(path).status_code == 403
        assert 'href="/users"' not in client.get("/account").text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 303),
        ({"Origin": "{url}"}, 303),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "{url}.evil.example"}, 403),
        ({"Origin": "http://127.0.0.1:1"}, 403),  # another program on the same machine
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 303),
    ],
)
def test_a_form_of_another_site(door: Served, headers: dict[str, str], status: int) -> None:
    """Even with the right token."""
    with browser_of(door, "an") as client:
        sent = {name: value.format(url=door.url) for name, value in headers.items()}
        answer = client.post("/choices", data={"csrf": form_token(client), "lang": "en"}, headers=sent)
        assert answer.status_code == status


def test_a_form_with_a_token_that_is_not_its_own(door: Served, web: Served) -> None:
    with browser_of(door, "an") as client, browser_of(door, "binh") as other, browser_of(door) as nobody:
        tokens = {
            "none": "",
            "of somebody else": form_token(other),
            "of before the log-in": form_token(nobody, "/login"),
            "of another server": form_token(httpx.Client(base_url=web.url, timeout=60), "/"),
            "made up": "0" * 64,
            "no ASCII": "ả" * 64,
        }
        said = {
            name: client.post("/choices", data={"csrf": token}).status_code for name, token in tokens.items()
        }
        assert said == dict.fromkeys(tokens, 403)
        stale = form_token(client)
        post(client, "/logout")
        again = post(client, "/login", at="/login", name="an", password=PASSWORD)
        assert again.status_code == 303
        assert client.post("/choices", data={"csrf": stale}).status_code == 403


def test_a_form_cookie_that_somebody_planted(web: Served) -> None:
    """A cookie that is not signed by this server makes no token good."""
    with httpx.Client(base_url=web.url, timeout=60) as client:
        token = form_token(client, "/")
        planted = {"form": client.cookies["form"].partition(".")[0]}
    assert (
        httpx.post(web.url + "/choices", data={"csrf": token}, cookies=planted, timeout=60).status_code == 403
    )


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1", 200), ("localhost:1", 200), ("[::1]:8000", 200), ("LOCALHOST", 200), ("localhost.", 200),
        ("evil.example", 421), ("127.0.0.1.evil.example", 421), ("evil.example:8000", 421), ("127.0.0.1@evil.example", 421),
        ("localhost:x", 421), ("[::1", 421), ("10.0.0.5", 421), ("localhost/a", 421), ("", 421),
    ],
)  # fmt: skip
def test_the_names_of_a_server_of_this_machine(web: Served, door: Served, host: str, status: int) -> None:
    assert httpx.get(web.url + "/search", headers={"Host": host}, timeout=60).status_code in (status, 400)
    assert httpx.get(door.url + "/login", headers={"Host": host}, timeout=60).status_code in (status, 400)


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"])
def test_a_relay_does_not_open_what_has_no_accounts(web: Served, header: str) -> None:
    assert httpx.get(web.url + "/search.json", headers={header: "203.0.113.9"}, timeout=60).status_code == 403


def test_a_name_is_typed_once(own_web: Served) -> None:
    with browser_of(own_web) as client:
        assert client.get("/account.json").json() | {"sessions": [], "tokens": []} == {
            "name": "", "account": "", "role": "admin", "sessions": [], "tokens": []}  # fmt: skip
        assert (
            post(client, "/choices", name="Nguyễn  Thị\u0000 Hoa", back="/account").headers["location"]
            == "/account"
        )
        assert client.get("/account.json").json()["name"].startswith("Nguyễn Thị")
        cookie = client.cookies["name"]
        forged = "admin" + cookie[5:]
        assert (
            httpx.get(own_web.url + "/account.json", cookies={"name": forged}, timeout=60).json()["name"]
            == ""
        )
        assert (
            httpx.get(
                own_web.url + "/account.json", cookies={"name": client.cookies["form"]}, timeout=60
            ).json()["name"]
            == ""
        )


def test_without_accounts_nobody_changes_accounts(own_web: Served) -> None:
    """A name that somebody just typed must not make an account by which others come in."""
    new = {"name": "x", "full_name": "X", "role": "admin", "password": PASSWORD, "again": PASSWORD}
    with browser_of(own_web) as client:
        assert client.get("/users").status_code == 200
        assert post(client, "/users", at="/users", **new).status_code == 403
        assert post(client, "/account/tokens", label="x").status_code == 403
        assert client.get("/users.json").json() == {"users": [], "accounts": False}


@pytest.mark.parametrize(
    "options", [("--host", "0.0.0.0"), ("--accounts",), ("--proxy", "https://kho.xa.gov.vn")]
)
def test_where_nobody_could_log_in_it_does_not_start(sample_corpus: str, options: tuple[str, ...]) -> None:
    done = nhiemvu_run("serve", "--corpus", sample_corpus, "--port", "0", *options)
    assert done.returncode == 2
    assert done.stderr.splitlines() == [done.stderr.strip()]
    assert "chưa có tài khoản quản trị nào; tạo trước: nhiemvu user add" in done.stderr


@pytest.mark.parametrize(
    "outer", ["kho.xa.gov.vn", "ftp://kho.xa.gov.vn", "https://", "https://a/b", "https://["]
)
def test_an_outer_address_that_is_none(sample_corpus: str, outer: str) -> None:
    done = nhiemvu_run("serve", "--corpus", sample_corpus, "--port", "0", "--proxy", outer)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


def test_open_to_other_machines(sample_corpus: str, tmp_path: Path) -> None:
    """Two processes that share sessions, at any address of the machine, and it says that passwords go in clear."""
    target = with_accounts(sample_corpus, tmp_path / "kho.db")
    options = ("--host", "0.0.0.0", "--port", "0", "--workers", "2", "--name", "kho.xa.vn")
    command = [sys.executable, "-m", "nhiemvu", "serve", "--corpus", str(target), *options]
    process = subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=environment()
    )
    try:
        assert process.stderr is not None
        port = re.search(r":(\d+)", process.stderr.readline())
        assert port
        assert "không mã hóa" in process.stderr.readline()
        served = Served(f"http://127.0.0.1:{port[1]}", target, process)
        with browser_of(served, "an") as client:
            for _ in range(6):
                again = httpx.get(
                    served.url + "/account.json", cookies={"session": client.cookies["session"]}, timeout=60
                )
                assert again.status_code == 200
        hosts = {"kho.xa.vn": 200, "10.1.2.3:80": 200, "evil.example": 421}
        assert {
            host: httpx.get(served.url + "/login", headers={"Host": host}, timeout=60).status_code
            for host in hosts
        } == hosts
    finally:
        process.terminate()
        process.communicate(timeout=30)


def test_the_trail_goes_on_page_by_page(door: Served) -> None:
    with browser_of(door, "hoa") as client:
        browser_of(door, "hoa").close()
        whole = client.get("/audit.json?limit=100").json()["rows"]
        seen, after = [], ""
        while True:
            view = client.get("/audit.json", params={"limit": 1, "after": after}).json()
            seen += view["rows"]
            after = view["next"]
            if not after:
                break
        assert seen == whole
        assert len(seen) > 1
        for wanted, status in {
            "after=x": 422, "after=WzFd": 200, "after=WyJhIl0": 422, "after=WzBd": 422, "after=WzEsMl0": 422,
            "since=2026-02-30": 422, "until=9999-12-31": 422, "since=2026-03-01": 200, "limit=0": 422, "by=%00": 200,
        }.items():  # fmt: skip
            assert client.get(f"/audit.json?{wanted}").status_code == status, wanted
        assert client.get("/audit.json?action=login&by=Nguyễn Thị Hoa (hoa)").json()["rows"] != []
        assert client.get("/audit.json?subject=nobody").json()["rows"] == []


@pytest.mark.needs("chromium")
@pytest.mark.parametrize("path", ["/login", "/account", "/users", "/audit", "/docs"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_pages_are_usable_by_everybody(door: Served, phone_page: Page, path: str, lang: str) -> None:
    phone_page.emulate_media(color_scheme="dark" if lang == "en" else "light")
    if path != "/login":
        with browser_of(door, "hoa") as client:
            phone_page.context.add_cookies(
                [{"name": "session", "value": client.cookies["session"], "url": door.url}]
            )
    phone_page.goto(f"{door.url}{path}?lang={lang}")
    expect(phone_page.locator("html")).to_have_attribute("lang", lang)
    if path == "/users":
        phone_page.locator("summary").first.click()
    axe(phone_page)
    fits(phone_page)


@pytest.mark.needs("chromium")
def test_a_day_with_accounts_without_scripts(own_door: Served, no_script_page: Page) -> None:
    """An administrator lets somebody in; they log in, change their password, log out; it all stands in the trail."""
    page = no_script_page

    def log_in(name: str, password: str) -> None:
        page.get_by_label("Tên tài khoản").fill(name)
        page.get_by_label("Mật khẩu").fill(password)
        page.get_by_role("main").get_by_role("button", name="Đăng nhập").click()

    page.goto(own_door.url + "/users")
    log_in("hoa", "sai rồi sai rồi")
    expect(page.get_by_role("alert")).to_contain_text("không đúng")
    log_in("hoa", PASSWORD)
    expect(page.get_by_role("heading", name="Người dùng (3)")).to_be_visible()
    new = page.get_by_role("form", name="Thêm tài khoản")
    new.get_by_label("Tên tài khoản").fill("chi")
    new.get_by_label("Họ và tên").fill("Phạm Thị Chi")
    new.get_by_label("Vai trò").select_option("editor")
    new.get_by_label("Mật khẩu (ít nhất 12 ký tự)").fill(PASSWORD)
    new.get_by_label("Nhập lại mật khẩu").fill(PASSWORD)
    new.get_by_role("button", name="Thêm tài khoản").click()
    expect(page.get_by_role("status")).to_have_text("Đã thêm tài khoản chi (Phạm Thị Chi).")
    page.get_by_role("button", name="Đăng xuất").click()
    page.goto(own_door.url + "/account")
    log_in("chi", PASSWORD)
    expect(page.get_by_role("link", name="Nhật ký")).to_have_count(0)
    page.get_by_label("Mật khẩu hiện nay").fill(PASSWORD)
    page.get_by_label("Mật khẩu mới (ít nhất 12 ký tự)").fill("bốn mùa thay lá")
    page.get_by_label("Nhập lại mật khẩu mới").fill("bốn mùa thay lá")
    page.get_by_role("button", name="Đổi mật khẩu").click()
    expect(page.get_by_role("status")).to_contain_text("Đã đổi mật khẩu")
    page.get_by_role("button", name="Đăng xuất").click()
    page.goto(own_door.url + "/audit")
    log_in("hoa", PASSWORD)
    page.get_by_label("Người", exact=True).select_option("Phạm Thị Chi (chi)")
    page.get_by_role("button", name="Lọc", exact=True).click()
    rows = page.locator("table.audit tbody tr")
    expect(rows).to_have_count(3)
    expect(rows.nth(1)).to_contain_text("Đổi mật khẩu")


@pytest.mark.needs("chromium")
def test_a_name_is_given_in_the_browser(own_web: Served, page: Page) -> None:
    page.goto(own_web.url)
    page.get_by_role("link", name="Ghi họ tên").click()
    page.get_by_label("Họ và tên").fill("Nguyễn Thị Hoa")
    page.get_by_role("button", name="Ghi họ tên").click()
    expect(page.get_by_role("link", name="Nguyễn Thị Hoa")).to_be_visible()
    expect(page.get_by_role("button", name="Đăng xuất")).to_have_count(0)
