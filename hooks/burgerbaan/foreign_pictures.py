"""Pictures from other sites, which could follow visitors: never shown, however they came into a page."""

from __future__ import annotations

import re
from html import unescape

_PICTURE = re.compile(r"<img\b[^>]*>", re.I)
_SOURCE = re.compile(r"""\ssrc(?:set)?\s*=\s*("[^"]*"|'[^']*'|[^\s>]*)""", re.I)
_FOREIGN = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.I)
_UNSEEN = re.compile(r"[\x00-\x20]")
"""What a browser leaves out of an address."""


def is_foreign(address: str) -> bool:
    """Whether a browser would leave this site for an address."""
    return _FOREIGN.match(_UNSEEN.sub("", unescape(address))) is not None


def without_foreign_pictures(html: str) -> tuple[str, tuple[str, ...]]:
    """A page as Markdown finished it, less pictures from other sites, and where those are."""
    if "<img" not in html.lower():
        return html, ()
    refused: list[str] = []

    def judged(picture: re.Match[str]) -> str:
        foreign = [address for found in _SOURCE.findall(picture[0]) if is_foreign(address := found.strip("\"'"))]
        refused.extend(map(unescape, foreign))
        return "" if foreign else picture[0]

    return _PICTURE.sub(judged, html), tuple(refused)
