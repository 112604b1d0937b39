"""Host organisations: the list by district and a page for each."""

from __future__ import annotations

from markupsafe import Markup

from burgerbaan.addresses import HOSTS
from burgerbaan.corner import Corner
from burgerbaan.feeds import feed_of
from burgerbaan.model.host import Host
from burgerbaan.model.people import Profile
from burgerbaan.output import Crumb, Page
from burgerbaan.pages.cards import vacancy_card
from burgerbaan.pages.profiles import is_former, profile_card
from burgerbaan.render import Renderer
from burgerbaan.site import Site
from burgerbaan.structured import organisation


def host_card(renderer: Renderer, host: Host, base: str) -> Markup:
    """One host in a list."""
    site = renderer.site
    districts = [site.districts[name].name for name in host.districts]
    count = len(site.open_in(Corner(host=host.slug)))
    return renderer.component("host-card", host=host, districts=districts, count=count, base=base)


def host_list(renderer: Renderer, base: str) -> Markup:
    """All hosts, each at the district that it names first; the others lead there."""
    site = renderer.site
    if not site.hosts:
        return Markup("<p>{}</p>").format(renderer.words("host.none"))
    groups = []
    for district in site.districts.values():
        here = [item for item in site.hosts.values() if item.districts[0] == district.id]
        also = [item for item in site.hosts.values() if district.id in item.districts[1:]]
        if here or also:
            groups.append((district, [host_card(renderer, item, base) for item in here], also))
    return renderer.component("host-list", groups=groups, names=site.districts, base=base)


def _findable_at(site: Site, host: Host) -> list[Profile]:
    """Who works at a host and chose to be findable: search engines may keep the page of a host."""
    return [item for item in site.people_at(host.slug) if item.findable and not is_former(item, site.today)]


def host_page(renderer: Renderer, host: Host) -> Page:
    """The page of a host."""
    site, words = renderer.site, renderer.words
    base = "../../"
    parent = site.pages.get(f"{HOSTS}index.md")
    crumbs = (Crumb(words("frame.home"), ""), Crumb(parent.title if parent else HOSTS, HOSTS))
    body = renderer.component(
        "host",
        host=host,
        districts=[site.districts[name].name for name in host.districts],
        sectors=[site.sectors[name].name for name in host.sectors],
        source=site.sources[host.source] if host.source else None,
        text_html=renderer.prose(host.text_markdown or "", base),
        cards=[vacancy_card(renderer, item, base) for item in site.open_in(Corner(host=host.slug))],
        people=[profile_card(renderer, item, base) for item in _findable_at(site, host)],
        feeds=feed_of(renderer, Corner(host=host.slug)),
        base=base,
    )
    return Page(
        url=f"{HOSTS}{host.slug}/",
        title=host.name,
        description=host.summary,
        body_html=body,
        section=HOSTS,
        crumbs=crumbs,
        structured=(organisation(site, host),),
        search_text=" ".join(site.districts[name].name for name in host.districts),
        is_indexed=not host.is_example,
        origin=host.path,
        is_wide=True,
        feeds=feed_of(renderer, Corner(host=host.slug)),
    )
