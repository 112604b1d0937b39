"""People: who is shown where and in what order, a card for each in lists, and a page for each."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import date

from markupsafe import Markup

from burgerbaan.model.people import Profile
from burgerbaan.moments import is_over
from burgerbaan.output import Crumb, Page
from burgerbaan.pages.cards import vacancy_card
from burgerbaan.pages.neighbours import work_like
from burgerbaan.pages.portrait import credit, portrait_html, shared_image
from burgerbaan.render import Renderer
from burgerbaan.site import Site

_NO_MARKS: Mapping[str, str] = {}


def profile_card(renderer: Renderer, profile: Profile, base: str, marks: Mapping[str, str] = _NO_MARKS) -> Markup:
    """One person in a list; `marks` are what a list is chosen from by."""
    return renderer.component(
        "profile-card",
        profile=profile,
        district=renderer.site.districts[profile.district],
        portrait_html=portrait_html(renderer, profile, base),
        marks=marks,
        base=base,
    )


def few_people(renderer: Renderer, count: int, base: str) -> Markup:
    """A few people of now who may be found; without any, the way to all: this may stand on an indexed page."""
    found = [item for item in shuffled(renderer) if item.findable and not is_former(item, renderer.site.today)][:count]
    if found:
        return renderer.component("cards", cards=[profile_card(renderer, item, base) for item in found])
    page = f"{renderer.site.programme.people.path}/index.md"
    if not renderer.site.has_page(page):
        return Markup("")
    return renderer.component("button", page=page, label=renderer.words("people.all"), base=base)


def is_former(profile: Profile, today: date) -> bool:
    """Whether somebody has stopped; a month or year counts to its end."""
    return profile.until is not None and is_over(profile.until, today)


def sectors_of(site: Site, profile: Profile) -> tuple[str, ...]:
    """The kinds of work that somebody does, did or would like to do, in the order of the site."""
    wanted = profile.available.sectors if profile.available else ()
    found = {*wanted, *(sector for stay in profile.stays for sector in site.hosts[stay.host].sectors)}
    return tuple(name for name in site.sectors if name in found)


def shuffled(renderer: Renderer) -> list[Profile]:
    """Everybody; the order changes with the day and ranks nobody."""
    day = renderer.site.today.isoformat()

    def by_hash(profile: Profile) -> bytes:
        return hashlib.sha256(f"{day} {profile.slug}".encode()).digest()

    return sorted(renderer.site.profiles.values(), key=by_hash)


def may_be_indexed(profile: Profile) -> bool:
    """Whether search engines may keep the pages of somebody: only who chose so, and who exists."""
    return profile.findable and not profile.is_example


def way_to(renderer: Renderer) -> tuple[Crumb, ...]:
    """The way back from a page about somebody."""
    section = f"{renderer.site.programme.people.path}/"
    parent = renderer.site.pages.get(f"{section}index.md")
    return (Crumb(renderer.words("frame.home"), ""), Crumb(parent.title if parent else section, section))


def profile_page(renderer: Renderer, profile: Profile) -> Page:
    """The page of a person; kept out of search engines unless the person chose otherwise."""
    site, words = renderer.site, renderer.words
    base = "../../"
    section = f"{site.programme.people.path}/"
    district = site.districts[profile.district]
    body = renderer.component(
        "profile",
        profile=profile,
        district=district,
        is_former=is_former(profile, site.today),
        sectors=[site.sectors[name].name for name in profile.available.sectors] if profile.available else [],
        areas=[site.learn_areas[name].name for name in profile.areas],
        cards=[vacancy_card(renderer, item, base) for item in work_like(renderer, profile)],
        portrait_html=portrait_html(renderer, profile, base),
        credit=credit(renderer, profile),
        teaser_html=renderer.prose(_first_paragraph(profile.story_markdown or ""), base, level=3),
        base=base,
    )
    about = {"name": profile.name, "district": district.name, "talents": ", ".join(profile.talents[:3])}
    return Page(
        url=f"{section}{profile.slug}/",
        title=profile.name,
        description=words("profile.description", **about),
        body_html=body,
        section=section,
        crumbs=way_to(renderer),
        search_text=" ".join(profile.talents) if profile.findable else "",
        is_indexed=may_be_indexed(profile),
        origin=profile.path,
        image=shared_image(renderer, profile),
    )


def _first_paragraph(markdown: str) -> str:
    """How a story begins, less a heading above it."""
    paragraphs = (part for part in re.split(r"\n\s*\n", markdown.strip()) if not part.startswith("#"))
    return next(paragraphs, "")
