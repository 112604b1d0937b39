"""The pages that people write: their blocks become components, and they get their place in the frame."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from burgerbaan.absolute import absolute
from burgerbaan.blocks import BLOCKS, Use, split_button, split_events, what_is_wrong
from burgerbaan.corner import Corner
from burgerbaan.dutch import alphabetical
from burgerbaan.model.languages import PageLanguage
from burgerbaan.model.people import Profile
from burgerbaan.model.programme import Theme
from burgerbaan.pages.anbi import anbi_items
from burgerbaan.pages.bank import vacancy_bank
from burgerbaan.pages.block_places import Makers, Placed, names_of_blocks, replace_blocks, without_blocks
from burgerbaan.pages.cards import vacancy_list
from burgerbaan.pages.embed import embed_choices
from burgerbaan.pages.events import event_list, few_events
from burgerbaan.pages.factsheets import factsheet_list
from burgerbaan.pages.foreign_contact import contact_in, is_told_in
from burgerbaan.pages.hosts import host_list
from burgerbaan.pages.hours_sheet import hours_sheet
from burgerbaan.pages.my_plan import my_plan
from burgerbaan.pages.news import news_card, news_items, news_list
from burgerbaan.pages.open_data import open_data_list
from burgerbaan.pages.people_choice import people_list
from burgerbaan.pages.profiles import few_people, shuffled
from burgerbaan.pages.reading_panel import panel_rounds, panel_sheet
from burgerbaan.pages.record_blocks import RECORD_BLOCKS
from burgerbaan.pages.roles import role_list, role_table
from burgerbaan.pages.route_map import route_map, talk_moments, talk_themes
from burgerbaan.pages.sponsors import place_cost, sponsor_list
from burgerbaan.pages.stories import story_book, storytellers
from burgerbaan.pages.talent_pool import pool_members, talent_pool
from burgerbaan.pages.timetable import forms_of_work, timetable
from burgerbaan.pages.tips import tip_overview
from burgerbaan.render import Renderer

_LISTS = ("vacatures", "deelnemers", "agenda", "nieuws", "vacaturebank", "organisatielijst", "deelnemerslijst",
          "talentenpool", "verhalen", "agendalijst", "nieuwslijst", "contact", "insluiten", "opendata",
          "mijnplan", "urenbriefje")  # fmt: skip

_NAMED: Mapping[str, Callable[[Renderer], list[Profile]]] = {
    "deelnemerslijst": shuffled,
    "talentenpool": pool_members,
    "verhalen": storytellers,
}
"""Blocks that name people, found or not, and whom."""

Make = Callable[[str], Markup]


def fill_blocks(renderer: Renderer, html: str, base: str, title: str, language: PageLanguage | None = None) -> str:
    """Replace every block of a rendered Markdown page by its component, and record links by addresses.

    `language`: the page is written in another than most of its blocks; what it stresses is of the site's own.
    """
    makers = _makers(renderer, base, title)
    own = renderer.site.programme.languages[0]
    if language:
        html = html.replace("<em>", f'<em lang="{own}" dir="ltr" translate="no">')

    def marked(html: str, element: str) -> str:
        return f'<{element} lang="{own}" dir="ltr">{html}</{element}>' if language else html

    def markup(element: str, block: Placed) -> str:
        if language and block.name == "contact" and is_told_in(language, block.argument):
            return str(contact_in(renderer, language, block.argument))
        return marked(str(_make(renderer, makers, block.name, block.argument)), element)

    def words(block: Placed) -> str:
        if what_is_wrong(Use(block.name, block.argument, 0, is_alone=False), renderer.site):
            return block.text
        return str(escape(_make(renderer, makers, block.name, block.argument).striptags()))

    places = Makers(partial(markup, "div"), partial(markup, "span"), lambda block: marked(words(block), "span"), words)
    return renderer.resolve_record_links(replace_blocks(html, places), base)


def without_lists(html: str) -> str:
    """The page less its lists of records, which are found on pages of their own."""
    return without_blocks(html, _LISTS)


def names_only_findable(renderer: Renderer, html: str) -> bool:
    """Whether everybody whom the blocks of a page name chose to be findable: else search engines must not keep it."""
    blocks = names_of_blocks(html) & _NAMED.keys()
    return all(profile.findable for name in blocks for profile in _NAMED[name](renderer))


def _make(renderer: Renderer, makers: Mapping[str, Make], name: str, argument: str) -> Markup:
    block = BLOCKS.get(name)
    is_gone = block is not None and block.records and argument not in getattr(renderer.site, block.records)
    if is_gone or what_is_wrong(Use(name, argument, 0, is_alone=True), renderer.site):
        return renderer.component("error-box", name=name)
    return makers[name](argument)


def _makers(renderer: Renderer, base: str, title: str) -> Mapping[str, Make]:
    """How each block of `blocks.BLOCKS` becomes markup."""
    makers = {name: partial(make, renderer, base) for name, make in RECORD_BLOCKS.items()}
    return {
        **makers,
        **_list_makers(renderer, base),
        **_tool_makers(renderer, base, title),
        **_other_makers(renderer, base),
    }


def _list_makers(renderer: Renderer, base: str) -> Mapping[str, Make]:
    site = renderer.site

    def cards(items: list[Markup]) -> Markup:
        return renderer.component("cards", cards=items)

    return {
        "vacatures": lambda count: vacancy_list(renderer, site.open_vacancies[: int(count)], base),
        "deelnemers": lambda count: few_people(renderer, int(count), base),
        "agenda": lambda argument: few_events(renderer, *split_events(argument), base),
        "nieuws": lambda count: cards([news_card(renderer, item, base) for item in news_items(renderer)[: int(count)]]),
        "vacaturebank": lambda _: vacancy_bank(renderer, Corner(), base),
        "organisatielijst": lambda _: host_list(renderer, base),
        "deelnemerslijst": lambda _: people_list(renderer, base),
        "talentenpool": lambda _: talent_pool(renderer, base),
        "verhalen": lambda _: story_book(renderer, base),
        "agendalijst": lambda _: event_list(renderer, base),
        "nieuwslijst": lambda _: news_list(renderer, base),
    }


def _tool_makers(renderer: Renderer, base: str, title: str) -> Mapping[str, Make]:
    site, component = renderer.site, renderer.component

    def button(argument: str) -> Markup:
        page, label = split_button(argument)
        return component("button", page=page, label=label, base=base)

    def contact(theme: str) -> Markup:
        return component("contact", base=base, channel=site.programme.channel(Theme(theme)), page_title=title)

    return {
        "contact": contact,
        "knop": button,
        "regels": lambda count: component("lines", count=int(count)),
        "mijnplan": lambda _: my_plan(renderer, base),
        "mijnplan-pen": lambda _: component("my-plan-pen"),
        "urenbriefje": lambda _: hours_sheet(renderer, base),
        "print": lambda what: component("cards-button", base=base) if what else component("print-button"),
        "invulblad": lambda _: component("answers", base=base),
        "ingangen": lambda _: component("entrances", base=base),
        "contactvinder": lambda _: component("contact-finder", base=base),
    }


def _other_makers(renderer: Renderer, base: str) -> Mapping[str, Make]:
    site, component = renderer.site, renderer.component
    return {
        "redactie": lambda _: component("editors", editors=site.programme.editors),
        "insluiten": lambda _: embed_choices(renderer, base),
        "opendata": lambda _: open_data_list(renderer, base),
        "talen": lambda _: component("language-list", base=base),
        "sponsorlijst": lambda _: sponsor_list(renderer, base),
        "plekkosten": lambda _: place_cost(renderer, base),
        "doelen": lambda _: _goals(renderer, base),
        "giftformulier": lambda _: _gift_form(renderer),
        "anbi": lambda _: _anbi(renderer, base),
        "bedragen": lambda _: _amounts(renderer, base),
        "grens": lambda _: _limit(renderer, base),
        "factsheets": lambda _: factsheet_list(renderer, base),
        "rollen": lambda _: role_list(renderer, base),
        "wie-doet-wat": lambda _: role_table(renderer, base),
        "vuistregels": lambda _: component("rules", groups=_rules(renderer), base=base),
        "begrippen": lambda _: component("terms", groups=_terms(renderer)),
        "bronnen": lambda _: component("sources", sources=site.sources.values()),
        "testblad": lambda _: panel_sheet(renderer, base),
        "leespanel": lambda _: panel_rounds(renderer, base),
        "tips": lambda _: tip_overview(renderer, base),
        "routekaart": lambda _: route_map(renderer, base),
        "gesprekken": lambda _: talk_moments(renderer, base),
        "gespreksthemas": lambda _: talk_themes(renderer, base),
        "spoorboekje": lambda _: timetable(renderer, base),
        "werkvormen": lambda _: forms_of_work(renderer, base),
    }


def _goals(renderer: Renderer, base: str) -> Markup:
    donation = renderer.site.donation
    if donation is None:
        return Markup("")
    return renderer.component("goals", goals=renderer.site.open_goals, is_example=donation.is_example, base=base)


def _gift_form(renderer: Renderer) -> Markup:
    donation = renderer.site.donation
    if donation is None or donation.periodic is None:
        return Markup("")
    return renderer.component("gift-form", periodic=donation.periodic, host=urlsplit(donation.periodic.form).hostname)


def _anbi(renderer: Renderer, base: str) -> Markup:
    foundation = renderer.site.foundation
    if foundation is None:
        return Markup("")
    items = anbi_items(renderer, foundation)
    is_incomplete = not all(item["lines"] or item["documents"] for item in items)
    return renderer.component("anbi", foundation=foundation, items=items, is_incomplete=is_incomplete, base=base)


def _amounts(renderer: Renderer, base: str) -> Markup:
    amounts = sorted(renderer.site.amounts, key=lambda item: -item.year)
    return renderer.component("amounts", amounts=amounts, base=base) if amounts else Markup("")


def _limit(renderer: Renderer, base: str) -> Markup:
    """The limits of this year; until those are known, those of the last year that is."""
    known = [item for item in renderer.site.amounts if item.year <= renderer.site.today.year]
    if not known:
        return Markup("")
    return renderer.component("amount-limit", amounts=max(known, key=lambda item: item.year), base=base)


def _rules(renderer: Renderer) -> list[dict[str, Any]]:
    groups: dict[str, list[Any]] = {}
    for rule in renderer.site.thumb_rules.values():
        groups.setdefault(rule.audience[0].name.lower() if rule.audience else "everyone", []).append(rule)
    return [{"name": name, "rules": rules} for name, rules in groups.items()]


def _terms(renderer: Renderer) -> list[tuple[str, list[Any]]]:
    terms = renderer.site.terms.values()
    rows = sorted((alphabetical(item.term) or item.id, item.term, item.id) for item in terms)
    groups = groupby(rows, lambda row: row[0][0].upper())
    return [(letter, [renderer.site.terms[name] for *_, name in group]) for letter, group in groups]


def home_structured(renderer: Renderer) -> Mapping[str, Any]:
    """Who publishes this site, for search engines."""
    site = renderer.site
    return {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": site.programme.name,
        "url": absolute(site, ""),
        "description": site.programme.description,
    }
