"""The menu in `mkdocs.yml`: each entry must lead to a page that somebody wrote."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from burgerbaan.kinds import Kind
from burgerbaan.names import where_are
from burgerbaan.page_links import nearest_page
from burgerbaan.problems import Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders
from burgerbaan.source.settings import position_of, settings_file, written_setting


def check_menu(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """A problem for each page in the menu that is not there; what cannot be read MkDocs itself refuses."""
    del places
    file = settings_file(folders.root)
    for node in _pages_in(written_setting(folders.root, "nav")):
        if not site.has_page(PurePosixPath(node.value).as_posix()):
            near = nearest_page(site, node.value)
            advice = f"Bedoel je '{near}'?" if near else f"Maak de pagina, of haal haar uit het menu in {file}."
            words = {"value": node.value, "where": where_are(site, "pages"), "advice": advice}
            yield problem(file, position_of(node), Kind.PAGE_MISSING, **words)


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
