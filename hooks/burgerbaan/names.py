"""Names of records: where each kind is written down, and what to say of a name that does not exist."""

from __future__ import annotations

from collections.abc import Collection as Names
from collections.abc import Iterator
from difflib import get_close_matches

from burgerbaan.kinds import Kind
from burgerbaan.links import is_safe_link
from burgerbaan.model.collections import FACTS
from burgerbaan.model.sponsor import LOGOS
from burgerbaan.problems import Position, Problem, problem
from burgerbaan.site import Site
from burgerbaan.wording import format_list

_IN_CONTENT = {**{item.name: f"gegevens/{item.place}" for item in FACTS}, "pages": "", "documents": "", "media": ""}
_ELSEWHERE = {"hosts": "de mappen van vacancies/", "vacancies": "vacancies/", "profiles": "profiles/"}

RECORD_LINKS = {
    "vacature": "vacancies",
    "organisatie": "hosts",
    "agenda": "events",
    "nieuws": "news",
    "begrip": "terms",
    "bron": "sources",
}
"""Link schemes for records: `[stapelen](begrip:stapelen)`."""


def where_are(site: Site, collection: str) -> str:
    """Where an editor finds the records of an attribute of Site."""
    return _ELSEWHERE.get(collection) or f"{site.content}/{_IN_CONTENT[collection]}"


def what_links_to(site: Site, scheme: str) -> Names[str]:
    """Names that a link of a scheme may hold: only records that have a page."""
    if scheme == "vacature":
        return {vacancy.slug for vacancy in site.published_vacancies}
    names: Names[str] = getattr(site, RECORD_LINKS[scheme])
    return names


def check_link(site: Site, path: str, position: Position, address: str) -> Iterator[Problem]:
    """A problem when a link leads to a record that does not exist, or may not be published."""
    scheme, colon, name = address.partition(":")
    if colon and scheme in RECORD_LINKS:
        names = what_links_to(site, scheme)
        is_broken = name not in getattr(site, RECORD_LINKS[scheme]) and site.knows(RECORD_LINKS[scheme], name)
        if name not in names and not is_broken:
            where = "de vacatures op de site" if scheme == "vacature" else where_are(site, RECORD_LINKS[scheme])
            yield unknown_name(path, position, name, where, names)
    elif not is_safe_link(address):
        yield problem(path, position, Kind.LINK_SCHEME, value=address)
    elif LOGOS in address and not colon:
        yield problem(path, position, Kind.LOGO_ELSEWHERE, value=address)


def unknown_name(path: str, position: Position, value: str, where: str, names: Names[str]) -> Problem:
    """A reference to nothing: the nearest name when there is one, else what there is to choose from."""
    near = get_close_matches(value, list(names), 1, 0.6)
    if near:
        return problem(path, position, Kind.REFERENCE_SUGGEST, value=value, where=where, suggestion=near[0])
    choices = f", of kies uit: {format_list(sorted(names))}" if names else ""
    return problem(path, position, Kind.REFERENCE, value=value, where=where, choices=choices)
