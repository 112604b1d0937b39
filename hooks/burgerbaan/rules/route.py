"""The routekaart is whole and fits on its paper; drawings and the spoorboekje point at what exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from burgerbaan.kinds import Kind
from burgerbaan.model.route import RouteMap, Timetable
from burgerbaan.names import unknown_name
from burgerbaan.problems import Problem, problem
from burgerbaan.route_fit import fit_route, longest_stop
from burgerbaan.rules.place import Places
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders
from burgerbaan.words import Words, load_texts


def check_route(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """Stops that are missing, double or nowhere; arrows and connections without an end."""
    del folders
    if site.route_map:
        yield from _check_map(site, site.route_map, places)
    if site.timetable:
        names = {item.id for item in site.timetable.stations}
        yield from _check_ends(site.timetable.path, "verbindingen", site.timetable.connections, names, places)
        yield from _check_ways(site.timetable, places)
    for drawing in site.drawings.values():
        names = {box.id for box in drawing.boxes}
        yield from _check_ends(drawing.path, "pijlen", drawing.arrows, names, places)


def _check_map(site: Site, route: RouteMap, places: Places) -> Iterator[Problem]:
    wrong = tuple(_check_stops(route, places))
    yield from wrong
    for number, (one, other) in enumerate(pairwise(route.talks), 1):
        if other.months <= one.months:
            position = places.find(route.path, ("gesprekken", number))
            yield problem(route.path, position, Kind.TALKS_ORDER, months=other.months, before=one.months)
    if not wrong and site.programme.path:
        yield from _check_paper(route, Words(load_texts(site.programme.languages[0]), site.programme), places)


def _check_paper(route: RouteMap, words: Words, places: Places) -> Iterator[Problem]:
    """The whole map is one A3, which somebody can read on a wall."""
    excess = fit_route(route, words).excess
    if excess:
        longest = longest_stop(route, words)
        position = places.find(route.path, ("haltes", longest))
        yield problem(route.path, position, Kind.ROUTE_FULL, excess=excess, stop=route.stops[longest].title)


def _check_stops(route: RouteMap, places: Places) -> Iterator[Problem]:
    stages, themes = {item.id for item in route.stages}, {item.id for item in route.themes}
    seen: set[tuple[str, str]] = set()
    for number, stop in enumerate(route.stops):
        for key, value, names in (("fase", stop.stage, stages), ("thema", stop.theme, themes)):
            if value not in names:
                position = places.find(route.path, ("haltes", number, key))
                yield unknown_name(route.path, position, value, "dit bestand", names)
        if (stop.stage, stop.theme) in seen:
            position = places.find(route.path, ("haltes", number))
            yield problem(route.path, position, Kind.STOP_TWICE, stage=stop.stage, theme=stop.theme)
        seen.add((stop.stage, stop.theme))
    for stage in route.stages:
        for theme in route.themes:
            if (stage.id, theme.id) not in seen:
                position = places.find(route.path, ("haltes",), key=True)
                yield problem(route.path, position, Kind.STOP_MISSING, stage=stage.id, theme=theme.id)


def _check_ways(timetable: Timetable, places: Places) -> Iterator[Problem]:
    """Ways that lead nowhere new: to where they begin, a second time, or on from where somebody stays."""
    path, staying = timetable.path, {station.id for station in timetable.stations if station.is_staying}
    for number, station in enumerate(timetable.stations):
        if station.is_staying and timetable.staying is not station:
            yield problem(path, places.find(path, ("stations", number, "blijven")), Kind.STAYING_TWICE)
    seen: set[tuple[str, str]] = set()
    for number, link in enumerate(timetable.connections):
        at_origin = places.find(path, ("verbindingen", number, "van"))
        at_target = places.find(path, ("verbindingen", number, "naar"))
        if link.origin == link.target:
            yield problem(path, at_target, Kind.WAY_ROUND, value=link.target)
        elif (link.origin, link.target) in seen:
            yield problem(path, at_target, Kind.WAY_TWICE, origin=link.origin, target=link.target)
        elif link.origin in staying:
            yield problem(path, at_origin, Kind.WAY_FROM_STAYING, value=link.origin)
        seen.add((link.origin, link.target))


def _check_ends(path: str, field: str, links: Iterable[object], names: set[str], places: Places) -> Iterator[Problem]:
    for number, link in enumerate(links):
        for key, attribute in (("van", "origin"), ("naar", "target")):
            value = getattr(link, attribute)
            if value not in names:
                yield unknown_name(path, places.find(path, (field, number, key)), value, "dit bestand", names)
