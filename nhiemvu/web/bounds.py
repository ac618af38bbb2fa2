"""How much somebody may send (giới hạn dữ liệu gửi lên): told before it is read, and counted while it comes."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from nhiemvu.web.settings import MEGABYTE

MOST_OF_A_FORM = MEGABYTE
"""The most bytes of a form without a file."""

_WITH_FILES = ("/plans", "/plans.json")
_TAKES_FILES = ("/checklist/marks", "/checklist/marks.json")


class Bounds:
    """Lets no request body through that is larger than it may be; a page that takes files may have `most_bytes`."""

    def __init__(self, app: ASGIApp, most_bytes: int) -> None:
        self._app, self._most_bytes = app, most_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = self._most(scope["path"])
        told = dict(scope["headers"]).get(b"content-length", b"")
        too_large = told.isdigit() and int(told) > most
        left = most

        async def bounded() -> Message:
            nonlocal left
            if too_large:
                raise HTTPException(413)
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise HTTPException(413)
            return message

        await self._app(scope, bounded, send)

    def _most(self, path: str) -> int:
        with_files = path in _WITH_FILES or path.endswith(_TAKES_FILES)
        return MOST_OF_A_FORM + (self._most_bytes if with_files else 0)
