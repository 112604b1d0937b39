"""What a public site may not hold, and may not be without."""

from __future__ import annotations

from collections.abc import Iterator

from burgerbaan.kinds import Kind
from burgerbaan.model.record import Item
from burgerbaan.problems import Problem, problem
from burgerbaan.rules.foundation import check_public_foundation, remind_foundation
from burgerbaan.rules.place import Places
from burgerbaan.rules.references import records_of
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders


def check_publish(site: Site, folders: Folders) -> Iterator[Problem]:
    """A problem for each record that says `voorbeeld: true`, and for what the law asks; asked only when publishing."""
    places = Places(folders.root)
    for record in records_of(site):
        if getattr(record, "is_example", False):
            location = (record.number, "voorbeeld") if isinstance(record, Item) else ("voorbeeld",)
            yield problem(record.path, places.find(record.path, location), Kind.EXAMPLE_PUBLISHED)
    yield from check_public_foundation(site, places)


def remind_publish(site: Site, folders: Folders) -> Iterator[Problem]:
    """What will keep the site from the public, as reminders; asked only when not publishing."""
    yield from remind_foundation(site, Places(folders.root))
