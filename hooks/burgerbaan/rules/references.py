"""References between records: every name that a field marks with `Refers` must exist."""

from __future__ import annotations

from collections.abc import Collection as Names
from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from burgerbaan.kinds import Kind
from burgerbaan.model.collections import FACTS
from burgerbaan.model.marks import marked_fields, values_at
from burgerbaan.model.record import Item, Record, Refers
from burgerbaan.names import WHERE, unknown_name
from burgerbaan.problems import Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders
from burgerbaan.source.strict_yaml import Location

_MAPPINGS = (*(item.name for item in FACTS), "hosts", "vacancies", "profiles")


def check_references(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """A problem for each name that does not exist; a name whose own record is wrong does exist."""
    for record in records_of(site):
        for location, value, target in _references_in(record):
            if not site.knows(target, value):
                names = _names(site, target)
                place = (record.number, *location) if isinstance(record, Item) else location
                yield _missing(record.path, value, target, names, places, place)


def records_of(site: Site) -> Iterator[Record]:
    """Every record of a site."""
    for name in _MAPPINGS:
        value = getattr(site, name)
        if isinstance(value, Record):
            if value.path:  # a stand-in for a programme that could not be read has none
                yield value
        elif value is not None:
            yield from value.values() if isinstance(value, Mapping) else value


def without_broken(site: Site) -> Site:
    """The site less every record that refers to nothing; for previews while an editor still types."""
    while True:
        changes: dict[str, Any] = {}
        for name in _MAPPINGS:
            value = getattr(site, name)
            if isinstance(value, Mapping):
                kept = {slug: record for slug, record in value.items() if _is_whole(site, record)}
                if len(kept) < len(value):
                    changes[name] = kept
            elif isinstance(value, tuple):
                left = tuple(record for record in value if _is_whole(site, record))
                if len(left) < len(value):
                    changes[name] = left
            elif value is not None and name != "programme" and not _is_whole(site, value):
                changes[name] = None
        orphans = {slug: item for slug, item in site.vacancies.items() if item.host in site.hosts}
        if len(orphans) < len(site.vacancies):
            changes["vacancies"] = orphans
        if not changes:
            return site
        site = replace(site, **changes)


def _is_whole(site: Site, record: Record) -> bool:
    references = ((target, value) for _, value, target in _references_in(record))
    return all(value in _names(site, target) or site.withholds(target, value) for target, value in references)


def _names(site: Site, target: str) -> Names[str]:
    names: Names[str] = getattr(site, target)
    return names


def _missing(path: str, value: str, target: str, names: Names[str], places: Places, place: Location) -> Problem:
    position = places.find(path, place)
    near = get_close_matches(value, list(names), 1, 0.6)
    if target == "media":
        return problem(path, position, Kind.PICTURE_MISSING, value=value)
    if target in ("pages", "documents"):
        advice = f"Bedoel je '{near[0]}'?" if near else "Maak de pagina, of kies een andere."
        return problem(path, position, Kind.PAGE_MISSING, value=value, advice=advice)
    return unknown_name(path, position, value, WHERE[target], names)


def _references_in(record: Record) -> Iterator[tuple[Location, str, str]]:
    for steps, mark, _ in marked_fields(type(record), Refers):
        for location, value in values_at(record, steps):
            yield location, value, mark.target
