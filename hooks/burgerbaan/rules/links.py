"""Links in the Markdown of records: to what exists and is safe."""

from __future__ import annotations

import re
from collections.abc import Iterator

from burgerbaan.kinds import Kind
from burgerbaan.model.record import Item
from burgerbaan.names import check_link, where_are
from burgerbaan.page_links import nearest_page
from burgerbaan.problems import Position, Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.rules.references import records_of
from burgerbaan.rules.signs import plain_field
from burgerbaan.rules.words import texts_in
from burgerbaan.site import Site
from burgerbaan.slips import meant_outside
from burgerbaan.source.folders import Folders

_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)|^ {0,3}\[[^\]\n]+\]:\s*<?([^\s>]+)", re.M)
"""An address in a link, or below the text: `[naam]: contact/index.md`."""


def check_links(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """A problem for each link of a record that leads nowhere or may not be published."""
    del folders
    for record in records_of(site):
        if record.path not in site.marked:
            continue
        for location, text in texts_in(record):
            if plain_field(type(record), location) is not None:
                continue
            place = (record.number, *location) if isinstance(record, Item) else location
            for found in _LINK.finditer(text):
                address = found[1] or found[2]
                position = places.find_in(record.path, place, found[0].strip(), address)
                if text[: found.start() + 1].rfind("![") > text[: found.start()].rfind("]"):
                    yield problem(record.path, position, Kind.PICTURE_IN_TEXT, value=address)
                else:
                    yield from _check(site, record.path, position, address)


def _check(site: Site, path: str, position: Position, address: str) -> Iterator[Problem]:
    page, _, _ = address.partition("#")
    where = where_are(site, "pages")
    if page.endswith(".md"):
        if not site.has_page(page):
            near = nearest_page(site, page)
            advice = f"Schrijf de naam vanaf {where}, bijvoorbeeld: {near or 'contact/index.md'}"
            yield problem(path, position, Kind.PAGE_MISSING, value=page, where=where, advice=advice)
    elif page and ":" not in page:
        meant = nearest_page(site, page) or meant_outside(page) or ""
        advice = (
            f"Schrijf het zo: {meant}"
            if meant
            else f"Verwijs naar een pagina van {where}, bijvoorbeeld: contact/index.md"
        )
        yield problem(path, position, Kind.PAGE_MISSING, value=page, where=where, advice=advice)
    else:
        yield from check_link(site, path, position, address)
