"""What is still of another organisation in a file that began as a copy, or a vacancy that moved."""

from __future__ import annotations

from collections.abc import Iterator

from burgerbaan.kinds import Kind
from burgerbaan.lifecycle import TOLD
from burgerbaan.links import dial
from burgerbaan.model.host import Host
from burgerbaan.problems import Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders
from burgerbaan.tips import plain


def check_copied(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """A reminder for each place and each way to reach somebody that is of another organisation."""
    del folders
    yield from _contacts(site, places)
    owners: dict[str, Host] = {}
    for host in site.hosts.values():
        for name in _names_of(host):
            owners.setdefault(name, host)
    as_compared: dict[str, str] = {}
    for vacancy in site.vacancies.values():
        own, place = site.hosts.get(vacancy.host), vacancy.place
        if own is None or place is None or not place.name:
            continue
        if place.name not in as_compared:
            as_compared[place.name] = plain(place.name)
        name = as_compared[place.name]
        other = owners.get(name)
        if other and other is not own and name not in _names_of(own) and site.state(vacancy) in TOLD:
            words = {"value": place.name, "host": own.name, "other": other.path}
            yield problem(vacancy.path, places.find(vacancy.path, ("plek", "naam")), Kind.PLACE_OF_OTHER, **words)


def _names_of(host: Host) -> frozenset[str]:
    names = (host.name, host.place.name if host.place else None)
    return frozenset(plain(name) for name in names if name)


def _contacts(site: Site, places: Places) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for host in site.hosts.values():
        contact = host.contact
        if contact is None:
            continue
        ways = (("telefoon", contact.phone), ("whatsapp", contact.whatsapp), ("mail", contact.mail))
        mine = {(dial(way) if key != "mail" else way.lower()): (key, way) for key, way in ways if way}
        for way, (key, typed) in mine.items():
            if way in seen:
                position = places.find(host.path, ("contact", key))
                yield problem(host.path, position, Kind.CONTACT_OF_OTHER, value=typed, other=seen[way])
        for way in mine:
            seen.setdefault(way, host.path)
