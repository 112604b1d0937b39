"""Markdown in records: links to what exists and is safe, and no signs where a field shows them as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from burgerbaan.kinds import Kind
from burgerbaan.model.examples import group_in
from burgerbaan.model.record import Item, Part
from burgerbaan.names import check_link, where_are
from burgerbaan.plain_marks import signs_in_record
from burgerbaan.problems import Position, Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.rules.references import records_of
from burgerbaan.rules.words import texts_in
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders
from burgerbaan.source.strict_yaml import Location

_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)|^ {0,3}\[[^\]\n]+\]:\s*<?([^\s>]+)", re.M)
"""An address in a link, or below the text: `[naam]: contact/index.md`."""
_NOTE = re.compile(r"<!--(?:.{0,30}-->|[^\n]{0,30})")
_MARKUP = re.compile(r"\[[^\[\]\n]*\]\([^()\n]*\)|\*\*[^*\s][^*\n]*\*\*")


def check_links(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """A problem for each link of a record that leads nowhere or may not be published, for each note that everybody
    would read, and for Markdown in a field of plain text."""
    del folders
    for record in records_of(site):
        if record.path not in site.marked:
            continue
        for location, text in texts_in(record):
            place = (record.number, *location) if isinstance(record, Item) else location
            for wrong in _NOTE.finditer(text):
                yield problem(record.path, places.find(record.path, place), Kind.NOTE_PUBLIC, value=wrong[0])
            field = _plain_field(type(record), tuple(key for key in location if isinstance(key, str)))
            if field is None:
                for found in _LINK.finditer(text):
                    yield from _check(site, record.path, places.find(record.path, place), found[1] or found[2])
                for sign, advice in signs_in_record(text):
                    words = {"value": sign, "advice": advice}
                    yield problem(record.path, places.find(record.path, place), Kind.MARK_UNREAD, **words)
                continue
            markup = _MARKUP.search(text)
            if markup:
                words = {"field": field, "value": markup[0][:60]}
                yield problem(record.path, places.find(record.path, place), Kind.MARKUP_IN_PLAIN, **words)


@cache
def _plain_field(model: type[Part], keys: Location) -> str | None:
    """The name of the field that these keys lead to; None where Markdown is read."""
    name, group = "", model
    for key in keys:
        found = [item for item in group.model_fields.items() if item[1].alias == key]
        if not found:
            return None
        name, inner = found[0][0], group_in(found[0][1].annotation)
        group = inner or group
    return None if name.endswith("_markdown") or not keys else str(keys[-1])


def _check(site: Site, path: str, position: Position, address: str) -> Iterator[Problem]:
    page, _, _ = address.partition("#")
    where = where_are(site, "pages")
    if page.endswith(".md"):
        if not site.has_page(page):
            advice = f"Schrijf de naam vanaf {where}, bijvoorbeeld: contact/index.md"
            yield problem(path, position, Kind.PAGE_MISSING, value=page, where=where, advice=advice)
    elif page and ":" not in page:
        advice = f"Verwijs naar een pagina van {where}, bijvoorbeeld: contact/index.md"
        yield problem(path, position, Kind.PAGE_MISSING, value=page, where=where, advice=advice)
    else:
        yield from check_link(site, path, position, address)
