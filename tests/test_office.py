"""Old Word files, RTF and OpenDocument: read like the same document in DOCX, by a LibreOffice that is kept on a lead."""

from __future__ import annotations

import http.server
import io
import random
import shutil
import subprocess
import tempfile
import threading
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest
from reading import check
from word_files import zipped

from ingest import ReadError, libreoffice, read, read_bytes
from ingest.libreoffice import to_docx

SAMPLE = Path(__file__).parents[1] / "corpus" / "samples" / "08-kh-21-ubnd-hung-yen.docx"
MEDIA_TYPES = {
    "doc": "application/msword",
    "rtf": "application/rtf",
    "odt": "application/vnd.oasis.opendocument.text",
}
RTF = b"{\\rtf1\\ansi K\\u7871 ? ho\\u7841 ?ch t\\u7893 ?ng k\\u7871 ?t}"
real = pytest.mark.needs("libreoffice")


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The sample plan (numbering, footnotes, a table over pages) saved by LibreOffice in each old form."""
    if not shutil.which("soffice"):
        pytest.skip("Debian's libreoffice-writer-nogui is missing")
    folder = tmp_path_factory.mktemp("old")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for form in MEDIA_TYPES:
        command = [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            form,
            "--outdir",
            str(folder),
            str(SAMPLE),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    return {form: (folder / SAMPLE.with_suffix(f".{form}").name).read_bytes() for form in MEDIA_TYPES}


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for temporary files, to see what is left behind."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder first on the PATH, for a `soffice` that does what a test needs."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return folder


def script(folder: Path, text: str) -> None:
    (folder / "soffice").write_text(f"#!/bin/sh\n{text}\n")
    (folder / "soffice").chmod(0o755)


@real
@pytest.mark.parametrize("form", MEDIA_TYPES)
def test_an_old_form_reads_like_the_same_document_in_docx(converted: dict[str, bytes], form: str) -> None:
    new, old = read(SAMPLE), read_bytes(converted[form], f"a.{form}")
    assert old.text == new.text
    assert [(block.kind, block.mark, len(block.cells)) for block in old.blocks] == [
        (block.kind, block.mark, len(block.cells)) for block in new.blocks
    ]
    assert (old.source.media_type, old.source.reader) == (MEDIA_TYPES[form], "libreoffice+word")
    assert old.source.path == f"a.{form}"
    check(old)


@real
def test_the_content_decides_and_the_name_is_never_an_option(
    converted: dict[str, bytes], temporary: Path
) -> None:
    assert read_bytes(converted["rtf"], "--convert-to=../$(touch x)\n.pdf").text == read(SAMPLE).text
    assert list(temporary.iterdir()) == []


@real
def test_conversions_side_by_side_do_not_disturb_each_other(
    converted: dict[str, bytes], temporary: Path
) -> None:
    with ThreadPoolExecutor(3) as pool:
        texts = list(pool.map(lambda form: read_bytes(converted[form], form).text, MEDIA_TYPES))
    assert texts == [read(SAMPLE).text] * 3
    assert list(temporary.iterdir()) == []


@real
def test_unicode_escapes_of_rtf() -> None:
    assert read_bytes(RTF, "a.rtf").text == "Kế hoạch tổng kết"


@real
def test_an_rtf_in_old_fonts() -> None:
    """The code of ư is that of the soft hyphen, which LibreOffice knows as something else."""
    old = b"\\f0 U\\'fb ban nh\\'a9n d\\'a9n h\\'ad\\'edng d\\'c9n \\f1 k\\'d5 ho\\'b9ch"
    document = read_bytes(
        b"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 .VnTime;}{\\f1 .VnTimeH;}}" + old + b"}", "a.rtf"
    )
    assert document.text == "Ủy ban nhân dân hướng dẫn KẾ HOẠCH"
    assert "TCVN3" in document.source.warnings[0]


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """The address of a web server, and what was asked of it."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{web.server_port}", asked
        web.shutdown()


@real
@pytest.mark.parametrize("spaces", [True, False])
def test_nothing_is_fetched(
    server: tuple[str, list[str]], spaces: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the system grants no name space: then the profile and the dead proxy hold. (Without them LibreOffice
    does ask for the picture.)"""
    if not spaces:
        monkeypatch.setattr(libreoffice, "_own_spaces", list)
    page = f'<html><body><p>chữ<img src="{server[0]}/anh.png"></body></html>'
    assert to_docx(page.encode(), ".html", "a.doc")
    assert server[1] == []


@pytest.mark.parametrize("spaces", [True, False])
def test_a_conversion_that_hangs_is_ended_with_its_children(
    fake: Path, temporary: Path, spaces: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not spaces:
        monkeypatch.setattr(libreoffice, "_own_spaces", list)
    mark = f"4711.{random.SystemRandom().randrange(10**9)}"
    script(fake, f"(sleep {mark} & sleep {mark}) & exec sleep {mark}")
    with pytest.raises(ReadError, match=r"a\.doc: LibreOffice không đọc xong tệp trong 1 giây; mở bằng Word"):
        to_docx(b"x", ".doc", "a.doc", seconds=1)
    assert running(mark) == []
    assert list(temporary.iterdir()) == []


def test_a_child_that_left_the_session_is_ended_too(fake: Path, temporary: Path) -> None:
    if not libreoffice._own_spaces():
        return  # no name spaces here: only the session is ended, as the test above shows
    mark = f"4712.{random.SystemRandom().randrange(10**9)}"
    script(fake, f"setsid sleep {mark} & exec sleep {mark}")
    with pytest.raises(ReadError, match="không đọc xong"):
        to_docx(b"x", ".doc", "a.doc", seconds=1)
    last = time.monotonic() + 5
    while running(mark) and time.monotonic() < last:
        time.sleep(0.05)
    assert running(mark) == []


def running(mark: str) -> list[str]:
    """The processes with `mark` in their command line; one that is dead but not yet reaped has none."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes()
        except OSError:
            continue
        if mark.encode() in command:
            found.append(process.name)
    return found


def test_a_converter_that_fails_says_what_it_said(fake: Path, temporary: Path) -> None:
    script(fake, "echo starting; echo 'Error: source file could not be loaded'; exit 0")
    with pytest.raises(ReadError, match=r"không đổi được tệp .rtf sang DOCX .*could not be loaded.*cắt cụt"):
        read_bytes(RTF, "a.rtf")
    script(fake, "kill -SEGV $$")
    with pytest.raises(ReadError, match="không rõ lý do"):
        read_bytes(RTF, "a.rtf")
    assert list(temporary.iterdir()) == []


def test_what_comes_out_is_not_trusted_either(fake: Path) -> None:
    script(fake, "mkdir out; echo 'PK no archive' > out/in.docx")
    with pytest.raises(ReadError, match=r"a\.rtf: tệp .rtf hỏng"):
        read_bytes(RTF, "a.rtf")
    script(fake, "mkdir out; ln -s /etc/passwd out/in.docx")
    with pytest.raises(ReadError):
        read_bytes(RTF, "a.rtf")


def test_the_converter_sees_neither_home_nor_session(
    fake: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":99")
    monkeypatch.setenv("NHIEMVU_CORPUS", "secret")
    script(
        fake,
        f'env > {tmp_path}/seen; cat "$HOME"/profile/user/*.xcu > {tmp_path}/profile; ulimit -v > {tmp_path}/memory',
    )
    with pytest.raises(ReadError):
        to_docx(b"x", ".doc", "a.doc")
    seen = (tmp_path / "seen").read_text()
    assert "DISPLAY" not in seen
    assert "secret" not in seen
    assert f"HOME={Path.home()}\n" not in seen
    assert "DisableMacrosExecution" in (tmp_path / "profile").read_text()
    if shutil.which("prlimit"):
        assert int((tmp_path / "memory").read_text()) == libreoffice.MOST_MEMORY // 1024


def test_without_libreoffice_the_error_names_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ReadError, match=r"a\.rtf: cần LibreOffice .*; cài gói libreoffice-writer-nogui"):
        read_bytes(RTF, "a.rtf")


def odt(manifest: str = "", content: str = "<a/>") -> bytes:
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": content,
            "META-INF/manifest.xml": manifest,
        }
    )


def test_what_can_be_told_without_libreoffice(
    converted: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.office.to_docx", lambda *_: pytest.fail("LibreOffice was started"))
    locked = bytearray(converted["doc"])
    locked[converted["doc"].index(b"\xec\xa5") + 11] |= 1
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", bytes(200 * 1024**2))
    for data, cause in (
        (bytes(locked), "có mật khẩu"),
        (converted["doc"][:400], "cắt cụt"),
        (converted["doc"][:20_000], "cắt cụt"),
        (RTF[:-1], "cắt cụt"),
        (b"{\\rtf9 }", "hỏng phần đầu"),
        (odt("<x><encryption-data/></x>"), "có mật khẩu"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "thiếu phần nội dung"),
        (bomb.getvalue(), "sau giải nén vượt quá"),
    ):
        with pytest.raises(ReadError, match=cause) as caught:
            read_bytes(data, "a.doc")
        assert len(str(caught.value).splitlines()) == 1


@real
@pytest.mark.parametrize(
    ("suffix", "data"),
    [
        (".rtf", b"{\\rtf1" + b"{\\b " * 200_000 + b"x" + b"}" * 200_001),  # groups without end
        (".rtf", b"{\\rtf1 a{\\pict\\bin999999999 x}}"),  # a picture of a gigabyte, it says
    ],
    ids=["groups", "picture"],
)
def test_bombs_in_rtf_end_in_time(suffix: str, data: bytes, temporary: Path) -> None:
    with pytest.raises(ReadError, match=r"không đọc xong tệp trong 2 giây|không đổi được"):
        to_docx(data, suffix, "a.rtf", seconds=2)
    assert list(temporary.iterdir()) == []


@real
def test_a_damaged_file_gives_a_document_or_an_error(converted: dict[str, bytes], temporary: Path) -> None:
    dice, damaged = random.Random(5), bytearray(converted["doc"])
    for _ in range(200):
        damaged[dice.randrange(1024, len(damaged))] = dice.randrange(256)
    with suppress(ReadError):
        check(read_bytes(bytes(damaged), "a"))
    assert list(temporary.iterdir()) == []


@real
@pytest.mark.needs("shared")
@pytest.mark.parametrize(
    ("file", "said"),
    [
        (
            "hn_qd15_2010.doc",
            [
                "Số: 15/2010/QĐ-UBND",
                "Hà Nội, ngày 26 tháng 04 năm 2010",
                "Điều 12. Sửa đổi, bổ sung quy định",
            ],
        ),
        (
            "tn_qd07_2025.doc",
            ["ỦY BAN NHÂN DÂN TỈNH THÁI NGUYÊN", "Điều 14. Tổ chức thực hiện", "PHỤ LỤC II"],
        ),
        (
            "tw_qd93_2007.doc",
            ["Số: 93/2007/QĐ-TTg", "đ) Trường hợp tình trạng trụ sở hiện tại", "ĐIỀU KHOẢN THI HÀNH"],
        ),
    ],
)
def test_real_documents(shared: Path, file: str, said: list[str]) -> None:
    document = read(shared / "documents" / file)
    blocks = [document.text_of(block) for block in document.blocks]
    for words in said:
        assert any(block.startswith(words) for block in blocks), words
    assert sum(block.kind == "letterhead" for block in document.blocks) >= 5
    check(document)
