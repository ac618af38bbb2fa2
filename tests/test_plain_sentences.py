"""Single sentences as offices write them: whose duty, who helps, by when. Each habit has an example, and where it
could be mistaken a counter-example."""

from __future__ import annotations

import pytest
from small_documents import said

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH KON TUM\n\nSố: 71/KH-UBND\n\nKon Tum, ngày 12 tháng 02 năm 2024\n\nKẾ HOẠCH\nCải tạo chợ đầu mối\n\n"
    "III. NHIỆM VỤ\n\n1. "
)

BODIES: list[tuple[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]] = [
    # a body entrusts another with a duty
    ("UBND tỉnh giao nhiệm vụ cho Sở Công Thương lập quy chế chợ.", [(("Sở Công Thương",), ())]),
    ("UBND tỉnh giao trách nhiệm cho Sở Công Thương theo dõi giá.", [(("Sở Công Thương",), ())]),
    ("UBND tỉnh ủy quyền cho Giám đốc Sở Xây dựng ký hợp đồng.", [(("Giám đốc Sở Xây dựng",), ())]),
    ("Giám đốc Sở Xây dựng ký hợp đồng.", [(("Giám đốc Sở Xây dựng",), ())]),
    ("Tỉnh ủy lãnh đạo việc sắp xếp chợ.", [(("Tỉnh ủy",), ())]),  # but this `ủy` is part of a name
    # those who hold an office are addressed
    ("Các ông (bà) Chánh Văn phòng, Giám đốc các Sở chịu trách nhiệm thi hành.", [(("Chánh Văn phòng", "Giám đốc các Sở"), ())]),
    ("Ông Giám đốc Sở Nội vụ, Chủ tịch UBND thành phố chịu trách nhiệm thi hành.", [(("Giám đốc Sở Nội vụ", "Chủ tịch Ủy ban nhân dân thành phố"), ())]),
    ("Các đồng chí Trưởng phòng, Bí thư chi bộ chịu trách nhiệm thi hành.", [(("Trưởng phòng", "Bí thư chi bộ"), ())]),
    ("Các ông xóm trưởng vận động tiểu thương.", [(("Các ông xóm trưởng",), ())]),  # who answers for a village has that name
    # those to whom a letter goes, by courtesy
    ("Đề nghị Quý Sở kiểm tra cân đo.", [(("Quý Sở",), ())]),
    ("Đề nghị quý cơ quan, đơn vị gửi báo cáo.", [(("quý cơ quan, đơn vị",), ())]),
    ("Đề nghị Quý Sở thực hiện các nội dung sau:\n\n- Kiểm tra cân đo.", [(("Quý Sở",), ())]),
    ("Trong Quý I kiểm tra cân đo.", [((), ())]),  # a quarter
    # the ministers by their fields, as decisions of the Prime Minister named them
    ("Các Bộ trưởng: Tài chính, Công Thương; Chủ tịch UBND tỉnh chịu trách nhiệm thi hành.", [(("Bộ trưởng Bộ Tài chính", "Bộ trưởng Bộ Công Thương", "Chủ tịch Ủy ban nhân dân tỉnh"), ())]),
    ("Chủ tịch HĐND và UBND các huyện vận động tiểu thương.", [(("Chủ tịch Hội đồng nhân dân các huyện", "Chủ tịch Ủy ban nhân dân các huyện"), ())]),
    ("Chủ tịch HĐND, Chủ tịch UBND các huyện vận động tiểu thương.", [(("Chủ tịch Hội đồng nhân dân các huyện", "Chủ tịch Ủy ban nhân dân các huyện"), ())]),
    ("Chánh Văn phòng HĐND và UBND huyện theo dõi.", [(("Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện",), ())]),  # but this is one office
    # on what occasion, and what was not done yet
    ("Trưởng phòng Kinh tế khi thẩm định hồ sơ phải ghi biên bản.", [(("Trưởng phòng Kinh tế",), ())]),
    ("Các huyện đến nay chưa gửi danh sách theo Công văn số 12/UBND-KT, khẩn trương hoàn thành.", [(("Các huyện",), ())]),
    # permission and prohibition
    ("Đồng ý Sở Công Thương mở thêm chợ đêm.", [(("Sở Công Thương",), ())]),
    ("Đồng ý với đề nghị của Sở Công Thương.", []),
    ("Đề nghị Sở Công Thương không được chủ quan.", [(("Sở Công Thương",), ())]),
    ("Phê bình và yêu cầu Sở Xây dựng kiểm điểm việc chậm tiến độ.", [(("Sở Xây dựng",), ())]),
    # offices of a body that is not named, where somebody is asked
    ("Giao Chánh Văn phòng tổng hợp danh sách quầy.", [(("Chánh Văn phòng",), ())]),
    ("Yêu cầu ông (bà) Hiệu trưởng các trường phổ biến nội quy chợ.", [(("Hiệu trưởng các trường",), ())]),
    ("Sở Công Thương thống nhất với UBND thành phố để chia lô quầy.", [(("Sở Công Thương",), ("Ủy ban nhân dân thành phố",))]),
    ("Sở Công Thương rà soát, thống nhất với chủ trương của UBND tỉnh.", [(("Sở Công Thương",), ())]),
    # a list with a name that no rule ends
    ("Đề nghị Ủy ban MTTQ phường, tổ tự quản chợ và các đoàn thể tham gia dọn chợ.", [(("Ủy ban Mặt trận Tổ quốc Việt Nam phường", "tổ tự quản chợ", "các đoàn thể"), ())]),
    ("Yêu cầu các hộ dân có hành vi lấn chiếm vỉa hè, lòng đường tự giác tháo dỡ.", [(("các hộ dân có hành vi lấn chiếm vỉa hè, lòng đường",), ())]),
    ("Yêu cầu các hộ dân có mái che trái phép, bục bệ tự tháo dỡ trước ngày khai trương.", [(("các hộ dân có mái che trái phép, bục bệ",), ())]),
    ("Hiệu trưởng và Ban Chấp hành Công đoàn chủ động lập phương án trông xe.", [(("Hiệu trưởng", "Ban Chấp hành Công đoàn"), ())]),
    # those who are directed, or given a part, are no owners of what the item asks
    ("Căn cứ nhiệm vụ, chỉ đạo các trường tiểu học, các trường nghề lồng ghép nội dung an toàn.", [((), ())]),
    ("Căn cứ nhiệm vụ, các trường tiểu học, các phòng thuộc Sở tổ chức dạy nội dung an toàn.", [(("các trường tiểu học", "các phòng thuộc Sở"), ())]),
    ("Kiện toàn Ban Quản lý chợ, phân công nhiệm vụ cho các thành viên, ban hành quy chế.", [((), ())]),
    # the level of whoever gets it is not that of the name before
    ("Sở Công Thương phối hợp với Ban Quản lý chợ An Bình xây dựng phương án, trình Chủ tịch UBND phường.", [(("Sở Công Thương",), ("Ban Quản lý chợ An Bình",))]),
    ("Hiệu trưởng thông qua lịch trực chợ.", [(("Hiệu trưởng",), ())]),
    ("Mức phí chợ của từng lô do Sở Tài chính quyết định.", [(("Sở Tài chính",), ())]),
    # departments that share their head, which is said once
    ("Sở Công Thương, Tài chính và Y tế kiểm tra quầy ăn.", [(("Sở Công Thương", "Sở Tài chính", "Sở Y tế"), ())]),
    ("Giám đốc Sở Công Thương, Y tế, Công an tỉnh kiểm tra quầy ăn.", [(("Giám đốc Sở Công Thương", "Giám đốc Sở Y tế", "Công an tỉnh"), ())]),
    ("Sở Công Thương phối hợp với Sở thông tin và Truyền thông quảng bá chợ.", [(("Sở Công Thương",), ("Sở Thông tin và Truyền thông",))]),
    ("Các phòng thuộc Sở tổ chức trực chợ.", [(("Các phòng thuộc Sở",), ())]),
    # who does what a lead-in tells; what each gets is no task of its own
    ("Công tác trang trí do Sở Công Thương phụ trách gồm:\n\n- Treo cờ ở cổng chợ.", [(("Sở Công Thương",), ())]),
    ("Sở Công Thương cấp 90 lều che quầy, cụ thể:\n\n- Chợ Đăk Hà: 50 lều.\n- Chợ Sa Thầy: 40 lều.", [(("Sở Công Thương",), ())]),
    ("Nay giao cho Sở Công Thương quản lý chợ.", [(("Sở Công Thương",), ())]),
    ("Sở Nội vụ đề nghị Sở Công Thương có ý kiến về quy chế.", [(("Sở Công Thương",), ())]),
    ("Đối với chi bộ, các thôn:\n\n- Vận động tiểu thương.", [(("chi bộ", "các thôn"), ())]),
    ("Lực lượng bảo vệ ghi tên khách.", [(("Lực lượng bảo vệ",), ())]),
    # items whose label stands before their action are work of their own
    ("Các thôn treo cờ đúng quy định như sau:\n\n- Ngày Quốc khánh: Treo cờ ở cổng chợ.", [(("Các thôn",), ())]),
    ("Trưởng Ban Tổ chức Hội chợ ra quyết định thành lập Ban Giám khảo.", [(("Trưởng Ban Tổ chức Hội chợ",), ())]),
    ("Sở Công Thương phối hợp với TDP dọn chợ.", [(("Sở Công Thương",), ("tổ dân phố",))]),
    # a verb that no list has, before a number
    ("Sở Tài chính xuất 400 triệu đồng cho chợ.", [(("Sở Tài chính",), ())]),
    # a case of the same duty is part of it
    ("Sở Công Thương, Sở Xây dựng:\n\na) Lập danh sách quầy. Trường hợp thiếu chỗ, Sở Xây dựng phải đề xuất khu tạm.", [(("Sở Công Thương", "Sở Xây dựng"), ())]),
    # what a body is stands between it and its verb
    ("Sở Công Thương - cơ quan thường trực Ban Chỉ đạo tỉnh giúp Ban Chỉ đạo theo dõi giá.", [(("Sở Công Thương",), ())]),
    ("Sở Công Thương, cơ quan đầu mối, tổng hợp giá chợ.", [(("Sở Công Thương",), ())]),
    # one leads, others help
    ("Công an tỉnh chủ trì, Bộ Chỉ huy Quân sự tỉnh phối hợp canh gác chợ.", [(("Công an tỉnh",), ("Bộ Chỉ huy Quân sự tỉnh",))]),
    ("Sở Xây dựng làm đầu mối, cùng Sở Tài chính rà soát giá đất.", [(("Sở Xây dựng",), ("Sở Tài chính",))]),
    ("Sở Xây dựng phối hợp, hỗ trợ Sở Công Thương chia lô quầy.", [(("Sở Xây dựng",), ("Sở Công Thương",))]),
    ("Sở Xây dựng phối hợp, hỗ trợ người dân di dời.", [(("Sở Xây dựng",), ())]),  # people who get help give none
    ("Cùng với Công an tỉnh kiểm tra cân đo.", [((), ("Công an tỉnh",))]),
    # who is there for a building, and what is no public body
    ("Sở Xây dựng phối hợp với đơn vị tư vấn hoàn thiện bản vẽ.", [(("Sở Xây dựng",), ("đơn vị tư vấn",))]),
    ("Nhà thầu thi công dọn bãi tập kết.", [(("Nhà thầu thi công",), ())]),
    ("Sở Xây dựng thuê tư vấn hoàn thiện bản vẽ.", [(("Sở Xây dựng",), ())]),
    ("Tỉnh đoàn phối hợp với gia đình và nhà trường dạy bơi.", [(("Tỉnh đoàn",), ("gia đình", "nhà trường"))]),
    ("Công an tỉnh phối hợp với cơ quan điều tra xác minh.", [(("Công an tỉnh",), ("cơ quan điều tra",))]),
    ("Lực lượng dân quân tự vệ canh gác ban đêm.", [(("Lực lượng dân quân tự vệ",), ())]),
    # names that go on behind their first words
    ("Đề nghị Công đoàn ngành, Liên đoàn Lao động tỉnh vận động tiểu thương.", [(("Công đoàn ngành", "Liên đoàn Lao động tỉnh"), ())]),
    ("Công đoàn ngành Y tế khám sức khỏe cho tiểu thương.", [(("Công đoàn ngành Y tế",), ())]),
    ("Ngân hàng Nhà nước Chi nhánh tỉnh giãn nợ cho tiểu thương.", [(("Ngân hàng Nhà nước chi nhánh tỉnh",), ())]),
    ("Ngân hàng Nhà nước, Chi cục Thuế hướng dẫn tiểu thương.", [(("Ngân hàng Nhà nước", "Chi cục Thuế"), ())]),
    # a time and a place are nobody's work
    ("Thời gian, địa điểm\n\n- Cấp huyện: từ ngày 15/11/2024 đến ngày 30/11/2024 tại Nhà thi đấu.", []),
    ("Thời gian, địa điểm\n\n- Cấp huyện: tổ chức từ ngày 15/11/2024 tại Nhà thi đấu.", [(("Cấp huyện",), ())]),
    ("Các khoa lâm sàng, cận lâm sàng rà soát hồ sơ.", [(("Các khoa lâm sàng, cận lâm sàng",), ())]),
    # a run-in heading over a duty without a verb
    ("Phòng Quản lý chất lượng: đầu mối triển khai.", [(("Phòng Quản lý chất lượng",), ())]),
    ("Phòng Quản lý chất lượng: tầng 2, nhà A.", []),
    # what is to be sent or over by a day is work without a verb; what it is made of is none
    ("Hồ sơ gửi về Sở Nội vụ trước ngày 01/10/2024.", [((), ())]),
    ("Việc lấy ý kiến tiểu thương hoàn thành trước ngày 10/4/2024.", [((), ())]),
    ("Hồ sơ gồm đơn, bản vẽ và bảng kê quầy.", []),
    ("Việc lấy ý kiến tiểu thương được ghi thành biên bản.", []),
    # who answers for each of several villages
    ("Xóm trưởng các xóm\n\n- Thống kê quầy hàng.", [(("Xóm trưởng các xóm",), ())]),
    ("Sở Công Thương phối hợp với TKV, PVN cung cấp nhiên liệu.", [(("Sở Công Thương",), ("TKV", "PVN"))]),
    # a time that comes back opens the sentence
    ("Cuối mỗi học kỳ, các trường học gửi danh sách học sinh bán trú.", [(("các trường học",), ())]),
    # several places of one level, and what is no place
    ("Giao UBND các xã Đồng Đăng, Cao Lộc tổ chức kiểm đếm.", [(("Ủy ban nhân dân các xã",), ())]),
    ("UBND các huyện: Cao Lộc, Lộc Bình chịu trách nhiệm kiểm đếm.", [(("Ủy ban nhân dân các huyện",), ())]),
    ("UBND phường Kỳ Lừa, xã Hội Hoan tổ chức kiểm đếm.", [(("Ủy ban nhân dân phường, xã",), ())]),
    ("UBND thành phố Vinh và các huyện Nghi Lộc, Nam Đàn tổ chức kiểm đếm.", [(("Ủy ban nhân dân thành phố và các huyện",), ())]),
    ("UBND các xã Đồng Đăng, Hội Nông dân tỉnh tổ chức kiểm đếm.", [(("Ủy ban nhân dân các xã", "Hội Nông dân tỉnh"), ())]),
    ("UBND huyện Cao Lộc, Ban Quản lý chợ tổ chức kiểm đếm.", [(("Ủy ban nhân dân huyện", "Ban Quản lý chợ"), ())]),
    # a line that names who carries out says no more with a verb
    ("Lập quy chế chợ.\n\n- Cơ quan thực hiện: Sở Công Thương đôn đốc, hướng dẫn các đơn vị, địa phương triển khai thực hiện.", [(("Sở Công Thương",), ())]),
    ("Lập quy chế chợ.\n\n- Cơ quan thực hiện: Sở Công Thương chủ trì kiểm tra cân đo tại các chợ.", [(("Sở Công Thương",), ())]),
    # Party bodies of an office
    ("Đảng ủy cơ quan Văn phòng Quốc hội\n\n- Lãnh đạo việc số hóa.", [(("Đảng ủy cơ quan Văn phòng Quốc hội",), ())]),
    ("Tổ đảng ở Thường trực Ủy ban Xã hội\n\n- Thẩm tra dự án luật.", [(("Tổ đảng ở Thường trực Ủy ban Xã hội",), ())]),
    # what a body is said to be, with whom it works; training is no organisation, leading no leader
    ("Là cơ quan thường trực, chủ trì, phối hợp với Phòng Y tế, Phòng Nội vụ tham mưu kế hoạch.", [((), ("Phòng Y tế", "Phòng Nội vụ"))]),
    ("Tổ chức tập huấn kỹ năng lập hồ sơ điện tử cho tiểu thương.", [((), ())]),
    ("Lãnh đạo, chỉ đạo rà soát quy hoạch chợ.", [((), ())]),
    ("Trong những năm qua, công tác quản lý chợ đã được các cấp, các ngành quan tâm chỉ đạo.", [((), ())]),
    ("Khi vào học kỳ mới, giáo viên lập sổ theo dõi.", [(("giáo viên",), ())]),
    ("Hướng dẫn giáo viên lập sổ theo dõi.", [((), ())]),
    # in what part a body acts stands between it and its verb
    ("Sở Công Thương, với vai trò cơ quan thường trực Ban Chỉ đạo, đôn đốc tiến độ.", [(("Sở Công Thương",), ())]),
    # a helper whose kind the cue does not tell
    ("Sở Xây dựng chủ trì, cùng Đài Khí tượng Thủy văn tỉnh cảnh báo tiểu thương.", [(("Sở Xây dựng",), ("Đài Khí tượng Thủy văn tỉnh",))]),
    ("Cùng với Sở Xây dựng, Ban Quản lý Khu kinh tế và các KCN Kon Tum di dời quầy.", [((), ("Sở Xây dựng", "Ban Quản lý Khu kinh tế và các khu công nghiệp"))]),
    ("Cùng với việc di dời, Sở Xây dựng cắm biển.", [(("Sở Xây dựng",), ())]),
    # what a body is, or where it stands, between its name and its verb
    ("Giao Sở Nội vụ, Sở Xây dựng - các cơ quan chủ trì Đề án - hướng dẫn tiểu thương.", [(("Sở Nội vụ", "Sở Xây dựng"), ())]),
    ("Yêu cầu Thủ trưởng các đơn vị chưa giải ngân nghiêm túc kiểm điểm.", [(("Thủ trưởng các đơn vị chưa giải ngân",), ())]),
    # districts by where they lie; communes that are singled out
    ("UBND các huyện miền núi, ven biển rà soát chợ.", [(("Ủy ban nhân dân các huyện miền núi, ven biển",), ())]),
    ("UBND các huyện đồng bằng chỉ đạo các xã lập phương án.", [(("Ủy ban nhân dân các huyện đồng bằng",), ())]),
    ("Riêng UBND 03 xã điểm (Hà Mòn, Đăk La, Ngọk Wang) rà soát trước.", [(("Ủy ban nhân dân 03 xã điểm",), ())]),
    # numbers that belong to a name, and those that do not
    ("Công ty Điện lực Kon Tum, Công ty Truyền tải điện 3 kiểm tra đường dây.", [(("Công ty Điện lực", "Công ty Truyền tải điện 3"), ())]),
    ("Sở Xây dựng phối hợp với Công ty Thủy nông và Nhà máy thủy điện Pleikrông 2 cắm biển.", [(("Sở Xây dựng",), ("Công ty Thủy nông", "Nhà máy thủy điện Pleikrông 2"))]),
    ("Công ty Môi trường thu gom 3 tấn rác.", [(("Công ty Môi trường",), ())]),
    ("Thôn 3, thôn 4 và thôn 7 bố trí người canh gác.", [(("Thôn 3", "thôn 4", "thôn 7"), ())]),
    ("Thôn 3 cách chợ 2 km.", []),
    # one force of several, and bodies of their own behind it
    ("Sở Xây dựng phối hợp với lực lượng Công an, Quân đội di dời quầy.", [(("Sở Xây dựng",), ("lực lượng Công an, Quân đội",))]),
    ("Sở Xây dựng phối hợp với lực lượng Kiểm lâm, Công an tỉnh di dời quầy.", [(("Sở Xây dựng",), ("lực lượng Kiểm lâm", "Công an tỉnh"))]),
    # `xã` that is no commune, a region that is a place
    ("Liên minh Hợp tác xã Việt Nam dạy nghề cho tiểu thương.", [(("Liên minh Hợp tác xã Việt Nam",), ())]),
    ("Sở Xây dựng phối hợp với Trung tâm Y tế khu vực Ngọc Hồi cấp cứu tiểu thương.", [(("Sở Xây dựng",), ("Trung tâm Y tế khu vực",))]),
    ("Sở Xây dựng phối hợp với Viện Lúa đồng bằng sông Cửu Long chọn giống.", [(("Sở Xây dựng",), ("Viện Lúa đồng bằng sông Cửu Long",))]),
    ("Phòng Tài chính - KH thẩm định dự toán.", [(("Phòng Tài chính - Kế hoạch",), ())]),
    ("Ban Giám đốc Sở trực tiếp chỉ đạo.", [(("Ban Giám đốc Sở",), ())]),
    ("UBKT Tỉnh ủy kiểm tra việc di dời.", [(("Ủy ban Kiểm tra Tỉnh ủy",), ())]),
    # whoever it may be is nobody named; who made what a duty rests on does not do it
    ("Kiện toàn Ban Chỉ huy, phân công thành viên phụ trách từng dãy.", [((), ())]),
    ("Kiện toàn Ban Chỉ huy, phân công Công an xã phụ trách từng dãy.", [(("Công an xã",), ())]),
    ("Trên cơ sở dự toán do các đơn vị lập, thẩm định, bố trí kinh phí.", [((), ())]),
    ("Trên cơ sở quy hoạch đã duyệt, các đơn vị lập dự toán.", [(("các đơn vị",), ())]),
    # grounds before the verb; a form that is only named
    ("Sở Công Thương\n\n- Theo chức năng, nhiệm vụ được giao, tăng cường kiểm tra cân đo.", [(("Sở Công Thương",), ())]),
    ("Lập danh sách tiểu thương.\n\n- Theo mẫu số 01.", [((), ())]),
    # whichever it is, then whose duty; a draft and whose it is
    ("Tổ bầu cử chịu trách nhiệm kiểm phiếu. Dãy nào không đủ tỷ lệ thì UBND xã quyết định ngày bầu lại.", [(("Tổ bầu cử",), ()), (("Ủy ban nhân dân xã",), ())]),
    ("Quy chế quản lý chợ. Giao Sở Công Thương chủ trì soạn thảo.", [(("Sở Công Thương",), ())]),
    # what people are told of is the contents of the work
    ("Tuyên truyền sâu rộng đến từng hộ các nội dung sau:\n\n- Mười tiêu chí của chợ văn minh do Bộ Công Thương ban hành năm 2021;\n\n- Cơ chế góp vốn.", [((), ())]),
    # who leads, in a sentence of its own behind the work
    ("Lắp camera tại chợ. Công an xã chủ trì; các thôn phối hợp thực hiện.", [(("Công an xã",), ("các thôn",))]),
    ("Lắp camera tại chợ; Công an xã chủ trì, Sở Xây dựng phối hợp.", [(("Công an xã",), ("Sở Xây dựng",))]),
    ("Lắp camera tại chợ. Công an xã chủ trì vận hành camera.", [(("Công an xã",), ())]),
    ("Lắp camera tại chợ. Công an xã vận hành camera.", [((), ()), (("Công an xã",), ())]),
    ("Sở Xây dựng:\n\n- Lắp camera tại chợ. Công an xã chủ trì vận hành camera.", [(("Sở Xây dựng",), ()), (("Công an xã",), ())]),
    # bodies alone in the bracket that closes an item, and those that explain
    ("Tổ chức hội nghị tổng kết (Văn phòng UBND tỉnh).", [(("Văn phòng Ủy ban nhân dân tỉnh",), ())]),
    ("Tổng hợp, báo cáo UBND tỉnh (Văn phòng UBND tỉnh).", [((), ())]),
    ("Gửi hồ sơ về bộ phận một cửa (qua Sở Xây dựng).", [((), ())]),
    # persons with their posts, and what they are in charge of
    ("Đ/c Nguyễn Văn An - Phó Giám đốc Sở Xây dựng: Kiểm tra tiến độ.", [(("Phó Giám đốc Sở Xây dựng",), ())]),
    ("Đ/c Trần Thị Hoa - Phó Hiệu trưởng phụ trách chuyên môn:\n\n- Lập thời khóa biểu.", [(("Phó Hiệu trưởng phụ trách chuyên môn",), ())]),
    ("Các đồng chí Huyện ủy viên được phân công phụ trách xã trực tiếp xuống địa bàn.", [(("Các đồng chí Huyện ủy viên được phân công phụ trách xã",), ())]),
    ("Các đồng chí Huyện ủy viên được phân công phụ trách xã:\n\n- Xuống địa bàn kiểm tra.", [(("Các đồng chí Huyện ủy viên được phân công phụ trách xã",), ())]),
    ("Giáo viên chủ nhiệm khối 12\n\n- Thu hồ sơ học sinh.", [(("Giáo viên chủ nhiệm khối 12",), ())]),
    ("Văn thư: in giấy mời tiểu thương.", [(("Văn thư",), ())]),
    ("Kiện toàn tổ trực, phân công từng đồng chí lãnh đạo xuống chợ.", [((), ())]),
    # those who stand so, and whoever of them does so
    ("Đối với các xã đang có dịch (Hà Mòn, Đăk La):\n\n- Lập chốt kiểm dịch.", [(("các xã đang có dịch",), ())]),
    ("UBND các xã nào để dịch lây lan thì Chủ tịch UBND xã đó phải kiểm điểm.", [(("Chủ tịch Ủy ban nhân dân xã đó",), ())]),
    ("Các trường đã bị ngập tổ chức vệ sinh, khử khuẩn.", [(("Các trường đã bị ngập",), ())]),
    ("Nhiệm vụ chung của các sở, ban, ngành\n\na) Rà soát quầy.", [(("các sở, ban, ngành",), ())]),
    # helpers by what opens their list, and forces by number
    ("Cùng Sở Xây dựng bổ sung danh mục chợ.", [((), ("Sở Xây dựng",))]),
    ("Công an tỉnh hiệp đồng với các đơn vị của Quân khu 5, Lữ đoàn 971 chuẩn bị lực lượng.", [(("Công an tỉnh",), ("các đơn vị của Quân khu 5", "Lữ đoàn 971"))]),
    ("UBND các xã khử trùng chợ, với sự hướng dẫn của Chi cục Thú y.", [(("Ủy ban nhân dân các xã",), ("Chi cục Thú y",))]),
    ("Sở Xây dựng phối hợp với Đội QLTT số 4, phòng Kinh tế - Hạ tầng kiểm tra chợ.", [(("Sở Xây dựng",), ("Đội Quản lý thị trường số 4", "Phòng Kinh tế và Hạ tầng"))]),
    ("Phối hợp Bảo hiểm xã hội cơ sở Ngọc Hồi, Trạm Y tế phường tích hợp thẻ.", [((), ("Bảo hiểm xã hội cơ sở Ngọc Hồi", "Trạm Y tế phường"))]),
    # names that no longer end too soon
    ("Văn phòng thường trực Ban Chỉ huy PCTT&TKCN tỉnh tổ chức trực ban.", [(("Văn phòng thường trực Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn tỉnh",), ())]),
    ("Cục Nhà giáo và Cán bộ quản lý giáo dục biên soạn tài liệu.", [(("Cục Nhà giáo và Cán bộ quản lý giáo dục",), ())]),
    ("Tổ công nghệ số cộng đồng, Tổ dân phố\n\n- Hướng dẫn tiểu thương.", [(("Tổ công nghệ số cộng đồng", "Tổ dân phố"), ())]),
    ("Trung tâm Y tế huyện: Lấy mẫu; thường trực cấp cứu tại chợ.", [(("Trung tâm Y tế huyện",), ())]),
    ("UBND các huyện Ngọc Hồi, Đăk Glei, thị xã Tân An rà soát chợ.", [(("Ủy ban nhân dân các huyện Ngọc Hồi, Đăk Glei, thị xã Tân An",), ())]),
    # a time before those who are told
    ("Công an tỉnh\n\n- Trước ngày 25 hằng tháng, thông báo cho Sở Xây dựng, Sở Nội vụ danh sách vi phạm.", [(("Công an tỉnh",), ())]),
    ("Nhận được Công điện này yêu cầu các phòng, ban, Chủ tịch UBND các xã khẩn trương thực hiện.", [(("các phòng, ban", "Chủ tịch Ủy ban nhân dân các xã"), ())]),
    # a topic before the work; who is rewarded; how some do
    ("Về đào tạo: Mở 4 lớp tập huấn cho tiểu thương mỗi năm.", [((), ())]),
    ("Tổ chức, cá nhân có thành tích trong thực hiện Quy chế được khen thưởng.", []),
    # a colon within a bracket labels nothing
    ("Sở Xây dựng:\n\n- Báo cáo kết quả về UBND tỉnh (qua Văn phòng, bản mềm gửi theo địa chỉ thư: vp@kontum.gov.vn).", [(("Sở Xây dựng",), ())]),
    # whose is all that stands under a heading, in the bracket behind it
    ("Về bộ máy (Ban Tổ chức Tỉnh ủy chủ trì, phối hợp với Sở Nội vụ)\n\n- Rà soát chức năng.", [(("Ban Tổ chức Tỉnh ủy",), ("Sở Nội vụ",))]),
    ("Về bộ máy (Chủ trì: Sở Nội vụ; phối hợp: Sở Tài chính)\n\n- Rà soát chức năng.", [(("Sở Nội vụ",), ("Sở Tài chính",))]),
    ("Về bộ máy (12 ban do UBND xã quản lý)\n\n- Rà soát chức năng.", [((), ())]),
    # one of those over it, in the bracket behind an item
    ("Sở Y tế; Sở Xây dựng:\n\n- Thu hồi giấy phép (Sở Xây dựng chủ trì, Công an tỉnh phối hợp).", [(("Sở Xây dựng",), ("Công an tỉnh",))]),
    ("Sở Y tế:\n\n- Thu hồi giấy phép (Sở Xây dựng chủ trì).", [(("Sở Y tế",), ())]),
    # those over it hand work to one of their own, or another of their kind is asked
    ("UBND các huyện, thành phố:\n\n- Giao UBND thành phố Kon Tum phân luồng xe tải.", [(("Ủy ban nhân dân thành phố",), ())]),
    ("UBND các huyện:\n\n- Giao Phòng Nội vụ phân luồng xe tải.", [(("Ủy ban nhân dân các huyện",), ())]),
    ("Phó Chủ tịch UBND xã phụ trách kinh tế trực tiếp chỉ đạo.", [(("Phó Chủ tịch Ủy ban nhân dân xã phụ trách kinh tế",), ())]),
    ("Đề nghị Mặt trận Tổ quốc tỉnh và các tổ chức chính trị - xã hội: Hội Nông dân, Hội Cựu chiến binh vận động.", [(("Mặt trận Tổ quốc tỉnh", "Hội Nông dân", "Hội Cựu chiến binh"), ())]),
    ("Đối với các đơn vị đang thi công (chợ Hà Mòn, chợ Đăk La): phối hợp với Sở Xây dựng đẩy nhanh tiến độ.", [(("các đơn vị đang thi công",), ("Sở Xây dựng",))]),
    ("Trong quá trình thực hiện nếu có khó khăn, vướng mắc các đơn vị phản ánh về Sở Xây dựng.", [(("các đơn vị",), ())]),
    # names in short forms, levels and fields in small letters
    ("UBND các huyện, thành, thị cân đối ngân sách.", [(("Ủy ban nhân dân các huyện, thành, thị",), ())]),
    ("Các huyện, thành, thị lựa chọn chợ điểm.", [(("Các huyện, thành, thị",), ())]),
    ("Huyện Đăk Hà, Ngọc Hồi rà soát phương án di dời.", [(("Huyện Đăk Hà, Ngọc Hồi",), ())]),
    ("Đoàn Thanh niên Cộng sản Hồ Chí Minh Bộ và Công đoàn Bộ phát động phong trào.", [(("Đoàn Thanh niên Cộng sản Hồ Chí Minh Bộ", "Công đoàn Bộ"), ())]),
    ("Trung tâm Truyền thông tài nguyên và môi trường tổ chức lớp tập huấn.", [(("Trung tâm Truyền thông tài nguyên và môi trường",), ())]),
    ("Vụ trưởng các Vụ: Pháp chế, Kế hoạch - Tài chính chịu trách nhiệm thi hành.", [(("Vụ trưởng Vụ Pháp chế", "Vụ trưởng Vụ Kế hoạch - Tài chính"), ())]),
    ("BCSĐ UBND tỉnh: Thể chế hóa các chủ trương.", [(("Ban cán sự đảng Ủy ban nhân dân tỉnh",), ())]),
    ("Phòng Kinh tế phối hợp với Chi nhánh Văn phòng Đăng ký đất đai số hóa hồ sơ.", [(("Phòng Kinh tế",), ("Chi nhánh Văn phòng Đăng ký đất đai",))]),
    ("Sở Xây dựng (Chi cục Quản lý nhà) hằng ngày cập nhật danh sách.", [(("Sở Xây dựng",), ())]),
    ("Năm 2023, sạt lở diễn biến phức tạp tại nhiều chợ.", []),
    ("Thư ký Đoàn kiểm tra, đánh giá thông qua biên bản.", [(("Thư ký Đoàn kiểm tra, đánh giá",), ())]),
    ("Đoàn kiểm tra, đánh giá thông qua biên bản.", [(("Đoàn kiểm tra, đánh giá",), ())]),
    ("Đoàn kiểm tra đánh giá từng quầy.", [(("Đoàn kiểm tra",), ())]),
    # those who meet
    ("Họp tổng kết giữa Đoàn và đơn vị để thông báo kết quả.", [(("Đoàn", "đơn vị"), ())]),
    ("Họp sơ kết giữa năm và cuối năm để đánh giá kết quả.", [((), ())]),
    ("Nội bộ nhóm họp thống nhất mức điểm.", [(("nhóm",), ())]),
    # handed over in the bracket behind a heading; bodies that do what follows
    ("CẤP TỈNH (Giao các phòng trực thuộc Sở Nội vụ)\n\n- Rà soát chức năng.", [(("các phòng trực thuộc Sở Nội vụ",), ())]),
    ("Di dời\n\nCăn cứ tình hình thực tế, Liên đoàn Lao động tỉnh, Công đoàn ngành tập trung một số việc sau:\n\na) Rà soát quầy.", [(("Liên đoàn Lao động tỉnh", "Công đoàn ngành"), ())]),
    # one body behind a semicolon singled out
    ("Sở Y tế đưa tin; riêng Đài Truyền hình tỉnh phát bản tin mặn.", [(("Sở Y tế",), ()), (("Đài Truyền hình tỉnh",), ())]),
    ("Lập tổ trực. Công an xã là cơ quan thường trực.", [(("Công an xã",), ())]),
    # places in a row, local offices, short forms
    ("UBND huyện Đăk Hà, Ngọc Hồi chủ động di dời.", [(("Ủy ban nhân dân huyện Đăk Hà, Ngọc Hồi",), ())]),
    ("UBND huyện Đăk Hà, Sở Y tế chủ động di dời.", [(("Ủy ban nhân dân huyện", "Sở Y tế"), ())]),
    ("Đề nghị Đồn Biên phòng Ngọc Hồi, Kho bạc Nhà nước Đắk Hà, Bảo hiểm xã hội Việt Nam rà soát.", [(("Đồn Biên phòng", "Kho bạc Nhà nước", "Bảo hiểm xã hội Việt Nam"), ())]),
    ("Công ty cổ phần Cấp thoát nước Kon Tum: Đẩy nhanh thi công.", [(("Công ty cổ phần Cấp thoát nước",), ())]),
    ("Công an ĐK rà soát phương án.", [(("Công an đặc khu",), ())]),
    # a regulation of working together names no helper
    ("Sở Y tế ký quy chế phối hợp với Công an tỉnh.", [(("Sở Y tế",), ())]),
]  # fmt: skip

TIMES: list[tuple[str, list[tuple[str, str | None]]]] = [
    # weeks of a month, counted
    ("Sở Công Thương trình dự thảo trong tuần thứ 2 tháng 5/2024.", [("trong tuần thứ 2 tháng 5/2024", "2024-05-14")]),
    ("Sở Công Thương trình dự thảo trong tuần 3 tháng 5/2024.", [("trong tuần 3 tháng 5/2024", "2024-05-21")]),
    ("Sở Công Thương trình dự thảo ngày 3 tháng 5/2024.", [("ngày 3 tháng 5/2024", "2024-05-03")]),
    # a report that comes back
    ("Định kỳ hằng năm báo cáo kết quả về UBND tỉnh.", [("Định kỳ hằng năm", "FREQ=YEARLY")]),
    ("Định kỳ hàng quý (trước ngày 20 tháng cuối quý) báo cáo kết quả về Sở Tư pháp.", [("Định kỳ hàng quý (trước ngày 20 tháng cuối quý)", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20")]),
    ("Báo cáo định kỳ của các sở.", []),  # the name of a paper
    # a day of the year that follows
    ("Sở Tài chính quyết toán xong trước ngày 31 tháng 01 năm sau.", [("xong trước ngày 31 tháng 01 năm sau", "2025-01-31")]),
    ("Hằng năm, Sở Tài chính quyết toán trước ngày 31/01 năm sau.", [("Hằng năm", "FREQ=YEARLY"), ("trước ngày 31/01 năm sau", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31")]),
    ("Sở Tài chính quyết toán trước ngày 31/10 năm nay.", [("trước ngày 31/10", "2024-10-31")]),
    # days that stand for the time
    ("Lập danh sách hộ kinh doanh.\n\nThời gian hoàn thành: 30/6.", [("30/6", "2024-06-30")]),
    ("Lập danh sách hộ kinh doanh.\n\nThời gian hoàn thành: 1/2 ngày.", []),
    ("Lập danh sách hộ kinh doanh.\n\nHạn nộp hồ sơ: hết ngày 30/4/2024.", [("hết ngày 30/4/2024", "2024-04-30")]),
    # a year behind `vào` is when, though a plan stands before it
    ("Sơ kết Đề án vào năm 2026, tổng kết vào quý IV năm 2030.", [("vào năm 2026", "2026-12-31"), ("vào quý IV năm 2030", "2030-12-31")]),
    ("Triển khai Đề án năm 2026.", []),
    # how often stands before the verb, with a least number
    ("Tối thiểu 01 lần/quý tổ chức đối thoại với tiểu thương.", [("01 lần/quý", "FREQ=MONTHLY;INTERVAL=3")]),
    ("Ít nhất mỗi năm một lần diễn tập chữa cháy.", [("mỗi năm một lần", "FREQ=YEARLY")]),
    ("Ít nhất 80% tiểu thương tập huấn.", []),
    ("Phát thanh tin về chợ ít nhất 02 lần/ngày trong đợt cao điểm.", [("02 lần/ngày", "FREQ=DAILY")]),
    # a time for each of several steps, and one with a bracket behind it
    ("Quý II/2024: Khảo sát chợ. Quý III/2024: Lập đề án.", [("Quý II/2024", "2024-06-30"), ("Quý III/2024", "2024-09-30")]),
    ("Thanh tra 12 chợ trong năm 2024 (theo danh sách).", [("trong năm 2024", "2024-12-31")]),
    ("Báo cáo UBND tỉnh kết quả quý III/2024.", []),
    # what one year is singled out for is no time
    ("Sở Công Thương lập quy hoạch chợ; riêng năm 2024 hoàn thành trong quý II/2024.", [("trong quý II/2024", "2024-06-30")]),
    # by when a share is to be reached is the time of a goal
    ("Bảng giá\n\nII. MỤC TIÊU\n\n- Tỷ lệ quầy có hợp đồng đạt 100% trước ngày 31/12/2024.", []),
    ("Bảng giá\n\nII. YÊU CẦU\n\n- Bảng giá xong trước ngày 31/12/2024.", [("xong trước ngày 31/12/2024", "2024-12-31")]),
    # a span from an event, with no word before it
    ("Sở Xây dựng nghiệm thu 15 ngày sau khi nhận mặt bằng.", [("15 ngày sau khi nhận mặt bằng", "P15D")]),
    ("Sở Xây dựng tạm giữ 15 ngày tiền bảo lãnh.", []),
    # the session of an assembly that ends a named year
    ("Sở Nội vụ trình HĐND tỉnh tại kỳ họp cuối năm 2024.", [("tại kỳ họp cuối năm 2024", "2024-12-31")]),
    ("Sở Nội vụ báo cáo HĐND tỉnh tại kỳ họp cuối năm.", []),
    ("Báo cho tiểu thương trước 03 ngày khi di dời.", [("trước 03 ngày khi di dời", "P3D")]),
    # how fine a plan is, how things stand on a day, when nothing shall be done
    ("Lập kế hoạch giải ngân chi tiết từng dự án theo từng tuần, từng tháng; gửi trước ngày 20/8/2024.", [("trước ngày 20/8/2024", "2024-08-20")]),
    ("Cắt vốn của các dự án đến hết ngày 15/9/2024 giải ngân dưới 40%.", []),
    ("Nghiệm thu khi có khối lượng, không để dồn vào cuối năm 2024.", []),
    ("Nghiệm thu vào cuối năm 2024.", [("vào cuối năm 2024", "2024-12-31")]),
    ("Sơ kết giữa nhiệm kỳ vào năm 2026.", [("vào năm 2026", "2026-12-31")]),
    # the goal in the first sentence of a lead-in is no deadline of what follows
    ("Di dời quầy\n\nPhấn đấu đến hết tháng 9/2024 di dời trên 60%. Để đạt mục tiêu trên, yêu cầu các đơn vị thực hiện:\n\na) Cắm biển.", []),
    # a time beside a heading, over items with lines of their own
    ("Tập huấn (Quý II - Quý III năm 2024)\n\n1.1. Tập huấn cho tiểu thương.\n\n- Đơn vị chủ trì: Sở Y tế.", [("Quý II - Quý III năm 2024", "2024-09-30")]),
    # how often, without months that divide the year; how often at most
    ("Phát tin ít nhất 02 kỳ/tháng.", [("02 kỳ/tháng", "FREQ=MONTHLY")]),
    ("Kiểm tra chợ mỗi tháng hai lần.", [("mỗi tháng hai lần", "FREQ=MONTHLY")]),
    ("Không thanh tra một quầy quá 01 lần/năm.", []),
    # how long it takes afterwards, or building takes
    ("Rút ngắn thời gian cấp giấy xuống còn không quá 02 ngày làm việc.", []),
    ("Không dàn trải vốn, thời gian thi công một quầy không quá 02 năm.", []),
    ("Đưa kết quả vào tiêu chí bình xét thi đua cuối năm.", []),
    ("Khắc phục các hạng mục không an toàn trước khi khai giảng năm học mới.", [("trước khi khai giảng năm học mới", None)]),
    ("Trình Sở duyệt 10 ngày trước khi di dời.", [("10 ngày trước khi di dời", "P10D")]),
    ("Di dời quầy\n\na) Cắm biển.\n\nb) Lập danh sách.\n\n- Thời gian hoàn thành các nội dung nêu trên: trước ngày 20/9/2024.", [("trước ngày 20/9/2024", "2024-09-20")]),
    ("Sở Y tế hoàn thành Đề án trong năm 2024, trình HĐND tỉnh.", [("trong năm 2024", "2024-12-31")]),
    ("Sở Y tế đánh giá kết quả thực hiện Kế hoạch trong năm 2024.", []),
    ("Chủ đầu tư nào đến 30/9/2024 giải ngân dưới 60% thì phải kiểm điểm.", []),
    ("Ban Chỉ đạo các Chương trình mục tiêu quốc gia tỉnh hằng quý họp một lần.", [("hằng quý", "FREQ=MONTHLY;INTERVAL=3")]),
    ("Sở Xây dựng phấn đấu đạt mục tiêu hằng quý.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_whose_duty_it_is_and_who_helps(
    text: str, expected: list[tuple[tuple[str, ...], tuple[str, ...]]]
) -> None:
    assert [(task.lead, task.support) for task in said(HEAD + text).tasks] == expected


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_by_when_it_is_due(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = said(HEAD + text).deadlines
    assert [(one.quote, one.due or one.recurrence or one.duration) for one in found] == expected


TABLES: list[tuple[str, str, list[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]]] = [
    ("in one cell, who leads and who helps", "TT\tNhiệm vụ\tTrách nhiệm\tHoàn thành trước\n1\tRà soát quầy\tSở Xây dựng chủ trì, Sở Tài chính phối hợp\t15/5/2024", [(("Sở Xây dựng",), ("Sở Tài chính",), ("2024-05-15",))]),
    ("the same with colons and dashes", "TT\tNhiệm vụ\tTrách nhiệm\tThời hạn\n1\tRà soát quầy\t- Văn phòng: chủ trì; - Các phòng: phối hợp\t30/6", [(("Văn phòng",), ("Các phòng",), ("2024-06-30",))]),
    ("the same in brackets", "TT\tNhiệm vụ\tĐơn vị thực hiện\tThời hạn\n1\tRà soát quầy\tSở Xây dựng (chủ trì) Sở Tư pháp (phối hợp)\tTháng 5, 6", [(("Sở Xây dựng",), ("Sở Tư pháp",), ("2024-06-30",))]),
    ("a body that only bears the word", "TT\tNhiệm vụ\tĐơn vị thực hiện\tThời hạn\n1\tRà soát quầy\tBan Quản lý chợ\tQuý II", [(("Ban Quản lý chợ",), (), ("2024-06-30",))]),
    ("when work begins is no deadline", "TT\tNhiệm vụ\tĐơn vị thực hiện\tBắt đầu\tKết thúc\n1\tRà soát quầy\tSở Xây dựng\t4/2024\t12/2024", [(("Sở Xây dựng",), (), ("2024-12-31",))]),
    ("a person's name is no body", "TT\tNhiệm vụ\tNgười thực hiện\tThời hạn\n1\tRà soát quầy\tĐ/c Nam, Phòng KT\t20/4 - 30/4", [(("Phòng Kinh tế",), (), ("2024-04-30",))]),
    ("years among words", "TT\tNhiệm vụ\tChủ trì\tThời gian\n1\tXây dựng quy chế\tSở Xây dựng\tSơ kết 2026, tổng kết 2028", [(("Sở Xây dựng",), (), ("2026-12-31", "2028-12-31"))]),
    ("before a year", "TT\tNhiệm vụ\tChủ trì\tThời gian\n1\tXây dựng quy chế\tSở Xây dựng\tTrước 2030", [(("Sở Xây dựng",), (), ("2030-01-01",))]),
    ("but an office is", "TT\tNhiệm vụ\tNgười thực hiện\tThời hạn\n1\tRà soát quầy\tĐ/c Trưởng ban Quản lý chợ\tNăm 2024", [(("Đ/c Trưởng Ban Quản lý chợ",), (), ("2024-12-31",))]),
    ("enterprises by their short names", "TT\tNhiệm vụ\tChủ trì\tPhối hợp\n1\tKéo cáp\tSở Xây dựng\tVNPT, Viettel", [(("Sở Xây dựng",), ("VNPT", "Viettel"), ())]),
    ("the work's own words name one more helper", "TT\tNhiệm vụ\tChủ trì\tPhối hợp\n1\tPhối hợp với Đài PT-TH tỉnh phát tin\tSở Xây dựng\tSở Tư pháp", [(("Sở Xây dựng",), ("Sở Tư pháp", "Đài Phát thanh và Truyền hình tỉnh"), ())]),
    ("days from one to another by an arrow", "TT\tNhiệm vụ\tChủ trì\tThời gian\n1\tRà soát quầy\tBGH, TTCM\t21/4 → 25/4", [(("Ban Giám hiệu", "Tổ trưởng chuyên môn"), (), ("2024-04-25",))]),
    ("who leads and who helps, in one sentence", "TT\tNhiệm vụ\tCơ quan thực hiện\tThời hạn\n1\tRà soát quầy\tSở Xây dựng chủ trì, phối hợp các đơn vị liên quan\t10-15/3", [(("Sở Xây dựng",), ("các đơn vị liên quan",), ("2024-03-15",))]),
    ("who drafts", "TT\tTên văn bản\tCơ quan soạn thảo\tThời gian trình\n1\tQuyết định về quản lý chợ\tSở Công Thương\t6/2024", [(("Sở Công Thương",), (), ("2024-06-30",))]),
    ("places as owners", "TT\tĐịa phương\tNội dung\tThời hạn\n1\tUBND thành phố\tBàn giao mặt bằng\t30/6/2024", [(("Ủy ban nhân dân thành phố",), (), ("2024-06-30",))]),
    ("one column for those who lead and those who help", "TT\tNhiệm vụ\tCơ quan chủ trì, phối hợp\tThời hạn\n1\tRà soát quầy\tChủ trì: Sở Xây dựng; phối hợp: Sở Tư pháp\t30/6/2024", [(("Sở Xây dựng",), ("Sở Tư pháp",), ("2024-06-30",))]),
    ("the same, as a sentence", "TT\tNhiệm vụ\tCơ quan chủ trì, phối hợp\tThời hạn\n1\tRà soát quầy\tSở Xây dựng chủ trì, Sở Tư pháp phối hợp\tTừ 02/02 - 13/02/2024", [(("Sở Xây dựng",), ("Sở Tư pháp",), ("2024-02-13",))]),
    ("a delegation and who leads it", "TT\tNhiệm vụ\tCơ quan chủ trì, phối hợp\tThời hạn\n1\tKiểm tra quầy\tĐoàn kiểm tra do Sở Xây dựng chủ trì, thành viên gồm Sở Tư pháp, Công an tỉnh\t30/6/2024", [(("Sở Xây dựng",), ("Sở Tư pháp", "Công an tỉnh"), ("2024-06-30",))]),
]  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), [row[1:] for row in TABLES], ids=[row[0] for row in TABLES])
def test_what_cells_say(
    table: str, expected: list[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]
) -> None:
    found = said(HEAD.removesuffix("1. ") + "Các việc sau:\n\n" + table).tasks
    assert [(task.lead, task.support, task.due) for task in found] == expected


def test_where_it_is_told_how_things_stand_only_who_is_asked_has_a_duty() -> None:
    told = (
        "Tỉnh đã di dời 40 quầy. Sở Xây dựng triển khai chậm.\n\n"
        "Chủ tịch UBND tỉnh yêu cầu Sở Xây dựng kiểm điểm, báo cáo trước ngày 16/8/2024."
    )
    found = said(HEAD.removesuffix("III. NHIỆM VỤ\n\n1. ") + "I. Đánh giá chung\n\n" + told).tasks
    assert [(task.lead, task.due) for task in found] == [(("Sở Xây dựng",), ("2024-08-16",))]


def test_a_topic_of_conclusions_is_no_part_that_only_tells() -> None:
    topic = (
        "1. Về tình hình di dời quầy:\n\na) Sở Xây dựng rà soát, lập danh sách.\n\nb) Công an tỉnh cắm biển."
    )
    found = said(HEAD.removesuffix("III. NHIỆM VỤ\n\n1. ") + topic).tasks
    assert [task.lead for task in found] == [("Sở Xây dựng",), ("Công an tỉnh",)]


def test_a_time_of_all_that_stands_above_is_that_of_each() -> None:
    items = "Di dời quầy\n\na) Cắm biển.\n\nb) Lập danh sách.\n\n- Thời gian hoàn thành các nội dung nêu trên: trước 20/9/2024."
    assert [task.due for task in said(HEAD + items).tasks] == [("2024-09-20",), ("2024-09-20",)]
