"""Measurable goals (chỉ tiêu): what a document wants reached, how much of it, and by when.

Goals stand in the parts headed `mục tiêu` or `chỉ tiêu`, and elsewhere after `phấn đấu`, after `chỉ tiêu` or `mục tiêu`
with a number, and after `bảo đảm` with a share (`bảo đảm 100% học sinh ...`). The last day comes from the clause, else
from the words that open its item, else from the lead-in, the headings over it, and the title. Tables and parts on the
past give none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from extract.deadline_search import day_of, without_citations
from extract.extraction import Citation, Header, Target
from extract.horizons import Horizon, horizon_of, horizons
from extract.measures import COMPARISONS
from extract.node import Node
from extract.parts import label, purpose
from extract.target_clauses import Clause, clauses, past_before
from rulebook.cues import any_of, cues

_MARK = re.compile(r"[;!?….]")
_SENTENCE = re.compile(
    r"[;!?…]\s*|(?<!TP)(?<!TX)(?<!TT)(?<!TS)(?<!PGS)\.(?=\s+[^\W\d_a-zđ])\s*"
    r"|(?<=[^\W\d_]{2})\.(?=\s+[0-9])\s*|\.\s*$"
)
_BRACKET = re.compile(r"\([^()]{0,300}\)")
_RAISED = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹⁰]+")
_BLANKS = "\t\n\v\f\r\u0085\u00a0\u2028\u2029"
_LONGEST = 1500  # characters of a sentence that are looked at
_DIGIT = re.compile(r"[0-9]")


class _Place(NamedTuple):
    """What a node hands down: whether it stands in a part on goals, whether in one on the past, and by when its goals
    are to be reached."""

    goals: bool = False
    aims: bool = False  # a part on purposes and requirements, where only shares are goals
    past: bool = False
    due: str | None = None


@lru_cache(maxsize=1)
def _words() -> dict[str, re.Pattern[str]]:
    said = {
        "heading": rf"\W*(?:{any_of('target_part_opening')}\W+)*{any_of('target_part')}(?!\s+quốc gia)",
        "aims": rf"\W*(?:các\W+)?{any_of('target_aim_part')}",
        "past": rf"\W*(?:{any_of('target_part_opening')}\W+)*{any_of('target_past_part')}",
        "striving": rf"(?<!\w){any_of('target_striving')}",
        "assured": _assured(),
        "named": _named(),
        "leads": rf"(?<!\w)(?:{any_of('target_part')}(?!\s+quốc gia)(?:\s+(?:{any_of('target_lead_in')}|[0-9]{{4}}))"
        rf"{{0,9}}|{any_of('target_striving')}[^.;]{{0,120}})\s*:$",
    }
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in said.items()}


def _assured() -> str:
    """`bảo đảm` and a goal of it: all, nothing left, or a share that is compared."""
    share = rf"100\s?%|không còn|(?:{any_of('compare_least')}|trên)\s+[0-9.,]{{1,9}}\s?%"
    between = r"(?:(?:đến|trong|vào)\s[^,;.]{0,25}\s)?(?:(?:cho|có)\s+)?"
    return rf"(?<!\w){any_of('target_assured')}\s+{between}(?={share})"


def _named() -> str:
    """`chỉ tiêu`, `mục tiêu` and the words that begin a goal; not what is only compared with one."""
    opening = any_of("target_opening", "compare_link", *COMPARISONS)
    before = "".join(f"(?<!{word} )" for word in ("so với", "thấp hơn", "cao hơn", "vượt"))
    after = r"(?!\s+quốc gia)(?:\s+(?:là|đề ra(?:\s+là)?)|\s*:)?\s+"
    return rf"{before}(?<!\w){any_of('target_named')}{after}(?={opening}|[0-9])"


def find_targets(
    text: str, root: Node, citations: tuple[Citation, ...], header: Header
) -> tuple[Target, ...]:
    """The goals of a document, in reading order: `root` is its outline, `citations` are no numbers of goals."""
    blotted = _blotted(without_citations(text, citations))
    search = _Search(text, blotted, day_of(header).year, header.date)
    first = _Place(due=horizon_of(header.title or ""))
    places: dict[int, _Place] = {id(root): first}
    headed = dict(places)  # as the headings say, before any lead-in
    found: list[Target] = []
    for node in root.walk():
        over = places[id(node.parent)] if node.parent else first
        place = places[id(node)] = headed[id(node)] = search.place(node, over)
        if node.kind == "plain" and node.parent and (node.text.endswith(":") or _is_heading(node)):
            places[id(node)] = places[id(node.parent)] = search.led_in(node, headed[id(node.parent)])
        if node.block and node.kind not in ("table", "footnote"):
            found += search.targets(node, place)
    return tuple(sorted(found, key=lambda target: target.start))


def _may_hold_number(text: str) -> bool:
    return bool(_DIGIT.search(text)) or "không còn" in text.lower()


def _blotted(text: str) -> str:
    """The text with its brackets blotted out and every white space a blank, each character at its place."""
    for blank in _BLANKS:  # much faster than `translate`, for texts have few of them
        text = text.replace(blank, " ")
    for pattern in (_BRACKET, _RAISED):  # each by itself is found by its first character
        text = pattern.sub(lambda found: "\u2592" * len(found.group()), text)
    return text


@dataclass(frozen=True, slots=True)
class _Search:
    text: str
    blotted: str  # the text without citations and brackets
    year: int | None
    issued: str | None

    def place(self, node: Node, over: _Place) -> _Place:
        """The place of a node, from its own heading and the place it stands in."""
        heading = label(node.text)
        if not node.block or not heading:
            return over
        if not (node.children or heading != node.text.strip() or _is_heading(node)):
            return over
        said = purpose(heading)
        past = bool(_words()["past"].match(heading))
        goals = not past and bool(_words()["heading"].match(heading))
        aims = not past and bool(_words()["aims"].match(heading))
        if not (goals or aims or past) and (said is None or not node.children):
            goals, aims, past = over.goals, over.aims, over.past
        own = horizon_of(self.blotted[node.start : node.start + len(heading)], self.year)
        return _Place(goals, aims, past, own or (over.due if said != "report" else None))

    def led_in(self, node: Node, over: _Place) -> _Place:
        """The place of what follows a lead-in (`Đến năm 2025:`, `phấn đấu đạt các chỉ tiêu sau:`)."""
        own = horizon_of(self.blotted[node.start : node.stop], self.year)
        if _is_heading(node):
            return self.place(node, over)._replace(due=own or over.due)
        goals = over.goals or bool(_words()["leads"].search(node.text[-_TAIL:]))
        return over._replace(goals=goals, due=own or over.due)

    def targets(self, node: Node, place: _Place) -> Iterator[Target]:
        """The goals that a node states, sentence by sentence; a time that opens one holds for those that follow."""
        if place.past or not _may_hold_number(node.text):
            return
        opening: str | None = None
        for start, end in _sentences(self.blotted, node.start, node.stop):
            sentence = self.blotted[start:end]
            if not _may_hold_number(sentence):
                continue
            said = _said(sentence, place)
            if not said:
                continue
            times = horizons(sentence, self.year)
            if times and times[0].start <= said[0].measure.start:
                opening = times[0].due
            for clause in said:
                due = _due(clause, times) or opening
                if not self._is_past(due):
                    handed = None if self._is_past(place.due) else place.due
                    yield from self._made(clause, start, due or handed)

    def _is_past(self, due: str | None) -> bool:
        return bool(due and self.issued and due < self.issued)

    def _made(self, clause: Clause, start: int, due: str | None) -> Iterator[Target]:
        measure = clause.measure
        quote = " ".join(self.text[start + clause.start : start + clause.end].split())
        ends = [(measure.value, measure.comparison)]
        if measure.low is not None:
            ends = [(measure.low, ">="), (measure.value, "<=")]
        for value, comparison in ends:
            yield Target(
                quote=quote,
                start=start + clause.start,
                end=start + clause.end,
                value=value,
                unit=measure.unit,
                comparison=comparison,
                due=due,
            )


def _is_heading(node: Node) -> bool:
    """Whether a paragraph without a marker is a heading that says what follows it is for (`CÁC CHỈ TIÊU CHỦ YẾU`)."""
    heading = label(node.text)
    return bool(heading and len(heading) == len(node.text) < _TAIL and purpose(heading))


_NEAR = re.compile(r"(?:[^,]|(?<=[0-9]),){1,80}\Z")  # between `chỉ tiêu` and its number
_TAIL = 160  # characters


def _sentences(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    here = start
    for mark in _MARK.finditer(text, start, stop):
        if gap := _SENTENCE.match(text, mark.start(), stop):
            yield here, min(gap.start(), here + _LONGEST)
            here = gap.end()
    if here < stop:
        yield here, min(stop, here + _LONGEST)


def _said(sentence: str, place: _Place) -> list[Clause]:
    """The goals of a sentence, by the part it stands in."""
    if place.goals:
        return clauses(sentence)
    striven = _striven(sentence)
    return (
        striven
        if striven or not place.aims
        else [one for one in clauses(sentence) if one.measure.kind == "percent"]
    )


@lru_cache(maxsize=1)
def _first_words() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The first two words, in small letters, of what says that a goal follows, by its pattern: most sentences have none
    of them."""
    names = ("striving", "named", "assured")
    return tuple(
        (name, tuple({" ".join(phrase.lower().split()[:2]) for phrase in cues(f"target_{name}")}))
        for name in names
    )


def _striven(sentence: str) -> list[Clause]:
    """The goals of a sentence outside the parts on goals: those behind the words that say it is one."""
    lowered = sentence.lower()
    starts = [
        (found.start(), name)
        for name, begins in _first_words()
        if any(words in lowered for words in begins) and (found := _words()[name].search(sentence))
    ]
    if not starts:
        return []
    start, name = min(starts)
    if past_before(sentence[max(0, start - _TAIL) : start]):
        return []
    said = [_moved(clause, start) for clause in clauses(sentence[start:])]
    if name == "named" and (not said or not _NEAR.match(sentence[start : said[0].measure.start])):
        return []
    if name == "named":
        return [_to_comma(sentence, one) for one in said]
    return said if name != "assured" else [one for one in said if one.measure.kind in ("percent", "none")]


def _to_comma(sentence: str, clause: Clause) -> Clause:
    """`mục tiêu giảm 500 hộ, căn cứ thực trạng ...`: what follows the comma is of the sentence, not of the goal."""
    comma = sentence.find(",", clause.measure.end, clause.end)
    return clause if comma < 0 else replace(clause, end=comma)


def _moved(clause: Clause, by: int) -> Clause:
    measure = clause.measure
    there = replace(measure, start=measure.start + by, end=measure.end + by)
    return Clause(there, clause.start + by, clause.end + by)


def _due(clause: Clause, times: list[Horizon]) -> str | None:
    """The horizon in a clause: the last one before its number, else the first one behind it."""
    inside = [one for one in times if clause.start <= one.start and one.end <= clause.end + 1]
    before = [one for one in inside if one.start < clause.measure.start]
    return before[-1].due if before else inside[0].due if inside else None
