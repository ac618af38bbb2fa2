"""Bodies that are told only by what they are, where a clause begins and a duty follows: no name, no `các`.

    Bộ sẽ tổng kết                    the issuer that speaks of itself
    Phường Ba Đình tổ chức            a place, for those who govern it; also `Đối với Thủ đô Hà Nội:`
    công đoàn bố trí, Đội trưởng có   those of a school, a union, a team; an office without its body

Elsewhere the same words are objects (`động viên công đoàn`, `báo cáo hiệu trưởng`), places or common nouns.
"""

from __future__ import annotations

from extract.letters import LOWER, UPPER

_AREA = r"(?:Tỉnh|Thành phố|Huyện|Quận|Thị xã|Xã|Phường|Thị trấn|Đặc khu)"
_NAMED = rf"(?: [{UPPER}][{LOWER}']+){{1,4}}"
_ACTS_FOR_PLACE = (
    r"(?:sẽ|tổ chức|triển khai|thực hiện|xây dựng|thành lập|bố trí|phối hợp|chủ động|tiếp tục|có trách nhiệm|phải|cần"
    r"|rà soát|chỉ đạo|khẩn trương|căn cứ|tăng cường|thông báo|đề nghị|yêu cầu)(?!\w)"
)
OF_ITSELF = (
    rf"(?<!\w )(?:(?:Bộ|Sở|Phòng|Ban|Cục|Chi cục|Hội|Trường|Trung tâm|{_AREA})(?= sẽ (?!được))"
    rf"|{_AREA}{_NAMED}(?:(?:,| và){_NAMED}){{0,4}}(?= {_ACTS_FOR_PLACE}))"
    rf"|(?<=ối với )(?:[Tt]hủ đô|(?i:{_AREA})){_NAMED}(?=:|$)|(?<=ối với )chi bộ(?=,|:|$)"
)
_VILLAGE = (
    r"(?i:thôn|xóm|khóm|ấp|bản|buôn|khu phố|tổ dân phố)"
    rf" (?:\d{{1,2}}|[{UPPER}][{LOWER}']+(?: [{UPPER}][{LOWER}']+){{0,2}})"
)
VILLAGES = rf"(?:(?<!\w )|(?<=, )|(?<= và )){_VILLAGE}(?=(?:(?:,| và) {_VILLAGE}){{0,9}} {_ACTS_FOR_PLACE})"
_DUTY = (
    r"(?: (?:sẽ|phải|cần|cũng|tiếp tục|chủ động|khẩn trương))?"
    r" (?:có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|bố trí|chuẩn bị|tổ chức|triển khai|phân công|phổ biến|thông báo"
    r"|nhắc nhở|lập|nộp|gửi|đăng ký|kiểm tra|rà soát|tổng hợp|tham mưu|phối hợp|hướng dẫn|theo dõi|quản lý|xây dựng"
    r"|chỉ đạo|vận động|tuyên truyền|cử|báo cáo|trực|đôn đốc|hoàn thành|thực hiện|cập nhật|nhập|động viên|thu"
    r"|sử dụng|trao đổi|lựa chọn|chấp hành|thông qua"
    r"|phụ trách)(?!\w)"
)
_OF_SCHOOL_OR_UNION = (
    r"(?:công đoàn(?: trường)?|đoàn trường|liên đội|chi đoàn|đoàn thanh niên|thư viện|ban cán sự lớp|ban giám hiệu"
    r"|(?:[Ll]ớp|[Cc]hi đội|[Ll]iên đội|[Đđ]ội|[Cc]hi hội|[Nn]hóm|[Kk]hối) trưởng|[Tt]ổ trưởng chuyên môn"
    r"|[Tt]ổ chuyên môn|[Tt]ổ khối trưởng|[Tt]rưởng đoàn|[Gg]iáo viên|[Hh]ọc sinh|(?:[Pp]hụ huynh|[Cc]ha mẹ) học sinh)"
)
_OFFICE = (
    r"(?:Bí thư|(?:Phó )?Hiệu trưởng|Trưởng (?:ban|phòng|khoa)|(?:Phó )?Giám đốc|(?:Phó )?Chủ tịch|Tổ trưởng"
    r"|Tổ phó|Chánh Văn phòng|Chánh Thanh tra|Kế toán trưởng)"
)
# `Hiệu trưởng và Ban Chấp hành Công đoàn chủ động ...`: an office beside others of the same house.
_AND_OTHERS = (
    r"(?:,| và) (?i:ban chấp hành|ban giám hiệu|chủ tịch|bí thư|phó|tổ trưởng|công đoàn)(?!\w)"
    r"[^.;:()\n]{0,50}?"
)
FORCES = r"(?:Quân khu|Quân đoàn|Sư đoàn|Lữ đoàn|Trung đoàn|Tiểu đoàn|Hải đội|Hải đoàn|Binh đoàn|Vùng) \d{1,3}(?!\d)"
UNQUALIFIED = (
    rf"(?:(?<!\w )|(?<=iao )|(?<=iao cho )|(?<=cầu )|(?<=ghị ))(?:{_OF_SCHOOL_OR_UNION}|(?i:{_OFFICE}))"
    rf"(?={_DUTY}|{_AND_OTHERS}{_DUTY})"
)

_BEGINS = (
    "thủ bộ sở phòng ban cục chi hội trường trung tỉnh thành huyện quận thị xã phường đặc công đoàn liên thư lớp đội"
    " quân sư lữ tiểu hải binh vùng nhóm khối thôn xóm khóm ấp bản buôn khu tổ trưởng bí phó hiệu"
    " giám chủ giáo học phụ cha chánh kế cơ đơn lực"
)
FIRST_WORDS = tuple(_BEGINS.split())  # with which those patterns begin, in small letters
