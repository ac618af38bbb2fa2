"""`nhiemvu user`: who may come in to the web app from other machines."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from corpus.accounts import Account
    from corpus.engine import Connection
    from corpus.store import Corpus

SHORT = "Tài khoản vào ứng dụng web: thêm, đổi vai trò, mật khẩu, khóa, mã truy cập."
HELP = (
    "Quản lý tài khoản của ứng dụng web. Việc cần làm: add (thêm), list (liệt kê), role (đổi vai trò), password (đổi"
    " mật khẩu), off (khóa), on (mở lại), token (tạo mã truy cập cho chương trình hoặc lịch). Vai trò: reader xem,"
    " editor xem và sửa, admin còn quản lý tài khoản và xem nhật ký. Mật khẩu được hỏi hai lần trên màn hình, hoặc"
    " đọc một dòng từ đầu vào chuẩn với --password-stdin; không bao giờ ghi trên dòng lệnh."
)
EXAMPLE = '\b\nVí dụ:\n  nhiemvu user add hoa --role editor --full-name "Nguyễn Thị Hoa"'


def run(
    action: Annotated[
        str,
        typer.Argument(
            metavar="VIỆC", help="add, list, role, password, off, on hoặc token.", show_default=False
        ),
    ],
    name: Annotated[str, typer.Argument(metavar="[TÊN]", help="Tên tài khoản.", show_default=False)] = "",
    role: Annotated[
        str, typer.Option("--role", metavar="reader|editor|admin", help="Vai trò.", show_default=False)
    ] = "",
    full_name: Annotated[
        str,
        typer.Option(
            "--full-name", metavar="HỌ-TÊN", help="Họ tên, để ký những gì người này sửa.", show_default=False
        ),
    ] = "",
    label: Annotated[
        str,
        typer.Option("--label", metavar="TÊN-MÃ", help="Mã truy cập dùng cho việc gì.", show_default=False),
    ] = "",
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="Đọc mật khẩu từ đầu vào chuẩn.")
    ] = False,
    corpus: Annotated[
        str, typer.Option("--corpus", metavar="KHO", help="Tệp kho hoặc URL (hoặc đặt NHIEMVU_CORPUS).")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="In JSON.")] = False,
) -> int:
    """Looks after accounts."""
    from corpus.store import Corpus
    from nhiemvu.where import corpus_target

    _refuse(action, name, {"--role": role, "--full-name": full_name, "--label": label})
    # The first account may come before the first document.
    with Corpus.open(corpus_target(corpus), create=action == "add") as opened:
        if action == "list":
            return _list(opened, as_json)
        if action == "add":
            return _add(opened, name, full_name, role, password_stdin)
        if action == "token":
            return _make_token(opened, name, label)
        if action == "password":
            return _change_password(opened, name, password_stdin)
        return _change(opened, action, name, role)


_NEEDS = {
    "add": ("--role", "--full-name"),
    "list": (),
    "role": ("--role",),
    "password": (),
    "off": (),
    "on": (),
    "token": ("--label",),
}


def _refuse(action: str, name: str, given: dict[str, str]) -> None:
    """Raises `typer.BadParameter` for an action that is none, `CorpusError` for what is missing or not meant."""
    from corpus.accounts import account_name
    from nhiemvu.faults import missing, together

    if action not in _NEEDS:
        raise typer.BadParameter(action, param_hint="VIỆC")
    if action != "list" and not name:
        raise missing("NAME", "user")
    if action == "list" and name:
        raise typer.BadParameter(name, param_hint="[TÊN]")
    for option, value in given.items():
        if option in _NEEDS[action] and not value.strip():
            raise missing(option, "user")
        if option not in _NEEDS[action] and value:
            raise together(option, f"user {action}")
    if action == "add":
        account_name(name)


def _list(opened: Corpus, as_json: bool) -> int:
    from dataclasses import asdict

    from corpus.accounts import everybody
    from nhiemvu.account_tables import table_of_accounts
    from nhiemvu.show import note, show, show_json
    from nhiemvu.words import say

    with opened.reading() as connection:
        found = everybody(connection)
    if as_json:
        show_json([asdict(one) | {"made_at": one.made_at.isoformat()} for one in found])
    elif found:
        show([table_of_accounts(found)])
    else:
        note(say("Chưa có tài khoản nào."))
    return 0 if found else 1


def _add(opened: Corpus, name: str, shown: str, role: str, from_stdin: bool) -> int:
    from corpus import accounts
    from nhiemvu.show import note
    from nhiemvu.web.passwords import hashed
    from nhiemvu.words import say

    with opened.reading() as connection:
        accounts.refuse(connection, name, shown, role)  # before anybody types a password for nothing
    password = hashed(_password(name, from_stdin))
    with opened.writing() as connection:
        account = accounts.add(connection, name, shown, role, password)
        _write_down(connection, "user_add", account, role=account.role)
    note(say("Đã thêm tài khoản {name} ({full_name}).", name=account.name, full_name=account.full_name))
    return 0


def _change_password(opened: Corpus, name: str, from_stdin: bool) -> int:
    from corpus import accounts
    from nhiemvu.show import note
    from nhiemvu.web.passwords import hashed
    from nhiemvu.words import say

    with opened.reading() as connection:
        accounts.existing(connection, name)
    password = hashed(_password(name, from_stdin))
    with opened.writing() as connection:
        account = accounts.existing(connection, name)
        accounts.change_password(connection, account, password)
        _write_down(connection, "user_password", account)
    note(say("Đã đổi mật khẩu của {name}; các phiên đăng nhập cũ đã kết thúc.", name=account.name))
    return 0


def _change(opened: Corpus, action: str, name: str, role: str) -> int:
    from corpus import accounts
    from nhiemvu.show import note
    from nhiemvu.words import say

    ways: dict[str, Callable[[Connection, Account], Account]] = {
        "role": lambda connection, account: accounts.change_role(connection, account, role),
        "off": accounts.switch_off,
        "on": accounts.switch_on,
    }
    said = {
        "role": "{name} nay có vai trò {role}.",
        "off": "Đã khóa tài khoản {name}.",
        "on": "Đã mở lại tài khoản {name}.",
    }
    with opened.writing() as connection:
        account = ways[action](connection, accounts.existing(connection, name))
        _write_down(connection, f"user_{action}", account, role=account.role)
    note(say(said[action], name=account.name, role=account.role))
    return 0


def _make_token(opened: Corpus, name: str, label: str) -> int:
    from datetime import UTC, datetime

    from corpus import accounts, sessions
    from corpus.errors import CorpusError
    from nhiemvu.show import note
    from nhiemvu.words import say

    with opened.writing() as connection:
        account = accounts.existing(connection, name)
        if not account.active:
            raise CorpusError(account.name, "tài khoản đã khóa", "mở lại trước: nhiemvu user on")
        secret = sessions.make_token(connection, account.id, label, datetime.now(UTC).replace(tzinfo=None))
        _write_down(connection, "token_make", account, label=label)
    note(say("Mã truy cập của {name}, chỉ hiện một lần này:", name=account.name))
    print(secret)
    return 0


def _password(name: str, from_stdin: bool) -> str:
    """The password that is typed twice without being shown, or the first line of standard input."""
    from nhiemvu.show import note
    from nhiemvu.web.passwords import checked
    from nhiemvu.words import say

    if from_stdin:
        return checked(sys.stdin.readline().rstrip("\r\n"), name=name)
    if not sys.stdin.isatty():
        raise typer.BadParameter("", param_hint="--password-stdin")
    from getpass import getpass

    while True:
        first = checked(getpass(say("Mật khẩu: ")), name=name)
        if first == checked(getpass(say("Nhập lại mật khẩu: ")), name=name):
            return first
        note(say("Hai lần nhập không giống nhau."))


def _write_down(connection: Connection, action: str, account: Account, **details: object) -> None:
    from getpass import getuser

    from corpus import audit

    try:
        who = getuser()
    except (KeyError, OSError):  # a user id without a name
        who = ""
    audit.append(connection, audit.Done(f"nhiemvu user ({who})", action, account.name), details)
