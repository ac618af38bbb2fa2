"""The table of districts and communes (đơn vị hành chính cấp huyện, cấp xã): its row, and quick ways to its rows.

There are over 14,000 rows, and a question touches a few: the file is only cut into lines, and a line is read when it is
asked for. Where a row belongs stands in its `id`, which is made of the slugs of its names (`rulebook.spelling.key`):

    quang-tri.cam-lo                     huyện Cam Lộ in the province that `provinces.tsv` calls `quang-tri`
    quang-tri.cam-lo.cam-chinh           xã Cam Chính in it
    quang-tri-2025.cam-lo                xã Cam Lộ, since 1 July 2025, in the new province
    lai-chau.than-uyen~2025              xã Than Uyên, of that day, in a province that stayed: `~` tells those of one
    can-tho.vinh-thanh.thanh-an~xa       slug apart, by the year, the kind, or the code

Source `vau` is vietnamadminunits 1.0.4 (MIT): all that stood on 30 June 2025, all since 1 July 2025, and which became
which. What changed among the districts before is `usage` where nothing was read for it; the number of districts that
results is right (713 from 2016 to 2019, 705 from 2021 to 2023, 696).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from rulebook.tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Locality:
    """A district or commune (đơn vị hành chính cấp huyện, cấp xã) for as long as it had one name, kind and province.

    `kind` is huyện, quận, thị xã, thành phố (of a province), xã, phường, thị trấn or đặc khu; `code` that of the
    General Statistics Office; `successors` are ids. Without `valid_from` it is not known since when; a district that
    ended without `successors` became what its communes became.
    """

    id: str
    name: str
    kind: str
    code: str | None
    valid_from: str | None
    valid_to: str | None
    successors: tuple[str, ...]
    source: tuple[str, ...] = ()
    confidence: str = "high"
    TABLE: ClassVar[str] = "localities.tsv"

    @property
    def parent(self) -> str:
        """The id of the province or district that it is in.

        >>> row_of("quang-tri.cam-lo.cam-chinh").parent
        'quang-tri.cam-lo'
        """
        return parent_of(self.id)

    @property
    def full_name(self) -> str:
        """Kind and name; of a number the kind has a capital (Nghị định 30/2020/NĐ-CP, Phụ lục II, III.1).

        >>> row_of("quang-tri.cam-lo").full_name, row_of("ho-chi-minh.1").full_name
        ('huyện Cam Lộ', 'Quận 1')
        """
        return f"{self.kind.capitalize() if self.name.isdigit() else self.kind} {self.name}"


def parent_of(locality_id: str) -> str:
    """The id of the province or district that it is in, empty for that of a province."""
    return locality_id.rpartition(".")[0]


def slug_of(locality_id: str) -> str:
    """The slug of the name within an id.

    >>> slug_of("lai-chau.than-uyen~2025")
    'than-uyen'
    """
    return locality_id.rpartition(".")[2].partition("~")[0]


@lru_cache(maxsize=20_000)
def row_of(locality_id: str) -> Locality | None:
    """The row with that id."""
    line = _lines().get(locality_id)
    if line is None:
        return None
    id_, name, kind, code, valid_from, valid_to, successors, source, confidence = line.split("\t")
    return Locality(
        id=id_,
        name=name,
        kind=kind,
        code=code or None,
        valid_from=valid_from or None,
        valid_to=valid_to or None,
        successors=tuple(successors.split(";")) if successors else (),
        source=tuple(source.split(";")),
        confidence=confidence,
    )


def ids_in(parent_id: str) -> tuple[str, ...]:
    """The ids of all that was ever directly in a province or district, sorted."""
    return _by_parent().get(parent_id, ())


def ids_with_slug(slug: str) -> tuple[str, ...]:
    """The ids of all whose name has that slug, sorted."""
    return _by_slug().get(slug, ())


@lru_cache(maxsize=1)
def _lines() -> dict[str, str]:
    lines = read_table(Locality.TABLE).removesuffix("\n").split("\n")[1:]
    return {line[: line.index("\t")]: line for line in lines}


@lru_cache(maxsize=1)
def _by_parent() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for id_ in sorted(_lines()):
        found.setdefault(parent_of(id_), []).append(id_)
    return {parent: tuple(ids) for parent, ids in found.items()}


@lru_cache(maxsize=1)
def _by_slug() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for id_ in sorted(_lines()):
        found.setdefault(slug_of(id_), []).append(id_)
    return {slug: tuple(ids) for slug, ids in found.items()}
