"""Pages that nobody can find: not in the menu, and no other page or record leads there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from burgerbaan.kinds import Kind
from burgerbaan.problems import START, Problem, problem
from burgerbaan.rules.menu import menu_entries
from burgerbaan.rules.references import records_of
from burgerbaan.rules.words import texts_in
from burgerbaan.site import Site

_LINK = re.compile(r"\]\(\s*<?([^)\s>#]+\.md)|\]:\s*<?([^\s>#]+\.md)")
_IN_BLOCK = re.compile(r"\{\{ *[a-z-]+ +([^|{}]+?\.md)")
_NAME = re.compile(r"[\w/-]+\.md")


def check_unlinked(site: Site, bodies: Mapping[str, str], root: Path) -> Iterator[Problem]:
    """A reminder for each such page. Without a menu of its own a site has every page in it."""
    menu = menu_entries(root)
    if not menu:
        return
    linked = {*menu, "index.md", *_linked_by_pages(bodies)}
    lone = {name for name, page in site.pages.items() if not page.language} - linked
    lone = {name for name in lone if not name.endswith("/index.md")}  # of a section: the frame leads there
    for record in records_of(site) if lone else ():
        for _, text in texts_in(record):
            if ".md" in text:
                lone.difference_update(_NAME.findall(text))
    for name in sorted(lone):
        yield problem(f"{site.content}/{name}", START, Kind.PAGE_UNLINKED, value=name)


def _linked_by_pages(bodies: Mapping[str, str]) -> Iterator[str]:
    for name, body in bodies.items():
        folder = posixpath.dirname(name)
        for link in _LINK.finditer(body):
            target = posixpath.normpath(posixpath.join(folder, link[1] or link[2]))
            if target != name:
                yield target
        yield from (block[1].strip() for block in _IN_BLOCK.finditer(body))
