"""The end of a document: signing formula, position, name, recipients."""

from __future__ import annotations

import pytest

from extract.signing import read_recipients, read_signature

SIGNATURES = [
    # one signs oneself
    (("GIÁM ĐỐC", "Lò Thị Hoa"), None, "GIÁM ĐỐC", "Lò Thị Hoa"),
    # for the body
    (("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn Nam"), "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn Nam"),
    # for the body and for its head: joined with a space where it runs over two lines
    (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị Mai"), "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị Mai"),
    (("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Nguyễn Thị Lan"), "KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Nguyễn Thị Lan"),
    (("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Vũ Đức Minh"), "TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "Vũ Đức Minh"),
    (("TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG", "Vũ Đức Minh"), "TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG", "Vũ Đức Minh"),
    (("Q. CHỦ TỊCH", "Vũ Đức Minh"), "Q. CHỦ TỊCH", None, "Vũ Đức Minh"),
    # the Party's slash is the State's point
    (("T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Hoàng Văn Sơn"), "TM. BAN THƯỜNG VỤ", "BÍ THƯ", "Hoàng Văn Sơn"),
    (("K/T CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Hoàng Văn Sơn"), "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Hoàng Văn Sơn"),
    # spacing is mended
    (("TM.ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn Nam"), "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn Nam"),
    # a body over two lines
    (("TM. BAN CHẤP HÀNH", "ĐẢNG BỘ TỈNH", "BÍ THƯ", "Hoàng Văn Sơn"), "TM. BAN CHẤP HÀNH ĐẢNG BỘ TỈNH", "BÍ THƯ", "Hoàng Văn Sơn"),
    # the note of the signature and stamps are no names
    (("CHỦ TỊCH", "(Đã ký)", "Trần Văn Nam"), None, "CHỦ TỊCH", "Trần Văn Nam"),
    (("CHỦ TỊCH", "Ký bởi: Ủy ban nhân dân", "Thời gian ký: 05/03/2024", "Trần Văn Nam"), None, "CHỦ TỊCH", "Trần Văn Nam"),
    # a data bank has it in small letters; a narrow column breaks the name of the body; a title behind is none of it
    (("KT. THỦ TƯỚNG", "Phó Thủ tướng", "(Đã ký)", "Trần Văn Nam"), "KT. THỦ TƯỚNG", "Phó Thủ tướng", "Trần Văn Nam"),
    (("Chủ tịch", "(Đã ký)", "Trần Văn Nam"), None, "Chủ tịch", "Trần Văn Nam"),
    (("TL. CHỦ TỊCH ỦY", "BAN NHÂN DÂN TỈNH", "CHÁNH VĂN PHÒNG", "Trần Văn Nam"), "TL. CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", "CHÁNH VĂN PHÒNG", "Trần Văn Nam"),
    (("TM. ỦY BAN NHÂN DÂN", "CỦA ỦY BAN NHÂN DÂN TỈNH HÀ NAM"), "TM. ỦY BAN NHÂN DÂN", "CỦA ỦY BAN NHÂN DÂN TỈNH HÀ NAM", None),
    # a rank before the name
    (("GIÁM ĐỐC", "Đại tá Lê Văn Hùng"), None, "GIÁM ĐỐC", "Đại tá Lê Văn Hùng"),
    (("CHỦ TỊCH", "K’Brếu"), None, "CHỦ TỊCH", "K’Brếu"),  # a name of one word, with its apostrophe
    (("GIÁM ĐỐC\nLò Thị Hoa",), None, "GIÁM ĐỐC", "Lò Thị Hoa"),  # lines in one block
    (("CHỦ TỊCH",), None, "CHỦ TỊCH", None),  # not yet signed
    ((), None, None, None),
]  # fmt: skip

RECIPIENTS = [
    (("Nơi nhận:", "- Như Điều 3;", "- Lưu: VT, VX."), ("Như Điều 3",)),
    (
        ("Nơi nhận:\n- Bộ Y tế (báo cáo);\n- TT. HĐND tỉnh;\n- Lưu: VT.",),
        ("Bộ Y tế (báo cáo)", "TT. HĐND tỉnh"),
    ),
    (("Nơi nhận: ", "- CT, các PCT UBND tỉnh;"), ("CT, các PCT UBND tỉnh",)),
    (("+ Sở Y tế", "• Công an tỉnh"), ("Sở Y tế", "Công an tỉnh")),
    (("Nơi nhận:", "- Lưu VT."), ()),
    ((), ()),
]


@pytest.mark.parametrize(("lines", "authority", "position", "signer"), SIGNATURES)
def test_a_signature(
    lines: tuple[str, ...], authority: str | None, position: str | None, signer: str | None
) -> None:
    assert tuple(read_signature(lines)) == (authority, position, signer)


@pytest.mark.parametrize(("blocks", "names"), RECIPIENTS)
def test_the_recipients(blocks: tuple[str, ...], names: tuple[str, ...]) -> None:
    assert read_recipients(blocks) == names
