"""The page where visitors search all pages, its data, and the page for an address that does not exist."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from burgerbaan.output import Crumb, File, Page, text_file
from burgerbaan.pages.bank_data import digest, script
from burgerbaan.render import Renderer
from burgerbaan.search.pages import findable, page_index

FOLDER = "assets/zoeken/"
BLOCK = 50
"""Titles and descriptions in one file; the browser fetches those of what was found."""


def search_part(renderer: Renderer, pages: Sequence[Page]) -> tuple[Page, tuple[File, ...]]:
    """`/zoeken/` and its files, made last because it must know every page; its data are fetched only there."""
    scripts = _scripts(renderer, findable(pages))
    words = renderer.words
    page = Page(
        url="zoeken/",
        title=words("search.title"),
        description=words("search.description"),
        body_html=renderer.component(
            "search", base="../", folder=FOLDER, version=digest("".join(scripts.values())), block=BLOCK
        ),
        crumbs=(Crumb(words("frame.home"), ""),),
        is_indexed=False,
    )
    return page, tuple(text_file(f"{FOLDER}{name}.js", text) for name, text in scripts.items())


def _scripts(renderer: Renderer, pages: Sequence[Page]) -> Mapping[str, str]:
    """The text of each file by its name; a page's number is its place in the list."""
    index = page_index(renderer.site, renderer.words, pages)
    rows = [(page.url, page.title, page.description) for page in pages]
    parts: dict[str, Any] = {"woorden": index.vocabulary}
    parts |= {f"treffers-{number}": shard for number, shard in enumerate(index.shards)}
    parts |= {f"paginas-{start // BLOCK}": rows[start : start + BLOCK] for start in range(0, len(rows), BLOCK)}
    return {name: script(name, value) for name, value in parts.items()}


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
