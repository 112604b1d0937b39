"""What stands open must hold what visitors and search engines need: where it is, and what a job pays.

Required properties: https://developers.google.com/search/docs/appearance/structured-data/job-posting#structured-data-type-definitions
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from burgerbaan.lifecycle import AVAILABLE, State
from burgerbaan.model.vacancy import Form, Vacancy
from burgerbaan.posting import job_posting
from burgerbaan.problems import Kind, Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders
from burgerbaan.source.strict_yaml import Location

_OPENING = AVAILABLE | {State.PLANNED}
"""Also what opens later by itself, so that a build does not break by waiting."""


@dataclass(frozen=True, slots=True)
class _Need:
    """Properties of which a posting has at least one, where the editor writes them, and what to write."""

    ways: tuple[str, ...]
    field: Location
    what: str
    example: str
    is_of_host: bool = False


_ADDRESS = "jobLocation.address"
_NEEDS = (
    _Need(("title",), ("titel",), "de titel", "titel: Koken in het buurthuis"),
    _Need(("description",), ("samenvatting",), "wat je doet", "samenvatting: Je kookt voor twintig buren."),
    _Need(("datePosted",), ("geplaatst",), "de dag", "geplaatst: 2026-11-01"),
    _Need(("validThrough",), ("gecontroleerd",), "de dag", "gecontroleerd: 2026-11-15"),
    _Need(("hiringOrganization.name",), ("naam",), "de naam", "naam: Buurthuis De Brug", is_of_host=True),
    _Need((f"{_ADDRESS}.addressCountry",), ("plek",), "het land", "plek: {plaats: Voorbeeldstad}"),
    _Need((f"{_ADDRESS}.addressLocality",), ("plek",), "de woonplaats", "plek: {plaats: Voorbeeldstad}"),
    _Need(
        (f"{_ADDRESS}.streetAddress", f"{_ADDRESS}.postalCode", "jobLocation.name"),
        ("plek",),
        "een straat, een postcode of de naam van het gebouw",
        "plek: {straat: Voorbeeldstraat 1, postcode: 1354 AA, plaats: Voorbeeldstad}",
    ),
)
_WAGE = _Need((), ("krijgt",), "het loon van deze baan", "krijgt: {loon: minimumloon}")


def check_postings(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """A problem for each vacancy that is open, or opens by itself, while something that people need is missing."""
    del folders
    if not site.programme.path:  # without a programme nothing is published
        return
    for vacancy in site.vacancies.values():
        if site.state(vacancy) in _OPENING and vacancy.host in site.hosts:
            for need in _missing(site, vacancy):
                path = site.hosts[vacancy.host].path if need.is_of_host else vacancy.path
                words = {"field": need.field[-1], "what": need.what, "example": need.example}
                yield problem(path, places.find(path, need.field), Kind.POSTING_INCOMPLETE, **words)


def _missing(site: Site, vacancy: Vacancy) -> Iterator[_Need]:
    posting = job_posting(site, vacancy)
    yield from (need for need in _NEEDS if not any(_value(posting, way) for way in need.ways))
    if vacancy.form is Form.JOB and not vacancy.rewards.wage:
        yield _WAGE


def _value(posting: Mapping[str, Any], way: str) -> Any:
    value: Any = posting
    for step in way.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value
