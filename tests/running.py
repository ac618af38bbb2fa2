"""The command `nhiemvu`, run as people run it: in a process of its own, piped or on a terminal."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "corpus" / "samples"
PLAN = next(SAMPLES.glob("08-*.docx"))
COMMUNE_PLAN = next(SAMPLES.glob("09-*.pdf"))
DIRECTIVE = next(SAMPLES.glob("03-*.txt"))
DISTRICT_PLAN = next(SAMPLES.glob("05-*.docx"))

Run = subprocess.CompletedProcess[str]
Command = Callable[..., Run]
"""The command as a function of its arguments."""


def environment(**more: str) -> dict[str, str]:
    """The environment of a user who has set nothing for `nhiemvu`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NHIEMVU_")}
    return {**kept, "PYTHONPATH": str(ROOT), **more}


def nhiemvu_run(*arguments: object, cwd: Path | None = None, given: bytes = b"", **more: str) -> Run:
    """One run of the command with its output piped; `more` is set in its environment."""
    command = [sys.executable, "-m", "nhiemvu", *map(str, arguments)]
    done = subprocess.run(
        command, cwd=cwd, input=given, capture_output=True, env=environment(**more), check=False
    )
    return Run(command, done.returncode, done.stdout.decode(), done.stderr.decode())


def on_terminal(*arguments: object, columns: int = 100) -> str:
    """What the command shows on a terminal."""
    command = [sys.executable, "-m", "nhiemvu", *map(str, arguments)]
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(command[0], command, environment(TERM="xterm-256color", COLUMNS=str(columns)))
    shown = b""
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:  # the other end is closed
            break
        shown += part
    os.close(terminal)
    assert os.waitpid(child, 0)[1] == 0
    return shown.decode()
