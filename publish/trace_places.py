"""Where everything stands in the picture of a trace: boxes in columns, and lines in the gutters between them.

A line leaves the left side of its box at a place of its own, where its relation is written, runs along a track of the
gutter, and enters the next column at its box or passage. All lines to one box share the way there. Tracks of one gutter
that would run over each other lie side by side; boxes and passages of one column never overlap.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.layers import Item, Layers, Line, Passage
from publish.trace_heights import GRID, HEAD, MARGIN, Heights, settled

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
    """A line as it is drawn: its corners, and where its relation is written, at the right end of the words."""

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


def plan_of(layers: Layers, heights: Mapping[int, int], labels: Mapping[Line, int]) -> Plan:
    """The places of everything. `heights` are what the boxes need for their words, `labels` the widths of the words at
    the lines."""
    ports = _ports(layers)
    stacked = [_stacked(column, heights, ports) for column in layers.columns]
    ys = settled(stacked, _neighbours(layers))
    lowest = max((y + height for column in ys for y, height in column.values()), default=HEAD)
    at = layers.column_of()
    exits = _exits(ports, ys, at)
    tracks = _tracks(layers, ys, at, exits)
    lefts = _lefts(layers, labels, at, tracks)
    places = {
        (number, item): Place(lefts[number], y, BOX, height)
        for number, column in enumerate(ys)
        for item, (y, height) in column.items()
    }
    runs = tuple(_run(line, at, places, exits[line], tracks, lefts) for line in layers.lines)
    boxes = {item: place for (_, item), place in places.items() if isinstance(item, int)}
    right = (lefts[-1] if lefts else 0) + BOX + _right_room(layers, at)
    return Plan(boxes, lefts, runs, right + MARGIN, lowest + 2 * MARGIN)


def _ports(layers: Layers) -> dict[int, list[Line]]:
    """The lines that leave each box."""
    leaving: dict[int, list[Line]] = defaultdict(list)
    for line in layers.lines:
        leaving[line.source].append(line)
    return leaving


def _neighbours(layers: Layers) -> dict[tuple[int, Item], set[tuple[int, Item]]]:
    """What each item is joined to in the columns beside its own."""
    at = layers.column_of()
    found: dict[tuple[int, Item], set[tuple[int, Item]]] = defaultdict(set)
    for line in layers.lines:
        for one, other in pairwise([(at[line.source], line.source), *_way(line, at)]):
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


def _exits(ports: Mapping[int, list[Line]], ys: Heights, at: Mapping[int, int]) -> dict[Line, int]:
    """The height at which each line leaves its box, in the order of where it goes; never that of an entry, which lies
    on the grid."""

    def goes_to(line: Line) -> int:
        column, item = (_way(line, at) or [(at[line.target], line.target)])[0]
        return _entry(ys[column][item])

    found = {}
    for source, lines in ports.items():
        top, height = ys[at[source]][source]
        first = top + (height - _STUB * (len(lines) - 1)) // 2
        for n, line in enumerate(sorted(lines, key=goes_to)):
            found[line] = (first + n * _STUB) // GRID * GRID + GRID // 2
    return found


Track = tuple[int, Item | Line]
"""A run up and down in the gutter left of a column, to an item of the column before it, or of a line that goes back."""


def _tracks(
    layers: Layers,
    ys: Heights,
    at: Mapping[int, int],
    exits: Mapping[Line, int],
) -> dict[Track, int]:
    """The number of each track in its gutter: those that would touch lie side by side, short ones near the boxes."""
    spans: dict[Track, set[int]] = defaultdict(set)
    for line in layers.lines:
        way = _way(line, at)
        if not way:
            back = _entry(ys[at[line.target]][line.target]) + GRID // 2
            spans[at[line.target] + 1, line] = {exits[line], back}
        heights = [exits[line], *(_entry(ys[column][item]) for column, item in way)]
        for (column, item), before, here in zip(way, heights, heights[1:], strict=False):
            spans[column + 1, item] |= {before, here}
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
    layers: Layers, labels: Mapping[Line, int], at: Mapping[int, int], tracks: Mapping[Track, int]
) -> tuple[int, ...]:
    """The left edge of each column, after a gutter that is wide enough for its words and tracks."""
    found: list[int] = []
    x = MARGIN
    for number in range(len(layers.columns)):
        words = [
            labels[line] for line in layers.lines if at[line.source] == number and at[line.target] < number
        ]
        lanes = [lane for (gutter, _), lane in tracks.items() if gutter == number]
        if number:
            x += max(words, default=0) + (max(lanes) + 1 if lanes else 0) * _TRACK + _FREE
        found.append(x)
        x += BOX
    return tuple(found)


def _run(
    line: Line,
    at: Mapping[int, int],
    places: Mapping[tuple[int, Item], Place],
    exit_: int,
    tracks: Mapping[Track, int],
    lefts: tuple[int, ...],
) -> Run:
    source, target = places[at[line.source], line.source], places[at[line.target], line.target]
    if at[line.target] >= at[line.source]:
        track = tracks[at[line.target] + 1, line]
        return _backwards(line, source, target, exit_, track)
    points = [(source.x, exit_)]
    for column, item in _way(line, at):
        place = places[column, item]
        x = lefts[column] + BOX + _FREE // 2 + tracks[column + 1, item] * _TRACK
        points += [(x, points[-1][1]), (x, place.entry), (lefts[column] + BOX, place.entry)]
        if isinstance(item, Passage):
            points.append((lefts[column], place.entry))
    return Run(line, tuple(points), (source.x - 6, exit_ - 4))


def _backwards(line: Line, source: Place, target: Place, exit_: int, track: int) -> Run:
    """A line against the order of the columns, as between works that cite each other: out and in on the right."""
    x, entry = target.x + BOX + _FREE // 2 + track * _TRACK, target.entry + GRID // 2
    points = ((source.x + BOX, exit_), (x, exit_), (x, entry), (target.x + BOX, entry))
    return Run(line, points, (source.x + BOX + 6, exit_ - 4))


def _right_room(layers: Layers, at: Mapping[int, int]) -> int:
    """Room on the right for lines that go back from the last column, and their words."""
    last = len(layers.columns) - 1
    return 100 if any(at[line.source] <= at[line.target] == last for line in layers.lines) else 0


def _way(line: Line, at: Mapping[int, int]) -> list[tuple[int, Item]]:
    """What a line enters, column by column, up to its target."""
    first, last = at[line.source], at[line.target]
    passed: list[tuple[int, Item]] = [(n, Passage(line.target)) for n in range(first - 1, last, -1)]
    return [*passed, (last, line.target)] if last < first else []


def _entry(place: tuple[int, int]) -> int:
    return place[0] + place[1] // 2 // GRID * GRID
