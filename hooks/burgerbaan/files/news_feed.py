"""The feed of the news."""

from __future__ import annotations

from collections.abc import Iterator

from burgerbaan.absolute import absolute, moment_in_zone
from burgerbaan.addresses import NEWS
from burgerbaan.feeds import news_feed
from burgerbaan.files.feed_form import FeedEntry, FeedText, feed_files
from burgerbaan.former import first_name
from burgerbaan.model.happenings import News
from burgerbaan.output import File
from burgerbaan.render import Renderer


def news_feed_files(renderer: Renderer) -> Iterator[File]:
    """Nothing for a site without a page of news."""
    for feed in news_feed(renderer):
        site = renderer.site
        entries = [_entry(renderer, item) for item in site.published_news]
        told = FeedText(
            title=feed.title,
            home=absolute(site, NEWS),
            language=site.programme.languages[0],
            author=site.programme.organiser,
            updated=max((item.updated for item in entries), default=moment_in_zone(site.updated)),
            entries=entries,
        )
        yield from feed_files(NEWS, told)


def _entry(renderer: Renderer, item: News) -> FeedEntry:
    site = renderer.site
    return FeedEntry(
        name=absolute(site, f"{NEWS}{first_name(item)}/"),
        url=absolute(site, f"{NEWS}{item.slug}/"),
        title=item.title + (f" ({renderer.words('example.label')})" if item.is_example else ""),
        text=item.summary,
        author=site.programme.organiser,
        published=moment_in_zone(item.day),
        updated=moment_in_zone(item.day),
        subjects=(item.kind,),
    )
