"""The connection to the database: one door to SQLAlchemy's engine, and every failure as one line.

SQLite by default, in WAL mode with foreign keys checked. Python's driver would begin transactions on its own, late
and without a lock; here a transaction begins when it is asked to, and one that will write takes the write lock at
once (`BEGIN IMMEDIATE`), so that two processes that add at the same time wait for each other instead of failing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection as Connection  # the type, for those who only hand it on
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from corpus.errors import CorpusError

_KEPT = 32_000  # KB of the corpus that stay in memory: the upper levels of its indexes
PATIENCE = 60  # seconds that one process waits for another's transaction; the longest document takes a few

_CAUSES = (  # what SQLite says, what it means, what to do
    ("is not a database", "không phải là kho văn bản", "chỉ tên tệp khác bằng --corpus"),
    ("malformed", "tệp kho bị hỏng", "khôi phục từ bản sao lưu, hoặc tạo kho mới và thêm lại văn bản"),
    ("locked", "kho đang bị khóa bởi chương trình khác", "chờ chương trình đó xong rồi chạy lại"),
    ("unable to open", "không mở được tệp kho", "kiểm tra đường dẫn và quyền ghi của thư mục"),
    ("readonly", "không có quyền ghi vào kho", "kiểm tra quyền ghi của tệp và thư mục"),
    ("read-only", "không có quyền ghi vào kho", "kiểm tra quyền ghi của tệp và thư mục"),
    ("is full", "ổ đĩa đã đầy", "giải phóng dung lượng rồi chạy lại; phần đã thêm vẫn còn nguyên"),
    ("disk i/o", "lỗi đọc ghi ổ đĩa", "kiểm tra ổ đĩa rồi chạy lại"),
)


def url_of(target: str | Path) -> URL:
    """The SQLAlchemy URL of `target`: a URL (anything with `://`) or the name of an SQLite file.

    >>> str(url_of("kho.db"))
    'sqlite:///kho.db'
    """
    if isinstance(target, str) and "://" in target:
        try:
            return make_url(target)
        except (ArgumentError, ValueError) as error:
            raise CorpusError(
                target, "địa chỉ kho không hợp lệ", "xem cách ghi trong docs/corpus.md"
            ) from error
    return URL.create("sqlite", database=str(target))


def connect(target: str | Path) -> Engine:
    """An engine for `target`; opens nothing yet. Raises `CorpusError` for a database that is not supported."""
    url = url_of(target)
    if url.get_backend_name() != "sqlite":
        raise CorpusError(shown(url), "chưa hỗ trợ loại cơ sở dữ liệu này", "dùng tên tệp hoặc sqlite:///")
    patience = {} if "timeout" in url.query else {"timeout": PATIENCE}
    try:
        engine = create_engine(url, connect_args=patience)
        engine.dialect.create_connect_args(url)  # otherwise a wrong option is noticed only when connecting
    except (ArgumentError, NoSuchModuleError, TypeError, ValueError) as error:
        raise CorpusError(
            shown(url), "địa chỉ kho không hợp lệ", "xem cách ghi trong docs/corpus.md"
        ) from error
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def shown(url: URL) -> str:
    """The URL as people see it: a file name for SQLite, else the URL without its password."""
    in_file = url.get_backend_name() == "sqlite" and url.database
    return str(url.database) if in_file else url.render_as_string(hide_password=True)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the corpus from first to last."""
    with explained(engine.url), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction with the write lock from its start: all of it is kept, or, after any error, none."""
    with (
        explained(engine.url),
        engine.connect().execution_options(writes=True) as connection,
        connection.begin(),
    ):
        yield connection


@contextmanager
def explained(url: URL) -> Iterator[None]:
    """What the database raises inside, as a `CorpusError`."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        said = str(error.orig if isinstance(error, DBAPIError) else error)
        for sign, cause, remedy in _CAUSES:
            if sign in said.lower():
                raise CorpusError(shown(url), cause, remedy) from error
        raise CorpusError(shown(url), f"lỗi cơ sở dữ liệu ({said})", "kiểm tra lại tệp kho") from error


def _prepare(connection: Any, _record: Any) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{_KEPT}")
    # A file that cannot be switched (read-only, or another process is just doing it) can still be read.
    with suppress(sqlite3.OperationalError):
        connection.execute("PRAGMA journal_mode = WAL")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
