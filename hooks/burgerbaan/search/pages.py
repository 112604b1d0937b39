"""What a visitor can find a page of the site by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from burgerbaan.output import Page
from burgerbaan.search.index import DOES, REST, SHOWN, TITLE, WHOLE, SearchIndex, Text, TextWords, index_of, read_text
from burgerbaan.search.stems import words_in
from burgerbaan.search.vacancies import stopwords, synonym_groups
from burgerbaan.site import Site
from burgerbaan.words import Words

_HEADING = re.compile(r"<(h[1-6]|summary)\b.*?</\1>", re.S)
"""What a part of a page is about, and a question that it answers."""

_SILENT = re.compile(r'<(svg|script|style)\b.*?</\1>|<span class="bb-source">.*?\)</span>', re.S)
"""Drawings, and which source says so: else who looks for a report finds every page that cites one."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What lists of pages tell of a page, and the words it is found by; None when it must not be found."""

    page: Page
    words: TextWords | None


def listed(page: Page, site: Site) -> Listed:
    """A page without what stands in it; a district is found by its whole name, and not by half of it."""
    names = [district.name for district in site.districts.values()]
    return Listed(page.entry, read_text(_pieces(page), names) if page.search_text else None)


def page_index(site: Site, words: Words, texts: Sequence[TextWords]) -> SearchIndex:
    """Index of the words of pages in the order given."""
    return index_of(texts, synonym_groups(site), stopwords(words), are_titles_whole=True)


def _pieces(page: Page) -> Text:
    """Texts by level. The summary of a record weighs less than that of a written page: a café where coffee costs little
    is no answer to what it costs to take part."""
    is_written = page.origin.endswith(".md")
    return {
        WHOLE: [page.title] if len(words_in(page.title)) == 1 else [],
        TITLE: [page.title],
        SHOWN: [page.description] if is_written else [],
        DOES: [
            *([] if is_written else [page.description]),
            _last_of(page.url),
            *(_plain(heading[0]) for heading in _HEADING.finditer(page.search_text)),
        ],
        REST: [_plain(page.search_text)],
    }


def _last_of(url: str) -> str:
    """The last part of an address often says in one word what the title says in a sentence."""
    return url.rstrip("/").rpartition("/")[2]


def _plain(html: str) -> str:
    """Words of a piece of HTML or Markdown, on one line."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", _SILENT.sub(" ", html))).split())
