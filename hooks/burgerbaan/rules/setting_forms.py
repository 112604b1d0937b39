"""Settings with a value that MkDocs refuses, and those without which it would make another site."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from burgerbaan.kinds import Kind
from burgerbaan.problems import START, Problem, problem
from burgerbaan.rules.place import Places
from burgerbaan.site import Site
from burgerbaan.source.folders import Folders
from burgerbaan.source.settings import position_of, settings_file, written_settings

_OURS = {"hooks": ("hooks/main.py",), "theme": ("hooks/theme",), "markdown_extensions": ("tables", "admonition")}
_INHERIT = "INHERIT: basis.yml"
_YAML = "tag:yaml.org,2002:"


class _Form(NamedTuple):
    """What a setting must be: in a sentence, and whether a value is."""

    what: str
    fits: Callable[[Node], bool]


def _is(*names: str) -> Callable[[Node], bool]:
    return lambda node: node.tag.removeprefix(_YAML) in names


def _is_list_of_texts(node: Node) -> bool:
    return node.tag == f"{_YAML}null" or (isinstance(node, SequenceNode) and all(map(_is("str"), node.value)))


def _is_menu(node: Node) -> bool:
    """Whether it is a list of pages, and of names with one page or another such list behind each."""
    return isinstance(node, SequenceNode) and all(map(_is_entry, node.value))


def _is_entry(node: Node) -> bool:
    if not isinstance(node, MappingNode):
        return _is("str")(node)
    return len(node.value) == 1 and (_is("str")(node.value[0][1]) or _is_menu(node.value[0][1]))


def _is_address(node: Node) -> bool:
    return isinstance(node, ScalarNode) and re.fullmatch(r"[^\s:]+:\d{1,5}", node.value) is not None


def _is_yes(node: Node) -> bool:
    return _is("bool")(node) and node.value.lower() in ("true", "yes", "on")


_TEXT = _Form("een tekst", _is("str", "null"))
_NEEDED = _Form("een tekst", _is("str"))
_OTHERS = _Form("de naam van een bestand waarop deze instellingen verder bouwen", _is("str"))
_YES_NO = _Form("true of false", _is("bool", "null"))
_TEXTS = _Form("een lijst met teksten", _is_list_of_texts)
_GROUP = _Form("een groep velden", _is("map"))
_FORMS = {
    **dict.fromkeys(("site_name", "docs_dir"), _NEEDED),
    **dict.fromkeys(("site_url", "site_dir", "site_description", "site_author", "copyright"), _TEXT),
    **dict.fromkeys(("repo_url", "repo_name", "edit_uri", "edit_uri_template", "remote_branch", "remote_name"), _TEXT),
    **dict.fromkeys(("exclude_docs", "draft_docs", "not_in_nav"), _TEXT),
    "strict": _YES_NO,
    "use_directory_urls": _Form("true, want zo zijn alle links van de site gemaakt", _is_yes),
    **dict.fromkeys(("extra_css", "extra_templates", "watch"), _TEXTS),
    **dict.fromkeys(("extra", "validation"), _GROUP),
    **dict.fromkeys(("markdown_extensions", "plugins"), _Form("een lijst", _is("seq", "map", "null"))),
    "extra_javascript": _Form("een lijst", _is("seq", "null")),
    "hooks": _Form("een lijst met bestanden", _is("seq")),
    "theme": _Form("een groep velden", _is("str", "map")),
    "INHERIT": _OTHERS,
    "dev_addr": _Form("een adres met een poort", _is_address),
    "nav": _Form(
        "een lijst met op elke regel een pagina, of een naam met een dubbele punt en dan een pagina", _is_menu
    ),
}
_EXAMPLES = {
    "site_url": "site_url: https://www.example.org/",
    "docs_dir": "docs_dir: content",
    "site_dir": "site_dir: site",
    "site_name": "site_name: De naam van het programma",
    "strict": "strict: true",
    "use_directory_urls": "use_directory_urls: true",
    "validation": "validation: {omitted_files: ignore}",
    "markdown_extensions": "markdown_extensions: [admonition, tables]",
    "plugins": "plugins: []",
    "hooks": "hooks: [hooks/main.py]",
    "theme": "theme: {name: material, custom_dir: hooks/theme, language: nl, font: false}",
    "dev_addr": "dev_addr: 127.0.0.1:8000",
    "INHERIT": _INHERIT,
    "nav": "nav: [Contact: contact/index.md]",
}


def check_setting_forms(site: Site, folders: Folders, places: Places) -> Iterator[Problem]:
    """What MkDocs refuses in English; what it takes from the computer, by a tag, is not known here."""
    del site, places
    file, written = settings_file(folders.root), written_settings(folders.root)
    found = {key.value: value for key, value in written if isinstance(key, ScalarNode)}
    for name, value in found.items():
        form = _FORMS.get(name)
        if form and value.tag.startswith(_YAML) and not form.fits(value):
            example = _EXAMPLES.get(name) or f"{name}: …"
            yield problem(file, position_of(value), Kind.SETTING_FORM, name=name, what=form.what, example=example)
    base = found.get("INHERIT")
    if base and _OTHERS.fits(base) and not _is_another_file(folders.root, file, base.value):
        yield problem(file, position_of(base), Kind.SETTING_FORM, name="INHERIT", what=_OTHERS.what, example=_INHERIT)
    if written and base is None and (folders.root / _OURS["hooks"][0]).is_file():
        yield from _check_frame(folders.root, file, found)


def _is_another_file(root: Path, file: str, name: str) -> bool:
    return (root / name).is_file() and (root / name).resolve() != (root / file).resolve()


def _check_frame(root: Path, file: str, found: dict[str, Node]) -> Iterator[Problem]:
    """Without our own code and frame, and what reads our pages, MkDocs makes a site all the same, but not this one."""
    for name in ("site_name", "docs_dir", *_OURS):
        value = found.get(name)
        words = {"where": "Hier", "name": f"'{name}'", "example": _EXAMPLES[name]}
        if value is None:
            yield problem(file, START, Kind.SETTING_MISSING, **words)
        elif _FORMS[name].fits(value):
            for part in _OURS.get(name, ()):
                if not _has(root, part, value):
                    told = {**words, "where": f"Bij '{name}'", "name": part}
                    yield problem(file, position_of(value), Kind.SETTING_MISSING, **told)


def _has(root: Path, part: str, node: Node) -> bool:
    """Whether a text in it is that name, or leads to that file or folder."""
    if isinstance(node, ScalarNode):
        return not node.tag.startswith(_YAML) or (root / node.value).resolve() == (root / part).resolve()
    children = [child for pair in node.value for child in pair] if isinstance(node, MappingNode) else node.value
    return any(_has(root, part, child) for child in children)
