"""Yeses that are missing, do not count or end soon: reminders, for the site itself already does what is right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from burgerbaan.consents import ends_soon, is_said_in_public, portraits_of, refusal_of
from burgerbaan.dutch import format_day, format_list
from burgerbaan.kinds import Kind
from burgerbaan.model.people import Profile
from burgerbaan.problems import Location, Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders

_YEAR = timedelta(days=365)

_WHERE = {
    Kind.CONSENT_MISSING: (),
    Kind.CONSENT_NOT_GIVEN: ("gegeven",),
    Kind.CONSENT_WITHDRAWN: ("ingetrokken",),
    Kind.CONSENT_MINOR: ("volwassen",),
    Kind.CONSENT_TEXT: ("tekst",),
    Kind.CONSENT_EARLY: ("op",),
    Kind.CONSENT_EXPIRED: ("tot",),
    Kind.CONSENT_SCOPE: ("voor",),
}


def check_consents(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """Photos, profiles and quotes that an editor should ask somebody about."""
    del folders
    shown = portraits_of(site)
    for profile in site.profiles.values():
        if profile.photo:
            yield from _check_photo(site, profile, places, is_shown=profile.slug in shown)
        if profile.shown_until and ends_soon(profile.shown_until, site.today):
            yield _about(profile, places, ("tonen_tot",), Kind.PROFILE_ENDING, day=format_day(profile.shown_until))
        if site.today - profile.updated > _YEAR and not profile.until:
            yield _about(profile, places, ("bijgewerkt",), Kind.PROFILE_OLD, day=format_day(profile.updated))
    texts = site.programme.people.consent_texts
    for record in site.quotes.values():
        for number, quote in enumerate(record.quotes):
            if not is_said_in_public(quote, texts, site.today):
                yield problem(record.path, places.find(record.path, ("citaten", number)), Kind.QUOTE_WITHHELD)


def _check_photo(site: Site, profile: Profile, places: Places, *, is_shown: bool) -> Iterator[Problem]:
    assert profile.photo is not None
    consent = profile.photo.consent
    kind = refusal_of(site, profile)
    if kind:
        texts = site.programme.people.consent_texts
        words = {
            "value": consent.text if consent else "",
            "choices": f" (wel: {format_list(texts)})" if texts else "",
            "day": format_day(consent.until if kind is Kind.CONSENT_EXPIRED else consent.day) if consent else "",
        }
        yield _about(profile, places, ("foto", "toestemming", *_WHERE[kind]), kind, **words)
    elif not is_shown:
        yield _about(profile, places, ("foto", "bestand"), Kind.CONSENT_SHARED)
    elif consent and ends_soon(consent.until, site.today):
        day = format_day(consent.until)
        yield _about(profile, places, ("foto", "toestemming", "tot"), Kind.CONSENT_ENDING, day=day)


def _about(profile: Profile, places: Places, location: Location, kind: Kind, **words: object) -> Problem:
    return problem(profile.path, places.find(profile.path, location), kind, **words)
