"""Laws, codes, ordinances, the Constitution and treaties named without a number."""

from __future__ import annotations

import pytest

from extract.laws import laws

# text | type | title | date: where the name of a law ends in running text
FORMS = """
Luật Đất đai | Luật | Đất đai |
Luật Đất đai năm 2024 | Luật | Đất đai | 2024
Luật Đất đai 2024 | Luật | Đất đai | 2024
Luật Đất đai ngày 18 tháng 01 năm 2024 | Luật | Đất đai | 2024-01-18
Luật Đất đai ngày 18/01/2024 | Luật | Đất đai | 2024-01-18
Luật Đất đai, ngày 18/01/2024 | Luật | Đất đai | 2024-01-18
Căn cứ Luật Thủ đô ngày 28 tháng 6 năm 2024; | Luật | Thủ đô | 2024-06-28
căn cứ Luật Viên chức và các văn bản hướng dẫn | Luật | Viên chức |
theo quy định của Luật Nhà ở | Luật | Nhà ở |
theo Luật Khoáng sản hiện hành | Luật | Khoáng sản |
thực hiện Luật Trẻ em trên địa bàn tỉnh | Luật | Trẻ em |
tuyên truyền Luật Giao thông đường bộ đến học sinh | Luật | Giao thông đường bộ |
phổ biến Luật Hôn nhân và gia đình | Luật | Hôn nhân và gia đình |
phổ biến Luật Phòng, chống ma túy | Luật | Phòng, chống ma túy |
Luật Phòng, chống tham nhũng ngày 20 tháng 11 năm 2018 | Luật | Phòng, chống tham nhũng | 2018-11-20
Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ năm 2024 | Luật | Phòng cháy, chữa cháy và cứu nạn, cứu hộ | 2024
Luật Thực hành tiết kiệm, chống lãng phí | Luật | Thực hành tiết kiệm, chống lãng phí |
Luật An toàn, vệ sinh lao động | Luật | An toàn, vệ sinh lao động |
Luật Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ năm 2024 | Luật | Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ | 2024
Luật Ngân sách nhà nước | Luật | Ngân sách nhà nước |
Luật Đầu tư công | Luật | Đầu tư công |
Luật Đấu thầu | Luật | Đấu thầu |
Luật Xây dựng | Luật | Xây dựng |
Luật Quy hoạch | Luật | Quy hoạch |
Luật Bảo vệ môi trường | Luật | Bảo vệ môi trường |
Luật Tài nguyên nước | Luật | Tài nguyên nước |
Luật Lâm nghiệp | Luật | Lâm nghiệp |
Luật Thủy sản | Luật | Thủy sản |
Luật Thủy lợi | Luật | Thủy lợi |
Luật Đê điều | Luật | Đê điều |
Luật Chăn nuôi | Luật | Chăn nuôi |
Luật Trồng trọt | Luật | Trồng trọt |
Luật Thú y | Luật | Thú y |
Luật An toàn thực phẩm | Luật | An toàn thực phẩm |
Luật Dược | Luật | Dược |
Luật Khám bệnh, chữa bệnh | Luật | Khám bệnh, chữa bệnh |
Luật Bảo hiểm y tế | Luật | Bảo hiểm y tế |
Luật Bảo hiểm xã hội | Luật | Bảo hiểm xã hội |
Luật Việc làm | Luật | Việc làm |
Luật Giáo dục | Luật | Giáo dục |
Luật Giáo dục đại học | Luật | Giáo dục đại học |
Luật Giáo dục nghề nghiệp | Luật | Giáo dục nghề nghiệp |
Luật Nhà giáo | Luật | Nhà giáo |
Luật Thể dục, thể thao | Luật | Thể dục, thể thao |
Luật Du lịch | Luật | Du lịch |
Luật Di sản văn hóa | Luật | Di sản văn hóa |
Luật Điện ảnh | Luật | Điện ảnh |
Luật Báo chí | Luật | Báo chí |
Luật Xuất bản | Luật | Xuất bản |
Luật Thư viện | Luật | Thư viện |
Luật Quảng cáo | Luật | Quảng cáo |
Luật Công nghệ thông tin | Luật | Công nghệ thông tin |
Luật Giao dịch điện tử | Luật | Giao dịch điện tử |
Luật Viễn thông | Luật | Viễn thông |
Luật An ninh mạng | Luật | An ninh mạng |
Luật An toàn thông tin mạng | Luật | An toàn thông tin mạng |
Luật Lưu trữ | Luật | Lưu trữ |
Luật Tiếp cận thông tin | Luật | Tiếp cận thông tin |
Luật Khiếu nại | Luật | Khiếu nại |
Luật Tố cáo | Luật | Tố cáo |
Luật Tiếp công dân | Luật | Tiếp công dân |
Luật Thanh tra | Luật | Thanh tra |
Luật Cán bộ, công chức | Luật | Cán bộ, công chức |
Luật Thi đua, khen thưởng | Luật | Thi đua, khen thưởng |
Luật Tổ chức Chính phủ | Luật | Tổ chức Chính phủ |
Luật Tổ chức chính quyền địa phương | Luật | Tổ chức chính quyền địa phương |
Luật Ban hành văn bản quy phạm pháp luật | Luật | Ban hành văn bản quy phạm pháp luật |
Luật Mặt trận Tổ quốc Việt Nam | Luật | Mặt trận Tổ quốc Việt Nam |
Luật Công đoàn | Luật | Công đoàn |
Luật Thanh niên | Luật | Thanh niên |
Luật Người cao tuổi | Luật | Người cao tuổi |
Luật Người khuyết tật | Luật | Người khuyết tật |
Luật Bình đẳng giới | Luật | Bình đẳng giới |
Luật Phòng, chống bạo lực gia đình | Luật | Phòng, chống bạo lực gia đình |
Luật Phòng, chống mua bán người | Luật | Phòng, chống mua bán người |
Luật Phòng, chống thiên tai | Luật | Phòng, chống thiên tai |
Luật Phòng, chống tác hại của rượu, bia | Luật | Phòng, chống tác hại của rượu, bia |
Luật Phòng, chống bệnh truyền nhiễm | Luật | Phòng, chống bệnh truyền nhiễm |
Luật Cư trú | Luật | Cư trú |
Luật Hộ tịch | Luật | Hộ tịch |
Luật Công chứng | Luật | Công chứng |
Luật Trợ giúp pháp lý | Luật | Trợ giúp pháp lý |
Luật Phổ biến, giáo dục pháp luật | Luật | Phổ biến, giáo dục pháp luật |
Luật Hòa giải ở cơ sở | Luật | Hòa giải ở cơ sở |
Luật Thi hành án dân sự | Luật | Thi hành án dân sự |
Luật Xử lý vi phạm hành chính | Luật | Xử lý vi phạm hành chính |
Luật Nghĩa vụ quân sự | Luật | Nghĩa vụ quân sự |
Luật Dân quân tự vệ | Luật | Dân quân tự vệ |
Luật Quốc phòng | Luật | Quốc phòng |
Luật Biên phòng Việt Nam | Luật | Biên phòng Việt Nam |
Luật Công an nhân dân | Luật | Công an nhân dân |
Luật Doanh nghiệp | Luật | Doanh nghiệp |
Luật Đầu tư | Luật | Đầu tư |
Luật Hợp tác xã | Luật | Hợp tác xã |
Luật Hỗ trợ doanh nghiệp nhỏ và vừa | Luật | Hỗ trợ doanh nghiệp nhỏ và vừa |
Luật Thương mại | Luật | Thương mại |
Luật Cạnh tranh | Luật | Cạnh tranh |
Luật Kế toán | Luật | Kế toán |
Luật Kiểm toán nhà nước | Luật | Kiểm toán nhà nước |
Luật Quản lý thuế | Luật | Quản lý thuế |
Luật Thuế giá trị gia tăng | Luật | Thuế giá trị gia tăng |
Luật Phí và lệ phí | Luật | Phí và lệ phí |
Luật Giá | Luật | Giá |
Luật Quản lý, sử dụng tài sản công | Luật | Quản lý, sử dụng tài sản công |
Luật Các tổ chức tín dụng | Luật | Các tổ chức tín dụng |
Luật Kinh doanh bất động sản | Luật | Kinh doanh bất động sản |
Luật Điện lực | Luật | Điện lực |
Luật Sử dụng năng lượng tiết kiệm và hiệu quả | Luật | Sử dụng năng lượng tiết kiệm và hiệu quả |
Luật Tiêu chuẩn và quy chuẩn kỹ thuật | Luật | Tiêu chuẩn và quy chuẩn kỹ thuật |
Luật Khoa học và công nghệ | Luật | Khoa học và công nghệ |
Luật Sở hữu trí tuệ | Luật | Sở hữu trí tuệ |
Luật Chuyển giao công nghệ | Luật | Chuyển giao công nghệ |
Luật Trật tự, an toàn giao thông đường bộ | Luật | Trật tự, an toàn giao thông đường bộ |
Luật Đường bộ | Luật | Đường bộ |
Luật Giao thông đường thủy nội địa | Luật | Giao thông đường thủy nội địa |
Luật Hàng không dân dụng Việt Nam | Luật | Hàng không dân dụng Việt Nam |
Luật Tín ngưỡng, tôn giáo | Luật | Tín ngưỡng, tôn giáo |
Luật Bảo vệ bí mật nhà nước | Luật | Bảo vệ bí mật nhà nước |
Luật Bảo vệ quyền lợi người tiêu dùng | Luật | Bảo vệ quyền lợi người tiêu dùng |
Luật Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại Việt Nam | Luật | Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại Việt Nam |
Bộ luật Dân sự | Bộ luật | Dân sự |
Bộ luật Dân sự năm 2015 | Bộ luật | Dân sự | 2015
Bộ luật Hình sự 2015 | Bộ luật | Hình sự | 2015
Bộ luật Lao động ngày 20 tháng 11 năm 2019 | Bộ luật | Lao động | 2019-11-20
Bộ luật Tố tụng hình sự | Bộ luật | Tố tụng hình sự |
Bộ luật Hàng hải Việt Nam | Bộ luật | Hàng hải Việt Nam |
Bộ Luật Lao động | Bộ luật | Lao động |
khoản 1 Điều 112 Bộ luật Lao động | Bộ luật | Lao động |
Pháp lệnh Cảnh sát môi trường | Pháp lệnh | Cảnh sát môi trường |
Pháp lệnh Ưu đãi người có công với cách mạng ngày 09 tháng 12 năm 2020 | Pháp lệnh | Ưu đãi người có công với cách mạng | 2020-12-09
Pháp lệnh Ngoại hối năm 2005 | Pháp lệnh | Ngoại hối | 2005
Luật sửa đổi, bổ sung một số điều của Luật Đê điều ngày 17 tháng 6 năm 2020 | Luật | sửa đổi, bổ sung một số điều của Luật Đê điều | 2020-06-17
Luật sửa đổi, bổ sung một số điều của Luật Phòng, chống thiên tai và Luật Đê điều năm 2020 | Luật | sửa đổi, bổ sung một số điều của Luật Phòng, chống thiên tai và Luật Đê điều | 2020
Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế ngày 27/11/2024 | Luật | sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế | 2024-11-27
Công ước về Quyền trẻ em | Công ước | về Quyền trẻ em |
Hiệp định Thương mại tự do Việt Nam - Liên minh châu Âu | Hiệp định | Thương mại tự do Việt Nam - Liên minh châu Âu |
Luật Căn cước | Luật | Căn cước |
Luật Biển Việt Nam | Luật | Biển Việt Nam |
Pháp lệnh Quản lý thị trường | Pháp lệnh | Quản lý thị trường |
Công ước khung về Biến đổi khí hậu | Công ước | khung về Biến đổi khí hậu |
Luật Phòng không nhân dân | Luật | Phòng không nhân dân |
Nghị định thư Kyoto | Nghị định thư | Kyoto |
Hiến chương Liên hợp quốc | Hiến chương | Liên hợp quốc |
Điều 5 Luật Nhà ở quy định chi tiết | Luật | Nhà ở |
Luật Giáo dục được Quốc hội thông qua | Luật | Giáo dục |
Luật Việc làm để triển khai | Luật | Việc làm |
Luật Cư trú (hiệu lực từ năm nay) | Luật | Cư trú |
Luật Trẻ em: tăng cường truyền thông | Luật | Trẻ em |
“Luật Trẻ em” | Luật | Trẻ em |
Luật Thủ đô về phát triển đô thị | Luật | Thủ đô |
Luật Đất đai của Quốc hội | Luật | Đất đai |
- Luật Dược; | Luật | Dược |
"""

# text | the titles, parted by ` / `
ROWS = """
các Luật: Luật Đầu tư, Luật Đấu thầu, Luật Đất đai | Đầu tư / Đấu thầu / Đất đai
Luật Khiếu nại và Luật Tố cáo | Khiếu nại / Tố cáo
Luật Khiếu nại, Luật Tố cáo, Luật Tiếp công dân. | Khiếu nại / Tố cáo / Tiếp công dân
Luật Đê điều năm 2006; Luật Thủy lợi năm 2017 | Đê điều / Thủy lợi
Bộ luật Hình sự, Bộ luật Tố tụng hình sự | Hình sự / Tố tụng hình sự
Luật Trẻ em và Công ước về Quyền trẻ em | Trẻ em / về Quyền trẻ em
"""

# no law is named here
NO_LAWS = [
    "theo quy định của pháp luật",
    "theo pháp luật về đất đai",
    "tuyên truyền pháp luật cho người dân",
    "kỷ luật lao động",
    "luật sư bào chữa",
    "Luật sư Nguyễn Văn An",
    "Hội Luật gia tỉnh",
    "Trường Đại học Luật Hà Nội",
    "Khoa Luật hình sự",
    "Đoàn Luật sư thành phố",
    "phá luật chơi",
    "vi phạm luật giao thông",  # in small letters it is no name
    "Ngày Pháp luật Việt Nam",
    "xây dựng dự án luật",
    "luật hóa các quy định",
    "Bộ luật.",  # no name
    "Luật này có hiệu lực",
    "pháp lệnh kế hoạch",
    "hiến pháp và pháp luật",
    "hiệp định đã ký",
    "công ước quốc tế",
    "Luật quy định chi tiết",
    "",
]

# a law named inside the title of another document is part of that title
IN_TITLES = [
    "quy định chi tiết một số điều của Luật Đất đai",
    "quy định chi tiết thi hành Luật Nhà ở",
    "hướng dẫn thi hành một số điều của Luật Dược",
    "quy định chi tiết một số điều và biện pháp thi hành Luật Thanh tra",
    "quy định chi tiết một số điều của Luật Khiếu nại và Luật Tố cáo",
]

# what was once read wrong, or still is
HARD_FORMS = [
    ("Hiến pháp năm 2013", "Hiến pháp", "", "2013"),
    ("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013", "Hiến pháp", "nước Cộng hòa xã hội chủ nghĩa Việt Nam", "2013"),
    ("Công ước khung về Biến đổi khí hậu năm 1992", "Công ước", "khung về Biến đổi khí hậu", "1992"),
    ("Công ước Liên hợp quốc về Luật Biển năm 1982", "Công ước", "Liên hợp quốc về Luật Biển", "1982"),
    ("các quy định khác Luật Nhà ở", "Luật", "Nhà ở", ""),
    ("Sở Tư pháp tổ chức thi hành Luật Căn cước", "Luật", "Căn cước", ""),
    ("các điều kiện bảo đảm thi hành Luật Đất đai năm 2024", "Luật", "Đất đai", "2024"),
]  # fmt: skip


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


@pytest.mark.parametrize(("text", "kind", "title", "date"), [*rows(FORMS), *HARD_FORMS])
def test_a_law_by_its_name(text: str, kind: str, title: str, date: str) -> None:
    assert [(law.type, law.title or "", law.date or "") for law in laws(text)] == [(kind, title, date)]


@pytest.mark.parametrize(("text", "titles"), rows(ROWS))
def test_laws_in_a_row(text: str, titles: str) -> None:
    assert [law.title for law in laws(text)] == titles.split(" / ")


@pytest.mark.parametrize("text", NO_LAWS)
def test_what_is_no_law(text: str) -> None:
    assert list(laws(text)) == []


@pytest.mark.parametrize("text", IN_TITLES)
def test_a_law_inside_a_title_is_part_of_it(text: str) -> None:
    assert list(laws(text)) == []


@pytest.mark.parametrize(("text", "kind", "title", "date"), rows(FORMS))
def test_a_law_goes_on_in_a_sentence(text: str, kind: str, title: str, date: str) -> None:
    sentence = f"Việc này thực hiện theo {text.lstrip('- ').rstrip(';')}, trình cấp có thẩm quyền."
    assert [(law.type, law.title or "", law.date or "") for law in laws(sentence)] == [(kind, title, date)]


def test_there_are_enough_forms() -> None:
    assert len(rows(FORMS)) >= 150
