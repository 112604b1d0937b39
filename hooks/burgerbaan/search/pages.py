"""What a visitor can find a page of the site by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from burgerbaan.output import Page
from burgerbaan.search.index import DOES, REST, SHOWN, TITLE, Read, SearchIndex, Text, index_of, read_text
from burgerbaan.search.vacancies import stopwords, synonym_groups
from burgerbaan.site import Site
from burgerbaan.words import Words

_HEADING = re.compile(r"<h[1-6]\b.*?</h[1-6]>", re.S)


@dataclass(frozen=True, slots=True)
class Listed:
    """What lists of pages tell of a page, and the words it is found by; None when it must not be found."""

    page: Page
    words: Read | None


def listed(page: Page) -> Listed:
    """A page without what stands in it."""
    return Listed(page.entry, read_text(_pieces(page)) if page.search_text else None)


def page_index(site: Site, words: Words, texts: Sequence[Read]) -> SearchIndex:
    """Index of the words of pages in the order given."""
    return index_of(texts, synonym_groups(site), stopwords(words), are_titles_whole=True)


def _pieces(page: Page) -> Text:
    return {
        TITLE: [page.title],
        SHOWN: [page.description],
        DOES: [_last_of(page.url), *(_plain(heading) for heading in _HEADING.findall(page.search_text))],
        REST: [_plain(page.search_text)],
    }


def _last_of(url: str) -> str:
    """The last part of an address often says in one word what the title says in a sentence."""
    return url.rstrip("/").rpartition("/")[2]


def _plain(html: str) -> str:
    """Words of a piece of HTML or Markdown, on one line."""
    without_drawings = re.sub(r"<(svg|script|style)\b.*?</\1>", " ", html, flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", without_drawings)).split())
