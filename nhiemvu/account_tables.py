"""Accounts as a table for people."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.accounts import Account
from nhiemvu.show import Table
from nhiemvu.words import say

ROLES = {"reader": "xem", "editor": "xem và sửa", "admin": "quản trị"}


def table_of_accounts(found: Sequence[Account]) -> Table:
    """The accounts, each with its role and whether it may come in."""
    heads = (say("Tài khoản"), say("Họ tên"), say("Vai trò"), say("Tình trạng"), say("Tạo lúc (UTC)"))
    rows = [
        (
            one.name,
            one.full_name,
            f"{one.role} ({say(ROLES[one.role])})",
            say("đang dùng") if one.active else say("đã khóa"),
            one.made_at.strftime("%Y-%m-%d %H:%M"),
        )
        for one in found
    ]
    return Table("", heads, rows, {1: 1})
