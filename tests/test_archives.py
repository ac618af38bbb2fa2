"""Folders and archives: every document in them by a name that reads it, and archives that are made to do harm."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from running import nhiemvu_run
from word_files import p, word_file, zipped

from ingest import Document, ReadError, archives, read, read_bytes, read_many
from ingest.archives import files_in, is_archive

TEXT = "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành báo cáo kết quả trước ngày 20/4/2020."
DOCX = word_file(p(TEXT))


def packed(*members: tuple[str | zipfile.ZipInfo, bytes | str]) -> bytes:
    """A ZIP archive of members, in that order, whatever their names are."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return data.getvalue()


def at(folder: Path, data: bytes, name: str = "ho-so.zip") -> str:
    (folder / name).write_bytes(data)
    return str(folder / name)


def told(path: str) -> dict[str, str]:
    """For each name below the path, the text that is read, or the cause of the error."""
    return {
        name.removeprefix(path).lstrip("/"): found.text if isinstance(found, Document) else found.cause
        for name, found in read_many(path)
    }


def test_the_documents_of_an_archive(tmp_path: Path) -> None:
    path = at(
        tmp_path,
        packed(
            ("2024/kế hoạch.docx", DOCX),
            ("a.TXT", TEXT),
            ("trang.html", f"<html><p>{TEXT}</p></html>"),
            ("không đuôi", TEXT),
            ("2024/", ""),
            ("ảnh.jpg", b"\xff\xd8\xff"),  # no document by its name
            ("__MACOSX/._a.txt", TEXT),
            (".ẩn/a.txt", TEXT),
            ("~$tạm.docx", TEXT),
        ),
    )
    names = ["2024/kế hoạch.docx", "a.TXT", "trang.html", "không đuôi"]
    assert told(path) == dict.fromkeys(names, TEXT)
    for name in names:
        document = read(f"{path}/{name}")
        assert (document.text, document.source.path) == (TEXT, f"{path}/{name}")


def test_archives_in_archives_and_folders(tmp_path: Path) -> None:
    inner = packed(("b.txt", TEXT))
    at(tmp_path, packed(("a.txt", TEXT), ("trong/in.zip", inner), ("văn bản.zip", DOCX)))
    at(tmp_path, DOCX, "kế hoạch.docx")
    at(tmp_path, b"x", "ảnh.png")
    (tmp_path / ".git").mkdir()
    at(tmp_path / ".git", TEXT.encode(), "c.txt")
    names = ["ho-so.zip/a.txt", "ho-so.zip/trong/in.zip/b.txt", "ho-so.zip/văn bản.zip", "kế hoạch.docx"]
    assert list(files_in(str(tmp_path))) == [str(tmp_path / name) for name in names]
    assert told(str(tmp_path)) == dict.fromkeys(names, TEXT)


def test_a_file_that_is_no_archive_is_itself(tmp_path: Path) -> None:
    for data, name in ((DOCX, "a.zip"), (TEXT.encode(), "b.zip"), (b"PK\x03\x04 broken", "c.zip")):
        path = at(tmp_path, data, name)
        assert list(files_in(path)) == [path]
        assert not is_archive(path)
    assert list(files_in(str(tmp_path / "none.zip"))) == [str(tmp_path / "none.zip")]


def deep(levels: int) -> bytes:
    data = packed(("đáy.txt", TEXT))
    for _ in range(levels - 1):
        data = packed(("in.zip", data), ("bên.txt", TEXT))
    return data


def link(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = 0o120777 << 16
    return info


def encrypted(name: str) -> bytes:
    data = bytearray(packed((name, TEXT), ("tốt.txt", TEXT)))
    data[6] |= 1  # the flags of the first member, where it stands and in the list
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def broken_member() -> bytes:
    data = bytearray(packed(("hỏng.txt", TEXT), ("tốt.txt", TEXT)))
    data[60] ^= 0xFF
    return bytes(data)


def overlapping() -> bytes:
    """Two names in the list for one member: unpacked twice, packed once."""
    data = packed(("a.txt", TEXT * 50), ("b.txt", TEXT), ("tốt.txt", TEXT))
    first, second = (data.index(b"PK\x01\x02"), data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4))
    return data[: second + 42] + data[first + 42 : first + 46] + data[second + 46 :]


def lying() -> bytes:
    """A member that says it unpacks to 9 bytes."""
    data = bytearray(packed(("dối.txt", b"a" * 50_000_000), ("tốt.txt", TEXT)))
    at_list = data.index(b"PK\x01\x02")
    data[at_list + 24 : at_list + 28] = (9).to_bytes(4, "little")
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "bad"),
    [
        (packed(("../../etc/passwd.txt", TEXT), ("tốt.txt", TEXT)), {"../../etc/passwd.txt": "trỏ ra ngoài"}),
        (packed(("a/../../b.txt", TEXT), ("tốt.txt", TEXT)), {"a/../../b.txt": "trỏ ra ngoài"}),
        (packed(("/etc/passwd", TEXT), ("tốt.txt", TEXT)), {"etc/passwd": "trỏ ra ngoài"}),
        (packed((r"..\..\b.txt", TEXT), ("tốt.txt", TEXT)), {"../../b.txt": "trỏ ra ngoài"}),
        (packed(("C:\\b.txt", TEXT), ("tốt.txt", TEXT)), {"C:/b.txt": "trỏ ra ngoài"}),
        (packed((link("liên kết.txt"), "/etc/passwd"), ("tốt.txt", TEXT)), {"liên kết.txt": "là liên kết"}),
        (encrypted("mật.txt"), {"mật.txt": "có mật khẩu"}),
        (broken_member(), {"hỏng.txt": "không giải được"}),
        (packed(("bom.txt", bytes(90_000_000)), ("tốt.txt", TEXT)), {"bom.txt": "bom nén"}),
        (packed(("lớn.txt", bytes(archives.MOST_UNPACKED + 1)), ("tốt.txt", TEXT)), {"lớn.txt": "quá lớn"}),
        (lying(), {"dối.txt": "không giải được"}),
        (overlapping(), {"a.txt": "chồng lên nhau", "b.txt": "chồng lên nhau"}),
        (packed(("in.zip", b"PK\x03\x04 broken"), ("tốt.txt", TEXT)), {"in.zip": "hỏng"}),
        (packed(("in.zip", packed()), ("tốt.txt", TEXT)), {"in.zip": "không có văn bản nào"}),
        (packed(("rỗng.txt", ""), ("tốt.txt", TEXT)), {"rỗng.txt": "tệp rỗng"}),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)  # fmt: skip
def test_one_bad_member_does_not_stop_the_others(tmp_path: Path, data: bytes, bad: dict[str, str]) -> None:
    found = told(at(tmp_path, data))
    assert found.pop("tốt.txt") == TEXT
    assert set(found) == set(bad)
    for name, cause in bad.items():
        assert cause in found[name]
    assert [path.name for path in tmp_path.iterdir()] == ["ho-so.zip"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_of_one_name(tmp_path: Path) -> None:
    found = told(at(tmp_path, packed(("a.txt", TEXT), ("a.txt", "khác"), ("tốt.txt", TEXT))))
    assert found["a.txt"] == found["tốt.txt"] == TEXT
    assert "trùng tên" in found["a.txt (2)"]


def test_archives_nested_too_deep(tmp_path: Path) -> None:
    assert told(at(tmp_path, deep(3)))["in.zip/in.zip/đáy.txt"] == TEXT
    found = told(at(tmp_path, deep(4)))
    assert "lồng nhau quá sâu" in found["in.zip/in.zip/in.zip"]
    assert found["bên.txt"] == found["in.zip/bên.txt"] == TEXT


def test_too_many_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_FILES", 5)
    path = at(tmp_path, packed(*((f"{at}.txt", TEXT) for at in range(8))))
    found = told(path)
    assert "hơn 5 văn bản" in found.pop("")
    assert found == {f"{at}.txt": TEXT for at in range(5)}


def test_too_many_entries_are_not_even_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_ENTRIES", 5)
    monkeypatch.setattr(zipfile, "ZipFile", lambda *_: pytest.fail("the list was read"))
    data = zipped_before(8)
    assert "quá nhiều tệp" in told(at(tmp_path, data))[""]


def zipped_before(count: int, _zip: type[zipfile.ZipFile] = zipfile.ZipFile) -> bytes:
    data = io.BytesIO()
    with _zip(data, "w") as archive:
        for name in range(count):
            archive.writestr(f"{name}.txt", TEXT)
    return data.getvalue()


def test_all_members_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_UNPACKED_TOGETHER", len(TEXT.encode()) * 2)
    found = told(at(tmp_path, packed(("a.txt", TEXT), ("b.txt", TEXT), ("c.txt", TEXT))))
    assert found["a.txt"] == found["b.txt"] == TEXT
    assert "giải ra vượt quá" in found["c.txt"]


def test_names_without_the_mark_of_unicode(tmp_path: Path) -> None:
    data = packed(("kế hoạch.txt", TEXT))
    unmarked = bytearray(data)
    for flags in (6, data.index(b"PK\x01\x02") + 8):
        unmarked[flags : flags + 2] = b"\0\0"
    assert told(at(tmp_path, bytes(unmarked))) == {"kế hoạch.txt": TEXT}


def test_names_that_would_steer_a_terminal(tmp_path: Path) -> None:
    path = at(tmp_path, packed(("a\x1b[31m\n.txt", "")))
    ((name, error),) = read_many(path)
    assert isinstance(error, ReadError)
    assert "\x1b" not in name + str(error)
    assert "tệp rỗng" in str(error)


def test_what_is_not_there(tmp_path: Path) -> None:
    path = at(tmp_path, packed(("a.txt", TEXT)))
    text = at(tmp_path, TEXT.encode(), "a.txt")
    for name in (
        f"{path}/b.txt",
        f"{path}/a.txt/b.txt",
        f"{text}/b.txt",
        f"{tmp_path}/none.zip/a.txt",
        f"{path}/../a.txt",
    ):
        with pytest.raises(ReadError, match="không có tệp này"):
            read(name)


def test_an_archive_is_not_one_document() -> None:
    with pytest.raises(
        ReadError, match=r"là tệp nén ZIP, không phải một văn bản; .* ví dụ hs\.zip/word/a\.txt"
    ):
        read_bytes(packed(("word/a.txt", TEXT)), "hs.zip")
    with pytest.raises(ReadError, match="không có văn bản nào"):
        read_bytes(packed(("a.exe", "MZ")), "hs.zip")


def test_a_bomb_in_the_name_of_a_document() -> None:
    """OpenDocument says what it is in a member, which may be a bomb itself."""
    kind = "application/vnd.oasis.opendocument.text" + " " * 300_000_000
    with pytest.raises(ReadError):
        read_bytes(packed(("mimetype", kind)), "a.odt")


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_damaged_archive_gives_documents_or_errors(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole = bytearray(packed(("a.txt", TEXT), ("in.zip", packed(("b.txt", TEXT))), ("c.docx", DOCX)))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    path = at(tmp_path_factory.mktemp("zip"), bytes(whole[: data.draw(st.integers(4, len(whole)))]))
    found = list(read_many(path))
    assert found
    assert all(len(str(result).splitlines()) == 1 for _, result in found if isinstance(result, ReadError))


def test_the_corpus_takes_an_archive(tmp_path: Path) -> None:
    path = at(tmp_path, packed(("a.docx", DOCX), ("../b.txt", TEXT), ("c.txt", TEXT.replace("sở", "huyện"))))
    done = nhiemvu_run("add", path, "--corpus", str(tmp_path / "kho.db"))
    assert done.returncode == 1
    assert "2 văn bản" in done.stdout + done.stderr
    assert "trỏ ra ngoài" in done.stdout + done.stderr
    again = nhiemvu_run("parse", "--json", f"{path}/a.docx")
    assert again.returncode == 0, again.stderr


def test_bytes_that_are_an_archive() -> None:
    assert is_archive(packed(("a.txt", TEXT)))
    assert not is_archive(DOCX)
    assert not is_archive(zipped({"mimetype": "application/vnd.oasis.opendocument.text"}))
    assert not is_archive(zlib.compress(b"PK"))
