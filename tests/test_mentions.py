"""Mentions of documents by number, as each stands in the text."""

from __future__ import annotations

import pytest

from extract.mentions import mentions
from extract.short_forms import short_mentions
from rulebook.number import parse

# text | the quote: from the type through number, date and issuer | symbol | type | date | issuer | pinpoint
FORMS = """
Nghị quyết số 43/2022/QH15 ngày 11/01/2022 của Quốc hội về chính sách tài khóa | Nghị quyết số 43/2022/QH15 ngày 11/01/2022 của Quốc hội | 43/2022/QH15 | Nghị quyết | 2022-01-11 | Quốc hội |
Nghị định số 53/2019/NĐ-CP ngày 17 tháng 6 năm 2019 của Chính phủ quy định chi tiết | Nghị định số 53/2019/NĐ-CP ngày 17 tháng 6 năm 2019 của Chính phủ | 53/2019/NĐ-CP | Nghị định | 2019-06-17 | Chính phủ |
Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt | Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ | 749/QĐ-TTg | Quyết định | 2020-06-03 | Thủ tướng Chính phủ |
Thông tư số 22/2021/TT-BGDĐT của Bộ Giáo dục và Đào tạo | Thông tư số 22/2021/TT-BGDĐT của Bộ Giáo dục và Đào tạo | 22/2021/TT-BGDĐT | Thông tư | | Bộ Giáo dục và Đào tạo |
Thông tư liên tịch số 05/2015/TTLT-BYT-BNV ngày 11/12/2015 | Thông tư liên tịch số 05/2015/TTLT-BYT-BNV ngày 11/12/2015 | 05/2015/TTLT-BYT-BNV | Thông tư liên tịch | 2015-12-11 | |
Chỉ thị số 13/CT-TTg ngày 12-3-2024 của Thủ tướng Chính phủ | Chỉ thị số 13/CT-TTg ngày 12-3-2024 của Thủ tướng Chính phủ | 13/CT-TTg | Chỉ thị | 2024-03-12 | Thủ tướng Chính phủ |
Công điện số 76/CĐ-TTg của Thủ tướng Chính phủ | Công điện số 76/CĐ-TTg của Thủ tướng Chính phủ | 76/CĐ-TTg | Công điện | | Thủ tướng Chính phủ |
Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị | Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị | 57-NQ/TW | Nghị quyết | 2024-12-22 | Bộ Chính trị |
Chương trình hành động số 12-CTr/TU ngày 05/4/2023 của Tỉnh ủy | Chương trình hành động số 12-CTr/TU ngày 05/4/2023 của Tỉnh ủy | 12-CTr/TU | Chương trình | 2023-04-05 | Tỉnh ủy |
Kết luận số 49-KL/TW | Kết luận số 49-KL/TW | 49-KL/TW | Kết luận | | |
Hướng dẫn số 15-HD/BTGTW ngày 01/02/2023 | Hướng dẫn số 15-HD/BTGTW ngày 01/02/2023 | 15-HD/BTGTW | Hướng dẫn | 2023-02-01 | |
Nghị quyết số 31/NQ-HĐND ngày 09/12/2022 của HĐND tỉnh | Nghị quyết số 31/NQ-HĐND ngày 09/12/2022 của HĐND tỉnh | 31/NQ-HĐND | Nghị quyết | 2022-12-09 | HĐND tỉnh |
Quyết định số 14/2023/QĐ-UBND của Ủy ban nhân dân tỉnh Bến Tre | Quyết định số 14/2023/QĐ-UBND của Ủy ban nhân dân tỉnh Bến Tre | 14/2023/QĐ-UBND | Quyết định | | Ủy ban nhân dân tỉnh Bến Tre |
Kế hoạch số 118/KH-UBND ngày 20/02/2024 của UBND huyện | Kế hoạch số 118/KH-UBND ngày 20/02/2024 của UBND huyện | 118/KH-UBND | Kế hoạch | 2024-02-20 | UBND huyện |
Công văn số 3021/UBND-KT ngày 14/7/2023 về việc điều tiết nước | Công văn số 3021/UBND-KT ngày 14/7/2023 | 3021/UBND-KT | Công văn | 2023-07-14 | |
Văn bản số 915/SXD-QLN ngày 02/5/2024 | Văn bản số 915/SXD-QLN ngày 02/5/2024 | 915/SXD-QLN | Công văn | 2024-05-02 | |
Tờ trình số 64/TTr-SYT ngày 19/8/2024 | Tờ trình số 64/TTr-SYT ngày 19/8/2024 | 64/TTr-SYT | Tờ trình | 2024-08-19 | |
Thông báo số 205/TB-VPCP ngày 09/6/2023 | Thông báo số 205/TB-VPCP ngày 09/6/2023 | 205/TB-VPCP | Thông báo | 2023-06-09 | |
Báo cáo số 88/BC-STC | Báo cáo số 88/BC-STC | 88/BC-STC | Báo cáo | | |
Luật Nhà ở số 27/2023/QH15 ngày 27/11/2023 | Luật Nhà ở số 27/2023/QH15 ngày 27/11/2023 | 27/2023/QH15 | Luật | 2023-11-27 | |
Văn bản hợp nhất số 07/VBHN-BYT | Văn bản hợp nhất số 07/VBHN-BYT | 07/VBHN-BYT | Văn bản hợp nhất | | |
Pháp lệnh số 02/2020/UBTVQH14 | Pháp lệnh số 02/2020/UBTVQH14 | 02/2020/UBTVQH14 | Pháp lệnh | | |
Nghị quyết số 595/NQ-UBTVQH15 ngày 12/9/2022 | Nghị quyết số 595/NQ-UBTVQH15 ngày 12/9/2022 | 595/NQ-UBTVQH15 | Nghị quyết | 2022-09-12 | |
Nghị quyết 128/NQ-CP | Nghị quyết 128/NQ-CP | 128/NQ-CP | Nghị quyết | | |
NQ 128/NQ-CP | NQ 128/NQ-CP | 128/NQ-CP | Nghị quyết | | |
QĐ số 1719/QĐ-TTg | QĐ số 1719/QĐ-TTg | 1719/QĐ-TTg | Quyết định | | |
CV số 512/SNV-CCHC | CV số 512/SNV-CCHC | 512/SNV-CCHC | Công văn | | |
thực hiện 749/QĐ-TTg trên địa bàn | 749/QĐ-TTg | 749/QĐ-TTg | | | |
Nghị quyết số 30a/2008/NQ-CP | Nghị quyết số 30a/2008/NQ-CP | 30a/2008/NQ-CP | Nghị quyết | | |
Quyết định số: 51/QĐ-SYT | Quyết định số: 51/QĐ-SYT | 51/QĐ-SYT | Quyết định | | |
Quyết định số 51/QĐ – SYT | Quyết định số 51/QĐ – SYT | 51/QĐ-SYT | Quyết định | | |
Quyết định số 51 /QĐ-SYT | Quyết định số 51 /QĐ-SYT | 51/QĐ-SYT | Quyết định | | |
Quyết định số 51/2019/QĐUBND | Quyết định số 51/2019/QĐUBND | 51/2019/QĐ-UBND | Quyết định | | |
Nghị quyết số 18/NQ-TW | Nghị quyết số 18/NQ-TW | 18-NQ/TW | Nghị quyết | | |
Kết luận 126/KL/TW | Kết luận 126/KL/TW | 126-KL/TW | Kết luận | | |
Nghị quyết số 02 - NQ/HU ngày 04/5/2021 của Huyện ủy | Nghị quyết số 02 - NQ/HU ngày 04/5/2021 của Huyện ủy | 02-NQ/HU | Nghị quyết | 2021-05-04 | Huyện ủy |
(sau đây gọi tắt là Nghị quyết 128/NQ-CP) | Nghị quyết 128/NQ-CP | 128/NQ-CP | Nghị quyết | | |
(Kèm theo Quyết định số 51/QĐ-SYT ngày 02/3/2024 của Sở Y tế) | Quyết định số 51/QĐ-SYT ngày 02/3/2024 của Sở Y tế | 51/QĐ-SYT | Quyết định | 2024-03-02 | Sở Y tế |
(Kèm theo Kế hoạch số      /KH-UBND ngày      /6/2023 của UBND xã) | Kế hoạch số      /KH-UBND ngày      /6/2023 của UBND xã | /KH-UBND | Kế hoạch | 2023-06 | UBND xã |
điểm a khoản 2 Điều 5 Nghị định số 53/2019/NĐ-CP | Nghị định số 53/2019/NĐ-CP | 53/2019/NĐ-CP | Nghị định | | | điểm a khoản 2 Điều 5
tại khoản 3 Điều 9 của Thông tư số 22/2021/TT-BGDĐT | Thông tư số 22/2021/TT-BGDĐT | 22/2021/TT-BGDĐT | Thông tư | | | khoản 3 Điều 9
khoản 1, 2 và 5 Điều 10 Thông tư số 22/2021/TT-BGDĐT | Thông tư số 22/2021/TT-BGDĐT | 22/2021/TT-BGDĐT | Thông tư | | | khoản 1, 2 và 5 Điều 10
các Điều 8, 9 và 15 Nghị định số 53/2019/NĐ-CP | Nghị định số 53/2019/NĐ-CP | 53/2019/NĐ-CP | Nghị định | | | các Điều 8, 9 và 15
Phụ lục II ban hành kèm theo Quyết định số 14/2023/QĐ-UBND | Quyết định số 14/2023/QĐ-UBND | 14/2023/QĐ-UBND | Quyết định | | | Phụ lục II
điểm đ khoản 3 Điều 7 Nghị định số 53/2019/NĐ-CP | Nghị định số 53/2019/NĐ-CP | 53/2019/NĐ-CP | Nghị định | | | điểm đ khoản 3 Điều 7
theo chỉ đạo của UBND tỉnh tại Công văn số 3021/UBND-KT | Công văn số 3021/UBND-KT | 3021/UBND-KT | Công văn | | UBND tỉnh |
hướng dẫn của Bộ Y tế tại Công văn số 77/BYT-KH ngày 04/01/2024 | Công văn số 77/BYT-KH ngày 04/01/2024 | 77/BYT-KH | Công văn | 2024-01-04 | Bộ Y tế |
Quyết định của Thủ tướng Chính phủ số 749/QĐ-TTg | Quyết định của Thủ tướng Chính phủ số 749/QĐ-TTg | 749/QĐ-TTg | Quyết định | | Thủ tướng Chính phủ |
Quyết định số 749/QĐ-TTg của Thủ tướng Chính phủ ngày 03/6/2020 | Quyết định số 749/QĐ-TTg của Thủ tướng Chính phủ ngày 03/6/2020 | 749/QĐ-TTg | Quyết định | 2020-06-03 | Thủ tướng Chính phủ |
Quyết định số 749/QĐ-TTg, ngày 03/6/2020 | Quyết định số 749/QĐ-TTg, ngày 03/6/2020 | 749/QĐ-TTg | Quyết định | 2020-06-03 | |
Quyết định số 749/QĐ-TTg ngày 31/11/2020 | Quyết định số 749/QĐ-TTg ngày 31/11/2020 | 749/QĐ-TTg | Quyết định | | |
"""

# text | symbols | types: several in a row
ROWS = """
Quyết định số 12/QĐ-SYT và Quyết định số 15/QĐ-SYT | 12/QĐ-SYT, 15/QĐ-SYT | Quyết định, Quyết định
các Nghị quyết số 8/NQ-HĐND; 9/NQ-HĐND | 8/NQ-HĐND, 9/NQ-HĐND | Nghị quyết, Nghị quyết
Thông tư số 05/2020/TT-BYT, số 06/2020/TT-BYT | 05/2020/TT-BYT, 06/2020/TT-BYT | Thông tư, Thông tư
Nghị định số 27/2022/NĐ-CP sửa đổi Nghị định số 19/2018/NĐ-CP | 27/2022/NĐ-CP, 19/2018/NĐ-CP | Nghị định, Nghị định
Luật Nhà ở; Nghị định số 95/2024/NĐ-CP | None, 95/2024/NĐ-CP | Luật, Nghị định
Nghị quyết số 11-NQ/TU và Kế hoạch số 90/KH-UBND | 11-NQ/TU, 90/KH-UBND | Nghị quyết, Kế hoạch
"""

# fractions, telephones, standards, plots, files, units: numbers that name no document
NO_MENTIONS = [
    "1/2 diện tích đất",
    "3/4 số hộ",
    "2/3 đại biểu",
    "10/12 xã đạt chuẩn",
    "đạt tỷ lệ 95/100",
    "trực 24/7",
    "trực ban 24/24 giờ",
    "làm việc 8/24h",
    "điện thoại 0263.3822.311",
    "ĐT: 0263/3822311",
    "số điện thoại 1900/1009",
    "Fax: 024.3846/2345",
    "TCVN 5574:2018",
    "QCVN 01:2019/BCT",
    "QCVN 40:2011/BTNMT",
    "tiêu chuẩn ISO 9001:2015",
    "thửa đất số 15, tờ bản đồ số 24",
    "thửa 24/B",
    "số nhà 12/5A đường Trần Phú",
    "hẻm 45/3 phường 7",
    "km 12/H3",
    "tệp bao-cao/KH-01.docx",
    "tài liệu ke_hoach_2024/UBND.pdf",
    "http://example.gov.vn/12/kh-ubnd",
    "60 km/h",
    "5 triệu đồng/người/năm",
    "200.000 đồng/m2",
    "120 mg/L",
    "1.500 con/ha",
    "30 lít/giây",
    "2 lần/năm",
    "6 tháng/lần",
    "ngày 15/6/2024",
    "tháng 6/2024",
    "Quý II/2024",
    "giai đoạn 2021-2025",
    "năm học 2024-2025",
    "A/H5N1",
    "cúm A/H1N1",
    "tỷ lệ 1/500",
    "bản đồ tỷ lệ 1/2.000",
    "Block A/B",
    "Nhóm 3/A",
    "lớp 9/2",
    "Đại đội 1/Tiểu đoàn 2",
    "tọa độ 12/Đ",
    "biển số 49A-123.45",
    "xe 50H/12345",
    "mã hồ sơ 000.00.19.H42",
    "Dự án 5, Tiểu dự án 1",
    "Điều 12 Quyết định này",
    "Kế hoạch này",
    "Chương trình mục tiêu quốc gia",
    "theo quy định của pháp luật",
    "các quyết định liên quan",
    "dự thảo Nghị định về đất đai",
    "Chiến lược phát triển ngành",
    "nghị quyết của Đảng ủy",
    "văn bản số hóa",
    "số 1, số 2 và số 3",
    "TỈNH KON TUM Số: 435/QĐ-UBND Kon Tum, ngày 04 tháng 5 năm 2020",  # a letterhead on one line
    "",
]


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


# what was once read wrong, or still is
HARD_FORMS = [
    ("Luật số 34/2024/QH15", "Luật số 34/2024/QH15", "34/2024/QH15", "Luật", "", "", ""),
    (
        "khoản 3 Điều 9 Luật số 34/2024/QH15",
        "Luật số 34/2024/QH15",
        "34/2024/QH15",
        "Luật",
        "",
        "",
        "khoản 3 Điều 9",
    ),
]
# what was once read wrong, or still is
HARD_ROWS = [
    ("các Quyết định: số 12/QĐ-SYT, số 15/QĐ-SYT", "12/QĐ-SYT, 15/QĐ-SYT", "Quyết định, Quyết định"),
    ("các Nghị quyết: 8/NQ-HĐND, 9/NQ-HĐND", "8/NQ-HĐND, 9/NQ-HĐND", "Nghị quyết, Nghị quyết"),
]


@pytest.mark.parametrize(
    ("text", "quote", "symbol", "kind", "date", "issuer", "pinpoint"), [*rows(FORMS), *HARD_FORMS]
)
def test_a_mention_as_it_stands(
    text: str, quote: str, symbol: str, kind: str, date: str, issuer: str, pinpoint: str
) -> None:
    (mention,) = mentions(text)
    said = [mention.type, mention.date, mention.issuer, mention.pinpoint]
    assert (text[mention.start : mention.end], str(mention.number)) == (quote, symbol)
    assert [part or "" for part in said] == [kind, date, issuer, pinpoint]


@pytest.mark.parametrize(("text", "symbols", "kinds"), [*rows(ROWS), *HARD_ROWS])
def test_mentions_in_a_row(text: str, symbols: str, kinds: str) -> None:
    found = mentions(text)
    assert [str(mention.number) for mention in found] == symbols.split(", ")
    assert [mention.type for mention in found] == kinds.split(", ")


@pytest.mark.parametrize("text", NO_MENTIONS)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert mentions(text) == []


def test_an_issuer_said_once_closes_a_row() -> None:
    found = mentions(
        "Quyết định số 12/QĐ-UBND ngày 02/3/2024 và Kế hoạch số 90/KH-UBND ngày 05/3/2024 của UBND tỉnh"
    )
    assert [mention.issuer for mention in found] == ["UBND tỉnh", "UBND tỉnh"]


def test_an_issuer_of_another_kind_is_not_shared() -> None:
    found = mentions("Nghị định số 53/2019/NĐ-CP và Quyết định số 12/QĐ-UBND của UBND tỉnh")
    assert [mention.issuer for mention in found] == [None, "UBND tỉnh"]


SHORT = [
    # a short form of what the file cites in full
    ("triển khai Quyết định 749 trên địa bàn", ["749/QĐ-TTg", "128/NQ-CP"], [("Quyết định 749", "749/QĐ-TTg")]),
    ("theo QĐ 749 và NQ 128", ["749/QĐ-TTg", "128/NQ-CP"], [("QĐ 749", "749/QĐ-TTg"), ("NQ 128", "128/NQ-CP")]),
    ("Quyết định số 749", ["749/QĐ-TTg"], [("Quyết định số 749", "749/QĐ-TTg")]),
    # one that fits several documents has no number
    ("Quyết định 749", ["749/QĐ-TTg", "749/QĐ-UBND"], [("Quyết định 749", "None")]),
    # of another type or of another number: it is a reference that nothing completes
    ("Nghị quyết 749", ["749/QĐ-TTg"], [("Nghị quyết 749", "None")]),
    ("Quyết định 750", ["749/QĐ-TTg"], [("Quyết định 750", "None")]),
    # none at all
    ("Quyết định này", ["749/QĐ-TTg"], []),
    ("Kế hoạch 749 triệu đồng", ["749/QĐ-TTg"], []),
    # how many, and no number, though the file cites one
    ("Kế hoạch 5 năm 2021-2025", ["5/KH-UBND"], []),
    ("Báo cáo 6 tháng đầu năm", ["6/BC-UBND"], []),
    ("Kế hoạch số 5 năm 2021", ["5/KH-UBND"], [("Kế hoạch số 5 năm 2021", "5/KH-UBND")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "known", "expected"), SHORT)
def test_short_forms_of_documents_cited_in_full(
    text: str, known: list[str], expected: list[tuple[str, str]]
) -> None:
    numbers = [number for symbol in known if (number := parse(symbol))]
    found = short_mentions(text, numbers, [])
    assert [(text[mention.start : mention.end], str(mention.number)) for mention in found] == expected


def test_a_short_form_that_fits_several_names_them() -> None:
    numbers = [number for symbol in ("749/QĐ-TTg", "749/QĐ-UBND") if (number := parse(symbol))]
    (found,) = short_mentions("Quyết định 749", numbers, [])
    assert found.candidates == ("749/QĐ-TTg", "749/QĐ-UBND")
