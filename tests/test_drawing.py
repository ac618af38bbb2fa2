"""Pictures of pages: of the very file that was read, kept, and given up where a file is hostile."""

from __future__ import annotations

import hashlib
import io
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore

import pytest
from PIL import Image
from running import COMMUNE_PLAN

from nhiemvu.web import drawing
from nhiemvu.web.drawing import BusyError, UndrawnError, picture_of, sizes_of

SHA256 = hashlib.sha256(COMMUNE_PLAN.read_bytes()).hexdigest()


@dataclass(frozen=True)
class Shown:
    path: str
    sha256: str = SHA256
    media_type: str = "application/pdf"


@pytest.fixture(autouse=True)
def _nothing_failed_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "_failed", {})


def test_a_page_is_drawn_with_its_size_and_kept(tmp_path: Path) -> None:
    files, own = tmp_path / "kho.files", tmp_path / "kh.pdf"
    shutil.copy(COMMUNE_PLAN, own)
    document = Shown(str(own))
    sizes = sizes_of(str(files), document, 2)
    assert [(round(wide), round(high)) for wide, high in sizes] == [(595, 842)] * 4
    own.unlink()  # what was drawn is kept
    picture = Image.open(io.BytesIO(picture_of(str(files), document, 2)))
    assert abs(picture.width / picture.height - 595 / 842) < 0.01
    assert sizes_of(str(files), document, 2) == sizes


def test_a_file_that_was_handed_in_is_found_by_its_content(tmp_path: Path) -> None:
    shutil.copy(COMMUNE_PLAN, tmp_path / SHA256)
    assert picture_of(str(tmp_path), Shown("cong-van.pdf"), 1).startswith(b"\x89PNG")


def test_a_member_of_an_archive_is_drawn(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "ho-so.zip", "w") as archive:
        archive.write(COMMUNE_PLAN, "ke-hoach.pdf")
    document = Shown(str(tmp_path / "ho-so.zip" / "ke-hoach.pdf"))
    assert picture_of(str(tmp_path / "files"), document, 1).startswith(b"\x89PNG")


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4 another one", None])
def test_no_other_file_is_ever_shown(tmp_path: Path, content: bytes | None) -> None:
    own = tmp_path / "kh.pdf"
    if content is not None:
        own.write_bytes(content)
        (tmp_path / SHA256).write_bytes(content)  # nor what somebody put there by that name
    with pytest.raises(UndrawnError) as error:
        picture_of(str(tmp_path), Shown(str(own)), 1)
    assert error.value.cause == "tệp gốc không còn ở chỗ cũ, hoặc đã bị sửa"


@pytest.mark.parametrize(
    ("content", "media_type", "cause"),
    [
        (b"%PDF-1.7 nothing more", "application/pdf", "không mở được tệp"),
        (b"\x89PNG\r\n\x1a\n nothing more", "image/png", "tệp ảnh hỏng"),
    ],
)
def test_a_broken_file_says_why(tmp_path: Path, content: bytes, media_type: str, cause: str) -> None:
    sha256 = hashlib.sha256(content).hexdigest()
    (tmp_path / sha256).write_bytes(content)
    with pytest.raises(UndrawnError, match=cause):
        picture_of(str(tmp_path), Shown("x.pdf", sha256, media_type), 1)


def test_a_page_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(UndrawnError, match="không có trang 9"):
        picture_of(str(tmp_path), Shown(str(COMMUNE_PLAN)), 9)


def test_a_page_that_takes_too_long_is_given_up_and_not_tried_at_once_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "SECONDS", 0.01)
    with pytest.raises(UndrawnError, match="quá lâu"):
        picture_of(str(tmp_path), Shown(str(COMMUNE_PLAN)), 1)
    monkeypatch.setattr(drawing, "SECONDS", 20)
    with pytest.raises(UndrawnError, match="quá lâu"):
        picture_of(str(tmp_path), Shown(str(COMMUNE_PLAN)), 1)


def test_a_page_that_needs_too_much_memory_takes_nothing_else_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "MEMORY", 64 * 1024**2)
    with pytest.raises(UndrawnError):
        picture_of(str(tmp_path), Shown(str(COMMUNE_PLAN)), 1)


def test_who_would_have_to_wait_too_long_is_told_so_and_may_try_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as busy:
        busy.setattr(drawing, "_WAITING", BoundedSemaphore(1))
        with drawing._WAITING, pytest.raises(BusyError):
            picture_of(str(tmp_path), Shown(str(COMMUNE_PLAN)), 1)
    assert picture_of(str(tmp_path), Shown(str(COMMUNE_PLAN)), 1).startswith(b"\x89PNG")


def test_no_more_pictures_are_kept_than_may_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = Shown(str(COMMUNE_PLAN))
    one = picture_of(str(tmp_path), document, 1)
    monkeypatch.setattr(drawing, "MOST_KEPT", len(one) + 1000)
    picture_of(str(tmp_path), document, 2)
    kept = sum(file.stat().st_size for file in (tmp_path / "pages").iterdir())
    assert kept <= len(one) + 1000


def test_where_nothing_can_be_kept_pages_are_drawn_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "files").write_text("no folder")
    assert picture_of(str(tmp_path / "files"), Shown(str(COMMUNE_PLAN)), 1).startswith(b"\x89PNG")
