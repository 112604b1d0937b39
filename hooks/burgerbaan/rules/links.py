"""Links in the Markdown of records: to records that exist, and to safe addresses only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from burgerbaan.links import is_safe_link
from burgerbaan.model.record import Item
from burgerbaan.names import RECORD_LINKS, WHERE, unknown_name
from burgerbaan.problems import Kind, Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.rules.references import records_of
from burgerbaan.rules.words import texts_in
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders

_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)")


def check_links(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """A problem for each link of a record that leads nowhere or may not be published."""
    del folders
    for record in records_of(site):
        if record.path not in site.marked:
            continue
        for location, text in texts_in(record):
            for found in _LINK.finditer(text):
                place = (record.number, *location) if isinstance(record, Item) else location
                yield from _check_link(site, record.path, found[1], places, place)


def _check_link(
    site: Site, path: str, address: str, places: Places, location: tuple[str | int, ...]
) -> Iterator[Problem]:
    scheme, colon, name = address.partition(":")
    if colon and scheme in RECORD_LINKS:
        names = getattr(site, RECORD_LINKS[scheme])
        if name not in names:
            yield unknown_name(path, places.find(path, location), name, WHERE[RECORD_LINKS[scheme]], names)
    elif not is_safe_link(address):
        yield problem(path, places.find(path, location), Kind.LINK_SCHEME, value=address)
