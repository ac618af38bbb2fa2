"""Who may come in (tài khoản): names, roles, whether they still may. Passwords come and go as hashes only.

A reader reads, an editor also corrects, ticks off and hands in files, an admin also looks after accounts and reads the
audit trail. Whoever gets another role or password, or is switched off, has to log in again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, get_args

from sqlalchemy import Connection, Row, func, insert, select, update

from corpus import login_limits, sessions
from corpus.errors import CorpusError
from corpus.words import storable
from corpus.work_models import User
from rulebook.spelling import normalise

Role = Literal["reader", "editor", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
_NAME = re.compile(r"[a-z0-9][a-z0-9._@-]{0,62}")
_LONGEST = 200  # characters of a full name


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may come in, or may no more; `made_at` is in UTC."""

    id: int
    name: str
    full_name: str
    role: Role
    active: bool
    made_at: datetime


def account_name(typed: str) -> str:
    """The name of an account as it is kept: small letters. Raises `CorpusError` for what is none.

    >>> account_name(" Nguyen.Hoa ")
    'nguyen.hoa'
    """
    name = typed.strip().lower()
    if not _NAME.fullmatch(name):
        remedy = "dùng chữ không dấu, chữ số, dấu chấm, gạch nối; tối đa 63 ký tự"
        raise CorpusError(storable(typed)[:40] or "NAME", "không dùng được làm tên tài khoản", remedy)
    return name


def full_name(typed: str) -> str:
    """A full name in one line. Raises `CorpusError` where it is empty or too long."""
    name = " ".join(normalise(storable(typed)).split())
    if not name:
        raise CorpusError("--full-name", "thiếu họ tên", 'ghi họ tên: --full-name "Họ tên"')
    if len(name) > _LONGEST:
        raise CorpusError(name[:40] + "…", "tên quá dài", f"viết trong {_LONGEST} ký tự")
    return name


def role_named(role: str) -> Role:
    """The role of this name. Raises `CorpusError` where there is none."""
    if role not in ROLES:
        raise CorpusError(storable(role)[:40], "không có vai trò này", f"chọn {', '.join(ROLES)}")
    return role


def refuse(connection: Connection, name: str, shown: str, role: str) -> None:
    """Raises `CorpusError` where no such account can be made: a name that is taken or none at all, no full name, no
    such role."""
    wanted = account_name(name)
    if named(connection, wanted):
        raise CorpusError(wanted, "đã có tài khoản này", "chọn tên khác, hoặc xem: nhiemvu user list")
    full_name(shown)
    role_named(role)


def add(connection: Connection, name: str, shown: str, role: str, password: str) -> Account:
    """Make an account; `password` is the hash. Raises `CorpusError` as `refuse` does."""
    refuse(connection, name, shown, role)
    row = {
        "name": account_name(name),
        "full_name": full_name(shown),
        "role": role_named(role),
        "password": password,
        "active": True,
        "made_at": datetime.now(UTC).replace(tzinfo=None),
    }
    return _account(connection.execute(insert(User).values(row).returning(User)).one())


def everybody(connection: Connection) -> list[Account]:
    """All accounts, by name."""
    return [_account(row) for row in connection.execute(select(User).order_by(User.name))]


def named(connection: Connection, name: str) -> Account | None:
    """The account of this name, also one that is switched off."""
    row = connection.execute(select(User).where(User.name == name.strip().lower())).first()
    return _account(row) if row else None


def existing(connection: Connection, name: str) -> Account:
    """The account of this name. Raises `CorpusError` where there is none."""
    found = named(connection, name)
    if found is None:
        raise CorpusError(storable(name)[:63], "không có tài khoản này", "xem: nhiemvu user list")
    return found


def with_id(connection: Connection, user_id: int) -> Account | None:
    """The account of this number."""
    row = connection.execute(select(User).where(User.id == user_id)).first()
    return _account(row) if row else None


def password_of(connection: Connection, name: str) -> tuple[Account, str] | None:
    """The account of this name with the hash of its password, if it may come in."""
    row = connection.execute(select(User).where(User.name == name.strip().lower(), User.active)).first()
    return (_account(row), row.password) if row else None


def any_admin(connection: Connection) -> bool:
    """Whether somebody can look after the accounts."""
    return _admins(connection) > 0


def change_role(connection: Connection, account: Account, role: str) -> Account:
    """Give somebody another role; their sessions end. Raises `CorpusError` where nobody would be admin any more."""
    wanted = role_named(role)
    if wanted != "admin":
        _keep_an_admin(connection, account)
    sessions.end_all_of(connection, account.id)
    return _change(connection, account, role=wanted)


def change_full_name(connection: Connection, account: Account, shown: str) -> Account:
    """Let somebody sign with another full name; what they signed before stays. Raises `CorpusError` as `full_name`."""
    return _change(connection, account, full_name=full_name(shown))


def change_password(connection: Connection, account: Account, password: str) -> Account:
    """Give somebody the password of this hash; their sessions end, and they may try to log in anew."""
    sessions.end_all_of(connection, account.id)
    login_limits.forget(connection, account.name)
    return _change(connection, account, password=password)


def renew_hash(connection: Connection, account: Account, old: str, new: str) -> None:
    """Keep the same password under a newer kind of hash, unless it was changed meanwhile."""
    connection.execute(update(User).where(User.id == account.id, User.password == old).values(password=new))


def switch_off(connection: Connection, account: Account) -> Account:
    """Let somebody in no more: their sessions and tokens end, what they did stays. Raises `CorpusError` for the last
    admin."""
    _keep_an_admin(connection, account)
    sessions.end_all_of(connection, account.id)
    sessions.revoke_all_of(connection, account.id)
    return _change(connection, account, active=False)


def switch_on(connection: Connection, account: Account) -> Account:
    """Let somebody in again, with the password that they had."""
    return _change(connection, account, active=True)


def _change(connection: Connection, account: Account, **values: Any) -> Account:
    changed = update(User).where(User.id == account.id).values(values).returning(User)
    return _account(connection.execute(changed).one())


def _keep_an_admin(connection: Connection, account: Account) -> None:
    if account.active and account.role == "admin" and _admins(connection) == 1:
        remedy = "trao quyền quản trị cho người khác trước: nhiemvu user role"
        raise CorpusError(account.name, "là tài khoản quản trị cuối cùng", remedy)


def _admins(connection: Connection) -> int:
    return connection.scalar(select(func.count(User.id)).where(User.role == "admin", User.active)) or 0


def _account(row: Row[*tuple[Any, ...]]) -> Account:
    return Account(*(getattr(row, name) for name in Account.__slots__))
