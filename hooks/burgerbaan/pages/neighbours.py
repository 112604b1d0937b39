"""Other vacancies to look at: the same work nearby, what fits beside one in the same week, and what asks for the same.

No visitor is matched: only what vacancies and profiles say is compared, and the page tells by which rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import NamedTuple

from burgerbaan.corner import Corner
from burgerbaan.facets import steps_between
from burgerbaan.lifecycle import AVAILABLE
from burgerbaan.model.people import Profile
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.plan import Work, are_apart, work_of
from burgerbaan.render import Renderer

SHOWN = 3
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


def work_like(renderer: Renderer, profile: Profile) -> tuple[Vacancy, ...]:
    """Open vacancies about what somebody is good at: what has most of it first, and then what is near."""
    by_area: Mapping[str, Sequence[Vacancy]] = renderer.once(("areas",), lambda: _by_area(renderer))
    found = {item.slug: item for area in profile.areas for item in by_area.get(area, ())}
    steps = _steps(renderer)[profile.district]

    def by_fit(item: Vacancy) -> tuple[int, int]:
        return -len({*item.learn_areas}.intersection(profile.areas)), steps.get(item.district, len(steps))

    return tuple(sorted(found.values(), key=by_fit)[:SHOWN])


def _by_area(renderer: Renderer) -> Mapping[str, Sequence[Vacancy]]:
    found: dict[str, list[Vacancy]] = {}
    for item in renderer.site.open_in(Corner()):
        for area in item.learn_areas:
            found.setdefault(area, []).append(item)
    return {area: items[:_LOOKED_AT] for area, items in found.items()}


def beside(renderer: Renderer, vacancy: Vacancy, taken: list[Vacancy]) -> list[Vacancy]:
    """Open vacancies in the same or the next district whose fixed times leave room for this one's."""
    if not vacancy.shifts:
        return []
    place, mine, steps = vacancy.district, work_of(vacancy), _steps(renderer)
    near: tuple[_Near, ...] = renderer.once(("near", place), lambda: tuple(_near(renderer, place)))
    hidden = {vacancy.slug, *(item.slug for item in taken)}
    fitting = (
        other.vacancy for other in near if other.vacancy.slug not in hidden and are_apart(mine, other.work, steps)
    )
    return list(islice(fitting, SHOWN))


class _Near(NamedTuple):
    """A vacancy nearby, and what a plan knows of it."""

    vacancy: Vacancy
    work: Work


def _near(renderer: Renderer, district: str) -> Iterator[_Near]:
    steps = _steps(renderer)[district]
    places = [place for place in _districts_from(renderer, district) if steps[place] <= 1]
    near = (item for place in places for item in renderer.site.open_in(Corner(place)))
    for item in islice(near, _LOOKED_AT):
        if item.shifts:
            yield _Near(item, work_of(item))


def _steps(renderer: Renderer) -> dict[str, dict[str, int]]:
    steps: dict[str, dict[str, int]] = renderer.once(("steps",), lambda: steps_between(renderer.site))
    return steps


def _districts_from(renderer: Renderer, start: str) -> list[str]:
    """Districts by how far they are; those that are not joined to it at all are left out."""
    steps = _steps(renderer)[start]
    return sorted(steps, key=lambda name: steps[name])
