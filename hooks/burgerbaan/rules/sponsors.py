"""Sponsors: which yes is missing or does not count, which logos lie there for nothing or stand where they may not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from burgerbaan.consents import no_permission
from burgerbaan.dutch import format_day, format_list
from burgerbaan.kinds import Kind
from burgerbaan.model.marks import marked_fields, values_at
from burgerbaan.model.permission import Permission
from burgerbaan.model.record import Item, Refers
from burgerbaan.model.sponsor import LOGOS, Sponsor
from burgerbaan.names import where_are
from burgerbaan.problems import START, Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.rules.references import records_of
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders


@dataclass(frozen=True, slots=True)
class _Asked:
    """Something that somebody said yes to: where it stands, what it is called, and what goes after a no."""

    permission: Permission | None
    key: str
    what: str
    advice: str


def check_sponsors(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """Reminders of what is not shown; a problem for a logo that is not there or stands elsewhere."""
    everybody = (*site.sponsors.values(), *site.withheld_sponsors.values())
    for sponsor in everybody:
        for asked in _asked(site, sponsor):
            yield from _check_permission(site, sponsor, asked, places)
    for sponsor in site.sponsors.values():
        yield from _check_file(site, sponsor, places)
    named = {item.logo.file for item in everybody if item.logo}
    unused = sorted(name for name in site.media if name.startswith(LOGOS) and name not in named)
    if unused and not site.broken.get("sponsors"):  # a sponsor with a mistake may still name one
        words = {"names": format_list([name.removeprefix(LOGOS) for name in unused])}
        yield problem(f"{folders.content}/{LOGOS}".rstrip("/"), START, Kind.LOGO_UNUSED, **words)
    yield from _logos_elsewhere(site, places)


def _asked(site: Site, sponsor: Sponsor) -> Iterator[_Asked]:
    if sponsor.slug in site.withheld_sponsors:
        yield _Asked(sponsor.permission, "toestemming", "deze sponsor", "deze sponsor")
        return
    if sponsor.logo:
        yield _Asked(sponsor.logo, "logo", "het logo", f"het veld 'logo' en het bestand {sponsor.logo.file}")
    if sponsor.quote:
        yield _Asked(sponsor.quote, "citaat", "het citaat", "het veld 'citaat'")


def _check_permission(site: Site, sponsor: Sponsor, asked: _Asked, places: Places) -> Iterator[Problem]:
    kind = no_permission(asked.permission, site.today)
    if kind is None:
        return
    steps = {Kind.PERMISSION_WITHDRAWN: ("ingetrokken",), Kind.PERMISSION_EARLY: ("op",)}.get(kind, ())
    position = places.find(sponsor.path, (sponsor.number, asked.key, *steps))
    day = format_day(asked.permission.day) if asked.permission else ""
    yield problem(sponsor.path, position, kind, what=asked.what, advice=asked.advice, day=day)


def _check_file(site: Site, sponsor: Sponsor, places: Places) -> Iterator[Problem]:
    """A file that is not there is a mistake only where it would be shown: after a no it should be gone."""
    logo = sponsor.logo
    if logo and logo.file not in site.media and no_permission(logo, site.today) is None:
        position = places.find(sponsor.path, (sponsor.number, "logo", "bestand"))
        words = {"value": logo.file, "where": where_are(site, "media"), "example": "bestand: beeld/wijken/haven.svg"}
        yield problem(sponsor.path, position, Kind.PICTURE_MISSING, **words)


def _logos_elsewhere(site: Site, places: Places) -> Iterator[Problem]:
    for record in records_of(site):
        for steps, mark, _ in marked_fields(type(record), Refers):
            for location, value in values_at(record, steps) if mark.target in ("media", "documents") else ():
                if value.startswith(LOGOS):
                    place = (record.number, *location) if isinstance(record, Item) else location
                    yield problem(record.path, places.find(record.path, place), Kind.LOGO_ELSEWHERE, value=value)
