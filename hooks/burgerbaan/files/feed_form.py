"""How a feed is written: Atom (RFC 4287) and JSON Feed 1.1."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from burgerbaan.output import File, text_file

_NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML document may hold, however escaped (XML 1.0, section 2.2)."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One thing as a reader shows it; `name` is its first address, by which a reader knows for ever what was read."""

    name: str
    url: str
    title: str
    text: str
    author: str
    published: str
    updated: str
    subjects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FeedText:
    """What a feed says, newest first; `home` is the full address of the page beside which it stands."""

    title: str
    home: str
    language: str
    author: str
    updated: str
    entries: Sequence[FeedEntry]


def feed_files(folder: str, feed: FeedText) -> Iterator[File]:
    """`feed.xml` and `feed.json` beside a page."""
    yield text_file(f"{folder}feed.xml", _atom(feed))
    yield text_file(f"{folder}feed.json", _json_feed(feed))


def _atom(feed: FeedText) -> str:
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


def _atom_entry(item: FeedEntry) -> str:
    subjects = "".join(f"<category term={_value(name)}/>" for name in item.subjects)
    return (
        f"<entry><title>{_text(item.title)}</title><id>{_text(item.name)}</id>"
        f'<link rel="alternate" type="text/html" href={_value(item.url)}/>'
        f"<published>{item.published}</published><updated>{item.updated}</updated>"
        f"<author><name>{_text(item.author)}</name></author>{subjects}<summary>{_text(item.text)}</summary></entry>"
    )


def _text(value: str) -> str:
    return escape(_NOT_XML.sub("", value))


def _value(value: str) -> str:
    return quoteattr(_NOT_XML.sub("", value))


def _json_feed(feed: FeedText) -> str:
    value = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": f"{feed.home}feed.json",
        "language": feed.language,
        "authors": [{"name": feed.author}],
        "items": [
            {
                "id": item.name,
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
