"""Files that wait to be read: their queue in the corpus, and the process that reads one of them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from pdf_files import form, one_page, packed_twice
from running import COMMUNE_PLAN, DIRECTIVE, PLAN, environment
from scanning import pdf_of
from scanning import plan as scanned_plan

from corpus import readings
from corpus.errors import CorpusError
from corpus.store import Corpus
from extract.extraction import Extraction, Header
from nhiemvu.parsing import read_and_extract
from nhiemvu.web.handed_back import NotAsAskedError, rebuilt
from nhiemvu.web.reading_process import Failed, Job, Limits, Outcome, Read, Stopped, Unpacked, read_apart
from nhiemvu.web.uploads import keep, shown_name

BOMB = one_page(b"/A Do", more={6: form(b"/A Do /A Do /A Do", b"/A 6 0 R")}, draws=b"/A 6 0 R")


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Corpus]:
    with Corpus.open(tmp_path / "kho.db") as opened:
        yield opened


def hand_in(corpus: Corpus, *names: str) -> list[int]:
    with corpus.writing() as connection:
        return [readings.hand_in(connection, f"{name:0<64}", name, 5, "Hoa") for name in names]


def states(corpus: Corpus) -> list[tuple[str, str]]:
    with corpus.reading() as connection:
        return [(one.name, one.state) for one in readings.readings(connection, 100)]


# the queue


def test_the_first_one_that_came_is_taken_first(corpus: Corpus) -> None:
    a, b = hand_in(corpus, "a", "b")
    with corpus.writing() as connection:
        taken = readings.take_next(connection)
        assert taken is not None
        assert (taken.id, taken.state, taken.by) == (a, "reading", "Hoa")
        assert readings.ahead_of(connection, b) == 1
        second = readings.take_next(connection)
        assert second is not None
        assert second.id == b
        assert readings.take_next(connection) is None
    assert states(corpus) == [("b", "reading"), ("a", "reading")]


def test_no_file_is_taken_twice(corpus: Corpus) -> None:
    wanted = hand_in(corpus, *map(str, range(30)))

    def take(_: int) -> int | None:
        with corpus.writing() as connection:
            taken = readings.take_next(connection)
            return taken and taken.id

    with ThreadPoolExecutor(6) as pool:
        assert sorted(filter(None, pool.map(take, range(40)))) == wanted


def test_what_failed_can_be_tried_again_and_nothing_else(corpus: Corpus) -> None:
    a, b = hand_in(corpus, "a", "b")
    with corpus.writing() as connection:
        readings.take_next(connection)
        readings.tell_progress(connection, a, 3, 12)
        readings.fail(connection, a, "tệp rỗng", "kiểm tra lại tệp gốc")
        failed = readings.reading(connection, a)
        assert failed is not None
        assert (failed.state, failed.cause, failed.page, failed.pages) == ("failed", "tệp rỗng", 3, 12)
        readings.retry(connection, a)
        again = readings.reading(connection, a)
        assert again is not None
        assert (again.state, again.cause, again.page, again.ended_at) == ("waiting", None, None, None)
        for not_failed in (a, b, 99, -1, 2**70):
            with pytest.raises(CorpusError, match="không phải là tệp đọc lỗi"):
                readings.retry(connection, not_failed)


def test_what_a_killed_server_left_waits_again(corpus: Corpus) -> None:
    hand_in(corpus, "a", "b", "c")
    with corpus.writing() as connection:
        first, second = readings.take_next(connection), readings.take_next(connection)
        assert first is not None
        assert second is not None
        readings.refuse(connection, first.id, "văn bản mang dấu chỉ độ mật", "")
        assert readings.take_up_again(connection) == 1
    assert states(corpus) == [("c", "waiting"), ("b", "waiting"), ("a", "refused")]


def test_the_list_goes_on_where_it_stopped(corpus: Corpus) -> None:
    ids = hand_in(corpus, *"abcde")
    with corpus.reading() as connection:
        newest = readings.readings(connection, 2)
        rest = readings.readings(connection, 10, newest[-1].id)
        assert [one.id for one in (*newest, *rest)] == ids[::-1]
        assert readings.readings(connection, 10, states=("failed",)) == []


# files


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("kế hoạch.docx", "kế hoạch.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\a\\15-KH.pdf", "15-KH.pdf"),
        ("a\r\nSet-Cookie: x=1\x00.pdf", "a Set-Cookie: x=1.pdf"),
        ("\u202excod.exe", "xcod.exe"),
        ("..", "tệp không tên"),
        ("", "tệp không tên"),
        ("e\u0302\u0301.txt", "ế.txt"),
        ("<script>alert(1)</script>", "script>"),
    ],
)
def test_a_name_is_only_shown(sent: str, shown: str) -> None:
    assert shown_name(sent) == shown


def test_a_file_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    with DIRECTIVE.open("rb") as stream:
        kept = keep(stream, "../x.txt", tmp_path / "files", 10**6)
    assert (tmp_path / "files" / kept.sha256).read_bytes() == DIRECTIVE.read_bytes()
    with PLAN.open("rb") as stream, pytest.raises(Exception, match="tệp lớn hơn"):
        keep(stream, "x.docx", tmp_path / "files", 5000)
    assert [file.name for file in (tmp_path / "files").iterdir()] == [kept.sha256]
    assert (tmp_path / "files").stat().st_mode & 0o077 == 0


# what a process hands back


@pytest.mark.parametrize(
    "said",
    [
        None,
        [],
        {"schema": "nhiemvu/1"},
        dict.fromkeys(Header.__slots__) | {"recipients": "a", "attachments": []},
        dict.fromkeys(Header.__slots__) | {"recipients": [1], "attachments": []},
        dict.fromkeys(Header.__slots__) | {"recipients": [], "attachments": [], "__class__": "x"},
    ],
)
def test_what_is_not_as_asked_is_not_taken(said: object) -> None:
    with pytest.raises(NotAsAskedError):
        rebuilt(Header, said)


@pytest.mark.parametrize("path", [DIRECTIVE, COMMUNE_PLAN, PLAN], ids=lambda path: path.suffix)
def test_a_process_says_the_same_as_reading_here(tmp_path: Path, path: Path) -> None:
    said = apart(path, tmp_path)
    assert isinstance(said, Read)
    here, places = read_and_extract(path)
    assert named(said.extraction) == named(here)
    assert len(said.places) == len(places)
    assert bool(places) == (path.suffix == ".pdf")


def test_a_hostile_file_is_told_and_not_raised(tmp_path: Path) -> None:
    (tmp_path / "bomb").write_bytes(BOMB)
    said = apart(tmp_path / "bomb", tmp_path)
    assert isinstance(said, Failed)
    assert "mở ra quá lớn hoặc quá lâu" in said.cause


def test_memory_is_bounded(tmp_path: Path) -> None:
    said = apart(PLAN, tmp_path, Limits(memory=36 * 1024**2))
    assert isinstance(said, Failed)


def test_processor_time_is_bounded(tmp_path: Path) -> None:
    items = "\n".join(f"{n}. Sở Y tế báo cáo kết quả trước ngày 30/6/2025." for n in range(1, 40_000))
    (tmp_path / "long.txt").write_text(f"KẾ HOẠCH\nPhòng dịch\n\n{items}\n", "utf-8")
    said = apart(tmp_path / "long.txt", tmp_path, Limits(most_seconds=1, seconds=60))
    assert said == Failed("đọc tệp quá lâu nên đã dừng", "tách tệp thành từng văn bản, hoặc xin bản Word")


@pytest.mark.needs("tesseract", "fonts")
def test_who_takes_too_long_is_killed_with_all_that_it_started(tmp_path: Path) -> None:
    (tmp_path / "scan").write_bytes(pdf_of(*[scanned_plan().scanned()] * 6))
    said = apart(tmp_path / "scan", tmp_path, Limits(seconds=4, seconds_a_page=0.1))
    assert isinstance(said, Failed)
    assert said.cause == "đọc tệp quá lâu nên đã dừng"
    assert started_for(tmp_path) == []


def test_a_child_that_is_killed_is_a_cause(tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(apart, PLAN, tmp_path)
        eventually(lambda: started_for(tmp_path) != [])
        os.kill(started_for(tmp_path)[0], signal.SIGKILL)
        assert waiting.result() == Failed(
            "chương trình đọc tệp bị dừng đột ngột", "kiểm tra tệp, hoặc báo lỗi này"
        )


def test_the_server_ends_and_the_file_is_read_another_time(tmp_path: Path) -> None:
    stop = Event()
    stop.set()
    assert isinstance(apart(PLAN, tmp_path, stop=stop), Stopped)
    assert started_for(tmp_path) == []


def test_a_child_ends_with_the_server(tmp_path: Path) -> None:
    """Killed, the server can end nobody: the child sees that the tie is cut."""
    code = (
        "import sys; from pathlib import Path; from threading import Event;"
        "from nhiemvu.web.reading_process import Job, read_apart;"
        "read_apart(Job(Path(sys.argv[1]), 'a', Path(sys.argv[2])), lambda *_: None, Event())"
    )
    (tmp_path / "work").mkdir()
    command = [sys.executable, "-c", code, str(PLAN), str(tmp_path / "work")]
    server = subprocess.Popen(command, env=environment())
    eventually(lambda: len(started_for(tmp_path)) == 2)
    server.kill()
    server.wait()
    eventually(lambda: started_for(tmp_path) == [])


@pytest.mark.needs("tesseract", "fonts")
def test_pages_are_told_as_they_are_recognised(tmp_path: Path) -> None:
    (tmp_path / "scan").write_bytes(pdf_of(*[scanned_plan().scanned()] * 2))
    told: list[tuple[int, int]] = []
    (tmp_path / "work").mkdir()
    job = Job(tmp_path / "scan", "bản quét.pdf", tmp_path / "work")
    said = read_apart(job, lambda *at: told.append(at), Event())
    assert isinstance(said, Read)
    assert told == [(0, 2), (1, 2), (2, 2)]
    assert said.extraction.header.number == "1445/KH-SYT"


def test_an_archive_is_its_documents(tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(tmp_path / "zip", "w") as packed:
        packed.write(DIRECTIVE, "thư mục/chỉ thị.txt")
        packed.writestr("../evil.txt", "x")
        packed.write(PLAN, "kh.docx")
    said = apart(tmp_path / "zip", tmp_path)
    assert isinstance(said, Unpacked)
    by_name = {one.name: one for one in said.members}
    assert set(by_name) == {"thư mục/chỉ thị.txt", "../evil.txt", "kh.docx"}
    good, bad = by_name["thư mục/chỉ thị.txt"], by_name["../evil.txt"]
    assert good.file is not None
    assert good.file.read_bytes() == DIRECTIVE.read_bytes()
    assert (bad.file, bool(bad.cause)) == (None, True)


def test_a_pdf_that_unpacks_to_gigabytes(tmp_path: Path) -> None:
    (tmp_path / "bomb").write_bytes(one_page(more={6: packed_twice(b"0" * 10**8)}))
    said = apart(tmp_path / "bomb", tmp_path)
    assert isinstance(said, Failed | Read)


def apart(path: Path, tmp_path: Path, limits: Limits | None = None, stop: Event | None = None) -> Outcome:
    folder = tmp_path / "work"
    folder.mkdir()
    return read_apart(Job(path, path.name, folder), lambda *_: None, stop or Event(), limits or Limits())


def eventually(is_so: Callable[[], bool]) -> None:
    last = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < last
        time.sleep(0.01)


def named(said: Extraction) -> dict[str, object]:
    made = said.as_json(with_text=True)
    return made | {"source": made["source"] | {"path": ""}}


def started_for(folder: Path) -> list[int]:
    """The processes whose command or environment names the folder."""
    found = []
    for process in Path("/proc").iterdir():
        if process.name.isdigit() and int(process.name) != os.getpid():
            try:
                about = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
                state = (process / "stat").read_text().rpartition(")")[2].split()[0]
            except OSError:
                continue
            if f"{folder / 'work'}".encode() in about and state != "Z":
                found.append(int(process.name))
    return sorted(found)
