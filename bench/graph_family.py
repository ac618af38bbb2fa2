"""Which documents there are in the made-up corpus, and which of them cite which: the state as a tree of places.

    works that are only cited: laws (every document rests on some, a few laws on most), decrees, older documents
    central  <-  63 provinces  <-  700 districts  <-  3,500 communes      held, each citing one or two from above

Documents come in the order of their days. Which one above is cited is chance, and the newer ones and the well-known
ones come more often; a few cite a later one back, so that there are cycles.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bench.graph_words import Drawn, Grammar
from rulebook.works import known_works

WORKS = 200_000
_HELD = 0.8  # of the works
_SHARES = {"central": 0.015, "province": 0.225, "district": 0.32, "commune": 0.44}
_OF_ONE_LAW = 0.6  # of the documents rest on one law, as most do on that of local government
_FIRST, _DAYS = date(2016, 1, 4), 3800
_TYPES = (
    ("Kế hoạch", "KH"),
    ("Quyết định", "QĐ"),
    ("Công văn", "CV"),
    ("Chỉ thị", "CT"),
    ("Nghị quyết", "NQ"),
)
_BODIES = {"KH": "UBND", "QĐ": "UBND", "CV": "UBND", "CT": "UBND", "NQ": "HĐND"}
_LONG = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}


@dataclass(frozen=True, slots=True)
class Named:
    """A work by what tells it from others; `number` counts the works from 1."""

    number: int
    symbol: str
    type: str
    issuer: str
    date: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A document of the corpus: its work, its level, and the works that it cites, each with its relation."""

    work: Named
    level: str
    cites: tuple[tuple[str, Named], ...]


class Family:
    """All works of a corpus of this size, drawn from `chance`."""

    def __init__(self, works: int, chance: random.Random, grammar: Grammar) -> None:
        self._chance = chance
        self._grammar = grammar
        self._numbers: dict[tuple[str, str, int], int] = defaultdict(int)
        self._at: dict[str, list[Named]] = defaultdict(list)
        held = int(works * _HELD)
        self.held = held
        self._works: list[Named] = []
        self.only_cited = self._only_cited(works - held)
        laws = [work for work in self.only_cited if work.type == "Luật"]
        self._laws, self._others = Drawn(laws), Drawn(self.only_cited[len(laws) :] or laws)

    def documents(self) -> Iterator[Made]:
        """The documents that are held, by their days."""
        first = len(self.only_cited) + 1
        levels = self._chance.choices(list(_SHARES), list(_SHARES.values()), k=self.held)
        levels[0] = "central"
        places = [self._place(level) for level in levels]
        days = [(_FIRST + timedelta(days=n * _DAYS // self.held)).isoformat() for n in range(self.held)]
        self._works = [
            self._named(first + n, level, place, day)
            for n, (level, place, day) in enumerate(zip(levels, places, days, strict=True))
        ]
        for n, (level, place) in enumerate(zip(levels, places, strict=True)):
            yield self._document(n, level, place)

    def _only_cited(self, number: int) -> list[Named]:
        """Laws that the rule data know, and works of which nobody has a copy."""
        laws = {work.symbol: work for work in known_works() if work.symbol and work.type == "Luật"}
        known = list(laws.values())[: max(4, number // 4)]
        self._chance.shuffle(known)
        found = [
            Named(n, row.symbol, row.type, row.issuer or "Quốc hội", row.date, row.title)
            for n, row in enumerate(known, 1)
        ]
        for n in range(len(found) + 1, number + 1):
            level = self._chance.choice(("central", "province"))
            day = (_FIRST - timedelta(days=self._chance.randint(1, 4000))).isoformat()
            found.append(self._named(n, level, self._place(level), day))
        return found

    def _document(self, n: int, level: str, place: str) -> Made:
        work = self._works[n]
        laws = self._laws.some(self._chance, self._chance.randint(1, 4))
        if self._chance.random() < _OF_ONE_LAW and self.only_cited[0] not in laws:
            laws.insert(0, self.only_cited[0])
        cites = [("legal_basis", law) for law in laws]
        cites += [("legal_basis", self._others.one(self._chance))]
        cites += [("carries_out", above) for above in self._above(level, place)]
        own = self._at[place]
        if own and self._chance.random() < 0.05:
            cites.append((self._chance.choice(("replaces", "amends", "mentions")), self._chance.choice(own)))
        later = self._works[n + 1 : n + 50]
        if later and self._chance.random() < 0.004:
            cites.append(("carries_out", self._chance.choice(later)))
        own.append(work)
        return Made(work, level, tuple(cites))

    def _above(self, level: str, place: str) -> list[Named]:
        """One or two documents of the places above, the newest twice as likely; of the centre a few well-known ones."""
        found = []
        for over in _places_over(place) if level != "central" else ["trung ương"]:
            there = self._at[over]
            if there and (not found or self._chance.random() < 0.3):
                known = over == "trung ương" and self._chance.random() < 0.5
                late = max(self._chance.random(), self._chance.random())
                at = self._chance.randrange(min(20, len(there))) if known else int(late * len(there))
                found.append(there[at])
        return found

    def _place(self, level: str) -> str:
        """A place of this level: `xã 3 > huyện 7 > tỉnh Hà Giang`, the lowest first."""
        province = self._chance.choice(self._grammar.provinces)
        district = f"huyện {province.removeprefix('tỉnh ')} {'ABCDEGHIKLM'[self._chance.randrange(11)]}"
        commune = f"xã {district.removeprefix('huyện ')}{self._chance.randint(1, 5)}"
        return {
            "central": "trung ương",
            "province": province,
            "district": f"{district} > {province}",
            "commune": f"{commune} > {district} > {province}",
        }[level]

    def _named(self, number: int, level: str, place: str, day: str) -> Named:
        type_, code = self._chance.choice(_TYPES)
        if level == "central":
            type_, code, body, issuer = "Quyết định", "QĐ", "TTg", "Thủ tướng Chính phủ"
        else:
            body = _BODIES[code]
            issuer = f"{_LONG[body]} {place.replace(' > ', ', ')}"
        year = int(day[:4])
        self._numbers[issuer, code, year] += 1
        return Named(number, f"{self._numbers[issuer, code, year]}/{code}-{body}", type_, issuer, day)


def _places_over(place: str) -> list[str]:
    """The places above, the nearest first.

    >>> _places_over("xã A1 > huyện A > tỉnh B")
    ['huyện A > tỉnh B', 'tỉnh B', 'trung ương']
    """
    parts = place.split(" > ")
    return [*(" > ".join(parts[n:]) for n in range(1, len(parts))), "trung ương"]
