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
        self._texts: dict[str, str] = {}

    def find(self, path: str, location: Location, *, key: bool = False) -> Position:
        """Line and column of a field (of its name with `key`), or of the nearest field around it."""
        if path not in self._found:
            text, problems = load_text(self._root, path)
            self._found[path] = {} if problems else positions(text)
            self._texts[path] = text
        return locate(self._found[path], location, key=key)

    def find_in(self, path: str, location: Location, words: str, part: str = "") -> Position:
        """Where words (or the part that they end with) stand in the text of a field; else where the field stands."""
        start = self.find(path, location)
        others = self._found[path].items()
        end = min((place for key, place in others if place > start and key[: len(location)] != location), default=None)
        lines = self._texts[path].splitlines()[start.line - 1 : end.line - 1 if end and end.line > start.line else None]
        for number, line in enumerate(lines):
            at = line.find(words, start.column - 1 if number == 0 else 0)
            if words and at >= 0:
                return Position(start.line + number, at + 1 + (len(words) - len(part) if part else 0))
        return start
