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
    r"|Ủy ban (?:Trung ương )?(?:Mặt trận|MTTQ)(?: [Tt]ổ quốc)?(?: Việt Nam| VN)?|UB ?MTTQ ?(?:VN|Việt Nam)?|UBMT|MTTQ"
    r"(?: Việt Nam| VN)?|Mặt trận [Tt]ổ quốc(?: Việt Nam)?|Quốc hội|Chính phủ|Thủ tướng Chính phủ|Chủ tịch nước"
    r"|Tỉnh ủy|Thành ủy|Huyện ủy|Thị ủy|Quận ủy|Bộ Chính trị|Ban Bí thư|Trung ương Đảng|Đảng ủy"
    r"|Ban Thường vụ|Ban Chấp hành|Tỉnh [Đđ]oàn|Thành [Đđ]oàn|Huyện [Đđ]oàn|Thị [Đđ]oàn|Quận [Đđ]oàn|Kiểm toán [Nn]hà nước|BHXH"
    r"|Bảo hiểm [Xx]ã hội|Kho bạc [Nn]hà nước|KBNN|NHCSXH|PGD NHCSXH|Bộ đội [Bb]iên phòng|BĐBP|Công an|Quân sự"
    r"|Chính quyền|chính quyền|Cấp ủy|cấp ủy|Thanh tra|Cổng [Tt]hông tin điện tử|Trạm [Yy] tế|Báo và [Pp]hát thanh,? ?[Tt]ruyền hình|Trung tâm [Yy] tế|Văn phòng Chính phủ|Đoàn TNCS Hồ Chí Minh"
    r"|Trung tâm [Pp]hục vụ hành chính công|Văn phòng (?:Đoàn đại biểu Quốc hội và )?(?:HĐND|Hội đồng nhân dân)(?: và (?:UBND|Ủy ban nhân dân))?"
)
# Heads that take a field of work with capitals.
_FIELDED = (
    r"Trung ương (?:Hội|Đoàn)|Bộ|Sở|Ty|Phòng|phòng|Ban|Cục|Tổng cục|Chi cục|Vụ|Viện|Văn phòng|Trung tâm|Trường|Bệnh viện|Trạm|Hội|Liên đoàn"
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
    r"|[Tt]hành viên|[Tt]hường trực|Tổ trưởng|Trưởng|Đảng ủy|Đảng đoàn|Ban cán sự đảng|Ban Thường vụ|Ban Chấp hành(?: Đảng bộ)?"
    r"|[Đđ]ại biểu|Đoàn đại biểu|Cán bộ|Công chức"
)
_GROUP_NOUN = (  # the longest first
    r"(?:chủ (?:dự án|chương trình|rừng|hộ|cơ sở)|(?:huyện|thành|thị|quận|tỉnh|đảng) ủy|ban cán sự(?: đảng)?"
    r"|khu công nghiệp|doanh nghiệp|tổng công ty|chính quyền|cấp ủy đảng|tổ đại biểu|biên phòng|chủ đầu tư"
    r"|hợp tác xã|khu dân cư|nhà trường|thành viên|tiểu dự án|tổ dân phố|địa phương|bệnh viện|chi nhánh"
    r"|lực lượng|ngân hàng|người dân|thành phố|trung tâm|văn phòng|đảng đoàn|học viện|hội đồng|hợp phần"
    r"|nhà thầu|nhân dân|thị trấn|tập đoàn|đoàn thể|đại biểu|đồng chí|bộ phận|chi cục|cá nhân|công an"
    r"|công ty|cơ quan|khu phố|nhà máy|quân sự|tổ chức|đảng bộ|đặc khu|chi bộ|cấp ủy|phường|thị xã|trường"
    r"|đơn vị|ủy ban|cơ sở|huyện|ngành|phòng|buôn|làng|nhóm|quận|thôn|trạm|tỉnh|viện|đoàn|ban"
    r"|báo(?! chí| cáo)|bản|cấp|cục|hạt|hội|quỹ|đài|đồn|đội|bộ|sở|tổ|vụ|xã(?! hội)|ấp"
    r")(?!\w)"
)
_GROUP = (
    r"(?:[Tt]ất cả )?(?:[Cc]ác|[Mm]ột số|[Nn]hững|[Tt]ừng|[Mm]ọi|[Tt]oàn thể|[Mm]ỗi) (?i:"
    + _GROUP_NOUN
    + r")"
    r"|(?:Sở|sở),? (?:[Bb]an|ngành)(?!\w)|(?:Bộ|bộ),? ngành(?!\w)|(?:Phòng|phòng),? ban(?!\w)"
)
_LEVELS = r"(?:Cấp|cấp) (?:tỉnh|huyện|xã(?! hội)|cơ sở|trung ương|thành phố|quận|phường)"
_BARE_GROUP = r"Địa phương(?!\w)"


@lru_cache(maxsize=1)
def _head() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w/-])(?:(?P<role>(?:[Cc]ác )?(?:{_ROLE}))"
        rf"(?= [{UPPER}]| các| sở| huyện| tỉnh| xã| cơ quan| đơn vị| khoa|,|:|;|\.|$| bệnh viện)"
        rf"|(?P<group>{_GROUP})|(?P<levels>{_LEVELS}|{_BARE_GROUP})"
        rf"|(?P<whole>{_WHOLE})(?!\w)|(?P<open>{_OPEN})(?!\w)|(?P<fielded>{_FIELDED})(?= [{UPPER}]| (?:tỉnh|huyện|xã|thành phố|quận|khu vực|thị xã|phường)(?! hội))"
        rf"|(?P<field>(?:[Ss]ở|[Pp]hòng|Bộ|Ban))(?= {_field().pattern}))"
    )


_PLACE_NAME = (
    rf"(?:Huế|[{UPPER}][{LOWER}']+(?:(?:[ -][{UPPER}][{LOWER}']+){{1,3}}|(?! [{LOWER}]))|\d{{1,2}}(?!\d))"
)
_LEVEL_WORD = r"(?:tỉnh|huyện|quận|thị xã|thành phố|TP\.?|xã(?! hội)|phường|thị trấn|đặc khu|(?:thôn|ấp|buôn|bản)(?= [A-ZĐ]))"
_LEVEL = re.compile(
    rf"(?:(?:thuộc |của |tại |ở |trên địa bàn |trên toàn |toàn |trong )?(?:các )?{_LEVEL_WORD}(?:(?:,| và|,? hoặc) {_LEVEL_WORD})*"
    rf"(?: trực thuộc [Tt]rung ương)?(?:(?: có rừng| ven biển| miền núi| biên giới)+)?(?: {_PLACE_NAME}(?![{LOWER}]))?"
    r"|các cấp|(?:thuộc |của )?(?:Trung ương|trung ương|cơ sở)"
    r"|cấp (?:tỉnh|huyện|xã|cơ sở|trung ương)(?:(?:,| và|,) cấp (?:tỉnh|huyện|xã|cơ sở))*|khu vực(?: [IVX]+)?|(?:Tỉnh|Thành|Huyện|Thị|Quận|tỉnh|thành|huyện) ủy|trong ngành|toàn ngành)(?!\w)"
)
_MODIFIER = re.compile(
    r"(?:có liên quan|liên quan|trực thuộc|ngang bộ|chuyên môn|chức năng|khác|thành viên|đoàn thể|được phân công|được giao(?! \w+ \w+ chủ)"
    r"|chính trị ?[-,]? ?xã hội ?-? ?(?:nghề nghiệp)?|sự nghiệp|báo chí|thông tấn|chính quyền|chủ quản|công lập|học|mầm non"
    r"|tiểu học|phổ thông|THPT|THCS|quần chúng|xã hội(?: ?- ?nghề nghiệp)?|nhà nước|truyền thông|đầu mối|cùng cấp|đóng chân"
    r"|đứng chân|hữu quan|nghiệp vụ|thường trú|tư vấn|kinh tế|vũ trang|ủy viên|thành phần|sản xuất(?:,? kinh doanh)?|này|nêu trên"
    r"|y tế|giáo dục|khám bệnh,? chữa bệnh|tôn giáo|quốc tế|tín dụng|chính sách|hành chính|tham mưu giúp việc|nông thôn|trên địa bàn"
    r"|dân cử|tư pháp|quản lý nhà nước|[đĐ]ảng|cơ sở [đĐ]ảng)(?!\w)"
)
_MORE_MODIFIER = re.compile(r", ?| và ")
_ORGANISED = re.compile(
    r"tổ chức(?!\s*(?:,|;|và |hội|có |[đĐ]ảng|cơ sở|chính trị|đoàn thể|xã hội|tôn giáo|quốc tế|kinh tế|liên quan|khác|tín dụng|$|\.|:|\())",
    re.IGNORECASE,
)
_PERIOD = re.compile(r",? ?(?:giai đoạn|nhiệm kỳ) \d{4} ?- ?\d{4}")
_BRACKET = re.compile(r" ?\([^()\n]{1,120}\)")
_INNER_BRACKET = re.compile(r" ?\([^()\n]{1,30}\)(?= (?:các |cấp |tỉnh|huyện|xã))")
_CAPITAL = re.compile(rf"[{UPPER}&][\w&'.]*(?:-(?=[{UPPER}])[\w&']+)*")
_SMALL = re.compile(rf"[{LOWER}]+")
_STEP = re.compile(r" ?[-–&] ?| (?:và )?| ")
_STOP_WORD = re.compile(
    r"(?:để|theo|về|khi|nếu|do|từ|đến|trước|sau|cho|thì|này|nhằm|vào|bằng|như|hoặc|nhất là|đối với|với|mà|rồi|chưa|tại|trong"
    r"|xem xét|kể từ|đã|không|ngay|(?:hàng|hằng) (?:năm|quý|tháng|tuần|ngày)|cả|sâu sát|đúng|số|việc|định kỳ|các|những|và|được|là|có)(?!\w)"
)
_OTHER = re.compile(rf"(?:,| và| cùng với| cùng) (?=(?:{_WHOLE}|{_OPEN}|{_GROUP}|(?:{_FIELDED}) [{UPPER}]))")
_LAST_CLAUSE = re.compile(r"[^;:.\n(]{0,140}")
_OF = re.compile(r" (?:của|thuộc|trực thuộc|tại) ")
_MORE_NOUN = re.compile(
    rf"(?:,\s?| ?- ?|,? và (?=(?:thị trấn|thị xã|thành phố|phường|đặc khu)(?!\w)))(?P<noun>(?i:{_GROUP_NOUN}))"
)
_NEXT_NOUN = re.compile(rf" (?P<noun>{_GROUP_NOUN})")
_FIELD_LIKE = re.compile(
    r"(?:Công an|Quân sự|Thanh tra|Hội|Quỹ|Trường|Đại học|Ngân hàng|Bảo hiểm|Đoàn|Ban|Văn phòng|Báo|Đài|Liên hiệp)(?!\w)"
)


@lru_cache(maxsize=1)
def _verb() -> re.Pattern[str]:
    return re.compile(any_of("action", "modal"))


_STRONG_VERB = re.compile(
    r"(?:chủ trì|chịu trách nhiệm|phối hợp|tiếp tục|có trách nhiệm|có nhiệm vụ|tổ chức|tham mưu|phân công|theo dõi"
    r"|chỉ đạo|hướng dẫn|căn cứ|thường xuyên|phải|cần|sẽ|ban hành|báo cáo|giúp|kiểm tra|đôn đốc|tăng cường|xem xét|đánh giá"
    r"|họp|hoàn thành|rà soát|được|về|là|để|thực hiện các|triển khai các|thành lập|tại|trước|đề nghị|yêu cầu|phê duyệt"
    r"|quy định|chịu|trình (?=UBND|Ủy ban|Ban|Thủ|HĐND|Hội|Bộ|cấp))(?!\w)"
)


@lru_cache(maxsize=1)
def _field() -> re.Pattern[str]:
    """Fields of work that the rulebook knows (`Lao động - Thương binh và Xã hội`), however their parts are joined."""
    from rulebook.tables import government_fields

    names = sorted({row.name for row in government_fields()}, key=lambda name: (-len(name), name))
    parts = (re.split(r"\s*[-,&]\s*|\s+và\s+", name) for name in names)
    join = r"(?:\s*[-–,&]\s*|\s+và\s+)"
    return re.compile(
        "(?:"
        + "|".join(join.join(re.escape(p).replace(r"\ ", r"\s+") for p in ps) for ps in parts)
        + r")(?!\w)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _province() -> re.Pattern[str]:
    from rulebook.tables import provinces

    names = sorted(
        {name for row in provinces() for name in (row.name, *row.variants)}, key=lambda n: (-len(n), n)
    )
    return re.compile(rf"(?:- )?(?:{'|'.join(map(re.escape, names))})(?!\w| [{UPPER}])")


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
    head = _head().match(text, start)
    if not head:
        return None
    if head["role"]:
        return _role_end(text, head.end())
    if head["group"] or head["levels"]:
        return _group_end(text, head.end())
    if head["open"]:
        return _complement_end(text, head.end())
    if head["whole"]:
        return _level_end(text, head.end())
    return _name_end(text, head.end())


def body_list(text: str, start: int) -> tuple[list[Span], int]:
    """The bodies named one after another from `start` (parted by comma, semicolon or `và`), and where they end.

    >>> text = "Sở Y tế, BHXH tỉnh và các đơn vị liên quan tổ chức"
    >>> [text[a:b] for a, b in body_list(text, 0)[0]]
    ['Sở Y tế', 'BHXH tỉnh', 'các đơn vị liên quan']
    """
    found: list[Span] = []
    here = start
    while (end := body_at(text, here) or _bare_group_at(text, here, found)) is not None:
        found.append(Span(here, end))
        bracket = _BRACKET.match(text, end)
        after = bracket.end() if bracket else end
        part = _PART.match(text, after)
        if not part or (
            body_at(text, part.end()) is None and _bare_group_at(text, part.end(), found) is None
        ):
            return found, after
        here = part.end()
    return found, found[-1].end if found else start


_PART = re.compile(
    r"\s*(?:[,;]?\s*(?:và|cùng với|cùng|hoặc|phối hợp với(?= \w+ \w+ chủ trì))\s+(?:với\s+)?|[,;]\s*)"
)
_BARE_NOUN = re.compile(
    r"(?:địa phương|đơn vị|cơ quan|đoàn thể|tổ chức (?:chính trị|đoàn thể|có liên quan|liên quan)|doanh nghiệp|chính quyền|nhân dân"
    r"|cá nhân|thành viên)(?!\w)"
)


def _bare_group_at(text: str, start: int, found: list[Span]) -> int | None:
    """`các Sở, ban, ngành và địa phương`: a group noun alone, after `và` and another group."""
    if (
        not found
        or not text[:start].rstrip().endswith(("và", "cùng", "với"))
        or not _BARE_NOUN.match(text, start)
    ):
        return None
    noun = _BARE_NOUN.match(text, start)
    return _group_end(text, noun.end()) if noun else None


def bodies(text: str) -> Iterator[Span]:
    """Every name of a body in `text`, in order, none inside another."""
    here = 0
    while head := _head().search(text, here):
        end = body_at(text, head.start())
        if end is None or end <= head.start():
            here = head.end()
            continue
        yield Span(head.start(), end)
        here = end


def _name_end(text: str, here: int) -> int:
    """The end of a name of which the text up to `here` is known: field, capitals, level and place, period."""
    field = _field().match(text, here + 1) if text[here : here + 1] == " " else None
    return _level_end(text, field.end() if field else _capitals_end(text, here))


def _capitals_end(text: str, here: int) -> int:
    """Words with capitals, each followed by at most three without, as compounds are written (`Chính sách xã hội`)."""
    begin, small = here, 9
    while step := _STEP.match(text, here):
        after = step.end()
        if word := _CAPITAL.match(text, after):
            if (
                here > begin
                and _head().match(text, after)
                and not (step.group() == " " and _FIELD_LIKE.match(text, after))
            ):
                return here
            here, small = word.end(), 0
            continue
        if step.group() != " " or small >= 3 or _LEVEL.match(text, after) or _STOP_WORD.match(text, after):
            return here
        word = _SMALL.match(text, after)
        if not word or _verb().match(text, after):
            return here
        here, small = word.end(), small + 1
    return here


def _level_end(text: str, here: int) -> int:
    while True:
        found = (
            text[here : here + 1] == " "
            and (_LEVEL.match(text, here + 1) or _province().match(text, here + 1))
        ) or (_PERIOD.match(text, here))
        if not found:
            return here
        here = found.end()


def _role_end(text: str, here: int) -> int:
    if text[here : here + 1] != " ":
        return here
    inner = body_at(text, here + 1)
    if inner is None and (noun := _NEXT_NOUN.match(text, here)) and not _is_verb(text, noun.start("noun")):
        return _group_end(text, noun.end())
    return inner if inner is not None else _name_end(text, here)


def _complement_end(text: str, here: int) -> int:
    """A committee's name runs to its level word, or else to the verb of its duty."""
    if bracket := _INNER_BRACKET.match(text, here):
        here = bracket.end()
    direct = _level_end(text, here)
    if direct > here:
        return direct
    clause = _LAST_CLAUSE.match(text, here)
    limit = clause.end() if clause else here
    if other := _OTHER.search(text, here, limit):
        limit = other.start()
    if verb := _STRONG_VERB.search(text, here, limit):
        limit = verb.start()
    level = next(
        (found for found in _LEVEL.finditer(text, here, limit) if text[found.start() - 1] == " "), None
    )
    end = _level_end(text, level.end()) if level else here + len(text[here:limit].rstrip(" ,"))
    return (
        end
        if level or verb or other or text[limit : limit + 1] in ("", ".", ";", ":", "\n")
        else _name_end(text, here)
    )


def _group_end(text: str, here: int) -> int:
    """`các sở, ban, ngành liên quan`: more group nouns after commas, then what narrows the group."""
    while True:
        more = _MORE_NOUN.match(text, here) or _NEXT_NOUN.match(text, here)
        if more and not _is_verb(text, more.start("noun")) and not _is_specific(text, more.start("noun")):
            here = more.end()
            continue
        if (
            (joined := _MORE_MODIFIER.match(text, here))
            and _MODIFIER.match(text, joined.end())
            and _narrowed(text, here)
            and not _is_specific(text, joined.end())
        ):
            here = joined.end() + len(_MODIFIER.match(text, joined.end()).group())  # type: ignore[union-attr]
            continue
        if text[here : here + 1] == " " and (
            narrow := _LEVEL.match(text, here + 1) or _MODIFIER.match(text, here + 1)
        ):
            here = narrow.end()
            continue
        inner_of = _OF.match(text, here)
        begin = inner_of.end() if inner_of else here + 1 if text[here : here + 1] == " " else len(text)
        inner = body_at(text, begin) if inner_of or text[begin : begin + 1].isupper() else None
        if inner is None:
            return _level_end(text, here)
        here = inner


def _narrowed(text: str, here: int) -> bool:
    """Whether the group has just been narrowed: `các cơ quan thông tấn | , báo chí`."""
    last = text[max(0, here - 12) : here].split(" ")[-1]
    return last in ("tấn", "chí", "trị", "hội", "thể", "quan", "ích") or text[:here].endswith(
        ("chuyên môn", "chính trị")
    )


def _is_verb(text: str, start: int) -> bool:
    if text[start : start + 7].lower() == "tổ chức":
        return bool(_ORGANISED.match(text, start))
    if text[start : start + 10].lower() == "hợp tác xã":
        return False
    found = _verb().match(text, start)
    return bool(found) and " " in found.group()  # type: ignore[union-attr]


def _is_specific(text: str, start: int) -> bool:
    """`, Ban Chỉ đạo` after a group begins a name of its own; `, Ban, ngành` goes on with the group."""
    head = _head().match(text, start)
    return bool(head) and (text[start].isupper() or bool(head["role"]))  # type: ignore[index]
