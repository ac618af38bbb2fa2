"""Many files at once: which they are, and what each says, read by several processes where that pays.

A file that cannot be read never stops the others, not even one on which the reading process dies: the files that
were under way then are read again, each in a process of its own, until the one that kills it is found.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

from extract.extraction import Extraction
from ingest.archives import files_in as files_at
from ingest.errors import ReadError
from ingest.policy import Policy
from nhiemvu.parsing import STANDARD_INPUT, parse
from nhiemvu.words import say
from publish.errors import PublishError

Said = TypeVar("Said")
Parser = Callable[[str, Policy], Said]
"""How one file is read; processes that read files are given its name."""

_PAYS = 4  # files for each process below which starting it takes longer than it saves


def files_in(paths: Iterable[str]) -> list[str]:
    """The files among `paths` and, in a fixed order, the documents in the folders and archives among them and below."""
    return list(dict.fromkeys(file for path in paths for file in _files_at(path)))


def one_file(path: str) -> str:
    """The only document in a folder or archive; `path` itself where that is a file, or holds several or none."""
    found = list(islice(_files_at(path), 2))
    return found[0] if len(found) == 1 else path


def _files_at(path: str) -> Iterable[str]:
    return [path] if path == STANDARD_INPUT else files_at(path)


def processes_for(files: list[str], asked: int = 0) -> int:
    """How many processes read the files; `asked` 0 leaves it to what pays on this machine. Standard input is read
    by this one."""
    if STANDARD_INPUT in files:
        return 1
    return asked or max(1, min(os.cpu_count() or 1, len(files) // _PAYS))


def parse_all(
    files: list[str], processes: int = 1, ocr: Policy = "auto"
) -> Iterator[tuple[str, Extraction | ReadError]]:
    """Each file with what it says, or why it could not be read, in the order of `files`."""
    return read_all(files, parse, processes, ocr)


def read_all(
    files: list[str], how: Parser[Said], processes: int = 1, ocr: Policy = "auto"
) -> Iterator[tuple[str, Said | ReadError]]:
    """As `parse_all`, by the parser `how`."""
    if processes <= 1:
        yield from ((file, outcome(file, ocr, how)) for file in files)
    else:
        yield from _read_in(processes, files, how, ocr)


def outcome(file: str, ocr: Policy, how: Parser[Said]) -> Said | ReadError:
    """What one file says, or why it could not be read, by the parser `how`; whatever goes wrong with it is told, not
    raised, unless NHIEMVU_DEBUG=1 asks for the traceback. `PublishError` is no fault of the file, and raised."""
    try:
        return how(file, ocr)
    except ReadError as error:
        return error
    except PublishError:
        raise
    except Exception as error:
        if os.environ.get("NHIEMVU_DEBUG") == "1":
            raise
        cause = say("lỗi bên trong ({cause})", cause=f"{type(error).__name__}: {error}")
        return ReadError(file, cause, say("chạy nhiemvu parse với NHIEMVU_DEBUG=1 để xem chi tiết"))


def _read_in(
    processes: int, files: list[str], how: Parser[Said], ocr: Policy
) -> Iterator[tuple[str, Said | ReadError]]:
    waiting, under_way = deque(files), deque[tuple[str, Future[Said | ReadError]]]()
    pool = _pool(processes)
    try:
        while waiting or under_way:
            while waiting and len(under_way) < 2 * processes:
                file = waiting.popleft()
                under_way.append((file, pool.submit(outcome, file, ocr, how)))
            file, result = under_way.popleft()
            try:
                yield file, result.result()
            except BrokenProcessPool:
                again = [file, *(other for other, _ in under_way)]
                under_way.clear()
                yield from ((one, _alone(one, how, ocr)) for one in again)
                pool = _pool(processes)
    finally:
        pool.shutdown(cancel_futures=True)


def _alone(file: str, how: Parser[Said], ocr: Policy) -> Said | ReadError:
    with _pool(1) as pool:
        try:
            return pool.submit(outcome, file, ocr, how).result()
        except BrokenProcessPool:
            return ReadError(
                file, say("chương trình đọc tệp bị dừng đột ngột"), say("kiểm tra tệp, hoặc báo lỗi này")
            )


def _pool(processes: int) -> ProcessPoolExecutor:
    # Fresh processes: a copy of one that has a database open would share its files.
    return ProcessPoolExecutor(processes, mp_context=get_context("spawn"))
