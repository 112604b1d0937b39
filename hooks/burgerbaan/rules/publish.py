"""A public site holds no examples."""

from __future__ import annotations

from collections.abc import Iterator

from burgerbaan.model.record import Item
from burgerbaan.problems import Kind, Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.rules.references import records_of
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders


def check_publish(site: Site, folders: Folders) -> Iterator[Problem]:
    """A problem for each record that says `voorbeeld: true`; asked only when publishing."""
    places = Places(folders.root)
    for record in records_of(site):
        if getattr(record, "is_example", False):
            location = (record.number, "voorbeeld") if isinstance(record, Item) else ("voorbeeld",)
            yield problem(record.path, places.find(record.path, location), Kind.EXAMPLE_PUBLISHED)
