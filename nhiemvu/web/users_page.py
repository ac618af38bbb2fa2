"""Who may come in (tài khoản của mọi người), for administrators."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Form

from corpus import accounts
from corpus.accounts import Account, Role
from corpus.engine import Connection
from nhiemvu.web.account_page import in_person
from nhiemvu.web.asked import Asked, Rules
from nhiemvu.web.errors import BadInputError
from nhiemvu.web.pages import Done, Pages
from nhiemvu.web.passwords import checked, hashed
from nhiemvu.web.times import iso

pages = Pages(tags=["accounts"])
_Name = Annotated[str, Form(max_length=200)]
_Password = Annotated[str, Form(max_length=2000)]


@dataclass(frozen=True, slots=True)
class UserRow:
    """An account: its name, the full name that signs, its role, whether it may come in, since when there is (UTC)."""

    name: str
    full_name: str
    role: Role
    active: bool
    made_at: str | None


@dataclass(frozen=True, slots=True)
class UsersView:
    """All accounts, by name, and whether accounts are asked for at all."""

    users: tuple[UserRow, ...]
    accounts: bool


@pages.page("/users", "users.html")
def users(asked: Rules) -> UsersView:
    """Everybody who may come in, or may no more."""
    with asked.corpus.reading() as connection:
        found = accounts.everybody(connection)
    return UsersView(tuple(map(_row, found)), asked.settings.accounts)


@pages.action("/users")
def add_user(
    asked: Rules,
    name: _Name,
    full_name: _Name,
    role: Annotated[Role, Form()],
    password: _Password,
    again: _Password,
) -> Done[UserRow]:
    """Make an account. The person is told the password and changes it."""
    in_person(asked)
    with asked.corpus.reading() as connection:
        accounts.refuse(connection, name, full_name, role)
    kept = _hashed(name, password, again)
    with asked.corpus.writing() as connection:
        made = accounts.add(connection, name, full_name, role, kept)
        asked.audit(connection, "user_add", made.name, role=role)
    return _done(made, "Đã thêm tài khoản {name} ({full_name}).")


@pages.action("/users/{name}/role")
def change_role(asked: Rules, name: str, role: Annotated[Role, Form()]) -> Done[UserRow]:
    """Give somebody another role; they have to log in again."""
    changed = _change(
        asked, name, "user_role", lambda connection, one: accounts.change_role(connection, one, role)
    )
    return _done(changed, "{name} nay có vai trò {role}.")


@pages.action("/users/{name}/full-name")
def change_full_name(asked: Rules, name: str, full_name: _Name) -> Done[UserRow]:
    """Let somebody sign with another full name; what they signed before stays as it was."""
    changed = _change(
        asked,
        name,
        "user_name",
        lambda connection, one: accounts.change_full_name(connection, one, full_name),
    )
    return _done(changed, "{name} nay ký tên {full_name}.")


@pages.action("/users/{name}/password")
def set_password(asked: Rules, name: str, password: _Password, again: _Password) -> Done[UserRow]:
    """Give somebody another password; they have to log in again."""
    in_person(asked)
    with asked.corpus.reading() as connection:
        accounts.existing(connection, name)
    kept = _hashed(name, password, again)
    changed = _change(
        asked, name, "user_password", lambda connection, one: accounts.change_password(connection, one, kept)
    )
    return _done(changed, "Đã đổi mật khẩu của {name}; các phiên đăng nhập cũ đã kết thúc.")


@pages.action("/users/{name}/off")
def switch_off(asked: Rules, name: str) -> Done[UserRow]:
    """Let somebody in no more; their sessions and tokens end."""
    return _done(_change(asked, name, "user_off", accounts.switch_off), "Đã khóa tài khoản {name}.")


@pages.action("/users/{name}/on")
def switch_on(asked: Rules, name: str) -> Done[UserRow]:
    """Let somebody in again."""
    return _done(_change(asked, name, "user_on", accounts.switch_on), "Đã mở lại tài khoản {name}.")


def _change(
    asked: Asked, name: str, action: str, change: Callable[[Connection, Account], Account]
) -> Account:
    in_person(asked)
    with asked.corpus.writing() as connection:
        changed = change(connection, accounts.existing(connection, name))
        asked.audit(connection, action, changed.name, full_name=changed.full_name, role=changed.role)
    return changed


def _hashed(name: str, password: str, again: str) -> str:
    if password != again:
        raise BadInputError("Hai lần nhập không giống nhau.", "gõ lại mật khẩu mới hai lần")
    return hashed(checked(password, name=name))


def _done(changed: Account, note: str) -> Done[UserRow]:
    values = {"name": changed.name, "full_name": changed.full_name, "role": changed.role}
    return Done(_row(changed), "/users", note, tuple(values.items()))


def _row(one: Account) -> UserRow:
    return UserRow(one.name, one.full_name, one.role, one.active, iso(one.made_at))
