"""How long `nhiemvu --help` takes beside an empty Python: `python bench/startup.py`. The aim: under 0.3 s."""

from __future__ import annotations

import subprocess
import sys
from statistics import median
from time import perf_counter

RUNS = 15
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "nhiemvu --help": [sys.executable, "-m", "nhiemvu", "--help"],
    "nhiemvu checklist --help": [sys.executable, "-m", "nhiemvu", "checklist", "--help"],
    "import nhiemvu": [sys.executable, "-c", "import nhiemvu"],
}


def seconds(command: list[str]) -> list[float]:
    """How long each of the runs took."""
    taken = []
    for _ in range(RUNS):
        start = perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        taken.append(perf_counter() - start)
    return taken


def main() -> None:
    print(f"{'':28}{'least':>8}{'median':>8}{'most':>8}   seconds, {RUNS} runs")
    for name, command in COMMANDS.items():
        taken = seconds(command)
        print(f"{name:28}{min(taken):8.3f}{median(taken):8.3f}{max(taken):8.3f}")


if __name__ == "__main__":
    main()
