"""The name of a body as the answer gives it: in full, without its place."""

from __future__ import annotations

import pytest

from extract.bodies import body_list
from extract.names import body_name, names_in_cell, names_of, unique_names

NAMES = [
    # abbreviations are spelled out
    ("UBND tỉnh", "Ủy ban nhân dân tỉnh"),
    ("Sở GD&ĐT", "Sở Giáo dục và Đào tạo"),
    ("Phòng LĐTBXH", "Phòng Lao động - Thương binh và Xã hội"),
    ("BHXH tỉnh", "Bảo hiểm xã hội tỉnh"),
    ("NHCSXH", "Ngân hàng Chính sách xã hội"),
    ("HĐND xã", "Hội đồng nhân dân xã"),
    # the name of a place goes, the bare level stays
    ("UBND huyện Mường Chà", "Ủy ban nhân dân huyện"),
    ("UBND xã Tân Lập", "Ủy ban nhân dân xã"),
    ("Công an tỉnh Bắc Giang", "Công an tỉnh"),
    ("Ủy ban nhân dân Quận 7", "Ủy ban nhân dân Quận 7"),
    ("UBND thành phố Hà Tiên", "Ủy ban nhân dân thành phố"),
    # a department is one of its province anyway: no level
    ("Sở Xây dựng tỉnh Long An", "Sở Xây dựng"),
    ("Sở Y tế tỉnh", "Sở Y tế"),
    # but a command of the armed forces keeps it
    ("Bộ Chỉ huy Quân sự tỉnh Kon Tum", "Bộ Chỉ huy Quân sự tỉnh"),
    # a place stays where no name is left without it
    ("Báo Hà Giang", "Báo Hà Giang"),
    ("Tổng biên tập Báo Hà Giang", "Tổng biên tập Báo Hà Giang"),
    ("Vườn quốc gia Cát Tiên", "Vườn quốc gia Cát Tiên"),
    # several levels are no place
    ("UBND các huyện, thị xã, thành phố", "Ủy ban nhân dân các huyện, thị xã, thành phố"),
    # a bracket that explains goes
    ("Sở Nội vụ (Ban Tôn giáo)", "Sở Nội vụ"),
    # a collective stays as written
    ("các Sở, ban, ngành liên quan", "các Sở, ban, ngành liên quan"),
    # a period that is part of a name stays
    ("Ban Chỉ đạo xây dựng nông thôn mới tỉnh giai đoạn 2021-2025", "Ban Chỉ đạo xây dựng nông thôn mới tỉnh giai đoạn 2021-2025"),
    # spelling of capitals by Nghị định 30/2020/NĐ-CP, Phụ lục II
    ("Ủy ban Nhân dân tỉnh", "Ủy ban nhân dân tỉnh"),
    # trailing punctuation is none of the name
    ("Thanh tra tỉnh;", "Thanh tra tỉnh"),
    ("Đoàn Thanh niên Cộng sản Hồ Chí Minh", "Đoàn Thanh niên Cộng sản Hồ Chí Minh"),
]  # fmt: skip

CELLS = [
    ("Sở Y tế", ("Sở Y tế",)),
    ("Sở Y tế, Sở Tài chính", ("Sở Y tế", "Sở Tài chính")),  # commas part full names
    ("UBND các xã, phường", ("Ủy ban nhân dân các xã, phường",)),  # commas within a name do not
    ("các sở, ban, ngành; UBND cấp xã", ("các sở, ban, ngành", "Ủy ban nhân dân cấp xã")),
    ("- Công an xã\n- Trạm Y tế xã", ("Công an xã", "Trạm Y tế xã")),  # a cell with bullets
    ("Phòng Kinh tế và Văn phòng HĐND và UBND xã", ("Phòng Kinh tế", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã")),
    ("Sở Y tế; Sở Y tế", ("Sở Y tế",)),  # each once
    ("Đội thanh niên tình nguyện", ("Đội thanh niên tình nguyện",)),  # the column says it is a body
    ("", ()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_a_name_in_full_without_its_place(text: str, name: str) -> None:
    assert body_name(text) == name


@pytest.mark.parametrize("name", sorted({name for _, name in NAMES}))
def test_a_full_name_stays_as_it_is(name: str) -> None:
    assert body_name(name) == name


@pytest.mark.parametrize(("cell", "names"), CELLS)
def test_the_bodies_of_a_cell(cell: str, names: tuple[str, ...]) -> None:
    assert names_in_cell(cell) == names


def test_names_are_unique_whatever_their_case_and_punctuation() -> None:
    assert unique_names(["các Sở, ngành", "Các sở ngành", "", "Sở Y tế"]) == ("các Sở, ngành", "Sở Y tế")


def test_the_names_of_spans_keep_their_order() -> None:
    text = "UBND tỉnh Cao Bằng, Sở KH&ĐT và UBND tỉnh"
    assert names_of(text, body_list(text, 0)[0]) == ("Ủy ban nhân dân tỉnh", "Sở Kế hoạch và Đầu tư")
