"""Passwords (mật khẩu): hashed with argon2id, by the parameters that OWASP's Password Storage Cheat Sheet names first.

A password has at least twelve characters and is not the name of the account; there are no rules on signs and digits,
and none on changing it every few months, which make people choose worse ones (NIST SP 800-63B, 3.1.1.2).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

from corpus.errors import CorpusError

SHORTEST, LONGEST = 12, 256  # characters
_AT_MOST = "đặt tối đa {} ký tự"
_AT_ONCE = BoundedSemaphore(
    2
)  # each takes 19 MiB and a core: a hundred log-ins at once must not take the machine
_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1, type=Type.ID)


def checked(password: str, *, name: str = "") -> str:
    """The password as it is hashed. Raises `CorpusError` where it is too short, too long, or what anybody would guess.

    >>> checked("mua xuân chín 2026") == checked(unicodedata.normalize("NFD", "mua xuân chín 2026"))
    True
    """
    typed = _composed(password)
    if len(typed) < SHORTEST:
        remedy = "đặt ít nhất {} ký tự; vài từ liền nhau dễ nhớ hơn và khó đoán hơn"
        raise CorpusError("mật khẩu", "quá ngắn", remedy.format(SHORTEST))
    if len(typed) > LONGEST:
        raise CorpusError("mật khẩu", "quá dài", _AT_MOST.format(LONGEST))
    if len(set(typed)) < 4 or (name and name.lower() in typed.lower() and len(typed) - len(name) < 6):
        raise CorpusError("mật khẩu", "quá dễ đoán", "chọn vài từ không liên quan đến tên tài khoản")
    return typed


def hashed(password: str) -> str:
    """The argon2 hash of a password, with its parameters and salt in it."""
    with _AT_ONCE:
        return _HASHER.hash(_composed(password))


def right(kept: str | None, password: str) -> bool:
    """Whether the password is the one of this hash. `None` (there is no such account) takes as long as a wrong one, so
    that the time does not tell which accounts there are."""
    typed = _composed(password[: LONGEST * 4])
    with _AT_ONCE:
        try:
            return _HASHER.verify(kept or _nobodys(), typed) and kept is not None
        except (VerificationError, InvalidHashError):
            return False


def outdated(kept: str) -> bool:
    """Whether the hash was made with other parameters than those of today: then it is made anew at the next log-in."""
    return _HASHER.check_needs_rehash(kept)


def _composed(password: str) -> str:
    # The same keys give composed letters on one system and decomposed ones on another.
    return unicodedata.normalize("NFC", password)


@lru_cache(maxsize=1)
def _nobodys() -> str:
    return _HASHER.hash("nobody has this password")
