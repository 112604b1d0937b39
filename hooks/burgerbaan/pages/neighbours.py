"""Other vacancies to look at: the same work nearby, and what fits beside one in the same week.

No person is matched: only facts of vacancies are compared, and the page tells by which rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from burgerbaan.corner import Corner
from burgerbaan.facets import steps_between
from burgerbaan.lifecycle import AVAILABLE
from burgerbaan.model.vacancy import Vacancy, Weekday
from burgerbaan.plan import TRAVEL, minutes_at
from burgerbaan.render import Renderer

SHOWN = 3
TRAVEL_MINUTES = TRAVEL[1]
"""Between two places on one day there must be time to get there; these are in the same district or the next."""

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
    place, sectors = vacancy.district, vacancy.sectors
    found: tuple[Vacancy, ...] = renderer.once(("alike", place, sectors), lambda: _alike(renderer, place, sectors))
    return [item for item in found if item.slug != vacancy.slug][:SHOWN]


def _alike(renderer: Renderer, district: str, sectors: Iterable[str]) -> tuple[Vacancy, ...]:
    """As many as are shown, and one more because a vacancy is not shown beside itself."""
    site = renderer.site
    places = (*_districts_from(renderer, district), "")
    corners = chain((Corner(place, sector) for place in places for sector in sectors), (Corner(district), Corner()))
    near = (item for corner in corners for item in site.open_in(corner))
    found: dict[str, Vacancy] = {}
    for item in near:
        found.setdefault(item.slug, item)
        if len(found) > SHOWN:
            break
    return tuple(found.values())


def beside(renderer: Renderer, vacancy: Vacancy, taken: list[Vacancy]) -> list[Vacancy]:
    """Open vacancies in the same or the next district whose fixed times leave room for this one's."""
    if not vacancy.shifts:
        return []
    place = vacancy.district
    near: tuple[tuple[Vacancy, _Week], ...] = renderer.once(("near", place), lambda: tuple(_near(renderer, place)))
    hidden, mine = {vacancy.slug, *(item.slug for item in taken)}, _week(vacancy)
    fitting = (item for item, week in near if item.slug not in hidden and not _clash(mine, week))
    return list(islice(fitting, SHOWN))


def _near(renderer: Renderer, district: str) -> Iterator[tuple[Vacancy, _Week]]:
    steps = _steps(renderer)[district]
    places = [place for place in _districts_from(renderer, district) if steps[place] <= 1]
    near = (item for place in places for item in renderer.site.open_in(Corner(place)))
    return ((item, _week(item)) for item in islice(near, _LOOKED_AT) if item.shifts)


def _steps(renderer: Renderer) -> dict[str, dict[str, int]]:
    steps: dict[str, dict[str, int]] = renderer.once(("steps",), lambda: steps_between(renderer.site))
    return steps


def _districts_from(renderer: Renderer, start: str) -> list[str]:
    """Districts by how far they are; those that are not joined to it at all are left out."""
    steps = _steps(renderer)[start]
    return sorted(steps, key=lambda name: steps[name])


_Week = Mapping[Weekday, Sequence[tuple[int, int]]]
"""Minutes from midnight at which work starts and ends, by day."""


def _week(vacancy: Vacancy) -> _Week:
    found: dict[Weekday, list[tuple[int, int]]] = {}
    for shift in vacancy.shifts:
        found.setdefault(shift.day, []).append((minutes_at(shift.start), minutes_at(shift.end)))
    return found


def _clash(one: _Week, other: _Week) -> bool:
    """Whether two shifts of one day lie too close together to do both."""
    return any(
        start < its_end + TRAVEL_MINUTES and its_start < end + TRAVEL_MINUTES
        for day, mine in one.items()
        for start, end in mine
        for its_start, its_end in other.get(day, ())
    )
