"""How often somebody may try to log in (giới hạn đăng nhập sai), counted in a table that all processes share.

An attempt is written down before its password is looked at, and taken out when it was right: a hundred that come at
once cannot all be let through because none has failed yet. Attempts count for fifteen minutes, three times over:

- of an account at one address, after the fifth each has to wait twice as long as the one before; after ten that account
  waits there until the first of them is fifteen minutes old. Its owner gets in from anywhere else;
- an address, behind which a whole office may sit, has thirty;
- of an account, wherever they come from, after fifty each has to wait, up to a minute, so that who has many addresses
  does not guess without end. That is short, for here the owner waits with them.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from ipaddress import IPv6Address, ip_address

from sqlalchemy import Connection, delete, insert, select

from corpus.work_models import LoginAttempt

WINDOW = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Limit:
    """So many attempts are `free`, then each waits twice as long, at most `longest` seconds; with `most` of them it is
    over for the window."""

    free: int
    most: int | None = None
    longest: float = WINDOW.total_seconds()


TOGETHER = Limit(free=4, most=10)
"""Of one account at one address."""
ADDRESS = Limit(free=20, most=30)
ACCOUNT = Limit(free=50, longest=60)
"""Of one account, from all addresses."""


def waiting_time(limit: Limit, attempts: Collection[datetime], now: datetime) -> float:
    """Seconds until the next attempt; 0: now. `attempts` are those of the window, in any order.

    >>> now = datetime(2026, 1, 1, 8, 0)
    >>> [waiting_time(TOGETHER, [now] * count, now) for count in (0, 4, 5, 6, 9, 10)]
    [0.0, 0.0, 2.0, 4.0, 32.0, 900.0]
    >>> waiting_time(TOGETHER, [now - timedelta(seconds=3)] * 5, now)
    0.0
    >>> [waiting_time(ACCOUNT, [now] * count, now) for count in (50, 51, 60, 5000)]
    [0.0, 2.0, 60.0, 60.0]
    """
    ordered = sorted(attempts)
    if len(ordered) <= limit.free:
        return 0.0
    if limit.most is not None and len(ordered) >= limit.most:
        until = ordered[-limit.most] + WINDOW
    else:
        doubled = 2.0 ** min(len(ordered) - limit.free, 20)
        until = ordered[-1] + timedelta(seconds=min(doubled, limit.longest))
    return max(0.0, (until - now).total_seconds())


def begin(connection: Connection, name: str, address: str, now: datetime) -> float:
    """Write down that somebody at this address is about to try this account; seconds that they have to wait first
    instead, with nothing written down. `connection` holds the write lock; rows older than the window go."""
    connection.execute(delete(LoginAttempt).where(LoginAttempt.at <= now - WINDOW))
    limits = (
        (_together(name, address), TOGETHER),
        (_address(address), ADDRESS),
        (_account(name), ACCOUNT),
    )
    wait = max(waiting_time(limit, _attempts(connection, who), now) for who, limit in limits)
    if wait == 0:
        connection.execute(insert(LoginAttempt), [{"who": who, "at": now} for who, _ in limits])
    return wait


def succeeded(connection: Connection, name: str, address: str, now: datetime) -> None:
    """The attempt that began at `now` was right: it counts for nothing, nor do the wrong ones of the account at this
    address; those from elsewhere, which somebody else may have made, still do."""
    connection.execute(delete(LoginAttempt).where(LoginAttempt.who == _together(name, address)))
    for who in (_address(address), _account(name)):
        own = select(LoginAttempt.id).where(LoginAttempt.who == who, LoginAttempt.at == now).limit(1)
        connection.execute(delete(LoginAttempt).where(LoginAttempt.id.in_(own)))


def forget(connection: Connection, name: str) -> None:
    """Let an account try anew everywhere, as when it gets a new password."""
    account = _account(name)
    its = (LoginAttempt.who == account) | LoginAttempt.who.startswith(f"{account} ", autoescape=True)
    connection.execute(delete(LoginAttempt).where(its))


def _attempts(connection: Connection, who: str) -> list[datetime]:
    return list(connection.scalars(select(LoginAttempt.at).where(LoginAttempt.who == who)))


def _together(name: str, address: str) -> str:
    return f"{_account(name)} {_address(address)}"


def _account(name: str) -> str:
    # Not the name itself: people type passwords into the wrong field, and then they would stand here.
    return "account:" + sha256(name.encode("utf-8", "replace")).hexdigest()[:32]


def _address(address: str) -> str:
    """One household or office: an IPv4 address, or the network of an IPv6 address, which has 2^64 addresses to try."""
    try:
        known = ip_address(address.partition("%")[0])
    except ValueError:
        return f"from:{address[:64]}"
    if isinstance(known, IPv6Address):
        if known.ipv4_mapped:
            return f"from:{known.ipv4_mapped}"
        return f"from:{IPv6Address(int(known) >> 64 << 64)}/64"
    return f"from:{known}"
