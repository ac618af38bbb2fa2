"""By what the tasks can be narrowed, as the page shows it (các bộ lọc)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from graph.finder import Answers, CountedBody
from nhiemvu.web.search_asked import SearchAsked
from nhiemvu.web.search_views import Facet, FacetValue
from rulebook.body_places import province_rows

STATUS = {
    "overdue": "Quá hạn",
    "open": "Chưa thực hiện",
    "doing": "Đang thực hiện",
    "done": "Đã hoàn thành",
}
DUE = {
    "this_month": "Trong tháng này",
    "next_month": "Trong tháng sau",
    "this_year": "Trong năm nay",
    "again": "Định kỳ",
    "none": "Không ghi ngày",
}
LEVELS = {
    "central": "Trung ương",
    "province": "Cấp tỉnh",
    "district": "Cấp huyện",
    "commune": "Cấp xã",
}
_QUARTERS_OF = 3  # years, of which the quarters are listed beside the years


def facets(
    asked: SearchAsked, answers: Answers, names: Callable[[SearchAsked], dict[str, str]]
) -> tuple[Facet, ...]:
    """All facets, each with the values that there are among the tasks that match; `names` tells what the values are
    called that were chosen."""
    counted, chosen = answers.counted, names(asked)
    return (
        _of_phrases("status", "Tình trạng", asked.status, STATUS, counted.status.items()),
        _of_phrases("due", "Thời hạn", asked.due, DUE, counted.due.items()),
        _of_bodies("now", "Cơ quan hiện nay", asked.now, answers.now, chosen),
        _of_bodies("agency", "Cơ quan như trong văn bản", str(asked.agency), answers.named, chosen),
        _of_phrases("level", "Cấp của cơ quan chủ trì", asked.level, LEVELS, counted.levels),
        _of_names(
            "province",
            "Địa bàn",
            asked.province,
            [(id_, province_name(id_), number) for id_, number in counted.provinces],
        ),
        _of_names("type", "Loại văn bản", asked.type, [(one, one, number) for one, number in counted.types]),
        _of_names("period", "Kỳ ban hành", asked.period, _periods(answers)),
    )


def province_name(id_: str) -> str:
    """The name of a province with its kind."""
    row = province_rows().get(id_)
    return f"{row.kind} {row.name}" if row else id_


def _of_phrases(
    field: str, title: str, chosen: str, phrases: dict[str, str], numbers: Iterable[tuple[str, int]]
) -> Facet:
    found = dict(numbers)
    values = tuple(
        FacetValue(value, phrase, found.get(value, 0), value == chosen)
        for value, phrase in phrases.items()
        if found.get(value) or value == chosen
    )
    return Facet(field, title, values, phrases=True)


def _of_bodies(
    field: str, title: str, chosen: str, bodies: Sequence[CountedBody], names: dict[str, str]
) -> Facet:
    return _of_names(field, title, chosen, [(one.value, one.name, one.number) for one in bodies], names)


def _of_names(
    field: str,
    title: str,
    chosen: str,
    found: Sequence[tuple[str, str, int]],
    names: dict[str, str] | None = None,
) -> Facet:
    values = [FacetValue(value, name, number, value == chosen) for value, name, number in found]
    if chosen and not any(one.chosen for one in values):
        name = (names or {}).get(field) or (province_name(chosen) if field == "province" else chosen)
        values.insert(0, FacetValue(chosen, name, None, chosen=True))
    return Facet(field, title, tuple(values), phrases=False)


def _periods(answers: Answers) -> list[tuple[str, str, int]]:
    """The years, and of the last of them the quarters."""
    found: list[tuple[str, str, int]] = []
    quarters = dict(answers.counted.quarters)
    for n, (year, number) in enumerate(answers.counted.years):
        found.append((str(year), str(year), number))
        of = [(4 * year + quarter, quarter + 1) for quarter in range(3, -1, -1)] if n < _QUARTERS_OF else []
        found += [
            (f"{year}-Q{quarter}", f"{('I', 'II', 'III', 'IV')[quarter - 1]}/{year}", quarters[at])
            for at, quarter in of
            if at in quarters
        ]
    return found
