"""What the server signs (ký cookie), so that it knows again what it once said itself; nothing here is hidden.

A signature is for one purpose: what was signed as a name does not pass as a session.
"""

from __future__ import annotations

from itsdangerous import BadSignature, Signer


def signed(key: bytes, purpose: str, value: str) -> str:
    """The value with its signature, in ASCII.

    >>> unsigned(b"key", "name", signed(b"key", "name", "hoa"))
    'hoa'
    """
    return _signer(key, purpose).sign(value.encode("ascii")).decode("ascii")


def unsigned(key: bytes, purpose: str, text: str) -> str:
    """The value that was signed; empty where the signature is not ours.

    >>> unsigned(b"key", "session", signed(b"key", "name", "hoa"))
    ''
    """
    try:
        return _signer(key, purpose).unsign(text.encode("ascii", "replace")).decode("ascii")
    except BadSignature:
        return ""


def _signer(key: bytes, purpose: str) -> Signer:
    return Signer(key, salt=f"nhiemvu.{purpose}", sep=".")
