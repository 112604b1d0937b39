"""Whether a yes counts today: the only place that decides who is shown, and with which photo."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from burgerbaan.model.consent import Consent, Photo, Scope
from burgerbaan.model.people import Profile, Quote, Rendering
from burgerbaan.problems import Kind
from burgerbaan.site import Site

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
            if item.photo is not None and item.photo.file not in refused
        }
    )


def refused_photos(site: Site) -> frozenset[str]:
    """Files that at least one person who is named with them gives no yes for."""
    everybody = (*site.profiles.values(), *site.withheld.values())
    return frozenset(item.photo.file for item in everybody if item.photo and refusal_of(site, item))


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


def ends_soon(last: date | None, today: date) -> bool:
    """Whether a last day comes within the month."""
    return last is not None and 0 <= (last - today).days <= WARNING_DAYS


def without_withheld(site: Site) -> Site:
    """The site with only those people in it who may be shown; the others are known apart."""
    shown = {slug: item for slug, item in site.profiles.items() if is_shown(item, site.today)}
    withheld = {slug: item for slug, item in site.profiles.items() if slug not in shown}
    return replace(site, profiles=MappingProxyType(shown), withheld=MappingProxyType(withheld))
