"""Where everything stands in a picture: boxes in columns, and lines in the gutters between them.

A line leaves the left side of its box at a place of its own, where its relation is written, runs along a track of the
gutter, and enters the next column at its box or passage. All lines to one box share the way there; those that lead away
from it, against the order of the columns, have another. A line within a column, as between works that cite each other,
leaves and comes back on the left. Tracks of one gutter that would run over each other lie side by side; boxes and
passages of one column never overlap.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.columns import Columns, Item, Line, Passage, ends_of, way_of
from publish.svg_heights import GRID, HEAD, MARGIN, Heights, settled

BOX = 236
_PASSAGE, _STUB = 8, 16
_TRACK, _FREE = 7, 30


@dataclass(frozen=True, slots=True)
class Place:
    """The rectangle of an item, in pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def entry(self) -> int:
        """The height at which lines come in."""
        return self.y + self.height // 2 // GRID * GRID


@dataclass(frozen=True, slots=True)
class Run:
    """A line as it is drawn: its corners from source to target, and where its relation is written, at the right end of
    the words."""

    line: Line
    points: tuple[tuple[int, int], ...]
    label: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything in its place: boxes by the ids of their works, the left edges of the columns, the runs, the size."""

    boxes: Mapping[int, Place]
    columns: tuple[int, ...]
    runs: tuple[Run, ...]
    width: int
    height: int


def plan_of(columns: Columns, heights: Mapping[int, int], labels: Mapping[Line, int]) -> Plan:
    """The places of everything. `heights` are what the boxes need for their words, `labels` the widths of the words at
    the lines."""
    at = columns.column_of()
    ports = _ports(columns, at)
    stacked = [_stacked(column, heights, ports) for column in columns.columns]
    ys = settled(stacked, _neighbours(columns, at))
    lowest = max((y + height for column in ys for y, height in column.values()), default=HEAD)
    exits = _exits(ports, ys, at)
    tracks = _tracks(columns, ys, at, exits)
    lefts = _lefts(columns, labels, at, tracks)
    places = {
        (number, item): Place(lefts[number], y, BOX, height)
        for number, column in enumerate(ys)
        for item, (y, height) in column.items()
    }
    runs = tuple(_run(line, at, places, exits, tracks, lefts) for line in columns.lines)
    boxes = {item: place for (_, item), place in places.items() if isinstance(item, int)}
    right = (lefts[-1] if lefts else 0) + BOX
    return Plan(boxes, lefts, runs, right + MARGIN, lowest + 2 * MARGIN)


def _ports(columns: Columns, at: Mapping[int, int]) -> dict[int, list[Line]]:
    """The lines that are fixed to the left side of each box; of a line within a column both ends are."""
    fixed: dict[int, list[Line]] = defaultdict(list)
    for line in columns.lines:
        left, right = ends_of(line, at)
        fixed[right].append(line)
        if at[left] == at[right]:
            fixed[left].append(line)
    return fixed


def _neighbours(columns: Columns, at: Mapping[int, int]) -> dict[tuple[int, Item], set[tuple[int, Item]]]:
    """What each item is joined to in the columns beside its own."""
    found: dict[tuple[int, Item], set[tuple[int, Item]]] = defaultdict(set)
    for line in columns.lines:
        right = ends_of(line, at)[1]
        for one, other in pairwise([(at[right], right), *way_of(line, at)]):
            found[one].add(other)
            found[other].add(one)
    return found


def _stacked(
    column: Sequence[Item], heights: Mapping[int, int], ports: Mapping[int, list[Line]]
) -> dict[Item, int]:
    """The height of each item of a column, on the grid."""
    found: dict[Item, int] = {}
    for item in column:
        height = _PASSAGE
        if isinstance(item, int):
            height = max(heights[item], _STUB * len(ports.get(item, ())) + GRID)
        found[item] = -(-height // GRID) * GRID
    return found


Exits = Mapping[tuple[int, Line], int]
"""The height at which a line is fixed to the left side of a box."""


def _exits(ports: Mapping[int, list[Line]], ys: Heights, at: Mapping[int, int]) -> Exits:
    """The exits of each box, in the order of where the lines go; never at the height of an entry, which lies on the
    grid."""

    def goes_to(line: Line, box: int) -> int:
        other = line.target if box == line.source else line.source
        column, item = (way_of(line, at) or [(at[other], other)])[0]
        return _entry(ys[column][item])

    found = {}
    for box, lines in ports.items():
        top, height = ys[at[box]][box]
        first = top + (height - _STUB * (len(lines) - 1)) // 2
        for n, (_, _, line) in enumerate(
            sorted((goes_to(line, box), n, line) for n, line in enumerate(lines))
        ):
            found[box, line] = (first + n * _STUB) // GRID * GRID + GRID // 2
    return found


Track = tuple[int, Passage | Line]
"""A run up and down in the gutter left of a column, of the lines that share their way, or of a line within a column."""


def _tracks(
    columns: Columns,
    ys: Heights,
    at: Mapping[int, int],
    exits: Exits,
) -> dict[Track, int]:
    """The number of each track in its gutter: those that would touch lie side by side, short ones near the boxes."""
    spans: dict[Track, set[int]] = defaultdict(set)
    for line in columns.lines:
        shared, way = _shared(line, at), way_of(line, at)
        if not way:
            spans[at[line.target], line] = {exits[line.source, line], exits[line.target, line]}
            continue
        heights = [
            exits[ends_of(line, at)[1], line],
            *(_entry(ys[column][item], item, shared) for column, item in way),
        ]
        for (column, _), before, here in zip(way, heights, heights[1:], strict=False):
            spans[column + 1, shared] |= {before, here}
    numbers: dict[Track, int] = {}
    for gutter in {gutter for gutter, _ in spans}:
        ends: list[list[tuple[int, int]]] = []
        own = sorted(
            (max(ys_) - min(ys_), min(ys_), n, track)
            for n, (track, ys_) in enumerate(spans.items())
            if track[0] == gutter
        )
        for length, top, _, track in own:
            wanted = (top - GRID, top + length + GRID)
            number = next((n for n, taken in enumerate(ends) if not _touches(wanted, taken)), len(ends))
            if number == len(ends):
                ends.append([])
            ends[number].append(wanted)
            numbers[track] = number
    return numbers


def _touches(wanted: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    return any(wanted[0] <= bottom and top <= wanted[1] for top, bottom in taken)


def _lefts(
    columns: Columns, labels: Mapping[Line, int], at: Mapping[int, int], tracks: Mapping[Track, int]
) -> tuple[int, ...]:
    """The left edge of each column, after a gutter that is wide enough for its words and tracks."""
    words: dict[int, list[int]] = defaultdict(list)
    for line in columns.lines:
        words[at[ends_of(line, at)[1]]].append(labels[line])
    lanes: dict[int, int] = defaultdict(int)
    for (gutter, _), lane in tracks.items():
        lanes[gutter] = max(lanes[gutter], lane + 1)
    found: list[int] = []
    x = MARGIN
    for number in range(len(columns.columns)):
        if number or lanes[number]:
            x += max(words[number], default=0) + lanes[number] * _TRACK + _FREE
        found.append(x)
        x += BOX
    return tuple(found)


def _run(
    line: Line,
    at: Mapping[int, int],
    places: Mapping[tuple[int, Item], Place],
    exits: Exits,
    tracks: Mapping[Track, int],
    lefts: tuple[int, ...],
) -> Run:
    def track(gutter: int, way: Passage | Line) -> int:
        start = lefts[gutter - 1] + BOX if gutter else MARGIN
        return start + _FREE // 2 + tracks[gutter, way] * _TRACK

    right, shared = ends_of(line, at)[1], _shared(line, at)
    start, exit_ = places[at[right], right], exits[right, line]
    points = [(start.x, exit_)]
    for column, item in way_of(line, at):
        place = places[column, item]
        entry, x = _entry((place.y, place.height), item, shared), track(column + 1, shared)
        points += [(x, points[-1][1]), (x, entry), (lefts[column] + BOX, entry)]
        if isinstance(item, Passage):
            points.append((lefts[column], entry))
    if at[line.source] == at[line.target]:
        x, back = track(at[right], line), exits[line.target, line]
        points += [(x, exit_), (x, back), (start.x, back)]
    inwards = right == line.source
    return Run(
        line, tuple(points if inwards else points[::-1]), (start.x - (6 if inwards else 14), exit_ - 4)
    )


def _shared(line: Line, at: Mapping[int, int]) -> Passage:
    """The way that a line shares: with all lines to its left end, or all that lead away from that one."""
    left, _ = ends_of(line, at)
    return Passage(left, against=left == line.source)


def _entry(place: tuple[int, int], item: Item | None = None, shared: Passage | None = None) -> int:
    """The height at which lines come in; lines against the order leave a box a little lower."""
    lower = GRID // 2 if shared and shared.against and not isinstance(item, Passage) else 0
    return place[0] + place[1] // 2 // GRID * GRID + lower
