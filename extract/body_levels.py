"""The level of a body (cấp): central, province, district, commune; `local` for several of these, `region` for offices
of a region (khu vực), `any` for words that mean all levels. `None` where neither name nor document tells.

What the words say comes first (`huyện`, `cấp xã`, `Trung ương`), then the row of the rulebook, then what kind of body
it is (a `Sở` is provincial). Districts ended on 30 June 2025 (Luật Tổ chức chính quyền địa phương số 72/2025/QH15): a
`Phòng` is the commune's after that, and every `thành phố` a province.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from extract.body_heads import POST
from extract.body_kinds import Kind, kind_of
from extract.level_words import DISTRICTS_END, bare_province, level_said
from extract.setting import Setting

_INNER = (
    (
        "central",
        re.compile(
            r"(?<!\w)(?:Bộ(?! Chỉ huy| Tư lệnh| đội| phận)|(?<!cán )(?<!Cán )bộ(?=,| |$)(?! phận| chỉ huy| máy)"
            r"|Chính phủ|Quốc hội)(?!\w)|^Thủ tướng"
        ),
    ),
    (
        "province",
        re.compile(r"(?<!\w)(?<!cơ )(?<!Cơ )[Ss]ở(?!\w| hữu)|Bộ (?:Chỉ huy|CH)|Đoàn đại biểu Quốc hội"),
    ),
)
_PROVINCE_ARM = re.compile(
    r"(?:Cục (?:Thuế|Hải quan|Thống kê|Quản lý thị trường|Thi hành án)|Chi cục|Đài Phát thanh)(?!\w)"
)
_DISTRICT_ARM = re.compile(
    r"(?:Chi cục (?:Thuế|Thi hành án|Thống kê)|Hạt Kiểm lâm|Ban Chỉ huy Quân sự)(?!\w)"
)
_CENTRAL_ARM = re.compile(
    r"(?:Tổng cục|Cục|Cục trưởng|Vụ|Vụ trưởng|Bộ trưởng|Thứ trưởng|(?:Phó )?Thủ tướng|Thống đốc|Quân khu|Tổng Liên đoàn"
    r"|Ban Chỉ đạo (?:[Qq]uốc gia|Nhà nước)|Hội đồng [Bb]ầu cử [Qq]uốc gia|[Cc]ác (?:[Vv]ụ|Bộ trưởng)|cơ quan ngang"
    r"|.* Việt Nam$|Ủy ban .* [Qq]uốc gia$|Cổng .* quốc gia$)(?!\w)",
)
_OF_CENTRE = re.compile(r"(?:thuộc|của) (?:Bộ|(?:Ủy ban Thường vụ )?Quốc hội|Chính phủ)(?!\w)")
_COMMUNE_ARM = re.compile(
    r"(?:Trạm [Yy] tế|Ban Công tác Mặt trận|Trưởng (?:các )?(?:thôn|bản|ấp|khu phố)|Tổ trưởng tổ dân phố)(?!\w)"
)
_REGIONAL = frozenset({"court", "procuracy", "tax", "insurance", "treasury", "bank", "customs", "statistics"})
_NO_CENTRE = re.compile(r"(?:Ủy ban )?Mặt trận Tổ quốc|(?:Ban Thường trực )")


@lru_cache(maxsize=20_000)
def level_of(full: str, kind: Kind, setting: Setting) -> str | None:
    """The level of a body by its full name with its place, its kind and the document that names it.

    >>> from extract.body_kinds import kind_of
    >>> nobody = Setting(None, None, None, None)
    >>> level_of("Ủy ban nhân dân các huyện, thị xã", kind_of("Ủy ban nhân dân các huyện, thị xã"), nobody)
    'district'
    """
    said = level_said(full, setting) if kind.kind else None
    if said or not kind.kind:
        return said
    if kind.kind in _REGIONAL and re.search(r"(?<!\w)khu vực(?!\w)", full):
        return "region"
    if re.match(r"Phòng(?!\w)", full) and not kind.rows:
        return _level_of_division(setting)
    return _level_known(kind, full, setting) or _level_of_kind(full, kind, setting)


def _level_of_division(setting: Setting) -> str | None:
    """A `Phòng` that no row has: the district's in a plan of district or province, the commune's after the districts
    ended, a part of the body that issues the document elsewhere."""
    issuer = setting.issuer or ""
    own = level_said(issuer, setting) if issuer else None
    if own in ("district", "commune") or re.match(r"(?:Sở|Công an|Bảo hiểm|Cục|Bộ Chỉ huy)(?!\w)", issuer):
        return own or ("province" if issuer.startswith("Sở") else None)
    if re.match(r"(?:Bộ|Bệnh viện|Trường|Trung tâm|Viện)(?!\w)", issuer) or setting.day is None:
        return None
    return "district" if setting.day <= DISTRICTS_END else "commune"


def _level_known(kind: Kind, full: str, setting: Setting) -> str | None:
    levels = {row.level for row in kind.rows}
    if not setting.province and (kind.kind == "steering_committee" or kind.members == ("media",)):
        levels &= {"central", "any"}  # their variants leave out the level
    if kind.kind != "collective":
        levels -= {"any"}
    early = setting.day is not None and setting.day < date(2025, 3, 1)
    if len(levels) != 1 or (early and full.startswith("Cục ") and setting.province):
        return None
    return levels.pop()


def _level_of_kind(full: str, kind: Kind, setting: Setting) -> str | None:
    if kind.kind == "collective" or kind.rows:
        return _level_of_group(full, kind, setting)
    if (arm := _level_of_arm(full)) and arm != "central":
        return arm
    if _PROVINCE_ARM.match(full) and (setting.province or full.startswith("Chi cục")):
        return "province"
    if bare_province(full, setting.day):
        return "province"
    if kind.kind in ("people", "government"):
        return "any" if kind.kind == "people" else "local"
    inner = next((level for level, words in reversed(_INNER) if words.search(full)), None)
    central = _CENTRAL_ARM.match(full) and not _NO_CENTRE.match(full)
    return inner or ("central" if central else _level_of_post(full, setting))


def _level_of_post(full: str, setting: Setting) -> str | None:
    """A person has the level of the body that he or she answers for."""
    post = POST.match(full)
    body = full[post.end() :].strip() if post else ""
    return level_of(body, kind_of(body, setting.day), setting) if body else None


_ANY = frozenset(
    {
        "unit",
        "organisation",
        "sector",
        "union",
        "association",
        "people",
        "media",
        "enterprise",
        "party",
        "bank",
    }
)
_SAME = {
    "department": "province",
    "ministry": "central",
    "locality": "local",
    "village": "commune",
    "government": "local",
}


def _level_of_group(full: str, kind: Kind, setting: Setting) -> str | None:
    """A group has the level of the bodies it stands for; one of several kinds that of the first that tells a level."""
    if not kind.members:
        return "any" if kind.kind == "collective" and kind.rows else None
    if "division" in kind.members:
        return _level_of_division(setting)
    if re.match(r"[Cc]ác Sở", full) or kind.members[0].startswith("Sở "):
        return "province"
    if re.search("đoàn đại biểu Quốc hội", full, re.IGNORECASE):
        return "province"
    if kind.members[0].startswith("Bộ ") or re.search(
        r"(?:thuộc|của) (?:Bộ|(?:Ủy ban Thường vụ )?Quốc hội|Chính phủ)(?!\w)", full
    ):
        return "central"
    if re.search(r"(?<!\w)(?<!cơ )(?<!Cơ )[Ss]ở(?!\w| hữu)", full):
        return "province"
    told = [_SAME[member] for member in kind.members if member in _SAME]
    if told and len(set(told)) == 1:
        return told[0]
    return "any" if told or set(kind.members) <= _ANY else _level_of_arm(full)


def _level_of_arm(full: str) -> str | None:
    arms = (("commune", _COMMUNE_ARM), ("district", _DISTRICT_ARM), ("central", _CENTRAL_ARM))
    return next((level for level, arm in arms if arm.match(full)), None)
