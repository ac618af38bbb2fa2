"""How fast extraction is, with all its steps, on one core: `python -m bench.extraction`.

1. Plans of 5, 30, 300 KB and 5 MB (`bench.plan_text`): megabytes of UTF-8 a second, the best of several runs in a
   process that has run before; then the first run of a process that has not, for 30 KB.
2. What each step takes of it, for 30 KB.
3. Texts that nobody writes (`bench.hostile`), once and twice as long: where twice the text takes more than 2.4 times
   as long, the cost is not linear, and the step that took longest is named.

The aim: the same time for each byte from 30 KB to 5 MB (within 20 %), and no text that costs more than its length.
Seconds are those that the process computes, so that others on the machine count for less.
`--largest KB` leaves out longer plans; `--only plans|hostile` one half. A document is read before it is measured.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from inspect import isfunction
from pathlib import Path
from time import process_time
from traceback import extract_tb
from typing import Any

from bench.hostile import HOSTILE, Hostile
from bench.plan_text import plan
from extract import extract, reading
from ingest.document import Document

SIZES = (5, 30, 300, 5_000)  # KB
USUAL = 30  # KB
ROUNDS = {5: 40, 30: 20, 300: 5, 5_000: 2}
LINEAR = 2.4  # twice the text, and what the noise of the machine may add
MEASURABLE = 0.02  # seconds; a ratio of shorter times tells nothing
# Given the text of a plan: its import of extraction, its first extraction, its second.
_FIRST = """
import sys
from time import process_time
from ingest import read_bytes
document = read_bytes(sys.stdin.buffer.read(), "plan.txt")
times = [process_time()]
from extract import extract
times.append(process_time())
for _ in range(2):
    extract(document)
    times.append(process_time())
print(*(after - before for before, after in zip(times, times[1:])))
"""


def seconds(document: Document, rounds: int = 1) -> float:
    """The time of the best of so many extractions."""
    return min(_timed(lambda: extract(document)) for _ in range(rounds))


def steps(document: Document, rounds: int = 1) -> dict[str, float]:
    """The seconds that each step of `extract.reading` takes, in the best of the rounds; `joining` is what is left."""
    best: dict[str, float] = {}
    for _ in range(rounds):
        with _clocked() as spent:
            whole = _timed(lambda: extract(document))
        if not best or whole < sum(best.values()):
            best = {**spent, "joining": whole - sum(spent.values())}
    return best


@contextmanager
def _clocked() -> Iterator[dict[str, float]]:
    """While it lasts, each function that `extract.reading` calls for a step adds its time under its name."""
    spent: dict[str, float] = {}
    plain = {name: step for name, step in vars(reading).items() if _is_step(name, step)}
    for name, step in plain.items():
        setattr(reading, name, _adding(spent, name, step))
    try:
        yield spent
    finally:
        for name, step in plain.items():
            setattr(reading, name, step)


def _is_step(name: str, value: object) -> bool:
    return (
        isfunction(value)
        and value.__module__ not in (reading.__name__, "dataclasses")
        and name != "due_value"
    )


def _adding(spent: dict[str, float], name: str, step: Callable[..., Any]) -> Callable[..., Any]:
    def timed(*arguments: Any) -> Any:
        begin = process_time()
        try:
            return step(*arguments)
        finally:
            spent[name] = spent.get(name, 0) + process_time() - begin

    return timed


def _timed(work: Callable[[], object]) -> float:
    begin = process_time()
    work()
    return process_time() - begin


def show_plans(largest: int) -> None:
    """Prints the speed by size, the first run, and the steps of a usual plan."""
    extract(plan(100_000))  # patterns and tables are made once
    print(f"{'KB':>6} {'tasks':>6} {'citations':>10} {'seconds':>9} {'MB/s':>6}")
    for_each_byte: dict[int, float] = {}
    for size in (size for size in SIZES if size <= largest):
        document = plan(size * 1_000)
        length, taken, said = len(document.text.encode()), seconds(document, ROUNDS[size]), extract(document)
        for_each_byte[size] = taken / length
        print(
            f"{length / 1e3:6.0f} {len(said.tasks):6} {len(said.citations):10} {taken:9.3f} {length / 1e6 / taken:6.2f}"
        )
    longest = max(for_each_byte)
    print(f"time for each byte, longest to {USUAL} KB: {for_each_byte[longest] / for_each_byte[USUAL]:.2f}")
    imports, first, second = _cold()
    print(
        f"a new process, {USUAL} KB: import {imports:.2f} s, first run {first:.2f} s, second {second:.2f} s\n"
    )
    show_steps(plan(USUAL * 1_000), ROUNDS[USUAL])


def show_steps(document: Document, rounds: int) -> None:
    """Prints what each step takes."""
    spent = steps(document, rounds)
    whole = sum(spent.values())
    for name, taken in sorted(spent.items(), key=lambda item: -item[1]):
        print(
            f"{name.removeprefix('find_').removeprefix('read_'):12} {taken * 1e3:8.2f} ms {taken / whole:6.1%}"
        )


def _cold() -> list[float]:
    """Of a process that has extracted nothing yet: the seconds of the import, of the first run, in which patterns and
    tables of the rulebook are made, and of the second."""
    text = plan(USUAL * 1_000).text.encode()
    done = subprocess.run([sys.executable, "-c", _FIRST], input=text, check=True, capture_output=True)
    return [float(taken) for taken in done.stdout.split()]


def show_hostile() -> None:
    """Prints each hostile text: seconds for it and for twice as much, their ratio, and the longest step."""
    print(f"{'':36} {'n':>6} {'unit':9} {'n, s':>8} {'2n, s':>8} {'ratio':>6}  longest step of 2n")
    for hostile in HOSTILE:
        print(_measured(hostile), flush=True)


def _measured(hostile: Hostile) -> str:
    line = f"{hostile.name:36} {hostile.size:6} {hostile.unit:9}"
    try:
        seconds(hostile.made(max(1, hostile.size // 50)))
        short = seconds(hostile.made(hostile.size), 2)
        spent = steps(hostile.made(2 * hostile.size), 2)
    except RecursionError as error:
        return f"{line} FAILED: {type(error).__name__} in {_place_of(error)}"
    long, (step, most) = sum(spent.values()), max(spent.items(), key=lambda item: item[1])
    verdict = "  NOT LINEAR" if long > LINEAR * short and long > MEASURABLE else ""
    return f"{line} {short:8.3f} {long:8.3f} {long / short:6.2f}  {step} {most / long:.0%}{verdict}"


def _place_of(error: BaseException) -> str:
    """The module and function that was called most."""
    frames = Counter((Path(frame.filename).stem, frame.name) for frame in extract_tb(error.__traceback__))
    return ".".join(frames.most_common(1)[0][0])


def main() -> None:
    """Prints the tables."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--largest", type=int, default=SIZES[-1], help="KB")
    options.add_argument("--only", choices=("plans", "hostile"))
    chosen = options.parse_args()
    if chosen.only != "hostile":
        show_plans(max(chosen.largest, USUAL))
    if chosen.only is None:
        print()
    if chosen.only != "plans":
        show_hostile()


if __name__ == "__main__":
    main()
