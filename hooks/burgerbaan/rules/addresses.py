"""No two pages may want the same address."""

from __future__ import annotations

from collections.abc import Iterator

from burgerbaan.addresses import (
    EVENTS,
    FACTSHEETS,
    GIVE,
    GOAL_SHEETS,
    GOALS,
    HOSTS,
    LEAFLET,
    NEWS,
    RESERVED,
    ROLES,
    ROUTE_SHEET,
    SPONSORS,
    TALK_SHEET,
    VACANCIES,
    VACANCY_SHEETS,
)
from burgerbaan.codes import factsheet_url, goal_url, leaflet_page
from burgerbaan.former import former_addresses
from burgerbaan.kinds import Kind
from burgerbaan.problems import START, Problem, problem
from burgerbaan.roles import role_url
from burgerbaan.route_fit import has_sheet
from burgerbaan.rules.place import Places
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders


def check_addresses(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """A problem for each record whose address a written page or the generator already has."""
    del places
    taken: dict[str, str] = {}
    blamed: set[str] = set()
    written = ((page.url, f"{folders.content}/{page.path}", _not_for(page.url)) for page in site.pages.values())
    of_records = ((url, path, RESERVED) for url, path in _record_addresses(site))
    for url, path, reserved in (*written, *of_records):
        if url.startswith(reserved):
            taken.setdefault(url, "de site zelf")
        if url in taken and path not in blamed:
            yield problem(path, START, Kind.PAGE_CLASH, value=url.rstrip("/"), other=taken[url])
            blamed.add(path)
        taken[url] = path


def _not_for(url: str) -> tuple[str, ...]:
    """Folders in which a written page has no place; where codes lead, only one that tells how to check them."""
    may_be_there = url in (GOALS, f"{GOALS}controle/")
    return (*RESERVED, FACTSHEETS, *(() if may_be_there else (GOALS,)))


def _record_addresses(site: Site) -> Iterator[tuple[str, str]]:
    people = site.programme.people.path
    for section, records in (
        (VACANCIES, site.vacancies),
        (HOSTS, site.hosts),
        (f"{people}/", site.profiles),
        (EVENTS, site.events),
        (NEWS, site.news),
    ):
        for slug, record in records.items():
            yield f"{section}{slug}/", record.path
    yield from _former_addresses(site)
    yield from _sheet_addresses(site)
    for profile in site.profiles.values():
        if profile.story_markdown:
            yield f"{people}/{profile.slug}/verhaal/", profile.path
    yield from _role_addresses(site)
    for sheet in site.factsheets.values():
        yield factsheet_url(sheet), sheet.path
    yield from _route_address(site)
    if leaflet_page(site):
        yield LEAFLET, site.programme.path
    for slug, sponsor in site.sponsors.items():
        yield f"{SPONSORS}{slug}/certificaat/", sponsor.path
    for goal in site.donation.goals if site.donation else ():
        for url in (goal_url(goal), f"{GIVE}{goal.id}/", *(f"{goal_url(goal)}{name}/" for name in GOAL_SHEETS)):
            yield url, site.donation.path if site.donation else ""


def _sheet_addresses(site: Site) -> Iterator[tuple[str, str]]:
    """Sheets of vacancies below whose page something else may stand; there are tens of thousands of others."""
    others = (*(page.url for page in site.pages.values()), f"{site.programme.people.path}/")
    for slug in {url.split("/")[1] for url in others if url.startswith(VACANCIES)} & site.vacancies.keys():
        for sheet in (*VACANCY_SHEETS, TALK_SHEET):
            yield f"{VACANCIES}{slug}/{sheet}/", site.vacancies[slug].path


def _route_address(site: Site) -> Iterator[tuple[str, str]]:
    if site.route_map and has_sheet(site):
        yield ROUTE_SHEET, site.route_map.path


def _role_addresses(site: Site) -> Iterator[tuple[str, str]]:
    for number, role in enumerate(site.own_roles):
        if number == 0:
            yield ROLES, role.path
        yield role_url(role), role.path


def _former_addresses(site: Site) -> Iterator[tuple[str, str]]:
    """Where pages were before their file got another name; the name of another such file is told elsewhere."""
    yield from sorted((former.url, former.path) for former in former_addresses(site))
