"""How somebody who may come in is known again (phiên đăng nhập, mã truy cập): by random secrets.

A secret has 256 random bits. Only its SHA-256 is kept, so that whoever reads the table cannot come in by it; a slow
hash would add nothing to that many bits. A session ends after a working day; a token when its day comes, or never.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, or_, select

from corpus.errors import CorpusError
from corpus.words import storable
from corpus.work_models import AccessToken, Session, User

LASTS = timedelta(hours=12)
_BYTES = 32
_LONGEST_LABEL = 100
_MOST_TOKENS = 50


@dataclass(frozen=True, slots=True)
class SessionFact:
    """A session that goes on; times are in UTC."""

    id: int
    user_id: int
    made_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class TokenFact:
    """A token that still holds; `ends_at` is `None` where it has no end. Times are in UTC."""

    id: int
    user_id: int
    label: str
    made_at: datetime
    ends_at: datetime | None


def digest(secret: str) -> str:
    """What is kept of a secret."""
    return sha256(secret.encode("utf-8", "replace")).hexdigest()


def begin(connection: Connection, user_id: int, now: datetime) -> str:
    """Begin a session; its secret, which is kept nowhere. Sessions that are over are removed."""
    connection.execute(delete(Session).where(Session.ends_at <= now))
    secret = secrets.token_urlsafe(_BYTES)
    row = {"digest": digest(secret), "user_id": user_id, "made_at": now, "ends_at": now + LASTS}
    connection.execute(insert(Session).values(row))
    return secret


def find(connection: Connection, secret: str, now: datetime) -> SessionFact | None:
    """The session of this secret, if it goes on and its user may still come in."""
    query = select(Session).join(User, User.id == Session.user_id)
    row = connection.execute(
        query.where(Session.digest == digest(secret), Session.ends_at > now, User.active)
    ).first()
    return _session(row) if row else None


def of(connection: Connection, user_id: int, now: datetime) -> list[SessionFact]:
    """The sessions of somebody that go on, the newest first."""
    query = select(Session).where(Session.user_id == user_id, Session.ends_at > now)
    return [_session(row) for row in connection.execute(query.order_by(Session.id.desc()))]


def end(connection: Connection, secret: str) -> bool:
    """End the session of this secret; whether there was one."""
    return connection.execute(delete(Session).where(Session.digest == digest(secret))).rowcount > 0


def end_all_of(connection: Connection, user_id: int) -> int:
    """End every session of somebody; how many there were."""
    return connection.execute(delete(Session).where(Session.user_id == user_id)).rowcount


def make_token(
    connection: Connection, user_id: int, label: str, now: datetime, *, days: int | None = None
) -> str:
    """Make a token that holds for so many days (`None`: until it is revoked); its secret, which is kept nowhere.

    Raises `CorpusError` where the label is empty or too long, and where somebody has too many.
    """
    shown = " ".join(storable(label).split())
    if not shown or len(shown) > _LONGEST_LABEL:
        remedy = f'ghi mã dùng cho việc gì, trong {_LONGEST_LABEL} ký tự: --label "lịch Outlook"'
        raise CorpusError("--label", "thiếu tên của mã truy cập hoặc tên quá dài", remedy)
    if len(tokens_of(connection, user_id, now)) >= _MOST_TOKENS:
        raise CorpusError(shown, f"đã có {_MOST_TOKENS} mã truy cập", "thu hồi những mã không dùng nữa")
    secret = "nv_" + secrets.token_urlsafe(
        _BYTES
    )  # the mark lets programs that look for leaked secrets know it
    ends_at = None if days is None else now + timedelta(days=days)
    row = {"digest": digest(secret), "user_id": user_id, "label": shown, "made_at": now, "ends_at": ends_at}
    connection.execute(insert(AccessToken).values(row))
    return secret


def find_token(connection: Connection, secret: str, now: datetime) -> TokenFact | None:
    """The token of this secret, if it still holds and its user may still come in."""
    query = select(AccessToken).join(User, User.id == AccessToken.user_id).where(User.active)
    row = connection.execute(query.where(AccessToken.digest == digest(secret), _holds(now))).first()
    return _token(row) if row else None


def tokens_of(connection: Connection, user_id: int, now: datetime) -> list[TokenFact]:
    """The tokens of somebody that still hold, the newest first."""
    query = select(AccessToken).where(AccessToken.user_id == user_id, _holds(now))
    return [_token(row) for row in connection.execute(query.order_by(AccessToken.id.desc()))]


def revoke(connection: Connection, user_id: int, token_id: int) -> TokenFact | None:
    """Revoke a token of somebody; the token, `None` where they have none of this number."""
    if not 0 < token_id < 2**63:  # more than a database counts
        return None
    gone = delete(AccessToken).where(AccessToken.id == token_id, AccessToken.user_id == user_id)
    row = connection.execute(gone.returning(AccessToken)).first()
    return _token(row) if row else None


def revoke_all_of(connection: Connection, user_id: int) -> int:
    """Revoke every token of somebody; how many there were."""
    return connection.execute(delete(AccessToken).where(AccessToken.user_id == user_id)).rowcount


def _holds(now: datetime) -> Any:
    return or_(AccessToken.ends_at.is_(None), AccessToken.ends_at > now)


def _session(row: Row[*tuple[Any, ...]]) -> SessionFact:
    return SessionFact(*(getattr(row, name) for name in SessionFact.__slots__))


def _token(row: Row[*tuple[Any, ...]]) -> TokenFact:
    return TokenFact(*(getattr(row, name) for name in TokenFact.__slots__))
