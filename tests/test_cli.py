"""The command line: every documented command, help in two languages, `parse`, `schema` and `checklist`."""

from __future__ import annotations

import ast
import json
import os
import re
import shlex
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from running import COMMUNE_PLAN, DIRECTIVE, DISTRICT_PLAN, PLAN, ROOT, SAMPLES, environment, nhiemvu_run
from web_serving import serving

from nhiemvu.cli import COMMANDS, application
from nhiemvu.faults import ENGLISH as ENGLISH_OF_FAULTS
from nhiemvu.intake import files_in
from nhiemvu.web.words import ENGLISH as ENGLISH_OF_WEB
from nhiemvu.words import ENGLISH


def documented() -> list[str]:
    """The commands in README.md and docs, without what explains them on the same line."""
    pages = [ROOT / "README.md", ROOT / "docs" / "commands.md"]
    lines = [line for page in pages for line in page.read_text("utf-8").splitlines()]
    commands = [line.strip() for line in lines if line.startswith("    nhiemvu ")]
    return list(dict.fromkeys(re.split(r"\s{2,}", command)[0] for command in commands))


TWO_NUMBERS = """ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG
Số: 31/KH-UBND
Lâm Đồng, ngày 05 tháng 3 năm 2020

KẾ HOẠCH
Giảm nghèo năm 2020

Căn cứ Quyết định số 152/QĐ-LĐTBXH ngày 11/02/2020 của Bộ Lao động - Thương binh và Xã hội;
Thực hiện Quyết định số 152/QĐ-BCĐCTMTQG ngày 11/02/2020 của Ban Chỉ đạo Trung ương các chương trình mục tiêu quốc gia.
"""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like that of a user of the documentation: a plan, a letter, a folder, and `nhiemvu` on the path."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "ke-hoach.docx").write_bytes(PLAN.read_bytes())
    (folder / "du-thao-2.docx").write_bytes(DISTRICT_PLAN.read_bytes())
    (folder / "cong-van.pdf").write_bytes(COMMUNE_PLAN.read_bytes())
    (folder / "van-ban-den").mkdir()
    (folder / "mat-khau.txt").write_text("mùa xuân chín 2026\n", "utf-8")
    for sample in files_in([str(SAMPLES)]):
        (folder / "van-ban-den" / Path(sample).name).write_bytes(Path(sample).read_bytes())
    (folder / "van-ban-den" / "hai-so.txt").write_text(TWO_NUMBERS, "utf-8")
    with zipfile.ZipFile(folder / "ho-so.zip", "w") as package:
        package.write(COMMUNE_PLAN, COMMUNE_PLAN.name)
    command = folder / "bin" / "nhiemvu"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m nhiemvu "$@"\n')
    command.chmod(0o755)
    return folder


def test_every_documented_command_runs(office: Path) -> None:
    path = f"{office / 'bin'}:{os.environ['PATH']}"
    for command in documented():
        if command.startswith("nhiemvu serve "):
            continue  # below: it does not end
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=office,
            env=environment(PATH=path, NHIEMVU_CORPUS=str(office / "kho.db")),
            capture_output=True,
            text=True,
            check=False,
        )
        finds = command.startswith(("nhiemvu diff ", "nhiemvu gaps ", "nhiemvu conflicts "))
        assert done.returncode in ({0, 1} if finds else {0}), f"{command}\n{done.stderr}"
        assert "Traceback" not in done.stderr


def test_every_documented_server_starts(office: Path) -> None:
    commands = [command for command in documented() if command.startswith("nhiemvu serve ")]
    assert commands
    for command in commands:
        options = shlex.split(command)[2:]
        corpus = options.index("--corpus")
        others = options[:corpus] + options[corpus + 2 :]
        with serving(office / options[corpus + 1], *others) as served:
            assert urlopen(served.url).status == 200


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


# Examples for programs, letters that are spelt otherwise in a file's name, words that are looked for in documents.
_NOT_SHOWN = {"examples.py", "file_names.py", "take_away.py", "text_view.py", "search_asked.py"}


def test_every_phrase_has_its_english() -> None:
    exempt = {
        "help.py",
        "words.py",
        "who_words.py",
        "faults.py",
        "examples.py",
    }  # which hold the phrases of Typer, the tables themselves, and words as documents have them
    files = [path for path in (ROOT / "nhiemvu").rglob("*.py") if path.name not in exempt]
    files = [path for path in files if not path.name.startswith("words_") and path.name not in _NOT_SHOWN]
    phrases = {phrase for path in files for phrase in _phrases(path)}
    known = ENGLISH.keys() | ENGLISH_OF_FAULTS.keys() | ENGLISH_OF_WEB.keys()
    missing = {phrase for phrase in phrases if phrase not in known and "Ví dụ:" not in phrase}
    signs = {"…", "“", "”", "” (", "đ", "Đ", " · nhiemvu"}
    assert missing - signs - {"lập danh sách khu dân cư có nguy cơ cháy"} == set()


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


@pytest.mark.parametrize("option", ["--json", "--text"])
def test_a_parse_loads_no_language_library(option: str) -> None:
    code = (
        f"import sys; from nhiemvu.cli import run; run(['parse', {str(PLAN)!r}, {str(DIRECTIVE)!r}, '{option}']);"
        "print(sorted({'spacy', 'underthesea'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment(), check=True)
    assert done.stdout.decode().splitlines()[-1] == "[]"


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


def test_the_application_has_a_name_for_every_module() -> None:
    names = {command.name for command in application().registered_commands}
    modules = {path.stem for path in (ROOT / "nhiemvu" / "commands").glob("*.py")} - {"__init__"}
    assert names == modules
