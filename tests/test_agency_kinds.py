"""What kind of body each name means, at which level and of which place."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from accept import documents
from small_documents import said

from extract.body_heads import HEADS
from extract.extraction import Agency
from extract.mention_agencies import find_agencies
from extract.setting import Setting
from nhiemvu.parsing import parse
from rulebook.known_bodies import KINDS
from rulebook.tables import agencies

ROOT = Path(__file__).parents[1]
HARD = sorted(
    path for path in (ROOT / "tests" / "documents").iterdir() if path.suffix in {".txt", ".docx", ".html"}
)
SEEDS = sorted((ROOT / ".." / "shared" / "seeds").glob("*.txt"))

# Who names the body.
NOWHERE = Setting(None, None, None, None)
PROVINCE = Setting(None, "2024-05-02", "Ủy ban nhân dân tỉnh Yên Bái", "Yên Bái")
DISTRICT = Setting(None, "2024-05-02", "Ủy ban nhân dân huyện Hưng Hà", None)
COMMUNE = Setting(None, "2025-09-10", "Ủy ban nhân dân xã Tiên La", None)
CITY = Setting(None, "2024-05-02", "Ủy ban nhân dân thành phố Đà Nẵng", "Đà Nẵng")
MERGED = Setting(None, "2025-09-10", "Ủy ban nhân dân tỉnh Đồng Nai", "Đồng Nai")
MINISTRY = Setting(None, "2024-05-02", "Bộ Y tế", None)


def told(name: str, setting: Setting = NOWHERE) -> Agency:
    (found,) = find_agencies(name, [(0, len(name))], (), setting)
    assert found.quote == name
    return found


# name | kind | level | place; a dash for what nothing tells
TABLE: dict[Setting, str] = {
    NOWHERE: """
        Chính phủ | government | central | -
        Thủ tướng Chính phủ | post | central | -
        Thủ tướng | post | central | -
        Quốc hội | legislature | central | -
        UBTVQH | legislature | central | -
        Chủ tịch nước | head_of_state | central | -
        Bộ Y tế | ministry | central | -
        Bộ GD&ĐT | ministry | central | -
        Bộ Kế hoạch và Đầu tư | ministry | central | -
        Bộ trưởng Bộ Nội vụ | post | central | -
        Thanh tra Chính phủ | ministry | central | -
        Ngân hàng Nhà nước Việt Nam | ministry | central | -
        Thống đốc Ngân hàng Nhà nước Việt Nam | post | central | -
        Kiểm toán nhà nước | audit | central | -
        Tổng cục Thuế | tax | central | -
        Tổng cục Lâm nghiệp | service | central | -
        Vụ Pháp chế | service | central | -
        Văn phòng Bộ | office | central | -
        Thanh tra Bộ | inspectorate | central | -
        Văn phòng Quốc hội | legislature | central | -
        Đài Truyền hình Việt Nam | media | central | -
        Tập đoàn Điện lực Việt Nam | enterprise | central | -
        Ủy ban An toàn giao thông Quốc gia | steering_committee | central | -
        UBND tỉnh | peoples_committee | province | -
        Bộ Chính trị | party | central | -
        Ban Bí thư | party | central | -
        Ban Chấp hành Trung ương Đảng khóa XIII | party | central | -
        Đảng ủy | party | - | -
        Thành ủy Hải Phòng | party | province | thành phố Hải Phòng
        Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam | front | central | -
        Mặt trận Tổ quốc | front | - | -
        Đoàn TNCS Hồ Chí Minh | union | - | -
        Hội Nông dân | union | - | -
        Báo Nhân Dân | media | - | -
        Nhà xuất bản Tư pháp | media | - | -
        Tạp chí Cộng sản | media | - | -
        Ngân hàng Chính sách xã hội | bank | central | -
        Bệnh viện Bạch Mai | hospital | - | -
        Bệnh viện Trung ương Huế | hospital | central | thành phố Huế
        Trường THCS Yên Bình | school | - | -
        Trường Tiểu học và THCS Hát Lừu | school | - | -
        Trường Đại học Tây Nguyên | school | - | -
        Học viện Tư pháp | school | - | -
        Trường Cao đẳng Y tế | school | - | -
        Ban Chỉ đạo | steering_committee | - | -
        Đoàn kiểm tra liên ngành | task_force | - | -
        Hội đồng nghĩa vụ quân sự cấp xã | council | commune | -
        các Sở, ban, ngành | collective | province | -
        các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ | collective | central | -
        các địa phương | collective | local | -
        các cơ quan, đơn vị liên quan | collective | any | -
        các tổ chức chính trị - xã hội | collective | any | -
        các Sở: Nội vụ, Tài chính và Y tế | collective | province | -
        Giám đốc các Sở: Nội vụ, Y tế | collective | province | -
        UBND các cấp | collective | local | -
        Ban Chỉ đạo cấp tỉnh, cấp huyện, cấp xã | collective | local | -
        các doanh nghiệp | collective | any | -
        các hộ kinh doanh | collective | any | -
        các trường học | collective | - | -
        các thôn | collective | commune | -
        các cơ quan báo chí | collective | any | -
        Sở Tài chíng | department | province | -
        Sở Lao đông | department | province | -
        Sở Nông nghiệp | department | province | -
        Sở Tài chinh | department | province | -
        Trạm Tấu | - | - | -
        Trường Sa | - | - | -
        Bộ phận Một cửa | unit | - | -
        Phòng Tài chính kế toán | division | - | -
        Hợp tác xã Suối Giàng | enterprise | - | -
        Bảo hiểm xã hội | insurance | - | -
        Ban Quản lý các Chương trình mục tiêu quốc gia | management_board | - | -
        Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh | party | province | -
        Tổ bảo vệ an ninh trật tự ở cơ sở | task_force | commune | -
        UBND | peoples_committee | - | -
        Công an | police | - | -
        các cơ sở giáo dục | collective | - | -
        Ban Tổ chức Trung ương | party | central | -
        Ban Chỉ đạo quốc gia 1237 | steering_committee | central | -
        Lãnh đạo Tổng cục Thuế | post | central | -
        Phó Thủ tướng Chính phủ | post | central | -
        các Đoàn đại biểu Quốc hội | collective | province | -
        Bộ Luật Lao động | - | - | -
        Bộ Tiêu chí quốc gia | - | - | -
        các cơ quan trung ương, địa phương | collective | any | -
        các bộ, ngành, địa phương | collective | any | -
    """,
    PROVINCE: """
        UBND tỉnh | peoples_committee | province | tỉnh Yên Bái
        UBND tỉnh Yên Bái | peoples_committee | province | tỉnh Yên Bái
        HĐND tỉnh | peoples_council | province | tỉnh Yên Bái
        Thường trực HĐND tỉnh | peoples_council | province | tỉnh Yên Bái
        Ban Pháp chế HĐND tỉnh | peoples_council | province | tỉnh Yên Bái
        Đoàn ĐBQH tỉnh | legislature | province | tỉnh Yên Bái
        Sở LĐ-TB&XH | department | province | tỉnh Yên Bái
        Sở Y tế tỉnh Kiên Giang | department | province | tỉnh Kiên Giang
        Sở Tài chính | department | province | tỉnh Yên Bái
        Giám đốc Sở Nội vụ | post | province | tỉnh Yên Bái
        Phó Giám đốc Sở Nội vụ | post | province | tỉnh Yên Bái
        Văn phòng UBND tỉnh | office | province | tỉnh Yên Bái
        Chánh Văn phòng UBND tỉnh | post | province | tỉnh Yên Bái
        Chủ tịch UBND tỉnh | post | province | tỉnh Yên Bái
        Thanh tra tỉnh | inspectorate | province | tỉnh Yên Bái
        Thanh tra Sở | inspectorate | province | tỉnh Yên Bái
        Ban Dân tộc tỉnh | department | province | tỉnh Yên Bái
        Ban Quản lý các khu công nghiệp tỉnh | management_board | province | tỉnh Yên Bái
        Chi cục Kiểm lâm | service | province | -
        Cục Thuế tỉnh | tax | province | tỉnh Yên Bái
        Cục Thống kê tỉnh | statistics | province | tỉnh Yên Bái
        Kho bạc Nhà nước tỉnh | treasury | province | tỉnh Yên Bái
        BHXH tỉnh | insurance | province | tỉnh Yên Bái
        Công an tỉnh | police | province | tỉnh Yên Bái
        Giám đốc Công an tỉnh | post | province | tỉnh Yên Bái
        Bộ Chỉ huy Quân sự tỉnh | military | province | tỉnh Yên Bái
        Bộ Chỉ huy Bộ đội Biên phòng tỉnh | military | province | tỉnh Yên Bái
        TAND tỉnh | court | province | tỉnh Yên Bái
        VKSND tỉnh | procuracy | province | tỉnh Yên Bái
        Trường Chính trị tỉnh | school | province | tỉnh Yên Bái
        Công ty Điện lực Yên Bái | enterprise | province | tỉnh Yên Bái
        Bưu điện tỉnh | enterprise | province | tỉnh Yên Bái
        Liên minh Hợp tác xã tỉnh | association | province | tỉnh Yên Bái
        Hội Chữ thập đỏ tỉnh | association | province | tỉnh Yên Bái
        Văn phòng Đăng ký đất đai tỉnh | office | province | tỉnh Yên Bái
        UBND thành phố | peoples_committee | district | -
        UBND thành phố Yên Bái | peoples_committee | district | thành phố Yên Bái
        Phòng Nội vụ | division | district | -
        UBND huyện | peoples_committee | district | -
        UBND cấp xã | peoples_committee | commune | -
        Tỉnh ủy | party | province | tỉnh Yên Bái
        Tỉnh ủy Yên Bái | party | province | tỉnh Yên Bái
        Ban Thường vụ Tỉnh ủy | party | province | tỉnh Yên Bái
        Thường trực Tỉnh ủy | party | province | tỉnh Yên Bái
        Ban Tuyên giáo Tỉnh ủy | party | province | tỉnh Yên Bái
        Ban Tổ chức Tỉnh ủy | party | province | tỉnh Yên Bái
        Văn phòng Tỉnh ủy | party | province | tỉnh Yên Bái
        Bí thư Tỉnh ủy | post | province | tỉnh Yên Bái
        Đảng ủy Công an tỉnh | party | province | tỉnh Yên Bái
        Ban cán sự đảng UBND tỉnh | party | province | tỉnh Yên Bái
        UBMTTQ Việt Nam tỉnh | front | province | tỉnh Yên Bái
        Tỉnh đoàn | union | province | tỉnh Yên Bái
        Hội LHPN tỉnh | union | province | tỉnh Yên Bái
        Liên đoàn Lao động tỉnh | union | province | tỉnh Yên Bái
        Báo Quảng Nam | media | province | tỉnh Quảng Nam
        Báo Yên Bái | media | province | tỉnh Yên Bái
        Đài Phát thanh và Truyền hình tỉnh | media | province | tỉnh Yên Bái
        Cổng thông tin điện tử tỉnh | media | province | tỉnh Yên Bái
        Chi nhánh Ngân hàng Chính sách xã hội tỉnh | bank | province | tỉnh Yên Bái
        Ngân hàng Nhà nước chi nhánh tỉnh | bank | province | tỉnh Yên Bái
        Bệnh viện Đa khoa tỉnh | hospital | province | tỉnh Yên Bái
        Ban Chỉ đạo các chương trình mục tiêu quốc gia tỉnh | steering_committee | province | tỉnh Yên Bái
        Ban An toàn giao thông tỉnh | steering_committee | province | tỉnh Yên Bái
        các sở, ban, ngành, đoàn thể tỉnh | collective | province | tỉnh Yên Bái
        UBND các huyện, thị xã, thành phố | collective | district | -
        UBND các xã, phường, thị trấn | collective | commune | -
        Chủ tịch UBND các huyện, thị xã, thành phố | collective | district | -
        Thủ trưởng các sở, ban, ngành | collective | province | tỉnh Yên Bái
        UBND xã, phường | collective | commune | -
        Phòng Nông nghiệp và Môi trường các huyện, thành phố | collective | district | -
    """,
    MINISTRY: """
        Sở Y tế các tỉnh, thành phố trực thuộc Trung ương | collective | province | -
        UBND thành phố Hà Nội | peoples_committee | province | thành phố Hà Nội
        Công an Hà Nội | police | province | thành phố Hà Nội
        UBND các tỉnh, thành phố trực thuộc Trung ương | collective | province | -
    """,
    CITY: """
        UBND thành phố | peoples_committee | province | thành phố Đà Nẵng
        Công an thành phố | police | province | thành phố Đà Nẵng
        Công an thành phố Đà Nẵng | police | province | thành phố Đà Nẵng
    """,
    MERGED: """
        UBND thành phố | peoples_committee | district | -
        UBND đặc khu Phú Quốc | peoples_committee | commune | đặc khu Phú Quốc
        UBND xã Tân Trào | peoples_committee | commune | xã Tân Trào
        TAND khu vực | court | region | -
        Viện kiểm sát nhân dân khu vực | procuracy | region | -
        Thuế tỉnh | tax | province | tỉnh Đồng Nai
        Sở Dân tộc và Tôn giáo | department | province | tỉnh Đồng Nai
        Sở NN&MT | department | province | tỉnh Đồng Nai
        UBND tỉnh | peoples_committee | province | tỉnh Đồng Nai
        Báo và phát thanh, truyền hình tỉnh | media | province | tỉnh Đồng Nai
        Phòng Nội vụ | division | district | -
        UBND huyện | peoples_committee | district | -
    """,
    DISTRICT: """
        UBND huyện | peoples_committee | district | huyện Hưng Hà
        UBND huyện Cam Lộ | peoples_committee | district | huyện Cam Lộ
        HĐND huyện | peoples_council | district | huyện Hưng Hà
        Chủ tịch UBND huyện | post | district | huyện Hưng Hà
        Phòng GD&ĐT | division | district | huyện Hưng Hà
        Phòng LĐ-TB&XH | division | district | huyện Hưng Hà
        Phòng Giáo dục và Đào tạo huyện Trấn Yên | division | district | huyện Trấn Yên
        Công an huyện | police | district | huyện Hưng Hà
        Ban Chỉ huy Quân sự huyện | military | district | huyện Hưng Hà
        Hạt Kiểm lâm huyện | service | district | huyện Hưng Hà
        TAND huyện | court | district | huyện Hưng Hà
        Trung tâm Y tế huyện | hospital | district | huyện Hưng Hà
        Điện lực huyện | enterprise | district | huyện Hưng Hà
        PGD NHCSXH huyện | bank | district | huyện Hưng Hà
        UBND cấp huyện | peoples_committee | district | -
        UBND thị xã Nghĩa Lộ | peoples_committee | district | thị xã Nghĩa Lộ
        UBND quận Hải Châu | peoples_committee | district | quận Hải Châu
        UBND tỉnh | peoples_committee | province | -
        UBND xã | peoples_committee | commune | -
        Huyện ủy | party | district | huyện Hưng Hà
        Ban Thường vụ Huyện ủy | party | district | huyện Hưng Hà
        Văn phòng Huyện ủy | party | district | huyện Hưng Hà
        Ủy ban MTTQ Việt Nam huyện | front | district | huyện Hưng Hà
        Huyện đoàn | union | district | huyện Hưng Hà
        Hội Nông dân huyện | union | district | huyện Hưng Hà
        Ban Chỉ huy phòng, chống thiên tai và tìm kiếm cứu nạn huyện | steering_committee | district | huyện Hưng Hà
        các phòng, ban, ngành, đoàn thể huyện | collective | district | huyện Hưng Hà
    """,
    COMMUNE: """
        UBND xã | peoples_committee | commune | xã Tiên La
        HĐND xã | peoples_council | commune | xã Tiên La
        Chủ tịch UBND xã | post | commune | xã Tiên La
        Công an xã | police | commune | xã Tiên La
        Trạm Y tế xã | hospital | commune | xã Tiên La
        Phòng Văn hóa - Xã hội | division | commune | xã Tiên La
        Phòng Kinh tế | division | commune | xã Tiên La
        Trung tâm Phục vụ hành chính công xã | division | commune | xã Tiên La
        Đảng ủy xã | party | commune | xã Tiên La
        Ban Chỉ huy Quân sự xã | military | commune | xã Tiên La
        UBND phường An Biên | peoples_committee | commune | phường An Biên
        Trưởng thôn | post | commune | -
        Ban Công tác Mặt trận | front | commune | -
        Ban Thường trực Ủy ban MTTQ Việt Nam xã | front | commune | xã Tiên La
        Hội Cựu chiến binh xã | union | commune | xã Tiên La
        Đoàn Thanh niên xã | union | commune | xã Tiên La
        Tổ công tác | task_force | - | -
        Ủy ban bầu cử xã | council | commune | xã Tiên La
    """,
}
ROWS = [
    pytest.param(setting, *(cell.strip() for cell in line.split("|")), id=line.split("|")[0].strip())
    for setting, lines in TABLE.items()
    for line in lines.strip().splitlines()
]


@pytest.mark.parametrize(("setting", "name", "kind", "level", "place"), ROWS)
def test_kind_level_and_place(setting: Setting, name: str, kind: str, level: str, place: str) -> None:
    found = told(name, setting)
    assert [value or "-" for value in (found.kind, found.level, found.place)] == [kind, level, place]


@pytest.mark.parametrize(
    ("name", "members"),
    [
        ("các Sở, ban, ngành", ("department", "sector")),
        ("các sở, ban, ngành, đoàn thể tỉnh", ("department", "sector", "union")),
        ("UBND các huyện, thị xã, thành phố", ("peoples_committee",)),
        ("các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ", ("ministry", "service")),
        ("các Sở: Nội vụ, Tài chính và Y tế", ("Sở Nội vụ", "Sở Tài chính", "Sở Y tế")),
        ("Giám đốc các Sở: Nội vụ, Y tế", ("Giám đốc Sở Nội vụ", "Giám đốc Sở Y tế")),
        ("các tổ chức chính trị - xã hội phường", ("union",)),  # the ward is their place, not one of them
        ("các cấp", ()),  # nobody in particular
        ("Sở Tài chính", ()),
        (
            "Ban Chỉ đạo các chương trình mục tiêu quốc gia tỉnh",
            (),
        ),  # the programmes are many, the body is one
    ],
)
def test_what_a_group_stands_for(name: str, members: tuple[str, ...]) -> None:
    assert told(name).members == members


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Sở Tài chíng", ("Sở Tài chính",)),
        ("Sở Tài chinh", ("Sở Tài chính",)),
        ("Sở Lao đông", ("Sở Lao động - Thương binh và Xã hội",)),
        ("Sở Nông nghiệp", ("Sở Nông nghiệp và Môi trường", "Sở Nông nghiệp và Phát triển nông thôn")),
        ("Bộ Tài nguyên và Môitrường", ("Bộ Tài nguyên và Môi trường",)),
        ("Sở Tài chính", ()),
        ("Sở LĐ-TB&XH", ()),
        ("Phòng Tài chính kế toán", ()),  # a division of a hospital, no Phòng Tài chính - Kế hoạch
        ("Phòng Kế hoạch tổng hợp", ()),
        ("Hội Nông nghiệp tỉnh", ()),  # associations are no closed list
    ],
)
def test_a_slip_is_told_and_not_mended(name: str, meant: tuple[str, ...]) -> None:
    found = told(name)
    assert found.meant == meant
    assert (found.rule == "slip") is bool(meant)
    assert found.name == name or not meant


def test_of_two_departments_that_may_be_meant_the_one_of_the_day_comes_first() -> None:
    assert told("Sở Nông nghiệp", PROVINCE).meant[0] == "Sở Nông nghiệp và Phát triển nông thôn"
    assert told("Sở Nông nghiệp", MERGED).meant[0] == "Sở Nông nghiệp và Môi trường"


def test_the_rule_says_who_knows() -> None:
    by_row, by_head, unknown = told("Sở Y tế"), told("Bệnh viện Bạch Mai"), told("Trường Sa")
    assert (by_row.rule, by_head.rule, unknown.rule) == ("rulebook", "grammar", "grammar")
    assert by_row.confidence > by_head.confidence > unknown.confidence


PLAN = """UBND TỈNH ĐỒNG NAI
Số: 61/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đồng Nai, ngày 12 tháng 9 năm 2025

KẾ HOẠCH
Bảo tồn cây bưởi

Căn cứ Quyết định số 67/2005/QĐ-UBND ngày 20/7/2005 của UBND tỉnh về cây trồng;

I. NHIỆM VỤ
1. Công an tỉnh chủ trì kiểm tra.
"""


def test_the_place_is_not_lent_to_a_body_from_before_the_merger() -> None:
    places = {agency.quote: agency.place for agency in said(PLAN).agencies}
    assert (places["UBND tỉnh"], places["Công an tỉnh"]) == (None, "tỉnh Đồng Nai")


def test_all_kinds_are_in_the_vocabulary() -> None:
    assert {row.kind for row in agencies()} | {kind for kind, _ in HEADS} <= KINDS.keys()


# By eye: `Trường Sa` and `Trạm Tấu` are places, `thường trực` stands for a body named before.
NO_KIND = {"Trường Sa", "Trạm Tấu", "thường trực", "thường trực Chương"}


def test_every_body_of_the_documents_has_a_kind() -> None:
    found = [agency for path in (*documents(), *HARD, *SEEDS) for agency in parse(str(path)).agencies]
    assert {agency.name for agency in found if agency.kind is None} <= NO_KIND
    assert sum(agency.level is not None for agency in found) / len(found) > 0.8
    assert all(agency.kind in KINDS for agency in found if agency.kind)


def test_the_time_grows_with_the_text() -> None:
    """The kind of a name is told once, and no library for slips is loaded where there are none."""
    script = (
        "import sys; from extract.mention_agencies import find_agencies as f;"
        "t = 'Sở Y tế, UBND các huyện và Công an tỉnh. ' * 2000;"
        "print(len(f(t, [(0, len(t))])), 'rapidfuzz' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT, timeout=60
    )
    assert re.fullmatch(r"6000 False\s*", done.stdout)
