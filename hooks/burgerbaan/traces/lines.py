"""Lines that were looked at before: most of a page is the frame around it, and the same as on every other page."""

from __future__ import annotations

from collections import deque
from itertools import filterfalse

_MOST = 20_000
"""Lines that are remembered since the last time that room was made."""
_LONGEST = 1_000
"""A longer line is data, and seldom seen again."""
_FEW = 8
"""Longer lines that are remembered: a poster and a card of one vacancy hold the same drawing."""


class KnownLines:
    """Remembers lines in which nothing was found, the last ones that were met best."""

    def __init__(self) -> None:
        self._recent: set[bytes] = set()
        self._older: set[bytes] = set()
        self._long: deque[bytes] = deque(maxlen=_FEW)

    def unknown_in(self, data: bytes) -> list[bytes]:
        """Lines of a text that were not met before, each once."""
        # Most lines are known: a set of all would cost more than asking for each.
        unknown = set(filterfalse(self._recent.__contains__, data.split(b"\n")))
        known = unknown.intersection(self._older)
        self._recent |= known
        return sorted(unknown.difference(known, self._long))

    def remember(self, lines: list[bytes]) -> None:
        """These lines hold nothing."""
        self._recent.update(line for line in lines if len(line) <= _LONGEST)
        self._long.extend(line for line in lines if len(line) > _LONGEST)
        if len(self._recent) > _MOST:
            self._older, self._recent = self._recent, set()
