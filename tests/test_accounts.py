"""Who may come in: accounts, sessions, tokens, how often one may try, and what is written down of it."""

from __future__ import annotations

import json
import os
import pty
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from running import ROOT, environment, nhiemvu_run

from corpus import accounts, audit, login_limits, server_keys, sessions
from corpus.errors import CorpusError
from corpus.store import Corpus
from nhiemvu.web import passwords
from nhiemvu.web.words import ENGLISH

NOW = datetime(2026, 3, 2, 8, 0)
PASSWORD = "mùa xuân chín 2026"


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path / "kho.db") as opened:
        yield opened


@pytest.fixture
def hoa(corpus: Corpus) -> accounts.Account:
    with corpus.writing() as connection:
        return accounts.add(connection, "Hoa", "Nguyễn  Thị Hoa ", "editor", "hash")


def test_an_account(corpus: Corpus, hoa: accounts.Account) -> None:
    assert (hoa.name, hoa.full_name, hoa.role, hoa.active) == ("hoa", "Nguyễn Thị Hoa", "editor", True)
    with corpus.reading() as connection:
        assert accounts.named(connection, " HOA ") == hoa == accounts.with_id(connection, hoa.id)
        assert accounts.password_of(connection, "hoa") == (hoa, "hash")
        assert accounts.everybody(connection) == [hoa]


@pytest.mark.parametrize(
    ("name", "shown", "role", "cause"),
    [
        ("hoa", "Trần Văn Hòa", "reader", "đã có tài khoản này"),
        ("HOA", "Trần Văn Hòa", "reader", "đã có tài khoản này"),  # one person, however it is typed
        ("hòa", "Trần Văn Hòa", "reader", "không dùng được làm tên tài khoản"),  # two spellings look alike
        ("", "Trần Văn Hòa", "reader", "không dùng được làm tên tài khoản"),
        ("../hoa", "Trần Văn Hòa", "reader", "không dùng được làm tên tài khoản"),
        ("a" * 64, "Trần Văn Hòa", "reader", "không dùng được làm tên tài khoản"),
        ("binh", " \u200b ", "reader", "thiếu họ tên"),  # marks that nobody sees are no name
        ("binh", "B" * 201, "reader", "tên quá dài"),
        ("binh", "Lê Bình", "root", "không có vai trò này"),
    ],
)
def test_an_account_that_cannot_be(
    corpus: Corpus, hoa: accounts.Account, name: str, shown: str, role: str, cause: str
) -> None:
    with pytest.raises(CorpusError) as caught, corpus.writing() as connection:
        accounts.add(connection, name, shown, role, "hash")
    assert caught.value.cause == cause
    with corpus.reading() as connection:
        assert accounts.everybody(connection) == [hoa]


def test_a_session_is_known_by_its_secret_alone(corpus: Corpus, hoa: accounts.Account) -> None:
    with corpus.writing() as connection:
        secret = sessions.begin(connection, hoa.id, NOW)
        other = sessions.begin(connection, hoa.id, NOW)
    with corpus.reading() as connection:
        found = sessions.find(connection, secret, NOW)
        assert found is not None
        assert (found.user_id, found.ends_at) == (hoa.id, NOW + sessions.LASTS)
        assert sessions.find(connection, secret, NOW + sessions.LASTS) is None  # over
        assert sessions.find(connection, secret[:-1], NOW) is None
        assert (
            sessions.find(connection, sessions.digest(secret), NOW) is None
        )  # what the table holds opens nothing
        assert len(sessions.of(connection, hoa.id, NOW)) == 2
    with corpus.writing() as connection:
        assert sessions.end(connection, secret) is True
        assert sessions.end(connection, secret) is False
        assert sessions.find(connection, secret, NOW) is None
        assert sessions.find(connection, other, NOW) is not None


def test_no_secret_is_in_the_file(corpus: Corpus, hoa: accounts.Account, tmp_path: Path) -> None:
    with corpus.writing() as connection:
        kept = [sessions.begin(connection, hoa.id, NOW), sessions.make_token(connection, hoa.id, "lịch", NOW)]
    with sqlite3.connect(tmp_path / "kho.db") as opened:
        everything = "\n".join(opened.iterdump())
    assert sessions.digest(kept[0]) in everything
    assert [secret for secret in kept if secret in everything] == []


def test_sessions_that_are_over_are_removed(corpus: Corpus, hoa: accounts.Account, tmp_path: Path) -> None:
    with corpus.writing() as connection:
        sessions.begin(connection, hoa.id, NOW)
        sessions.begin(connection, hoa.id, NOW + sessions.LASTS)
    with sqlite3.connect(tmp_path / "kho.db") as opened:
        assert opened.execute("SELECT count(*) FROM sessions").fetchone() == (1,)


def test_another_role_or_password_ends_sessions(corpus: Corpus, hoa: accounts.Account) -> None:
    def begun() -> str:
        with corpus.writing() as connection:
            return sessions.begin(connection, hoa.id, NOW)

    def goes_on(secret: str) -> bool:
        with corpus.reading() as connection:
            return sessions.find(connection, secret, NOW) is not None

    for change in (
        lambda connection: accounts.change_role(connection, hoa, "reader"),
        lambda connection: accounts.change_password(connection, hoa, "other"),
        lambda connection: accounts.switch_off(connection, hoa),
    ):
        secret = begun()
        assert goes_on(secret)
        with corpus.writing() as connection:
            change(connection)
        assert not goes_on(secret)


def test_who_is_switched_off_comes_in_by_nothing(corpus: Corpus, hoa: accounts.Account) -> None:
    with corpus.writing() as connection:
        token = sessions.make_token(connection, hoa.id, "lịch", NOW)
        accounts.switch_off(connection, hoa)
        assert accounts.password_of(connection, "hoa") is None
        assert sessions.find_token(connection, token, NOW) is None
        accounts.switch_on(connection, hoa)
        assert accounts.password_of(connection, "hoa") is not None
        assert sessions.find_token(connection, token, NOW) is None  # it was revoked, not only asleep


def test_the_last_administrator_stays(corpus: Corpus, hoa: accounts.Account) -> None:
    with corpus.writing() as connection:
        an = accounts.add(connection, "an", "Lê An", "admin", "hash")
        assert accounts.any_admin(connection)
        for change in (
            lambda: accounts.change_role(connection, an, "editor"),
            lambda: accounts.switch_off(connection, an),
        ):
            with pytest.raises(CorpusError, match="quản trị cuối cùng"):
                change()
        hoa = accounts.change_role(connection, hoa, "admin")
        accounts.switch_off(connection, an)
        with pytest.raises(CorpusError, match="quản trị cuối cùng"):
            accounts.change_role(connection, hoa, "reader")


def test_tokens(corpus: Corpus, hoa: accounts.Account) -> None:
    with corpus.writing() as connection:
        forever = sessions.make_token(connection, hoa.id, " lịch  Outlook ", NOW)
        month = sessions.make_token(connection, hoa.id, "báo cáo", NOW, days=30)
        other = accounts.add(connection, "an", "Lê An", "admin", "hash")
    with corpus.writing() as connection:
        later = NOW + timedelta(days=30)
        assert [one.label for one in sessions.tokens_of(connection, hoa.id, NOW)] == [
            "báo cáo",
            "lịch Outlook",
        ]
        assert sessions.find_token(connection, month, later) is None
        found = sessions.find_token(connection, forever, later)
        assert found is not None
        assert sessions.revoke(connection, other.id, found.id) is None  # somebody else's
        assert sessions.find_token(connection, forever, later) == found
        assert sessions.revoke(connection, hoa.id, 2**70) is None
        assert sessions.revoke(connection, hoa.id, found.id) == found
        assert sessions.find_token(connection, forever, later) is None
        for label in ("", "x" * 101):
            with pytest.raises(CorpusError):
                sessions.make_token(connection, hoa.id, label, NOW)


def attempts(corpus: Corpus, name: str, address: str, seconds: list[float]) -> list[bool]:
    """Whether each of these attempts, at so many seconds from now, is let through."""
    let = []
    for second in seconds:
        with corpus.writing() as connection:
            let.append(login_limits.begin(connection, name, address, NOW + timedelta(seconds=second)) == 0)
    return let


def test_an_account_waits_longer_each_time(corpus: Corpus) -> None:
    assert attempts(corpus, "hoa", "10.0.0.1", [0] * 6) == [True] * 5 + [False]
    assert attempts(corpus, "hoa", "10.0.0.2", [1]) == [True]  # from elsewhere it is not held up
    assert attempts(corpus, "an", "10.0.0.1", [1]) == [True]  # somebody else at the same desk
    assert attempts(corpus, "hoa", "10.0.0.1", [2, 2 + 3, 2 + 4]) == [True, False, True]


def test_ten_are_enough_for_fifteen_minutes(corpus: Corpus) -> None:
    spread = [60.0 * minute for minute in range(12)]
    assert attempts(corpus, "hoa", "10.0.0.1", spread) == [True] * 10 + [False, False]
    assert attempts(corpus, "hoa", "10.0.0.1", [899, 900]) == [False, True]


def test_who_has_many_addresses_is_slowed_down_but_locks_nobody_out(corpus: Corpus) -> None:
    guesses = [
        attempts(corpus, "hoa", f"10.0.{at // 5}.1", [float(at % 60)])[0] for at in range(60)
    ]  # five from each of twelve addresses within a minute
    assert sum(guesses) < 60
    assert guesses[:50] == [True] * 50
    assert attempts(corpus, "an", "10.0.99.1", [60]) == [True]
    # Whoever comes a minute later gets through, however many there were.
    assert attempts(corpus, "hoa", "10.0.99.1", [121]) == [True]
    assert attempts(corpus, "hoa", "10.0.99.2", [122, 182]) == [False, True]


def test_a_right_one_does_not_let_others_guess_anew(corpus: Corpus) -> None:
    assert attempts(corpus, "hoa", "10.0.0.1", [0] * 6)[-1] is False
    assert attempts(corpus, "hoa", "10.0.0.2", [1]) == [True]
    with corpus.writing() as connection:
        login_limits.succeeded(connection, "hoa", "10.0.0.2", NOW + timedelta(seconds=1))
    assert attempts(corpus, "hoa", "10.0.0.1", [1]) == [False]


def test_a_new_password_lets_an_account_try_anew_everywhere(corpus: Corpus) -> None:
    for address in ("10.0.0.1", "10.0.0.2"):
        attempts(corpus, "hoa", address, [0] * 6)
    with corpus.writing() as connection:
        login_limits.forget(connection, "hoa")
    for address in ("10.0.0.1", "10.0.0.2"):
        assert attempts(corpus, "hoa", address, [1]) == [True]


def test_an_address_tries_thirty_accounts(corpus: Corpus) -> None:
    names = [f"u{number}" for number in range(40)]
    let = [attempts(corpus, name, "10.0.0.1", [20.0 * at])[0] for at, name in enumerate(names)]
    assert 20 < sum(let) <= 30
    assert attempts(corpus, "u99", "10.0.0.2", [800]) == [True]


def test_an_address_of_version_six_is_its_network(corpus: Corpus) -> None:
    let = [attempts(corpus, f"u{at}", f"2001:db8::{at:x}", [0])[0] for at in range(30)]
    assert let == [True] * 21 + [False] * 9
    assert attempts(corpus, "x", "::ffff:10.0.0.1", [0] * 3) == attempts(corpus, "y", "10.0.0.1", [0] * 3)


def test_a_right_one_counts_for_nothing(corpus: Corpus) -> None:
    for second in range(50):
        at = NOW + timedelta(seconds=second)
        with corpus.writing() as connection:
            assert login_limits.begin(connection, "hoa", "10.0.0.1", at) == 0
            login_limits.succeeded(connection, "hoa", "10.0.0.1", at)


def test_old_attempts_are_removed_and_names_are_not_kept(corpus: Corpus, tmp_path: Path) -> None:
    attempts(corpus, "my-secret-typed-as-name", "10.0.0.1", [0, 0, 0])
    attempts(corpus, "hoa", "10.0.0.1", [901])
    with sqlite3.connect(tmp_path / "kho.db") as opened:
        rows = [who for (who,) in opened.execute("SELECT who FROM login_attempts")]
    assert len(rows) == 3
    assert not any("secret" in who or "hoa" in who for who in rows)


def test_processes_count_together(corpus: Corpus, tmp_path: Path) -> None:
    """Two processes that try at once are let through five times, not ten."""
    code = (
        "from datetime import datetime; from corpus import login_limits; from corpus.store import Corpus\n"
        f"with Corpus.open({str(tmp_path / 'kho.db')!r}) as corpus:\n"
        "    for _ in range(20):\n"
        "        with corpus.writing() as connection:\n"
        "            print(int(login_limits.begin(connection, 'hoa', '10.0.0.1', datetime(2026, 3, 2, 8)) == 0))\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, env=environment())
        for _ in range(2)
    ]
    told = [one.communicate()[0].decode().split() for one in running]
    assert [len(one) for one in told] == [20, 20]
    assert sum(int(let) for one in told for let in one) == 5


def test_a_server_key_is_made_once(corpus: Corpus, tmp_path: Path) -> None:
    code = (
        "from corpus import server_keys; from corpus.store import Corpus\n"
        f"with Corpus.open({str(tmp_path / 'kho.db')!r}) as corpus, corpus.writing() as connection:\n"
        "    print(server_keys.key(connection, 'cookies').hex())\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, env=environment())
        for _ in range(2)
    ]
    keys = {one.communicate()[0].decode().strip() for one in running}
    with corpus.writing() as connection:
        assert {server_keys.key(connection, "cookies").hex()} == keys
        assert server_keys.key(connection, "other").hex() not in keys
    assert len(bytes.fromhex(keys.pop())) == 32


def test_the_audit_trail(corpus: Corpus) -> None:
    rows = [
        ("Nguyễn Thị Hoa", "task.lead", "15/KH-UBND t3", {"field": "lead", "after": ["Công an xã"]}),
        ("Lê An", "task.progress", "15/KH-UBND t4", {"state": "done"}),
        ("Nguyễn Thị Hoa", "undo", "100%_x", {}),
    ]
    with corpus.writing() as connection:
        numbers = [
            audit.append(connection, audit.Done(by, action, subject, "10.0.0.1"), details)
            for by, action, subject, details in rows
        ]
    with corpus.reading() as connection:
        everything = audit.entries(connection, audit.Wanted())
        assert [one.id for one in everything] == numbers[::-1]
        first = everything[-1]
        assert (first.by, first.action, first.subject, first.details, first.address) == (*rows[0], "10.0.0.1")

        def found(before: int | None = None, limit: int = 50, **wanted: object) -> list[int]:
            asked = audit.Wanted(**wanted)  # type: ignore[arg-type]
            return [one.id for one in audit.entries(connection, asked, before=before, limit=limit)]

        assert found(by="Nguyễn Thị Hoa") == [numbers[2], numbers[0]]
        assert found(action="task.progress") == [numbers[1]]
        assert found(subject="kh-ubnd") == [numbers[1], numbers[0]]
        assert found(subject="%_") == [numbers[2]]  # what is typed is no pattern
        assert found(subject="'; DROP TABLE users; --") == []
        assert found(limit=1) == [numbers[2]]
        assert found(before=numbers[2], limit=1) == [numbers[1]]
        now = datetime.now(UTC).replace(tzinfo=None)
        assert found(since=now - timedelta(hours=1), until=now + timedelta(hours=1)) == numbers[::-1]
        assert found(since=now + timedelta(hours=1)) == []
        assert audit.people(connection) == ["Lê An", "Nguyễn Thị Hoa"]


def test_the_audit_trail_takes_any_text(corpus: Corpus) -> None:
    with corpus.writing() as connection:
        audit.append(
            connection,
            audit.Done("\ud800\x00", "reading.hand_in", "x" * 10_000),
            {"path": ROOT, "much": ["y"] * 99},
        )
        (row,) = audit.entries(connection, audit.Wanted())
        assert (len(row.subject), len(row.details["much"]), row.details["path"]) == (500, 50, str(ROOT))
        audit.append(connection, audit.Done("Hoa", "an action that nobody has named so far", ""))
        assert (
            audit.entries(connection, audit.Wanted(), limit=1)[0].action == "an action that nobody has named "
        )


def test_every_action_has_its_name_in_both_languages() -> None:
    """Each that the program writes down, as far as it stands there as a word."""
    calls = r"(?:audit\(\s*\w+,\s*|Done\([^()]*(?:\([^()]*\))?[^()]*, )\"([\w.]+)\","
    paths = (ROOT / "nhiemvu").rglob("*.py")
    found = {action for path in paths for action in re.findall(calls, path.read_text("utf-8"))}
    assert {"login", "login_failed", "token_make", "task.means", "reading.retry"} <= found
    assert found - audit.ACTIONS.keys() == set()
    assert [said for said in audit.ACTIONS.values() if said not in ENGLISH] == []


@pytest.mark.parametrize(
    ("password", "cause"),
    [
        ("ngắn quá", "quá ngắn"),
        ("x" * 257, "quá dài"),
        ("aaaaaaaaaaaaaaaa", "quá dễ đoán"),
        ("nguyen.hoa123", "quá dễ đoán"),  # the name of the account and little more
    ],
)
def test_a_password_that_is_none(password: str, cause: str) -> None:
    with pytest.raises(CorpusError) as caught:
        passwords.checked(password, name="nguyen.hoa")
    assert caught.value.cause == cause


def test_passwords_are_hashed() -> None:
    kept = passwords.hashed(PASSWORD)
    assert kept.startswith("$argon2id$")
    assert kept != passwords.hashed(PASSWORD)
    assert passwords.right(kept, PASSWORD)
    assert passwords.right(kept, "mu\u0300a xua\u0302n chi\u0301n 2026")  # as other keyboards compose it
    assert not passwords.right(kept, PASSWORD + " ")
    assert not passwords.right(None, "nobody has this password")
    assert not passwords.right("broken", PASSWORD)
    assert not passwords.outdated(kept)
    assert passwords.outdated(kept.replace("t=2", "t=1"))


@pytest.fixture
def kho(corpus: Corpus, tmp_path: Path) -> str:
    """A corpus with one account, the administrator `hoa`."""
    with corpus.writing() as connection:
        accounts.add(connection, "hoa", "Nguyễn Thị Hoa", "admin", passwords.hashed(PASSWORD))
    return str(tmp_path / "kho.db")


def add_user(target: str, name: str, role: str, shown: str, password: str = PASSWORD) -> tuple[int, str, str]:
    more = ("--role", role, "--full-name", shown, "--password-stdin", "--corpus", target)
    done = nhiemvu_run("user", "add", name, *more, given=password.encode() + b"\n")
    return done.returncode, done.stdout, done.stderr


def test_the_command(kho: str) -> None:
    assert add_user(kho, "an", "reader", "Lê An") == (0, "", "Đã thêm tài khoản an (Lê An).\n")

    def user(*arguments: str, given: bytes = b"", **more: str) -> tuple[int, str, str]:
        done = nhiemvu_run("user", *arguments, "--corpus", kho, given=given, **more)
        return done.returncode, done.stdout, done.stderr

    listed = json.loads(user("list", "--json")[1])
    assert [(one["name"], one["role"], one["active"]) for one in listed] == [
        ("an", "reader", True),
        ("hoa", "admin", True),
    ]
    assert "password" not in listed[0]
    assert "xem và sửa" not in user("list")[1]
    assert user("role", "an", "--role", "editor") == (0, "", "an nay có vai trò editor.\n")
    assert "reads and corrects" in user("list", NHIEMVU_LANG="en")[1]
    assert user("password", "an", "--password-stdin", given=b"bon mua xuan ha\n")[0] == 0
    status, token, told = user("token", "an", "--label", "lịch")
    assert (status, token.startswith("nv_"), told) == (0, True, "Mã truy cập của an, chỉ hiện một lần này:\n")
    assert user("off", "an") == (0, "", "Đã khóa tài khoản an.\n")
    assert user("token", "an", "--label", "lịch")[0] == 2
    assert user("on", "an")[0] == 0
    assert user("off", "hoa") == (
        2,
        "",
        "hoa: là tài khoản quản trị cuối cùng; trao quyền quản trị cho người khác trước: nhiemvu user role\n",
    )
    with Corpus.open(kho) as corpus, corpus.reading() as connection:
        done = [one.action for one in audit.entries(connection, audit.Wanted())]
        kept = accounts.password_of(connection, "an")
    assert done[::-1] == [
        "user_add",
        "user_role",
        "user_password",
        "token_make",
        "user_off",
        "user_on",
    ]
    assert kept is not None
    assert passwords.right(kept[1], "bon mua xuan ha")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["sing"], "giá trị không hợp lệ cho VIỆC"),
        (["add"], "NAME: thiếu"),
        (["add", "an", "--full-name", "An"], "--role: thiếu"),
        (["add", "an", "--role", "reader"], "--full-name: thiếu"),
        (["add", "an", "--role", "king", "--full-name", "An"], "king: không có vai trò này"),
        (["add", "hoa", "--role", "reader", "--full-name", "An"], "hoa: đã có tài khoản này"),
        (["role", "nobody", "--role", "reader"], "nobody: không có tài khoản này"),
        (["off", "nobody"], "nobody: không có tài khoản này"),
        (["off", "hoa", "--role", "reader"], "--role: không dùng cùng user off"),
        (["token", "hoa"], "--label: thiếu"),
        (["list", "hoa"], "giá trị không hợp lệ cho [TÊN]"),
        (["password", "hoa"], "giá trị không hợp lệ cho --password-stdin"),  # no terminal to ask at
    ],
)
def test_what_nobody_can_mean(kho: str, arguments: list[str], said: str) -> None:
    done = nhiemvu_run("user", *arguments, "--corpus", kho)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_short_password_is_said_in_english(kho: str) -> None:
    done = nhiemvu_run(
        "user", "password", "hoa", "--password-stdin", "--corpus", kho, "--lang", "en", given=b"short\n"
    )
    assert (done.returncode, done.stderr.startswith("mật khẩu: too short; take at least 12")) == (2, True)


def test_no_accounts(tmp_path: Path) -> None:
    target = str(tmp_path / "kho.db")
    assert (
        nhiemvu_run("user", "list", "--corpus", target).returncode == 2
    )  # no corpus: none is made for a question
    Corpus.open(target).close()
    done = nhiemvu_run("user", "list", "--corpus", target)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "Chưa có tài khoản nào.\n")


def test_a_password_is_typed_twice_and_not_shown(kho: str) -> None:
    shown = typed_at_terminal(
        ["user", "password", "hoa", "--corpus", kho],
        ["bốn mùa xuân hạ", "bốn mùa xuân thu", "bốn mùa xuân hạ", "bốn mùa xuân hạ"],
    )
    assert "Hai lần nhập không giống nhau." in shown
    assert "xuân hạ" not in shown
    with Corpus.open(kho) as corpus, corpus.reading() as connection:
        kept = accounts.password_of(connection, "hoa")
    assert kept is not None
    assert passwords.right(kept[1], "bốn mùa xuân hạ")


def typed_at_terminal(arguments: list[str], lines: list[str]) -> str:
    """What the terminal shows when each line is typed at a question (`...: `)."""
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(sys.executable, [sys.executable, "-m", "nhiemvu", *arguments], environment(TERM="xterm"))
    shown, waiting, asked = b"", list(lines), 0
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:  # the other end is closed
            break
        shown += part
        if shown.count("khẩu: ".encode()) > asked and waiting:
            asked += 1
            os.write(terminal, waiting.pop(0).encode() + b"\n")
    os.close(terminal)
    assert os.waitpid(child, 0)[1] == 0, shown.decode()
    return shown.decode()
