"""The commands that use a corpus, many files at once, the demo and the Python API."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from running import COMMUNE_PLAN, DIRECTIVE, PLAN, ROOT, SAMPLES, environment, nhiemvu_run

import nhiemvu
from nhiemvu.intake import files_in, parse_all

NUMBER_OF_COMMUNE_PLAN = "15/KH-UBND"


def test_adding_again_adds_nothing(sample_corpus: str) -> None:
    done = json.loads(nhiemvu_run("add", SAMPLES, "--corpus", sample_corpus, "--json").stdout)
    assert (done["added"], len(done["held"]), done["failed"]) == ([], len(files_in([str(SAMPLES)])), [])


def test_a_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    folder = tmp_path / "văn bản"
    (folder / "sâu").mkdir(parents=True)
    (folder / "a.txt").write_bytes(DIRECTIVE.read_bytes())
    (folder / "b.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    (folder / "c.docx").write_bytes(b"no ZIP at all \x00\x01\x02")
    (folder / "sâu" / "d.docx").write_bytes(PLAN.read_bytes())
    (folder / "e.py").write_text("import os")  # no document: passed over
    (folder / ".f.txt").write_text("hidden")
    for jobs in (1, 2):
        done = nhiemvu_run(
            "add", folder, tmp_path / "không có.txt", "--corpus", tmp_path / f"{jobs}.db", "-j", jobs
        )
        assert done.returncode == 1
        assert "Đã thêm 2 văn bản" in done.stdout
        assert "Không đọc được 3 tệp" in done.stdout
        assert len(done.stderr.splitlines()) == 3
        assert all(re.match(r".+: .+; .+", line) for line in done.stderr.splitlines())


def test_nothing_to_add(tmp_path: Path) -> None:
    (tmp_path / "rỗng").mkdir()
    done = nhiemvu_run("add", "rỗng", "--corpus", "kho.db", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "rỗng: không có văn bản nào ở đây; chỉ tên tệp hoặc thư mục khác\n"


def test_who_owns_it(sample_corpus: str) -> None:
    question = ("who", "lap danh sach khu dan cu", "--corpus", sample_corpus)
    table = nhiemvu_run(*question).stdout.splitlines()
    assert table[0].split("\t")[:2] == ["Cơ quan chủ trì", "Nội dung công việc"]
    answers = json.loads(nhiemvu_run(*question, "--json", "--limit", "2").stdout)
    assert len(answers) == 2
    assert all("danh sách" in answer["quote"] for answer in answers)
    nothing = nhiemvu_run("who", "xyzzy quux", "--corpus", sample_corpus)
    assert (nothing.returncode, nothing.stdout) == (1, "")
    assert nothing.stderr == "Không có nhiệm vụ nào trong kho ứng với “xyzzy quux”.\n"


def test_trace_up_and_down(sample_corpus: str) -> None:
    up = nhiemvu_run("trace", NUMBER_OF_COMMUNE_PLAN, "--up", "--corpus", sample_corpus).stdout
    assert "  Dựa trên\n" in up
    assert "1986/QĐ-TTg" in up  # the decision that started it, two levels up
    assert "Văn bản dựa trên nó" not in up
    down = json.loads(
        nhiemvu_run("trace", "1986/QĐ-TTg", "--down", "--json", "--corpus", sample_corpus).stdout
    )
    assert down["outcome"] == "found"
    assert any(step["document"]["number"] == "21/KH-UBND" for step in down["roots"][0]["down"])


def test_a_document_that_the_corpus_does_not_know(sample_corpus: str) -> None:
    done = nhiemvu_run("trace", "1987/QĐ-TTg", "--corpus", sample_corpus)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Kho không có văn bản nào là “1987/QĐ-TTg”.\n")


@pytest.mark.parametrize("command", [("who", "x"), ("trace", "1/QĐ")])
def test_a_corpus_that_is_not_there(tmp_path: Path, command: tuple[str, str]) -> None:
    for target in ("không có.db", "thư mục", "rác.db"):
        (tmp_path / "thư mục").mkdir(exist_ok=True)
        (tmp_path / "rác.db").write_bytes(b"junk" * 1000)
        done = nhiemvu_run(*command, "--corpus", target, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert re.fullmatch(rf"{target}: .+; .+\n", done.stderr)
    assert not (tmp_path / "không có.db").exists()


def test_where_the_corpus_is(tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}
    assert nhiemvu_run("add", DIRECTIVE, **home).returncode == 0
    assert (tmp_path / "data" / "nhiemvu" / "kho.db").is_file()
    assert nhiemvu_run("add", DIRECTIVE, NHIEMVU_CORPUS=str(tmp_path / "b.db"), **home).returncode == 0
    assert (tmp_path / "b.db").is_file()


def test_every_command_speaks_english(sample_corpus: str, tmp_path: Path) -> None:
    outputs = [
        nhiemvu_run("parse", PLAN, "--lang", "en").stdout.split("\n")[0],
        nhiemvu_run("checklist", PLAN, "--lang=en").stdout.split("\n")[0],
        nhiemvu_run("checklist", PLAN, "--by", "agency", "-o", "a.ics", "--lang", "en", cwd=tmp_path).stderr,
        nhiemvu_run("who", "danh sach", "--corpus", sample_corpus, NHIEMVU_LANG="en").stdout.split("\n")[0],
        nhiemvu_run("trace", "1987/QD-TTg", "--corpus", sample_corpus, "--lang", "en").stderr.split("\n")[0],
        nhiemvu_run("--lang", "en", "add", SAMPLES, "--corpus", sample_corpus).stdout,
        nhiemvu_run("--lang", "en", "foo").stderr,
        nhiemvu_run("checklist", PLAN, "-o", "a.pdf", "--lang", "en").stderr,
    ]
    assert all(outputs)
    assert [output for output in outputs if not output.replace("“", "").replace("”", "").isascii()] == []
    tree = nhiemvu_run("trace", "1986/QĐ-TTg", "--corpus", sample_corpus, "--lang", "en").stdout
    assert "  What rests on it\n" in tree


def test_the_api_is_all_there_and_comes_when_it_is_asked_for() -> None:
    assert set(nhiemvu.__all__) <= set(dir(nhiemvu))
    assert all(getattr(nhiemvu, name) is not None for name in nhiemvu.__all__)
    with pytest.raises(AttributeError, match="no_such_name"):
        nhiemvu.no_such_name  # noqa: B018
    code = "import sys, nhiemvu; print('extract' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment(), check=True)
    assert done.stdout == b"False\n"


def test_the_api_does_the_main_job(tmp_path: Path) -> None:
    tasks = nhiemvu.checklist(nhiemvu.parse(PLAN))
    nhiemvu.publish(tasks.grouped(), tmp_path / "viec.xlsx")
    assert (tmp_path / "viec.xlsx").stat().st_size > 0


def test_several_processes_say_what_one_says() -> None:
    files = [*files_in([str(SAMPLES)]), "không có.txt"]
    one, two = ([(file, repr(said)) for file, said in parse_all(files, jobs)] for jobs in (1, 2))
    assert one == two


def test_a_file_that_kills_its_process_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A reader that dies is stood in for by one that ends its process on a certain name.
    (tmp_path / "sitecustomize.py").write_text(
        "import os, ingest\n_read = ingest.read\n"
        "ingest.read = lambda path, *more: os._exit(1) if 'deadly' in str(path) else _read(path, *more)\n"
    )
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}:{ROOT}")
    files = [str(DIRECTIVE), "deadly.txt", str(PLAN), str(COMMUNE_PLAN)]
    outcomes = dict(parse_all(files, 2))
    assert list(outcomes) == files
    assert [isinstance(said, nhiemvu.ReadError) for said in outcomes.values()] == [False, True, False, False]
    assert "dừng đột ngột" in str(outcomes["deadly.txt"])


def test_the_demo_shows_the_main_job(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "nhiemvu.demo", str(tmp_path / "demo")],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment(),
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(re.findall(r"(?m)^   \$ nhiemvu ", done.stdout)) == 5
    assert done.stdout.splitlines()[-1].startswith("Tiếp theo, thử với một văn bản của bạn:")
    assert (tmp_path / "demo" / "checklist.xlsx").is_file()
