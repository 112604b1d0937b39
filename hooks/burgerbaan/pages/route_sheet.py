"""The routekaart on one A3, to hang on a wall and write on."""

from __future__ import annotations

from collections.abc import Iterator

from burgerbaan.absolute import absolute, printed_address
from burgerbaan.addresses import ROUTE_SHEET
from burgerbaan.dutch import format_day
from burgerbaan.output import File
from burgerbaan.pages.route_map import sign, stages_of
from burgerbaan.pages.sheet import Sheet, sheet_file
from burgerbaan.render import Renderer
from burgerbaan.route_fit import PAGE, fit_route, has_sheet, told_on_paper


def route_sheets(renderer: Renderer, *, has_pdf: bool) -> Iterator[File]:
    """The sheet, when there is a routekaart; with `has_pdf` a PDF will stand beside it."""
    site, words = renderer.site, renderer.words
    route = site.route_map
    if route is None or not has_sheet(site):
        return
    fit = fit_route(route, words)
    foot = words(
        "route.sheet_foot",
        address=printed_address(absolute(site, site.pages[PAGE].url)).rstrip("/"),
        version=route.version,
        day=format_day(route.updated),
    )
    sheet_html = renderer.component(
        "route-sheet",
        route=route,
        heads=[(theme, sign(track), track + 1) for track, theme in enumerate(route.themes)],
        stages=stages_of(renderer, route),
        told=lambda stop: told_on_paper(stop, words, has_helper=fit.has_helper),
        fit=fit,
        foot=foot,
        base="../../",
    )
    bar = Sheet(
        url=ROUTE_SHEET,
        title=words("route.sheet_title", title=route.title),
        description=words("route.sheet_description"),
        hint=words("route.sheet_hint"),
        back=site.pages[PAGE].url,
        back_text=words("route.sheet_back"),
    )
    yield sheet_file(renderer, bar, sheet_html, has_pdf=has_pdf)
