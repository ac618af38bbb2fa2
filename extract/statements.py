"""What only tells, thanks or grounds, and asks nobody to do anything (câu kể, câu xã giao, căn cứ).

UBND tỉnh đã ban hành Kế hoạch ...                   what a body has done
Đẩy mạnh tiêm chủng là nhiệm vụ cấp bách             what something is
Sở Y tế thông báo để các đơn vị biết, thực hiện      the formula that closes a letter
Căn cứ Thông tư số ... của Bộ Y tế hướng dẫn ...;    a legal basis
"""

from __future__ import annotations

import re

_STATED = re.compile(
    r"\s*,?\s*(?:(?:cũng|đều|vẫn) )?"
    r"(?:đã|vừa|đang|nhận được|kêu gọi (?:toàn|các tầng lớp|đồng bào|[Nn]hân dân)"
    r"|ban hành (?:[Cc]ông văn|[Vv]ăn bản|[Kk]ế hoạch|[Qq]uyết định|[Cc]hỉ thị|[Tt]hông báo) số(?= \d)"
    r"|chịu sự (?:quản lý|lãnh đạo|chỉ đạo|điều hành)|là (?:các|những) chức danh"
    r"|(?:(?:ở|tại) [^,.;:]{3,90}? )?(?:được )?đặt tại"
    r"|có (?:[Cc]ông văn|[Vv]ăn bản|[Tt]ờ trình|[Qq]uyết định) số"
    r"|(?:cơ bản )?(?:đồng ý|nhất trí)"
    r"(?= (?:với|về|cho|việc|chủ trương|để|mở rộng|bổ sung|phê duyệt|điều chỉnh))"
    r"|(?:cơ bản )?thống nhất (?=đánh giá|nhận định|thông qua|nội dung)(?:[^\W\d_]+ [^\W\d_]+)"
    r"|đánh giá cao|tán thành|(?:ghi nhận|biểu dương)(?=(?:,| và| những| sự| kết quả| nỗ lực| tinh thần)(?!\w))"
    r"|(?:cơ bản )?thống nhất(?= với (?:nội dung|báo cáo|đánh giá|nhận định|một số|kết quả|ý kiến)))(?!\w)"
)
# `Một số đơn vị có tỷ lệ giải ngân thấp`: how some of them do; what they must do about it is said otherwise.
_SOME = re.compile(
    r"(?i:Một số|Nhiều|Đa số|Hầu hết) "
    r"(?![^.;]*?(?<!\w)(?:phải|cần|có trách nhiệm|khẩn trương|tập trung|chủ động|đề nghị|yêu cầu|giao)(?!\w))"
    r"[^.;]{0,200}?(?<!\w)(?:chưa|còn|thấp|chậm|hạn chế|yếu|kém)(?!\w)"
)
# `Cán bộ hoàn thành tốt nhiệm vụ được xem xét khen thưởng`: who is rewarded, and for what.
_REWARDED = re.compile(
    r"[^.;]{0,160}?(?<!\w)(?:hoàn thành (?:tốt|xuất sắc)|có (?:nhiều )?(?:thành tích|năng lực|sáng kiến|đóng góp))"
    r"(?!\w)[^.;]{0,200}?(?<!\w)(?:được (?:xem xét|xét|khen|biểu dương|tuyên dương|ưu tiên)|là nguồn)(?!\w)"
)
_OF_REWARD = ("hoàn thành", "thành tích", "năng lực", "sáng kiến", "đóng góp")  # one stands in every match
_PAST = re.compile(
    r"(?:Đến hết [^,]{4,20}, )?có \d|Năm \d{4}, [^.;]{3,200}?(?<!\w)(?:đã|diễn biến|ước đạt)(?!\w)"
    r"|(?!Không )[^,.;:()]{0,45}?(?<!\w)(?:đã|vừa qua|còn (?:chậm|hạn chế|lúng túng|tồn tại|thiếu|nhiều))(?!\w)"
)
_THANKS = re.compile(
    r"[^.;]{3,80} (?:thông báo|trao đổi|phúc đáp|gửi|trả lời) (?:để|đến) [^.;]{3,260}(?:biết|thực hiện|nghiên cứu)"
    r"(?: theo (?:đúng )?quy định(?: hiện hành| của pháp luật)?)?\W*$|"
    r"(?:Mọi|Các) (?:ý kiến|thông tin|vướng mắc|chi tiết)[^.;]{0,60} (?:xin|vui lòng|đề nghị) liên hệ(?!\w)|"
    r"(?:Nghị quyết|Chỉ thị|Kết luận|Chương trình|Kế hoạch|Hướng dẫn|Quy định|Đề án)[^.;]{0,20} này (?:được )?phổ biến "
    r"(?:đến|tới|xuống)(?!\w)|"
    r"[^.;]{3,80} thông báo để [^.;]{3,160} biết(?: và| ,|,)[^.;]{3,120}\W*$|"
    r"(?:[^.;]{0,60}\s)?(?:[Xx]in|[Tt]rân trọng)(?: trân trọng)? (?:cảm ơn|cám ơn|kính mời|thông báo)"
)

# One of these stands in every such formula, and in few other pieces.
_OF_THANKS = (
    *("thông báo", "phổ biến ", "cảm ơn", "cám ơn", "kính mời", "liên hệ"),
    *(f"{word} đ" for word in ("gửi", "trả lời", "trao đổi", "phúc đáp")),
)

# `Căn cứ Thông tư số ... của Bộ A hướng dẫn ...;` at the head of a document is a legal basis.
_BASIS = re.compile(
    r"Căn cứ (?:[Ll]uật|[Nn]ghị|[Tt]hông tư|(?:các )?[Qq]uyết định|[Cc]hỉ thị|[Kk]ế hoạch|[Hh]iến pháp"
    r"|[Qq]uy chế|[Qq]uy định)"
)
# `Đẩy mạnh tiêm chủng là nhiệm vụ cấp bách`: what something is, and no order to do it.
_DECLARES = re.compile(
    r"(?!(?:xác định|coi|xem)(?!\w))(?:(?!biết|hiểu|rằng|nhận thức|xác định|coi|xem|thấy|để)[^\W\d_]+,? ){2,16}"
    r"là (?:một |những )?(?:trong những )?(?:nhiệm vụ|trách nhiệm|yêu cầu|chủ trương|việc làm|nội dung)"
    r"(?: (?:chính trị|cấp bách|cấp thiết|quan trọng|trọng tâm|hàng đầu|then chốt|thường xuyên|chung|đúng đắn|to lớn"
    r"|của (?:toàn|cả|mỗi)))",
    re.IGNORECASE,
)
_YEAR_IS = re.compile(r"Năm \d{4} là năm(?!\w)")
# Opens the conclusions of a meeting, unless they follow at once (`Sau khi xem xét, ... như sau: Giao Sở A ...`).
_HEARD = re.compile(r"Sau khi (?:nghe|xem xét)(?!\w)(?![^.]*: (?:Giao|Yêu cầu|Đề nghị|Đồng ý)(?!\w))")


def tells_of_body(text: str, after: int) -> bool:
    """Whether `text` tells behind the subject that ends at `after` what that body has done or agrees to.

    >>> tells_of_body("Sở Y tế đã kiểm tra", 7), tells_of_body("Sở Y tế kiểm tra", 7)
    (True, False)
    """
    return bool(_STATED.match(text, after))


def tells_of_some(piece: str) -> bool:
    """Whether a piece tells how some of the bodies do (`Một số đơn vị còn chậm`) and asks nothing of them."""
    return piece[:1] in "MmNnĐđHh" and bool(_SOME.match(piece))


def rewards(text: str, start: int) -> bool:
    """Whether the sentence that begins at `start` says who is rewarded for what.

    >>> rewards("Cán bộ hoàn thành tốt nhiệm vụ được xem xét khen thưởng.", 0), rewards("Sở Y tế khen thưởng.", 0)
    (True, False)
    """
    return any(text.find(word, start) >= 0 for word in _OF_REWARD) and bool(_REWARDED.match(text, start))


def tells_past(piece: str) -> bool:
    """Whether a piece that names nobody tells what was done or how things stand."""
    return bool(_PAST.match(piece))


def declares(piece: str) -> bool:
    """Whether a piece says what something is; what people are to be told of stays work.

    >>> declares("Đẩy mạnh tiêm chủng là nhiệm vụ cấp bách"), declares("Xác định tiêm chủng là nhiệm vụ trọng tâm")
    (True, False)
    """
    return " là " in piece and bool(_DECLARES.match(piece) or _YEAR_IS.match(piece))


def is_formality(piece: str) -> bool:
    """Whether a piece is a formula of politeness, or opens the conclusions of a meeting."""
    if any(map(piece.__contains__, _OF_THANKS)) and _THANKS.match(piece):
        return True
    return piece.startswith("Sau khi") and bool(_HEARD.match(piece))


def is_basis(paragraph: str) -> bool:
    """Whether a paragraph at the head of a document is one of its legal bases."""
    return paragraph.rstrip().endswith(";") and bool(_BASIS.match(paragraph))
