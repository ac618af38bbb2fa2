"""What sets the project up: the lock file, the check of Python, the system packages."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PINNED = dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", LOCK, re.MULTILINE))


def command(folder: Path, name: str, script: str) -> Path:
    """An executable of that name."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def test_the_lock_names_no_host() -> None:
    assert re.findall(r"https?:|index-url|find-links|trusted-host|file://", LOCK) == []


def test_everything_that_is_declared_is_locked_with_hashes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    declared = [
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["dev"],
        *project["build-system"]["requires"],
    ]
    names = [re.split(r"[<>=!~\[ ]", requirement)[0] for requirement in declared]
    assert [name for name in names if name not in PINNED] == []
    assert LOCK.count("==") == len(re.findall(r"==\S+ \\\n +--hash=sha256:", LOCK)) == len(PINNED)


def test_nothing_heavy_is_locked() -> None:
    heavy = {"torch", "tensorflow", "transformers", "scipy", "scikit-learn", "pandas", "pyvi"}
    assert heavy & set(PINNED) == set()


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("case $2 in *print*) echo 3.9.2;; *) exit 1;; esac", ("Python 3.9.2", "cần Python 3.11", "needs Python 3.11")),
        ("case $2 in *print*) echo 3.12.1;; *ensurepip*) exit 1;; esac", ("thiếu mô-đun venv", "lacks the venv module")),
    ],
)  # fmt: skip
def test_a_python_that_will_not_do(tmp_path: Path, script: str, said: tuple[str, ...]) -> None:
    python = command(tmp_path, "python", script)
    done = subprocess.run([ROOT / ".ci/check-python", python], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert [words for words in said if words not in done.stderr] == []


def test_no_python_at_all(tmp_path: Path) -> None:
    done = subprocess.run(
        [ROOT / ".ci/check-python", tmp_path / "python"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "Không tìm thấy" in done.stderr
    assert "not found" in done.stderr


def test_what_is_missing_is_named_to_those_who_cannot_install_it(tmp_path: Path) -> None:
    listed = (ROOT / ".ci" / "system-packages").read_text("utf-8")
    command(tmp_path, "id", "echo 1000")
    script = tmp_path / "system-packages"
    script.write_text(re.sub(r"(?m)^(fonts-croscore)\|.*$", r"\1|/no/such/file", listed))
    done = subprocess.run(
        ["bash", script],
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert "Thiếu gói hệ thống: fonts-croscore" in done.stderr
    assert "apt-get install fonts-croscore" in done.stderr
