"""Steps as a flow chart: boxes below each other, arrows between them, and beside each what somebody does otherwise.

The layout is plain numbers, so that it can be checked that nothing overlaps or sticks out; drawing it is another step.
Visitors have other typefaces: lines are broken as for a wide one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from burgerbaan.label import label_lines
from burgerbaan.model.knowledge import Step

_PADDING, _NUMBER = 12, 46
"""Room around text in a box, and before it for the number."""


class Style(NamedTuple):
    """Letters: the name of their class, their size, and how high a line is."""

    name: str
    size: int
    line: int
    is_bold: bool = False


TITLE = Style("title", 16, 21, is_bold=True)
SMALL = Style("small", 14, 19)


class Row(NamedTuple):
    """One line of text; `y` is the foot of its letters."""

    x: int
    y: int
    text: str
    style: Style


class Box(NamedTuple):
    """A box with its text; `number` is 0 for what somebody does otherwise."""

    number: int
    x: int
    y: int
    width: int
    height: int
    rows: tuple[Row, ...]


class Arrow(NamedTuple):
    """A straight arrow; one that leads off the road has a word beside it."""

    start: tuple[int, int]
    end: tuple[int, int]
    word: Row | None = None


class Chart(NamedTuple):
    """A whole flow chart."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """Where boxes stand; at `aside` begins what somebody does otherwise, which is below its step or beside it."""

    width: int
    main: int
    aside: int
    gap: int
    is_below: bool


WIDE = Shape(width=720, main=372, aside=456, gap=30, is_below=False)
NARROW = Shape(width=320, main=318, aside=44, gap=26, is_below=True)


def lay_out(steps: Sequence[Step], shape: Shape, who: str, otherwise: str) -> Chart:
    """The chart of steps in a shape; `who` stands before who does a step, `otherwise` at the way off the road."""
    boxes: list[Box] = []
    arrows: list[Arrow] = []
    y = 1
    above: Box | None = None
    for number, step in enumerate(steps, 1):
        lines = [(step.title, TITLE)] + ([(f"{who} {step.who}", SMALL)] if step.who else [])
        box = _box(number, 1, y, shape.main, lines)
        aside = None
        if step.otherwise:
            place = y + box.height + shape.gap if shape.is_below else y
            aside = _box(0, shape.aside, place, shape.width - shape.aside - 1, [(step.otherwise, SMALL)])
        if aside and not shape.is_below:
            box, aside = _level(box, aside)
        if above:
            arrows.append(_down(above, box))
        if aside:
            arrows.append(_off(box, aside, otherwise, shape))
        boxes += [box, aside] if aside else [box]
        above = box
        y = max(item.y + item.height for item in (box, aside) if item) + shape.gap
    return Chart(shape.width, y - shape.gap + 1, tuple(boxes), tuple(arrows))


def _box(number: int, x: int, y: int, width: int, texts: Sequence[tuple[str, Style]]) -> Box:
    left = x + (_NUMBER if number else _PADDING)
    rows: list[Row] = []
    foot = y + _PADDING
    for text, style in texts:
        for line in label_lines(text, x + width - _PADDING - left, style.size, is_bold=style.is_bold):
            rows.append(Row(left, foot + style.size, line, style))
            foot += style.line
    return Box(number, x, y, width, foot + _PADDING - y, tuple(rows))


def _level(box: Box, aside: Box) -> tuple[Box, Box]:
    """Both in the middle of the higher one."""
    shift = (box.height - aside.height) // 2
    return (_lower(box, -shift), aside) if shift < 0 else (box, _lower(aside, shift))


def _lower(box: Box, shift: int) -> Box:
    return box._replace(y=box.y + shift, rows=tuple(row._replace(y=row.y + shift) for row in box.rows))


def _down(above: Box, below: Box) -> Arrow:
    x = above.x + _NUMBER // 2
    return Arrow((x, above.y + above.height), (x, below.y))


def _off(box: Box, aside: Box, word: str, shape: Shape) -> Arrow:
    if shape.is_below:
        x, foot = aside.x + _PADDING, box.y + box.height
        return Arrow((x, foot), (x, aside.y), Row(x + 10, foot + shape.gap // 2 + 5, word, SMALL))
    y, right = box.y + box.height // 2, box.x + box.width
    return Arrow((right, y), (aside.x, y), Row(right + 8, y - 6, word, SMALL))
