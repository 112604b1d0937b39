"""A network of stops as boxes and lines on a sheet, worked out without any browser; sizes are those of the sheet.

Boxes stand in rows and columns (`layers.py`). A line leaves its stop below, goes sideways between two rows, passes rows
in a lane beside the columns when it has far to go (`lanes.py`), and comes in from above. So lines cross, but never lie
on one another or on a box.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from burgerbaan.label import label_lines
from burgerbaan.lanes import Trunk, is_far, ports_of, tracks_of, trunks_of
from burgerbaan.layers import Cell, Link, place_stops

NAME_SIZE, NAME_LEADING = 16.0, 20.0
NOTE_SIZE, NOTE_LEADING = 13.0, 17.0
PAD = 11.0
_EDGE = 4.0
_BOX, _LEAST_BOX = 216.0, 110.0
_LANE, _LEAST_LANE, _BESIDE, _BETWEEN = 12.0, 2.0, 14.0, 28.0
_TRACK, _ABOVE, _BELOW, _STRAIGHT = 12.0, 14.0, 24.0, 34.0


class Point(NamedTuple):
    """A place on the sheet."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Stop:
    """What is to be drawn: its name, a note below it, and the number of the style of its box."""

    id: str
    name: str
    note: str
    style: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """A stop on the sheet, with its texts as lines."""

    stop: Stop
    x: float
    y: float
    width: float
    height: float
    name: tuple[str, ...]
    note: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """The way from one stop to another: the corners of a line that ends in an arrow."""

    origin: str
    target: str
    corners: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """The whole sheet: boxes in the order of reading, lines in the order of their stops."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Across:
    """What stands where from left to right."""

    box: float
    lefts: tuple[float, ...]
    stem: float
    lanes: Mapping[str, float]
    width: float


def lay_out(stops: Sequence[Stop], links: Sequence[Link], columns: int, width: float) -> Network:
    """Stops and ways on a sheet of at most `width`, with at most so many stops beside one another.

    A way from a stop to itself, and a second way between the same two, are not drawn.
    """
    links = tuple(dict.fromkeys(link for link in links if link[0] != link[1]))
    cells = place_stops([stop.id for stop in stops], links, columns)
    across = _across(cells, trunks_of(cells, links), columns, width)
    stems = [left + across.stem for left in across.lefts]
    ports = ports_of(cells, links, stems, across.lanes, min(across.stem, across.box - across.stem))
    tracks = tracks_of(cells, stems, across.lanes, ports)
    by_id = {stop.id: stop for stop in stops}
    texts = {name: _texts(by_id[name], across.box - 2 * PAD) for name in cells}
    heights = [0.0] * (max(cell.row for cell in cells.values()) + 1)
    for name, cell in cells.items():
        heights[cell.row] = max(heights[cell.row], _height(*texts[name]))
    tops, levels, height = _down(heights, tracks)
    boxes = tuple(
        Box(by_id[name], across.lefts[cell.column], tops[cell.row], across.box,
            heights[cell.row], *texts[name])
        for name, cell in cells.items()
    )  # fmt: skip
    bottoms = [top + high for top, high in zip(tops, heights, strict=True)]
    lines = []
    for origin, target in sorted(links, key=lambda link: cells[link[0]]):
        cell, column = cells[origin], stems[cells[origin].column]
        corners = [Point(column, bottoms[cell.row])]
        if is_far(cells, (origin, target)):
            lane, into = across.lanes[origin], levels[cells[target].row][origin]
            out = levels[cell.row + 1][origin]
            corners += [Point(column, out), Point(lane, out), Point(lane, into), Point(ports[origin, target], into)]
        elif ports[origin, target] != column:
            out = levels[cell.row + 1][origin]
            corners += [Point(column, out), Point(ports[origin, target], out)]
        lines.append(Line(origin, target, (*corners, Point(ports[origin, target], tops[cells[target].row]))))
    return Network(across.width, height, boxes, tuple(lines))


def _across(cells: Mapping[str, Cell], trunks: Mapping[str, Trunk], most: int, width: float) -> _Across:
    columns = max(cell.column for cell in cells.values()) + 1
    counts = [0] * (columns + 1)
    for trunk in trunks.values():
        counts[trunk.corridor] = max(counts[trunk.corridor], trunk.lane + 1)
    inside = [max(0, count - 1) for count in counts]
    bare = [_BESIDE if count else 0.0 for count in counts]
    bare[1:-1] = [max(_BETWEEN, 2 * room) for room in bare[1:-1]]
    free = width - 2 * _EDGE - sum(bare)
    lane = max(_LEAST_LANE, min(_LANE, (free - columns * _LEAST_BOX) / max(1, sum(inside))))
    box = max(_LEAST_BOX, min(_BOX if most > 1 else width, (free - lane * sum(inside)) / columns))
    x, lefts, starts = _EDGE, [], []
    for number, room in enumerate(bare):
        starts.append(x + (_BESIDE if 0 < number < columns else room if number else 0.0))
        x += room + lane * inside[number]
        if number < columns:
            lefts.append(x)
            x += box
    stem = box / 2 if most > 1 or not trunks else box / 4  # one column: near the lanes, which lie on the left
    lanes = {name: starts[trunk.corridor] + trunk.lane * lane for name, trunk in trunks.items()}
    return _Across(box, tuple(lefts), stem, lanes, x + _EDGE)


def _down(
    heights: Sequence[float], tracks: Sequence[Mapping[str, int]]
) -> tuple[list[float], list[Mapping[str, float]], float]:
    """Where each row begins, where the lines of each level lie, and where the sheet ends."""
    y, tops = _EDGE, []
    levels: list[Mapping[str, float]] = []
    for number, level in enumerate(tracks):
        is_first, is_last = number == 0, number == len(heights)
        start = y + (0.0 if is_first else _ABOVE)
        levels.append({name: start + track * _TRACK for name, track in level.items()})
        if level:
            y = max(levels[-1].values()) + (0.0 if is_last else _BELOW)
        elif not is_first and not is_last:
            y += _STRAIGHT
        if not is_last:
            tops.append(y)
            y += heights[number]
    return tops, levels, y + _EDGE


def _texts(stop: Stop, room: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
    name = label_lines(stop.name, room, NAME_SIZE, is_bold=True)
    return name, label_lines(stop.note, room, NOTE_SIZE) if stop.note else ()


def _height(name: tuple[str, ...], note: tuple[str, ...]) -> float:
    return 2 * PAD + len(name) * NAME_LEADING + len(note) * NOTE_LEADING
