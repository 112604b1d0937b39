"""Where the stops of a network stand: ways lead down from row to row, and a row holds only so many stops.

Layered drawing (Sugiyama): ways that would go round are set aside, each stop comes below all that lead to it, and
stops stand near what they are joined to. The order of the file decides between equals, so the same file gives the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

Link = tuple[str, str]
_SWEEPS = 3


class Cell(NamedTuple):
    """A place in the grid, from 0."""

    row: int
    column: int


def place_stops(names: Sequence[str], links: Sequence[Link], most: int) -> Mapping[str, Cell]:
    """A cell for each stop, at most so many in a row, in the order of reading; stops without any way come last."""
    down = _without_rounds(names, links)
    rows = _columns(_rows(names, down, most), down)
    return {
        name: Cell(row, column)
        for row, stops in enumerate(rows)
        for name, column in sorted(stops.items(), key=lambda item: item[1])
    }


def _without_rounds(names: Sequence[str], links: Sequence[Link]) -> tuple[Link, ...]:
    """The links less those that lead back to where somebody who follows the others came from."""
    onward = {name: [target for origin, target in links if origin == name] for name in names}
    state: dict[str, str] = {}
    kept: list[Link] = []
    for start in names:
        stack = [(start, iter(onward[start]))] if start not in state else []
        state.setdefault(start, "open")
        while stack:
            name, targets = stack[-1]
            target = next(targets, None)
            if target is None:
                state[name] = "done"
                stack.pop()
            elif state.get(target) != "open":
                kept.append((name, target))
                if target not in state:
                    state[target] = "open"
                    stack.append((target, iter(onward[target])))
    return tuple(dict.fromkeys(kept))


def _lengths(names: Sequence[str], links: Sequence[Link]) -> dict[str, int]:
    """For each stop the most steps that lead to it."""
    lengths = dict.fromkeys(names, 0)
    for _ in names:
        for origin, target in links:
            lengths[target] = max(lengths[target], lengths[origin] + 1)
    return lengths


def _rows(names: Sequence[str], down: Sequence[Link], most: int) -> list[list[str]]:
    before, after = _lengths(names, down), _lengths(names, [(target, origin) for origin, target in down])
    joined = {name for link in down for name in link}
    rows: dict[str, int] = {}
    filled: list[list[str]] = []
    for name in sorted(names, key=lambda name: (name not in joined, before[name], -after[name])):
        row = max((rows[origin] + 1 for origin, target in down if target == name), default=0)
        if name not in joined and joined:
            row = max(row, max(rows[other] for other in joined) + 1)
        while row < len(filled) and len(filled[row]) == most:
            row += 1
        if row == len(filled):
            filled.append([])
        filled[row].append(name)
        rows[name] = row
    return filled


def _columns(rows: Sequence[Sequence[str]], down: Sequence[Link]) -> list[dict[str, int]]:
    """Down and up a few times, each stop near those it is joined to; the shortest of all that came by."""
    width = max(map(len, rows), default=0)
    columns = {name: place for row in rows for place, name in enumerate(row)}
    best, least = columns, float("inf")
    for sweep in range(2 * _SWEEPS):
        is_down = sweep % 2 == 0
        for row in rows if is_down else rows[::-1]:
            near = {name: [origin if is_down else target for origin, target in down
                           if (target if is_down else origin) == name] for name in row}  # fmt: skip
            wishes = {name: _mean([columns[other] for other in near[name]], columns[name]) for name in row}
            columns = columns | _seats(row, wishes, width)
        length = sum(abs(columns[origin] - columns[target]) for origin, target in down)
        if length < least:
            best, least = columns, length
    return [{name: best[name] for name in row} for row in rows]


def _mean(values: Sequence[int], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _seats(row: Sequence[str], wishes: Mapping[str, float], width: int) -> dict[str, int]:
    """Columns in the order of the wishes, together as near to them as can be."""
    order = sorted(row, key=lambda name: wishes[name])
    best = min(
        combinations(range(width), len(row)),
        key=lambda seats: sum(abs(seat - wishes[name]) for seat, name in zip(seats, order, strict=True)),
    )
    return dict(zip(order, best, strict=True))
