"""What was told of each file: MkDocs, in English, and the finished site, without a line, find the same again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol

from burgerbaan.kinds import Kind
from burgerbaan.problems import Problem

_WARNING = 30
"""Of a record of Python's logging: from here it asks for attention."""
_LINK = re.compile(r"Doc file '(.+?)' contains ")
"""How MkDocs 1.6 begins to say that a link of a page is not right."""


class Said(Protocol):
    """A record of Python's logging."""

    levelno: int

    def getMessage(self) -> str:  # noqa: N802 - the name is Python's
        """The sentence."""


class Told:
    """What the editor reads of this build; `count` is how often MkDocs warned."""

    def __init__(self) -> None:
        self.count = 0
        self._content = ""
        self._files: frozenset[str] = frozenset()
        self._mistakes: frozenset[tuple[str, Kind, object]] = frozenset()

    def begin(self, problems: Iterable[Problem], content: str) -> None:
        """These are told, with their line and what to do; `content` is the folder of written pages."""
        self._content = content
        self._mistakes = frozenset(map(_mistake, problems))
        self._files = frozenset(path for path, _, _ in self._mistakes)

    def lets_pass(self, said: Said) -> bool:
        """Whether what MkDocs says is news: it says of no link what was told of that page."""
        self.count += said.levelno >= _WARNING
        link = _LINK.match(said.getMessage())
        return link is None or f"{self._content}/{link[1]}" not in self._files

    def news_in(self, problems: Iterable[Problem]) -> list[Problem]:
        """Those that were not told."""
        return [item for item in problems if _mistake(item) not in self._mistakes]


def _mistake(item: Problem) -> tuple[str, Kind, object]:
    """What makes it the same mistake, wherever it stands."""
    return item.path, item.kind, dict(item.words).get("value")
