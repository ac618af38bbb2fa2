"""Folders and archives: every document in them by a name that reads it, and archives that are made to do harm."""

from __future__ import annotations

import io
import json
import re
import zipfile
import zlib
from collections import Counter
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from running import nhiemvu_run
from scanning import plan, saved
from word_files import p, word_file, zipped

from ingest import Document, ReadError, archive_members, archive_names, archives, read, read_bytes, read_many
from ingest.archives import files_in, is_archive
from ingest.legacy_encodings import from_unicode

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


def picture(wide: int, high: int, form: str = "PNG") -> bytes:
    return saved(Image.new("L", (wide, high), "white"), form)


def test_the_documents_of_an_archive(tmp_path: Path) -> None:
    path = at(
        tmp_path,
        packed(
            ("2024/kế hoạch.docx", DOCX),
            ("a.TXT", TEXT),
            ("trang.html", f"<html><p>{TEXT}</p></html>"),
            ("không đuôi", TEXT),
            ("2024/", ""),
            ("biểu mẫu.xlsx", b"PK"),  # no document by its name
            ("biểu trưng.png", picture(64, 64)),  # too small for a page
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
    at(tmp_path, picture(399, 2000), "trang_files_logo.png")
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
        (packed(("lớn.txt", bytes(archive_members.MOST_UNPACKED + 1)), ("tốt.txt", TEXT)), {"lớn.txt": "quá lớn"}),
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
    assert found == {"a.txt": TEXT, "a (2).txt": "khác", "tốt.txt": TEXT}


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
    monkeypatch.setattr(archive_members, "MOST_ENTRIES", 5)
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
    monkeypatch.setattr(archive_members, "MOST_UNPACKED_TOGETHER", len(TEXT.encode()) * 2)
    found = told(at(tmp_path, packed(("a.txt", TEXT), ("b.txt", TEXT), ("c.txt", TEXT))))
    assert found["a.txt"] == found["b.txt"] == TEXT
    assert "giải ra vượt quá" in found["c.txt"]


def test_names_without_the_mark_of_unicode(tmp_path: Path) -> None:
    data = packed(("kế hoạch.txt", TEXT))
    unmarked = bytearray(data)
    for flags in (6, data.index(b"PK\x01\x02") + 8):
        unmarked[flags : flags + 2] = b"\0\0"
    assert told(at(tmp_path, bytes(unmarked))) == {"kế hoạch.txt": TEXT}


def unmarked(name: bytes, extra: bytes = b"") -> bytes:
    """An archive with one text whose name is these bytes, in no code page that it would tell of."""
    entry = zipfile.ZipInfo("a" * len(name))
    entry.extra = extra
    return packed((entry, TEXT)).replace(b"a" * len(name), name)


def in_windows_1258(text: str) -> bytes:
    """As Windows writes it: letters with marks of vowels, then the tones."""
    letters = re.sub("[\u0300\u0301\u0303\u0309\u0323]", "", normalize("NFD", text))
    tones = [
        [mark for mark in normalize("NFD", letter) if mark in "\u0300\u0301\u0303\u0309\u0323"]
        for letter in text
    ]
    plain = normalize("NFC", letters)
    assert len(plain) == len(tones)
    return b"".join(
        (letter + "".join(tone)).encode("cp1258") for letter, tone in zip(plain, tones, strict=True)
    )


NAME = "Kế hoạch phòng cháy tỉnh Quảng Bình.txt"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (NAME.encode(), NAME),  # Linux, and Python
        (normalize("NFD", NAME).encode(), NAME),  # macOS
        (in_windows_1258(NAME), NAME),  # Windows in Viet Nam
        (bytes.fromhex("4baa20686fd56368") + b".txt", "Kế hoạch.txt"),  # VISCII, as RFC 1456 has it
        (from_unicode("Kế hoạch Quảng Bình.txt", "TCVN3").encode("cp1252"), "Kế hoạch Quảng Bình.txt"),
        (from_unicode("Kế hoạch Quảng Bình.txt", "VNI").encode("cp1252"), "Kế hoạch Quảng Bình.txt"),
        ("Résumé für Ärzte.txt".encode("cp437"), "Résumé für Ärzte.txt"),  # nothing Vietnamese in it
        (b"\xff\xfe\xfd.txt", " ■².txt"),  # nothing at all: as ZIP has it
    ],
)  # fmt: skip
def test_names_in_the_code_pages_of_zippers(tmp_path: Path, name: bytes, shown: str) -> None:
    path = at(tmp_path, unmarked(name))
    assert told(path) == {shown: TEXT}
    assert read(f"{path}/{normalize('NFD', shown)}").text == TEXT


def test_the_unicode_name_beside_the_other(tmp_path: Path) -> None:
    """WinRAR and Info-ZIP write both; a field that was left behind by a renaming does not count."""
    raw, name = b"K_ ho_ch.txt\x81", "Kế hoạch.txt".encode()
    for checked, shown in ((zlib.crc32(raw), "Kế hoạch.txt"), (7, "K_ ho_ch.txtü")):
        field = b"\x01" + checked.to_bytes(4, "little") + name
        extra = b"\x75\x70" + len(field).to_bytes(2, "little") + field
        entry = archive_names.readable_name(zipfile.ZipFile(io.BytesIO(unmarked(raw, extra))).infolist()[0])
        assert entry == shown


@given(st.binary(min_size=1, max_size=60))
def test_any_name_can_be_shown(name: bytes) -> None:
    entry = zipfile.ZipInfo("a")
    entry.filename, entry.flag_bits = name.decode("cp437"), 0
    shown = archive_names.readable_name(entry)
    assert shown.isprintable()
    assert "\\" not in shown


def test_archives_in_an_archive_are_unpacked_once_for_all_their_members(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unpacked: list[str] = []

    def counted(archive: zipfile.ZipFile, member: archive_members.Member, name: str) -> bytes:
        unpacked.append(name)
        return archive_members.unpacked(archive, member, name)

    monkeypatch.setattr(archives, "unpacked", counted)
    inner = packed(*((f"{number}.txt", TEXT) for number in range(20)))
    path = at(
        tmp_path, packed(("một.zip", inner), ("hai.zip", inner), ("ba.zip", packed(("bốn.zip", inner))))
    )
    assert len(told(path)) == 60
    assert Counter(unpacked)[f"{path}/một.zip"] <= 2  # once to list it, once to read it
    assert Counter(unpacked)[f"{path}/ba.zip/bốn.zip"] <= 2
    assert len(unpacked) <= 60 + 2 * 4


def test_an_archive_that_is_replaced_is_opened_again(tmp_path: Path) -> None:
    path = at(tmp_path, packed(("a.txt", TEXT)))
    assert told(path) == {"a.txt": TEXT}
    at(tmp_path, packed(("a.txt", TEXT + " Báo cáo."), ("b.txt", TEXT)))
    assert told(path) == {"a.txt": TEXT + " Báo cáo.", "b.txt": TEXT}


def test_many_archives_of_small_bombs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Together they may unpack to no more than one archive may."""
    inner = packed(("a.txt", TEXT), ("b.txt", TEXT))
    monkeypatch.setattr(archive_members, "MOST_UNPACKED_TOGETHER", 3 * len(inner))
    found = told(at(tmp_path, packed(*((f"{number}.zip", inner) for number in range(6)))))
    assert found["0.zip/a.txt"] == TEXT
    assert not any(name.startswith("5.zip/") for name in found)
    assert "giải ra vượt quá" in found["5.zip"]


def test_other_archives_are_to_be_unpacked_first(tmp_path: Path) -> None:
    at(tmp_path, b"7z\xbc\xaf\x27\x1c" + bytes(40), "a.7z")
    at(tmp_path, b"Rar!\x1a\x07\x01\x00" + bytes(40), "b.RAR")
    at(tmp_path, packed(("c.7z", b"7z\xbc\xaf\x27\x1c" + bytes(40))), "c.zip")
    errors = [found for _, found in read_many(tmp_path)]
    assert [str(error).split(": ", 1)[1] for error in errors] == [
        "là tệp nén 7z; giải nén rồi chỉ ra từng văn bản bên trong",
        "là tệp nén RAR; giải nén rồi chỉ ra từng văn bản bên trong",
        "là tệp nén 7z; giải nén rồi chỉ ra từng văn bản bên trong",
    ]


@pytest.mark.needs("fonts", "tesseract")
def test_scans_in_folders_and_archives(tmp_path: Path) -> None:
    page = plan().picture
    at(tmp_path, saved(page.convert("L"), "TIFF", dpi=(200, 200)), "quét.tif")
    path = at(
        tmp_path, packed(("trang 1.png", saved(page, "PNG", dpi=(200, 200))), ("logo.png", picture(99, 99)))
    )
    found = told(str(tmp_path))
    assert list(found) == ["ho-so.zip/trang 1.png", "quét.tif"]
    assert all("4969/QĐ-BYT" in text for text in found.values())
    never = nhiemvu_run("parse", "--json", f"{path}/trang 1.png", "--ocr", "never")
    assert (never.returncode, "là ảnh, không có lớp chữ" in never.stderr) == (2, True)


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


def test_commands_take_folders_and_archives(tmp_path: Path) -> None:
    """One bad member does not stop the others."""
    task = f"1. {TEXT}"
    path = at(tmp_path, packed(("a.docx", DOCX), ("b.docx", b"PK\x03\x04 broken"), ("c.txt", task)))
    done = nhiemvu_run("parse", "--jsonl", tmp_path)
    assert done.returncode == 1
    assert [json.loads(line)["source"]["path"] for line in done.stdout.splitlines()] == [
        f"{path}/a.docx",
        f"{path}/c.txt",
    ]
    assert f"{path}/b.docx: " in done.stderr
    alone = at(tmp_path, packed(("c.txt", task)), "một.zip")
    assert isinstance(json.loads(nhiemvu_run("parse", "--json", alone).stdout), list)
    assert nhiemvu_run("checklist", alone).stdout == nhiemvu_run("checklist", f"{path}/c.txt").stdout != ""
    several = nhiemvu_run("checklist", path)
    assert several.returncode == 2
    assert several.stderr == (
        f"{path}: là tệp nén ZIP, không phải một văn bản; giải nén, hoặc chỉ ra từng văn bản bên trong, ví dụ"
        f" {path}/a.docx\n"
    )


def test_bytes_that_are_an_archive() -> None:
    assert is_archive(packed(("a.txt", TEXT)))
    assert not is_archive(DOCX)
    assert not is_archive(zipped({"mimetype": "application/vnd.oasis.opendocument.text"}))
    assert not is_archive(zlib.compress(b"PK"))
