"""A page for each goal that people can give for."""

from __future__ import annotations

from collections.abc import Iterator

from burgerbaan.output import Crumb, Page
from burgerbaan.qr_drawing import qr_svg
from burgerbaan.render import Renderer

SECTION = "doneren/"


def goal_pages(renderer: Renderer) -> Iterator[Page]:
    """What the goal is, how to give, and a code that leads back to this page."""
    site, words = renderer.site, renderer.words
    if site.donation is None:
        return
    parent = site.pages.get("doneren/index.md")
    crumbs = (Crumb(words("frame.home"), ""), Crumb(parent.title if parent else SECTION, SECTION))
    for goal in site.donation.goals:
        url = f"{SECTION}{goal.id}/"
        address = f"{site.programme.url.rstrip('/')}/{url}"
        qr = qr_svg(address, words("goal.code", address=address))
        body = renderer.component("goal", goal=goal, donation=site.donation, qr_html=qr, address=address, base="../../")
        yield Page(
            url=url,
            title=goal.title,
            description=goal.summary,
            body_html=body,
            section=SECTION,
            crumbs=crumbs,
            search_text=goal.text,
            is_indexed=not site.donation.is_example,
            origin=site.donation.path,
        )
