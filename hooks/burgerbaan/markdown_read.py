"""What Markdown makes of a page that people write: where it leads, its pictures and its anchors."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from burgerbaan.markdown_rules import WrittenPages

EXTENSIONS = ("toc", "tables", "fenced_code", "admonition", "pymdownx.details")
"""Those of `mkdocs.yml`, and those that MkDocs always adds."""

_ID = re.compile(r'<\w[^>]*\sid="([^"]*)"')
_ESCAPED = re.compile("\x02(\\d+)\x03")


class ReadPage(NamedTuple):
    """Addresses of links and pictures as Markdown reads them, and the ids of headings, in their order."""

    links: tuple[str, ...]
    pictures: tuple[str, ...]
    anchors: tuple[str, ...]


class _Addresses(Extension, Treeprocessor):
    """Notes addresses before anything is done about them."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.pictures: list[str] = []

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        md.treeprocessors.register(self, "burgerbaan_addresses", 8)

    def run(self, root: Element) -> None:
        self.links, self.pictures = [], []
        for element in root.iter():
            name, found = ("src", self.pictures) if element.tag == "img" else ("href", self.links)
            address = element.get(name)
            if address is not None:
                found.append(_ESCAPED.sub(lambda code: chr(int(code[1])), address))


@lru_cache(256)
def read_markdown(body: str) -> ReadPage:
    """Read a page, less the lines between `---`; that takes some time. Of one that goes too deep nothing is known."""
    md, addresses = _reader()
    try:
        html = md.reset().convert(body)
    except RecursionError:
        _reader.cache_clear()  # one that stopped halfway thinks that it is still in a list
        return ReadPage((), (), ())
    # Python-Markdown keeps mail addresses behind its own marks until the very end.
    links = tuple(address for address in addresses.links if not address.startswith("\x02"))
    return ReadPage(links, tuple(addresses.pictures), tuple(_ID.findall(html)))


@cache
def _reader() -> tuple[Markdown, _Addresses]:
    addresses = _Addresses()
    return Markdown(extensions=[*EXTENSIONS, WrittenPages(""), addresses]), addresses
