"""`nhiemvu serve`: the web app."""

from __future__ import annotations

from typing import Annotated

import typer

SHORT = "Mở ứng dụng web trên máy này."
HELP = (
    "Mở ứng dụng web: tìm kiếm, đọc văn bản, lập và theo dõi bảng phân công nhiệm vụ bằng trình duyệt. Mặc định chỉ"
    " máy này vào được (127.0.0.1), không cần tài khoản. Chưa có kho thì tạo kho mới."
)
EXAMPLE = "\b\nVí dụ:\n  nhiemvu serve --corpus kho.db"


def run(
    corpus: Annotated[
        str, typer.Option("--corpus", metavar="KHO", help="Tệp kho hoặc URL (hoặc đặt NHIEMVU_CORPUS).")
    ] = "",
    host: Annotated[
        str,
        typer.Option(
            "--host", metavar="ĐỊA-CHỈ", help="Địa chỉ để nghe; khác máy này thì phải có tài khoản."
        ),
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, metavar="CỔNG", help="Cổng; 0: cổng trống bất kỳ.")
    ] = 8000,
    workers: Annotated[
        int, typer.Option("--workers", min=1, max=64, metavar="SỐ", help="Số tiến trình phục vụ.")
    ] = 1,
    by_account: Annotated[
        bool, typer.Option("--accounts", help="Ở máy này cũng phải đăng nhập (máy nhiều người dùng).")
    ] = False,
    proxy: Annotated[
        str,
        typer.Option(
            "--proxy",
            metavar="ĐỊA-CHỈ",
            help="Địa chỉ mà máy chủ chuyển tiếp (nginx, Caddy) đưa ra ngoài, như https://kho.xa.gov.vn.",
        ),
    ] = "",
    name: Annotated[
        list[str] | None,
        typer.Option(
            "--name", metavar="TÊN-MÁY", help="Tên khác mà máy này được gọi; nhiều tên thì lặp lại."
        ),
    ] = None,
    allow_secret: Annotated[
        bool, typer.Option("--allow-secret", help="Cho phép văn bản mang dấu chỉ độ mật.")
    ] = False,
) -> int:
    """Serves the web app until it is interrupted."""
    from nhiemvu.web.server import serve
    from nhiemvu.web.settings import Settings, files_beside
    from nhiemvu.where import corpus_target

    target = corpus_target(corpus)
    settings = Settings(
        corpus=target,
        files=files_beside(target),
        host=host,
        port=port,
        accounts=by_account,
        proxy=_outer(proxy),
        names=tuple(name or ()),
        allow_secret=allow_secret,
    )
    return serve(settings, workers)


def _outer(proxy: str) -> str:
    """The scheme and host of the outer address. Raises `typer.BadParameter` for what is none."""
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(proxy)
        plain = f"{parts.scheme}://{parts.netloc}"
        good = parts.scheme in ("http", "https") and parts.hostname and proxy.rstrip("/") == plain
    except ValueError:
        good = False
    if proxy and not good:
        raise typer.BadParameter(proxy, param_hint="--proxy")
    return proxy.rstrip("/").lower()
