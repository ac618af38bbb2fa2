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
from corpus import queries
from corpus.store import Corpus
from corpus.ticks import task_states
from nhiemvu.intake import files_in, parse_all

NUMBER_OF_COMMUNE_PLAN = "15/KH-UBND"


def test_files_are_read_again_where_that_is_asked(tmp_path: Path) -> None:
    """What somebody put right and ticked stays."""
    target = str(tmp_path / "kho.db")
    assert nhiemvu_run("add", COMMUNE_PLAN, "--corpus", target).returncode == 0
    tick = ("tick", "15/KH-UBND", "--task", "Niêm yết hướng dẫn", "--done", "--by", "Hoa", "--corpus", target)
    assert nhiemvu_run(*tick).returncode == 0
    with Corpus.open(target) as corpus, corpus.writing() as connection:
        connection.exec_driver_sql("DELETE FROM page_places")
    again = nhiemvu_run("add", COMMUNE_PLAN, "--again", "--corpus", target)
    assert again.returncode == 0
    with Corpus.open(target) as corpus, corpus.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM page_places").scalar() == 1
        assert list(task_states(connection).values()) == ["done"]
        assert queries.counts(connection)["documents"] == 1


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
    heads = table[0].split("\t")
    assert (heads[0], heads[2]) == ("Cơ quan chủ trì", "Nội dung công việc")
    assert re.fullmatch(r"Ngày \d\d/\d\d/\d{4}", heads[1])
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


def test_trace_tells_the_validity_of_each_step(sample_corpus: str) -> None:
    asked = ("trace", "1986/QĐ-TTg", "--up", "--corpus", sample_corpus)
    own_day, one_day = nhiemvu_run(*asked), nhiemvu_run(*asked, "--on", "1/8/2025")
    assert re.search(r"ngày 22/11/2023: (còn hiệu lực|đã được sửa đổi) từ", own_day.stdout)
    assert "Hiệu lực ghi ở từng bước là vào ngày của văn bản viện dẫn" in own_day.stderr
    assert "ngày 01/08/2025: đã bị thay thế từ 01/03/2025" in one_day.stdout
    assert "bị thay thế bởi 63/2025/QH15 từ 01/03/2025" in one_day.stdout
    assert "Hiệu lực ghi ở từng bước là của ngày 01/08/2025." in one_day.stderr
    said = json.loads(nhiemvu_run(*asked, "--on", "2025-08-01", "--json").stdout)
    states = {step["validity"]["state"] for step in said["roots"][0]["up"]}
    assert (said["on"], {"replaced", "unknown"} <= states) == ("2025-08-01", True)
    for wrong in ("31/2/2025", "hôm nay", "2025"):
        done = nhiemvu_run(*asked, "--on", wrong)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == f"--on {wrong}: không có ngày này; ghi ngày như 30/6/2024 hoặc 2024-06-30\n"


def test_trace_draws_a_picture(sample_corpus: str, tmp_path: Path) -> None:
    asked = ("trace", NUMBER_OF_COMMUNE_PLAN, "--corpus", sample_corpus, "--svg")
    done = nhiemvu_run(*asked, "căn cứ.svg", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "Đã vẽ vào căn cứ.svg.\n")
    assert (tmp_path / "căn cứ.svg").read_text("utf-8").rstrip().endswith("</svg>")
    for wrong in ("a.png", "không có/a.svg"):
        done = nhiemvu_run(*asked, wrong, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert re.fullmatch(rf"{wrong}: .+; .+\n", done.stderr)
    assert (
        nhiemvu_run("trace", "1/X", "--corpus", sample_corpus, "--svg", "b.svg", cwd=tmp_path).returncode == 1
    )
    assert not (tmp_path / "b.svg").exists()


@pytest.fixture
def two_numbers(tmp_path: Path) -> str:
    """A corpus with a letter that cites one decision by two numbers."""
    text = (
        "ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG\nSố: 31/KH-UBND\nLâm Đồng, ngày 05 tháng 3 năm 2020\n\nKẾ HOẠCH\nGiảm nghèo\n\n"
        "Căn cứ Quyết định số 152/QĐ-LĐTBXH ngày 11/02/2020 của Bộ Lao động - Thương binh và Xã hội;\n"
        "Căn cứ Quyết định số 152/QĐ-BCĐCTMTQG ngày 11/02/2020 của Ban Chỉ đạo Trung ương;\n"
    )
    (tmp_path / "kh31.txt").write_text(text, "utf-8")
    target = str(tmp_path / "kho.db")
    assert nhiemvu_run("add", tmp_path / "kh31.txt", "--corpus", target).returncode == 0
    return target


def test_a_person_joins_and_parts(two_numbers: str) -> None:
    one, other, corpus = "152/QĐ-LĐTBXH", "152/QĐ-BCĐCTMTQG", ("--corpus", two_numbers)
    table = nhiemvu_run("same", *corpus).stdout.splitlines()
    assert table[0].split("\t") == ["Điểm", "Văn bản", "Có thể cũng là", "Căn cứ để ngờ", "Người đã nói"]
    assert "cùng ngày 11/02/2020" in table[1]
    (pair,) = json.loads(nhiemvu_run("same", "152", *corpus, "--json").stdout)
    assert {pair["one"]["symbol"], pair["other"]["symbol"]} == {one, other}
    assert {"sign": "same_date", "what": ["2020-02-11"]} in pair["evidence"]
    before = nhiemvu_run("trace", one, *corpus).stdout
    joined = nhiemvu_run("same", one, other, "--join", "--by", "Nguyễn Thị Hoa", "--note", "hai mã", *corpus)
    assert (joined.returncode, joined.stderr[:8]) == (0, "Đã nối: ")
    assert f"cũng là Quyết định số {one}" in nhiemvu_run("trace", other, *corpus).stdout
    assert nhiemvu_run("same", *corpus).returncode == 1
    assert nhiemvu_run("same", one, other, "--join", "--by", "Nam", *corpus).returncode == 1
    assert nhiemvu_run("same", other, one, "--part", "--by", "Trần Văn Nam", *corpus).returncode == 0
    assert nhiemvu_run("trace", one, *corpus).stdout == before
    history = nhiemvu_run("same", "--history", *corpus).stdout.splitlines()
    assert [line.split("\t")[1:3] for line in history[1:]] == [
        ["Trần Văn Nam", "tách"],
        ["Nguyễn Thị Hoa", "nối"],
    ]
    said = json.loads(nhiemvu_run("same", "--history", "--json", *corpus).stdout)
    assert [(row["by"], row["joined"], row["note"]) for row in said][1] == ("Nguyễn Thị Hoa", True, "hai mã")


WRONG = [
    (("152/QĐ-LĐTBXH", "152/QĐ-BCĐCTMTQG", "--join"), "--by"),
    (("152/QĐ-LĐTBXH", "--join", "--by", "Hoa"), "SỐ-KÝ-HIỆU"),
    (("152/QĐ-LĐTBXH", "152/QĐ-BCĐCTMTQG"), "SỐ-KÝ-HIỆU"),
    (("1", "2", "--join", "--part", "--by", "Hoa"), "--join"),
    (("152/QĐ-LĐTBXH", "9/QĐ-X", "--join", "--by", "Hoa"), "9/QĐ-X: kho không có văn bản này"),
    (("152", "152/QĐ-LĐTBXH", "--join", "--by", "Hoa"), "152: có thể là 2 văn bản"),
    (("152/QĐ-LĐTBXH", "0152/qđ-lđtbxh", "--part", "--by", "Hoa"), "hai lần cùng một văn bản"),
]


@pytest.mark.parametrize(("arguments", "named"), WRONG)
def test_what_nobody_can_mean(two_numbers: str, arguments: tuple[str, ...], named: str) -> None:
    done = nhiemvu_run("same", *arguments, "--corpus", two_numbers)
    assert (done.returncode, done.stdout) == (2, "")
    assert named in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert nhiemvu_run("same", *arguments, "--corpus", two_numbers, "--lang", "en").stderr != done.stderr


def test_no_pairs_and_no_history(sample_corpus: str) -> None:
    for arguments in ((), ("152",), ("--history",)):
        done = nhiemvu_run("same", *arguments, "--corpus", sample_corpus)
        assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)


@pytest.mark.parametrize("command", [("who", "x"), ("trace", "1/QĐ"), ("same", "1")])
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
        nhiemvu_run("checklist", PLAN, "-o", "a.pdf", "--lang", "en", cwd=tmp_path).stderr,
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
