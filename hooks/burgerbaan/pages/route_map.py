"""The routekaart: as a drawing, as a line for who has a narrow screen, and all of it as text; and its talks."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from burgerbaan.addresses import ROUTE_SHEET
from burgerbaan.model.route import RouteMap, Talk
from burgerbaan.model.route import Theme as RouteTheme
from burgerbaan.render import Renderer
from burgerbaan.route_fit import has_sheet
from burgerbaan.route_layout import by_stage, lay_out

_SIGNS = (
    "M-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0z",
    "M-8.5-8.5h17v17h-17z",
    "M0-10.500L11 8.500h-22z",
    "M0-11.500L11.500 0 0 11.500-11.500 0z",
    "M-5.500-9.500h11L11 0 5.500 9.500h-11L-11 0z",
)
"""A shape for each theme: circle, square, triangle, diamond, hexagon; so that nobody needs to see colours."""


def route_map(renderer: Renderer, base: str) -> Markup:
    """The map, where somebody is on it, every stop as text, and when the talks are; nothing without a routekaart."""
    route = renderer.site.route_map
    if route is None:
        return Markup("")
    stages = stages_of(renderer, route)
    return renderer.component(
        "route-map",
        route=route,
        stages=stages,
        drawing_html=_drawing(renderer, route),
        settings=json.dumps(_settings(renderer, route), ensure_ascii=False),
        sheet=ROUTE_SHEET if has_sheet(renderer.site) else "",
        base=base,
    )


def stages_of(renderer: Renderer, route: RouteMap) -> Sequence[Mapping[str, Any]]:
    """Every stage with its number and its stops; of each stop its theme, its sign, and the page where more stands."""
    places = {theme.id: place for place, theme in enumerate(route.themes)}
    pages, stops = renderer.site.pages, by_stage(route)

    def told(stop: Any) -> Mapping[str, Any]:
        track = places[stop.theme]
        page = pages.get(stop.page) if stop.page else None
        return {"stop": stop, "theme": route.themes[track], "track": track + 1, "sign": sign(track), "page": page}

    return [
        {"stage": stage, "number": number, "stops": [told(stop) for stop in stops[stage.id]]}
        for number, stage in enumerate(route.stages, 1)
    ]


def sign(track: int) -> str:
    """The path of a theme's sign, around its middle."""
    return _SIGNS[track]


def _drawing(renderer: Renderer, route: RouteMap) -> Markup:
    themes = {theme.id: theme.name for theme in route.themes}
    return renderer.component("route-drawing", drawing=lay_out(route), themes=themes, signs=_SIGNS, route=route)


def _settings(renderer: Renderer, route: RouteMap) -> Mapping[str, Any]:
    """What the script needs: the road in order, the talks, and the words."""
    programme = renderer.site.programme
    names = {stage.id: stage.name for stage in route.stages}
    stops = [stop for stops in by_stage(route).values() for stop in stops]
    return {
        "stops": [[stop.id, stop.title, names[stop.stage]] for stop in stops],
        "talks": [[talk.months, talk.focus or ""] for talk in route.talks],
        "themes": [[theme.name, theme.talk_question] for theme in route.themes],
        "programme": programme.name,
        "host": programme.url.removeprefix("https://").split("/")[0],
        "words": renderer.words.group("route_text"),
    }


def talk_moments(renderer: Renderer, base: str) -> Markup:
    """When the talks are and what each looks at, for a written page."""
    del base
    talks: Sequence[Talk] = renderer.site.route_map.talks if renderer.site.route_map else ()
    return renderer.component("talk-moments", talks=talks) if talks else Markup("")


def talk_themes(renderer: Renderer, base: str) -> Markup:
    """The themes of the routekaart with what a talk asks, and room to write."""
    themes: Sequence[RouteTheme] = renderer.site.route_map.themes if renderer.site.route_map else ()
    signed = [(theme, sign(track), track + 1) for track, theme in enumerate(themes)]
    return renderer.component("talk-themes", themes=signed, base=base) if signed else Markup("")
