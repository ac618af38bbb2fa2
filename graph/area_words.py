"""What a name says of places after its body (`các huyện, thị xã, thành phố`, `cấp xã`, `huyện Cam Lộ, tỉnh Quảng Trị`).

Words that are no place narrow what is meant (`có rừng`, `liên quan`): to which, nobody can tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.body_words import UPPER
from graph.areas import SORTS, Sort
from rulebook.spelling import key
from rulebook.tables import provinces

KIND = r"(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã(?! hội| viên)|phường|đặc khu)"
_PLACE_NAME = rf"(?:\d+|[{UPPER}][\w'’]*(?:(?:\s?[-–]\s?| )[{UPPER}][\w'’]*)*)"
_JOINT = re.compile(r"\s*(?:[,;/:()]+|\bvà(?!\w)|\bhoặc(?!\w)|\bcùng(?!\w))?\s*")
_ALL = re.compile(
    r"(?:tất cả |toàn bộ )?(?:các|những|mọi|toàn thể|từng|mỗi|tất cả|toàn bộ)(?!\w)", re.IGNORECASE
)
_SOME = re.compile(r"(?:một số|nhiều|đa số|phần lớn)(?!\w)", re.IGNORECASE)
_COUNT = re.compile(rf"(?:\d+/)?(\d+) (?={KIND}(?!\w))", re.IGNORECASE)
_LEVELS = re.compile(r"cấp (?P<level>tỉnh|thành phố|huyện|quận|xã|phường|cơ sở)(?!\w)", re.IGNORECASE)
_EVERY_LEVEL = re.compile(r"cấp(?!\w)")
_PLACE = re.compile(rf"(?P<kind>(?i:{KIND}))(?!\w)(?: đảo(?!\w))?(?:\s*:)?(?: (?P<name>{_PLACE_NAME}))?")
_NAME = re.compile(_PLACE_NAME)
_AROUND = re.compile(
    rf"(?:trên địa bàn|trong|trực thuộc|thuộc|của|tại|ở)(?: toàn)?(?: (?P<kind>(?i:{KIND}|trung ương))(?!\w)"
    rf"(?: (?P<name>{_PLACE_NAME}))?)?"
)
_EXCEPT = re.compile(
    r"[\s,(]*(?<!\w)(?:ngoại trừ|trừ|không kể|không bao gồm)(?!\w)(?P<rest>[^)]*)\)?", re.IGNORECASE
)
_BELOW = re.compile(r"địa phương(?!\w)", re.IGNORECASE)
_SHORT_TOWN = re.compile(r"(?<=huyện), thị(?=,| và|$)", re.IGNORECASE)
_SHORT_CITY = re.compile(r"(?:(?<=huyện)|(?<=thị xã)), thành(?=,| và|$)", re.IGNORECASE)
_LEVEL_OF = {
    "tỉnh": "province",
    "huyện": "district",
    "quận": "district",
    "xã": "commune",
    "phường": "commune",
    "cơ sở": "commune",
}
_RANK = {"commune": 0, "district": 1, "province": 2}


@dataclass(frozen=True, slots=True)
class AreaWords:
    """What is said of places. `sorts` of places without a name, `every` where all of them are meant; `named` places,
    with their kind; those `around` them; those left out (`apart`); how many there are (`count`); whether they are
    meant by their level (`cấp huyện`), or as those right `below` the one who says it (`các địa phương`); and whether
    words that are no place narrow it (`narrowed`)."""

    sorts: frozenset[Sort] = frozenset()
    every: bool = False
    named: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    count: int | None = None
    by_level: bool = False
    below: bool = False
    narrowed: bool = False


@lru_cache(maxsize=20_000)
def read_areas(text: str) -> AreaWords:
    """What a text says of places.

    >>> said = read_areas("các huyện, thành phố trên địa bàn tỉnh Thái Bình (trừ huyện Hưng Hà)")
    >>> sorted(sort.kind for sort in said.sorts), said.every, said.around, said.apart
    (['huyện', 'thành phố'], True, ('tỉnh Thái Bình',), ('huyện Hưng Hà',))
    """
    text = _SHORT_CITY.sub(", thành phố", _SHORT_TOWN.sub(", thị xã", text))
    left_out = _EXCEPT.search(text)
    if left_out:
        text = text[: left_out.start()] + text[left_out.end() :]
    said = _read(text)
    if left_out is None:
        return said
    apart = _read(left_out["rest"].strip())
    known = apart.named and not apart.sorts and not apart.narrowed
    return replace(said, apart=apart.named, narrowed=said.narrowed or not known)


def _read(text: str) -> AreaWords:
    reader = _Reader(text)
    while reader.here < len(text) and reader.step():
        end = _end(_JOINT, text, reader.here)
        reader.joined = bool(text[reader.here : end].strip())
        reader.here = end
    return reader.result()


class _Reader:
    """One walk over the words, from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.here = _end(_JOINT, text, 0)
        self.joined = False  # by a comma or `và` to what was read before
        self.kinds: list[str] = []
        self.levels: list[str] = []
        self.named: list[tuple[str, str]] = []
        self.around: list[str] = []
        self.every = self.some = self.by_level = self.below = False
        self.last: str | None = None
        self.count: int | None = None

    def step(self) -> bool:
        """Read one word or phrase; false at the first that is no word of places."""
        steps = (self._quantity, self._level, self._near, self._place, self._bare_name)
        return any(read() for read in steps)

    def _match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.match(self.text, self.here)
        if found:
            self.here = found.end()
        return found

    def _quantity(self) -> bool:
        if count := self._match(_COUNT):
            self.every, self.count = True, int(count[1])
            return True
        if self._match(_SOME):
            self.every = self.some = True
            return True
        every = self._match(_ALL)
        self.every = self.every or bool(every)
        return bool(every)

    def _level(self) -> bool:
        if level := self._match(_LEVELS):
            word = level["level"].lower()
            province = word == "thành phố"
            self.levels.append("province" if province else _LEVEL_OF[word])
        elif self.every and self._match(_EVERY_LEVEL):
            self.levels += _RANK
        elif self._match(_BELOW):
            self.every = self.below = True
            return True
        else:
            return False
        self.every = self.by_level = True
        return True

    def _near(self) -> bool:
        found = self._match(_AROUND)
        if found and found["name"]:
            self.around.append(f"{found['kind'].lower()} {found['name']}")
        if found and (found["kind"] or "").lower() == "trung ương" and "tỉnh" not in self.kinds:
            self.levels += ["province"] * bool(self.kinds)
        return bool(found)

    def _place(self) -> bool:
        found = self._match(_PLACE)
        if not found:
            return False
        kind = found["kind"].lower()
        if not found["name"]:
            self.kinds.append(kind)
            self.last = kind
        elif self._is_around(kind, found["name"]):
            self.around.append(f"{kind} {found['name']}")
        else:
            self.named.append((kind, found["name"]))
            self.last = kind
        return True

    def _bare_name(self) -> bool:
        """`các huyện Cam Lộ, Gio Linh`: a name goes on with the kind before it; alone, it is that of a province."""
        if (self.kinds or not self.text[self.here].isupper()) and not self.last:
            return False
        found = self._match(_NAME)
        if found:
            self.named.append((self.last or "", found[0]))
        return bool(found)

    def _is_around(self, kind: str, name: str) -> bool:
        """Whether it is of a higher level than what was named before it."""
        if kind == "thành phố" and self.joined and not self.named:
            return False  # `các huyện, thị xã và thành phố Huế`
        before = [_rank(*one) for one in self.named] + [_rank(one) for one in self.kinds]
        return bool(before) and _rank(kind, name) > before[-1 if self.kinds else len(self.named) - 1]

    def result(self) -> AreaWords:
        named = tuple(f"{kind} {name}".strip() for kind, name in self.named)
        kinds = self.kinds
        if named and self.last in kinds and self.text.count(":"):
            kinds = [kind for kind in kinds if kind != self.last]
        return AreaWords(
            sorts=_sorts(kinds, self.levels),
            every=self.every or len(set(kinds)) > 1 or len(named) > 1,
            named=named,
            around=tuple(self.around),
            count=self.count,
            by_level=self.by_level,
            below=self.below,
            narrowed=self.some or self.here < len(self.text.rstrip(" .,;:()")),
        )


_TOWNS = ("thị xã", "thành phố")


def _rank(kind: str, name: str = "") -> int:
    """How high a place stands: a commune 0, a district 1, a province 2."""
    if kind == "thành phố" and key(name) in _cities():
        return _RANK["province"]
    return _RANK[_LEVEL_OF.get(kind, "district" if kind in _TOWNS else "commune")]


def _sorts(kinds: list[str], levels: list[str]) -> frozenset[Sort]:
    """A `thành phố` beside others is of their level; alone, it may be of two."""
    of_level = {sort for sort in SORTS if sort.level in levels and (not kinds or sort.kind in kinds)}
    if levels and kinds:
        return frozenset(of_level | _sorts([kind for kind in kinds if kind not in _TOWNS], []))
    found = {sort for sort in SORTS if sort.kind in kinds}
    if "thành phố" in kinds and len(set(kinds)) > 1:
        out = "district" if "tỉnh" in kinds and not {"huyện", "quận", "thị xã"} & set(kinds) else "province"
        found -= {Sort(out, "thành phố")}  # type: ignore[arg-type]
    return frozenset(found | of_level)


def _end(pattern: re.Pattern[str], text: str, here: int) -> int:
    found = pattern.match(text, here)
    return found.end() if found else here


@lru_cache(maxsize=1)
def _cities() -> frozenset[str]:
    """Cities under the central government, of any time."""
    return frozenset(key(row.name) for row in provinces() if row.kind == "thành phố")
