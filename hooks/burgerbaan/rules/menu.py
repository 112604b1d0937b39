"""The menu in `mkdocs.yml`: each entry must lead to a page that somebody wrote."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from burgerbaan.foreign_pictures import is_foreign
from burgerbaan.kinds import Kind
from burgerbaan.links import is_safe_link
from burgerbaan.made_places import is_made, record_at
from burgerbaan.names import check_link, check_record, where_are
from burgerbaan.page_links import nearest_page
from burgerbaan.problems import Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.rules.references import records_of
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders
from burgerbaan.source.settings import position_of, settings_file, written_setting
from burgerbaan.traces.public import allowed_secrets
from burgerbaan.traces.text import LEAKS, secrets_in


def check_menu(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """A problem for each page in the menu that is not there, and for each address that is not safe; what cannot be
    read MkDocs itself refuses."""
    del places
    file = settings_file(folders.root)
    yield from _check_secrets(site, folders.root, file)
    for node in _entries_in(written_setting(folders.root, "nav")):
        if is_foreign(node.value):
            if is_safe_link(node.value):
                yield from check_link(site, file, position_of(node), node.value)
            else:  # nor is one of a record, which only a page may hold
                yield problem(file, position_of(node), Kind.LINK_SCHEME, value=node.value)
        elif not _is_there(site, node.value):
            near = nearest_page(site, node.value)
            advice = f"Bedoel je '{near}'?" if near else f"Maak de pagina, of haal haar uit het menu in {file}."
            words = {"value": node.value, "where": where_are(site, "pages"), "advice": advice}
            yield problem(file, position_of(node), Kind.PAGE_MISSING, **words)
        elif record := record_at(site, "index.md", node.value):
            yield from check_record(site, file, position_of(node), node.value, record)


def _check_secrets(site: Site, root: Path, file: str) -> Iterator[Problem]:
    """What may not be public, for the menu is on every page. Who may be is known when every record is right."""
    texts = _nodes_in(written_setting(root, "nav"))
    found = [(node, item[:2]) for node in texts for item in secrets_in(node.value.encode("utf-8", "replace"))]
    if found and not any(site.broken.values()):
        allowed = allowed_secrets(records_of(site))
        unknown = dict.fromkeys(
            (position_of(node), LEAKS[secret[0]]) for node, secret in found if secret not in allowed
        )
        yield from (problem(file, position, kind, source="") for position, kind in unknown)


def menu_entries(root: Path) -> frozenset[str]:
    """All that the menu leads to; nothing when nobody wrote one."""
    return frozenset(node.value for node in _entries_in(written_setting(root, "nav")))


def _is_there(site: Site, entry: str) -> bool:
    if entry.endswith(".md"):
        return site.has_page(PurePosixPath(entry).as_posix())
    return not entry or entry.startswith("/") or entry in site.media or is_made(site.programme.people.path, entry)


def _entries_in(node: Node | None) -> Iterator[ScalarNode]:
    """What the menu leads to, without the titles."""
    return _nodes_in(node, has_titles=False)


def _nodes_in(node: Node | None, *, has_titles: bool = True) -> Iterator[ScalarNode]:
    if isinstance(node, ScalarNode):
        yield node
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from _nodes_in(item, has_titles=has_titles)
    elif isinstance(node, MappingNode):
        for title, item in node.value:
            yield from _nodes_in(title) if has_titles else ()
            yield from _nodes_in(item, has_titles=has_titles)
