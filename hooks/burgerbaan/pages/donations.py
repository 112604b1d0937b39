"""A page for each goal that people can give for, with the two codes."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from markupsafe import Markup

from burgerbaan.absolute import absolute
from burgerbaan.addresses import GIVE, GOALS
from burgerbaan.codes import DOWNLOADS, FILE_NAMES, CodeKind, goal_url, payment_text, published_codes
from burgerbaan.model.donation import Donation, Goal
from burgerbaan.output import Crumb, File, Page, text_file
from burgerbaan.paper import address_pieces
from burgerbaan.qr_drawing import qr_svg
from burgerbaan.qr_file import Printed, code_file
from burgerbaan.render import Renderer

CHECK = f"{GOALS}controle.md"
"""The page that tells how to see that a code is ours; linked to where it was written."""


def goal_pages(renderer: Renderer) -> Iterator[Page | File]:
    """What each goal is and how to give; addresses that people may type or have kept lead on."""
    site = renderer.site
    donation = site.donation
    for goal in donation.goals if donation else ():
        assert donation is not None
        yield _page(renderer, donation, goal)
        yield _forward(renderer, f"{GIVE}{goal.id}/", goal_url(goal), goal.title)
    if donation and not site.has_page(f"{GOALS}index.md"):
        yield _forward(renderer, GOALS, GIVE, renderer.words("forward.all"))


def _page(renderer: Renderer, donation: Donation, goal: Goal) -> Page:
    site, words = renderer.site, renderer.words
    parent = site.pages.get(f"{GIVE}index.md")
    url = goal_url(goal)
    is_open = goal in site.open_goals
    body = renderer.component(
        "goal",
        goal=goal,
        donation=donation,
        is_open=is_open,
        sponsor=site.sponsors.get(goal.campaign.sponsor) if goal.campaign else None,
        codes=code_drawings(renderer, donation, goal) if is_open else {},
        address_pieces=address_pieces(absolute(site, url)),
        host=urlsplit(goal.link).hostname if goal.link else "",
        names=FILE_NAMES,
        endings=DOWNLOADS,
        check=CHECK if site.has_page(CHECK) else "",
        rsin=site.foundation.rsin if site.foundation else None,
        base="../../",
    )
    return Page(
        url=url,
        title=goal.title,
        description=goal.summary,
        body_html=body,
        section=GIVE,
        crumbs=(Crumb(words("frame.home"), ""), Crumb(parent.title if parent else GIVE, GIVE)),
        search_text=goal.text,
        is_indexed=not donation.is_example and is_open,
        origin=donation.path,
    )


def _forward(renderer: Renderer, origin: str, target: str, title: str) -> File:
    way = "../" * origin.count("/") + target
    address = absolute(renderer.site, target)
    html = renderer.component("forward", target=way, address=address, title=title)
    return text_file(f"{origin}index.html", str(html))


def code_downloads(renderer: Renderer) -> Iterator[File]:
    """The codes of each goal as files, for mail and for print."""
    site = renderer.site
    donation = site.donation
    across = renderer.words("goal.across") if donation and donation.is_example else ""
    for code in published_codes(site):
        ending = code.file.rsplit(".", 1)[-1]
        if code.file.startswith(GOALS) and ending in DOWNLOADS:
            yield File(code.file, code_file(Printed(code.payload, code.kind, "", across), f".{ending}"))


def code_drawings(renderer: Renderer, donation: Donation, goal: Goal) -> dict[CodeKind, Markup]:
    """The codes of a goal: for cameras, and with an account for bank apps."""
    words = renderer.words
    across = words("goal.across") if donation.is_example else ""
    payloads = {
        CodeKind.PAYMENT: payment_text(donation, goal),
        CodeKind.ADDRESS: absolute(renderer.site, goal_url(goal)),
    }
    return {
        kind: qr_svg(
            payload,
            f"{words(f'goal.code_{kind.value}', goal=goal.title)} {across}".strip(),
            kind.level,
            name=f"qr-{kind.value}",
            across=across,
        )
        for kind, payload in payloads.items()
        if payload
    }
