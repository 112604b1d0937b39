"""What the core makes: pages and files as data; only the edges write them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from burgerbaan.foreign_pictures import is_foreign
from burgerbaan.model.languages import PageLanguage


@dataclass(frozen=True, slots=True)
class NavItem:
    """One entry of the menu; `url` is '' for the home page and None for a heading without a page."""

    title: str
    url: str | None
    children: tuple[NavItem, ...] = ()

    @property
    def is_external(self) -> bool:
        """Whether its address is whole: of another site, to mail or call, or from the root of the host."""
        return self.url is not None and (self.url.startswith("/") or is_foreign(self.url))


def group_of(title: str, children: tuple[NavItem, ...]) -> NavItem:
    """A heading of the menu, that leads to the first page below it."""
    leading = (child for child in children if child.url is not None)
    first = min(leading, key=lambda child: child.is_external, default=None)
    return NavItem(title, first.url if first else None, children)


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the way back."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed of a part of the site: its name, and the folder that holds `feed.xml` and `feed.json`."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its address from the root (ending in a slash, '' for home) and what stands in it.

    `image`: a file from the root that goes along when somebody shares the page.
    """

    url: str
    title: str
    description: str
    body_html: str
    section: str = ""
    crumbs: tuple[Crumb, ...] = ()
    structured: tuple[Mapping[str, Any], ...] = ()
    search_text: str = ""
    is_indexed: bool = True
    is_wide: bool = False
    origin: str = ""
    hero_html: str = ""
    feeds: tuple[Feed, ...] = ()
    image: str = ""
    language: PageLanguage | None = None
    """Of what stands in it, where that is not the site's."""

    @property
    def base(self) -> str:
        """The way from this page to the root of the site."""
        return "../" * self.url.count("/") or "./"

    @property
    def file(self) -> str:
        """The file it becomes."""
        return f"{self.url}index.html"

    @property
    def entry(self) -> Page:
        """What lists of pages tell of it: the page without what stands in it."""
        return replace(self, body_html="", hero_html="", search_text="", structured=(), crumbs=(), feeds=())


@dataclass(frozen=True, slots=True)
class File:
    """One file that is not a page in the site's frame: path from the root and bytes.

    `pdf` is the path of the PDF that is made of it, '' for most.
    """

    path: str
    data: bytes
    pdf: str = ""


def text_file(path: str, text: str, pdf: str = "") -> File:
    """A file of UTF-8 text."""
    return File(path, text.encode(), pdf)
