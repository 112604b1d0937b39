"""The next day on which the same content would give another site, so that nobody has to build blindly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from burgerbaan.event_facts import ahead, turn_of
from burgerbaan.lifecycle import VacancyDay, day_of, turning_days
from burgerbaan.model.consent import Consent
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.moments import day_after, next_month
from burgerbaan.site import Site


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """Something that turns on a day: the file it comes from, and a key in the word list."""

    day: date
    path: str
    what: str


def next_changes(site: Site) -> tuple[Change, ...]:
    """Everything that turns on the first day after today on which anything does."""
    others = tuple(_changes(site))
    first = min(item.day for item in others)
    turns = (turn for vacancy in site.vacancies.values() for turn in _turn(vacancy, site.today, first))
    found = sorted((*others, *turns))
    return tuple(item for item in found if item.day == found[0].day)


def _changes(site: Site) -> Iterator[Change]:
    """The next change of all but vacancies; the month always ends."""
    today = site.today
    for event in site.events.values():
        yield from _passing(turn_of(event, today).last_day, event.path, "event", today)
        for day in ahead(event, today).skipped:
            yield Change(day + timedelta(days=1), event.path, "event")
    for profile in site.profiles.values():
        if profile.until:
            yield from _passing(profile.until, "", "people", today)
        if profile.shown_until:
            yield Change(profile.shown_until + timedelta(days=1), "", "people")
        yield from _consent_turns(profile.photo.consent if profile.photo else None, today)
    for quote in (quote for record in site.quotes.values() for quote in record.quotes):
        yield from _consent_turns(quote.consent, today)
    for item in site.news.values():
        if item.day > today:
            yield Change(item.day, item.path, "news")
    yield from _campaign_ends(site)
    yield from _sponsor_turns(site)
    if len(site.profiles) > 1:
        yield Change(today + timedelta(days=1), "", "order")
    yield Change(next_month(today), "", "security")


def _campaign_ends(site: Site) -> Iterator[Change]:
    for goal in site.open_goals:
        if goal.campaign and site.donation:
            yield Change(goal.campaign.until + timedelta(days=1), site.donation.path, "campaign")


def _sponsor_turns(site: Site) -> Iterator[Change]:
    """A yes that begins, a sponsor that stops; and each day, for a certificate tells when it was made."""
    today = site.today
    for sponsor in (*site.sponsors.values(), *site.withheld_sponsors.values()):
        if sponsor.until:
            yield from _passing(sponsor.until, sponsor.path, "sponsor", today)
        for permission in (sponsor.permission, sponsor.logo, sponsor.quote):
            if permission and permission.withdrawn is None and today < permission.day:
                yield Change(permission.day, sponsor.path, "sponsor")
    for sponsor in tuple(site.sponsors.values())[:1]:
        yield Change(today + timedelta(days=1), sponsor.path, "certificate")


def _consent_turns(consent: Consent | None, today: date) -> Iterator[Change]:
    """The day on which something may be shown, and the day after it may be no longer; public, so without a name."""
    if consent and today < consent.day:
        yield Change(consent.day, "", "people")
    if consent and today <= consent.until:
        yield Change(consent.until + timedelta(days=1), "", "people")


def _turn(vacancy: Vacancy, today: date, last: date) -> Iterator[Change]:
    """The first day on which something else is told of a vacancy, when that is not after the `last` one."""
    days = [day for day in turning_days(vacancy, today) if day <= last]
    before = day_of(vacancy, today) if days else None
    for day in days:
        after = day_of(vacancy, day)
        if before and after != before:
            yield Change(day, vacancy.path, _what(before, after))
            return


def _what(before: VacancyDay, after: VacancyDay) -> str:
    """The most that changes: its state, or what is told of one that stays as it is."""
    if after.state is not before.state or after.days != before.days:
        return after.state
    return "begun" if after.is_new is before.is_new else "not_new"


def _passing(moment: str, path: str, what: str, today: date) -> Iterator[Change]:
    """The day after a day, a month or a year, when that is still to come."""
    day = day_after(moment)
    if day > today:
        yield Change(day, path, what)
