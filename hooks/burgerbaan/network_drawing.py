"""A network as SVG: stops are links, one colour for all ways of a stop, and every way ends in an arrow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from markupsafe import Markup

from burgerbaan.label import label_width, needs_room
from burgerbaan.network import (
    NAME_LEADING,
    NAME_SIZE,
    NOTE_LEADING,
    NOTE_SIZE,
    PAD,
    Box,
    Line,
    Network,
    Point,
)

_COLORS = 6
_STYLES = 3
_ROUND = 7.0
_ARROW, _HALF_ARROW = 11.0, 6.5
_REM = 20
"""Pixels of the root size that the sizes of a sheet are meant for; a visitor may choose another."""


def network_svg(network: Network, name: str, title: str, text: str, spoken: Mapping[str, str]) -> Markup:
    """The drawing; `name` tells it from others on the page.

    `spoken` is what a screen reader says of each stop: its name, and where its ways lead.
    """
    colors = {name: number % _COLORS for number, name in enumerate(dict.fromkeys(x.origin for x in network.lines))}
    lines = [
        _lines(list(group), colors[origin]) for origin, group in groupby(network.lines, key=lambda line: line.origin)
    ]
    boxes = [_stop(box, spoken[box.stop.id]) for box in network.boxes]
    return Markup(
        '<svg class="bb-net bb-net--{id}" viewBox="0 0 {w:g} {h:g}" width="{rem:g}rem"'
        ' aria-labelledby="{id}-titel {id}-tekst"><title id="{id}-titel">{title}</title>'
        '<desc id="{id}-tekst">{text}</desc><g aria-hidden="true">{lines}</g>{boxes}</svg>'
    ).format(
        id=name,
        w=_short(network.width),
        h=_short(network.height),
        rem=round(network.width / _REM, 2),
        title=title,
        text=text,
        lines=Markup("").join(lines),
        boxes=Markup("").join(boxes),
    )


def _short(number: float) -> float:
    return round(number, 1)


def _lines(lines: Sequence[Line], color: int) -> Markup:
    path = "".join(_path(line.corners) for line in lines)
    heads = "".join(_head(line.corners[-1]) for line in lines)
    return Markup(
        '<path class="bb-net__under" d="{0}"/><path class="bb-net__line bb-net__line--{2}" d="{0}"/>'
        '<path class="bb-net__head bb-net__line--{2}" d="{1}"/>'
    ).format(path, heads, color)


def _path(corners: Sequence[Point]) -> str:
    """Straight pieces with rounded corners, which end where the arrow begins."""
    end = Point(corners[-1].x, corners[-1].y - _ARROW + 1)
    points = [*corners[:-1], end]
    parts = [f"M{_at(points[0])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        parts.append(f"L{_at(_toward(corner, before))}Q{_at(corner)} {_at(_toward(corner, after))}")
    return "".join([*parts, f"L{_at(end)}"])


def _toward(corner: Point, other: Point) -> Point:
    length = abs(other.x - corner.x) + abs(other.y - corner.y)  # one of them is nothing
    share = min(_ROUND, length / 2) / length if length else 0.0
    return Point(corner.x + (other.x - corner.x) * share, corner.y + (other.y - corner.y) * share)


def _head(tip: Point) -> str:
    left, right = Point(tip.x - _HALF_ARROW, tip.y - _ARROW), Point(tip.x + _HALF_ARROW, tip.y - _ARROW)
    return f"M{_at(tip)}L{_at(left)}L{_at(right)}z"


def _at(point: Point) -> str:
    return f"{_short(point.x):g} {_short(point.y):g}"


def _stop(box: Box, spoken: str) -> Markup:
    middle = box.x + box.width / 2
    rest = box.height - 2 * PAD - len(box.name) * NAME_LEADING - len(box.note) * NOTE_LEADING
    top = box.y + PAD + rest / 2
    names = [_text(line, middle, top + place * NAME_LEADING + 15, NAME_SIZE) for place, line in enumerate(box.name)]
    top += len(box.name) * NAME_LEADING
    notes = [_text(line, middle, top + place * NOTE_LEADING + 12, NOTE_SIZE) for place, line in enumerate(box.note)]
    return Markup(
        '<a class="bb-net__stop" href="#station-{}" aria-label="{}" data-bb-stop="{}">'
        '<rect class="bb-net__box bb-net__box--{}" x="{:g}" y="{:g}" width="{:g}" height="{:g}" rx="10"/>{}{}</a>'
    ).format(
        box.stop.id,
        spoken,
        box.stop.id,
        box.stop.style % _STYLES,
        *map(_short, (box.x, box.y, box.width, box.height)),
        Markup("").join(names),
        Markup("").join(notes),
    )


def _text(line: str, x: float, y: float, size: float) -> Markup:
    is_name = size == NAME_SIZE
    fixed = Markup("")
    if needs_room(line):
        width = label_width(line, size, is_bold=is_name)
        fixed = Markup(' textLength="{:g}" lengthAdjust="spacingAndGlyphs"').format(_short(width))
    return Markup('<text class="bb-net__{}" x="{:g}" y="{:g}"{}>{}</text>').format(
        "name" if is_name else "note", _short(x), _short(y), fixed, line
    )
