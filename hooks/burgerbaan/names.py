"""Names of records: where each kind is written down, and what to say of a name that does not exist."""

from __future__ import annotations

import re
from collections.abc import Collection as Names
from collections.abc import Iterator
from difflib import get_close_matches
from urllib.parse import unquote, urlsplit

from burgerbaan.kinds import Kind
from burgerbaan.links import is_safe_link
from burgerbaan.made_places import is_made
from burgerbaan.model.collections import FACTS
from burgerbaan.model.sponsor import LOGOS
from burgerbaan.problems import Position, Problem, problem
from burgerbaan.site import Site
from burgerbaan.wording import format_list

_IN_CONTENT = {**{item.name: f"gegevens/{item.place}" for item in FACTS}, "pages": "", "documents": "", "media": ""}
_MAIL, _NUMBER = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+|\?"), re.compile(r"\+?[0-9][0-9 ()-]{1,20}")
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
    elif scheme.lower() == "mailto" and not _MAIL.match(name):
        yield problem(path, position, Kind.MAIL_ADDRESS, value=name, example="[Mail ons](mailto:info@example.org)")
    elif scheme.lower() == "tel" and not _NUMBER.fullmatch(unquote(name)):
        yield problem(path, position, Kind.PHONE, value=name, example="[Bel ons](tel:+31361234567)")
    elif colon and _is_dead_here(site, address):
        advice = "Noem niet het adres maar het bestand, bijvoorbeeld: [Contact](contact/index.md)"
        yield problem(path, position, Kind.PAGE_MISSING, value=address, where=where_are(site, "pages"), advice=advice)


def _is_dead_here(site: Site, address: str) -> bool:
    """Whether a whole address is of this site itself, and of nothing that is there."""
    home = f"{site.programme.url.rstrip('/')}/" if site.programme.path else ""
    if not home or not address.startswith(home):
        return False
    path = unquote(urlsplit(address.removeprefix(home)).path).removesuffix("index.html")
    place = path.strip("/")
    if "." in place.rpartition("/")[2].removesuffix(".html"):  # a file, such as a picture
        return False
    is_there = {place, f"{place}.md", f"{place}/index.md"} & {*site.pages, *site.media}
    return bool(place) and not is_there and not is_made(site.programme.people.path, path)


def unknown_name(path: str, position: Position, value: str, where: str, names: Names[str]) -> Problem:
    """A reference to nothing: the nearest name when there is one, else what there is to choose from."""
    near = get_close_matches(value, list(names), 1, 0.6)
    if near:
        return problem(path, position, Kind.REFERENCE_SUGGEST, value=value, where=where, suggestion=near[0])
    choices = f", of kies uit: {format_list(sorted(names))}" if names else ""
    return problem(path, position, Kind.REFERENCE, value=value, where=where, choices=choices)
