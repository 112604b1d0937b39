"""At which size the whole routekaart fits on one A3, and how much too much there is when it fits at none.

Measures in millimetres, as in `route-sheet.css`, which has a class for each step; step 1 is the largest.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from burgerbaan.model.route import RouteMap, Stage, Stop
from burgerbaan.paper import Step
from burgerbaan.route_layout import by_stage
from burgerbaan.site import Site
from burgerbaan.words import Words

PAGE = "routekaart/index.md"
"""The written page that the sheet belongs to."""

STEPS = tuple(Step(size, 1.25) for size in (4.4, 4.1, 3.8, 3.5, 3.3, 3.18))
"""The last is 9 points: smaller nobody reads on a wall."""

_EASY = 4
"""The last step that is easy to read: before a smaller one is taken, paper does not tell who helps."""

_WIDTH, _FREE = 402.0, 279.0
_STAGE = 31.0
_GAP, _LANE = 4.0, 12.0
"""Between columns, and beside the text of a stop its track."""

_EDGE = 6.0
"""What a row takes above and below its texts."""

_BETWEEN = 3.0


def has_sheet(site: Site) -> bool:
    """Whether there is a map on paper: a routekaart, and a page that it belongs to."""
    return site.route_map is not None and site.has_page(PAGE)


@dataclass(frozen=True, slots=True)
class RouteFit:
    """The step at which all fits, and whether it is told who helps.

    `excess` is how many percent too much there is at the smallest step without that; 0 when all of it fits.
    """

    step: int
    has_helper: bool
    excess: int = 0


def fit_route(route: RouteMap, words: Words) -> RouteFit:
    """The largest step at which the map fills one A3 and no more."""
    numbers = range(1, len(STEPS) + 1)
    for number, has_helper in (
        *((number, True) for number in numbers[:_EASY]),
        *((number, False) for number in numbers),
    ):
        if _height(route, words, STEPS[number - 1], has_helper=has_helper) <= _FREE:
            return RouteFit(number, has_helper)
    excess = ceil((_height(route, words, STEPS[-1], has_helper=False) / _FREE - 1) * 100)
    return RouteFit(len(STEPS), has_helper=False, excess=max(1, excess))


def longest_stop(route: RouteMap, words: Words) -> int:
    """Number of the stop that takes most room, from 0."""
    room = _room(route)

    def height(number: int) -> float:
        return _stop(route.stops[number], words, STEPS[-1], room, has_helper=False)

    return max(range(len(route.stops)), key=height)


def _room(route: RouteMap) -> float:
    """Width of the text of a stop."""
    return (_WIDTH - _STAGE - _GAP * len(route.themes)) / len(route.themes) - _LANE


def _height(route: RouteMap, words: Words, step: Step, *, has_helper: bool) -> float:
    room, stops = _room(route), by_stage(route)
    heads = max(_larger(step).height(theme.name, room, is_bold=True) for theme in route.themes) + 5
    rows = [
        _EDGE + max(_stage(stage, step), *(_stop(stop, words, step, room, has_helper=has_helper) for stop in row))
        for stage, row in ((stage, stops[stage.id]) for stage in route.stages)
    ]
    parts = (_head(route, words), heads, sum(rows), _talks(route, words, step), _foot(words))
    return sum(parts) + _BETWEEN * (len(parts) - 1)


def _larger(step: Step) -> Step:
    return Step(step.size * 1.15, 1.2)


def _stage(stage: Stage, step: Step) -> float:
    room = _STAGE - 6
    takes = step.height(stage.takes, room) + 0.2 * step.size if stage.takes else 0
    return 9 + _larger(step).height(stage.name, room, is_bold=True) + takes


def _stop(stop: Stop, words: Words, step: Step, room: float, *, has_helper: bool) -> float:
    lines = told_on_paper(stop, words, has_helper=has_helper)
    texts = (step.height(f"{name} {text}".strip(), room) + 0.2 * step.size for name, text in lines)
    return _larger(step).height(stop.title, room, is_bold=True) + sum(texts)


def told_on_paper(stop: Stop, words: Words, *, has_helper: bool) -> tuple[tuple[str, str], ...]:
    """What stands on paper about a stop, below its title: a word in front, and the text."""
    helper = ((f"{words('route.helper')}:", stop.helper),) if has_helper else ()
    return (
        ("", stop.question),
        (f"{words('route.pitfall')}:", stop.pitfall),
        (f"{words('route.tip')}:", stop.tip),
        *helper,
    )


_TITLE, _SMALL = Step(10, 1.1), Step(3.5, 1.3)


def _head(route: RouteMap, words: Words) -> float:
    programme = words("route.sheet_of", title=route.title)
    return _TITLE.height(programme, _WIDTH, is_bold=True) + _SMALL.height(words("route.sheet_how"), _WIDTH) + 2


def _talks(route: RouteMap, words: Words, step: Step) -> float:
    """A box for each talk, four beside each other, with a line to write the day on."""
    if not route.talks:
        return 0
    rows = ceil(len(route.talks) / 4)
    return 5 + step.height(words("route.talks"), _WIDTH, is_bold=True) + rows * (step.size * 1.25 + 8)


def _foot(words: Words) -> float:
    return _SMALL.height(words("route.sheet_foot", address="w" * 60, version="w" * 20, day="w" * 20), _WIDTH) + 2
