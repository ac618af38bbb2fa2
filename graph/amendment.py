"""A document that changes points of a plan (sửa đổi, bổ sung một số nội dung): which, and what they say then.

    2. Sửa đổi điểm a khoản 1 mục II như sau: "a) Rà soát ... trước ngày 31/8/2025."

The new words of a point stand without what is over them in the plan: `1. Công an tỉnh`, who has to do it, is in the old
document. So each point is read where it belongs: under the opening and the headings that the old plan has over it. What
such a document does not mention stays as it is; that is why it is called one on some points (usage).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from corpus.facts import TaskFact
from extract.extraction import Section
from extract.pinpoints import provisions
from graph.plans import Plan, plan_of
from rulebook.spelling import key

Verb = Literal["amend", "add", "repeal"]

_MARKER = r"(?:Điều \d+\.|\d+(?:\.\d+)*[.)]|[IVX]+\.|[a-zđ]\)|[-–+•*])?\s*"
_POINT = re.compile(
    rf"^[ \t]*{_MARKER}(?:(?P<phrase>(?:Thay|Thay thế|Sửa đổi|Sửa|Bãi bỏ|Bỏ|Bổ sung) (?:các )?cụm từ[^\n]{{0,300}})"
    r"|(?P<verb>Sửa đổi|Điều chỉnh|Thay thế|Bổ sung|Bãi bỏ|Hủy bỏ|Bỏ)(?!\w)"
    r"(?:,? (?:và )?bổ sung)?(?P<where>[^:“”\"\n]{1,240}?)(?:như sau\s*:?|thành\s*:|:|(?=[.;]?\s*$)))",
    re.MULTILINE,
)
_PART = re.compile(r"gạch đầu dòng|đoạn|\bcâu\b|dòng thứ|cụm từ|\bý\b|cột|biểu", re.IGNORECASE)
_OF_DOCUMENT = re.compile(
    r"(?:của|tại|trong|kèm theo|ban hành)?\s*(?:Kế hoạch|Quyết định|Chương trình|Đề án|Nghị quyết).*",
    re.DOTALL,
)
_BEHIND = re.compile(r"(?:vào )?(?:ngay )?(?:sau|trước) (?=điểm|khoản|mục)", re.IGNORECASE)
_BEHIND_ANOTHER = re.compile(
    r"((điểm|khoản|mục) \S+) (?:vào )?(?:ngay )?(?:(?:phía )?sau|trước) \2 [^\s,]+", re.IGNORECASE
)
_SECTION_AND_NUMBER = re.compile(r"\b([Mm]ục|[Pp]hần) ([IVX]+)\.(\d+)(?:\.([a-zđ]))?")
_UNIT_AND_VALUE = re.compile(
    r"(tiết|điểm|khoản|điều|tiểu mục|mục|chương|phần|phụ lục) (?:số )?(\S+)", re.IGNORECASE
)
_OWN_MARKER = re.compile(r"[\s“\"]*(?:(?P<a>[IVX]+|\d+(?:\.\d+)*|[a-zđ])[.)]|Điều (?P<b>\d+)\.)\s")
_CLOSES = re.compile(
    r"^[ \t]*(?:Điều \d+\.|Các nội dung khác|Những nội dung khác|Nơi nhận|TM\.)", re.MULTILINE
)
_VERBS: dict[str, Verb] = {"bo sung": "add", "bai bo": "repeal", "huy bo": "repeal", "bo": "repeal"}
_CHANGES = ("amends", "supplements")
_MOST_POINTS = 300  # that are read; further ones are left open
_LONGEST_OPENING = 6000  # characters of the old plan that stand over a point: its letterhead and its basis
_TITLE = re.compile(r"(?:ve )?(?:viec )?(?:sua doi|bo sung|dieu chinh)\b")


@dataclass(frozen=True, slots=True)
class Point:
    """A point that is changed: what is done, the words that say so, the paths of its sections in the old plan (none
    where they are not found there), and the new words, at `start` to `end` of the new document."""

    verb: Verb
    quote: str
    paths: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Amendment:
    """Why a document is an amendment of a plan (`quote`, its words), and the points that it changes."""

    quote: str
    points: tuple[Point, ...]


def amendment(old: Plan, new: Plan) -> Amendment | None:
    """How `new` changes points of `old`; `None` where it is a plan of its own, or replaces the whole."""
    if replacement(old, new):
        return None
    changed = [cited for cited in new.cites if cited.relation in _CHANGES and old.is_meant_by(cited)]
    another = old.number and any(cited.relation in _CHANGES for cited in new.cites)
    titled = _is_titled(new)
    if not changed and (another or not titled or _is_titled(old)):
        return None
    quote = new.title if titled and new.title else _sentence(new.text, changed[0].start)
    points = (
        point if number < _MOST_POINTS else replace(point, paths=())
        for number, point in enumerate(points_in(new.text, old.outline))
    )
    return Amendment(quote, tuple(points))


def replacement(old: Plan, new: Plan) -> str:
    """The words in which `new` says that it replaces or repeals `old`; empty where it does not."""
    ends = ("replaces", "repeals")
    said = (cited.start for cited in new.cites if cited.relation in ends and old.is_meant_by(cited))
    first = next(said, None)
    return "" if first is None else _sentence(new.text, first)


def _is_titled(plan: Plan) -> bool:
    return bool(plan.title and _TITLE.match(key(plan.title)))


def points_in(text: str, outline: tuple[Section, ...]) -> Iterator[Point]:
    """The points of a plan with this `outline` that `text` changes, in reading order.

    >>> sections = (Section(id="II", marker="II", kind="roman", heading="Việc", start=0, end=9, parent=None),
    ...     Section(id="II.1", marker="1", kind="number", heading="Sở Y tế", start=3, end=9, parent="II"))
    >>> text = '1. Bãi bỏ khoản 1 mục II.\\n2. Bổ sung khoản 2 mục II như sau: "2. Sở Nội vụ báo cáo."'
    >>> [(point.verb, point.paths, text[point.start : point.end]) for point in points_in(text, sections)]
    [('repeal', ('II.1',), ''), ('add', ('II',), '2. Sở Nội vụ báo cáo.')]
    """
    ids = _Paths(outline)
    behind = 0
    for found in _POINT.finditer(text):
        if found.start() < behind:
            continue
        quote = " ".join(found.group().split())
        if found["phrase"]:
            yield Point("amend", quote, (), found.end(), found.end())
        elif named := _named(found["where"]):
            verb = _VERBS.get(key(found["verb"]), "amend")
            start, behind = (found.end(), found.end()) if verb == "repeal" else _new_words(text, found.end())
            own = _own_marker(text, start, behind)
            paths = () if _PART.search(found["where"]) else ids.places(named, own, verb=verb)
            yield Point(verb, quote, paths, start, behind)


def _named(where: str) -> list[tuple[str, ...]]:
    """The places that the words name, each with its markers from the outermost in."""
    said = _BEHIND.sub(" , ", _BEHIND_ANOTHER.sub(r"\1", _OF_DOCUMENT.sub("", where)))
    said = _SECTION_AND_NUMBER.sub(
        lambda m: f"{f'điểm {m[4]} ' if m[4] else ''}khoản {m[3]} {m[1]} {m[2]}", said
    )
    lines = provisions(said)
    return [
        tuple(
            f"{unit.capitalize()} {value}" if unit.lower() in ("điều", "phụ lục") else value
            for unit, value in reversed(_UNIT_AND_VALUE.findall(line))
        )
        for line in lines
    ]


def _new_words(text: str, start: int) -> tuple[int, int]:
    """From where to where the new words of a point go: what stands in quotation marks, else up to the next point."""
    following = _POINT.search(text, start)
    while following and not following["phrase"] and not _named(following["where"]):
        following = _POINT.search(text, following.end())
    closing = _CLOSES.search(text, start)
    end = min(following.start() if following else len(text), closing.start() if closing else len(text))
    words = text[start:end]
    begin = start + len(words) - len(words.lstrip())
    if text[begin : begin + 1] in ("“", '"'):
        last = max(text.rfind("”", begin + 1, end), text.rfind('"', begin + 1, end))
        return begin + 1, last if last > begin else end
    return begin, start + len(words.rstrip())


def _own_marker(text: str, start: int, end: int) -> str | None:
    found = _OWN_MARKER.match(text, start, end)
    return found and (found["a"] or f"Điều {found['b']}")


def _sentence(text: str, at: int) -> str:
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    return " ".join(text[start : end if end >= 0 else len(text)].split())[:500]


class _Paths:
    """The sections of the old plan, by the ends of their paths."""

    def __init__(self, outline: tuple[Section, ...]) -> None:
        self._paths = [section.id for section in outline]

    def places(self, named: list[tuple[str, ...]], own: str | None, *, verb: Verb) -> tuple[str, ...]:
        """The paths of the sections that are changed or, where something is added, of the one that it comes into. Empty
        where one of them is not there, may be several, or is no neighbour of the others."""
        found = [self._place(markers, own, verb=verb) for markers in named]
        paths = tuple(dict.fromkeys(path for path in found if path is not None))
        over = {path.rpartition(".")[0] for path in paths}
        together = verb == "repeal" or (len(paths) == 1 if verb == "add" else len(over) == 1)
        return paths if together and None not in found else ()

    def _place(self, markers: tuple[str, ...], own: str | None, *, verb: Verb) -> str | None:
        if verb != "add":
            return self._one(markers)
        if own is None or own == markers[-1]:
            return self._one(markers[:-1])
        return self._one(markers) or self._one(markers[:-1])

    def _one(self, markers: tuple[str, ...]) -> str | None:
        if not markers:
            return None
        steps = [
            step.removeprefix(f"{before}.") for before, step in zip(("", *markers), markers, strict=False)
        ]
        path = ".".join(steps)
        found = {one for one in self._paths if one == path or one.endswith(f".{path}")}
        return found.pop() if len(found) == 1 else path if path in found else None


def tasks_of_points(
    old: Plan, new: Plan, points: tuple[Point, ...]
) -> list[tuple[Point, tuple[TaskFact, ...]]]:
    """For each point the tasks in its new words, read under what the old plan has over them."""
    sections = {section.id: section for section in old.outline}
    return [(point, tuple(_read(old, new, point, sections))) for point in points]


def _read(old: Plan, new: Plan, point: Point, sections: dict[str, Section]) -> Iterator[TaskFact]:
    if point.verb == "repeal" or not point.paths:
        return
    from extract import extract
    from ingest import read_bytes

    words = new.text[point.start : point.end]
    said = plan_of(extract(read_bytes((_over(old, point, sections) + words + "\n").encode(), "điểm.txt")))
    begin = said.text.rfind(words)
    for task in said.tasks:
        if begin < 0 or task.start >= begin:
            shift = point.start - begin
            places = (task.start + shift, task.end + shift) if begin >= 0 else (point.start, point.end)
            yield replace(
                task,
                start=places[0],
                end=places[1],
                quote=task.quote.rstrip('”"'),
                document_id=new.document_id or 0,
            )


def _over(old: Plan, point: Point, sections: dict[str, Section]) -> str:
    """What stands over a point in the old plan: its opening, then each section around it up to its first item."""
    first = min((section.start for section in old.outline), default=0)
    parts = [old.text[:first][-_LONGEST_OPENING:]]
    around: list[Section] = []
    at = sections.get(point.paths[0])
    if at and point.verb == "amend":
        at = sections.get(at.parent or "")
    while at and at not in around:
        around.append(at)
        at = sections.get(at.parent or "")
    for section in reversed(around):
        items = [one.start for one in old.outline if one.parent == section.id and one.start > section.start]
        parts.append(old.text[section.start : min((*items, section.end))])
    return "".join(part.rstrip() + "\n" for part in parts)
