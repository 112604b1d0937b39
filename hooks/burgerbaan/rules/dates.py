"""What needs an editor's eye today: reminders, never errors, so that a build does not break by waiting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from burgerbaan.dutch import format_day
from burgerbaan.kinds import Kind
from burgerbaan.lifecycle import RECHECK_DAYS, TOLD, Ending, State, ending_of
from burgerbaan.problems import START, Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders

MONEY_DAYS = 183
"""Half a year."""


def check_dates(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """Vacancies that were not checked for long, close soon or have closed; next year's amounts from 1 December."""
    for vacancy in site.vacancies.values():
        state = site.state(vacancy)
        days = (site.today - vacancy.checked).days
        is_unchecked = state is State.CLOSED and ending_of(vacancy) is Ending.UNCHECKED
        if is_unchecked or (state in TOLD and days > RECHECK_DAYS):
            position = places.find(vacancy.path, ("gecontroleerd",))
            kind = Kind.CLOSED_UNCHECKED if is_unchecked else Kind.CHECKED_LONG_AGO
            yield problem(vacancy.path, position, kind, days=days)
        if vacancy.closing and state is State.CLOSING:
            position = places.find(vacancy.path, ("sluit",))
            yield problem(vacancy.path, position, Kind.CLOSING_SOON, day=_closing_day(vacancy.closing, site.today))
        elif vacancy.closing and state is State.CLOSED and ending_of(vacancy) is Ending.BY_DATE:
            position = places.find(vacancy.path, ("sluit",))
            yield problem(vacancy.path, position, Kind.CLOSED_BY_DATE, day=format_day(vacancy.closing))
    yield from _check_amounts(site, folders)
    yield from _check_money(site, places)


def _check_money(site: Site, places: Places) -> Iterator[Problem]:
    """What others decide about paying, and so may have changed: who reads a code, what a button is called."""
    donation = site.donation
    parts = {
        "betaalpagina": donation.page, "bankapps": donation.apps, "periodiek": donation.periodic, "plek": donation.place
    } if donation else {}  # fmt: skip
    for key, part in parts.items():
        if donation and part and (site.today - part.checked).days > MONEY_DAYS:
            position = places.find(donation.path, (key, "gecontroleerd"))
            words = {"field": key, "day": format_day(part.checked)}
            yield problem(donation.path, position, Kind.MONEY_CHECKED_LONG_AGO, **words)


def _closing_day(closing: date, today: date) -> str:
    return "vandaag" if closing == today else f"op {format_day(closing)}"


def _check_amounts(site: Site, folders: Folders) -> Iterator[Problem]:
    if not site.amounts:
        return
    wanted = [site.today.year, *([site.today.year + 1] if site.today.month == 12 else [])]
    known = {item.year for item in site.amounts}
    for year in wanted:
        if year not in known:
            yield problem(f"{folders.facts}/bedragen.yml", START, Kind.AMOUNTS_YEAR_MISSING, year=year)
