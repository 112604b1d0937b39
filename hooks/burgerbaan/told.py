"""What was told of each file: MkDocs, in English, and the finished site, without a line, find the same again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, Protocol

from burgerbaan.kinds import Kind
from burgerbaan.problems import Problem
from burgerbaan.typed import COMMAND

_WARNING = 30
"""Of a record of Python's logging: from here it asks for attention."""
_BACK = f"Zet terug wat er stond, of kijk het na met: {COMMAND} check"
_SETTING = re.compile(r"Config value '(.*?)': (.*)", re.DOTALL)
_LINK = re.compile(r"Doc file '(.+?)' contains ")
"""How MkDocs 1.6 begins to say that a link of a page is not right."""


class Said(Protocol):
    """A record of Python's logging."""

    levelno: int
    msg: object
    args: Any

    def getMessage(self) -> str:  # noqa: N802 - the name is Python's
        """The sentence."""


class Logger(Protocol):
    """Whoever says it."""

    def addFilter(self, filter: Any, /) -> object:  # noqa: A002, N802 - the names are Python's
        """Ask this of every record before it is said."""


class Told:
    """What the editor reads of this build; `count` is how often MkDocs warned."""

    def __init__(self) -> None:
        self.count = 0
        self._content = ""
        self._files: frozenset[str] = frozenset()
        self._mistakes: frozenset[tuple[str, Kind, object]] = frozenset()

    def listen(self, logger: Callable[[str], Logger]) -> None:
        """Hear what MkDocs says of pages and of its settings, before the editor does."""
        logger("mkdocs.structure.pages").addFilter(self.lets_pass)
        logger("mkdocs.config").addFilter(of_settings)

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


def of_settings(said: Said) -> bool:
    """Say in Dutch which setting MkDocs cannot use; whether it is news: names that it does not know we tell."""
    found = _SETTING.match(said.getMessage())
    if found:
        said.msg, said.args = (
            f"mkdocs.yml: bij '{found[1]}' klopt iets niet. {_BACK} ({' '.join(found[2].split())})",
            (),
        )
    return found is None or not found[2].startswith("Unrecognised configuration name")


def _mistake(item: Problem) -> tuple[str, Kind, object]:
    """What makes it the same mistake, wherever it stands."""
    return item.path, item.kind, dict(item.words).get("value")
