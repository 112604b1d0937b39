"""The reading panel: the sheet to print, and what came out of each round."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from burgerbaan.model.reading_panel import Mended, Round
from burgerbaan.render import Renderer
from burgerbaan.tips import all_tips, tip_address


def panel_sheet(renderer: Renderer, base: str) -> Markup:
    """The tasks of today on one A4; nothing when nobody wrote them down."""
    sheet = renderer.site.panel_sheet
    return renderer.component("panel-sheet", sheet=sheet, base=base) if sheet else Markup("")


def panel_rounds(renderer: Renderer, base: str) -> Markup:
    """Every round, the latest first; without one it says so."""
    site = renderer.site
    rounds = sorted(site.panel_rounds.values(), key=lambda item: (item.day, item.slug), reverse=True)
    return renderer.component("panel-rounds", rounds=[_told(renderer, item) for item in rounds], base=base)


def _told(renderer: Renderer, item: Round) -> Mapping[str, Any]:
    sheet = renderer.site.panel_sheet
    tasks = {task.id: task.text for task in sheet.tasks} if sheet else {}
    return {
        "round": item,
        "rows": [(tasks.get(outcome.task, outcome.task), outcome) for outcome in item.outcomes],
        "mended": [(change.text, _address(renderer, change)) for change in item.mended],
    }


def _address(renderer: Renderer, change: Mended) -> str | None:
    found = (told for told in all_tips(renderer.site) if change.tip and told.tip.name == change.tip)
    return next((tip_address(renderer.site, told) for told in found), None)
