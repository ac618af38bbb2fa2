"""The level that the words of a name say (`tỉnh`, `cấp huyện`, `các xã, phường`), and the provinces that names end on.

`thành phố` is a province where it is one under the central government, else of the district level; since the districts
ended on 30 June 2025 (Luật Tổ chức chính quyền địa phương số 72/2025/QH15) there are no others.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from extract.body_words import UPPER
from extract.setting import Setting
from rulebook.spelling import key
from rulebook.tables import Province, provinces, valid_on

DISTRICTS_END = date(2025, 6, 30)
_LEVEL_OF_WORD = {
    "tỉnh": "province",
    "huyện": "district",
    "quận": "district",
    "thị": "district",
    "thị xã": "district",
    "xã": "commune",
    "phường": "commune",
    "thị trấn": "commune",
    "đặc khu": "commune",
    "cơ sở": "commune",
    "trung ương": "central",
    "tw": "central",
}
_WORD = re.compile(
    r"(?<![\w-])(?P<word>thị xã|thị trấn|tỉnh|huyện|quận|xã(?! hội| viên)|phường|đặc khu|thành phố"
    r"|(?:tỉnh|thành|huyện|quận|thị)(?= (?:ủy|đoàn)(?!\w))|(?<=cấp )cơ sở|(?<=ở )cơ sở|trung ương|tw)(?!\w)",
    re.IGNORECASE,
)
_NOT_ITS_LEVEL = re.compile(
    r" trực thuộc [Tt]rung ương|[Tt]hông tấn xã|[Hh]ợp tác xã|(?<!^)(?<!các )nông thôn mới.*"
)
_AREA = re.compile(
    r" (?:trên địa bàn|trong|trực thuộc|của|thuộc) (?:toàn )?(?=[Tt]ỉnh|[Hh]uyện|quận|[Tt]hành phố|thị xã|xã|phường)"
)
_CLAUSE = re.compile(r" (?:có|tiếp nhận) ")
_ALL = re.compile(r"(?:các|mọi|toàn) (?:cấp|ngành)(?!\w)", re.IGNORECASE)
_NAME = re.compile(rf" [{UPPER}\d]")


@lru_cache(maxsize=20_000)
def level_said(full: str, setting: Setting) -> str | None:
    """The level that the words say; `local` for several, `any` for all, `None` where they say none.

    >>> nobody = Setting(None, None, None, None)
    >>> [level_said(name, nobody) for name in ("UBND các huyện, thị xã", "Ban Chỉ đạo cấp tỉnh, cấp xã", "Công an")]
    ['district', 'local', None]
    """
    words = _NOT_ITS_LEVEL.sub("", _CLAUSE.split(full)[0])
    area = _AREA.search(words)
    if area and _WORD.search(words, 0, area.start()):
        words = words[: area.start()]
    if _ALL.search(words):
        return "local" if re.search("chính quyền|nhân dân", words, re.IGNORECASE) else "any"
    found = list(_WORD.finditer(words))
    levels = [_level_of_word(words, match, setting) for match in found]
    told = [level for level in levels if level]
    if "district" in told and any(match["word"].lower() in ("thành phố", "thành") for match in found):
        told = [level for level in told if level != "province" or "tỉnh" in words.lower()]
    if len(set(told)) > 1 and not any(_NAME.match(words, match.end()) for match in found):
        return "local" if re.search(r"(?:,| và| hoặc) ", words) else told[-1]
    if told and told[0] == "central" and re.search(r"địa phương(?!\w)", words):
        return "any"
    return told[0] if told else None


def _level_of_word(words: str, match: re.Match[str], setting: Setting) -> str | None:
    word = match["word"].lower()
    if word not in ("thành phố", "thành"):
        return _LEVEL_OF_WORD[word]
    name = re.match(rf" (?:ủy |đoàn )?((?:[{UPPER}][\w']*[ -]{{0,3}})+)", words[match.end() :])
    if name:
        return "province" if _is_city(name[1].strip(), setting.day) else "district"
    if re.search(r"tỉnh(?:,| và) *$", words[: match.start()]) or re.match(
        r"(?:,| và) tỉnh", words[match.end() :]
    ):
        return "province"
    if re.search(r"(?<!\w)(?:huyện|quận|thị xã)(?!\w)", words):
        return "district"
    return _level_of_city(setting)


def _is_city(name: str, day: date | None) -> bool:
    row = province_on(name, day)
    return bool(row and row.kind == "thành phố") or bool(day and day > DISTRICTS_END)


def _level_of_city(setting: Setting) -> str | None:
    """`thành phố` alone: the province of a city under the central government, else a city of the district level."""
    if re.search(r"(?:huyện|thị xã|Huyện ủy|tỉnh|Tỉnh ủy) ", setting.issuer or ""):
        return (
            "province" if setting.day and setting.day > DISTRICTS_END and not setting.province else "district"
        )
    row = province_on(setting.province, setting.day) if setting.province else None
    if row:
        return "province" if row.kind == "thành phố" else "district"
    return "province" if setting.day and setting.day > DISTRICTS_END else None


@lru_cache(maxsize=20_000)
def province_on(name: str, day: date | None) -> Province | None:
    """The row of the province of that name, as it stood on `day`."""
    rows = [row for row in provinces() if key(name) in {key(said) for said in (row.name, *row.variants)}]
    then = [row for row in rows if day is None or valid_on(row, day)]
    return then[-1] if then else None


_TAIL = re.compile(
    rf"(?<!TNCS)(?<!Cộng sản)(?<!Chủ tịch)(?<!quốc gia)(?<!Quốc gia) (?:- )?((?:[{UPPER}][\w']*[ -]{{0,3}})+)$"
)


@lru_cache(maxsize=20_000)
def bare_province(full: str, day: date | None) -> Province | None:
    """The province whose name ends the name of a body (`Báo Quảng Nam`, `Công an Hà Nội`).

    >>> bare_province("Báo Quảng Nam", date(2020, 1, 1)).name
    'Quảng Nam'
    """
    found = _TAIL.search(full)
    words = found[1].split() if found else []
    tails = (" ".join(words[start:]) for start in range(len(words)))
    rows = (province_on(tail, day) or province_on(tail, None) for tail in tails if tail and tail != full)
    return next((row for row in rows if row), None)
