"""The kinds of schools that a group lists (cấp học, loại hình trường): `các trường mầm non, tiểu học và THCS`.

They are one name, as levels are (`UBND các xã, phường`): a school is of a kind, and the kinds are mostly abbreviated.
"""

from __future__ import annotations

import re

_WORDS = (
    r"(?i:mầm non|mẫu giáo|nhà trẻ|tiểu học|trung học(?: cơ sở| phổ thông| chuyên nghiệp)?|chuyên biệt"
    r"|phổ thông(?: dân tộc (?:nội trú|bán trú)| trung học| cơ sở)?|liên cấp|cao đẳng|đại học"
    r"|trung cấp(?: nghề| chuyên nghiệp)?)"
)
_SHORT = (
    r"(?:MN|MG|NT|TH|THCS|THPT|PTTH|PTCS|TCCN|TC|CĐ|ĐH|TCN|CĐN|PTDT(?: ?NT| ?BT)?|PT DTNT|TT ?GDTX|TT KTTH(?:-?HN)?"
    r"|TTGDNN|GDTX|GDNN|KTTH|HN)"
)
_KIND = rf"(?:{_WORDS}|{_SHORT}(?: ?[-–&] ?{_SHORT})*)(?!\w)"
_MORE = rf"(?:(?:, ?|/| và |, và | hoặc ){_KIND})"
# `các trường từ mầm non đến THPT`, `các cơ sở giáo dục từ bậc mầm non đến hết trung học cơ sở`
_FROM_TO = rf" từ (?:bậc |cấp )?{_KIND} đến (?:hết )?(?:bậc |cấp )?{_KIND}"
_KINDS = re.compile(rf"(?:{_FROM_TO}| {_KIND}{_MORE}*|{_MORE}+)")
_SCHOOL = re.compile(rf"(?<!\w)(?i:trường|cơ sở giáo dục)(?: {_KIND})?$")
_LOOKED_BACK = 40  # characters


def school_kinds(text: str, here: int) -> int | None:
    """Where the kinds of schools end that are listed right behind `trường`; `None` where none are.

    >>> text = "các trường mầm non, TH và THCS rà soát"
    >>> text[: school_kinds(text, len("các trường"))]
    'các trường mầm non, TH và THCS'
    """
    if not _SCHOOL.search(text, max(0, here - _LOOKED_BACK), here):
        return None
    found = _KINDS.match(text, here)
    return found.end() if found else None
