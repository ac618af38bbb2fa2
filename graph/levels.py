"""Where a document stands among others (cấp ban hành): the order of the picture of a trace, and who may change it.

A document is changed or ended by the body that made it or one above (Luật 80/2015/QH13, Điều 12).
"""

from __future__ import annotations

import re
from typing import Literal

from corpus.facts import WorkFact
from corpus.issuer import is_certain, issuer_key, place_of, province_of
from rulebook.issuing import issuers_of
from rulebook.number import parse
from rulebook.spelling import key

Level = Literal["law", "central", "unclear", "province", "district", "commune"]

LEVELS: tuple[Level, ...] = ("law", "central", "unclear", "province", "district", "commune")
"""From the top down; documents whose level nobody can tell stand between the centre and the provinces."""

_LAWS = frozenset(("hien phap", "luat", "bo luat", "phap lenh"))
_ASSEMBLY = ("quoc hoi", "uy ban thuong vu quoc hoi")
_BELOW: tuple[tuple[str, Level], ...] = (
    (r"xa(?! hoi)|phuong|thi tran|dac khu", "commune"),
    (r"huyen|quan|thi xa|thi uy", "district"),
    (r"tinh|thanh pho|thanh uy", "province"),
)
_CENTRAL = re.compile(
    r"(?:bo|tong cuc|cuc|vu)\b"
)  # without a place: `Cục Thuế tỉnh` stands among the provinces
_CODE_LEVELS: dict[str, Level] = {"province": "province", "district": "district", "commune": "commune"}
# Within one level, who stands above whom; all others stand below these.
_HEADS = (
    ("chinh phu",),
    ("thu tuong chinh phu",),
    ("uy ban nhan dan", "hoi dong nhan dan", "tinh uy", "thanh uy", "huyen uy", "dang uy"),
)


def level_of(work: WorkFact) -> Level:
    """The level of the body that made it, by its type, the name of its issuer, or the code in its symbol.

    >>> from corpus.facts import WorkFact
    >>> more = dict(id=1, key="", year=None, date=None, title=None, uri=None, held=False)
    >>> level_of(WorkFact(symbol="382/QĐ-UBND", type="Quyết định", issuer="Ủy ban nhân dân tỉnh Lâm Đồng", **more))
    'province'
    """
    issuer = key(work.issuer or "")
    if key(work.type or "") in _LAWS or issuer in _ASSEMBLY:
        return "law"
    place = place_of(work.issuer)
    if place:
        return "province" if province_of(work.issuer) else _named(place.split(",")[0]) or "unclear"
    if named := _named(issuer):
        return named
    return "central" if is_certain(work.issuer) or _CENTRAL.match(issuer) else _by_code(work.symbol)


def rank_of(work: WorkFact) -> tuple[int, int] | None:
    """The place of its maker in the order of all, smaller above; `None` where its level is unclear."""
    level = level_of(work)
    if level == "unclear":
        return None
    body = issuer_key(work.issuer)
    within = next((at for at, heads in enumerate(_HEADS) if body.startswith(heads)), len(_HEADS))
    return LEVELS.index(level), within if level != "law" else 0


def _named(body: str) -> Level | None:
    return next((level for words, level in _BELOW if re.search(rf"\b(?:{words})\b", body)), None)


def _by_code(symbol: str | None) -> Level:
    number = parse(symbol or "")
    levels = {row.level for row in issuers_of(number) if row} if number else set()
    if levels != {"central"}:
        return next((_CODE_LEVELS[level] for level in levels if level in _CODE_LEVELS), "unclear")
    bodies = {key(row.body) for row in issuers_of(number) if row} if number else set()
    return "law" if bodies <= set(_ASSEMBLY) else "central"
