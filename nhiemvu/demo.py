"""The main job on the sample documents: `python -m nhiemvu.demo [FOLDER]`, which is what `make demo` runs.

Every step is a command that can be typed; it is shown, then run.
"""

from __future__ import annotations

import os
import shlex
import sys
from importlib.resources import files
from pathlib import Path

from nhiemvu.cli import run
from nhiemvu.words import say

QUESTION = "lập danh sách khu dân cư có nguy cơ cháy"


def main() -> int:
    """Runs the demo in a folder that is made anew (default `demo`); returns the status of the first step that fails."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "demo")
    folder.mkdir(parents=True, exist_ok=True)
    corpus, sheet = str(folder / "kho.db"), str(folder / "checklist.xlsx")
    for left in folder.glob("kho.db*"):
        left.unlink()
    samples = _samples()
    plan = _newest_plan(samples)
    steps = (
        ("Đưa các văn bản mẫu vào kho", ["add", str(samples), "--corpus", corpus]),
        ("Bảng phân công nhiệm vụ của kế hoạch mới nhất", ["checklist", plan]),
        (
            "Cũng bảng ấy, xếp theo cơ quan, thành tệp Excel",
            ["checklist", plan, "--by", "agency", "-o", sheet],
        ),
        ("Việc này cơ quan nào làm?", ["who", QUESTION, "--corpus", corpus, "--limit", "3"]),
        ("Kế hoạch này dựa trên những văn bản nào?", ["trace", _number_of(plan), "--up", "--corpus", corpus]),
    )
    for number, (title, command) in enumerate(steps, 1):
        print(f"\n{number}. {say(title)}\n   $ nhiemvu {shlex.join(command)}\n", flush=True)
        status = run(command)
        if status:
            return status
    own = ".venv/bin/nhiemvu checklist ke-hoach.docx -o checklist.xlsx"
    print("\n" + say("Tiếp theo, thử với một văn bản của bạn:  {command}", command=own))
    return 0


def _samples() -> Path:
    """The folder of the samples, as it is reached from here."""
    folder = Path(str(files("corpus.samples")))
    return Path(os.path.relpath(folder)) if folder.is_relative_to(Path.cwd()) else folder


def _newest_plan(samples: Path) -> str:
    """The last of the family that is a plan (kế hoạch)."""
    return str(max(path for path in samples.iterdir() if "-kh-" in path.name and path.suffix != ".json"))


def _number_of(plan: str) -> str:
    from nhiemvu.parsing import parse

    return parse(plan).header.number or ""


if __name__ == "__main__":
    sys.exit(main())
