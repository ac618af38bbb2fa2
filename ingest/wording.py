"""What the words of a line say about where it stands: does it open an item, can a sentence end here.

The outline forms are those of Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II (phần, chương, mục, điều, khoản, điểm), of
the Party rules (`I-`, `1-`), and of drafting habit (`1.1`, `-`, `+`).
"""

from __future__ import annotations

import re
from typing import Literal

Opening = Literal["sure", "likely", "none"]

_TAIL = 60  # no phrase below is longer: looking at the end of a line costs the same for any line
_NUMBERED = (
    r"[IVXLC]{1,7}\s?(?:[.)]|/(?!\d))|[IVXLC]{1,7}\s?[-–](?=\s)"  # I.  I)  I/  I-
    r"|\(?\d{1,3}(?:\.\s?\d{1,2}){0,4}\s?[.)](?!\d)|\d{1,2}(?:\.\d{1,2}){1,4}[-–:]?(?=\s)"  # 1.  1)  (1)  1.1
    r"|\d{1,2}(?:\.\d{1,2}){0,4}\s?[-–/:](?=\s)"  # 1-  1/
    r"|\(?(?P<letter>[a-zđ])(?P=letter)?\d?\s?\)|[a-zđ](?:\d?\.|\s?/)(?=\s)|[A-ZĐ]\.(?=\s)"  # a)  (a)  a.  A.
    r"|[a-zđ],(?=\s[^\W\d_a-zà-ỹđ])"  # a, Lập danh sách
)
_WORDED = (
    r"Điều \d+[a-zđ]?\s?[.:]|(?:Chương|Phần|Mục|Tiểu mục) (?:[IVXLC]+|\d+|thứ \w+)(?:$|\s?[.:]|(?= [^\W\d_a-zà-ỹđ]))"
    r"|(?:CHƯƠNG|PHẦN|MỤC|TIỂU MỤC|ĐIỀU) (?:[IVXLC]+|\d+|THỨ \w+)\b"
    r"|Phụ lục(?: (?:số )?[IVXLC\d]+)?\s?[.:]?$|PHỤ LỤC\b|Phụ lục (?:số )?(?:[IVXLC]+|\d+)[.:]? [A-ZĐ(]"
    r"|Căn cứ\b|Theo đề nghị\b|Xét\b|Nơi nhận\b|Kính gửi\b|\((?:Ban hành )?[Kk]èm theo\b"
)
_ITEM = re.compile(rf"(?P<number>{_NUMBERED})\s*(?P<rest>.*)", re.DOTALL)
_WORD = re.compile(_WORDED)
_BULLET = re.compile(r"[-–—−•+*●○▪■◦·>](?P<space>\s*)(?P<rest>.*)", re.DOTALL)

_NEVER_LAST = re.compile(
    r"(?:^|[\s(“\"/])(?:và|của|các|những|hoặc|với|để|bởi|cho|về|gồm|bao gồm"
    r"|(?<!gian )(?<!năm )(?<!tháng )(?<!tuần )(?<!quý )tới"
    r"|(?<!kèm )(?<!tiếp )(?<!làm )(?<!dưới )(?<!dõi )theo|(?<!hiện )(?<!tồn )tại"
    r"|(?<!chứng )(?<!hán )(?<!vị )từ|(?<!lý )(?<!tự )do|(?<!bên )trong|(?<!trực )(?<!phụ )(?<!lệ )(?<!quen )thuộc"
    r"|là|như|khi|nếu|mà|rằng|từng|nhằm|(?<!hằng )(?<!hàng )(?<!mỗi )ngày|Điều"
    r"|(?:[Đđ]ịnh|[Qq]uyết|[Tt]ư|[Hh]oạch|[Vv]ăn|[Tt]rình|[Bb]áo|[Tt]hị|[Ll]ệnh|[Ll]uật|[Ll]uận|[Dd]ẫn|[Cc]áo) số"
    r")$|\s[-–]$|(?<=\w)/$|[(“]$"
)
# A number and the first syllable of a name, and no more (`8. Bộ` / `Chỉ huy Quân sự tỉnh:`).
_ONLY_A_HEAD = re.compile(
    r"(?:^|^(?:\d{1,2}|[a-zđ]|[IVX]+)\s?[.)/-]\s*|^[-+]\s*)"
    r"(?:Bộ|Sở|Ủy|Uỷ|Ủy ban|Uỷ ban|Ban|Công|Phòng|Hội|Hội đồng|Văn|Văn phòng|Thanh|Thủ|Chủ|Giám|Giám đốc|Chi|Trung"
    r"|Trung tâm)$"
)
_NUMBER_FOLLOWS = re.compile(
    r"(?:^|[\s(])(?:ngày|tháng|năm|quý|giai đoạn|số|khoản|điều|mục|khoảng|đạt|từ|đến|trên|dưới"
    r"|ít nhất|tối thiểu|tối đa|còn|tăng|giảm|trước|sau|cuối|đầu|dự án|thứ)$",
    re.IGNORECASE,
)
_REFERS_ON = re.compile(
    r"(?:^|[\s(])(?:[Đđ]iểm [a-zđ]|[Kk]hoản \d+|Điều \d+[a-z]?|[Mm]ục \w+|tại|theo|và|với|của|quy định)(?: và \w+)?,?$"
)
_ENDS = re.compile(r"(?:[.;:!?…]|\./\.|/\.)[\"”’»*_)\]]*$")
_INNER_END = re.compile(r"\w[.;]\s+\S")

_DASH_YEAR = re.compile(r"[-–] ?(?:19|20)\d\d(?!\d)")
_ENDS_IN_YEAR = re.compile(r"(?:19|20)\d\d$")
_SPAN = re.compile(r"(?<!\w)(?:[Tt]ừ|khoảng) \d{1,3}$")  # `từ 02` / `- 03 sản phẩm`
_SPAN_ENDS = re.compile(r"[-–] ?\d{1,3} ")
_DASHES = ("-", "–")
_NAME_PAIRS = (  # two halves of one agency's name around a dash
    ("lao động", "thương binh"),
    ("thi đua", "khen thưởng"),
    ("phát thanh", "truyền hình"),
    ("kinh tế", "xã hội"),
    ("kinh tế", "hạ tầng"),
    ("kinh tế", "kỹ thuật"),
    ("tài chính", "kế hoạch"),
    ("kế hoạch", "tài chính"),
    ("văn hóa", "xã hội"),
    ("văn hóa", "thông tin"),
    ("giáo dục", "đào tạo"),
    ("dân số", "kế hoạch"),
    ("chính trị", "xã hội"),
    ("độc lập", "tự do"),
    ("tự do", "hạnh phúc"),
)
# Fields whose words also stand alone: halves of one name only around a dash that is there.
_DASHED_PAIRS = (
    ("than", "khoáng sản"),
    ("bưu chính", "viễn thông"),
    ("thương mại", "du lịch"),
    ("văn hóa", "thể thao"),
    ("đầu tư", "thương mại"),
    ("kinh tế", "ngân sách"),
    ("tư pháp", "hộ tịch"),
    ("địa chính", "xây dựng"),
    ("địa chính", "nông nghiệp"),
    ("văn phòng", "thống kê"),
    ("tài chính", "kế toán"),
    ("tổ chức", "hành chính"),
)


def opening(text: str) -> Opening:
    """How surely a line opens an item, an article or a part of its own.

    >>> [opening(t) for t in ("1. Sở Tài chính", "đ) Báo cáo", "- Hướng dẫn", "Điều 3. Hiệu lực", "Căn cứ Luật")]
    ['sure', 'sure', 'sure', 'sure', 'sure']
    >>> [opening(t) for t in ("- người tìm việc", "5 đến dưới 16 tuổi", "Điều 5 Luật Đất đai", "III/2019.")]
    ['likely', 'none', 'none', 'none']
    """
    if _WORD.match(text):
        return "sure"
    if item := _ITEM.match(text):
        return "sure" if _begins_sentence(item["rest"]) else "likely"
    if bullet := _BULLET.match(text):
        if not bullet["rest"]:
            return "none"
        return "sure" if _begins_sentence(bullet["rest"]) else "likely" if bullet["space"] else "none"
    return "none"


def _begins_sentence(rest: str) -> bool:
    letter = next((character for character in rest if character.isalnum()), "")
    return not rest or not letter.islower()


def starts_lower(text: str) -> bool:
    """Whether the first letter is lower case: `đến hết năm 2025`, `“tương thân”`; false for a line without letters.

    >>> starts_lower("đến hết năm"), starts_lower("(qua Sở Nội vụ)"), starts_lower("2021 - 2025"), starts_lower("Sở")
    (True, True, False, False)
    """
    first = next((character for character in text if character.isalnum()), "")
    return first.islower()


def dangles(text: str) -> bool:
    """Whether a line ends in a word or sign that no sentence ends with.

    >>> [dangles(t) for t in ("trách nhiệm của", "Quyết định số", "Sở Lao động -", "dân tộc thiểu số", "thời gian tới")]
    [True, True, True, False, False]
    """
    return bool(_NEVER_LAST.search(text[-_TAIL:]))


def awaits_number(text: str) -> bool:
    """Whether a number naturally follows: `giai đoạn`, `ngày`, `đến`."""
    return bool(_NUMBER_FOLLOWS.search(text[-_TAIL:]))


def refers_on(text: str) -> bool:
    """Whether a reference goes on with the next line: `theo quy định tại khoản 2` / `Điều 5.`"""
    return bool(_REFERS_ON.search(text[-_TAIL:]))


def finished(text: str) -> bool:
    """Whether a sentence or item can end with this line.

    >>> [finished(t) for t in ("quyết định./.", "theo quy định;", "cụ thể như sau:", "trên địa bàn")]
    [True, True, True, False]
    """
    return bool(_ENDS.search(text[-_TAIL:]))


def holds_sentence_end(text: str) -> bool:
    """Whether a sentence or clause ended inside: then this is running text and no heading."""
    return bool(_INNER_END.search(text))


def open_bracket(text: str) -> bool:
    """Whether a bracket or a quotation is still open at the end; the bracket of a marker (`c)`) closes none.

    >>> [open_bracket(t) for t in ("c) Mở lớp (Chủ trì: Sở Y tế; phối hợp:", "a) Mở lớp (đợt 1)", "(qua Sở (bản giấy)")]
    [True, False, True]
    """
    opened, closed = text.count("("), text.count(")")
    return opened > closed or text.rfind("(") > text.rfind(")") or text.count("“") > text.count("”")


def splits_name(before: str, after: str) -> bool:
    """Whether two lines are the halves of an agency's name, or of a span of years, that was broken at its dash.

    >>> splits_name("của Bộ Lao động", "- Thương binh và Xã hội"), splits_name("1. Sở Tài chính", "- Thẩm định")
    (True, False)
    >>> splits_name("8. Bộ", "Chỉ huy Quân sự tỉnh:"), splits_name("thuộc Bộ", "Vụ Pháp chế")
    (True, False)
    >>> splits_name("giai đoạn 2021", "- 2025 của tỉnh"), splits_name("CHỈ TIÊU NĂM 2025", "- 100% số xã")
    (True, False)
    >>> splits_name("chọn từ 02", "- 03 sản phẩm"), splits_name("Tập đoàn Than", "- Khoáng sản")
    (True, True)
    >>> splits_name("Phòng Tổ chức", "Hành chính có bước tiến"), splits_name("dành 02", "- 03 xã điểm")
    (False, False)
    """
    if _DASH_YEAR.match(after) and _ENDS_IN_YEAR.search(before[-_TAIL:]):
        return True
    if _SPAN_ENDS.match(after) and _SPAN.search(before[-_TAIL:]):
        return True
    if _ONLY_A_HEAD.search(before[-_TAIL:]) and after[:1].isupper():
        return True
    tail, head = before[-_TAIL:].rstrip(" -–").casefold(), after[:_TAIL].lstrip(" -–").casefold()
    dashed = after.startswith(_DASHES) or before.endswith(_DASHES)
    pairs = (*_NAME_PAIRS, *_DASHED_PAIRS) if dashed else _NAME_PAIRS
    return any(tail.endswith(first) and head.startswith(second) for first, second in pairs)


def in_capitals(text: str) -> bool:
    """Whether all letters are capitals (and there are some).

    >>> in_capitals("V. TỔ CHỨC THỰC HIỆN"), in_capitals("Số: 22/KH-UBND"), in_capitals("2021 - 2025")
    (True, False, False)
    """
    return text.isupper()
