"""Two of one sort with the same name: often a copy of a file, and in a list nobody sees which is which."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from burgerbaan.kinds import Kind
from burgerbaan.lifecycle import TOLD
from burgerbaan.model.record import Item, Record
from burgerbaan.model.sponsor import SponsorKind
from burgerbaan.problems import Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders
from burgerbaan.tips import plain

_Named = tuple[Record | Item, str, str, Hashable]
"""A record, the key of its name, that name, and what must differ as well for it to be a namesake."""


def check_namesakes(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """A reminder for each record that is called like an earlier one of its sort."""
    del folders
    seen: dict[Hashable, str] = {}
    for record, key, name, beside in _named(site):
        same = (type(record), plain(name), beside)
        if same in seen:
            place = (record.number, key) if isinstance(record, Item) else (key,)
            position = places.find(record.path, place)
            other = "dit bestand" if seen[same] == record.path else seen[same]
            yield problem(record.path, position, Kind.NAME_TWICE, value=name, other=other)
        seen.setdefault(same, record.path)


def _named(site: Site) -> Iterator[_Named]:
    """What stands in a list by its name. People may be called the same; who stopped may have started again."""
    yield from ((host, "naam", host.name, None) for host in site.hosts.values())
    for vacancy in site.vacancies.values():
        if site.state(vacancy) in TOLD:
            yield vacancy, "titel", vacancy.title, vacancy.host
    for sponsor in site.sponsors.values():
        if sponsor.kind is not SponsorKind.PERSON and not sponsor.until:
            yield sponsor, "naam", sponsor.name, None
    yield from ((term, "term", term.term, None) for term in site.terms.values())
    yield from ((event, "titel", event.title, event.day) for event in site.events.values())
    yield from ((item, "titel", item.title, item.day) for item in site.news.values())
