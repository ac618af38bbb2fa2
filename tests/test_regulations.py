"""Habits of regulations (quy định, quy chế, nghị định): whom they bind, what they only describe, how they allot a power.

Each habit has an example, and where it could be mistaken a counter-example.
"""

from __future__ import annotations

import pytest
from small_documents import said

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH NINH THUẬN\n\nQUYẾT ĐỊNH\nBan hành Quy định về bến bãi\n\n"
Row = tuple[tuple[str, ...], str]


def rows(text: str) -> list[Row]:
    return [(task.lead, task.quote) for task in said(HEAD + text).tasks]


WHO: dict[str, tuple[str, list[Row]]] = {
    "a conclusion drawn from what was told": (
        "1. Về bến bãi\n\nDo đó, Sở Xây dựng rà soát các bến.\n\nVì vậy, đề nghị địa phương khảo sát các bãi đỗ.",
        [
            (("Sở Xây dựng",), "Do đó, Sở Xây dựng rà soát các bến."),
            (("địa phương",), "Vì vậy, đề nghị địa phương khảo sát các bãi đỗ."),
        ],
    ),
    "staff by where they work": (
        "Điều 4. Tiếp nhận\n\n1. Cán bộ, công chức làm việc tại quầy thu phí có trách nhiệm hướng dẫn khách, ghi sổ.",
        [
            (
                ("Cán bộ, công chức làm việc tại quầy thu phí",),
                "Cán bộ, công chức làm việc tại quầy thu phí có trách nhiệm hướng dẫn khách, ghi sổ.",
            )
        ],
    ),
    "a heading with staff by where they work": (
        "Điều 4. Tiếp nhận\n\n1. Cán bộ, viên chức làm việc tại bến có trách nhiệm:\n\na) Nếu xe quá tải thì lập biên bản;\n\nb) Ghi vào sổ trực.",
        [
            (("Cán bộ, viên chức làm việc tại bến",), "Nếu xe quá tải thì lập biên bản;"),
            (("Cán bộ, viên chức làm việc tại bến",), "Ghi vào sổ trực."),
        ],
    ),
    "bodies by what they run": (
        "Điều 4. Vận hành\n\n1. Các doanh nghiệp khai thác bến phải lắp camera.\n\n2. Các tổ chức, cá nhân là chủ quán ăn, bãi xe khi thuê mặt bằng đều phải ký hợp đồng.",
        [
            (("Các doanh nghiệp khai thác bến",), "Các doanh nghiệp khai thác bến phải lắp camera."),
            (
                ("Các tổ chức, cá nhân là chủ quán ăn, bãi xe",),
                "Các tổ chức, cá nhân là chủ quán ăn, bãi xe khi thuê mặt bằng đều phải ký hợp đồng.",
            ),
        ],
    ),
    "others than the subject must": (
        "Điều 4. Di dời\n\n1. Các đơn vị cung cấp danh sách những hộ phải di dời.\n\n2. Các đơn vị thực hiện kiểm đếm các hộ phải di dời.",
        [
            (("Các đơn vị",), "Các đơn vị cung cấp danh sách những hộ phải di dời."),
            (("Các đơn vị",), "Các đơn vị thực hiện kiểm đếm các hộ phải di dời."),
        ],
    ),
    "a name of its own is not lengthened by its duty": (
        "Điều 4. Vận hành\n\n1. Sở Xây dựng quản lý các bến phải di dời.\n\n2. Các đơn vị quản lý chặt chẽ vé, tem phải hủy.",
        [
            (("Sở Xây dựng",), "Sở Xây dựng quản lý các bến phải di dời."),
            (("Các đơn vị",), "Các đơn vị quản lý chặt chẽ vé, tem phải hủy."),
        ],
    ),
    "the unit that receives and hands back papers is one name": (
        "Điều 4. Tiếp nhận\n\n1. Bộ phận tiếp nhận và trả kết quả trình lãnh đạo ký giấy.",
        [(("Bộ phận tiếp nhận và trả kết quả",), "Bộ phận tiếp nhận và trả kết quả trình lãnh đạo ký giấy.")],
    ),
    "under whom staff stand is no duty": (
        "Điều 4. Tổ chức\n\n1. Cán bộ, công chức làm việc tại bến chịu sự quản lý của Ban Quản lý bến.\n\n2. Văn phòng Ban Quản lý đặt tại bến số 1.",
        [],
    ),
    "an aside on the one before is no subject": (
        "Điều 4. Giá vé\n\n1. Sau khi Ủy ban nhân dân tỉnh ban hành giá vé trên cơ sở đề nghị của Ban Quản lý bến, Ủy ban nhân dân cấp xã theo quy định tại khoản 1 Điều này, Sở Tài chính rà soát giá cũ.",
        [
            (
                ("Sở Tài chính",),
                "Sau khi Ủy ban nhân dân tỉnh ban hành giá vé trên cơ sở đề nghị của Ban Quản lý bến, Ủy ban nhân dân cấp xã theo quy định tại khoản 1 Điều này, Sở Tài chính rà soát giá cũ.",
            )
        ],
    ),
    "who is given something does not do it": (
        "Điều 4. Trao đổi\n\n1. Sở Xây dựng có trách nhiệm:\n\na) Căn cứ chức năng được giao, cung cấp cho Công an tỉnh, Sở Tài chính thông tin về xe khách.",
        [
            (
                ("Sở Xây dựng",),
                "Căn cứ chức năng được giao, cung cấp cho Công an tỉnh, Sở Tài chính thông tin về xe khách.",
            )
        ],
    ),
    "a pair of kinds, with what they seek": (
        "Điều 4. Đỗ xe\n\n1. Tổ chức, cá nhân có nhu cầu đỗ xe qua đêm liên hệ Ban Quản lý bến.\n\n2. Cơ quan, đơn vị gửi danh sách xe về Sở Xây dựng.",
        [
            (
                ("Tổ chức, cá nhân có nhu cầu đỗ xe qua đêm",),
                "Tổ chức, cá nhân có nhu cầu đỗ xe qua đêm liên hệ Ban Quản lý bến.",
            ),
            (("Cơ quan, đơn vị",), "Cơ quan, đơn vị gửi danh sách xe về Sở Xây dựng."),
        ],
    ),
    "what a pair is entitled to is no duty": (
        "Điều 4. Đỗ xe\n\n1. Tổ chức, cá nhân sử dụng bến được giảm giá vé.\n\n2. Cơ quan, đơn vị vi phạm nộp phạt.",
        [],
    ),
    "bodies to whom a decision gives a task": (
        "Điều 4. Giá vé\n\n1. Các Sở, ban, ngành, Ủy ban nhân dân cấp xã được phân công, lập phương án giá tại Phụ lục II thực hiện rà soát giá vé.",
        [
            (
                ("Các Sở, ban, ngành", "Ủy ban nhân dân cấp xã"),
                "Các Sở, ban, ngành, Ủy ban nhân dân cấp xã được phân công, lập phương án giá tại Phụ lục II thực hiện rà soát giá vé.",
            )
        ],
    ),
    "fields of directors without their conjunction, then the police": (
        "Điều 4. Giám đốc các Sở: Nội vụ, Kế hoạch Đầu tư, Công an thành phố, Chủ tịch Ủy ban nhân dân các xã chịu trách nhiệm thi hành Quyết định này.",
        [
            (
                (
                    "Giám đốc Sở Nội vụ",
                    "Giám đốc Sở Kế hoạch và Đầu tư",
                    "Công an thành phố",
                    "Chủ tịch Ủy ban nhân dân các xã",
                ),
                "Giám đốc các Sở: Nội vụ, Kế hoạch Đầu tư, Công an thành phố, Chủ tịch Ủy ban nhân dân các xã chịu trách nhiệm thi hành Quyết định này.",
            )
        ],
    ),
    "an article on a list of goods rules": (
        "Điều 4. Danh mục vé và cơ quan báo cáo\n\n1. Sở Xây dựng báo cáo giá vé xe buýt.\n\n2. Vé tháng, vé lượt.",
        [(("Sở Xây dựng",), "Sở Xây dựng báo cáo giá vé xe buýt.")],
    ),
    "who is rewarded, under an article that names them": (
        "Điều 4. Cán bộ, công chức làm việc tại quầy vé\n\n1. Cán bộ, công chức hoàn thành tốt nhiệm vụ bán vé được xem xét khen thưởng hằng năm.\n\n2. Cán bộ, công chức có năng lực tốt trong bán vé là nguồn quy hoạch.",
        [],
    ),
    "who rewards works": (
        "Điều 4. Khen thưởng\n\n1. Sở Xây dựng khen thưởng các bến có nhiều sáng kiến.",
        [(("Sở Xây dựng",), "Sở Xây dựng khen thưởng các bến có nhiều sáng kiến.")],
    ),
    "who has a right to ask": (
        "Điều 4. Quyền\n\n1. Ban Quản lý bến có các quyền sau:\n\na) Yêu cầu các đơn vị vận tải di dời xe hỏng.\n\n2. Yêu cầu Công an tỉnh kiểm tra bến.",
        [
            (("Ban Quản lý bến",), "Yêu cầu các đơn vị vận tải di dời xe hỏng."),
            (("Công an tỉnh",), "Yêu cầu Công an tỉnh kiểm tra bến."),
        ],
    ),
    "whoever files papers, behind the case": (
        "Điều 4. Cấp lại\n\n1. Thương nhân đủ điều kiện bán vé lập 02 bộ hồ sơ gửi Sở Xây dựng.\n\n2. Trường hợp phù hiệu bị mất, doanh nghiệp được cấp phù hiệu phải nộp 01 bộ hồ sơ đề nghị cấp lại.",
        [
            (
                ("Thương nhân đủ điều kiện bán vé",),
                "Thương nhân đủ điều kiện bán vé lập 02 bộ hồ sơ gửi Sở Xây dựng.",
            ),
            (
                ("doanh nghiệp được cấp phù hiệu",),
                "Trường hợp phù hiệu bị mất, doanh nghiệp được cấp phù hiệu phải nộp 01 bộ hồ sơ đề nghị cấp lại.",
            ),
        ],
    ),
    "what an item tells first belongs to its one task": (
        "Điều 4. Bến tạm\n\n1. Bến tạm được mở trong mùa lễ hội. Chủ tịch Ủy ban nhân dân cấp xã quyết định vị trí bến tạm.",
        [
            (
                ("Chủ tịch Ủy ban nhân dân cấp xã",),
                "Bến tạm được mở trong mùa lễ hội. Chủ tịch Ủy ban nhân dân cấp xã quyết định vị trí bến tạm.",
            )
        ],
    ),
    "who seeks something, behind its case": (
        "Điều 4. Đổi phù hiệu\n\n1. Trường hợp tổ chức, cá nhân có nhu cầu đổi phù hiệu thì gửi đơn đến Sở Xây dựng.\n\n2. Trường hợp hồ sơ có yêu cầu khác thì hướng dẫn bổ sung.",
        [
            (
                ("tổ chức, cá nhân",),
                "Trường hợp tổ chức, cá nhân có nhu cầu đổi phù hiệu thì gửi đơn đến Sở Xây dựng.",
            )
        ],
    ),
    "the place is no body where no verb follows": ("1. Về bến bãi\n\nVì vậy, đề nghị địa phương khác.", []),
}


@pytest.mark.parametrize("name", WHO)
def test_whom_a_regulation_binds(name: str) -> None:
    text, expected = WHO[name]
    assert rows(text) == expected


ALLOTTED: dict[str, tuple[str, list[Row]]] = {
    "whoever has rights and duties, by whatever name": (
        "Điều 4. Bán vé\n\n1. Đại lý bán vé có các quyền và nghĩa vụ sau đây:\n\na) Lập quầy bán vé tại bến;\n\nb) Từ chối bán vé cho khách say rượu.",
        [
            (("Đại lý bán vé",), "Lập quầy bán vé tại bến;"),
            (("Đại lý bán vé",), "Từ chối bán vé cho khách say rượu."),
        ],
    ),
    "rules for whom a heading names": (
        "Điều 4. Quy định đối với doanh nghiệp vận tải\n\n1. Ngừng chạy xe khi có lệnh của cơ quan nhà nước.\n\n2. Khi gặp tai nạn phải báo ngay cho công an gần nhất.",
        [
            (("doanh nghiệp vận tải",), "Ngừng chạy xe khi có lệnh của cơ quan nhà nước."),
            (("doanh nghiệp vận tải",), "Khi gặp tai nạn phải báo ngay cho công an gần nhất."),
        ],
    ),
    "rules for a thing bind nobody by name": (
        "Điều 4. Quy định đối với hồ sơ\n\n1. Lưu hồ sơ tại bến 05 năm.",
        [((), "Lưu hồ sơ tại bến 05 năm.")],
    ),
    "a power or a piece of work that is allotted": (
        "Điều 4. Thẩm quyền\n\n1. Thẩm quyền cấp, thu hồi phù hiệu xe buýt do Sở Xây dựng thực hiện.\n\n2. Việc đặt tên bến do Ủy ban nhân dân tỉnh quyết định.",
        [
            (("Sở Xây dựng",), "Thẩm quyền cấp, thu hồi phù hiệu xe buýt do Sở Xây dựng thực hiện."),
            (("Ủy ban nhân dân tỉnh",), "Việc đặt tên bến do Ủy ban nhân dân tỉnh quyết định."),
        ],
    ),
    "what money bears is nobody's work": (
        "Điều 4. Kinh phí\n\n1. Kinh phí sửa bến do ngân sách tỉnh bảo đảm.\n\n2. Phù hiệu do Sở Xây dựng cấp được dán trên kính.",
        [],
    ),
    "papers of a file, and a paragraph after the last of them": (
        "Điều 4. Thủ tục\n\n1. Chủ đầu tư nộp 01 bộ hồ sơ về Sở Xây dựng. Hồ sơ gồm:\n\na) Tờ trình;\n\nb) Dự thảo phương án;\n\nc) Báo cáo kết quả tính toán.\n\nTrong thời hạn 05 ngày làm việc, Sở Xây dựng trả lời chủ đầu tư.",
        [
            (("Chủ đầu tư",), "Chủ đầu tư nộp 01 bộ hồ sơ về Sở Xây dựng. Hồ sơ gồm:"),
            (("Sở Xây dựng",), "Trong thời hạn 05 ngày làm việc, Sở Xây dựng trả lời chủ đầu tư."),
        ],
    ),
    "requirements that bind those a lead-in names": (
        "Điều 4. Yêu cầu trong khai thác bến\n\nCơ quan quản lý bến phải thực hiện các yêu cầu sau:\n\n1. Công khai giá vé tại bến.\n\nĐiều 5. Yêu cầu chung\n\n1. Bảo đảm an toàn, trật tự.",
        [(("Cơ quan quản lý bến",), "Công khai giá vé tại bến.")],
    ),
    "who drew up a paper does not do what it must say": (
        "Điều 4. Hồ sơ\n\n1. Trong trường hợp mở tuyến, thuyết minh do cơ quan đề nghị gửi Sở Xây dựng phải có sơ đồ tuyến.",
        [],
    ),
    "some contents that will be brought up to date": (
        "Điều 4. Tổ chức thực hiện\n\n1. Một số nội dung thuộc thẩm quyền của cấp huyện trước đây sẽ được cập nhật sau.",
        [],
    ),
    "whom a document covers, and in which cases it does not end": (
        "Điều 4. Đối tượng\n\nQuy định này áp dụng đối với các sở; các tổ chức khai thác bến xe trong tỉnh.\n\nĐiều 5. Hiệu lực\n\n1. Quy định này hết hiệu lực từ năm 2030, trừ các trường hợp sau:\n\na) Sở Xây dựng báo cáo Ủy ban nhân dân tỉnh kéo dài.",
        [],
    ),
    "whom a rule covers": (
        "Điều 4. Phạm vi\n\n1. Quy định này áp dụng đối với các cơ quan sau:\n\na) Văn phòng, các sở (sau đây gọi là cơ quan chuyên môn);\n\nb) Ủy ban nhân dân các xã có bến.",
        [],
    ),
}


@pytest.mark.parametrize("name", ALLOTTED)
def test_what_a_regulation_allots(name: str) -> None:
    text, expected = ALLOTTED[name]
    assert rows(text) == expected


def test_hours_of_business_are_no_deadline_and_bind_no_brothers() -> None:
    text = "Điều 4. Bán vé\n\n1. Đại lý bán vé có các nghĩa vụ sau:\n\na) Niêm yết giá vé tại quầy;\n\nb) Thời gian mở cửa từ 6 giờ đến 22 giờ hằng ngày;\n\nc) Báo cáo Sở Xây dựng hằng tháng."
    found = said(HEAD + text)
    assert [one.quote for one in found.deadlines] == ["hằng tháng"]
    assert [task.due for task in found.tasks] == [(), ("FREQ=MONTHLY",)]


TABLE = "Phân công như sau:\n\nTT\tNội dung công việc\tCơ quan chủ trì\tCơ quan phối hợp\n"


def test_a_cell_names_bodies_not_what_they_do_nor_for_whom() -> None:
    text = "1\tGiao kinh phí sửa bến\tUBND tỉnh trình HĐND cùng cấp\tSở Tài chính, cơ quan có liên quan, chủ bến xe\n"
    (task,) = said(
        HEAD + TABLE + text + "2\tThu vé\tSở Xây dựng, UBND xã đối với chợ quê\tCông an tỉnh"
    ).tasks[:1]
    assert task.lead == ("Ủy ban nhân dân tỉnh",)
    assert task.support == ("Sở Tài chính", "cơ quan có liên quan", "chủ bến xe")


HELPERS = (
    ("Sở Tài chính phối hợp Ngân hàng Nhà nước chi nhánh tỉnh kiểm tra quỹ.", 1),
    ("Sở Y tế phối hợp Hội Chữ thập đỏ tỉnh tập huấn sơ cứu.", 1),
    ("Sở Y tế chủ trì, phối hợp với bộ phận chức năng có liên quan giải quyết hồ sơ.", 1),
    ("Sở Y tế phối hợp nhịp nhàng trong công tác hội.", 0),
)


@pytest.mark.parametrize(("text", "count"), HELPERS)
def test_who_helps(text: str, count: int) -> None:
    (task,) = said(HEAD + "II. NHIỆM VỤ\n\n1. " + text).tasks
    assert len(task.support) == count
