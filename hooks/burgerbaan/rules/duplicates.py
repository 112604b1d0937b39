"""Inside one file no two parts may have the same name, or be of the same year."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from burgerbaan.kinds import Kind
from burgerbaan.problems import Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders

_NAMES = ("id", "soort")


def check_duplicates(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """A problem for the second box, goal, stop, station or channel of one name."""
    del folders
    single = (site.programme, site.donation, site.route_map, site.timetable, site.panel_sheet)
    for record in (*(item for item in single if item is not None and item.path), *site.drawings.values()):
        for field, items in record.model_dump(mode="json", by_alias=True).items():
            if isinstance(items, (list, tuple)):
                yield from _check_list(record.path, field, items, places)
    years: set[int] = set()
    for amounts in site.amounts:
        if amounts.year in years:
            position = places.find(amounts.path, (amounts.number, "jaar"))
            yield problem(amounts.path, position, Kind.YEAR_TWICE, value=amounts.year)
        years.add(amounts.year)


def _check_list(path: str, field: str, items: Any, places: Places) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, item in enumerate(items):
        key = next((name for name in _NAMES if isinstance(item, dict) and name in item), None)
        if key is None:
            continue
        if item[key] in seen:
            position = places.find(path, (field, number, key))
            yield problem(path, position, Kind.IDENTIFIER_DUPLICATE, value=item[key], other="dit bestand", field=key)
        seen.add(item[key])
