"""Groups of bodies that are named by their sort alone (`các bộ, ngành`, `các sở, ban, ngành`, `các địa phương`).

Which ministries there were is known (`agencies.tsv`), and which localities. Which departments a province has, and
which divisions a district, is not: a body is told to be one of them by its kind and its place. What `ban`, `ngành`,
`đoàn thể`, `đơn vị` take in nobody can say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.names import each_body
from graph.area_words import AreaWords, read_areas
from graph.body_parts import without_person
from rulebook.naming import full_name

_NOUNS = {
    "equal": r"cơ quan ngang bộ",
    "service": r"cơ quan thuộc Chính phủ|cơ quan trung ương",
    "ministry": r"bộ(?: trưởng)?",
    "department": r"sở",
    "division": r"phòng(?: chuyên môn)?",
    "sector": r"ban|ngành|đoàn thể|hội",
    "locality": r"địa phương",
    "unit": r"đơn vị|cơ quan(?: chuyên môn)?|tổ chức",
}
_NOUN = "|".join(f"(?P<{kind}>{words})" for kind, words in _NOUNS.items())
_AFTER = (
    r"(?=$|,| \(| (?:và|ban|ngành|đơn vị|tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu|cấp|chuyên môn|trung ương"
    r"|liên quan|có|trên|trong|thuộc|trực thuộc|của|tại|ở)(?!\w))"
)
_NEXT = re.compile(
    rf"(?:{_NOUN})(?!\w){_AFTER}(?:,? và (?:các )?|, (?:các )?| (?=(?:ban|ngành|đơn vị)(?!\w)))?",
    re.IGNORECASE,
)
_RELATED = re.compile(r"(?:có )?liên quan.*|khác|chức năng", re.IGNORECASE)
_SOME = ("một số ", "nhiều ")
_NO_MATTER = re.compile(r"^(?:chuyên môn|trung ương)(?!\w)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Group:
    """`kinds` of bodies (as in `_NOUNS`), or the `names` of them; what is said of places beside them; and whether more
    is said that may name others (`open`)."""

    kinds: frozenset[str]
    names: tuple[str, ...]
    words: AreaWords
    open: bool = False


@lru_cache(maxsize=20_000)
def group_of(name: str) -> Group | None:
    """The group that a name means, `None` where it means no such group.

    >>> group = group_of("Thủ trưởng các sở, ban, ngành tỉnh")
    >>> sorted(group.kinds), group.words.narrowed
    (['department', 'sector'], False)
    >>> group_of("Các Sở: Nội vụ, Y tế").names, group_of("Sở Y tế") is None
    (('Sở Nội vụ', 'Sở Y tế'), True)
    """
    full = full_name(name)
    if len(names := each_body(full)) > 1:
        return Group(frozenset(), tuple(without_person(one)[0] for one in names), AreaWords())
    rest, quantity = without_person(full)
    kinds: list[str] = []
    here = 0
    while found := _NEXT.match(rest, here):
        kinds.append(str(found.lastgroup))
        here = found.end()
    if not kinds:
        return None
    more = _NO_MATTER.sub("", rest[here:].strip())
    words = read_areas(more)
    narrowed = replace(words, narrowed=words.narrowed or quantity in _SOME)
    return Group(frozenset(kinds), (), narrowed, open=words.narrowed and not _RELATED.fullmatch(more))
