"""Headings that people write give way: what the site makes keeps its anchors, because scripts and styles know those."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from itertools import count

from burgerbaan.block_anchors import is_of_every_page

_HEADING = re.compile(r'(<h[1-6] id=")([^"]+)(?=")')
_WAY = re.compile(r'(<a\b[^>]*? href="#)([^"]+)(?=")')
_COUNTED = re.compile(r"-\d+\Z")
ANCHOR = re.compile(r'<\w[^>]*?\sid="([^"]*)"')


def with_free_anchors(html: str, brought: Collection[str]) -> str:
    """A page as Markdown made it, in which no heading has an anchor that a block brings or every page has.

    Links of the page to such a heading follow it.
    """
    own = [found[2] for found in _HEADING.finditer(html)]
    others = {
        anchor: _free(anchor, {*own, *brought}) for anchor in own if anchor in brought or is_of_every_page(anchor)
    }
    return _renamed(_WAY, _renamed(_HEADING, html, others), others) if others else html


def without_count(anchor: str) -> str:
    """What a heading would be called that gave way under this name."""
    return _COUNTED.sub("", anchor)


def _free(anchor: str, taken: Collection[str]) -> str:
    return next(name for number in count(2) if (name := f"{anchor}-{number}") not in taken)


def _renamed(pattern: re.Pattern[str], html: str, others: Mapping[str, str]) -> str:
    return pattern.sub(lambda found: found[1] + others.get(found[2], found[2]), html)
