"""The server that hands out the app: uvicorn, one process or several on one socket."""

from __future__ import annotations

import os
import socket
from dataclasses import replace

import uvicorn

from corpus import accounts
from corpus.errors import CorpusError
from corpus.store import Corpus
from nhiemvu.show import note
from nhiemvu.web.settings import LOCAL, VARIABLE, Settings
from nhiemvu.words import say

_NO_PORT = "không mở được cổng này ({})"
_WAITING = 128  # connections that wait to be taken


def serve(settings: Settings, workers: int = 1) -> int:
    """Serve until interrupted; returns the exit status. The corpus is made, or brought up to date, before. Raises
    `CorpusError`: the corpus cannot be opened, the address cannot be had, or nobody may be let in there."""
    with Corpus.open(settings.corpus) as corpus:
        _refuse_without_accounts(corpus, settings)
    listening = _listen(settings)
    settings = replace(settings, port=listening.getsockname()[1])
    os.environ[VARIABLE] = settings.as_text()
    config = uvicorn.Config(
        "nhiemvu.web.app:of_environment",
        factory=True,
        workers=workers,
        log_level="warning",
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=15,
    )
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    note(say("Mở trình duyệt tại http://{host}:{port} (Ctrl+C để dừng).", host=host, port=settings.port))
    _warn(settings)
    if workers == 1:
        uvicorn.Server(config).run(sockets=[listening])
    else:
        from uvicorn.supervisors import Multiprocess

        Multiprocess(config, sockets=[listening]).run()
    return 0


def _refuse_without_accounts(corpus: Corpus, settings: Settings) -> None:
    """Raises `CorpusError` where people would have to log in and nobody can."""
    if not settings.accounts:
        return
    with corpus.reading() as connection:
        if accounts.any_admin(connection):
            return
    raise CorpusError(
        settings.proxy or settings.host,
        "phải đăng nhập mới vào được mà chưa có tài khoản quản trị nào",
        'tạo trước: nhiemvu user add TÊN --role admin --full-name "Họ tên", hoặc chỉ mở cho máy này: --host 127.0.0.1',
    )


def _warn(settings: Settings) -> None:
    if settings.host not in LOCAL and not settings.https:
        note(say("Lưu ý: mật khẩu đi qua mạng không mã hóa; docs/web.md chỉ cách dùng https (--proxy)."))


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # Named as TCP: else asyncio does not switch off Nagle's delay, and each page waits 40 ms for an acknowledgement.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
        listening.listen(_WAITING)
    except OSError as error:
        listening.close()
        where = f"{settings.host}:{settings.port}"
        raise CorpusError(where, _NO_PORT.format(error.strerror), "chọn cổng khác: --port") from error
    listening.set_inheritable(True)
    return listening
