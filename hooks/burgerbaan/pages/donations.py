"""A page for each goal that people can give for, with the two codes, and the paper that leads there."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from markupsafe import Markup

from burgerbaan.absolute import absolute
from burgerbaan.codes import CodeKind, goal_url, payment_text
from burgerbaan.model.donation import Donation, Goal
from burgerbaan.output import Crumb, File, Page, text_file
from burgerbaan.pages.sheet import Sheet, sheet_file
from burgerbaan.paper import address_pieces
from burgerbaan.qr_drawing import qr_svg
from burgerbaan.render import Renderer

SECTION = "doneren/"
CHECK = "doneer/controle.md"
"""The page that tells how to see that a code is ours; linked to where it was written."""

_AGAIN = {
    kind: Markup('<svg class="bb-qr" aria-hidden="true" focusable="false"><use href="#qr-{}"/></svg>').format(
        kind.value
    )
    for kind in CodeKind
}
"""The same codes once more on a sheet."""


def goal_pages(renderer: Renderer) -> Iterator[Page | File]:
    """What each goal is and how to give; the longer address, which people may have kept, leads to it."""
    donation = renderer.site.donation
    for goal in donation.goals if donation else ():
        assert donation is not None
        yield _page(renderer, donation, goal)
        yield _forward(renderer, goal)


def _page(renderer: Renderer, donation: Donation, goal: Goal) -> Page:
    site, words = renderer.site, renderer.words
    parent = site.pages.get("doneren/index.md")
    url = goal_url(goal)
    is_open = goal in site.open_goals
    body = renderer.component(
        "goal",
        goal=goal,
        donation=donation,
        is_open=is_open,
        sponsor=site.sponsors.get(goal.campaign.sponsor) if goal.campaign else None,
        codes=_codes(renderer, donation, goal) if is_open else {},
        address=absolute(site, url),
        host=urlsplit(goal.link).hostname if goal.link else "",
        check=CHECK if site.has_page(CHECK) else "",
        rsin=site.foundation.rsin if site.foundation else None,
        base="../../",
    )
    return Page(
        url=url,
        title=goal.title,
        description=goal.summary,
        body_html=body,
        section=SECTION,
        crumbs=(Crumb(words("frame.home"), ""), Crumb(parent.title if parent else SECTION, SECTION)),
        search_text=goal.text,
        is_indexed=not donation.is_example and is_open,
        origin=donation.path,
    )


def _forward(renderer: Renderer, goal: Goal) -> File:
    target = f"../../{goal_url(goal)}"
    address = absolute(renderer.site, goal_url(goal))
    html = renderer.component("forward", target=target, address=address, title=goal.title)
    return text_file(f"{SECTION}{goal.id}/index.html", str(html))


def _codes(renderer: Renderer, donation: Donation, goal: Goal) -> dict[CodeKind, Markup]:
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


def goal_sheets(renderer: Renderer, *, has_pdf: bool) -> Iterator[File]:
    """A poster and cards for each goal; with `has_pdf` a PDF will stand beside each."""
    donation = renderer.site.donation
    for goal in renderer.site.open_goals:
        assert donation is not None
        for name, component in (("poster", "goal-poster"), ("kaartje", "goal-cards")):
            yield _sheet(renderer, donation, goal, name, component, has_pdf=has_pdf)


def _sheet(renderer: Renderer, donation: Donation, goal: Goal, name: str, component: str, *, has_pdf: bool) -> File:
    site, words, url = renderer.site, renderer.words, goal_url(goal)
    sheet = Sheet(
        url=f"{url}{name}/",
        title=words(f"goal.{name}_title", title=goal.title),
        description=goal.summary,
        hint=words(f"goal.{name}_hint"),
        back=url,
        back_text=words("goal.back"),
    )
    sheet_html = renderer.component(
        component,
        goal=goal,
        donation=donation,
        codes=_codes(renderer, donation, goal),
        again=_AGAIN,
        address_pieces=address_pieces(absolute(site, url).removeprefix("https://").rstrip("/")),
        rsin=site.foundation.rsin if site.foundation else None,
    )
    return sheet_file(renderer, sheet, sheet_html, has_pdf=has_pdf)
