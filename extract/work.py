"""Whether a piece of text is work: an action that somebody must do, and no goal, norm, content or formality.

A piece that names a body and its duty is work. One that names nobody is work by the part in which it stands, by the
body whose duties its heading lists, or by the verb with which it begins; never what is paid, what something consists
of, what is amended, and how a document comes into force.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from extract.actions import is_work_by_head, names_event
from extract.attributes import attribute_line, over_attributes
from extract.bodies import body_at
from extract.context import Context
from extract.duties import sentence_duty
from extract.duty import Duty
from extract.labels import SENDS_TO
from extract.node import Node
from extract.statements import (
    declares,
    is_basis,
    is_formality,
    rewards,
    tells_of_body,
    tells_of_some,
    tells_past,
)
from extract.time_openings import opens_with_hour, time_prefix
from extract.times import times
from rulebook.cues import any_of

ATTACHED = ("plain", "footnote", "table")  # what hangs on a marked item and is none itself


# `Theo chức năng, nhiệm vụ được giao, tăng cường ...`: on what grounds a body acts, and what it does.
_BY_ITS_PART = r"(?:chức năng|nhiệm vụ|thẩm quyền|lĩnh vực|phân công|phạm vi)(?!\w)[^.;:]{0,90}, [^\W\d_]"


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    itself = rf"{any_of('self_reference')} này {any_of('says_of_itself')}"
    issuing = (
        r"(?:Ban hành|Phê duyệt|Thông qua|Công bố|Thành lập|Kiện toàn)(?: kèm theo| và)?[^.;]{0,80}"
        rf"(?:Quyết định|Nghị quyết) này|{itself}"
        r"|(?:Quyết định|Nghị quyết|Chỉ thị|Quy định|Quy chế|Thông tư|Nghị định)(?: này)? có hiệu lực"
        r"|(?:Trường hợp|Trong trường hợp)[^.;]{0,60}văn bản[^.;]{0,40}(?:viện dẫn|dẫn chiếu)"
    )
    adverb = r"(?:tiếp tục|chủ động|tích cực|kịp thời|thường xuyên|khẩn trương|từng bước|nghiêm túc|định kỳ)"
    return {
        "issuing": re.compile(issuing),
        "no_duty": re.compile(
            rf"\(?(?:{any_of('no_duty')}|Theo (?!dõi)(?!{_BY_ITS_PART}))|\(?Có .{{0,40}}kèm theo"
        ),
        "goal": re.compile(rf"\W*(?:\d|Trên \d|Có \d|100%|{any_of('goal_opening')})", re.IGNORECASE),
        "opening": re.compile(any_of("adverb_open"), re.IGNORECASE),
        "content": re.compile(rf"\W*{any_of('content_opening')}", re.IGNORECASE),
        "action": re.compile(rf"(?:\W*{adverb}\s+)*{any_of('action')}", re.IGNORECASE),
    }


# Amending clauses change a text; they assign nothing.
_AMENDING = re.compile(
    r"(?:Sửa đổi|Bổ sung|Bãi bỏ|Thay thế|Hủy bỏ)(?:,? \w+ \w+)?,?[^.;:]{0,60}"
    r"(?:điểm|khoản|Điều|cụm từ|Phụ lục|tên gọi)\s"
)


def begins_with_action(text: str) -> bool:
    """Whether a text begins with the verb of an action, after a time and adverbs (`Hằng năm, chủ động rà soát ...`).

    >>> begins_with_action("Hằng năm, chủ động rà soát hồ đập"), begins_with_action("Việc rà soát hồ đập")
    (True, False)
    """
    timeless = text[time_prefix(text) :]
    return bool(_patterns()["action"].match(timeless) or _LETS.match(timeless))


# `Cho học sinh toàn trường nghỉ học`
_LETS = re.compile(
    r"Cho (?:phép )?[^\W\d_][^.;:]{2,60}? (?:nghỉ|tạm (?:nghỉ|dừng)|thôi|đi học|học|ra|về)(?!\w)"
)


def lists_contents(node: Node) -> bool:
    """Whether a lead-in is the work and what stands under it only its contents: it acts itself, and of its items none
    begins with an action or names whose duty it is, but they are noun phrases (`Việc ...`, `Cơ cấu ...`), or lines that
    give the time, the place or who takes part.

    The guide: over items that give only norms, contents or papers, the lead-in is the task. So it is over a paragraph
    that only says what its object consists of (`cung cấp thông tin về giá:` over `Nội dung thông tin gồm: ...`).
    """
    if not node.text.endswith(":"):
        return False
    if not node.children:
        return _over_contents(node)
    items = [child for child in node.children if child.kind not in ATTACHED and attribute_line(child) is None]
    if any(item.children for item in items) or (not items and not over_attributes(node)):
        return False
    content = _patterns()["content"]
    told = _TELLS_OF.search(node.text)
    if (
        items
        and not told
        and not any(content.match(item.text) or _LETS_OFF.match(item.text) for item in items)
        and not all(_SHARE.fullmatch(item.text) for item in items)
    ):
        return False
    if any(
        begins_with_action(item.text)
        or begins_with_action(item.text.partition(": ")[2])
        or sentence_duty(item.text[:300])
        for item in items
    ):
        return False
    return begins_with_action(node.text) or sentence_duty(node.text) is not None


# `Tập trung tuyên truyền ... các nội dung sau:` over that of which people are told.
_TELLS_OF = re.compile(
    r"(?<!\w)(?:tuyên truyền|phổ biến|giới thiệu|quán triệt|tập huấn|bồi dưỡng|giáo dục)(?!\w)"
    r"[^.;:]{0,120}(?<!\w)nội dung(?!\w)[^.;:]{0,60}:$",
    re.IGNORECASE,
)


def _over_contents(node: Node) -> bool:
    """Whether the paragraph right after a paragraph says what something consists of; neither has a marker."""
    if node.kind != "plain" or node.parent is None:
        return False
    beside = node.parent.children
    after = bisect_right(beside, node.start, key=lambda child: child.start)
    return after < len(beside) and beside[after].kind == "plain" and bool(_CONTENTS.match(beside[after].text))


# `Bộ A cấp 95 tấn hóa chất, cụ thể:` over `Tỉnh Trà Vinh: 50 tấn.`: what each gets.
_SHARE = re.compile(r"[^:;\n]{2,80}: ?\d[\d.,]* (?!ngày|giờ|phút|người)[^\W\d_][^.:\n]{0,60}[.;]?(?:/\.)?")
# `Học sinh tiểu học được nghỉ học khi nhiệt độ dưới 10°C`: a norm, by which what stands over it is done.
_LETS_OFF = re.compile(r"[^\W\d_][^.;:]{3,90} được (?:nghỉ|miễn|giảm|hưởng|tính|cộng|thưởng)(?!\w)")


# `... nộp 01 bộ hồ sơ. Hồ sơ gồm:` over the papers that it consists of.
_PAPERS = re.compile(
    r"(?<!\w)(?:[Hh]ồ sơ|[Gg]iấy tờ|[Tt]hành phần hồ sơ)(?: [^.;:]{1,90}?)?"
    r"(?: (?:bao )?gồm(?: có)?(?: [^.;:]{1,40})?| sau(?: đây)?)\s?:$"
)


def introduces_papers(text: str) -> bool:
    """Whether what follows a text are the papers that a file consists of, and no work.

    >>> introduces_papers("Chủ đầu tư nộp 01 bộ hồ sơ. Hồ sơ gồm:"), introduces_papers("Sở Y tế kiểm tra hồ sơ:")
    (True, False)
    """
    return text.endswith(":") and bool(_PAPERS.search(text))


_NORM = re.compile(
    r".*\(\d{1,3} (?:phút|tiết)\)\W*$|Trình tự, thủ tục [^.;]{0,260}?(?:quy định|thực hiện) (?:tại|theo)(?!\w)"
    r"|(?:Hỗ trợ|Mức|Chi|Thưởng|Trợ cấp)[^.;]{0,60}\d[\d.,]*\s*(?:triệu |nghìn |tỷ )?(?:đồng|%)"
)  # what is paid
# `Việc kiểm tra phải bảo đảm khách quan`: how something has to be is a requirement, unless its part lists work.
_REQUIRED = re.compile(
    r"(?:Việc|Công tác|Kế hoạch|Nội dung|Hồ sơ|Phương án|Chương trình)(?!\w)[^.;:]{3,160}?(?<!\w)(?:phải|cần)"
    r"(?: được)? (?:bảo đảm|đảm bảo|bám sát|phù hợp|gắn|huy động|thể hiện|xây dựng|tuân thủ|tiến hành|thực hiện)(?!\w)"
)
# Who is entitled to what, and in which case: a rule, and nobody's work.
_ENTITLED = re.compile(
    r"(?:Những người|Người|Đối tượng|Hộ|Học sinh|Cán bộ, chiến sĩ|Tổ chức, cá nhân|Cá nhân, tổ chức)(?!\w)"
    r"[^.;]{0,140}?(?<!\w)"
    r"được (?:hỗ trợ|hưởng|miễn|giảm|tặng|cấp|xét|thanh toán|trợ cấp|bồi dưỡng)"
    r"|(?:Đang|Không có|Chưa có|Có đủ)(?!\w)|(?:Trường hợp|Nếu)(?!\w)[^.]{0,200}?(?<!\w)(?:thì )?được(?!\w)"
)
# `Hồ sơ gồm: ...`, `Nội dung tuyên truyền bao gồm ...`, `Phần A: Đánh giá ...`: what something consists of.
_CONTENTS = re.compile(
    r"(?:Nội dung|Hình thức|Thành phần|Hồ sơ|Tài liệu)(?: [^.;:]{0,80}?)? (?:bao )?gồm(?!\w)"
    r"|(?:Phần|Mẫu|Biểu|Bảng|Phiếu|Chuyên đề|Câu)(?: số)? (?:[A-ZĐ]|\d{1,2}) ?[:.]"
)
_ENDS = (".", ";")


def is_task(node: Node, piece: str, duty: Duty | None, context: Context) -> bool:
    """Whether `piece` of the text of `node` is a task; `duty` is the one it opens with, if it names a body."""
    if _patterns()["issuing"].match(piece) or _AMENDING.match(piece):
        return False
    if is_formality(piece) or (node.kind == "plain" and is_basis(node.text)):
        return False
    if duty:
        return not (
            tells_of_body(node.text, duty.after)
            or tells_of_some(piece)
            or rewards(piece, 0)
            or _tells_when_and_where(piece[duty.after :])
        )
    patterns = _patterns()
    opens = begins_with_action(piece) or patterns["opening"].match(piece)
    if declares(piece) or rewards(piece, 0) or (tells_past(piece) and not opens):
        return False
    return not patterns["no_duty"].match(piece) and _is_work(node, piece, context)


_WHERE = re.compile(r"[\s,]*(?:(?:tại|ở|địa điểm:?) [^.;:]{2,140})?[\s.;]*", re.IGNORECASE)


def _tells_when_and_where(said: str) -> bool:
    """Whether all that is said of a body is a time and a place (`Cấp huyện: ngày 15/11/2023 tại Nhà thi đấu`)."""
    when = said.lstrip(" :")
    found = times(when) if said.startswith((":", " :")) and len(when) <= _SHORT else []
    return bool(found) and found[0].start == 0 and _WHERE.fullmatch(when, found[-1].end) is not None


_SHORT = 200  # characters


def _is_work(node: Node, piece: str, context: Context) -> bool:
    """Whether a piece that names nobody is work: by its part, or by the body whose duties its heading lists."""
    ended = piece.rstrip().endswith(_ENDS) or (piece.endswith(":") and lists_contents(node))
    if node.kind not in ATTACHED and context.purpose != "scope" and opens_with_hour(piece):
        return ended and len(piece[time_prefix(piece) :].split()) > 1  # an item of a programme
    if (
        _NORM.match(piece)
        or _ENTITLED.match(piece)
        or _CONTENTS.match(piece)
        or (context.purpose != "work" and _REQUIRED.match(piece))
        or context.purpose == "scope"
        or (node.kind == "plain" and not ended)
        or _is_goal_or_content(piece, context)
        or (attribute_line(node) or ("",))[0] in ("time", "other")
    ):
        return False
    if context.lead:
        return len(piece.split()) > 2
    if (context.purpose == "work" or node.kind == "plain") and is_to_come(piece):
        return True
    action = _patterns()["action"]
    begins = begins_with_action(piece) or bool(action.match(piece.partition(":")[2].strip()))
    if context.purpose == "work":
        if begins or (ended and len(piece) > 60):
            return True
        if node.kind not in ATTACHED and names_event(piece):
            return True
        return _is_short_item(node, piece) and is_work_by_head(piece, ended=ended)
    return begins and ended and (node.kind not in (*ATTACHED, "article") or repeats_heading(node))


def repeats_heading(node: Node) -> bool:
    """Whether a paragraph begins with the words of the item it stands under, and says more: it is the item in full."""
    over = node.parent
    if node.kind != "plain" or over is None or not over.marker or over.children[0] is not node:
        return False
    heading = over.text.rstrip(" .;:").lower()
    return (
        len(heading.split()) > 2
        and len(node.text) > len(over.text) + _MORE
        and node.text[: len(heading)].lower() == heading
    )


_MORE = 8  # characters by which a paragraph says more than its heading


def _is_goal_or_content(piece: str, context: Context) -> bool:
    timeless = piece[time_prefix(piece) :]
    if _patterns()["goal"].match(timeless):
        return True
    if (
        context.lead
        or not _patterns()["content"].match(timeless)
        or reports(timeless)
        or is_to_come(timeless)
    ):
        return False
    said = piece.partition(":")[2].strip()
    return not (SENDS_TO.match(said) or (piece.startswith("Về ") and begins_with_action(said)))


# A paper that is to be sent, or work that is to be over, by a day: the sentence asks for it without a verb of its own.
_TO_COME = re.compile(
    r"(?:(?:Các|Mọi) )?(?i:Hồ sơ|Danh sách|Báo cáo|Kế hoạch|Văn bản|Kết quả|Biên bản|Phương án|Ý kiến|Bài"
    r"|Sản phẩm|Tin, bài|Danh mục|Đề xuất|Thông tin|Số liệu|Góp ý|Phiếu|Biểu mẫu|Dự toán|Đề án|Tài liệu)(?!\w)"
    r"[^.;:]{0,140}?(?<!\w)(?:gửi|nộp|chuyển)(?: \w+)? (?:về|đến|cho|lên|qua|trước|chậm nhất)(?!\w)"
    r"(?:[^.;]|\.(?=\w)){0,300}?(?<!\w)"
    r"(?=(?:trước|chậm nhất|muộn nhất|trong|đến hết) [^.;]{0,12}\d)"
    r"|Việc [^.;:]{3,160} (?:hoàn thành|kết thúc|xong)(?: xong)? (?=(?:trước|chậm nhất|muộn nhất|trong) [^.;]{0,12}\d)"
)


def is_to_come(piece: str) -> bool:
    """Whether a sentence says by when a paper is to be sent or work to be over (`Hồ sơ gửi về Sở A trước ngày ...`).

    >>> is_to_come("Hồ sơ gửi về Sở Nội vụ trước ngày 01/10/2024."), is_to_come("Hồ sơ gồm đơn và lý lịch.")
    (True, False)
    """
    return _TO_COME.match(piece) is not None


_REPORTS = re.compile(r"\W*[Bb]áo cáo [^.;:]{3,200}")
_TO = re.compile(
    r"(?<!\w)(?:(?:về|cho|lên|tới|đến|gửi) (?=\w)|(?P<by>trước (?=ngày|tháng|quý|\d)|chậm nhất |định kỳ "
    r"|(?:hằng|hàng|mỗi) (?=ngày|tuần|tháng|quý|năm)"
    r"|(?:một|1|01) lần(?!\w)))"
)


def reports(piece: str) -> bool:
    """Whether `Báo cáo ...` says what to do, for whom or by when, and is not the name of a paper."""
    said = _REPORTS.match(piece)
    places = _TO.finditer(piece, 0, said.end()) if said else ()
    return any(place["by"] or body_at(piece, place.end()) is not None for place in places)


def _is_short_item(node: Node, piece: str) -> bool:
    """A marked item of some words that is no line of a label and its value (`Địa điểm: Hội trường xã.`)."""
    return node.kind not in ATTACHED and len(piece.split()) > 3 and ":" not in piece
