"""What `mkdocs.yml` says of this project, for commands that run without MkDocs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from burgerbaan.problems import START, Position

_NAMES = ("mkdocs.yml", "mkdocs.yaml")
_QUICK: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEP = 5
"""Settings may be built on others, but not in a circle."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where pages are written, where the built site ends up, its address and theme ('' for what is not said), and what
    reads Markdown beside the usual.

    An extension with options of its own, but for links to headings, is named with three dots behind it.
    """

    content: str = "content"
    site: str = "site"
    url: str = ""
    theme: str = ""
    extensions: frozenset[str] = frozenset()


class _Loader(_QUICK):  # type: ignore[misc]
    """YAML with the tags that MkDocs knows; of `!ENV [NAME, value]` it takes the last."""


def _untagged(loader: Any, suffix: str, node: yaml.Node) -> Any:
    del suffix
    if isinstance(node, yaml.SequenceNode):
        values = loader.construct_sequence(node)
        return values[-1] if values else None
    return None


_Loader.add_multi_constructor("!", _untagged)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _untagged)


def read_settings(root: Path) -> Settings:
    """The settings of a project; what is not there, or cannot be read, is as in this project."""
    found = _read(root / settings_file(root))
    usual = Settings()
    return Settings(
        content=_text(found, "docs_dir") or usual.content,
        site=_text(found, "site_dir") or usual.site,
        url=_text(found, "site_url"),
        theme=_theme(found.get("theme")),
        extensions=frozenset(_extensions(found.get("markdown_extensions"))),
    )


def settings_file(root: Path) -> str:
    """The name of the file with settings, whether it is there or not."""
    return next((name for name in _NAMES if (root / name).is_file()), _NAMES[0])


def written_setting(root: Path, key: str) -> yaml.Node | None:
    """A setting as it stands in the project's own file; None when that says nothing of it, or cannot be read."""
    return next((value for name, value in written_settings(root) if name.value == key), None)


def written_settings(root: Path) -> Sequence[tuple[yaml.Node, yaml.Node]]:
    """Each setting of the project's own file with its value; none when it cannot be read."""
    try:
        found = yaml.compose((root / settings_file(root)).read_text("utf-8"), _QUICK)
    except (OSError, ValueError, yaml.YAMLError):
        return ()
    return found.value if isinstance(found, yaml.MappingNode) else ()


def position_of(node: yaml.Node | None) -> Position:
    """Where a setting is written; the start of the file for None."""
    return Position(node.start_mark.line + 1, node.start_mark.column + 1) if node else START


def _read(place: Path, depth: int = 0) -> dict[str, Any]:
    try:
        value = yaml.load(place.read_text("utf-8"), _Loader)
    except (OSError, ValueError, yaml.YAMLError):
        return {}
    if not isinstance(value, dict):
        return {}
    parent = value.get("INHERIT")
    inherited = _read(place.parent / parent, depth + 1) if isinstance(parent, str) and depth < _DEEP else {}
    return inherited | value


def _text(found: dict[str, Any], name: str) -> str:
    value = found.get(name)
    return value.strip() if isinstance(value, str) else ""


def _theme(value: Any) -> str:
    return _text(value, "name") if isinstance(value, dict) else value if isinstance(value, str) else ""


def _extensions(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, options in value.items():
            is_usual = not options or (isinstance(options, dict) and options.keys() <= {"permalink"})
            yield str(name) if is_usual else f"{name}..."
    elif isinstance(value, list):
        for item in value:
            yield from _extensions(item)
