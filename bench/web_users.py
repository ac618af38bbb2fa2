"""People who use the web app at the same time, in a process of their own: `bench.web` starts it. Paths come as JSON on
the standard input; how long each answer took, to its first byte and to its end, goes out as JSON."""

from __future__ import annotations

import json
import sys
import time
from http.client import HTTPConnection, HTTPException
from queue import Empty, SimpleQueue
from threading import Thread
from urllib.parse import urlsplit


def main() -> None:
    """Ask for all paths, by so many users, each with one connection."""
    address, users, pause = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
    left: SimpleQueue[str] = SimpleQueue()
    for path in json.load(sys.stdin):
        left.put(path)
    first: list[float] = []
    whole: list[float] = []
    wrong: list[str] = []

    def use(late: float) -> None:
        connection = HTTPConnection(urlsplit(address).netloc, timeout=60)
        time.sleep(late)
        while True:
            try:
                path = left.get_nowait()
            except Empty:
                return
            begun = time.perf_counter()
            try:
                connection.request("GET", path)
                answer = connection.getresponse()
                first.append(1000 * (time.perf_counter() - begun))
                answer.read()
                if answer.status != 200:
                    wrong.append(path)
            except (HTTPException, OSError):
                wrong.append(path)
                connection.close()
            whole.append(1000 * (time.perf_counter() - begun))
            if pause:
                time.sleep(pause)

    people = [Thread(target=use, args=(pause * n / users,)) for n in range(users)]
    for one in people:
        one.start()
    for one in people:
        one.join()
    print(json.dumps({"first": first, "whole": whole, "wrong": len(wrong), "processor": time.process_time()}))


if __name__ == "__main__":
    main()
