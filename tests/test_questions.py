"""The walk through the questions of staff: every command is run again, and every line of its answer held against it."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from running import ROOT, nhiemvu_run

PAGE = (ROOT / "docs" / "questions.md").read_text("utf-8")
SEEDS = ROOT.parent / "shared" / "seeds"
SECTIONS = re.findall(r"(?ms)^## (.+?)$\n(.*?)(?=^## |\Z)", PAGE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the samples and both corpora, as far as the documents of the second are here."""
    made = tmp_path_factory.mktemp("questions")
    shutil.copytree(ROOT / "corpus" / "samples", made / "corpus" / "samples")
    for corpus, documents in (("mau.db", made / "corpus" / "samples"), ("that.db", SEEDS)):
        if documents.exists():
            nhiemvu_run("add", documents, "--corpus", corpus, cwd=made)
    return made


def _asked(text: str) -> list[tuple[str, list[str]]]:
    """The commands of a piece of the page, each with the lines of its answer."""
    found: list[tuple[str, list[str]]] = []
    for line in re.findall(r"(?m)^    (.+)$", text):
        if line.startswith("$ nhiemvu "):
            found.append((line.removeprefix("$ nhiemvu "), []))
        elif found:
            found[-1][1].append(line)
    return found


def _holds(said: str, answer: list[str]) -> bool:
    """Whether a line of the page is one of the answer; `…` stands for what was cut."""
    plain = [" ".join(line.split()) for line in (line.replace("\t", " | ") for line in answer)]
    parts = [re.escape(" ".join(part.split())) for part in said.split("…")]
    pattern = re.compile(r"\s?.*\s?".join(parts))
    return any(pattern.fullmatch(line) for line in plain)


def test_there_are_twelve_and_each_asks_something() -> None:
    assert len(SECTIONS) == 12
    assert [title for title, text in SECTIONS if not _asked(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(text, id=title[:2], marks=[pytest.mark.needs("shared")] if "that.db" in text else [])
        for title, text in SECTIONS
    ],
)
def test_the_answers(text: str, folder: Path) -> None:
    for command, lines in _asked(text):
        done = nhiemvu_run(*shlex.split(command), cwd=folder)
        answer = (done.stdout + done.stderr).splitlines()
        missing = [line for line in lines if not _holds(line, answer)]
        assert missing == [], f"{command}\n{done.stdout}{done.stderr}"


def test_the_corpus_of_the_samples(folder: Path) -> None:
    ((command, lines),) = _asked(PAGE.partition("\n## ")[0])
    done = nhiemvu_run(*shlex.split(command.replace("mau.db", "anew.db")), cwd=folder)
    assert all(_holds(line, done.stdout.splitlines()) for line in lines), done.stdout
