"""The command line, run as people run it: every documented command, every kind of bad input, pipes and terminals."""

from __future__ import annotations

import ast
import io
import json
import os
import pty
import re
import shlex
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import nhiemvu
from nhiemvu.cli import COMMANDS, application
from nhiemvu.help import in_vietnamese
from nhiemvu.intake import files_in, parse_all
from nhiemvu.words import ENGLISH

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "corpus" / "samples"
PLAN = next(SAMPLES.glob("08-*.docx"))
COMMUNE_PLAN = next(SAMPLES.glob("09-*.pdf"))
DIRECTIVE = next(SAMPLES.glob("03-*.txt"))
NUMBER_OF_COMMUNE_PLAN = "15/KH-UBND"

Run = subprocess.CompletedProcess[str]


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NHIEMVU_")}
    return {**kept, "PYTHONPATH": str(ROOT), **more}


def nhiemvu_run(*arguments: object, cwd: Path | None = None, given: bytes = b"", **more: str) -> Run:
    command = [sys.executable, "-m", "nhiemvu", *map(str, arguments)]
    done = subprocess.run(
        command, cwd=cwd, input=given, capture_output=True, env=environment(**more), check=False
    )
    return Run(command, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A corpus with the samples."""
    target = str(tmp_path_factory.mktemp("corpus") / "kho.db")
    done = nhiemvu_run("add", SAMPLES, "--corpus", target)
    assert done.returncode == 0, done.stderr
    return target


# --- documentation ---------------------------------------------------------------------------------------------


def documented() -> list[str]:
    """The commands in README.md and docs, without what explains them on the same line."""
    pages = [ROOT / "README.md", ROOT / "docs" / "commands.md"]
    lines = [line for page in pages for line in page.read_text("utf-8").splitlines()]
    commands = [line.strip() for line in lines if line.startswith("    nhiemvu ")]
    return list(dict.fromkeys(re.split(r"\s{2,}", command)[0] for command in commands))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like that of a user of the documentation: a plan, a letter, a folder, and `nhiemvu` on the path."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "ke-hoach.docx").write_bytes(PLAN.read_bytes())
    (folder / "cong-van.pdf").write_bytes(COMMUNE_PLAN.read_bytes())
    (folder / "van-ban-den").mkdir()
    for sample in files_in([str(SAMPLES)]):
        (folder / "van-ban-den" / Path(sample).name).write_bytes(Path(sample).read_bytes())
    command = folder / "bin" / "nhiemvu"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m nhiemvu "$@"\n')
    command.chmod(0o755)
    return folder


def test_every_documented_command_runs(office: Path) -> None:
    path = f"{office / 'bin'}:{os.environ['PATH']}"
    for command in documented():
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=office,
            env=environment(PATH=path, NHIEMVU_CORPUS=str(office / "kho.db")),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{command}\n{done.stderr}"
        assert "Traceback" not in done.stderr


def test_every_command_and_option_is_documented() -> None:
    text = (ROOT / "docs" / "commands.md").read_text("utf-8")
    assert [name for name in COMMANDS if f"## nhiemvu {name}" not in text] == []
    options = {
        word for name in COMMANDS for word in re.findall(r"--[a-z]+", nhiemvu_run(name, "--help").stdout)
    }
    assert sorted(option for option in options - {"--help"} if option not in text) == []


@pytest.mark.parametrize("name", COMMANDS)
def test_the_example_in_the_help_names_the_command(name: str) -> None:
    done = nhiemvu_run(name, "--help")
    assert done.returncode == 0
    assert f"Ví dụ:\n    nhiemvu {name} " in done.stdout
    assert "Cách dùng: nhiemvu" in done.stdout
    assert not re.search(r"Usage|Options|Show this|Arguments", done.stdout)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_in_english(name: str) -> None:
    done = nhiemvu_run(name, "--help", "--lang", "en")
    said = re.sub(r"(?s)Example:.*", "", done.stdout)
    assert (done.returncode, said.isascii()) == (0, True), said
    assert nhiemvu_run(name, "-h", NHIEMVU_LANG="en_GB.UTF-8").stdout == done.stdout


def test_every_phrase_has_its_english() -> None:
    exempt = {
        "help.py",
        "words.py",
        "faults.py",
    }  # which hold the phrases of Typer, and the tables themselves
    files = [path for path in (ROOT / "nhiemvu").rglob("*.py") if path.name not in exempt]
    phrases = {phrase for path in files for phrase in _phrases(path)}
    missing = {phrase for phrase in phrases if phrase not in ENGLISH and "Ví dụ:" not in phrase}
    assert missing - {"lập danh sách khu dân cư có nguy cơ cháy", "…", "“", "”", "” ("} == set()


def _phrases(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text("utf-8"))
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield from [node.value] * (not node.value.isascii())


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from nhiemvu.cli import run; run(['--help']);"
        "heavy = {'rich', 'spacy', 'sqlalchemy', 'networkx', 'pydantic', 'docx', 'pdfplumber', 'underthesea', 'extract'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment(), check=True)
    assert done.stdout.decode().splitlines()[-1] == "[]"


# --- parse, schema ---------------------------------------------------------------------------------------------


def test_one_file_gives_one_object_several_an_array() -> None:
    one = json.loads(nhiemvu_run("parse", "--json", PLAN).stdout)
    assert (one["schema"], one["header"]["type"]) == ("nhiemvu/1", "Kế hoạch")
    assert "text" not in one
    assert json.loads(nhiemvu_run("parse", PLAN, DIRECTIVE, "--json").stdout)[0] == one


def test_json_lines_and_text() -> None:
    lines = nhiemvu_run("parse", DIRECTIVE, PLAN, "--jsonl", "--text").stdout.splitlines()
    first, second = map(json.loads, lines)
    assert first["tasks"][0]["quote"] == first["text"][first["tasks"][0]["start"] : first["tasks"][0]["end"]]
    assert nhiemvu_run("parse", PLAN, "--text").stdout == second["text"] + "\n"


def test_standard_input() -> None:
    done = nhiemvu_run("parse", "-", "--json", given=DIRECTIVE.read_bytes())
    said, expected = json.loads(done.stdout), json.loads(nhiemvu_run("parse", "--json", DIRECTIVE).stdout)
    assert said["source"].pop("path") == "-"
    assert said["source"] == {name: value for name, value in expected["source"].items() if name != "path"}
    assert said["tasks"] == expected["tasks"]


def test_what_is_piped_is_tab_separated() -> None:
    tables = nhiemvu_run("parse", PLAN).stdout.split("\n\n")
    assert len(tables) >= 3
    for table in tables:
        lines = table.strip("\n").split("\n")
        assert len({line.count("\t") for line in lines}) == 1
    assert "\x1b" not in "".join(tables)


def test_the_schema_is_json() -> None:
    assert json.loads(nhiemvu_run("schema").stdout)["title"] == "nhiemvu/1"


# --- checklist -------------------------------------------------------------------------------------------------


def test_a_checklist_is_printed_or_written(tmp_path: Path) -> None:
    done = nhiemvu_run("checklist", PLAN)
    lines = done.stdout.splitlines()
    assert lines[0].split("\t")[:2] == ["TT", "Nội dung công việc"]
    tasks = json.loads(nhiemvu_run("parse", PLAN, "--json").stdout)["tasks"]
    assert len(lines) == len(tasks) + 1
    for suffix in ("xlsx", "docx", "csv", "md"):
        done = nhiemvu_run("checklist", PLAN, "-o", f"viec.{suffix}", cwd=tmp_path)
        assert (done.returncode, done.stdout) == (0, "")
        assert f"Đã ghi {len(tasks)} nhiệm vụ vào viec.{suffix}." in done.stderr
        assert (tmp_path / f"viec.{suffix}").stat().st_size > 0


def test_a_calendar_says_what_it_leaves_out(tmp_path: Path) -> None:
    done = nhiemvu_run("checklist", PLAN, "-o", "viec.ics", cwd=tmp_path)
    written, left_out = map(int, re.findall(r"(?m)^(?:Đã ghi )?(\d+) nhiệm vụ", done.stderr))
    tasks = json.loads(nhiemvu_run("parse", PLAN, "--json").stdout)["tasks"]
    assert written + left_out == len(tasks)
    assert left_out > 0
    assert (tmp_path / "viec.ics").read_text("utf-8").count("BEGIN:VEVENT") >= written


def test_one_agency_and_by_agency() -> None:
    said = json.loads(nhiemvu_run("checklist", PLAN, "--json").stdout)
    finance = [
        row["task"] for row in said["groups"][0]["rows"] if "Sở Tài chính" in (*row["lead"], *row["support"])
    ]
    mine = json.loads(nhiemvu_run("checklist", PLAN, "--agency", "so tai chinh", "--json").stdout)
    assert [row["task"] for row in mine["groups"][0]["rows"]] == finance != []
    grouped = json.loads(nhiemvu_run("checklist", PLAN, "--by", "agency", "--json").stdout)
    assert all(group["agency"] in row["lead"] for group in grouped["groups"][:-1] for row in group["rows"])


def test_an_agency_that_is_not_quite_the_name_is_said() -> None:
    done = nhiemvu_run("checklist", PLAN, "--agency", "tài chính")
    assert done.returncode == 0
    assert "“tài chính” được hiểu là: Sở Tài chính" in done.stderr


def test_an_agency_that_has_no_task(tmp_path: Path) -> None:
    done = nhiemvu_run("checklist", PLAN, "--agency", "Sở Tài nguyên nước", "-o", "viec.xlsx", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch(
        r"Văn bản không giao việc cho “Sở Tài nguyên nước”\. Tên gần nhất: .*Sở .*\.\n", done.stderr
    )
    assert not (tmp_path / "viec.xlsx").exists()


def test_a_document_without_tasks(tmp_path: Path) -> None:
    (tmp_path / "thu.txt").write_text("Dear colleagues,\n\nThe weather in Hanoi is fine today.\n", "utf-8")
    done = nhiemvu_run("checklist", "thu.txt", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Không tìm thấy nhiệm vụ nào trong văn bản này.\n"


# --- add, who, trace -------------------------------------------------------------------------------------------


def test_adding_again_adds_nothing(corpus: str) -> None:
    done = json.loads(nhiemvu_run("add", SAMPLES, "--corpus", corpus, "--json").stdout)
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


def test_who_owns_it(corpus: str) -> None:
    question = ("who", "lap danh sach khu dan cu", "--corpus", corpus)
    table = nhiemvu_run(*question).stdout.splitlines()
    assert table[0].split("\t")[:2] == ["Cơ quan chủ trì", "Nội dung công việc"]
    answers = json.loads(nhiemvu_run(*question, "--json", "--limit", "2").stdout)
    assert len(answers) == 2
    assert all("danh sách" in answer["quote"] for answer in answers)
    nothing = nhiemvu_run("who", "xyzzy quux", "--corpus", corpus)
    assert (nothing.returncode, nothing.stdout) == (1, "")
    assert nothing.stderr == "Không có nhiệm vụ nào trong kho ứng với “xyzzy quux”.\n"


def test_trace_up_and_down(corpus: str) -> None:
    up = nhiemvu_run("trace", NUMBER_OF_COMMUNE_PLAN, "--up", "--corpus", corpus).stdout
    assert "  Dựa trên\n" in up
    assert "1986/QĐ-TTg" in up  # the decision that started it, two levels up
    assert "Văn bản dựa trên nó" not in up
    down = json.loads(nhiemvu_run("trace", "1986/QĐ-TTg", "--down", "--json", "--corpus", corpus).stdout)
    assert down["outcome"] == "found"
    assert any(step["document"]["number"] == "21/KH-UBND" for step in down["roots"][0]["down"])


def test_a_document_that_the_corpus_does_not_know(corpus: str) -> None:
    done = nhiemvu_run("trace", "1987/QĐ-TTg", "--corpus", corpus)
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


def test_every_command_speaks_english(corpus: str, tmp_path: Path) -> None:
    outputs = [
        nhiemvu_run("parse", PLAN, "--lang", "en").stdout.split("\n")[0],
        nhiemvu_run("checklist", PLAN, "--lang=en").stdout.split("\n")[0],
        nhiemvu_run("checklist", PLAN, "--by", "agency", "-o", "a.ics", "--lang", "en", cwd=tmp_path).stderr,
        nhiemvu_run("who", "danh sach", "--corpus", corpus, NHIEMVU_LANG="en").stdout.split("\n")[0],
        nhiemvu_run("trace", "1987/QD-TTg", "--corpus", corpus, "--lang", "en").stderr.split("\n")[0],
        nhiemvu_run("--lang", "en", "add", SAMPLES, "--corpus", corpus).stdout,
        nhiemvu_run("--lang", "en", "foo").stderr,
        nhiemvu_run("checklist", PLAN, "-o", "a.pdf", "--lang", "en").stderr,
    ]
    assert all(outputs)
    assert [output for output in outputs if not output.replace("“", "").replace("”", "").isascii()] == []
    tree = nhiemvu_run("trace", "1986/QĐ-TTg", "--corpus", corpus, "--lang", "en").stdout
    assert "  What rests on it\n" in tree


# --- bad input -------------------------------------------------------------------------------------------------


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
    "half.docx": PLAN.read_bytes()[:3000],
    "photos.zip": archive(photo="x", other="y"),
    "renamed.docx": archive(photo="x"),
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


# --- pipes, terminals, signals ---------------------------------------------------------------------------------


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


def test_an_interrupt_is_quiet(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "nhiemvu", "parse", str(tmp_path / "không có.txt"), "-"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, env=environment(), **pipes) as running:  # type: ignore[call-overload]
        running.stderr.readline()  # now it waits for its standard input
        running.send_signal(signal.SIGINT)
        assert (running.wait(), running.stderr.read()) == (130, b"")


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


def test_on_a_terminal_there_is_a_drawn_table(corpus: str) -> None:
    assert "─" in on_terminal("checklist", PLAN)
    assert "─" in on_terminal("who", "danh sách", "--corpus", corpus)
    assert "└── " in on_terminal("trace", "1986/QĐ-TTg", "--corpus", corpus)
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


# --- the Python API, many files, the demo ----------------------------------------------------------------------


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
        "ingest.read = lambda path: os._exit(1) if 'deadly' in str(path) else _read(path)\n"
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


def test_the_application_has_a_name_for_every_module() -> None:
    names = {command.name for command in application().registered_commands}
    modules = {path.stem for path in (ROOT / "nhiemvu" / "commands").glob("*.py")} - {"__init__"}
    assert names == modules
