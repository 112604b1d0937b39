"""Where everything of the routekaart stands on a wide screen: a track for each theme, a band for each stage.

Measures are those of the drawing, in which 1 is one pixel where there is room for the whole of it. Only what lies
behind the text may bend: tracks swing to and fro in a lane of their own, so that no text ever crosses them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from burgerbaan.model.route import RouteMap, Stage, Stop
from burgerbaan.model.route import Theme as RouteTheme
from burgerbaan.paper import Step

WIDTH = 908.0
SIGN = 24.0
"""Side of the sign of a station."""

_TITLES = tuple(Step(size, 1.29) for size in (15.5, 14.5, 13.5))
"""The largest at which no word of a title has to be broken, or else the smallest."""

_HEAD, _NAME, _SMALL = Step(15.5, 1.29), Step(18, 1.25), Step(13.5, 1.3)
_LANE, _SWING, _BESIDE = 15.0, 23.0, 21.0
"""From the edge of a column to its track, how far that swings out, and from there to the text."""

_GAP, _PAD, _LEAST = 5.0, 15.0, 96.0
_NUMBER = 46.0
"""Room for the number of a stage."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: where its baseline begins, or ends when `is_last`."""

    x: float
    y: float
    text: str
    is_last: bool = False


@dataclass(frozen=True, slots=True)
class Halt:
    """A stop: the box that is its link, the middle of its sign, its lines, and where its state is told."""

    stop: Stop
    track: int
    x: float
    y: float
    width: float
    height: float
    sign: tuple[float, float]
    lines: tuple[Line, ...]
    state: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Band:
    """A stage: its sign across all tracks, with number, name and how long it takes; below it its stops."""

    stage: Stage
    number: int
    y: float
    height: float
    name: tuple[Line, ...]
    takes: tuple[Line, ...]
    halts: tuple[Halt, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """Where the track of a theme begins."""

    theme: RouteTheme
    track: int
    sign: tuple[float, float]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole of it. `tracks` are paths by theme, `onward` the dots at their ends; `title` the size of titles."""

    width: float
    height: float
    title: float
    heads: tuple[Head, ...]
    bands: tuple[Band, ...]
    tracks: tuple[str, ...]
    onward: tuple[str, ...]


def by_stage(route: RouteMap) -> Mapping[str, Sequence[Stop]]:
    """The stops of each stage in the order of the themes: the order in which the road is read."""
    order = [theme.id for theme in route.themes]
    stops = sorted(route.stops, key=lambda stop: order.index(stop.theme))
    return {stage.id: [stop for stop in stops if stop.stage == stage.id] for stage in route.stages}


def lay_out(route: RouteMap) -> Drawing:
    """The places of everything; every theme has a stop in every stage."""
    column = WIDTH / len(route.themes)
    heads, y = _heads(route.themes, column)
    step = _title_step(route, _room(column)[1])
    bands = []
    for number, stage in enumerate(route.stages):
        band = _band(stage, number, (y, column), by_stage(route)[stage.id], step)
        bands.append(band)
        y = band.y + band.height
    ends = [band.y + band.height for band in bands]
    tracks = tuple(_track(column * place, heads[place].sign[1], bands) for place in range(len(heads)))
    onward = tuple(f"M{_x(column * place, len(bands)):g} {ends[-1] + 10:g}v22" for place in range(len(heads)))
    return Drawing(WIDTH, round(y + 40), step.size, heads, tuple(bands), tracks, onward)


def _title_step(route: RouteMap, room: float) -> Step:
    steps = (step for step in _TITLES if all(step.holds_words(stop.title, room) for stop in route.stops))
    return next(steps, _TITLES[-1])


def _x(left: float, row: int) -> float:
    """Where a track stands at the top of a row."""
    return left + _LANE + _SWING * (row % 2)


def _room(column: float) -> tuple[float, float]:
    """Where text begins in a column, and how wide it may be."""
    start = _LANE + _SWING + _BESIDE
    return start, column - start - _GAP


def _heads(themes: Sequence[RouteTheme], column: float) -> tuple[tuple[Head, ...], float]:
    start, room = _room(column)
    # A name stands closer to its sign than a title: there the track has not swung out yet.
    start, room = start - _SWING, room + _SWING
    heads, most = [], 1
    for place, theme in enumerate(themes):
        left, lines = column * place, _HEAD.wrapped(theme.name, room, is_bold=True)
        most = max(most, len(lines))
        heads.append(Head(theme, place, (_x(left, 0), SIGN / 2 + 6), _below(left + start, 23.5, lines, _HEAD)))
    return tuple(heads), max(SIGN + 26, 20 + most * _HEAD.size * _HEAD.leading + 12)


def _below(x: float, y: float, lines: Sequence[str], step: Step) -> tuple[Line, ...]:
    return tuple(Line(x, round(y + number * step.size * step.leading, 1), line) for number, line in enumerate(lines))


def _band(stage: Stage, number: int, place: tuple[float, float], stops: Sequence[Stop], step: Step) -> Band:
    y, column = place
    sign, name, takes = _sign(stage, y)
    top = y + sign
    boxes = [step.wrapped(stop.title, _room(column)[1], is_bold=True) for stop in stops]
    lines = max(len(box) for box in boxes)
    height = max(_LEAST, 2 * _PAD + 8 + lines * step.size * step.leading + _SMALL.size * _SMALL.leading)
    halts = tuple(
        _halt(stop, (track, number), (column * track, top), (column, height), _Title(step, box))
        for track, (stop, box) in enumerate(zip(stops, boxes, strict=True))
    )
    return Band(stage, number + 1, y, round(sign + height, 1), name, takes, halts)


def _sign(stage: Stage, y: float) -> tuple[float, tuple[Line, ...], tuple[Line, ...]]:
    """Height and lines of the sign: how long it takes stands at the end of the same line, or else below."""
    room = WIDTH - _NUMBER - 16
    names = _NAME.wrapped(stage.name, room, is_bold=True)
    name = _below(_NUMBER, y + 25, names, _NAME)
    low = 18 + len(names) * _NAME.size * _NAME.leading
    if not stage.takes:
        return low, name, ()
    if len(names) == 1 and _NAME.width(names[0], is_bold=True) + 24 + _SMALL.width(stage.takes) <= room:
        return low, name, (Line(WIDTH - 16, y + 25, stage.takes, is_last=True),)
    takes = _below(_NUMBER, y + low + 4, _SMALL.wrapped(stage.takes, room), _SMALL)
    return low + len(takes) * _SMALL.size * _SMALL.leading, name, takes


class _Title(NamedTuple):
    step: Step
    lines: Sequence[str]


def _halt(
    stop: Stop, cell: tuple[int, int], corner: tuple[float, float], size: tuple[float, float], title: _Title
) -> Halt:
    track, row = cell
    left, top = corner
    column, height = size
    start = left + _room(column)[0]
    lines = _below(start, top + _PAD + 20, title.lines, title.step)
    return Halt(
        stop=stop,
        track=track,
        x=left + 1,
        y=top + 7,
        width=column - 5,
        height=round(height - 14, 1),
        sign=(_x(left, row), top + _PAD + 15),
        lines=lines,
        state=(start, round(lines[-1].y + _SMALL.size * 1.45, 1)),
    )


def _track(left: float, start: float, bands: Sequence[Band]) -> str:
    """From the head of a theme straight to each sign, and from there in a bend to the next row."""
    path = f"M{_x(left, 0):g} {start:g}"
    for row, band in enumerate(bands):
        sign, end = band.halts[0].sign[1], band.y + band.height
        here, there, half = _x(left, row), _x(left, row + 1), (sign + end) / 2
        path += f"V{sign:g}C{here:g} {half:g} {there:g} {half:g} {there:g} {end:g}"
    return path
