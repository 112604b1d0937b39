"""Where in its file a field stands; files are read again only when something in them is wrong."""

from __future__ import annotations

from pathlib import Path

from burgerbaan.problems import Location, Position
from burgerbaan.source.strict_yaml import locate, positions
from burgerbaan.source.text import load_text


class Places:
    """Positions of fields by file and location."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._found: dict[str, dict[Location, Position]] = {}

    def find(self, path: str, location: Location, *, key: bool = False) -> Position:
        """Line and column of a field (of its name with `key`), or of the nearest field around it."""
        if path not in self._found:
            text, problems = load_text(self._root, path)
            self._found[path] = {} if problems else positions(text)
        return locate(self._found[path], location, key=key)
