"""What kind of body (loại cơ quan) a name means: by its row in the rulebook, or else by its head word.

A person who answers for a body is a `post`, an organ that acts for one (`Thường trực`, `Ban Thường vụ`) is of its kind.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from extract.body_groups import is_group, members_of
from extract.body_heads import HEADS, ORGAN, ORGAN_ALONE, POST
from extract.body_slips import meant_by
from extract.body_words import PERIOD
from rulebook.known_bodies import bodies_called
from rulebook.tables import AgencyName

_HEADS = tuple(
    (kind, re.compile(rf"(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)) for kind, patterns in HEADS
)
_SENSITIVE = frozenset({"ministry", "department"})  # `bộ phận`, `sở hữu`


class Kind(NamedTuple):
    """`kind` of a body, the `members` of a group, the `rule` that told it, the rows of the rulebook, and what a name
    that no row has is probably a slip for."""

    kind: str | None
    members: tuple[str, ...] = ()
    rule: str = "grammar"
    rows: tuple[AgencyName, ...] = ()
    meant: tuple[str, ...] = ()


@lru_cache(maxsize=20_000)
def kind_of(name: str, day: date | None = None) -> Kind:
    """The kind of the body that a full name without its place means; `None` where nothing tells it.

    >>> kind_of("Sở Tài chính")[:3], kind_of("Giám đốc Sở Tài chính")[:3]
    (('department', (), 'rulebook'), ('post', (), 'grammar'))
    >>> kind_of("Ủy ban nhân dân các huyện, thị xã")[:2]
    ('collective', ('peoples_committee',))
    """
    name = PERIOD.sub("", name)
    rows = bodies_called(name, day)
    kinds = {row.kind for row in rows}
    if len(kinds) == 1:
        return _known(name, kinds.pop(), rows)
    if is_group(name):
        return Kind("collective", _members(name))
    kind = head_kind(name)
    meant = meant_by(name, kind, (), day) if kind else ()
    return Kind(kind, (), "slip" if meant else "grammar", (), meant)


def _known(name: str, kind: str, rows: tuple[AgencyName, ...]) -> Kind:
    slip = meant_by(name, kind, rows)
    members = _members(name) if kind == "collective" else ()
    return Kind(kind, members, "slip" if slip else "rulebook", rows, slip)


def _members(name: str) -> tuple[str, ...]:
    return members_of(name, head_kind)


@lru_cache(maxsize=20_000)
def head_kind(name: str) -> str | None:
    """The kind that the head word of a name tells, without the rulebook.

    >>> head_kind("Thường trực Huyện ủy"), head_kind("Trạm Tấu")
    ('party', None)
    """
    if POST.match(name):
        return "post"
    if (organ := ORGAN.match(name)) and (rest := name[organ.end() :]):
        acts_for = head_kind(rest[0].upper() + rest[1:])
        return (
            "party" if "đảng" in organ[0].lower() else acts_for or ORGAN_ALONE.get(organ[0].strip().lower())
        )
    if organ:
        return ORGAN_ALONE.get(organ[0].lower())
    found = (
        kind for kind, head in _HEADS if (head.match(name) and (kind not in _SENSITIVE or name[0].isupper()))
    )
    return next(found, None)
