"""Names of bodies in running text: where a name begins and where it ends."""

from __future__ import annotations

import pytest

from extract.bodies import bodies, body_at, body_list

NAMES = [
    # a department's field runs over `và`, commas and dashes, and stops at the verb
    ("Sở Nông nghiệp và Môi trường rà soát các hồ chứa", "Sở Nông nghiệp và Môi trường"),
    ("Sở Văn hóa, Thể thao và Du lịch kiểm kê di tích", "Sở Văn hóa, Thể thao và Du lịch"),
    ("Sở Lao động - Thương binh và Xã hội thẩm định hồ sơ", "Sở Lao động - Thương binh và Xã hội"),
    ("Bộ Giáo dục và Đào tạo ban hành khung chương trình", "Bộ Giáo dục và Đào tạo"),
    # abbreviations of fields are capitals too
    ("Sở GD&ĐT hướng dẫn các trường", "Sở GD&ĐT"),
    ("Sở NN&PTNT chủ trì", "Sở NN&PTNT"),
    ("Phòng LĐ-TB&XH tổng hợp", "Phòng LĐ-TB&XH"),
    # level and place belong to the name
    ("UBND tỉnh Sơn La ban hành kế hoạch", "UBND tỉnh Sơn La"),
    ("UBND các huyện, thị xã, thành phố chỉ đạo các phòng", "UBND các huyện, thị xã, thành phố"),
    ("UBND xã Tân Lập niêm yết công khai", "UBND xã Tân Lập"),
    ("Công an tỉnh bố trí lực lượng", "Công an tỉnh"),
    ("Ủy ban nhân dân cấp xã rà soát", "Ủy ban nhân dân cấp xã"),
    ("Hội đồng nhân dân thành phố Hải Phòng giám sát", "Hội đồng nhân dân thành phố Hải Phòng"),
    ("BHXH tỉnh đối chiếu số liệu", "BHXH tỉnh"),
    # names that take a complement end at their level or at the verb of their duty
    ("Ban Chỉ đạo phòng, chống thiên tai tỉnh họp giao ban", "Ban Chỉ đạo phòng, chống thiên tai tỉnh"),
    ("Tổ công tác có trách nhiệm báo cáo", "Tổ công tác"),
    # a period may be part of a committee's name
    ("Ban Chỉ đạo giai đoạn 2021-2025 xem xét", "Ban Chỉ đạo giai đoạn 2021-2025"),
    # persons who answer for a body
    ("Giám đốc Sở Y tế chịu trách nhiệm", "Giám đốc Sở Y tế"),
    ("Chủ tịch UBND các xã, phường tổ chức ký cam kết", "Chủ tịch UBND các xã, phường"),
    ("Thủ trưởng các đơn vị liên quan thi hành", "Thủ trưởng các đơn vị liên quan"),
    ("Hiệu trưởng các trường trung học phổ thông phổ biến", "Hiệu trưởng các trường trung học phổ thông"),
    # groups: nouns, then what narrows them
    ("các sở, ban, ngành tham mưu", "các sở, ban, ngành"),
    ("các sở, ngành liên quan tổ chức kiểm tra", "các sở, ngành liên quan"),
    ("các cơ quan, đơn vị, địa phương có liên quan triển khai", "các cơ quan, đơn vị, địa phương có liên quan"),
    ("các phòng, ban chuyên môn thuộc UBND huyện thực hiện", "các phòng, ban chuyên môn thuộc UBND huyện"),
    ("các tổ chức chính trị - xã hội vận động hội viên", "các tổ chức chính trị - xã hội"),
    # mass organisations
    ("Hội Liên hiệp Phụ nữ tỉnh vận động", "Hội Liên hiệp Phụ nữ tỉnh"),
    ("Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh phát động", "Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh"),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam huyện giám sát", "Ủy ban Mặt trận Tổ quốc Việt Nam huyện"),
    ("Liên đoàn Lao động tỉnh chăm lo", "Liên đoàn Lao động tỉnh"),
    # central bodies
    ("Thủ tướng Chính phủ giao", "Thủ tướng Chính phủ"),
    ("Ngân hàng Nhà nước Việt Nam ban hành", "Ngân hàng Nhà nước Việt Nam"),
    ("Văn phòng Chính phủ theo dõi", "Văn phòng Chính phủ"),
    # bodies of the two-level system since 1 July 2025
    ("Trung tâm Phục vụ hành chính công xã niêm yết", "Trung tâm Phục vụ hành chính công xã"),
    ("Phòng Văn hóa - Xã hội xã tham mưu", "Phòng Văn hóa - Xã hội xã"),
    ("UBND các xã, phường, đặc khu rà soát", "UBND các xã, phường, đặc khu"),
    # abbreviations that only what follows makes a body
    ("CA tỉnh bố trí lực lượng", "CA tỉnh"),
    ("BCHQS các huyện huấn luyện", "BCHQS các huyện"),
    ("VP UBND tỉnh theo dõi", "VP UBND tỉnh"),
    ("VP HĐND&UBND huyện theo dõi", "VP HĐND&UBND huyện"),
    ("TT. HĐND tỉnh giám sát", "TT. HĐND tỉnh"),
    ("BV ĐK tỉnh thu dung", "BV ĐK tỉnh"),
    ("TT VH-TT huyện tuyên truyền", "TT VH-TT huyện"),
    ("NHNN chi nhánh tỉnh chỉ đạo", "NHNN chi nhánh tỉnh"),
    ("UB MTTQ VN xã vận động", "UB MTTQ VN xã"),
    ("Ban Tuyên giáo TU định hướng", "Ban Tuyên giáo TU"),
    # committees of all levels and sectors are one group
    ("Ban Chỉ huy phòng thủ dân sự các cấp, các ngành trực ban", "Ban Chỉ huy phòng thủ dân sự các cấp, các ngành"),
    ("Ban Vì sự tiến bộ của phụ nữ tỉnh sơ kết", "Ban Vì sự tiến bộ của phụ nữ tỉnh"),
    # levels and authorities that act as bodies
    ("Cấp xã bố trí địa điểm", "Cấp xã"),
    # departments of two fields, the second without a capital; it ends before a verb and before another member
    ("Phòng Chính trị, tư tưởng hướng dẫn các trường", "Phòng Chính trị, tư tưởng"),
    ("Vụ Công tác học sinh, sinh viên (Bộ Giáo dục và Đào tạo)", "Vụ Công tác học sinh, sinh viên"),
    ("Phòng Tài chính, thẩm định dự toán", "Phòng Tài chính"),
    ("Phòng Tư pháp, đài truyền thanh và UBND xã", "Phòng Tư pháp"),
    ("Vụ Tổ chức và Thi đua khen thưởng tham mưu", "Vụ Tổ chức và Thi đua khen thưởng"),
    ("Trung tâm Y tế dự phòng tỉnh giám sát", "Trung tâm Y tế dự phòng tỉnh"),
    ("Đội ứng cứu khẩn cấp sự cố mạng tỉnh trực 24/7", "Đội ứng cứu khẩn cấp sự cố mạng tỉnh"),
    # several names under one head, also with numbers
    ("các bệnh viện Phụ sản, Nhi đồng 1 và Ung bướu tiếp nhận", "các bệnh viện Phụ sản, Nhi đồng 1 và Ung bướu"),
    ("các khoa Nội thận, Ngoại thần kinh rà soát", "các khoa Nội thận, Ngoại thần kinh"),
    ("các phòng Nghiệp vụ Y, Sở Tài chính rà soát", "các phòng Nghiệp vụ Y"),
    ("Cục Phổ biến, giáo dục pháp luật và Trợ giúp pháp lý trình", "Cục Phổ biến, giáo dục pháp luật và Trợ giúp pháp lý"),
    ("Văn phòng Đăng ký quyền sử dụng đất chỉnh lý hồ sơ", "Văn phòng Đăng ký quyền sử dụng đất"),
    ("Công ty TNHH MTV Điện lực Hải Dương bảo đảm nguồn điện", "Công ty TNHH MTV Điện lực Hải Dương"),
    ("Ban quản lý chợ Cầu Muối bố trí khu vực lưu chứa", "Ban quản lý chợ Cầu Muối"),
    ("Ban Biên tập Trang thông tin điện tử xã đăng bài", "Ban Biên tập Trang thông tin điện tử xã"),
    ("Đoàn Thanh niên bệnh viện thành lập đội tình nguyện", "Đoàn Thanh niên bệnh viện"),
    # one office of two bodies, and one of two districts
    ("Chánh Văn phòng HĐND và UBND xã theo dõi", "Chánh Văn phòng HĐND và UBND xã"),
    ("Hạt Kiểm lâm liên huyện Krông Pa - Ia Pa trực", "Hạt Kiểm lâm liên huyện Krông Pa - Ia Pa"),
    # a name that ends the text
    ("Kho bạc Nhà nước khu vực", "Kho bạc Nhà nước khu vực"),
]  # fmt: skip

NO_NAMES = [
    "TT Cam Lộ tổ chức chợ phiên",  # a township
    "CA trực số 2",
    "VP bank giảm lãi suất",
    "tổ chức thực hiện kế hoạch",  # a verb, not the noun `tổ chức`
    "cơ sở hạ tầng giao thông",  # `cơ sở` of infrastructure
    "cơ sở dữ liệu dân cư",
    "xã hội hóa giáo dục",  # `xã` inside a word of two syllables
    "báo cáo kết quả",  # `báo` of a report, not a newspaper
    "cấp nước sạch cho hộ nghèo",
    "hộ gia đình chính sách",  # no head
    "kế hoạch của tỉnh",
    "ban hành kế hoạch",  # `ban` of a verb
    "tổ quốc ghi công",
    "hai ban nhạc",
    "bộ tiêu chí quốc gia",  # `bộ` of a set of criteria
    "2.700 hộ nghèo",
    "",
]

LISTS = [
    ("Ban Chỉ đạo các cấp, các ngành liên quan họp", ["Ban Chỉ đạo các cấp", "các ngành liên quan"]),
    ("HND, HPN, HCCB, ĐTN xã vận động", ["HND", "HPN", "HCCB", "ĐTN xã"]),
    ("Sở Y tế, Sở Tài chính và Công an tỉnh tổ chức diễn tập", ["Sở Y tế", "Sở Tài chính", "Công an tỉnh"]),
    # a semicolon parts members where their names hold commas
    ("UBND các huyện, thị xã; các sở, ngành liên quan khẩn trương", ["UBND các huyện, thị xã", "các sở, ngành liên quan"]),
    # a bracket explains the body before it and is no member
    ("Sở Nội vụ (Ban Thi đua - Khen thưởng), Sở Tài chính thẩm định", ["Sở Nội vụ", "Sở Tài chính"]),
    # after `và` a group noun may stand alone
    ("Sở Xây dựng và địa phương liên quan kiểm tra", ["Sở Xây dựng", "địa phương liên quan"]),
    ("Phòng Y tế, BHXH huyện cùng với Trung tâm Y tế huyện rà soát", ["Phòng Y tế", "BHXH huyện", "Trung tâm Y tế huyện"]),
    # the ministry behind a department of it says whose it is; in a longer row it is a member
    ("Cục Viễn thông, Bộ Khoa học và Công nghệ; Vụ Pháp chế, Bộ Tư pháp", ["Cục Viễn thông", "Vụ Pháp chế"]),
    ("Sở Y tế, Cục Viễn thông, Bộ Công an rà soát", ["Sở Y tế", "Cục Viễn thông", "Bộ Công an"]),
    ("Cục Thuế, Bộ Chỉ huy Quân sự tỉnh rà soát", ["Cục Thuế", "Bộ Chỉ huy Quân sự tỉnh"]),
    ("Giám đốc: Sở Y tế, Công an tỉnh; Sở Tài chính rà soát", ["Giám đốc: Sở Y tế, Công an tỉnh", "Sở Tài chính"]),
    ("Công ty Thủy lợi Hà Trung, chủ hồ chứa nước vận hành", ["Công ty Thủy lợi Hà Trung", "chủ hồ chứa nước"]),
    ("Sở Y tế, chủ hồ sơ ký xác nhận", ["Sở Y tế"]),  # whoever owns papers is no body
    ("Đài Phát thanh tỉnh, hệ thống truyền thanh xã đưa tin", ["Đài Phát thanh tỉnh", "hệ thống truyền thanh xã"]),
    ("hệ thống truyền thanh xã", []),  # by itself a channel
    ("Đề nghị Sở Y tế", []),  # a list must begin where it is looked for
]  # fmt: skip

SCANNED = [
    # objects are bodies too: here it is only said where names are, not what they do
    (
        "Sở Công Thương chủ trì, phối hợp với Cục Quản lý thị trường, báo cáo UBND tỉnh trước ngày 15/6",
        ["Sở Công Thương", "Cục Quản lý thị trường", "UBND tỉnh"],
    ),
    # a name inside a longer one is not found a second time
    ("giao Giám đốc Sở Xây dựng ký", ["Giám đốc Sở Xây dựng"]),
    ("Phát triển cơ sở hạ tầng và đời sống xã hội của nhân dân", []),
    ("Mức chi theo định mức, nguồn ngân sách và xã hội hóa", []),
]

# what was once read wrong, or still is
HARD_NAMES = [
    ("Ban Quản lý dự án đầu tư xây dựng chủ trì nghiệm thu", "Ban Quản lý dự án đầu tư xây dựng"),
    ("Hội đồng thi đua, khen thưởng huyện xét chọn", "Hội đồng thi đua, khen thưởng huyện"),
    ("Ngân hàng Nhà nước Việt Nam điều hành tỷ giá", "Ngân hàng Nhà nước Việt Nam"),
    ("Tòa án nhân dân tỉnh xét xử", "Tòa án nhân dân tỉnh"),
    ("Viện kiểm sát nhân dân huyện truy tố", "Viện kiểm sát nhân dân huyện"),
    ("Chính quyền địa phương các cấp kiểm tra", "Chính quyền địa phương các cấp"),
    ("Công an Thành phố chỉ đạo", "Công an Thành phố"),
    ("Đội Quản lý thị trường số 3: Tăng cường", "Đội Quản lý thị trường số 3"),
    ("Sở Y tế số 12/SYT-NVY", "Sở Y tế"),
    ("các Sở, ngành quản lý ngành, lĩnh vực thẩm định", "các Sở, ngành quản lý ngành, lĩnh vực"),
    ("Hội Nông dân huyện, Huyện Đoàn phát động", "Hội Nông dân huyện"),
    ("Trưởng thôn tổ chức họp dân", "Trưởng thôn"),  # the verb, no field of work
    ("trưởng các thôn rà soát", "trưởng các thôn"),
    ("các bộ, ngành liên quan tổ chức, triển khai thực hiện", "các bộ, ngành liên quan"),
    ("các cơ quan, tổ chức, cá nhân liên quan phối hợp", "các cơ quan, tổ chức, cá nhân liên quan"),
    ("các Đoàn kiểm tra, giám sát của Tỉnh làm việc", "các Đoàn kiểm tra, giám sát của Tỉnh"),
    ("các ban xây dựng Đảng theo dõi", "các ban xây dựng Đảng"),
    ("Hải quan khu vực X kiểm tra", "Hải quan khu vực X"),  # offices that are counted, since 2025
    ("Thuế cơ sở 3 tỉnh Hà Tĩnh đối chiếu", "Thuế cơ sở 3 tỉnh Hà Tĩnh"),
    # the head of an office that serves two bodies, of one school, the members of Party committees
    ("Chánh Văn phòng HĐND và UBND xã tổng hợp", "Chánh Văn phòng HĐND và UBND xã"),
    ("Phó Chánh Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh ký", "Phó Chánh Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh"),
    ("Chánh Văn phòng UBND tỉnh và UBND các xã rà soát", "Chánh Văn phòng UBND tỉnh"),  # two bodies
    ("Hiệu trưởng trường Mầm non Sao Mai lập danh sách", "Hiệu trưởng trường Mầm non Sao Mai"),
    ("Hiệu trưởng trường mầm non lập danh sách", "Hiệu trưởng trường mầm non"),
    ("Đảng ủy viên phụ trách thôn", "Đảng ủy viên"),
    ("Đảng ủy Viện chỉ đạo chi bộ", "Đảng ủy Viện"),
    ("Người đứng đầu chi bộ, ban giám hiệu kiểm tra", "Người đứng đầu chi bộ"),
    ("các phòng, ban giám sát việc chi trả", "các phòng, ban"),
    # what an office manages, where its duty follows and no object
    ("Phòng Quản lý xây dựng rà soát hồ sơ", "Phòng Quản lý xây dựng"),
    ("Phòng Quản lý xây dựng kế hoạch kiểm tra", "Phòng Quản lý"),
    ("Phòng Quản lý đào tạo chủ trì xếp lịch", "Phòng Quản lý đào tạo"),
    ("Phòng Quản lý nhà và thị trường bất động sản", "Phòng Quản lý nhà và thị trường bất động sản"),
    ("Phòng Nội vụ và cơ quan chủ quản", "Phòng Nội vụ"),
    ("Vụ Thi đua, khen thưởng thẩm định", "Vụ Thi đua, khen thưởng"),
    # unions and Party committees of an office or a branch
    ("Công đoàn Y tế tỉnh vận động", "Công đoàn Y tế tỉnh"),
    ("Đoàn Thanh niên Sở ra quân", "Đoàn Thanh niên Sở"),
    ("Đảng ủy Sở Y tế chỉ đạo", "Đảng ủy Sở Y tế"),
    ("Văn phòng Thường trực Ban Chỉ huy Phòng, chống thiên tai tỉnh trực ban", "Văn phòng Thường trực Ban Chỉ huy Phòng, chống thiên tai tỉnh"),
    ("các phòng: Đào tạo, Công tác sinh viên và Tài chính chịu trách nhiệm", "các phòng: Đào tạo, Công tác sinh viên và Tài chính"),
    ("các phòng Kinh tế, Công an xã rà soát", "các phòng Kinh tế"),
    ("Trưởng các khoa, giảng viên và sinh viên thực hiện", "Trưởng các khoa"),
    ("hai Ban của Hội đồng nhân dân xã giám sát", "hai Ban của Hội đồng nhân dân xã"),
    ("Hạt trưởng Hạt Kiểm lâm báo cáo", "Hạt trưởng Hạt Kiểm lâm"),
    ("Lâm trường Bảo Yên tuần tra", "Lâm trường Bảo Yên"),
    ("Bộ phận cơ sở vật chất chuẩn bị loa đài", "Bộ phận cơ sở vật chất"),
    ("Khoa Dược - Vật tư, thiết bị y tế cấp phát", "Khoa Dược - Vật tư, thiết bị y tế"),
    ("các khoa: Nội tổng hợp, Ngoại tổng hợp, Nhi thực hiện", "các khoa: Nội tổng hợp, Ngoại tổng hợp, Nhi"),
    ("các tổ chuyên môn, giáo viên chủ nhiệm ký cam kết", "các tổ chuyên môn"),
    ("tổ Ngữ văn ra đề", "tổ Ngữ văn"),
    ("công đoàn cấp trên trực tiếp cơ sở tặng quà", "công đoàn cấp trên trực tiếp cơ sở"),
    ("Báo và Đài Phát thanh, Truyền hình Hà Tĩnh đưa tin", "Báo và Đài Phát thanh, Truyền hình Hà Tĩnh"),
    ("Đội Quản lý trật tự xây dựng phường lập biên bản", "Đội Quản lý trật tự xây dựng phường"),  # no verb in `trật tự`
    ("Đội Quản lý thị trường tự kiểm tra", "Đội Quản lý thị trường"),  # here it is one
    ("các trường trực thuộc Sở: Tổ chức ôn tập cho học sinh", "các trường trực thuộc Sở"),  # `Tổ chức` is the duty
    ("các Sở: Tài chính, Nội vụ rà soát", "các Sở: Tài chính, Nội vụ"),  # here fields follow the colon
    # what is named by two words with a comma: one field of work
    ("Phòng Hành chính và Thi đua, khen thưởng tổng hợp", "Phòng Hành chính và Thi đua, khen thưởng"),
    ("Cục Phòng, chống tệ nạn xã hội hướng dẫn", "Cục Phòng, chống tệ nạn xã hội"),
    ("Văn phòng Thường trực Ban Chỉ đạo phòng, chống dịch tỉnh trực ban", "Văn phòng Thường trực Ban Chỉ đạo phòng, chống dịch tỉnh"),
    ("các đoàn thanh tra, kiểm tra đối chiếu sổ sách", "các đoàn thanh tra, kiểm tra"),
    ("Cán bộ, giảng viên Học viện chấp hành nội quy", "Cán bộ, giảng viên Học viện"),
    ("Cán bộ, nhân viên thực hiện ca trực", "Cán bộ, nhân viên"),
    ("Cán bộ, hội viên, nữ công chức hưởng ứng", "Cán bộ, hội viên, nữ công chức"),
    # building is no verb where nothing is built behind it
    ("Phòng Quản lý xây dựng cơ bản", "Phòng Quản lý xây dựng cơ bản"),
    ("Cục Quản lý xây dựng và Hạ tầng thủy lợi thẩm định", "Cục Quản lý xây dựng và Hạ tầng thủy lợi"),
    ("Trung tâm Kiểm định chất lượng công trình xây dựng, Sở Tài chính rà soát", "Trung tâm Kiểm định chất lượng công trình xây dựng"),
    ("Ban Quản lý xây dựng kế hoạch", "Ban Quản lý"),
    ("Phòng Quản lý đô thị xây dựng phương án", "Phòng Quản lý đô thị"),
    ("Vụ Kế hoạch đầu tư bố trí vốn", "Vụ Kế hoạch đầu tư"),
    ("Công đoàn ngành Y tế tỉnh vận động", "Công đoàn ngành Y tế tỉnh"),
    ("Đoàn Thanh niên bệnh viện hiến máu", "Đoàn Thanh niên bệnh viện"),
    ("Trưởng các khoa lâm sàng, cận lâm sàng bố trí người trực", "Trưởng các khoa lâm sàng, cận lâm sàng"),
    ("các tổ chức đoàn thể nhận ủy thác rà soát", "các tổ chức đoàn thể nhận ủy thác"),
    ("Phòng Công tác học sinh, sinh viên tổng hợp", "Phòng Công tác học sinh, sinh viên"),
    ("Chi hội nông dân các ấp vận động", "Chi hội nông dân các ấp"),
    ("Chi đoàn cơ quan trồng cây", "Chi đoàn cơ quan"),
    ("Ban Quản lý dự án đường sắt Bến Thành làm việc với UBND các phường", "Ban Quản lý dự án đường sắt Bến Thành"),
    ("Tư vấn giám sát phải ghi nhật ký", "Tư vấn giám sát"),
    ("Phòng Quản lý Thu - Sổ, Thẻ đối chiếu", "Phòng Quản lý Thu - Sổ, Thẻ"),
    ("Trưởng các khoa, phòng, thư viện nộp báo cáo", "Trưởng các khoa, phòng, thư viện"),
    ("Cố vấn học tập các lớp thu đơn", "Cố vấn học tập các lớp"),
    ("Hội đồng tự đánh giá họp", "Hội đồng tự đánh giá"),
    ("hai Ban của Hội đồng nhân dân thẩm tra", "hai Ban của Hội đồng nhân dân"),
    ("Cảnh sát môi trường lấy mẫu", "Cảnh sát môi trường"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), [*NAMES, *HARD_NAMES])
def test_a_name_ends_before_the_first_word_that_cannot_belong_to_it(text: str, name: str) -> None:
    assert text[: body_at(text, 0)] == name


@pytest.mark.parametrize("text", NO_NAMES)
def test_what_only_looks_like_a_name_is_none(text: str) -> None:
    assert body_at(text, 0) is None


@pytest.mark.parametrize(("text", "names"), LISTS)
def test_bodies_named_one_after_another(text: str, names: list[str]) -> None:
    assert [text[a:b] for a, b in body_list(text, 0)[0]] == names


@pytest.mark.parametrize(("text", "names"), SCANNED)
def test_every_body_in_a_text(text: str, names: list[str]) -> None:
    assert [text[a:b] for a, b in bodies(text)] == names


@pytest.mark.parametrize("text", [text for text, _ in NAMES])
def test_a_name_found_by_scanning_is_the_one_found_at_its_start(text: str) -> None:
    first = next(bodies(text))
    assert (first.start, first.end) == (0, body_at(text, 0))


def test_a_list_says_where_it_ends() -> None:
    text = "Sở Nội vụ (Ban Thi đua), Sở Tài chính thẩm định"
    assert text[body_list(text, 0)[1] :] == " thẩm định"
