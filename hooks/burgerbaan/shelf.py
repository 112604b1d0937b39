"""Values by name, kept between builds in parts: a change of one value costs the writing of one part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any
from zlib import crc32

from burgerbaan.cache import Cache

PARTS = 16
"""Enough for a part of ten thousand values to take less than a tenth of a second, and few files for a small site."""

Write = Callable[[], None]


class Shelf:
    """The parts of one collection of values in a cache; a part that was damaged is empty."""

    def __init__(self, cache: Cache, name: str) -> None:
        self._cache = cache
        self._name = name

    def read(self) -> dict[str, Any]:
        """Everything that was kept."""
        found: dict[str, Any] = {}
        for part in range(PARTS):
            found |= self._cache.get(f"{self._name}-{part}") or {}
        return found

    def changes(self, before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Write]:
        """What must be done to keep `now`, after `before` was read; any process may do it.

        A value that did not change is the same object as before.
        """
        changed = {_part(name) for name, value in now.items() if before.get(name) is not value}
        changed |= {_part(name) for name in before.keys() - now.keys()}
        parts: dict[int, dict[str, Any]] = {part: {} for part in sorted(changed)}
        for name, value in now.items():
            if (part := _part(name)) in parts:
                parts[part][name] = value
        for part, values in parts.items():
            yield partial(self._cache.put, f"{self._name}-{part}", values)


def _part(name: str) -> int:
    return crc32(name.encode()) % PARTS
