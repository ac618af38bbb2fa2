"""The fixed parts of an administrative document (thể thức văn bản), told line by line.

Sources: Nghị định 30/2020/NĐ-CP, Điều 8 and Phụ lục I (and its predecessors, Thông tư 01/2011/TT-BNV); for Party
documents Hướng dẫn 36-HD/VPTW. A predicate answers for one line alone; where it stands is for `zones` to say.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.wording import in_capitals, opening
from rulebook.tables import document_types

# What attachments are called besides.
_TITLED = "ĐỀ CƯƠNG|DANH MỤC|DANH SÁCH|QUY TRÌNH|NỘI QUY|BỘ TIÊU CHÍ|KỊCH BẢN|ĐIỀU LỆ"
_UNTITLED = frozenset({"Công văn"})
_APPENDIX = re.compile(
    r"(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu|BIỂU MẪU|Biểu|BIỂU|MẪU SỐ|Mẫu số)"
    r"(?: (?:số |SỐ )?[IVXLC\d]+[A-Za-z]?)?\s?[.:]?"
)
_PART = re.compile(
    r"(?:chương|phần|mục|tiểu mục) (?:thứ )?(?:[ivxlc]+|\d+|nhất|hai|ba|tư|năm|sáu|bảy|tám)\.?", re.IGNORECASE
)
_ATTACHED = re.compile(r"\((?:Ban hành )?kèm theo\b", re.IGNORECASE)
_MOTTO = re.compile(
    r"CỘNG H\w?A XÃ HỘI CHỦ NGHĨA|HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|CỘNG$|Độc lập ?[-–.] ?Tự do|ĐẢNG CỘNG SẢN VIỆT NAM",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"Số\s?:|Số\s?\d*\s?[-/]|Số \d+\s?[-/]|Luật số\s?:|Lệnh số\s?:", re.IGNORECASE)
_PLACE_DATE = re.compile(
    r"(?:[^,]{2,50},\s?)?(?:ngày\b[\s.…/\d]*|ngày \S{0,8} )tháng\b.{0,40}$|[^,]{2,50},\s?ngày\b[^a-zà-ỹ]{0,20}$",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"[(\[]?(?:DỰ THẢO|Dự thảo)\b.{0,30}|[(\[]?(?:(?:ĐỘ|Độ) \w+ ?: ?)?"
    r"(?:(?:TỐI |TUYỆT )?MẬT|HỎA TỐC(?: HẸN GIỜ)?|(?:THƯỢNG )?KHẨN|Mật|Tối mật|Tuyệt mật|Hỏa tốc|Thượng khẩn|Khẩn)"
    r"(?: ?[:,/–-]? ?(?:MẬT|HỎA TỐC|KHẨN|\d.{0,25}))?[)\]]?"
)
_SUBJECT = re.compile(r"\(?V/v\b", re.IGNORECASE)
_ISSUER = re.compile(
    r"(?:CHỦ TỊCH |BỘ TRƯỞNG |TỔNG |LIÊN )?(?:ỦY BAN|UBND|HỘI ĐỒNG|HĐND|CHÍNH PHỦ|THỦ TƯỚNG|QUỐC HỘI|CHỦ TỊCH"
    r"|BỘ|SỞ|CỤC|CHI CỤC|VỤ|PHÒNG|BAN|VĂN PHÒNG|THANH TRA|KHO BẠC|TỈNH ỦY|THÀNH ỦY|HUYỆN ỦY|QUẬN ỦY|THỊ ỦY|ĐẢNG ỦY"
    r"|TÒA ÁN|VIỆN|TRUNG TÂM|CÔNG AN|BẢO HIỂM|NGÂN HÀNG|TRƯỜNG|HỘI|LIÊN ĐOÀN|MẶT TRẬN|GIÁM ĐỐC|TỔNG CỤC|KIỂM TOÁN"
    r"|LIÊN HIỆP|ĐOÀN|TỈNH ĐOÀN|THÀNH ĐOÀN|HUYỆN ĐOÀN|CÔNG ĐOÀN|ĐÀI|BÁO|ĐẢNG BỘ|CÔNG TY|TẬP ĐOÀN|HỌC VIỆN|ĐẠI HỌC"
    r"|BỆNH VIỆN|QUỸ|HẠT|ĐỘI|TRẠM|QUÂN KHU|TỔ|CỔNG|NHÀ|THƯ VIỆN|BẢO TÀNG|CHI NHÁNH|TỔNG CÔNG TY)\b"
)
_RECIPIENTS = re.compile(r"[-*\s]{0,4}Nơi nhận\b", re.IGNORECASE)
_AUTHORITY = re.compile(r"(?:T/?M|K/?T|T/?L|TU/?Q|TUQ|Q|T\.M|K\.T|T\.L)(?:\s?[.:]|(?=\s))\s*[^\W\d_]*")
_POSITION = re.compile(
    r"(?:Q\. ?|QUYỀN |PHÓ |ĐỒNG )*(?:CHỦ TỊCH|TỔNG GIÁM ĐỐC|GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|TRƯỞNG \w+"
    r"|CHỦ NHIỆM|CHÁNH \w+|VIỆN TRƯỞNG|HIỆU TRƯỞNG|TỔNG CỤC TRƯỞNG|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|VỤ TRƯỞNG|BÍ THƯ"
    r"|TỔNG BÍ THƯ|TỔNG THƯ KÝ|THỐNG ĐỐC|TƯ LỆNH|CHỈ HUY|CHÍNH ỦY|TỔNG KIỂM TOÁN|KIỂM TOÁN|ỦY VIÊN|TỔNG THANH TRA)\b",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"(?:(?:GS|PGS|TS|ThS|Ths|BS(?:\.?\s?CK\s?I+)?|Bs|CKI+|DS|KTS|KS|CN|LS|Luật sư"
    r"|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy))[.,\s]+)+",
    re.IGNORECASE,
)
_ONE_WORD_NAME = re.compile(r"[A-ZĐ][’'][A-ZĐ]\w{1,12}")  # of some peoples: `K’Brếu`
_SIGNED = re.compile(r"[(\[]?\s?(?:đã ký|đã kí|ký tên|da ?ky)\b", re.IGNORECASE)
_LONGEST_LINE = 160


@lru_cache(maxsize=1)
def _types() -> re.Pattern[str]:
    """A type of document in capitals, alone or with a second one or an addition (`KẾ HOẠCH HÀNH ĐỘNG`)."""
    named = {kind.name for kind in document_types()} - _UNTITLED
    names = "|".join([*sorted((name.upper() for name in named), key=len, reverse=True), _TITLED])
    names = names.replace("QUY ", "QU[YI] ")  # `QUI CHẾ`
    return re.compile(
        rf"(?:DỰ THẢO )?(?:{names})(?: (?:{names}|LIÊN TỊCH|HÀNH ĐỘNG|CÔNG TÁC|PHỐI HỢP|CHI TIẾT|TỔNG THỂ))?"
    )


def type_line(text: str) -> bool:
    """Whether the line is the name of a document's type (tên loại) alone, as it stands over the title.

    >>> type_line("KẾ HOẠCH"), type_line("QUYẾT ĐỊNH:"), type_line("Kế hoạch"), type_line("CHƯƠNG TRÌNH HÀNH ĐỘNG")
    (True, False, False, True)
    """
    return in_capitals(text) and bool(_types().fullmatch(text))


def titled_type(text: str) -> bool:
    """Whether a line of capitals begins with a document's type: `KẾ HOẠCH TỔNG KẾT NĂM 2024`."""
    return in_capitals(text) and bool(_types().match(text)) and not text.endswith(":")


def leading_type(text: str) -> int:
    """The length of the type in capitals with which a text begins, be it glued to a title in small letters; else 0.

    >>> leading_type("QUYẾT ĐỊNH VỀ VIỆC"), leading_type("QUYẾT ĐỊNHVề việc"), leading_type("Quyết định về việc")
    (10, 10, 0)
    """
    found = _types().match(text)
    if found is None:
        return 0
    following = text[found.end() : found.end() + 2]
    glued = following[:1].isalpha() and not following[1:2].islower()
    return 0 if glued else found.end()


def appendix_line(text: str) -> bool:
    """Whether the line is the head of an appendix: `Phụ lục`, `PHỤ LỤC II`, `Mẫu số 01`."""
    return bool(_APPENDIX.fullmatch(text))


def part_line(text: str) -> bool:
    """Whether the line is the bare number of a part of the document: `Chương II`, `PHẦN THỨ NHẤT`, `Mục 3`.

    >>> part_line("Chương II"), part_line("Mục 3"), part_line("Chương trình 135")
    (True, True, False)
    """
    return bool(_PART.fullmatch(text))


def attached_line(text: str) -> bool:
    """Whether the line says what it is attached to: `(Kèm theo Quyết định số ...)`."""
    return bool(_ATTACHED.match(text))


def motto_line(text: str) -> bool:
    """Whether the line is quốc hiệu or tiêu ngữ, or the head of a Party document."""
    return bool(_MOTTO.match(text))


def number_line(text: str) -> bool:
    """Whether the line is số, ký hiệu of the document: `Số: 22 /KH-UBND`, `Số 36-HD/VPTW`."""
    return bool(_NUMBER.match(text)) and len(text) < _LONGEST_LINE


def place_date_line(text: str) -> bool:
    """Whether the line is địa danh and thời gian.

    >>> place_date_line("Lâm Đồng, ngày 09 tháng 3 năm 2022"), place_date_line("Căn cứ Luật ngày 19 tháng 6 năm 2015;")
    (True, False)
    """
    return len(text) < 90 and bool(_PLACE_DATE.match(text)) and opening(text) != "sure"


def issuer_line(text: str) -> bool:
    """Whether a line of capitals names a body: `ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG`."""
    return in_capitals(text) and bool(_ISSUER.match(text)) and len(text) < _LONGEST_LINE


def stamp_line(text: str) -> bool:
    """Whether the line is a stamp: `HỎA TỐC`, `MẬT`, `DỰ THẢO`."""
    return bool(_STAMP.fullmatch(text))


def subject_line(text: str) -> bool:
    """Whether the line is the subject of an official letter: `V/v hướng dẫn ...`."""
    return bool(_SUBJECT.match(text))


def letterhead_line(text: str) -> bool:
    """Whether the line can stand in a letterhead: motto, issuer, number, place and date, stamp, subject, capitals."""
    told = (
        motto_line(text)
        or number_line(text)
        or place_date_line(text)
        or subject_line(text)
        or stamp_line(text)
    )
    return bool(told) or (in_capitals(text) and len(text) < _LONGEST_LINE and opening(text) == "none")


def recipients_line(text: str) -> bool:
    """Whether the line heads the list of receivers (`Nơi nhận:`)."""
    return bool(_RECIPIENTS.match(text)) and len(text) < 40


def salutation_line(text: str) -> bool:
    """Whether the line names the addressees of a letter (`Kính gửi:`)."""
    return text.startswith(("Kính gửi", "KÍNH GỬI", "Kính trình", "Kinh gửi", "Kính gởi"))


def authority_line(text: str) -> bool:
    """Whether the line is a signing formula: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `T/M BAN THƯỜNG VỤ`.

    >>> authority_line("KT. CHỦ TỊCH"), authority_line("TM."), authority_line("TL. Chủ tịch"), authority_line("TP. HUẾ")
    (True, True, False, False)
    """
    return bool(_AUTHORITY.match(text)) and in_capitals(text) and len(text) < _LONGEST_LINE


def position_line(text: str) -> bool:
    """Whether the line is a position (chức vụ): `PHÓ CHỦ TỊCH`, `Trưởng ban`."""
    return bool(_POSITION.match(text)) and len(text) < 90 and text[-1:] not in ";:.,"


def signed_note(text: str) -> bool:
    """Whether the line stands for the signature itself: `(Đã ký)`."""
    return bool(_SIGNED.match(text)) and len(text) < 40


def person_line(text: str) -> bool:
    """Whether the line can be a signer's name, with or without a rank or degree.

    >>> [person_line(t) for t in ("Trần Văn Hiệp", "H'Yim Kđoh", "K’Brếu", "Sở Tài chính", "Phụ lục 2")]
    [True, True, True, False, False]
    """
    words = _RANK.sub("", text).replace(".", " ").split()
    if len(words) == 1:
        return bool(_ONE_WORD_NAME.fullmatch(words[0]))
    return 2 <= len(words) <= 6 and all(
        word[0].isupper() and all(letter.isalpha() or letter in "'’`-" for letter in word) for word in words
    )
