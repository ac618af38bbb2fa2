"""Who answers today for what a body was given then (kế thừa chức năng, nhiệm vụ qua các lần sắp xếp bộ máy).

A body is followed from day to day, through every reorganisation of the body and of its place, until the asked day:

    2020-05-01   Sở Lao động - Thương binh và Xã hội tỉnh Đắk Lắk      "Rà soát hộ nghèo"
    2025-03-01     giảm nghèo          -> Sở Nông nghiệp và Môi trường tỉnh Đắk Lắk     (Nghị định 45/2025/NĐ-CP)
    2025-07-01     tỉnh Đắk Lắk, Phú Yên -> tỉnh Đắk Lắk                                (Nghị quyết 202/2025/QH15)

On one day the body is followed first, its place afterwards. Nothing is chosen that the law, the place or the words of
the task do not decide; `shares` says what decides. The general rule that rights and duties pass to the body that takes
over is that of Nghị quyết 190/2025/QH15; the districts ended by Luật 72/2025/QH15, which leaves it to decrees on each
field which of their tasks are with the commune and which with the province.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal

from rulebook.bodies import Body, agency_rows, body_called, shortly_after
from rulebook.body_places import level_of, place_row
from rulebook.dates import last_of
from rulebook.place_steps import Arrival, last_day, move, next_move, take_to
from rulebook.place_words import province_meant
from rulebook.shares import Share, days_of_steps, shares
from rulebook.tables import Reorganisation

__all__ = ["CAUSES", "Body", "Heir", "Passage", "Succession", "body_called", "succession"]

State = Literal["living", "succeeded", "undecided", "ended", "open", "unknown"]


@dataclass(frozen=True, slots=True)
class Passage:
    """One dated step on the way: from the body before to the body after, or from its place before to that after."""

    step: Reorganisation
    before: Body
    after: Body

    def as_json(self) -> dict[str, Any]:
        """Its date, bodies, function, legal basis, and how sure it is."""
        return {
            "date": self.step.date,
            "before": self.before.as_json(),
            "after": self.after.as_json(),
            "function": self.step.function,
            "legal_basis": list(self.step.legal_basis),
            "confidence": self.step.confidence,
            "step": self.step.id,
        }


@dataclass(frozen=True, slots=True)
class Heir:
    """A body that answers on the asked day, the way to it, and `by` which words of the task, if any decided."""

    body: Body
    way: tuple[Passage, ...] = ()
    by: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The body, the way and the words."""
        return {"body": self.body.as_json(), "way": [step.as_json() for step in self.way], "by": self.by}


@dataclass(frozen=True, slots=True)
class Succession:
    """Who answers on day `on` for what `body` was given on day `since`. `state` is

    `living` (the same body at the same place), `succeeded` (one heir), `undecided` (several, none chosen), `open` (the
    rule data do not know, or provinces differ; `heirs` are those that may be), `ended` (no heir), `unknown` (no such
    body on that day). `why` says it to people, `causes` in the words of `CAUSES`.
    """

    body: Body
    since: date
    on: date
    state: State
    heirs: tuple[Heir, ...]
    why: str
    causes: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """All of it as plain values."""
        return {
            "body": self.body.as_json(),
            "since": self.since.isoformat(),
            "on": self.on.isoformat(),
            "state": self.state,
            "heirs": [heir.as_json() for heir in self.heirs],
            "why": self.why,
            "causes": list(self.causes),
        }


@dataclass(frozen=True, slots=True)
class _End:
    """Where one branch has come to: `causes` of every step on the way that left a choice, or had no heir."""

    body: Body
    way: tuple[Passage, ...] = ()
    by: str | None = None
    causes: tuple[str, ...] = ()


def succession(body: Body, since: date, on: date, work: str = "") -> Succession:
    """Who answers on day `on` for what `body` was given on day `since`, the day of the document.

    `work` are the words of the task, and below them, line by line, those of the headings over it, nearest first: the
    first line that names a function decides. A day `on` before `since` is answered as `since`.

    >>> from datetime import date
    >>> old = Body("province.so-lao-dong-thuong-binh-va-xa-hoi", "dak-lak")
    >>> found = succession(old, date(2020, 5, 1), date(2026, 11, 29), "Rà soát hộ nghèo")
    >>> found.state, found.heirs[0].body.name, found.heirs[0].by
    ('succeeded', 'Sở Nông nghiệp và Môi trường tỉnh Đắk Lắk', 'hộ nghèo')
    >>> succession(old, date(2020, 5, 1), date(2026, 11, 29), "Báo cáo kết quả thực hiện").state
    'undecided'
    """
    on = max(on, since)
    if why := _not_there(body, since):
        return Succession(body, since, on, "unknown", (), why)
    lines = [line for line in work.split("\n") if line.strip()]
    ends_at = (_last_day(body.agency), last_day(body.place))
    start = min([since, *(day - timedelta(days=1) for day in ends_at if day)])
    ends = _follow(_End(body), start, on, lines)
    heirs: dict[Body, Heir] = {}
    for end in sorted(ends, key=lambda end: end.by is None):
        if "ended" not in end.causes and end.body.agency:
            heirs.setdefault(end.body, Heir(end.body, end.way, end.by))
    causes = dict.fromkeys(cause for end in ends for cause in end.causes)
    state = _state(body, tuple(heirs), causes)
    why = _why(state, causes, list(heirs.values()))
    return Succession(body, since, on, state, tuple(heirs.values()), why, tuple(causes))


def _follow(end: _End, after: date, on: date, lines: list[str]) -> list[_End]:
    """Every body to which a branch comes by day `on`; `after` is the day up to which it has been followed."""
    if not end.body.agency:
        return [end]
    day = _next_day(end.body, after, on)
    if day is None:
        return [end]
    found: list[_End] = []
    for share in _taken(end.body, day, lines):
        found += _handed(end, share, day)
    arrived = [moved for each in found or [end] for moved in _moved(each, day, lines)]
    return [last for each in arrived for last in _follow(each, day, on, lines)]


def _next_day(body: Body, after: date, on: date) -> date | None:
    """The next day after `after` and up to `on` on which something happens to the body or its place."""
    days = [last_of(text) for text in days_of_steps(body.agency)]
    days += [day for day in [next_move(body.place, after)] if day]
    return min((day for day in days if after < day <= on), default=None)


def _taken(body: Body, day: date, lines: list[str]) -> tuple[Share, ...]:
    texts = [text for text in days_of_steps(body.agency) if last_of(text) == day]
    return shares(body.agency, body.place, texts[0], lines) if texts else ()


def _handed(end: _End, share: Share, day: date) -> list[_End]:
    """The branch after one share: one body, or one in each commune of a district."""
    causes = end.causes if share.cause in ("words", "whole") else (*end.causes, share.cause)
    if share.agency is None:
        return [_End(Body("", None), end.way, end.by, causes)]
    by = "; ".join(dict.fromkeys(filter(None, (end.by, share.by)))) or None
    found = []
    for arrival in take_to(end.body, share.agency, day):
        heir = Body(share.agency, arrival.place)
        why = (*causes, *([arrival.cause] if arrival.cause else []))
        passage = () if heir == end.body else (Passage(share.row, end.body, heir),)
        found.append(_End(heir, (*end.way, *passage), by, why))
    return found


def _moved(end: _End, day: date, lines: list[str]) -> list[_End]:
    """The branch after what happened to its place on that day; a place that the task names decides between several."""
    row = end.body.row
    arrivals: tuple[Arrival, ...] = move(end.body.place, day) if row else ()
    if (
        row
        and row.level != "commune"
        and any(level_of(place_row(each.place)) == "commune" for each in arrivals)
    ):
        return [end]  # a body for several communes serves the same area as before
    by = end.by
    if any(arrival.cause == "split" for arrival in arrivals):
        heirs = [arrival.place for arrival in arrivals if arrival.place]
        if meant := province_meant(lines, end.body.place or "", heirs):
            arrivals = tuple(replace(each, cause=None) for each in arrivals if each.place == meant[0])
            by = "; ".join(filter(None, (end.by, meant[1])))
    found = []
    for arrival in arrivals:
        heir = Body(end.body.agency, arrival.place)
        causes = (*end.causes, *([arrival.cause] if arrival.cause else []))
        if arrival.step is not None:
            found.append(_End(heir, (*end.way, Passage(arrival.step, end.body, heir)), by, causes))
    return found or [end]


def _state(body: Body, heirs: tuple[Body, ...], causes: dict[str, None]) -> State:
    if "open" in causes:
        return "open"
    if not heirs:
        return "ended"
    if len(heirs) > 1 or "communes" in causes:
        return "undecided"
    return "living" if heirs == (body,) else "succeeded"


CAUSES: dict[str, str] = {
    "functions": "nội dung công việc thuộc chức năng đã chuyển cho nhiều cơ quan",
    "silent": "chức năng được chia cho nhiều cơ quan, nội dung công việc không nói rõ chức năng nào",
    "several": "nhiều cơ quan tiếp nhận, chưa rõ theo chức năng nào",
    "open": "chưa xác định được: có nơi sắp xếp khác nhau, hoặc không có căn cứ để biết",
    "ended": "kết thúc hoạt động, không có cơ quan tiếp nhận",
    "communes": "mỗi xã, phường, đặc khu trên địa bàn cũ tiếp nhận phần của mình",
    "split": "địa bàn được chia thành nhiều tỉnh",
}
"""Why there are several heirs, or none that is sure."""
_ONE_OF_THEM = (
    "quy định nêu nhiều cơ quan tiếp nhận, tùy từng nơi"  # the words chose a function that went to several
)


def _why(state: State, causes: dict[str, None], heirs: list[Heir]) -> str:
    if state == "living":
        return "vẫn là cơ quan đó"
    if state == "succeeded":
        if heirs[0].by:
            return f"theo nội dung công việc: “{heirs[0].by}”"
        same = all(step.before.agency == step.after.agency for step in heirs[0].way)
        return "vẫn là cơ quan đó, theo địa bàn mới" if same else "tiếp nhận toàn bộ chức năng, nhiệm vụ"
    return "; ".join(CAUSES[cause] for cause in causes) or _ONE_OF_THEM


def _not_there(body: Body, since: date) -> str:
    """Why the body cannot have been given anything on that day; empty where it can."""
    row, place = body.row, place_row(body.place)
    if row is None:
        return "dữ liệu không có cơ quan này"
    if body.place is not None and place is None:
        return "dữ liệu không có địa bàn này"
    for name, begun in (
        (row.name, row.valid_from),
        (place.name if place else "", place.valid_from if place else None),
    ):
        if begun and shortly_after(since).isoformat()[: len(begun)] < begun:
            return f"{name} chưa có vào ngày {since:%d/%m/%Y}"
    return ""


def _last_day(agency: str) -> date | None:
    row = agency_rows().get(agency)
    return last_of(row.valid_to) if row and row.valid_to else None
