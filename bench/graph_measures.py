"""How long something takes when it is asked many times, how large the answers are, and how much memory it took."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import TypeVar

Question = TypeVar("Question")

_WARM = 10


@dataclass(frozen=True, slots=True)
class Measured:
    """Times in milliseconds, the size of the answers, and the most memory of the process so far in MB. `cpu` is the
    time of the process itself, which does not grow when others use the machine; `of_one` that for one item of an
    answer."""

    name: str
    number: int
    p50: float
    p95: float
    most: float
    cpu50: float
    cpu95: float
    size: float
    of_one: float
    memory: float


def measured(name: str, ask: Callable[[Question], int], asked: Sequence[Question]) -> Measured:
    """How long `ask`, which tells the size of its answer, takes for each of these, after some to warm up.

    >>> measured("a sum", sum, [[1, 2], [3, 4]]).size
    5.0
    """
    for one in asked[:_WARM]:
        ask(one)
    gc.collect()
    gc.freeze()  # as a server does that has loaded everything: it is not looked through again for garbage
    walls, cpus, sizes = [], [], []
    for one in asked:
        wall, cpu = perf_counter(), process_time()
        sizes.append(ask(one))
        walls.append(1000 * (perf_counter() - wall))
        cpus.append(1000 * (process_time() - cpu))
    return Measured(
        name=name,
        number=len(asked),
        p50=median(walls),
        p95=_p95(walls),
        most=max(walls),
        cpu50=median(cpus),
        cpu95=_p95(cpus),
        size=sum(sizes) / len(sizes),
        of_one=sum(cpus) / max(1, sum(sizes)),
        memory=_memory(),
    )


def _memory() -> float:
    """The most memory that this process has had so far, in MB; 0 where the system does not tell (it is Linux)."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def _p95(times: Sequence[float]) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]
