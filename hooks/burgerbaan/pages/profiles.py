"""People: the list of now and before, and a page for each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from burgerbaan.model.people import Profile
from burgerbaan.output import Crumb, Page
from burgerbaan.pages.portrait import credit, portrait_html
from burgerbaan.render import Renderer


def profile_card(renderer: Renderer, profile: Profile, base: str) -> Markup:
    """One person in a list."""
    return renderer.component(
        "profile-card",
        profile=profile,
        district=renderer.site.districts[profile.district],
        portrait_html=portrait_html(renderer, profile, base),
        base=base,
    )


def profile_list(renderer: Renderer, base: str) -> Markup:
    """Everybody, now and before; the order changes with the day and ranks nobody."""
    words = renderer.words
    people = _shuffled(renderer)
    now = [profile_card(renderer, item, base) for item in people if not is_former(item, renderer.site.today)]
    before = [profile_card(renderer, item, base) for item in people if is_former(item, renderer.site.today)]
    groups = [(words("profile.now"), "nu", now), (words("profile.former"), "eerder", before)]
    return renderer.component("profile-list", groups=[group for group in groups if group[2]])


def is_former(profile: Profile, today: date) -> bool:
    """Whether somebody has stopped; a month or year counts to its end."""
    return profile.until is not None and (profile.until + "-99-99")[:10] < today.isoformat()


def shown_profiles(renderer: Renderer, count: int) -> list[Profile]:
    """A few people of now, other ones on other days."""
    return [item for item in _shuffled(renderer) if not is_former(item, renderer.site.today)][:count]


def _shuffled(renderer: Renderer) -> list[Profile]:
    day = renderer.site.today.isoformat()

    def by_hash(profile: Profile) -> bytes:
        return hashlib.sha256(f"{day} {profile.slug}".encode()).digest()

    return sorted(renderer.site.profiles.values(), key=by_hash)


def profile_pages(renderer: Renderer) -> Iterator[Page]:
    """A page for each person; kept out of search engines unless the person chose otherwise."""
    site, words = renderer.site, renderer.words
    base = "../../"
    section = f"{site.programme.people.path}/"
    parent = site.pages.get(f"{section}index.md")
    crumbs = (Crumb(words("frame.home"), ""), Crumb(parent.title if parent else section, section))
    for profile in site.profiles.values():
        district = site.districts[profile.district]
        body = renderer.component(
            "profile",
            profile=profile,
            district=district,
            portrait_html=portrait_html(renderer, profile, base),
            credit=credit(renderer, profile),
            story_html=renderer.prose(profile.story_markdown or "", base, level=3),
            base=base,
        )
        about = {"name": profile.name, "district": district.name, "talents": ", ".join(profile.talents[:3])}
        yield Page(
            url=f"{section}{profile.slug}/",
            title=profile.name,
            description=words("profile.description", **about),
            body_html=body,
            section=section,
            crumbs=crumbs,
            search_text=" ".join(profile.talents) if profile.findable else "",
            is_indexed=profile.findable and not profile.is_example,
            origin=profile.path,
        )
