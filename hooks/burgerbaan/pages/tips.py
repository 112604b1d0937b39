"""All tips in one list, by what became of them."""

from __future__ import annotations

from markupsafe import Markup

from burgerbaan.model.fields import slug_from
from burgerbaan.model.happenings import TipStatus
from burgerbaan.moments import end_of
from burgerbaan.render import Renderer
from burgerbaan.tips import all_tips

_ORDER = (TipStatus.DONE, TipStatus.BUSY, TipStatus.NEW, TipStatus.NOT)


def tip_overview(renderer: Renderer, base: str) -> Markup:
    """Tips about the site and of every meeting, each once: a part for each status, the latest tip first."""
    told = sorted(all_tips(renderer.site), key=lambda item: end_of(item.tip.day), reverse=True)
    groups = [
        {"status": status, "anchor": f"stand-{slug_from(status)}", "tips": tips}
        for status in _ORDER
        if (tips := [item for item in told if item.tip.status is status])
    ]
    return renderer.component("tip-overview", groups=groups, base=base)
