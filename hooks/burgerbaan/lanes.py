"""Room for the lines of a network, so that no two stops share any: lanes beside the columns, tracks between the rows.

Between two rows, above the first and below the last is a level: level 0 lies above row 0. Beside two columns is a
corridor: corridor 0 lies left of column 0. All ways of one stop are one line that branches.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from burgerbaan.layers import Cell, Link

Span = tuple[float, float]
_APART = 14.0
"""Between the ends of two lines on one track."""

_PORT, _MARGIN = 18.0, 12.0
"""Between the places where lines come into a box, at most; and what stays free at its corners."""


class Trunk(NamedTuple):
    """The part of a line that passes rows: in which corridor and lane, and from which level to which."""

    corridor: int
    lane: int
    first: int
    last: int


def is_far(cells: Mapping[str, Cell], link: Link) -> bool:
    """Whether a way does more than go down to the next row."""
    return cells[link[1]].row != cells[link[0]].row + 1


def trunks_of(cells: Mapping[str, Cell], links: Sequence[Link]) -> Mapping[str, Trunk]:
    """A trunk for each stop with ways that are far."""
    columns = max(cell.column for cell in cells.values()) + 1
    found: dict[str, tuple[int, Span]] = {}
    for name, cell in cells.items():
        far = [cells[link[1]] for link in links if link[0] == name and is_far(cells, link)]
        if far:
            middle = sum(target.column for target in far) / len(far)
            corridor = min(
                range(columns + 1), key=lambda place: abs(place - 0.5 - cell.column) + abs(place - 0.5 - middle)
            )
            levels = [cell.row + 1, *(target.row for target in far)]
            found[name] = corridor, (min(levels), max(levels))
    trunks: dict[str, Trunk] = {}
    for corridor in range(columns + 1):
        spans = {name: span for name, (place, span) in found.items() if place == corridor}
        for name, lane in shared(spans).items():
            trunks[name] = Trunk(corridor, lane, int(spans[name][0]), int(spans[name][1]))
    return trunks


def shared(spans: Mapping[str, Span]) -> dict[str, int]:
    """The first free number for each span; spans of one number do not touch."""
    numbers: dict[str, int] = {}
    ends: list[float] = []
    for name, (start, end) in sorted(spans.items(), key=lambda item: item[1]):
        number = next((place for place, last in enumerate(ends) if start > last), len(ends))
        ends[number : number + 1] = [end]
        numbers[name] = number
    return numbers


def ports_of(
    cells: Mapping[str, Cell], links: Sequence[Link], stems: Sequence[float], lanes: Mapping[str, float], room: float
) -> Mapping[Link, float]:
    """Where each way comes into the top of its stop.

    A line leaves at the `stem` of a column, so there only the stop straight above comes in; `room` is free beside it.
    """
    at = {cell: name for name, cell in cells.items()}
    leaving = {origin for origin, _ in links}
    ports: dict[Link, float] = {}
    for name, (row, column) in cells.items():
        stem = stems[column]
        come_from = {
            link[0]: lanes[link[0]] if is_far(cells, link) else stems[cells[link[0]].column]
            for link in links if link[1] == name
        }  # fmt: skip
        above = at.get(Cell(row - 1, column))
        order = sorted(come_from, key=lambda origin: come_from[origin])
        for origin, offset in _offsets(order, above, above in leaving, room - _MARGIN):
            ports[origin, name] = stem + offset
    return ports


def _offsets(order: Sequence[str], above: str | None, is_leaving: bool, room: float) -> list[tuple[str, float]]:
    if above in order:
        middle = order.index(above)
        step = min(_PORT, room / max(middle, len(order) - middle - 1, 1))
        return [(name, (place - middle) * step) for place, name in enumerate(order)]
    half = (len(order) - 1) / 2
    shift = 0.5 if is_leaving and len(order) % 2 else 0.0
    step = min(_PORT, room / max(half + shift, 1))
    return [(name, (place - half + shift) * step) for place, name in enumerate(order)]


def tracks_of(
    cells: Mapping[str, Cell],
    stems: Sequence[float],
    lanes: Mapping[str, float],
    ports: Mapping[Link, float],
) -> tuple[Mapping[str, int], ...]:
    """For each level the track of every stop whose line goes sideways there, counted from above."""
    levels: list[dict[str, list[float]]] = [{} for _ in range(max(cell.row for cell in cells.values()) + 2)]
    for link, port in ports.items():
        origin, target = link
        out, into = cells[origin].row + 1, cells[target].row
        levels[into].setdefault(origin, []).append(port)
        levels[out].setdefault(origin, []).append(stems[cells[origin].column])
        if is_far(cells, link):
            levels[into][origin].append(lanes[origin])
            levels[out][origin].append(lanes[origin])
    return tuple(_stacked(level, {name for name in level if cells[name].row + 1 == number})
                 for number, level in enumerate(levels))  # fmt: skip


def _stacked(level: Mapping[str, Sequence[float]], leaving: set[str]) -> dict[str, int]:
    """Tracks of one level: lines that leave here lie above those that come in, else they would cross for nothing."""
    spans = {name: (min(xs), max(xs)) for name, xs in level.items() if max(xs) > min(xs)}
    numbers: dict[str, int] = {}
    for name in sorted(spans, key=lambda name: (name not in leaving, spans[name])):
        near = {other: numbers[other] for other in numbers if _touch(spans[name], spans[other])}
        least = max((near[other] + 1 for other in near if other in leaving and name not in leaving), default=0)
        numbers[name] = next(number for number in range(least, len(spans) + 1) if number not in near.values())
    return numbers


def _touch(one: Span, other: Span) -> bool:
    return one[0] <= other[1] + _APART and other[0] <= one[1] + _APART
