"""Which bodies a collective stands for, in the document of a body, on a day; and whether a body is one of them."""

from __future__ import annotations

from datetime import date

import pytest

from graph.membership import Member, includes, members
from rulebook.tables import Province, provinces, valid_on

D2018, D2020, D2024 = date(2018, 6, 1), date(2020, 6, 15), date(2024, 5, 1)
SPRING, LAST, FIRST, LATER = date(2025, 4, 1), date(2025, 6, 30), date(2025, 7, 1), date(2026, 9, 1)
QUANG_TRI = "Ủy ban nhân dân tỉnh Quảng Trị"
CAM_LO = "Ủy ban nhân dân huyện Cam Lộ"
HA_NOI = "Ủy ban nhân dân thành phố Hà Nội"
HCMC = "Ủy ban nhân dân Thành phố Hồ Chí Minh"
HUNG_HA = "Ủy ban nhân dân huyện Hưng Hà"
TIEN_LA = "Ủy ban nhân dân xã Tiên La"
PM = "Thủ tướng Chính phủ"


def names(name: str, issuer: str | None, on: date) -> list[str]:
    return [member.name for member in members(name, issuer, on)]


def test_the_districts_of_a_province() -> None:
    assert names("UBND các huyện, thị xã, thành phố", QUANG_TRI, D2024) == [
        "Ủy ban nhân dân huyện Cam Lộ",
        "Ủy ban nhân dân huyện Cồn Cỏ",
        "Ủy ban nhân dân huyện Đa Krông",
        "Ủy ban nhân dân thành phố Đông Hà",
        "Ủy ban nhân dân huyện Gio Linh",
        "Ủy ban nhân dân huyện Hải Lăng",
        "Ủy ban nhân dân huyện Hướng Hóa",
        "Ủy ban nhân dân thị xã Quảng Trị",
        "Ủy ban nhân dân huyện Triệu Phong",
        "Ủy ban nhân dân huyện Vĩnh Linh",
    ]


def test_a_member_says_where_it_is_and_what() -> None:
    assert members("UBND các thị xã", QUANG_TRI, D2024) == (
        Member("Ủy ban nhân dân thị xã Quảng Trị", "quang-tri.quang-tri", "district.uy-ban-nhan-dan-huyen"),
    )
    assert members("Các Bộ trưởng", PM, FIRST)[0].as_json() == {
        "name": "Bộ Công an",
        "place": None,
        "agency": "central.bo-cong-an",
    }


@pytest.mark.parametrize(
    ("name", "issuer", "day", "number"),
    [
        # the kinds that are named, and no others
        ("UBND các huyện, thị xã, thành phố", QUANG_TRI, D2024, 10),
        ("UBND các huyện, thành phố", QUANG_TRI, D2024, 9),
        ("UBND cấp huyện", QUANG_TRI, D2024, 10),
        ("Chủ tịch Ủy ban nhân dân các huyện, thành phố", "Ủy ban nhân dân tỉnh Thái Bình", D2024, 8),
        ("Ủy ban nhân dân các quận, huyện, thị xã", HA_NOI, D2024, 30),
        ("UBND các quận, huyện", HCMC, date(2020, 12, 31), 24),
        ("UBND các quận, huyện", HCMC, D2024, 21),
        ("UBND các quận, huyện, thành phố Thủ Đức", HCMC, D2024, 22),
        ("UBND các huyện, thị xã và thành phố Huế", "Ủy ban nhân dân tỉnh Thừa Thiên Huế", D2024, 9),
        ("UBND các quận, huyện, thị xã", "Ủy ban nhân dân thành phố Huế", SPRING, 9),
        ("UBND các huyện, thành phố", "Ủy ban nhân dân tỉnh Cao Bằng", D2024, 10),
        ("UBND các huyện, thành phố", "Ủy ban nhân dân tỉnh Cao Bằng", date(2019, 6, 1), 13),
        # the day
        ("UBND các huyện, thị xã, thành phố", QUANG_TRI, LAST, 10),
        ("UBND các huyện, thị xã, thành phố", QUANG_TRI, FIRST, 0),
        ("UBND các xã, phường", QUANG_TRI, FIRST, 77),
        ("UBND các xã, phường, đặc khu", QUANG_TRI, FIRST, 78),
        ("Ủy ban nhân dân cấp xã", QUANG_TRI, FIRST, 78),
        ("Ủy ban nhân dân xã, phường", "Ủy ban nhân dân tỉnh Hưng Yên", LATER, 104),
        ("UBND cấp xã", "Ủy ban nhân dân thành phố Đồng Nai", LATER, 95),
        ("UBND cấp xã", "Ủy ban nhân dân tỉnh Đồng Nai", LATER, 0),  # no such province any more
        ("UBND các huyện", "Ủy ban nhân dân tỉnh Quảng Bình", FIRST, 0),
        # not all communes of that day, not all districts of that year are known
        ("UBND các xã, thị trấn", HUNG_HA, D2024, 0),
        ("UBND các xã, thị trấn", HUNG_HA, SPRING, 33),
        ("UBND các xã, phường, thị trấn", QUANG_TRI, SPRING, 119),
        ("UBND các huyện", QUANG_TRI, date(2012, 1, 1), 0),
        ("UBND các cấp", QUANG_TRI, D2024, 0),
        ("UBND các cấp", QUANG_TRI, FIRST, 79),
        # other bodies at the same places
        ("Công an cấp huyện", QUANG_TRI, D2024, 10),
        ("Công an cấp huyện", QUANG_TRI, SPRING, 0),  # ended on 1 March 2025
        ("Công an các xã, phường", "Công an tỉnh Hưng Yên", LATER, 104),
        ("Phòng Lao động - TB&XH các huyện, thị xã, thành phố", QUANG_TRI, D2024, 10),
        ("HĐND, UBND các thị xã, thành phố", QUANG_TRI, D2024, 4),
        ("Các Huyện ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy", "Tỉnh ủy Thái Bình", D2024, 8),
        ("Mỗi xã, thị trấn", HUNG_HA, SPRING, 33),
        # what the centre says
        ("UBND các tỉnh, thành phố trực thuộc trung ương", PM, D2024, 63),
        ("Chủ tịch UBND các tỉnh, thành phố trực thuộc Trung ương", PM, FIRST, 34),
        ("UBND các thành phố trực thuộc trung ương", PM, D2024, 5),
        ("UBND cấp huyện", "Bộ Y tế", D2024, 705),
        ("UBND cấp xã", "Bộ Y tế", FIRST, 3321),
        ("các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ", PM, D2024, 22),
        ("các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ", PM, FIRST, 17),
        ("Các Bộ trưởng", PM, FIRST, 14),
        # groups
        ("các địa phương", PM, D2024, 63),
        ("các địa phương", QUANG_TRI, D2024, 10),
        ("các đơn vị, địa phương", QUANG_TRI, FIRST, 78),
        ("các bộ, ngành, địa phương", "Bộ Công an", FIRST, 47),  # the others
        ("các bộ, ngành, địa phương", PM, FIRST, 48),
        ("các sở, ban, ngành", QUANG_TRI, D2024, 0),  # which ones a province has is not known
        ("một số sở, ban, ngành, địa phương", QUANG_TRI, D2024, 0),
        ("Cấp huyện", QUANG_TRI, D2024, 10),
        ("các Sở: Nội vụ, Y tế", QUANG_TRI, D2024, 2),
        ("các phòng thuộc Công an tỉnh", PM, D2024, 0),
        ("các trường mầm non trên địa bàn huyện", QUANG_TRI, D2024, 0),
        ("các trường học các huyện", QUANG_TRI, D2024, 0),
        ("các hợp tác xã trên địa bàn tỉnh", QUANG_TRI, D2024, 0),
        ("Trạm Y tế các xã, phường", QUANG_TRI, FIRST, 77),
        # what is left out, counted, listed, said to lie somewhere
        ("UBND các huyện (trừ huyện đảo Cồn Cỏ)", QUANG_TRI, D2024, 7),
        ("UBND các huyện, trừ huyện Cồn Cỏ và huyện Cam Lộ", QUANG_TRI, D2024, 6),
        ("UBND các huyện (trừ huyện Không Có)", QUANG_TRI, D2024, 0),
        ("UBND các huyện (trừ các huyện miền núi)", QUANG_TRI, D2024, 0),
        ("UBND 10 huyện, thị xã, thành phố", QUANG_TRI, D2024, 10),
        ("UBND 09 huyện, thị xã, thành phố", QUANG_TRI, D2024, 0),
        ("UBND các huyện: Cam Lộ, Gio Linh và thị xã Quảng Trị", QUANG_TRI, D2024, 3),
        ("UBND các huyện, thị xã, thành phố trên địa bàn tỉnh", QUANG_TRI, D2024, 10),
        ("UBND các xã thuộc huyện Cam Lộ", QUANG_TRI, SPRING, 7),
        ("UBND các huyện, thị xã, thành phố (sau đây gọi tắt là UBND cấp huyện)", QUANG_TRI, D2024, 10),
        ("UBND các huyện, thị, thành phố", QUANG_TRI, D2024, 10),
        ("UBND các huyện, thị xã, thành", QUANG_TRI, D2024, 10),
        ("Ban Thường vụ các huyện, thị, thành ủy", "Tỉnh ủy Quảng Trị", D2024, 10),
        ("UBND các huyện, thành phố Đông Hà, thị xã Quảng Trị", QUANG_TRI, D2024, 10),
        ("UBND huyện Cam Lộ (tỉnh Quảng Trị)", PM, D2024, 1),
        ("UBND 168 phường, xã, đặc khu", HCMC, FIRST, 168),
        ("UBND các tỉnh: Nghệ An, Hà Tĩnh", PM, D2024, 2),
        ("UBND TP Hà Nội và TP Hồ Chí Minh", PM, D2024, 2),
        ("UBND các địa phương", PM, D2024, 63),
        ("Công an các địa phương", "Bộ Công an", FIRST, 34),
        ("UBND các huyện; Sở Y tế", QUANG_TRI, D2024, 9),
        # what narrows tells nobody
        ("UBND các huyện miền núi", QUANG_TRI, D2024, 0),
        ("UBND các xã, phường có rừng", QUANG_TRI, FIRST, 0),
        ("UBND các huyện, thành phố liên quan", QUANG_TRI, D2024, 0),
        ("UBND một số huyện", QUANG_TRI, D2024, 0),
        ("các đơn vị liên quan", QUANG_TRI, D2024, 0),
        ("các tổ chức chính trị - xã hội tỉnh", QUANG_TRI, D2024, 0),
        ("chính quyền các cấp", QUANG_TRI, D2024, 0),
        # whose districts
        ("UBND các huyện", None, D2024, 0),
        ("UBND các huyện", "Ban Chỉ đạo", D2024, 0),
        ("UBND các huyện", CAM_LO, D2024, 0),  # others than itself, nobody knows which
        ("UBND các tỉnh", QUANG_TRI, D2024, 0),
        ("", QUANG_TRI, D2024, 0),
        ("các", QUANG_TRI, D2024, 0),
        ("UBND", "", D2024, 0),
    ],
)
def test_how_many_members(name: str, issuer: str | None, day: date, number: int) -> None:
    assert len(members(name, issuer, day)) == number


@pytest.mark.parametrize(
    ("name", "issuer", "day", "found"),
    [
        ("Ủy ban nhân dân tỉnh", CAM_LO, D2024, [QUANG_TRI]),
        ("Ủy ban nhân dân tỉnh", TIEN_LA, FIRST, ["Ủy ban nhân dân tỉnh Hưng Yên"]),
        ("các Phó Chủ tịch UBND tỉnh", QUANG_TRI, D2024, [QUANG_TRI]),  # many persons, one body
        ("UBND huyện Cam Lộ", QUANG_TRI, D2024, [CAM_LO]),
        ("UBND huyện Châu Thành", "Ủy ban nhân dân tỉnh Tiền Giang", D2024, ["Ủy ban nhân dân huyện Châu Thành"]),
        ("UBND huyện Châu Thành", PM, D2024, []),  # there are nine
        ("Ủy ban nhân dân huyện", QUANG_TRI, D2024, []),  # which one?
        ("Sở Y tế", QUANG_TRI, D2024, ["Sở Y tế tỉnh Quảng Trị"]),
        ("Giám đốc Sở Y tế", "Sở Tài chính tỉnh Quảng Trị", D2024, ["Sở Y tế tỉnh Quảng Trị"]),
        ("Phòng Kinh tế", TIEN_LA, FIRST, ["Phòng Kinh tế xã Tiên La"]),
        ("Phòng Kinh tế", "Ủy ban nhân dân tỉnh Hưng Yên", FIRST, []),
        ("Bộ Y tế", QUANG_TRI, D2024, ["Bộ Y tế"]),
        ("Bộ Kế hoạch và Đầu tư", PM, FIRST, []),  # merged
        ("Thành ủy, Thị ủy", "Tỉnh ủy Quảng Trị", D2024, ["Thành ủy Đông Hà", "Thị ủy Quảng Trị"]),
        ("Tỉnh đoàn", QUANG_TRI, D2024, ["Tỉnh đoàn Quảng Trị"]),
        ("Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh", PM, D2024, []),
        ("Ban Dân vận Tỉnh ủy", "Tỉnh ủy Thái Bình", D2024, ["Ban Dân vận Tỉnh ủy Thái Bình"]),
        ("Ban Tuyên giáo các Huyện ủy", "Tỉnh ủy Hà Nam", D2018, [f"Ban Tuyên giáo Huyện ủy {x}" for x in ("Bình Lục", "Duy Tiên", "Kim Bảng", "Lý Nhân", "Thanh Liêm")]),
        ("Chánh Văn phòng Ủy ban nhân dân tỉnh", QUANG_TRI, D2024, ["Văn phòng Ủy ban nhân dân tỉnh Quảng Trị"]),
        ("đại biểu Hội đồng nhân dân tỉnh", QUANG_TRI, D2024, []),  # who does not answer for it
        ("Đài Phát thanh và Truyền hình tỉnh", QUANG_TRI, D2024, ["Đài Phát thanh và Truyền hình tỉnh Quảng Trị"]),
        ("Điện lực huyện", HUNG_HA, D2024, ["Điện lực huyện Hưng Hà"]),
        ("Báo Quảng Trị", QUANG_TRI, D2024, ["Báo Quảng Trị"]),
        ("Sở Y tế Nghệ An", QUANG_TRI, D2024, ["Sở Y tế tỉnh Nghệ An"]),
        ("Ban Chỉ đạo các chương trình mục tiêu quốc gia trên địa bàn tỉnh giai đoạn 2021-2025", QUANG_TRI, D2024, ["Ban Chỉ đạo các chương trình mục tiêu quốc gia tỉnh Quảng Trị"]),
        ("UBND các phường 1, 5", "Ủy ban nhân dân quận 3", SPRING, ["Ủy ban nhân dân Phường 1", "Ủy ban nhân dân Phường 5"]),
    ],
)  # fmt: skip
def test_who_is_meant(name: str, issuer: str, day: date, found: list[str]) -> None:
    assert names(name, issuer, day) == found


@pytest.mark.parametrize(
    "name",
    [
        "UBND các huyện, thị xã, thành phố",
        "Ủy ban nhân dân các huyện",
        "UBND cấp huyện",
        "Chủ tịch UBND các huyện",
        "các địa phương",
        "các đơn vị, địa phương",
        "các huyện",
        "HĐND, UBND các huyện",
        "UBND các huyện (trừ huyện Cồn Cỏ)",
        "UBND các huyện: Cam Lộ, Gio Linh",
        "UBND 8 huyện",
        "UBND các cấp",
        "UBND huyện Cam Lộ",
        "Chủ tịch UBND huyện Cam Lộ",
        "Ủy ban nhân dân huyện Cam Lộ, tỉnh Quảng Trị",
    ],
)
def test_the_committee_of_a_district_is_meant(name: str) -> None:
    assert includes(name, QUANG_TRI, CAM_LO, D2024) == "yes"


@pytest.mark.parametrize(
    "name",
    [
        "UBND các thị xã, thành phố",
        "UBND các xã, thị trấn",
        "UBND cấp xã",
        "Công an các huyện",
        "Hội Nông dân các huyện",
        "Các Huyện ủy, thị ủy",
        "các sở, ban, ngành",
        "các bộ, ngành",
        "các thôn",
        "UBND các huyện (trừ huyện Cam Lộ)",
        "UBND các huyện: Triệu Phong, Gio Linh",
        "UBND huyện Gio Linh",
        "Ủy ban nhân dân tỉnh",
        "Sở Y tế",
        "UBND các huyện của tỉnh Quảng Bình",
    ],
)
def test_the_committee_of_a_district_is_not_meant(name: str) -> None:
    assert includes(name, QUANG_TRI, CAM_LO, D2024) == "no"


@pytest.mark.parametrize(
    "name",
    [
        "UBND các huyện miền núi",
        "UBND một số huyện",
        "UBND các huyện liên quan",
        "UBND các huyện (trừ các huyện nghèo)",
        "UBND 7 huyện",  # there are eight
        "UBND huyện",  # each, or one?
        "các đơn vị liên quan",
        "chính quyền các cấp",
        "các cấp, các ngành",
        "Người đứng đầu",
        "",
        "các",
        "🙂",
        "trừ",
        "UBND các huyện, " * 700,
    ],
)
def test_nobody_can_tell(name: str) -> None:
    assert includes(name, QUANG_TRI, CAM_LO, D2024) == "unknown"


@pytest.mark.parametrize(
    ("name", "issuer", "body", "day", "verdict"),
    [
        # whose districts
        ("UBND các huyện", "Ủy ban nhân dân tỉnh Quảng Bình", CAM_LO, D2024, "no"),
        ("UBND các huyện", "Bộ Y tế", CAM_LO, D2024, "yes"),
        ("UBND các huyện", None, CAM_LO, D2024, "unknown"),
        ("UBND các xã", None, CAM_LO, D2024, "no"),  # whoever says it
        ("UBND các huyện", "Sở Y tế tỉnh Quảng Trị", CAM_LO, D2024, "yes"),
        ("UBND các huyện", "Tỉnh ủy Quảng Trị", CAM_LO, D2024, "yes"),
        ("UBND các huyện", CAM_LO, CAM_LO, D2024, "unknown"),
        # the day
        ("UBND các huyện", QUANG_TRI, CAM_LO, date(2012, 1, 1), "yes"),  # a body whose place is known
        ("UBND các huyện", QUANG_TRI, CAM_LO, FIRST, "unknown"),  # neither is there any more
        ("UBND các huyện", "Ủy ban nhân dân tỉnh Phú Yên", "Ủy ban nhân dân huyện Đông Hòa", D2018, "yes"),
        ("UBND các huyện", "Ủy ban nhân dân tỉnh Phú Yên", "Ủy ban nhân dân thị xã Đông Hòa", D2020, "no"),
        ("UBND các thị xã", "Ủy ban nhân dân tỉnh Phú Yên", "Ủy ban nhân dân thị xã Đông Hòa", D2020, "yes"),
        ("UBND các quận", HCMC, "Ủy ban nhân dân Quận 2", D2020, "yes"),
        ("UBND các quận", HCMC, "Ủy ban nhân dân Quận 2", D2024, "unknown"),
        ("Công an cấp huyện", QUANG_TRI, "Công an huyện Cam Lộ", D2024, "yes"),
        ("Công an cấp huyện", QUANG_TRI, "Công an huyện Cam Lộ", SPRING, "unknown"),
        # communes
        ("UBND các xã, phường", "Ủy ban nhân dân tỉnh Hưng Yên", TIEN_LA, FIRST, "yes"),
        ("Ủy ban nhân dân xã, phường", "Ủy ban nhân dân tỉnh Hưng Yên", TIEN_LA, LATER, "yes"),
        ("UBND các phường", "Ủy ban nhân dân tỉnh Hưng Yên", TIEN_LA, FIRST, "no"),
        ("UBND các xã, phường", "Ủy ban nhân dân tỉnh Lạng Sơn", TIEN_LA, FIRST, "no"),
        ("UBND các xã", "Ủy ban nhân dân tỉnh Lạng Sơn", "Ủy ban nhân dân xã Tân Tiến", FIRST, "unknown"),
        ("UBND các xã", "Ủy ban nhân dân tỉnh Lạng Sơn", "Ủy ban nhân dân xã Tân Tiến, tỉnh Lạng Sơn", FIRST, "yes"),
        ("UBND các xã", "Ủy ban nhân dân tỉnh Hưng Yên", "Ủy ban nhân dân xã Tân Tiến, tỉnh Lạng Sơn", FIRST, "no"),
        ("UBND các xã, thị trấn", HUNG_HA, "Ủy ban nhân dân xã Tân Tiến, huyện Hưng Hà", D2024, "yes"),
        ("UBND các xã, thị trấn", HUNG_HA, "Ủy ban nhân dân xã Không Có", D2024, "unknown"),
        ("UBND các huyện", QUANG_TRI, "Ủy ban nhân dân xã Không Có", D2024, "no"),
        ("UBND các xã", QUANG_TRI, "Ủy ban nhân dân đặc khu Cồn Cỏ", FIRST, "no"),
        ("UBND các xã, phường, đặc khu", QUANG_TRI, "Ủy ban nhân dân đặc khu Cồn Cỏ", FIRST, "yes"),
        # one name, many places
        ("UBND các huyện", "Ủy ban nhân dân tỉnh Tiền Giang", "Ủy ban nhân dân huyện Châu Thành", D2024, "unknown"),
        ("UBND các huyện", QUANG_TRI, "Ủy ban nhân dân huyện Châu Thành", D2024, "no"),
        # one body
        ("Ủy ban nhân dân tỉnh", CAM_LO, QUANG_TRI, D2024, "yes"),
        ("Ủy ban nhân dân tỉnh", QUANG_TRI, QUANG_TRI, D2024, "yes"),
        ("UBND tỉnh", TIEN_LA, "Ủy ban nhân dân tỉnh Hưng Yên", FIRST, "yes"),
        ("UBND tỉnh", TIEN_LA, QUANG_TRI, FIRST, "no"),
        ("UBND huyện", "Ủy ban nhân dân xã Tân Tiến, huyện Hưng Hà", HUNG_HA, D2024, "yes"),
        ("Ủy ban nhân dân thành phố", "Ủy ban nhân dân quận Ba Đình", HA_NOI, D2024, "yes"),
        ("UBND thành phố", "Ủy ban nhân dân thành phố Đông Hà", "Ủy ban nhân dân thành phố Đông Hà", D2024, "yes"),
        ("Sở Y tế", QUANG_TRI, "Sở Y tế tỉnh Quảng Trị", D2024, "yes"),
        ("Sở Y tế", QUANG_TRI, "Sở Y tế tỉnh Nghệ An", D2024, "no"),
        ("Sở Y tế", QUANG_TRI, "Sở Nội vụ tỉnh Quảng Trị", D2024, "no"),
        ("Bộ Y tế", PM, "Bộ Y tế", D2024, "yes"),
        ("Bộ trưởng Bộ Y tế", PM, "Bộ Y tế", D2024, "yes"),
        ("Bộ Y tế", PM, "Bộ Công an", D2024, "no"),
        ("Hội Nông dân huyện Cam Lộ", QUANG_TRI, "Hội Liên hiệp Phụ nữ huyện Cam Lộ", D2024, "no"),
        ("Thường trực Huyện ủy Cam Lộ", "Tỉnh ủy Quảng Trị", "Huyện ủy Cam Lộ", D2024, "yes"),
        # groups
        ("các sở, ban, ngành", QUANG_TRI, "Sở Y tế tỉnh Quảng Trị", D2024, "yes"),
        ("Thủ trưởng các sở, ban, ngành tỉnh", QUANG_TRI, "Sở Y tế tỉnh Quảng Trị", D2024, "yes"),
        ("các sở, ban, ngành", QUANG_TRI, "Sở Y tế tỉnh Nghệ An", D2024, "no"),
        ("các sở, ban, ngành", QUANG_TRI, "Công an tỉnh Quảng Trị", D2024, "unknown"),
        ("các sở, ban, ngành liên quan", QUANG_TRI, "Sở Y tế tỉnh Quảng Trị", D2024, "unknown"),
        ("các Sở: Nội vụ, Y tế", QUANG_TRI, "Sở Y tế tỉnh Quảng Trị", D2024, "yes"),
        ("các Sở: Nội vụ, Y tế", QUANG_TRI, "Sở Tài chính tỉnh Quảng Trị", D2024, "no"),
        ("các phòng, ban, ngành huyện", CAM_LO, "Phòng Nội vụ huyện Cam Lộ", D2024, "yes"),
        ("các phòng, ban, ngành huyện", CAM_LO, "Phòng Nội vụ huyện Gio Linh", D2024, "no"),
        ("các phòng chuyên môn", TIEN_LA, "Phòng Kinh tế xã Tiên La", FIRST, "yes"),
        ("các bộ, cơ quan ngang bộ", PM, "Thanh tra Chính phủ", D2024, "yes"),
        ("các bộ, ngành", PM, "Bộ Kế hoạch và Đầu tư", D2024, "yes"),
        ("các bộ, ngành", PM, "Bộ Kế hoạch và Đầu tư", FIRST, "unknown"),  # merged
        ("các bộ, cơ quan ngang bộ", PM, "Sở Y tế tỉnh Quảng Trị", D2024, "no"),
        ("các địa phương", PM, QUANG_TRI, D2024, "yes"),
        ("các địa phương", PM, CAM_LO, D2024, "unknown"),
        ("các địa phương", QUANG_TRI, "Ủy ban nhân dân tỉnh Nghệ An", D2024, "no"),
        ("UBND các địa phương", PM, QUANG_TRI, D2024, "yes"),
        ("UBND các địa phương", QUANG_TRI, CAM_LO, D2024, "yes"),
        ("các ngành, các cấp", QUANG_TRI, CAM_LO, D2024, "unknown"),
        ("các sở, ban, ngành; UBND các huyện", QUANG_TRI, CAM_LO, D2024, "yes"),
        ("các sở, ban, ngành; UBND các xã", QUANG_TRI, CAM_LO, D2024, "no"),
        ("các sở, ban, ngành và UBND các huyện", QUANG_TRI, CAM_LO, D2024, "unknown"),
        # provinces
        ("UBND các tỉnh, thành phố trực thuộc trung ương", PM, HA_NOI, D2024, "yes"),
        ("UBND các tỉnh, thành phố trực thuộc trung ương", PM, CAM_LO, D2024, "no"),
        ("UBND các tỉnh, thành phố", PM, "Ủy ban nhân dân thành phố Đông Hà", D2024, "no"),
        ("UBND các tỉnh", QUANG_TRI, "Ủy ban nhân dân tỉnh Nghệ An", D2024, "unknown"),
        ("UBND cấp tỉnh", QUANG_TRI, "Ủy ban nhân dân tỉnh Nghệ An", D2024, "no"),
        # Party committees: what else is under the province is not known
        ("Các Huyện ủy, đảng ủy trực thuộc Tỉnh ủy", "Tỉnh ủy Thái Bình", "Huyện ủy Hưng Hà", D2024, "yes"),
        ("Các Huyện ủy, đảng ủy trực thuộc Tỉnh ủy", "Tỉnh ủy Thái Bình", HUNG_HA, D2024, "no"),
        ("Các Huyện ủy, đảng ủy trực thuộc Tỉnh ủy", "Tỉnh ủy Thái Bình", "Đảng ủy Công an tỉnh Thái Bình", D2024, "unknown"),
        # a body of which nothing is known
        ("UBND các huyện", QUANG_TRI, "", D2024, "unknown"),
        ("UBND các huyện", QUANG_TRI, "Ủy ban nhân dân huyện", D2024, "unknown"),
    ],
)  # fmt: skip
def test_one_of_them(name: str, issuer: str | None, body: str, day: date, verdict: str) -> None:
    assert includes(name, issuer, body, day) == verdict


@pytest.mark.parametrize(
    ("name", "issuer", "day"),
    [
        ("UBND các huyện, thị xã, thành phố", QUANG_TRI, D2024),
        ("UBND các quận, huyện, thành phố Thủ Đức", HCMC, D2024),
        ("UBND các xã, phường, đặc khu", QUANG_TRI, FIRST),
        ("UBND các tỉnh, thành phố trực thuộc trung ương", PM, D2024),
        ("các bộ, cơ quan ngang bộ", PM, FIRST),
        ("các Sở: Nội vụ, Y tế", QUANG_TRI, D2024),
        ("Các Huyện ủy, thị ủy, thành ủy", "Tỉnh ủy Quảng Trị", D2024),
        ("các địa phương", QUANG_TRI, D2024),
    ],
)
def test_members_are_told_to_be_members_or_cannot_be_told(name: str, issuer: str, day: date) -> None:
    verdicts = [includes(name, issuer, member.name, day) for member in members(name, issuer, day)]
    assert "no" not in verdicts
    assert verdicts.count("yes") > len(verdicts) / 2  # the others have a name that other places have too


def _committee(province: Province) -> str:
    return f"Ủy ban nhân dân {province.kind} {province.name}"


@pytest.mark.parametrize(
    ("name", "day", "number"),
    [("UBND cấp huyện", LAST, 696), ("UBND cấp xã", LAST, 10_035), ("UBND cấp xã", LATER, 3_321)],
)
def test_every_province_has_its_members_and_all_together_are_the_country(
    name: str, day: date, number: int
) -> None:
    each = [members(name, _committee(row), day) for row in provinces() if valid_on(row, day)]
    assert all(each)
    assert len({member.place for found in each for member in found}) == sum(map(len, each)) == number


def test_a_name_is_read_back_as_the_place_it_was_made_for() -> None:
    """With its province, every body of a district is known again; by its name alone, where no other has it."""
    known = [
        includes("UBND cấp huyện", _committee(row), f"{member.name}, {row.kind} {row.name}", LAST)
        for row in provinces()
        if valid_on(row, LAST)
        for member in members("UBND cấp huyện", _committee(row), LAST)
    ]
    assert known == ["yes"] * 696
