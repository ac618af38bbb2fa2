"""The goals of one sentence: its measures parted into clauses, one goal each.

    Có 70% số xã đạt chuẩn, trong đó 30% số xã nâng cao       two goals
    100% tổ dân phố có ít nhất 01 ngôi nhà xanh               one: the second number belongs to the first goal
    giảm từ 5% xuống còn 3%                                   one: 3%
    trên 2.700 hộ nghèo và 3.000 hộ cận nghèo                 two, the comparison is that of both

What the sentence tells of the past (`hiện có 12 xã`, `đã đạt 60%`) and shares of a cost (`hỗ trợ 50% kinh phí`) are no
goals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.measures import Measure, measures
from rulebook.cues import any_of

_NEAR = 200  # characters that are looked at between two measures, or before one


@dataclass(frozen=True, slots=True)
class Clause:
    """A goal in its sentence: `start` to `end` are the words that state it."""

    measure: Measure
    start: int
    end: int


@lru_cache(maxsize=1)
def _words() -> dict[str, re.Pattern[str]]:
    opening, link = any_of("target_opening"), any_of("compare_link")
    year = r"(?:(?:đến|trong|vào)\s+)?(?:hết\s+|cuối\s+)?năm\s+[0-9]{4}\s*,?\s+"
    return {
        name: re.compile(pattern, re.IGNORECASE)
        for name, pattern in {
            "part": r".*(?<!\w)trong đó(?!\w)\s*:?\s*(?:(?:có|số|thì)(?=\s+\W*$)\s*)?",
            "joined": rf"^(?:\s+(?:và|hoặc)\s+|\s*,\s+(?:và\s+)?)(?:{year})?(?:{link}\s+)?$",
            "listed": rf".*(?:,|\s(?:và|hoặc))\s+(?={opening}(?:\s+[^\s,]+){{0,25}}\s*$)",
            "short": rf".*(?:,|\s(?:và|hoặc))\s+(?=(?:{year})?(?:{link}\s+)?$)",
            "closed": r"^\s*(?:,\s*(?:và\s+)?|\s+và\s+)(?=\S)",
            "rises": rf"^(?:\s+[^\s,;]+){{0,8}}?\s+{any_of('target_rise')}(?:\s+{link}){{0,2}}\s+$",
            "restated": rf"(?<!\w){any_of('target_restated')}\s+(?:{link}\s+)?$"
            r"|(?<!\w)nâng\s+(?:tổng\s+)?số[^,;]{0,60}\slên\s+$",
            "past": rf"(?<!\w){any_of('target_past')}",
            "share": rf"\s+(?:của\s+)?{any_of('target_share')}",
            "of_cost": rf"(?<!\w){any_of('target_of_cost')}",
            "denied": rf"(?<!\w){any_of('target_denied')}",
            "support": rf"(?<!\w){any_of('target_support')}",
            "money": rf"(?<!\w){any_of('target_money')}",
        }.items()
    }


def clauses(text: str) -> list[Clause]:
    """The goals that a sentence of a part on goals states, in order.

    >>> said = "Có 70% số xã đạt chuẩn, trong đó 30% số xã nâng cao."
    >>> [said[one.start : one.end] for one in clauses(said)]
    ['Có 70% số xã đạt chuẩn', '30% số xã nâng cao']
    """
    found: list[Clause] = []
    for measure in measures(text):
        last = found[-1] if found else None
        if last is None:
            found.append(Clause(measure, 0, len(text)))
            continue
        gap = text[last.measure.end : measure.start]
        if _rises(text, last.measure, gap):
            found[-1] = replace(last, measure=measure)
        elif (cut := _cut(gap, last.measure)) is not None:
            found[-1] = replace(last, end=last.measure.end + cut[0])
            found.append(Clause(_shared(measure, last.measure, gap), last.measure.end + cut[1], len(text)))
    return [_trimmed(text, one) for one in found if _is_goal(text, one)]


def _rises(text: str, first: Measure, gap: str) -> bool:
    """Whether two measures are from where to where something changes: only the second is the goal."""
    return (
        len(gap) < _NEAR
        and text.startswith(("từ ", "Từ "), first.start)
        and bool(_words()["rises"].match(gap))
    )


def _cut(gap: str, last: Measure) -> tuple[int, int] | None:
    """Where in the words between two measures the first goal ends and the second begins; `None` where both are one."""
    near = gap[-_NEAR:]
    before = len(gap) - len(near)
    if _words()["restated"].search(near):
        return None
    for name in ("part", "short", "listed"):
        if found := _words()[name].match(near):
            return before + _end_of_first(near, found.end()), before + found.end()
    closed = _words()["closed"].match(gap)
    return (closed.start(), closed.end()) if closed and last.kind in ("percent", "money") else None


def _end_of_first(gap: str, begin: int) -> int:
    return len(
        re.sub(
            r"[\s,;:]*(?:(?:và|hoặc)\s*)?(?:trong đó\W*(?:có|số|thì)?\s*)?$",
            "",
            gap[:begin],
            flags=re.IGNORECASE,
        )
    )


def _shared(measure: Measure, last: Measure, gap: str) -> Measure:
    """The second of two counts joined by `và` has the comparison of the first where it has none of its own."""
    joined = _words()["joined"].match(gap)
    alike = measure.kind == last.kind == "count" and not measure.said and last.said
    return replace(measure, comparison=last.comparison) if joined and alike else measure


def past_before(words: str) -> bool:
    """Whether words before a goal say that it was one in the past (`năm qua đã phấn đấu ...`).

    >>> past_before("Thời gian qua, tỉnh đã "), past_before("Các xã ")
    (True, False)
    """
    return bool(_words()["past"].search(words))


def _is_goal(text: str, clause: Clause) -> bool:
    measure = clause.measure
    before = text[max(clause.start, measure.start - _NEAR) : measure.start]
    if any(_words()[name].search(before) for name in ("past", "restated", "denied")):
        return False
    if measure.kind == "money":
        return bool(_words()["money"].search(before)) and not _words()["support"].search(before)
    if measure.kind == "percent" and _words()["share"].match(text, measure.end):
        return bool(_words()["of_cost"].search(before)) and not _words()["support"].search(before)
    return True


def _trimmed(text: str, clause: Clause) -> Clause:
    """The clause without punctuation at its ends and without the label before it (`Kinh tế số: ...`), which stays where
    it says what is measured (`Tỷ lệ đô thị hóa: 40%`)."""
    end = clause.start + len(_PUNCTUATION.sub("", text[clause.start : clause.end]))
    end = max(end, clause.measure.end)
    label = text.rfind(": ", clause.start, clause.measure.start)
    bare = clause.measure.start - label < 4 and end - clause.measure.end < 4
    start = clause.start if label < 0 or (bare and label - clause.start > 3) else label + 2
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    return replace(clause, start=min(start, clause.measure.start), end=end)


_LEAD = re.compile(r"[\s,;:.\-–+*•“\"]*(?:(?:và|trong đó)\s+)?", re.IGNORECASE)
_PUNCTUATION = re.compile(r"[\s,;:./\u2592]+\Z")
