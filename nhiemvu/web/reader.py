"""What a server does beside answering: it reads the files that were handed in, one or two at a time.

Of several servers on one corpus only one reads: the one that holds the lock on `files/.reader`, which the system takes
back when its process ends, however it ends. Who gets the lock knows that nobody else reads, and takes up again what a
killed server left behind.
"""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from typing import IO

from corpus import readings
from corpus.errors import CorpusError
from corpus.queries import document_with_content
from corpus.readings import WAITING, ReadingFact
from corpus.secrecy import is_secret
from corpus.store import Corpus
from nhiemvu.web.reading_process import Failed, Job, Member, Outcome, Read, Unpacked, read_apart
from nhiemvu.web.settings import Settings
from nhiemvu.web.uploads import Kept, keep, remove_halves, shown_name

_ARCHIVE = "là tệp nén có {} văn bản, mỗi văn bản được đọc riêng"
_SECRET = ("văn bản mang dấu chỉ độ mật", "chạy nhiemvu serve với --allow-secret trên máy được phép")
_LOG = logging.getLogger("nhiemvu.web")
_AT_ONCE = 2  # files: one that takes long does not hold up all others
_LOOK = 1.0  # seconds after which it is seen what another process handed in
_UNFORESEEN = ("lỗi bên trong", "thử lại, hoặc báo lỗi này")


class Reader:
    """Reads what waits in the corpus, from `start` to `stop`."""

    def __init__(self, corpus: Corpus, settings: Settings) -> None:
        self._corpus, self._settings = corpus, settings
        self._folder = Path(settings.files)
        self._stop, self._news = Event(), Event()
        self._thread = Thread(target=self._run, name="reader", daemon=True)

    def start(self) -> None:
        """Begin to read."""
        self._thread.start()

    def wake(self) -> None:
        """A file was handed in."""
        self._news.set()

    def stop(self) -> None:
        """End; what is being read then is read again by the next server."""
        self._stop.set()
        self._news.set()
        self._thread.join()

    def _run(self) -> None:
        try:
            with _only_one(self._folder, self._stop) as mine:
                if mine:
                    remove_halves(self._folder)
                    self._read_all()
        except OSError as error:  # no file can be handed in either, and whoever tries is told why
            _LOG.error("%s: %s", self._folder, error)

    def _read_all(self) -> None:
        self._let_wait_again()
        under_way: set[Future[None]] = set()
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            while not self._stop.is_set():
                under_way = {one for one in under_way if not one.done()}
                row = self._next() if len(under_way) < _AT_ONCE else None
                if row:
                    under_way.add(pool.submit(self._read, row))
                else:
                    self._news.wait(_LOOK)
                    self._news.clear()
        self._let_wait_again()

    def _let_wait_again(self) -> None:
        with suppress(CorpusError), self._corpus.writing() as connection:
            readings.take_up_again(connection)

    def _next(self) -> ReadingFact | None:
        try:
            with self._corpus.reading() as connection:
                if not readings.readings(connection, 1, states=WAITING):
                    return None
            with self._corpus.writing() as connection:
                return readings.take_next(connection)
        except CorpusError as error:  # locked, or the disk is full: later again
            _LOG.error("%s", error)
            return None

    def _read(self, row: ReadingFact) -> None:
        try:
            with tempfile.TemporaryDirectory(prefix="nhiemvu-", ignore_cleanup_errors=True) as folder:
                self._settle(row, Path(folder))
        except CorpusError as error:
            self._fail(row, error.cause, error.remedy)
        except Exception:
            _LOG.exception("reading %s", row.id)
            self._fail(row, *_UNFORESEEN)
        self._news.set()

    def _settle(self, row: ReadingFact, folder: Path) -> None:
        file = self._folder / row.sha256
        with self._corpus.reading() as connection:
            held = document_with_content(connection, row.sha256)
            secret = held is not None and is_secret(connection, held)
        if secret and not self._settings.allow_secret:
            self._refuse(row)
        elif held is not None:
            self._finish(row, held)
        elif not file.is_file():
            self._fail(row, "tệp không còn trên máy chủ", "nộp lại tệp này")
        else:
            job = Job(file, row.name, folder)
            self._take(row, read_apart(job, lambda *at: self._tell(row, *at), self._stop))

    def _take(self, row: ReadingFact, said: Outcome) -> None:
        """Keep what came out."""
        if isinstance(said, Failed):
            self._fail(row, said.cause, said.remedy)
        elif isinstance(said, Unpacked):
            self._hand_in(row, said)
        elif isinstance(said, Read):
            if said.extraction.header.secrecy and not self._settings.allow_secret:
                self._refuse(row)
            else:
                self._finish(row, self._corpus.add(said.extraction, places=said.places).document_id)

    def _hand_in(self, row: ReadingFact, said: Unpacked) -> None:
        """Hand in every document of an archive as a file of its own, all of them or none."""
        kept = [(member, self._kept(member)) for member in said.members]
        with self._corpus.writing() as connection:
            for member, file in kept:
                sha256, size = (file.sha256, file.size) if file else ("", 0)
                id_ = readings.hand_in(connection, sha256, shown_name(member.name), size, row.by)
                if file is None:
                    cause, remedy = member.cause or "tệp rỗng", member.remedy or "kiểm tra lại tệp gốc"
                    readings.fail(connection, id_, cause, remedy)
            count = sum(file is not None for _, file in kept)
            told = _ARCHIVE.format(count)
            readings.finish(connection, row.id, None, told)
        self._remove(row.sha256)

    def _kept(self, member: Member) -> Kept | None:
        size = member.file.stat().st_size if member.file else 0
        if member.file is None or not size:
            return None
        with member.file.open("rb") as stream:
            return keep(stream, member.name, self._folder, size)

    def _tell(self, row: ReadingFact, page: int, pages: int) -> None:
        with suppress(CorpusError), self._corpus.writing() as connection:
            readings.tell_progress(connection, row.id, page, pages)

    def _finish(self, row: ReadingFact, document_id: int) -> None:
        with self._corpus.writing() as connection:
            readings.finish(connection, row.id, document_id)

    def _fail(self, row: ReadingFact, cause: str, remedy: str) -> None:
        with self._corpus.writing() as connection:
            readings.fail(connection, row.id, cause, remedy)

    def _refuse(self, row: ReadingFact) -> None:
        with self._corpus.writing() as connection:
            readings.refuse(connection, row.id, *_SECRET)
        self._remove(row.sha256)

    def _remove(self, sha256: str) -> None:
        with suppress(OSError):
            (self._folder / sha256).unlink(missing_ok=True)


@contextmanager
def _only_one(folder: Path, stop: Event) -> Iterator[bool]:
    """Wait until no other process reads; `False` where this one is to end before."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / ".reader").open("ab") as lock:
        while not (mine := _locked(lock)) and not stop.wait(_LOOK):
            pass
        yield mine


def _locked(file: IO[bytes]) -> bool:
    try:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
