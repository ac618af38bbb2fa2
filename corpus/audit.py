"""Who changed what (nhật ký thao tác): rows are added and read, never changed and never removed.

A row says when, who (as they sign), what they did (mostly one of `ACTIONS`), to what, with what besides, and from which
address. It is for people to look up; nothing is decided by it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Select, insert, select

from corpus.words import storable
from corpus.work_models import AuditEntry

ACTIONS: Mapping[str, str] = {
    "login": "Đăng nhập",
    "login_failed": "Đăng nhập không được",
    "logout": "Đăng xuất",
    "user_add": "Thêm tài khoản",
    "user_name": "Đổi họ tên",
    "user_role": "Đổi vai trò",
    "user_password": "Đổi mật khẩu",
    "user_off": "Khóa tài khoản",
    "user_on": "Mở lại tài khoản",
    "sessions_end": "Kết thúc phiên đăng nhập",
    "token_make": "Tạo mã truy cập",
    "token_revoke": "Thu hồi mã truy cập",
    "reading.hand_in": "Nạp văn bản",
    "reading.retry": "Đọc lại văn bản",
    "task.lead": "Sửa cơ quan chủ trì",
    "task.support": "Sửa cơ quan phối hợp",
    "task.due": "Sửa thời hạn",
    "task.not_task": "Ghi không phải nhiệm vụ",
    "task.means": "Sửa viện dẫn",
    "task.carries_out": "Nối với nhiệm vụ cấp trên",
    "task.same_agency": "Ghi hai tên một cơ quan",
    "task.progress": "Ghi tiến độ",
    "link_tasks": "Nối với nhiệm vụ cấp trên",
    "correction.undo": "Thu hồi lần sửa",
    "undo": "Thu hồi lần sửa",
    "join_works": "Nối hai văn bản",
    "part_works": "Tách hai văn bản",
}
"""What can be done, and how staff call it. Another action is kept as it is: what was done must not fail for want of
a name."""

_LONGEST_ACTION = 32  # characters, as the table has them
_LONGEST = 500  # characters of a subject or of a value: enough to know it by


@dataclass(frozen=True, slots=True)
class Done:
    """What somebody did: `action` is one of `ACTIONS`, `subject` what it was done to; `address` where they were."""

    by: str
    action: str
    subject: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the audit trail; `at` is in UTC."""

    id: int
    at: datetime
    by: str
    action: str
    subject: str
    details: dict[str, Any]
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which rows are asked for: of one person, of one action, with these words in the subject, from `since` to before
    `until` (UTC). Nothing said means all."""

    by: str = ""
    action: str = ""
    subject: str = ""
    since: datetime | None = None
    until: datetime | None = None


def append(connection: Connection, done: Done, details: Mapping[str, object] | None = None) -> int:
    """Add a row; its number. Long texts are cut."""
    row = {
        "at": datetime.now(UTC).replace(tzinfo=None),
        "by": _cut(done.by),
        "action": storable(done.action)[:_LONGEST_ACTION],
        "subject": _cut(done.subject),
        "details": {name: _plain(value) for name, value in (details or {}).items()},
        "address": _cut(done.address),
    }
    return connection.execute(insert(AuditEntry).values(row).returning(AuditEntry.id)).scalar_one()


def entries(
    connection: Connection, wanted: Wanted, *, before: int | None = None, limit: int = 50
) -> list[Entry]:
    """The rows that are asked for, the newest first, at most `limit`; `before`: only those with smaller numbers."""
    query = _where(select(AuditEntry), wanted).order_by(AuditEntry.id.desc()).limit(limit)
    if before is not None:
        query = query.where(AuditEntry.id < before)
    return [Entry(*(getattr(row, name) for name in Entry.__slots__)) for row in connection.execute(query)]


def people(connection: Connection, limit: int = 200) -> list[str]:
    """Who has done anything, by name; at most so many."""
    return list(connection.scalars(select(AuditEntry.by).distinct().order_by(AuditEntry.by).limit(limit)))


def _where(query: Select[Any], wanted: Wanted) -> Select[Any]:
    if wanted.by:
        query = query.where(AuditEntry.by == wanted.by)
    if wanted.action:
        query = query.where(AuditEntry.action == wanted.action)
    if wanted.subject:
        query = query.where(AuditEntry.subject.icontains(wanted.subject, autoescape=True))
    if wanted.since is not None:
        query = query.where(AuditEntry.at >= wanted.since)
    if wanted.until is not None:
        query = query.where(AuditEntry.at < wanted.until)
    return query


def _plain(value: object) -> object:
    """What JSON holds as it is; anything else as its text."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value[:50]]
    return _cut(str(value))


def _cut(text: str) -> str:
    kept = storable(text)
    return kept if len(kept) <= _LONGEST else kept[: _LONGEST - 1] + "…"
