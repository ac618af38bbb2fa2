"""What goes wrong is one line; and what a pipe that closes, a terminal, an interrupt do."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from running import COMMUNE_PLAN, DIRECTIVE, PLAN, SAMPLES, Run, environment, nhiemvu_run, on_terminal

from nhiemvu.help import in_vietnamese
from nhiemvu.intake import files_in


def archive(**files: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        for name, text in files.items():
            packed.writestr(name, text)
    return content.getvalue()


BAD = {
    "empty.txt": b"",
    "empty.pdf": b"",
    "truncated.pdf": COMMUNE_PLAN.read_bytes()[:700],
    "no-zip.docx": b"this is no ZIP \x00\xff" * 20,
    "text.docx": b"this is no ZIP",
    "english.txt": b"This is a letter in English. Please send the report by 3 May 2024 to the department of health. "
    * 9,
    "half.docx": PLAN.read_bytes()[:3000],
    "photos.zip": archive(**{"photo.heic": "x", "other.heic": "y"}),
    "renamed.docx": archive(**{"photo.heic": "x"}),
    "junk.txt": bytes(range(256)) * 50,
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("command", ["parse", "checklist"])
def test_a_bad_file_is_one_line(tmp_path: Path, command: str, name: str) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    _is_refused(nhiemvu_run(command, name, "--json", cwd=tmp_path), name)


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_in_english(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BAD[name])
    done = nhiemvu_run("parse", name, "--lang", "en", cwd=tmp_path)
    assert (done.returncode, done.stderr.isascii()) == (2, True), done.stderr


@pytest.mark.parametrize("name", ["không có.pdf", ".", "", "a\x1b[31mb", "x" * 5000, "-/"])
def test_a_name_that_is_no_file(tmp_path: Path, name: str) -> None:
    shown = name.replace("\x1b", "")
    _is_refused(nhiemvu_run("parse", "--json", "--", name, cwd=tmp_path), shown)


def test_several_files_some_bad(tmp_path: Path) -> None:
    (tmp_path / "rỗng.txt").touch()
    some = nhiemvu_run("parse", "--jsonl", tmp_path / "rỗng.txt", DIRECTIVE)
    assert (some.returncode, len(some.stdout.splitlines()), len(some.stderr.splitlines())) == (1, 1, 1)
    none = nhiemvu_run("parse", "--json", tmp_path / "rỗng.txt", tmp_path / "nix.txt")
    assert (none.returncode, none.stdout, len(none.stderr.splitlines())) == (2, "", 2)


def test_standard_input_that_is_empty() -> None:
    _is_refused(nhiemvu_run("parse", "-", "--json"), "-")


def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/k\xff.txt"
    Path(os.fsdecode(path)).write_bytes(DIRECTIVE.read_bytes())
    command = [sys.executable, "-m", "nhiemvu", "parse", "--json", path]
    done = subprocess.run(command, capture_output=True, env=environment(), check=True)
    assert json.loads(done.stdout.decode())["source"]["path"].endswith(".txt")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["foo"], "không có lệnh foo"),
        (["parse"], "thiếu TỆP"),
        (["parse", "--nope", "a"], "không có tùy chọn --nope"),
        (["who", "a", "b"], "thừa đối số b"),
        (["who", "a", "--limit", "0"], "giá trị không hợp lệ cho --limit"),
        (["who", "a", "--limit", "ba"], "giá trị không hợp lệ cho --limit"),
        (["add", "a", "--jobs", "-3"], "giá trị không hợp lệ cho --jobs / -j"),
        (["checklist", "a", "-o"], "tùy chọn -o cần một giá trị"),
        (["checklist", "a", "--by", "week"], "giá trị không hợp lệ cho --by"),
        (["--lang", "fr", "schema"], "giá trị không hợp lệ cho --lang"),
        (["schema", "--lang"], "giá trị không hợp lệ cho --lang"),
    ],
)
def test_a_command_typed_wrong_is_one_line(arguments: list[str], said: str) -> None:
    done = nhiemvu_run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"nhiemvu: {said}; xem nhiemvu --help\n"


def test_what_typer_says_newly_is_passed_on() -> None:
    assert in_vietnamese("Something that Typer may say one day") == "Something that Typer may say one day"


def test_a_fault_of_the_program_is_one_line_unless_asked(tmp_path: Path) -> None:
    # A checklist format whose writer is broken stands for any fault.
    code = (
        "import sys; from nhiemvu.cli import main; from publish import to_csv; to_csv.write = None;"
        f"sys.argv[1:] = ['checklist', {str(PLAN)!r}, '-o', {str(tmp_path / 'a.csv')!r}]; main()"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, env=environment(), check=False)
    assert done.returncode == 2
    assert re.fullmatch(
        r"nhiemvu: lỗi bên trong \(TypeError: .*\); chạy lại với NHIEMVU_DEBUG=1 .*\n", done.stderr
    )
    shown = subprocess.run(
        command, capture_output=True, text=True, env=environment(NHIEMVU_DEBUG="1"), check=False
    )
    assert "Traceback" in shown.stderr


def _is_refused(done: Run, name: str) -> None:
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert done.stderr.startswith(f"{name}: ")
    assert re.search(r": .+; .+", done.stderr[len(name) :])
    assert "\x1b" not in done.stderr


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = [sys.executable, "-m", "nhiemvu", "parse", "--json", "--text", *[str(PLAN)] * 6]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(10)
        running.stdout.close()
        assert running.stderr.read() == b""


@pytest.mark.parametrize(
    ("command", "status", "lines"),
    [("parse {plan} >&-", 0, 0), ("parse {plan} >&- 2>&-", 0, 0), ("parse - <&-", 2, 1)],
)
def test_what_is_closed_is_nothing(command: str, status: int, lines: int) -> None:
    shell = f'"$0" -m nhiemvu {command.format(plan=PLAN)}'
    done = subprocess.run(["bash", "-c", shell, sys.executable], stderr=subprocess.PIPE, env=environment())
    assert (done.returncode, len(done.stderr.splitlines())) == (status, lines), done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("vi", "đầu ra: ổ đĩa đã đầy; giải phóng dung lượng rồi chạy lại\n"),
        ("en", "output: the disk is full; free some space and run it again\n"),
    ],
)
def test_a_full_disk_is_one_line(lang: str, said: str) -> None:
    command = [sys.executable, "-m", "nhiemvu", "parse", "--json", str(PLAN), "--lang", lang]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=environment())
    assert (done.returncode, done.stderr.decode()) == (2, said)


def test_an_interrupt_is_quiet(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "nhiemvu", "parse", str(tmp_path / "không có.txt"), "-"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    heard = signal.getsignal(signal.SIGINT)
    signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # a shell starts what is in its background deaf to it
    try:
        running = subprocess.Popen(command, env=environment(), **pipes)  # type: ignore[call-overload]
    finally:
        signal.signal(signal.SIGINT, heard)
    with running:
        running.stderr.readline()  # now it waits for its standard input
        running.send_signal(signal.SIGINT)
        assert (running.wait(timeout=60), running.stderr.read()) == (130, b"")


def test_on_a_terminal_there_is_a_drawn_table(sample_corpus: str) -> None:
    assert "─" in on_terminal("checklist", PLAN)
    assert "─" in on_terminal("who", "danh sách", "--corpus", sample_corpus)
    assert "└── " in on_terminal("trace", "1986/QĐ-TTg", "--corpus", sample_corpus)
    json.loads(on_terminal("parse", PLAN, "--json"))


def test_a_document_cannot_command_the_terminal(tmp_path: Path) -> None:
    hostile = "[red]đỏ[/red] :smile: [link=http://a.vn]x[/link] [/] https://a.vn"
    orders = "\x1b]0;x\x07\x1b[2J\x9b31m"
    # Among enough text, so that the file is not taken for a binary one.
    lines = [f"{n}. Sở Tài chính chủ trì thực hiện việc thứ {n} trong năm 2025.\n" for n in range(2, 60)]
    text = f"KẾ HOẠCH\n\nI. NHIỆM VỤ\n\n1. Sở Tài chính {hostile} {orders} chủ trì thực hiện.\n" + "".join(
        lines
    )
    (tmp_path / "a.txt").write_text(text, "utf-8")
    shown = on_terminal("parse", tmp_path / "a.txt", columns=200)
    assert "[red]đỏ[/red] :smile: [link=http://a.vn]x[/link] [/]" in shown
    assert "\x1b]0;" not in shown
    assert "\x1b[2J" not in shown
    assert "\x9b" not in shown
    assert "\x1b]8;" not in shown


def test_a_progress_bar_on_a_terminal(tmp_path: Path) -> None:
    shown = on_terminal("add", SAMPLES, "--corpus", tmp_path / "kho.db")
    number = len(files_in([str(SAMPLES)]))
    assert f"{number}/{number}" in shown
    assert f"Đã thêm {number} văn bản" in shown
