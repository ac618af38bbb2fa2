"""Names of bodies (cơ quan, tổ chức) in running text: where a name begins, and where it ends.

A name is a head word (`Sở`, `UBND`, `Ban Chỉ đạo`, `Chánh Văn phòng`, `các phòng, ban`) and what belongs to it: the
field it works in, with capitals (`Nông nghiệp và Môi trường`), then its level and place (`tỉnh Lâm Đồng`, `các huyện,
thị xã`), then a period (`giai đoạn 2021-2025`). It ends before the first word that cannot belong to a name, which
most often is the verb of its duty:

    Ban Chỉ đạo các Chương trình mục tiêu quốc gia tỉnh | tiếp tục phát huy ...
    head        complement                         level  verb

So no list of names is needed to find a name, only to know it; `rulebook.naming` writes it out in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rulebook.cues import any_of

UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
LOWER = "a-zàáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"

# Bodies whose name is the head word alone, or with a level and place.
_WHOLE = (
    r"Ủy ban (?:[Nn]hân dân|Thường vụ Quốc hội|thường vụ Quốc hội)|UBND|UBTVQH|Hội đồng [Nn]hân dân|HĐND"
    r"|Ủy ban (?:Trung ương )?(?:Mặt trận|MTTQ)(?: Tổ quốc)?(?: Việt Nam| VN)?|UB ?MTTQ ?(?:VN|Việt Nam)?|UBMT|MTTQ"
    r"(?: Việt Nam| VN)?|Mặt trận [Tt]ổ quốc(?: Việt Nam)?|Quốc hội|Chính phủ|Thủ tướng Chính phủ|Chủ tịch nước"
    r"|Tỉnh ủy|Thành ủy|Huyện ủy|Thị ủy|Quận ủy|Đảng ủy|Bộ Chính trị|Ban Bí thư|Ban Chấp hành|Trung ương Đảng"
    r"|Ban Thường vụ|Tỉnh [Đđ]oàn|Thành [Đđ]oàn|Huyện [Đđ]oàn|Thị [Đđ]oàn|Quận [Đđ]oàn|Kiểm toán [Nn]hà nước|BHXH"
    r"|Bảo hiểm [Xx]ã hội|Kho bạc [Nn]hà nước|KBNN|NHCSXH|PGD NHCSXH|Bộ đội [Bb]iên phòng|BĐBP|Công an|Quân sự"
    r"|Chính quyền|chính quyền|Cấp ủy|cấp ủy|Thanh tra"
)
# Heads that take a field of work with capitals.
_FIELDED = (
    r"Bộ|Sở|Ty|Phòng|phòng|Ban|Cục|Tổng cục|Chi cục|Vụ|Viện|Văn phòng|Trung tâm|Trường|Bệnh viện|Trạm|Hội|Liên đoàn"
    r"|Liên minh|Liên hiệp|Đoàn|Đội|Tổ|Báo|Đài|Cổng|Tạp chí|Ngân hàng|Tòa án|Viện kiểm sát|Công ty|Tổng công ty|PGD"
    r"|Tập đoàn|Điện lực|Bưu điện|Viễn thông|Quỹ|Học viện|Đại học|Trường Đại học|Thư viện|Bảo tàng|Hạt|Đồn|Nhóm"
    r"|Bộ Chỉ huy|Ban Chỉ huy|Bộ Tư lệnh|Liên hiệp các|Hiệp hội|Xí nghiệp|Hợp tác xã|Nhà máy|Phân viện|Vườn quốc gia"
)
# Heads that take a complement without capitals as well.
_OPEN = (
    r"Ban [Cc]hỉ đạo|BCĐ|Ban [Qq]uản lý|Ban QLDA|BQL|Ban [Tt]ổ chức|Ban [Đđ]iều hành|Ban [Cc]hỉ huy|Ban [Gg]iám sát"
    r"|Tổ [Cc]ông tác|Tổ [Gg]iúp việc|Tổ [Cc]huyên viên|Tổ biên tập|Tổ soạn thảo|Hội đồng|Ủy ban|Đoàn [Kk]iểm tra"
    r"|Đoàn [Tt]hanh tra|Đoàn [Gg]iám sát|Đoàn [Cc]ông tác|Văn phòng [Đđ]iều phối|Văn phòng Chương trình|Tiểu ban"
    r"|Bộ phận|Tổ công nghệ số|Tổ [Hh]ỗ trợ|Ban [Pp]hát triển|Ban [Gg]iám hiệu|Ban giám đốc|Ban lãnh đạo"
)
# People who answer for a body; the body's own name follows.
_ROLE = (
    r"(?:Phó )?Chủ tịch|(?:Phó )?Thủ tướng|Bộ trưởng|Thứ trưởng|Thủ trưởng|(?:Phó |Tổng )?Giám đốc"
    r"|(?:Phó )?Chánh (?:Văn phòng|Thanh tra|án)|(?:Phó )?Trưởng (?:[Bb]an|[Pp]hòng|[Đđ]oàn|Công an|[Tt]hôn|[Bb]ản)"
    r"|Cục trưởng|Chi cục trưởng|Vụ trưởng|Viện trưởng|Tổng cục trưởng|Hiệu trưởng|(?:Phó )?Bí thư|Thống đốc|Thư ký"
    r"|Tổng Thanh tra|Chỉ huy trưởng|Chủ nhiệm|Kế toán trưởng|Người đứng đầu|người đứng đầu|Lãnh đạo|thủ trưởng"
    r"|[Tt]hành viên|[Tt]hường trực|Tổ trưởng|Trưởng"
)
_GROUP_NOUN = (
    r"bộ|sở|ban|ngành|phòng|đơn vị|cơ quan|địa phương|đoàn thể|hội|tổ chức|doanh nghiệp|xã|phường|thị trấn|huyện"
    r"|thị xã|thành phố|tỉnh|quận|đặc khu|trường|bệnh viện|cơ sở|cấp|cấp ủy|chính quyền|thành viên|lực lượng"
    r"|chủ đầu tư|chủ (?:dự án|chương trình|rừng|hộ|cơ sở)|nhà thầu|hợp tác xã|thôn|bản|ấp|buôn|làng|tổ dân phố"
    r"|khu phố|khu dân cư|cá nhân|bộ phận|nhà trường|ủy ban|công ty|ngân hàng|trung tâm|trạm|chi cục|cục|vụ|viện"
    r"|báo|đài|đồng chí|tiểu dự án|hội đồng|văn phòng|chi nhánh|đồn|hạt|tổ|nhóm|đội|đoàn|tập đoàn|tổng công ty"
    r"|công an|quân sự|biên phòng|nhân dân|người dân|chi bộ|đảng bộ|học viện|quỹ|nhà máy|chủ tịch|thủ trưởng|giám đốc"
)
_GROUP = (
    r"(?:[Tt]ất cả )?(?:[Cc]ác|[Mm]ột số|[Nn]hững|[Tt]ừng|[Mm]ọi|[Tt]oàn thể|[Mm]ỗi) (?:" + _GROUP_NOUN + r")(?!\w)"
)
_LEVELS = r"(?:Cấp|cấp) (?:tỉnh|huyện|xã|cơ sở|trung ương|thành phố|quận|phường)"
_BARE_GROUP = r"(?:Địa phương|Đơn vị|Các địa phương)(?!\w)"

_HEAD = re.compile(
    rf"(?<![\w/-])(?:(?P<group>{_GROUP})|(?P<levels>{_LEVELS}|{_BARE_GROUP})"
    rf"|(?P<role>(?:[Cc]ác )?(?:{_ROLE}))(?= [{UPPER}]| các| sở| huyện| tỉnh| xã| cơ quan| đơn vị| khoa|,|:|;|\.|$| bệnh viện)"
    rf"|(?P<whole>{_WHOLE})(?!\w)|(?P<open>{_OPEN})(?!\w)|(?P<fielded>{_FIELDED})(?= [{UPPER}]))"
)

_PLACE_NAME = rf"(?:[{UPPER}][{LOWER}']+(?:[ -][{UPPER}][{LOWER}']+){{0,3}}|\d{{1,2}})"
_LEVEL_WORD = r"(?:tỉnh|huyện|quận|thị xã|thành phố|TP\.?|xã|phường|thị trấn|đặc khu|thôn|ấp|bản|buôn)"
_LEVEL = re.compile(
    rf"(?:(?:thuộc |của |tại |ở |trên địa bàn )?(?:các |các cấp, )?{_LEVEL_WORD}(?:(?:,| và|,? hoặc) {_LEVEL_WORD})*"
    rf"(?: trực thuộc Trung ương)?(?:(?: nơi| có rừng| ven biển| miền núi| liên quan)+)?(?: {_PLACE_NAME}(?![{LOWER}]))?"
    r"|các cấp|(?:cấp |thuộc |của )?(?:tỉnh|huyện|xã|Trung ương|trung ương|cơ sở)|cấp (?:tỉnh|huyện|xã)"
    r"(?:(?:,| và|,) (?:cấp )?(?:tỉnh|huyện|xã))*|khu vực(?: [IVX]+)?|ngành dọc)(?!\w)"
)
_MODIFIER = re.compile(
    r"(?:có liên quan|liên quan|trực thuộc|chuyên môn|chức năng|khác|thành viên|đoàn thể|được phân công|được giao"
    r"|chính trị ?-? ?,? ?xã hội ?-? ?(?:nghề nghiệp)?|đoàn thể chính trị ?- ?xã hội|sự nghiệp|báo chí|thông tấn"
    r"|chính quyền|chủ quản|thuộc(?! diện| lĩnh)|của|trong|ở|trên địa bàn|ngoài|công lập|học|mầm non|tiểu học|phổ thông"
    r"|THPT|THCS|quần chúng|xã hội(?: - nghề nghiệp)?|nhà nước|truyền thông|tổng hợp|y tế|giáo dục|đầu mối|địa phương"
    r"|cùng cấp|đóng chân|đứng chân|hữu quan|nghiệp vụ|thường trú|tư vấn|kinh tế|vũ trang|toàn (?:tỉnh|huyện|xã)"
    r"|ủy viên|cơ sở|dự án|tiểu dự án|thành phần|sản xuất|kinh doanh|này|nêu trên|trên|tại|quản lý|đại diện)(?!\w)"
)
_PERIOD = re.compile(r"(?:giai đoạn|nhiệm kỳ) \d{4} ?- ?\d{4}")
_BRACKET = re.compile(r" ?\([^()\n]{1,120}\)")
_CAPITAL = re.compile(rf"[{UPPER}&][\w&'.]*(?:-(?=[{UPPER}])[\w&']+)*")
_SMALL = re.compile(rf"[{LOWER}]+")
_STOP_WORD = re.compile(
    r"(?:để|theo|về|khi|nếu|do|từ|đến|trước|sau|cho|thì|này|nhằm|vào|bằng|như|hoặc|nhất là|đối với|với|mà|rồi|chưa"
    r"|xem xét|kể từ|đã|không|ngay|hàng|hằng|cả|sâu sát|đúng|số|việc|định kỳ)(?!\w)"
)


@lru_cache(maxsize=1)
def _verb() -> re.Pattern[str]:
    return re.compile(any_of("action", "modal"))


@lru_cache(maxsize=1)
def _strong_verb() -> re.Pattern[str]:
    return re.compile(
        r"(?:chủ trì|chịu trách nhiệm|phối hợp|tiếp tục|có trách nhiệm|có nhiệm vụ|tổ chức|tham mưu|phân công|theo dõi"
        r"|chỉ đạo|hướng dẫn|căn cứ|thường xuyên|phải|cần|sẽ|ban hành|báo cáo|giúp|kiểm tra|đôn đốc|tăng cường|xem xét"
        r"|trình|họp|hoàn thành|rà soát|được|về|là|để|thực hiện các|triển khai các|thành lập|tại|trong|trước|đề nghị|yêu cầu)(?!\w)"
    )


@lru_cache(maxsize=1)
def _field() -> re.Pattern[str]:
    """Fields of work of the bodies that the rulebook knows (`Lao động - Thương binh và Xã hội`)."""
    from rulebook.tables import government_fields

    plain = sorted({row.name for row in government_fields()}, key=lambda name: (-len(name), name))
    parts = (re.split(r"\s*[-,&]\s*|\s+và\s+", name) for name in plain)
    join = r"(?:\s*[-–,&]\s*|\s+và\s+)"
    return re.compile(
        "(?:" + "|".join(join.join(re.escape(p).replace(r"\ ", r"\s+") for p in ps) for ps in parts) + r")(?!\w)", re.I
    )


class Span(NamedTuple):
    """A piece of the text, by offsets in characters."""

    start: int
    end: int


def body_at(text: str, start: int) -> int | None:
    """The offset at which the name of a body that begins at `start` ends, or `None` where none begins.

    >>> text = "Sở Y tế chủ trì, phối hợp với các sở, ngành liên quan tổ chức thực hiện"
    >>> text[: body_at(text, 0)]
    'Sở Y tế'
    """
    head = _HEAD.match(text, start)
    if not head:
        return None
    if head["group"]:
        return _group_end(text, head.end())
    if head["role"]:
        return _role_end(text, head.end())
    if head["open"]:
        return _complement_end(text, head.end())
    return _name_end(text, head.end())


def body_list(text: str, start: int) -> tuple[list[Span], int]:
    """The bodies named one after another from `start` (parted by comma, semicolon or `và`), and where they end.

    >>> text = "Sở Y tế, BHXH tỉnh và các đơn vị liên quan tổ chức"
    >>> [text[a:b] for a, b in body_list(text, 0)[0]]
    ['Sở Y tế', 'BHXH tỉnh', 'các đơn vị liên quan']
    """
    found: list[Span] = []
    here = start
    while (end := body_at(text, here)) is not None:
        found.append(Span(here, end))
        bracket = _BRACKET.match(text, end)
        after = bracket.end() if bracket else end
        part = _PART.match(text, after)
        if not part or body_at(text, part.end()) is None:
            return found, after
        here = part.end()
    return found, found[-1].end if found else start


_PART = re.compile(r"\s*(?:[,;]?\s*(?:và|cùng với|cùng)\s+(?:với\s+)?|[,;]\s*)")


def bodies(text: str) -> Iterator[Span]:
    """Every name of a body in `text`, in order, none inside another."""
    here = 0
    while head := _HEAD.search(text, here):
        end = body_at(text, head.start())
        if end is None or end <= head.start():
            here = head.end()
            continue
        yield Span(head.start(), end)
        here = end


def _name_end(text: str, here: int) -> int:
    """The end of a name of which the text up to `here` is known: field, capitals, level and place, period."""
    field = _field().match(text, here + 1) if text[here : here + 1] == " " else None
    here = field.end() if field else _capitals_end(text, here)
    return _level_end(text, here)


def _capitals_end(text: str, here: int) -> int:
    small = 9  # how many words without a capital have followed the last one with
    while True:
        step = re.compile(r" ?[-–&] ?| (?:và )?| ").match(text, here)
        if not step:
            return here
        after = step.end()
        if (word := _CAPITAL.match(text, after)) and not (step.group().strip() == "và" and _HEAD.match(text, after)):
            if _HEAD.match(text, after) and step.group() == " " and not _FIELD_LIKE.match(text, after):
                return here
            here, small = word.end(), 0
            continue
        if step.group() != " " or small >= 3 or _LEVEL.match(text, after) or _STOP_WORD.match(text, after):
            return here
        word = _SMALL.match(text, after)
        if not word or _verb().match(text, after):
            return here
        here, small = word.end(), small + 1


_FIELD_LIKE = re.compile(r"(?:Công an|Quân sự|Thanh tra|Hội|Quỹ|Trường|Đại học|Ngân hàng|Bảo hiểm|Đoàn|Ban|Văn phòng)(?!\w)")


def _level_end(text: str, here: int) -> int:
    while text[here : here + 1] == " ":
        found = _LEVEL.match(text, here + 1) or _PERIOD.match(text, here + 1)
        if not found or _verb().match(text, here + 1):
            place = re.compile(rf" (?:{_PLACE_NAME})(?! ?[{LOWER}])").match(text, here)
            return here
        here = found.end()
    return here


def _role_end(text: str, here: int) -> int:
    if text[here : here + 1] != " ":
        return here
    inner = body_at(text, here + 1)
    return inner if inner is not None else _name_end(text, here)


def _complement_end(text: str, here: int) -> int:
    """A committee's name runs to its level word, or else to the verb of its duty."""
    if text[here : here + 1] == " " and _CAPITAL.match(text, here + 1):
        here = _name_end(text, here)
    clause = re.compile(r"[^;:.\n(]{0,140}").match(text, here)
    stop = _strong_verb().search(text, here, clause.end() if clause else here)
    limit = stop.start() if stop else (clause.end() if clause else here)
    end = here
    for level in _LEVEL.finditer(text, here, limit):
        if level.start() > 0 and text[level.start() - 1] == " ":
            end = level.end()
            break
    if end == here and stop:
        end = limit
    return _level_end(text, len(text[:end].rstrip(" ,")) if end > here else here)


def _group_end(text: str, here: int) -> int:
    """`các sở, ban, ngành liên quan`: more group nouns after commas, then what narrows the group."""
    noun = re.compile(rf"(?:, ?| - | và (?=(?:thị trấn|thị xã|thành phố|phường|đặc khu)\b)| )(?:{_GROUP_NOUN})(?!\w)", re.I)
    while True:
        more = noun.match(text, here)
        if more and not _verb().match(text, more.end() - len(more.group().lstrip(", -"))):
            here = more.end()
            continue
        if text[here : here + 1] != " ":
            return here
        level = _LEVEL.match(text, here + 1)
        modifier = _MODIFIER.match(text, here + 1)
        if level or modifier:
            here = max(m.end() for m in (level, modifier) if m)
            continue
        inner = body_at(text, here + 1) if text[:here].endswith((" của", " thuộc", " thành viên")) else None
        if inner is not None:
            return inner
        return here
