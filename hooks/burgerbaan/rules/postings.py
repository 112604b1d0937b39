"""What stands open must hold what visitors and search engines need: where it is, and what a job pays.

Required properties: https://developers.google.com/search/docs/appearance/structured-data/job-posting#structured-data-type-definitions
All others of those the model itself requires of every vacancy and host.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from burgerbaan.kinds import Kind
from burgerbaan.lifecycle import AVAILABLE, State
from burgerbaan.model.vacancy import Form, Vacancy
from burgerbaan.problems import Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders

_OPENING = AVAILABLE | {State.PLANNED}
"""Also what opens later by itself, so that a build does not break by waiting."""


@dataclass(frozen=True, slots=True)
class _Need:
    """What may be missing: the field that lacks it, and what to write."""

    field: str
    what: str
    example: str


_ADDRESS = _Need(
    "plek",
    "een straat, een postcode of de naam van het gebouw",
    "plek: {straat: Voorbeeldstraat 1, postcode: 1354 AA, plaats: Voorbeeldstad}",
)
_WAGE = _Need("krijgt", "het loon van deze baan", "krijgt: {loon: minimumloon}")


def check_postings(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """A problem for each vacancy that is open, or opens by itself, while something that people need is missing."""
    del folders
    if not site.programme.path:  # without a programme nothing is published
        return
    for vacancy in site.vacancies.values():
        if site.state(vacancy) in _OPENING and vacancy.host in site.hosts:
            for need in _missing(vacancy):
                words = {"field": need.field, "what": need.what, "example": need.example}
                place = places.find(vacancy.path, (need.field,))
                yield problem(vacancy.path, place, Kind.POSTING_INCOMPLETE, **words)


def _missing(vacancy: Vacancy) -> Iterator[_Need]:
    place = vacancy.place
    if not (place.street or place.postcode or place.name):
        yield _ADDRESS
    if vacancy.form is Form.JOB and not vacancy.rewards.wage:
        yield _WAGE
