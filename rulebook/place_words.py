"""Which of the provinces that a province was divided into do the words of a task speak of?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import date
from functools import lru_cache

from rulebook.body_places import province_rows
from rulebook.localities import LISTED_FROM, localities_in
from rulebook.spelling import normalise


def province_meant(lines: Iterable[str], old: str, heirs: Collection[str]) -> tuple[str, str] | None:
    """The one of `heirs` (ids) whose own name, or one of whose districts, the first line with any of them names, and
    the words; `None` where none or several are named. The name that the `old` province had itself says nothing.

    >>> province_meant(["Xây dựng trạm y tế tại huyện Cư Jút"], "dak-lak-1976", ("dak-lak", "dak-nong"))
    ('dak-nong', 'huyện Cư Jút')
    """
    for line in lines:
        said = normalise(line).casefold()
        found = {heir: words for heir in heirs for words in [_first_named(said, heir, old)] if words}
        if found:
            return next(iter(found.items())) if len(found) == 1 else None
    return None


def _first_named(said: str, heir: str, old: str) -> str | None:
    for name in _names_in(heir, province_rows()[old].name):
        if re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", said):
            return name
    return None


@lru_cache(maxsize=200)
def _names_in(province: str, old: str) -> tuple[str, ...]:
    """The province with its kind, and the districts that were listed first in it."""
    row = province_rows()[province]
    day: date = LISTED_FROM["district"]
    own = [f"{row.kind} {row.name}"] if row.name != old else []
    return (*own, *(f"{place.kind} {place.name}" for place in localities_in(province, day)))
