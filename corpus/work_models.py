"""The tables of offices at work (bảng về việc dùng kho): files that are being read, pages, accounts, who changed what.

They stand beside those of `corpus.models` and change none of them. What people say of a task is no part of this: that
is a correction, or how far it is, and found again by its words.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from corpus.models import Base as Base


class PagePlaces(Base):
    """Where the characters of a document stand on its pages (`ingest.document.Place`), packed, for formats that have
    pages (`corpus.page_places`)."""

    __tablename__ = "page_places"

    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True)
    packed: Mapped[bytes] = mapped_column(LargeBinary)


class Reading(Base):
    """A file that somebody handed in to be read (tệp chờ đọc): `name` as it was sent, `state` and, while it is read,
    the `page` of its `pages`; why it failed (`cause`, `remedy`) or was refused; the document that it became."""

    __tablename__ = "readings"
    __table_args__ = (
        CheckConstraint("state IN ('waiting', 'reading', 'done', 'failed', 'refused')", name="state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    name: Mapped[str]
    size: Mapped[int]
    state: Mapped[str] = mapped_column(String(8), index=True)
    page: Mapped[int | None]
    pages: Mapped[int | None]
    cause: Mapped[str | None]
    remedy: Mapped[str | None]
    document_id: Mapped[int | None] = mapped_column(ForeignKey("documents.id", ondelete="SET NULL"))
    by: Mapped[str]
    asked_at: Mapped[datetime]
    begun_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]


class User(Base):
    """Who may come in (tài khoản): `name` is what they log in with, `full_name` what signs their corrections,
    `password` its argon2 hash; `role` is `reader`, `editor` or `admin`."""

    __tablename__ = "users"
    __table_args__ = (CheckConstraint("role IN ('reader', 'editor', 'admin')", name="role"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    full_name: Mapped[str]
    role: Mapped[str] = mapped_column(String(8))
    password: Mapped[str]
    active: Mapped[bool]
    made_at: Mapped[datetime]


class Session(Base):
    """Somebody who has logged in (phiên đăng nhập); `digest` is the SHA-256 of what their cookie holds."""

    __tablename__ = "sessions"

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    made_at: Mapped[datetime]
    ends_at: Mapped[datetime]


class AccessToken(Base):
    """A token by which a program or a calendar comes in for somebody (mã truy cập); `digest` as that of a session."""

    __tablename__ = "access_tokens"

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    label: Mapped[str]
    made_at: Mapped[datetime]
    ends_at: Mapped[datetime | None]


class LoginAttempt(Base):
    """A log-in that failed (lần đăng nhập sai), by account or address."""

    __tablename__ = "login_attempts"
    __table_args__ = (Index("ix_login_attempts_who", "who", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    who: Mapped[str]
    at: Mapped[datetime]


class AuditEntry(Base):
    """Who changed what (nhật ký): rows are only added."""

    __tablename__ = "audit_entries"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    by: Mapped[str]
    action: Mapped[str] = mapped_column(String(32))
    subject: Mapped[str]
    details: Mapped[dict[str, Any]]
    address: Mapped[str]


class ServerKey(Base):
    """A secret of the server, made when it is first needed: the key that signs cookies."""

    __tablename__ = "server_keys"

    name: Mapped[str] = mapped_column(String(32), primary_key=True)
    value: Mapped[bytes] = mapped_column(LargeBinary)
