"""Places that were merged (hợp nhất đơn vị hành chính): what a local symbol of the time before no longer says.

A plan of the new Đồng Nai that cites `Quyết định số 67/2005/QĐ-UBND của UBND tỉnh` means that of the old Đồng Nai or of
Bình Phước; a commune drawn anew on 1 July 2025 issued nothing before that day. The place of the text is not lent to
such documents.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from extract.setting import Setting
from rulebook.tables import provinces, valid_on


class Merger(NamedTuple):
    """The day on which the citing province came out of several (hợp nhất), and what those were called."""

    day: str
    provinces: tuple[str, ...]


@lru_cache(maxsize=1_000)
def merger(setting: Setting) -> Merger | None:
    """The merger that the citing province came out of; `None` where its extent has not changed, or no day is known.

    >>> now = Setting(None, "2025-09-10", "Ủy ban nhân dân tỉnh Đồng Nai", "Đồng Nai")
    >>> merger(now)
    Merger(day='2025-07-01', provinces=('Bình Phước', 'Đồng Nai'))
    """
    if not setting.province or not setting.day:
        return None
    rows = [row for row in provinces() if row.name == setting.province and valid_on(row, setting.day)]
    while rows:
        before = [row for row in provinces() if rows[0].id in row.successors]
        if len(before) > 1 and rows[0].valid_from:
            return Merger(rows[0].valid_from, tuple(sorted(row.name for row in before)))
        rows = before
    return None


# The day on which the district level ended and the communes were drawn anew (Nghị quyết 202/2025/QH15; Luật Tổ chức
# chính quyền địa phương số 72/2025/QH15).
_NEW_COMMUNES = "2025-07-01"
_COMMUNE = re.compile(r"(?<!\w)(?:xã|phường|đặc khu) [^\W\d_]")


@lru_cache(maxsize=20_000)
def setting_of(setting: Setting, said: str | None) -> Setting:
    """The setting for a document of the date `said`: a local symbol of the time before the places were merged does not
    say of which of them it is, so the place of the text is not lent to it.

    >>> now = Setting(None, "2025-09-10", "Ủy ban nhân dân tỉnh Đồng Nai", "Đồng Nai")
    >>> setting_of(now, "2005-07-20").province, setting_of(now, "2025-08-01").province
    (None, 'Đồng Nai')
    """
    merged = merger(setting)
    if merged and _is_before(said, merged.day):
        level = re.sub(
            rf"(?:(?<=tỉnh)|(?<=phố)) {re.escape(setting.province or '')}$", "", setting.issuer or ""
        )
        setting = setting._replace(province=None, issuer=level)
    drawn_anew = _is_before(said, _NEW_COMMUNES) and not _is_before(setting.date, _NEW_COMMUNES)
    if drawn_anew and setting.date and _COMMUNE.search(setting.issuer or ""):
        setting = setting._replace(issuer=None)
    return setting


def _is_before(said: str | None, day: str) -> bool:
    return said is not None and said < day[: len(said)]
