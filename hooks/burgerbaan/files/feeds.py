"""Feeds of open vacancies: Atom (RFC 4287) and JSON Feed 1.1."""

from __future__ import annotations

import json
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from burgerbaan.files.structured import absolute, moment_in_zone
from burgerbaan.output import File, text_file
from burgerbaan.pages.vacancy_facts import facts_of
from burgerbaan.render import Renderer


def feed_files(renderer: Renderer) -> Iterator[File]:
    """`/vacatures/feed.xml` and `/vacatures/feed.json`, newest first."""
    entries = _entries(renderer)
    yield text_file("vacatures/feed.xml", _atom(renderer, entries))
    yield text_file("vacatures/feed.json", _json_feed(renderer, entries))


def _entries(renderer: Renderer) -> list[dict[str, str]]:
    site, words = renderer.site, renderer.words
    label = f" ({words('example.label')})"
    entries = []
    for vacancy in site.open_vacancies:
        facts = facts_of(vacancy, site, words)
        host, district = site.hosts[vacancy.host], site.districts[vacancy.district]
        about = {"summary": vacancy.summary, "hours": facts.hours, "district": district.name, "host": host.name}
        entries.append(
            {
                "url": absolute(site, f"vacatures/{vacancy.slug}/"),
                "title": vacancy.title + (label if vacancy.is_example else ""),
                "text": words("vacancy.description", **about),
                "author": host.name,
                "published": moment_in_zone(vacancy.posted),
                "updated": moment_in_zone(max(vacancy.posted, vacancy.checked)),
            }
        )
    return entries


def _atom(renderer: Renderer, entries: list[dict[str, str]]) -> str:
    site, title = renderer.site, renderer.words("feed.vacancies")
    home, own = absolute(site, "vacatures/"), absolute(site, "vacatures/feed.xml")
    updated = max((item["updated"] for item in entries), default=moment_in_zone(site.today))
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(site.programme.languages[0])}>',
        f"<title>{escape(title)}</title>",
        f"<id>{escape(home)}</id>",
        f"<link href={quoteattr(home)}/>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(own)}/>',
        f"<updated>{updated}</updated>",
        f"<author><name>{escape(site.programme.organiser)}</name></author>",
        *(_atom_entry(item) for item in entries),
        "</feed>\n",
    ]
    return "\n".join(lines)


def _atom_entry(item: dict[str, str]) -> str:
    url = item["url"]
    return (
        f"<entry><title>{escape(item['title'])}</title><id>{escape(url)}</id><link href={quoteattr(url)}/>"
        f"<published>{item['published']}</published><updated>{item['updated']}</updated>"
        f"<author><name>{escape(item['author'])}</name></author><summary>{escape(item['text'])}</summary></entry>"
    )


def _json_feed(renderer: Renderer, entries: list[dict[str, str]]) -> str:
    site = renderer.site
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": renderer.words("feed.vacancies"),
        "home_page_url": absolute(site, "vacatures/"),
        "feed_url": absolute(site, "vacatures/feed.json"),
        "language": site.programme.languages[0],
        "items": [
            {
                "id": item["url"],
                "url": item["url"],
                "title": item["title"],
                "content_text": item["text"],
                "date_published": item["published"],
                "date_modified": item["updated"],
                "authors": [{"name": item["author"]}],
            }
            for item in entries
        ],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"
