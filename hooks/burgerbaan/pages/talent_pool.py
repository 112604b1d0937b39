"""Talents for employers: who can do what, by kind of work; contact goes through the coordinator."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from burgerbaan.model.people import Profile
from burgerbaan.pages.profiles import is_former, sectors_of, shuffled
from burgerbaan.render import Renderer


def pool_members(renderer: Renderer) -> list[Profile]:
    """Everybody of now, and those of before who want to be asked; first who is available, in the order of the day."""
    today = renderer.site.today
    found = [item for item in shuffled(renderer) if item.available or not is_former(item, today)]
    return sorted(found, key=lambda item: item.available is None)


def talent_pool(renderer: Renderer, base: str) -> Markup:
    """The pool: a group for each kind of work; who does more kinds stands in more groups."""
    members = pool_members(renderer)
    if not members:
        return Markup("<p>{}</p>").format(renderer.words("pool.none"))
    kinds = {profile.slug: _kinds(renderer, profile) for profile in members}
    groups: list[dict[str, Any]] = [
        {"id": sector.id, "title": sector.name, "people": found}
        for sector in renderer.site.sectors.values()
        if (found := [item for item in members if sector.id in kinds[item.slug]])
    ]
    if others := [item for item in members if not kinds[item.slug]]:
        groups.append({"id": "ander-werk", "title": renderer.words("pool.other"), "people": others})
    for group in groups:
        group["people"] = [_entry(renderer, profile) for profile in group["people"]]
    return renderer.component("talent-pool", groups=groups, base=base)


def _kinds(renderer: Renderer, profile: Profile) -> tuple[str, ...]:
    """The kinds of work that somebody names, else those of where the talents show: a host may do more than that."""
    wish = profile.available
    return wish.sectors if wish and wish.sectors else sectors_of(renderer.site, profile)


def _entry(renderer: Renderer, profile: Profile) -> dict[str, Any]:
    site = renderer.site
    wish = profile.available
    return {
        "profile": profile,
        "talents": sorted(profile.talents, key=str.casefold),
        "district": site.districts[profile.district],
        "is_former": is_former(profile, site.today),
        "sectors": [site.sectors[name].name for name in wish.sectors] if wish else [],
    }
