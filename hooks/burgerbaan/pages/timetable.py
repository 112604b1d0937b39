"""The spoorboekje: its map, what the browser needs for a route of one's own, and the forms of work side by side."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from burgerbaan.model.route import Connection, Station, Timetable
from burgerbaan.network import Stop, lay_out
from burgerbaan.network_drawing import network_svg
from burgerbaan.render import Renderer

_SHEETS = {"breed": (4, 900.0), "smal": (1, 326.0)}
"""How the map is drawn where there is room, and on a phone: stops beside one another, and width."""


def timetable(renderer: Renderer, base: str) -> Markup:
    """The map, the stations side by side, each station with its ways, and a place for one's own route."""
    record = renderer.site.timetable
    if record is None:
        return Markup("")
    return renderer.component(
        "timetable",
        timetable=record,
        onward=_onward(record),
        maps=[_map(renderer, record, name) for name in _SHEETS],
        settings=json.dumps(_settings(renderer, record), ensure_ascii=False, sort_keys=True),
        base=base,
    )


def forms_of_work(renderer: Renderer, base: str) -> Markup:
    """The stations side by side on a page of their own, to choose two or three of."""
    record = renderer.site.timetable
    if record is None:
        return Markup("")
    onward = f"{base}spoorboekje/" if renderer.site.has_page("spoorboekje/index.md") else None
    settings = json.dumps(renderer.words.group("forms_text"), ensure_ascii=False, sort_keys=True)
    return renderer.component("forms", stations=record.forms, onward=onward, settings=settings, base=base)


def _onward(record: Timetable) -> Mapping[str, Sequence[tuple[Connection, Station]]]:
    stations = {station.id: station for station in record.stations}
    onward: dict[str, list[tuple[Connection, Station]]] = {name: [] for name in stations}
    for link in record.connections:
        onward[link.origin].append((link, stations[link.target]))
    return onward


def _map(renderer: Renderer, record: Timetable, name: str) -> Markup:
    words, onward = renderer.words, _onward(record)
    places = list(dict.fromkeys(station.where for station in record.stations))
    stops = [Stop(station.id, station.name, station.where, places.index(station.where)) for station in record.stations]
    spoken = {}
    for station in record.stations:
        names = ", ".join(target.name for _, target in onward[station.id])
        ways = words("timetable.map_onward", names=names) if names else words("timetable.map_end")
        spoken[station.id] = f"{station.name}. {station.where}. {ways}"
    links = [(link.origin, link.target) for link in record.connections]
    network = lay_out(stops, links, *_SHEETS[name])
    return network_svg(network, f"kaart-{name}", words("timetable.map"), words("timetable.map_text"), spoken)


def _settings(renderer: Renderer, record: Timetable) -> Mapping[str, Any]:
    """What the script needs: the stations, the ways in the order of the file, and its words."""
    return {
        "stations": {item.id: [item.name, item.text, item.where] for item in record.stations},
        "order": [item.id for item in record.stations],
        "links": [
            [link.origin, link.target, link.condition, link.learning or "", link.takes or ""]
            for link in record.connections
        ],
        "stay": record.staying.id if record.staying else None,
        "words": renderer.words.group("own_route_text"),
    }
