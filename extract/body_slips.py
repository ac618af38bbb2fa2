"""Names of bodies that no rule knows, but that stand close to one it knows: slips of the pen (`Sở Lao đông`).

Only where the names of a kind are a closed list (ministries, departments, divisions) is a name that the list lacks a
slip rather than another body. The name stays as it is printed; what was probably meant is told beside it.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from rulebook.spelling import key, normalise
from rulebook.tables import AgencyName, agencies, valid_on

_CLOSED = frozenset({"ministry", "department", "division"})
_CUT_SHORT = (
    "Sở ",
    "Bộ ",
)  # whose names are often broken off (`Sở Lao động`); parts of a `Phòng` are names of others
_OLD = "2010"  # a body that ended before is meant only in documents of its time
_SHORT = 16  # letters of a name, up to which one may be wrong, and two above


@lru_cache(maxsize=20_000)
def meant_by(name: str, kind: str, rows: tuple[AgencyName, ...], day: date | None = None) -> tuple[str, ...]:
    """The official names that `name` is probably a slip for, likeliest first; none where it is one of them.

    `rows` are those that bear the name if marks are left out (`Sở Tài chinh`).

    >>> meant_by("Sở Tài chíng", "department", ()), meant_by("Sở Tài chính", "department", ())
    (('Sở Tài chính',), ())
    """
    if kind not in _CLOSED:
        return ()
    if rows:
        written = {_letters(said) for row in rows for said in (row.name, *row.variants, *row.abbreviations)}
        return () if _letters(name) in written else tuple(dict.fromkeys(row.name for row in rows))
    return _closest(name, kind, day)


def _letters(name: str) -> str:
    """A name without capitals and punctuation, marks kept."""
    said = normalise(name).casefold().replace("&", " và ")
    return " ".join("".join(letter if letter.isalnum() else " " for letter in said).split())


def _closest(name: str, kind: str, day: date | None) -> tuple[str, ...]:
    said = key(name)
    if len(said.split()) < 3 or any(said == key(row.name) for row in agencies()):
        return ()
    rows = [
        row
        for row in agencies()
        if row.kind == kind and (row.valid_to or _OLD) >= min(_OLD, str(day or _OLD))
    ]
    far = [(_distance(name, row.name), day is not None and not valid_on(row, day), row.name) for row in rows]
    enough = 1 if len(said) < _SHORT else 2
    return tuple(dict.fromkeys(known for apart, _, known in sorted(far) if apart <= enough))


def _distance(name: str, known: str) -> int:
    """How many letters two names are apart, marks left out; one that is broken off between words is one apart."""
    from rapidfuzz.distance import OSA

    if name.startswith(_CUT_SHORT) and key(known).startswith(key(name) + " "):
        return 1
    return OSA.distance(key(name), key(known))
