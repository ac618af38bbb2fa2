"""How fast the web app answers many people at once, and how heavy its pages are: `python -m bench.web`.

`nhiemvu serve --workers 2` on the made-up corpus of a million tasks (`bench.graph`; `--corpus FILE` for one that is
there, `--scale 0.02` for a small one that is made first), asked by 20 users from a process of their own: each asks as
soon as it has an answer, then with a second between two questions. Half of the questions are narrowed, too.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlencode

from sqlalchemy import Connection

from bench.graph_asks import compare, without_memory
from bench.graph_questions import questions
from bench.graph_tables import made_corpus
from bench.web_document import with_long_document
from corpus.faceted import Narrowed, TaskSearch
from corpus.store import Corpus
from corpus.words import question

_FACETS: tuple[dict[str, str], ...] = (
    {"level": "province"},
    {"type": "Kế hoạch"},
    {"period": "2025"},
    {"status": "overdue"},
    {"due": "this_year"},
    {"period": "2024-Q3", "type": "Quyết định"},
    {"now": "central.bo-tai-chinh@"},
)
_ALONE = (*_FACETS, {"level": "commune", "due": "again"}, {"due_from": "2026-01-01", "due_to": "2026-03-31"})


def main() -> None:
    """Serve, ask, and print."""
    asked = _options()
    corpus = asked.corpus or made_corpus(asked.folder / f"kho-{asked.scale:g}.db", asked.scale, 7)
    print(f"{os.cpu_count()} processors, load of others before: {os.getloadavg()[0]:.1f}")
    if asked.compare:
        _print_compared(corpus)
    with serving(corpus, asked.workers) as (address, server):
        print(_HEAD)
        apart = _questions(corpus, 7, asked.of_a_kind)
        begun = time.perf_counter()
        _got(address, "/search?q=a")
        taken, spent = time.perf_counter() - begun, processor_of(server)
        print(f"first search {taken:.0f} s after the start, {spent:.0f} s of processor")
        time.sleep(asked.rest)
        _line(
            "words that were asked before it",
            server,
            address,
            _questions(corpus, 8, 12),
            asked.users,
            shown=False,
        )
        _line("distinct questions, no pause", server, address, apart, asked.users)
        _line("repeated questions, no pause", server, address, apart, asked.users)
        paused = _questions(corpus, 11, asked.of_a_kind // 2)
        _line("distinct questions, 1 s pause", server, address, paused, asked.users, pause=1.0)
        alone = [f"/search?{urlencode(one)}" for one in _ALONE]
        _line("facets without words, no pause", server, address, alone, 4)
        _line("the home page, one user", server, address, ["/"] * 60, 1)
        print(f"memory of the processes: {', '.join(f'{one / 1e6:.0f}' for one in memory_of(server))} MB")
        for path in ("/", apart[0], apart[-1]):
            print(f"weight of {path[:60]}: {weight(address, path) / 1000:.0f} kB with all it needs")
    with tempfile.TemporaryDirectory() as folder:
        made = with_long_document(Path(folder) / "kho.db")
        with serving(made.path, asked.workers) as (address, server):
            path = f"/documents/{made.document_id}"
            if _status(address, path) == 200:
                _line(
                    f"a document of {made.pages} pages, {asked.users} users",
                    server,
                    address,
                    [path] * 200,
                    asked.users,
                )
                _line("the same, 1 s pause", server, address, [path] * 100, asked.users, pause=1.0)
                _line("the same, one user", server, address, [path] * 60, 1)
                for tab in ("tasks", "bases"):
                    _line(f"its tab {tab}, one user", server, address, [f"{path}/{tab}"] * 60, 1)
                print(
                    f"weight of it: {weight(address, path) / 1000:.0f} kB without the pictures of its pages"
                )
            else:
                print("there is no page of a document")


def _print_compared(corpus: Path) -> None:
    """Print how many of the first ten answers are those of bm25 over all rows."""
    with Corpus.open(corpus) as opened:
        tasks = TaskSearch(opened)

        def with_memory(connection: Connection, typed: str) -> list[int]:
            every = Narrowed(secret=True)
            found = tasks.page(connection, question(typed), every, date.today(), 0, 10)
            return [one.id for one in found.tasks]

        for name, ours in (("with memory", with_memory), ("without", without_memory)):
            said = compare(opened, 21, ours)
            print(
                f"of the first ten answers to {said['questions']} questions as bm25 over all rows has them, {name}: "
                f"{said['share']:.0%}, of the first {said['first']:.0%}"
            )


_HEAD = (
    f"{'':44}{'asked':>6}{'p50':>8}{'p95':>8}{'most':>8}   ms to the end{'first byte':>12}{'p95':>8}"
    f"{'server':>9}{'client':>8}   ms of processor a request"
)


def _line(
    name: str,
    server: int,
    address: str,
    paths: Sequence[str],
    users: int,
    *,
    pause: float = 0.0,
    shown: bool = True,
) -> None:
    """Ask for all of these paths, and print how long it took."""
    before = processor_of(server)
    run = [sys.executable, "-m", "bench.web_users", address, str(users), str(pause)]
    said = subprocess.run(run, input=json.dumps(list(paths)), text=True, check=True, stdout=subprocess.PIPE)
    found: dict[str, Any] = json.loads(said.stdout)
    spent = 1000 * (processor_of(server) - before) / len(paths)
    times, first = found["whole"], found["first"]
    if shown:
        wrong = f"   {found['wrong']} WRONG" if found["wrong"] else ""
        print(
            f"{name:44}{len(times):6}{median(times):8.1f}{_p95(times):8.1f}{max(times):8.1f}                "
            f"{median(first):12.1f}{_p95(first):8.1f}{spent:9.1f}{1000 * found['processor'] / len(paths):8.2f}{wrong}",
            flush=True,
        )


def _questions(corpus: Path, seed: int, of_a_kind: int) -> list[str]:
    """Addresses of questions of all kinds, in turns, every second of them narrowed."""
    with Corpus.open(corpus) as opened, opened.reading() as connection:
        found = questions(connection, seed, of_a_kind)
    mixed = [one.text for n in range(of_a_kind) for one in found[n::of_a_kind]]
    return [
        f"/search?{urlencode({'q': text, **(_FACETS[n // 2 % len(_FACETS)] if n % 2 else {})})}"
        for n, text in enumerate(mixed)
    ]


@contextmanager
def serving(corpus: Path, workers: int) -> Iterator[tuple[str, int]]:
    """A server on a free port: its address and its process."""
    command = ["-m", "nhiemvu", "serve", "--corpus", str(corpus), "--port", "0", "--workers", str(workers)]
    # Into a file: a pipe that nobody empties would stop the server.
    number, name = tempfile.mkstemp(prefix="nhiemvu-serve-", suffix=".log")
    process = subprocess.Popen([sys.executable, *command], stderr=number, text=True)
    os.close(number)
    print(f"what the server says: {name}", flush=True)
    try:
        while not (said := Path(name).read_text("utf-8")):
            time.sleep(0.2)
        address = next(word for word in said.split() if word.startswith("http://"))
        while _status(address, "/") != 200:
            time.sleep(0.2)
        yield address, process.pid
    finally:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()


def processor_of(pid: int) -> float:
    """Seconds of processor that a process and its children have had so far (Linux)."""
    return sum(int(fields[11]) + int(fields[12]) for fields in _family_of(pid)) / os.sysconf("SC_CLK_TCK")


def memory_of(pid: int) -> list[int]:
    """The bytes in memory of a process and each of its children, the largest first (Linux)."""
    pages = sorted((int(fields[21]) for fields in _family_of(pid)), reverse=True)
    return [number * os.sysconf("SC_PAGE_SIZE") for number in pages]


def _family_of(pid: int) -> Iterator[list[str]]:
    """What the system says of a process and its children (proc(5), `stat` from its third field on)."""
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, _, rest = status.read_text().rpartition(")")
        except OSError:  # it has just ended
            continue
        fields = rest.split()
        if int(name.split()[0]) == pid or int(fields[1]) == pid:
            yield fields


def weight(address: str, path: str) -> int:
    """The bytes of a page with its styles and scripts, as sent."""
    import re

    page = _got(address, path)
    needed = set(re.findall(rb'(?:href|src)="(/static/[^"]+)"', page))
    return len(page) + sum(len(_got(address, one.decode().replace("&amp;", "&"))) for one in needed)


def _got(address: str, path: str) -> bytes:
    from urllib.request import urlopen

    with urlopen(address + path) as answer:
        body: bytes = answer.read()
        return body


def _status(address: str, path: str) -> int:
    from urllib.error import HTTPError, URLError

    try:
        _got(address, path)
    except HTTPError as error:
        return error.code
    except URLError:
        return 0
    return 200


def _p95(times: Sequence[float]) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, help="a made-up corpus that is there")
    parser.add_argument("--scale", type=float, default=1.0, help="1: a million tasks")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "nhiemvu-bench")
    parser.add_argument(
        "--compare", action="store_true", help="first beside bm25 over all rows; takes minutes"
    )
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--rest", type=float, default=60, help="seconds in which frequent words are read")
    parser.add_argument("--of-a-kind", type=int, default=40, help="questions of each of 13 kinds")
    return parser.parse_args()


if __name__ == "__main__":
    main()
