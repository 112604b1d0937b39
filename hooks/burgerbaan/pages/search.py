"""The page where visitors search, and the page for an address that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from burgerbaan.output import Crumb, Page
from burgerbaan.render import Renderer


def search_pages(renderer: Renderer) -> Iterator[Page]:
    """`/zoeken/`: a form that also works as a link; the index is fetched only here."""
    words = renderer.words
    yield Page(
        url="zoeken/",
        title=words("search.title"),
        description=words("search.description"),
        body_html=renderer.component("search", base="../"),
        crumbs=(Crumb(words("frame.home"), ""),),
        is_indexed=False,
    )


def not_found_page(renderer: Renderer, base: str) -> Page:
    """What a server shows at any depth, so `base` is the absolute path of the site."""
    words = renderer.words
    return Page(
        url="404.html",
        title=words("not_found.title"),
        description=words("not_found.description"),
        body_html=renderer.component("not-found", base=base),
        is_indexed=False,
    )
