"""From a name and a password to a session (đăng nhập), not too often, and written down either way."""

from __future__ import annotations

from datetime import datetime
from math import ceil

from corpus import accounts, audit, login_limits, sessions
from corpus.store import Corpus
from nhiemvu.web.errors import RefusedError, TooOftenError
from nhiemvu.web.passwords import hashed, outdated, right
from nhiemvu.web.visitors import now

_LONGEST = 100  # characters of a name that somebody types


def log_in(corpus: Corpus, name: str, password: str, address: str) -> str:
    """The secret of a new session. Raises `RefusedError` where name and password do not go together, without saying
    which of them is wrong, and `TooOftenError`."""
    typed = name.strip().lower()[:_LONGEST]
    known, begun = proved(corpus, typed, password, address)
    with corpus.writing() as connection:
        still = accounts.password_of(connection, typed)
        if still is None or still != known:  # changed or switched off while we were looking
            raise _wrong()
        account, kept = still
        login_limits.succeeded(connection, typed, address, begun)
        if outdated(kept):
            accounts.renew_hash(connection, account, kept, hashed(password))
        audit.append(connection, audit.Done(_shown(account), "login", account.name, address))
        return sessions.begin(connection, account.id, begun)


def proved(
    corpus: Corpus, name: str, password: str, address: str
) -> tuple[tuple[accounts.Account, str], datetime]:
    """The account that this password opens, with its hash, and when the attempt began, which still counts. Raises
    as `log_in` does."""
    begun = now()
    with corpus.writing() as connection:
        wait = login_limits.begin(connection, name, address, begun)
    if wait:
        raise _too_often(wait)
    with corpus.reading() as connection:
        known = accounts.password_of(connection, name)
    if not right(known[1] if known else None, password) or known is None:
        # What was typed is not written down where it is no account: it may be a password in the wrong field.
        subject = known[0].name if known else "?"
        with corpus.writing() as connection:
            audit.append(connection, audit.Done("", "login_failed", subject, address))
        raise _wrong()
    return known, begun


def log_out(corpus: Corpus, secret: str, account_name: str, shown: str, address: str) -> None:
    """End a session."""
    with corpus.writing() as connection:
        if sessions.end(connection, secret):
            audit.append(connection, audit.Done(shown, "logout", account_name, address))


def _shown(account: accounts.Account) -> str:
    return f"{account.full_name} ({account.name})"


def _wrong() -> RefusedError:
    return RefusedError(
        "tên tài khoản hoặc mật khẩu không đúng", "gõ lại; quên mật khẩu thì nhờ người quản trị"
    )


def _too_often(wait: float) -> TooOftenError:
    seconds = ceil(wait)
    short = seconds < 90
    remedy = ("chờ {} giây rồi thử lại" if short else "chờ {} phút rồi thử lại").format(
        seconds if short else ceil(seconds / 60)
    )
    return TooOftenError("đăng nhập sai nhiều lần", remedy, seconds)
