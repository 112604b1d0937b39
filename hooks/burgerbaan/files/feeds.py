"""Feeds of open vacancies, of everything and of each corner."""

from __future__ import annotations

from collections.abc import Iterator

from burgerbaan.absolute import absolute, moment_in_zone
from burgerbaan.addresses import VACANCIES, corner_url
from burgerbaan.corner import Corner
from burgerbaan.feeds import corner_title
from burgerbaan.files.feed_form import FeedEntry, FeedText, feed_files
from burgerbaan.former import first_name
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.output import File
from burgerbaan.render import Renderer
from burgerbaan.vacancy_facts import facts_of

MOST_ENTRIES = 100
"""A reader asks again every hour or so; who wants all there ever was, takes the open data."""


def corner_feed(renderer: Renderer, corner: Corner) -> Iterator[File]:
    """`feed.xml` and `feed.json` beside the page of a corner."""
    yield from feed_files(corner_url(corner), _feed(renderer, corner))


def _feed(renderer: Renderer, corner: Corner) -> FeedText:
    site = renderer.site
    entries = [_entry(renderer, item) for item in site.open_in(corner)[:MOST_ENTRIES]]
    return FeedText(
        title=corner_title(renderer, corner),
        home=absolute(site, corner_url(corner)),
        language=site.programme.languages[0],
        author=site.programme.organiser,
        updated=max((item.updated for item in entries), default=moment_in_zone(site.updated)),
        entries=entries,
    )


def _entry(renderer: Renderer, vacancy: Vacancy) -> FeedEntry:
    entry: FeedEntry = renderer.once(("feed entry", vacancy.slug), lambda: _make_entry(renderer, vacancy))
    return entry


def _make_entry(renderer: Renderer, vacancy: Vacancy) -> FeedEntry:
    site, words = renderer.site, renderer.words
    host, district = site.hosts[vacancy.host], site.districts[vacancy.district]
    hours = facts_of(renderer, vacancy).hours
    about = {"summary": vacancy.summary, "hours": hours, "district": district.name, "host": host.name}
    return FeedEntry(
        name=absolute(site, f"{VACANCIES}{first_name(vacancy)}/"),
        url=absolute(site, f"{VACANCIES}{vacancy.slug}/"),
        title=vacancy.title + (f" ({words('example.label')})" if vacancy.is_example else ""),
        text=words("vacancy.description", **about),
        author=host.name,
        published=moment_in_zone(vacancy.posted),
        updated=moment_in_zone(max(vacancy.posted, vacancy.checked)),
        subjects=(district.name, *(site.sectors[name].name for name in vacancy.sectors)),
    )
