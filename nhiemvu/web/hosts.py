"""By which names the server is called, and from where (tên máy chủ, địa chỉ máy khách)."""

from __future__ import annotations

import socket
from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import urlsplit

from fastapi import Request

from nhiemvu.web.settings import LOCAL, Settings

_RELAYS = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")


def is_ours(host: str, settings: Settings) -> bool:
    """Whether a request is for this server by one of its names: a page of somebody else whose name leads here (DNS
    rebinding) is not let in. Such a page needs a name; a bare address of the network is ours.

    >>> here = Settings(corpus="kho.db", files="kho.files")
    >>> [is_ours(host, here) for host in ("127.0.0.1:8000", "localhost", "[::1]:8000", "evil.example", "10.0.0.5", "")]
    [True, True, True, False, False, False]
    >>> office = Settings(corpus="kho.db", files="kho.files", host="0.0.0.0", names=("kho.xa.vn",))
    >>> [is_ours(host, office) for host in ("10.0.0.5:8000", "KHO.xa.vn", "kho.xa.vn.evil.example", "a@10.0.0.5")]
    [True, True, False, False]
    """
    name = _name(host)
    if not name:
        return False
    public = (_name(urlsplit(settings.proxy).netloc),) if settings.proxy else ()
    if settings.host in LOCAL:
        return name in LOCAL or name in public
    return (
        name in LOCAL
        or name in public
        or name == settings.host.lower()
        or name in {one.lower() for one in settings.names}
        or _is_address(name)
        or name in _of_this_machine()
    )


def origin_is_ours(origin: str, request: Request, settings: Settings) -> bool:
    """Whether the page that sends a form is one of this server: same name, same port, and, where the outer address is
    known, the same scheme."""
    if settings.proxy:
        return origin.lower() == settings.proxy.lower().rstrip("/")
    parts = urlsplit(origin)
    return (
        parts.scheme in ("http", "https") and parts.netloc.lower() == request.headers.get("host", "").lower()
    )


def address_of(request: Request, settings: Settings) -> str:
    """Where the request comes from. Behind a relay of this machine (`Settings.proxy`) that is the last address which
    the relay has added; what stands before it anybody may have written."""
    peer = request.client.host if request.client else ""
    if settings.proxy and peer in LOCAL:
        added = request.headers.getlist("x-forwarded-for")
        last = added[-1].rpartition(",")[2].strip() if added else ""
        return last if _is_address(last) else peer
    return peer


def relayed(request: Request) -> bool:
    """Whether the request says that it came through a relay, so that whoever asks sits at another machine."""
    return any(name in request.headers for name in _RELAYS)


def _name(host: str) -> str:
    """The name in a `Host` header, without its port; empty where it is none."""
    if not host.isascii() or any(sign in host for sign in "@/\\?# \t,"):
        return ""
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port  # raises where it is no number
        return (parts.hostname or "").rstrip(".")
    except ValueError:
        return ""


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=1)
def _of_this_machine() -> frozenset[str]:
    return frozenset({socket.gethostname().lower(), socket.getfqdn().lower()} - {""})
