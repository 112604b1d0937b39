"""A factsheet is one A4 that is still true: what does not fit on it, or was not checked for long."""

from __future__ import annotations

from collections.abc import Iterator

from burgerbaan.dutch import format_day
from burgerbaan.factsheet_fit import fit_factsheet, longest_part
from burgerbaan.factsheet_texts import amounts_of, factsheet_texts
from burgerbaan.kinds import Kind
from burgerbaan.model.factsheet import Factsheet
from burgerbaan.problems import START, Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders
from burgerbaan.words import Words, load_texts

_RECHECK_DAYS = 365


def check_factsheets(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """A problem for each that is too full for its paper; reminders of old ones, and of amounts that nobody has."""
    if not (site.factsheets and site.programme.path):
        return
    words = Words(load_texts(site.programme.languages[0]), site.programme)
    for sheet in site.factsheets.values():
        if _is_whole(site, sheet):
            yield from _check_fit(site, words, places, sheet)
        if (site.today - sheet.checked).days > _RECHECK_DAYS:
            position = places.find(sheet.path, ("gecontroleerd",))
            yield problem(sheet.path, position, Kind.FACTSHEET_OLD, day=format_day(sheet.checked))
    # A list of amounts that lacks this year tells so itself.
    if not site.amounts and any(sheet.shows_amounts for sheet in site.factsheets.values()):
        yield problem(f"{folders.facts}/bedragen.yml", START, Kind.AMOUNTS_YEAR_MISSING, year=site.today.year)


def _is_whole(site: Site, sheet: Factsheet) -> bool:
    """Whether all that it names exists; what does not is told elsewhere."""
    figures = [site.figures.get(name) for name in sheet.figures]
    amounts = amounts_of(site) if sheet.shows_amounts else None
    sources = {*sheet.sources, *(figure.source for figure in figures if figure), *([amounts.source] if amounts else [])}
    return site.has_page(sheet.page) and None not in figures and sources <= site.sources.keys()


def _check_fit(site: Site, words: Words, places: Places, sheet: Factsheet) -> Iterator[Problem]:
    excess = fit_factsheet(factsheet_texts(sheet, site, words)).excess
    if excess:
        longest = longest_part(sheet.parts)
        position = places.find(sheet.path, ("delen", longest))
        yield problem(sheet.path, position, Kind.FACTSHEET_FULL, excess=excess, part=sheet.parts[longest].title)
