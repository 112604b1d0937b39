"""Feeds of open vacancies, of everything and of each corner: Atom (RFC 4287) and JSON Feed 1.1."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from burgerbaan.absolute import absolute, moment_in_zone
from burgerbaan.corner import Corner
from burgerbaan.model.vacancy import Vacancy
from burgerbaan.output import File, text_file
from burgerbaan.pages.bank import corner_title, corner_url
from burgerbaan.pages.cards import SECTION
from burgerbaan.pages.vacancy_facts import facts_of
from burgerbaan.render import Renderer

MOST_ENTRIES = 100
"""A reader asks again every hour or so; who wants all there ever was, takes the open data."""

_NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document may hold, however escaped (XML 1.0, section 2.2)."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One vacancy as a reader shows it; its address is its name for ever."""

    url: str
    title: str
    text: str
    author: str
    published: str
    updated: str
    subjects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Feed:
    """The open vacancies of one corner, newest first."""

    title: str
    home: str
    language: str
    author: str
    updated: str
    entries: Sequence[_Entry]


def corner_feed(renderer: Renderer, corner: Corner) -> Iterator[File]:
    """`feed.xml` and `feed.json` beside the page of a corner."""
    feed = _feed(renderer, corner)
    folder = corner_url(corner)
    yield text_file(f"{folder}feed.xml", _atom(feed))
    yield text_file(f"{folder}feed.json", _json_feed(feed))


def _feed(renderer: Renderer, corner: Corner) -> _Feed:
    site = renderer.site
    entries = [_entry(renderer, item) for item in site.open_in(corner)[:MOST_ENTRIES]]
    return _Feed(
        title=corner_title(renderer, corner),
        home=absolute(site, corner_url(corner)),
        language=site.programme.languages[0],
        author=site.programme.organiser,
        updated=max((item.updated for item in entries), default=moment_in_zone(site.updated)),
        entries=entries,
    )


def _entry(renderer: Renderer, vacancy: Vacancy) -> _Entry:
    entry: _Entry = renderer.once(("feed entry", vacancy.slug), lambda: _make_entry(renderer, vacancy))
    return entry


def _make_entry(renderer: Renderer, vacancy: Vacancy) -> _Entry:
    site, words = renderer.site, renderer.words
    host, district = site.hosts[vacancy.host], site.districts[vacancy.district]
    hours = facts_of(renderer, vacancy).hours
    about = {"summary": vacancy.summary, "hours": hours, "district": district.name, "host": host.name}
    return _Entry(
        url=absolute(site, f"{SECTION}{vacancy.slug}/"),
        title=vacancy.title + (f" ({words('example.label')})" if vacancy.is_example else ""),
        text=words("vacancy.description", **about),
        author=host.name,
        published=moment_in_zone(vacancy.posted),
        updated=moment_in_zone(max(vacancy.posted, vacancy.checked)),
        subjects=(district.name, *(site.sectors[name].name for name in vacancy.sectors)),
    )


def _atom(feed: _Feed) -> str:
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_value(feed.language)}>',
        f"<title>{_text(feed.title)}</title>",
        f"<id>{_text(feed.home)}</id>",
        f'<link rel="alternate" type="text/html" href={_value(feed.home)}/>',
        f'<link rel="self" type="application/atom+xml" href={_value(feed.home + "feed.xml")}/>',
        f"<updated>{feed.updated}</updated>",
        f"<author><name>{_text(feed.author)}</name></author>",
        *(_atom_entry(item) for item in feed.entries),
        "</feed>\n",
    ]
    return "\n".join(lines)


def _atom_entry(item: _Entry) -> str:
    subjects = "".join(f"<category term={_value(name)}/>" for name in item.subjects)
    return (
        f"<entry><title>{_text(item.title)}</title><id>{_text(item.url)}</id>"
        f'<link rel="alternate" type="text/html" href={_value(item.url)}/>'
        f"<published>{item.published}</published><updated>{item.updated}</updated>"
        f"<author><name>{_text(item.author)}</name></author>{subjects}<summary>{_text(item.text)}</summary></entry>"
    )


def _text(value: str) -> str:
    return escape(_NOT_XML.sub("", value))


def _value(value: str) -> str:
    return quoteattr(_NOT_XML.sub("", value))


def _json_feed(feed: _Feed) -> str:
    value = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": f"{feed.home}feed.json",
        "language": feed.language,
        "authors": [{"name": feed.author}],
        "items": [
            {
                "id": item.url,
                "url": item.url,
                "title": item.title,
                "content_text": item.text,
                "date_published": item.published,
                "date_modified": item.updated,
                "authors": [{"name": item.author}],
                "tags": item.subjects,
            }
            for item in feed.entries
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
