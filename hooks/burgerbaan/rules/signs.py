"""Signs of Markdown in records that nobody reads as Markdown: visitors would see them as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from burgerbaan.kinds import Kind
from burgerbaan.model.examples import group_in
from burgerbaan.model.record import Item, Part
from burgerbaan.odd_signs import DOTTED_TIME, with_colons
from burgerbaan.own_computer import OWN_COMPUTER
from burgerbaan.plain_marks import signs_in_record
from burgerbaan.problems import Location, Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.rules.references import records_of
from burgerbaan.rules.words import texts_in
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders

_NOTE = re.compile(r"<!--(?:.{0,30}-->|[^\n]{0,30})")
_MARKUP = re.compile(r"\[[^\[\]\n]*\]\([^()\n]*\)|\*\*[^*\s][^*\n]*\*\*")
_PLAIN_ADVICE = "Noem de naam van de pagina, of schrijf het adres van de site zelf."
_HINTS = (
    "://127.",
    "://localhost",
    "://0.",
    "](",
    "] ",
    "]\u00a0",
    ")[",
    "[[",
    "<",
    "**",
    "~~",
    "{{",
    "【",
    ":contentReference[",
    "| ",
    "– ",
    "— ",
    *"✅✔👉➡🔹•▪◦‣●○·\uf0b7\uf0a7\uf0fc",
    *(f"{dash}\u00a0" for dash in "-*+"),
)
"""One of these stands in every text that has such a sign, or of a time with a dot this."""
_DOTTED = re.compile(r"\.[0-5]\d[\s–-]")


class Sign(NamedTuple):
    """A sign in a record: where, and how it is told."""

    location: Location
    kind: Kind
    words: Mapping[str, str]


def check_signs(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """A problem for each note that everybody would read, and for Markdown where a field does not read it."""
    del folders
    for record in records_of(site):
        for sign in signs_of(record) if record.path in site.marked else ():
            place = (record.number, *sign.location) if isinstance(record, Item) else sign.location
            position = places.find_in(record.path, place, sign.words["value"])
            yield problem(record.path, position, sign.kind, **sign.words)


def may_hold_signs(text: str) -> bool:
    """Whether the text of a file may have such a sign."""
    return _DOTTED.search(text) is not None or any(hint in text for hint in _HINTS)


def signs_of(record: Part) -> Iterator[Sign]:
    """Every such sign of a record."""
    for location, text in texts_in(record):
        for note in _NOTE.finditer(text):
            yield Sign(location, Kind.NOTE_PUBLIC, {"value": note[0]})
        for times in DOTTED_TIME.finditer(text):
            yield Sign(location, Kind.TIME_DOTTED, {"value": times[0], "example": with_colons(times[0])})
        field = plain_field(type(record), location)
        if field is None:
            for kind, sign, advice in signs_in_record(text):
                yield Sign(location, kind, {"value": sign, "advice": advice})
            continue
        for address in OWN_COMPUTER.finditer(text):
            yield Sign(location, Kind.OWN_COMPUTER, {"value": address[0], "advice": _PLAIN_ADVICE})
        if markup := _MARKUP.search(text):
            yield Sign(location, Kind.MARKUP_IN_PLAIN, {"field": field, "value": markup[0][:60]})


def plain_field(model: type[Part], location: Location) -> str | None:
    """The name of the field at a place in a record; None where Markdown is read."""
    return _plain_field(model, tuple(key for key in location if isinstance(key, str)))


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
