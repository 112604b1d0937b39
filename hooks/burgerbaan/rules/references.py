"""References between records: every name that a field marks with `Refers` must exist."""

from __future__ import annotations

from collections.abc import Collection as Names
from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from typing import Any

from burgerbaan.kinds import Kind
from burgerbaan.model.collections import FACTS
from burgerbaan.model.marks import Step, marked_fields, values_at
from burgerbaan.model.record import Item, Part, Record, Refers
from burgerbaan.names import unknown_name, where_are
from burgerbaan.page_links import nearest_page
from burgerbaan.problems import Location, Position, Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.site import EVERYTHING, Site
from burgerbaan.source.folders import Folders

_MAPPINGS = (*(item.name for item in FACTS), "hosts", "vacancies", "profiles")


def check_references(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """A problem for each name that does not exist; a name whose own record is wrong does exist."""
    del folders
    for record in records_of(site):
        if _is_whole(site, record):
            continue
        for location, value, target in _references_in(record):
            if not site.knows(target, value):
                place = (record.number, *location) if isinstance(record, Item) else location
                yield _missing(site, places.find(record.path, place), record.path, value, target)


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
        housed = {slug: item for slug, item in site.vacancies.items() if item.host in site.hosts}
        if len(housed) < len(site.vacancies):
            changes["vacancies"] = housed
        if not changes:
            return site
        site = replace(site, **changes)


def lost_between(read: Site, whole: Site) -> Mapping[str, frozenset[str]]:
    """The names of records, by collection, that were read or exist but are not in the whole site; `*` for all."""
    found: dict[str, frozenset[str]] = {}
    for name in _MAPPINGS:
        before, after = getattr(read, name), getattr(whole, name)
        names = read.broken.get(name, frozenset())
        if before is not after:
            names |= before.keys() - after.keys() if isinstance(before, Mapping) else {EVERYTHING}
        if names:
            found[name] = names
    return found


def _is_whole(site: Site, record: Record) -> bool:
    for target, name, is_list, steps in _ways(type(record)):
        value = getattr(record, name)
        if value is None:
            continue
        values = _values(record, steps) if len(steps) > 1 else value if is_list else (value,)
        names = _names(site, target)
        for item in values:
            if item not in names and not site.withholds(target, item):
                return False
    return True


@cache
def _ways(model: type[Part]) -> tuple[tuple[str, str, bool, tuple[Step, ...]], ...]:
    """Where a model refers to others: what it refers to, and the way there with its first step once more."""
    found = ((steps, mark.target) for steps, mark, _ in marked_fields(model, Refers))
    return tuple((target, steps[0][0], steps[0][2], steps) for steps, target in found)


def _values(record: Record, steps: tuple[Step, ...]) -> Iterator[str]:
    return (value for _, value in values_at(record, steps))


def _names(site: Site, target: str) -> Names[str]:
    names: Names[str] = getattr(site, target)
    return names


def _missing(site: Site, position: Position, path: str, value: str, target: str) -> Problem:
    names, where = _names(site, target), where_are(site, target)
    near = get_close_matches(value, list(names), 1, 0.6)
    if target == "media":
        words = {"value": value, "where": where, "example": "bestand: beeld/wijken/haven.svg"}
        return problem(path, position, Kind.PICTURE_MISSING, **words)
    if target in ("pages", "documents"):
        meant = nearest_page(site, value) if value.endswith(".md") else next(iter(near), None)
        advice = f"Bedoel je '{meant}'?" if meant else "Maak de pagina, of kies een andere."
        return problem(path, position, Kind.PAGE_MISSING, value=value, where=where, advice=advice)
    return unknown_name(path, position, value, where, names)


def _references_in(record: Record) -> Iterator[tuple[Location, str, str]]:
    for steps, mark, _ in marked_fields(type(record), Refers):
        for location, value in values_at(record, steps):
            yield location, value, mark.target
