"""Habits of drafting that real documents show: how a document is laid out, whom it asks, and what only looks like work.

Each habit has an example, and where it could be mistaken a counter-example.
"""

from __future__ import annotations

import pytest
from small_documents import document, said

from extract.outline import outline, sections

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH NINH THUẬN\n\nKẾ HOẠCH\nCông tác năm 2025\n\n"
Row = tuple[str | None, tuple[str, ...], str]


def rows(text: str) -> list[Row]:
    return [(task.section, task.lead, task.quote) for task in said(HEAD + text).tasks]


LAYOUT: dict[str, tuple[str, list[Row]]] = {
    "a number on a line of its own": (
        "II. NHIỆM VỤ\n\n1.1.\n\nSửa chữa trạm bơm Nhơn Hải.\n\n- Cơ quan thực hiện: Sở Xây dựng chủ trì, phối hợp với Sở Tài chính.\n\n1.2.\n\nNạo vét kênh Bắc.",
        [("II.1.1", ("Sở Xây dựng",), "Sửa chữa trạm bơm Nhơn Hải."), ("II.1.2", (), "Nạo vét kênh Bắc.")],
    ),
    "bullets before a number carry it not": (
        "- Tham gia diễn tập phòng thủ.\n\n3. Công an tỉnh\n\n- Tuần tra ban đêm.\n\n4. Sở Tài chính\n\n- Bố trí kinh phí.",
        [
            (None, (), "Tham gia diễn tập phòng thủ."),
            ("3", ("Công an tỉnh",), "Tuần tra ban đêm."),
            ("4", ("Sở Tài chính",), "Bố trí kinh phí."),
        ],
    ),
    "a list that restarts under a number, then the outer one goes on": (
        "II. TỔ CHỨC THỰC HIỆN\n\n6. UBND các xã\n\n1. Vận động nhân dân hiến đất.\n\n2. Bàn giao mặt bằng.\n\n7. Sở Y tế\n\n1. Kiểm tra kho thuốc.",
        [
            ("II.6.1", ("Ủy ban nhân dân các xã",), "Vận động nhân dân hiến đất."),
            ("II.6.2", ("Ủy ban nhân dân các xã",), "Bàn giao mặt bằng."),
            ("II.7.1", ("Sở Y tế",), "Kiểm tra kho thuốc."),
        ],
    ),
    "a paragraph that ends in a colon has the bullets under it": (
        "II. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế:\n\n- Mua vắc xin.\n\nTrung tâm Y tế huyện có trách nhiệm:\n\n- Tiêm chủng lưu động.\n\n2. Sở Tài chính: Thẩm định dự toán.",
        [
            ("II.1", ("Sở Y tế",), "Mua vắc xin."),
            ("II.1", ("Trung tâm Y tế huyện",), "Tiêm chủng lưu động."),
            ("II.2", ("Sở Tài chính",), "Sở Tài chính: Thẩm định dự toán."),
        ],
    ),
    "bullets under a bullet of their own kind": (
        "II. TỔ CHỨC THỰC HIỆN\n\n- Sở Y tế:\n\n- Mua vắc xin.\n\n- Công an tỉnh:\n\n- Tuần tra các chợ.",
        [("II", ("Sở Y tế",), "Mua vắc xin."), ("II", ("Công an tỉnh",), "Tuần tra các chợ.")],
    ),
    "blocks that only say that bodies follow": (
        "II. NHIỆM VỤ\n\n1. Trồng rừng ngập mặn\n\na) Nội dung, biện pháp\n\n- Ươm 2.000 cây đước.\n\n- Đóng cọc giữ cây.\n\nb) Cơ quan chủ trì, phối hợp\n\n+ Cơ quan chủ trì: Sở Nông nghiệp và Môi trường.\n\nc) Thời gian thực hiện: Tháng 5/2025.",
        [
            ("II.1.a", ("Sở Nông nghiệp và Môi trường",), "Ươm 2.000 cây đước."),
            ("II.1.a", ("Sở Nông nghiệp và Môi trường",), "Đóng cọc giữ cây."),
        ],
    ),
    "attribute lines with two bullets": (
        "II. NHIỆM VỤ\n\n1.1. Sửa chữa trạm bơm.\n\n- Cơ quan thực hiện: Sở Xây dựng.\n\n* Thời gian thực hiện: Quý II/2025.\n\n1.2. Nạo vét kênh Bắc.",
        [("II.1.1", ("Sở Xây dựng",), "Sửa chữa trạm bơm."), ("II.1.2", (), "Nạo vét kênh Bắc.")],
    ),
    "a lead-in over noun phrases is the work": (
        "II. NỘI DUNG THỰC HIỆN\n\n1. Kiểm tra việc quản lý chợ, cụ thể:\n\n- Việc thu phí chợ;\n\n- Các hợp đồng thuê quầy;\n\n- Công tác vệ sinh.",
        [("II.1", (), "Kiểm tra việc quản lý chợ, cụ thể:")],
    ),
    "but over actions they are": (
        "II. NỘI DUNG THỰC HIỆN\n\n1. Kiểm tra việc quản lý chợ, cụ thể:\n\n- Rà soát việc thu phí chợ;\n\n- Thống kê các hợp đồng thuê quầy.",
        [("II.1", (), "Rà soát việc thu phí chợ;"), ("II.1", (), "Thống kê các hợp đồng thuê quầy.")],
    ),
}  # fmt: skip

ASKED: dict[str, tuple[str, list[Row]]] = {
    "comrades by their office": (
        "Sở Y tế yêu cầu đồng chí Giám đốc các bệnh viện thực hiện các nội dung sau:\n\n1/ Dự trữ oxy y tế.\n\n2/ Trên cơ sở danh sách đã duyệt, điều động bác sĩ.",
        [
            ("1", ("Giám đốc các bệnh viện",), "Dự trữ oxy y tế."),
            ("2", ("Giám đốc các bệnh viện",), "Trên cơ sở danh sách đã duyệt, điều động bác sĩ."),
        ],
    ),
    "a lead-in that says who must": (
        "II. NHIỆM VỤ\n\nĐể đạt mục tiêu đề ra, các sở, ngành, Ủy ban nhân dân các huyện cần thực hiện các nhiệm vụ sau:\n\n1. Mở rộng vùng trồng nho.",
        [("II.1", ("các sở, ngành", "Ủy ban nhân dân các huyện"), "Mở rộng vùng trồng nho.")],
    ),
    "but not who issues": (
        "Ủy ban nhân dân tỉnh ban hành Kế hoạch với các nội dung như sau:\n\nII. NHIỆM VỤ\n\n1. Mở rộng vùng trồng nho.",
        [("II.1", (), "Mở rộng vùng trồng nho.")],
    ),
    "those whom a document binds": (
        "III. TỔ CHỨC THỰC HIỆN\n\n1. Chủ đầu tư chịu trách nhiệm trước pháp luật:\n\na) Chọn nhà thầu đúng quy định.\n\nb) Báo cáo tiến độ hằng tháng.",
        [("III.1.a", ("Chủ đầu tư",), "Chọn nhà thầu đúng quy định."), ("III.1.b", ("Chủ đầu tư",), "Báo cáo tiến độ hằng tháng.")],
    ),
    "a body told to lead leads beside the one that tells it": (
        "III. TỔ CHỨC THỰC HIỆN\n\n1. Ủy ban nhân dân các huyện:\n\na) Chỉ đạo Phòng Y tế chủ trì kiểm tra.\n\nb) Chỉ đạo Phòng Nội vụ tổng hợp kết quả.",
        [
            ("III.1.a", ("Ủy ban nhân dân các huyện", "Phòng Y tế"), "Chỉ đạo Phòng Y tế chủ trì kiểm tra."),
            ("III.1.b", ("Ủy ban nhân dân các huyện",), "Chỉ đạo Phòng Nội vụ tổng hợp kết quả."),
        ],
    ),
    "a person stands behind an office": (
        "Giao đồng chí Trần Văn Nam - Phó Chủ tịch UBND xã chỉ đạo việc tháo dỡ lều quán.",
        [(None, ("Phó Chủ tịch Ủy ban nhân dân xã",), "Giao đồng chí Trần Văn Nam - Phó Chủ tịch UBND xã chỉ đạo việc tháo dỡ lều quán.")],
    ),
    "one body singled out": (
        "III. TỔ CHỨC THỰC HIỆN\n\n1. Sở Công Thương:\n\n- Kiểm tra các chợ.\n\n- Riêng Công ty Điện lực Ninh Thuận ngừng cấp điện cho quầy vi phạm.",
        [
            ("III.1", ("Sở Công Thương",), "Kiểm tra các chợ."),
            ("III.1", ("Công ty Điện lực",), "Riêng Công ty Điện lực Ninh Thuận ngừng cấp điện cho quầy vi phạm."),
        ],
    ),
    "a polite request after an opening": (
        "Do vậy, Sở Y tế trân trọng đề nghị Ủy ban nhân dân các huyện bố trí điểm tiêm.",
        [(None, ("Ủy ban nhân dân các huyện",), "Do vậy, Sở Y tế trân trọng đề nghị Ủy ban nhân dân các huyện bố trí điểm tiêm.")],
    ),
    "a group and a word that narrows it": (
        "III. TỔ CHỨC THỰC HIỆN\n\n1. Các cơ sở đào tạo, bồi dưỡng giáo viên\n\n- Cập nhật giáo trình hằng năm.\n\n2. Các chi bộ trực thuộc Đảng ủy xã:\n\n- Quán triệt Kế hoạch đến đảng viên.",
        [
            ("III.1", ("Các cơ sở đào tạo, bồi dưỡng giáo viên",), "Cập nhật giáo trình hằng năm."),
            ("III.2", ("Các chi bộ trực thuộc Đảng ủy xã",), "Quán triệt Kế hoạch đến đảng viên."),
        ],
    ),
    "three fields of one body that no list has": (
        "III. TỔ CHỨC THỰC HIỆN\n\n1. Cục Đo đạc, Viễn thám và Thông tin chủ trì, phối hợp với các đơn vị liên quan:\n\n- Bay chụp ảnh.",
        [("III.1", ("Cục Đo đạc, Viễn thám và Thông tin",), "Bay chụp ảnh.")],
    ),
    "a list in which one name cannot be ended": (
        "Chánh Văn phòng Bộ, Vụ trưởng Vụ Khoa học, môi trường và Vật liệu, Thủ trưởng các đơn vị thuộc Bộ chịu trách nhiệm thi hành Quyết định này.",
        [
            (
                None,
                ("Chánh Văn phòng Bộ", "Vụ trưởng Vụ Khoa học, môi trường và Vật liệu", "Thủ trưởng các đơn vị thuộc Bộ"),
                "Chánh Văn phòng Bộ, Vụ trưởng Vụ Khoa học, môi trường và Vật liệu, Thủ trưởng các đơn vị thuộc Bộ chịu trách nhiệm thi hành Quyết định này.",
            )
        ],
    ),
    "where a group is": (
        "1. Chủ tịch UBND các xã tại khu vực có nguy cơ sạt lở tập trung chỉ đạo:\n\na) Di dời các hộ dân.\n\nb) Chốt chặn các ngầm tràn.",
        [
            ("1.a", ("Chủ tịch Ủy ban nhân dân các xã tại khu vực có nguy cơ sạt lở",), "Di dời các hộ dân."),
            ("1.b", ("Chủ tịch Ủy ban nhân dân các xã tại khu vực có nguy cơ sạt lở",), "Chốt chặn các ngầm tràn."),
        ],
    ),
    "an actor named by what it does": (
        "Điều 8. Khai thác nước ngầm\n\nTổ chức khai thác nước ngầm thực hiện các nội dung sau:\n\n1. Lắp đồng hồ đo lưu lượng.\n\n2. Ghi sổ vận hành giếng.",
        [
            ("Điều 8.1", ("Tổ chức khai thác nước ngầm",), "Lắp đồng hồ đo lưu lượng."),
            ("Điều 8.2", ("Tổ chức khai thác nước ngầm",), "Ghi sổ vận hành giếng."),
        ],
    ),
    "two actors named by what they do": (
        "Điều 9. Kiểm tra\n\nCơ quan cấp giấy phép và cơ quan kiểm tra nguồn nước có trách nhiệm công khai kết quả kiểm tra.",
        [
            (
                "Điều 9",
                ("Cơ quan cấp giấy phép", "cơ quan kiểm tra nguồn nước"),
                "Cơ quan cấp giấy phép và cơ quan kiểm tra nguồn nước có trách nhiệm công khai kết quả kiểm tra.",
            )
        ],
    ),
    "an actor after an opening": (
        "5. Trong phạm vi quản lý của mình, đơn vị chuyên trách về thủy lợi của các huyện có trách nhiệm:\n\na) Lập sổ theo dõi mực nước.",
        [("5.a", ("đơn vị chuyên trách về thủy lợi của các huyện",), "Lập sổ theo dõi mực nước.")],
    ),
    "what has no number yet is to be issued": (
        "Văn phòng UBND tỉnh ban hành kế hoạch kiểm tra các hồ chứa.",
        [(None, ("Văn phòng Ủy ban nhân dân tỉnh",), "Văn phòng UBND tỉnh ban hành kế hoạch kiểm tra các hồ chứa.")],
    ),
    "bodies that are new": (
        "Các cơ quan, đơn vị mới thành lập có trách nhiệm tiếp nhận hồ sơ.",
        [(None, ("Các cơ quan, đơn vị mới thành lập",), "Các cơ quan, đơn vị mới thành lập có trách nhiệm tiếp nhận hồ sơ.")],
    ),
    "who does it comes after by whom it was made": (
        "Căn cứ tài liệu do Sở Y tế cung cấp, các bệnh viện rà soát danh mục thuốc.",
        [(None, ("các bệnh viện",), "Căn cứ tài liệu do Sở Y tế cung cấp, các bệnh viện rà soát danh mục thuốc.")],
    ),
    "staff of a commune": (
        "III. TỔ CHỨC THỰC HIỆN\n\n1. Công chức Văn hóa - Xã hội: Treo băng rôn.\n\n2. Trưởng thôn, tổ trưởng tổ dân phố\n\n- Họp dân phổ biến Kế hoạch.\n\n3. Ban Công tác Mặt trận thôn\n\n- Giám sát.",
        [
            ("III.1", ("Công chức Văn hóa - Xã hội",), "Công chức Văn hóa - Xã hội: Treo băng rôn."),
            ("III.2", ("Trưởng thôn", "tổ trưởng tổ dân phố"), "Họp dân phổ biến Kế hoạch."),
        ],
    ),
    "a heading in capitals": (
        "III. TỔ CHỨC THỰC HIỆN\n\n1. PHÒNG VĂN HÓA VÀ THÔNG TIN\n\n- Treo cờ các tuyến phố.\n\n2. UBND CÁC XÃ, THỊ TRẤN:\n\nPhát quang đường thôn.\n\n3. TIẾN ĐỘ\n\n- Nghiệm thu đợt một.",
        [
            ("III.1", ("Phòng Văn hóa và Thông tin",), "Treo cờ các tuyến phố."),
            ("III.2", ("Ủy ban nhân dân các xã, thị trấn",), "Phát quang đường thôn."),
            ("III.3", (), "Nghiệm thu đợt một."),
        ],
    ),
    "staff by what they answer for, in a heading and before a duty": (
        "III. TỔ CHỨC THỰC HIỆN\n\n1. Cán bộ phụ trách lĩnh vực giám sát, phản biện\n\n- Lưu hồ sơ các cuộc họp.\n\n2. Cán bộ phụ trách thủy lợi phối hợp với Trưởng thôn tổ chức họp dân.",
        [
            ("III.1", ("Cán bộ phụ trách lĩnh vực giám sát, phản biện",), "Lưu hồ sơ các cuộc họp."),
            ("III.2", ("Cán bộ phụ trách thủy lợi",), "Cán bộ phụ trách thủy lợi phối hợp với Trưởng thôn tổ chức họp dân."),
        ],
    ),
    "an office said once for several bodies": (
        "1. Giám đốc: Sở Y tế, Sở Tài chính; Chủ tịch UBND các xã khẩn trương cấp nước sạch.\n\n2. Giám đốc các Sở: Sở Y tế, Sở Xây dựng kiểm tra bể chứa.",
        [
            (
                "1",
                ("Giám đốc Sở Y tế", "Giám đốc Sở Tài chính", "Chủ tịch Ủy ban nhân dân các xã"),
                "Giám đốc: Sở Y tế, Sở Tài chính; Chủ tịch UBND các xã khẩn trương cấp nước sạch.",
            ),
            ("2", ("Giám đốc Sở Y tế", "Giám đốc Sở Xây dựng"), "Giám đốc các Sở: Sở Y tế, Sở Xây dựng kiểm tra bể chứa."),
        ],
    ),
    "the last sentence of a paragraph introduces what follows": (
        "III. CÁC THÔN BỊ CÔ LẬP\n\nQua rà soát, có 04 thôn bị cô lập. Ban Công tác Mặt trận các thôn này thực hiện các nội dung sau:\n\n- Lập danh sách hộ thiếu đói.\n\n- Trước khi nước rút:\n\n+ Đưa người già ra khỏi vùng trũng.",
        [
            ("III", ("Ban Công tác Mặt trận các thôn",), "Lập danh sách hộ thiếu đói."),
            ("III", ("Ban Công tác Mặt trận các thôn",), "Đưa người già ra khỏi vùng trũng."),
        ],
    ),
    "who is asked, with a colon in the work": (
        "III. BIỆN PHÁP\n\n1. Yêu cầu Phòng Y tế kiểm tra các chợ: chợ Tháp Chàm, chợ Phan Rang.\n\n2. Yêu cầu đối với báo cáo:\n\n- Số liệu đầy đủ.",
        [("III.1", ("Phòng Y tế",), "Yêu cầu Phòng Y tế kiểm tra các chợ: chợ Tháp Chàm, chợ Phan Rang.")],
    ),
    "an opening that rests on this plan, with a colon in the work": (
        "III. TỔ CHỨC THỰC HIỆN\n\n1. Trạm Y tế xã\n\n- Căn cứ Kế hoạch này, chủ động giám sát nguồn nước tại thôn: giếng khoan, bể lọc.",
        [("III.1", ("Trạm Y tế xã",), "Căn cứ Kế hoạch này, chủ động giám sát nguồn nước tại thôn: giếng khoan, bể lọc.")],
    ),
    "a report on results that is to be sent": (
        "II. NHIỆM VỤ\n\n1.2. Báo cáo kết quả hội nghị\n\n- Gửi biên bản về Ban Thường trực ngay sau hội nghị.\n\n- Báo cáo kết quả quý một lần.",
        [
            ("II.1.2", (), "Gửi biên bản về Ban Thường trực ngay sau hội nghị."),
            ("II.1.2", (), "Báo cáo kết quả quý một lần."),
        ],
    ),
    "what stands between the subject and its verb": (
        "Trong quá trình lập dự toán, các sở, ngành và địa phương trong điều kiện có thể, cần lấy ý kiến các chuyên gia, các trường đại học.",
        [
            (
                None,
                ("các sở, ngành", "địa phương"),
                "Trong quá trình lập dự toán, các sở, ngành và địa phương trong điều kiện có thể, cần lấy ý kiến các chuyên gia, các trường đại học.",
            )
        ],
    ),
    "several days open an item": (
        "II. NHIỆM VỤ\n\n1. Định kỳ ngày 15/6, 15/12 hằng năm báo cáo Sở Y tế.\n\n2. Nạo vét kênh Bắc.",
        [("II.1", (), "Định kỳ ngày 15/6, 15/12 hằng năm báo cáo Sở Y tế.")],
    ),
    "so many bodies of one level": (
        "III. TỔ CHỨC THỰC HIỆN\n\n1. Chủ tịch Ủy ban nhân dân 12 Phường phối hợp với Trạm Y tế lập danh sách.\n\n2. Công an 12 phường tuần tra ban đêm.",
        [
            ("III.1", ("Chủ tịch Ủy ban nhân dân 12 Phường",), "Chủ tịch Ủy ban nhân dân 12 Phường phối hợp với Trạm Y tế lập danh sách."),
            ("III.2", ("Công an 12 phường",), "Công an 12 phường tuần tra ban đêm."),
        ],
    ),
    "what goes on meanwhile is no part of a committee's name": (
        "III. TỔ CHỨC THỰC HIỆN\n\n1. Đoàn kiểm tra trong quá trình làm việc báo cáo kịp thời các vướng mắc.",
        [("III.1", ("Đoàn kiểm tra",), "Đoàn kiểm tra trong quá trình làm việc báo cáo kịp thời các vướng mắc.")],
    ),
    "an end opens a sentence": (
        "III. TỔ CHỨC THỰC HIỆN\n\n1. Kết thúc đợt tiêm, Phòng Y tế, chịu trách nhiệm tổng hợp kết quả.\n\n2. Kết thúc năm 2025, Sở Y tế tổng kết mô hình.\n\n3. Kết thúc thí điểm các mô hình kém hiệu quả.",
        [
            ("III.1", ("Phòng Y tế",), "Kết thúc đợt tiêm, Phòng Y tế, chịu trách nhiệm tổng hợp kết quả."),
            ("III.2", ("Sở Y tế",), "Kết thúc năm 2025, Sở Y tế tổng kết mô hình."),
            ("III.3", (), "Kết thúc thí điểm các mô hình kém hiệu quả."),
        ],
    ),
    "a list that is left open": (
        "III. TỔ CHỨC THỰC HIỆN\n\n1. Đề nghị Hội Nông dân tỉnh, Tỉnh Đoàn… phát động phong trào sạch làng.",
        [("III.1", ("Hội Nông dân tỉnh", "Tỉnh Đoàn"), "Đề nghị Hội Nông dân tỉnh, Tỉnh Đoàn… phát động phong trào sạch làng.")],
    ),
    "who gets something is not asked for it": (
        "III. TỔ CHỨC THỰC HIỆN\n\n1. Phòng Y tế:\n\n- Ngay sau cuộc họp, gửi biên bản đến Thường trực HĐND, UBND, Ủy ban MTTQ xã chậm nhất ngày 04/3/2025.\n\n- Ngay sau cuộc họp, Trạm Y tế xã phun khử khuẩn.",
        [
            ("III.1", ("Phòng Y tế",), "Ngay sau cuộc họp, gửi biên bản đến Thường trực HĐND, UBND, Ủy ban MTTQ xã chậm nhất ngày 04/3/2025."),
            ("III.1", ("Trạm Y tế xã",), "Ngay sau cuộc họp, Trạm Y tế xã phun khử khuẩn."),
        ],
    ),
    "who takes part is asked by a sentence": (
        "III. TỔ CHỨC THỰC HIỆN\n\n1. Các đoàn thể xã tham gia giám sát việc cấp phát.\n\n2. Các đơn vị tham gia hội chợ:\n\n- Gửi danh mục hàng hóa.",
        [
            ("III.1", ("Các đoàn thể xã",), "Các đoàn thể xã tham gia giám sát việc cấp phát."),
            ("III.2", ("Các đơn vị tham gia hội chợ",), "Gửi danh mục hàng hóa."),
        ],
    ),
}  # fmt: skip

NO_WORK: dict[str, str] = {
    "what is done": "II. NHIỆM VỤ\n\n1. Sở Y tế đã tiêm chủng cho 12.000 trẻ.",
    "how things stand": "II. NHIỆM VỤ\n\nMột số địa phương còn lúng túng trong triển khai.",
    "thanks": "Sở Y tế trân trọng cảm ơn sự phối hợp của quý cơ quan.",
    "an appeal to all": "Ban Chấp hành Đảng bộ tỉnh kêu gọi toàn Đảng bộ, nhân dân đoàn kết.",
    "who is entitled": "II. NHIỆM VỤ\n\n1. Người cao tuổi thuộc hộ nghèo được hỗ trợ 30% tiền thuê nhà theo quy định.",
    "in which case": "II. NHIỆM VỤ\n\n1. Trường hợp người bệnh không có thẻ thì được cấp lại thẻ theo quy định.",
    "the act of issuing": "Ủy ban nhân dân tỉnh ban hành Quyết định phân cấp quản lý nghĩa trang.\n\nĐiều 1. Phạm vi điều chỉnh",
    "addressees": "Kính gửi:\n\n- Các sở, ban, ngành;\n\n- Công ty TNHH MTV Khai thác thủy lợi Ninh Thuận.",
    "rows of an agenda": "II. NỘI DUNG\n\n1. Giới thiệu Thông tư mới (30 phút).\n\n2. Giải lao (15 phút).",
    "what has come into force": "Điều 5. Điều khoản thi hành\n\n1. Quyết định có hiệu lực thi hành kể từ ngày 28 tháng 11 năm 2025.",
    "what is only made known": "Văn phòng UBND tỉnh thông báo để các sở, ngành liên quan biết, thực hiện./.",
    "what was issued": "Văn phòng UBND tỉnh ban hành Công văn số 310/VP-NN, ngày 12/5/2025 về phòng, chống hạn.",
    "what a meeting heard": "Sau khi nghe đại diện Cục Thuế, Sở Tài chính báo cáo, ý kiến của các đại biểu, Bí thư Tỉnh ủy kết luận.",
    "a legal basis": "Căn cứ Thông tư số 01/2023/TT-VPCP ngày 05/4/2023 của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ quy định số hóa hồ sơ;",
    "what an article says something consists of": "II. NHIỆM VỤ\n\nĐiều 6. Phương án triển khai thực hiện\n\n1. Danh sách các giếng khoan và người vận hành từng giếng trên địa bàn toàn tỉnh.\n\n2. Thời hạn của từng giấy phép.",
    "what a part consists of": "III. NỘI DUNG KIỂM TRA\n\n1. Việc ghi sổ vận hành các trạm bơm cấp nước trên địa bàn các xã vùng cao của huyện.",
    "how something has to be": "Các sở, ngành và Ủy ban nhân dân các xã thực hiện các nội dung sau:\n\nViệc lấy mẫu nước phải bảo đảm đúng quy trình kỹ thuật của ngành.",
    "who belongs to a team": "II. KIỂM TRA\n\n- Thành phần đoàn: Trưởng đoàn là đại diện lãnh đạo Sở Y tế; thành viên gồm đại diện các phòng.",
    "a title with a subject": "Các sở, ngành giới thiệu người ứng cử Hội đồng nhân dân\n\nI. MỤC ĐÍCH\n\n1. Bảo đảm dân chủ.",
    "a name alone": "Công ty TNHH MTV Khai thác công trình thủy lợi Ninh Thuận;",
    "what is made known, by the rules": "Sở Y tế thông báo để các đơn vị biết, triển khai thực hiện theo đúng quy định hiện hành./.",
    "what a body agrees to": "Căn cứ đề nghị của các huyện, Giám đốc Sở Y tế đồng ý mở rộng thí điểm tại 05 huyện.",
    "what something is": "II. NHIỆM VỤ\n\nĐẩy mạnh tiêm chủng là nhiệm vụ cấp bách, thể hiện trách nhiệm của cả xã hội đối với trẻ em vùng cao.",
    "a Party document that is to be made known": "IV. TỔ CHỨC THỰC HIỆN\n\nChương trình này phổ biến đến chi bộ.",
}


@pytest.mark.parametrize("habit", [*LAYOUT, *ASKED])
def test_a_habit_of_drafting(habit: str) -> None:
    text, expected = (LAYOUT | ASKED)[habit]
    assert rows(text)[: len(expected)] == expected


@pytest.mark.parametrize("kind", NO_WORK)
def test_what_is_no_work(kind: str) -> None:
    assert rows(NO_WORK[kind]) == []


PHASES: list[tuple[str, str]] = [
    ("1. Đợt 1: Từ ngày 05/3/2025 đến ngày 20/4/2025", "2025-04-20"),
    ("1. Giai đoạn 2 (tháng 9/2025):", "2025-09-30"),
    ("1. Trong quý II/2025 gồm các nội dung sau:", "2025-06-30"),
]


@pytest.mark.parametrize(("heading", "due"), PHASES)
def test_a_heading_that_is_nothing_but_a_time_governs_all_under_it(heading: str, due: str) -> None:
    text = f"II. NHIỆM VỤ\n\n{heading}\n\na) Kiểm tra\n\n- Rà soát các bến thuyền."
    assert [task.due for task in said(HEAD + text).tasks] == [(due,)]


def test_times_on_lines_under_a_line_that_says_time() -> None:
    text = "II. NHIỆM VỤ\n\n1. Kiểm tra các bến thuyền.\n\n* Thời gian thực hiện:\n\n+ Đợt 1: Trong tháng 5/2025.\n\n+ Đợt 2: Trong tháng 9/2025."
    assert [task.due for task in said(HEAD + text).tasks] == [("2025-05-31", "2025-09-30")]


def test_helpers_parted_by_semicolons_stay_in_their_task() -> None:
    (task,) = said(
        HEAD
        + "II. TỔ CHỨC\n\n1. Sở Y tế chủ trì, phối hợp với Chủ tịch UBND các huyện; thủ trưởng các ngành có liên quan kiểm tra."
    ).tasks
    assert task.support == ("Chủ tịch Ủy ban nhân dân các huyện", "thủ trưởng các ngành có liên quan")


OUTLINES: list[tuple[str, list[str]]] = [
    ("I. A\n\n1. B\n\n2. C\n\n1. D\n\n2. E\n\n3. F", ["I", "I.1", "I.2", "I.2.1", "I.2.2", "I.2.3"]),
    ("1. Rà soát.\n\n1. Thống kê.\n\n1. Báo cáo.", ["1", "1#2", "1#3"]),
    ("5. B.\n\n7. C.\n\n8. D.", ["5", "7", "8"]),
    ("a) B:\n\n- x\n\n- y\n\nb) C", ["a", "b"]),
    ("2.1.\n\nNội dung\n\n2.2.\n\nNội dung khác", ["2.1", "2.2"]),
]


@pytest.mark.parametrize(("text", "ids"), OUTLINES)
def test_restarts_gaps_and_misprints(text: str, ids: list[str]) -> None:
    assert [section.id for section in sections(outline(document(HEAD + text)))] == ids


BARS = (
    "Nội dung | Phân công nhiệm vụ | Tiến độ\n"
    "1. Sửa đập Sông Than | Chủ trì: Sở Xây dựng; phối hợp: Công an tỉnh, UBND các xã | Tháng 5/2025\n"
    "2. Nạo vét hồ Sông Sắt | Sở Tài chính | Quý III/2025\n"
)


def test_a_table_of_bars_whose_cells_say_who_leads_and_who_helps() -> None:
    tasks = said(HEAD + "II. NHIỆM VỤ\n\n" + BARS).tasks
    assert [(task.quote, task.lead, task.support, task.due) for task in tasks] == [
        (
            "1. Sửa đập Sông Than",
            ("Sở Xây dựng",),
            ("Công an tỉnh", "Ủy ban nhân dân các xã"),
            ("2025-05-31",),
        ),
        ("2. Nạo vét hồ Sông Sắt", ("Sở Tài chính",), (), ("2025-09-30",)),
    ]


def test_a_cell_between_bars_may_be_empty() -> None:
    rows = "TT | Nội dung | Chủ trì | Phối hợp | Thời gian\n1 | Sửa đập | Sở Xây dựng | | Tháng 5/2025\n"
    (task,) = said(HEAD + "II. NHIỆM VỤ\n\n" + rows).tasks
    assert (task.lead, task.support, task.due) == (("Sở Xây dựng",), (), ("2025-05-31",))


def test_a_line_with_bars_alone_is_no_table() -> None:
    (task,) = said(HEAD + "II. NHIỆM VỤ\n\n1. Đo mực nước | lưu lượng | độ mặn tại cống Nhơn Lý.").tasks
    assert task.rule == "part"


def test_a_cell_that_repeats_has_what_stands_over_it() -> None:
    rows = (
        "TT\tNội dung\tChủ trì\tThời gian\n1\tSửa đập\tSở Xây dựng\tTháng 5/2025\n2\tVớt bèo\tnt\tnhư trên\n"
    )
    tasks = said(HEAD + "II. NHIỆM VỤ\n\n" + rows).tasks
    assert [(task.lead, task.due) for task in tasks] == [(("Sở Xây dựng",), ("2025-05-31",))] * 2


def test_the_day_on_which_something_was_issued_is_no_deadline() -> None:
    text = "Ngày 08/4/2025, UBND tỉnh ban hành Công văn số 404/UBND-NN yêu cầu các huyện kiểm tra đập."
    assert said(HEAD + text).deadlines == ()


def test_what_people_are_told_that_something_is_stays_work() -> None:
    text = "II. NHIỆM VỤ\n\n1. Tuyên truyền để người dân biết tiêm chủng là trách nhiệm của mỗi gia đình.\n\n2. Xác định tiêm chủng là nhiệm vụ trọng tâm."
    assert [section for section, _, _ in rows(text)] == ["II.1", "II.2"]
