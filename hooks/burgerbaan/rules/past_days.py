"""Days of the past, such as that of a check: one after today would vouch for what nobody has looked at."""

from __future__ import annotations

from collections.abc import Iterator

from burgerbaan.kinds import Kind
from burgerbaan.model.marks import marked_fields, values_at
from burgerbaan.model.record import Item, Past
from burgerbaan.problems import Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.rules.references import records_of
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders


def check_past_days(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """A problem for each day, month or year that should have come already, and has not."""
    del folders
    today = site.today.isoformat()
    for record in records_of(site):
        for steps, _, _ in marked_fields(type(record), Past):
            for location, value in values_at(record, steps):
                written = str(value)
                if written > today[: len(written)]:
                    place = (record.number, *location) if isinstance(record, Item) else location
                    words = {"value": written, "field": steps[-1][1], "example": f"{steps[-1][1]}: {today}"}
                    yield problem(record.path, places.find(record.path, place), Kind.DAY_AHEAD, **words)
