"""No two pages may want the same address."""

from __future__ import annotations

from collections.abc import Iterator

from burgerbaan.problems import START, Kind, Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders

RESERVED = ("zoeken/", "data/", "assets/", "gegevens/", *(f"vacatures/{name}/" for name in ("wijk", "sector")))
"""Addresses that the generator itself uses."""


def check_addresses(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """A problem for each record whose address a written page or the generator already has."""
    del places
    taken = dict.fromkeys(RESERVED, "de site zelf")
    written = ((page.url, f"{folders.content}/{page.path}") for page in site.pages.values())
    for url, path in (*written, *_record_addresses(site)):
        if url in taken:
            yield problem(path, START, Kind.PAGE_CLASH, value=url.rstrip("/"), other=taken[url])
        taken[url] = path


def _record_addresses(site: Site) -> Iterator[tuple[str, str]]:
    people = site.programme.people.path
    for section, records in (
        ("vacatures", site.vacancies),
        ("organisaties", site.hosts),
        (people, site.profiles),
        ("agenda", site.events),
        ("nieuws", site.news),
    ):
        for slug, record in records.items():
            yield f"{section}/{slug}/", record.path
