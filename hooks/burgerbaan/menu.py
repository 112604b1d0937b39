"""Where a written page stands in the menu, and so the way back from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from burgerbaan.output import Crumb, NavItem


def section_of(nav: Sequence[NavItem], url: str) -> NavItem | None:
    """The entry of the main menu that holds a page, by the menu or else by its address."""
    for item in nav:
        if item.url == url or url in _urls_in(item):
            return item
    head = url.split("/", maxsplit=1)[0] + "/"
    return next((item for item in nav if item.url == head), None)


def crumbs_to(url: str, section: NavItem | None, home: str) -> tuple[Crumb, ...]:
    """The steps back from a page of a section; `home` names the home page, which has none."""
    if url == "":
        return ()
    first = Crumb(home, "")
    if section is None or section.url is None or section.url == url:
        return (first,)
    return (first, Crumb(section.title, section.url))


def _urls_in(item: NavItem) -> Iterator[str]:
    for child in item.children:
        if child.url is not None:
            yield child.url
        yield from _urls_in(child)
