"""How far the name of a committee runs (ban chỉ đạo, ban tổ chức, hội đồng): any words may belong to it, up to its
level or to the verb of its duty.

    Ban Chỉ đạo các Chương trình mục tiêu quốc gia tỉnh | tiếp tục phát huy ...
    Ban Tổ chức giải | chuẩn bị sân
"""

from __future__ import annotations

import re

from extract.body_words import FIELDED, GROUP, LEVEL, NAME_END, OPEN, ROLE, UPPER, WHOLE, verb
from extract.name_words import level_end, name_end, noun_before

# A verb behind them is no complement.
_NAMED_IN_FULL = ("Ban Giám", "Ban giám", "Ban lãnh đạo", "Tổ chuyên môn")
# `Ban Tổ chức giải | chuẩn bị sân`: their names hold an event or nothing, so that the first such verb is their duty's.
_HOSTS = ("Ban Tổ chức", "Ban Giám", "Ban tổ chức", "Ban giám", "Ban lãnh đạo")
_HOSTS_ACT = re.compile(
    r"Ban(?: (?!và )[^\s,.;:()]+){2,8}?"
    r"(?= (?:chuẩn bị|bố trí|thông báo|phân công|mời|nộp|gửi|lập|cử|trang trí|đón tiếp|thống nhất|nhắc nhở|công bố"
    r"|trao|ra quyết định|quyết định)(?!\w))"
)


def committee_end(found: re.Match[str]) -> int:
    """The offset at which the name of a committee ends of which the head word is found."""
    text, here = found.string, found.end()
    if ", " in found[0]:  # `Đoàn kiểm tra, đánh giá`, with its duty behind it
        return level_end(text, here)
    if found[0].startswith(_NAMED_IN_FULL) and verb().match(text, here + 1):
        return here
    acts = _HOSTS_ACT.match(text, found.start()) if found[0].startswith(_HOSTS) else None
    return acts.end() if acts else _of_all(text, complement_end(text, here))


# `Ban Chỉ đạo các cấp, các ngành`: those of every level and every sector are one collective.
_OF_ALL = re.compile(r"(?:,| và) các (?:cấp|ngành)(?=,| và |:| [^\W\d_]|$)(?! (?:có )?liên quan| khác)")
_OF_SOME = (" các cấp", " các ngành")


def _of_all(text: str, end: int) -> int:
    sectors = " các ngành"
    if text.startswith(sectors, end):
        end += len(sectors)
    more = _OF_ALL.match(text, end) if text.endswith(_OF_SOME, 0, end) else None
    return more.end() if more else end


_INNER_BRACKET = re.compile(r" ?\([^()\n]{1,30}\)(?= (?:các |cấp |tỉnh|huyện|xã))")


def complement_end(text: str, here: int) -> int:
    """A committee's name runs to its level word, or else to the verb of its duty."""
    if bracket := _INNER_BRACKET.match(text, here):
        here = bracket.end()
    direct = level_end(text, here)
    if direct > here and not text.startswith(" về ", direct):
        return direct
    here = direct + len(" về") if text.startswith(" về ", direct) else here
    limit, sure = _limit(text, here, (_OTHER, NAME_END, _HANDS_IN))
    level = next(
        (
            found
            for found in LEVEL.finditer(text, here, limit)
            if text[found.start() - 1] == " " and found[0] != "khu vực"  # `bố trí khu vực lưu chứa`
        ),
        None,
    )
    if level:
        return level_end(text, level.end())
    begin = _after_words(text, here, 2)
    said = verb().finditer(text, begin, limit)
    acts = next((found for found in said if " " in found[0] and not noun_before(text, *found.span())), None)
    acts = _ACTS_SHORTLY.search(text, begin, acts.start() if acts else limit) or acts
    limit, sure = (acts.start(), True) if acts else (limit, sure)
    return here + len(text[here:limit].rstrip(" ,")) if sure else name_end(text, here)


# Verbs of one word that no name of a committee has in it (`bầu cử`, `thành lập` apart).
_ACTS_SHORTLY = re.compile(
    r"(?<!thành )(?<!độc )(?<!bầu )(?<!ứng )(?<!đề )(?<!hội )(?<!\w)(?:lập|gửi|cử|nộp|họp)(?= )"
)
_CLAUSE = re.compile(r"[^;:.\n(]{0,140}")
_OTHER = re.compile(
    rf"(?:,| và| cùng với| cùng) (?=(?:{WHOLE}|{OPEN}|{GROUP}|{FIELDED} [{UPPER}]|{ROLE} (?:[{UPPER}]|các )))"
)


def _limit(text: str, here: int, endings: tuple[re.Pattern[str], ...]) -> tuple[int, bool]:
    """How far a complement may reach: to another body, the verb, or the end of the clause; and whether that is sure."""
    clause = _CLAUSE.match(text, here)
    limit = clause.end() if clause else here
    sure = text[limit : limit + 1] in ("", ".", ";", ":", "\n")
    for ending in endings:
        if found := ending.search(text, here, limit):
            limit, sure = found.start(), True
    return limit, sure


# `Ban Quản lý chợ An Bình xây dựng phương án, trình Chủ tịch UBND phường`: the level behind is not its own.
_HANDS_IN = re.compile(r", (?=(?:trình|báo cáo|tham mưu|đề xuất|gửi|thống nhất)(?!\w))")

_WORDS = {count: re.compile(rf"(?:\W*\w+){{{count}}}\W") for count in (2,)}


def _after_words(text: str, here: int, count: int) -> int:
    """The offset after the next `count` words: a committee's task may begin with a verb (`phòng, chống thiên tai`)."""
    words = _WORDS[count].match(text, here)
    return words.end() if words else here
