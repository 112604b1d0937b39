"""News and results, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from markupsafe import Markup

from burgerbaan.absolute import absolute
from burgerbaan.addresses import NEWS
from burgerbaan.feeds import news_feed
from burgerbaan.model.happenings import News
from burgerbaan.output import Crumb, Page
from burgerbaan.pages.portrait import picture_html
from burgerbaan.render import Renderer

_LIST = f"{NEWS}index.md"


def news_items(renderer: Renderer) -> list[News]:
    """What has been published by today, newest first."""
    return list(renderer.site.published_news)


def news_card(renderer: Renderer, item: News, base: str) -> Markup:
    """One item in a list."""
    return renderer.component("news-card", item=item, base=base)


def news_list(renderer: Renderer, base: str) -> Markup:
    """All news, per year."""
    items = news_items(renderer)
    if not items:
        return Markup("<p>{}</p>").format(renderer.words("news.none"))
    groups = [
        (year, [news_card(renderer, item, base) for item in group])
        for year, group in groupby(items, lambda item: item.day.year)
    ]
    feed = absolute(renderer.site, f"{NEWS}feed.xml") if news_feed(renderer) else ""
    return renderer.component("news-list", groups=groups, feed=feed, base=base)


def news_pages(renderer: Renderer) -> Iterator[Page]:
    """A page for each item."""
    site, words = renderer.site, renderer.words
    base = "../../"
    parent = site.pages.get(_LIST)
    crumbs = (Crumb(words("frame.home"), ""), Crumb(parent.title if parent else NEWS, NEWS))
    for item in news_items(renderer):
        url = f"{NEWS}{item.slug}/"
        picture = picture_html(renderer, item.picture, base) if item.picture else ""
        text = renderer.prose(item.text_markdown, base)
        body = renderer.component("news", item=item, text_html=text, picture_html=picture, base=base)
        yield Page(
            url=url,
            title=item.title,
            description=item.summary,
            body_html=body,
            section=NEWS,
            crumbs=crumbs,
            search_text=item.text_markdown,
            is_indexed=not item.is_example,
            origin=item.path,
            feeds=news_feed(renderer),
        )
