"""The menu in `mkdocs.yml`: each entry must lead to a page that somebody wrote."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from burgerbaan.kinds import Kind
from burgerbaan.page_links import nearest_page
from burgerbaan.problems import Position, Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders

_FILE = "mkdocs.yml"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def check_menu(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """A problem for each page in the menu that is not there; what cannot be read MkDocs itself refuses."""
    del places
    try:
        settings = yaml.compose((folders.root / _FILE).read_text("utf-8"), _LOADER)
    except (OSError, ValueError, yaml.YAMLError):
        return
    for node in _pages_in(_value(settings, "nav")):
        if not site.has_page(PurePosixPath(node.value).as_posix()):
            near = nearest_page(site, node.value)
            advice = f"Bedoel je '{near}'?" if near else f"Maak de pagina, of haal haar uit het menu in {_FILE}."
            position = Position(node.start_mark.line + 1, node.start_mark.column + 1)
            yield problem(_FILE, position, Kind.PAGE_MISSING, value=node.value, advice=advice)


def _value(node: Node | None, key: str) -> Node | None:
    pairs = node.value if isinstance(node, MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)


def _pages_in(node: Node | None) -> Iterator[ScalarNode]:
    """The entries that name a page; others are addresses."""
    if isinstance(node, ScalarNode) and node.value.endswith(".md") and ":" not in node.value:
        yield node
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from _pages_in(item)
    elif isinstance(node, MappingNode):
        for _, item in node.value:
            yield from _pages_in(item)
