"""Pictures from other sites, which could follow visitors: never shown, however they came into a page."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

_PICTURE = re.compile(r"<img(?=[\s/>])", re.I)
_BETWEEN = re.compile(r"[\s,]+")
"""What stands between addresses, and sizes, in the value of `srcset`."""
_FOREIGN = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.I)
_UNSEEN = re.compile(r"[\x00-\x20]")
"""What a browser leaves out of an address."""


def is_foreign(address: str) -> bool:
    """Whether a browser would leave this site for an address."""
    return _FOREIGN.match(_UNSEEN.sub("", unescape(address))) is not None


def without_foreign_pictures(html: str) -> tuple[str, tuple[str, ...]]:
    """A page as Markdown finished it, less pictures from other sites, and where those are."""
    kept: list[str] = []
    refused: list[str] = []
    last = 0
    for found in _PICTURE.finditer(html):
        start = found.start()
        if start < last:  # in a value of the picture before
            continue
        end, addresses = _picture_at(html, start)
        foreign = [address for address in addresses if is_foreign(address)]
        refused.extend(foreign)
        kept.append(html[last : start if foreign else end])
        last = end
    return "".join((*kept, html[last:])), tuple(refused)


class _Picture(HTMLParser):
    """The addresses of the first element, None as long as its end has not come."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        sources = [value or "" for name, value in attrs if name == "src"]
        sets = [address for name, value in attrs if name == "srcset" for address in _BETWEEN.split(value or "")]
        self.addresses = [*sources, *sets]


def _picture_at(html: str, start: int) -> tuple[int, list[str]]:
    """Where a picture ends and what it asks for; a `>` may stand in its texts; without an end it is not shown."""
    end = start
    while end := html.find(">", end) + 1:
        picture = _Picture()
        picture.feed(html[start:end])
        if picture.addresses is not None:
            return end, picture.addresses
    return start, []
