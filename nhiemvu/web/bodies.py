"""What somebody sends (thân yêu cầu), stopped while it streams in: neither memory nor disk ever holds more of it than
is allowed, and nobody keeps us waiting."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from nhiemvu.web.errors import WebError

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]

FORM = 1_000_000  # bytes of a form without files: a correction takes a few thousand
_SILENCE = 20.0  # seconds without a byte
_GRACE, _SLOWEST = 30.0, 8_000  # seconds; bytes a second after that: a slow line takes 100 MB in 3.5 hours


class StoppedError(Exception):
    """The rest of the body is not read; `cause` says what is answered."""

    def __init__(self, cause: WebError) -> None:
        super().__init__(cause)
        self.cause = cause


class Body:
    """A body that is read by `receive`, of at most so many bytes; after `silence` seconds without any, or `grace`
    seconds with too few, it is given up. What stops it is kept in `stopped`."""

    def __init__(
        self, receive: Receive, most: int, *, silence: float = _SILENCE, grace: float = _GRACE
    ) -> None:
        self._receive, self._most, self._silence, self._grace = receive, most, silence, grace
        self._taken, self._begun, self._whole = 0, time.monotonic(), False
        self.stopped: WebError | None = None

    async def receive(self) -> Message:
        """The next part. Raises `StoppedError` where there is too much, or too little in too much time."""
        if self._whole:  # what comes now is that the browser has gone, and that may take as long as it likes
            return await self._receive()
        try:
            message = await asyncio.wait_for(self._receive(), self._silence)
        except TimeoutError:
            raise self._stop(slow()) from None
        if message["type"] != "http.request":
            return message
        self._taken += len(message.get("body", b""))
        self._whole = not message.get("more_body", False)
        if self._taken > self._most:
            raise self._stop(too_large(self._most))
        if not self._whole and self._taken < (time.monotonic() - self._begun - self._grace) * _SLOWEST:
            raise self._stop(slow())
        return message

    def _stop(self, cause: WebError) -> StoppedError:
        self.stopped = cause
        return StoppedError(cause)


_TOO_MUCH = "gửi lên quá nhiều (tối đa {} MB)"


def too_large(most: int) -> WebError:
    """That more was sent than is taken."""
    shown = f"{most / 1_000_000:.0f}" if most >= 1_000_000 else f"{most / 1_000_000:.1g}"
    return WebError(_TOO_MUCH.format(shown), "tách tệp thành từng văn bản", 413)


def slow() -> WebError:
    """That it took too long."""
    return WebError("gửi lên quá chậm, đã ngừng nhận", "kiểm tra đường mạng rồi gửi lại", 408)


async def drained(receive: Receive, seconds: float = 3.0) -> None:
    """Take what is still under way and throw it away, for a few seconds: a browser that is cut off while it sends
    shows an error of its own and not our answer."""
    try:
        async with asyncio.timeout(seconds):
            while (await receive()).get("more_body"):
                pass
    except TimeoutError:
        pass
