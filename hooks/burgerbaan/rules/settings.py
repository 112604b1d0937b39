"""The settings in `mkdocs.yml`: they can be read, and name the theme that the frame of the site is made of."""

from __future__ import annotations

from collections.abc import Iterator

from yaml import MappingNode, Node

from burgerbaan.kinds import Kind
from burgerbaan.problems import Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders
from burgerbaan.source.settings import position_of, read_settings, settings_file, written_setting
from burgerbaan.source.strict_yaml import unreadable_in
from burgerbaan.source.text import load_text

_THEME = "material"


def check_settings(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """What cannot be read, which MkDocs tells too but in English; and another theme."""
    del site, places
    file = settings_file(folders.root)
    if (folders.root / file).is_file():
        text, problems = load_text(folders.root, file)
        yield from problems or unreadable_in(file, text)
    value = read_settings(folders.root).theme
    if value not in ("", _THEME):
        position = position_of(_name_in(written_setting(folders.root, "theme")))
        yield problem(file, position, Kind.THEME_OTHER, value=value)


def _name_in(node: Node | None) -> Node | None:
    pairs = node.value if isinstance(node, MappingNode) else ()
    return next((value for key, value in pairs if key.value == "name"), node)
