"""Full names: one spelling for every way a body is written, and nothing done to what is not known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulebook.naming import full_name, issuer_of, issuers_of
from rulebook.number import parse
from rulebook.spelling import key
from rulebook.tables import AgencyName, Field, Province, agencies, government_fields, provinces

GOLD = Path(__file__).parents[2] / "shared" / "gold"
LABOUR = "Lao động - Thương binh và Xã hội"


@pytest.mark.parametrize(
    ("written", "full"),
    [
        # the persons after whom a school or a hospital is named keep their capitals; other words do not
        ("BỆNH VIỆN NGUYỄN ĐÌNH CHIỂU", "Bệnh viện Nguyễn Đình Chiểu"),
        ("TRƯỜNG ĐẠI HỌC TÔN ĐỨC THẮNG", "Trường đại học Tôn Đức Thắng"),
        ("NHÀ XUẤT BẢN LÝ LUẬN", "Nhà xuất bản lý luận"),
        # fields: letters, words, and both
        *(
            (f"Sở {field}", f"Sở {LABOUR}")
            for field in ("LĐTBXH", "LĐ-TB&XH", "LĐTB&XH", "LĐTB-XH", "Lao động- TB&XH")
        ),
        ("Sở lao động - Thương binh và Xã hội", f"Sở {LABOUR}"),
        ("Sở Lao động, Thương binh & Xã hội tỉnh", f"Sở {LABOUR} tỉnh"),
        ("Phòng  Giáo dục - Đào tạo", "Phòng Giáo dục và Đào tạo"),
        ("Phòng Kinh tế-Hạ tầng", "Phòng Kinh tế và Hạ tầng"),
        ("Phòng Nông nghiệp và PTNT", "Phòng Nông nghiệp và Phát triển nông thôn"),
        ("Sở VH,TT&DL", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở NN&MT", "Sở Nông nghiệp và Môi trường"),
        ("Bộ TT&TT", "Bộ Thông tin và Truyền thông"),
        ("Sở NgV", "Sở Ngoại vụ"),
        ("Sở NV", "Sở Nội vụ"),  # the initials of Ngoại vụ too, which is written NgV
        ("Phòng VHTT", "Phòng Văn hóa và Thông tin"),  # the same letters, ...
        ("Sở VHTT", "Sở Văn hóa và Thể thao"),  # ... another head
        ("Phòng TP", "Phòng Tư pháp"),
        ("Bộ Công thương", "Bộ Công Thương"),
        ("Đài Phát thanh - Truyền hình", "Đài Phát thanh - Truyền hình"),  # both names are official
        ("Đài PTTH", "Đài Phát thanh và Truyền hình"),
        # head and field in one token
        ("SLĐTBXH", f"Sở {LABOUR}"),
        ("BGDĐT", "Bộ Giáo dục và Đào tạo"),
        ("PGD&ĐT", "Phòng Giáo dục và Đào tạo"),
        ("BTC", "BTC"),  # Bộ Tài chính or Ban Tổ chức
        # bodies with an abbreviation of their own
        ("UBND huyện Cam Lộ", "Ủy ban nhân dân huyện Cam Lộ"),
        ("UBND các xã, thị trấn", "Ủy ban nhân dân các xã, thị trấn"),
        ("BHXH", "Bảo hiểm xã hội"),
        ("UBMTTQVN tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
        ("Uỷ ban MTTQ tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
        ("UBMT huyện", "Ủy ban Mặt trận Tổ quốc Việt Nam huyện"),
        ("Mặt trận Tổ quốc", "Mặt trận Tổ quốc"),
        ("BCĐ các CTMTQG tỉnh", "Ban Chỉ đạo các chương trình mục tiêu quốc gia tỉnh"),
        ("Văn phòng HĐND và UBND huyện", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện"),
        ("Ngân hàng CSXH tỉnh", "Ngân hàng Chính sách xã hội tỉnh"),
        ("Hội LHPN, Hội CCB", "Hội Liên hiệp Phụ nữ, Hội Cựu chiến binh"),
        # abbreviations that their neighbours decide
        ("PGD NHCSXH huyện", "Phòng giao dịch Ngân hàng Chính sách xã hội huyện"),
        ("TT.HĐND tỉnh", "Thường trực Hội đồng nhân dân tỉnh"),
        ("UBND xã, phường, TT", "Ủy ban nhân dân xã, phường, thị trấn"),
        ("CT, các PCT UBND tỉnh", "Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân tỉnh"),
        ("BCHQS tỉnh", "Bộ Chỉ huy Quân sự tỉnh"),
        ("BCHQS huyện", "Ban Chỉ huy Quân sự huyện"),
        ("Chủ tịch UBND các huyện, TP", "Chủ tịch Ủy ban nhân dân các huyện, thành phố"),
        ("UBND TP. Đà Lạt", "Ủy ban nhân dân thành phố Đà Lạt"),
        ("UBND TP.HCM", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
        ("BV ĐK tỉnh", "Bệnh viện đa khoa tỉnh"),
        ("TT Y tế huyện", "Trung tâm Y tế huyện"),
        ("Hội ND xã", "Hội Nông dân xã"),
        ("Hạt KL huyện", "Hạt Kiểm lâm huyện"),
        ("Trường CĐ Y tế", "Trường Cao đẳng Y tế"),
        ("CDC tỉnh", "Trung tâm Kiểm soát bệnh tật tỉnh"),
        # spelling
        ("Ủy ban Nhân dân tỉnh", "Ủy ban nhân dân tỉnh"),
        ("Ban Thi đua khen thưởng tỉnh", "Ban Thi đua - Khen thưởng tỉnh"),
        ("Kho bạc nhà nước tỉnh", "Kho bạc Nhà nước tỉnh"),
        # capitals of a letterhead
        ("ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG", "Ủy ban nhân dân tỉnh Lâm Đồng"),
        ("SỞ GD&ĐT TỈNH NGHỆ AN", "Sở Giáo dục và Đào tạo tỉnh Nghệ An"),
        ("BỘ KẾ HOẠCH VÀ ĐẦU TƯ", "Bộ Kế hoạch và Đầu tư"),  # TƯ is no Trung ương here
        ("HỘI ĐỒNG NHÂN DÂN XÃ EA KAR", "Hội đồng nhân dân xã Ea Kar"),
        ("BẢO HIỂM XÃ HỘI TỈNH BÀ RỊA - VŨNG TÀU", "Bảo hiểm xã hội tỉnh Bà Rịa - Vũng Tàu"),
    ],
)
def test_full_name(written: str, full: str) -> None:
    assert full_name(written) == full


@pytest.mark.parametrize(
    "name",
    [
        "các Sở, ban, ngành liên quan",
        "Công an tỉnh",
        "cán bộ y tế",  # no head: Bộ
        "cơ sở giáo dục và đào tạo",  # no head: Sở
        "Phòng QLĐT&CTSV",  # no Quản lý đô thị
        "Công ty TKV",
        "Trung tâm Khuyến nông",
        "Sở",
        "Phòng Kế hoạch Tài chính Sở",
        "đơn vị",
        "",
    ],
)
def test_what_is_unknown_stays(name: str) -> None:
    assert full_name(name) == name


@given(st.text(max_size=40) | st.text(st.sampled_from("UBNDTPXHĐCSởPhòngvà&-., tỉnh"), max_size=30))
def test_any_text_is_taken(text: str) -> None:
    assert isinstance(full_name(text), str)


@pytest.mark.parametrize("row", government_fields(), ids=lambda row: row.name)
def test_every_field_is_read_from_its_words_and_from_its_letters(row: Field) -> None:
    head = row.heads[0]
    assert full_name(f"{head} {row.name}") == f"{head} {row.name}"
    assert full_name(f"{head} {row.name}".upper()) == f"{head} {row.name}"


@pytest.mark.parametrize(
    "row", [row for row in agencies() if row.kind != "collective"], ids=lambda row: row.id
)
def test_every_body_comes_back_from_capitals(row: AgencyName) -> None:
    assert full_name(row.name) == row.name
    assert full_name(row.name.upper()) == row.name


@pytest.mark.parametrize("row", provinces(), ids=lambda row: row.id)
def test_every_province_comes_back_from_a_letterhead(row: Province) -> None:
    name = full_name(f"UBND {row.kind} {row.name}".upper())
    assert name.casefold() == f"ủy ban nhân dân {row.kind} {row.name}".casefold()
    assert name.endswith(row.name)


@pytest.mark.skipif(not GOLD.exists(), reason="the annotated documents are not here")
@pytest.mark.parametrize("path", sorted(GOLD.glob("*.gold.json")), ids=lambda path: path.name[:12])
def test_full_names_of_annotated_documents_stay(path: Path) -> None:
    tasks = json.loads(path.read_text("utf-8"))["tasks"]
    for name in {name for task in tasks for name in (*task["lead"], *task["support"])}:
        assert key(full_name(name)) == key(name)


@pytest.mark.parametrize(
    ("number", "body"),
    [
        ("76/2014/QH13", "Quốc hội"),
        ("1211/2016/UBTVQH13", "Ủy ban Thường vụ Quốc hội"),
        ("5/2031/QH17", "Quốc hội"),  # a term no table knows yet
        ("1722/QĐ-TTg", "Thủ tướng Chính phủ"),
        ("80/NQ-CP", "Chính phủ"),
        ("39/2016/TT-BLĐTBXH", f"Bộ {LABOUR}"),
        ("6631/BLĐTBXH-VPQGGN", f"Bộ {LABOUR}"),
        ("39/2016/TT-LĐTBXH", f"Bộ {LABOUR}"),  # only a ministry issues circulars
        ("152/QĐ-LĐTBXH", None),  # ministry, department or division
        ("382/QĐ-UBND", "Ủy ban nhân dân"),
        ("27/NQ-HĐND", "Hội đồng nhân dân"),
        ("456/HĐNDVP", "Hội đồng nhân dân"),
        ("33/TTr-SLĐTBXH", f"Sở {LABOUR}"),
        ("33/TTr-SLĐ-TB&XH", f"Sở {LABOUR}"),
        ("12/KH-SATTP", "Sở An toàn thực phẩm"),  # by grammar
        ("02-NQ/TU", "Tỉnh ủy"),
        ("183/QĐ-BCĐCTMTQG", "Ban Chỉ đạo Trung ương các chương trình mục tiêu quốc gia"),
        ("8/KH-BCĐ389", "Ban Chỉ đạo"),
        ("31-HD/BTC", "Ban Tổ chức"),  # the Party's form
        ("31/TT-BTC", "Bộ Tài chính"),
        ("13/QĐ-MTTQ-BTT", "Ủy ban Mặt trận Tổ quốc Việt Nam"),
        ("161/BXTĐT-MC", None),  # unknown
        ("01/2016/TTLT-BTC-BNV", None),  # two bodies
    ],
)
def test_issuer(number: str, body: str | None) -> None:
    parsed = parse(number)
    assert parsed is not None
    found = issuer_of(parsed)
    assert (found.body if found else None) == body


def test_joint_issuers() -> None:
    parsed = parse("403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN")
    assert parsed is not None
    assert [row and row.level for row in issuers_of(parsed)] == ["central"] * 3
