"""Which sizes let a factsheet fill one A4 and no more, and how its blocks of text part over two columns.

Measures in millimetres, as in `factsheet.css`, which has a class for each step; step 1 is the largest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil

from burgerbaan.factsheet_texts import AmountsTexts, FactsheetTexts, FigureTexts
from burgerbaan.model.factsheet import FactsheetPart
from burgerbaan.paper import Step, title_step

_TITLES = tuple(Step(size, 1.1) for size in (11, 9.5, 8, 6.5))
_TEXTS = tuple(map(Step, (5, 4.7, 4.4, 4.1, 3.9, 3.7, 3.5, 3.3)))
_EASY = 6
"""The last step of text that is easy to read: a smaller one comes only below the smallest title."""

_WIDTH, _FREE, _HIGHEST_TITLE = 186.0, 277.0, 26.0
_GAP = 4.0
"""Between blocks, at least."""

_ASIDE = 6.0
"""Between what stands side by side."""

_HEAD = Step(4.2)
_CODE = 36.0
"""Side of the code: 25 mm and more, and around it the quiet zone, which lies over the inner edge of its box."""

_BOX = 8.0
"""What the edges of a box take in height."""


@dataclass(frozen=True, slots=True)
class FactsheetFit:
    """The steps of title and text, how many parts stand in the first column, and how full the sheet is.

    `excess` is how many percent too much there is, even at the smallest steps; 0 when all of it fits.
    """

    title: int
    text: int
    split: int
    excess: int = 0


def fit_factsheet(texts: FactsheetTexts) -> FactsheetFit:
    """The largest steps at which all texts fit."""
    first = title_step(texts.title, _WIDTH, _TITLES, _HIGHEST_TITLE)
    titles, sizes = range(first, len(_TITLES) + 1), range(1, len(_TEXTS) + 1)
    tries = (*product(titles, sizes[:_EASY]), *((titles[-1], text) for text in sizes[_EASY:]))
    for title, text in tries:
        if _height(texts, _TITLES[title - 1], _TEXTS[text - 1]) <= _FREE:
            return FactsheetFit(title, text, _split(texts.parts, _TEXTS[text - 1]))
    excess = ceil((_height(texts, _TITLES[-1], _TEXTS[-1]) / _FREE - 1) * 100)
    return FactsheetFit(len(_TITLES), len(_TEXTS), _split(texts.parts, _TEXTS[-1]), max(1, excess))


def longest_part(parts: Sequence[FactsheetPart]) -> int:
    """Number of the part that takes most room, from 0."""
    return max(range(len(parts)), key=lambda number: _part_height(parts[number], _TEXTS[-1], _column(parts)))


def _height(texts: FactsheetTexts, title: Step, step: Step) -> float:
    small = _small(step)
    parts = (
        _head_height(texts),
        step.height(texts.kicker, _WIDTH, is_bold=True)
        + title.height(texts.title, _WIDTH, is_bold=True)
        + 0.8 * step.size
        + _larger(step).height(texts.summary, _WIDTH),
        _parts_height(texts.parts, step),
        _figures_height(texts.figures, step) if texts.figures else 0,
        _amounts_height(texts.amounts, step) if texts.amounts else 0,
        max(_CODE - 5, _contact_height(texts, step)) + _BOX,
        sum(small.height(line, _WIDTH) for line in (texts.about, *texts.sources)),
    )
    return sum(parts) + _GAP * (sum(1 for part in parts if part) - 1)


def _small(step: Step) -> Step:
    return Step(step.size * 0.85)


def _larger(step: Step) -> Step:
    return Step(step.size * 1.15)


def _head_height(texts: FactsheetTexts) -> float:
    """The name of the programme and the date: on one line, or else below each other."""
    lines = (_HEAD.height(texts.programme, _WIDTH, is_bold=True), _HEAD.height(texts.date, _WIDTH))
    both = _HEAD.height(f"{texts.programme} — {texts.date}", _WIDTH, is_bold=True)
    return 4 + (both if both <= max(lines) else sum(lines))


def _column(parts: Sequence[FactsheetPart]) -> float:
    return _WIDTH if len(parts) == 1 else (_WIDTH - _ASIDE) / 2


def _part_height(part: FactsheetPart, step: Step, room: float) -> float:
    points = sum(0.25 * step.size + step.height(point, room - 1.2 * step.size) for point in part.points)
    text = 0.25 * step.size + step.height(part.text, room) if part.text else 0
    return 0.8 + 0.5 * step.size + _larger(step).height(part.title, room, is_bold=True) + text + points


def _parts_height(parts: Sequence[FactsheetPart], step: Step) -> float:
    split = _split(parts, step)
    return max(_column_height(parts[:split], step, _column(parts)), _column_height(parts[split:], step, _column(parts)))


def _column_height(parts: Sequence[FactsheetPart], step: Step, room: float) -> float:
    return sum(_part_height(part, step, room) for part in parts) + max(0, len(parts) - 1) * step.size


def _split(parts: Sequence[FactsheetPart], step: Step) -> int:
    """After how many parts the second column begins, so that the higher of the two is as low as can be."""
    room = _column(parts)
    return min(
        range(1, max(2, len(parts))),
        key=lambda at: max(_column_height(parts[:at], step, room), _column_height(parts[at:], step, room)),
    )


def figure_columns(count: int) -> int:
    """How many figures stand side by side."""
    return {1: 1, 2: 2, 4: 2}.get(count, 3)


def _figures_height(figures: Sequence[FigureTexts], step: Step) -> float:
    count = figure_columns(len(figures))
    room = (_WIDTH - _ASIDE * (count - 1)) / count - 4
    rows = (figures[start : start + count] for start in range(0, len(figures), count))
    highest = [max(_figure_height(figure, step, room) for figure in row) for row in rows]
    return _larger(step).height("", _WIDTH) + 0.5 * step.size + sum(highest) + 3 * (len(highest) - 1)


def _figure_height(figure: FigureTexts, step: Step, room: float) -> float:
    small = _small(step)
    value = Step(step.size * 1.4, 1.15).height(figure.value, room, is_bold=True)
    return value + step.height(figure.title, room) + small.height(figure.note, room)


def _amounts_height(amounts: AmountsTexts, step: Step) -> float:
    room, small = _WIDTH - 10, _small(step)
    cell = (room - 3 * _ASIDE) / 4
    cells = [
        Step(step.size * 1.4, 1.15).height(value, cell, is_bold=True) + small.height(name, cell)
        for name, value in amounts.cells
    ]
    title = _larger(step).height(amounts.title, room, is_bold=True)
    return _BOX + title + max(cells, default=0) + small.height(amounts.note, room) + 0.6 * step.size


def _contact_height(texts: FactsheetTexts, step: Step) -> float:
    room = _WIDTH - 10 - _ASIDE - _CODE
    lines = [
        _larger(step).height(f"{texts.ask} {texts.label}", room, is_bold=True),
        *(step.height_of_pieces(way.flow, room - 2 * step.size) for way in texts.ways),
        step.height(texts.scan, room),
        step.height_of_pieces(texts.address, room, is_bold=True),
    ]
    return sum(lines) + 0.3 * step.size * (len(lines) - 1)
