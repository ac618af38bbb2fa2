"""Copies that lost the blanks at the ends of printed lines: parted again where the words are told, else left alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extract import extract
from ingest import read, read_bytes

DOCUMENTS = Path(__file__).parent / "documents"
THROUGHOUT = "Ủy bannhân dân tỉnh\nxây dựngkế hoạch\ncác cơquan liên quan\nviệcthực hiện\n\n"

ALONE = [
    ("trên toàn tỉnh.Nhận được văn bản này", "trên toàn tỉnh. Nhận được văn bản này"),
    ("Ban hành kèm theoQuyết định này", "Ban hành kèm theo Quyết định này"),
    ("Căn cứ Kếhoạch của tỉnh", "Căn cứ Kế hoạch của tỉnh"),
    ("TRIỂNKHAI THỰC HIỆN CHỈ THỊ", "TRIỂN KHAI THỰC HIỆN CHỈ THỊ"),
    ("Giao cácsở, ban, ngành rà soát", "Giao các sở, ban, ngành rà soát"),
    # two ways to part it: `sởn ông` is no office language, `sở nông` is
    ("Giao sởnông nghiệp rà soát", "Giao sở nông nghiệp rà soát"),
]
LEFT = [
    "ThS.Nguyễn Văn An",
    "TP.Huế và các xã",
    "v.v.Các sở",
    "www.chinhphu.vn",
    "Đồng bào Êđê, Xơđăng ở Avương, Krông Pa, Đăk Hà, Pleiku",
    "Gửi về thanhtra@sonla.gov.vn, phongtochuc.vn",
    "Trên VNeID, iPhone, YouTube, video, radio",
    "Số 15/KH-UBND, BLĐTBXH, VPĐKĐĐ, TTYT, QĐ-TTg",
    "lãi suất 5%/năm, mẫu 3a, tỷ lệ 1:500, 07h30, 15ha",
]
ONLY_THROUGHOUT = [
    ("sở, ban,ngành", "sở, ban, ngành"),
    ("Quyết định số90/QĐ-TTg", "Quyết định số 90/QĐ-TTg"),
    ("trước ngày30/5/2024", "trước ngày 30/5/2024"),
    ("năm 2024của tỉnh", "năm 2024 của tỉnh"),
    ("giao UBNDtỉnh", "giao UBND tỉnh"),
    ("giao SởTT&TT", "giao Sở TT&TT"),
    ("theo Quyết định 12/QĐ-UBNDngày 3/4/2024", "theo Quyết định 12/QĐ-UBND ngày 3/4/2024"),
]


def text(words: str) -> str:
    return read_bytes(words.encode(), "ke-hoach.txt").text


@pytest.mark.parametrize(("words", "parted"), ALONE)
def test_two_words_that_became_one_are_parted(words: str, parted: str) -> None:
    assert text(words) == parted
    assert text(f"{THROUGHOUT}{words}").endswith(parted)


@pytest.mark.parametrize("words", LEFT)
def test_names_addresses_and_symbols_stay(words: str) -> None:
    assert text(words) == words
    assert text(f"{THROUGHOUT}{words}").endswith(words)


@pytest.mark.parametrize(("words", "parted"), ONLY_THROUGHOUT)
def test_what_is_doubted_alone_is_parted_where_blanks_are_lost_throughout(words: str, parted: str) -> None:
    assert text(words) == words
    assert text(f"{THROUGHOUT}{words}").endswith(parted)


def test_the_source_is_still_shown_as_it_spells() -> None:
    document = read_bytes("1. Cácsở rà soát theoQuyết định\n2. Uỷ bannhân dân".encode(), "a.txt")
    start = document.text.index("Các sở")
    assert document.as_printed(start, start + len("Các sở rà")) == "Cácsở rà"
    assert document.as_printed(0, len(document.text)).endswith("Uỷ bannhân dân")


def test_a_line_of_several_lines_of_the_file_keeps_the_number_of_each_word() -> None:
    page = "<html><body><p>Giao\ncácsở rà soát\nviệcthực hiện</p></body></html>"
    document = read_bytes(page.encode(), "trang.html")
    at = document.text.index("việc thực hiện")
    assert [place.line for place in document.places_of(at, at + len("việc thực hiện"))] == [3]
    assert [place.line for place in document.places_of(at - 4, at)] == [2]


@pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_document_that_lost_its_blanks_says_the_same(path: Path) -> None:
    printed = path.read_text("utf-8")
    lost = re.sub(r"(?<=\w)((?: \S+){9}[^\W\d_]{2,7}) (?=[^\W\d_]{2,7} )", r"\1", printed)
    assert lost.count(" ") < printed.count(" ") - 20
    whole, copy = extract(read(path)), extract(read_bytes(lost.encode(), path.name))
    assert [(task.section, task.lead, task.due) for task in copy.tasks] == [
        (task.section, task.lead, task.due) for task in whole.tasks
    ]
