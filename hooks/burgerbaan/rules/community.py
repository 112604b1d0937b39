"""Meetings, news, tips and the reading panel: names do not clash, tips get an answer, rounds have been."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from burgerbaan.dutch import format_day, format_moment
from burgerbaan.kinds import Kind
from burgerbaan.model.happenings import Event, TipStatus
from burgerbaan.model.reading_panel import Round
from burgerbaan.moments import day_after
from burgerbaan.names import unknown_name, where_are
from burgerbaan.problems import Position, Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders
from burgerbaan.tips import ToldTip, plain, written_tips

ANSWER_DAYS = 365

SERIES_DAYS = 366
"""A series ends within a year, from now or from its first day: nothing goes on for ever by mistake."""

ENDING_DAYS = 14
"""So long before its last time an editor reads that a series ends: nobody can say that it should, so not for long."""


def check_community(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """Mistakes between these records, and reminders of tips that wait or stand in two places."""
    del folders
    yield from _check_former_names(site, places)
    for event in site.events.values():
        if event.reason and not event.cancelled and event.moved_from is None:
            yield problem(event.path, places.find(event.path, ("reden",)), Kind.REASON_ALONE)
        if event.end and not event.start:
            yield problem(event.path, places.find(event.path, ("tot",)), Kind.END_ALONE, value=event.end)
        yield from _check_series(site, event, places)
    yield from _check_tips(site, places)
    for item in site.panel_rounds.values():
        yield from _check_round(site, item, places)


def _check_former_names(site: Site, places: Places) -> Iterator[Problem]:
    for records in (site.events, site.news, site.vacancies, site.hosts):
        renamed = [item for item in records.values() if item.former_names]  # hardly any of thousands
        owners = {slug: item.path for slug, item in records.items()} if renamed else {}
        for item in renamed:
            for number, name in enumerate(item.former_names):
                if name in owners:
                    position = places.find(item.path, ("vroeger", number))
                    yield problem(item.path, position, Kind.FORMER_NAME_TAKEN, value=name, other=owners[name])
                owners.setdefault(name, item.path)
    for page in site.pages.values():
        path = f"{site.content}/{page.path}"
        for name in page.former_names:
            if name in site.pages:
                other = f"{site.content}/{name}"
                yield problem(path, places.find_in(path, (), name), Kind.FORMER_NAME_TAKEN, value=name, other=other)


def _check_series(site: Site, event: Event, places: Places) -> Iterator[Problem]:
    if event.repetition and event.known_day:
        until, limit = event.repetition.until, max(site.today, event.known_day) + timedelta(days=SERIES_DAYS)
        position = places.find(event.path, ("herhaling", "tot_en_met"))
        if until > limit:
            yield problem(event.path, position, Kind.SERIES_FAR, value=until, limit=limit)
        if _is_ending(event, site.today):
            yield problem(event.path, position, Kind.SERIES_ENDING, day=format_day(event.days[-1]), limit=limit)


def _is_ending(event: Event, today: date) -> bool:
    """Whether a series that goes on is nearly over; who made one that has yet to begin knows when it ends."""
    first, last = event.days[0], event.days[-1]
    return not event.cancelled and first <= today <= last <= today + timedelta(days=ENDING_DAYS)


def _check_tips(site: Site, places: Places) -> Iterator[Problem]:
    texts: dict[str, str] = {}
    names: dict[str, str] = {}
    for told in written_tips(site):
        tip, path = told.tip, _path(told)
        since = tip.answered.isoformat() if tip.answered else tip.day
        if tip.status is TipStatus.NEW and day_after(since) + timedelta(days=ANSWER_DAYS) < site.today:
            yield problem(path, _find(told, "status", places), Kind.TIP_WAITING, day=format_moment(since))
        if plain(tip.tip) in texts:
            yield problem(path, _find(told, "tip", places), Kind.TIP_TWICE, other=texts[plain(tip.tip)])
        elif tip.name and tip.name in names:
            words = {"value": tip.name, "other": names[tip.name]}
            yield problem(path, _find(told, "id", places), Kind.IDENTIFIER_DUPLICATE, **words)
        texts.setdefault(plain(tip.tip), path)
        if tip.name:
            names.setdefault(tip.name, path)


def _path(told: ToldTip) -> str:
    return told.event.path if told.event else told.tip.path


def _find(told: ToldTip, key: str, places: Places) -> Position:
    location = ("tips", told.number, key) if told.event else (told.number, key)
    return places.find(_path(told), location)


def _check_round(site: Site, item: Round, places: Places) -> Iterator[Problem]:
    if item.day > site.today:
        position = places.find(item.path, ("datum",))
        yield problem(item.path, position, Kind.ROUND_AHEAD, value=item.day.isoformat())
    sheet = site.panel_sheet
    if sheet or not site.broken.get("panel_sheet"):
        tasks = {task.id for task in sheet.tasks} if sheet else set()
        for number, outcome in enumerate(item.outcomes):
            if outcome.task not in tasks:
                position = places.find(item.path, ("uitkomsten", number, "opdracht"))
                yield unknown_name(item.path, position, outcome.task, where_are(site, "panel_sheet"), tasks)
    names = {told.tip.name for told in written_tips(site) if told.tip.name}
    for number, change in enumerate(item.mended):
        if change.tip and change.tip not in names and not _has_broken_tips(site):
            position = places.find(item.path, ("veranderd", number, "tip"))
            yield unknown_name(item.path, position, change.tip, "de tips", sorted(names))


def _has_broken_tips(site: Site) -> bool:
    return bool(site.broken.get("tips") or site.broken.get("events"))
