"""Tasks: small documents in, tasks out, with section, lead and support inherited through the outline."""

from __future__ import annotations

import itertools

import pytest
from small_documents import document, said

from extract.outline import outline
from extract.tasks import find_tasks

Row = tuple[str | None, tuple[str, ...], tuple[str, ...], str]

PLANS: list[tuple[str, list[Row]]] = [
    # the body stands in the heading, the work in the items under it
    (
        "II. TỔ CHỨC THỰC HIỆN\n1. Sở Công Thương:\n- Kiểm tra giá xăng dầu.\n- Công bố kết quả kiểm tra.\n2. Sở Tài chính: Thẩm định dự toán.",
        [
            ("II.1", ("Sở Công Thương",), (), "Kiểm tra giá xăng dầu."),
            ("II.1", ("Sở Công Thương",), (), "Công bố kết quả kiểm tra."),
            ("II.2", ("Sở Tài chính",), (), "Sở Tài chính: Thẩm định dự toán."),
        ],
    ),
    # lead and support of a lead-in that ends in a colon go down to its items
    (
        "II. TỔ CHỨC THỰC HIỆN\n1. Sở Du lịch chủ trì, phối hợp với Sở Xây dựng và các địa phương:\na) Khảo sát các điểm du lịch.\nb) Lập bản đồ tuyến du lịch.",
        [
            ("II.1.a", ("Sở Du lịch",), ("Sở Xây dựng", "các địa phương"), "Khảo sát các điểm du lịch."),
            ("II.1.b", ("Sở Du lịch",), ("Sở Xây dựng", "các địa phương"), "Lập bản đồ tuyến du lịch."),
        ],
    ),
    # an item that names another body is that body's
    (
        "II. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế:\n- Mua sắm vắc xin.\n- Trung tâm Y tế huyện tiêm chủng lưu động.",
        [
            ("II.1", ("Sở Y tế",), (), "Mua sắm vắc xin."),
            ("II.1", ("Trung tâm Y tế huyện",), (), "Trung tâm Y tế huyện tiêm chủng lưu động."),
        ],
    ),
    # the parts of a form are no work
    (
        "II. NỘI DUNG THỰC HIỆN\nTài liệu kiểm tra bao gồm:\nPhần A: Đánh giá hồ sơ lưu trữ; áp dụng mẫu của Bộ Nội vụ.\nPhần B: Kiểm tra kho.\nIII. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ tổng hợp kết quả.",
        [("III.1", ("Sở Nội vụ",), (), "Sở Nội vụ tổng hợp kết quả.")],
    ),
    # a part that lists work holds tasks though nobody is named
    (
        "I. MỤC ĐÍCH\n- Nâng cao nhận thức của người dân.\nII. NỘI DUNG THỰC HIỆN\n1. Tuyên truyền trên hệ thống loa truyền thanh.\n2. Tổ chức hội thi tìm hiểu pháp luật.",
        [
            ("II.1", (), (), "Tuyên truyền trên hệ thống loa truyền thanh."),
            ("II.2", (), (), "Tổ chức hội thi tìm hiểu pháp luật."),
        ],
    ),
    # purposes, requirements, goals, indicators are no tasks
    (
        "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\nHuy động sức mạnh của cả hệ thống chính trị.\n2. Yêu cầu\nTổ chức thiết thực, tiết kiệm.\nII. CHỈ TIÊU\n- 95% hộ dân được dùng nước sạch.\n- Trồng 500 ha rừng.",
        [],
    ),
    # nor is an indicator in a part that lists work
    ("I. NHIỆM VỤ\n1. 100% cơ sở kinh doanh ký cam kết.\n2. Kiểm tra các cơ sở giết mổ.", [("I.2", (), (), "Kiểm tra các cơ sở giết mổ.")]),
    # nor what a report must contain
    ("ĐỀ CƯƠNG BÁO CÁO\nI. TÌNH HÌNH\n1. Đánh giá kết quả tuyên truyền.\n2. Nêu rõ tồn tại, hạn chế.", []),
    # in a part on scope or money an item counts where it names a body and what it must do
    (
        "III. KINH PHÍ\n1. Kinh phí thực hiện từ ngân sách nhà nước.\n2. Phòng Tài chính - Kế hoạch thẩm định, trình UBND huyện phê duyệt.",
        [
            ("III.2", ("Phòng Tài chính - Kế hoạch",), (), "Phòng Tài chính - Kế hoạch thẩm định, trình UBND huyện phê duyệt."),
        ],
    ),
    # attribute lines are no tasks: they give the item its bodies
    (
        "II. NHIỆM VỤ\n1. Xây dựng bản đồ ngập lụt.\n- Cơ quan chủ trì: Sở Nông nghiệp và Môi trường.\n- Cơ quan phối hợp: UBND cấp xã.\n- Thời gian: Quý II/2025.",
        [("II.1", ("Sở Nông nghiệp và Môi trường",), ("Ủy ban nhân dân cấp xã",), "Xây dựng bản đồ ngập lụt.")],
    ),
    # one body's duty and then another's under one marker: one task each
    (
        "II. TỔ CHỨC THỰC HIỆN\n1. Sở Xây dựng chủ trì lập quy hoạch; Sở Tài chính thẩm định kinh phí.",
        [
            ("II.1", ("Sở Xây dựng",), (), "Sở Xây dựng chủ trì lập quy hoạch;"),
            ("II.1", ("Sở Tài chính",), (), "Sở Tài chính thẩm định kinh phí."),
        ],
    ),
    # one body with many verbs: one task
    (
        "II. TỔ CHỨC THỰC HIỆN\n1. Công an xã tuần tra, canh gác; lập biên bản vi phạm; báo cáo UBND xã.",
        [("II.1", ("Công an xã",), (), "Công an xã tuần tra, canh gác; lập biên bản vi phạm; báo cáo UBND xã.")],
    ),
    # `A chỉ đạo B chủ trì` has both as leads, `A chỉ đạo B làm` only A
    (
        "II. TỔ CHỨC THỰC HIỆN\n1. UBND huyện chỉ đạo Phòng Nội vụ chủ trì rà soát biên chế.\n2. UBND huyện chỉ đạo các xã rà soát biên chế.",
        [
            ("II.1", ("Ủy ban nhân dân huyện", "Phòng Nội vụ"), (), "UBND huyện chỉ đạo Phòng Nội vụ chủ trì rà soát biên chế."),
            ("II.2", ("Ủy ban nhân dân huyện",), (), "UBND huyện chỉ đạo các xã rà soát biên chế."),
        ],
    ),
    # bodies that are guided or reported to are no support
    (
        "II. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ hướng dẫn các cơ quan lập hồ sơ, báo cáo UBND tỉnh.",
        [("II.1", ("Sở Nội vụ",), (), "Sở Nội vụ hướng dẫn các cơ quan lập hồ sơ, báo cáo UBND tỉnh.")],
    ),
    # an unmarked paragraph after a lettered item has the path of the marker over it
    (
        "II. NHIỆM VỤ\n1. Sở Y tế:\na) Lập danh sách người tiêm.\nTổng hợp, báo cáo hằng tuần về Bộ Y tế.",
        [
            ("II.1.a", ("Sở Y tế",), (), "Lập danh sách người tiêm."),
            ("II.1.a", ("Sở Y tế",), (), "Tổng hợp, báo cáo hằng tuần về Bộ Y tế."),
        ],
    ),
    # a closing paragraph stands outside of any section
    (
        "II. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế tổng hợp, báo cáo.\nYêu cầu các sở, ngành nghiêm túc thực hiện.",
        [
            ("II.1", ("Sở Y tế",), (), "Sở Y tế tổng hợp, báo cáo."),
            (None, ("các sở, ngành",), (), "Yêu cầu các sở, ngành nghiêm túc thực hiện."),
        ],
    ),
    # a numbered list inside a paragraph makes no items
    (
        "II. TỔ CHỨC THỰC HIỆN\n1. Sở Tư pháp tổ chức 03 hoạt động gồm: (1) thi trực tuyến; (2) tọa đàm; (3) tập huấn.",
        [("II.1", ("Sở Tư pháp",), (), "Sở Tư pháp tổ chức 03 hoạt động gồm: (1) thi trực tuyến; (2) tọa đàm; (3) tập huấn.")],
    ),
    # a short item with the verb of a trade
    ("II. NHIỆM VỤ\n1. Chăm sóc cây xanh trên các tuyến phố.", [("II.1", (), (), "Chăm sóc cây xanh trên các tuyến phố.")]),
    # a conditional duty of a named body is a task
    (
        "II. TỔ CHỨC THỰC HIỆN\n1. Trong trường hợp mưa lớn kéo dài thì UBND cấp xã phải vận hành trạm bơm tiêu úng.",
        [("II.1", ("Ủy ban nhân dân cấp xã",), (), "Trong trường hợp mưa lớn kéo dài thì UBND cấp xã phải vận hành trạm bơm tiêu úng.")],
    ),
    # a bare time line is a deadline, no task; nor is a line of those who attend
    (
        "II. NỘI DUNG THỰC HIỆN\n1. Tổ chức hội nghị tổng kết.\n- Thành phần: đại diện các phòng, ban.\n- Thời gian tổ chức: Tháng 4 năm 2025.\n- Địa điểm: Hội trường huyện.",
        [("II.1", (), (), "Tổ chức hội nghị tổng kết.")],
    ),
    # a block of assignment gives the items of work of its project their bodies
    (
        "II. NHIỆM VỤ\n1. Dự án 1: Cấp nước tập trung\na) Khoan 03 giếng tại thôn Đá Liệt.\nb) Lắp đặt đường ống dẫn nước.\nc) Phân công thực hiện:\n- Sở Xây dựng chủ trì, phối hợp với Sở Tài chính.",
        [
            ("II.1.a", ("Sở Xây dựng",), ("Sở Tài chính",), "Khoan 03 giếng tại thôn Đá Liệt."),
            ("II.1.b", ("Sở Xây dựng",), ("Sở Tài chính",), "Lắp đặt đường ống dẫn nước."),
            ("II.1.c", ("Sở Xây dựng",), ("Sở Tài chính",), "Sở Xây dựng chủ trì, phối hợp với Sở Tài chính."),
        ],
    ),
]  # fmt: skip

DECISIONS: list[tuple[str, list[Row]]] = [
    # the articles of a decision: what it issues is no task, its last article is
    (
        ("QUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế tiếp công dân.\n"
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 11/QĐ-UBND.\n"
        "Điều 3. Chánh Văn phòng UBND tỉnh, Giám đốc Sở Nội vụ chịu trách nhiệm thi hành Quyết định này."),
        [
            (
                "Điều 3",
                ("Chánh Văn phòng Ủy ban nhân dân tỉnh", "Giám đốc Sở Nội vụ"),
                (),
                "Chánh Văn phòng UBND tỉnh, Giám đốc Sở Nội vụ chịu trách nhiệm thi hành Quyết định này.",
            )
        ],
    ),
    # `Giao`
    (
        "QUYẾT ĐỊNH:\nĐiều 1. Phê duyệt Đề án bảo tồn voi.\nĐiều 2. Giao Chi cục Kiểm lâm chủ trì, phối hợp với UBND các xã tổ chức thực hiện.",
        [
            (
                "Điều 2",
                ("Chi cục Kiểm lâm",),
                ("Ủy ban nhân dân các xã",),
                "Giao Chi cục Kiểm lâm chủ trì, phối hợp với UBND các xã tổ chức thực hiện.",
            )
        ],
    ),
    # clauses that amend a text assign nothing
    (
        "QUYẾT ĐỊNH:\nĐiều 1. Sửa đổi, bổ sung khoản 2 Điều 5 Quy chế làm việc.\nĐiều 2. Bãi bỏ khoản 3 Điều 7 Quy chế làm việc.",
        [],
    ),
]  # fmt: skip

LETTERS: list[tuple[str, list[Row]]] = [
    # running prose: a sentence that assigns
    (
        "Kính gửi: Các phòng, ban.\n\nThời gian qua, nắng nóng kéo dài. Để phòng cháy rừng, UBND huyện yêu cầu Hạt Kiểm lâm huyện trực 24/24 giờ.",
        [
            (
                None,
                ("Hạt Kiểm lâm huyện",),
                (),
                "Để phòng cháy rừng, UBND huyện yêu cầu Hạt Kiểm lâm huyện trực 24/24 giờ.",
            )
        ],
    ),
    # the bodies asked by a lead-in lead the items that follow it and name nobody
    (
        "Kính gửi: UBND các xã.\n\nPhòng Giáo dục và Đào tạo đề nghị UBND các xã thực hiện các nội dung sau:\n1. Rà soát trẻ em bỏ học.\n2. Vận động học sinh trở lại trường.",
        [
            ("1", ("Ủy ban nhân dân các xã",), (), "Rà soát trẻ em bỏ học."),
            ("2", ("Ủy ban nhân dân các xã",), (), "Vận động học sinh trở lại trường."),
        ],
    ),
]

# what was once read wrong, or still is
HARD_PLANS = [
    (
        "II. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế tổng hợp.\n2. UBND cấp xã có thể lựa chọn hình thức phù hợp.",
        [
            ("II.1", ("Sở Y tế",), (), "Sở Y tế tổng hợp."),
            ("II.2", ("Ủy ban nhân dân cấp xã",), (), "UBND cấp xã có thể lựa chọn hình thức phù hợp."),
        ],
    ),
    (
        "II. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế tổng hợp.\n2. Các hợp tác xã được phép vay vốn ưu đãi.",
        [
            ("II.1", ("Sở Y tế",), (), "Sở Y tế tổng hợp."),
            ("II.2", ("Các hợp tác xã",), (), "Các hợp tác xã được phép vay vốn ưu đãi."),
        ],
    ),
    ("II. TỔ CHỨC THỰC HIỆN\n1. Kinh phí thực hiện từ ngân sách nhà nước.", []),
    (
        "II. NHIỆM VỤ\n1. Vệ sinh môi trường\n- Thu gom rác thải.\n- Khơi thông cống rãnh.\n- Phun thuốc diệt muỗi.",
        [
            ("II.1", (), (), "Thu gom rác thải."),
            ("II.1", (), (), "Khơi thông cống rãnh."),
            ("II.1", (), (), "Phun thuốc diệt muỗi."),
        ],
    ),
    ("II. NHIỆM VỤ\n1. Bảo tồn nghề dệt thổ cẩm.", [("II.1", (), (), "Bảo tồn nghề dệt thổ cẩm.")]),
    (
        "II. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế tổng hợp.\n2. Các trường đại học trên địa bàn tỉnh tuyển sinh đúng chỉ tiêu.",
        [
            ("II.1", ("Sở Y tế",), (), "Sở Y tế tổng hợp."),
            (
                "II.2",
                ("Các trường đại học trên địa bàn tỉnh",),
                (),
                "Các trường đại học trên địa bàn tỉnh tuyển sinh đúng chỉ tiêu.",
            ),
        ],
    ),
]

# what was once read wrong, or still is
MORE_HARD_PLANS = [
    ("II. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\na) Lập kế hoạch tiêm chủng.\nb) Theo dõi, đôn đốc việc thực hiện.",
          [("II.1.a", ("Sở Y tế",), (), "Lập kế hoạch tiêm chủng."), ("II.1.b", ("Sở Y tế",), (), "Theo dõi, đôn đốc việc thực hiện.")]),
    ("II. NHIỆM VỤ\n1. Theo dõi diễn biến mực nước các hồ chứa.", [("II.1", (), (), "Theo dõi diễn biến mực nước các hồ chứa.")]),
    ("II. NHIỆM VỤ\n1. Cải tạo, nâng cấp trạm bơm.", [("II.1", (), (), "Cải tạo, nâng cấp trạm bơm.")]),
    ("II. NHIỆM VỤ\n1. Xây mới 02 hồ chứa nước.", [("II.1", (), (), "Xây mới 02 hồ chứa nước.")]),
    ("II. NHIỆM VỤ\n1. Trước mùa mưa bão, rà soát các điểm sạt lở.",
          [("II.1", (), (), "Trước mùa mưa bão, rà soát các điểm sạt lở.")]),
    ("II. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế tổng hợp, báo cáo.\nTrên đây là Kế hoạch công tác; quá trình thực hiện nếu có vướng mắc, các đơn vị phản ánh về Sở Y tế.",
          [("II.1", ("Sở Y tế",), (), "Sở Y tế tổng hợp, báo cáo."),
           (None, ("các đơn vị",), (), "Trên đây là Kế hoạch công tác; quá trình thực hiện nếu có vướng mắc, các đơn vị phản ánh về Sở Y tế.")]),
    ("II. NHIỆM VỤ\n1. Tổ chức Ngày hội đọc sách.\n- Đơn vị chủ trì: Tỉnh đoàn; đơn vị phối hợp: Sở Nội vụ.",
          [("II.1", ("Tỉnh đoàn",), ("Sở Nội vụ",), "Tổ chức Ngày hội đọc sách.")]),
    ("II. PHÂN CÔNG\n1. Đồng chí Giám đốc Sở Y tế: phụ trách công tác y tế.",
          [("II.1", ("Giám đốc Sở Y tế",), (), "Đồng chí Giám đốc Sở Y tế: phụ trách công tác y tế.")]),
]  # fmt: skip

_LAST = "chịu trách nhiệm thi hành Quyết định này."
_ISSUED = "QUYẾT ĐỊNH:\nĐiều 1. Phê duyệt Đề án bảo tồn voi.\nĐiều 2. "
# what was once read wrong
HARD_DECISIONS = [
    (f"{_ISSUED}Thành phần\nĐiều 3. Các hành vi bị nghiêm cấm\n1. Thu thập thông tin của người khác;\n2. Phá hoại thiết bị của trạm quan trắc.", []),
    (f"{_ISSUED}Hiệu lực thi hành\nQuyết định số 44/2024/QĐ-UBND ngày 31 tháng 10 năm 2024 hết hiệu lực kể từ ngày Quyết định này có hiệu lực.", []),
    ("Ủy ban nhân dân tỉnh ban hành Quyết định Quy định quản lý chợ trên địa bàn tỉnh.\nĐiều 1. Sở Công Thương rà soát các chợ tạm.",
     [("Điều 1", ("Sở Công Thương",), (), "Sở Công Thương rà soát các chợ tạm.")]),
    ("Điều 1. Nội dung tuyên truyền gồm: Lợi ích của tiêm chủng; lịch tiêm chủng.\nĐiều 2. Sở Y tế tổng hợp.",
     [("Điều 2", ("Sở Y tế",), (), "Sở Y tế tổng hợp.")]),
    (f"{_ISSUED}Chánh Văn phòng UBND tỉnh; Giám đốc Sở Nội vụ và các ông (bà) có tên tại Điều 1 {_LAST}",
          [("Điều 2", ("Chánh Văn phòng Ủy ban nhân dân tỉnh", "Giám đốc Sở Nội vụ", "các ông (bà) có tên tại Điều 1"), (),
            f"Chánh Văn phòng UBND tỉnh; Giám đốc Sở Nội vụ và các ông (bà) có tên tại Điều 1 {_LAST}")]),
    (f"{_ISSUED}Văn phòng UBND tỉnh, các Sở: Công Thương, Tài chính và UBND các huyện {_LAST}", [("Điều 2", ("Văn phòng Ủy ban nhân dân tỉnh", "Sở Công Thương", "Sở Tài chính", "Ủy ban nhân dân các huyện"), (),
            f"Văn phòng UBND tỉnh, các Sở: Công Thương, Tài chính và UBND các huyện {_LAST}")]),
    # over a paragraph that only says what its object consists of, a paragraph that ends in a colon is the work
    ("Điều 1. Cung cấp thông tin\n1. Sở Công Thương có trách nhiệm:\nCung cấp thông tin về giá cho các sở:\nNội dung thông tin gồm: giá bán; lượng hàng.\n2. Sở Tài chính tổng hợp.",
     [("Điều 1.1", ("Sở Công Thương",), (), "Cung cấp thông tin về giá cho các sở:"), ("Điều 1.2", ("Sở Tài chính",), (), "Sở Tài chính tổng hợp.")]),
    # over paragraphs that are work it is none
    ("Điều 1. Cung cấp thông tin\n1. Sở Công Thương có trách nhiệm:\nCung cấp thông tin về giá như sau:\nNiêm yết giá bán lẻ tại các chợ trên địa bàn.\n2. Sở Tài chính tổng hợp.",
     [("Điều 1.1", ("Sở Công Thương",), (), "Niêm yết giá bán lẻ tại các chợ trên địa bàn."), ("Điều 1.2", ("Sở Tài chính",), (), "Sở Tài chính tổng hợp.")]),
    ("Điều 1. Sở Y tế phối hợp với Sở Xây dựng và các cơ quan có chức năng liên quan trên địa bàn tỉnh trong việc kiểm tra nguồn nước.",
     [("Điều 1", ("Sở Y tế",), ("Sở Xây dựng", "các cơ quan có chức năng liên quan"), "Sở Y tế phối hợp với Sở Xây dựng và các cơ quan có chức năng liên quan trên địa bàn tỉnh trong việc kiểm tra nguồn nước.")]),
    ("Điều 1. Sở Y tế phối hợp với các đơn vị có bể chứa kiểm tra nguồn nước.",
     [("Điều 1", ("Sở Y tế",), ("các đơn vị có bể chứa",), "Sở Y tế phối hợp với các đơn vị có bể chứa kiểm tra nguồn nước.")]),
    (f"{_ISSUED}Tổ công tác tự giải thể sau khi hoàn thành nhiệm vụ.", [("Điều 2", ("Tổ công tác",), (), "Tổ công tác tự giải thể sau khi hoàn thành nhiệm vụ.")]),
]  # fmt: skip

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH NINH THUẬN\n\nKẾ HOẠCH\nCông tác năm 2025\n\n"


def rows(text: str) -> list[Row]:
    return [(task.section, task.lead, task.support, task.quote) for task in said(text).tasks]


@pytest.mark.parametrize(("text", "expected"), [*PLANS, *HARD_PLANS, *MORE_HARD_PLANS])
def test_the_tasks_of_a_plan(text: str, expected: list[Row]) -> None:
    assert rows(HEAD + text) == expected


@pytest.mark.parametrize(("text", "expected"), [*DECISIONS, *HARD_DECISIONS])
def test_the_tasks_of_a_decision(text: str, expected: list[Row]) -> None:
    head = "ỦY BAN NHÂN DÂN\nTỈNH NINH THUẬN\n\nQUYẾT ĐỊNH\nVề công tác năm 2025\n\nỦY BAN NHÂN DÂN TỈNH NINH THUẬN\n\nCăn cứ Luật Đê điều;\n\n"
    assert rows(head + text) == expected


@pytest.mark.parametrize(("text", "expected"), LETTERS)
def test_the_tasks_of_a_letter(text: str, expected: list[Row]) -> None:
    head = "UBND HUYỆN BÁC ÁI\nSố: 45/UBND-NN\nV/v phòng cháy rừng\n\nBác Ái, ngày 05 tháng 3 năm 2024\n\n"
    assert rows(head + text) == expected


@pytest.mark.parametrize("text", [text for text, _ in PLANS + DECISIONS + LETTERS])
def test_tasks_come_in_reading_order_and_do_not_overlap(text: str) -> None:
    read = document(HEAD + text)
    found = find_tasks(outline(read), read)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


def test_a_task_says_which_rule_found_it() -> None:
    text = (
        HEAD
        + "II. NHIỆM VỤ\n1. Sửa chữa kênh mương.\n2. Sở Y tế kiểm tra.\n3. Đề nghị Công an tỉnh tuần tra."
    )
    assert [task.rule for task in said(text).tasks] == ["part", "subject", "request"]


def test_a_footnote_that_names_a_body_and_its_duty_is_a_task() -> None:
    text = HEAD + "II. NHIỆM VỤ\n1. Sửa chữa hồ chứa¹.\n\n¹ Sở Xây dựng chủ trì thẩm định thiết kế.\n"
    tasks = said(text).tasks
    assert [(task.section, task.lead, task.rule) for task in tasks][-1] == (
        "II.1",
        ("Sở Xây dựng",),
        "footnote",
    )
