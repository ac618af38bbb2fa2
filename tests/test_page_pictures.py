"""Pages drawn with what was found on them: in the right place, in colours that can be told apart, in files of their own."""

from __future__ import annotations

import io
import json
from itertools import combinations
from math import ceil
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from running import COMMUNE_PLAN, PLAN, nhiemvu_run, on_terminal
from scanning import saved

from extract import extract
from ingest import ReadError, read_bytes
from ingest.document import Source
from ingest.page_images import DPI, has_pages, page_sizes, shown_page, shown_pages
from publish import lettering
from publish.errors import PublishError
from publish.lettering import Lettering
from publish.page_marks import marks_by_page
from publish.page_pictures import COLOURS, page_pictures
from publish.picture_files import file_names, safe_stem, write_pictures

DATA = COMMUNE_PLAN.read_bytes()
DOCUMENT = read_bytes(DATA, "cong-van.pdf")
SAID = extract(DOCUMENT)
SOURCE = DOCUMENT.source


def drawn() -> list[Image.Image]:
    return list(page_pictures(DATA, DOCUMENT, SAID))


def test_boxes_are_shaded_where_the_words_stand_and_nowhere_else() -> None:
    marks = marks_by_page(DOCUMENT, SAID)
    plain = list(shown_pages(DATA, SOURCE))
    assert len(plain) == SOURCE.pages == 4
    for page, picture in zip(plain, drawn(), strict=True):
        height = page.picture.height
        before, after = np.asarray(page.picture, np.int16), np.asarray(picture, np.int16)[:height]
        changed = np.abs(before - after).max(axis=2) > 3
        beside = np.zeros(changed.shape, bool)
        for mark in marks.get(page.number, []):
            for corners in mark.boxes:
                (left, top), (right, bottom) = (
                    [round(x * page.scale) for x in corner] for corner in (corners[0], corners[2])
                )
                paper = before[top + 3 : bottom - 3, left + 3 : right - 3].min(axis=2) > 250
                assert changed[top + 3 : bottom - 3, left + 3 : right - 3][paper].mean() > 0.95
                beside[max(0, top - 18) : bottom + 6, max(0, left - 6) : right + 6] = True
                if mark.labels:  # a label may stand beside the box
                    beside[max(0, top - 18) : top + 18] = True
        assert not (changed & ~beside).any()


def test_one_page_alone_is_the_page_that_all_together_have() -> None:
    every, sizes = list(shown_pages(DATA, SOURCE)), page_sizes(DATA, SOURCE, 3)
    alone = shown_page(DATA, SOURCE, 3)
    assert (alone.number, alone.scale) == (3, every[2].scale)
    assert alone.picture.tobytes() == every[2].picture.tobytes()
    assert [(ceil(wide * DPI / 72), ceil(high * DPI / 72)) for wide, high in sizes] == [
        page.picture.size for page in every[:3]
    ]
    for number in (0, 5):
        with pytest.raises(ReadError, match=f"không có trang {number}"):
            shown_page(DATA, SOURCE, number)


def test_frames_of_a_picture_are_pages_as_the_camera_was_held() -> None:
    frames, turned = [Image.new("L", (900, 1200 + at), 255) for at in range(3)], Image.Exif()
    turned[0x0112] = 6  # lies on its side
    data = io.BytesIO()
    frames[0].save(data, "TIFF", save_all=True, append_images=frames[1:], exif=turned)
    source = Source("anh.tif", "", "image/tiff", "ocr")
    every, sizes = list(shown_pages(data.getvalue(), source)), page_sizes(data.getvalue(), source, 9)
    alone = shown_page(data.getvalue(), source, 3)
    assert alone.picture.size == every[2].picture.size
    assert len(sizes) == 3
    assert sizes[0][0] > sizes[0][1]
    for (wide, high), page in zip(sizes, every, strict=True):
        assert (round(wide * page.scale), round(high * page.scale)) == page.picture.size


def test_every_line_of_a_fact_has_its_box() -> None:
    first = marks_by_page(DOCUMENT, SAID)[1]
    tasks = {mark.labels[-1]: mark for mark in first if mark.kind == "task"}
    assert len(tasks["t2"].boxes) == 2
    assert tasks["t4"].labels == ("t4 · Công an xã", "t4")
    assert {mark.kind for mark in first} == {"task", "citation", "deadline"}
    assert [mark.kind for mark in first] == sorted(
        (mark.kind for mark in first), key=["task", "citation", "deadline"].index
    )


def test_the_day_that_a_deadline_means_is_its_label_where_its_words_do_not_say_it() -> None:
    said = extract(
        read_bytes(
            "1. Sở Y tế báo cáo trong Quý II năm 2025.\n2. Sở Y tế rà soát trước ngày 20/4/2025.".encode(),
            "a.txt",
        )
    )
    assert [deadline.due for deadline in said.deadlines] == ["2025-06-30", "2025-04-20"]
    pages = marks_by_page(DOCUMENT, said)  # its offsets fall somewhere on the first page
    assert [mark.labels for mark in pages[1] if mark.kind == "deadline"] == [("30/06/2025",), ()]


def test_the_colours_are_told_apart_by_all_kinds_of_sight() -> None:
    """As people without red or green cones see them (Viénot, Brettel and Mollon 1999), in linear light."""
    kinds = {
        "all cones": np.eye(3),
        "no red cones": np.array([[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]]),
        "no green cones": np.array([[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]]),
    }
    for sight in kinds.values():
        seen = [
            255 * (np.clip(sight @ (np.array(colour) / 255) ** 2.2, 0, 1) ** (1 / 2.2))
            for colour in COLOURS.values()
        ]
        assert all(np.linalg.norm(one - other) > 50 for one, other in combinations(seen, 2))


def test_a_page_that_is_shown_turned_is_drawn_as_it_is_shown() -> None:
    pdf = pypdfium2.PdfDocument(DATA)
    for page in pdf:
        page.set_rotation(90)
    target = io.BytesIO()
    pdf.save(target)
    turned = target.getvalue()
    document = read_bytes(turned, "a.pdf")
    level = drawn()[0]
    picture = next(iter(page_pictures(turned, document, extract(document))))
    band = 32
    there = np.asarray(
        picture.crop((0, 0, picture.width, picture.height - band)).rotate(90, expand=True).convert("HSV")
    )
    here = np.asarray(level.crop((0, 0, level.width, level.height - band)).convert("HSV"))
    green = [(part[:, :, 1] > 30) & (abs(part[:, :, 0].astype(int) - 115) < 12) for part in (here, there)]
    assert green[0].sum() > 1000
    assert (green[0] & green[1]).sum() > 0.8 * green[0].sum()


@pytest.mark.parametrize("form", ["TIFF", "PNG", "JPEG"])
def test_pictures_are_shown_as_they_are_seen(form: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held on its side
    page = Image.new("RGB", (1654, 1170), "white")
    page.paste("black", (0, 0, 200, 200))
    data = saved(page, form, dpi=(200, 200), exif=exif)
    source = Source("a", "0", f"image/{form.lower()}", "ocr", 1)
    assert has_pages(source)
    (shown,) = shown_pages(data, source)
    assert shown.scale == DPI / 72
    assert shown.picture.size == (702, 992)
    assert shown.picture.getpixel((690, 10)) == (0, 0, 0)  # what was left is now at the top, and on the right
    assert shown.picture.getpixel((10, 10)) == (255, 255, 255)


def test_a_page_as_large_as_a_wall_makes_no_picture_as_large() -> None:
    pdf = pypdfium2.PdfDocument.new()
    pdf.new_page(14_400, 14_400)
    target = io.BytesIO()
    pdf.save(target)
    (shown,) = shown_pages(target.getvalue(), Source("a", "0", "application/pdf", "pdf", 1))
    assert shown.picture.width * shown.picture.height < 17_000_000
    assert shown.picture.width / 14_400 == pytest.approx(shown.scale, rel=0.01)


def test_a_machine_without_vietnamese_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Lettering().width("Nhiệm vụ", 15) == Lettering().width("Nhiem vu", 15)
    monkeypatch.setattr(lettering, "_FONTS", ("no-such-font.ttf",))
    assert Lettering.of_this_machine() == Lettering()
    assert len(drawn()) == 4


@pytest.mark.parametrize(
    ("path", "stem"),
    [
        ("van-ban-den/Kế hoạch 22.signed.pdf", "Kế-hoạch-22.signed"),
        ("ho-so.zip/trong.zip/quyết định.pdf", "quyết-định"),
        ("-", "van-ban"),
        ("--help.pdf", "help"),
        ("../../..pdf", "van-ban"),
        ("..\\..\\Windows\\a.pdf", "a"),
        (".bashrc", "bashrc"),
        ("a\x1b[31m\n\x00b$(reboot);'\"|<>*?.pdf", "a-31m-b-(reboot)"),
        ("aux.pdf", "van-ban-aux"),
        ("đ" * 300 + ".pdf", "đ" * 60),
        ("\ud800.pdf", "pdf"),
    ],
)
def test_names_of_files(path: str, stem: str) -> None:
    assert safe_stem(path) == stem
    assert file_names(Path("/no-such-folder"), Source(path, "0", "application/pdf", "pdf", 2)) == [
        f"{stem}-trang-01.png",
        f"{stem}-trang-02.png",
    ]


def test_pages_beyond_a_hundred_sort_as_they_follow() -> None:
    names = file_names(Path("/no-such-folder"), Source("a.pdf", "0", "application/pdf", "pdf", 120))
    assert names == sorted(names)
    assert names[0] == "a-trang-001.png"


def blank(colour: str) -> list[Image.Image]:
    return [Image.new("RGB", (9, 9), colour)]


def test_only_pictures_of_the_same_document_are_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "mới" / "hình"
    one, other = (Source("a.pdf", sha256, "application/pdf", "pdf", 1) for sha256 in ("1" * 64, "2" * 64))

    def written(colour: str, source: Source) -> str:
        (path,) = write_pictures(blank(colour), folder, source)
        with Image.open(path) as picture:
            assert picture.getpixel((0, 0)) == Image.new("RGB", (1, 1), colour).getpixel((0, 0))
        return path.name

    assert written("red", one) == written("blue", one) == "a-trang-01.png"
    assert written("green", other) == "a-2-trang-01.png"
    (folder / "a-3-trang-01.png").write_bytes(b"something else")
    (folder / "a-4-trang-01.png").symlink_to(folder / "nowhere")
    (folder / "a-5-trang-01.png").mkdir()
    assert written("red", Source("a.pdf", "3" * 64, "application/pdf", "pdf", 1)) == "a-6-trang-01.png"
    assert written("white", other) == "a-2-trang-01.png"
    assert (folder / "a-3-trang-01.png").read_bytes() == b"something else"
    assert len(list(folder.iterdir())) == 6


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "tệp").write_text("x")
    for folder, cause in ((tmp_path / "tệp", "không phải là thư mục"), (tmp_path / "tệp" / "sâu", "không")):
        with pytest.raises(PublishError, match=cause):
            list(write_pictures(blank("red"), folder, SOURCE))
    assert (tmp_path / "tệp").read_text() == "x"


def test_a_file_that_is_no_pdf_any_more() -> None:
    with pytest.raises((ReadError, pypdfium2.PdfiumError)):
        list(page_pictures(b"%PDF-1.4 %%EOF", DOCUMENT, SAID))


def test_the_command(tmp_path: Path) -> None:
    done = nhiemvu_run("parse", COMMUNE_PLAN, PLAN, "--pictures", tmp_path / "hình", "--jsonl")
    assert done.returncode == 1
    said, other = done.stderr.splitlines()
    assert said.startswith("Đã vẽ 4 trang: ")
    assert said.endswith("09-kh-15-ubnd-xa-tien-la-trang-04.png")
    assert other == (
        f"{PLAN}: định dạng này không có trang cố định nên không vẽ được; dùng --html để xem văn bản với những gì tìm thấy"
        " được tô màu"
    )
    assert len(list((tmp_path / "hình").iterdir())) == 4
    assert [json.loads(line)["source"]["pages"] for line in done.stdout.splitlines()] == [4, None]
    again = nhiemvu_run("parse", "-", "--pictures", ".", "--lang", "en", cwd=tmp_path, given=DATA)
    assert (again.returncode, again.stdout) == (0, "")
    assert again.stderr == "4 pages drawn: van-ban-trang-01.png … van-ban-trang-04.png\n"
    refused = nhiemvu_run("parse", COMMUNE_PLAN, "--pictures", COMMUNE_PLAN)
    assert (refused.returncode, refused.stderr) == (
        2,
        f"{COMMUNE_PLAN}: không phải là thư mục; chọn tên thư mục khác\n",
    )


def test_a_terminal_shows_how_far_it_is(tmp_path: Path) -> None:
    assert "Đang vẽ trang" in on_terminal("parse", COMMUNE_PLAN, "--pictures", tmp_path)
