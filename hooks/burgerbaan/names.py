"""Names of records: where each kind is written down, and what to say of a name that does not exist."""

from __future__ import annotations

import re
from collections.abc import Collection as Names
from collections.abc import Iterator
from difflib import get_close_matches
from urllib.parse import unquote, urlsplit

from burgerbaan.dutch import format_day, format_list
from burgerbaan.kinds import Kind
from burgerbaan.links import is_safe_link
from burgerbaan.made_places import is_made, record_at
from burgerbaan.model.collections import FACTS
from burgerbaan.model.sponsor import LOGOS
from burgerbaan.own_computer import is_own_computer, what_to_write
from burgerbaan.problems import Position, Problem, problem
from burgerbaan.site import Site

_IN_CONTENT = {
    **{item.name: f"gegevens/{item.place}" for item in FACTS},
    "goals": "gegevens/donatie.yml",
    "pages": "",
    "documents": "",
    "media": "",
}
_MAIL, _NUMBER = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+|\?"), re.compile(r"\+?[0-9][0-9 ()-]{1,20}")
_ON_SITE = {"vacancies": "de vacatures op de site", "profiles": "de profielen op de site"}
"""Where not every record of a collection is on the site."""
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


def names_on_site(site: Site, collection: str) -> Names[str]:
    """Names that a link may hold: only of records that are on the site today."""
    if collection == "vacancies":
        return {vacancy.slug for vacancy in site.published_vacancies}
    if collection == "news":
        return {item.slug for item in site.published_news}
    if collection == "roles":
        return {role.id for role in site.own_roles}
    names: Names[str] = getattr(site, collection)
    return names


def check_record(site: Site, path: str, position: Position, address: str, record: tuple[str, str]) -> Iterator[Problem]:
    """A problem when a link leads to a record, by its collection and name, that is not on the site today."""
    collection, name = record
    if name in names_on_site(site, collection) or _is_broken(site, collection, name):
        return
    if collection == "news" and name in site.news:
        what = f"dit nieuws komt pas op {format_day(site.news[name].day)} op de site"
        words = {"value": address, "what": what, "advice": "Haal de link tot die dag weg."}
        yield problem(path, position, Kind.LINK_NOWHERE, **words)
    elif collection == "profiles" and name in site.withheld:
        yield problem(path, position, Kind.LINK_WITHHELD, value=address)
    else:
        where = _ON_SITE.get(collection) or where_are(site, collection)
        yield unknown_name(path, position, name, where, names_on_site(site, collection))


def _is_broken(site: Site, collection: str, name: str) -> bool:
    """Whether a record is there but not right, so that what leads to it is not to blame."""
    if collection == "goals":
        return site.donation is None and site.knows_donation
    return name not in getattr(site, collection) and site.knows(collection, name)


def check_link(site: Site, path: str, position: Position, address: str) -> Iterator[Problem]:
    """A problem when a link leads to a record that does not exist, or may not be published."""
    scheme, colon, name = address.partition(":")
    if colon and scheme in RECORD_LINKS:
        yield from check_record(site, path, position, address, (RECORD_LINKS[scheme], name))
    elif not is_safe_link(address):
        if is_own_computer(address):
            page = path.removeprefix(f"{site.content}/") if path.endswith(".md") else ""
            advice = what_to_write(address, page, site.pages)
            yield problem(path, position, Kind.OWN_COMPUTER, value=address, advice=advice)
        else:
            yield problem(path, position, Kind.LINK_SCHEME, value=address)
    elif LOGOS in address and not colon:
        yield problem(path, position, Kind.LOGO_ELSEWHERE, value=address)
    elif scheme.lower() == "mailto" and not _MAIL.match(name):
        yield problem(path, position, Kind.MAIL_ADDRESS, value=name, example="[Mail ons](mailto:info@example.org)")
    elif scheme.lower() == "tel" and not _NUMBER.fullmatch(unquote(name)):
        yield problem(path, position, Kind.PHONE, value=name, example="[Bel ons](tel:+31361234567)")
    elif colon:
        yield from _check_own(site, path, position, address)


def _check_own(site: Site, path: str, position: Position, address: str) -> Iterator[Problem]:
    """A problem when a whole address is of this site itself, and of nothing that is there."""
    home = f"{site.programme.url.rstrip('/')}/" if site.programme.path else ""
    if not home or not address.startswith(home):
        return
    way = unquote(urlsplit(address.removeprefix(home)).path).removesuffix("index.html")
    place = way.strip("/")
    if not place or "." in place.rpartition("/")[2].removesuffix(".html"):  # a file, such as a picture
        return
    if {place, f"{place}.md", f"{place}/index.md"} & {*site.pages, *site.media}:
        return
    if not is_made(site.programme.people.path, way):
        advice = "Noem niet het adres maar het bestand, bijvoorbeeld: [Contact](contact/index.md)"
        yield problem(path, position, Kind.PAGE_MISSING, value=address, where=where_are(site, "pages"), advice=advice)
    elif record := record_at(site, "index.md", way):
        yield from check_record(site, path, position, address, record)


def unknown_name(path: str, position: Position, value: str, where: str, names: Names[str]) -> Problem:
    """A reference to nothing: the nearest name when there is one, else what there is to choose from."""
    near = get_close_matches(value, list(names), 1, 0.6)
    if near:
        return problem(path, position, Kind.REFERENCE_SUGGEST, value=value, where=where, suggestion=near[0])
    choices = f", of kies uit: {format_list(sorted(names))}" if names else ""
    return problem(path, position, Kind.REFERENCE, value=value, where=where, choices=choices)
