"""Who answers for what a body was given: provinces, ministries and departments on four days, and the words of tasks.

The expected names are written by hand: the provinces from Nghị quyết 202/2025/QH15, the ministries from Nghị quyết
176/2025/QH15, the departments from Nghị định 45/2025/NĐ-CP. The tasks are made up.
"""

from __future__ import annotations

from datetime import date

import pytest

from rulebook.succession import Body, Succession, body_called, succession
from rulebook.tables import provinces, valid_on

EVE, MARCH, JULY, TODAY = date(2024, 6, 30), date(2025, 3, 2), date(2025, 7, 2), date(2026, 11, 29)
THEN = date(2020, 5, 1)

# the 63 provinces of 2024 and what they are since 1 July 2025
MERGED = {
    "tỉnh An Giang": ("An Giang", "Kiên Giang"),
    "tỉnh Bắc Ninh": ("Bắc Ninh", "Bắc Giang"),
    "tỉnh Cà Mau": ("Cà Mau", "Bạc Liêu"),
    "tỉnh Cao Bằng": ("Cao Bằng",),
    "thành phố Cần Thơ": ("Cần Thơ", "Hậu Giang", "Sóc Trăng"),
    "thành phố Đà Nẵng": ("Đà Nẵng", "Quảng Nam"),
    "tỉnh Đắk Lắk": ("Đắk Lắk", "Phú Yên"),
    "tỉnh Điện Biên": ("Điện Biên",),
    "tỉnh Đồng Nai": ("Đồng Nai", "Bình Phước"),
    "tỉnh Đồng Tháp": ("Đồng Tháp", "Tiền Giang"),
    "tỉnh Gia Lai": ("Gia Lai", "Bình Định"),
    "thành phố Hà Nội": ("Hà Nội",),
    "tỉnh Hà Tĩnh": ("Hà Tĩnh",),
    "thành phố Hải Phòng": ("Hải Phòng", "Hải Dương"),
    "Thành phố Hồ Chí Minh": ("Hồ Chí Minh", "Bà Rịa - Vũng Tàu", "Bình Dương"),
    "thành phố Huế": ("Thừa Thiên Huế",),
    "tỉnh Hưng Yên": ("Hưng Yên", "Thái Bình"),
    "tỉnh Khánh Hòa": ("Khánh Hòa", "Ninh Thuận"),
    "tỉnh Lai Châu": ("Lai Châu",),
    "tỉnh Lạng Sơn": ("Lạng Sơn",),
    "tỉnh Lào Cai": ("Lào Cai", "Yên Bái"),
    "tỉnh Lâm Đồng": ("Lâm Đồng", "Bình Thuận", "Đắk Nông"),
    "tỉnh Nghệ An": ("Nghệ An",),
    "tỉnh Ninh Bình": ("Ninh Bình", "Hà Nam", "Nam Định"),
    "tỉnh Phú Thọ": ("Phú Thọ", "Hòa Bình", "Vĩnh Phúc"),
    "tỉnh Quảng Ngãi": ("Quảng Ngãi", "Kon Tum"),
    "tỉnh Quảng Ninh": ("Quảng Ninh",),
    "tỉnh Quảng Trị": ("Quảng Trị", "Quảng Bình"),
    "tỉnh Sơn La": ("Sơn La",),
    "tỉnh Tây Ninh": ("Tây Ninh", "Long An"),
    "tỉnh Thái Nguyên": ("Thái Nguyên", "Bắc Kạn"),
    "tỉnh Thanh Hóa": ("Thanh Hóa",),
    "tỉnh Tuyên Quang": ("Tuyên Quang", "Hà Giang"),
    "tỉnh Vĩnh Long": ("Vĩnh Long", "Bến Tre", "Trà Vinh"),
}
CITIES = ("Cần Thơ", "Đà Nẵng", "Hà Nội", "Hải Phòng")
NEW = {old: new for new, olds in MERGED.items() for old in olds}
RENAMED = {"tỉnh Đồng Nai": "thành phố Đồng Nai"}  # since 30 April 2026
OLD_IDS = {row.name: row.id for row in provinces() if valid_on(row, EVE)}


def of_the_time(name: str, on: date) -> str:
    """What the province of 2024 is called on that day."""
    if on >= JULY:
        return RENAMED.get(NEW[name], NEW[name]) if on == TODAY else NEW[name]
    if name == "Thừa Thiên Huế":
        return "thành phố Huế" if on == MARCH else "tỉnh Thừa Thiên Huế"
    if name == "Hồ Chí Minh":
        return "Thành phố Hồ Chí Minh"
    return f"{'thành phố' if name in CITIES else 'tỉnh'} {name}"


def names(found: Succession) -> list[str]:
    return [heir.body.name for heir in found.heirs]


def test_there_are_63_of_them() -> None:
    assert (len(NEW), len(MERGED), OLD_IDS.keys()) == (63, 34, NEW.keys())


@pytest.mark.parametrize("on", [EVE, MARCH, JULY, TODAY], ids=str)
@pytest.mark.parametrize("name", sorted(NEW))
def test_a_province(name: str, on: date) -> None:
    found = succession(Body("province.uy-ban-nhan-dan-tinh", OLD_IDS[name]), date(2024, 5, 2), on)
    assert names(found) == [f"Ủy ban nhân dân {of_the_time(name, on)}"]
    gone = of_the_time(name, on) != of_the_time(name, EVE) or (on >= JULY and len(MERGED[NEW[name]]) > 1)
    assert found.state == ("succeeded" if gone else "living")


# ministry of 2024 | what there is of it since 1 March 2025; `?` before several
MINISTRIES = """
Bộ Công an | Bộ Công an
Bộ Công Thương | Bộ Công Thương
Bộ Giáo dục và Đào tạo | Bộ Giáo dục và Đào tạo
Bộ Giao thông vận tải | Bộ Xây dựng
Bộ Kế hoạch và Đầu tư | Bộ Tài chính
Bộ Khoa học và Công nghệ | Bộ Khoa học và Công nghệ
Bộ Lao động - Thương binh và Xã hội | ? Bộ Nội vụ; Bộ Nông nghiệp và Môi trường; Bộ Giáo dục và Đào tạo; Bộ Y tế; Bộ Công an
Bộ Ngoại giao | Bộ Ngoại giao
Bộ Nội vụ | Bộ Nội vụ
Bộ Nông nghiệp và Phát triển nông thôn | Bộ Nông nghiệp và Môi trường
Bộ Quốc phòng | Bộ Quốc phòng
Bộ Tài chính | Bộ Tài chính
Bộ Tài nguyên và Môi trường | Bộ Nông nghiệp và Môi trường
Bộ Thông tin và Truyền thông | ? Bộ Khoa học và Công nghệ; Bộ Văn hóa, Thể thao và Du lịch; Bộ Công an
Bộ Tư pháp | Bộ Tư pháp
Bộ Văn hóa, Thể thao và Du lịch | Bộ Văn hóa, Thể thao và Du lịch
Bộ Xây dựng | Bộ Xây dựng
Bộ Y tế | Bộ Y tế
Ngân hàng Nhà nước Việt Nam | Ngân hàng Nhà nước Việt Nam
Thanh tra Chính phủ | Thanh tra Chính phủ
Ủy ban Dân tộc | Bộ Dân tộc và Tôn giáo
Văn phòng Chính phủ | Văn phòng Chính phủ
Ủy ban Quản lý vốn nhà nước tại doanh nghiệp | Bộ Tài chính
Ban Tôn giáo Chính phủ | Bộ Dân tộc và Tôn giáo
Tổng cục Thuế | Cục Thuế
Tổng cục Hải quan | Cục Hải quan
Tổng cục Thống kê | Cục Thống kê
Tổng cục Quản lý thị trường | Cục Quản lý và Phát triển thị trường trong nước
Kiểm toán nhà nước | Kiểm toán nhà nước
"""

# department of 2024 | what there is of it since 1 March 2025, in the places where nothing is decided apart
DEPARTMENTS = """
Sở Công Thương | Sở Công Thương
Sở Giáo dục và Đào tạo | Sở Giáo dục và Đào tạo
Sở Giao thông vận tải | Sở Xây dựng
Sở Kế hoạch và Đầu tư | Sở Tài chính
Sở Khoa học và Công nghệ | Sở Khoa học và Công nghệ
Sở Lao động - Thương binh và Xã hội | ? Sở Nội vụ; Sở Nông nghiệp và Môi trường; Sở Giáo dục và Đào tạo; Sở Y tế; Công an
Sở Nội vụ | Sở Nội vụ
Sở Nông nghiệp và Phát triển nông thôn | Sở Nông nghiệp và Môi trường
Sở Tài chính | Sở Tài chính
Sở Tài nguyên và Môi trường | Sở Nông nghiệp và Môi trường
Sở Thông tin và Truyền thông | ? Sở Khoa học và Công nghệ; Sở Văn hóa, Thể thao và Du lịch; Công an
Sở Tư pháp | Sở Tư pháp
Sở Văn hóa, Thể thao và Du lịch | Sở Văn hóa, Thể thao và Du lịch
Sở Xây dựng | Sở Xây dựng
Sở Y tế | Sở Y tế
Thanh tra tỉnh | Thanh tra
Văn phòng Ủy ban nhân dân tỉnh | Văn phòng Ủy ban nhân dân
Công an tỉnh | Công an
Hội đồng nhân dân tỉnh | Hội đồng nhân dân
Bộ Chỉ huy Quân sự tỉnh | Bộ Chỉ huy Quân sự
Ban Dân tộc tỉnh | Sở Dân tộc và Tôn giáo
Cục Quản lý thị trường tỉnh | Chi cục Quản lý thị trường
Sở Du lịch | ! Sở Du lịch; Sở Văn hóa, Thể thao và Du lịch
Sở Văn hóa và Thể thao | ! Sở Văn hóa và Thể thao; Sở Văn hóa, Thể thao và Du lịch
Sở Ngoại vụ | ! Sở Ngoại vụ; Văn phòng Ủy ban nhân dân
"""
# where the rows say otherwise; see the tests below
APART = {
    "Sở Giao thông vận tải": ("Hồ Chí Minh",),
    "Sở Du lịch": ("Hà Nội", "Hồ Chí Minh", "Đà Nẵng", "Ninh Bình"),
    "Sở Ngoại vụ": ("Hà Nội",),
    "Sở Văn hóa và Thể thao": ("Hà Nội", "Hồ Chí Minh", "Đà Nẵng"),
    "Sở Thông tin và Truyền thông": (
        *(
            "Hà Nội",
            "Hồ Chí Minh",
            "Đà Nẵng",
            "Hải Phòng",
            "Thừa Thiên Huế",
            "Khánh Hòa",
            "Kiên Giang",
            "Nghệ An",
        ),
        *("Bà Rịa - Vũng Tàu", "Bình Định", "Ninh Bình", "Quảng Bình", "Quảng Ninh"),
    ),
    "Ban Dân tộc tỉnh": (
        *(
            "Thừa Thiên Huế",
            "Hà Tĩnh",
            "Hưng Yên",
            "Thái Bình",
            "Ninh Bình",
            "Hà Nam",
            "Nam Định",
            "Tây Ninh",
        ),
        *("Long An", "Đồng Tháp", "Tiền Giang"),
    ),
}
MARKS = {"?": "undecided", "!": "open"}


def rows(table: str) -> list[tuple[str, str | None, list[str]]]:
    """Body, state if it is said, heirs."""
    found = []
    for line in table.strip().splitlines():
        before, after = line.split(" | ")
        state = MARKS.get(after[0])
        found.append((before, state, (after[2:] if state else after).split("; ")))
    return found


@pytest.mark.parametrize(("name", "state", "heirs"), rows(MINISTRIES))
def test_a_ministry(name: str, state: str | None, heirs: list[str]) -> None:
    body = body_called(name, None, EVE)
    assert body is not None
    assert names(succession(body, date(2024, 5, 2), EVE)) == [name]
    for on in (MARCH, JULY, TODAY):
        found = succession(body, date(2024, 5, 2), on)
        assert (found.state, names(found)) == (state or ("living" if heirs == [name] else "succeeded"), heirs)


@pytest.mark.parametrize(("name", "state", "heirs"), rows(DEPARTMENTS))
def test_a_department_of_each_province(name: str, state: str | None, heirs: list[str]) -> None:
    for province in NEW.keys() - set(APART.get(name, ())):
        body = body_called(name, OLD_IDS[province], EVE)
        assert body is not None
        assert body.name == f"{name.removesuffix(' tỉnh')} {of_the_time(province, EVE)}"
        for on in (EVE, MARCH, JULY, TODAY):
            found = succession(body, date(2024, 5, 2), on)
            said = [name.removesuffix(" tỉnh")] if on == EVE else heirs
            assert names(found) == [f"{each} {of_the_time(province, on)}" for each in said], on
            if on != EVE and state:
                assert found.state == state


# department of 2024, province | day | state: heirs
OTHERWISE = [
    ("Sở Giao thông vận tải", "Hồ Chí Minh", MARCH, "succeeded: Sở Giao thông công chánh Thành phố Hồ Chí Minh"),
    ("Sở Giao thông vận tải", "Hồ Chí Minh", TODAY, "succeeded: Sở Xây dựng Thành phố Hồ Chí Minh"),
    ("Sở Quy hoạch - Kiến trúc", "Hà Nội", TODAY, "living: Sở Quy hoạch - Kiến trúc thành phố Hà Nội"),
    ("Sở Quy hoạch - Kiến trúc", "Hồ Chí Minh", MARCH, "succeeded: Sở Xây dựng Thành phố Hồ Chí Minh"),
    ("Sở Du lịch", "Hà Nội", TODAY, "living: Sở Du lịch thành phố Hà Nội"),
    ("Sở Du lịch", "Hồ Chí Minh", TODAY, "succeeded: Sở Du lịch Thành phố Hồ Chí Minh"),  # the merged city
    ("Sở Du lịch", "Đà Nẵng", MARCH, "living: Sở Du lịch thành phố Đà Nẵng"),
    ("Sở Du lịch", "Đà Nẵng", JULY, "succeeded: Sở Văn hóa, Thể thao và Du lịch thành phố Đà Nẵng"),
    ("Sở Du lịch", "Ninh Bình", TODAY, "succeeded: Sở Du lịch tỉnh Ninh Bình"),
    ("Sở Ngoại vụ", "Hà Nội", MARCH, "succeeded: Văn phòng Ủy ban nhân dân thành phố Hà Nội"),
    ("Sở Văn hóa và Thể thao", "Đà Nẵng", JULY, "succeeded: Sở Văn hóa, Thể thao và Du lịch thành phố Đà Nẵng"),
    ("Ban Dân tộc", "Thừa Thiên Huế", TODAY, "open: Sở Nội vụ thành phố Huế, Sở Dân tộc và Tôn giáo thành phố Huế"),
    ("Ban Tôn giáo", "Lào Cai", MARCH, "succeeded: Sở Dân tộc và Tôn giáo tỉnh Lào Cai"),
    ("Ban Tôn giáo", "Hà Tĩnh", MARCH, "succeeded: Sở Nội vụ tỉnh Hà Tĩnh"),
    ("Sở Giao thông vận tải - Xây dựng", "Lào Cai", TODAY, "succeeded: Sở Xây dựng tỉnh Lào Cai"),
    # bodies of the line of a ministry
    ("Cục Thuế tỉnh", "Phú Yên", MARCH, "succeeded: Chi cục Thuế khu vực phụ trách tỉnh Phú Yên"),
    ("Cục Thuế tỉnh", "Phú Yên", JULY, "succeeded: Thuế tỉnh Đắk Lắk"),
    ("Cục Thuế thành phố", "Hà Nội", JULY, "succeeded: Thuế thành phố Hà Nội"),
    ("Kho bạc Nhà nước tỉnh", "Yên Bái", TODAY, "succeeded: Kho bạc Nhà nước khu vực phụ trách tỉnh Lào Cai"),
    ("Cục Hải quan tỉnh", "Quảng Ninh", MARCH, "succeeded: Chi cục Hải quan khu vực phụ trách tỉnh Quảng Ninh"),
    ("Cục Thống kê tỉnh", "Sơn La", MARCH, "succeeded: Thống kê tỉnh Sơn La"),
    ("Bảo hiểm xã hội tỉnh", "Sơn La", TODAY, "living: Bảo hiểm xã hội tỉnh Sơn La"),
    ("Tòa án nhân dân tỉnh", "Hà Giang", TODAY, "succeeded: Tòa án nhân dân tỉnh Tuyên Quang"),
    ("Bộ Chỉ huy Bộ đội Biên phòng tỉnh", "Kon Tum", JULY, "succeeded: Ban Chỉ huy Bộ đội Biên phòng tỉnh Quảng Ngãi"),
    # Party, newspapers, mass organisations
    ("Ban Dân vận Tỉnh ủy", "Bắc Giang", MARCH, "succeeded: Ban Tuyên giáo và Dân vận Tỉnh ủy Bắc Giang"),
    ("Ban Dân vận Tỉnh ủy", "Bắc Giang", JULY, "succeeded: Ban Tuyên giáo và Dân vận Tỉnh ủy Bắc Ninh"),
    ("Ban cán sự đảng Ủy ban nhân dân tỉnh", "Sơn La", MARCH, "succeeded: Đảng ủy Ủy ban nhân dân tỉnh Sơn La"),
    ("Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh", "Sơn La", MARCH,
     "open: Đảng ủy các cơ quan Đảng tỉnh Sơn La, Đảng ủy Ủy ban nhân dân tỉnh Sơn La"),
    ("Thành ủy", "Hải Phòng", JULY, "succeeded: Thành ủy Hải Phòng"),
    ("Tỉnh ủy", "Hải Dương", JULY, "succeeded: Thành ủy Hải Phòng"),
    ("Đài Phát thanh và Truyền hình tỉnh", "Thái Bình", JULY, "succeeded: Báo và phát thanh, truyền hình Hưng Yên"),
    ("Báo Sơn La", "Sơn La", TODAY, "succeeded: Báo và phát thanh, truyền hình Sơn La"),
    ("Hội Liên hiệp Phụ nữ tỉnh", "Bến Tre", TODAY, "succeeded: Hội Liên hiệp Phụ nữ tỉnh Vĩnh Long"),
    ("Tỉnh đoàn", "Sơn La", TODAY, "living: Tỉnh đoàn Sơn La"),
    ("Thành đoàn", "Hải Phòng", JULY, "succeeded: Thành đoàn Hải Phòng"),
    ("Văn phòng Thành ủy", "Hải Phòng", JULY, "succeeded: Văn phòng Thành ủy Hải Phòng"),
    ("Tỉnh đoàn", "Bình Dương", JULY, "succeeded: Thành đoàn Thành phố Hồ Chí Minh"),
    ("Ban Dân tộc Thành phố", "Hà Nội", JULY, "succeeded: Sở Dân tộc và Tôn giáo thành phố Hà Nội"),
    ("Thanh tra Sở", "Sơn La", TODAY, "succeeded: Thanh tra tỉnh Sơn La"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "province", "on", "expected"), OTHERWISE)
def test_what_one_province_did(name: str, province: str, on: date, expected: str) -> None:
    body = body_called(name, OLD_IDS[province], EVE)
    assert body is not None
    found = succession(body, date(2024, 5, 2), on)
    assert f"{found.state}: {', '.join(names(found))}" == expected


# task of a department of 2020 in the province of Đắk Lắk | who has it today; `?` undecided, with the heirs named
LABOUR = """
Tổ chức điều tra, rà soát hộ nghèo, hộ cận nghèo năm 2020 | Sở Nông nghiệp và Môi trường
Hướng dẫn quy trình xác định chuẩn nghèo đa chiều | Sở Nông nghiệp và Môi trường
Nhân rộng mô hình giảm nghèo tại các xã biên giới | Sở Nông nghiệp và Môi trường
Tổng hợp số hộ thoát nghèo, tái nghèo | Sở Nông nghiệp và Môi trường
Kiểm tra, giám sát Chương trình mục tiêu quốc gia giảm nghèo bền vững | Sở Nông nghiệp và Môi trường
Sửa chữa nghĩa trang liệt sỹ và các công trình ghi công | Sở Nội vụ
Điều dưỡng người có công với cách mạng | Sở Nội vụ
Thăm, tặng quà Bà mẹ Việt Nam anh hùng nhân dịp 27/7 | Sở Nội vụ
Giải quyết chế độ cho nạn nhân chất độc hóa học | Sở Nội vụ
Vận động Quỹ Đền ơn đáp nghĩa | Sở Nội vụ
Cấp giấy phép lao động cho người nước ngoài | Sở Nội vụ
Hướng dẫn doanh nghiệp ký thỏa ước lao động tập thể | Sở Nội vụ
Nắm tình hình tiền lương, thưởng Tết của doanh nghiệp | Sở Nội vụ
Tổ chức phiên giao dịch việc làm lưu động | Sở Nội vụ
Giải quyết trợ cấp thất nghiệp cho người lao động | Sở Nội vụ
Đưa lao động đi làm việc ở nước ngoài theo hợp đồng | Sở Nội vụ
Huấn luyện an toàn, vệ sinh lao động cho hợp tác xã | Sở Nội vụ
Điều tra tai nạn lao động nghiêm trọng | Sở Nội vụ
Thanh tra việc đóng bảo hiểm xã hội cho công nhân | Sở Nội vụ
Lồng ghép bình đẳng giới trong chính sách | Sở Nội vụ
Hoạt động của Ban Vì sự tiến bộ của phụ nữ; công tác bình đẳng giới | Sở Nội vụ
Đào tạo nghề cho lao động nông thôn | Sở Giáo dục và Đào tạo
Quy hoạch mạng lưới cơ sở giáo dục nghề nghiệp | Sở Giáo dục và Đào tạo
Tổ chức hội thi kỹ năng nghề cấp tỉnh | Sở Giáo dục và Đào tạo
Dạy nghề ngắn hạn gắn với vùng nguyên liệu cà phê | Sở Giáo dục và Đào tạo
Trợ giúp xã hội thường xuyên tại cộng đồng | Sở Y tế
Phát triển nghề công tác xã hội | Sở Y tế
Chăm lo người cao tuổi cô đơn | Sở Y tế
Cấp phát kịp thời lương thực cứu đói giáp hạt | Sở Y tế
Xây dựng xã, phường phù hợp với trẻ em | Sở Y tế
Phòng, chống tai nạn đuối nước cho trẻ em | Sở Y tế
Truyền thông về phòng, chống mại dâm | Sở Y tế
Hỗ trợ nạn nhân mua bán người trở về | Sở Y tế
Đổi mới công tác cai nghiện ma túy | Công an
Quản lý sau cai tại nơi cư trú | Công an
Lập danh sách người nghiện ma túy trên địa bàn | Công an
Báo cáo kết quả thực hiện trước ngày 15 tháng 12 | ? -
Chủ trì, phối hợp với các sở, ngành triển khai Kế hoạch này | ? -
Sở Lao động - Thương binh và Xã hội chủ trì tổng hợp, báo cáo | ? -
Kiện toàn vị trí việc làm của cơ quan | ? -
Tuyên truyền bằng những việc làm cụ thể, thiết thực | ? -
Nâng cấp trụ sở còn nghèo nàn | ? -
Phối hợp với Liên đoàn Lao động tỉnh và Bảo hiểm xã hội tỉnh | ? -
Phối hợp với Hội Người cao tuổi tổ chức hội nghị | ? -
Huy động ngày công lao động của Nhân dân | ? -
Rà soát trẻ em thuộc hộ nghèo | ? Sở Nông nghiệp và Môi trường; Sở Y tế
Dạy nghề, tạo việc làm cho thanh niên | ? Sở Nội vụ; Sở Giáo dục và Đào tạo
Đào tạo nghề cho người khuyết tật | ? Sở Giáo dục và Đào tạo; Sở Y tế
Chính sách đối với người có công và đối tượng bảo trợ xã hội | ? Sở Nội vụ; Sở Y tế
"""
INFORMATION = """
Xây dựng Kiến trúc chính quyền điện tử | Sở Khoa học và Công nghệ
Xóa vùng lõm sóng, phủ sóng di động đến thôn, buôn | Sở Khoa học và Công nghệ
Phát triển nền tảng số dùng chung | Sở Khoa học và Công nghệ
Nâng tỷ lệ hồ sơ dịch vụ công trực tuyến toàn trình | Sở Khoa học và Công nghệ
Quy hoạch hạ tầng viễn thông thụ động | Sở Khoa học và Công nghệ
Chỉ đạo các cơ quan báo chí đưa tin | Sở Văn hóa, Thể thao và Du lịch
Nâng cấp đài truyền thanh cấp xã | Sở Văn hóa, Thể thao và Du lịch
Cấp phép xuất bản tài liệu không kinh doanh | Sở Văn hóa, Thể thao và Du lịch
Quản lý thông tin trên mạng xã hội | Sở Văn hóa, Thể thao và Du lịch
Diễn tập ứng phó tấn công mạng | Công an
Thẩm định hồ sơ cấp độ an toàn thông tin | Công an
Tham mưu thực hiện Kế hoạch | ? -
Gửi kết quả đến Đài Phát thanh và Truyền hình tỉnh | ? -
Tuyên truyền về chuyển đổi số trên báo chí | ? Sở Khoa học và Công nghệ; Sở Văn hóa, Thể thao và Du lịch
"""
TRANSPORT = """
Sát hạch lái xe, đổi giấy phép lái xe | Công an
Bảo trì các tuyến đường tỉnh | Sở Xây dựng
Quản lý vận tải hành khách | Sở Xây dựng
Báo cáo kết quả | Sở Xây dựng
"""
JUSTICE = """
Cấp Phiếu lý lịch tư pháp | Công an
Thẩm định dự thảo nghị quyết | Sở Tư pháp
Báo cáo kết quả | Sở Tư pháp
"""
HOME = """
Quản lý hoạt động tôn giáo tại các điểm nhóm | Sở Dân tộc và Tôn giáo
Bảo đảm quyền của công dân không phân biệt dân tộc, tôn giáo | Sở Nội vụ
Cải cách hành chính, tinh giản biên chế | Sở Nội vụ
"""
PLANNING = """
Rà soát hộ nghèo trong lập kế hoạch đầu tư công | Sở Tài chính
Đăng ký doanh nghiệp | Sở Tài chính
"""
OF_DEPARTMENTS = [
    ("Sở Lao động - Thương binh và Xã hội", LABOUR),
    ("Sở Thông tin và Truyền thông", INFORMATION),
    ("Sở Giao thông vận tải", TRANSPORT),
    ("Sở Tư pháp", JUSTICE),
    ("Sở Nội vụ", HOME),
    ("Sở Kế hoạch và Đầu tư", PLANNING),
]
TASKS = [(name, *line.split(" | ")) for name, table in OF_DEPARTMENTS for line in table.strip().splitlines()]


@pytest.mark.parametrize(("name", "work", "expected"), TASKS)
def test_the_words_of_a_task_decide(name: str, work: str, expected: str) -> None:
    body = body_called(name, "dak-lak", THEN)
    assert body is not None
    found = succession(body, THEN, TODAY, work)
    if not expected.startswith("?"):
        assert (found.state, names(found)) == ("succeeded", [f"{expected} tỉnh Đắk Lắk"])
        return
    named = [] if expected == "? -" else expected[2:].split("; ")
    assert found.state == "undecided"
    assert sorted(heir.body.name for heir in found.heirs if heir.by) == sorted(
        f"{each} tỉnh Đắk Lắk" for each in named
    )
    assert len(found.heirs) == (5 if "Lao động" in name else 3)  # all are shown


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        # the task's own words before the headings over it, the nearest heading before the next
        (
            "Báo cáo kết quả\n1. Đào tạo nghề\nChương trình giảm nghèo bền vững",
            "Sở Giáo dục và Đào tạo tỉnh Đắk Lắk",
        ),
        ("Báo cáo kết quả\n\nChương trình giảm nghèo bền vững", "Sở Nông nghiệp và Môi trường tỉnh Đắk Lắk"),
        ("Chăm sóc trẻ em\nChương trình giảm nghèo bền vững", "Sở Y tế tỉnh Đắk Lắk"),
    ],
)
def test_headings_speak_where_the_task_is_silent(work: str, expected: str) -> None:
    body = Body("province.so-lao-dong-thuong-binh-va-xa-hoi", "dak-lak")
    assert names(succession(body, THEN, TODAY, work)) == [expected]


def way(found: Succession) -> list[str]:
    return [f"{step.step.date} {step.after.name}" for step in found.heirs[0].way]


def test_the_way_has_every_step_with_its_legal_basis() -> None:
    body = Body("province.so-buu-chinh-vien-thong", "yen-bai")
    found = succession(body, date(2006, 9, 1), TODAY, "Phát triển hạ tầng bưu chính")
    assert way(found) == [
        "2008-04-01 Sở Thông tin và Truyền thông tỉnh Yên Bái",
        "2025-03-01 Sở Khoa học và Công nghệ tỉnh Yên Bái",
        "2025-07-01 Sở Khoa học và Công nghệ tỉnh Lào Cai",
    ]
    assert [step.step.legal_basis[0] for step in found.heirs[0].way] == [
        "Nghị định 13/2008/NĐ-CP",
        "Nghị định 45/2025/NĐ-CP",
        "Nghị quyết 202/2025/QH15",
    ]
    assert found.heirs[0].way[0].before.name == "Sở Bưu chính, Viễn thông tỉnh Yên Bái"
    assert found.why == "theo nội dung công việc: “bưu chính”"


# a body, the place, the day of the document, the words | today
CHAINS = [
    ("Sở Thương mại", "hung-yen", "2006-03-01", "", "succeeded: Sở Công Thương tỉnh Hưng Yên"),
    ("Sở Thương mại - Du lịch", "long-an", "2006-03-01", "Quy hoạch chợ", "succeeded: Sở Công Thương tỉnh Tây Ninh"),
    ("Sở Thương mại - Du lịch", "long-an", "2006-03-01", "Xếp hạng khách sạn",
     "succeeded: Sở Văn hóa, Thể thao và Du lịch tỉnh Tây Ninh"),
    ("Sở Thủy sản", "kien-giang", "2006-03-01", "", "succeeded: Sở Nông nghiệp và Môi trường tỉnh An Giang"),
    ("Sở Văn hóa - Thông tin", "son-la", "2006-03-01", "Bảo tồn lễ hội",
     "succeeded: Sở Văn hóa, Thể thao và Du lịch tỉnh Sơn La"),
    ("Sở Văn hóa - Thông tin", "son-la", "2006-03-01", "Cấp phép xuất bản bản tin",
     "succeeded: Sở Văn hóa, Thể thao và Du lịch tỉnh Sơn La"),  # there and back again
    ("Ủy ban Dân số, Gia đình và Trẻ em tỉnh", "son-la", "2006-03-01", "Quyền trẻ em", "succeeded: Sở Y tế tỉnh Sơn La"),
    ("Ủy ban Dân số, Gia đình và Trẻ em tỉnh", "son-la", "2006-03-01", "Kế hoạch hóa gia đình",
     "succeeded: Sở Y tế tỉnh Sơn La"),
    ("Ủy ban Dân số, Gia đình và Trẻ em tỉnh", "son-la", "2006-03-01", "Xây dựng gia đình văn hóa",
     "succeeded: Sở Văn hóa, Thể thao và Du lịch tỉnh Sơn La"),
    ("Sở Khoa học, Công nghệ và Môi trường", "son-la", "2001-03-01", "Đánh giá tác động môi trường",
     "succeeded: Sở Nông nghiệp và Môi trường tỉnh Sơn La"),
    ("Sở Khoa học, Công nghệ và Môi trường", "son-la", "2001-03-01", "Nghiệm thu đề tài",
     "succeeded: Sở Khoa học và Công nghệ tỉnh Sơn La"),
    ("Sở Khoa học, Công nghệ và Môi trường", "son-la", "2001-03-01", "Báo cáo",
     "undecided: Sở Khoa học và Công nghệ tỉnh Sơn La, Sở Nông nghiệp và Môi trường tỉnh Sơn La"),
    ("Sở Văn hóa, Thể thao và Du lịch", "ho-chi-minh", "2010-03-01", "Xúc tiến du lịch",
     "succeeded: Sở Du lịch Thành phố Hồ Chí Minh"),
    ("Sở Văn hóa, Thể thao và Du lịch", "ha-noi", "2010-03-01", "Báo cáo",
     "undecided: Sở Văn hóa và Thể thao thành phố Hà Nội, Sở Du lịch thành phố Hà Nội"),
    ("Sở Địa chính", "son-la", "2001-03-01", "", "succeeded: Sở Nông nghiệp và Môi trường tỉnh Sơn La"),
    ("Bộ Thủy sản", None, "2006-03-01", "", "succeeded: Bộ Nông nghiệp và Môi trường"),
    ("Bộ Thương mại", None, "2006-03-01", "", "succeeded: Bộ Công Thương"),
    ("Bộ Văn hóa - Thông tin", None, "2006-03-01", "Quản lý di tích", "succeeded: Bộ Văn hóa, Thể thao và Du lịch"),
    ("Bộ Bưu chính, Viễn thông", None, "2006-03-01", "Ứng dụng công nghệ thông tin",
     "succeeded: Bộ Khoa học và Công nghệ"),
    ("Tổng cục Bưu điện", None, "2001-03-01", "Mạng viễn thông", "succeeded: Bộ Khoa học và Công nghệ"),
    ("Tổng cục Địa chính", None, "2001-03-01", "", "succeeded: Bộ Nông nghiệp và Môi trường"),
    ("Ủy ban Dân tộc và Miền núi", None, "2001-03-01", "", "succeeded: Bộ Dân tộc và Tôn giáo"),
    ("Ủy ban Kế hoạch Nhà nước", None, "1993-03-01", "", "succeeded: Bộ Tài chính"),
    ("Bộ Nội vụ", None, "1993-03-01", "", "succeeded: Bộ Công an"),
    ("Bộ Nội vụ", None, "2010-03-01", "", "living: Bộ Nội vụ"),
    ("Bộ Nội vụ", None, "2010-03-01", "Quản lý nhà nước về tôn giáo", "succeeded: Bộ Dân tộc và Tôn giáo"),
    ("Bộ Giao thông vận tải", None, "2023-03-01", "An ninh hàng không", "succeeded: Bộ Công an"),
    # provinces that were merged, divided, and merged again
    ("Ủy ban nhân dân tỉnh", "ha-tay", "2006-03-01", "", "succeeded: Ủy ban nhân dân thành phố Hà Nội"),
    ("Sở Y tế", "dak-lak-1976", "2002-03-01", "", "undecided: Sở Y tế tỉnh Đắk Lắk, Sở Y tế tỉnh Lâm Đồng"),
    ("Sở Y tế", "dak-lak-1976", "2002-03-01", "Xây trạm y tế huyện Cư Jút", "succeeded: Sở Y tế tỉnh Lâm Đồng"),
    ("Sở Y tế", "dak-lak-1976", "2002-03-01", "Xây trạm y tế huyện Krông Bông", "succeeded: Sở Y tế tỉnh Đắk Lắk"),
    ("Sở Y tế", "dak-lak-1976", "2002-03-01", "Sốt rét ở huyện Cư Jút, huyện Krông Bông",
     "undecided: Sở Y tế tỉnh Đắk Lắk, Sở Y tế tỉnh Lâm Đồng"),
    ("Sở Y tế", "dak-lak-1976", "2002-03-01", "Sốt rét trên địa bàn tỉnh Đắk Lắk",
     "undecided: Sở Y tế tỉnh Đắk Lắk, Sở Y tế tỉnh Lâm Đồng"),  # as it was called before
    ("Sở Y tế", "can-tho-1992", "2002-03-01", "", "succeeded: Sở Y tế thành phố Cần Thơ"),
    ("Sở Y tế", "lai-chau-1963", "2002-03-01", "", "undecided: Sở Y tế tỉnh Lai Châu, Sở Y tế tỉnh Điện Biên"),
    ("Sở Y tế", "ha-nam-ninh", "1990-03-01", "", "succeeded: Sở Y tế tỉnh Ninh Bình"),
    ("Sở Y tế", "binh-tri-thien", "1985-03-01", "", "undecided: Sở Y tế tỉnh Quảng Trị, Sở Y tế thành phố Huế"),
    ("Sở Y tế", "thua-thien-hue", "2020-03-01", "", "succeeded: Sở Y tế thành phố Huế"),
    ("Sở Y tế", "dong-nai-2025", "2025-09-01", "", "succeeded: Sở Y tế thành phố Đồng Nai"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "place", "since", "work", "expected"), CHAINS)
def test_over_several_reorganisations(
    name: str, place: str | None, since: str, work: str, expected: str
) -> None:
    body = body_called(name, place, date.fromisoformat(since))
    assert body is not None
    found = succession(body, date.fromisoformat(since), TODAY, work)
    assert f"{found.state}: {', '.join(names(found))}" == expected


OFFICE = "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường"
JUDICIAL = f"undecided: {OFFICE} Đông Hà, {OFFICE} Nam Đông Hà"
# a body of a district or commune of Quảng Trị in 2022, the words | today
BELOW = [
    ("UBND huyện Cam Lộ", "",
     "undecided: Ủy ban nhân dân xã Cam Lộ, Ủy ban nhân dân xã Hiếu Giang, Ủy ban nhân dân tỉnh Quảng Trị"),
    ("Phòng LĐ-TB&XH huyện Cam Lộ", "Rà soát hộ nghèo", "undecided: Phòng Kinh tế xã Cam Lộ, Phòng Kinh tế xã Hiếu Giang"),
    ("Phòng LĐ-TB&XH huyện Cam Lộ", "Chăm sóc trẻ em",
     "undecided: Phòng Văn hóa - Xã hội xã Cam Lộ, Phòng Văn hóa - Xã hội xã Hiếu Giang"),
    ("Phòng LĐ-TB&XH huyện Cam Lộ", "Lập hồ sơ cai nghiện", "succeeded: Công an tỉnh Quảng Trị"),
    ("Phòng Tài chính - Kế hoạch thành phố Đông Hà", "",
     "undecided: Phòng Kinh tế, Hạ tầng và Đô thị phường Đông Hà, Phòng Kinh tế, Hạ tầng và Đô thị phường Nam Đông Hà"),
    ("Phòng Tư pháp thành phố Đông Hà", "", JUDICIAL),

    ("Thanh tra huyện Cam Lộ", "", "succeeded: Thanh tra tỉnh Quảng Trị"),
    ("Huyện ủy Cam Lộ", "", "undecided: Đảng ủy xã Cam Lộ, Đảng ủy xã Hiếu Giang, Tỉnh ủy Quảng Trị"),
    ("Hội Nông dân huyện Cam Lộ", "", "undecided: Hội Nông dân xã Cam Lộ, Hội Nông dân xã Hiếu Giang"),
    ("Tòa án nhân dân huyện Cam Lộ", "", "succeeded: Tòa án nhân dân khu vực phụ trách huyện Cam Lộ"),
    ("Phòng giao dịch Ngân hàng Chính sách xã hội huyện Cam Lộ", "",
     "living: Phòng giao dịch Ngân hàng Chính sách xã hội huyện Cam Lộ"),
    ("Liên đoàn Lao động huyện Cam Lộ", "", "open: Liên đoàn Lao động tỉnh Quảng Trị"),
    ("UBND xã Cam Chính", "", "succeeded: Ủy ban nhân dân xã Cam Lộ"),
    ("Công an xã Cam Chính", "", "succeeded: Công an xã Cam Lộ"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "work", "expected"), BELOW)
def test_below_the_province(name: str, work: str, expected: str) -> None:
    body = body_called(name, "quang-tri", date(2022, 3, 1))
    assert body is not None
    found = succession(body, date(2022, 3, 1), TODAY, work)
    assert f"{found.state}: {', '.join(names(found))}" == expected


def test_before_its_last_day_the_district_answers_itself() -> None:
    body = Body("district.uy-ban-nhan-dan-huyen", "quang-tri.cam-lo")
    assert succession(body, date(2022, 3, 1), date(2025, 6, 30)).state == "living"
    assert succession(body, date(2022, 3, 1), date(2025, 7, 1)).state == "undecided"


def test_a_district_that_is_not_known_has_heirs_without_a_place() -> None:
    found = succession(Body("district.phong-y-te"), date(2022, 3, 1), TODAY)
    assert (found.state, [heir.body for heir in found.heirs]) == (
        "undecided",
        [Body("commune.phong-van-hoa-xa-hoi")],
    )
    assert "mỗi xã" in found.why


def test_the_police_of_a_district_went_to_the_communes_of_that_day() -> None:
    found = succession(
        Body("district.cong-an-huyen", "quang-tri.dong-ha"), date(2022, 3, 1), date(2025, 4, 1)
    )
    assert names(found)[:3] == ["Công an tỉnh Quảng Trị", "Công an Phường 1", "Công an Phường 2"]


NEW_DEPARTMENT = Body("province.so-nong-nghiep-va-moi-truong", "dak-lak")
OLD_DEPARTMENT = Body("province.so-nong-nghiep-va-phat-trien-nong-thon", "dak-lak")


@pytest.mark.parametrize(
    ("body", "since", "on", "state"),
    [
        (NEW_DEPARTMENT, date(2025, 2, 20), MARCH, "living"),  # its province was early
        (NEW_DEPARTMENT, date(2025, 1, 20), MARCH, "unknown"),
        (OLD_DEPARTMENT, date(2025, 3, 10), MARCH, "succeeded"),  # and this one late
        (OLD_DEPARTMENT, date(2026, 3, 10), TODAY, "succeeded"),  # an old name in a new document
        (OLD_DEPARTMENT, date(2024, 3, 10), date(2025, 2, 28), "living"),
        (OLD_DEPARTMENT, date(2024, 3, 10), date(2025, 3, 1), "succeeded"),
        (
            OLD_DEPARTMENT,
            date(2024, 3, 10),
            date(2019, 3, 1),
            "living",
        ),  # asked for a day before the document
        (Body("province.so-y-te", "dak-lak-2025"), date(2020, 1, 1), TODAY, "unknown"),
        (Body("province.so-y-te", "atlantis"), date(2020, 1, 1), TODAY, "unknown"),
        (Body("province.so-phep-thuat", "dak-lak"), date(2020, 1, 1), TODAY, "unknown"),
        (
            Body("district.ban-chi-dao-cac-chuong-trinh-muc-tieu-quoc-gia-huyen"),
            date(2020, 1, 1),
            TODAY,
            "open",
        ),
    ],
)
def test_the_edges_of_a_life(body: Body, since: date, on: date, state: str) -> None:
    found = succession(body, since, on)
    assert found.state == state
    assert (found.why != "", found.as_json()["state"]) == (True, state)


def test_why_it_is_undecided_is_told_apart() -> None:
    old = Body("province.so-lao-dong-thuong-binh-va-xa-hoi", "dak-lak")
    assert succession(old, THEN, TODAY, "Báo cáo").causes == ("silent",)
    assert succession(old, THEN, TODAY, "Trẻ em, người có công").causes == ("functions",)
    assert succession(old, THEN, TODAY, "Trẻ em").causes == ()
    assert succession(Body("province.so-y-te", "dak-lak-1976"), date(2002, 1, 1), TODAY).causes == ("split",)


# name as extraction gives it, place, day | agency and place
CALLED = [
    ("Sở LĐ-TB&XH", "dak-lak", "2020-05-01", "Sở Lao động - Thương binh và Xã hội tỉnh Đắk Lắk"),
    ("Sở Nội vụ tỉnh Đắc Lắc", "dak-lak", "2020-05-01", "Sở Nội vụ tỉnh Đắk Lắk"),
    ("UBND tỉnh", "quang-tri", "2020-05-01", "Ủy ban nhân dân tỉnh Quảng Trị"),
    ("UBND", "quang-tri.cam-lo", "2020-05-01", "Ủy ban nhân dân huyện Cam Lộ"),
    ("UBND huyện Cam Lộ", "quang-tri", "2020-05-01", "Ủy ban nhân dân huyện Cam Lộ"),
    ("UBND thành phố Đông Hà", "quang-tri", "2020-05-01", "Ủy ban nhân dân thành phố Đông Hà"),
    ("Công an thành phố", "quang-tri", "2020-05-01", "Công an huyện"),  # of which district is not said
    ("Công an thành phố", "da-nang", "2020-05-01", "Công an thành phố Đà Nẵng"),
    ("UBND Thành phố Hồ Chí Minh", "ho-chi-minh", "2020-05-01", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
    ("Sở Y tế tỉnh Quảng Bình", "quang-tri", "2020-05-01", "Sở Y tế tỉnh Quảng Bình"),  # its own place
    ("Phòng Kinh tế", "quang-tri.dong-ha", "2020-05-01", "Phòng Kinh tế thành phố Đông Hà"),
    ("Phòng Kinh tế", "quang-tri-2025.cam-lo", "2025-09-01", "Phòng Kinh tế xã Cam Lộ"),
    ("Tỉnh ủy Quảng Trị", "quang-tri", "2020-05-01", "Tỉnh ủy Quảng Trị"),
    ("Văn phòng Chính phủ", "quang-tri", "2020-05-01", "Văn phòng Chính phủ"),
    ("Cục Thuế", "quang-tri", "2020-05-01", "Cục Thuế tỉnh Quảng Trị"),
    ("Cục Thuế", None, "2025-05-01", "Cục Thuế"),
    ("Sở NN&MT", "dak-lak", "2025-02-20", "Sở Nông nghiệp và Môi trường tỉnh Đắk Lắk"),
    ("Bộ LĐTBXH", None, "2020-05-01", "Bộ Lao động - Thương binh và Xã hội"),
    ("Giám đốc Sở Tài chính", "quang-tri", "2020-05-01", "Sở Tài chính tỉnh Quảng Trị"),
    ("Trưởng phòng Nội vụ huyện Cam Lộ", "quang-tri", "2020-05-01", "Phòng Nội vụ huyện Cam Lộ"),
    ("Công an cấp huyện", "quang-tri", "2020-05-01", "Công an huyện"),
    ("Ban Thường vụ Tỉnh ủy", "thai-binh", "2020-05-01", "Ban Thường vụ Tỉnh ủy Thái Bình"),
    ("Chủ tịch UBND tỉnh", "thai-binh", "2020-05-01", "Chủ tịch Ủy ban nhân dân tỉnh Thái Bình"),
    ("Giám đốc Bệnh viện", "thai-binh", "2020-05-01", None),
    ("Công an huyện Không Có", "quang-tri", "2020-05-01", None),
    ("Công ty Điện lực Quảng Trị", "quang-tri", "2020-05-01", None),
    ("các sở, ban, ngành", "quang-tri", "2020-05-01", None),
    ("Ban Chỉ đạo", "quang-tri", "2020-05-01", None),
    ("Phòng Nội vụ", "quang-tri", "2020-05-01", "Phòng Nội vụ"),  # of which district is not said
    ("Sở Y tế", "quang-tri.cam-lo", "2020-05-01", "Sở Y tế tỉnh Quảng Trị"),  # in a plan of the district
    ("Công an tỉnh", "quang-tri.cam-lo", "2020-05-01", "Công an tỉnh Quảng Trị"),
    (
        "Tòa án nhân dân khu vực",
        "quang-tri-2025",
        "2025-09-01",
        "Tòa án nhân dân khu vực phụ trách tỉnh Quảng Trị",
    ),
    ("", None, "2020-05-01", None),
    ("Sở 🏛 " * 500, "quang-tri", "2020-05-01", None),
]


@pytest.mark.parametrize(("name", "place", "on", "expected"), CALLED)
def test_which_body_a_name_means(name: str, place: str | None, on: str, expected: str | None) -> None:
    body = body_called(name, place, date.fromisoformat(on))
    assert (body.name if body else None) == expected
