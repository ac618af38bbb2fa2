"""The head words that tell what kind of body a name means: in order, the first that fits counts.

Kinds are those of `rulebook.known_bodies.KINDS`.
"""

from __future__ import annotations

import re

# A person who answers for a body, whatever body it is.
POST = re.compile(
    r"(?:Quyền )?(?:(?:Các )?Phó )?(?:Tổng )?(?:Chủ tịch|Thủ tướng|Giám đốc|Chánh Văn phòng|Chánh Thanh tra"
    r"|Trưởng|Bí thư|(?:Tổ|Đội|Cục|Chi cục|Vụ|Viện|Trạm|Tổng cục|Chỉ huy|Đồn|Hạt|Kế toán) trưởng|Hiệu trưởng"
    r"|Thống đốc|Chủ nhiệm|Biên tập|Thư ký|Thanh tra(?= trưởng))(?!\w)"
    r"|(?:(?:Cục|Vụ|Viện|Bộ) trưởng|Thứ trưởng|Thủ trưởng|Chánh án|Tổng Thanh tra|Ủy viên|Người đứng đầu|Lãnh đạo"
    r"|Thành viên|Đại biểu|Người phát ngôn)(?!\w)",
    re.IGNORECASE,
)
# An organ that acts for a body, and is of its kind.
ORGAN = re.compile(
    r"(?:Thường trực|Ban Thường trực|Đoàn Chủ tịch|Đảng đoàn|Ban cán sự đảng|Ban Thường vụ|Ban Chấp hành)(?: |$)",
    re.IGNORECASE,
)
ORGAN_ALONE = {"ban chấp hành": "party", "ban thường vụ": "party", "ban thường trực": "front"}

_SCHOOL = (
    r"(?:Mầm non|Tiểu học|Trung học|THCS|THPT|PTDT|Phổ thông|Đại học|Cao đẳng|Trung cấp"
    r"|Chính trị|Dạy nghề|Mẫu giáo)"
)
_PARTY_ORGANS = (
    r"(?:(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) ủy|Trung ương Đảng|Bộ Chính trị|Ban Bí thư|Đảng bộ|Chi bộ|Cấp ủy"
    r"|Trung tâm Chính trị)"
)
_UNION = (
    r"Đoàn (?:TNCS|Thanh niên)|Tỉnh đoàn|Thành đoàn|Huyện đoàn|Thị đoàn|Quận đoàn|Đoàn (?:xã|phường)|Liên đoàn Lao động"
    r"|Công đoàn|Tổng Liên đoàn|Hội (?:Liên hiệp )?(?:Phụ nữ|Nông dân|Cựu chiến binh|LHPN|CCB)"
)

HEADS = (
    ("front", (r"(?:Ủy ban |UB ?)?(?:Trung ương )?(?:Mặt trận(?: Tổ quốc)?|MTTQ)",
        r"Ban Công tác Mặt trận",)),
    ("union", (rf"(?:Trung ương |Ban Chấp hành )?(?:{_UNION})",)),
    ("party", (rf"(?:Ban [^,]*|Văn phòng |Ủy ban Kiểm tra |Cơ quan [^,]*)?{_PARTY_ORGANS}",
        r"(?:Ban|Hội nghị) [^,]*Trung ương Đảng", r"Ủy ban Kiểm tra", r"Văn phòng Trung ương(?! Hội| Đoàn)",
        r"Ban (?:Bí thư|Tổ chức|Tuyên giáo|Dân vận|Nội chính|Kinh tế|Chính sách)[^,]* Trung ương",)),
    ("peoples_council", (r"(?:(?:Ban|Tổ đại biểu) [^,]*)?Hội đồng nhân dân", r"Tổ đại biểu",)),
    ("legislature", (r"Quốc hội", r"Ủy ban [Tt]hường vụ Quốc hội", r"Đoàn đại biểu Quốc hội",
        r"Hội đồng Dân tộc", r"Văn phòng Quốc hội",)),
    ("peoples_committee", (r"Ủy ban nhân dân", r"UBND",)),
    ("government", (r"Chính phủ", r"Chính quyền",)),
    ("council", (r"Hội đồng", r"Ủy ban bầu cử",)),
    ("steering_committee", (
        r"(?:Ban|Tiểu ban) (?:Chỉ đạo|Tổ chức|Điều hành|Vận động|Giám sát|An toàn giao thông)",
        r"Tiểu ban", r"Ban Chỉ huy (?:phòng|ứng phó|PCTT|thống nhất)",
        r"Ủy ban (?:An toàn|Quốc gia|[^,]*[Qq]uốc gia)",)),
    ("management_board", (r"Ban (?:Quản lý|QLDA)", r"BQL", r"Ban Phát triển", r"Ban Giám hiệu",)),
    ("military", (r"Bộ Chỉ huy", r"Ban Chỉ huy(?: Quân sự)?", r"Bộ Tư lệnh", r"Bộ đội", r"Quân (?:khu|chủng)",
        r"Binh chủng", r"Đồn Biên phòng", r"Hải đoàn", r"Cảnh sát biển", r"Bộ Tổng tham mưu", r"Quân đội",
        r"Tổng cục Chính trị",)),
    ("police", (r"Công an", r"Cảnh sát", r"Phòng Cảnh sát", r"Cục Cảnh sát", r"Phòng An ninh",
        r"Đội Cảnh sát", r"Đồn Công an",)),
    ("court", (r"Tòa án", r"TAND", r"Tòa",)),
    ("procuracy", (r"Viện kiểm sát", r"VKSND",)),
    ("audit", (r"Kiểm toán",)),
    ("treasury", (r"Kho bạc", r"KBNN", r"Phòng giao dịch Kho bạc",)),
    ("insurance", (r"(?:Phòng )?Bảo hiểm xã hội", r"BHXH",)),
    ("bank", (r"(?:Phòng giao dịch |Chi nhánh |Hội sở |Ban đại diện [^,]*)?(?:Ngân hàng|NHCSXH|NHNN)",
        r"Agribank|Vietcombank", r"PGD", r"Tổ tiết kiệm",)),
    ("customs", (r"(?:Tổng cục |Cục |Chi cục )?Hải quan",)),
    ("tax", (r"(?:Tổng cục |Cục |Chi cục |Đội )?Thuế",)),
    ("statistics", (r"(?:Tổng cục |Cục |Chi cục |Đội )?Thống kê",)),
    ("inspectorate", (r"Thanh tra",)),
    ("ministry", (r"Bộ(?! phận| [Ll]uật| tiêu chí| thủ tục| máy)",)),
    ("department", (r"Sở", r"Ty",)),
    ("hospital", (r"Bệnh viện", r"Trung tâm [Yy] tế", r"Trạm [Yy] tế", r"Phòng khám",
        r"Cơ sở (?:khám|y tế|KCB|cai nghiện)",
        r"Nhà hộ sinh", r"Trung tâm Kiểm soát bệnh tật", r"Bệnh xá",)),
    ("school", (r"Cơ sở (?:giáo dục|đào tạo|dạy nghề)",
        rf"Trường {_SCHOOL}", rf"{_SCHOOL} [^,]+", r"Học viện", r"Trường [^ ]+ [^ ]+.*",
        r"Nhà trường", r"Trung tâm (?:Giáo dục|GDTX|GDNN)[^,]*",)),
    ("media", (r"Báo(?! cáo)", r"Đài(?! Khí tượng)", r"Truyền hình", r"Tạp chí", r"Cổng(?! Dịch vụ công)",
        r"Thông tấn xã", r"Nhà xuất bản", r"Trang thông tin", r"Bản tin", r"Cơ sở truyền thanh",
        r"Trung tâm (?:Truyền thông|Văn hóa[^,]*Truyền thanh|Thông tin)[^,]*",)),
    ("association", (r"(?:Trung ương )?Hội", r"Chi hội", r"Hiệp hội", r"Liên minh", r"Liên hiệp", r"Liên hội",
        r"Câu lạc bộ",)),
    ("fund", (r"Quỹ",)),
    ("enterprise", (r"Công ty", r"Tổng công ty", r"Tập đoàn", r"Điện lực", r"Bưu điện", r"Viễn thông",
        r"VNPT|Viettel|EVN|MobiFone", r"Xí nghiệp", r"Hợp tác xã", r"Nhà máy",
        r"Doanh nghiệp", r"Cơ sở (?:sản xuất|kinh doanh|lưu trú)",
        r"Cảng", r"Nhà thầu", r"Chủ (?:đầu tư|dự án)",)),
    ("research", (r"Viện", r"Phân viện",)),
    ("office", (r"Văn phòng",)),
    ("task_force", (r"Tổ(?! dân phố)", r"Đội", r"Đoàn (?:kiểm tra|thanh tra|giám sát|công tác|liên ngành)",
        r"Nhóm", r"Lực lượng",)),
    ("division", (r"Phòng",)),
    ("service", (r"Tổng cục", r"Cục", r"Chi cục", r"Vụ", r"Trung tâm", r"Hạt",
        r"Trạm (?:Khuyến|Chăn|Kiểm|Bảo|Trồng|Thú|Quản|Khí|Thủy)[^ ]*", r"Vườn quốc gia",
        r"Khu (?:bảo tồn|dự trữ|du lịch)", r"Thư viện", r"Bảo tàng", r"Nhà (?:văn hóa|thiếu nhi|hát)",
        r"Đài Khí tượng", r"Cổng Dịch vụ công", r"Ban (?:Dịch vụ)", r"Chi nhánh",)),
    ("unit", (r"Khoa", r"Bộ phận", r"Ban Giám đốc", r"Ban lãnh đạo", r"Đơn vị", r"Cơ quan", r"Ngành",)),
    ("organisation", (r"Ban đại diện", r"Ban Thanh tra nhân dân", r"Tổ chức", r"Cơ sở (?:tôn giáo|bảo trợ)",)),
    ("village", (r"Thôn", r"Bản", r"Ấp", r"Buôn", r"Tổ dân phố", r"Khu phố",)),
    ("people", (r"Cán bộ", r"Nhân viên", r"Giáo viên", r"GVCN", r"Tổng phụ trách", r"Phụ huynh", r"Cộng tác viên",
        r"Đảng viên", r"Công chức", r"Chuyên viên", r"Kế toán(?! trưởng)", r"Đoàn viên",
        r"Người dân", r"Nhân dân",)),
    ("locality", (r"Cấp (?:tỉnh|huyện|xã|cơ sở|thành phố|quận|phường|trung ương)", r"Địa phương",
        r"(?:Tỉnh|Thành phố|Huyện)$",)),
    ("steering_committee", (r"Ủy ban",)),
    ("department", (r"Ban (?:Dân tộc|Thi đua|Tôn giáo|Quản lý)[^,]*",)),
    ("division", (r"Ban",)),
)  # fmt: skip
