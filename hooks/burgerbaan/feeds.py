"""The feeds of the site: of which lists there is one, and what it is called."""

from __future__ import annotations

from burgerbaan.addresses import NEWS, corner_url
from burgerbaan.corner import Corner
from burgerbaan.output import Feed
from burgerbaan.render import Renderer


def news_feed(renderer: Renderer) -> tuple[Feed, ...]:
    """What pages of news say of their feed."""
    return (Feed(renderer.words("feed.news"), NEWS),) if f"{NEWS}index.md" in renderer.site.pages else ()


def corner_title(renderer: Renderer, corner: Corner) -> str:
    """What a corner is called on its page, in its feed and in its embed."""
    site, words = renderer.site, renderer.words
    if corner.host:
        return words("vacancies.at_host", name=site.hosts[corner.host].name)
    if corner.part:
        return words("vacancies.in_part", name=words(f"day_part.{corner.part}").lower())
    if corner.district and corner.sector:
        names = {"sector": site.sectors[corner.sector].name, "district": site.districts[corner.district].name}
        return words("vacancies.in_both", **names)
    if corner.district:
        return words("vacancies.in_district", name=site.districts[corner.district].name)
    if corner.sector:
        return words("vacancies.in_sector", name=site.sectors[corner.sector].name)
    return words("feed.vacancies")


def has_feed(corner: Corner) -> bool:
    """Whether a corner has a feed of its own: everything, a district, a kind of work, a host."""
    return not corner.part and not (corner.district and corner.sector)


def feed_of(renderer: Renderer, corner: Corner) -> tuple[Feed, ...]:
    """What a page says of the feed of its corner; the feed of everything stands in every page already."""
    if corner == Corner() or not has_feed(corner):
        return ()
    return (Feed(corner_title(renderer, corner), corner_url(corner)),)
