"""The page where visitors search all pages, and its data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from burgerbaan.addresses import SEARCH
from burgerbaan.output import Crumb, File, Page, text_file
from burgerbaan.pages.data_blocks import Block, block_of
from burgerbaan.render import Renderer
from burgerbaan.search.index import TextWords
from burgerbaan.search.pages import Listed, page_index

FOLDER = "assets/zoeken/"
BLOCK = 50
"""Titles and descriptions in one file; the browser fetches those of what was found."""


def search_part(renderer: Renderer, pages: Iterable[Listed]) -> tuple[Page, tuple[File, ...]]:
    """`/zoeken/` and its files, made last because it must know every page; its data are fetched only there."""
    blocks = tuple(_blocks(renderer, [(item.page, item.words) for item in pages if item.words]))
    words = renderer.words
    page = Page(
        url=SEARCH,
        title=words("search.title"),
        description=words("search.description"),
        body_html=renderer.component("search", base="../", folder=FOLDER, version=blocks[0].digest, block=BLOCK),
        crumbs=(Crumb(words("frame.home"), ""),),
        is_indexed=False,
    )
    return page, tuple(text_file(f"{FOLDER}{block.name}.js", block.script) for block in blocks)


def _blocks(renderer: Renderer, found: Sequence[tuple[Page, TextWords]]) -> Iterator[Block]:
    """Words, which name the digests of the others; where they stand, and titles, by a page's place in the list."""
    index = page_index(renderer.site, renderer.words, [words for _, words in found])
    rows = [_row(page) for page, _ in found]
    places = [block_of(f"treffers-{number}", shard) for number, shard in enumerate(index.shards)]
    titles = [block_of(f"paginas-{at // BLOCK}", rows[at : at + BLOCK]) for at in range(0, len(rows), BLOCK)]
    digests = {block.name: block.digest for block in (*places, *titles)}
    yield block_of("woorden", {**index.vocabulary, "blocks": digests})
    yield from (*places, *titles)


def _row(page: Page) -> tuple[str, ...]:
    """What a result shows, and the language that it is read in when that is not the site's own."""
    shown = (page.url, page.title, page.description)
    return (*shown, page.language.tag) if page.language else shown
