"""Whether a yes counts today: the only place that decides who is shown, and with which photo."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from burgerbaan.kinds import Kind
from burgerbaan.model.consent import Consent, Photo, Scope
from burgerbaan.model.people import Profile, Quote, Rendering
from burgerbaan.model.permission import Permission
from burgerbaan.model.sponsor import LOGOS, Sponsor, SponsorKind, SponsorQuote
from burgerbaan.site import Site

R = TypeVar("R")

WARNING_DAYS = 30
"""How long before its end an editor hears that a yes ends."""


def refusal(consent: Consent | None, scope: Scope, texts: Collection[str], today: date) -> Kind | None:
    """Why something may not be shown; None only when every part of the yes is there and counts.

    `texts`: the versions of the consent text that still count.
    """
    if consent is None:
        return Kind.CONSENT_MISSING
    if consent.withdrawn:  # on whatever day: who says no has not to wait
        return Kind.CONSENT_WITHDRAWN
    checks = (
        (consent.given, Kind.CONSENT_NOT_GIVEN),
        (consent.is_adult, Kind.CONSENT_MINOR),
        (consent.text in texts, Kind.CONSENT_TEXT),
        (consent.day <= today, Kind.CONSENT_EARLY),
        (today <= consent.until, Kind.CONSENT_EXPIRED),
        (scope in consent.scope, Kind.CONSENT_SCOPE),
    )
    return next((kind for is_right, kind in checks if not is_right), None)


def is_shown(profile: Profile, today: date) -> bool:
    """Whether somebody is on the site at all."""
    return profile.is_shown and (profile.shown_until is None or today <= profile.shown_until)


def portraits_of(site: Site) -> Mapping[str, Photo]:
    """By profile, the photo that may be shown today.

    A photo that also belongs to somebody without a yes is shown of nobody.
    """
    refused = refused_photos(site)
    return MappingProxyType(
        {
            slug: item.photo
            for slug, item in site.profiles.items()
            if item.photo is not None and item.photo.file.casefold() not in refused
        }
    )


def refused_photos(site: Site) -> frozenset[str]:
    """Files that at least one person who is named with them gives no yes for, in small letters: to some disks
    `Foto-1.jpg` is `foto-1.jpg`."""
    everybody = (*site.profiles.values(), *site.withheld.values())
    refused = {item.photo.file for item in everybody if item.photo and refusal_of(site, item)}
    return frozenset(name.casefold() for name in refused | site.doubtful_photos)


def refusal_of(site: Site, profile: Profile) -> Kind | None:
    """Why the photo of somebody may not be shown today, knowing nothing of others."""
    if profile.slug in site.withheld:
        return Kind.CONSENT_NOT_GIVEN
    consent = profile.photo.consent if profile.photo else None
    return refusal(consent, Scope.SITE, site.programme.people.consent_texts, site.today)


def is_said_in_public(quote: Quote, texts: Collection[str], today: date) -> bool:
    """Whether a quote may be shown: from a public source, told in other words, or with a yes."""
    if quote.source or quote.rendering is not Rendering.LITERAL:
        return True
    return refusal(quote.consent, Scope.SITE, texts, today) is None


def ends_soon(last: date, today: date) -> bool:
    """Whether a last day that is still to come, comes within the month."""
    return (last - today).days <= WARNING_DAYS


def no_permission(permission: Permission | None, today: date) -> Kind | None:
    """Why something of a sponsor may not be shown; None only when there is a yes that counts."""
    if permission is None:
        return Kind.PERMISSION_MISSING
    if permission.withdrawn:  # on whatever day, as above
        return Kind.PERMISSION_WITHDRAWN
    return Kind.PERMISSION_EARLY if today < permission.day else None


def is_named(sponsor: Sponsor, today: date) -> bool:
    """Whether a sponsor is on the site: a person only with a yes, any other as long as nobody says no."""
    if sponsor.permission is None and sponsor.kind is not SponsorKind.PERSON:
        return True
    return no_permission(sponsor.permission, today) is None


def quote_of(sponsor: Sponsor, today: date) -> SponsorQuote | None:
    """What a sponsor said, if it may be shown."""
    return sponsor.quote if no_permission(sponsor.quote, today) is None else None


def logos_of(site: Site) -> Mapping[str, str]:
    """By sponsor, the file of the logo that may be shown today; one that somebody says no to is shown of nobody."""
    refused = {item.logo.file for item in site.sponsors.values() if item.logo and no_permission(item.logo, site.today)}
    refused |= {item.logo.file for item in site.withheld_sponsors.values() if item.logo}
    found = {slug: item.logo.file for slug, item in site.sponsors.items() if item.logo}
    there = site.media - refused
    return MappingProxyType({slug: file for slug, file in found.items() if file in there})


def is_logo_without_yes(site: Site, path: str) -> bool:
    """Whether a file of `content/` lies in the folder of logos and may not be shown today."""
    return path.startswith(LOGOS) and path not in logos_of(site).values()


def without_withheld(site: Site) -> Site:
    """The site with only those people and sponsors in it who may be shown; the others are known apart."""
    people, withheld = _parted(site.profiles, lambda item: is_shown(item, site.today))
    sponsors, unnamed = _parted(site.sponsors, lambda item: is_named(item, site.today))
    return replace(site, profiles=people, withheld=withheld, sponsors=sponsors, withheld_sponsors=unnamed)


def _parted(records: Mapping[str, R], is_right: Callable[[R], bool]) -> tuple[Mapping[str, R], Mapping[str, R]]:
    right = {slug: item for slug, item in records.items() if is_right(item)}
    others = {slug: item for slug, item in records.items() if slug not in right}
    return MappingProxyType(right), MappingProxyType(others)
