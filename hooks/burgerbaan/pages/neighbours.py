"""Other vacancies to look at: the same work nearby, and what fits beside one in the same week.

No person is matched: only facts of vacancies are compared, and the page tells by which rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from burgerbaan.corner import Corner
from burgerbaan.facets import steps_between
from burgerbaan.lifecycle import AVAILABLE
from burgerbaan.model.vacancy import Shift, Vacancy
from burgerbaan.render import Renderer

SHOWN = 3
TRAVEL_MINUTES = 30
"""Between two places on one day there must be time to get there."""

_LOOKED_AT = 200
"""Vacancies that are compared at the most, so that a page costs the same however large the bank is."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The vacancies that a vacancy's page shows."""

    others: tuple[Vacancy, ...]
    beside: tuple[Vacancy, ...]


def neighbours(renderer: Renderer, vacancy: Vacancy) -> Neighbours:
    """The same work nearby, and for an open vacancy what fits beside it; looked for once."""
    found: Neighbours = renderer.once(("neighbours", vacancy.slug), lambda: _neighbours(renderer, vacancy))
    return found


def _neighbours(renderer: Renderer, vacancy: Vacancy) -> Neighbours:
    others = related(renderer, vacancy)
    is_open = renderer.site.state(vacancy) in AVAILABLE
    return Neighbours(tuple(others), tuple(beside(renderer, vacancy, others)) if is_open else ())


def related(renderer: Renderer, vacancy: Vacancy) -> list[Vacancy]:
    """Open vacancies: the same work, near before far; then the same district; then any."""
    site = renderer.site
    places = [*_districts_from(renderer, vacancy.district), ""]
    corners = [Corner(place, sector) for place in places for sector in vacancy.sectors]
    near = (item for corner in (*corners, Corner(vacancy.district), Corner()) for item in site.open_in(corner))
    return _first(near, vacancy, set())


def beside(renderer: Renderer, vacancy: Vacancy, taken: list[Vacancy]) -> list[Vacancy]:
    """Open vacancies in the same or the next district whose fixed times leave room for this one's."""
    if not vacancy.shifts:
        return []
    steps = _steps(renderer)[vacancy.district]
    places = [place for place in _districts_from(renderer, vacancy.district) if steps[place] <= 1]
    near = (item for place in places for item in renderer.site.open_in(Corner(place)))
    fitting = (item for item in islice(near, _LOOKED_AT) if item.shifts and not _clash(vacancy, item))
    return _first(fitting, vacancy, {item.slug for item in taken})


def _first(items: Iterator[Vacancy], vacancy: Vacancy, taken: set[str]) -> list[Vacancy]:
    found: dict[str, Vacancy] = {}
    for item in items:
        if item.slug != vacancy.slug and item.slug not in taken:
            found.setdefault(item.slug, item)
            if len(found) == SHOWN:
                break
    return list(found.values())


def _steps(renderer: Renderer) -> dict[str, dict[str, int]]:
    steps: dict[str, dict[str, int]] = renderer.once(("steps",), lambda: steps_between(renderer.site))
    return steps


def _districts_from(renderer: Renderer, start: str) -> list[str]:
    """Districts by how far they are; those that are not joined to it at all are left out."""
    steps = _steps(renderer)[start]
    return sorted(steps, key=lambda name: steps[name])


def _clash(one: Vacancy, other: Vacancy) -> bool:
    return any(_overlap(mine, its) for mine in one.shifts for its in other.shifts if mine.day is its.day)


def _overlap(one: Shift, other: Shift) -> bool:
    """Whether two shifts of one day lie too close together to do both."""
    return _minutes(one.start) < _minutes(other.end) + TRAVEL_MINUTES and (
        _minutes(other.start) < _minutes(one.end) + TRAVEL_MINUTES
    )


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])
