"""Whatever comes in: told by its content, and refused in one line that says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import check
from word_files import p, word_file, zipped

from ingest import MOST_BYTES, ReadError, read, read_bytes
from ingest.encoding import decode
from ingest.limits import MOST_CHARACTERS

TEXT = "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành báo cáo kết quả trước ngày 20/4/2020. "
HTML = f"<html><body><p>{TEXT}</p></body></html>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
JUNK = bytes(range(256)) * 40


def test_files_that_are_not_there(tmp_path: Path) -> None:
    (tmp_path / "rỗng.txt").write_bytes(b"")
    for path, cause in (
        ("không có.pdf", "không có tệp này"),
        (tmp_path, "là thư mục"),
        (tmp_path / "rỗng.txt", "tệp rỗng"),
    ):
        with pytest.raises(ReadError, match=cause) as caught:
            read(path)
        assert str(caught.value).startswith(f"{path}: ")
        assert "\n" not in str(caught.value)
    with pytest.raises(ReadError):
        read("tên\0lạ.txt")


def test_a_file_is_read_by_its_content_and_not_by_its_name(tmp_path: Path) -> None:
    for name, data, reader in (
        ("a.pdf", TEXT.encode(), "text"),
        ("a.txt", HTML.encode(), "web"),
        ("a.html", word_file(p(TEXT)), "word"),
        ("không đuôi", word_file(p(TEXT)), "word"),
        ("a.docx", b"\n <!-- x -->\n<TABLE><tr><td>" + TEXT.encode(), "web"),
        ("b.docx", HTML.encode("utf-16"), "web"),
        ("c.html", f"1. {TEXT} <b>và</b>".encode(), "text"),
    ):
        (tmp_path / name).write_bytes(data)
        document = read(tmp_path / name)
        assert (document.source.reader, document.source.path) == (reader, str(tmp_path / name))
        assert TEXT.strip() in document.text


@pytest.mark.parametrize(
    ("data", "cause", "remedy"),
    [
        (b"", "tệp rỗng", "tệp gốc"),
        (b"  \n\n ", "không có chữ", "tệp gốc"),
        (b"-----\n.....\n", "không có chữ", "tệp gốc"),
        (JUNK, "dữ liệu nhị phân", "định dạng"),
        (b"MZ\x90\x00\x03" + JUNK, "dữ liệu nhị phân", "định dạng"),
        (b"%PDF-1.5\n1 0 obj <<", "cắt cụt", "tải lại"),
        (b"PK\x03\x04 this is no archive", "hỏng", "lưu lại"),
        (zipped({"ke-hoach.txt": TEXT}), "tệp nén ZIP", "giải nén"),
        (zipped({"xl/workbook.xml": "<a/>"}), "bảng tính", "DOCX"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "thiếu phần nội dung", "tải lại"),
        (OLE + "WordDocument".encode("utf-16-le"), "cắt cụt", "tải lại"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu", "bỏ mật khẩu"),
        (OLE, "Office đời cũ", "DOCX"),
        (b"{\\rtf1\\ansi Ke hoach", "cắt cụt", "tải lại"),
        (b"\x89PNG\r\n\x1a\n" + JUNK, "tệp ảnh hỏng", "quét lại"),
        (b"\xff\xd8\xff\xe0" + JUNK, "tệp ảnh hỏng", "quét lại"),
        (b"Rar!\x1a\x07\x00" + JUNK, "RAR", "giải nén"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related;\n", "MHT", "HTML"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(data: bytes, cause: str, remedy: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "tệp.txt")
    assert caught.value.path == "tệp.txt"
    assert cause in caught.value.cause
    assert remedy in caught.value.remedy
    assert len(str(caught.value).splitlines()) == 1


def test_a_text_of_50_megabytes_without_a_line_break() -> None:
    data = TEXT.encode() * (50_000_000 // len(TEXT.encode()))
    with pytest.raises(ReadError, match="văn bản quá dài"):
        read_bytes(data, "dài.txt")


def test_a_long_line_within_the_limit_is_one_paragraph() -> None:
    text = TEXT * (MOST_CHARACTERS // 20 // len(TEXT))
    document = read_bytes(text.encode(), "dài.txt")
    assert [block.kind for block in document.blocks] == ["paragraph"]
    assert document.text == text.strip()


def test_a_file_beyond_the_limit_is_not_opened(tmp_path: Path) -> None:
    with (tmp_path / "lớn.txt").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(ReadError, match="tệp quá lớn"):
        read(tmp_path / "lớn.txt")


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("Uy ban nhan dan tinh yeu cau cac so, ban, nganh bao cao ket qua truoc ngay 20/4/2020. " * 5, True),
        (TEXT * 5, False),
        ("OK", False),  # too short to tell
    ],
)
def test_a_text_without_marks_is_read_with_a_warning(text: str, warned: bool) -> None:
    document = read_bytes(text.encode(), "a.txt")
    assert document.text == text.strip()
    assert any("tiếng Việt" in warning for warning in document.source.warnings) is warned


@pytest.mark.parametrize(
    ("name", "text", "cause"),
    [
        (
            "a.txt",
            "The Ministry of Finance shall report to the Government before the end of the year. " * 5,
            "tiếng Anh",
        ),
        ("a.docx", "no archive at all", "đuôi .docx"),
        ("a.PDF", "404 not found", "đuôi .pdf"),
    ],
)
def test_text_that_is_no_document_of_ours_is_refused(name: str, text: str, cause: str) -> None:
    with pytest.raises(ReadError, match=cause):
        read_bytes(text.encode(), name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings_of_unicode(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "a.txt").text == TEXT


def test_windows_1258_becomes_composed_letters() -> None:
    """Bytes as Windows programs of the nineties wrote them: the letter, then the tone mark."""
    data = b"Quy\xea\xect \xf0i\xf2nh s\xf4\xec 5 v\xea\xcc vi\xea\xf2c cu\xd2a Uy\xd2 ban"
    assert read_bytes(data, "a.txt").text == "Quyết định số 5 về việc của Ủy ban"


def test_a_few_broken_bytes_are_left_out_with_a_warning() -> None:
    document = read_bytes((TEXT * 40).encode() + b"\xe1\xbb", "a.txt")
    assert document.text == (TEXT * 40).strip()
    assert len(document.source.warnings) == 1


def test_reading_is_deterministic() -> None:
    first, second = (read_bytes(HTML.encode(), "a.html") for _ in range(2))
    assert first == second
    check(first)
