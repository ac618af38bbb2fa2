"""Groups of bodies (tập thể cơ quan): which names mean several, and what kinds of bodies they stand for."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from extract.names import each_body

_LEVELS = r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã(?! hội)|phường|thị trấn|đặc khu)"
_QUANTIFIER = re.compile(r"(?:tất cả )?(?:các|những|một số|mọi|từng|mỗi|toàn thể)\s+", re.IGNORECASE)
_PAIR = re.compile(r"(?:[Ss]ở|[Bb]ộ|[Pp]hòng|[Bb]an),? (?:ban|ngành|đơn vị|phòng)(?!\w)")
_SEVERAL = re.compile(
    rf" (?:các|những|từng|mọi|một số) (?:{_LEVELS}|cấp|thôn|khóm|bản|ấp|tổ dân phố|khu phố|địa phương|[Bb]ộ"
    r"|[Ss]ở|[Pp]hòng|[Bb]an(?! quản)"
    r"|đơn vị|cơ quan|trường|khoa|ngành|chi cục|cục|vụ|trạm|tổ chức|doanh nghiệp)(?!\w)"
    rf"|(?<=\w) {_LEVELS}(?:, | và |,? hoặc ){_LEVELS}(?!\w)|cấp {_LEVELS}(?:, | và )(?:cấp )?{_LEVELS}(?!\w)"
)
_OF_PROGRAMMES = re.compile(
    r"(?:Ban|Đảng ủy|Văn phòng|Hội đồng|Quỹ|Tổ|Liên hiệp) (?:[^ ]+ ){0,2}các (?!cấp|huyện|xã|tỉnh)"
)

# What the nouns of a group stand for, longest first; None: the noun tells no kind.
_NOUNS: tuple[tuple[str, str | None], ...] = (
    (r"cơ quan ngang [Bb]ộ", "ministry"),
    (r"cơ quan (?:thuộc Chính phủ|[Tt]rung ương)", "service"),
    (r"cơ quan (?:thông tấn|báo chí|truyền thông)(?:,? (?:và )?(?:báo chí|truyền thông))?|báo|đài", "media"),
    (r"tổ chức chính trị(?:\s*[-,]\s*| )xã hội|tổ chức đoàn thể|đoàn thể", "union"),
    (r"tổ chức (?:cơ sở )?[Đđ]ảng|cấp ủy(?: [Đđ]ảng)?|(?:tỉnh|huyện|thành|quận|thị|đảng) ủy|chi bộ|đảng bộ", "party"),
    (r"tổ chức tín dụng|ngân hàng", "bank"),
    (r"cơ sở giáo dục|nhà trường|trường|học viện", "school"),
    (r"cơ sở (?:khám|y tế)[^,]*(?:, chữa bệnh)?|bệnh viện|trạm y tế|phòng khám", "hospital"),
    (r"doanh nghiệp|công ty|hợp tác xã|tập đoàn|tổng công ty|nhà thầu|chủ [^ ,]+(?: [^ ,]+)?", "enterprise"),
    (r"cơ sở (?:sản xuất|kinh doanh)[^,]*", "enterprise"),
    (r"hộ(?: [^ ,]+){1,2}|cá nhân|nhân dân|người dân|công dân|ông(?:,| \(|/) ?bà\)?|đoàn viên|hội viên", "people"),
    (r"ban (?:của )?hội đồng nhân dân|tổ đại biểu", "peoples_council"),
    (r"ủy ban (?:của )?quốc hội|đoàn đại biểu quốc hội", "legislature"),
    (r"thành viên|đại biểu|đồng chí|bộ trưởng|phó [^ ,]+(?: [^ ,]+)?|ủy viên", "post"),
    (r"thôn|khóm|bản|ấp|buôn|làng|tổ dân phố|khu phố|khu dân cư", "village"),
    (r"chính quyền(?: địa phương)?|cấp chính quyền", "government"),
    (rf"địa phương|{_LEVELS}", "locality"),
    (r"tổ chức", "organisation"),
    (r"bộ(?! phận)", "ministry"),
    (r"sở", "department"),
    (r"phòng", "division"),
    (r"ngành|ban,? ngành", "sector"),
    (r"hội|hiệp hội", "association"),
    (r"chi cục|tổng cục|cục|vụ|trung tâm|trạm|hạt", "service"),
    (r"tổ|nhóm|đội|đoàn", "task_force"),
    (r"công an", "police"),
    (r"văn phòng", "office"),
    (r"ban quản lý", "management_board"),
    (r"cơ quan|đơn vị|khoa|bộ phận|lực lượng", "unit"),
    (r"ban|cấp", None),
)  # fmt: skip
_NOUN = tuple((re.compile(rf"(?:{noun})(?!\w)", re.IGNORECASE), kind) for noun, kind in _NOUNS)
_NEXT = re.compile(r"\s*(?:,|-|và|,\s*các|và các)\s+| (?=(?:ban|ngành)(?!\w))", re.IGNORECASE)
_NAMED = re.compile(r"^(?:[^,:]*? )?[Cc]ác (?:Sở|Phòng|Bộ|Ban)\s?:?\s")


@lru_cache(maxsize=20_000)
def is_group(name: str) -> bool:
    """Whether a name means several bodies.

    >>> is_group("Ủy ban nhân dân các huyện, thành phố"), is_group("Ban Chỉ đạo các chương trình mục tiêu quốc gia")
    (True, False)
    """
    if _QUANTIFIER.match(name) or _PAIR.match(name):
        return True
    return bool(_SEVERAL.search(name)) and not _OF_PROGRAMMES.match(name)


@lru_cache(maxsize=20_000)
def members_of(name: str, head_kind: Callable[[str], str | None]) -> tuple[str, ...]:
    """What a group stands for: the names of its bodies where it lists them, or else their kinds, each once.

    >>> members_of("các Sở: Nội vụ, Y tế", lambda name: None), members_of("các sở, ban, ngành", lambda name: None)
    (('Sở Nội vụ', 'Sở Y tế'), ('department', 'sector'))
    """
    if _NAMED.match(name) and len(each := each_body(name)) > 1:
        return tuple(each)
    quantifier = _QUANTIFIER.match(name)
    if quantifier is None and not _PAIR.match(name):
        kind = head_kind(name)
        return (kind,) if kind else ()
    return tuple(dict.fromkeys(_kinds(name, quantifier.end() if quantifier else 0)))


def _kinds(name: str, here: int) -> list[str]:
    found: list[str] = []
    while noun := next(((match, kind) for head, kind in _NOUN if (match := head.match(name, here))), None):
        match, kind = noun
        found += [kind] if kind else []
        gap = _NEXT.match(name, match.end())
        here = gap.end() if gap else len(name)
    return found
