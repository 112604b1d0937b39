"""The settings in `mkdocs.yml`: they can be read, MkDocs knows them, and they name the theme of the site's frame."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from yaml import MappingNode, Node, ScalarNode

from burgerbaan.kinds import Kind
from burgerbaan.problems import Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders
from burgerbaan.source.settings import position_of, read_settings, settings_file, written_setting, written_settings
from burgerbaan.source.strict_yaml import unreadable_in
from burgerbaan.source.text import load_text

_THEME = "material"
KNOWN = frozenset(
    (
        "site_name", "nav", "pages", "exclude_docs", "draft_docs", "not_in_nav", "site_url", "site_description",
        "site_author", "theme", "docs_dir", "site_dir", "copyright", "google_analytics", "dev_addr",
        "use_directory_urls", "repo_url", "repo_name", "edit_uri_template", "edit_uri", "extra_css",
        "extra_javascript", "extra_templates", "markdown_extensions", "mdx_configs", "strict", "remote_branch",
        "remote_name", "extra", "plugins", "hooks", "watch", "validation", "INHERIT",
    )
)  # fmt: skip
"""Every setting of MkDocs; without `hooks`, misspelt, it would make another site."""


def check_settings(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """What cannot be read or is no setting, which MkDocs tells too but in English; and another theme."""
    del site, places
    file = settings_file(folders.root)
    if (folders.root / file).is_file():
        text, problems = load_text(folders.root, file)
        yield from problems or unreadable_in(file, text)
    for key, _ in written_settings(folders.root):
        if not isinstance(key, ScalarNode):
            yield problem(file, position_of(key), Kind.KEY_NOT_TEXT)
        elif key.value not in KNOWN:
            near = get_close_matches(key.value, sorted(KNOWN), 1, 0.6)
            advice = f"Bedoel je '{near[0]}'?" if near else "Haal het weg."
            yield problem(file, position_of(key), Kind.SETTING_UNKNOWN, value=key.value, advice=advice)
    value = read_settings(folders.root).theme
    if value not in ("", _THEME):
        position = position_of(_name_in(written_setting(folders.root, "theme")))
        yield problem(file, position, Kind.THEME_OTHER, value=value)


def _name_in(node: Node | None) -> Node | None:
    pairs = node.value if isinstance(node, MappingNode) else ()
    return next((value for key, value in pairs if key.value == "name"), node)
